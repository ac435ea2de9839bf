import IbidColumns
import IbidPlan
import IbidTypes

extension Executor {
  /// Totals of the rows that a condition keeps, which is tested in the pass that adds up. nil where that is not possible, and
  /// where no row is kept.
  func aggregateTested(
    _ relation: Relation, _ predicate: PlanExpression, over input: Plan, _ aggregates: [Aggregate]
  ) throws(EngineError) -> Relation? {
    guard relation.lineage == nil, aggregates.allSatisfy(\.canBeMasked) else { return nil }
    var evaluator = Evaluator(relation, self)
    var totals = SharedTotals(.one(rows: relation.rowCount), isComplete: false)
    var arguments: [Column?] = []
    var odd: [OddMeasures] = []
    // Whether nothing but counts and sums of `odd` is wanted.
    var areOddOnly = true
    // No row is kept that misses what is compared.
    let compared = Set(predicate.conjuncts.compactMap(\.comparedColumn))
    for (index, aggregate) in aggregates.enumerated() {
      let whole = try aggregate.argument.map { (argument) throws(EngineError) in try evaluator.column(argument) }
      var column = whole
      if column?.validity != nil {
        guard let place = aggregate.argument?.columnIndex, compared.contains(place) else { return nil }
        column = column?.withoutGaps
        guard column != nil else { return nil }
      }
      arguments.append(column)
      if case .measure(let amounts)? = whole, aggregate.function != .count {
        // Other rows than the kept ones say nothing of ends that are hedged.
        if !amounts.isExact, (amounts.packed?.odd.anyFlags ?? .max) & MeasureColumn.Flags.hedged != 0 { return nil }
        if aggregate.function == .sum || aggregate.function == .avg, let packed = amounts.packed,
          case .narrow(let lows) = amounts.low
        {
          if !amounts.isExact { odd.append(packed.odd) } else { areOddOnly = false }
          totals.addTested(packed, lows, odd: amounts.isExact ? nil : odd.count - 1, index: index)
          continue
        }
      }
      totals.add(aggregate.function, of: column, index: index, key: aggregate.argument?.columnIndex)
      if aggregate.function != .count { areOddOnly = false }
    }
    totals.add(.count, of: nil, index: aggregates.count, key: nil)
    guard var tests = try evaluator.rowTests(predicate.conjuncts, like: predicate) else { return nil }
    tests.oddSums = odd
    tests.sumLast { floats in
      arguments.contains {
        if case .float(let column)? = $0 { column.values.span.isIdentical(to: floats) } else { false }
      }
    }
    let ids = GroupIds.one(rows: relation.rowCount)
    let (known, unknown): ([Int: KnownTotals], [UnknownCause: Int])
    if aggregates.allSatisfy({ $0.function == .count }), let count = tests.count(rows: relation.rowCount) {
      let found = KnownTotals(counts: [Int64(count)])
      known = Dictionary(uniqueKeysWithValues: (0...aggregates.count).map { ($0, found) })
      unknown = tests.unknownBefore
    } else {
      if areOddOnly { tests.takeApart() }
      (known, unknown) = totals.known(of: relation.rowCount, passing: tests)
    }
    if parallel.isStopped { throw .cancelled }
    guard known.count == aggregates.count + 1, known[aggregates.count]?.counts?.first ?? 0 > 0,
      known.values.allSatisfy({ $0.sumsFit(rows: relation.rowCount) })
    else { return nil }
    noteUnknown(unknown, predicate, over: input)
    var columns: [Column] = []
    for (index, aggregate) in aggregates.enumerated() {
      columns.append(
        try aggregated(
          aggregate, ids: ids, groupCount: 1, argument: arguments[index], known: known[index] ?? KnownTotals(),
          &evaluator
        ).column)
    }
    return Relation(rowCount: 1, columns: columns)
  }
}

extension PlanExpression {
  /// The column that is compared with something else, where the whole condition is that.
  fileprivate var comparedColumn: Int? {
    guard case .compare(_, let a, let b) = kind else { return nil }
    return a.columnIndex ?? b.columnIndex
  }
}

extension Column {
  /// The same numbers as if none were missing; nil for columns of other kinds.
  fileprivate var withoutGaps: Column? {
    switch self {
    case .float(let floats): return .float(FixedColumn(floats.values))
    case .int(let numbers): return .int(FixedColumn(numbers.values))
    case .measure(var amounts):
      amounts.validity = nil
      return .measure(amounts)
    default: return nil
    }
  }
}
