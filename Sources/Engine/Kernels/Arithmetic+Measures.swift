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

    /// Throws where the run was stopped, too: there are fewer rows then than there ought to be.
    func column(_ kind: MeasureKind, units: [String], codes: [Int32] = []) throws(NumberOverflow) -> MeasureColumn {
      if Parallel.isCurrentStopped() { throw NumberOverflow() }
      return try MeasureColumn(
        kind: kind, low: low, high: high, flags: flags, units: units, unitCodes: codes,
        validity: valid.isAllTrue ? nil : valid)
    }
  }

  // MARK: Sums

  /// `a + b` or `a - b`; both columns have `count` rows or one.
  static func add(
    _ a: MeasureColumn, _ b: MeasureColumn, subtracting: Bool, count: Int, resultUnit: String?
  ) throws(NumberOverflow) -> MeasureColumn {
    if a.isExact, b.isExact, a.count == b.count, a.unitCodes.isEmpty, b.unitCodes.isEmpty, a.units[0] == b.units[0],
      a.denominator == b.denominator
    {
      return try addExact(a, b, subtracting: subtracting, resultUnit: resultUnit)
    }
    if let sums = sum(a, b, subtracting: subtracting, resultUnit: resultUnit) { return sums }
    var rows = Rows()
    var units = a.units
    for row in (0..<count).untilStopped {
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

  private static func addExact(_ a: MeasureColumn, _ b: MeasureColumn, subtracting: Bool, resultUnit: String?)
    throws(NumberOverflow) -> MeasureColumn
  {
    var overflowed = false
    let sums = [Int128](capacity: a.count) { output in
      for row in 0..<a.count {
        let (value, overflow) =
          subtracting
          ? a.low[row].subtractingReportingOverflow(b.low[row]) : a.low[row].addingReportingOverflow(b.low[row])
        overflowed = overflowed || overflow
        output.append(value)
      }
    }
    let validity = bothValid(a.validity, b.validity)
    // What missing rows hold may overflow as it likes.
    if overflowed,
      validity == nil
        || sums.indices.contains(where: { row in
          let (x, y) = (a.low[row], b.low[row])
          return validity?[row] ?? true
            && (subtracting ? x.subtractingReportingOverflow(y) : x.addingReportingOverflow(y)).overflow
        })
    {
      throw NumberOverflow()
    }
    return MeasureColumn(
      kind: a.kind, denominator: a.denominator, low: Numerators(sums), high: Numerators(sums),
      units: [resultUnit ?? a.units[0]],
      validity: validity)
  }

  // MARK: Products

  /// `a * factor`, a float factor taken as its shortest decimal.
  static func multiply(_ a: MeasureColumn, by factors: FixedColumn<Double>, count: Int) throws(NumberOverflow)
    -> MeasureColumn
  {
    if factors.count == 1, a.count == count, let factor = factors[0].flatMap({ ExactNumber(shortestDecimalOf: $0) }),
      let products = multiplied(a, by: factor)
    {
      return products
    }
    return try scale(a, factors, count, multiplies: true) { value, factor in value.multiplied(by: factor) }
  }

  /// `a / divisor`; by zero is missing; rounded at 18 significant digits.
  static func divide(_ a: MeasureColumn, by divisors: FixedColumn<Double>, count: Int) throws(NumberOverflow)
    -> MeasureColumn
  {
    try scale(a, divisors, count, multiplies: false) { value, divisor in
      divisor == .zero ? nil : quotient(value, divisor)
    }
  }

  private static func scale(
    _ a: MeasureColumn, _ factors: FixedColumn<Double>, _ count: Int, multiplies: Bool,
    _ operation: (ExactNumber, ExactNumber) -> ExactNumber?
  ) throws(NumberOverflow) -> MeasureColumn {
    var rows = Rows()
    for row in (0..<count).untilStopped {
      let i = a.count == 1 ? 0 : row
      let j = factors.count == 1 ? 0 : row
      guard a.isValid(i), let value = factors[j], let factor = ExactNumber(shortestDecimalOf: value) else {
        rows.appendMissing()
        continue
      }
      if value == 0, multiplies {
        // Zero times anything is zero, whatever the bounds.
        rows.append(.zero, .zero, Flags.point)
        continue
      }
      guard let low = operation(try end(a.low[i], a), factor), let high = operation(try end(a.high[i], a), factor)
      else {
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
    for row in (0..<count).untilStopped {
      let i = a.count == 1 ? 0 : row
      let j = b.count == 1 ? 0 : row
      guard a.isValid(i), b.isValid(j), let factor = Unit.factor(from: b.unit(j), to: a.unit(i)) else {
        rows.appendMissing()
        continue
      }
      let x = Ends(try end(a.low[i], a), try end(a.high[i], a), a.flags(i))
      let y = Ends(try scaled(b.low[j], b, factor), try scaled(b.high[j], b, factor), b.flags(j))
      guard let inverse = y.inverse else {
        rows.appendMissing()
        continue
      }
      let product = try x.multiplied(by: inverse)
      rows.append(
        (product.low.number ?? .zero).roundedToEighteenDigits(),
        (product.high.number ?? .zero).roundedToEighteenDigits(), product.flags)
    }
    return try rows.column(.quantity, units: [""])
  }

  /// An interval for multiplication, its ends on the extended number line.
  private struct Ends {
    /// One end: a number, or beyond all numbers on one side.
    struct End {
      /// nil: minus or plus infinity, as `isNegative` says.
      var number: ExactNumber?
      var isNegative: Bool
      var isOpen: Bool

      /// Zero times anything is zero, reached if the zero is.
      func multiplied(by other: End) throws(NumberOverflow) -> End {
        if number == .zero || other.number == .zero {
          let isReached = (number == .zero && !isOpen) || (other.number == .zero && !other.isOpen)
          return End(number: .zero, isNegative: false, isOpen: !isReached)
        }
        guard let number, let factor = other.number else {
          return End(number: nil, isNegative: isNegative != other.isNegative, isOpen: true)
        }
        guard let product = number.multiplied(by: factor) else { throw NumberOverflow() }
        return End(number: product, isNegative: product.isNegative, isOpen: isOpen || other.isOpen)
      }

      /// By number; of one number the closed end wins in `min` and `max`.
      func isBelow(_ other: End) -> Bool {
        switch (number, other.number) {
        case (let x?, let y?): x < y
        case (nil, nil): isNegative && !other.isNegative
        case (nil, _): isNegative
        case (_, nil): !other.isNegative
        }
      }
    }

    var low: End
    var high: End
    var isHedged: Bool

    init(_ low: ExactNumber, _ high: ExactNumber, _ flags: UInt8) {
      let (hasLow, hasHigh) = (flags & Flags.hasLow != 0, flags & Flags.hasHigh != 0)
      self.low = End(
        number: hasLow ? low : nil, isNegative: !hasLow || low.isNegative, isOpen: !hasLow || flags & Flags.lowOpen != 0
      )
      self.high = End(
        number: hasHigh ? high : nil, isNegative: hasHigh && high.isNegative,
        isOpen: !hasHigh || flags & Flags.highOpen != 0)
      isHedged = flags & Flags.hedged != 0
    }

    private init(_ low: End, _ high: End, isHedged: Bool) {
      (self.low, self.high) = (low, high)
      self.isHedged = isHedged
    }

    /// 1/x; nil if zero may lie in it.
    var inverse: Ends? {
      if let least = low.number, least > .zero || (least == .zero && low.isOpen) {
        return Ends(Self.inverse(high, isNegative: false), Self.inverse(low, isNegative: false), isHedged: isHedged)
      }
      if let most = high.number, most < .zero || (most == .zero && high.isOpen) {
        return Ends(Self.inverse(high, isNegative: true), Self.inverse(low, isNegative: true), isHedged: isHedged)
      }
      return nil
    }

    /// Of an end of an interval on one side of zero: infinity and zero change places.
    private static func inverse(_ end: End, isNegative: Bool) -> End {
      guard let number = end.number else { return End(number: .zero, isNegative: false, isOpen: true) }
      return End(number: ExactNumber.one.divided(by: number), isNegative: isNegative, isOpen: end.isOpen)
    }

    /// From the least to the greatest product of two ends.
    func multiplied(by other: Ends) throws(NumberOverflow) -> Ends {
      var least = try low.multiplied(by: other.low)
      var most = least
      for (x, y) in [(low, other.high), (high, other.low), (high, other.high)] {
        let product = try x.multiplied(by: y)
        if product.isBelow(least) || (!least.isBelow(product) && !product.isOpen) { least = product }
        if most.isBelow(product) || (!product.isBelow(most) && !product.isOpen) { most = product }
      }
      return Ends(least, most, isHedged: isHedged || other.isHedged)
    }

    var flags: UInt8 {
      (low.number != nil ? Flags.hasLow | (low.isOpen ? Flags.lowOpen : 0) : 0)
        | (high.number != nil ? Flags.hasHigh | (high.isOpen ? Flags.highOpen : 0) : 0) | (isHedged ? Flags.hedged : 0)
    }
  }

  /// The open bits that make sense beside these ends.
  private static func opens(_ has: UInt8) -> UInt8 {
    (has & Flags.hasLow != 0 ? Flags.lowOpen : 0) | (has & Flags.hasHigh != 0 ? Flags.highOpen : 0)
  }

  // MARK: One side

  static func negate(_ a: MeasureColumn) throws(NumberOverflow) -> MeasureColumn {
    var result = a
    result.low = try negated(a.high)
    result.high = a.isExact ? result.low : try negated(a.low)
    result.flags = a.flags.map(mirrored)
    result.text = nil
    result.worded = nil
    return result
  }

  private static func negated(_ numbers: Numerators) throws(NumberOverflow) -> Numerators {
    var holdsLeast = false
    let negative = numbers.map { value in
      holdsLeast = holdsLeast || value == .min
      return 0 &- value
    }
    if holdsLeast { throw NumberOverflow() }
    return Numerators(negative)
  }

  /// Each end by a function of it, monotone and rising.
  static func mapEnds(_ a: MeasureColumn, units: [String]? = nil, _ change: (ExactNumber, Int) -> ExactNumber?)
    throws(NumberOverflow) -> MeasureColumn
  {
    var rows = Rows()
    for row in (0..<a.count).untilStopped {
      guard a.isValid(row) else {
        rows.appendMissing()
        continue
      }
      guard let low = change(try end(a.low[row], a), row), let high = change(try end(a.high[row], a), row) else {
        throw NumberOverflow()
      }
      rows.append(low, high, a.flags(row))
    }
    return try rows.column(a.kind, units: units ?? a.units, codes: units == nil ? a.unitCodes : [])
  }

  /// Flags of x seen in a mirror: low and high change places.
  static func mirrored(_ flags: UInt8) -> UInt8 {
    (flags & (Flags.hasLow | Flags.lowOpen)) << 2 | (flags & (Flags.hasHigh | Flags.highOpen)) >> 2 | flags
      & (Flags.hedged | Flags.change)
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

  private static func scaled(_ value: Int128, _ column: MeasureColumn, _ factor: ExactNumber) throws(NumberOverflow)
    -> ExactNumber
  {
    let number = try end(value, column)
    if factor == .one { return number }
    guard let result = number.multiplied(by: factor) else { throw NumberOverflow() }
    return result
  }

  private static func quotient(_ a: ExactNumber, _ b: ExactNumber) -> ExactNumber? {
    a.divided(by: b)?.roundedToEighteenDigits()
  }
}
