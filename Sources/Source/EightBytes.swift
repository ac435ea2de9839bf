/// Eight bytes of a text looked at as one number, the first byte lowest.
///
///     if EightBytes(text, at: at).digits == 0 { at += 8 }
///
/// Answers are numbers with the highest bit of each byte that fits, 0 where none does, so that they can be joined by `|`.
@frozen
@usableFromInline
package struct EightBytes {
  @usableFromInline package let bytes: UInt64

  /// The eight bytes from a place on, which all have to be there.
  @inlinable package init(_ text: Span<UInt8>, at place: Int) {
    // The load traps where the text is shorter, and every pattern of bits is a number.
    bytes = UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inlinable package init(bytes: UInt64) { self.bytes = bytes }

  /// Bytes of characters beyond ASCII.
  @inlinable package var beyondASCII: UInt64 { bytes & 0x8080_8080_8080_8080 }

  /// Bytes below 0x20.
  @inlinable package var controls: UInt64 { within(0, 0x1F) }

  @inlinable package func equal(to byte: UInt8) -> UInt64 { within(byte, byte) }

  @inlinable package var digits: UInt64 { within(0x30, 0x39) }

  /// Letters of ASCII, small or capital.
  @inlinable package var letters: UInt64 { small.within(0x61, 0x7A) }

  /// With the bit that makes capitals small; it changes other signs, too.
  @inlinable package var small: EightBytes { EightBytes(bytes: bytes | 0x2020_2020_2020_2020) }

  /// Bytes of ASCII between two others, ends included.
  @inline(__always) @inlinable package func within(_ lower: UInt8, _ upper: UInt8) -> UInt64 {
    // Seven bits and a number of seven bits never reach into the next byte.
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let isAbove = low &+ (0x80 &- UInt64(lower)) &* 0x0101_0101_0101_0101
    let isBeyond = low &+ (0x7F &- UInt64(upper)) &* 0x0101_0101_0101_0101
    return isAbove & ~isBeyond & ~bytes & 0x8080_8080_8080_8080
  }

  /// Characters that begin among the bytes of a text in UTF-8.
  @inlinable package var characterCount: Int {
    8 - (bytes & ~(bytes << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
  }
}

extension Span<UInt8> {
  /// The first place from one on whose byte is among those that `wanted` tells of eight; where none is, the first of fewer
  /// than eight that are left at the end.
  @inline(__always) @inlinable package func next(from place: Int, to end: Int, _ wanted: (EightBytes) -> UInt64) -> Int
  {
    var place = place
    while place + 8 <= end {
      let found = wanted(EightBytes(self, at: place))
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    return place
  }
}
