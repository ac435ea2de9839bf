import IbidSource
import IbidTypes

/// Digits with their grouping and decimals.
extension Tokenizer {
  /// Reads `12,500.75`, `1.234.567,89`, `12’500`, `12 500`, `12,34,567` and plain digits.
  mutating func number() {
    var reading = DigitReading()
    var end = position
    while Self.isDigit(byte(end)) {
      reading.append(byte(end))
      end += 1
    }
    let hasLeadingZero = byte(position) == 0x30 && reading.digits > 1
    var separator: UInt32 = 0
    // Groups of three (of two in the Indian style, before a group of three).
    while !hasLeadingZero, reading.digits <= 3 || separator != 0, let (mark, width) = groupMark(at: end) {
      guard separator == 0 || mark == separator else { break }
      var size = 0
      while size < 4, Self.isDigit(byte(end + width + size)) { size += 1 }
      let isIndian = size == 2 && mark == 0x2C && byte(end + width + 2) == 0x2C
      guard size == 3 || isIndian else { break }
      if mark == 0x20 || mark == 0xA0 || mark == 0x202F || mark == 0x2009, !isSpaceGroup(end, width) { break }
      if mark == 0x20, separator == 0, reading.digits == 3, isInRow(end) { break }
      // One dot and three digits is a decimal in English unless another group or a decimal comma follows.
      if mark == 0x2E, separator == 0, !isDotGroup(end) { break }
      separator = mark
      for i in 0..<size { reading.append(byte(end + width + i)) }
      end += width + size
    }
    let integerDigits = reading.digits
    let point: UInt8 = separator == 0x2E ? UInt8(ascii: ",") : UInt8(ascii: ".")
    if byte(end) == point, Self.isDigit(byte(end + 1)) {
      end = decimals(from: end, &reading)
    } else if separator != 0x2C, byte(end) == UInt8(ascii: ","), isDecimalComma(end, isGrouped: separator != 0) {
      end = decimals(from: end, &reading)
    }
    numerals.append(
      Numeral(
        value: reading.value, digits: integerDigits, isGrouped: separator != 0,
        decimals: reading.digits - integerDigits,
        hasLeadingZero: hasLeadingZero))
    append(.number, end - position, UInt32(numerals.count - 1))
  }

  /// Whether the point at the position begins a number without a zero before it: `$.50`, `.08 percent`, `.5 miles`. A
  /// ".22 rifle" is none.
  var startsDecimals: Bool {
    guard Self.isDigit(byte(position + 1)), position == 0 || last < position || isBehindSign else { return false }
    var end = position + 1
    while Self.isDigit(byte(end)), end < position + 6 { end += 1 }
    let next = byte(end)
    if Self.isDigit(next) || next == UInt8(ascii: ",") && Self.isDigit(byte(end + 1)) { return false }
    if isBehindSign || next == UInt8(ascii: "%") { return true }
    let unit = next == 0x20 ? end + 1 : end
    return Self.isLetter(byte(unit)) && (isUnitWord(at: unit) || isPerCent(at: unit))
  }

  /// A sign of a currency right before the position.
  private var isBehindSign: Bool {
    guard let sign = found.last, last == position, sign.kind == .symbol else { return false }
    return CurrencyWords.family(ofSymbol: sign.detail) != nil
  }

  private func isPerCent(at offset: Int) -> Bool {
    ["percent", "per cent", "pct", "of "].contains { word in
      offset + word.utf8.count <= bytes.count && bytes[offset..<offset + word.utf8.count].elementsEqual(word.utf8)
    }
  }

  /// Reads `.08`.
  mutating func pointedNumber() {
    var reading = DigitReading()
    let end = decimals(from: position, &reading)
    numerals.append(
      Numeral(value: reading.value, digits: 1, isGrouped: false, decimals: reading.digits, hasLeadingZero: false))
    append(.number, end - position, UInt32(numerals.count - 1))
  }

  private func decimals(from offset: Int, _ reading: inout DigitReading) -> Int {
    var end = offset + 1
    reading.isAfterPoint = true
    while Self.isDigit(byte(end)) {
      reading.append(byte(end))
      end += 1
    }
    return end
  }

