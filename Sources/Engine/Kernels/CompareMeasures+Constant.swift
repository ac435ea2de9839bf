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
  private let isOrder: Bool
  /// Whether a row that lies below for certain makes the comparison true; one that lies above does the opposite.
  private let isTrueBelow: Bool

  /// nil where the constant is no exact amount of 64 bits.
  init?(_ comparison: Comparison, _ side: AlignedMeasures.Side) {
    guard let low = side.low.first, let limit = Int64(exactly: low), side.isExact, side.validity?[0] ?? true else {
      return nil
    }
    self.comparison = comparison
    self.limit = limit
    constant = CompareMeasures.Interval(low: low, high: low, flags: MeasureColumn.Flags.point)
    isOrder = comparison != .equal && comparison != .notEqual
    isTrueBelow = comparison == .less || comparison == .lessOrEqual
  }

  /// The points of a column all at once, then the other rows one by one. By all threads.
  func compare(_ side: AlignedMeasures.Side, _ packed: PackedMeasures) -> BoolColumn {
    let points = CompareNumbers.compare(comparison, packed.points, limit, validity: side.validity)
    if packed.odd.isEmpty { return points }
    let (count, odd, parallel) = (packed.points.count, packed.odd, Parallel.current)
    var truth = points.truth.words
    var known = (side.validity ?? Bitmap(repeating: true, count: count)).words
    var hasUnknown: [Bool] = []
    // Rows without a value have no cause, which says so.
    let causes = [UInt8](apart: count, filler: 0) { causes in
      truth.withApart { truth in
        known.withApart { known in
          hasUnknown = parallel.mapMorsels(of: count) { rows in
            causes.clear(rows)
            // Which way a row goes nobody could foresee, so that nothing depends on it; rows that share a word of bits are
            // put into it together.
            var most: UInt8 = 0
            let (oddRows, lows, highs, flags) = (odd.rows.span, odd.low.span, odd.high.span, odd.flags.span)
            let places = odd.places(in: rows)
            var place = places.lowerBound
            while place < places.upperBound {
              let word = Int(oddRows[place]) &>> 6
              var (bits, yes, unknown): (UInt64, UInt64, UInt64) = (0, 0, 0)
              while place < places.upperBound {
                let row = Int(oddRows[place])
                if row &>> 6 != word { break }
                let bit: UInt64 = 1 &<< UInt64(row & 63)
                let code = outcome(lows[place], highs[place], flags[place]).code
                bits |= bit
                yes |= code == 1 ? bit : 0
                unknown |= code > 1 ? bit : 0
                causes[row] = code > 1 ? code &- 1 : 0
                most = max(most, code)
                place &+= 1
              }
              truth[word] = truth[word] & ~bits | yes
              known[word] &= ~unknown
            }
            return most > 1
          }
        }
      }
    }
    let bits = Bitmap(words: truth, count: count)
    if !hasUnknown.contains(true) { return BoolColumn(bits, validity: side.validity) }
    return BoolColumn(bits, validity: Bitmap(words: known, count: count), causes: causes)
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
    if isOrder {
      typealias Flags = MeasureColumn.Flags
      let (hasLow, hasHigh): (UInt8, UInt8) = (flags & Flags.hasLow != 0 ? 1 : 0, flags & Flags.hasHigh != 0 ? 1 : 0)
      let below = hasHigh & (high < limit ? 1 : 0)
      let above = hasLow & (low > limit ? 1 : 0)
      // An end that is not there holds zero.
      let isOpen = (hasLow & hasHigh ^ 1) & (low != limit ? 1 : 0) & (high != limit ? 1 : 0)
      if below | above | isOpen != 0 {
        let yes = isTrueBelow ? below : above
        return Outcome(code: below | above != 0 ? yes : Outcome.openBound.code)
      }
    }
    return CompareMeasures.outcome(
      comparison, .init(low: Int128(low), high: Int128(high), flags: flags), constant)
  }
}
