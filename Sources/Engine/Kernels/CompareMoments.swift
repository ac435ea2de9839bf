import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: a missing side makes the row unknown (missing), an unresolved one unknown (unresolved).

/// What a side of a comparison is: a moment somewhere in its stretch, or the stretch itself.
enum MomentRole { case date, period }

/// Comparison of dates and periods.
///
/// A date is one moment that may be any second of its stretch; as dates are stated by the day, two dates of the same
/// day are equal. A period is all of its stretch: `<` means before its start, `>` after its end, `>=` not before its
/// start, `<=` not after its end.
enum CompareMoments {
  struct Stretch {
    var low: Int64
    var high: Int64
    @inline(__always) var isResolved: Bool { low != MomentColumn.noLow || high != MomentColumn.noHigh }
    /// Known to the day or better.
    @inline(__always) var isPrecise: Bool {
      low != MomentColumn.noLow && high != MomentColumn.noHigh
        && Calendar.day(ofSecond: low) == Calendar.day(ofSecond: high)
    }
  }

  static func compare(
    _ op: Comparison, _ a: MomentColumn, _ aRole: MomentRole, _ b: MomentColumn, _ bRole: MomentRole, aIsConstant: Bool,
    bIsConstant: Bool, count: Int
  ) -> BoolColumn {
    if bIsConstant, !aIsConstant, aRole == .date, b.isValid(0),
      let decided = MomentBounds(op, Stretch(low: b.low[0], high: b.high[0]), bRole)?.compare(a)
    {
      return decided
    }
    return outcomes(a, b, aIsConstant, bIsConstant, count) { x, y in
      switch (aRole, bRole) {
      case (.date, .date): dates(op, x, y)
      case (.date, .period): dateAndPeriod(op, x, y)
      case (.period, .date): dateAndPeriod(op.flipped, y, x)
      case (.period, .period): periods(op, x, y)
      }
    }
  }

  /// The comparison of dates with one moment as a test of their rows; nil where it must be made otherwise.
  static func test(
    _ op: Comparison, _ a: MomentColumn, _ aRole: MomentRole, constant b: MomentColumn, _ bRole: MomentRole
  ) -> RowTest? {
    guard aRole == .date, b.isValid(0) else { return nil }
    return MomentBounds(op, Stretch(low: b.low[0], high: b.high[0]), bRole)?.test(of: a)
  }

  /// `date in period` for one period as a test of their rows; nil where it must be made otherwise.
  static func test(in period: MomentColumn, _ a: MomentColumn, _ aRole: MomentRole) -> RowTest? {
    guard aRole == .date, period.isValid(0) else { return nil }
    return MomentBounds(in: Stretch(low: period.low[0], high: period.high[0]))?.test(of: a)
  }

  /// `a in b`: true if every second that `a` may be (date) or is (period) lies in `b`.
  ///
  /// A date that may lie outside is unknown; a period that reaches outside does not lie in `b`.
  static func isIn(
    _ a: MomentColumn, _ aRole: MomentRole, _ b: MomentColumn, aIsConstant: Bool, bIsConstant: Bool, count: Int
  ) -> BoolColumn {
    if bIsConstant, !aIsConstant, aRole == .date, b.isValid(0),
      let decided = MomentBounds(in: Stretch(low: b.low[0], high: b.high[0]))?.compare(a)
    {
      return decided
    }
    return outcomes(a, b, aIsConstant, bIsConstant, count) { x, y in
      switch aRole {
      case .date: isIn(x, y)
      case .period: .certain(x.low >= y.low && x.high <= y.high)
      }
    }
  }

  static func isIn(_ x: Stretch, _ y: Stretch) -> Outcome {
    if x.low >= y.low, x.high <= y.high { return .yes }
    if x.high < y.low || x.low > y.high { return .no }
    return .unknown(.range)
  }

  @inline(__always)
  private static func outcomes(
    _ a: MomentColumn, _ b: MomentColumn, _ aIsConstant: Bool, _ bIsConstant: Bool, _ count: Int,
    _ rule: (Stretch, Stretch) -> Outcome
  ) -> BoolColumn {
    Kleene.column(count: count) { row in
      let i = aIsConstant ? 0 : row
      let j = bIsConstant ? 0 : row
      if let validity = a.validity, !validity[i] { return .unknown(.missing) }
      if let validity = b.validity, !validity[j] { return .unknown(.missing) }
      let x = Stretch(low: a.low[i], high: a.high[i])
      let y = Stretch(low: b.low[j], high: b.high[j])
      if !x.isResolved || !y.isResolved { return .unknown(.unresolved) }
      return rule(x, y)
    }
  }

  static func dates(_ op: Comparison, _ x: Stretch, _ y: Stretch) -> Outcome {
    // Two precise dates of one day are the same date, whatever else is known of the time of day; finer grains compare.
    let isSame = x.low == y.low && x.high == y.high && x.isPrecise
    switch op {
    case .equal, .notEqual:
      let wanted = op == .equal
      if isSame { return .certain(wanted) }
      if x.high < y.low || y.high < x.low { return .certain(!wanted) }
    case .less: return before(x, y, isSame)
    case .greater: return before(y, x, isSame)
    case .lessOrEqual: return negated(before(y, x, isSame))
    case .greaterOrEqual: return negated(before(x, y, isSame))
    }
    return .unknown(.range)
  }

  private static func before(_ x: Stretch, _ y: Stretch, _ isSame: Bool) -> Outcome {
    if isSame { return .no }
    if x.high < y.low { return .yes }
    if x.low >= y.high { return .no }
    return .unknown(.range)
  }

  private static func negated(_ outcome: Outcome) -> Outcome {
    switch outcome {
    case .yes: .no
    case .no: .yes
    default: outcome
    }
  }

  /// A date against a period. Equality of the two is refused by the checker.
  static func dateAndPeriod(_ op: Comparison, _ date: Stretch, _ period: Stretch) -> Outcome {
    switch op {
    case .less: threeWay(date.high < period.low, date.low >= period.low)
    case .greaterOrEqual: threeWay(date.low >= period.low, date.high < period.low)
    case .greater: threeWay(date.low > period.high, date.high <= period.high)
    case .lessOrEqual: threeWay(date.high <= period.high, date.low > period.high)
    case .equal: isIn(date, period)
    case .notEqual: negated(isIn(date, period))
    }
  }

  private static func threeWay(_ isTrue: Bool, _ isFalse: Bool) -> Outcome {
    isTrue ? .yes : isFalse ? .no : .unknown(.range)
  }

  static func periods(_ op: Comparison, _ x: Stretch, _ y: Stretch) -> Outcome {
    switch op {
    case .equal: .certain(x.low == y.low && x.high == y.high)
    case .notEqual: .certain(x.low != y.low || x.high != y.high)
    case .less: .certain(x.high < y.low)
    case .greater: .certain(x.low > y.high)
    case .lessOrEqual: .certain(x.high <= y.high)
    case .greaterOrEqual: .certain(x.low >= y.low)
    }
  }
}
