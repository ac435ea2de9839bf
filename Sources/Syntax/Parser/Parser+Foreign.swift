import IbidSource

/// Statements, steps and values of other languages: read as what they mean where that is plain, always reported.
extension Parser {
  /// `SELECT … FROM …`, `from money`, `var x = …`, `x = …`; nil if the statement starts in our words.
  mutating func foreignStatement() -> Statement.Kind? {
    if let sentence = sentence() { return sentence }
    if at(.where), kind(ahead: 1).startsOperand { return stepWithoutTable() }
    if at(.assign), kind(ahead: 1).startsOperand {
      // A formula of a spreadsheet.
      report(SyntaxDiagnostic.foreign("=", ours: "", at: here))
      advance()
      return .pipeline(pipeline())
    }
    guard at(.name) else { return nil }
    let word = text(position)
    let next = kind(ahead: 1)
    if next == .less, kind(ahead: 2) == .minus, tokens[position + 2].touchesPrevious,
      !tokens[position + 1].touchesPrevious
    {
      return arrowAssignment()
    }
    if next == .assign, Words.statementEntries[word] == nil || kind(ahead: 2).startsOperand {
      report(SyntaxDiagnostic.assignment(word, at: tokens[position + 1].span, start: here))
      let name = name("a name")
      advance()
      return .letBinding(name, pipeline())
    }
    let lowered = word.lowercased()
    if lowered == "select", isSQL(next) { return sqlStatement() }
    if lowered == "with", next == .name, at(caseless: "as", ahead: 2), kind(ahead: 3) == .leftParenthesis {
      return commonTables()
    }
    if Words.isStep(word), Words.statementEntries[word] == nil,
      next == .name || next == .string || next == .number, !tokens[position + 1].hasNewlineBefore,
      !(at(word: "with", ahead: 1) && at(word: "copies", ahead: 2))
    {
      return stepWithoutTable()
    }
    if next == .leftParenthesis, tokens[position + 1].touchesPrevious, ["print", "show", "display"].contains(lowered) {
      return printCall()
    }
    guard next.startsOperand, next != .minus, next != .not, next != .leftParenthesis, next != .leftBracket else {
      return nil
    }
    if Words.changingStatements.contains(lowered) {
      return wholeStatement { span, _ in SyntaxDiagnostic.changing(lowered, at: span) }
    }
    guard let foreign = Words.foreignStatementWords[word] else { return foreignCase(word) }
    let rest = restOfStatement(from: position + 1)
    report(SyntaxDiagnostic.foreignStatement(foreign, at: here, next: tokens[position + 1].span, rest: rest))
    guard foreign.replacement != nil else {
      advance()
      return .pipeline(pipeline())
    }
    skipStatement()
    isRecovering = true
    return .malformed
  }

  /// `who signed the deal with Albania?`: four words or more in a row that start like a question or a wish.
  private mutating func sentence() -> Statement.Kind? {
    guard kind.isWord, Words.questionWords.contains(text(position).lowercased()) else { return nil }
    var words: [String] = []
    var index = position
    while index < tokens.count, tokens[index].kind.isWord || tokens[index].kind == .number,
      index == position || !tokens[index].hasNewlineBefore, words.count < 60
    {
      guard index == position || Words.stepEntries[text(index)] == nil else { return nil }
      words.append(text(index).lowercased())
      index += 1
    }
    guard words.count >= 4 || words.count == 3 && tokens[index].kind == .question else { return nil }
    let found = words.filter { !Words.emptyWords.contains($0) }
    let start = position
    skipStatement()
    let whole = span(from: start)
    discard(within: whole)
    fail(SyntaxDiagnostic.sentence(searching: found, at: whole))
    return .malformed
  }

  /// `LET x = 3`
  private mutating func foreignCase(_ word: String) -> Statement.Kind? {
    let lowered = word.lowercased()
    guard lowered != word, Words.statementEntries[lowered] != nil else { return nil }
    fail(SyntaxDiagnostic.foreign(word, ours: lowered, at: here))
    return .malformed
  }

  /// `select` and something that no expression goes on with.
  private func isSQL(_ next: Token.Kind) -> Bool {
    switch next {
    case .star: kind(ahead: 2) == .end || kind(ahead: 2) == .comma || at(caseless: "from", ahead: 2)
    case .name, .quotedName, .string, .number, .percentage, .money, .date: true
    default: false
    }
  }

