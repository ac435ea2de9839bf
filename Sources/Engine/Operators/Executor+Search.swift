import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func search(_ relation: Relation, _ words: String, _ columns: [Int]) throws(EngineError) -> Relation {
    throw .failed(.overflow("not written yet", at: ByteSpan(0, 0)))
  }
}
