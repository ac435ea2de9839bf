import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func union(_ left: Relation, _ right: Relation, at span: ByteSpan) throws(EngineError) -> Relation {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
