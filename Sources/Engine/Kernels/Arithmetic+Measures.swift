import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: a missing side makes the result missing, and so do units that do not compare and division by zero.

/// Interval arithmetic, exact; throws `NumberOverflow` where 128 bits do not hold the result.
enum MeasureArithmetic {
  typealias Flags = MeasureColumn.Flags

  /// Ends, flags and units of a result on its way to a column.
  private struct Rows {
    var low: [ExactNumber] = []
    var high: [ExactNumber] = []
    var flags: [UInt8] = []
    var valid = Bitmap(repeating: true, count: 0)

    mutating func append(_ low: ExactNumber, _ high: ExactNumber, _ flag: UInt8) {
      self.low.append(low)
      self.high.append(high)
      flags.append(flag)
      valid.append(true)
    }

    mutating func appendMissing() {
      low.append(.zero)
      high.append(.zero)
      flags.append(Flags.point)
      valid.append(false)
    }

    func column(_ kind: MeasureKind, units: [String], codes: [Int32] = []) throws(NumberOverflow) -> MeasureColumn {
      try MeasureColumn(
        kind: kind, low: low, high: high, flags: flags, units: units, unitCodes: codes, validity: valid.isAllTrue ? nil : valid)
    }
  }

  // MARK: Sums

  /// `a + b` or `a - b`; both columns have `count` rows or one.
  static func add(
    _ a: MeasureColumn, _ b: MeasureColumn, subtracting: Bool, count: Int, resultUnit: String?
  ) throws(NumberOverflow) -> MeasureColumn {
    if a.isExact, b.isExact, a.count == b.count, a.unitCodes.isEmpty, b.unitCodes.isEmpty, a.units[0] == b.units[0], a.denominator == b.denominator {
      return try addExact(a, b, subtracting: subtracting, resultUnit: resultUnit)
    }
    var rows = Rows()
    var units = a.units
    for row in 0..<count {
      let i = a.count == 1 ? 0 : row
      let j = b.count == 1 ? 0 : row
      guard a.isValid(i), b.isValid(j), let factor = Unit.factor(from: b.unit(j), to: a.unit(i)) else {
        rows.appendMissing()
        continue
      }
      let x = (try end(a.low[i], a), try end(a.high[i], a), a.flags(i))
      var y = (try scaled(b.low[j], b, factor), try scaled(b.high[j], b, factor), b.flags(j))
      if subtracting { y = (y.1.negated, y.0.negated, mirrored(y.2)) }
      guard let low = x.0.adding(y.0), let high = x.1.adding(y.1) else { throw NumberOverflow() }
      rows.append(low, high, combined(x.2, y.2))
    }
    if let resultUnit { units = [resultUnit] }
    let codes = units.count > 1 ? (0..<count).map { a.unitCodes[a.count == 1 ? 0 : $0] } : []
    return try rows.column(a.kind, units: units, codes: codes)
  }

  private static func addExact(_ a: MeasureColumn, _ b: MeasureColumn, subtracting: Bool, resultUnit: String?) throws(NumberOverflow) -> MeasureColumn {
    var overflowed = false
    let sums = [Int128](capacity: a.count) { output in
      for row in 0..<a.count {
        let (value, overflow) = subtracting ? a.low[row].subtractingReportingOverflow(b.low[row]) : a.low[row].addingReportingOverflow(b.low[row])
        overflowed = overflowed || overflow
        output.append(value)
      }
    }
    if overflowed { throw NumberOverflow() }
    return MeasureColumn(
      kind: a.kind, denominator: a.denominator, low: sums, high: sums, units: [resultUnit ?? a.units[0]], validity: bothValid(a.validity, b.validity))
  }

  // MARK: Products

  /// `a * factor`, a float factor taken as its shortest decimal.
  static func multiply(_ a: MeasureColumn, by factors: FixedColumn<Double>, count: Int) throws(NumberOverflow) -> MeasureColumn {
    try scale(a, factors, count) { value, factor in value.multiplied(by: factor) }
  }

