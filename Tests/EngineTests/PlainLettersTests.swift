import IbidColumns
import Testing

@testable import IbidEngine

/// What is told of texts by their bytes, against what `String` tells.
@Suite struct PlainLettersTests {
  private static let signs: [Unicode.Scalar] = {
    var signs = (0x20...0x7E).compactMap(Unicode.Scalar.init)
    // Line ends, letters with and without capitals, signs, marks, joiners, and what is one character with what stands before.
    signs += ["\r", "\n", "\t", "é", "É", "ß", "ı", "İ", "µ", "ª", "ÿ", "Ÿ", "ж", "Ж", "ѿ", "£", "–", "’", "\u{2011}"]
    signs += [
      "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "€", "™", "Ⅳ", "ⓐ", "→", "☺", "\u{FE0F}", "\u{301}", "\u{AD}",
    ]
    signs += ["👩", "🇬", "🇧", "한", "\u{1100}", "\u{1161}", "٣", "\u{600}", "ǆ", "_", "\u{A0}", "\u{2028}"]
    return signs
  }()

  private func texts() -> [String] {
    var random = Random(seed: 21)
    return (0..<4_000).map { _ in
      let few = random.oneIn(2) ? Array(Self.signs.prefix(95)) : Self.signs
      var text = String.UnicodeScalarView()
      for _ in 0..<random.below(12) { text.append(random.oneIn(3) ? random.pick(Self.signs) : random.pick(few)) }
      return TextNormalization.nfc(String(text))
    }
  }

  @Test func countsAndCases() {
    var counted = 0
    for text in texts() {
      let bytes = Array(text.utf8)
      if let count = PlainLetters.count(bytes.span) {
        counted += 1
        #expect(count == text.count, "\(text.debugDescription)")
      }
      for asCapitals in [false, true] {
        var output = Array("before".utf8)
        if PlainLetters.put(bytes[...], asCapitals: asCapitals, behind: &output) {
          let wanted = "before" + (asCapitals ? text.uppercased() : text.lowercased())
          #expect(String(decoding: output, as: UTF8.self).utf8.elementsEqual(wanted.utf8), "\(text.debugDescription)")
        } else {
          #expect(output == Array("before".utf8))
        }
      }
    }
    #expect(counted > 1_000)
  }

  /// With broken UTF-8 among them.
  @Test func words() {
    var random = Random(seed: 22)
    for text in texts() {
      var bytes = Array(text.utf8)
      if random.oneIn(5), !bytes.isEmpty { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      let slice = ([0x61, 0x20] + bytes)[2...]
      #expect(TextWords.count(in: slice) == TextWords.ranges(in: slice).count, "\(text.debugDescription)")
    }
  }
}
