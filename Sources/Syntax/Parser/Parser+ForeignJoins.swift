import IbidSource

/// Joins as SQL and KQL write them: `join rates on a.x = rates.y`, `inner join`, `join kind=leftouter (rates) on x`.
///
/// Whatever is foreign about one is a single message, whose edit writes the whole step.
extension Parser {
  /// What was foreign about a join, and the kind it turned out to be.
  struct ForeignJoin {
    var kind: Step.JoinKind
    var words: String
  }

  /// `inner join`, which is the plain one.
  mutating func innerJoin() -> Step {
    let start = position
    let place = here.joined(with: tokens[position + 1].span)
    advance()
    advance()
    let kind = join(.inner, from: start, foreign: ForeignJoin(kind: .inner, words: source.string(place)))
    return Step(kind, keyword: place, span: span(from: start))
  }

  /// Takes KQL's `kind=leftouter`; nil where it does not stand.
  mutating func joinFlavour() -> ForeignJoin? {
    guard at(word: "kind"), kind(ahead: 1) == .assign, kind(ahead: 2).isName, !(kind(ahead: 3) == .dot),
      kind(ahead: 3) == .leftParenthesis || kind(ahead: 3).isName && !at(word: "on", ahead: 3)
    else { return nil }
    let start = position
    let word = text(position + 2).lowercased()
    for _ in 0..<3 { advance() }
    let kind: Step.JoinKind =
      switch word {
      case "leftouter", "left", "lookup": .left
      case "fullouter", "full", "outer": .full
      case "leftsemi", "semi": .semi
      case "leftanti", "leftantisemi", "anti": .anti
      default: .inner
      }
    return ForeignJoin(kind: kind, words: source.string(span(from: start)))
  }

  /// The name for the rows of a table that has none: its own, or the one that SQL puts behind it.
  ///
  /// `name` is what the tree uses, so that later words find it; `written` what the message offers.
  mutating func joinName(of table: Expression) -> (name: Name, written: String) {
    let own = tableName(table)
    if at(caseless: "as"), kind(ahead: 1).isName { advance() }
    if kind.isName, !at(word: "on"), !at(caseless: "using") {
      let alias = name("a name")
      return (alias, alias.text)
    }
    // Where its own name is used further on, it has to stay.
    let isUsed = tokens[position..<min(tokens.count - 1, position + 200)].indices.contains { index in
      tokens[index].kind == .name && tokens[index + 1].kind == .dot && text(index) == own
    }
    return (Name(own, at: table.span), isUsed ? own : own.first.map(String.init) ?? "r")
  }

  private func tableName(_ table: Expression) -> String {
    switch table.kind {
    case .name(let name): name.text
    case .withCopies(let name): name.text
    case .pipeline(let pipeline): tableName(pipeline.source)
    default: "r"
    }
  }

  /// Reports a join that is foreign in some way, with an edit for all of it, and gives the conditions as they are meant.
  ///
  /// `start` is the step's first token. The left side's columns stand alone here, the right side's under its name.
  mutating func reportJoin(
    _ kind: Step.JoinKind, from start: Int, _ foreign: ForeignJoin?, table: Expression, name: Name, written: String,
    on conditions: [Expression]
  ) -> [Expression] {
    let place = foreign == nil ? table.span : tokens[start].span.joined(with: table.span)
    let whole = ByteSpan(tokens[start].span.lower, tokens[position - 1].span.upper)
    var tableText = absorbed(table.span)
    if case .name = table.kind, tableText.hasPrefix("(") { tableText = String(tableText.dropFirst().dropLast()) }
    var tests: [String] = []
    for condition in conditions {
      let edits = qualifiers(in: condition.span, from: start, right: name.text, written)
      tests.append(absorbed(condition.span, making: edits))
    }
    let kindWord = kind == .inner ? "" : kind.rawValue + " "
    let text = "\(kindWord)join \(written) = \(tableText) on \(tests.joined(separator: ", "))"
    discard(within: whole)
    report(SyntaxDiagnostic.foreignJoin(foreign?.words, at: place, edit: .init(whole, text)))
    return conditions.map { unqualified($0, right: name) }
  }

  /// The edits that take the left table's name away from its columns, and give the right side's theirs.
  private func qualifiers(in span: ByteSpan, from start: Int, right: String, _ written: String) -> [Diagnostic.Edit] {
    var edits: [Diagnostic.Edit] = []
    for index in start..<position where span.contains(tokens[index].span) && tokens[index + 1].kind == .dot {
      if index > 0, tokens[index - 1].kind == .dot { continue }
      let name = text(index)
      if name == "$left" || name == pipelineTable {
        edits.append(.init(ByteSpan(tokens[index].span.lower, tokens[index + 1].span.upper), ""))
      } else if name == "$right" || name == right, name != written {
        edits.append(.init(tokens[index].span, written))
      }
    }
    return edits
  }

  /// `$left.id` as `id`, `$right.id` as `r.id`. Conditions are at most as high as expressions may be.
  private func unqualified(_ condition: Expression, right: Name) -> Expression {
    var condition = condition
    switch condition.kind {
    case .binary(let name, let place, let a, let b):
      condition.kind = .binary(name, place, unqualified(a, right: right), unqualified(b, right: right))
    case .member(let inner, let column):
      switch inner.kind {
      case .parameter(let side) where side.text == "left": condition.kind = .name(column)
      case .name(let table) where table.text == pipelineTable && table.text != right.text:
        condition.kind = .name(column)
      case .parameter(let side) where side.text == "right":
        condition.kind = .member(Expression(.name(Name(right.text, at: side.span)), at: inner.span), column)
      default: condition.kind = .member(unqualified(inner, right: right), column)
      }
    default: break
    }
    return condition
  }
}
