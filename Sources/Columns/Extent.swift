/// Least and greatest values of columns.
package enum Extent {
  /// Of the rows that are there; nil if none is. O(rows), by all threads.
  @inlinable
  package static func of<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ numbers: [Number], _ validity: Bitmap?
  ) -> (least: Number, most: Number)? {
    let parts = Parallel.current.mapMorsels(of: numbers.count) { range -> (least: Number, most: Number) in
      let numbers = numbers.span
      var (least, most) = (Number.max, Number.min)
      if let validity {
        for row in range where validity[row] {
          least = min(least, numbers[row])
          most = max(most, numbers[row])
        }
      } else {
        for row in range {
          least = min(least, numbers[row])
          most = max(most, numbers[row])
        }
      }
      return (least, most)
    }
    let (least, most) = parts.reduce((Number.max, Number.min)) { (min($0.0, $1.least), max($0.1, $1.most)) }
    return least > most ? nil : (least, most)
  }
}
