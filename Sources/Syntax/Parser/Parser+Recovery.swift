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
    let (start, end) = (tokens[statementStart].span.lower, here.upper)
    return lexical.contains {
      $0.id == SyntaxDiagnostic.ID.unclosedString.rawValue && $0.span.lower >= start && $0.span.lower <= end
    }
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
    case .leftParenthesis
    where tokens[previous].kind.isName && position > statementStart && !tokens[position].touchesPrevious:
      return SyntaxDiagnostic.spacedCall(
        text(previous), gap: ByteSpan(tokens[previous].span.upper, here.lower), at: here)
    case .name where tokens[previous].kind == .number && tokens[position].touchesPrevious:
      return SyntaxDiagnostic.unexpected(found, at: here, after: nil)
    default:
      let after = position > statementStart && tokens[previous].kind.endsOperand ? shortText(previous) : nil
      return SyntaxDiagnostic.unexpected(found, at: here, after: after, try: whatIsMissing(after: previous))
    }
  }

  /// The word or sign that would let the next token stand where it does, in the few cases that are plain.
  private func whatIsMissing(after previous: Int) -> [Diagnostic.Suggestion] {
    guard position > statementStart else { return [] }
    let gap = ByteSpan(tokens[previous].span.upper, here.lower)
    let between = ByteSpan(gap.lower, gap.lower)
    let step = stepWord
    switch kind {
    case .leftParenthesis where step == "pivot":
      return [
        SyntaxDiagnostic.advise("pivot count() for COLUMN by …: first the values, then whose values are the columns")
      ]
    case .name where at(caseless: "order") && kind(ahead: 1) == .by:
      return [SyntaxDiagnostic.write("sort", at: here.joined(with: tokens[position + 1].span))]
    case .pipe where text(statementStart) == "assert":
      return [SyntaxDiagnostic.advise("assert (… | where …).empty(), for a table without such rows")]
    case .percentSign where tokens[previous].kind == .number:
      return [Diagnostic.Suggestion(shortText(previous) + "%", edit: .init(gap, ""))]
    case .not where kind(ahead: 1).startsOperand:
      return [Diagnostic.Suggestion("!= …", edit: .init(here, "!="))]
    case .per where tokens[previous].kind == .rightParenthesis:
      return [SyntaxDiagnostic.advise("`per` inside the call: sum(x per …)")]
    case .comma:
      if let list = listedBehindIn(previous) { return [list] }
      guard step == "where", kind(ahead: 1).startsOperand || kind(ahead: 1) == .not else { return [] }
      return [Diagnostic.Suggestion("`and` between two conditions", edit: .init(here, " and"))]
    case .string where isInList, .number where isInList, .money where isInList, .date where isInList,
      .percentage where isInList, .name where isInList:
      return [Diagnostic.Suggestion("a comma between two elements", edit: .init(between, ","))]
    case .name where step == "describe" && text(previous) == "describe":
      return [
        Diagnostic.Suggestion(
          "select \(text(position)) | describe",
          edit: .init(
            tokens[previous].span.joined(with: here), "select \(text(position)) | describe"))
      ]
    case .name where previous == statementStart && tokens[previous].kind.isName && isAtStepEnd(ahead: 1):
      return [
        Diagnostic.Suggestion(
          "leave it out: a table has no second name here",
          edit: .init(
            ByteSpan(gap.lower, here.upper), ""))
      ]
    case .name
    where isOnSameLine && tokens[previous].kind == .rightParenthesis && ["summarize", "count"].contains(step):
      return [Diagnostic.Suggestion("by …", edit: .init(ByteSpan(here.lower, here.lower), "by "))]
    case .name where isOnSameLine && tokens[previous].kind.isName && isBetweenItems && Self.listSteps.contains(step):
      return [Diagnostic.Suggestion("a comma between two columns", edit: .init(between, ","))]
    case .name where isCallWithoutBrackets(step), .string where isCallWithoutBrackets(step),
      .number where isCallWithoutBrackets(step):
      let call = "\(text(previous))(\(text(position)))"
      return [Diagnostic.Suggestion(call, edit: .init(tokens[previous].span.joined(with: here), call))]
    default: return []
    }
  }

  /// The innermost bracket that is open here is that of a list, and an element stands before this one.
  private var isInList: Bool {
    guard tokens[position - 1].kind.endsOperand else { return false }
    var inner = 0
    var index = position
    while index > statementStart, position - index < 200 {
      index -= 1
      if tokens[index].kind.isClosingBracket { inner += 1 }
      guard tokens[index].kind.isOpeningBracket else { continue }
      if inner == 0 { return tokens[index].kind == .leftBracket && !tokens[index].touchesPrevious }
      inner -= 1
    }
    return false
  }

  /// A value side by side with a name, in a step where names stand for values: `upper title`.
  private func isCallWithoutBrackets(_ step: String) -> Bool {
    isOnSameLine && tokens[position - 1].kind == .name && ["where", "derive", "summarize"].contains(step)
  }

  private func isAtStepEnd(ahead distance: Int) -> Bool {
    kind(ahead: distance) == .end || kind(ahead: distance) == .pipe || tokens[position + distance].startsStatement
  }

  private static let listSteps: Set<String> = ["select", "drop", "sort", "distinct"]

  /// Only names and commas stand between the step's word and the next token.
  private var isBetweenItems: Bool {
    var index = position - 1
    while index > statementStart, position - index < 200, tokens[index].kind != .pipe {
      guard tokens[index].kind.isName || tokens[index].kind == .comma || tokens[index].kind == .dot else {
        return false
      }
      index -= 1
    }
    return true
  }

  /// The word of the step that the next token stands in; empty before the first step.
  private var stepWord: String {
    var index = position
    while index > statementStart, position - index < 200 {
      index -= 1
      if tokens[index].kind == .pipe { return tokens[index + 1].kind == .where ? "where" : text(index + 1) }
    }
    return ""
  }

  /// `kind in "news", "blog"`: the values behind `in` as a list.
  private func listedBehindIn(_ last: Int) -> Diagnostic.Suggestion? {
    func isValue(_ kind: Token.Kind) -> Bool { [.string, .number, .date, .money, .percentage].contains(kind) }
    guard isValue(tokens[last].kind), last > statementStart, tokens[last - 1].kind == .in else { return nil }
    var end = last
    while end + 2 < tokens.count, tokens[end + 1].kind == .comma, isValue(tokens[end + 2].kind) { end += 2 }
    let whole = tokens[last].span.joined(with: tokens[end].span)
    return SyntaxDiagnostic.write("[\(source.string(whole))]", at: whole)
  }

  /// Drops everything reported inside a span, where one diagnostic says it all.
  mutating func discard(within span: ByteSpan) {
    lexical.removeAll { span.contains($0.span) }
    diagnostics.removeAll { span.contains($0.span) }
  }
}
