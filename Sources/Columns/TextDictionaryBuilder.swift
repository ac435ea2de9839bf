/// Collects texts and gives each distinct one a code.
///
/// A text is written behind the texts that are there, looked up by its bytes, and taken away again if it was known: no
/// text is ever a `String` of its own. Codes are found by open addressing; `slots` is at most half full.
package struct TextDictionaryBuilder {
  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]
  /// Hash of a text above, one more than its code below, so that most comparisons end at one number; 0 is a free place.
  /// As long as a power of two.
  private var slots = [UInt64](repeating: 0, count: 16)

  package init() {}

  package var count: Int { offsets.count - 1 }

  /// Makes room for texts of so many bytes together.
  package mutating func reserve(byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// The code of `text`, new if it was not there. Equality is canonical equivalence; stored in NFC.
  package mutating func code(for text: String) -> Int32 {
    let plain = text.utf8.span
    if PlainText.holds(plain) { return code(ofPlain: plain) }
    return code(ofWritten: {
      $0.append(contentsOf: text.utf8)
      return false
    })
  }

  /// The code of a text that needs no change, which is written only if it is new.
  mutating func code(ofPlain text: Span<UInt8>) -> Int32 {
    let (slot, hash) = slot(of: text)
    if slots[slot] != 0 { return Int32(slots[slot] & 0xFFFF_FFFF) - 1 }
    // Safe: the buffer is only read, and only here.
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    return add(hash, at: slot)
  }

  /// The code of the text that `write` puts behind the bytes it is given; what is no UTF-8 becomes U+FFFD.
  ///
  /// `write` answers whether it knows its text to be plain (`PlainText`); what it does not know is looked at here.
  package mutating func code(ofWritten write: (inout [UInt8]) -> Bool) -> Int32 {
    let start = bytes.count
    if !write(&bytes), !PlainText.holds(bytes.span.extracting(start..<bytes.count)) {
      let text = TextNormalization.nfc(String(decoding: bytes[start...], as: UTF8.self))
      bytes.removeSubrange(start...)
      bytes.append(contentsOf: text.utf8)
    }
    return code(ofTextFrom: start)
  }

  package consuming func finish() -> TextDictionary { TextDictionary(bytes: bytes, offsets: offsets) }

  /// The code of the bytes from `start` on, which are kept only if they are new.
  private mutating func code(ofTextFrom start: Int) -> Int32 {
    let (slot, hash) = slot(of: bytes.span.extracting(start..<bytes.count))
    guard slots[slot] == 0 else {
      bytes.removeLast(bytes.count - start)
      return Int32(slots[slot] & 0xFFFF_FFFF) - 1
    }
    return add(hash, at: slot)
  }

  /// The slot of a text that is known, else the free one that it would take; and the text's hash.
  private func slot(of text: Span<UInt8>) -> (slot: Int, hash: UInt64) {
    let hash = Self.hash(text) & 0xFFFF_FFFF
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash, isText(Int(slots[slot] & 0xFFFF_FFFF) - 1, text) { break }
      slot = (slot + 1) & mask
    }
    return (slot, hash)
  }

  /// Makes the bytes behind the last text one more; its code.
  private mutating func add(_ hash: UInt64, at slot: Int) -> Int32 {
    slots[slot] = hash << 32 | UInt64(offsets.count)
    offsets.append(bytes.count)
    if offsets.count * 2 > slots.count { grow() }
    return Int32(offsets.count - 2)
  }

  private func isText(_ code: Int, _ text: Span<UInt8>) -> Bool {
    let known = bytes.span.extracting(offsets[code]..<offsets[code + 1])
    guard known.count == text.count else { return false }
    let (left, right) = unsafe (known.bytes, text.bytes)
    var at = 0
    while at + 8 <= text.count {
      // Checked: both have eight bytes there.
      guard
        unsafe left.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
          == right.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      else { return false }
      at += 8
    }
    for place in at..<text.count where known[place] != text[place] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    let mask = old.count * 2 - 1
    slots = [UInt64](repeating: 0, count: mask + 1)
    for entry in old where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// FNV-1a over eight bytes at a time, the high bits folded into the low ones, of which a slot has 32; wraps on purpose.
  package static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = 0
    let bytes = unsafe text.bytes
    while at + 8 <= text.count {
      // Checked: eight bytes are there.
      hash = unsafe (hash ^ bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      at += 8
    }
    while at < text.count {
      hash = (hash ^ UInt64(text[at])) &* 0x100_0000_01B3
      at += 1
    }
    return hash ^ hash >> 32
  }
}
