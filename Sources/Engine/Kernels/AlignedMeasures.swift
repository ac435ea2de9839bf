import IbidColumns
import IbidTypes

/// Two measure columns in one scale, so that their numbers compare as integers.
///
/// Every unit has a class (currencies and words of their own one each, lengths one, times one …) and a factor to the
/// class's base. Numbers are multiplied into the base over one denominator for both columns. When both columns have the
/// same single unit and denominator, the buffers are used as they are.
struct AlignedMeasures {
  struct Side {
    var low: Numerators
    var high: Numerators
    var flags: [UInt8]
    /// Class per row; empty: `unitClass` for all.
    var classes: [Int32]
    var unitClass: Int32
    var validity: Bitmap?
    var isConstant: Bool
    /// The twin of a column whose numbers are used as they are.
    var packed: PackedMeasures?

    var isExact: Bool { flags.isEmpty }
    func flags(_ row: Int) -> UInt8 { flags.isEmpty ? MeasureColumn.Flags.point : flags[row] }
    func unitClass(_ row: Int) -> Int32 { classes.isEmpty ? unitClass : classes[row] }
  }

  let a: Side
  let b: Side
  /// One for both sides.
  let denominator: Int128

  /// nil if a common scale does not fit in 128 bits.
  init?(_ left: MeasureColumn, _ right: MeasureColumn, leftIsConstant: Bool = false, rightIsConstant: Bool = false) {
    if left.unitCodes.isEmpty, right.unitCodes.isEmpty, left.units[0] == right.units[0],
      left.denominator == right.denominator
    {
      a = Side(
        left, low: left.low, high: left.high, classes: [], unitClass: 0, isConstant: leftIsConstant, packed: left.packed
      )
      b = Side(
        right, low: right.low, high: right.high, classes: [], unitClass: 0, isConstant: rightIsConstant,
        packed: right.packed)
      denominator = left.denominator
      return
    }
    // Classes and base factors of every unit word on either side.
    var classes: [String: Int32] = [:]
    func unitClass(_ word: String) -> Int32 {
      let key = Unit.named(word).map { "\u{1}\($0.kind)" } ?? word
      if let known = classes[key] { return known }
      classes[key] = Int32(classes.count)
      return Int32(classes.count - 1)
    }
    let isSameUnit = left.units == right.units && left.units.count == 1
    func factor(_ word: String) -> ExactNumber { isSameUnit ? .one : Unit.named(word)?.factor ?? .one }
    let leftClasses = left.units.map(unitClass)
    let rightClasses = right.units.map(unitClass)
    var common = UInt128(1)
    for (column, units) in [(left, left.units), (right, right.units)] {
      for unit in units {
        let (product, overflow) = column.denominator.magnitude.multipliedReportingOverflow(
          by: factor(unit).denominator.magnitude)
        let (wider, overflow2) = common.multipliedReportingOverflow(
          by: product / ExactNumber.greatestCommonDivisor(common, product))
        if overflow || overflow2 || wider > UInt128(Int128.max) { return nil }
        common = wider
      }
    }
    denominator = Int128(common)
    func multipliers(_ column: MeasureColumn) -> [Int128]? {
      var result: [Int128] = []
      for unit in column.units {
        let f = factor(unit)
        let (value, overflow) = (Int128(common) / (column.denominator * f.denominator)).multipliedReportingOverflow(
          by: f.numerator)
        if overflow { return nil }
        result.append(value)
      }
      return result
    }
    guard let leftMultipliers = multipliers(left), let rightMultipliers = multipliers(right),
      let leftLow = Self.scaled(left.low, left.unitCodes, leftMultipliers),
      let rightLow = Self.scaled(right.low, right.unitCodes, rightMultipliers),
      let leftHigh = left.isExact ? leftLow : Self.scaled(left.high, left.unitCodes, leftMultipliers),
      let rightHigh = right.isExact ? rightLow : Self.scaled(right.high, right.unitCodes, rightMultipliers)
    else { return nil }
    a = Side(
      left, low: leftLow, high: leftHigh,
      classes: left.unitCodes.isEmpty ? [] : left.unitCodes.map { leftClasses[Int($0)] },
      unitClass: leftClasses[0], isConstant: leftIsConstant, packed: leftMultipliers[0] == 1 ? left.packed : nil)
    b = Side(
      right, low: rightLow, high: rightHigh,
      classes: right.unitCodes.isEmpty ? [] : right.unitCodes.map { rightClasses[Int($0)] },
      unitClass: rightClasses[0], isConstant: rightIsConstant, packed: rightMultipliers[0] == 1 ? right.packed : nil)
  }

  /// One column in its own base scale; nil if it does not fit.
  static func normalized(_ column: MeasureColumn) -> Side? {
    let empty = MeasureColumn(
      kind: column.kind, denominator: column.denominator, low: [], high: [], units: [column.units[0]])
    return AlignedMeasures(column, empty)?.a
  }

  private static func scaled(_ values: Numerators, _ codes: [Int32], _ multipliers: [Int128]) -> Numerators? {
    if codes.isEmpty, multipliers[0] == 1 { return values }
    var overflowed = false
    let result = [Int128](capacity: values.count) { output in
      for row in values.indices {
        let (value, overflow) = values[row].multipliedReportingOverflow(
          by: codes.isEmpty ? multipliers[0] : multipliers[Int(codes[row])])
        overflowed = overflowed || overflow
        output.append(value)
      }
    }
    return overflowed ? nil : Numerators(result)
  }
}

extension AlignedMeasures.Side {
  fileprivate init(
    _ column: MeasureColumn, low: Numerators, high: Numerators, classes: [Int32], unitClass: Int32, isConstant: Bool,
    packed: PackedMeasures?
  ) {
    self.init(
      low: low, high: high, flags: column.flags, classes: classes, unitClass: unitClass, validity: column.validity,
      isConstant: isConstant, packed: packed)
  }
}
