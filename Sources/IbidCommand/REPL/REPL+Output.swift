import Ibid

// Where results go: the screen, a pager, a file, a command.

/// Where one result goes instead of the screen.
enum ResultTarget {
  case file(String)
  case command(String)
}

extension REPL {
  mutating func print(_ outcome: Outcome) throws {
    switch outcome {
    case .result(let result):
      if let target = once {
        once = nil
        try send(result, to: target)
        return
      }
      try paged { write in try print(result, maxRows: maxRows, to: write) }
      let isTable = settings.format == .box || settings.format == .plain
      if isTable, !result.isDrawing, result.rowCount > maxRows { note(".last shows all rows") }
      if !isTable { for note in result.notes { self.note(TerminalText.escaped(note)) } }
    case .text(let text): try paged { try $0(TerminalText.escaped(text)) }
    case .explanation(let explanation):
      try paged { try $0(explanation.rendered(inColour: runner.options.usesColour)) }
    case .settings(let asked):
      settings.format = asked.format ?? settings.format
      settings.rows = asked.rows ?? settings.rows
    case .done(let words): if !words.isEmpty { note(TerminalText.escaped(words)) }
    case .nothing: break
    }
  }

  /// Rows of a result that are shown without being asked for: they, the frame and the prompt fit on the screen.
  var maxRows: Int { settings.rows ?? max(10, min(40, (Console.height ?? 49) - 9)) }

  /// Rows are numbered as `why` counts them.
  func print(
    _ result: QueryResult, maxRows: Int?, isWide: Bool = false, to write: (String) throws -> Void
  ) throws {
    let options = QueryResult.Options(
      width: isWide ? nil : settings.width ?? Console.width, maxRows: maxRows, usesColour: runner.options.usesColour,
      numbersRows: true, showsTypes: settings.showsTypes, usesUnicode: Console.usesUnicode, showsCount: true)
    try Printing.write(result, settings.format, options: options, isStopped: { Interrupts.isPending }, to: write)
  }

  /// Writes through the pager what is taller than the screen. Ctrl-C ends what is long.
  ///
  /// `isWide`: the rows may be wider than the screen.
  func paged(isWide: Bool = false, _ body: ((String) throws -> Void) throws -> Void) throws {
    guard runner.options.output == nil else { return try body { try write($0) } }
    let pager = Pager(
      settings.usesPager && Console.outIsTerminal ? Pager.userCommand() : nil, height: Console.height ?? .max,
      isWide: isWide)
    defer { pager.finish() }
    do {
      try body { text in
        if Interrupts.isPending { throw Failure.cancelled }
        try pager.write(text)
      }
    } catch is Pager.Closed {
      // Who has seen enough has not made a mistake.
    }
  }

  /// To where results go. Ctrl-C ends long ones, too.
  func write(_ text: String) throws {
    if Interrupts.isPending { throw Failure.cancelled }
    try runner.sink.write(text)
  }

  // MARK: One result elsewhere

  private func send(_ result: QueryResult, to target: ResultTarget) throws {
    switch target {
    case .file(let path):
      do {
        let sink = try OutputSink(path: PathCompletions.expanded(path), diagnostics: runner.options.diagnostics)
        try result.write(Self.format(ofFile: path) ?? settings.format, options: .init()) { try sink.write($0) }
        try sink.close()
        note("wrote \(result.rowCount) row\(result.rowCount == 1 ? "" : "s") to \(TerminalText.escaped(path))")
      } catch is Failure {
        // Its message has been printed.
      }
    case .command(let command):
      TerminalState.restored {
        guard let pipe = CommandPipe(command) else {
          return fail("the command cannot be started", try: ".once | wc -l")
        }
        try? result.write(settings.format, options: .init()) { text in
          if Interrupts.isPending || !pipe.write(text) { throw Pager.Closed() }
        }
        let code = pipe.finish()
        if code != 0 { note("the command ended with code \(code)") }
      }
    }
  }

  private static func format(ofFile path: String) -> ResultFormat? {
    guard let ending = path.split(separator: "/").last?.split(separator: ".").last.map(String.init) else { return nil }
    switch ending {
    case "txt": return .plain
    case "ndjson": return .jsonl
    case "htm": return .html
    default: return ending == "box" ? nil : ResultFormat(rawValue: ending)
    }
  }

  // MARK: Beside the results

  /// A remark beside the results.
  func note(_ text: String) {
    Console.error(runner.options.usesColourOnError ? "\u{1B}[2m\(text)\u{1B}[0m\n" : text + "\n")
  }

  /// Where a mistake is, if it was not typed.
  private func notePlace() { if let place { note(TerminalText.escaped(place) + ":") } }

  func show(_ error: QueryError) {
    notePlace()
    Console.error(
      error.rendered(inColour: runner.options.usesColourOnError, width: settings.width ?? Console.width ?? 100))
  }

  func fail(_ message: String, try suggestion: String) {
    notePlace()
    let (open, close) = runner.options.usesColourOnError ? ("\u{1B}[1;31m", "\u{1B}[0m") : ("", "")
    Console.error(
      "\(open)error\(close): \(TerminalText.escaped(message))\n  = try: \(TerminalText.escaped(suggestion))\n")
  }
}
