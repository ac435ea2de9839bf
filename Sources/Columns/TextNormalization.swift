@_spi(_Unicode) import Swift

/// Canonical composition (NFC), so that `é` typed in two ways is one letter.
///
/// The standard library has the algorithm behind an SPI; this is the only place that touches it.
package enum TextNormalization {
  package static func nfc(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text._nfc.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
