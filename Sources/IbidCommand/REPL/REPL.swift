import Glibc
import Ibid

/// The interactive session: read, is it whole?, run, print.
struct REPL {
  var runner: Runner
  var settings: REPLSettings
  /// Where the next result goes instead of the screen.
  var once: ResultTarget?
  /// What the next prompt begins with, as an editor left it.
  var draft: String?
  /// The statements of this session and earlier ones, for `.edit`.
  var entered: [String] = []
  /// Files that are being read, one by another.
  var readDepth = 0
  /// The statement of a file that is being read, for messages: `init.ibid:3`.
  var place: String?

  init(runner: Runner) {
    self.runner = runner
    settings = REPLSettings(format: runner.options.format)
  }

  /// `readsSettings`: whether the user's start-up file is read first.
  mutating func run(readsSettings: Bool = true) async throws {
    guard let editor = LineEditor(history: .ofUser(), usesColour: runner.options.usesColour) else {
      try await runner.run(script: StandardInput.readAll(), name: "standard input")
      return
    }
    for (name, value) in try runner.options.parameterValues() {
      await runner.session.set(parameter: name, to: .text(value))
    }
    Interrupts.endsProgram = false
    entered = editor.history.entries
    Console.out("ibid \(IbidCommand.version) · .help for commands, help for the language, Ctrl-D to leave\n")
    if readsSettings, let path = StartupFile.path { _ = await read(file: path, isOptional: true) }
    if entered.isEmpty { await showFirstQueries() }
    _ = Interrupts.take()
    reading: while true {
      let starting = draft
      draft = nil
      switch await editor.read(vocabulary: runner.session.vocabulary, startingWith: starting) {
      case .interrupted: continue
      case .end: break reading
      case .text(let text):
        let goesOn = await run(text) { editor.remember($0) }
        entered = editor.history.entries
        if Interrupts.take() { editor.discardInput() }
        if !goesOn { break reading }
      }
    }
    try runner.sink.close()
  }

  /// Runs all that was entered, statement by statement; false if it ends the session. Mistakes are printed, and the next
  /// statement runs all the same; Ctrl-C drops the rest.
  mutating func run(_ text: String, remember: (String) -> Void = { _ in }) async -> Bool {
    _ = Interrupts.take()
    TerminalState.keepOutput()
    if text.hasPrefix("\\") { return await run(backslash: text, remember) }
    for piece in Session.statementTexts(of: text) {
      if Interrupts.isPending { return true }
      remember(piece)
      if await !run(piece: piece) { return false }
    }
    return true
  }

  /// A statement or a command; false if it ends the session.
  mutating func run(piece: String) async -> Bool {
    if piece.hasPrefix(".") { return await run(command: piece) }
    await run(statement: piece)
    return true
  }

  /// `\e`, as users of other prompts know it.
  private mutating func run(backslash text: String, _ remember: (String) -> Void) async -> Bool {
    switch ShellCommand.words(text).first {
    case "\\e": return await run(command: ".edit")
    case "\\q": return false
    case "\\x": fail("commands begin with a full stop", try: ".row 1")
    case "\\d": fail("commands begin with a full stop", try: ".tables or .schema TABLE")
    default: fail("commands begin with a full stop", try: ".help")
    }
    remember(text)
    return true
  }

  mutating func run(statement text: String) async {
    let clock = ContinuousClock()
    let start = clock.now
    let session = runner.session
    let bar = ProgressBar.start(session, quiet: runner.options.quiet)
    let script = await session.prepare(script: text, name: "input", interactive: true)
    do {
      if !script.loads.isEmpty { bar.pause() }
      for load in script.loads { runner.report(load) }
      if let error = script.error { throw error }
      for statement in script.statements where statement.isValid {
        let outcome = try await session.run(statement, of: script, citing: runner.options.cite)
        bar.end()
        try print(outcome)
      }
      bar.end()
      if settings.showsTime { note(Self.written(clock.now - start)) }
      await showExamples(behind: text)
    } catch let error as QueryError {
      bar.end()
      if error.kind == .cancelled || Interrupts.isPending { note("stopped") } else { show(error) }
    } catch {
      bar.end()
      if Interrupts.isPending { note("stopped") }
    }
  }

  /// `0.002 s`
  static func written(_ duration: Duration) -> String {
    let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest + " s"
  }

  // MARK: What to ask

  /// A newcomer's first queries; each gives something with what is loaded.
  private func showFirstQueries() async {
    let queries = await runner.session.examples(limit: 3)
    guard !queries.isEmpty else { return }
    note("to begin with:")
    for query in queries { note("  " + TerminalText.escaped(query)) }
  }

  /// Below `help NAME`: queries about it that give rows with what is loaded.
  private func showExamples(behind text: String) async {
    let words = text.split(separator: " ")
    guard words.first == "help", words.count <= 2 else { return }
    let topic = words.count == 2 ? String(words[1]) : nil
    let queries = await runner.session.examples(of: topic, limit: topic == nil ? 3 : 2)
    guard !queries.isEmpty else { return }
    note("with what is loaded:")
    for query in queries { note("  " + TerminalText.escaped(query)) }
  }
}

/// The file of statements and commands that every session begins with.
enum StartupFile {
  /// `$XDG_CONFIG_HOME/ibid/init.ibid`, or `~/.config/ibid/init.ibid`, if it is there.
  static var path: String? {
    let folder = Console.environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = folder ?? Console.environment("HOME").map({ $0 + "/.config" }) else { return nil }
    let path = base + "/ibid/init.ibid"
    // Safe: a string passed for the length of the call.
    return unsafe access(path, R_OK) == 0 ? path : nil
  }
}
