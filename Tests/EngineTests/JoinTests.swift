import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Inner and left joins by keys of each type against nested loops.
@Suite struct JoinTests {
  private static let types: [ValueType] = [
    .bool.optional, .int.optional, .float.optional, .text.optional, .date.optional, .period.optional,
    ValueType(.money(nil), optional: true),
    ValueType(.quantity(nil), optional: true),
  ]

  @Test(arguments: types, [Plan.JoinKind.inner, .left])
  func joinsAgreeWithNestedLoops(_ type: ValueType, _ kind: Plan.JoinKind) throws {
    for seed in 0..<12 as Range<UInt64> {
      var random = Random(seed: 71 + seed)
      let sizes = seed < 4 ? [(0, 0), (0, 5), (5, 0), (1, 1)][Int(seed)] : (random.below(30), random.below(30))
      var snapshot = Snapshot()
      let schema = Schema([Field("key", type), Field("second", .int.optional)])
      for (name, count) in [("l", sizes.0), ("r", sizes.1)] {
        let columns = schema.fields.map { field in
          Column((0..<count).map { _ in random.value(field.type) }, type: field.type.base, junk: &random)
        }
        snapshot.define(Table(name: name, schema: schema, columns: columns, rowCount: count))
      }
      let (left, right) = (Plan.scan("l", schema), Plan.scan("r", schema))
      let keys = [
        JoinKey(left: column(0, type), right: column(0, type)),
        JoinKey(left: column(1, .int.optional), right: column(1, .int.optional)),
      ]
      let joined = Schema(left.schema.fields + right.schema.fields)
      let residual = compare(.less, column(1, .int.optional), column(4, .int.optional))
      for (used, condition) in [([keys[0]], nil), (keys, nil), ([keys[0]], residual)] as [([JoinKey], PlanExpression?)]
      {
        let plan = Plan(.join(kind, left, right, keys: used, condition: condition), schema: joined, at: nowhere)
        if let difference = Difference.between(plan, snapshot) {
          Issue.record("\(kind) by \(type), seed \(seed): \(difference)")
        }
      }
    }
  }

  @Test func onlyCertainlyEqualKeysMatch() throws {
    let money = ValueType(.money("GBP"), optional: true)
    func rows(_ measures: [Measure?]) -> [[Value]] { measures.map { [$0.map { .measure($0, .money) } ?? .none] } }
    let five = ExactNumber(5)
    let keys = [
      Measure(five, unit: "GBP"), Measure(low: five, high: five, isHedged: true, unit: "GBP"),
      Measure(low: five, high: nil, unit: "GBP"), Measure(five, unit: "EUR"), nil,
    ]
    let table = Evaluation([money], rows(keys))
    let joined = Plan(
      .join(
        .inner, table.plan, table.plan, keys: [JoinKey(left: column(0, money), right: column(0, money))], condition: nil
      ),
      schema: Schema(table.plan.schema.fields + table.plan.schema.fields), at: nowhere)
    let result = try table.run(joined).table
    #expect(result.rowCount == 2, "£5 with £5 and €5 with €5")
  }
}