  /// A mark that may group digits, with its width in bytes.
  private func groupMark(at offset: Int) -> (UInt32, Int)? {
    switch byte(offset) {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: " "): return (UInt32(byte(offset)), 1)
    case 0xC2 where byte(offset + 1) == 0xA0: return (0xA0, 2)
    case 0xE2 where byte(offset + 1) == 0x80:
      switch byte(offset + 2) {
      case 0x99: return (0x2019, 3)
      case 0xAF: return (0x202F, 3)
      case 0x89: return (0x2009, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// Three digits after a space group only if no fourth digit, letter or hyphen follows: "12 500", not "in 3 100-page books".
  private func isSpaceGroup(_ end: Int, _ width: Int) -> Bool {
    let next = byte(end + width + 3)
    return !Self.isLetter(next)
      && (next != UInt8(ascii: "-") || !Self.isLetter(byte(end + width + 4)) && byte(end + width + 4) != 0x20)
      && next != UInt8(ascii: "/")
      && !(next == UInt8(ascii: " ") && Self.isDigit(byte(end + width + 4)) && !Self.isDigit(byte(end + width + 6)))
  }

  /// `120 130 140 150`: columns of a table and no groups of one number, which a currency or a round end would tell.
  private func isInRow(_ end: Int) -> Bool {
    if let last = found.last, !pending.contains(.lineStart) {
      if last.kind == .number, last.upper < position { return true }
      if last.kind == .symbol, CurrencyWords.family(ofSymbol: last.detail) != nil { return false }
      if last.kind == .word, last.upper - last.lower == 3,
        bytes[Int(last.lower)..<Int(last.upper)].allSatisfy({ (0x41...0x5A).contains($0) })
      {
        return false
      }
    }
    var (at, groups) = (end, 0)
    while byte(at) == 0x20, (1...3).allSatisfy({ Self.isDigit(byte(at + $0)) }), !Self.isDigit(byte(at + 4)) {
      if (1...3).allSatisfy({ byte(at + $0) == 0x30 }) { return false }
      groups += 1
      at += 4
    }
    return groups >= 2 && !(byte(at) == 0x20 && isUnitWord(at: at + 1))
  }

  /// After `.ddd` comes `.ddd` again or a decimal comma: dots group here.
  private func isDotGroup(_ end: Int) -> Bool {
    let next = end + 4
    if byte(next) == UInt8(ascii: ".") {
      return (1...3).allSatisfy { Self.isDigit(byte(next + $0)) } && !Self.isDigit(byte(next + 4))
    }
    return byte(next) == UInt8(ascii: ",") && Self.isDigit(byte(next + 1))
      && !(Self.isDigit(byte(next + 2)) && Self.isDigit(byte(next + 3)))
  }

  /// `3,5 %`, `2,75 €`, `16,5 °C`, `189,4 billion`, `€4,50`: one or two digits after a comma, and a sign, a scale or a
  /// currency beside the number.
  private func isDecimalComma(_ offset: Int, isGrouped: Bool) -> Bool {
    var end = offset + 1
    while Self.isDigit(byte(end)), end < offset + 4 { end += 1 }
    guard end - offset == 2 || end - offset == 3 else { return false }
    if byte(end) == UInt8(ascii: ","), Self.isDigit(byte(end + 1)) { return false }
    if isGrouped { return true }
    if let last = found.last, last.upper == position || !pending.contains(.lineStart), last.kind == .symbol,
      CurrencyWords.family(ofSymbol: last.detail) != nil
    {
      return true
    }
    while end < bytes.count {
      let (scalar, width) = self.scalar(at: end)
      switch CharacterClass(scalar) {
      case .space: end += width
      case .symbol:
        let value = scalar?.value ?? 0
        return value == 0x25 || value == 0xB0 || value == 0x2030
          || CurrencyWords.family(ofSymbol: value) != nil && !Self.isDigit(byte(end + width))
      case .letter: return isUnitWord(at: end)
      default: return false
      }
    }
    return false
  }

  /// Whether the word at an offset scales or measures a number: `million`, `Mio`, `euros`, `EUR`, `km`.
  private func isUnitWord(at offset: Int) -> Bool {
    var end = offset
    var hash = WordHash()
    while Self.isLetter(byte(end)), end < offset + 24 {
      hash.append(byte(end) | 0x20)
      end += 1
    }
    // "189,90 zł", "4,75 mil. Kč"
    let letters = bytes[offset..<min(bytes.count, offset + 3)]
    if letters.elementsEqual("zł".utf8) || letters.elementsEqual("Kč".utf8) || letters.elementsEqual("mil".utf8) {
      return true
    }
    // "38,6 M€"
    if end - offset <= 3,
      CurrencyWords.family(ofSymbol: self.scalar(at: min(end, bytes.count - 1)).0?.value ?? 0) != nil
    {
      return true
    }
    let entry = lexicon.entries[lexicon.id(of: bytes, offset, end, hash: hash.value)]
    if !entry.classes.isDisjoint(with: [.scale, .scalePlural, .currencyWord, .unit]) { return true }
    return end - offset == 3 && Currency.codes.contains(text(ByteSpan(offset, end)))
  }
}
