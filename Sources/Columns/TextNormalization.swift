@_spi(_Unicode) import Swift

/// Canonical composition (NFC), so that `é` typed in two ways is one letter.
///
/// The standard library has the algorithm behind an SPI; this is the only place that touches it.
package enum TextNormalization {
  package static func nfc(_ text: String) -> String {
    if isPlain(text.utf8) { return text }
    return text._nfc.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  /// Whether bytes are UTF-8 and in NFC for certain, without a look at any table: all below U+0300, where combining marks
  /// begin, or of the punctuation and currency signs that prose is full of (U+2002–203F, U+2080–20BF).
  package static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
    var bytes = bytes.makeIterator()
    func isContinuation(_ byte: UInt8?) -> Bool { byte.map { $0 & 0xC0 == 0x80 } ?? false }
    while let byte = bytes.next() {
      if byte < 0x80 { continue }
      switch byte {
      case 0xC2...0xCB: guard isContinuation(bytes.next()) else { return false }
      case 0xE2:
        let (second, third) = (bytes.next(), bytes.next())
        guard second == 0x80 || second == 0x82, isContinuation(third), second == 0x82 || third ?? 0 >= 0x82 else {
          return false
        }
      default: return false
      }
    }
    return true
  }
}