  /// `a / divisor`; by zero is missing; rounded at 18 significant digits.
  static func divide(_ a: MeasureColumn, by divisors: FixedColumn<Double>, count: Int) throws(NumberOverflow) -> MeasureColumn {
    try scale(a, divisors, count) { value, divisor in divisor == .zero ? nil : quotient(value, divisor) }
  }

  private static func scale(
    _ a: MeasureColumn, _ factors: FixedColumn<Double>, _ count: Int, _ operation: (ExactNumber, ExactNumber) -> ExactNumber?
  ) throws(NumberOverflow) -> MeasureColumn {
    var rows = Rows()
    for row in 0..<count {
      let i = a.count == 1 ? 0 : row
      let j = factors.count == 1 ? 0 : row
      guard a.isValid(i), let value = factors[j], let factor = ExactNumber(shortestDecimalOf: value) else {
        rows.appendMissing()
        continue
      }
      guard let low = operation(try end(a.low[i], a), factor), let high = operation(try end(a.high[i], a), factor) else {
        if value == 0 {
          rows.appendMissing()
          continue
        }
        throw NumberOverflow()
      }
      if factor.isNegative { rows.append(high, low, mirrored(a.flags(i))) } else { rows.append(low, high, a.flags(i)) }
    }
    let codes = a.unitCodes.isEmpty ? [] : (0..<count).map { a.unitCodes[a.count == 1 ? 0 : $0] }
    return try rows.column(a.kind, units: a.units, codes: codes)
  }

  /// `a / b` of one unit, a plain number; the divisor's interval must not touch zero.
  static func ratio(_ a: MeasureColumn, _ b: MeasureColumn, count: Int) throws(NumberOverflow) -> MeasureColumn {
    var rows = Rows()
    for row in 0..<count {
      let i = a.count == 1 ? 0 : row
      let j = b.count == 1 ? 0 : row
      guard a.isValid(i), b.isValid(j), let factor = Unit.factor(from: b.unit(j), to: a.unit(i)), b.flags(j) & Flags.hasLow != 0 || b.flags(j) & Flags.hasHigh != 0 else {
        rows.appendMissing()
        continue
      }
      let x = Ends(try end(a.low[i], a), try end(a.high[i], a), a.flags(i))
      let y = Ends(try scaled(b.low[j], b, factor), try scaled(b.high[j], b, factor), b.flags(j))
      guard let inverse = y.inverse, let product = x.multiplied(by: inverse) else {
        rows.appendMissing()
        continue
      }
      rows.append(product.low.roundedToEighteenDigits(), product.high.roundedToEighteenDigits(), product.flags)
    }
    return try rows.column(.quantity, units: [""])
  }

  /// An interval for multiplication: both ends at least zero, which is where bounds keep their sense.
  private struct Ends {
    var low: ExactNumber
    var high: ExactNumber
    var flags: UInt8
    init(_ low: ExactNumber, _ high: ExactNumber, _ flags: UInt8) {
      self.low = low
      self.high = high
      self.flags = flags
    }

    /// 1/x; nil if zero may lie in it.
    var inverse: Ends? {
      let hasLow = flags & Flags.hasLow != 0
      let hasHigh = flags & Flags.hasHigh != 0
      if hasLow, hasHigh {
        guard low > .zero || high < .zero, let newLow = ExactNumber.one.divided(by: high), let newHigh = ExactNumber.one.divided(by: low) else { return nil }
        return Ends(newLow, newHigh, mirrored(flags))
      }
      // "more than x" for x > 0 inverts to between 0 and 1/x.
      guard hasLow, low > .zero, let newHigh = ExactNumber.one.divided(by: low) else { return nil }
      let open = flags & Flags.lowOpen != 0 ? Flags.highOpen : 0
      return Ends(.zero, newHigh, Flags.point | Flags.lowOpen | open | flags & Flags.hedged)
    }

