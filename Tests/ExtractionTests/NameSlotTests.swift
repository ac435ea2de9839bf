@testable import IbidExtraction
import Testing

/// The slots that come with the table of names.
@Suite struct NameSlotTests {
  /// Where this fails, `names.tsv` was changed and `make-slots.py` not run.
  @Test func everyNameIsFoundByItsSlot() {
    let lines = PlaceData.nameTable.split(separator: UInt8(ascii: "\n")).dropFirst()
    let names = lines.map { $0.prefix { $0 != UInt8(ascii: "\t") } }
    let tokens = Tokenizer.tokens(of: Array(names.joined(separator: [UInt8(ascii: "\n")])))
    var missing: [String] = []
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, !tokens.flags[end].contains(.lineStart) { end += 1 }
      let name = tokens.line(start..<end)
      let found = NameTable.shared.entry(start..<end, in: tokens).map(NameTable.shared.name(of:))
      if found?.lowercased() != name.lowercased() { missing.append(name) }
      start = end
    }
    #expect(missing.isEmpty, "\(missing.count) names, the first of them \(missing.prefix(3))")
  }
}
