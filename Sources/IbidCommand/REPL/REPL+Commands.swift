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
      case .help: try showHelp(arguments.first)
      case .tables: try await showTables()
      case .schema: try await showSchema(of: arguments.first)
      case .sample: await showSample(arguments)
      case .source: try await showSource(of: arguments.first)
      case .load: await load(arguments)
      case .reload: await reload()
      case .read: return await read(arguments)
      case .last: try await showLast(isWide: false)
      case .wide: try await showLast(isWide: true)
      case .row: try await showRow(arguments.first)
      case .once: setOnce(line)
      case .edit: edit(arguments.first)
      case .set: await set(arguments)
      case .format: set(.format, arguments.first)
      case .width: set(.width, arguments.first)
      case .rows: set(.rows, arguments.first)
      case .timing: set(.timing, arguments.first)
      case .pager: set(.pager, arguments.first)
      }
    } catch {
      if Interrupts.isPending { note("stopped") }
    }
    return true
  }

  private mutating func showHelp(_ name: String?) throws {
    guard let name else { return try paged { try $0(ShellCommand.helpText) } }
    let word = name.hasPrefix(".") ? String(name.dropFirst()) : name
    guard let command = ShellCommand(rawValue: word) else {
      let near = NearCommand.matches(word).map { ".help " + $0 }
      return fail(
        "there is no command `.\(word)`", try: near.isEmpty ? ".help, or help \(word)" : near.joined(separator: " or "))
    }
    try paged { try $0(command.page) }
  }

  // MARK: The last result

  private mutating func showLast(isWide: Bool) async throws {
    guard let result = await runner.session.lastResult else {
      return fail("there is no result yet", try: "documents")
    }
    try paged(isWide: isWide) { write in try print(result, maxRows: nil, isWide: isWide, to: write) }
  }

  private mutating func showRow(_ text: String?) async throws {
    guard let result = await runner.session.lastResult else {
      return fail("there is no result yet", try: "documents")
    }
    guard let number = Int(text ?? "1"), number >= 1, number <= result.rowCount else {
      return fail(
        "there is no row \(text ?? "1")",
        try: result.rowCount == 0 ? "another query: the last result is empty" : ".row 1 to .row \(result.rowCount)")
    }
    let width = max(20, settings.width ?? Console.width ?? 100)
    try paged { write in
      for line in RowPage.lines(result.texts(ofRow: number - 1), width: width) { try write(line + "\n") }
    }
  }

  private mutating func setOnce(_ line: String) {
    let rest = line.drop { !$0.isWhitespace }.drop { $0.isWhitespace }
    if rest.first == "|" {
      let command = rest.dropFirst().drop { $0.isWhitespace }
      if command.isEmpty { return fail("a command of your shell follows the `|`", try: ".once | wc -l") }
      once = .command(String(command))
    } else if let path = ShellCommand.words(String(rest)).first {
      once = .file(path)
    } else {
      fail("`.once` takes a file, or `|` and a command", try: ".once result.csv")
    }
  }

  private mutating func edit(_ number: String?) {
    let back = Int(number ?? "1") ?? 0
    let statements = entered.filter { !$0.hasPrefix(".") && !$0.hasPrefix("\\") }
    guard back >= 1, back <= max(statements.count, 1) else {
      return fail("there is no statement \(number ?? "")", try: ".edit, or .edit 2 for the one before")
    }
    let text = statements.isEmpty ? "" : statements[statements.count - back]
    var changed: String?
    TerminalState.restored { changed = ExternalEditor.edited(text) }
    draft = changed ?? (text.isEmpty ? nil : text)
  }

  // MARK: Files

  private mutating func load(_ paths: [String]) async {
    guard !paths.isEmpty else {
      return fail("`.load` takes files, folders or patterns", try: ".load press/*.txt")
    }
    await reading {
      try await $0.load(documents: paths.map(PathCompletions.expanded), given: runner.options.givenValues())
    }
  }

  private mutating func reload() async { await reading { try await $0.reload() } }

  private func reading(_ work: (Session) async throws -> LoadSummary) async {
    let bar = ProgressBar.start(runner.session, quiet: runner.options.quiet)
    do {
      let summary = try await work(runner.session)
      bar.end()
      runner.report(summary)
    } catch let error as QueryError {
      bar.end()
      if error.kind == .cancelled || Interrupts.isPending { note("stopped; nothing was loaded") } else { show(error) }
    } catch {
      bar.end()
      fail("\(error)", try: ".load PATH")
    }
  }

  private mutating func read(_ arguments: [String]) async -> Bool {
    guard let path = arguments.first else {
      fail("`.read` takes a file of statements", try: ".read morning.ibid")
      return true
    }
    return await read(file: PathCompletions.expanded(path), isOptional: false)
  }

  // MARK: Settings

  private mutating func set(_ arguments: [String]) async {
    guard let first = arguments.first else {
      for name in REPLSettings.Name.allCases {
        note("\(CellText.padded(name.rawValue, to: 8))\(CellText.padded(settings.value(name), to: 8))\(name.values)")
      }
      return
    }
    if first.hasPrefix("$") { return await set(parameter: String(first.dropFirst()), arguments.dropFirst()) }
    guard let name = REPLSettings.Name(rawValue: first) else {
      let near = NearCommand.matches(first, among: REPLSettings.Name.allCases.map(\.rawValue)).map { ".set " + $0 }
      return fail("there is no setting `\(first)`", try: near.isEmpty ? ".set" : near.joined(separator: " or "))
    }
    // `.set rows = 40` is what users of the language type.
    set(name, arguments.dropFirst().first { $0 != "=" })
  }

  private func set(parameter name: String, _ words: ArraySlice<String>) async {
    let value = words.filter { $0 != "=" }.joined(separator: " ")
    guard !value.isEmpty else { return fail("`.set $\(name)` takes a value", try: ".set $\(name) 2024-03-05") }
    do {
      try await runner.session.set(parameter: name, toText: value)
    } catch {
      show(error)
    }
  }

  private mutating func set(_ name: REPLSettings.Name, _ value: String?) {
    guard let value else { return note("\(name.rawValue) \(settings.value(name))") }
    if !settings.set(name, to: value) {
      fail("`\(name.rawValue)` cannot be `\(value)`", try: "\(name.values)")
    }
  }
}
