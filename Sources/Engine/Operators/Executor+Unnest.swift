import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func unnest(_ relation: Relation, _ column: Int, at span: ByteSpan) throws(EngineError) -> Relation {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
