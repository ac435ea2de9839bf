import CKeptMemory
import Glibc
import Ibid

/// Loads, runs statements, prints what they give: what the command, the script runner and the REPL share.
struct Runner {
  let session: Session
  let options: OutputOptions
  var sink: OutputSink

  init(options: OutputOptions) throws {
    session = Session(threads: options.threads, memoryLimit: (options.memoryLimit ?? .standard).bytes)
    self.options = options
    sink = try OutputSink(path: options.output, diagnostics: options.diagnostics)
    Interrupts.stop(session)
  }

  /// Loads documents and says in one line what was read.
  func load(_ paths: [String]) async throws {
    if options.safeCSV { await session.setSafeCSV(true) }
    guard !paths.isEmpty else { return }
    let bar = ProgressBar.start(session, quiet: options.quiet)
    do {
      let summary = try await session.load(documents: paths, given: options.givenValues())
      bar.end()
      report(summary)
    } catch let error as QueryError {
      bar.end()
      throw fail(error)
    }
  }

  func report(_ summary: LoadSummary) {
    if !options.quiet { Console.error(TerminalText.escaped(summary.line) + "\n") }
    for warning in summary.warnings + (options.quiet ? summary.unread : []) { Console.error("warning: " + TerminalText.escaped(warning) + "\n") }
  }

  /// Runs a whole script. Throws `Failure` with the exit code; messages have been printed.
  mutating func run(script bytes: [UInt8], name: String) async throws {
    let given = try options.parameterValues()
    for (name, value) in given { await session.set(parameter: name, to: .text(value)) }
    let bar = ProgressBar.start(session, quiet: options.quiet)
    defer { bar.end() }
    let script = await session.prepare(script: bytes, name: name)
    bar.pause()
    // Of what a query gives back the next one has its columns sooner. Reading, which is done, has no use for such blocks.
    ibid_keep_memory(min(1 << 30, MemorySize.standard.bytes / 12))
    defer { ibid_keep_memory(0) }
    for load in script.loads { report(load) }
    if let error = script.error ?? script.error(givenParameters: given.map(\.0)) {
      let failure = fail(error)
      if !options.keepGoing { throw failure }
    }
    for (number, statement) in script.statements.enumerated() where statement.isValid {
      do {
        let outcome = try await session.run(statement, of: script, citing: options.cite)
        bar.pause()
        try print(outcome, number: number + 1)
        ibid_forget_unused_memory()
      } catch let error as QueryError {
        bar.pause()
        let failure = fail(error)
        if !options.keepGoing || failure.code == 130 { throw failure }
        hasFailed = true
      }
    }
    try sink.close()
    if script.error != nil || hasFailed { throw Failure.query }
  }

  private var hasFailed = false
  /// What the script has `set`.
  private var asked = Settings()
  /// Results that were written as parts of an HTML page.
  private var sections = 0

  mutating func print(_ outcome: Outcome, number: Int) throws {
    switch outcome {
    case .result(let result):
      var settings = QueryResult.Options(usesColour: options.usesColour, usesUnicode: Console.usesUnicode)
      if Console.outIsTerminal, options.output == nil {
        settings.width = Console.width
        settings.maxRows = 40
        settings.showsCount = true
      }
      settings.maxRows = asked.rows ?? settings.maxRows
      let format = asked.format ?? options.format
      if format == .html {
        settings.section = sections
        sections += 1
      }
      // Formats for programs keep what documents hold, which is not for terminals.
      let isShown = Console.outIsTerminal && options.output == nil && format != .box && format != .plain
      try result.write(format, options: settings) { try sink.write(isShown ? TerminalText.escaped($0) : $0) }
      if format != .box, format != .plain {
        for note in result.notes { Console.error("note: " + TerminalText.escaped(note) + "\n") }
      }
      if options.timing {
        let seconds = Double(result.duration.components.seconds) + Double(result.duration.components.attoseconds) / 1e18
        Console.error("{\"statement\":\(number),\"seconds\":\(seconds),\"rows\":\(result.rowCount)}\n")
      }
    case .text(let text): try sink.write(TerminalText.escaped(text))
    case .explanation(let explanation): try sink.write(explanation.rendered(inColour: options.usesColour))
    case .done(let words): if !words.isEmpty, !options.quiet { Console.error(words + "\n") }
    case .settings(let settings): asked = settings
    case .nothing: break
    }
  }

  /// Prints an error and gives the exit code that belongs to it.
  func fail(_ error: QueryError) -> Failure {
    switch options.diagnostics {
    case .text: Console.error(error.rendered(inColour: options.usesColourOnError, width: 100))
    case .json: Console.error(error.json())
    }
    switch error.kind {
    case .query: return .query
    case .inputOutput: return .inputOutput
    case .cancelled: return .cancelled
    }
  }
}
