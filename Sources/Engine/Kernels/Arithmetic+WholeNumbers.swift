import IbidColumns
import IbidTypes

// Null rule: a missing row stays missing; what it holds may be anything.

/// Columns of one unit as whole-number work on their ends, without a fraction a row.
///
///     low   [30_000_000, 24_000] / 100     × 1.5 =     low   [90_000_000, 72_000] / 200
///
/// nil where a result does not fit over one denominator, and for what only the way row by row can do; that one then finds
/// out whether it fits at all. All loops are by all threads.
extension MeasureArithmetic {
  // MARK: Sums

  /// `a + b` or `a - b`.
  static func sum(_ a: MeasureColumn, _ b: MeasureColumn, subtracting: Bool, count: Int, resultUnit: String?)
    -> MeasureColumn?
  {
    guard let scale = Scale(a, b), let validity = validity(a, b, count: count) else { return nil }
    let q = subtracting ? -scale.b : scale.b
    func ends(_ x: Numerators, _ y: Numerators) -> Numerators? { .sum(x, scale.a, y, q, count: count) }
    let isExact = a.isExact && b.isExact
    guard let low = ends(a.low, subtracting ? b.high : b.low),
      let high = isExact ? low : ends(a.high, subtracting ? b.low : b.high)
    else { return nil }
    let (x, y) = (a.flags, subtracting ? map(b.flags, mirrored) : b.flags)
    let (xStep, yStep) = (x.count == count ? 1 : 0, y.count == count ? 1 : 0)
    let flags =
      isExact
      ? []
      : [UInt8](morsels: count, filler: 0) { rows, flags in
        for row in rows {
          flags[row] = combined(
            x.isEmpty ? Flags.point : x[row &* xStep], y.isEmpty ? Flags.point : y[row &* yStep])
        }
      }
    return MeasureColumn(
      kind: a.kind, denominator: scale.denominator, low: low, high: high, flags: flags,
      units: [resultUnit ?? a.units[0]],
      validity: validity.bitmap
    ).reduced(if: scale.denominator > max(a.denominator, b.denominator))
  }

  /// Two columns of one unit each over one denominator.
  private struct Scale {
    let denominator: Int128
    /// What the numerators of each are multiplied by.
    let a: Int128
    let b: Int128

    /// nil where the units do not compare or no denominator fits.
    init?(_ a: MeasureColumn, _ b: MeasureColumn) {
      guard a.unitCodes.isEmpty, b.unitCodes.isEmpty, let factor = Unit.factor(from: b.units[0], to: a.units[0]) else {
        return nil
      }
      let (bottom, o1) = b.denominator.multipliedReportingOverflow(by: factor.denominator)
      if o1 { return nil }
      let divisor = commonDivisor(a.denominator, bottom)
      let (common, o2) = a.denominator.multipliedReportingOverflow(by: bottom / divisor)
      if o2 { return nil }
      let (b, o3) = (common / bottom).multipliedReportingOverflow(by: factor.numerator)
      if o3 || b == .min { return nil }
      (denominator, self.a, self.b) = (common, common / a.denominator, b)
    }
  }

  private struct BothValid { var bitmap: Bitmap? }

  /// Which rows have both; nil where a side that stands for all rows is missing.
  private static func validity(_ a: MeasureColumn, _ b: MeasureColumn, count: Int) -> BothValid? {
    var bitmap: Bitmap?
    for column in [a, b] {
      if column.count == count {
        bitmap = bothValid(bitmap, column.validity)
      } else if !column.isValid(0) {
        return nil
      }
    }
    return BothValid(bitmap: bitmap)
  }

  // MARK: Products

  /// `a * factor`.
  static func multiplied(_ a: MeasureColumn, by factor: ExactNumber) -> MeasureColumn? {
    let divisor = commonDivisor(factor.numerator, a.denominator)
    let (denominator, overflow) = (a.denominator / divisor).multipliedReportingOverflow(by: factor.denominator)
    if overflow { return nil }
    let steps = factor.numerator / divisor
    return ends(of: a, over: denominator, isNegative: steps < 0, isZero: steps == 0) { $0.times(steps) }
  }

