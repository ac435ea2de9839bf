import IbidColumns
import IbidTypes

// Null rule: a missing row stays missing; what it holds may be anything.

/// Amounts brought to fewer digits, or to one side of zero.
extension MeasureArithmetic {
  /// Each end rounded half to even to decimal places; an open end is closed, as what lies near it may round to it.
  ///
  /// What is above 2.346 rounds to 2.35 or more. Above 2.345, in the middle between two, it does so too, though 2.345 itself goes
  /// to the even 2.34.
  static func rounded(_ a: MeasureColumn, toPlaces places: Int) throws(NumberOverflow) -> MeasureColumn {
    if let rounded = wholeRounded(a, toPlaces: places) { return rounded }
    return try column(a.kind, units: a.units, codes: a.unitCodes, count: a.count) {
      row throws(NumberOverflow) in
      guard a.isValid(row) else { return nil }
      let flags = a.flags(row)
      let low = try end(a.low[row], a).rounded(toPlaces: places, halves: flags & Flags.lowOpen != 0 ? .up : .toEven)
      let high = try end(a.high[row], a).rounded(
        toPlaces: places, halves: flags & Flags.highOpen != 0 ? .down : .toEven)
      guard let low, let high else { throw NumberOverflow() }
      return RowEnds(low: low, high: high, flags: flags & ~opens)
    }
  }

  private static let opens = Flags.lowOpen | Flags.highOpen

