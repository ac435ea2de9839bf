import ArgumentParser
import Glibc
import Ibid

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes every table, one file each.",
    discussion: """
      Sources of files that are no plain texts (web pages, office documents, mails, PDF) count the bytes of the text that \
      was read out of them: DIR/text/FILE.txt.
      """)

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
    try make(folder: directory)
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
    let texts = await runner.session.textLayers
    var folders: Set<String> = []
    for text in texts {
      let path = "text/" + text.path
      // The folders above it, the outermost first.
      for slash in path.indices where path[slash] == "/" {
        let folder = directory + "/" + path[..<slash]
        if folders.insert(folder).inserted { try make(folder: folder) }
      }
      let sink = try OutputSink(path: directory + "/" + path, diagnostics: options.diagnostics)
      try sink.write(text.bytes)
      try sink.close()
    }
    if !options.quiet {
      let more = texts.isEmpty ? "" : ", \(texts.count) text\(texts.count == 1 ? "" : "s") to \(directory)/text"
      Console.error("wrote \(tables.count) tables to \(directory)\(more)\n")
    }
  }

  private func make(folder: String) throws {
    // Safe: a string passed for the length of the call.
    if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw Failure.file("write-failed", "cannot make `\(folder)`: \(Console.describe(errno))", options.diagnostics)
    }
  }
}