  /// `a * factors`, row by row, of factors that are decimals of a few digits.
  static func multiplied(_ a: MeasureColumn, by factors: FixedColumn<Double>, count: Int) -> MeasureColumn? {
    guard factors.count == count, a.count == count || a.unitCodes.isEmpty && a.isValid(0),
      let decimals = Decimals(factors.values), let numbers = decimals.numbers,
      a.isExact || !numbers.contains(where: { $0 <= 0 })
    else { return nil }
    let (denominator, overflow) = a.denominator.multipliedReportingOverflow(by: decimals.denominator)
    if overflow { return nil }
    guard let low = a.low.times(numbers, count: count), let high = a.isExact ? low : a.high.times(numbers, count: count)
    else { return nil }
    let flags = a.isExact || a.count == count ? a.flags : [UInt8](all: a.flags[0], count: count)
    return MeasureColumn(
      kind: a.kind, denominator: denominator, low: low, high: high, flags: flags, units: a.units,
      unitCodes: a.unitCodes,
      validity: bothValid(a.count == count ? a.validity : nil, factors.validity)
    ).reduced(if: denominator > a.denominator)
  }

  /// Both ends of all rows by a function that rises, or falls if it is negative.
  private static func ends(
    of a: MeasureColumn, over denominator: Int128, isNegative: Bool, isZero: Bool = false,
    _ change: (Numerators) -> Numerators?
  ) -> MeasureColumn? {
    let isExact = a.isExact || isZero
    guard let low = change(isNegative ? a.high : a.low),
      let high = isExact ? low : change(isNegative ? a.low : a.high)
    else { return nil }
    return MeasureColumn(
      kind: a.kind, denominator: denominator, low: low, high: high,
      flags: isExact ? [] : isNegative ? map(a.flags, mirrored) : a.flags,
      units: a.units, unitCodes: a.unitCodes, validity: a.validity
    ).reduced(if: denominator > a.denominator)
  }

  // MARK: Quotients

  /// `a / divisor`, rounded at 18 significant digits.
  static func divided(_ a: MeasureColumn, by divisor: ExactNumber) -> MeasureColumn? {
    guard divisor != .zero, let rounding = Quotients(a.denominator, divisor) else { return nil }
    if let steps = rounding.exactSteps(upTo: max(a.low.bound, a.high.bound)) {
      return ends(of: a, over: rounding.bottom, isNegative: divisor.isNegative) { $0.times(steps) }
    }
    return ends(of: a, over: Quotients.most, isNegative: divisor.isNegative) { rounding.rounded($0) }
  }

  /// `a / b` of one unit, a plain number, where `b` is one exact amount.
  static func quotients(_ a: MeasureColumn, _ b: MeasureColumn, count: Int) -> MeasureColumn? {
    guard a.count == count, b.count == 1, b.isExact, b.isValid(0), a.unitCodes.isEmpty, b.unitCodes.isEmpty,
      let factor = Unit.factor(from: b.units[0], to: a.units[0]),
      let divisor = ExactNumber(b.low[0], over: b.denominator)?.multiplied(by: factor),
      let result = divided(a, by: divisor)
    else { return nil }
    // What it was is no longer of interest, nor where an end lies that is not there.
    return MeasureColumn(
      kind: .quantity, denominator: result.denominator, low: result.low, high: result.high,
      flags: map(result.flags) { $0 & ~Flags.change & (opens($0) | ~(Flags.lowOpen | Flags.highOpen)) },
      units: [""], validity: result.validity)
  }

  /// All numerators of a column over a divisor.
  private struct Quotients {
    /// `numerator * top / bottom` is the quotient.
    let top: Int128
    let bottom: Int128
    /// What of `bottom` no power of ten has: the quotient ends only if the numerator has it.
    private let rest: UInt128
    private static let powers: [UInt128] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
    /// What quotients stand over that are rounded.
    static let most = Int128(powers[18])

