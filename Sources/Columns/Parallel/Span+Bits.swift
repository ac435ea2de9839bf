/// Truth of sixty-four elements as one word.
extension Span where Element: BitwiseCopyable {
  /// A bit for each of the elements from `64 * word` on, lowest first; bits past the end are 0.
  ///
  /// Eight truths are eight bytes of a number, which one multiplication brings together; so the tests have no branch between
  /// them and compile to vectors.
  @inlinable @inline(__always)
  package func bits(_ word: Int, _ holds: (Element) -> Bool) -> UInt64 {
    let first = word &* 64
    var bits: UInt64 = 0
    if first >= 0, first &+ 64 <= count {
      for group in 0..<8 {
        var bytes: UInt64 = 0
        for place in 0..<8 {
          // Safe: all sixty-four lie within the span.
          let element = unsafe self[unchecked: first &+ group &* 8 &+ place]
          bytes |= (holds(element) ? 1 : 0) &<< UInt64(place &* 8)
        }
        // Bit 8i moves to bit 56 + i; all others fall off or come to lie below.
        bits |= ((bytes &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(group &* 8)
      }
      return bits
    }
    for place in 0..<Swift.max(0, count &- first) { bits |= (holds(self[first &+ place]) ? 1 : 0) &<< UInt64(place) }
    return bits
  }
}
