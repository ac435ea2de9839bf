import IbidSource

extension QueryError {
  /// One message, as data: what is wrong, where, why, and what to write instead.
  public struct Message: Sendable, Hashable, Codable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, Codable {
      /// The query cannot run.
      case error
      /// It can, but may not do what is meant.
      case warning
      /// Something to know.
      case note
    }

    /// Stable name: `unknown-column`; `help` and `docs/diagnostics.md` explain each.
    public let id: String
    /// How bad it is.
    public let severity: Severity
    /// What is wrong, in one sentence without a full stop.
    public let text: String
    /// Why that is a mistake; nil where the text says it all.
    public let reason: String?
    /// The place to look at first.
    public let place: Place
    /// Places with a few words beside each, the primary one among them if there is something to say of it.
    public let labels: [Label]
    /// What to write instead, best first.
    public let suggestions: [Suggestion]

    /// False for a warning or a note beside an error.
    public var isError: Bool { severity == .error }
    /// Line of the primary place, from 1.
    public var line: Int { place.line }
    /// Column of the primary place in characters, from 1.
    public var column: Int { place.column }
  }

  /// A stretch of a text. Bytes are UTF-8 from 0; lines and columns (in characters) count from 1.
  public struct Place: Sendable, Hashable, Codable {
    /// The script's path, or a word such as `query`.
    public let file: String
    /// Offset of the first byte.
    public let start: Int
    /// Offset behind the last byte; equal to `start` for a place between two bytes.
    public let end: Int
    /// Line of the first byte.
    public let line: Int
    /// Column of the first byte.
    public let column: Int
    /// Line of the end.
    public let endLine: Int
    /// Column of the end: that of the character behind the last one.
    public let endColumn: Int

    /// Its bytes.
    public var bytes: Range<Int> { start..<end }
  }

  /// A place with a few words beside it.
  public struct Label: Sendable, Hashable, Codable {
    /// Where they stand.
    public let place: Place
    /// The words.
    public let text: String
  }

  /// A way out of a mistake.
  public struct Suggestion: Sendable, Hashable, Codable {
    /// What to write or do, for people.
    public let text: String
    /// The change of the text that does it; nil where it takes a decision.
    public let edit: Edit?
  }

  /// A change of the text: the bytes of `place` become `replacement`.
  public struct Edit: Sendable, Hashable, Codable {
    /// What is replaced; empty to insert.
    public let place: Place
    /// What comes in its place; empty to delete.
    public let replacement: String

    /// The text with this change made. `text` must be the one that the message is about.
    public func applied(to text: String) -> String {
      var bytes = Array(text.utf8)
      let upper = min(place.end, bytes.count)
      bytes.replaceSubrange(min(place.start, upper)..<upper, with: Array(replacement.utf8))
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension QueryError.Message {
  init(_ diagnostic: Diagnostic, in source: SourceText) {
    id = diagnostic.id
    severity =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    text = diagnostic.message
    reason = diagnostic.reason
    place = QueryError.Place(diagnostic.span, in: source)
    labels = diagnostic.labels.map { .init(place: .init($0.span, in: source), text: $0.text) }
    suggestions = diagnostic.suggestions.map { suggestion in
      QueryError.Suggestion(
        text: suggestion.text,
        edit: suggestion.edit.map { .init(place: .init($0.span, in: source), replacement: $0.replacement) })
    }
  }
}

extension QueryError.Place {
  init(_ span: ByteSpan, in source: SourceText) {
    file = source.name
    start = span.lower
    end = span.upper
    (line, column) = source.position(of: span.lower)
    (endLine, endColumn) = source.position(of: span.upper)
  }
}
