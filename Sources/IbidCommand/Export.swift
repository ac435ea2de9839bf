import ArgumentParser
import Glibc
import Ibid

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Writes every table, one file each.")

  @Option(
    name: .customLong("to"), help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "dir"),
    completion: .directory)
  var directory: String

  @OptionGroup var options: OutputOptions

  @Argument(help: ArgumentHelp("Files, folders or patterns of documents.", valueName: "path"), completion: .file())
  var paths: [String]

  func run() async throws {
    let runner = try Runner(options: options)
    try await runner.load(paths)
    let format = options.format == .box ? ResultFormat.jsonl : options.format
    // Safe: a string passed for the length of the call.
    if unsafe mkdir(directory, 0o755) != 0, errno != EEXIST {
      throw Failure.file(
        "write-failed", "cannot make `\(directory)`: \(Console.describe(errno))", options.diagnostics)
    }
    let tables = await runner.session.tables.map(\.name) + Session.domainTables
    for table in tables {
      do {
        let result = try await runner.session.prepare(QueryText(table)).run()
        let sink = try OutputSink(
          path: "\(directory)/\(table).\(format.rawValue)", diagnostics: options.diagnostics)
        try result.write(format) { try sink.write($0) }
        try sink.close()
      } catch let error as QueryError {
        throw runner.fail(error)
      }
    }
    if !options.quiet { Console.error("wrote \(tables.count) tables to \(directory)\n") }
  }
}
