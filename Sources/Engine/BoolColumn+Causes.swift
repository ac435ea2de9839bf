import IbidColumns

extension BoolColumn {
  /// Of each cause, how many rows are unknown for it. By all threads.
  func unknownCounts(_ validity: Bitmap) -> [(UnknownCause, Int)] {
    let size = Int(UInt8.max) + 1
    let parts = Parallel.current.mapMorsels(of: count) { range in
      var counts = [Int](repeating: 0, count: size)
      let causes = causes.span
      for word in range.lowerBound / 64..<(range.upperBound + 63) / 64 {
        var unknown = ~validity.words[word]
        // Bits past the end are 0 in the bitmap.
        while unknown != 0, word &* 64 &+ unknown.trailingZeroBitCount < range.upperBound {
          counts[Int(causes[word &* 64 &+ unknown.trailingZeroBitCount])] &+= 1
          unknown &= unknown &- 1
        }
      }
      return counts
    }
    return (0..<size).compactMap { code in
      let count = parts.reduce(0) { $0 + $1[code] }
      return count == 0 ? nil : (UnknownCause(rawValue: UInt8(code)) ?? .missing, count)
    }
  }
}
