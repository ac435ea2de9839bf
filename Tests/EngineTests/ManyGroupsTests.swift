import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Loops that change with the number of groups or keys: tables larger than those of the random plans.
@Suite struct ManyGroupsTests {
  private static let schema = Schema([
    Field("key", .int), Field("whole", .int.optional), Field("part", .float.optional),
    Field("sum", ValueType(.money("GBP"), optional: true)),
  ])

  /// Rows of so many groups; a tenth of the values is missing, a tenth of the amounts has one end.
  private func table(rows: Int, groups: Int) -> Evaluation {
    var random = Random(seed: UInt64(groups))
    return Evaluation(
      Self.schema.fields.map(\.type),
      (0..<rows).map { _ in
        let amount = ExactNumber(random.below(1000))
        let value: Value =
          random.oneIn(10)
          ? .none
          : .measure(
            Measure(low: amount, high: random.oneIn(10) ? nil : amount, isHedged: random.oneIn(20), unit: "GBP"), .money
          )
        return [
          .int(Int64(random.below(groups))), random.oneIn(10) ? .none : .int(Int64(random.below(100) - 50)),
          random.oneIn(10) ? .none : .float(Double(random.below(1000)) / 8), value,
        ]
      })
  }

  private static func aggregates() -> [Aggregate] {
    let columns = Array(schema.fields.enumerated().dropFirst())
    var all = [Aggregate(function: .count, argument: nil, type: .int, span: nowhere)]
    for (index, field) in columns {
      for function in [AggregateFunction.count, .sum, .avg, .min, .max] {
        all.append(
          Aggregate(
            function: function, argument: column(index, field.type),
            type: RandomPlan.result(function, field.type.base), span: nowhere))
      }
    }
    return all
  }

  @Test(arguments: [(400, 1), (400, 7), (500, 60), (300, 400)])
  func totalsAgreeWithTheOracle(_ rows: Int, _ groups: Int) async throws {
    let table = table(rows: rows, groups: groups)
    for aggregates in [Self.aggregates(), Array(Self.aggregates().suffix(3))] {
      for keys in [[], [column(0, .int)]] {
        let outcome = await Difference.outcomeOfThreads(
          of: table.plan.aggregate(by: keys, aggregates), table.snapshot, focus: nil)
        if let difference = outcome.difference {
          Issue.record("\(aggregates.map(\.function.rawValue)) of \(rows) rows in \(groups) groups: \(difference)")
          return
        }
      }
    }
  }

  @Test func sumsUnderAMaskAgreeWithTheOracle() async throws {
    let table = table(rows: 400, groups: 5)
    for limit in [-100, -20, 30, 48, 60] as [Int64] {
      let filtered = table.plan.filter(compare(.less, column(1, .int.optional), constant(.int(limit), .int)))
      let outcome = await Difference.outcomeOfThreads(
        of: filtered.aggregate(by: [], Self.aggregates()), table.snapshot, focus: 2)
      #expect(outcome.difference == nil, "below \(limit)")
    }
  }

  /// More different keys than one thread enters by itself.
  @Test func joinsOfManyKeysMatchWhatIsEqual() throws {
    let count = 80_000
    var random = Random(seed: 3)
    for hasTwins in [false, true] {
      var keys = Array(0..<Int64(count)).map { $0 * 4 }.shuffled(using: &random)
      if hasTwins { keys[count - 1] = keys[0] }
      let wanted = (0..<1000).map { _ in Int64(random.below(count * 4)) }
      var snapshot = Snapshot()
      for (name, values) in [("l", wanted), ("r", keys)] {
        snapshot.define(
          Table(
            name: name, schema: Schema([Field("key", .int)]), columns: [.int(FixedColumn(values))],
            rowCount: values.count))
      }
      let (left, right) = (Plan.scan("l", Schema([Field("key", .int)])), Plan.scan("r", Schema([Field("key", .int)])))
      let plan = Plan(
        .join(.inner, left, right, keys: [JoinKey(left: column(0, .int), right: column(0, .int))], condition: nil),
        schema: Schema(left.schema.fields + right.schema.fields), at: nowhere)
      let places = Dictionary(grouping: keys.indices) { keys[$0] }
      let expected = wanted.flatMap { key in (places[key] ?? []).map { _ in key } }
      for threads in [1, 2, 3] {
        let result = try Executor(snapshot: snapshot, threads: threads).run(plan).table
        let found = (0..<result.rowCount).map { result.columns[0].value(at: $0) }
        #expect(found == expected.map { Value.int($0) })
        #expect(found == (0..<result.rowCount).map { result.columns[2].value(at: $0) })
      }
    }
  }
}
