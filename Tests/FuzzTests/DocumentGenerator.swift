import TestSupport

/// Documents that went wrong: mutations of the examples and of parts of them.
struct DocumentGenerator {
  private var random: SeededGenerator
  private let documents: [[UInt8]]

  init(seed: UInt64, documents: [[UInt8]]) {
    random = SeededGenerator(seed: seed)
    self.documents = documents
  }

  /// What likes to break readers: quotes, marks, line ends, signs, digits, odd and broken characters.
  private static let inserts: [[UInt8]] =
    [
      "\"", "“", "”", "‘", "’", "'", "(", ")", "[", "£", "€", "$", "US$ ", "%", " per cent", "£30m", "more than ",
      "between ", " and ", "up to ",
      "\n", "\r\n", "\r", "\n\n", "\t", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{202E}", "\u{0}", "e\u{301}", "👩‍👩‍👧‍👦", "Ω",
      "–", "—", "…", "...", "•", "- ", "| ",
      "0", "9", "1,000,000", "999999999999999999999999999999999999999999", "0.000000000000000000000000000000000000001",
      "1/0", "31 February 2024", "29 February 2023",
      "5 March", "March 5, 2024", "12/13/2014", "0000-00-00", "24:61", "tomorrow", "last month", "since 1 July",
      "in 3000 BC", "# ", "---\n", "> ", "said: ", "Mr ", "Dr. ", "U.K.", " (NCA)",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80]]

  /// Bytes of a huge token: one in a thousand is of a million.
  private static let hugeSizes =
    [1_000_000] + Array(repeating: 20_000, count: 49) + Array(repeating: 1_000, count: 950)

  mutating func next() -> [UInt8] {
    var bytes = documents.randomElement(using: &random) ?? []
    // Most are parts, so that there can be many of them.
    if !bytes.isEmpty, Int.random(in: 0..<10, using: &random) > 0 {
      let lower = Int.random(in: 0..<bytes.count, using: &random)
      bytes = Array(bytes[lower..<min(bytes.count, lower + Int.random(in: 100...3000, using: &random))])
    }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes.removeSubrange(..<place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &random)))
      case 3:
        let other = documents.randomElement(using: &random) ?? []
        bytes = Array(bytes[..<place]) + other.suffix(Int.random(in: 0...other.count, using: &random))
      case 4:
        for _ in 0..<8 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
        }
      case 5:
        let part = Array(bytes[place..<min(bytes.count, place + Int.random(in: 1...400, using: &random))])
        for _ in 0..<Int.random(in: 1...8, using: &random) { bytes.insert(contentsOf: part, at: place) }
      case 6:
        let huge = [UInt8](
          repeating: [
            UInt8(ascii: "a"), UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "\""),
            UInt8(ascii: ","), 10,
          ].randomElement(using: &random) ?? 65, count: Self.hugeSizes.randomElement(using: &random) ?? 0)
        bytes.insert(contentsOf: huge, at: place)
      default:
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          bytes.insert(
            contentsOf: Self.inserts.randomElement(using: &random) ?? [],
            at: Int.random(in: 0...bytes.count, using: &random))
        }
      }
    }
    return bytes
  }
}
