import IbidColumns
import IbidPlan
import IbidTypes

extension Executor {
  /// Totals of the rows that a condition keeps, which is tested in the pass that adds up. nil where that is not possible, and
  /// where no row is kept.
  func aggregateTested(_ relation: Relation, _ predicate: PlanExpression, _ aggregates: [Aggregate])
    throws(EngineError) -> Relation?
  {
    guard relation.lineage == nil, aggregates.allSatisfy(\.canBeMasked) else { return nil }
    var evaluator = Evaluator(relation, self)
    var totals = SharedTotals(.one(rows: relation.rowCount), isComplete: false)
    var arguments: [Column?] = []
    for (index, aggregate) in aggregates.enumerated() {
      var column = try aggregate.argument.map { (argument) throws(EngineError) in try evaluator.column(argument) }
      if column?.validity != nil {
        // No row is kept that misses what is tested.
        guard let place = aggregate.argument?.columnIndex, predicate.comparedColumn == place else { return nil }
        column = column?.withoutGaps
        guard column != nil else { return nil }
      }
      totals.add(aggregate.function, of: column, index: index, key: aggregate.argument?.columnIndex)
      arguments.append(column)
    }
    totals.add(.count, of: nil, index: aggregates.count, key: nil)
    guard var tests = try evaluator.rowTests(predicate.conjuncts, like: predicate) else { return nil }
    tests.sumLast { floats in
      arguments.contains {
        if case .float(let column)? = $0 { column.values.span.isIdentical(to: floats) } else { false }
      }
    }
    let ids = GroupIds.one(rows: relation.rowCount)
    let known = totals.known(ids, groupCount: 1, tests: tests)
    if parallel.isStopped { throw .cancelled }
    guard known.count == aggregates.count + 1, known[aggregates.count]?.counts?.first ?? 0 > 0 else { return nil }
    noteUnknown(tests.unknown, predicate)
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
    case .float(let floats): .float(FixedColumn(floats.values))
    case .int(let numbers): .int(FixedColumn(numbers.values))
    default: nil
    }
  }
}