    func multiplied(by other: Ends) -> Ends? {
      let both = flags & other.flags & Flags.point
      if both == Flags.point, flags & 15 == Flags.point, other.flags & 15 == Flags.point {
        var products: [ExactNumber] = []
        for x in [low, high] {
          for y in [other.low, other.high] {
            guard let product = x.multiplied(by: y) else { return nil }
            products.append(product)
          }
        }
        guard let least = products.min(), let most = products.max() else { return nil }
        return Ends(least, most, Flags.point | (flags | other.flags) & Flags.hedged)
      }
      // Open or missing ends: only for values that are not negative.
      guard low >= .zero || flags & Flags.hasLow == 0, other.low >= .zero, flags & Flags.hasLow == 0 || other.flags & Flags.hasLow != 0 else { return nil }
      guard let newLow = low.multiplied(by: other.low), let newHigh = high.multiplied(by: other.high) else { return nil }
      let open = (flags | other.flags) & (Flags.lowOpen | Flags.highOpen)
      let has = both
      return Ends(newLow, newHigh, has | open & opens(has) | (flags | other.flags) & Flags.hedged)
    }
  }

  /// The open bits that make sense beside these ends.
  private static func opens(_ has: UInt8) -> UInt8 {
    (has & Flags.hasLow != 0 ? Flags.lowOpen : 0) | (has & Flags.hasHigh != 0 ? Flags.highOpen : 0)
  }

  // MARK: One side

  static func negate(_ a: MeasureColumn) throws(NumberOverflow) -> MeasureColumn {
    var result = a
    result.low = try a.high.map { (value: Int128) throws(NumberOverflow) -> Int128 in if value == .min { throw NumberOverflow() } else { -value } }
    result.high = a.isExact ? result.low : try a.low.map { (value: Int128) throws(NumberOverflow) -> Int128 in if value == .min { throw NumberOverflow() } else { -value } }
    result.flags = a.flags.map(mirrored)
    result.text = nil
    result.worded = nil
    return result
  }

  /// Each end by a function of it, monotone and rising.
  static func mapEnds(_ a: MeasureColumn, units: [String]? = nil, _ change: (ExactNumber, Int) -> ExactNumber?) throws(NumberOverflow) -> MeasureColumn {
    var rows = Rows()
    for row in 0..<a.count {
      guard a.isValid(row) else {
        rows.appendMissing()
        continue
      }
      guard let low = change(try end(a.low[row], a), row), let high = change(try end(a.high[row], a), row) else { throw NumberOverflow() }
      rows.append(low, high, a.flags(row))
    }
    return try rows.column(a.kind, units: units ?? a.units, codes: units == nil ? a.unitCodes : [])
  }

  /// Flags of x seen in a mirror: low and high change places.
  static func mirrored(_ flags: UInt8) -> UInt8 {
    (flags & (Flags.hasLow | Flags.lowOpen)) << 2 | (flags & (Flags.hasHigh | Flags.highOpen)) >> 2 | flags & (Flags.hedged | Flags.change)
  }

  /// Flags of a sum: an end is there if both are, open if either is.
  static func combined(_ x: UInt8, _ y: UInt8) -> UInt8 {
    let has = x & y & Flags.point
    return has | (x | y) & opens(has) | (x | y) & Flags.hedged
  }

  static func end(_ value: Int128, _ column: MeasureColumn) throws(NumberOverflow) -> ExactNumber {
    guard let number = ExactNumber(value, over: column.denominator) else { throw NumberOverflow() }
    return number
  }

  private static func scaled(_ value: Int128, _ column: MeasureColumn, _ factor: ExactNumber) throws(NumberOverflow) -> ExactNumber {
    let number = try end(value, column)
    if factor == .one { return number }
    guard let result = number.multiplied(by: factor) else { throw NumberOverflow() }
    return result
  }

  private static func quotient(_ a: ExactNumber, _ b: ExactNumber) -> ExactNumber? { a.divided(by: b)?.roundedToEighteenDigits() }
}
