import IbidSource

/// Words and operators of other languages: read as what they mean where that is plain, always reported.
extension Parser {
  /// `SELECT … FROM …`, `from money`, `var x = …`, `x = …`; nil if the statement starts in our words.
  mutating func foreignStatement() -> Statement.Kind? {
    guard at(.name) else { return nil }
    let word = text(position)
    let next = kind(ahead: 1)
    if next == .assign, Words.statementEntries[word] == nil || kind(ahead: 2).startsOperand {
      report(SyntaxDiagnostic.assignment(word, at: tokens[position + 1].span, start: here))
      let name = name("a name")
      advance()
      return .letBinding(name, pipeline())
    }
    let lowered = word.lowercased()
    if lowered == "select", isSQL(next) { return wholeStatement { SyntaxDiagnostic.sql(at: $0, table: $1) } }
    guard next.startsOperand, next != .minus, next != .not, next != .leftParenthesis, next != .leftBracket else {
      return nil
    }
    if Words.changingStatements.contains(lowered) {
      return wholeStatement { span, _ in SyntaxDiagnostic.changing(lowered, at: span) }
    }
    guard let foreign = Words.foreignStatementWords[word] else { return foreignCase(word) }
    report(SyntaxDiagnostic.foreignStatement(foreign, at: here, next: tokens[position + 1].span))
    guard foreign.replacement != nil else {
      advance()
      return .pipeline(pipeline())
    }
    skipStatement()
    isRecovering = true
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

  private func at(caseless word: String, ahead distance: Int) -> Bool {
    kind(ahead: distance) == .name && text(position + distance).lowercased() == word
  }

  /// Skips a statement of another language; one diagnostic replaces all others about it.
  private mutating func wholeStatement(_ diagnose: (ByteSpan, String?) -> Diagnostic) -> Statement.Kind {
    let start = position
    var table: String?
    while !isAtBoundary {
      if table == nil, at(caseless: "from", ahead: 0), kind(ahead: 1).isName { table = text(position + 1) }
      position += 1
    }
    // The SQL statement may go on in lines of its own: FROM, WHERE …
    while goesOnInSQL {
      position += 1
      while !isAtBoundaryOfLine {
        if table == nil, tokens[position - 1].kind == .name, text(position - 1).lowercased() == "from" {
          table = text(position)
        }
        position += 1
      }
    }
    let span = self.span(from: start)
    discard(within: span)
    fail(diagnose(tokens[start].span, table))
    return .malformed
  }

  private var isAtBoundaryOfLine: Bool {
    let token = tokens[position]
    return token.kind == .end || token.kind == .semicolon || token.startsStatement
  }

  /// The next line starts with a word that goes on with an SQL statement.
  private var goesOnInSQL: Bool {
    let token = tokens[position]
    guard token.kind == .name, token.startsStatement else { return false }
    return ["from", "where", "group", "order", "limit", "having", "join", "inner", "left", "and"]
      .contains(text(position).lowercased())
  }

  /// A step of another language, read as ours where one stands for it; nil if the word is none.
  mutating func foreignStep() -> Step? {
    let start = position
    let word = text(position)
    let lowered = word.lowercased()
    let ours: Words.Foreign
    if let foreign = Words.foreignSteps[lowered] {
      ours = foreign
    } else if lowered != word, Words.stepEntries[lowered] != nil {
      ours = Words.Foreign(word, as: lowered)
    } else {
      return nil
    }
    var place = here
    var replacement = ours.replacement
    if lowered == "order" || lowered == "group" || lowered == "sort", kind(ahead: 1) == .by {
      place = place.joined(with: tokens[position + 1].span)
      replacement = lowered == "group" ? nil : "sort"
    }
    report(SyntaxDiagnostic.foreignStep(source.string(place), ours, replacement: replacement, at: place))
    advance()
    if place.upper > tokens[start].span.upper { advance() }
    guard let replacement else {
      isRecovering = true
      return Step(.malformed, keyword: place, span: place)
    }
    let kind = foreignStep(as: replacement)
    return Step(kind, keyword: place, span: span(from: start))
  }

  private mutating func foreignStep(as ours: String) -> Step.Kind {
    switch ours {
    case "where": return .filter(expression())
    case "take": return .take(integer("a number of rows"))
    case "skip": return .skip(integer("a number of rows"))
    case "sort": return .sort(keys())
    case "derive": return .derive(items())
    case "select": return .select(items())
    case "summarize": return summarize()
    default:
      isRecovering = true
      return .malformed
    }
  }

  // MARK: Operators

  func atOr() -> Bool { at(.or) || at(.doubleBar) || atForeign(word: "or") }
  func atAnd() -> Bool { at(.and) || at(.doubleAmpersand) || atForeign(word: "and") }
  func atNot() -> Bool { at(.not) || at(.bang) || atForeign(word: "not") && kind(ahead: 1).startsOperand }

  /// A reserved word in capitals, in a place where no name can stand or before an operand.
  private func atForeign(word: String) -> Bool {
    guard at(.name) else { return false }
    let written = text(position)
    return written != word && written.lowercased() == word
  }

  /// Reports `&&`, `||`, `!`, `AND` … at the next token.
  mutating func reportForeignOperator(ours: String) {
    if kind.reservedWord == nil { report(SyntaxDiagnostic.foreign(text(position), ours: ours, at: here)) }
  }

  /// `=`, `<>`, `LIKE`, `between` after an operand; nil if the name here is no operator.
  mutating func foreignComparison(of left: Expression) -> Expression? {
    switch kind {
    case .assign:
      if let none = noneAfterOperator() { return noneComparison(left, isEqual: true, none: none) }
      guard kind(ahead: 1).startsOperand else { return nil }
      report(SyntaxDiagnostic.singleEquals(at: here))
      return binary(.equal, left) { $0.coalesce() }
    case .lessGreater:
      if let none = noneAfterOperator() { return noneComparison(left, isEqual: false, none: none) }
      report(SyntaxDiagnostic.foreign("<>", ours: "!=", at: here))
      return binary(.notEqual, left) { $0.coalesce() }
    default:
      return foreignOperatorWord(left)
    }
  }

  private mutating func foreignOperatorWord(_ left: Expression) -> Expression? {
    let word = text(position)
    guard word.utf8.count <= 10, let foreign = Words.foreignOperators[word.lowercased()] else { return nil }
    let place = here
    switch foreign.word {
    case "like", "ilike":
      let pattern = kind(ahead: 1) == .string ? stringValue(position + 1) : nil
      let string = kind(ahead: 1) == .string ? tokens[position + 1].span : place
      report(SyntaxDiagnostic.like(word, pattern: pattern, at: place, whole: place.joined(with: string)))
      return binary(.contains, left) { $0.coalesce() }
    case "between":
      return between(left, place)
    case "in", "has", "contains":
      report(SyntaxDiagnostic.foreign(word, ours: foreign.word, at: place))
      let name: BinaryOperator = foreign.word == "in" ? .isIn : foreign.word == "has" ? .has : .contains
      return binary(name, left) { $0.coalesce() }
    case "and", "or": return nil
    default:
      fail(SyntaxDiagnostic.foreignOperator(word, foreign, at: place))
      return left
    }
  }

  /// `x between a and b`
  private mutating func between(_ left: Expression, _ place: ByteSpan) -> Expression {
    let leftHeight = height
    advance()
    let low = coalesce()
    let lowHeight = height
    guard !isRecovering, atAnd() else {
      fail(SyntaxDiagnostic.between(at: place, edit: nil))
      return left
    }
    let and = here
    advance()
    let high = coalesce()
    let whole = place.joined(with: high.span)
    let edit = "in \(source.string(low.span))..\(source.string(high.span))"
    report(SyntaxDiagnostic.between(at: place, edit: .init(whole, edit)))
    let range = node(
      .binary(.range, and, low, high), at: low.span.joined(with: high.span), over: max(lowHeight, height))
    return node(
      .binary(.isIn, place, left, range), at: left.span.joined(with: range.span), over: max(leftHeight, height))
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
      fail(SyntaxDiagnostic.caseWhen(at: span))
      return missing()
    }
    guard kind(ahead: 1) != .leftParenthesis, kind(ahead: 1) != .dot,
      let foreign = Words.foreignValues.first(where: { $0.word == word || $0.word == "null" && word == "NULL" }),
      let ours = foreign.replacement
    else { return nil }
    report(SyntaxDiagnostic.foreign(word, ours: ours, at: span))
    advance()
    return node(.literal(ours == "none" ? .none : .bool(ours == "true")), at: span)
  }
}
