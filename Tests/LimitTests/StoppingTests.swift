import IbidColumns
import IbidEngine
import IbidPlan
import Synchronization
import Testing

/// Every step looks whether its run is to end, and ends at any look that says so.
///
/// No clock: looks are counted. What they come to in seconds, `docs/bench/stopping.py` and `StoppingTimeTests` measure.
@Suite struct StoppingTests {
  private static let rows = 512
  private static let snapshot = SampleRows.snapshot(rows: rows)
  private static let rowsBetweenLooks = 64

  /// Counts looks, and says at one of them that the run is to end.
  private final class Looks: Sendable {
    private let count = Atomic<Int>(0)
    private let last: Int

    init(last: Int = .max) { self.last = last }

    var total: Int { count.load(ordering: .relaxed) }
    func look() -> Bool { count.add(1, ordering: .relaxed).newValue >= last }
  }

  private static func run(_ plan: Plan, _ looks: Looks, threads: Int = 1, _ snapshot: Snapshot = snapshot)
    throws(EngineError) -> ExecutionResult
  {
    let parallel = Parallel(threads: threads, morselRows: rowsBetweenLooks) { looks.look() }
    return try Executor(snapshot: snapshot, parallel: parallel).run(plan)
  }

  private static func looks(of step: Step, _ snapshot: Snapshot = snapshot) throws -> Int {
    let looks = Looks()
    _ = try run(step.plan(), looks, snapshot)
    return looks.total
  }

  @Test(arguments: Step.all) func stepsLookOften(_ step: Step) throws {
    // A table of its own: what a dictionary keeps, such as the words of a search, is made anew.
    let more = try Self.looks(of: step, SampleRows.snapshot(rows: Self.rows)) - Self.looks(of: .table)
    let stretches = Self.rows / Self.rowsBetweenLooks
    print("looks: \(step.name): \(Double(more) / Double(stretches))")
    #expect(
      more >= step.passes * stretches, "\(more) looks, \(Double(more) / Double(stretches)) for each stretch of rows")
  }

  /// Also where the data is such that what a loop leaves unfinished looks like a mistake, or like rows that there are not.
  @Test(arguments: Step.all) func stepsEndAtAnyLook(_ step: Step) throws {
    let plan = try step.plan()
    _ = try Self.looks(of: step)
    let total = try Self.looks(of: step)
    // The first ones, and a spread of the others that differs from step to step.
    let spread = stride(from: 4 + total % 7, through: total, by: max(total / 9, 1))
    for (place, last) in (Array(1...min(4, total)) + Array(spread) + [total]).enumerated() {
      for threads in place % 4 == 0 ? [1, 2] : [1] {
        do {
          _ = try Self.run(plan, Looks(last: last), threads: threads)
          // Two threads may need fewer looks.
          #expect(threads == 2, "it ran to its end, stopped at look \(last) of \(total)")
        } catch .cancelled {
        } catch {
          Issue.record("\(error), stopped at look \(last) of \(total)")
        }
      }
    }
  }
}
