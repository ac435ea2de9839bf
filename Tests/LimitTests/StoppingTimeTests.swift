import Foundation
import IbidColumns
import IbidEngine
import IbidPlan
import Synchronization
import Testing

#if DEBUG
  private let isOptimised = false
#else
  private let isOptimised = true
#endif

/// A run that is cancelled ends within fifty milliseconds, wherever it is: a promise of optimised code, measured by
/// `make soak`.
@Suite(.serialized, .enabled(if: isOptimised)) struct StoppingTimeTests {
  private static let snapshot = SampleRows.snapshot(rows: 300_000)
  private static let longest = 0.05
  /// Of a run that takes longer no later moment is tried. Seconds.
  private static let tried = 1.0
  private static let moments = 4
  /// Other processes may take the cores for a while: the least of so many times counts.
  private static let attempts = 4

  private enum End { case ended, cancelled, refused }

  /// When a run was cancelled.
  private final class Moment: Sendable {
    let date = Mutex<Date?>(nil)
  }

  /// Runs a plan and cancels it after some seconds from another thread: how it ended, after how many seconds in all, and how
  /// long after it was cancelled.
  private func run(_ plan: Plan, cancelledAfter seconds: Double) -> (end: End, taken: Double, late: Double) {
    let cancellation = Cancellation()
    let moment = Moment()
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: seconds)
      moment.date.withLock { $0 = Date() }
      cancellation.cancel()
    }
    let start = Date()
    var end = End.ended
    do {
      _ = try Executor(snapshot: Self.snapshot, cancellation: cancellation, threads: 2).run(plan)
    } catch .cancelled {
      end = .cancelled
    } catch {
      end = .refused
    }
    let now = Date()
    let late = moment.date.withLock { $0.map { now.timeIntervalSince($0) } } ?? 0
    return (end, now.timeIntervalSince(start), late)
  }

  @Test(arguments: Step.all) func aCancelledRunEndsSoon(_ step: Step) throws {
    let plan = try step.plan()
    let whole = run(plan, cancelledAfter: Self.tried)
    #expect(whole.end != .refused)
    var latest = whole.end == .cancelled ? whole.late : 0
    for moment in 1...Self.moments {
      let after = min(whole.taken, Self.tried) * Double(moment) / Double(Self.moments + 1)
      var late = Double.infinity
      for _ in 0..<Self.attempts where late > Self.longest {
        let run = run(plan, cancelledAfter: after)
        // A run that was over by then says nothing.
        late = min(late, run.end == .cancelled ? run.late : 0)
      }
      latest = max(latest, late)
      #expect(late <= Self.longest, "cancelled after \(after) s of \(whole.taken), it went on for \(late) s")
    }
    print("stopping: \(step.name): \(Int(whole.taken * 1000)) ms, at most \(Int(latest * 1000)) ms late")
  }
}
