import ArgumentParser
import FoundationEssentials
import Glibc
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

  @Argument(help: ArgumentHelp("Scripts; - reads standard input and writes standard output.", valueName: "file"))
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
    let script = try ScriptFile.text(file)
    let formatted = try formatted(script, name: file)
    if formatted == script { return }
    if check {
      Console.out(TerminalText.escaped(file) + "\n")
      throw Failure.query
    }
    try ScriptFile.replace(file, with: formatted)
    Console.error("formatted \(TerminalText.escaped(file))\n")
  }

  private func formatInput() throws {
    let script = StandardInput.readAll()
    let formatted = try formatted(script, name: "standard input")
    if !check { return Console.out(formatted) }
    if formatted != script {
      Console.out("standard input\n")
      throw Failure.query
    }
  }

  private func formatted(_ script: String, name: String) throws -> String {
    do {
      return try Session.formatted(script, name: name)
    } catch {
      let usesColour = Console.environment("NO_COLOR") == nil && Console.errorIsTerminal
      Console.error(error.rendered(inColour: usesColour))
      throw Failure.query
    }
  }
}

extension ScriptFile {
  /// The text of a script that is to be written again, so that every byte of it must be text.
  fileprivate static func text(_ path: String) throws -> String {
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      Console.error("error[missing-file]: the script `\(TerminalText.escaped(path))` cannot be read\n")
      throw Failure.inputOutput
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Console.error("error[invalid-utf8]: the script `\(TerminalText.escaped(path))` is not UTF-8\n")
      throw Failure.inputOutput
    }
    return text
  }

  /// Writes a file beside its place and renames it; a link still leads to it, and its permissions stay.
  fileprivate static func replace(_ path: String, with text: String) throws {
    // Safe: strings passed for the length of the call; the resolved path is copied and freed.
    let resolved = unsafe realpath(path, nil)
    defer { unsafe free(resolved) }
    let target = unsafe resolved.map { unsafe String(cString: $0) } ?? path
    var status = stat()
    // Safe: the call fills the struct that is handed to it.
    let isKnown = unsafe stat(target, &status) == 0
    var sink = try OutputSink(path: target, permissions: isKnown ? status.st_mode & 0o7777 : nil)
    try sink.write(text)
    try sink.close()
  }
}
