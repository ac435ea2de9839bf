import IbidColumns
import IbidTypes
import Testing

@testable import IbidEngine

/// Values found by their place, and middles of decimals, against sorting and exact numbers.
@Suite struct SelectionTests {
  private static func values(_ count: Int, _ random: inout Random) -> [[Double]] {
    [
      (0..<count).map { _ in Double(random.below(1_000_000)) / 1e4 },
      (0..<count).map { _ in Double(random.below(3)) },
      [Double](repeating: 4.25, count: count),
      (0..<count).map { $0 % 50 == 0 ? 1e300 : Double(random.below(10)) },
      (0..<count).map { _ in Double(bitPattern: random.next() >> 2) }.map { $0.isFinite ? $0 : 1 },
      (0..<count).map { Double($0) - Double(count) / 2 },
      (0..<count).map { $0 == 0 ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude / Double($0) },
      (0..<count).map { Double($0) * Double.leastNonzeroMagnitude },
    ]
  }

  @Test(arguments: [1, 2, 3, 7, 10, 19, 20, 21, 63, 64, 65, 200, 3_000])
  func findsWhatSortingFinds(_ count: Int) {
    var random = Random(seed: UInt64(count))
    var selection = Selection()
    for values in Self.values(count, &random) {
      let sorted = values.sorted()
      for lower in Set([0, count / 2, (count - 1) / 2, count / 10, count - 1]) {
        for upper in [lower, lower + 1] where upper < count {
          // What lies before and behind the range is not touched.
          var all = [-7, -7] + values + [-7]
          let found = all.withApart { selection.values(at: lower, upper, of: $0, 2..<count + 2) }
          #expect(found.lower == sorted[lower] && found.upper == sorted[upper])
          #expect(all[2..<count + 2].sorted() == sorted && all[0] == -7 && all[count + 2] == -7)
        }
      }
    }
  }

  @Test func middlesAreThoseOfTheDecimals() {
    var random = Random(seed: 12)
    var found = 0
    for _ in 0..<2_000 {
      let scale = random.pick([1.0, 10, 100, 1e4, 1e6, 1e9])
      let (a, b) = (
        Double(random.below(1_000_000) - 500_000) / scale,
        Double(random.below(1_000_000)) / random.pick([1.0, 100, 1e6])
      )
      guard let middle = ShortDecimal.middle(of: a, b) else { continue }
      found += 1
      guard let x = ExactNumber(shortestDecimalOf: a), let y = ExactNumber(shortestDecimalOf: b),
        let sum = x.adding(y), let half = sum.multiplied(by: .half)
      else { continue }
      #expect(middle == Double(half.plainDescription), "between \(a) and \(b)")
    }
    #expect(found > 1_500)
    #expect(ShortDecimal.middle(of: 0.1 + 0.2, 1) == nil)
    #expect(ShortDecimal.middle(of: 1e200, 1) == nil)
    #expect(ShortDecimal.middle(of: .pi, 1) == nil)
  }

  @Test func decimalsAreRoundedHalfToEven() {
    var random = Random(seed: 14)
    var halves = 0
    for _ in 0..<4_000 {
      let value = Double(random.below(2_000_000) - 1_000_000) / random.pick([1.0, 10, 100, 1e3, 1e4, 1e6, 1e9])
      let places = random.below(7)
      guard let short = ShortDecimal(value), let exact = ExactNumber(shortestDecimalOf: value),
        let rounded = exact.rounded(toPlaces: places)
      else {
        Issue.record("\(value) has few digits")
        continue
      }
      if exact.subtracting(rounded)?.magnitude == ExactNumber(5).divided(by: ExactNumber(whole: 10)),
        places == 0
      {
        halves += 1
      }
      let found = short.rounded(toPlaces: places)
      #expect(found == rounded.double, "\(value) to \(places)")
      #expect(found.sign == .plus || found != 0)
    }
    #expect(halves > 5)
    for (value, rounded) in [(2.345, 2.34), (2.355, 2.36), (-0.5, 0), (-1.5, -2), (0.5, 0), (1.5, 2)] {
      #expect(ShortDecimal(value)?.rounded(toPlaces: rounded.rounded() == rounded ? 0 : 2) == rounded)
    }
  }
}
