@testable import IbidExtraction
import Testing

/// The slots that come with the table of names.
@Suite struct NameSlotTests {
  /// Where this fails, `names.tsv` was changed and `make-slots.py` not run.
  @Test func namesAreFoundByTheirSlots() {
    let lines = Array(PlaceData.nameTable.split(separator: UInt8(ascii: "\n")).dropFirst())
    // One in a hundred and the last: a line more or less moves all behind it.
    for place in Array(stride(from: 0, to: lines.count, by: 100)) + [lines.count - 1] {
      let name = Array(lines[place].prefix { $0 != UInt8(ascii: "\t") })
      let text = String(decoding: name, as: UTF8.self)
      // Texts are looked up with straight apostrophes.
      guard !text.contains("\u{2019}") else { continue }
      let tokens = Tokenizer.tokens(of: name)
      let found = NameTable.shared.entry(0..<tokens.count, in: tokens).map(NameTable.shared.name(of:))
      #expect(found?.lowercased() == text.lowercased())
    }
  }
}
