import IbidSource

/// What was wrong with a query or script: one or more messages with their places.
///
///     do { … } catch let error as QueryError {
///       print(error.rendered())                          // as the prompt shows it
///       if error.messages.contains(where: { $0.id == "unknown-column" }) { … }
///       for message in error.messages {                  // or as data, for an editor
///         mark(message.place.bytes, message.text, message.suggestions.first?.edit)
///       }
///     }
///
/// `json()` writes the messages as `ibid check --diagnostics json` prints them.
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

  /// Whether the text, a file or a request to stop ended it.
  public let kind: Kind
  /// In the order of their places, the query's own before those in other files; none if it was cancelled.
  public let messages: [Message]
  /// Diagnostics with the text they are about.
  let parts: [Part]

  struct Part: Sendable {
    var diagnostics: [Diagnostic]
    var source: SourceText
  }

  /// The rows that broke an assertion, as a table for people.
  public let rows: String?

  init(_ diagnostics: [Diagnostic], in source: SourceText, kind: Kind = .query, rows: String? = nil) {
    self.init([Part(diagnostics: diagnostics, source: source)], kind: kind, rows: rows)
  }

  private init(_ parts: [Part], kind: Kind, rows: String?) {
    self.kind = kind
    self.parts = parts
    self.rows = rows
    messages = parts.flatMap { part in part.diagnostics.map { Message($0, in: part.source) } }
  }

  /// Several errors as one; nil if there are none.
  ///
  /// Messages about one text are sorted by their places. The kind is that of a file that failed, if one did.
  init?(joining errors: [QueryError]) {
    guard let first = errors.first else { return nil }
    var parts: [Part] = []
    for part in errors.flatMap(\.parts) {
      if let index = parts.firstIndex(where: { $0.source.name == part.source.name }) {
        parts[index].diagnostics += part.diagnostics
      } else {
        parts.append(part)
      }
    }
    for index in parts.indices { parts[index].diagnostics.sort { $0.span < $1.span } }
    self.init(
      parts, kind: errors.first { $0.kind == .inputOutput }?.kind ?? first.kind,
      rows: errors.lazy.compactMap(\.rows).first)
  }

  static let cancelled = QueryError([], in: SourceText(name: "query", ""), kind: .cancelled)

  /// All of them, whatever text they are about.
  var diagnostics: [Diagnostic] { parts.flatMap(\.diagnostics) }

  /// The messages with the lines they are about, as a terminal shows them.
  public func rendered(inColour: Bool = false, width: Int = 100) -> String {
    if kind == .cancelled { return "cancelled\n" }
    let renderer = DiagnosticRenderer(style: inColour ? .coloured : .plain, width: width)
    return parts.map { renderer.render($0.diagnostics, in: $0.source) }.joined(separator: "\n")
      + (rows.map { TerminalText.escaped($0) } ?? "")
  }

  /// The messages as `rendered()` draws them, without colour.
  public var description: String { rendered() }
}
