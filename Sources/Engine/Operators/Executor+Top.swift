import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func top(_ relation: Relation, _ count: Int, _ orders: [SortOrder], _ per: [PlanExpression], at span: ByteSpan)
    throws(EngineError) -> Relation
  {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
