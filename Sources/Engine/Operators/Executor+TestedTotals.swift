import IbidColumns
import IbidPlan
import IbidTypes

extension Executor {
  /// Totals of the rows that a condition keeps, of which the part that tests a column of floats is left to the pass that adds up
  /// the same column. nil where that is not possible, and where no row is kept.
  func aggregateTested(_ relation: Relation, _ predicate: PlanExpression, _ aggregates: [Aggregate])
    throws(EngineError) -> Relation?
  {
    guard relation.lineage == nil, aggregates.allSatisfy(\.canBeMasked) else { return nil }
    var evaluator = Evaluator(relation, self)
    let conditions = predicate.conjuncts
    let place = conditions.lastIndex { condition in
      guard let column = condition.testedColumn, column.type.base == .float else { return false }
      return aggregates.contains { $0.argument?.columnIndex == column.columnIndex }
    }
    guard let place, let test = try test(conditions[place], &evaluator) else { return nil }
    var totals = SharedTotals(.one(rows: relation.rowCount), isComplete: false)
    var arguments: [Column?] = []
    for (index, aggregate) in aggregates.enumerated() {
      let column = try aggregate.argument.map { (argument) throws(EngineError) in try evaluator.column(argument) }
      guard column?.validity == nil else { return nil }
      totals.add(aggregate.function, of: column, index: index, key: aggregate.argument?.columnIndex)
      arguments.append(column)
    }
    totals.add(.count, of: nil, index: aggregates.count, key: nil)
    var members: Bitmap?
    let others = conditions.indices.filter { $0 != place }.map { conditions[$0] }
    if let others = PlanExpression.all(others, like: predicate) {
      let truth = try evaluator.truth(evaluator.sharing([others])[0])
      // Of what is not known the note counts, which would take in the test.
      guard truth.validity?.isAllTrue ?? true else { return nil }
      members = truth.truth
    }
    let ids = members.map { GroupIds.some($0) } ?? .one(rows: relation.rowCount)
    let known = totals.known(ids, groupCount: 1, test: test)
    if parallel.isStopped { throw .cancelled }
    guard known.count == aggregates.count + 1, known[aggregates.count]?.counts?.first ?? 0 > 0 else { return nil }
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

  /// A comparison of a column of floats without gaps with one float.
  private func test(_ condition: PlanExpression, _ evaluator: inout Evaluator) throws(EngineError) -> FloatTest? {
    guard case .compare(let comparison, let a, let b) = condition.kind else { return nil }
    let isFlipped = !a.isColumn
    guard case .float(let floats) = try evaluator.column(isFlipped ? b : a), floats.validity == nil else { return nil }
    let constant = try evaluator.evaluate(isFlipped ? a : b)
    guard constant.isConstant, case .float(let limit) = constant.column, limit.isValid(0) else { return nil }
    return FloatTest(
      values: floats.values, comparison: isFlipped ? comparison.flipped : comparison, limit: limit.values[0])
  }
}

extension PlanExpression {
  /// The column that is compared with something that is the same for all rows.
  fileprivate var testedColumn: PlanExpression? {
    guard case .compare(_, let a, let b) = kind else { return nil }
    if a.isColumn, case .constant = b.kind { return a }
    if b.isColumn, case .constant = a.kind { return b }
    return nil
  }
}
