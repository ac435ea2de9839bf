/// Least and greatest values of columns.
package enum Extent {
  /// Of the rows that are there; nil if none is. O(rows), by all threads.
  @inlinable
  package static func of<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ numbers: [Number], _ validity: Bitmap?
  ) -> (least: Number, most: Number)? {
    let parts = Parallel.mapCurrentMorsels(of: numbers.count) { range -> Ends<Number> in
      let numbers = numbers.span
      var ends = Ends<Number>()
      guard let words = validity?.words else {
        for row in range { ends.take(numbers[row]) }
        return ends
      }
      // Morsels begin with a word.
      for index in range.lowerBound / 64..<(range.upperBound + 63) / 64 {
        var word = words[index]
        if word == .max {
          for row in index &* 64..<index &* 64 &+ 64 { ends.take(numbers[row]) }
          continue
        }
        // Bits past the end are 0.
        while word != 0 {
          ends.take(numbers[index &* 64 &+ word.trailingZeroBitCount])
          word &= word &- 1
        }
      }
      return ends
    }
    var ends = Ends<Number>()
    for part in parts { ends.take(part) }
    return ends.least > ends.most ? nil : (ends.least, ends.most)
  }

  @usableFromInline
  struct Ends<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
    @usableFromInline var least = Number.max
    @usableFromInline var most = Number.min

    @inlinable init() {}

    @inlinable @inline(__always)
    mutating func take(_ number: Number) {
      least = min(least, number)
      most = max(most, number)
    }

    @inlinable
    mutating func take(_ other: Ends) {
      least = min(least, other.least)
      most = max(most, other.most)
    }
  }
}
