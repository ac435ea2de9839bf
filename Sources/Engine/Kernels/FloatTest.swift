import IbidColumns
import IbidPlan

/// A comparison of a column of floats with one of them, made for a block of rows at a time.
///
/// What adds up the same column does so right after, while the block is in the cache: the column comes from memory once.
struct FloatTest {
  let values: [Double]
  let comparison: Comparison
  let limit: Double

  /// Those of some rows that compare so, among `members` where there are any: bits of the rows from the first on, which
  /// begins a word.
  func write(_ rows: Range<Int>, of members: Bitmap?, to words: Apart<UInt64>) {
    switch comparison {
    case .equal: write(rows, members, words) { $0.bits($1, equalTo: limit) }
    case .notEqual: write(rows, members, words) { ~$0.bits($1, equalTo: limit) }
    case .less: write(rows, members, words) { $0.bits($1, lessThan: limit) }
    case .lessOrEqual: write(rows, members, words) { $0.bits($1, atMost: limit) }
    case .greater: write(rows, members, words) { $0.bits($1, greaterThan: limit) }
    case .greaterOrEqual: write(rows, members, words) { $0.bits($1, atLeast: limit) }
    }
  }

  @inline(__always)
  private func write(
    _ rows: Range<Int>, _ members: Bitmap?, _ words: Apart<UInt64>, _ bits: (borrowing Span<Double>, Int) -> UInt64
  ) {
    let values = values.span
    let first = rows.lowerBound / 64
    let last = (rows.upperBound + 63) / 64
    if let members {
      let members = members.words
      for word in first..<last { words[word &- first] = bits(values, word) & members[word] }
    } else {
      for word in first..<last { words[word &- first] = bits(values, word) }
    }
    // Of `!=`, what lies past the end.
    let spare = UInt64(last &* 64 &- rows.upperBound)
    if spare > 0 { words[last &- 1 &- first] &= .max &>> spare }
  }
}
