import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Random plans, run by the engine and by the oracle: same rows, same notes, same sources, on one thread and two.
@Suite struct OraclePlanTests {
  @Test func randomPlansAgree() async throws {
    print("oracle: seed \(Seed.base), \(Seed.plans) plans")
    var coverage = Coverage()
    for number in Seed.first..<Seed.plans {
      let seed = Seed.base &* 1_000_003 &+ UInt64(number)
      var maker = RandomPlan(seed: seed, number: number)
      let plan = maker.plan()
      let focus = maker.random.oneIn(2) ? maker.random.below(max(plan.schema.count, 1)) : nil
      let outcome = await Difference.outcomeOfThreads(of: plan, maker.snapshot, focus: focus)
      if case .agrees(let rows?) = outcome, rows > 0 { coverage.count(plan) }
      if let difference = outcome.difference {
        let name = "plan \(number) (IBID_ORACLE_SEED=\(Seed.base)), focus \(focus.map(String.init) ?? "none")"
        let smallest = Shrinker.smallest(plan, maker.snapshot) { Difference.outcome(of: $0, $1, focus: focus) }
        Issue.record("\(name): \(difference)\n\(smallest)")
        return
      }
    }
    guard Seed.first == 0 else { return }
    for line in coverage.lines("oracle:") { print(line) }
    #expect(coverage.missing(from: Coverage.all, least: Seed.least) == [], "fewer than \(Seed.least) times with rows")
  }
}
