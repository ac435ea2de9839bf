import IbidSource

/// Statements and subqueries of SQL: one message each, whose edit is the pipeline that says the same.
extension Parser {
  /// `select title from documents where …`, offered as a pipeline where that can be done.
  mutating func sqlStatement() -> Statement.Kind {
    let start = position
    var edit: Diagnostic.Edit?
    let kind = wholeStatement { SyntaxDiagnostic.sql(at: $0, table: $1, edit: nil) }
    let whole = span(from: start)
    if let statement = SQLStatement(tokens[start..<position], in: source), let text = mended(statement.pipeline) {
      edit = .init(whole, text)
    }
    if let edit, let index = diagnostics.indices.last,
      diagnostics[index].id == SyntaxDiagnostic.ID.sqlStatement.rawValue
    {
      diagnostics[index] = SyntaxDiagnostic.sql(at: diagnostics[index].span, table: nil, edit: edit)
    }
    return kind
  }

  /// `with t as (select …) select … from t`: each query that is used by another gets a `let`.
  mutating func commonTables() -> Statement.Kind {
    let start = position
    let kind = wholeStatement(also: "select") { span, _ in SyntaxDiagnostic.commonTable(at: span, edit: nil) }
    guard let index = diagnostics.indices.last,
      diagnostics[index].id == SyntaxDiagnostic.ID.sqlStatement.rawValue,
      let text = pipelines(from: start + 1, to: position).flatMap(mended)
    else { return kind }
    diagnostics[index] = SyntaxDiagnostic.commonTable(
      at: diagnostics[index].span, edit: .init(span(from: start), text))
    return kind
  }

  /// `t as (select …), u as (select …) select …` as statements; nil where it is something else.
  private func pipelines(from start: Int, to end: Int) -> String? {
    var statements: [String] = []
    var index = start
    while index + 3 < end {
      guard tokens[index].kind.isName, text(index + 1).lowercased() == "as", tokens[index + 2].kind == .leftParenthesis,
        let closer = matching(index + 2, before: end),
        let query = SQLStatement(tokens[(index + 3)..<closer], in: source)
      else { return nil }
      statements.append("let \(text(index)) = \(query.pipeline)")
      index = closer + 1
      guard index < end, tokens[index].kind == .comma else { break }
      index += 1
    }
    guard index < end, let query = SQLStatement(tokens[index..<end], in: source) else { return nil }
    return (statements + [query.pipeline]).joined(separator: "\n")
  }

  /// As `closing(of:)`, whatever lines are in between.
  private func matching(_ opener: Int, before end: Int) -> Int? {
    var inner = 0
    for index in opener..<end {
      if tokens[index].kind.isOpeningBracket { inner += 1 }
      if tokens[index].kind.isClosingBracket { inner -= 1 }
      if inner == 0 { return index }
    }
    return nil
  }

  /// `(select avg(words) from documents)` at an open bracket; nil where it is an ordinary one.
  mutating func subquery() -> Expression? {
    guard at(caseless: "select", ahead: 1), kind(ahead: 2).startsOperand || kind(ahead: 2) == .star,
      kind(ahead: 2) != .leftParenthesis, let closer = closing(of: position),
      (position..<closer).contains(where: { self.text($0).lowercased() == "from" })
    else { return nil }
    let whole = ByteSpan(here.lower, tokens[closer].span.upper)
    let statement = SQLStatement(tokens[(position + 1)..<closer], in: source)
    // Inside of a text that is being mended, the next round mends what this one leaves.
    let text = statement.flatMap { isMending ? $0.pipeline : mended($0.pipeline) }
    let place = tokens[position + 1].span
    discard(within: whole)
    report(SyntaxDiagnostic.subquery(at: place, edit: text.map { .init(whole, "(\($0))") }))
    lost.append(whole)
    position = closer + 1
    return node(.missing, at: whole)
  }

  /// Skips a statement of another language; one diagnostic replaces all others about it.
  mutating func wholeStatement(also further: String? = nil, _ diagnose: (ByteSpan, String?) -> Diagnostic)
    -> Statement.Kind
  {
    let start = position
    var table: String?
    while !isAtBoundary {
      if table == nil, at(caseless: "from", ahead: 0), kind(ahead: 1).isName { table = text(position + 1) }
      position += 1
    }
    // The SQL statement may go on in lines of its own: FROM, WHERE …
    while goesOnInSQL || further.map({ tokens[position].kind == .name && text(position).lowercased() == $0 }) ?? false {
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
}
