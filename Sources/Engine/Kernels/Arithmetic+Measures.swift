import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: a missing side makes the result missing, and so do units that do not compare and division by zero.

/// Interval arithmetic, exact; throws `NumberOverflow` where 128 bits do not hold the result.
enum MeasureArithmetic {
  typealias Flags = MeasureColumn.Flags

  /// The ends of a row of a result.
  struct RowEnds {
    var low: ExactNumber
    var high: ExactNumber
    var flags: UInt8
  }

  /// What stands among the flags of a result for a row that is missing.
  private static let missing: UInt8 = 255

  /// A column whose rows `rule` makes one by one, nil where one is missing. By all threads.
  ///
  /// Throws where the run was stopped, too.
  @inline(__always)
  static func column(
    _ kind: MeasureKind, units: [String], codes: [Int32] = [], count: Int,
    _ rule: (Int) throws(NumberOverflow) -> RowEnds?
  ) throws(NumberOverflow) -> MeasureColumn {
    var fit: [Bool] = []
    var (high, flags): ([ExactNumber], [UInt8]) = ([], [])
    let low = [ExactNumber](apart: count, filler: .zero) { low in
      high = [ExactNumber](apart: count, filler: .zero) { high in
        flags = [UInt8](apart: count, filler: Flags.point) { flags in
          fit = Parallel.current.mapMorsels(of: count) { rows in
            // Zero where a row is missing.
            for row in rows { (low[row], high[row], flags[row]) = (.zero, .zero, missing) }
            do {
              for row in rows.untilStopped {
                guard let ends = try rule(row) else { continue }
                (low[row], high[row], flags[row]) = (ends.low, ends.high, ends.flags)
              }
              return true
            } catch { return false }
          }
        }
      }
    }
    if !fit.allSatisfy({ $0 }) || Parallel.isCurrentStopped() { throw NumberOverflow() }
    let validity = Bitmap(count: count) { flags[$0] != missing }
    let own = validity.isAllTrue ? flags : flags.map { $0 == missing ? Flags.point : $0 }
    return try MeasureColumn(
      kind: kind, low: low, high: high, flags: own, units: units, unitCodes: codes,
      validity: validity.isAllTrue ? nil : validity)
  }

  // MARK: Sums

  /// `a + b` or `a - b`; both columns have `count` rows or one.
  static func add(
    _ a: MeasureColumn, _ b: MeasureColumn, subtracting: Bool, count: Int, resultUnit: String?
  ) throws(NumberOverflow) -> MeasureColumn {
    if let sums = sum(a, b, subtracting: subtracting, count: count, resultUnit: resultUnit) { return sums }
    let units = resultUnit.map { [$0] } ?? a.units
    let codes = units.count > 1 ? (0..<count).map { a.unitCodes[a.count == 1 ? 0 : $0] } : []
    return try column(a.kind, units: units, codes: codes, count: count) { row throws(NumberOverflow) in
      let i = a.count == 1 ? 0 : row
      let j = b.count == 1 ? 0 : row
      guard a.isValid(i), b.isValid(j), let factor = Unit.factor(from: b.unit(j), to: a.unit(i)) else { return nil }
      let x = (try end(a.low[i], a), try end(a.high[i], a), a.flags(i))
      var y = (try scaled(b.low[j], b, factor), try scaled(b.high[j], b, factor), b.flags(j))
      if subtracting { y = (y.1.negated, y.0.negated, mirrored(y.2)) }
      guard let low = x.0.adding(y.0), let high = x.1.adding(y.1) else { throw NumberOverflow() }
      return RowEnds(low: low, high: high, flags: combined(x.2, y.2))
    }
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
    if let products = multiplied(a, by: factors, count: count) { return products }
    return try scale(a, factors, count, multiplies: true) { value, factor in value.multiplied(by: factor) }
  }

  /// `a / divisor`; by zero is missing; rounded at 18 significant digits.
  static func divide(_ a: MeasureColumn, by divisors: FixedColumn<Double>, count: Int) throws(NumberOverflow)
    -> MeasureColumn
  {
    if divisors.count == 1, a.count == count, let divisor = divisors[0].flatMap({ ExactNumber(shortestDecimalOf: $0) }),
      let quotients = divided(a, by: divisor)
    {
      return quotients
    }
    return try scale(a, divisors, count, multiplies: false) { value, divisor in
      divisor == .zero ? nil : quotient(value, divisor)
    }
  }

