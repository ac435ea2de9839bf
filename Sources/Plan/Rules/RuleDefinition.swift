package import IbidSource
package import IbidTypes

/// A checked extraction rule: a pattern over tokens, and the typed columns that its captures fill.
///
/// The boundary between the language, which makes it, and extraction, which runs it. A rule is a table: a row for each
/// match, with the columns of `schema`.
package struct RuleDefinition: Sendable, Hashable {
  /// A column that captures fill.
  package struct Capture: Sendable, Hashable {
    package var name: String
    /// Of the column: a list where several values may be captured, optional where none may be.
    package var type: ValueType
    /// Of each value.
    package var element: DataType

    package init(name: String, type: ValueType, element: DataType) {
      self.name = name
      self.type = type
      self.element = element
    }

    package var isList: Bool { if case .list = type.base { true } else { false } }
  }

  /// What must, or must not, stand right before or after a match.
  package struct Context: Sendable, Hashable {
    package var isBefore: Bool
    package var isExcept: Bool
    package var pattern: RulePattern

    package init(isBefore: Bool, isExcept: Bool, pattern: RulePattern) {
      self.isBefore = isBefore
      self.isExcept = isExcept
      self.pattern = pattern
    }
  }

  /// A text, and the values that some match in it must have; nil where nothing may match.
  package struct Example: Sendable, Hashable {
    package var text: String
    /// By the names of captures, in the order written.
    package var expected: [Expectation]?
    package var span: ByteSpan

    package init(text: String, expected: [Expectation]?, at span: ByteSpan) {
      self.text = text
      self.expected = expected
      self.span = span
    }
  }

  /// A value that an example demands of a capture.
  package struct Expectation: Sendable, Hashable {
    package var capture: String
    package var value: PlanExpression
    /// As written.
    package var words: String

    package init(capture: String, value: PlanExpression, words: String) {
      self.capture = capture
      self.value = value
      self.words = words
    }
  }

  /// As its author calls it; rows say it in their column `rule`.
  package var name: String
  /// The table of its rows in a snapshot; another name than the rule's for those that come with Ibid.
  package var table: String
  package var captures: [Capture]
  /// Matches may share tokens: one for each token that a match can start at.
  package var overlapsAll: Bool
  package var pattern: RulePattern
  package var contexts: [Context]
  package var examples: [Example]

  package init(
    name: String, table: String, captures: [Capture], overlapsAll: Bool, pattern: RulePattern, contexts: [Context],
    examples: [Example]
  ) {
    self.name = name
    self.table = table
    self.captures = captures
    self.overlapsAll = overlapsAll
    self.pattern = pattern
    self.contexts = contexts
    self.examples = examples
  }

  /// The tables of the rules that it reads.
  package var readsTables: [String] {
    var found: [String] = []
    for pattern in [pattern] + contexts.map(\.pattern) {
      pattern.visit { part in
        if case .rule(let table) = part, !found.contains(table) { found.append(table) }
      }
    }
    return found
  }

  // MARK: The table

  /// Captures, the rule's name, then what every extracted row has.
  package var schema: Schema {
    Schema(
      captures.map { Field($0.name, $0.type) } + [
        Field("rule", .text), Field("text", .text), Field("document", ValueType(.reference("documents"))),
        Field("sentence", ValueType(.reference("sentences"))),
        Field("quote", ValueType(.reference("quotes"), optional: true)), Field("id", .text, unique: true),
        Field("source", ValueType(.source)), Field("@copy_of", ValueType(.reference("sentences"), optional: true)),
        Field("@copy", ValueType(.word(Self.copyKinds), optional: true)),
      ])
  }

  /// How a sentence that repeats another one differs from it.
  package static let copyKinds = WordSet("copy_kind", ["exact", "cut", "near"])

  /// Columns that every rule has, which no capture may be called.
  package static let ownColumns: Set<String> = [
    "rule", "text", "document", "sentence", "quote", "id", "source", "copy_of", "copy",
  ]
}
