import IbidSource

extension Lexer {
  /// `24_000`, `1.5`, `36%`; and a date whose `@` was forgotten.
  mutating func number() {
    let start = offset
    if isBareDate() {
      offset += 10
      report(SyntaxDiagnostic.bareDate(string(start, offset), at: ByteSpan(start, offset)))
      return append(.date, from: start, isBroken: true)
    }
    var isBroken = digits()
    if exponent(after: start) { isBroken = true }
    if peek() == Byte.percent {
      offset += 1
      return append(.percentage, from: start, isBroken: isBroken)
    }
    append(.number, from: start, isBroken: isBroken)
  }

  /// Digits, `_`, a decimal point with digits; groups by comma are read with a diagnostic. True if there was one.
  private mutating func digits() -> Bool {
    let start = offset
    while Byte.isDigit(peek()) { offset += 1 }
    var isBroken = false
    if offset - start <= 3, isCommaGroup() {
      while isCommaGroup() { offset += 4 }
      let written = string(start, offset)
      report(SyntaxDiagnostic.digitGroups(written, at: ByteSpan(start, offset)))
      isBroken = true
    } else {
      while Byte.isDigit(peek()) || peek() == Byte.underscore { offset += 1 }
    }
    if peek() == Byte.dot, Byte.isDigit(peek(1)) {
      offset += 1
      while Byte.isDigit(peek()) || peek() == Byte.underscore { offset += 1 }
    }
    return isBroken
  }

  /// A comma with exactly three digits behind it.
  private func isCommaGroup() -> Bool {
    peek() == Byte.comma && Byte.isDigit(peek(1)) && Byte.isDigit(peek(2)) && Byte.isDigit(peek(3))
      && !Byte.isDigit(peek(4)) && peek(4) != Byte.underscore
  }

  /// `1e6`: numbers are written out, or with a scale word.
  private mutating func exponent(after start: Int) -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return false }
    let sign = peek(1) == Byte.minus || peek(1) == UInt8(ascii: "+") ? 1 : 0
    guard Byte.isDigit(peek(1 + sign)) else { return false }
    offset += 1 + sign
    while Byte.isDigit(peek()) { offset += 1 }
    report(SyntaxDiagnostic.exponent(string(start, offset), at: ByteSpan(start, offset)))
    return true
  }

  /// `2024-03-05` without an `@`.
  private func isBareDate() -> Bool {
    for (index, isDigit) in [1, 1, 1, 1, 0, 1, 1, 0, 1, 1].enumerated() {
      if isDigit == 1 ? !Byte.isDigit(peek(index)) : peek(index) != Byte.minus { return false }
    }
    return !Byte.isNameByte(peek(10))
  }

  /// `.5`
  mutating func leadingDot() {
    let start = offset
    offset += 1
    _ = digits()
    report(SyntaxDiagnostic.leadingDot(string(start, offset), at: ByteSpan(start, offset)))
    if peek() == Byte.percent {
      offset += 1
      return append(.percentage, from: start, isBroken: true)
    }
    append(.number, from: start, isBroken: true)
  }

  /// `£10m`: a symbol, a number and perhaps a suffix, all touching.
  mutating func money(symbolLength: Int) {
    let start = offset
    offset += symbolLength
    let symbol = string(start, offset)
    guard Byte.isDigit(peek()) else {
      let blanks = peek() == Byte.space ? 1 : 0
      if Byte.isDigit(peek(blanks)) {
        offset += blanks
        report(SyntaxDiagnostic.moneyBlank(symbol, at: ByteSpan(start, offset)))
        _ = digits()
        return append(.money, from: start, isBroken: true)
      }
      report(SyntaxDiagnostic.loneCurrency(symbol, at: ByteSpan(start, offset)))
      return append(.unknown, from: start, isBroken: true)
    }
    var isBroken = digits()
    let suffix = offset
    while Byte.isLetter(peek()) { offset += 1 }
    if offset > suffix, MoneySuffix(rawValue: string(suffix, offset)) == nil {
      let written = string(suffix, offset)
      report(SyntaxDiagnostic.moneySuffix(written, at: ByteSpan(suffix, offset)))
      isBroken = true
    }
    append(.money, from: start, isBroken: isBroken)
  }
}

/// The letters that may touch an amount of money.
enum MoneySuffix: String, CaseIterable {
  case k, m, bn, tn

  var scale: Scale {
    switch self {
    case .k: .thousand
    case .m: .million
    case .bn: .billion
    case .tn: .trillion
    }
  }

  /// What someone meant who wrote `£5B`, `£5mn` or `£5M`.
  static func meant(by written: String) -> MoneySuffix? {
    switch written.lowercased() {
    case "k", "thousand": .k
    case "m", "mn", "mm", "mio", "mil", "million": .m
    case "b", "bn", "bln", "billion": .bn
    case "t", "tn", "trn", "trillion": .tn
    default: nil
    }
  }
}
