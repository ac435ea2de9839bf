import Foundation
import TestSupport
import Testing

/// What happens where there is no more room: a plain message, exit code 3, and nothing lost.
@Suite struct FullDiskTests {
  private static let rows = "functions | select name, text = pad_start(name, 2000)"

  /// Runs the command where no file may grow past a few blocks, as if the disk were full there.
  private static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> (code: Int32, error: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The limit would end the process with a signal; ignored, it is an error of the write.
    process.arguments = ["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\" 2>error", BuiltCommand.path] + arguments
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, folder.text("error") ?? "")
  }

  private static func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test(arguments: ["csv", "json", "html"]) func saveLeavesTheOldFile(_ ending: String) throws {
    let folder = try TemporaryFolder()
    try folder.file("out." + ending, "old")
    let output = try Self.run(["-c", Self.rows + " | save \"out.\(ending)\""], in: folder)
    #expect(output.code == 3 && output.error.contains("error[write-failed]"), "\(output)")
    #expect(output.error.contains("cannot write `out.\(ending)`: the file is larger than it may be"))
    #expect(folder.text("out." + ending) == "old")
    #expect(try Self.names(in: folder) == ["error", "out." + ending])
  }

  @Test func outputLeavesTheOldFile() throws {
    let folder = try TemporaryFolder()
    try folder.file("out.csv", "old")
    let output = try Self.run(["-c", Self.rows, "--format", "csv", "--output", "out.csv"], in: folder)
    #expect(output.code == 3 && output.error.contains("error[write-failed]: cannot write `out.csv`"), "\(output)")
    #expect(folder.text("out.csv") == "old")
    #expect(try Self.names(in: folder) == ["error", "out.csv"])
  }

  /// The tables before it are whole; the one that has no room keeps what was there.
  @Test func exportWritesNoHalfTable() throws {
    let folder = try TemporaryFolder()
    let sentence = "The Home Office announced £30 million for Calais on 5 March 2024. "
    try folder.file("fund.txt", "Border fund\n\n" + String(repeating: sentence + "\n\n", count: 200))
    let tables = folder.url.appendingPathComponent("tables")
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: false)
    try Data("old".utf8).write(to: tables.appendingPathComponent("sentences.jsonl"))
    let output = try Self.run(["export", "--to", "tables", "fund.txt"], in: folder)
    #expect(output.code == 3 && output.error.contains("error[write-failed]"), "\(output)")
    let names = try FileManager.default.contentsOfDirectory(atPath: tables.path)
    #expect(names.contains("documents.jsonl") && !names.contains { $0.hasSuffix(".part") })
    for name in names {
      let text = folder.text("tables/" + name)
      #expect(text == "old" || text?.isEmpty == true || text?.hasSuffix("}\n") == true, "\(name)")
    }
  }

  /// A device is written to, not replaced.
  @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full")))
  func aFullDeviceIsNoPlaceForResults() throws {
    let folder = try TemporaryFolder()
    let output = try Self.run(["-c", Self.rows, "--output", "/dev/full"], in: folder)
    #expect(output.code == 3 && output.error.contains("cannot write `/dev/full`: the disk is full"), "\(output)")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  /// A query that fails leaves nothing of the file that it was to fill.
  @Test func mistakesLeaveNoFile() throws {
    let folder = try TemporaryFolder()
    let output = try Self.run(["-c", "nowhere", "--output", "out.csv"], in: folder)
    #expect(output.code == 1)
    #expect(try Self.names(in: folder) == ["error"])
  }
}
