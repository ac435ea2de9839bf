import IbidColumns
import IbidPlan

extension Executor {
  /// The rows, beside its own, that each row's value of an expression was made of: those that a path back gathered, and
  /// those of a whole table that one value was taken from. Nil if there are none. Only for tracing runs.
  func contributions(to expression: PlanExpression, _ relation: Relation) throws(EngineError) -> Lineage? {
    var result: Lineage?
    switch expression.kind {
    case .scalar(let plan):
      guard let whole = try self.relation(plan, focus: 0).lineage, whole.rowCount == 1 else { return nil }
      return whole.gathered([Int32](repeating: 0, count: relation.rowCount))
    case .related(let related): result = try contributions(to: related, relation)
    default: break
    }
    for operand in expression.operands {
      guard let more = try contributions(to: operand, relation) else { continue }
      result = result.map { $0.zipped(with: more) } ?? more
    }
    return result
  }

  /// The rows of the other table that lead to each row's reference and that the aggregate used.
  private func contributions(to related: RelatedAggregate, _ relation: Relation) throws(EngineError) -> Lineage? {
    var evaluator = Evaluator(relation, self)
    let child = scan(related.table, copies: false)
    guard case .reference(let wanted) = try evaluator.column(related.reference),
      case .reference(let owners) = child.column(related.column),
      let lineage = child.lineage, let target = snapshot.tables[wanted.table]
    else { return nil }
    var childEvaluator = Evaluator(child, self)
    var ids = owners.rowsOrMissing
    if let filter = related.aggregate.filter {
      let truth = try childEvaluator.truth(filter)
      for row in ids.indices where truth[row] != true { ids[row] = -1 }
    }
    let argument = try related.aggregate.argument.map { (argument: PlanExpression) throws(EngineError) -> Column in
      try childEvaluator.column(argument)
    }
    let validity = argument?.validity
    return lineage.grouped(ids: ids, count: target.rowCount) { validity?[$0] ?? true }.gathered(wanted.rowsOrMissing)
  }
}
