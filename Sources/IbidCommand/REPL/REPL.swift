import Glibc
import Ibid

/// The interactive session: read, is it whole?, run, print.
struct REPL {
  /// What `.format`, `.width` and `.timing` change.
  struct Settings {
    var format: ResultFormat
    /// Columns to print in; nil for those of the terminal.
    var width: Int?
    var showsTime = false
    /// Rows of a result printed without being asked for all.
    var maxRows = 40
  }

  var runner: Runner
  var settings: Settings

  init(runner: Runner) {
    self.runner = runner
    settings = Settings(format: runner.options.format)
  }

  mutating func run() async throws {
    guard let editor = LineEditor(history: .ofUser(), usesColour: runner.options.usesColour) else {
      try await runner.run(script: StandardInput.readAll(), name: "standard input")
      return
    }
    for (name, value) in try runner.options.parameterValues() {
      await runner.session.set(parameter: name, to: .text(value))
    }
    Interrupts.endsProgram = false
    Console.out("ibid \(IbidCommand.version) · .help for commands, help for the language, Ctrl-D to leave\n")
    reading: while true {
      switch await editor.read(vocabulary: runner.session.vocabulary) {
      case .interrupted: continue
      case .end: break reading
      case .text(let text):
        let goesOn = await run(text, remembering: editor)
        if Interrupts.take() { editor.discardInput() }
        if !goesOn { break reading }
      }
    }
    try runner.sink.close()
  }

  /// Runs all that was entered, statement by statement; false if it ends the session. Mistakes are printed, and the next
  /// statement runs all the same; Ctrl-C drops the rest.
  private mutating func run(_ text: String, remembering editor: LineEditor) async -> Bool {
    _ = Interrupts.take()
    for piece in Session.statementTexts(of: text) {
      if Interrupts.isPending { return true }
      editor.remember(piece)
      if piece.hasPrefix(".") {
        if await !run(command: piece) { return false }
      } else {
        await run(statement: piece)
      }
    }
    return true
  }

  private mutating func run(statement text: String) async {
    let clock = ContinuousClock()
    let start = clock.now
    let script = await runner.session.prepare(script: text, name: "input", interactive: true)
    for load in script.loads { runner.report(load) }
    do {
      if let error = script.error { throw error }
      for statement in script.statements where statement.isValid {
        try print(await runner.session.run(statement, of: script, citing: runner.options.cite))
      }
      if settings.showsTime { note(Self.written(clock.now - start)) }
    } catch let error as QueryError {
      show(error)
    } catch {
      if Interrupts.isPending { note("stopped") }
    }
  }

  // MARK: Printing

  private mutating func print(_ outcome: Outcome) throws {
    switch outcome {
    case .result(let result):
      try print(result, maxRows: settings.maxRows)
      let isTable = settings.format == .box || settings.format == .plain
      if isTable, !result.isDrawing, result.rowCount > settings.maxRows { note(".last shows all rows") }
      if !isTable { for note in result.notes { self.note(TerminalText.escaped(note)) } }
    case .text(let text): try write(TerminalText.escaped(text))
    case .explanation(let explanation): try write(explanation.rendered(inColour: runner.options.usesColour))
    case .settings(let asked):
      settings.format = asked.format ?? settings.format
      settings.maxRows = asked.rows ?? settings.maxRows
    case .done(let words): if !words.isEmpty { note(TerminalText.escaped(words)) }
    case .nothing: break
    }
  }

  /// Rows are numbered as `why` counts them.
  mutating func print(_ result: QueryResult, maxRows: Int?) throws {
    let options = QueryResult.Options(
      width: settings.width ?? Console.width, maxRows: maxRows, usesColour: runner.options.usesColour,
      numbersRows: true,
      usesUnicode: Console.usesUnicode)
    try result.write(settings.format, options: options) { try write($0) }
  }

  /// To where results go. Ctrl-C ends long ones, too.
  mutating func write(_ text: String) throws {
    if Interrupts.isPending { throw Failure.cancelled }
    try runner.sink.write(text)
  }

  /// A remark beside the results.
  func note(_ text: String) {
    Console.error(runner.options.usesColourOnError ? "\u{1B}[2m\(text)\u{1B}[0m\n" : text + "\n")
  }

  func show(_ error: QueryError) {
    Console.error(
      error.rendered(inColour: runner.options.usesColourOnError, width: settings.width ?? Console.width ?? 100))
  }

  /// `0.002 s`
  static func written(_ duration: Duration) -> String {
    let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest + " s"
  }
}
