import IbidColumns
import IbidTypes
import Testing

@testable import IbidEngine

/// Columns of texts of values against the texts of each value.
@Suite struct ValueTextsTests {
  private func check(_ column: Column, _ what: String) {
    let snapshot = Snapshot()
    let expected = TextColumn(column.printed(in: snapshot))
    for threads in [1, 2] {
      Parallel.$current.withValue(Parallel(threads: threads, morselRows: 64)) {
        let found = ValueTexts.column(column, in: snapshot)
        #expect(found.dictionary.bytes == expected.dictionary.bytes, "\(what)")
        #expect(found.dictionary.offsets == expected.dictionary.offsets, "\(what)")
        for row in 0..<column.count { #expect(found[row] == expected[row], "\(what), row \(row)") }
        found.dictionary.checkDistinct()
      }
    }
  }

  @Test func wholeNumbersAndFloats() {
    var random = Random(seed: 1)
    let ends = [Int64.min, .max, 0, -1, 9, 10, 99, 100, 999, 1_000, -1_000_000]
    let numbers = ends + (0..<900).map { _ in Int64(bitPattern: random.next()) >> Int64(random.below(64)) } + ends
    check(.int(FixedColumn(numbers)), "whole numbers")
    let valid = Bitmap(numbers.map { _ in !random.oneIn(5) })
    check(.int(FixedColumn(numbers, validity: valid)), "whole numbers with gaps")
    check(.int(FixedColumn([1, 2], validity: Bitmap([false, false]))), "nothing")
    check(.int(FixedColumn([])), "no rows")
    let rare: [Double] = [
      0, -0.0, 1e-4, 1e-5, 0.00012, -0.5, 1e14, 1e15, 1e16, 123_456_789_012_345, 0x1p53, 0x1p54, 0x1p55, 1e22, 1e300,
      .pi,
      1 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 99.99, 100, 0.1 + 0.2, 9_999_999.5, 1e-4.nextDown,
    ]
    let floats =
      rare + rare.map { -$0 }
      + (0..<2_000).map { _ in
        let number = Double(random.below(1 << 30)) / [1, 10, 100, 1e4, 1e6, 1e9, 1e13, 7][random.below(8)]
        return random.oneIn(2) ? number : -number
      } + (0..<500).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    check(.float(FixedColumn(floats)), "floats")
    check(.float(FixedColumn(floats, validity: Bitmap(floats.map { _ in !random.oneIn(4) }))), "floats with gaps")
  }

  /// All kinds of bounds, in one unit and in several, over denominators that decimals have and that they have not.
  @Test func amounts() {
    var random = Random(seed: 2)
    let units: [(MeasureKind, [String])] = [
      (.money, ["GBP"]), (.money, ["CHF"]), (.money, [""]), (.money, ["GBP", "EUR"]), (.quantity, ["people"]),
      (.quantity, ["percent"]), (.quantity, ["fraction"]), (.quantity, [""]), (.quantity, ["mile", "km"]),
      (.quantity, ["mile"]), (.duration, ["day"]), (.duration, ["day", "month"]),
    ]
    for (kind, units) in units {
      for (bottom, greatest) in [(1, 12), (100, 3_000_000), (8, 1 << 40), (3, 40), (1000, 1 << 50), (1, 1 << 60)] {
        for isExact in [true, false] {
          let values: [Measure?] = (0..<300).map { _ in
            if random.oneIn(9) { return nil }
            func number() -> ExactNumber {
              let round = [1, 1_000, 500_000_000][random.below(3)]
              let number = Int128(random.below(greatest)) / Int128(round) * Int128(round)
              return ExactNumber(random.oneIn(4) ? -number : number, over: Int128(bottom)) ?? .one
            }
            let (one, other, unit) = (number(), number(), random.pick(units))
            if isExact || random.oneIn(3) { return Measure(one, unit: unit) }
            var value = Measure(
              low: random.oneIn(4) ? nil : min(one, other), high: random.oneIn(4) ? nil : max(one, other),
              isLowOpen: random.oneIn(3), isHighOpen: random.oneIn(3), isHedged: random.oneIn(4),
              isChange: random.oneIn(20), unit: unit)
            if random.oneIn(5), let low = value.low { value.high = low }
            if random.oneIn(9) { value.text = random.pick(["lots", "some"]) }
            return value
          }
          guard let column = Column.measures(values, kind: kind) else { continue }
          check(column, "\(units) over \(bottom) up to \(greatest)")
        }
      }
    }
  }

  @Test func othersThanNumbers() {
    var random = Random(seed: 3)
    for base in [DataType.bool, .date, .period] {
      let values = (0..<400).map { _ in random.value(ValueType(base, optional: true)) }
      check(Column(values, type: base, junk: &random), "\(base)")
    }
    let days: [Moment?] = (0..<400).map { _ in
      random.oneIn(9) ? nil : Moment(firstDay: random.below(40_000), lastDay: 0, grain: .day)
    }.map { day in day.map { Moment(low: $0.low, high: ($0.low ?? 0) + Calendar.secondsPerDay - 1, grain: .day) } }
    check(.moment(MomentColumn(days)), "days")
    let far = [-800_000, 0, 3_000_000, 1].map { Moment(firstDay: $0, lastDay: $0, grain: .day) }
    check(.moment(MomentColumn(far)), "days far away")
  }
}

extension TextDictionary {
  fileprivate func checkDistinct() { #expect(Set((0..<count).map { self[$0] }).count == count) }
}
