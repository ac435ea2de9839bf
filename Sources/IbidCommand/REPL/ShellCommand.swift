import Ibid

/// A command of the session that is no statement of the language: a line that begins with a full stop.
enum ShellCommand: String, CaseIterable {
  case tables, schema, source, load, last, format, width, timing, help, quit, exit

  /// What may follow, and what it does.
  var usage: (syntax: String, summary: String) {
    switch self {
    case .tables: (".tables", "all tables and how many rows they have")
    case .schema: (".schema TABLE", "columns of a table with their types; _ is the last result")
    case .source: (".source NAME", "the text of a rule, view or list, also of those that come with Ibid")
    case .load: (".load PATH …", "reads files, folders or patterns")
    case .last: (".last", "all rows of the last result")
    case .format: (".format NAME", ResultFormat.allCases.map(\.rawValue).joined(separator: " "))
    case .width: (".width N", "columns to print in; auto for those of the terminal")
    case .timing: (".timing on|off", "how long each statement took")
    case .help: (".help", "this list")
    case .quit: (".quit", "ends the session, as does Ctrl-D")
    case .exit: (".exit", "the same")
    }
  }

  static var helpText: String {
    let width = allCases.map(\.usage.syntax.count).max() ?? 0
    var text = ""
    for command in allCases where command != .exit {
      text +=
        command.usage.syntax + String(repeating: " ", count: width + 2 - command.usage.syntax.count)
        + command.usage.summary + "\n"
    }
    return text + """

      Enter runs a whole statement and asks for more of one that is not; Alt-Enter always adds a line.
      Tab completes, Up and Down go through lines and earlier statements, Ctrl-R searches those,
      Ctrl-_ undoes, Ctrl-C drops the line or ends the query. `help` is about the language.

      """
  }

  /// A line as typed, in words: blanks part them unless quoted, `"two words"`.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      switch character {
      case quote: quote = nil
      case "\"" where quote == nil, "'" where quote == nil:
        quote = character
        word = word ?? ""
      case _ where character.isWhitespace && quote == nil:
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }

  /// What the word at the end of a text may become, if the text is a command; nil if it is not.
  static func completions(_ text: String, _ vocabulary: Vocabulary) -> Completions? {
    guard text.hasPrefix("."), !text.contains("\n") else { return nil }
    let start = text.lastIndex(where: { $0 == " " }).map { text.index(after: $0) } ?? text.startIndex
    let word = text[start...]
    let candidates: [Completions.Candidate]
    if start == text.startIndex {
      candidates = allCases.map {
        .init(text: "." + $0.rawValue + ($0.usage.syntax.contains(" ") ? " " : ""), detail: $0.usage.summary)
      }
    } else {
      switch words(text).first.flatMap({ ShellCommand(rawValue: String($0.dropFirst())) }) {
      case .schema: candidates = vocabulary.tables.map { .init(text: $0.name, detail: "\($0.rowCount) rows") }
      case .source: candidates = Session.domainTables.map { .init(text: $0, detail: "") }
      case .format: candidates = ResultFormat.allCases.map { .init(text: $0.rawValue, detail: "") }
      case .timing: candidates = ["on", "off"].map { .init(text: $0, detail: "") }
      case .width: candidates = [.init(text: "auto", detail: "as wide as the terminal")]
      case .load: candidates = PathCompletions.candidates(String(word))
      default: candidates = []
      }
    }
    let lower = text[..<start].utf8.count
    return Completions(replaces: lower..<text.utf8.count, candidates: candidates.filter { $0.text.hasPrefix(word) })
  }
}
