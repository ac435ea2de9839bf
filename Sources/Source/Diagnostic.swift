/// A message about a text: what is wrong, where, why, and what to do.
///
/// A diagnostic is data. Phases raise it, `DiagnosticRenderer` draws it, the library hands it out as it is.
///
///     error[unknown-column]: `money` has no column `amout`
///      --> query:1:15
///     1 | money | where amout > £1m
///       |               ----- no such column
///       = try: amount
package struct Diagnostic: Error, Sendable, Equatable {
  package enum Severity: String, Sendable { case error, warning, note }

  /// A place with a few words beside it.
  package struct Label: Sendable, Equatable {
    package var span: ByteSpan
    package var text: String
    package init(_ span: ByteSpan, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  /// A way out: what to do, and the edit that does it where there is one.
  package struct Suggestion: Sendable, Equatable {
    /// What to write or do, as shown after `try:`.
    package var text: String
    /// The edit that makes it so: replace `span` by `replacement`.
    package var edit: Edit?
    package init(_ text: String, edit: Edit? = nil) {
      self.text = text
      self.edit = edit
    }
  }

  package struct Edit: Sendable, Equatable {
    package var span: ByteSpan
    package var replacement: String
    package init(_ span: ByteSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// A stable name, `unknown-column`; documented one by one.
  package var id: String
  package var severity: Severity
  /// One sentence, no full stop.
  package var message: String
  /// The place to look at first.
  package var span: ByteSpan
  /// Words at the primary place (often empty) and further places.
  package var labels: [Label]
  /// Why the rule is as it is; nil where the message says it all.
  package var reason: String?
  package var suggestions: [Suggestion]

  package init(
    _ id: String, _ message: String, at span: ByteSpan, label: String? = nil, labels: [Label] = [],
    why reason: String? = nil, try suggestions: [Suggestion] = []
  ) {
    self.init(id, .error, message, at: span, label: label, labels: labels, why: reason, try: suggestions)
  }

  package init(
    _ id: String, _ severity: Severity, _ message: String, at span: ByteSpan, label: String? = nil,
    labels: [Label] = [], why reason: String? = nil, try suggestions: [Suggestion] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.span = span
    self.labels = (label.map { [Label(span, $0)] } ?? []) + labels
    self.reason = reason
    self.suggestions = suggestions
  }
}
