import IbidSource

extension Parser {
  /// Reports a mistake whose meaning is plain, and goes on.
  mutating func report(_ diagnostic: Diagnostic) {
    if !isRecovering, diagnostics.count < Limits.diagnostics { diagnostics.append(diagnostic) }
  }

  /// Reports a mistake after which the parser is lost until the next `|`, closing bracket or end.
  mutating func fail(_ diagnostic: Diagnostic) {
    if !hasUnclosedText { report(diagnostic) }
    isRecovering = true
  }

  /// A string that never ends explains everything that comes after it in the statement.
  private var hasUnclosedText: Bool {
    let start = tokens[statementStart].span.lower
    return lexical.contains { $0.id == SyntaxDiagnostic.ID.unclosedString.rawValue && $0.span.lower >= start }
  }

  /// Reports that nesting is too deep and leaves the statement.
  mutating func tooDeep() -> Expression {
    let place = here
    fail(SyntaxDiagnostic.tooDeep(at: place))
    skipStatement()
    height = 1
    return Expression(.missing, at: ByteSpan(place.lower, place.lower))
  }

  mutating func skipStatement() { while !isAtBoundary { position += 1 } }

  /// Skips to a `|` (if wanted), a closing bracket of the bracket we are in, or the end of the statement.
  mutating func skip(toPipe: Bool) {
    var inner = 0
    while !isAtBoundary {
      let kind = tokens[position].kind
      if kind.isOpeningBracket {
        inner += 1
      } else if kind.isClosingBracket {
        if inner == 0 { return }
        inner -= 1
      } else if kind == .pipe, toPipe, inner == 0 {
        return
      }
      position += 1
    }
  }

  /// Takes a closing bracket, after recovery if need be.
  mutating func close(_ closer: Token.Kind, opened opener: Int) {
    if at(closer), !isRecovering { return advance() }
    if at(.unknown) { isRecovering = true }  // the lexer has reported it
    if !isRecovering {
      if at(.end) || kind.isClosingBracket || tokens[position].hasNewlineBefore {
        fail(SyntaxDiagnostic.unclosedBracket(text(opener), at: tokens[opener].span, noticed: here, found: found))
      } else {
        fail(unexpected())
      }
    }
    skip(toPipe: false)
    if at(closer) {
      advance()
      isRecovering = false
    }
  }

  /// What stands here, in words: "`and`", "the end of the statement".
  var found: String {
    if isAtBoundary { return tokens[position].kind == .end ? "the end of the text" : "the end of the statement" }
    switch tokens[position].kind {
    case .string: return "a text"
    case .number, .percentage: return "the number `\(shortText(position))`"
    case .date: return "the date `\(shortText(position))`"
    case .money: return "the amount `\(shortText(position))`"
    default: return "`\(shortText(position))`"
    }
  }

  func shortText(_ index: Int) -> String {
    let text = text(index)
    return text.count <= 30 ? text : String(text.prefix(29)) + "…"
  }

  /// The diagnostic for a token that cannot stand here, after something complete.
  func unexpected() -> Diagnostic {
    let previous = position > 0 ? position - 1 : 0
    switch kind {
    case .rightParenthesis, .rightBracket, .rightBrace:
      return SyntaxDiagnostic.unopenedBracket(text(position), at: here)
    case .percentSign where kind(ahead: 1).startsOperand: return SyntaxDiagnostic.remainder(at: here)
    case .number where tokens[previous].kind == .percentage && position > statementStart:
      return SyntaxDiagnostic.remainder(at: ByteSpan(tokens[previous].span.upper - 1, tokens[previous].span.upper))
    case .question: return SyntaxDiagnostic.ternary(at: here)
    case .assign where position > statementStart: return SyntaxDiagnostic.strayAssign(at: here)
    case .leftParenthesis where tokens[previous].kind.isName && position > statementStart:
      return SyntaxDiagnostic.spacedCall(
        text(previous), gap: ByteSpan(tokens[previous].span.upper, here.lower), at: here)
    case .name where tokens[previous].kind == .number && tokens[position].touchesPrevious:
      return SyntaxDiagnostic.unexpected(found, at: here, after: nil)
    default:
      let after = position > statementStart && tokens[previous].kind.endsOperand ? shortText(previous) : nil
      return SyntaxDiagnostic.unexpected(found, at: here, after: after)
    }
  }

  /// Drops everything reported inside a span, where one diagnostic says it all.
  mutating func discard(within span: ByteSpan) {
    lexical.removeAll { span.contains($0.span) }
    diagnostics.removeAll { span.contains($0.span) }
  }
}
