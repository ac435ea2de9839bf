import IbidColumns
import IbidTypes
import Testing

@Suite struct MeasureColumnTests {
  private static func column(_ values: [Measure?], kind: MeasureKind = .quantity) throws -> MeasureColumn {
    var builder = MeasureColumnBuilder(kind: kind)
    for value in values { builder.append(value) }
    let column = try builder.finish()
    column.checkInvariants()
    return column
  }

  private static func number(_ top: Int128, _ bottom: Int128 = 1) -> ExactNumber { ExactNumber(top, over: bottom)! }

  @Test func oneDenominatorHoldsAllNumbers() throws {
    let numbers = [Self.number(1, 3), Self.number(1, 4), Self.number(5), Self.number(-7, 6)]
    let column = try Self.column(numbers.map { Measure($0, unit: "km") })
    #expect(column.denominator == 12 && column.low == [4, 3, 60, -14] && column.isExact)
    #expect((0..<4).map { column[$0]?.low } == numbers)
    #expect(column.units == ["km"] && column.unitCodes.isEmpty && column.validity == nil)
  }

  @Test func valuesComeBackAsTheyWere() throws {
    let values: [Measure?] = [
      Measure(
        low: Self.number(5), high: nil, isLowOpen: true, unit: "people", text: "5 people", worded: "more than 5 people"),
      nil,
      Measure(low: nil, high: Self.number(1, 2), isHedged: true, unit: "fraction"),
      Measure(low: Self.number(17), high: Self.number(40), isHighOpen: true, isChange: true, unit: "percent"),
      Measure(low: nil, high: nil, unit: "people", text: "many people"), Measure(Self.number(3), unit: "people"),
    ]
    let column = try Self.column(values)
    #expect((0..<values.count).map { column[$0] } == values)
    #expect(column.units == ["people", "fraction", "percent"] && !column.isExact && column.validity?.trueCount == 5)
  }

  @Test func anEmptyColumnHasAUnit() throws {
    #expect(try Self.column([]).units == [""] && Self.column([nil]).units == [""] && Self.column([nil])[0] == nil)
  }

  @Test func missingRowsTakeTheFirstUnit() throws {
    let column = try Self.column([Measure(.one, unit: "GBP"), nil], kind: .money)
    #expect(column.units == ["GBP"] && column.unitCodes.isEmpty && column[1] == nil)
  }

  @Test func whatNoDenominatorHoldsOverflows() {
    let primes: [Int128] = [1_000_000_007, 1_000_000_009, 1_000_000_021, 1_000_000_033, 1_000_000_087, 1_000_000_093]
    #expect(throws: NumberOverflow.self) { try Self.column(primes.map { Measure(Self.number(1, $0), unit: "") }) }
    #expect(throws: NumberOverflow.self) {
      try Self.column([Measure(Self.number(.max), unit: ""), Measure(Self.number(1, 2), unit: "")])
    }
    #expect(throws: Never.self) {
      try Self.column([Measure(Self.number(.max), unit: ""), Measure(Self.number(1), unit: "")])
    }
  }
}
