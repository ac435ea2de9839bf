import IbidSource

/// Checks of raw bytes before they are taken for text.
package enum TextEncoding {
  /// Offset of the first byte that is no part of valid UTF-8; nil for a clean text. O(n).
  package static func firstInvalid(in bytes: [UInt8]) -> Int? { scan(bytes, stopAtFirst: true)?.first }

  /// What a file's bytes look like.
  package enum Verdict: Hashable, Sendable {
    case text
    /// Text with some invalid bytes.
    case repaired(invalidBytes: Int)
    /// NUL bytes, or one byte in twenty is invalid.
    case binary
  }

  package static func judge(_ bytes: [UInt8]) -> Verdict {
    guard let invalid = scan(bytes, stopAtFirst: false, holdsNoZero: true)?.count else { return .binary }
    if invalid == 0 { return .text }
    return invalid * 20 > bytes.count ? .binary : .repaired(invalidBytes: invalid)
  }

  /// The first invalid byte and how many there are; nil where a byte is zero and none is to be.
  private static func scan(_ bytes: [UInt8], stopAtFirst: Bool, holdsNoZero: Bool = false) -> (first: Int?, count: Int)?
  {
    let view = TextView(bytes: bytes)
    var first: Int?
    var count = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        if holdsNoZero, bytes[offset] == 0 { return nil }
        let next = bytes.span.next(from: offset, to: bytes.count) {
          holdsNoZero ? $0.beyondASCII | $0.equal(to: 0) : $0.beyondASCII
        }
        offset = max(offset + 1, next)
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
}
