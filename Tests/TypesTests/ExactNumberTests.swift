import IbidTypes
import TestSupport
import Testing

/// Numbers small enough for plain integer arithmetic to check them, and edges that do not fit.
@Suite struct ExactNumberTests {
  private struct Fraction {
    var top: Int
    var bottom: Int
    var exact: ExactNumber { ExactNumber(Int128(top), over: Int128(bottom))! }
  }

  private static func fractions(_ count: Int, seed: UInt64) -> [Fraction] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      Fraction(
        top: random.int(in: -1000...1000), bottom: random.int(in: 1...60) * (random.int(in: 0...1) == 0 ? 1 : -1))
    }
  }

  /// `x` is top/bottom: multiplied crosswise, both are the same.
  private static func equals(_ x: ExactNumber?, _ top: Int, _ bottom: Int) -> Bool {
    guard let x else { return false }
    return x.numerator * Int128(bottom) == Int128(top) * x.denominator && x.denominator > 0
      && ExactNumber.greatestCommonDivisor(x.numerator.magnitude, x.denominator.magnitude) == 1
  }

  @Test func arithmeticIsThatOfFractions() {
    for (a, b) in zip(Self.fractions(2000, seed: 1), Self.fractions(2000, seed: 2)) {
      let (x, y) = (a.exact, b.exact)
      #expect(Self.equals(x.adding(y), a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))
      #expect(Self.equals(x.subtracting(y), a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom))
      #expect(Self.equals(x.multiplied(by: y), a.top * b.top, a.bottom * b.bottom))
      if b.top != 0 {
        #expect(Self.equals(x.divided(by: y), a.top * b.bottom, a.bottom * b.top))
      } else {
        #expect(x.divided(by: y) == nil)
      }
      let sign = a.bottom * b.bottom > 0 ? 1 : -1
      #expect((x < y) == (sign * (a.top * b.bottom - b.top * a.bottom) < 0))
      #expect((x == y) == (a.top * b.bottom == b.top * a.bottom))
      #expect(Self.equals(x.negated, -a.top, a.bottom))
      #expect(x.magnitude == max(x, x.negated))
      #expect(ExactNumber(whole: x.floor) <= x && x < ExactNumber(whole: x.floor + 1))
    }
  }

  @Test func orderHoldsWhereProductsOverflow() {
    let large = ExactNumber(Int128.max, over: 3)!
    let larger = ExactNumber(Int128.max, over: 2)!
    #expect(large < larger && larger.negated < large.negated && large.negated < large)
    #expect(ExactNumber(1, over: Int128.max)! < ExactNumber(1, over: Int128.max - 1)!)
  }

  @Test func whatDoesNotFitIsNil() {
    let most = ExactNumber(whole: .max)
    #expect(most.adding(.one) == nil)
    #expect(most.negated.subtracting(ExactNumber(2)) == nil)
    #expect(most.multiplied(by: ExactNumber(2)) == nil)
    #expect(most.multiplied(by: ExactNumber(1, over: 2)!) != nil)
    #expect(ExactNumber(1, over: 0) == nil)
    #expect(ExactNumber(.min, over: 1) == nil && ExactNumber(1, over: .min) == nil)
    #expect(ExactNumber(digits: String(repeating: "9", count: 39)) == nil)
    #expect(ExactNumber(7).scaled(byPowerOfTen: 38) == nil)
    #expect(ExactNumber.zero.scaled(byPowerOfTen: 99) == .zero)
    #expect(ExactNumber(3, over: Int128.max)!.adding(ExactNumber(1, over: Int128.max - 1)!) == nil)
  }

  @Test(arguments: [
    ("24000", "24000"), ("-12.50", "-12.5"), (".5", "0.5"), ("0.10", "0.1"), ("1_000", "1000"), ("-0", "0"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
  ])
  func decimalsReadAndPrint(_ digits: String, _ printed: String) {
    #expect(ExactNumber(digits: digits)?.plainDescription == printed)
  }

  @Test(arguments: ["", "-", ".", "1.2.3", "1e5", "+1", "1 000", "٣"])
  func otherDigitsAreRefused(_ digits: String) { #expect(ExactNumber(digits: digits) == nil) }

  @Test func decimalsComeBack() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let number = ExactNumber(
        Int128(random.int(in: -1_000_000_000...1_000_000_000)), over: ExactNumber.powerOfTen(random.int(in: 0...12))!)!
      #expect(ExactNumber(digits: number.plainDescription) == number)
    }
  }

  @Test(arguments: [
    (0.1, "0.1"), (2.5e-3, "0.0025"), (1e21, "1000000000000000000000"), (-1.5, "-1.5"),
    (0.1 + 0.2, "0.30000000000000004"),
  ])
  func floatsAreTheirShortestDecimal(_ float: Double, _ printed: String) {
    #expect(ExactNumber(shortestDecimalOf: float)?.plainDescription == printed)
  }

  @Test func floatsWithoutADecimalThatFitsAreNil() {
    for float in [Double.nan, .infinity, -.infinity, 1e39, 1e-40] {
      #expect(ExactNumber(shortestDecimalOf: float) == nil)
    }
  }

  // MARK: Rounding

  @Test(arguments: [
    ("2.345", 2, "2.34"), ("2.355", 2, "2.36"), ("-2.345", 2, "-2.34"), ("-2.355", 2, "-2.36"), ("0.5", 0, "0"),
    ("1.5", 0, "2"),
    ("-0.5", 0, "0"), ("-1.5", 0, "-2"), ("10", 2, "10"), ("2.3451", 2, "2.35"), ("0", 3, "0"), ("24000", 0, "24000"),
  ])
  func roundsHalfToEven(_ digits: String, _ places: Int, _ printed: String) {
    #expect(ExactNumber(digits: digits)?.rounded(toPlaces: places)?.plainDescription == printed)
  }

  /// The rounded number is a multiple of 10^-places no further away than half a step, at half a step the even one.
  @Test func roundingIsTheNearestMultiple() throws {
    for fraction in Self.fractions(2000, seed: 4) {
      for places in [0, 1, 3] {
        let step = ExactNumber(1, over: ExactNumber.powerOfTen(places)!)!
        let rounded = try #require(fraction.exact.rounded(toPlaces: places))
        let steps = try #require(rounded.divided(by: step))
        let distance = try #require(fraction.exact.subtracting(rounded)).magnitude
        let half = try #require(step.divided(by: ExactNumber(2)))
        #expect(steps.isWhole && distance <= half && (distance < half || steps.numerator % 2 == 0))
      }
    }
  }

  @Test(arguments: [
    (1, 3, "0.333333333333333333"), (2, 3, "0.666666666666666667"), (1, 2, "0.5"), (200, 3, "66.6666666666666667"),
    (-1, 7, "-0.142857142857142857"), (1_000_000_000_000_000_001, 2, "500000000000000000"),
    (1_000_000_000_000_000_003, 2, "500000000000000002"),
  ])
  func quotientsHaveEighteenDigits(_ top: Int, _ bottom: Int, _ printed: String) {
    #expect(ExactNumber(Int128(top), over: Int128(bottom))?.roundedToEighteenDigits().plainDescription == printed)
  }

  @Test func printsThousandsAndFractions() {
    for (number, digits, isRounded) in [
      (ExactNumber(24_000), "24,000", false), (ExactNumber(digits: "-1234567.25"), "-1,234,567.25", false),
      (ExactNumber(999), "999", false), (ExactNumber(1, over: 3), "0.333333", true),
      (ExactNumber(-2, over: 3), "-0.666667", true), (ExactNumber(1, over: 30_000), "0.0000333333", true),
      (ExactNumber(9_999_995, over: 9_999_999), "1", true), (ExactNumber(20_000_000, over: 3), "6,666,666.67", true),
    ] {
      #expect(number?.written.digits == digits && number?.written.isRounded == isRounded)
    }
  }
}
