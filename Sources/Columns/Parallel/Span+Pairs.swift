/// Two bytes at a distance, looked for in many places at once.
extension Span<UInt8> {
  /// Whether at one of the 32 places from `index` on the first byte stands, and the second `distance` behind it.
  ///
  /// Before they are compared, the bits of `firstCase` and `secondCase` are set in the bytes of the text, and with `strange`
  /// a byte that has one of its bits counts as found. The loop has no branch and no check, so that it compiles to vectors.
  @inlinable @inline(__always)
  package func holds(
    _ first: UInt8, _ second: UInt8, _ firstCase: UInt8, _ secondCase: UInt8, strange: UInt8, distance: Int,
    at index: Int
  ) -> Bool {
    precondition(index >= 0 && distance >= 0 && index &+ distance &+ 32 <= count, "thirty-two places within the span")
    var found: UInt8 = 0
    for place in index..<index &+ 32 {
      // Safe: all places lie within the span.
      let a = unsafe self[unchecked: place]
      let b = unsafe self[unchecked: place &+ distance]
      let difference = ((a | firstCase) ^ first) | ((b | secondCase) ^ second)
      found |= (difference == 0 ? 0xFF : 0) | (a & strange)
    }
    return found != 0
  }
}
