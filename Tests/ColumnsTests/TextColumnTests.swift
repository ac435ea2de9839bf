import IbidColumns
import Testing

@Suite struct TextColumnTests {
  @Test func equalTextsShareACode() {
    let column = TextColumn(["Calais", nil, "Dover", "Calais", ""])
    #expect((0..<5).map { column[$0] } == ["Calais", nil, "Dover", "Calais", ""])
    #expect(column.codes[0] == column.codes[3] && column.dictionary.count == 3)
    #expect(column.validity == Bitmap([true, false, true, true, true]))
    #expect(TextColumn(["a"]).validity == nil)
  }

  @Test func canonicallyEqualTextsAreOne() {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let column = TextColumn([decomposed, composed])
    #expect(column.codes[0] == column.codes[1])
    #expect(Array(column[0]!.utf8) == Array(composed.utf8), "kept in NFC")
    #expect(column.dictionary.code(of: decomposed) == 0 && column.dictionary.code(of: "cafe") == nil)
    #expect(Array(TextNormalization.nfc("e\u{301}o\u{308}").utf8) == Array("\u{E9}\u{F6}".utf8))
    #expect(Array(TextNormalization.nfc("\u{212B}").utf8) == Array("\u{C5}".utf8), "a singleton too")
  }

  @Test func dictionariesLieBackToBack() {
    var builder = TextDictionaryBuilder()
    #expect(["ab", "", "c", "ab"].map { builder.code(for: $0) } == [0, 1, 2, 0] && builder.count == 3)
    let dictionary = builder.finish()
    #expect(dictionary.offsets == [0, 2, 2, 3] && String(decoding: dictionary.bytes, as: UTF8.self) == "abc")
    #expect(dictionary[1] == "" && dictionary.range(2) == 2..<3)
    #expect(TextDictionary.empty.count == 0)
  }
}
