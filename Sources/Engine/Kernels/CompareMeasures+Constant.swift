import IbidColumns
import IbidPlan

// Null rule: as `CompareMeasures`; where a row is missing or undecided, its outcome is left to the rule for rows.

/// Intervals against one exact amount for all rows, decided by comparing whole numbers of 64 bits.
///
/// Of nearly all rows a few comparisons tell on which side of the amount they lie. The others, whose bounds, hedges or missing
/// values leave it open, are asked one by one.
struct IntervalBounds {
  private let comparison: Comparison
  private let limit: Int64
  private let constant: CompareMeasures.Interval

  /// nil where the constant is no exact amount of 64 bits.
  init?(_ comparison: Comparison, _ side: AlignedMeasures.Side) {
    guard let low = side.low.first, let limit = Int64(exactly: low), side.isExact, side.validity?[0] ?? true else {
      return nil
    }
    self.comparison = comparison
    self.limit = limit
    constant = CompareMeasures.Interval(low: low, high: low, flags: MeasureColumn.Flags.point)
  }

  /// The comparison as a test of rows, which says nothing of those that are missing.
  func test(_ packed: PackedMeasures) -> RowTest {
    let points = RowTest(comparison, packed.points, limit)
    if packed.odd.isEmpty { return points }
    return .amounts(points: points, OddOutcomes(packed.odd, comparison, limit) { ruled($0, $1, $2) })
  }

  /// The points of a column all at once, then what is more than a point. By all threads.
  func compare(_ side: AlignedMeasures.Side, _ packed: PackedMeasures) -> BoolColumn {
    let points = CompareNumbers.compare(comparison, packed.points, limit, validity: side.validity)
    if packed.odd.isEmpty { return points }
    return OddOutcomes(packed.odd, comparison, limit) { ruled($0, $1, $2) }.completed(points.truth, side.validity)
  }

  /// A column without a twin; nil for amounts that need more than 64 bits. By all threads.
  func compare(_ side: AlignedMeasures.Side, count: Int) -> BoolColumn? {
    guard case .narrow(let lows) = side.low, case .narrow(let highs) = side.high, !side.isExact,
      lows.count == count, highs.count == count, side.flags.count == count
    else { return nil }
    let (flags, validity) = (side.flags, side.validity)
    return Kleene.column(count: count) { row in
      if let validity, !validity[row] { return .unknown(.missing) }
      return outcome(lows[row], highs[row], flags[row])
    }
  }

  /// Of a row that has a value.
  @inline(__always)
  private func outcome(_ low: Int64, _ high: Int64, _ flags: UInt8) -> Outcome {
    typealias Flags = MeasureColumn.Flags
    if comparison != .equal, comparison != .notEqual {
      let isBelow = flags & Flags.hasHigh != 0 && high < limit
      let isAbove = flags & Flags.hasLow != 0 && low > limit
      if isBelow || isAbove { return .certain(isBelow == (comparison == .less || comparison == .lessOrEqual)) }
    }
    return ruled(low, high, flags)
  }

  /// By the rule for all intervals.
  private func ruled(_ low: Int64, _ high: Int64, _ flags: UInt8) -> Outcome {
    CompareMeasures.outcome(comparison, .init(low: Int128(low), high: Int128(high), flags: flags), constant)
  }
}
