import IbidColumns

/// Sort keys in as few words as hold them, in the same order.
///
/// Each key takes the bits of its range: a text of 100 different ones takes 7, a bit of standing 2.
struct PackedKeys {
  /// The most significant first.
  private(set) var words: [[UInt64]] = []

  /// O(rows × keys), by all threads.
  init(_ keys: [[UInt64]]) {
    if keys.count == 1 {
      words = keys
      return
    }
    /// Keys of the word that is being collected, with their least value and bits.
    var open: [(key: [UInt64], least: UInt64, bits: Int)] = []
    var bits = 0
    for key in keys {
      guard let range = Extent.of(key, nil), range.least < range.most else { continue }
      let width = 64 - (range.most - range.least).leadingZeroBitCount
      if bits + width > 64 {
        words.append(Self.packed(open))
        (open, bits) = ([], 0)
      }
      open.append((key, range.least, width))
      bits += width
    }
    if !open.isEmpty { words.append(Self.packed(open)) }
  }

  private static func packed(_ parts: [(key: [UInt64], least: UInt64, bits: Int)]) -> [UInt64] {
    if parts.count == 1 { return parts[0].key }
    return [UInt64](morsels: parts[0].key.count, filler: 0) { range, words in
      for row in range { words[row] = 0 }
      for part in parts {
        let key = part.key.span
        for row in range { words[row] = words[row] &<< UInt64(part.bits) | (key[row] &- part.least) }
      }
    }
  }
}
