import ArgumentParser
import Glibc
import Ibid

/// `ibid`: the command. Everything it does goes through the library's façade.
@main
struct IbidCommand: AsyncParsableCommand {
  static let version = "0.1.0"
  static let abstract = "Questions documents, and shows the sentence behind every answer."
  static let usage = """
    ibid [-c QUERY] [PATH…]       one query, else a session; without a terminal, stdin
    ibid run SCRIPT [PATH…]       a saved script; ibid check only tells its mistakes
    ibid fmt FILE…                lays scripts out anew; ibid test FILE… tries rules
    ibid export --to DIR PATH…    every table, one file each
    ibid help [WORD]              the language; ibid source TABLE prints its rules
    """

  static let configuration = CommandConfiguration(
    commandName: "ibid",
    abstract: abstract,
    version: version,
    subcommands: [Ask.self, Run.self, Check.self, Fmt.self, Test.self, ShowSource.self, Export.self, Help.self],
    defaultSubcommand: Ask.self)

  static func main() async {
    Console.holdStandardFiles()
    if let first = CommandLine.arguments.dropFirst().first, first == "--help" || first == "-h" {
      // It ends in a blank line, for which a small screen has no room.
      let help = Ask.helpMessage(columns: min(Console.width ?? 80, 100))
      Console.out(help.hasSuffix("\n") ? help : help + "\n")
      return
    }
    do {
      var command = try parseAsRoot(Self.arguments())
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Glibc.exit(failure.code)
    } catch {
      let code = exitCode(for: error)
      // The default subcommand has a name, which nobody needs to know.
      let message = fullMessage(for: error).replacing("ibid ask ", with: "ibid ")
      if code == .success { Console.out(message.isEmpty ? "" : message + "\n") } else { Console.error(message + "\n") }
      // The library says 64 for a wrong command line; ours is 2.
      Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}

extension IbidCommand {
  /// The command line, a subcommand before its options.
  private static func arguments() throws -> [String] {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let subcommands = configuration.subcommands.map {
      $0.configuration.commandName ?? String(describing: $0).lowercased()
    }
    // Only then can a subcommand be behind options; the outline of all commands takes longer than a short text.
    guard arguments.first?.hasPrefix("-") ?? false, arguments.contains(where: subcommands.contains) else {
      return arguments
    }
    return try CommandOutline.current().commandFirst(arguments)
  }
}

/// A reason to end with a code; its message has been printed.
struct Failure: Error {
  let code: Int32
  static let query = Failure(code: 1)
  static let usage = Failure(code: 2)
  static let inputOutput = Failure(code: 3)
  static let cancelled = Failure(code: 130)

  /// Prints a message about a file and gives the failure that belongs to it.
  static func file(_ id: String, _ message: String, _ format: DiagnosticFormat) -> Failure {
    switch format {
    case .text: Console.error("error[\(id)]: \(TerminalText.escaped(message))\n")
    case .json: Console.error(QueryError.json(id: id, message: message))
    }
    return .inputOutput
  }
}