    init?(_ denominator: Int128, _ divisor: ExactNumber) {
      let shared = commonDivisor(divisor.denominator, denominator)
      let (bottom, overflow) = (denominator / shared).multipliedReportingOverflow(
        by: divisor.numerator.magnitude.signed)
      guard !overflow, bottom > 0 else { return nil }
      top = divisor.denominator / shared * (divisor.isNegative ? -1 : 1)
      self.bottom = bottom
      var rest = bottom.magnitude
      for prime in [2, 5] as [UInt128] { while rest % prime == 0 { rest /= prime } }
      self.rest = rest
    }

    /// What to multiply numerators by that are not greater, if no quotient needs to be rounded.
    func exactSteps(upTo bound: UInt128) -> Int128? {
      let (most, overflow) = bound.multipliedReportingOverflow(by: top.magnitude)
      let places = rest == 1 ? ExactNumber(1, over: bottom)?.decimalPlaces : nil
      return !overflow && most < Self.powers[18] && (places ?? .max) <= 18 ? top : nil
    }

    /// Quotients over `most`.
    func rounded(_ numerators: Numerators) -> Numerators? {
      let (top, bottom, divisor, rest, powers) = (top, bottom, bottom.magnitude, rest, Self.powers)
      return Numerators.each(of: numerators.count, filler: Int128(0)) { row in
        let (product, o1) = numerators[row].multipliedReportingOverflow(by: top)
        let magnitude = product.magnitude
        let whole = magnitude / divisor
        var digits = 0
        while digits < 18, whole >= powers[digits] { digits &+= 1 }
        let (shifted, o2) = magnitude.multipliedReportingOverflow(by: powers[18 &- digits])
        if o1 || o2 { return (0, true) }
        var (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: divisor)
        if remainder != 0, magnitude % rest == 0 {
          // It ends, if late; it may have so few digits that it stays as it is.
          guard let exact = ExactNumber(product, over: bottom)?.roundedToEighteenDigits() else { return (0, true) }
          return exact.numerator.multipliedReportingOverflow(by: Self.most / exact.denominator)
        }
        let twice = remainder &* 2
        if twice > divisor || twice == divisor && quotient & 1 != 0 { quotient &+= 1 }
        let (value, o3) = quotient.multipliedReportingOverflow(by: powers[digits])
        guard !o3, let signed = Int128(exactly: value) else { return (0, true) }
        return (product < 0 ? -signed : signed, false)
      }.map { Numerators($0) }
    }
  }

  // MARK: Shared

  static func map(_ flags: [UInt8], _ change: (UInt8) -> UInt8) -> [UInt8] {
    if flags.isEmpty { return [] }
    let changed = (0...UInt8.max).map(change)
    return [UInt8](morsels: flags.count, filler: 0) { rows, output in
      for row in rows { output[row] = changed[Int(flags[row])] }
    }
  }

  fileprivate static func commonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    Int128(ExactNumber.greatestCommonDivisor(a.magnitude, b.magnitude))
  }
}

extension MeasureColumn {
  /// Over the least denominator that holds all numbers, if it is to be looked for.
  func reduced(if isWanted: Bool = true) -> MeasureColumn {
    guard isWanted else { return self }
    var divisor = low.commonDivisor(denominator)
    if !isExact, divisor != 1 { divisor = high.commonDivisor(divisor) }
    if divisor == 1 { return self }
    let low = low.divided(by: divisor)
    return MeasureColumn(
      kind: kind, denominator: denominator / divisor, low: low, high: isExact ? low : high.divided(by: divisor),
      flags: flags, units: units, unitCodes: unitCodes, text: text, worded: worded, validity: validity)
  }
}

extension UInt128 {
  /// As a number with a sign; 0 if it does not fit, which no denominator is.
  fileprivate var signed: Int128 { Int128(exactly: self) ?? 0 }
}
