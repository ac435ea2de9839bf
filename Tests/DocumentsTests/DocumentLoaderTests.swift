import Foundation
import IbidSource
import TestSupport
import Testing

@testable import IbidDocuments

@Suite struct DocumentLoaderTests {
  private let folder: TemporaryFolder
  private var root: String { folder.path }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ path: String, _ bytes: [UInt8]) throws {
    let full = root + "/" + path
    let folder = URL(fileURLWithPath: full).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: full))
  }

  private func write(_ path: String, _ text: String = "Six boats came.") throws { try write(path, Array(text.utf8)) }

  private func names(_ paths: [String], limit: Int = 1000) -> (names: [String], loaded: DocumentLoader.Loaded) {
    let loaded = DocumentLoader(sizeLimitBytes: limit).load(paths.map { $0.isEmpty ? root : root + "/" + $0 })
    return (loaded.layers.map { String($0.source.name.dropFirst(root.count + 1)) }, loaded)
  }

  @Test func foldersByTheBytesOfThePath() throws {
    for path in ["b.txt", "a/z.md", "a/B.txt", "a.txt", "Z.text", "é.txt", "a/deep/er/x.markdown", "UPPER.TXT"] {
      try write(path)
    }
    #expect(
      names([""]).names == [
        "UPPER.TXT", "Z.text", "a.txt", "a/B.txt", "a/deep/er/x.markdown", "a/z.md", "b.txt", "é.txt",
      ])
  }

  @Test func pathsInTheOrderGivenAndOnce() throws {
    for path in ["a.txt", "b.txt", "c/d.txt"] { try write(path) }
    let (names, loaded) = names(["c", "b.txt", "", "b.txt"])
    #expect(names == ["c/d.txt", "b.txt", "a.txt"])
    #expect(loaded.report.skipped[.repeated]?.count == 3)
  }

  @Test(arguments: [
    ("*.txt", ["a.txt", "b1.txt", "b2.txt"]), ("b?.txt", ["b1.txt", "b2.txt"]), ("b[2-9].txt", ["b2.txt"]),
    ("b[!2].txt", ["b1.txt"]),
    ("**/*.txt", ["a.txt", "b1.txt", "b2.txt", "sub/c.txt", "sub/deep/d.txt"]),
    ("sub/**", ["sub/c.txt", "sub/deep/d.txt", "sub/e.md"]),
    ("s*/deep", ["sub/deep/d.txt"]), ("*/*/d*", ["sub/deep/d.txt"]), ("s*b/*.md", ["sub/e.md"]),
  ])
  func patterns(_ pattern: String, _ expected: [String]) throws {
    for path in ["a.txt", "b1.txt", "b2.txt", ".h.txt", "sub/c.txt", "sub/deep/d.txt", "sub/e.md"] { try write(path) }
    #expect(names([pattern]).names == expected)
  }

  @Test func aNameWithWildcardsMayExist() throws {
    try write("a[1].txt")
    #expect(names(["a[1].txt"]).names == ["a[1].txt"])
  }

  @Test func whatIsLeftOutIsCounted() throws {
    try write("good.txt")
    try write("empty.txt", "")
    try write("blank.txt", "\u{FEFF} \n\n")
    try write(".hidden.txt")
    try write(".git/config.txt")
    try write("a.png", [0x89, 0x50, 0])
    try write("nul.txt", [0x41, 0, 0x42])
    try write("latin.txt", [UInt8](repeating: 0xE9, count: 40))
    try write("odd.txt", Array(String(repeating: "Six boats came. ", count: 5).utf8) + [0xFF])
    try write("big.txt", [UInt8](repeating: 0x41, count: 1001))
    try FileManager.default.createSymbolicLink(atPath: root + "/gone.txt", withDestinationPath: root + "/nowhere.txt")
    var (names, loaded) = names([""])
    #expect(names == ["good.txt", "odd.txt"])
    loaded.report.documentCount = 2
    #expect(
      loaded.report.line()
        == "read 2 documents in 2 files (96 bytes); skipped 9: 2 empty, 2 hidden, 1 of unknown type, 2 not text (latin.txt, nul.txt), 1 too large (big.txt), 1 broken link (gone.txt); 1 with invalid UTF-8 (odd.txt)"
    )
  }

  @Test func aNameThatIsNoTextIsTold() throws {
    try write("good.txt")
    let made = Process()
    made.executableURL = URL(fileURLWithPath: "/bin/sh")
    made.arguments = ["-c", "cp good.txt \"$(printf 'caf\\351.txt')\""]
    made.currentDirectoryURL = URL(fileURLWithPath: root)
    try made.run()
    made.waitUntilExit()
    let (names, loaded) = names([""])
    #expect(names == ["good.txt"] && loaded.report.skipped[.brokenLink] == nil)
    #expect(loaded.report.skipped[.unreadableName]?.count == 1)
  }

  @Test func linksAreFollowedOnce() throws {
    try write("real/a.txt")
    try write("other/b.txt")
    try FileManager.default.createSymbolicLink(atPath: root + "/real/loop", withDestinationPath: root + "/real")
    try FileManager.default.createSymbolicLink(atPath: root + "/real/other", withDestinationPath: root + "/other")
    try FileManager.default.createSymbolicLink(atPath: root + "/real/zz.txt", withDestinationPath: root + "/real/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: root + "/real/self.txt", withDestinationPath: root + "/real/self.txt")
    let (names, loaded) = names(["real"])
    #expect(names == ["real/a.txt", "real/other/b.txt"])
    #expect(loaded.report.skipped[.repeated]?.count == 1)
    #expect(loaded.report.skipped[.brokenLink]?.count == 1)
  }

  @Test func pathsThatLeadNowhereAreFailures() throws {
    try write("a.txt")
    let loaded = DocumentLoader().load([root + "/none", root + "/a.txt", root + "/*.md", "", "a\u{0}b"])
    #expect(loaded.layers.count == 1)
    #expect(loaded.failures.map(\.reason) == [.missing, .noMatch, .missing, .missing])
  }

  @Test func manyFilesLoadInSeconds() throws {
    for number in 0..<2000 { try write("many/\(number % 40)/\(number).txt") }
    let time = ContinuousClock().measure { #expect(names(["many"]).names.count == 2000) }
    #expect(time < .seconds(60))
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (116_160, "116 KB"), (999_600, "1.0 MB"), (3_440_000, "3.4 MB"),
    (256_000_000, "256 MB"), (2_500_000_000, "2.5 GB"),
  ])
  func sizes(_ bytes: Int, _ words: String) { #expect(LoadReport.size(bytes) == words) }
}
