import CAllocationCounter
import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import Synchronization
import Testing

/// What every step holds counts against the limit of its run, and is given back when the run ends at it.
///
/// Bytes are those of the thread that runs the test, which does all of the work, so that tests beside this one count nothing.
@Suite(.enabled(if: allocation_counts() != 0)) struct MemoryTests {
  private static let rows = 512
  private static let snapshot = SampleRows.snapshot(rows: rows)

  /// The most that a run held at a look, beside what there was before.
  private final class Peak: Sendable {
    let bytes = Atomic<Int>(0)
    private let before = Int(allocation_bytes())

    func allocated() -> Int {
      let held = Int(allocation_bytes())
      bytes.max(held - before, ordering: .relaxed)
      return held
    }
  }

  private static func run(_ plan: Plan, limit: Int, _ peak: Peak) throws(EngineError) -> ExecutionResult {
    let memory = MemoryLimit(bytes: limit, nanosecondsBetweenLooks: 0) { peak.allocated() }
    let parallel = Parallel(threads: 1, morselRows: 64, memory: memory)
    return try Executor(snapshot: snapshot, parallel: parallel).run(plan)
  }

  @Test(arguments: Step.all) func stepsKeepToALimit(_ step: Step) throws {
    let plan = try step.plan()
    // What is made once per process, such as the words of a dictionary, is made by the first run.
    _ = try Self.run(plan, limit: .max / 2, Peak())
    let free = Peak()
    _ = try Self.run(plan, limit: .max / 2, free)
    let most = free.bytes.load(ordering: .relaxed)
    // Row numbers at least.
    #expect(most > Self.rows * 4, "no look saw more than \(most) bytes")

    for limit in [1, most / 4, most / 2] {
      #expect(Self.message(plan, limit: limit) == "memory-limit")
      let before = allocation_bytes()
      _ = Self.message(plan, limit: limit)
      let left = allocation_bytes() - before
      #expect(left < 2000, "\(left) bytes are left of a run with \(limit) of \(most)")
    }
    _ = try Self.run(plan, limit: most * 2, Peak())
  }

  /// The id of the message that a run ends with.
  private static func message(_ plan: Plan, limit: Int) -> String {
    do {
      _ = try run(plan, limit: limit, Peak())
      return "it ran to its end"
    } catch .failed(let diagnostic) {
      return diagnostic.id
    } catch {
      return "\(error)"
    }
  }
}
