// Numbers as text: for data files, and as people write them.

extension ExactNumber {
  /// Digits after the point if the decimal terminates, else nil.
  package var decimalPlaces: Int? {
    var rest = denominator
    var twos = 0
    var fives = 0
    while rest % 2 == 0 {
      rest /= 2
      twos += 1
    }
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    return rest == 1 ? max(twos, fives) : nil
  }

  /// `24000.5`, or `1/3` where no decimal terminates. Reads back through `init(digits:)` if it is a decimal.
  package var plainDescription: String {
    guard let places = decimalPlaces, let power = Self.powerOfTen(places),
      let scaled = multiplied(by: ExactNumber(whole: power))
    else { return "\(numerator)/\(denominator)" }
    let digits = String(scaled.numerator.magnitude)
    let sign = isNegative ? "-" : ""
    if places == 0 { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// As people write it: the thousands of the whole part grouped, `24,000.5`.
  ///
  /// Where no decimal ends it is rounded to six digits, or to two decimals of a longer number: `4.24274`, `333,333.33`.
  package var written: (digits: String, isRounded: Bool) {
    let plain = plainDescription
    guard plain.utf8.contains(UInt8(ascii: "/")) else { return (Self.grouped(plain), false) }
    let wholeDigits = String(magnitude.floor).utf8.count
    return (Self.grouped(roundedText(significantDigits: max(6, wholeDigits + 2))), true)
  }

  /// Decimal digits for data files: `24000`, `-0.5`, all of them.
  ///
  /// A fraction that does not terminate (a third) is rounded half to even at 18 significant digits.
  package var decimalText: String {
    let exact = plainDescription
    return exact.utf8.contains(UInt8(ascii: "/")) ? roundedText(significantDigits: 18) : exact
  }

  /// `24000.5` as `24,000.5`.
  private static func grouped(_ plain: String) -> String {
    let parts = plain.split(separator: ".", maxSplits: 1)
    let sign = plain.hasPrefix("-") ? "-" : ""
    let digits = Array(parts[0].drop { $0 == "-" })
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// Long division: digits are taken one at a time, so no step leaves 128 bits.
  private func roundedText(significantDigits: Int) -> String {
    let top = numerator.magnitude
    let bottom = denominator.magnitude
    var digits = Array(String(top / bottom).utf8)
    var pointPosition = digits.count
    var rest = top % bottom
    if digits == [UInt8(ascii: "0")] {
      digits = []
      pointPosition = 0
    }
    while digits.count < significantDigits {
      let (digit, newRest) = Self.nextDigit(rest, over: bottom)
      rest = newRest
      if digits.isEmpty && digit == 0 {
        pointPosition -= 1
      } else {
        digits.append(UInt8(ascii: "0") + digit)
      }
    }
    // Half cannot occur by itself: a terminating decimal of this size came here only because it did not fit 128 bits.
    let remaining = bottom - rest
    if rest > remaining || (rest == remaining && digits[digits.count - 1] & 1 != 0), Self.increment(&digits) {
      pointPosition += 1
    }
    return (isNegative ? "-" : "") + Self.placed(digits, pointPosition)
  }

  /// The next decimal digit of `rest / bottom` and what remains; `rest` is below `bottom`.
  private static func nextDigit(_ rest: UInt128, over bottom: UInt128) -> (UInt8, UInt128) {
    let (quotient, remainder) = bottom.dividingFullWidth(rest.multipliedFullWidth(by: 10))
    return (UInt8(truncatingIfNeeded: quotient), remainder)
  }

  /// Adds one in the last place; true if that made the number one digit longer (9.9 → 10).
  private static func increment(_ digits: inout [UInt8]) -> Bool {
    for index in digits.indices.reversed() {
      if digits[index] != UInt8(ascii: "9") {
        digits[index] += 1
        return false
      }
      digits[index] = UInt8(ascii: "0")
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
    return true
  }

  private static func placed(_ digits: [UInt8], _ pointPosition: Int) -> String {
    let zeros = String(repeating: "0", count: max(0, -pointPosition))
    let whole = pointPosition > 0 ? String(decoding: digits.prefix(pointPosition), as: UTF8.self) : "0"
    if pointPosition >= digits.count { return whole + String(repeating: "0", count: pointPosition - digits.count) }
    var fraction = digits.dropFirst(max(0, pointPosition))
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    return fraction.isEmpty ? whole : whole + "." + zeros + String(decoding: fraction, as: UTF8.self)
  }
}
