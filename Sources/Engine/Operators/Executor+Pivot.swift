import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func pivot(
    _ relation: Relation, _ keys: [PlanExpression], _ aggregate: Aggregate, _ column: PlanExpression, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
