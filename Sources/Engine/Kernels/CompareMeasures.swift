import IbidColumns
import IbidPlan

// Null rule: a missing side makes the row unknown (missing); different classes of unit do (other unit); then bounds decide.

/// Interval comparison of measures under Kleene's logic.
///
/// `a < b` is true if it holds for every value that both allow, false if for none, else unknown. A hedged value compares
/// as its point, but where only the exact point decides (the ends meet) the outcome is unknown.
enum CompareMeasures {
  /// One interval, unpacked.
  struct Interval {
    var low: Int128
    var high: Int128
    var flags: UInt8
    @inline(__always) var hasLow: Bool { flags & MeasureColumn.Flags.hasLow != 0 }
    @inline(__always) var hasHigh: Bool { flags & MeasureColumn.Flags.hasHigh != 0 }
    @inline(__always) var lowOpen: Bool { flags & MeasureColumn.Flags.lowOpen != 0 }
    @inline(__always) var highOpen: Bool { flags & MeasureColumn.Flags.highOpen != 0 }
    @inline(__always) var isHedged: Bool { flags & MeasureColumn.Flags.hedged != 0 }
    @inline(__always) var isPoint: Bool { flags & 15 == MeasureColumn.Flags.point && low == high }

    /// What makes this one imprecise.
    var cause: UnknownCause? {
      if !hasLow || !hasHigh { return .openBound }
      if isHedged { return .hedged }
      return isPoint ? nil : .range
    }
  }

  static func compare(_ op: Comparison, _ sides: AlignedMeasures, count: Int) -> BoolColumn {
    let (a, b) = (sides.a, sides.b)
    let isOneClass = a.classes.isEmpty && b.classes.isEmpty && a.unitClass == b.unitClass
    if isOneClass, let decided = packed(op, a, b, count: count) ?? packed(op.flipped, b, a, count: count) {
      return decided
    }
    if a.isExact, b.isExact, isOneClass {
      let validity = bothValid(
        a.isConstant ? expand(a.validity, count) : a.validity, b.isConstant ? expand(b.validity, count) : b.validity)
      return exact(op, a, b, count: count, validity: validity)
    }
    if isOneClass, b.isConstant, !a.isConstant, op != .equal, op != .notEqual,
      let decided = IntervalBounds(op, b)?.compare(a, count: count)
    {
      return decided
    }
    return Kleene.column(count: count) { row in
      let i = a.isConstant ? 0 : row
      let j = b.isConstant ? 0 : row
      if let validity = a.validity, !validity[i] { return .unknown(.missing) }
      if let validity = b.validity, !validity[j] { return .unknown(.missing) }
      if a.unitClass(i) != b.unitClass(j) { return .unknown(.otherUnit) }
      return outcome(
        op, Interval(low: a.low[i], high: a.high[i], flags: a.flags(i)),
        Interval(low: b.low[j], high: b.high[j], flags: b.flags(j)))
    }
  }

  /// A column that has a twin against one exact amount.
  private static func packed(
    _ op: Comparison, _ a: AlignedMeasures.Side, _ b: AlignedMeasures.Side, count: Int
  ) -> BoolColumn? {
    guard b.isConstant, !a.isConstant, let packed = a.packed, packed.points.count == count else { return nil }
    return IntervalBounds(op, b)?.compare(a, packed)
  }

  /// The comparison of amounts of one unit with an exact one as a test of rows; nil where it must be made otherwise.
  static func test(_ op: Comparison, _ sides: AlignedMeasures) -> RowTest? {
    let (a, b) = (sides.a, sides.b)
    guard a.classes.isEmpty, b.classes.isEmpty, a.unitClass == b.unitClass, let packed = a.packed else { return nil }
    return IntervalBounds(op, b)?.test(packed)
  }

  private static func expand(_ validity: Bitmap?, _ count: Int) -> Bitmap? {
    validity.map { Bitmap(repeating: $0[0], count: count) }
  }

  private static func exact(
    _ op: Comparison, _ a: AlignedMeasures.Side, _ b: AlignedMeasures.Side, count: Int, validity: Bitmap?
  ) -> BoolColumn {
    if b.isConstant, !a.isConstant, let constant = b.low.first {
      return exact(op, a.low, constant, validity: validity)
    }
    if a.isConstant, !b.isConstant, let constant = a.low.first {
      return exact(op.flipped, b.low, constant, validity: validity)
    }
    if case .narrow(let x) = a.low, case .narrow(let y) = b.low {
      return CompareNumbers.compare(op, x, y, validity: validity)
    }
    return CompareNumbers.compare(op, a.low.widened, b.low.widened, validity: validity)
  }

