import IbidTypes

/// A regular expression over tokens.
package indirect enum RulePattern: Sendable, Hashable {
  /// Words one behind the other, in any case or as they stand.
  case words(String, isExact: Bool)
  /// A word in all its forms.
  case lemma(String)
  /// A regular expression that has to match all of one token.
  case regex(String, ignoresCase: Bool)
  /// One of the entries of a list.
  case dictionary(name: String, entries: [String])
  /// A token that is no punctuation.
  case word
  /// At most so many tokens of any kind, also none.
  case gap(Int)
  /// What the extractor has found.
  case annotation(RuleClass)
  /// A match of another rule.
  case rule(table: String)
  case sequence([RulePattern])
  case alternatives([RulePattern])
  /// `most` nil: any number.
  case repeated(RulePattern, least: Int, most: Int?)
  /// "A, B and C", "A, B, C" or "A"; not "A, B", whose second mostly explains the first.
  case list(RulePattern)
  case capture(Int, RulePattern)

  /// The patterns inside.
  package var parts: [RulePattern] {
    switch self {
    case .words, .lemma, .regex, .dictionary, .word, .gap, .annotation, .rule: []
    case .sequence(let parts), .alternatives(let parts): parts
    case .repeated(let part, _, _), .list(let part), .capture(_, let part): [part]
    }
  }

  /// Itself and all patterns inside, outermost first. Patterns are no deeper than their text was nested.
  package func visit(_ look: (RulePattern) -> Void) {
    look(self)
    for part in parts { part.visit(look) }
  }

  /// Whether it matches where nothing stands.
  package var canBeEmpty: Bool {
    switch self {
    case .words(let text, _): text.allSatisfy { $0.isWhitespace }
    case .lemma, .regex, .dictionary, .word, .annotation, .rule: false
    case .gap: true
    case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
    case .alternatives(let parts): parts.contains { $0.canBeEmpty }
    case .repeated(let part, let least, _): least == 0 || part.canBeEmpty
    case .list(let part), .capture(_, let part): part.canBeEmpty
    }
  }

  /// About how many states an automaton of it has; at most `Int.max`.
  package var size: Int {
    switch self {
    case .words(let text, _): text.split(separator: " ").count
    case .lemma, .regex, .dictionary, .word, .annotation, .rule: 1
    case .gap(let length): length
    case .sequence(let parts), .alternatives(let parts): parts.reduce(1) { Self.sum($0, $1.size) }
    case .repeated(let part, let least, let most):
      Self.saturated(part.size.multipliedReportingOverflow(by: max(1, most ?? least + 1)))
    case .list(let part):
      // Three forms of lists with nine elements between them, and what stands between these.
      Self.sum(Self.saturated(part.size.multipliedReportingOverflow(by: 9)), 40)
    case .capture(_, let part): Self.sum(part.size, 2)
    }
  }

  private static func sum(_ a: Int, _ b: Int) -> Int { saturated(a.addingReportingOverflow(b)) }

  private static func saturated(_ result: (partialValue: Int, overflow: Bool)) -> Int {
    result.overflow ? .max : result.partialValue
  }
}
