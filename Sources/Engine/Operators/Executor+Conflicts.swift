import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func conflicts(
    _ relation: Relation, _ value: PlanExpression, _ keys: [PlanExpression], includesPossible: Bool, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
