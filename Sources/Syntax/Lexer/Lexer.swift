package import IbidSource

/// Cuts a text into tokens, in one pass and in linear time, whatever the bytes are.
///
/// What is malformed becomes the token that was probably meant, marked `isBroken`, and a diagnostic; so the parser
/// can go on as if it were right. Which tokens start a statement is found by `NewlineRule` afterwards.
package struct Lexer {
  let bytes: [UInt8]
  var offset = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  /// A string that never ends was met: from then on strings end with their line, so that time stays linear.
  var hasUnclosedString = false
  /// The last string runs to the end of the text.
  var endsInString = false
  private var sawNewline = false
  /// Braces that are open, counted from that of a rule's pattern.
  private var openBraces = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The text may go on in the next line: a bracket or a string is open, or the last token cannot end a statement.
  static func isOpen(_ source: SourceText) -> Bool {
    guard source.bytes.count <= Limits.textBytes else { return false }
    var lexer = Lexer(bytes: source.bytes)
    lexer.run()
    return lexer.endsInString || NewlineRule.isOpen(lexer.tokens, of: source)
  }

  package static func tokens(of source: SourceText) -> (list: TokenList, diagnostics: [Diagnostic]) {
    guard source.bytes.count <= Limits.textBytes else {
      let end = Token(.end, at: ByteSpan(0, 0))
      return (TokenList(source: source, tokens: [end]), [SyntaxDiagnostic.textTooLong(at: ByteSpan(0, 1))])
    }
    var lexer = Lexer(bytes: source.bytes)
    lexer.run()
    NewlineRule.mark(&lexer.tokens, of: source)
    return (TokenList(source: source, tokens: lexer.tokens), lexer.diagnostics)
  }

  /// The names of a text, in backticks or not, wherever they stand.
  package static func names(in source: SourceText) -> [String] {
    let list = tokens(of: source).list
    return list.tokens.filter { $0.kind.isName }.map { token in
      source.string(token.span).filter { $0 != "`" }
    }
  }

  private mutating func run() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }  // a byte order mark
    while true {
      skipTrivia()
      guard offset < bytes.count else { break }
      let start = offset
      token()
      precondition(offset > start, "the lexer advances")
    }
    append(.end, from: offset)
  }

  // MARK: Reading bytes

  /// The byte `distance` ahead; 0 past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return index < bytes.count ? bytes[index] : 0
  }

  func string(_ lower: Int, _ upper: Int) -> String { String(decoding: bytes[lower..<upper], as: UTF8.self) }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Limits.diagnostics { diagnostics.append(diagnostic) }
  }

  /// Ends a token at the current offset.
  mutating func append(_ kind: Token.Kind, from start: Int, isBroken: Bool = false) {
    var token = Token(kind, at: ByteSpan(start, offset))
    token.isBroken = isBroken
    token.hasNewlineBefore = sawNewline
    token.touchesPrevious = tokens.last.map { $0.span.upper == start } ?? false
    sawNewline = false
    tokens.append(token)
  }

  // MARK: Trivia

  private mutating func skipTrivia() {
    while offset < bytes.count {
      let blank = blankLength()
      if blank > 0 {
        if bytes[offset] == Byte.newline { sawNewline = true }
        offset += blank
      } else if bytes[offset] == Byte.hash {
        skipLine()
      } else if sawNewline || tokens.isEmpty, startsForeignComment() {
        let start = offset
        skipLine()
        report(
          SyntaxDiagnostic.foreignComment(at: ByteSpan(start, min(start + 2, offset)), mark: string(start, start + 2)))
      } else {
        return
      }
    }
  }

  private mutating func skipLine() { while offset < bytes.count, bytes[offset] != Byte.newline { offset += 1 } }

  /// `--`, `//` or `/*` first in a line.
  private func startsForeignComment() -> Bool {
    switch (peek(), peek(1)) {
    case (Byte.minus, Byte.minus), (Byte.slash, Byte.slash), (Byte.slash, Byte.star): true
    default: false
    }
  }

  /// Bytes of the blank character here: ASCII blanks and line ends, and the wide and narrow ones that pasted text has.
  private func blankLength() -> Int {
    switch bytes[offset] {
    case 0x09...0x0D, Byte.space: return 1
    case 0xC2: return peek(1) == 0xA0 ? 2 : 0
    case 0xE2:
      if peek(1) == 0x80, (0x80...0x8A).contains(peek(2)) || peek(2) == 0xAF { return 3 }
      return 0
    case 0xE3: return peek(1) == 0x80 && peek(2) == 0x80 ? 3 : 0
    default: return 0
    }
  }

  // MARK: Rules

  /// Between the braces of a rule, where nothing is divided.
  private var isInPattern: Bool { openBraces == 1 }

  /// Counts the braces inside of a rule's. They begin behind `in sentences`, where no other brace may stand.
  private mutating func noteBrace(_ byte: UInt8) {
    if byte == UInt8(ascii: "}") {
      if openBraces > 0 { openBraces -= 1 }
    } else if openBraces > 0 || startsPattern {
      openBraces += 1
    }
  }

  /// The tokens before are `) in NAME` or `) in NAME overlap all`.
  private var startsPattern: Bool {
    func isRuleHead(_ last: Int) -> Bool {
      last >= 2 && tokens[last].kind.isName && tokens[last - 1].kind == .in
        && tokens[last - 2].kind == .rightParenthesis
    }
    let last = tokens.count - 1
    return isRuleHead(last) || isRuleHead(last - 2) && tokens[last].kind == .name && tokens[last - 1].kind == .name
  }

  // MARK: Tokens

  private mutating func token() {
    let byte = bytes[offset]
    if Byte.isLetter(byte) || byte == Byte.underscore { return word() }
    if Byte.isDigit(byte) { return number() }
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { noteBrace(byte) }
    switch byte {
    case Byte.quote: straightString()
    case Byte.apostrophe: foreignString(closing: [[Byte.apostrophe]])
    case Byte.backtick: quotedName()
    case Byte.dollar: dollar()
    case Byte.at: date()
    case Byte.slash where tokens.last.map({ !$0.kind.endsOperand }) ?? true || isInPattern: regex()
    case Byte.dot where Byte.isDigit(peek(1)) && !(tokens.last.map { $0.kind.endsOperand } ?? false): leadingDot()
    case 0..<0x80: symbol()
    default: wideCharacter()
    }
  }

  private mutating func word() {
    let start = offset
    skipNameCharacters()
    let kind = offset - start <= 8 ? Words.reservedKinds[string(start, offset)] : nil
    append(kind ?? .name, from: start)
  }

  mutating func skipNameCharacters() {
    while offset < bytes.count {
      if Byte.isNameByte(bytes[offset]) {
        offset += 1
      } else if bytes[offset] >= 0x80, let (scalar, length) = decodeScalar(bytes, at: offset), isNameScalar(scalar) {
        offset += length
      } else {
        return
      }
    }
  }

  func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  /// A character beyond ASCII: a letter, a currency sign, a typographic quote, or nothing of ours.
  private mutating func wideCharacter() {
    guard let (scalar, length) = decodeScalar(bytes, at: offset) else { return unknown() }
    switch scalar {
    case "£", "€", "¥", "₹": money(symbolLength: length)
    case "“", "”", "„", "«", "»":
      foreignString(closing: ["”", "“", "»", "«"].map { Array($0.utf8) })
    case "‘", "’", "‚": foreignString(closing: ["’", "‘"].map { Array($0.utf8) })
    default:
      if isNameScalar(scalar) { return word() }
      if let (kind, spelling) = lookAlike(scalar) {
        let start = offset
        offset += length
        report(SyntaxDiagnostic.lookAlike(String(scalar), ours: spelling, at: ByteSpan(start, offset)))
        append(kind, from: start, isBroken: true)
      } else {
        unknown()
      }
    }
  }

  private func lookAlike(_ scalar: Unicode.Scalar) -> (Token.Kind, String)? {
    switch scalar {
    case "−", "–", "—": (.minus, "-")
    case "×", "·": (.star, "*")
    case "÷": (.slash, "/")
    case "≤": (.lessOrEqual, "<=")
    case "≥": (.greaterOrEqual, ">=")
    case "≠": (.notEqual, "!=")
    case "…": (.range, "..")
    case "¬": (.not, "not")
    case "∧": (.and, "and")
    case "∨": (.or, "or")
    case "∈": (.in, "in")
    default: nil
    }
  }

  /// Runs of bytes that are nothing in the language become one token and one diagnostic.
  mutating func unknown() {
    let start = offset
    var isInvalid = false
    var first: Unicode.Scalar?
    while offset < bytes.count {
      if let (scalar, length) = decodeScalar(bytes, at: offset) {
        if offset > start, !isUnknown(scalar) { break }
        if first == nil { first = scalar }
        offset += length
      } else {
        isInvalid = true
        offset += 1
      }
    }
    let span = ByteSpan(start, offset)
    if let first, !isInvalid {
      report(SyntaxDiagnostic.unknownCharacter(first, at: span))
    } else {
      report(SyntaxDiagnostic.invalidUTF8(at: span))
    }
    append(.unknown, from: start, isBroken: true)
  }

  private func isUnknown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: false
    case 0..<0x20, 0x7F: true
    case 0..<0x80: scalar == "\\"
    default: !isNameScalar(scalar) && lookAlike(scalar) == nil && !"£€¥₹“”„«»‘’‚".unicodeScalars.contains(scalar)
    }
  }
}

/// Bounds that keep any text from costing more than its size.
enum Limits {
  /// Longer texts are refused: tokens count bytes in 32 bits, and no script is this long.
  static let textBytes = 256 << 20
  /// Later ones are left out: the first few are the ones that help.
  static let diagnostics = 100
  /// Brackets, negations, branches … inside each other.
  static let nesting = 64
  /// Longer texts are not written anew to be offered in a message.
  static let mended = 4000
  /// Height of an expression; `1 + 1 + … ` of n terms is n high.
  static let height = 250
}

/// The scalar that starts at an offset, and its length in bytes; nil where the bytes are not UTF-8.
func decodeScalar(_ bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, Int)? {
  let first = bytes[offset]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length: Int
  switch first {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF: length = 3
  case 0xF0...0xF4: length = 4
  default: return nil
  }
  guard offset + length <= bytes.count else { return nil }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for next in bytes[(offset + 1)..<(offset + length)] {
    guard next & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(next & 0x3F)
  }
  let shortest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard value >= shortest, let scalar = Unicode.Scalar(value) else { return nil }
  return (scalar, length)
}
