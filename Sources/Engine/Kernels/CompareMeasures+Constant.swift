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

  /// nil for amounts that need more than 64 bits. By all threads.
  func compare(_ side: AlignedMeasures.Side, count: Int) -> BoolColumn? {
    guard case .narrow(let lows) = side.low, case .narrow(let highs) = side.high, !side.isExact,
      lows.count == count, highs.count == count, side.flags.count == count
    else { return nil }
    typealias Flags = MeasureColumn.Flags
    let (flags, validity, limit) = (side.flags, side.validity, self.limit)
    // Whether a row that lies below for certain makes the comparison true, and one that lies above.
    let isTrueBelow = comparison == .less || comparison == .lessOrEqual
    return Kleene.column(count: count) { row in
      if let validity, !validity[row] { return .unknown(.missing) }
      let flag = flags[row]
      if flag & Flags.hasHigh != 0, highs[row] < limit { return .certain(isTrueBelow) }
      if flag & Flags.hasLow != 0, lows[row] > limit { return .certain(!isTrueBelow) }
      return CompareMeasures.outcome(
        comparison, .init(low: Int128(lows[row]), high: Int128(highs[row]), flags: flag), constant)
    }
  }
}