  /// In 64 bits where the column's numbers and the constant fit.
  private static func exact(_ op: Comparison, _ numbers: Numerators, _ constant: Int128, validity: Bitmap?)
    -> BoolColumn
  {
    if case .narrow(let values) = numbers, let limit = Int64(exactly: constant) {
      return CompareNumbers.compare(op, values, limit, validity: validity)
    }
    return CompareNumbers.compare(op, numbers.widened, constant, validity: validity)
  }

  static func outcome(_ op: Comparison, _ a: Interval, _ b: Interval) -> Outcome {
    switch op {
    case .less: less(a, b)
    case .greater: less(b, a)
    case .lessOrEqual: inverted(less(b, a), a, b, isStrict: false)
    case .greaterOrEqual: inverted(less(a, b), a, b, isStrict: false)
    case .equal: equal(a, b)
    case .notEqual: inverted(equal(a, b), a, b, isStrict: true)
    }
  }

  private static func inverted(_ outcome: Outcome, _ a: Interval, _ b: Interval, isStrict: Bool) -> Outcome {
    switch outcome {
    case .yes: .no
    case .no: .yes
    default: outcome
    }
  }

  /// `a < b`.
  private static func less(_ a: Interval, _ b: Interval) -> Outcome {
    let isHedged = a.isHedged || b.isHedged
    if a.hasHigh, b.hasLow {
      if a.high < b.low { return .yes }
      if a.high == b.low, a.highOpen || b.lowOpen { return isHedged ? .unknown(.hedged) : .yes }
    }
    if a.hasLow, b.hasHigh {
      if a.low > b.high { return .no }
      if a.low == b.high { return isHedged ? .unknown(.hedged) : .no }
    }
    return .unknown(cause(a, b))
  }

  /// Whether nothing is in both; nil where only the exact point of a hedged end decides.
  private static func areDisjoint(_ a: Interval, _ b: Interval) -> Bool? {
    if a.hasHigh, b.hasLow, a.high < b.low { return true }
    if b.hasHigh, a.hasLow, b.high < a.low { return true }
    let meetAtOpenEnd =
      (a.hasHigh && b.hasLow && a.high == b.low && (a.highOpen || b.lowOpen))
      || (b.hasHigh && a.hasLow && b.high == a.low && (b.highOpen || a.lowOpen))
    return !meetAtOpenEnd ? false : a.isHedged || b.isHedged ? nil : true
  }

  /// `a == b`: certain only between two exact points, or where the two cannot meet.
  private static func equal(_ a: Interval, _ b: Interval) -> Outcome {
    guard let areDisjoint = areDisjoint(a, b) else { return .unknown(.hedged) }
    if areDisjoint { return .no }
    if a.isPoint, b.isPoint, !a.isHedged, !b.isHedged { return .yes }
    return .unknown(cause(a, b))
  }

  /// `a in b`: everything that `a` allows lies in what `b` allows.
  static func isIn(_ sides: AlignedMeasures, count: Int) -> BoolColumn {
    let (a, b) = (sides.a, sides.b)
    return Kleene.column(count: count) { row in
      let i = a.isConstant ? 0 : row
      let j = b.isConstant ? 0 : row
      if let validity = a.validity, !validity[i] { return .unknown(.missing) }
      if let validity = b.validity, !validity[j] { return .unknown(.missing) }
      if a.unitClass(i) != b.unitClass(j) { return .unknown(.otherUnit) }
      return isIn(
        Interval(low: a.low[i], high: a.high[i], flags: a.flags(i)),
        Interval(low: b.low[j], high: b.high[j], flags: b.flags(j)))
    }
  }

  static func isIn(_ a: Interval, _ b: Interval) -> Outcome {
    guard let areDisjoint = areDisjoint(a, b) else { return .unknown(.hedged) }
    if areDisjoint { return .no }
    let isHedged = a.isHedged || b.isHedged
    var meets = false
    if b.hasLow {
      guard a.hasLow else { return .unknown(cause(a, b)) }
      if a.low < b.low || (a.low == b.low && b.lowOpen && !a.lowOpen) { return .unknown(cause(a, b)) }
      meets = a.low == b.low
    }
    if b.hasHigh {
      guard a.hasHigh else { return .unknown(cause(a, b)) }
      if a.high > b.high || (a.high == b.high && b.highOpen && !a.highOpen) { return .unknown(cause(a, b)) }
      meets = meets || a.high == b.high
    }
    return meets && isHedged ? .unknown(.hedged) : .yes
  }

  private static func cause(_ a: Interval, _ b: Interval) -> UnknownCause {
    switch (a.cause, b.cause) {
    case (let x?, let y?): x.rawValue <= y.rawValue ? x : y
    case (let only?, nil), (nil, let only?): only
    case (nil, nil): .range
    }
  }
}
