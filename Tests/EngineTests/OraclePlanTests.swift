import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Random plans, run by the engine and by the oracle: same rows, same notes, same sources, on one thread and two.
@Suite struct OraclePlanTests {
  /// So many tasks draw plans by turns, as no core is to wait for the last of them.
  private static let tasks = 4

  @Test func randomPlansAgree() async throws {
    print("oracle: seed \(Seed.base), \(Seed.plans) plans")
    let coverage = await withTaskGroup { group in
      for task in 0..<Self.tasks { group.addTask { await Self.coverage(byTask: task) } }
      var all: Coverage? = Coverage()
      for await part in group {
        guard let part else {
          all = nil
          group.cancelAll()
          continue
        }
        all?.add(part)
      }
      return all
    }
    guard let coverage, Seed.first == 0 else { return }
    for line in coverage.lines("oracle:") { print(line) }
    #expect(coverage.missing(from: Coverage.all, least: Seed.least) == [], "fewer than \(Seed.least) times with rows")
  }

  /// Runs every plan that is a task's turn: what occurred in them, or nothing after a difference, which is recorded.
  private static func coverage(byTask task: Int) async -> Coverage? {
    var coverage = Coverage()
    for number in stride(from: Seed.first + task, to: Seed.plans, by: tasks) where !Task.isCancelled {
      let seed = Seed.base &* 1_000_003 &+ UInt64(number)
      var maker = RandomPlan(seed: seed, number: number)
      let plan = maker.plan()
      let focus = maker.random.oneIn(2) ? maker.random.below(max(plan.schema.count, 1)) : nil
      let outcome = await Difference.outcomeOfThreads(of: plan, maker.snapshot, focus: focus)
      if case .agrees(let rows?) = outcome, rows > 0 { coverage.count(plan) }
      // The engine looks at its task: another's difference has ended this one.
      if Task.isCancelled { return nil }
      if let difference = outcome.difference {
        let name = "plan \(number) (IBID_ORACLE_SEED=\(Seed.base)), focus \(focus.map(String.init) ?? "none")"
        let smallest = Shrinker.smallest(plan, maker.snapshot) { Difference.outcome(of: $0, $1, focus: focus) }
        Issue.record("\(name): \(difference)\n\(smallest)")
        return nil
      }
    }
    return coverage
  }
}
