import Ibid

extension REPL {
  /// Runs a line that begins with a full stop; false if it ends the session.
  mutating func run(command line: String) async -> Bool {
    let words = ShellCommand.words(line)
    let name = String((words.first ?? ".").dropFirst())
    let arguments = Array(words.dropFirst())
    guard let command = ShellCommand(rawValue: name) else {
      let near = NearCommand.matches(name).map { "." + $0 }
      fail("there is no command `.\(name)`", try: near.isEmpty ? ".help" : near.joined(separator: " or "))
      return true
    }
    do {
      switch command {
      case .quit, .exit: return false
      case .help: try write(ShellCommand.helpText)
      case .tables: try await showTables()
      case .schema: try await showSchema(of: arguments.first)
      case .source: try await showSource(of: arguments.first)
      case .load: await load(arguments)
      case .last:
        guard let result = await runner.session.lastResult else {
          fail("there is no result yet", try: "documents")
          break
        }
        try print(result, maxRows: nil)
      case .format: set(format: arguments.first)
      case .width: set(width: arguments.first)
      case .timing: set(timing: arguments.first)
      }
    } catch {
      if Interrupts.isPending { note("stopped") }
    }
    return true
  }

  private func fail(_ message: String, try suggestion: String) {
    let (open, close) = runner.options.usesColourOnError ? ("\u{1B}[1;31m", "\u{1B}[0m") : ("", "")
    Console.error(
      "\(open)error\(close): \(TerminalText.escaped(message))\n  = try: \(TerminalText.escaped(suggestion))\n")
  }

  // MARK: Tables

  private mutating func showTables() async throws {
    let tables = await runner.session.tables
    let names = tables.map { CellText.width(of: $0.name) }.max() ?? 0
    let counts = tables.map { String($0.rowCount).count }.max() ?? 0
    for table in tables {
      let row =
        "\(padded(table.name, names))  \(String(repeating: " ", count: counts - String(table.rowCount).count))\(table.rowCount)  "
        + table.columns.map(\.name).joined(separator: " ")
      try write(CellText.cut(row, to: settings.width ?? Console.width ?? 1000).text + "\n")
    }
    try write("\(padded("rules of Ibid", names))  \(Session.domainTables.joined(separator: " "))\n")
    for name in await runner.session.boundNames { try write("\(padded(name, names))  \(padded("let", counts))\n") }
  }

  private mutating func showSchema(of name: String?) async throws {
    guard let name else {
      fail("`.schema` takes the name of a table", try: ".schema money")
      return
    }
    let tables = await runner.session.tables
    let columns: [ResultColumn]
    if name == "_" {
      columns = await runner.session.lastColumns
    } else if let table = tables.first(where: { $0.name == name }) {
      columns = table.columns
    } else if await runner.session.boundNames.contains(name) {
      do {
        columns = try await runner.session.prepare(QueryText(name)).schema
      } catch {
        show(error)
        return
      }
    } else {
      let near = NearCommand.matches(name, among: tables.map(\.name))
      fail(
        "there is no table `\(name)`",
        try: near.isEmpty ? ".tables" : near.map { ".schema " + $0 }.joined(separator: " or "))
      return
    }
    let width = columns.map { CellText.width(of: $0.name) }.max() ?? 0
    for column in columns { try write("\(padded(column.name, width))  \(column.type)\n") }
  }

  private mutating func showSource(of name: String?) async throws {
    guard let name else {
      return fail("`.source` takes the name of a rule, a view or a table", try: ".source agreements")
    }
    guard let text = await runner.session.definition(of: name) else {
      let near = NearCommand.matches(name, among: Session.domainTables)
      return fail(
        "`\(name)` was not defined by a text",
        try: near.isEmpty ? ".source agreements" : near.map { ".source " + $0 }.joined(separator: " or "))
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      try write(TerminalText.escaped(String(line)) + "\n")
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let shown = CellText.cut(text, to: .max)
    return shown.text + String(repeating: " ", count: max(0, width - shown.width))
  }

  private func load(_ paths: [String]) async {
    guard !paths.isEmpty else {
      fail("`.load` takes files, folders or patterns", try: ".load press/*.txt")
      return
    }
    do {
      runner.report(
        try await runner.session.load(
          documents: paths.map(PathCompletions.expanded), given: runner.options.givenValues()))
    } catch let error as QueryError {
      show(error)
    } catch {
      fail("\(error)", try: ".load PATH")
    }
  }

  // MARK: Settings

  private mutating func set(format name: String?) {
    guard let name else { return note("format \(settings.format.rawValue)") }
    guard let format = ResultFormat(rawValue: name) else {
      fail("there is no format `\(name)`", try: ResultFormat.allCases.map(\.rawValue).joined(separator: ", "))
      return
    }
    settings.format = format
  }

  private mutating func set(width text: String?) {
    guard let text else { return note("width \(settings.width.map(String.init) ?? "auto")") }
    if text == "auto" || text == "0" {
      settings.width = nil
    } else if let width = Int(text), width >= 20, width <= 10_000 {
      settings.width = width
    } else {
      fail("`\(text)` is no width", try: ".width 120 or .width auto")
    }
  }

  private mutating func set(timing text: String?) {
    switch text {
    case "on": settings.showsTime = true
    case "off": settings.showsTime = false
    case nil: note("timing \(settings.showsTime ? "on" : "off")")
    default: fail("`.timing` is on or off, not `\(text ?? "")`", try: ".timing on")
    }
  }
}
