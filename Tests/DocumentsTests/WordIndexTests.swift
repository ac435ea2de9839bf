import IbidSource
import Testing

@testable import IbidDocuments

@Suite struct WordIndexTests {
  private let words = [
    "a", "boat", "quayside", "quaysides", "überfällig", "straße", "é", "2024", "b2", "harbourmasters", "лодка",
    "fünfundzwanzigtausend", "ÉCLAIR", "Dover",
  ]

  /// A word has one hash wherever it stands, in whatever case, and as an entry of a list.
  @Test func aWordHasOneHash() {
    let list = WordHashes(words)
    for word in words {
      for text in [word, "x \(word)", "\(word) and more of it", "“\(word)” …", "it’s \(word)’s"] {
        let view = TextView(read: Array(text.utf8))
        let found = view.words(in: ByteSpan(0, view.count)).map { view.string($0.span) }
        #expect(found.contains(word), "\(word) in \(text)")
        #expect(view.words(in: ByteSpan(0, view.count)).contains(where: list.contains), "\(word) in \(text)")
      }
    }
    #expect(TextView.hash(of: "ÜBERFÄLLIG 2") == TextView.hash(of: "überfällig 2"))
    let loud = TextView(read: Array("DIE FÄHRE FÄHRT.".utf8))
    #expect(
      loud.words(in: ByteSpan(0, loud.count)).map(\.hash) == ["die", "fähre", "fährt"].map { TextView.hash(of: $0) })
  }

  /// A span that ends within a word has the part of it as a word.
  @Test func aCutWordIsAWord() {
    let view = TextView(read: Array("harbourmasters and boats".utf8))
    #expect(view.words(in: ByteSpan(0, 7)).first?.hash == TextView.hash(of: "harbour"))
    #expect(view.words(in: ByteSpan(7, 14)).first?.hash == TextView.hash(of: "masters"))
    #expect(view.words(in: ByteSpan(15, 22)).map(\.hash) == ["and", "boa"].map { TextView.hash(of: $0) })
  }

  /// A sign that stands in a span is never missed, wherever the span begins and ends.
  @Test func signsAreKnown() {
    let text = Array("Port: 12 boats | a@b.de – two  blanks\tand – “é”\r\nÜber/unter > 5 % of-it, ab\u{1}c 3".utf8)
    let view = TextView(read: text)
    func signs(_ span: ByteSpan) -> Signs {
      span.range.reduce(into: Signs()) { signs, place in
        let byte = text[place]
        if byte >= 0x80 { signs.formUnion(.beyondASCII) }
        if byte >= 0x30, byte <= 0x39 { signs.formUnion(.digit) }
        if byte < 0x80 { signs.formUnion(Signs(of: byte, behind: place > 0 ? text[place - 1] : 0)) }
      }
    }
    for lower in text.indices {
      for upper in lower...text.count {
        let span = ByteSpan(lower, upper)
        let standing = signs(span)
        for bit in 0..<8 where standing.contains(Signs(rawValue: 1 << UInt8(bit))) {
          #expect(view.mayHold(Signs(rawValue: 1 << UInt8(bit)), in: span))
        }
      }
    }
    #expect(
      !TextView(read: Array("boats and quays in the old harbour of Dover".utf8)).mayHold(.digit, in: ByteSpan(0, 43)))
  }
}
