import IbidColumns
import IbidPlan
import IbidTypes

/// `x in a..b` where both ends are the same for all rows, as tests of the rows of a column.
///
/// nil where it must be asked row by row: for ends that are hedged, and amounts in several units.
extension Evaluator {
  /// All of which must hold; each row that has a value can be told.
  mutating func rangeTests(_ column: Column, _ type: DataType, in range: Column) -> [RowTest]? {
    guard range.count == 1, range.isValid(0) else { return nil }
    switch (column, range) {
    case (.moment(let moments), .moment(let period)):
      return CompareMoments.test(in: period, moments, MomentRole(type)).map { [$0] }
    case (.int(let numbers), .measure(let ends)):
      guard let ends = NumberRange(ends), let wanted = ends.wholes else { return nil }
      if let packed = numbers.packed { return [RowTest(wanted, of: packed, isNegated: false)] }
      let values = numbers.values
      return [(Comparison.greaterOrEqual, wanted.lowerBound), (.lessOrEqual, wanted.upperBound)].map {
        .members(CompareNumbers.compare($0, values, $1, validity: nil).truth)
      }
    case (.float(let floats), .measure(let ends)):
      return NumberRange(ends)?.floats?.map { .floats(FloatTest(values: floats.values, comparison: $0, limit: $1)) }
    case (.measure(let amounts), .measure):
      guard amounts.isExact, let range = amountRange(amounts, in: range) else { return nil }
      return amounts.packed.map { [RowTest(range.limits, of: $0.points, isNegated: false)] }
    default: return nil
    }
  }

  /// Amounts that may be more than a point in a range of their unit.
  func amountsInRange(_ amounts: MeasureColumn, _ range: Column) -> BoolColumn? {
    guard let packed = amounts.packed, let range = amountRange(amounts, in: range) else { return nil }
    let points = RowTest(range.limits, of: packed.points, isNegated: false)
    if packed.odd.isEmpty { return BoolColumn(points.bitmap(rows: amounts.count), validity: amounts.validity) }
    let odd = OddOutcomes(packed.odd) { low, high, flags in
      CompareMeasures.isIn(.init(low: Int128(low), high: Int128(high), flags: flags), range.interval)
    }
    return odd.completed(points.bitmap(rows: amounts.count), amounts.validity)
  }

  /// A range in the numerators of a column.
  private struct AmountRange {
    var interval: CompareMeasures.Interval
    /// Those of the points within.
    var limits: ClosedRange<Int64>
  }

  private func amountRange(_ amounts: MeasureColumn, in range: Column) -> AmountRange? {
    guard case .measure(let ends) = range, ends.isValid(0), amounts.packed != nil,
      let sides = AlignedMeasures(amounts, ends, rightIsConstant: true), sides.a.packed != nil,
      sides.a.classes.isEmpty, sides.b.classes.isEmpty, sides.a.unitClass == sides.b.unitClass
    else { return nil }
    let interval = CompareMeasures.Interval(low: sides.b.low[0], high: sides.b.high[0], flags: sides.b.flags(0))
    guard !interval.isHedged else { return nil }
    // Numerators are whole, so that an open end is the next one.
    let low =
      interval.hasLow ? Swift.max(interval.low, Int128(Int64.min) + 1) + (interval.lowOpen ? 1 : 0) : .init(Int64.min)
    let high =
      interval.hasHigh
      ? Swift.min(interval.high, Int128(Int64.max) - 1) - (interval.highOpen ? 1 : 0) : .init(Int64.max)
    guard low <= high, let first = Int64(exactly: low), let last = Int64(exactly: high) else { return nil }
    return AmountRange(interval: interval, limits: first...last)
  }
}

/// A range of plain numbers without a hedge.
private struct NumberRange {
  private let low: ExactNumber?
  private let high: ExactNumber?
  private let isLowOpen: Bool
  private let isHighOpen: Bool

  init?(_ ends: MeasureColumn) {
    guard let range = ends[0], range.unit.isEmpty, !range.isHedged else { return nil }
    (low, high) = (range.low, range.high)
    (isLowOpen, isHighOpen) = (range.isLowOpen, range.isHighOpen)
  }

  /// The whole numbers within; nil where there are none.
  var wholes: ClosedRange<Int64>? {
    func clamped(_ number: Int128) -> Int64 { Int64(clamping: number) }
    var first = Int64.min
    if let low {
      let ceiling = -low.negated.floor
      guard ceiling <= Int64.max else { return nil }
      first = clamped(isLowOpen && low.isWhole ? ceiling + 1 : ceiling)
    }
    var last = Int64.max
    if let high {
      guard high.floor >= Int64.min else { return nil }
      last = clamped(isHighOpen && high.isWhole ? high.floor - 1 : high.floor)
    }
    return first <= last ? first...last : nil
  }

  /// Comparisons that say the same of floats; nil where an end is not the shortest decimal of one.
  ///
  /// Shortest decimals ascend with their floats, so that these compare as those do.
  var floats: [(Comparison, Double)]? {
    var found: [(Comparison, Double)] = []
    for (end, comparison) in [
      (low, isLowOpen ? Comparison.greater : .greaterOrEqual), (high, isHighOpen ? .less : .lessOrEqual),
    ] {
      guard let end else { continue }
      guard ExactNumber(shortestDecimalOf: end.double) == end else { return nil }
      found.append((comparison, end.double))
    }
    return found
  }
}
