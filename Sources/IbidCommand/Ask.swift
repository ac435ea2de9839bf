import ArgumentParser
import Glibc
import Ibid

/// The default command: one query, queries from standard input, or a session.
struct Ask: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: IbidCommand.abstract, usage: IbidCommand.usage, version: IbidCommand.version,
    shouldDisplay: false)

  /// Shown in the usage.
  @Option(
    name: [.customShort("c")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A query, or several one after the other; else standard input or a prompt.", valueName: "query",
      visibility: .hidden))
  var queries: [String] = []

  @Flag(help: ArgumentHelp("Print this manual page.", visibility: .hidden))
  var man = false

  @Option(
    help: ArgumentHelp("Print a completion script for bash, zsh or fish.", valueName: "shell", visibility: .hidden))
  var completions: Shell?

  @OptionGroup var options: OutputOptions

  @Flag(
    name: .customLong("no-init"),
    help: ArgumentHelp("Do not read the start-up file of the prompt.", visibility: .hidden))
  var skipsInit = false

  @Argument(
    help: ArgumentHelp("Files, folders or patterns of documents.", valueName: "path", visibility: .hidden),
    completion: .file())
  var paths: [String] = []

  func run() async throws {
    if man { return Console.out(ManualPage(outline: try .current()).text) }
    if let completions {
      return Console.out(ShellCompletion(outline: try .current()).script(for: completions))
    }
    var runner = try Runner(options: options)
    let isSession = queries.isEmpty && Console.isInteractive
    // In a session Ctrl-C ends what is going on, also while it is being prepared.
    Interrupts.endsProgram = !isSession
    // One script, so that all are checked before the first runs. A comment at the end of one ends with its line.
    let script = Array(queries.joined(separator: "\n;\n").utf8)
    if !script.isEmpty { Session.readAhead(for: script) }
    do {
      try await runner.load(paths)
    } catch let failure as Failure {
      if failure.code != Failure.cancelled.code || !isSession { throw failure }
    }
    if !queries.isEmpty {
      try await runner.run(script: script, name: "query")
    } else if isSession {
      // While the first query is typed.
      Session.readAhead()
      var repl = REPL(runner: runner)
      try await repl.run(readsSettings: !skipsInit)
    } else {
      try await runner.run(script: StandardInput.readAll(), name: "standard input")
    }
  }
}

enum StandardInput {
  static func readAll() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      // Safe: reads at most the buffer's length into it.
      let count = unsafe read(0, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    return bytes
  }
}
