/// Reads numbers, truth values and days from bytes, without a `String` for any but the odd float.
enum CellNumber {
  /// The range without ASCII spaces at both ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }

  /// `true` or `false`, in any case of letters.
  static func bool(_ bytes: [UInt8], _ range: Range<Int>) -> Bool? {
    func spells(_ word: [UInt8]) -> Bool { bytes[range].elementsEqual(word) { $0 | 0x20 == $1 } }
    switch range.count {
    case 4: return spells(trueWord) ? true : nil
    case 5: return spells(falseWord) ? false : nil
    default: return nil
    }
  }

  private static let trueWord = Array("true".utf8)
  private static let falseWord = Array("false".utf8)

  /// Digits with an optional sign; nil past 64 bits and for leading zeros unless they are allowed.
  static func int(_ bytes: [UInt8], _ range: Range<Int>, allowsLeadingZeros: Bool = false) -> Int64? {
    var index = range.lowerBound
    let end = range.upperBound
    guard index < end else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard index < end else { return nil }
    if !allowsLeadingZeros, bytes[index] == 0x30, end - index > 1 { return nil }
    var value: Int64 = 0
    while index < end {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      // Towards the sign, so that the least number fits.
      let (scaled, o1) = value.multipliedReportingOverflow(by: 10)
      let (sum, o2) = scaled.addingReportingOverflow(isNegative ? -Int64(digit) : Int64(digit))
      if o1 || o2 { return nil }
      value = sum
      index += 1
    }
    return value
  }

  /// A decimal with optional sign, point and exponent; nil for anything else, for what is past the range of a float, and
  /// for leading zeros unless they are allowed. `inf` and `nan` are not numbers here.
  static func float(_ bytes: [UInt8], _ range: Range<Int>, allowsLeadingZeros: Bool = false) -> Double? {
    var index = range.lowerBound
    let end = range.upperBound
    guard index < end else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    let firstDigit = index
    var mantissa: UInt64 = 0
    var digits = 0
    var isShort = true
    var places = 0
    var seenPoint = false
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else if byte &- 0x30 < 10 {
        digits += 1
        if seenPoint { places += 1 }
        if mantissa < 1 << 53 / 10 { mantissa = mantissa * 10 + UInt64(byte - 0x30) } else { isShort = false }
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    let hasLeadingZero = bytes[firstDigit] == 0x30 && firstDigit + 1 < end && bytes[firstDigit + 1] &- 0x30 < 10
    if hasLeadingZero && !allowsLeadingZeros { return nil }
    var exponent = 0
    if index < end {
      guard bytes[index] | 0x20 == UInt8(ascii: "e"),
        let written = int(bytes, index + 1..<end, allowsLeadingZeros: true), abs(written) < 10_000
      else { return nil }
      exponent = Int(written)
    }
    let power = exponent - places
    // Exact: both factors are floats without rounding, so one operation rounds once (Clinger 1990).
    if isShort, abs(power) < powersOfTen.count {
      let value = power < 0 ? Double(mantissa) / powersOfTen[-power] : Double(mantissa) * powersOfTen[power]
      return isNegative ? -value : value
    }
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  /// `nan`, `inf` or `infinity` in any case of letters, with or without a sign: what floats have beside numbers.
  static func isSpecial(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var word = bytes[range]
    if let first = word.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { word.removeFirst() }
    return specialWords.contains { word.count == $0.count && word.elementsEqual($0) { $0 | 0x20 == $1 } }
  }

  private static let specialWords = ["nan", "inf", "infinity"].map { Array($0.utf8) }

  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
