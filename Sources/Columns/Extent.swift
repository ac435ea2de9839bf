/// Least and greatest values of columns.
@usableFromInline
package enum Extent {
  /// Of the rows that are there; nil if none is. O(rows), by all threads.
  @inlinable
  package static func of<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ numbers: [Number], _ validity: Bitmap?
  ) -> (least: Number, most: Number)? {
    let parts = Parallel.mapCurrentMorsels(of: numbers.count) { range -> (least: Number, most: Number) in
      let numbers = numbers.span
      var (least, most) = (Number.max, Number.min)
      guard let words = validity?.words else {
        for row in range {
          least = min(least, numbers[row])
          most = max(most, numbers[row])
        }
        return (least, most)
      }
      // Morsels begin with a word.
      for index in range.lowerBound / 64..<(range.upperBound + 63) / 64 {
        var word = words[index]
        if word == .max {
          for row in index &* 64..<index &* 64 &+ 64 {
            least = min(least, numbers[row])
            most = max(most, numbers[row])
          }
          continue
        }
        // Bits past the end are 0.
        while word != 0 {
          let number = numbers[index &* 64 &+ word.trailingZeroBitCount]
          least = min(least, number)
          most = max(most, number)
          word &= word &- 1
        }
      }
      return (least, most)
    }
    var (least, most) = (Number.max, Number.min)
    for part in parts {
      least = min(least, part.least)
      most = max(most, part.most)
    }
    return least > most ? nil : (least, most)
  }
}
