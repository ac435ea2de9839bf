/// The words of some names, to ask whether a token is one of them: hashes of their bytes, so that no word becomes a string.
/// Hyphens part words, as they part tokens.
struct NameWords {
  /// Open addressing, half full at most; 0 is a free slot.
  private var slots: [UInt64]
  private var count = 0

  init(_ names: some Sequence<String>) {
    slots = Array(repeating: 0, count: 64)
    for name in names {
      var hash = Self.seed
      for byte in name.utf8 {
        if byte == 0x20 || byte == 0x2D {
          insert(hash)
          hash = Self.seed
        } else {
          hash = Self.hash(hash, byte)
        }
      }
      insert(hash)
    }
  }

  /// Whether a token is a word of a name, in the same case.
  func contains(_ i: Int, in tokens: Tokens) -> Bool {
    var hash = Self.seed
    for offset in tokens.lower(i)..<tokens.upper(i) { hash = Self.hash(hash, tokens.bytes[offset]) }
    return slots[slot(of: hash)] == hash
  }

  private mutating func insert(_ hash: UInt64) {
    let slot = slot(of: hash)
    guard slots[slot] != hash else { return }
    slots[slot] = hash
    count += 1
    guard count * 2 > slots.count else { return }
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { slots[self.slot(of: hash)] = hash }
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// FNV-1a of 64 bits, never 0 for a word; wraps on purpose.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
