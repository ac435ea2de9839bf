import ArgumentParser
import Ibid

/// `ibid fmt`: scripts laid out anew.
struct Fmt: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lays scripts out anew, in place.",
    discussion: """
      Comments stay, and so does the meaning. A file is replaced whole or not at all, and only if it changes. Exit codes: \
      0; 1 a script has mistakes, or --check found one to format; 2 in the command line; 3 a file could not be read or \
      written.
      """)

  @Flag(help: "Change nothing; name the files that would change, and exit with 1 if there are any.")
  var check = false

  @Argument(
    help: ArgumentHelp("Scripts; - reads standard input and writes standard output.", valueName: "file"),
    completion: .file(extensions: ["ibid"]))
  var files: [String]

  func run() throws {
    var worst: Failure?
    for file in files {
      do {
        try file == "-" ? formatInput() : format(file)
      } catch let failure as Failure {
        // Each file is looked at, whatever the ones before it were like.
        if worst.map({ $0.code < failure.code }) ?? true { worst = failure }
      }
    }
    if let worst { throw worst }
  }

  private func format(_ file: String) throws {
    let script = try ScriptFile.read(file)
    let formatted = try formatted(script, name: file)
    if Array(formatted.utf8) == script { return }
    if check {
      Console.out(TerminalText.escaped(file) + "\n")
      throw Failure.query
    }
    let sink = try OutputSink(path: file)
    try sink.write(formatted)
    try sink.close()
    Console.error("formatted \(TerminalText.escaped(file))\n")
  }

  private func formatInput() throws {
    let script = StandardInput.readAll()
    let formatted = try formatted(script, name: "standard input")
    if !check { return Console.out(formatted) }
    if Array(formatted.utf8) != script {
      Console.out("standard input\n")
      throw Failure.query
    }
  }

  private func formatted(_ script: [UInt8], name: String) throws -> String {
    do {
      return try Session.formatted(script, name: name)
    } catch {
      let usesColour = Console.allowsColour && Console.errorIsTerminal
      Console.error(error.rendered(inColour: usesColour))
      throw error.kind == .inputOutput ? Failure.inputOutput : Failure.query
    }
  }
}
