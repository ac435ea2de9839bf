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
    if let kind = pair(peek(), peek(1)) {
      offset += 2
      return append(kind, from: start)
    }
    guard let kind = single(peek()) else { return unknown() }
    offset += 1
    append(kind, from: start)
  }

  private func pair(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (Byte.equal, Byte.equal): .equal
    case (Byte.equal, Byte.greater): .arrow
    case (Byte.bang, Byte.equal): .notEqual
    case (Byte.less, Byte.equal): .lessOrEqual
    case (Byte.less, Byte.greater): .lessGreater
    case (Byte.greater, Byte.equal): .greaterOrEqual
    case (Byte.question, Byte.question): .coalesce
    case (Byte.dot, Byte.dot): .range
    case (Byte.ampersand, Byte.ampersand): .doubleAmpersand
    case (Byte.bar, Byte.bar): .doubleBar
    default: nil
    }
  }

  private func single(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case Byte.bar: .pipe
    case Byte.comma: .comma
    case UInt8(ascii: ";"): .semicolon
    case Byte.colon: .colon
    case Byte.equal: .assign
    case Byte.dot: .dot
    case Byte.question: .question
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case Byte.less: .less
    case Byte.greater: .greater
    case UInt8(ascii: "+"): .plus
    case Byte.minus: .minus
    case Byte.star: .star
    case Byte.slash: .slash
    case Byte.percent: .percentSign
    case Byte.ampersand: .doubleAmpersand
    case Byte.bang: .bang
    default: nil
    }
  }

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
