import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// What a session allows the runs of its queries, and by what it ends them.
struct Limits: Sendable {
  let cancellation: Cancellation
  let threads: Int
  /// Bytes; nil: as many as there are.
  let memory: Int?

  func executor(
    _ snapshot: Snapshot, _ parameters: [String: Value], tracing: Bool = false, measuring: Bool = false,
    meter: Meter? = nil
  ) -> Executor {
    Executor(
      snapshot: snapshot, parameters: parameters, cancellation: cancellation, tracing: tracing, measuring: measuring,
      threads: threads, memoryLimit: memory, meter: meter)
  }
}
