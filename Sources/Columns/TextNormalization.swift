@_spi(_Unicode) import Swift

/// Canonical composition (NFC), so that `é` typed in two ways is one letter.
///
/// The standard library has the algorithm behind an SPI; this is the only place that touches it.
package enum TextNormalization {
  package static func nfc(_ text: String) -> String {
    if isPlain(in: text.utf8) { return text }
    return text._nfc.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  /// Whether bytes are UTF-8 and in NFC for certain, without a look at any table: all below U+0300, where combining marks
  /// begin, or of the punctuation and currency signs that prose is full of (U+2002–203F, U+2080–20BF).
  package static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool { isPlain(in: bytes) }

  private static func isPlain(in bytes: some Collection<UInt8>) -> Bool {
    var at = bytes.startIndex
    /// The byte at the place, and on to the next; 0 at the end.
    func next() -> UInt8 {
      guard at < bytes.endIndex else { return 0 }
      defer { at = bytes.index(after: at) }
      return bytes[at]
    }
    while at < bytes.endIndex {
      let byte = next()
      if byte < 0x80 { continue }
      switch byte {
      case 0xC2...0xCB: guard next() & 0xC0 == 0x80 else { return false }
      case 0xE2:
        let (second, third) = (next(), next())
        guard third & 0xC0 == 0x80, second == 0x82 || second == 0x80 && third >= 0x82 else { return false }
      default: return false
      }
    }
    return true
  }
}
