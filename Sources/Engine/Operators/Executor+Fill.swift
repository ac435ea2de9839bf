import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func fill(_ relation: Relation, _ column: Int, _ range: PlanExpression, _ by: [Int], at span: ByteSpan)
    throws(EngineError) -> Relation
  {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
