package import IbidSource

/// The smallest piece of a text that means something: a word, a number, an operator.
///
/// Twelve bytes: what it is, where it stands and what the newline rule found out. Its value is read from the text when
/// it is asked for, so that a text of ten million brackets costs no more than its tokens.
package struct Token: Sendable, Equatable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// The end of the text; always the last token.
    case end
    case name, quotedName, number, percentage, money, string, date, parameter, regex
    /// Bytes that are nothing in the language; the lexer has said so.
    case unknown

    // Reserved words.
    case and, or, not, `in`, `is`, has, contains, matches, `if`, then, `else`, `true`, `false`, none, `where`, by, per

    // Punctuation.
    case pipe, comma, semicolon, colon, assign, arrow, dot, question
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace

    // Operators.
    case range, coalesce, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, plus, minus, star, slash

    // Operators of other languages; the parser names ours.
    case percentSign, doubleAmpersand, doubleBar, bang, lessGreater
    /// Any other one: `**`, `=~`; see `Words.foreignForms`.
    case foreignSign
  }

  private struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let newlineBefore = Flags(rawValue: 1)
    static let startsStatement = Flags(rawValue: 2)
    static let touchesPrevious = Flags(rawValue: 4)
    static let broken = Flags(rawValue: 8)
  }

  package var kind: Kind
  private var flags: Flags = []
  private var lower: UInt32
  private var upper: UInt32

  /// Offsets fit 32 bits: `Lexer` refuses longer texts.
  package init(_ kind: Kind, at span: ByteSpan) {
    self.kind = kind
    lower = UInt32(span.lower)
    upper = UInt32(span.upper)
  }

  package var span: ByteSpan { ByteSpan(Int(lower), Int(upper)) }

  /// A line ends between the token before and this one.
  package var hasNewlineBefore: Bool {
    get { flags.contains(.newlineBefore) }
    set { set(.newlineBefore, newValue) }
  }
  /// The newline rule (or a `;`) ends a statement before this token.
  package var startsStatement: Bool {
    get { flags.contains(.startsStatement) }
    set { set(.startsStatement, newValue) }
  }
  /// Nothing stands between the token before and this one.
  package var touchesPrevious: Bool {
    get { flags.contains(.touchesPrevious) }
    set { set(.touchesPrevious, newValue) }
  }
  /// Malformed (an unclosed string, an impossible date); the lexer has said so.
  package var isBroken: Bool {
    get { flags.contains(.broken) }
    set { set(.broken, newValue) }
  }

  private mutating func set(_ flag: Flags, _ isOn: Bool) {
    if isOn { flags.insert(flag) } else { flags.remove(flag) }
  }
}

extension Token.Kind {
  /// Reserved words are tokens of their own kind; nil for every other kind.
  package var reservedWord: String? {
    switch self {
    case .and: "and"
    case .or: "or"
    case .not: "not"
    case .in: "in"
    case .is: "is"
    case .has: "has"
    case .contains: "contains"
    case .matches: "matches"
    case .if: "if"
    case .then: "then"
    case .else: "else"
    case .true: "true"
    case .false: "false"
    case .none: "none"
    case .where: "where"
    case .by: "by"
    case .per: "per"
    default: nil
    }
  }

  package var isName: Bool { self == .name || self == .quotedName }

  /// A name or a reserved word.
  package var isWord: Bool { isName || reservedWord != nil }

  package var isOpeningBracket: Bool { self == .leftParenthesis || self == .leftBracket || self == .leftBrace }
  package var isClosingBracket: Bool { self == .rightParenthesis || self == .rightBracket || self == .rightBrace }

  /// What stands behind it is a value of its own, whatever stands before it.
  var separatesItems: Bool {
    switch self {
    case .comma, .pipe, .and, .or, .assign, .colon, .then, .else, .where, .by, .per, .semicolon: true
    default: false
    }
  }

  /// The bracket that closes this one.
  package var closing: Token.Kind {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    default: .rightBrace
    }
  }

  /// An operand may start here. A name may, too, but it may also be a soft word.
  package var startsOperand: Bool {
    switch self {
    case .name, .quotedName, .number, .percentage, .money, .string, .date, .parameter, .regex, .true, .false, .none,
      .leftParenthesis, .leftBracket, .leftBrace, .not, .minus, .if, .bang:
      true
    default: false
    }
  }

  /// An operand may end here, so that `/` divides and a word after it is a soft word or a unit.
  package var endsOperand: Bool {
    switch self {
    case .name, .quotedName, .number, .percentage, .money, .string, .date, .parameter, .regex, .true, .false, .none,
      .rightParenthesis, .rightBracket, .rightBrace, .unknown:
      true
    default: false
    }
  }
}
