import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Each aggregate of each type against the oracle, and bounds of aggregates against members of the values.
@Suite struct AggregateTests {
  private static let money = ValueType(.money("GBP"), optional: true)

  @Test(arguments: [
    .int.optional, .float.optional, .text.optional, .bool.optional, .date.optional, .period.optional, money,
    ValueType(.money(nil), optional: true), ValueType(.quantity("percent"), optional: true),
  ])
  func agreeWithTheOracle(_ type: ValueType) throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = Random(seed: 31 + seed)
      let groups = 1 + random.below(6)
      let rows = (0..<random.pick([0, 1, 3, 20, 60])).map { _ in
        [.int(Int64(random.below(groups))), random.value(type)]
      }
      let table = Evaluation([.int, type], rows)
      for function in AggregateFunction.allCases where RandomPlan.takes(function, type.base) {
        let second = function == .quantile ? constant(.float(random.pick([0, 0.3, 0.5, 1])), .float) : column(1, type)
        let aggregate = Aggregate(
          function: function, argument: column(1, type), second: second, type: RandomPlan.result(function, type.base),
          span: nowhere)
        for keys in [[], [column(0, .int)]] {
          if let difference = Difference.between(table.plan.aggregate(by: keys, [aggregate]), table.snapshot) {
            Issue.record("\(function.rawValue) of \(type), seed \(seed): \(difference)")
          }
        }
      }
    }
  }

  /// One member of every value: their sum, mean, middle, least and greatest lie in what the aggregate allows.
  @Test(arguments: [AggregateFunction.sum, .avg, .median, .min, .max])
  func holdTheAggregatesOfMembers(_ function: AggregateFunction) throws {
    let type = ValueType(.money("GBP"))
    for seed in 0..<150 as Range<UInt64> {
      var random = Random(seed: 41 + seed)
      let values = (0..<(1 + random.below(5))).map { _ in random.measure(unit: "GBP") }
      let table = Evaluation([type], values.map { [.measure($0, .money)] })
      let aggregate = Aggregate(function: function, argument: column(0, type), type: type.optional, span: nowhere)
      let result = try table.run(table.plan.aggregate(by: [], [aggregate])).table.columns[0].value(at: 0)
      guard case .measure(let bounds, _) = result else {
        Issue.record("no \(function.rawValue)")
        continue
      }
      let ends = values.flatMap { [$0.low, $0.high].compactMap { $0 } }
      for _ in 0..<40 {
        let world = values.map { value in random.pick(Oracle.grid(ends).filter { Oracle.isMember($0, value) }) }
          .sorted()
        let total = world.reduce(ExactNumber.zero) { $0.adding($1)! }
        let point: ExactNumber
        switch function {
        case .sum: point = total
        case .avg: point = total.divided(by: ExactNumber(world.count))!.roundedToEighteenDigits()
        case .min: point = world[0]
        case .max: point = world.last!
        default:
          point = world[(world.count - 1) / 2].adding(world[world.count / 2])!.divided(by: ExactNumber(2))!
            .roundedToEighteenDigits()
        }
        let step = ExactNumber(1, over: 10_000_000_000_000_000)!
        #expect(
          [point, point.adding(step)!, point.subtracting(step)!].contains { Oracle.isMember($0, bounds) },
          "\(function.rawValue): \(point) of \(values) not in \(bounds)")
      }
    }
  }

  @Test func aGroupOfSeveralUnitsHasNoSum() throws {
    let type = ValueType(.money(nil))
    let table = Evaluation([type], ["GBP", "EUR"].map { [.measure(Measure(.one, unit: $0), .money)] })
    let sum = Aggregate(function: .sum, argument: column(0, type), type: type.optional, span: nowhere)
    #expect(try table.run(table.plan.aggregate(by: [], [sum])).table.columns[0].value(at: 0) == .none)
  }

  @Test func anEmptySumIsZeroOfItsUnit() throws {
    let table = Evaluation([Self.money], [])
    let sum = Aggregate(function: .sum, argument: column(0, Self.money), type: Self.money, span: nowhere)
    #expect(
      try table.run(table.plan.aggregate(by: [], [sum])).table.columns[0].value(at: 0)
        == .measure(Measure(.zero, unit: "GBP"), .money))
  }

  /// Half-even at 18 digits: a third of £1 three times is not £1, and says so.
  @Test func meansAreRounded() throws {
    let type = ValueType(.money("GBP"))
    let table = Evaluation([type], [1, 0, 0].map { [.measure(Measure(ExactNumber($0), unit: "GBP"), .money)] })
    let mean = Aggregate(function: .avg, argument: column(0, type), type: type, span: nowhere)
    let value = try table.run(table.plan.aggregate(by: [], [mean])).table.columns[0].value(at: 0)
    #expect(value == .measure(Measure(ExactNumber(digits: "0.333333333333333333")!, unit: "GBP"), .money))
  }
}
