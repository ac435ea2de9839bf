import Foundation

/// Makes the tables of the benchmark and times Ibid on them; `bench.py` runs it and the peers in turn.
///
///     ibid-bench generate ROWS FOLDER
///     ibid-bench run SUITE FOLDER QUERIES.json
@main
struct Bench {
  static func main() async {
    let arguments = CommandLine.arguments
    do {
      switch (arguments.dropFirst().first, arguments.count) {
      case ("generate", 4):
        guard let rows = Double(arguments[2]), rows >= 1000, rows <= 1e8 else { return usage() }
        try generate(rows: Int(rows), to: URL(filePath: arguments[3]))
      case ("run", 5):
        guard let suite = try Suite.named(arguments[2], in: URL(filePath: arguments[4])) else { return usage() }
        try await Runner(suite: suite, folder: URL(filePath: arguments[3]), runs: 5).run()
      default: usage()
      }
    } catch {
      FileHandle.standardError.write(Data("ibid-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func usage() {
    FileHandle.standardError.write(
      Data("usage: ibid-bench generate ROWS FOLDER | ibid-bench run SUITE FOLDER QUERIES.json\n".utf8))
    exit(2)
  }

  /// A file that says so stands in the folder once everything is there.
  private static func generate(rows: Int, to folder: URL) throws {
    let done = folder.appendingPathComponent("complete")
    if FileManager.default.fileExists(atPath: done.path) { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try GroupTable.write(rows: rows, to: folder)
    try JoinTables.write(rows: rows, to: folder)
    try DocumentTables.write(rows: rows, to: folder)
    try TwinTables.write(rows: rows, to: folder)
    try Data().write(to: done)
  }
}
