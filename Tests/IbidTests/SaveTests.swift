import Foundation
import Ibid
import TestSupport
import Testing

/// `save` writes the whole of a file or nothing.
struct SaveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A name of a file is a part of the text; interpolated, it would be a value.
  private static func saving(_ rows: String, to path: String) -> QueryText {
    let text = "\(rows) | save \"\(path)\""
    return QueryText(text)
  }

  private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Every ending gives the same bytes as the format of that name.
  @Test(arguments: ["csv", "tsv", "json", "jsonl", "md", "html"])
  func aFileHoldsWhatTheFormatWrites(_ ending: String) async throws {
    let path = folder.path + "/out." + ending
    let session = try await corpus()
    let rows = "money | where amount >= £10m | select amount, text, document"
    let plain = try await session.prepare(QueryText(rows)).run()
    let saved = try await session.prepare(Self.saving(rows, to: path)).run()
    #expect(saved.savedPath == path && plain.savedPath == nil)
    #expect(saved.rowCount == plain.rowCount && saved.columns == plain.columns)
    #expect(try Self.text(path) == plain.text(try #require(ResultFormat(rawValue: ending))))
  }

  /// A prepared query writes each time it is run, and not before.
  @Test func aPreparedQuerySavesWhenItRuns() async throws {
    let path = folder.path + "/out.csv"
    let query = try await corpus().prepare(Self.saving("documents | count by kind", to: path))
    #expect(!FileManager.default.fileExists(atPath: path))
    _ = try await query.run()
    let first = try Self.text(path)
    try "old".write(toFile: path, atomically: false, encoding: .utf8)
    _ = try await query.run()
    #expect(try Self.text(path) == first)
  }

  /// Asking where a row comes from runs the plan again, and writes nothing.
  @Test func anExplanationWritesNothing() async throws {
    let path = folder.path + "/out.csv"
    let result = try await corpus().prepare(Self.saving("documents | take 1", to: path)).run()
    try FileManager.default.removeItem(atPath: path)
    _ = try result.explanation(ofRow: 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func sourcesGoIntoTheFile() async throws {
    let path = folder.path + "/out.csv"
    let session = try await corpus()
    let script = await session.prepare(script: "documents | take 1 | select title | save \"\(path)\"")
    for statement in script.statements { _ = try await session.run(statement, of: script, citing: true) }
    #expect(try Self.text(path).hasPrefix("title,sources\n"))
  }

  /// What was there stays, and nothing else is left in the folder.
  @Test func aFailureLeavesTheFolderAsItWas() async throws {
    let folder = folder.path
    try FileManager.default.createDirectory(atPath: folder + "/out.csv", withIntermediateDirectories: false)
    let session = try await corpus()
    for path in [folder + "/out.csv", folder + "/none/out.csv", folder + "/\(String(repeating: "x", count: 300)).csv"] {
      let query = try await session.prepare(Self.saving("documents", to: path))
      let error = await #expect(throws: QueryError.self) { _ = try await query.run() }
      #expect(error?.kind == .inputOutput && error?.messages.map(\.id) == ["write-failed"])
      #expect(error?.description.contains(path.prefix(60)) == true, "the message names the file")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.csv"])
  }

  /// A file that is replaced keeps its permissions, also behind a link, and the link stays.
  @Test(arguments: [0o600, 0o640, 0o755]) func permissionsAndLinksStay(_ permissions: Int) async throws {
    let folder = folder.path
    try FileManager.default.createDirectory(atPath: folder + "/below", withIntermediateDirectories: false)
    try "old".write(toFile: folder + "/below/out.csv", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder + "/below/out.csv")
    try FileManager.default.createSymbolicLink(atPath: folder + "/one.csv", withDestinationPath: "below/out.csv")
    try FileManager.default.createSymbolicLink(atPath: folder + "/two.csv", withDestinationPath: "one.csv")
    _ = try await corpus().prepare(Self.saving("documents | count by kind", to: folder + "/two.csv")).run()
    #expect(try Self.text(folder + "/below/out.csv").hasPrefix("kind,count\n"))
    let kept = try FileManager.default.attributesOfItem(atPath: folder + "/below/out.csv")[.posixPermissions] as? Int
    #expect(kept == permissions)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/two.csv") == "one.csv")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/below") == ["out.csv"])
  }

  @Test func aLinkToNothingLeadsToTheNewFile() async throws {
    let folder = folder.path
    try FileManager.default.createSymbolicLink(atPath: folder + "/link.csv", withDestinationPath: "new.csv")
    _ = try await corpus().prepare(Self.saving("documents | count", to: folder + "/link.csv")).run()
    #expect(try Self.text(folder + "/new.csv") == "count\n24\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.csv") == "new.csv")
  }

  /// The ends are `a` and `b`, or those that `along` names; hidden columns are in no file.
  @Test func networksAreSaved() async throws {
    let path = folder.path + "/out"
    let session = try await corpus()
    let rows = "documents | where issuer is known | select title, issuer, kind"
    for text in [
      "\(rows) | save \"\(path).dot\" along title to issuer",
      "\(rows) | rename a = title, b = issuer | save \"\(path).graphml\"",
    ] {
      #expect(try await session.prepare(QueryText(text)).run().rowCount > 3)
    }
    let dot = try Self.text(path + ".dot")
    #expect(dot.hasPrefix("digraph {\n") && dot.contains(" -> ") && !dot.contains("@row"))
    #expect(dot.contains("\"kind\"=\"speech\""))
    let graphML = try Self.text(path + ".graphml")
    #expect(graphML.contains("<graph edgedefault=\"undirected\">") && graphML.contains("attr.name=\"kind\""))
    #expect(!graphML.contains("@row") && graphML.hasSuffix("</graphml>\n"))
  }

  /// A name of as many letters as a folder can hold.
  @Test func longNamesAreWritten() async throws {
    let path = folder.path + "/" + String(repeating: "x", count: 251) + ".csv"
    _ = try await corpus().prepare(Self.saving("documents | count", to: path)).run()
    #expect(try Self.text(path) == "count\n24\n")
  }

  /// The rows of a table that was saved are known to `why` and to the next query.
  @Test func theSessionGoesOnFromTheRows() async throws {
    let path = folder.path + "/out.csv"
    let session = try await corpus()
    let script = await session.prepare(script: "documents | take 2 | save \"\(path)\"", interactive: true)
    for statement in script.statements { _ = try await session.run(statement, of: script) }
    try FileManager.default.removeItem(atPath: path)
    let next = await session.prepare(script: "| take 1", interactive: true)
    for statement in next.statements { _ = try await session.run(statement, of: next) }
    #expect(await session.lastResult?.rowCount == 1)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
