package import IbidSource

/// A text read: its tree, as far as it could be read, and what was wrong with it.
package struct ParsedScript: Sendable {
  package var script: Script
  /// In the order of their places.
  package var diagnostics: [Diagnostic]
  /// Stretches whose meaning is not known, from the start of the value or item that went wrong to where reading went on.
  ///
  /// What is found there later is no mistake of its own.
  package var lost: [ByteSpan] = []
}

/// Reads a text into a syntax tree. Recursive descent, one function per production of `grammar/ibid.ebnf`.
///
/// It never fails and never stops early: there is always a script, and always a list of diagnostics, empty if and only
/// if the text is in the language. What could not be read is `.missing` or `.malformed` in the tree.
///
/// *Recovery.* A mistake whose meaning is plain (a foreign word, `=` for `==`) is reported and read as what was meant.
/// Any other one puts the parser into recovery: nothing more is reported until it has found a `|`, the closing bracket
/// or the end of the statement. Every loop advances or ends, so time is linear in the length of the text.
///
/// *Depth.* Nesting and the height of expressions are limited (`Limits`), so neither the parser nor anyone who walks
/// the tree can run out of stack.
package struct Parser {
  package enum Mode: Sendable {
    case script
    /// A statement may start with `|` and go on from the last result.
    case repl
  }

  let source: SourceText
  let mode: Mode
  var tokens: [Token]
  /// Index of the next token.
  var position = 0
  /// Index of the first token of the statement.
  var statementStart = 0
  /// Raised by the lexer.
  var lexical: [Diagnostic]
  /// Raised by the parser.
  var diagnostics: [Diagnostic] = []
  /// A mistake was reported and its place not yet left behind.
  var isRecovering = false {
    didSet { if isRecovering, !oldValue { lost.append(lostStretch) } }
  }
  /// See `ParsedScript.lost`.
  var lost: [ByteSpan] = []
  /// Productions inside each other.
  var depth = 0
  /// Height of the expression read last, and the greatest one since it was reset.
  var height = 0
  var peak = 0

  /// Reads a text that was made to be offered, see `mended(_:)`.
  let isMending: Bool
  /// The table whose steps are being read, where its name is known.
  var pipelineTable: String?
  /// Inside the brackets of a step of another language, where `n()` and `c(…)` are what they are there.
  var isInForeignStep = false
  /// Inside a `case … end`, where these words end a value.
  var isInCase = false

  init(source: SourceText, mode: Mode, isMending: Bool) {
    self.isMending = isMending
    let (list, lexical) = Lexer.tokens(of: source)
    self.source = source
    self.mode = mode
    self.tokens = list.tokens
    self.lexical = lexical
  }

  package static func parse(_ source: SourceText, mode: Mode) -> ParsedScript {
    parse(source, mode: mode, isMending: false)
  }

  static func parse(_ source: SourceText, mode: Mode, isMending: Bool) -> ParsedScript {
    var parser = Parser(source: source, mode: mode, isMending: isMending)
    let script = parser.script()
    var all = parser.lexical + parser.diagnostics
    all.sort { $0.span < $1.span }
    return ParsedScript(script: script, diagnostics: Array(all.prefix(Limits.diagnostics)), lost: parser.lost)
  }

  /// Whether a text typed so far can be read, or waits for another line.
  ///
  /// It waits while a bracket or a string is open, or while its last token cannot end a statement (an operator, `|`,
  /// `=`, `,`, a step word that needs more). A text with other mistakes is complete: the parser will explain them.
  package static func isComplete(_ text: [UInt8]) -> Bool {
    !Lexer.isOpen(SourceText(name: "input", bytes: text))
  }

  // MARK: Looking

  /// The next token's kind; `.end` where the statement ends.
  var kind: Token.Kind { isAtBoundary ? .end : tokens[position].kind }

  /// The kind of the token after the next, or of one further on; `.end` past the end of the statement.
  func kind(ahead distance: Int) -> Token.Kind {
    var index = position
    if isAtBoundary { return .end }
    for _ in 0..<distance {
      index += 1
      if tokens[index].startsStatement || tokens[index].kind == .semicolon { return .end }
      if tokens[index].kind == .end { return .end }
    }
    return tokens[index].kind
  }

  var isAtBoundary: Bool {
    let token = tokens[position]
    return token.kind == .end || token.kind == .semicolon || token.startsStatement && position > statementStart
  }

  func at(_ wanted: Token.Kind) -> Bool { kind == wanted }

  /// The next token is this name, not in backticks.
  func at(word: String) -> Bool { at(.name) && text(position) == word }

  func at(word: String, ahead distance: Int) -> Bool {
    kind(ahead: distance) == .name && text(position + distance) == word
  }

  func text(_ index: Int) -> String { source.string(tokens[index].span) }

  /// Where the next token stands; the place after the last one where the statement ends.
  var here: ByteSpan {
    if !isAtBoundary { return tokens[position].span }
    let end = position > 0 ? tokens[position - 1].span.upper : 0
    return ByteSpan(end, end)
  }

  /// From a token to the one read last.
  func span(from start: Int) -> ByteSpan {
    let lower = tokens[start].span.lower
    return ByteSpan(lower, position > start ? tokens[position - 1].span.upper : lower)
  }

  /// The next token stands on the line of the one before.
  var isOnSameLine: Bool { !tokens[position].hasNewlineBefore }

  // MARK: Advancing

  mutating func advance() { if !isAtBoundary { position += 1 } }

  mutating func take(_ wanted: Token.Kind) -> Bool {
    guard at(wanted) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  // MARK: Building

  /// An expression one higher than its parts; `.missing` if that is too high.
  mutating func node(_ kind: Expression.Kind, at span: ByteSpan, over parts: Int = 0) -> Expression {
    guard parts < Limits.height else { return tooDeep() }
    height = parts + 1
    peak = max(peak, height)
    return Expression(kind, at: span)
  }

  /// Greatest height of the expressions that `read` reads, and what it returns.
  mutating func measuring<Result>(_ read: (inout Parser) -> Result) -> (Result, Int) {
    let outer = peak
    peak = 0
    let result = read(&self)
    let inner = peak
    peak = max(outer, inner)
    return (result, inner)
  }

  mutating func missing() -> Expression {
    let place = here.lower
    return node(.missing, at: ByteSpan(place, place))
  }
}
