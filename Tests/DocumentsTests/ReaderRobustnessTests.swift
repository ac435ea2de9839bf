import Foundation
import IbidSource
import TestSupport
import Testing

@testable import IbidDocuments

/// Files that were made to break readers, and files with a few bytes changed: each is read or refused, in time.
@Suite(.serialized)
struct ReaderRobustnessTests {
  private static let readers: [(ending: String, reader: any DocumentReader)] = [
    ("html", HTMLReader()), ("docx", DOCXReader()), ("odt", ODTReader()), ("eml", MailReader()),
  ]

  /// Fifty thousand times as much as any reader needs for a small file, so that only a wrong order of growth fails.
  private func timed(_ name: String, within seconds: Double = 60, _ work: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    let time = try clock.measure { try work() }
    #expect(time < .seconds(seconds), "\(name) took \(time)")
  }

  @Test func nestingIsLimited() throws {
    let deep = 100_000
    try timed("pages") {
      let layer = try page("<p>Six boats came.</p>" + String(repeating: "<div>", count: deep) + "deep")
      #expect(layer.outline == ["paragraph: Six boats came."] && layer.warnings.map(\.reason) == [.incomplete])
      #expect(
        throws: ReadingProblem(
          .noText, "holds no text above elements more than 512 deep, which are left out")
      ) { try page(String(repeating: "<div>", count: deep) + "deep") }
      for tag in ["<ul><li>", "<blockquote>", "<table><tr><td>", "<b>", "<span>"] {
        _ = try page("<p>Six boats came.</p>" + String(repeating: tag, count: deep))
      }
    }
    try timed("documents") {
      let body =
        wordParagraph("Six boats came.") + String(repeating: "<w:sdt>", count: deep)
        + String(repeating: "</w:sdt>", count: deep)
      let layer = try layer(wordDocument(body), DOCXReader())
      #expect(layer.outline == ["paragraph: Six boats came."] && layer.warnings.map(\.reason) == [.incomplete])
    }
    try timed("mails") {
      let part = "--x\nContent-Type: multipart/mixed; boundary=x\n\n"
      let nested = (0..<500).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n" }.joined()
      let head = "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n"
      _ = try mail(head + String(repeating: part, count: deep / 10))
      _ = try mail("From: a@b\nContent-Type: multipart/mixed; boundary=b0\n\n" + nested)
    }
  }

  @Test(arguments: [
    ("a long word", "<p>", "x", 40_000), ("a long tag", "<p>Six.", "<", 40_000),
    ("ampersands", "<p>", "&", 40_000),
    ("comments", "", "<!--", 60_000), ("stray ends", "<i><i><i><i>", "</span>", 60_000),
    ("attributes", "<p ", "a ", 60_000), ("own attributes", "<p ", "@", 40_000),
    ("quotation marks", "<p a=\"", "\"", 60_000),
    ("links", "<ul>", "<li><a href=x>Six boats came", 8_000),
    ("lists of links", "<p>Six boats.", "<h2>More</h2><ul><li><a href=x>Six boats</a></ul>", 8_000),
    ("paragraphs", "", "<p>Six", 8_000),
    ("cells", "<table><tr>", "<td>Six", 8_000), ("breaks", "<p>", "<br>", 40_000),
    ("lists", "", "<ol><li>Six</ol>", 8_000),
    ("open marks", String(repeating: "<font>", count: 400), "<p>Six", 2_000), ("scripts", "", "<script>", 40_000),
  ])
  func longPages(_ name: String, _ start: String, _ repeated: String, _ count: Int) {
    let body =
      repeated == "@"
      ? (0..<count).map { "a\($0)=1 " }.joined() : String(repeating: repeated, count: count)
    timed(name) { _ = try? page(start + body + "<p>The end of it.") }
  }

  @Test(arguments: [
    ("encoded words", "From: a@b\nSubject: ", "=?", 40_000),
    ("parameters", "From: a@b\nContent-Type: text/plain", "; a=b", 40_000),
    ("quotations", "From: a@b\n\n", "> ", 40_000), ("headers", "", "a: b\n", 40_000),
    ("folds", "a: b\n", " c\n", 40_000),
    ("parts", "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n", "--x\n", 40_000),
    ("codes", "From: a@b\nContent-Transfer-Encoding: quoted-printable\n\n", "=", 40_000),
  ])
  func longMails(_ name: String, _ start: String, _ repeated: String, _ count: Int) {
    timed(name) { _ = try? mail(start + String(repeating: repeated, count: count)) }
  }

  /// Seeded changes of the example files: bytes changed, cut out, doubled, and files broken off.
  @Test(arguments: readers.map(\.ending))
  func changedFiles(_ ending: String) throws {
    PackageFolder.enter()
    let reader = try #require(Self.readers.first { $0.ending == ending }?.reader)
    var random = SeededGenerator(seed: 20_240_305)
    for path in PackageFolder.files(below: ReaderGoldenTests.folder, ending: "." + ending) {
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      for _ in 0..<80 {
        var bytes = whole
        for _ in 0...Int(random.next() % 4) { Self.change(&bytes, &random) }
        do {
          _ = try layer(bytes, reader)
        } catch {
          #expect(error is ReadingProblem)
        }
      }
      for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 60)) {
        _ = try? layer(Array(whole.prefix(length)), reader)
      }
    }
  }

  /// The parts of an office document, changed inside a whole archive, so that the checksums fit.
  @Test func changedParts() throws {
    var random = SeededGenerator(seed: 7)
    let body =
      wordParagraph("Six boats came.")
      + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>\(wordParagraph("one"))</w:tc></w:tr></w:tbl>"
    for _ in 0..<100 {
      var bytes = Array(wordXML(body).utf8)
      for _ in 0...Int(random.next() % 3) { Self.change(&bytes, &random) }
      var zip = ZipBuilder()
      zip.add(
        "word/document.xml", bytes, method: 0, checksum: Deflate.checksum(of: bytes[...]), size: bytes.count)
      _ = try? layer(zip.finish(), DOCXReader())
    }
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int(random.next() % UInt64(bytes.count))
    let length = min(bytes.count - place, Int(random.next() % 40))
    switch random.next() % 4 {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: place)
    default: bytes.insert(contentsOf: Array("<&\"'>\u{0}=?;-\n".utf8.shuffled(using: &random).prefix(5)), at: place)
    }
  }
}
