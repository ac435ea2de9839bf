import IbidColumns
import IbidPlan

/// Dates against one moment for all rows, as comparisons of seconds.
///
/// A row lies below if it ends early enough, above if it begins late enough, and where all rows lie below, above or are the
/// moment itself, nothing is unknown and a few integer comparisons decide. Columns of days nearly always allow it.
struct MomentBounds {
  /// A row that ends at or before this second lies below.
  private let below: Int64
  /// A row that begins at or after this second lies above.
  private let above: Int64
  /// The stretch that is neither, if it can be that of a row: the constant itself, known to the day.
  private let same: CompareMoments.Stretch?
  /// The stretch within which a row is decided too: a period that dates are asked to lie in.
  private let inside: CompareMoments.Stretch?
  private let truth: Truth

  /// Which rows the comparison is true for.
  private enum Truth { case below, above, notBelow, notAbove, same, notSame, inside, notInside }

  /// nil for comparisons that must be made row by row: with a moment that lacks an end.
  init?(_ comparison: Comparison, _ limit: CompareMoments.Stretch, _ role: MomentRole) {
    guard limit.low > MomentColumn.noLow + 1, limit.high < MomentColumn.noHigh - 1 else { return nil }
    let isDate = role == .date
    switch comparison {
    case .less, .greaterOrEqual:
      (below, above) = (limit.low - 1, isDate ? limit.high : limit.low)
      truth = comparison == .less ? .below : .notBelow
    case .greater, .lessOrEqual:
      (below, above) = (isDate ? limit.low : limit.high, limit.high + 1)
      truth = comparison == .greater ? .above : .notAbove
    case .equal, .notEqual:
      (below, above) = (limit.low - 1, limit.high + 1)
      truth =
        isDate ? comparison == .equal ? .same : .notSame : comparison == .equal ? .inside : .notInside
    }
    same = isDate && limit.isPrecise ? limit : nil
    inside = isDate ? nil : comparison == .equal || comparison == .notEqual ? limit : nil
  }

  /// `date in period`.
  init?(in period: CompareMoments.Stretch) { self.init(.equal, period, .period) }

  /// Which days the comparison is true for, or all but which; nil if there are days that it can neither affirm nor deny.
  private var truthOfDays: (days: ClosedRange<Int32>, isNegated: Bool)? {
    let day = Seconds.perDay
    func floor(_ seconds: Int64) -> Int64 { (seconds - (seconds % day + day) % day) / day }
    guard below > Int64.min / 2, above < Int64.max / 2 else { return nil }
    // A day ends early enough, or begins late enough.
    let lastBelow = floor(below - (day - 1))
    let firstAbove = -floor(-above)
    let same = self.same.map { (floor($0.low), $0.high - $0.low == day - 1 && $0.low % day == 0) }
    let sameDay: Int64? = same.flatMap { $0.1 ? $0.0 : nil }
    if self.same != nil, sameDay == nil { return nil }
    let inside: ClosedRange<Int64>? = self.inside.flatMap { stretch in
      let (first, last) = (-floor(-stretch.low), floor(stretch.high - (day - 1)))
      return first <= last ? first...last : nil
    }
    // Every day between those below and those above must be decided otherwise.
    if firstAbove > lastBelow + 1 {
      for undecided in [sameDay.map { $0...$0 }, inside] {
        guard let undecided else { continue }
        if undecided.lowerBound <= lastBelow + 1, undecided.upperBound >= firstAbove - 1 {
          return range(lastBelow, firstAbove, sameDay, inside)
        }
      }
      return nil
    }
    return range(lastBelow, firstAbove, sameDay, inside)
  }