  /// Python's `print(documents)`: what stands alone is printed.
  private mutating func printCall() -> Statement.Kind? {
    guard !definesFunction(text(position)), let closer = closing(of: position + 1), closer > position + 2,
      kind(ahead: 3) != .colon,
      tokens[closer + 1].startsStatement || tokens[closer + 1].kind == .end || tokens[closer + 1].kind == .semicolon
    else { return nil }
    let start = position
    advance()
    let opener = position
    advance()
    let (inner, _) = measuring { $0.pipeline() }
    close(.rightParenthesis, opened: opener)
    guard !isRecovering else { return .pipeline(inner) }
    let edit = Diagnostic.Edit(span(from: start), absorbed(inner.span))
    report(SyntaxDiagnostic.printCall(source.string(tokens[start].span), at: tokens[start].span, edit: edit))
    return .pipeline(inner)
  }

  /// The words from a token to the end of its statement; empty if they are many.
  private func restOfStatement(from start: Int) -> String {
    var end = start
    while end - start < 20, tokens[end + 1].kind != .end, tokens[end + 1].kind != .semicolon,
      !tokens[end + 1].startsStatement
    {
      end += 1
    }
    return end - start < 20 ? source.string(tokens[start].span.joined(with: tokens[end].span)) : ""
  }

  /// Whether the text has a function of its own under this name.
  private func definesFunction(_ name: String) -> Bool {
    tokens.indices.dropLast().contains { text($0) == "fn" && text($0 + 1) == name }
  }

  /// R's `x <- documents`
  private mutating func arrowAssignment() -> Statement.Kind {
    let start = position
    let name = name("a name")
    advance()
    advance()
    let whole = span(from: start)
    report(
      SyntaxDiagnostic.arrowAssignment(name.text, at: ByteSpan(tokens[start + 1].span.lower, whole.upper), whole: whole)
    )
    return .letBinding(name, pipeline())
  }

  /// `describe documents`, `where words > 3`: a step has its table before it.
  private mutating func stepWithoutTable() -> Statement.Kind {
    let word = text(position)
    let place = here
    let isTableLast =
      ["describe", "count", "cite", "distinct"].contains(word) && kind(ahead: 1) == .name
      && (kind(ahead: 2) == .end || kind(ahead: 2) == .pipe)
    guard isTableLast else {
      fail(SyntaxDiagnostic.stepWithoutTable(word, table: nil, at: place, whole: place))
      skipStatement()
      return .malformed
    }
    advance()
    let table = name("a table")
    report(
      SyntaxDiagnostic.stepWithoutTable(
        word, table: source.string(table.span), at: place, whole: place.joined(with: table.span)))
    let start = Expression(.name(table), at: table.span)
    let kind: Step.Kind =
      word == "describe" ? .describe : word == "cite" ? .cite : word == "count" ? .count(by: []) : .distinct([])
    let first = Step(kind, keyword: place, span: place)
    return .pipeline(Pipeline(source: start, steps: [first] + steps(), span: place.joined(with: table.span)))
  }

  // MARK: Operands

  /// `NULL`, `CASE WHEN … END`, `True`; nil if the name here is a name.
  mutating func foreignOperand() -> Expression? {
    guard at(.name) else { return nil }
    let word = text(position)
    guard word.utf8.count <= 10 else { return nil }
    let span = here
    if word.lowercased() == "case",
      at(caseless: "when", ahead: 1) || kind(ahead: 1) == .name && at(caseless: "when", ahead: 2)
    {
      return caseWhen()
    }
    if let call = operatorCall() ?? wordedCall() ?? casesCall() { return call }
    if isInForeignStep, let call = foreignStepCall(word) { return call }
    guard kind(ahead: 1) != .leftParenthesis, kind(ahead: 1) != .dot,
      let foreign = Words.foreignValues.first(where: { $0.word == word || $0.word == "null" && word == "NULL" }),
      let ours = foreign.replacement
    else { return nil }
    report(SyntaxDiagnostic.foreign(word, ours: ours, at: span))
    advance()
    return node(.literal(ours == "none" ? .none : .bool(ours == "true")), at: span)
  }
}
