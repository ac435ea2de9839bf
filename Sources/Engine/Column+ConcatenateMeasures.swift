import IbidColumns
import IbidTypes

extension MeasureColumn {
  /// The rows of this column, then the other's, over one denominator and one list of units.
  ///
  /// Both are of one kind. nil if 128 bits cannot hold the numbers over a common denominator.
  func concatenated(with other: MeasureColumn, validity: Bitmap?) -> MeasureColumn? {
    let divisor = ExactNumber.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude)
    let (common, overflow) = denominator.multipliedReportingOverflow(
      by: Int128(other.denominator.magnitude / max(divisor, 1)))
    guard !overflow, let left = scaled(by: common / denominator),
      let right = other.scaled(by: common / other.denominator)
    else { return nil }
    var units = self.units
    let codes = other.units.map { unit in
      if let known = units.firstIndex(of: unit) { return Int32(known) }
      units.append(unit)
      return Int32(units.count - 1)
    }
    let isExact = self.isExact && other.isExact
    let low = left.low + right.low
    return MeasureColumn(
      kind: kind, denominator: common, low: low, high: isExact ? low : left.high + right.high,
      flags: isExact ? [] : paddedFlags + other.paddedFlags, units: units,
      unitCodes: units.count == 1 ? [] : paddedCodes + other.paddedCodes.map { codes[Int($0)] },
      text: .concatenated(text, count, other.text, other.count),
      worded: .concatenated(worded, count, other.worded, other.count), validity: validity)
  }

  /// Both ends times a factor; nil if an end that is there grows too large.
  private func scaled(by factor: Int128) -> (low: Numerators, high: Numerators)? {
    if factor == 1 { return (low, high) }
    guard let low = scaled(low, by: factor, Flags.hasLow) else { return nil }
    return isExact ? (low, low) : scaled(high, by: factor, Flags.hasHigh).map { (low, $0) }
  }

  private func scaled(_ ends: Numerators, by factor: Int128, _ has: UInt8) -> Numerators? {
    var overflowed = false
    let result = [Int128](capacity: ends.count) { output in
      for row in ends.indices {
        let (value, overflow) = ends[row].multipliedReportingOverflow(by: factor)
        // What a missing row or end holds means nothing.
        if overflow, isValid(row), flags(row) & has != 0 { overflowed = true }
        output.append(value)
      }
    }
    return overflowed ? nil : Numerators(result)
  }

  private var paddedFlags: [UInt8] { flags.isEmpty ? [UInt8](repeating: Flags.point, count: count) : flags }
  private var paddedCodes: [Int32] { unitCodes.isEmpty ? [Int32](repeating: 0, count: count) : unitCodes }
}
