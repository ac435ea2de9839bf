import IbidColumns
import Testing

@testable import IbidEngine

/// Texts that all threads write are those of a builder: codes, dictionary and all.
@Suite struct WrittenTextsTests {
  private func column(_ texts: [String?], threads: Int) -> TextColumn? {
    let valid = Bitmap(texts.map { $0 != nil })
    return Parallel.$current.withValue(Parallel(threads: threads, morselRows: 1_024)) {
      WrittenTexts.column(count: texts.count, validity: valid.isAllTrue ? nil : valid) { row, text in
        text.append(contentsOf: (texts[row] ?? "").utf8)
      }
    }
  }

  @Test(arguments: [3, 900, 40_000]) func agreeWithABuilder(_ different: Int) throws {
    var random = Random(seed: UInt64(different))
    let words = (0..<different).map {
      "\(random.below(4) == 0 ? "é–" : "")\($0 % 7 == 0 ? "" : "word of some length ")\($0)"
    }
    let texts = (0..<40_000).map { _ in words[random.below(different)] }
    let expected = TextColumn(texts)
    for threads in [1, 2] {
      let found = try #require(column(texts, threads: threads))
      #expect(found.codes == expected.codes)
      #expect(found.dictionary.bytes == expected.dictionary.bytes)
      #expect(found.dictionary.offsets == expected.dictionary.offsets)
    }
  }

  @Test func missingOnesStayMissing() throws {
    let texts = (0..<40_000).map { $0 % 3 == 0 ? nil : "text \($0 % 50)" }
    let found = try #require(column(texts, threads: 2))
    #expect(texts.indices.allSatisfy { found[$0] == texts[$0] })
  }

  /// Fewer rows, and letters that may need another form, are left to the builder.
  @Test func othersAreLeft() {
    #expect(column(["a"], threads: 2) == nil)
    #expect(column((0..<40_000).map { $0 == 39_999 ? "e\u{301}" : "a" }, threads: 2) == nil)
  }
}
