import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func unpivot(_ relation: Relation, _ columns: [Int], of schema: Schema, at span: ByteSpan) throws(EngineError)
    -> Relation
  {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
