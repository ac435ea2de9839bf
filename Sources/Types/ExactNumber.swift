/// A number without rounding: a reduced fraction of two 128-bit integers.
///
/// Amounts in documents are decimals (`4.9 million`) and now and then fractions (`a third`); both are kept as they
/// were written, so that 1/3 is not 33% and 0.1 + 0.2 is 0.3. Arithmetic that does not fit gives `nil`: the caller
/// reports an overflow. Use a `MeasureColumn` for many of them; it shares one denominator per column.
package struct ExactNumber: Hashable, Sendable, Comparable, BitwiseCopyable {
  package let numerator: Int128
  /// Always positive; 1 for whole numbers.
  package let denominator: Int128

  package static let zero = ExactNumber(0)
  package static let one = ExactNumber(1)

  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  package init(whole: Int128) {
    numerator = whole
    denominator = 1
  }

  /// Reduces; nil if the denominator is 0 or a sign does not fit.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    if denominator == 1 {
      (self.numerator, self.denominator) = (numerator, 1)
      return
    }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let shared = divisor == 0 ? 1 : Int128(divisor)
    self.numerator = shared == 1 ? sign * numerator : Self.quotientAndRemainder(sign * numerator, shared).0
    self.denominator = shared == 1 ? sign * denominator : Self.quotientAndRemainder(sign * denominator, shared).0
  }

  /// In 64 bits where both fit.
  @inline(__always)
  private static func quotientAndRemainder(_ a: Int128, _ b: Int128) -> (Int128, Int128) {
    // The least number over -1 does not fit.
    if let x = Int64(exactly: a), let y = Int64(exactly: b), y > 0 {
      let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
      return (Int128(quotient), Int128(remainder))
    }
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return (quotient, remainder)
  }

  /// Reads decimal digits with at most one point and an optional sign: `-12.50`; nil for anything else or overflow.
  package init?(digits: some StringProtocol, exponent: Int = 0) {
    var value: Int128 = 0
    var scale: Int128 = 1
    var seenPoint = false
    var seenDigit = false
    var negative = false
    for (index, byte) in digits.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = scaled.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        if overflow || overflow2 { return nil }
        value = sum
        seenDigit = true
        if seenPoint {
          let (wider, overflow) = scale.multipliedReportingOverflow(by: 10)
          if overflow { return nil }
          scale = wider
        }
      case UInt8(ascii: "."):
        if seenPoint { return nil }
        seenPoint = true
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: "_") where index > 0: continue
      default: return nil
      }
    }
    guard seenDigit, let number = ExactNumber(negative ? -value : value, over: scale),
      let scaled = number.scaled(byPowerOfTen: exponent)
    else { return nil }
    self = scaled
  }

  /// The shortest decimal that reads back as this float; nil for infinities, NaN and what 128 bits cannot hold.
  package init?(shortestDecimalOf value: Double) {
    if let short = ShortDecimal(value), let power = Self.powerOfTen(short.places) {
      self.init(Int128(Int64(short.numerator)), over: power)
      return
    }
    guard value.isFinite else { return nil }
    let text = "\(value)"
    if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let exponent = Int(text[text.index(after: mark)...]) else { return nil }
      self.init(digits: text[..<mark], exponent: exponent)
    } else {
      self.init(digits: text)
    }
  }

  package var isWhole: Bool { denominator == 1 }
  package var isNegative: Bool { numerator < 0 }
  package var double: Double { Double(numerator) / Double(denominator) }

  package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return (a.high, a.low) < (b.high, b.low)
  }

  /// Floored; the remainder has the divisor's sign.
  package var floor: Int128 {
    let (quotient, remainder) = Self.quotientAndRemainder(numerator, denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  // MARK: Arithmetic

  package var negated: ExactNumber {
    // Proof: `numerator` is never `.min` (refused by the initialiser), so negation fits.
    ExactNumber(unchecked: -numerator, denominator)
  }

  package var magnitude: ExactNumber { isNegative ? negated : self }

  package func adding(_ other: ExactNumber) -> ExactNumber? {
    let divisor = Int128(Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let (left, o1) = numerator.multipliedReportingOverflow(by: other.denominator / divisor)
    let (right, o2) = other.numerator.multipliedReportingOverflow(by: denominator / divisor)
    let (sum, o3) = left.addingReportingOverflow(right)
    let (common, o4) = (denominator / divisor).multipliedReportingOverflow(by: other.denominator)
    return o1 || o2 || o3 || o4 ? nil : ExactNumber(sum, over: common)
  }

  package func subtracting(_ other: ExactNumber) -> ExactNumber? { adding(other.negated) }

  package func multiplied(by other: ExactNumber) -> ExactNumber? {
    // Cross-reducing first keeps the products as small as they can be.
    guard let a = ExactNumber(numerator, over: other.denominator),
      let b = ExactNumber(other.numerator, over: denominator)
    else { return nil }
    let (top, o1) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (bottom, o2) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return o1 || o2 ? nil : ExactNumber(top, over: bottom)
  }

  /// The exact quotient; nil for division by zero or overflow.
  package func divided(by other: ExactNumber) -> ExactNumber? {
    guard let inverse = ExactNumber(other.denominator, over: other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  package func scaled(byPowerOfTen exponent: Int) -> ExactNumber? {
    guard let power = Self.powerOfTen(abs(exponent)) else { return numerator == 0 ? self : nil }
    return exponent >= 0
      ? multiplied(by: ExactNumber(unchecked: power, 1)) : multiplied(by: ExactNumber(unchecked: 1, power))
  }

  /// Rounded half to even at 18 significant digits and at most 18 digits after the point; what is exact stays exact.
  ///
  /// Quotients, averages and conversions use this, so that a column of them keeps one denominator.
  package func roundedToEighteenDigits() -> ExactNumber {
    if decimalPlaces.map({ $0 <= 18 }) ?? false, numerator.magnitude < 1_000_000_000_000_000_000 { return self }
    // Digits before the point decide how many may stand after it.
    var whole = magnitude.floor
    var wholeDigits = 0
    while whole > 0 {
      whole /= 10
      wholeDigits += 1
    }
    let places = max(0, min(18, 18 - wholeDigits))
    return rounded(toPlaces: places) ?? self
  }

  /// Where a number in the middle between two goes.
  package enum Halves { case toEven, up, down }

  /// Rounded to the nearest of so many decimal places (0 to 36); nil on overflow.
  package func rounded(toPlaces places: Int, halves: Halves = .toEven) -> ExactNumber? {
    if denominator == 1 { return self }
    guard let power = Self.powerOfTen(places) else { return nil }
    var quotient: Int128
    var remainder: Int128
    let (short, overflow) = numerator.multipliedReportingOverflow(by: power)
    if !overflow {
      (quotient, remainder) = Self.quotientAndRemainder(short, denominator)
    } else {
      let product = numerator.multipliedFullWidth(by: power)
      guard product.high >= -denominator / 2, product.high < denominator / 2 else { return nil }
      (quotient, remainder) = denominator.dividingFullWidth(product)
    }
    if remainder < 0 {
      quotient -= 1
      remainder += denominator
    }
    let rest = denominator - remainder
    let halfGoesUp =
      switch halves {
      case .toEven: quotient & 1 != 0
      case .up: true
      case .down: false
      }
    if remainder > rest || remainder == rest && halfGoesUp { quotient += 1 }
    return ExactNumber(quotient, over: power)
  }

  private init(unchecked numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// 10 to the power of 0 to 38, else nil.
  package static func powerOfTen(_ exponent: Int) -> Int128? {
    guard exponent >= 0, exponent <= 38 else { return nil }
    // In 64 bits as far as they go.
    var power: UInt64 = 1
    for _ in 0..<min(exponent, 19) { power &*= 10 }
    var result = Int128(power)
    for _ in min(exponent, 19)..<exponent { result *= 10 }
    return result
  }

  package static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    // A division of 128 bits takes many times as long as one of 64.
    while b != 0 {
      if let x = UInt64(exactly: a), let y = UInt64(exactly: b) { return UInt128(greatestCommonDivisor(x, y)) }
      (a, b) = (b, a % b)
    }
    return a
  }

  /// Without a division, by halving what is even.
  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    if a == 0 || b == 0 { return a | b }
    let shared = UInt64((a | b).trailingZeroBitCount)
    var a = a &>> UInt64(a.trailingZeroBitCount)
    var b = b
    repeat {
      b &>>= UInt64(b.trailingZeroBitCount)
      if a > b { (a, b) = (b, a) }
      b &-= a
    } while b != 0
    return a &<< shared
  }
}
