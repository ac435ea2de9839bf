import ArgumentParser
import FoundationEssentials
import Glibc
import Ibid

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a saved script.",
    discussion: """
      Data goes to standard output, everything else to standard error. Exit codes: 0; 1 a mistake in the script; \
      2 in the command line; 3 a file could not be read or written; 130 stopped.
      """)

  @OptionGroup var input: ScriptInput

  func run() async throws {
    var (runner, bytes) = try await input.loaded(input.script, on: input.paths)
    try await runner.run(script: bytes, name: input.script)
  }
}

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks a script and runs nothing.",
    discussion: "Of several scripts each is checked by itself, on the same documents.")

  @OptionGroup var input: ScriptInput

  func run() async throws {
    var failure: Failure?
    for script in [input.script] + input.paths.filter({ $0.hasSuffix(".ibid") }) {
      do {
        try await check(script, on: input.paths.filter { !$0.hasSuffix(".ibid") })
      } catch let error as Failure {
        if error.code == Failure.cancelled.code { throw error }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  /// Nothing that one script defines or loads is there for the next.
  private func check(_ script: String, on documents: [String]) async throws {
    let (runner, bytes) = try await input.loaded(script, on: documents)
    let prepared = await runner.session.prepare(script: bytes, name: script)
    if let error = prepared.error { throw runner.fail(error) }
    if !input.options.quiet {
      Console.error(
        "\(script): \(prepared.statements.count) statement\(prepared.statements.count == 1 ? "" : "s"), no mistakes\n")
    }
  }
}

/// A script and the documents that it is about.
struct ScriptInput: ParsableArguments {
  @Argument(help: "The script, a file of statements.", completion: .file(extensions: ["ibid"]))
  var script: String

  @OptionGroup var options: OutputOptions

  @Argument(help: ArgumentHelp("Files, folders or patterns of documents.", valueName: "path"), completion: .file())
  var paths: [String] = []

  /// A runner with the documents, and the bytes of a script.
  func loaded(_ script: String, on documents: [String]) async throws -> (Runner, [UInt8]) {
    let runner = try Runner(options: options)
    let bytes = try ScriptFile.read(script, options.diagnostics)
    try await runner.load(documents)
    return (runner, bytes)
  }
}

enum ScriptFile {
  /// Why there is no script at a path, and what to give instead.
  private static func reason(_ path: String) -> String {
    var entry = stat()
    // Safe: a string and a structure passed for the length of the call.
    if unsafe stat(path, &entry) != 0 {
      let words = Console.describe(errno)
      return "the script `\(path)` cannot be read: \(words); a query in the command line stands behind -c"
    }
    if entry.st_mode & S_IFMT == S_IFDIR {
      return "`\(path)` is a folder, not a script; its documents stand behind one: ibid run SCRIPT \(path)"
    }
    return "the script `\(path)` cannot be read"
  }

  /// Its bytes; whether they are text is for the session to say.
  static func read(_ path: String, _ format: DiagnosticFormat = .text) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure.file("missing-file", reason(path), format)
    }
  }
}
