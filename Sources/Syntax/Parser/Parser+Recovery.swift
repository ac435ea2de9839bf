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

  /// From the start of the value or item that the next token belongs to, to where recovery will end.
  ///
  /// The start is behind the nearest comma, `|`, `and`, `or`, `=` or open bracket. Bounded, so that time stays linear.
  var lostStretch: ByteSpan {
    var start = position
    var inner = 0
    while start > statementStart, position - start < 1000 {
      let kind = tokens[start - 1].kind
      if kind.isClosingBracket {
        inner += 1
      } else if kind.isOpeningBracket {
        if inner == 0 { break }
        inner -= 1
      } else if inner == 0, kind.separatesItems {
        break
      }
      start -= 1
    }
    var end = position
    inner = 0
    while !isAtBoundary, end < tokens.count - 1, end - position < 1000,
      end == position || !tokens[end].startsStatement
    {
      let kind = tokens[end].kind
      if kind == .semicolon || inner == 0 && (kind == .pipe || kind.isClosingBracket) { break }
      if kind.isOpeningBracket { inner += 1 }
      if kind.isClosingBracket { inner -= 1 }
      end += 1
    }
    let lower = min(tokens[start].span.lower, here.lower)
    return ByteSpan(lower, max(here.upper, end > start ? tokens[end - 1].span.upper : lower))
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
        restartAtMargin()
        fail(
          SyntaxDiagnostic.unclosedBracket(
            text(opener), at: tokens[opener].span, noticed: here, found: found, step: pipe(after: opener)))
        lost.append(ByteSpan(tokens[opener].span.lower, max(here.upper, tokens[opener].span.upper)))
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

  /// Inside a bracket that is never closed a line's end means nothing. A line that starts at the left margin where no
  /// token could follow is read as the next statement, so that one bracket does not swallow the rest of the text.
  private mutating func restartAtMargin() {
    let token = tokens[position]
    guard token.hasNewlineBefore, !token.startsStatement, token.kind.isWord, diagnostics.count < Limits.diagnostics,
      token.span.lower > 0, source.bytes[token.span.lower - 1] == Byte.newline
    else { return }
    NewlineRule.mark(&tokens, of: source, from: position)
  }

  /// The place before the first `|` after a bracket that was opened inside of a step: there the step was meant to end.
  private func pipe(after opener: Int) -> ByteSpan? {
    guard tokens[statementStart..<opener].contains(where: { $0.kind == .pipe }) else { return nil }
    var inner = 0
    for index in (opener + 1)..<max(position, opener + 1) {
      let kind = tokens[index].kind
      if kind.isOpeningBracket { inner += 1 }
      if kind.isClosingBracket { inner -= 1 }
      if kind == .pipe, inner == 0 { return ByteSpan(tokens[index - 1].span.upper, tokens[index - 1].span.upper) }
    }
    return nil
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
    case .number where tokens[previous].kind == .percentage && position > statementStart:
      return SyntaxDiagnostic.remainder(at: ByteSpan(tokens[previous].span.upper - 1, tokens[previous].span.upper))
    case .question: return SyntaxDiagnostic.ternary(at: here, try: [])
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
