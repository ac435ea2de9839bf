import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Random query texts, checked and run: the oracle has the same rows, and every value is of the type that was promised.
@Suite struct OracleQueryTests {
  @Test func randomQueriesAgree() async throws {
    let count = max(Seed.plans / 4, 1)
    var coverage = Coverage()
    var words: [String: Int] = [:]
    for number in 0..<count {
      let seed = Seed.base &* 7_000_003 &+ UInt64(number)
      guard let query = RandomQuery(seed: seed, number: number) else {
        Issue.record("the definitions of random queries are refused")
        return
      }
      let outcome = outcome(of: query.plan, query.tables.snapshot)
      if let difference = outcome.difference {
        let smallest = Shrinker.smallest(query.plan, query.tables.snapshot) { self.outcome(of: $0, $1) }
        Issue.record("query \(number) (IBID_ORACLE_SEED=\(Seed.base)): \(difference)\n\(query.whole)\n\(smallest)")
        return
      }
      guard case .agrees(let rows?) = outcome, rows > 0 else { continue }
      coverage.count(query.plan)
      for word in query.words { words[word, default: 0] += 1 }
    }
    for line in coverage.lines("oracle: queries,") { print(line) }
    print(
      "oracle: queries, words: "
        + words.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    let least = max(count / 250, 1)
    let rare = RandomQuery.allWords.filter { words[$0, default: 0] < least }
    #expect(rare.isEmpty, "fewer than \(least) times with rows")
  }

  /// Queries that once gave a wrong answer or a value of another type than was promised.
  @Test(arguments: Regressions.queries)
  func regressionsStayRight(_ text: String) throws {
    for seed in 0..<30 as Range<UInt64> {
      var random = Random(seed: seed)
      let tables = RandomTables(random: &random)
      let plan = try #require(RandomQuery.plan(text, over: tables), "\(text) is refused")
      if let difference = outcome(of: plan, tables.snapshot).difference {
        Issue.record("tables of seed \(seed): \(difference)\n\(text)")
        return
      }
    }
  }

  private func outcome(of plan: Plan, _ snapshot: Snapshot) -> Difference.Outcome {
    let outcome = Difference.outcome(of: plan, snapshot, parameters: RandomQuery.parameters)
    if outcome.difference == nil,
      let result = try? Executor(snapshot: snapshot, parameters: RandomQuery.parameters).run(plan),
      let problem = Soundness.problem(result.table)
    {
      return .differs(problem)
    }
    return outcome
  }
}
