import IbidSource

/// What was wrong with a query or script: one or more messages with their places.
public struct QueryError: Error, Sendable, CustomStringConvertible {
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
    public let isError: Bool
    public let text: String
    /// Line and column of the primary place, from 1.
    public let line: Int
    public let column: Int
    /// What to write instead, best first.
    public let suggestions: [String]
  }

  public let kind: Kind
  public let messages: [Message]
  let diagnostics: [Diagnostic]
  let source: SourceText

  init(_ diagnostics: [Diagnostic], in source: SourceText, kind: Kind = .query) {
    self.kind = kind
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
  }

  public var description: String { rendered() }
}
