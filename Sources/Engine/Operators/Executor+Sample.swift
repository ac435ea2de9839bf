import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func sample(_ relation: Relation, _ count: Int, _ seed: UInt64) throws(EngineError) -> Relation {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
