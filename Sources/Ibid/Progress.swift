import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import Synchronization

/// What a session is doing at a moment, and how far it has come; for progress bars.
public struct Progress: Sendable, Hashable {
  /// What takes the time.
  public enum Stage: Int, Sendable, Hashable {
    /// Files of a load.
    case documents
    /// Pieces of a data file.
    case data
    /// Files whose sentences rules look at.
    case rules
    /// Operators of a query.
    case running
  }

  public let stage: Stage
  /// Steps that are done, of `total`: files, pieces or operators.
  public let done: Int
  /// At least 1.
  public let total: Int
  /// Bytes read so far, where files are read.
  public let bytes: Int
  /// 0 to 1, the step under way included. Steps take different times: an estimate.
  public let fraction: Double
}

/// What a session does now, to be asked by other threads.
final class Activity: Sendable {
  let meter = Meter()
  private let stage = Atomic<Int>(-1)

  /// Notes that something begins, and gives what is to be called when it ends.
  func begin(_ stage: Progress.Stage, steps: Int) {
    meter.begin(steps: max(steps, 1))
    self.stage.store(stage.rawValue, ordering: .relaxed)
  }

  func end() { stage.store(-1, ordering: .relaxed) }

  var progress: Progress? {
    guard let stage = Progress.Stage(rawValue: stage.load(ordering: .relaxed)) else { return nil }
    let reading = meter.reading
    return Progress(
      stage: stage, done: reading.steps, total: reading.totalSteps, bytes: reading.bytes, fraction: reading.fraction)
  }
}

extension Session {
  /// What the session does at the moment; nil while it does nothing that takes time. To be polled, from any thread.
  public nonisolated var progress: Progress? { activity.progress }
}

extension Plan {
  /// Operators of it, those of its views included each time that they are named.
  var operatorCount: Int {
    var count = 0
    var plans = [self]
    while let plan = plans.popLast(), count < 10_000 {
      count += 1
      plans += plan.inputs
    }
    return count
  }
}
