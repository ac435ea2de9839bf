import IbidColumns

extension BoolColumn {
  /// Of each cause, how many rows are unknown for it. By all threads.
  func unknownCounts(_ validity: Bitmap) -> [UnknownCause: Int] {
    switch causes {
    case .all(let cause):
      let count = validity.count - validity.trueCount
      return count == 0 ? [:] : [cause: count]
    case .each(let causes): return Self.unknownCounts(causes.span, validity)
    }
  }

  private static func unknownCounts(_ causes: Span<UInt8>, _ validity: Bitmap) -> [UnknownCause: Int] {
    let size = Int(UInt8.max) + 1
    let parts = Parallel.current.mapMorsels(of: validity.count) { range in
      var counts = [Int](repeating: 0, count: size)
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
    var result: [UnknownCause: Int] = [:]
    for code in 0..<size {
      let count = parts.reduce(0) { $0 + $1[code] }
      if count > 0 { result[UnknownCause(rawValue: UInt8(code)) ?? .missing, default: 0] += count }
    }
    return result
  }
}
