import IbidSource

extension Lexer {
  /// Punctuation and operators, the longest that fits.
  mutating func symbol() {
    let start = offset
    if peek() == Byte.dot, peek(1) == Byte.dot, peek(2) == Byte.dot {
      offset += 3
      report(SyntaxDiagnostic.lookAlike("...", ours: "..", at: ByteSpan(start, offset)))
      return append(.range, from: start, isBroken: true)
    }
    if foreignSign() { return }
    let (first, second) = (peek(), peek(1))
    if second != 0, let kind = Self.pairs[UInt16(first) << 8 | UInt16(second)] {
      offset += 2
      return append(kind, from: start)
    }
    guard let kind = Self.singles[first] else { return unknown() }
    offset += 1
    append(kind, from: start)
  }

  /// A sign of another language that is longer than one of ours: with one counterpart it becomes that, broken.
  private mutating func foreignSign() -> Bool {
    guard Self.foreignStarts.contains(peek()) else { return false }
    let start = offset
    if let spelling = Words.foreignSpellings.first(where: { starts(with: $0.text) }) {
      offset += spelling.text.utf8.count
      report(SyntaxDiagnostic.lookAlike(spelling.text, ours: spelling.ours, at: ByteSpan(start, offset)))
      append(spelling.kind, from: start, isBroken: true)
      return true
    }
    guard let sign = Words.foreignFormSigns.first(where: starts(with:)) else { return false }
    offset += sign.utf8.count
    append(.foreignSign, from: start)
    return true
  }

  private func starts(with sign: String) -> Bool {
    sign.utf8.enumerated().allSatisfy { peek($0.offset) == $0.element }
  }

  private static let foreignStarts = Set(
    (Words.foreignSpellings.map(\.text) + Words.foreignFormSigns).compactMap(\.utf8.first))

  /// Signs of one byte.
  private static let singles: [UInt8: Token.Kind] = Dictionary(
    uniqueKeysWithValues: (Words.signs + Words.foreignSigns).compactMap { sign in
      let bytes = Array(sign.text.utf8)
      return bytes.count == 1 ? (bytes[0], sign.kind) : nil
    })

  /// Signs of two bytes.
  private static let pairs: [UInt16: Token.Kind] = Dictionary(
    uniqueKeysWithValues: (Words.signs + Words.foreignSigns).compactMap { sign in
      let bytes = Array(sign.text.utf8)
      return bytes.count == 2 ? (UInt16(bytes[0]) << 8 | UInt16(bytes[1]), sign.kind) : nil
    })

  /// `/re/` or `/re/i`; a lone `/` where an operand should start stays a division, and the parser complains.
  mutating func regex() {
    let start = offset
    var end = offset + 1
    var isInClass = false
    while end < bytes.count, bytes[end] != Byte.newline, bytes[end] != Byte.slash || isInClass {
      switch bytes[end] {
      case Byte.backslash where end + 1 < bytes.count && bytes[end + 1] != Byte.newline: end += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      default: break
      }
      end += 1
    }
    guard end < bytes.count, bytes[end] == Byte.slash, end > start + 1 else {
      if tokens.last?.kind == .matches {
        offset = end
        report(SyntaxDiagnostic.unclosedRegex(at: ByteSpan(start, start + 1)))
        return append(.regex, from: start, isBroken: true)
      }
      return symbol()
    }
    offset = end + 1
    let flags = offset
    while Byte.isLetter(peek()) { offset += 1 }
    let written = string(flags, offset)
    let isBroken = written != "" && written != "i"
    if isBroken { report(SyntaxDiagnostic.regexFlag(written, at: ByteSpan(flags, offset))) }
    append(.regex, from: start, isBroken: isBroken)
  }

  /// `$since` is a parameter, `$5m` is money.
  mutating func dollar() {
    if Byte.isDigit(peek(1)) { return money(symbolLength: 1) }
    let start = offset
    offset += 1
    skipNameCharacters()
    if offset == start + 1 {
      report(SyntaxDiagnostic.loneDollar(at: ByteSpan(start, offset)))
      return append(.parameter, from: start, isBroken: true)
    }
    append(.parameter, from: start)
  }
}
