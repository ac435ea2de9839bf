import IbidColumns
import IbidTypes

// Null rule: a missing row stays missing; what it holds may be anything.

/// An exact column of one unit and one value for all rows: whole-number work, without a fraction a row.
///
/// nil where a result does not fit over one denominator made of both; the way row by row then finds out whether it fits at
/// all.
extension MeasureArithmetic {
  /// `a * factor`.
  static func multiplied(_ a: MeasureColumn, by factor: ExactNumber) -> MeasureColumn? {
    guard a.isExact else { return nil }
    let divisor = commonDivisor(factor.numerator, a.denominator)
    let (denominator, overflow) = (a.denominator / divisor).multipliedReportingOverflow(by: factor.denominator)
    guard !overflow, let values = numbers(a.low, times: factor.numerator / divisor, plus: 0) else { return nil }
    return column(like: a, values, over: denominator, unit: nil)
  }

  /// `a + b` or `a - b`, where one of them is a constant.
  static func sum(_ a: MeasureColumn, _ b: MeasureColumn, subtracting: Bool, resultUnit: String?) -> MeasureColumn? {
    guard a.isExact, b.isExact, a.unitCodes.isEmpty, b.unitCodes.isEmpty, a.units[0] == b.units[0],
      (a.count == 1) != (b.count == 1)
    else { return nil }
    let (rows, constant) = a.count == 1 ? (b, a) : (a, b)
    let divisor = commonDivisor(rows.denominator, constant.denominator)
    let (common, overflow) = rows.denominator.multipliedReportingOverflow(by: constant.denominator / divisor)
    guard !overflow, constant.isValid(0) else { return nil }
    let (value, isTooLarge) = constant.low[0].multipliedReportingOverflow(by: common / constant.denominator)
    guard !isTooLarge, value != .min else { return nil }
    let factor = common / rows.denominator
    let values = numbers(
      rows.low, times: subtracting && a.count == 1 ? -factor : factor,
      plus: subtracting && a.count != 1 ? -value : value
    )
    return values.flatMap { column(like: rows, $0, over: common, unit: resultUnit ?? a.units[0]) }
  }

  private static func numbers(_ ends: Numerators, times factor: Int128, plus constant: Int128) -> [Int128]? {
    var overflowed = false
    let result = [Int128](capacity: ends.count) { output in
      for row in (0..<ends.count).untilStopped {
        let (product, o1) = ends[row].multipliedReportingOverflow(by: factor)
        let (sum, o2) = product.addingReportingOverflow(constant)
        overflowed = overflowed || o1 || o2
        output.append(sum)
      }
    }
    return overflowed || result.count < ends.count ? nil : result
  }

  /// Over the least denominator that holds all of the numbers.
  private static func column(like a: MeasureColumn, _ values: [Int128], over denominator: Int128, unit: String?)
    -> MeasureColumn
  {
    var divisor = denominator
    for value in values {
      if divisor == 1 { break }
      divisor = commonDivisor(value, divisor)
    }
    let numbers = Numerators(divisor == 1 ? values : values.map { $0 / divisor })
    return MeasureColumn(
      kind: a.kind, denominator: denominator / divisor, low: numbers, high: numbers,
      units: unit.map { [$0] } ?? a.units,
      unitCodes: unit == nil ? a.unitCodes : [], validity: a.validity)
  }

  private static func commonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    Int128(ExactNumber.greatestCommonDivisor(a.magnitude, b.magnitude))
  }
}
