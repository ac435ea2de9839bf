import ArgumentParser
import Ibid

/// `ibid test`: the examples of a script's rules.
struct Test: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the examples of a script's rules, and shows what differs.",
    discussion: """
      Each example is read by itself, as a text of its own. Exit codes: 0; 1 a script has mistakes, or an example does \
      not hold; 2 in the command line; 3 a file could not be read.
      """)

  @Argument(help: ArgumentHelp("Scripts with rules.", valueName: "file"), completion: .file(extensions: ["ibid"]))
  var files: [String]

  func run() async throws {
    var failed = false
    for file in files {
      let script = try ScriptFile.read(file)
      do {
        let report = try await Session().test(script: script, name: file)
        Console.out(report.rendered())
        failed = failed || !report.failures.isEmpty
      } catch {
        let usesColour = Console.allowsColour && Console.errorIsTerminal
        Console.error(error.rendered(inColour: usesColour))
        if error.kind == .inputOutput { throw Failure.inputOutput }
        failed = true
      }
    }
    if failed { throw Failure.query }
  }
}