  @inline(__always)
  private static func scale(
    _ a: MeasureColumn, _ factors: FixedColumn<Double>, _ count: Int, multiplies: Bool,
    _ operation: (ExactNumber, ExactNumber) -> ExactNumber?
  ) throws(NumberOverflow) -> MeasureColumn {
    let codes = a.unitCodes.isEmpty ? [] : (0..<count).map { a.unitCodes[a.count == 1 ? 0 : $0] }
    return try column(a.kind, units: a.units, codes: codes, count: count) { row throws(NumberOverflow) in
      let i = a.count == 1 ? 0 : row
      let j = factors.count == 1 ? 0 : row
      guard a.isValid(i), let value = factors[j], let factor = ExactNumber(shortestDecimalOf: value) else { return nil }
      // Zero times anything is zero, whatever the bounds.
      if value == 0, multiplies { return RowEnds(low: .zero, high: .zero, flags: Flags.point) }
      guard let low = operation(try end(a.low[i], a), factor),
        let high = a.isExact ? low : operation(try end(a.high[i], a), factor)
      else {
        if value == 0 { return nil }
        throw NumberOverflow()
      }
      return factor.isNegative
        ? RowEnds(low: high, high: low, flags: mirrored(a.flags(i))) : RowEnds(low: low, high: high, flags: a.flags(i))
    }
  }

  /// `a / b` of one unit, a plain number; the divisor's interval must not touch zero.
  static func ratio(_ a: MeasureColumn, _ b: MeasureColumn, count: Int) throws(NumberOverflow) -> MeasureColumn {
    if let quotients = quotients(a, b, count: count) { return quotients }
    return try column(.quantity, units: [""], count: count) { row throws(NumberOverflow) in
      let i = a.count == 1 ? 0 : row
      let j = b.count == 1 ? 0 : row
      guard a.isValid(i), b.isValid(j), let factor = Unit.factor(from: b.unit(j), to: a.unit(i)) else { return nil }
      let x = Ends(try end(a.low[i], a), try end(a.high[i], a), a.flags(i))
      let y = Ends(try scaled(b.low[j], b, factor), try scaled(b.high[j], b, factor), b.flags(j))
      guard let inverse = y.inverse else { return nil }
      let product = try x.multiplied(by: inverse)
      return RowEnds(
        low: (product.low.number ?? .zero).roundedToEighteenDigits(),
        high: (product.high.number ?? .zero).roundedToEighteenDigits(), flags: product.flags)
    }
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
  static func opens(_ has: UInt8) -> UInt8 {
    (has & Flags.hasLow != 0 ? Flags.lowOpen : 0) | (has & Flags.hasHigh != 0 ? Flags.highOpen : 0)
  }

  // MARK: One side

  static func negate(_ a: MeasureColumn) throws(NumberOverflow) -> MeasureColumn {
    guard let low = a.high.times(-1), let high = a.isExact ? low : a.low.times(-1) else { throw NumberOverflow() }
    return MeasureColumn(
      kind: a.kind, denominator: a.denominator, low: low, high: high, flags: map(a.flags, mirrored), units: a.units,
      unitCodes: a.unitCodes, validity: a.validity)
  }

  /// Each end by a function of it, monotone and rising.
  @inline(__always)
  static func mapEnds(_ a: MeasureColumn, units: [String]? = nil, _ change: (ExactNumber, Int) -> ExactNumber?)
    throws(NumberOverflow) -> MeasureColumn
  {
    try column(a.kind, units: units ?? a.units, codes: units == nil ? a.unitCodes : [], count: a.count) {
      row throws(NumberOverflow) in
      guard a.isValid(row) else { return nil }
      guard let low = change(try end(a.low[row], a), row), let high = change(try end(a.high[row], a), row) else {
        throw NumberOverflow()
      }
      return RowEnds(low: low, high: high, flags: a.flags(row))
    }
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
