import IbidSource

/// What was wrong with a query or script: one or more messages with their places.
///
///     do { … } catch let error as QueryError {
///       print(error.rendered())                          // as the prompt shows it
///       if error.messages.contains(where: { $0.id == "unknown-column" }) { … }
///     }
public struct QueryError: Error, Sendable, CustomStringConvertible {
  /// What a program can do about it.
  public enum Kind: Sendable, Hashable {
    /// A mistake in the text, or one that only the data showed.
    case query
    /// A file that could not be read or written.
    case inputOutput
    /// Stopped on request.
    case cancelled
  }

  /// One message.
  public struct Message: Sendable, Hashable {
    /// Stable name: `unknown-column`.
    public let id: String
    /// False for a warning beside an error.
    public let isError: Bool
    /// What is wrong, in one sentence without a full stop.
    public let text: String
    /// Line of the primary place, from 1.
    public let line: Int
    /// Column of the primary place in characters, from 1.
    public let column: Int
    /// What to write instead, best first.
    public let suggestions: [String]
  }

  /// Whether the text, a file or a request to stop ended it.
  public let kind: Kind
  /// In the order of their places; none if it was cancelled.
  public let messages: [Message]
  let diagnostics: [Diagnostic]
  let source: SourceText

  /// The rows that broke an assertion, as a table for people.
  public let rows: String?

  init(_ diagnostics: [Diagnostic], in source: SourceText, kind: Kind = .query, rows: String? = nil) {
    self.kind = kind
    self.rows = rows
    self.diagnostics = diagnostics
    self.source = source
    messages = diagnostics.map { diagnostic in
      let (line, column) = source.position(of: diagnostic.span.lower)
      return Message(
        id: diagnostic.id, isError: diagnostic.severity == .error, text: diagnostic.message, line: line, column: column,
        suggestions: diagnostic.suggestions.map(\.text))
    }
  }

  static let cancelled = QueryError([], in: SourceText(name: "query", ""), kind: .cancelled)

  /// The messages with the lines they are about, as a terminal shows them.
  public func rendered(inColour: Bool = false, width: Int = 100) -> String {
    if kind == .cancelled { return "cancelled\n" }
    return DiagnosticRenderer(style: inColour ? .coloured : .plain, width: width).render(diagnostics, in: source)
      + (rows.map { TerminalText.escaped($0) } ?? "")
  }

  /// The messages as `rendered()` draws them, without colour.
  public var description: String { rendered() }
}
