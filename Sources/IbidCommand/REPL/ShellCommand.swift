import Ibid

/// A command of the session that is no statement of the language: a line that begins with a full stop.
enum ShellCommand: String, CaseIterable {
  case tables, schema, sample, source, load, reload, read, last, row, wide, once, edit
  case set, format, width, rows, timing, pager, help, quit, exit

  /// What may follow, and what it does.
  var usage: (syntax: String, summary: String) {
    switch self {
    case .tables: (".tables", "all tables and how many rows they have")
    case .schema: (".schema TABLE", "columns of a table with their types; _ is the last result")
    case .sample: (".sample TABLE [N]", "some rows of a table, drawn from all of it")
    case .source: (".source NAME", "the text of a rule, view or list, also of those that come with Ibid")
    case .load: (".load PATH …", "reads files, folders or patterns")
    case .reload: (".reload", "reads again what has changed on disk")
    case .read: (".read FILE", "runs the statements of a file as if they were typed")
    case .last: (".last", "all rows of the last result")
    case .row: (".row N", "row N of the last result, a line a column, nothing cut")
    case .wide: (".wide", "all rows of the last result, columns as wide as they are")
    case .once: (".once FILE", "writes the next result to a file, or with | to a command")
    case .edit: (".edit [NUMBER]", "goes on with the last statement, or the one before it, in your editor; also \\e")
    case .set: (".set [NAME VALUE]", "shows the settings, or changes one")
    case .format: (".format NAME", ResultFormat.allCases.map(\.rawValue).joined(separator: " "))
    case .width: (".width N", "columns to print in; auto for those of the terminal")
    case .rows: (".rows N", "rows of a result to print; auto for as many as the screen has room for")
    case .timing: (".timing on|off", "how long each statement took")
    case .pager: (".pager on|off", "whether what is taller than the screen goes through a pager")
    case .help: (".help [COMMAND]", "this list, or a page about a command")
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
      Right takes what is suggested in grey, Ctrl-X Ctrl-E opens your editor, Ctrl-_ undoes,
      Ctrl-C drops the line or ends the query. `help` is about the language.

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
      let before = words(String(text[..<start]))
      candidates = arguments(of: before, word: String(word), vocabulary)
    }
    let lower = text[..<start].utf8.count
    return Completions(replaces: lower..<text.utf8.count, candidates: candidates.filter { $0.text.hasPrefix(word) })
  }

  private static func arguments(
    of before: [String], word: String, _ vocabulary: Vocabulary
  ) -> [Completions.Candidate] {
    guard let command = before.first.flatMap({ ShellCommand(rawValue: String($0.dropFirst())) }) else { return [] }
    func plain(_ words: [String]) -> [Completions.Candidate] { words.map { .init(text: $0, detail: "") } }
    switch command {
    case .schema, .sample:
      return vocabulary.tables.map { .init(text: $0.name, detail: "\($0.rowCount) rows") }
        + vocabulary.boundNames.map { .init(text: $0, detail: "bound by let") } + plain(Session.domainTables)
    case .source: return plain(Session.domainTables)
    case .format: return plain(ResultFormat.allCases.map(\.rawValue))
    case .timing, .pager: return plain(["on", "off"])
    case .width, .rows: return [.init(text: "auto", detail: "as the terminal")]
    case .load, .read, .once: return PathCompletions.candidates(word)
    case .help: return allCases.map { .init(text: $0.rawValue, detail: $0.usage.summary) }
    case .set where before.count == 1:
      return REPLSettings.Name.allCases.map { .init(text: $0.rawValue + " ", detail: $0.values) }
    case .set: return plain(before.dropFirst().first.flatMap(REPLSettings.Name.init)?.examples ?? [])
    default: return []
    }
  }
}
