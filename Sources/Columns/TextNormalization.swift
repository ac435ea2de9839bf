@_spi(_Unicode) import Swift

/// Canonical composition (NFC), so that `é` typed in two ways is one letter.
///
/// The standard library has the algorithm behind an SPI; this is the only place that touches it.
package enum TextNormalization {
  package static func nfc(_ text: String) -> String {
    if PlainText.holds(text.utf8.span) { return text }
    return text._nfc.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}

/// Text that is UTF-8 and in NFC for certain, without a look at any table: all of it below U+0300, where combining marks
/// begin, Cyrillic letters, or of the punctuation, signs and arrows that prose is full of.
package enum PlainText {
  package static func holds(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    let raw = unsafe bytes.bytes
    while at < bytes.count {
      // Checked: eight bytes are there.
      while at + 8 <= bytes.count,
        unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      { at += 8 }
      guard at < bytes.count else { break }
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      let width = width(at: at, in: bytes)
      if width == 0 { return false }
      at += width
    }
    return true
  }

  /// Bytes of the character beyond ASCII that stands at a place; 0 where it is not plain.
  package static func width(at place: Int, in bytes: Span<UInt8>) -> Int {
    func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
    switch bytes[place] {
    // U+0080–02FF, U+0400–047F
    case 0xC2...0xCB, 0xD0, 0xD1: return byte(place + 1) & 0xC0 == 0x80 ? 2 : 0
    // U+2002–203F, U+2080–20BF, U+2140–22FF, U+2340–2ABF
    case 0xE2:
      let (second, third) = (byte(place + 1), byte(place + 2))
      guard third & 0xC0 == 0x80 else { return 0 }
      switch second {
      case 0x80: return third >= 0x82 ? 3 : 0
      case 0x82, 0x85...0x8B, 0x8D...0xAA: return 3
      default: return 0
      }
    default: return 0
    }
  }
}