  /// In 64 bits; nil where they do not hold it.
  private static func wholeRounded(_ a: MeasureColumn, toPlaces places: Int) -> MeasureColumn? {
    guard let power = ExactNumber.powerOfTen(places) else { return nil }
    let flags = a.flags
    let closed =
      a.isExact
      ? flags
      : [UInt8](morsels: flags.count, filler: 0) { rows, output in
        for row in rows { output[row] = flags[row] & ~opens }
      }
    // What has no more digits stays as it is.
    if power % a.denominator == 0 {
      return MeasureColumn(
        kind: a.kind, denominator: a.denominator, low: a.low, high: a.high, flags: closed, units: a.units,
        unitCodes: a.unitCodes, validity: a.validity)
    }
    guard let power = Int64(exactly: power), let bottom = Int64(exactly: a.denominator) else { return nil }
    /// `upward` says whither an open end in the middle goes.
    func ends(_ numerators: Numerators, _ open: UInt8, upward: Bool) -> Numerators? {
      guard case .narrow(let values) = numerators else { return nil }
      return Numerators.each(of: values.count, filler: Int64(0)) { row in
        let (product, overflow) = values[row].multipliedReportingOverflow(by: power)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: bottom)
        let (twice, isLarge) = remainder.magnitude.multipliedReportingOverflow(by: 2)
        let isHalf = !isLarge && twice == bottom.magnitude
        let isOpen = !flags.isEmpty && flags[row] & open != 0
        let goesAway =
          isHalf ? (isOpen ? (product < 0) != upward : quotient & 1 != 0) : isLarge || twice > bottom.magnitude
        return (quotient &+ (goesAway ? (product < 0 ? -1 : 1) : 0), overflow)
      }.map { .narrow($0) }
    }
    guard let low = ends(a.low, Flags.lowOpen, upward: true),
      let high = a.isExact ? low : ends(a.high, Flags.highOpen, upward: false)
    else { return nil }
    return MeasureColumn(
      kind: a.kind, denominator: Int128(power), low: low, high: high, flags: closed, units: a.units,
      unitCodes: a.unitCodes, validity: a.validity
    ).reduced(if: Int128(power) > a.denominator)
  }

  /// How far from zero.
  ///
  /// Nothing of it is what was written any more, and none is a fall. Where zero lies between the ends, it reaches from there to
  /// the further one.
  static func absolute(_ a: MeasureColumn) throws(NumberOverflow) -> MeasureColumn {
    if case .narrow(let lows) = a.low, case .narrow(let highs) = a.high, let ends = absolute(lows, highs, a.flags) {
      return column(like: a, .narrow(ends.low), .narrow(ends.high), ends.flags)
    }
    guard let ends = absolute(a.low.widened, a.high.widened, a.flags) else { throw NumberOverflow() }
    return column(like: a, Numerators(ends.low), Numerators(ends.high), ends.flags)
  }

  private static func column(like a: MeasureColumn, _ low: Numerators, _ high: Numerators, _ flags: [UInt8])
    -> MeasureColumn
  {
    MeasureColumn(
      kind: a.kind, denominator: a.denominator, low: low, high: a.isExact ? low : high, flags: flags, units: a.units,
      unitCodes: a.unitCodes, validity: a.validity)
  }

  /// nil where an end has no counterpart. Of exact amounts the low ends alone are made.
  @inline(__always)
  private static func absolute<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable>(
    _ lows: [Number], _ highs: [Number], _ flags: [UInt8]
  ) -> (low: [Number], high: [Number], flags: [UInt8])? {
    if flags.isEmpty {
      return Numerators.each(of: lows.count, filler: 0) { row in
        (lows[row] < 0 ? 0 &- lows[row] : lows[row], lows[row] == .min)
      }.map { ($0, [], []) }
    }
    var (high, kept): ([Number], [UInt8]) = ([], [])
    var low: [Number]?
    high = [Number](apart: lows.count, filler: 0) { high in
      kept = [UInt8](apart: lows.count, filler: 0) { kept in
        low = Numerators.each(of: lows.count, filler: 0) { row in
          let ends = away(lows[row], highs[row], flags[row])
          (high[row], kept[row]) = (ends.high, ends.flags)
          return (ends.low, lows[row] == .min || highs[row] == .min)
        }
      }
    }
    return low.map { ($0, high, kept) }
  }

  /// One amount with bounds.
  @inline(__always)
  private static func away<Number: FixedWidthInteger & SignedInteger>(_ low: Number, _ high: Number, _ flags: UInt8)
    -> (low: Number, high: Number, flags: UInt8)
  {
    let kept = flags & ~Flags.change
    let (hasLow, hasHigh) = (flags & Flags.hasLow != 0, flags & Flags.hasHigh != 0)
    if hasLow, low >= 0 { return (low, high, kept) }
    if hasHigh, high <= 0 { return (0 &- high, 0 &- low, mirrored(kept)) }
    let fromZero = Flags.hasLow | flags & Flags.hedged
    guard hasLow, hasHigh else { return (0, 0, fromZero) }
    let mirror = 0 &- low
    let (isLowOpen, isHighOpen) = (flags & Flags.lowOpen != 0, flags & Flags.highOpen != 0)
    let isOpen = mirror == high ? isLowOpen && isHighOpen : mirror > high ? isLowOpen : isHighOpen
    return (0, Swift.max(mirror, high), fromZero | Flags.hasHigh | (isOpen ? Flags.highOpen : 0))
  }

  /// The multiples of one exact width at or below; missing where an amount is not sure to lie in one bucket.
  ///
  /// nil where 64 bits do not hold it, and for columns of several units.
  static func buckets(_ a: MeasureColumn, width: MeasureColumn) -> MeasureColumn? {
    guard width.count == 1, width.isExact, width.isValid(0), a.unitCodes.isEmpty, width.unitCodes.isEmpty,
      let factor = Unit.factor(from: width.units[0], to: a.units[0]),
      let step = ExactNumber(width.low[0], over: width.denominator)?.multiplied(by: factor), step > .zero
    else { return nil }
    let divisor = Int128(ExactNumber.greatestCommonDivisor(a.denominator.magnitude, step.denominator.magnitude))
    let (denominator, o1) = a.denominator.multipliedReportingOverflow(by: step.denominator / divisor)
    if o1 { return nil }
    let (steps, o2) = step.numerator.multipliedReportingOverflow(by: denominator / step.denominator)
    guard !o2, let steps = Int64(exactly: steps), case .narrow(let lows)? = a.low.times(denominator / a.denominator),
      case .narrow(let highs)? = a.isExact ? .narrow(lows) : a.high.times(denominator / a.denominator)
    else { return nil }
    let starts = Numerators.each(of: a.count, filler: Int64(0)) { row in
      let rest = lows[row] % steps
      return lows[row].subtractingReportingOverflow(rest < 0 ? rest &+ steps : rest)
    }
    guard let starts else { return nil }
    var validity = a.validity
    if !a.isExact {
      let flags = a.flags
      let fits = Bitmap(count: a.count) { range, words in
        for word in range {
          var bits: UInt64 = 0
          for row in word &* 64..<min(word &* 64 &+ 64, starts.count) {
            let hasEnds = flags[row] & Flags.point == Flags.point
            let (room, overflow) = highs[row].subtractingReportingOverflow(starts[row])
            let isWithin =
              !overflow && (room < steps || room == steps && flags[row] & Flags.highOpen != 0 && lows[row] < highs[row])
            bits |= (hasEnds && isWithin ? 1 : 0) &<< UInt64(row & 63)
          }
          words[word] = bits
        }
      }
      if !fits.isAllTrue { validity = bothValid(validity, fits) }
    }
    let numbers = Numerators.narrow(starts)
    return MeasureColumn(
      kind: a.kind, denominator: denominator, low: numbers, high: numbers, units: a.units, validity: validity
    ).reduced(if: denominator > a.denominator)
  }
}
