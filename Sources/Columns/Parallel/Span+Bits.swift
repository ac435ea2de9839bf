// Truth of sixty-four elements as one word.

extension Span where Element: BitwiseCopyable {
  /// A bit for each of the elements from `64 * word` on, lowest first; bits past the end are 0.
  ///
  /// Truths are written as bytes, in a loop without branches that compiles to vectors; eight bytes are a number, which one
  /// multiplication brings together.
  @inlinable @inline(__always)
  package func bits(_ word: Int, _ holds: (Element) -> Bool) -> UInt64 {
    let first = word &* 64
    var bits: UInt64 = 0
    guard first >= 0, first &+ 64 <= count else {
      for place in 0..<Swift.max(0, count &- first) { bits |= (holds(self[first &+ place]) ? 1 : 0) &<< UInt64(place) }
      return bits
    }
    // Safe: all sixty-four elements lie within the span, and all of the bytes are written before they are read.
    // Aligned any further they would come from the heap.
    unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { truths in
      for place in 0..<64 {
        unsafe truths[place] = holds(self[unchecked: first &+ place]) ? 1 : 0
      }
      for group in 0..<8 {
        let bytes = UInt64(littleEndian: unsafe truths.load(fromByteOffset: group &* 8, as: UInt64.self))
        // Bit 8i moves to bit 56 + i; all others fall off or come to lie below.
        bits |= ((bytes &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(group &* 8)
      }
    }
    return bits
  }
}
