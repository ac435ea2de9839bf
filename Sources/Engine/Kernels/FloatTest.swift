import IbidColumns
import IbidPlan

/// A comparison of a column of floats with one of them.
///
/// Where the column is added up, too, that is done in the same loop: it comes from memory once, and what there is to compute is
/// done while more of it comes.
struct FloatTest {
  let values: [Double]
  let comparison: Comparison
  let limit: Double

  /// Clears the bits of rows that compare otherwise: those of `words`, each `offset` places further down in `kept`.
  func narrow(_ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int) { each(words, kept, offset) { _, _, _ in } }

  /// The same; the floats of the rows that are left are added to eight sums in turn.
  func narrow(_ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int, adding sums: inout SIMD8<Double>) {
    var added = sums
    each(words, kept, offset) { values, word, bits in values.add(where: bits, word, to: &added) }
    sums = added
  }

  @inline(__always)
  private func each(
    _ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int, _ take: (borrowing Span<Double>, Int, UInt64) -> Void
  ) {
    switch comparison {
    case .equal: each(words, kept, offset, { $0.bits($1, equalTo: limit) }, take)
    case .notEqual: each(words, kept, offset, { ~$0.bits($1, equalTo: limit) }, take)
    case .less: each(words, kept, offset, { $0.bits($1, lessThan: limit) }, take)
    case .lessOrEqual: each(words, kept, offset, { $0.bits($1, atMost: limit) }, take)
    case .greater: each(words, kept, offset, { $0.bits($1, greaterThan: limit) }, take)
    case .greaterOrEqual: each(words, kept, offset, { $0.bits($1, atLeast: limit) }, take)
    }
  }

  @inline(__always)
  private func each(
    _ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int, _ bits: (borrowing Span<Double>, Int) -> UInt64,
    _ take: (borrowing Span<Double>, Int, UInt64) -> Void
  ) {
    let values = values.span
    for word in words {
      let left = kept[word &- offset] & bits(values, word)
      kept[word &- offset] = left
      take(values, word, left)
    }
  }
}
