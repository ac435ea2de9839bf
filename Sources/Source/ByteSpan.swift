/// A half-open range of UTF-8 byte offsets into one text.
///
/// Everything that Ibid knows of a text (tokens, sentences, amounts, mistakes) says where it stands with a span, so
/// that it can be shown again. Offsets count bytes, not characters, from the first byte of the text (a byte order
/// mark counts as it stands). Readers of text ask for its members at every byte, so they must be inlined in other modules:
/// `@inlinable` alone does nothing for a type that is `package` without `@usableFromInline`.
@frozen
@usableFromInline
package struct ByteSpan: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  @usableFromInline package var lower: Int
  /// Offset after the last byte; `upper == lower` marks a place between two bytes.
  @usableFromInline package var upper: Int

  @inlinable package init(_ lower: Int, _ upper: Int) {
    precondition(lower >= 0 && upper >= lower, "a span runs forward from offset 0")
    self.lower = lower
    self.upper = upper
  }

  @inlinable package var count: Int { upper - lower }
  @inlinable package var isEmpty: Bool { upper == lower }
  @inlinable package var range: Range<Int> { lower..<upper }

  /// The smallest span that holds both.
  @inlinable package func joined(with other: ByteSpan) -> ByteSpan {
    ByteSpan(min(lower, other.lower), max(upper, other.upper))
  }

  @inlinable package func contains(_ other: ByteSpan) -> Bool { lower <= other.lower && other.upper <= upper }
  @inlinable package func overlaps(_ other: ByteSpan) -> Bool { lower < other.upper && other.lower < upper }

  /// By start, then the longer one first: an outer span comes before what it holds.
  @inlinable package static func < (left: ByteSpan, right: ByteSpan) -> Bool {
    left.lower != right.lower ? left.lower < right.lower : left.upper > right.upper
  }
}
