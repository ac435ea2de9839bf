/// Collects texts and gives each distinct one a code.
///
/// A text is written behind the texts that are there, looked up by its bytes, and taken away again if it was known: no
/// text is ever a `String` of its own. Codes are found by open addressing; `slots` is at most half full.
package struct TextDictionaryBuilder {
  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]
  /// Hashes of the texts, so that most comparisons end at one number.
  private var hashes: [UInt32] = []
  /// One more than the code of a text, 0 for a free place. As long as a power of two.
  private var slots = [Int32](repeating: 0, count: 16)

  package init() {}

  package var count: Int { offsets.count - 1 }

  /// The code of `text`, new if it was not there. Equality is canonical equivalence; stored in NFC.
  package mutating func code(for text: String) -> Int32 {
    code(ofWritten: { $0.append(contentsOf: text.utf8) })
  }

  /// The code of the text that `write` puts behind the bytes it is given; what is no UTF-8 becomes U+FFFD.
  package mutating func code(ofWritten write: (inout [UInt8]) -> Void) -> Int32 {
    let start = bytes.count
    write(&bytes)
    if !TextNormalization.isPlain(bytes[start...]) {
      let text = TextNormalization.nfc(String(decoding: bytes[start...], as: UTF8.self))
      bytes.removeSubrange(start...)
      bytes.append(contentsOf: text.utf8)
    }
    return code(ofTextFrom: start)
  }

  package consuming func finish() -> TextDictionary { TextDictionary(bytes: bytes, offsets: offsets) }

  /// The code of the bytes from `start` on, which are kept only if they are new.
  private mutating func code(ofTextFrom start: Int) -> Int32 {
    let hash = Self.hash(bytes[start...])
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let code = Int(slots[slot]) - 1
      if hashes[code] == hash, bytes[offsets[code]..<offsets[code + 1]] == bytes[start...] {
        bytes.removeSubrange(start...)
        return Int32(code)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(offsets.count)
    offsets.append(bytes.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return Int32(hashes.count - 1)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Int32](repeating: 0, count: mask + 1)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code + 1)
    }
  }

  /// FNV-1a over four bytes at a time, the high bits folded into the low ones; wraps on purpose.
  private static func hash(_ text: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = text.startIndex
    while at + 4 <= text.endIndex {
      let word =
        UInt64(text[at]) | UInt64(text[at + 1]) << 8 | UInt64(text[at + 2]) << 16 | UInt64(text[at + 3]) << 24
      hash = (hash ^ word) &* 0x100_0000_01B3
      hash ^= hash >> 29
      at += 4
    }
    while at < text.endIndex {
      hash = (hash ^ UInt64(text[at])) &* 0x100_0000_01B3
      at += 1
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
