import IbidSource

/// The words that a set of rules asks for, each with a small number.
///
/// A text is looked up once, token by token, before any rule looks at it: then a word is one comparison of integers. 0 is
/// a token that no rule asks for. Case does not count, nor the style of quotes and dashes.
struct RuleVocabulary: Sendable {
  private(set) var words: [[UInt8]] = [[]]
  private var known: [[UInt8]: Int32] = [:]
  private var slots: [Int32] = []

  var count: Int { words.count }

  // MARK: Building

  /// The number of a folded word, a new one if need be; call `finish` when all are in.
  mutating func add(_ word: [UInt8]) -> Int32 {
    if let id = known[word] { return id }
    let id = Int32(words.count)
    known[word] = id
    words.append(word)
    return id
  }

  mutating func finish() {
    var size = 64
    while size < words.count * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for id in 1..<max(words.count, 1) {
      var slot = Int(Self.hash(words[id][...])) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(id)
    }
  }

  // MARK: Looking up

  /// The number of each token of a text.
  func ids(of tokens: Tokens) -> [Int32] {
    var ids = [Int32](repeating: 0, count: tokens.count)
    let mask = slots.count - 1
    for i in ids.indices {
      let (lower, upper) = (tokens.lower(i), tokens.upper(i))
      // A byte beyond ASCII takes the slow way.
      var hash = WordHash()
      var isPlain = true
      for offset in lower..<upper {
        let byte = tokens.bytes[offset]
        if byte >= 0x80 { isPlain = false }
        hash.append(Self.lower(byte))
      }
      if isPlain {
        var slot = Int(hash.value) & mask
        while slots[slot] != 0 {
          if matches(slots[slot], tokens.bytes, lower, upper) {
            ids[i] = slots[slot]
            break
          }
          slot = (slot + 1) & mask
        }
      } else {
        ids[i] = known[Self.folded(tokens.bytes[lower..<upper])] ?? 0
      }
    }
    return ids
  }

  private func matches(_ id: Int32, _ bytes: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    let word = words[Int(id)]
    guard word.count == upper - lower else { return false }
    for i in 0..<word.count where word[i] != Self.lower(bytes[lower + i]) { return false }
    return true
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
    var hash = WordHash()
    for byte in word { hash.append(byte) }
    return hash.value
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Lower case, straight quotes, plain hyphens.
  static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(lower) }
    var result: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201B, 0x02BC: result.append(UInt8(ascii: "'"))
      case 0x201C, 0x201D, 0x201F: result.append(UInt8(ascii: "\""))
      case 0x2010...0x2015, 0x2212: result.append(UInt8(ascii: "-"))
      default: result.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return result
  }
}
