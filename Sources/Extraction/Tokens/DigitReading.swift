import IbidTypes

/// Digits becoming an exact number; gives up silently past 30 digits.
struct DigitReading {
  var digits = 0
  var isAfterPoint = false
  private var mantissa: Int128 = 0
  private var decimals = 0

  mutating func append(_ byte: UInt8) {
    digits += 1
    guard digits <= 30 else { return }
    mantissa = mantissa * 10 + Int128(byte - 0x30)
    if isAfterPoint { decimals += 1 }
  }

  var value: ExactNumber? {
    guard digits <= 30 else { return nil }
    let whole = ExactNumber(whole: mantissa)
    return decimals == 0 ? whole : whole.scaled(byPowerOfTen: -decimals)
  }
}
