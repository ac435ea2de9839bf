/// Checks of raw bytes before they are taken for text.
package enum TextEncoding {
  /// Offset of the first byte that is no part of valid UTF-8; nil for a clean text. O(n).
  package static func firstInvalid(in bytes: [UInt8]) -> Int? { scan(bytes, stopAtFirst: true).first }

  /// What a file's bytes look like.
  package enum Verdict: Hashable, Sendable {
    case text
    /// Text with some invalid bytes.
    case repaired(invalidBytes: Int)
    /// NUL bytes, or one byte in twenty is invalid.
    case binary
  }

  package static func judge(_ bytes: [UInt8]) -> Verdict {
    if bytes.contains(0) { return .binary }
    let invalid = scan(bytes, stopAtFirst: false).count
    if invalid == 0 { return .text }
    return invalid * 20 > bytes.count ? .binary : .repaired(invalidBytes: invalid)
  }

  private static func scan(_ bytes: [UInt8], stopAtFirst: Bool) -> (first: Int?, count: Int) {
    let view = TextView(bytes: bytes)
    var first: Int?
    var count = 0
    var offset = 0
    while offset < bytes.count {
      if offset % stretch == 0, isASCII(bytes[offset..<min(offset + stretch, bytes.count)]) {
        offset += stretch
        continue
      }
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let (value, width) = view.scalar(at: offset)
      let isBroken =
        value == 0xFFFD && width == 1 || (0xD800...0xDFFF).contains(value) || value > 0x10FFFF
        || (width == 3 && value < 0x800) || (width == 4 && value < 0x10000)
      if isBroken {
        first = first ?? offset
        count += 1
        if stopAtFirst { break }
      }
      offset += width
    }
    return (first, count)
  }

  /// Bytes that are looked at together, as most are ASCII.
  private static let stretch = 64

  private static func isASCII(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.reduce(0, |) < 0x80 }
}
