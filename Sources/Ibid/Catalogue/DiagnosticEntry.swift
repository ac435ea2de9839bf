/// What there is to know of one diagnostic beyond its message: `help ID` and `docs/diagnostics.md` are made of it.
///
/// A new id needs an entry in the list of its group (`DiagnosticCatalogue+….swift`) and a golden of its own,
/// `Tests/Golden/errors/ID.ibid`. Tests hold the list against the sources, raise each mistake by its example, and
/// check that the mended example has none.
package struct DiagnosticEntry: Sendable {
  /// A text that shows the mistake, or how it looks when it is mended.
  package struct Example: Sendable, Equatable, ExpressibleByStringLiteral {
    /// How the text is used.
    package enum Stage: Sendable, Equatable {
      /// A script over the example documents.
      case script
      /// As `script`, with values given for parameters: `least=many`.
      case given([String])
      /// Lines typed at the prompt, one after the other.
      case prompt
      /// A script, before any document is loaded.
      case nothingLoaded
      /// A text for `Session.prepare(_:)`.
      case library
      /// Swift, for the eye only.
      case swift
      /// On the command line, for the eye only: a mistake that takes a folder or bytes of one's own.
      case shown
    }

    package var text: String
    package var stage: Stage

    package init(_ text: String, _ stage: Stage = .script) {
      self.text = text
      self.stage = stage
    }

    package init(stringLiteral text: String) { self.init(text) }

    static func given(_ values: String..., in text: String) -> Example { Example(text, .given(values)) }
    static func prompt(_ text: String) -> Example { Example(text, .prompt) }
    static func nothingLoaded(_ text: String) -> Example { Example(text, .nothingLoaded) }
    static func library(_ text: String) -> Example { Example(text, .library) }
    static func swift(_ text: String) -> Example { Example(text, .swift) }
    static func shown(_ text: String) -> Example { Example(text, .shown) }
  }

  /// Its stable name: `unknown-column`.
  package var id: String
  /// What is wrong, in one line without a full stop.
  package var title: String
  /// Why that is a mistake and what to do, in two to four sentences; line ends mean nothing.
  package var explanation: String
  /// A text that raises it, and nothing else.
  package var bad: Example
  /// The same question without the mistake.
  package var mended: Example

  init(_ id: String, _ title: String, _ explanation: String, bad: Example, mended: Example) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.bad = bad
    self.mended = mended
  }
}

extension DiagnosticEntry {
  /// What `help ID` prints.
  var help: String {
    """
    \(id): \(title)

    \(explanation)

    wrong:
    \(bad.indented)

    right:
    \(mended.indented)

    """
  }
}

extension DiagnosticEntry.Example {
  /// The lines, set off from the left; values given on the command line come first.
  fileprivate var indented: String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }
    if case .given(let values) = stage { lines.insert("  # with " + options(values), at: 0) }
    return lines.joined(separator: "\n")
  }

  /// `--param least=many`
  package func options(_ values: [String]) -> String { values.map { "--param \($0)" }.joined(separator: " ") }
}
