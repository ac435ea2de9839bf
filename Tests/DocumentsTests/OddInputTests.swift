import IbidSource
import TestSupport
import Testing

@testable import IbidDocuments

@Suite struct OddInputTests {
  static let inputs: [[UInt8]] = [
    [], [0xEF, 0xBB, 0xBF], [0x0A], [0x0D], [0x20, 0x0A, 0x09], [0], [0xFF], [0xC3], [0xE2, 0x80],
    [0xEF, 0xBB, 0xBF, 0x0A],
    Array("-".utf8), Array("---".utf8), Array("---\n---\n".utf8), Array("---\na: b\n---".utf8),
    Array("---\na: b\n---\n\nText here.".utf8),
    Array(">".utf8), Array("> \n>\n> x".utf8), Array("|".utf8), Array("||".utf8), Array("|a|".utf8), Array("#".utf8),
    Array("# ".utf8),
    Array("######## x".utf8), Array("•".utf8), Array("• ".utf8), Array("1.".utf8), Array("1. ".utf8), Array("(".utf8),
    Array("(a)".utf8),
    Array("```\ncode\n```".utf8), Array("**".utf8), Array("****".utf8), Array("** x **".utf8), Array("*** x".utf8),
    Array("...".utf8),
    Array("….…".utf8), Array("By".utf8), Array("By ".utf8), Array("Published".utf8), Array("Published:".utf8),
    Array("From:".utf8),
    Array("PRESS RELEASE".utf8), Array("PRESS RELEASE :".utf8), Array("[March 2024]".utf8),
    Array("x [March 2024]".utf8),
    Array("Issued by".utf8), Array("Issued by the".utf8), Array("Issued by the Home Office on".utf8), Array("12/".utf8),
    Array("12.".utf8),
    Array("March".utf8), Array("March 5,".utf8), Array("99999999999999999999 March 2024".utf8), Array("A – B – C".utf8),
    Array("a | b".utf8),
    Array("===".utf8), Array("x\n===".utf8), Array("x\n---".utf8), Array("\t\t\n\t\t\n".utf8),
    Array("a\tb\tc\nd\te\tf".utf8),
    Array("a.b.c.d.e.".utf8), Array("\u{200B}\u{FEFF}x".utf8), Array("é.É".utf8), Array("¿Qué?".utf8),
    Array(")))".utf8), Array("”".utf8),
  ]

  @Test(arguments: inputs) func isRead(_ bytes: [UInt8]) { _ = read(bytes) }

  @Test func nothingGivesNoDocument() {
    #expect(read("").documents.isEmpty)
    #expect(read("\u{FEFF}\n \n").documents.isEmpty)
  }

  @Test func offsetsCountBytesAsTheyStand() throws {
    let file = read("\u{FEFF}Six boats came.\r\n\r\nThey were red — all of them.\r\n")
    let sentences = try #require(file.documents.first).sentences
    #expect(sentences.map(\.span) == [ByteSpan(3, 18), ByteSpan(22, 52)])
  }

  @Test func invalidBytesStayInPlace() throws {
    let bytes = Array("Six boats ".utf8) + [0xFF, 0xFE] + Array(" came. They were red.".utf8)
    let file = read(bytes)
    #expect(file.warnings.first?.reason == .invalidUTF8)
    #expect(file.warnings.first?.span.lower == 10)
    #expect(file.documents.first?.sentences.count == 2)
  }

  @Test func aLongLineIsReadFast() {
    let sentence = Array(
      "The officers of the harbour counted the boats at 7 a.m. and wrote “six” in the book (see No. 4). ".utf8)
    var bytes: [UInt8] = []
    while bytes.count < 5_000_000 { bytes += sentence }
    let source = SourceText(name: "long.txt", bytes: bytes)
    let time = ContinuousClock().measure { #expect(DocumentFile.read(source: source).documents.count == 1) }
    #if DEBUG
      #expect(time < .seconds(60))
    #else
      #expect(time < .seconds(2))
    #endif
  }

  @Test(arguments: [
    "a", ".", "\n", " ", "(", "“", "A ", "a\n", "- ", "> ", "|", "...", "a.", "A. ", "1. ", "…", "*", "# a\n", "a\n\n",
    "Aa bb cc\n\nAa bb cc\n\n", "Aa bb cc dd\n\nx.\n\n", "Said:\n  One\n  Two\n",
  ])
  func oneThingManyTimesTakesLinearTime(_ unit: String) {
    let bytes = Array(String(repeating: unit, count: 60_000 / unit.utf8.count).utf8)
    let source = SourceText(name: "many.txt", bytes: bytes)
    let time = ContinuousClock().measure { _ = DocumentFile.read(source: source) }
    #expect(time < .seconds(20))
  }

  /// Cuts, doubles and spoils pieces of a text at random; seeded, so that a failure can be seen again.
  @Test func mutatedTextsAreRead() {
    let seed = Array(
      """
      ---
      title: Boats
      ---
      # Boats – The Quay Gazette

      PRESS RELEASE : Boats counted [March 2024]

      FOR IMMEDIATE RELEASE
      WASHINGTON, March 5, 2024 — “Six boats came,” said Mr. Lee. (They were red.)[1] Why?

      This press release was issued by the Harbour Office (HO) on 6 June 2023.

        • one…Read more
        • two
      1. three.44. We
      | a | b |
      |---|---|
      > quoted
      a\tb\tc
      d\te\tf

      Follow us on
      """.utf8)
    var generator = SeededGenerator(seed: 20_240_305)
    for _ in 0..<400 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 30))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
        }
        if bytes.isEmpty { bytes = [0x41] }
      }
      _ = read(bytes)
    }
  }
}
