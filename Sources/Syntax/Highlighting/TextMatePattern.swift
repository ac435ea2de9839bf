/// A rule of a TextMate grammar: what it matches and what that is called.
///
/// Scopes have their usual names (`comment.line`, `keyword.operator` …), so that any theme has colours for them; `.ibid` is
/// added to each when it is written. Expressions are Oniguruma's, kept to what ICU and Rust's engines know too.
struct TextMatePattern: Sendable {
  /// What matches, or what begins a stretch that `end` ends.
  var match: String
  var end: String?
  /// Of the whole; empty for none.
  var scope: String
  /// By number of the group in brackets.
  var captures: [String]
  /// Inside of a stretch.
  var patterns: [TextMatePattern]

  /// `captures`: the scopes of the groups, first one first; an empty one has none.
  init(_ scope: String = "", match: String, captures: [String] = []) {
    self.scope = scope
    self.match = match
    self.captures = captures
    patterns = []
  }

  init(_ scope: String, from begin: String, to end: String, inside patterns: [TextMatePattern]) {
    self.scope = scope
    match = begin
    self.end = end
    captures = []
    self.patterns = patterns
  }
}

extension TextMatePattern {
  /// As an object of JSON.
  func json(indent: String) -> String {
    let inner = indent + "  "
    var members: [String] = []
    if !scope.isEmpty { members.append("\"name\": " + Self.quoted(scope + ".ibid")) }
    if let end {
      members += ["\"begin\": " + Self.quoted(match), "\"end\": " + Self.quoted(end)]
    } else {
      members.append("\"match\": " + Self.quoted(match))
    }
    let groups = captures.enumerated().filter { !$0.element.isEmpty }.map { number, scope in
      "\"\(number + 1)\": { \"name\": \(Self.quoted(scope + ".ibid")) }"
    }
    if !groups.isEmpty { members.append("\"captures\": { " + groups.joined(separator: ", ") + " }") }
    if !patterns.isEmpty { members.append("\"patterns\": " + Self.list(patterns, indent: inner)) }
    return "{\n" + members.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + "}"
  }

  static func list(_ patterns: [TextMatePattern], indent: String) -> String {
    let inner = indent + "  "
    return "[\n" + patterns.map { inner + $0.json(indent: inner) }.joined(separator: ",\n") + "\n" + indent + "]"
  }

  /// A string of JSON. Patterns have no control characters.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
