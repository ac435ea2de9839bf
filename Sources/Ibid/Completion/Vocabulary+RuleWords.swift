import IbidPlan
import IbidSemantics
import IbidSyntax
import IbidTypes

// What may stand in a `rule` that is being written.

extension Vocabulary {
  /// Words for the cursor's place in a rule: its columns, its pattern, what stands below the pattern.
  func ruleWords(_ context: CompletionContext, _ previous: Token) -> [Completions.Candidate] {
    let brackets = context.openBrackets
    guard let body = brackets.last, context.list.text(body) == "{" else {
      return brackets.isEmpty ? headWords(context) : columnTypes(context, previous)
    }
    if let innermost = brackets.first, innermost != body, context.list.text(innermost) == "{",
      innermost > body, context.list.text(innermost - 1) == "=>"
    {
      return recordWords(context, previous)
    }
    switch context.text(1) {
    case "in": return dictionaryNames(context)
    case "lemma", "exact", "example", "not": return []
    case "list": return [.init(text: "of ", detail: "A, B and C")]
    case "except": return ["before ", "after "].map { .init(text: $0, detail: "what must not stand there") }
    case "=>": return [.init(text: "{ ", detail: "the columns that the example has")]
    default: break
    }
    if previous.kind == .string, context.text(2) == "example" {
      return [.init(text: "=> { ", detail: "the columns that it has")]
    }
    let isAtom = previous.kind == .colon || ["before", "after", "of"].contains(context.text(1))
    let columns = isAtom ? [] : ruleColumns(context)
    let lines = isAtom || brackets.first != body || previous.kind == .leftBrace ? [] : Self.ruleLines
    return columns.map { .init(text: $0.text + ": ", detail: $0.detail) } + Self.classes + Self.atoms
      + ruleNames(context) + lines
  }

  /// Behind the columns: `in sentences {`.
  private func headWords(_ context: CompletionContext) -> [Completions.Candidate] {
    switch context.text(1) {
    case ")": [.init(text: "in sentences { ", detail: "what the rule reads")]
    case "in": [.init(text: "sentences ", detail: "what the rule reads")]
    case "sentences":
      [.init(text: "overlap all ", detail: "matches may overlap"), .init(text: "{ ", detail: "the pattern")]
    case "overlap": [.init(text: "all ", detail: "matches may overlap")]
    default: []
    }
  }

  private func columnTypes(_ context: CompletionContext, _ previous: Token) -> [Completions.Candidate] {
    if previous.kind == .less, context.text(2) == "ref" {
      return ["entities", "quotes"].map { .init(text: $0, detail: "") } + ruleNames(context)
    }
    guard previous.kind == .colon || previous.kind == .less && context.text(2) == "list" else { return [] }
    return Words.types.map { .init(text: $0, detail: "") }
  }

  /// Between the braces of `example "…" => { n: above(20) }`.
  private func recordWords(_ context: CompletionContext, _ previous: Token) -> [Completions.Candidate] {
    if previous.kind == .leftBrace || previous.kind == .comma {
      return ruleColumns(context).map { .init(text: $0.text + ": ", detail: $0.detail) }
    }
    guard previous.kind == .colon else { return [] }
    return ["above(", "at_least(", "below(", "up_to(", "about("].map { .init(text: $0, detail: "a bound") }
      + ["true", "false", "none"].map { .init(text: $0, detail: "") }
  }

  // MARK: Names

  /// The columns of the rule that is being written, as its head has them.
  private func ruleColumns(_ context: CompletionContext) -> [Completions.Candidate] {
    let tokens = context.list.tokens
    var found: [Completions.Candidate] = []
    var index = context.statement + 3
    while index + 1 < context.end, tokens[index].kind != .rightParenthesis {
      guard tokens[index].kind.isName, tokens[index + 1].kind == .colon,
        tokens[index - 1].kind == .comma || tokens[index - 1].kind == .leftParenthesis
      else {
        index += 1
        continue
      }
      var last = index + 2
      while last < context.end, tokens[last].kind != .comma, tokens[last].kind != .rightParenthesis { last += 1 }
      found.append(.init(text: context.list.text(index), detail: context.text(from: index + 2, before: last)))
      index = last
    }
    return found
  }

  /// Lists of words, those of the text before the rule first.
  private func dictionaryNames(_ context: CompletionContext) -> [Completions.Candidate] {
    names(behind: "dict", context).map { .init(text: $0, detail: "words") }
      + catalog.dictionaries.sorted { $0.key < $1.key }.map { .init(text: $0.key, detail: "\($0.value.count) words") }
  }

  /// Rules that this one may read.
  private func ruleNames(_ context: CompletionContext) -> [Completions.Candidate] {
    let known = catalog.rules.values.map(\.name).sorted()
    return (names(behind: "rule", context) + known).map { .init(text: $0, detail: "a match of that rule") }
  }

  /// What statements before the one at the cursor define with a word.
  private func names(behind word: String, _ context: CompletionContext) -> [String] {
    (0..<context.statement).filter { context.list.tokens[$0].startsStatement && context.list.text($0) == word }
      .map { context.list.text($0 + 1) }
  }

  // MARK: Words

  private static let classes: [Completions.Candidate] = RuleClass.allCases.map { kind in
    .init(text: kind.rawValue, detail: kind.types.map(\.description).joined(separator: " or "))
  }

  private static let atoms: [Completions.Candidate] = [
    .init(text: "word", detail: "any word"), .init(text: "lemma ", detail: "a word in all its forms"),
    .init(text: "exact ", detail: "words, capitals and all"), .init(text: "in ", detail: "a list of words"),
    .init(text: "list of ", detail: "A, B and C"),
  ]

  private static let ruleLines: [Completions.Candidate] = [
    .init(text: "except ", detail: "what must not stand before or after"),
    .init(text: "before ", detail: "what must stand before"), .init(text: "after ", detail: "what must stand after"),
    .init(text: "example ", detail: "a text and what it gives"),
    .init(text: "not ", detail: "a text that gives nothing"),
  ]
}
