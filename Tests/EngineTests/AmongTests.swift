import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// `x in [a, b]` of constants, as a condition of rows and as a value, against a search in the list.
@Suite struct AmongTests {
  private static let rows = 1_500

  private func values(_ random: inout Random, below limit: Int, _ make: (Int) -> Value) -> [Value] {
    (0..<Self.rows).map { _ in random.oneIn(8) ? .none : make(random.below(limit)) }
  }

  private func check(_ values: [Value], _ type: ValueType, _ wanted: [(Constant, Value)]) throws {
    let table = Evaluation([type], values.map { [$0] })
    let elements = wanted.map { constant($0.0, type.required) }
    let list = PlanExpression(.list(elements), ValueType(.list(type.required)), at: nowhere)
    let test = isIn(column(0, type), list)
    let members = wanted.map(\.1)
    #expect(try table.values(test) == values.map { $0 == .none ? .none : .bool(members.contains($0)) })
    let kept = try table.run(table.plan.filter(test)).table
    #expect((0..<kept.rowCount).map { kept.columns[0].value(at: $0) } == values.filter { members.contains($0) })
  }

  /// Numbers of one byte, two and four, and such as lie too far apart for a table of them.
  @Test(arguments: [20, 3_000, 100_000, 1 << 40]) func wholeNumbers(_ limit: Int) throws {
    var random = Random(seed: UInt64(limit))
    let values = values(&random, below: limit) { .int(Int64($0) - 7) }
    for count in [1, 2, 12] {
      let wanted = (0..<count).map { index -> Int64 in
        if index % 3 == 2 { return Int64(random.below(limit)) + Int64(limit) }
        if case .int(let number) = values[random.below(Self.rows)] { return number }
        return -8
      }
      try check(values, .int.optional, wanted.map { (.int($0), .int($0)) })
    }
  }

  @Test(arguments: [3, 90]) func floats(_ limit: Int) throws {
    var random = Random(seed: UInt64(limit))
    let values = values(&random, below: limit) { .float(Double($0) / 4) }
    for count in [1, 3, 12] {
      let wanted = (0..<count).map { _ in Double(random.below(2 * limit)) / 4 }
      try check(values, .float.optional, wanted.map { (.float($0), .float($0)) })
    }
  }

  /// Few words, and one for each row; words of one length that differ in the last letter or before it.
  @Test(arguments: [4, 900, 100_000]) func texts(_ limit: Int) throws {
    var random = Random(seed: UInt64(limit))
    func word(_ number: Int) -> String { number == 0 ? "" : number % 5 == 0 ? "é\(number)" : "w\(10_000 + number)" }
    let values = values(&random, below: limit) { .text(word($0)) }
    for count in [1, 3, 12] {
      let wanted = (0..<count).map { _ in word(random.below(2 * limit)) }
      try check(values, .text.optional, wanted.map { (.text($0), .text($0)) })
    }
  }
}
