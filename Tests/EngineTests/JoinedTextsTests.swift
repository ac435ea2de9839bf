import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Columns that are put behind each other or chosen from, with dictionaries that are longer and shorter than they, against the
/// oracle.
@Suite struct JoinedTextsTests {
  private static let types: [ValueType] = [
    .text.optional, .text, .int.optional, .text, ValueType(.list(.text.optional)), .bool.optional,
    ValueType(.money("GBP"), optional: true),
  ]

  /// Tables `t0` to `t4` of up to so many rows, whose texts have many words or few.
  private func snapshot(_ random: inout Random, rows: Int) -> Snapshot {
    var snapshot = Snapshot()
    for number in 0..<5 {
      let (count, words) = (random.below(rows + 1), random.pick([2, 5, 400]))
      let columns = Self.types.enumerated().map { index, type in
        Column(
          (0..<count).map { _ -> Value in
            if type.isOptional, random.oneIn(5) { return .none }
            if type.base == .text { return .text("\(random.pick(["é", "a’", ""]))\(random.below(words))") }
            return random.value(type)
          }, type: type.base, junk: &random)
      }
      snapshot.define(
        Table(
          name: "t\(number)", schema: Schema(Self.types.enumerated().map { Field("f\($0.offset)", $0.element) }),
          columns: columns, rowCount: count))
    }
    return snapshot
  }

  private func side(_ number: Int, _ random: inout Random) -> Plan {
    let columns = Self.types.enumerated().map { column($0.offset, $0.element) }
    let scan = Plan.scan("t\(number)", Schema(Self.types.enumerated().map { Field("f\($0.offset)", $0.element) }))
    if random.oneIn(3) { return scan.project(columns) }
    // Few rows of a long dictionary.
    return scan.filter(compare(.less, columns[2], constant(.int(Int64(random.below(9)) - 4), .int))).project(columns)
  }

  @Test(arguments: 0..<60) func unions(_ seed: UInt64) async {
    var random = Random(seed: 300 + seed)
    let snapshot = snapshot(&random, rows: random.pick([3, 12, 90]))
    var plan = side(0, &random)
    for number in 1..<(2 + random.below(4)) {
      plan = Plan(.union(plan, side(number, &random)), schema: plan.schema, at: nowhere)
      if random.oneIn(4) { plan = Plan(.union(side(0, &random), plan), schema: plan.schema, at: nowhere) }
    }
    let outcome = await Difference.outcomeOfThreads(of: plan, snapshot, focus: nil)
    #expect(outcome.difference == nil)
  }

  @Test(arguments: 0..<60) func choices(_ seed: UInt64) async {
    var random = Random(seed: 900 + seed)
    let snapshot = snapshot(&random, rows: random.pick([3, 12, 90]))
    let plan = side(random.below(5), &random)
    let (a, b, c) = (column(0, .text.optional), column(1, .text), column(3, .text))
    let test = compare(.less, b, c)
    let none = constant(.none, .text.optional)
    let word = constant(.text("é1"), .text)
    let expressions = [
      PlanExpression(.coalesce(a, b), .text, at: nowhere), PlanExpression(.coalesce(a, word), .text, at: nowhere),
      PlanExpression(.conditional(test, b, c), .text, at: nowhere),
      PlanExpression(.conditional(column(5, .bool.optional), a, c), .text.optional, at: nowhere),
      PlanExpression(.conditional(test, none, word), .text.optional, at: nowhere),
      PlanExpression(.conditional(test, b, b), .text, at: nowhere),
    ]
    let outcome = await Difference.outcomeOfThreads(of: plan.project(expressions), snapshot, focus: nil)
    #expect(outcome.difference == nil)
  }
}