  private func range(_ lastBelow: Int64, _ firstAbove: Int64, _ same: Int64?, _ inside: ClosedRange<Int64>?)
    -> (days: ClosedRange<Int32>, isNegated: Bool)?
  {
    func days(_ first: Int64, _ last: Int64) -> ClosedRange<Int32>? {
      let (first, last) = (max(first, Int64(Int32.min)), min(last, Int64(Int32.max)))
      return first <= last ? Int32(first)...Int32(last) : nil
    }
    func found(_ range: ClosedRange<Int32>?, not isNegated: Bool = false) -> (
      days: ClosedRange<Int32>, isNegated: Bool
    )? {
      range.map { ($0, isNegated) }
    }
    switch truth {
    // Where the day itself is among those below, it is not.
    case .below: return same.map { $0 <= lastBelow } ?? false ? nil : found(days(.min, lastBelow))
    case .notBelow: return same.map { $0 <= lastBelow } ?? false ? nil : found(days(.min, lastBelow), not: true)
    case .above: return same.map { $0 >= firstAbove } ?? false ? nil : found(days(firstAbove, .max))
    case .notAbove: return same.map { $0 >= firstAbove } ?? false ? nil : found(days(firstAbove, .max), not: true)
    case .same: return found(same.flatMap { days($0, $0) })
    case .notSame: return found(same.flatMap { days($0, $0) }, not: true)
    case .inside: return found(inside.flatMap { days($0.lowerBound, $0.upperBound) })
    case .notInside: return found(inside.flatMap { days($0.lowerBound, $0.upperBound) }, not: true)
    }
  }

  /// The comparison with days that stand in few bytes; nil for others, and if some day can be neither affirmed nor denied.
  func test(of column: MomentColumn) -> RowTest? {
    guard let packed = column.packed, let range = truthOfDays else { return nil }
    return RowTest(
      Int64(range.days.lowerBound)...Int64(range.days.upperBound), of: packed, isNegated: range.isNegated)
  }

  /// nil if a row that is there can be neither affirmed nor denied. O(rows), by all threads.
  func compare(_ column: MomentColumn) -> BoolColumn? {
    if let days = column.singleDays, let range = truthOfDays {
      let bits =
        test(of: column)?.bitmap(rows: column.count)
        ?? CompareNumbers.within(range.days, days, negated: range.isNegated)
      return BoolColumn(bits, validity: column.validity)
    }
    let (lows, highs, validity) = (Array(column.low), Array(column.high), column.validity)
    let none = CompareMoments.Stretch(low: .max, high: .min)
    let (same, inside) = (self.same ?? none, self.inside ?? none)
    var undecided = [UInt64](repeating: 0, count: (lows.count + 63) / 64)
    let bits = undecided.withApart { undecided in
      Bitmap(count: lows.count) { range, words in
        let (lows, highs) = (lows.span, highs.span)
        for word in range {
          var (isBelow, isAbove, isSame, isInside): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
          let first = word &* 64
          let rows = min(64, lows.count &- first)
          for bit in 0..<rows {
            let (low, high) = (lows[first &+ bit], highs[first &+ bit])
            let place = UInt64(bit)
            isBelow |= (high <= below ? 1 : 0) &<< place
            isAbove |= (low >= above ? 1 : 0) &<< place
            isSame |= (low == same.low && high == same.high ? 1 : 0) &<< place
            isInside |= (low >= inside.low && high <= inside.high ? 1 : 0) &<< place
          }
          let all: UInt64 = rows == 64 ? .max : (1 &<< UInt64(rows)) &- 1
          undecided[word] = all & ~(isBelow | isAbove | isSame | isInside)
          words[word] =
            switch truth {
            case .below: isBelow & ~isSame
            case .notBelow: ~(isBelow & ~isSame)
            case .above: isAbove & ~isSame
            case .notAbove: ~(isAbove & ~isSame)
            case .same: isSame
            case .notSame: ~isSame
            case .inside: isInside
            case .notInside: ~isInside
            }
        }
      }
    }
    let open = Bitmap(words: undecided, count: lows.count)
    guard !(validity.map { open & $0 } ?? open).hasTrue else { return nil }
    return BoolColumn(bits, validity: validity)
  }
}
