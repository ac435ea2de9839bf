import IbidColumns
import IbidTypes

extension ColumnAssembly {
  /// Money, quantities or durations over one denominator, the least that holds them all.
  ///
  /// Throws if there is none.
  func measures(_ pieces: [ColumnPiece], _ starts: Starts, _ validity: Bitmap?) throws(FormatError) -> MeasureColumn {
    do throws(NumberOverflow) {
      return try exactMeasures(pieces, starts, validity)
    } catch {
      throw CellRules.tooLarge(column: plan.name)
    }
  }

  private func exactMeasures(
    _ pieces: [ColumnPiece], _ starts: Starts, _ validity: Bitmap?
  ) throws(NumberOverflow) -> MeasureColumn {
    let denominator = try denominator(pieces)
    let odd = pieces.enumerated().flatMap { number, piece in
      piece.oddMeasures.map { (row: starts.rows[number] + Int($0.row), measure: $0.measure) }
    }
    var low = try plainNumerators(pieces, denominator, starts.rowCount)
    let isExact = odd.allSatisfy {
      MeasureColumnBuilder.flags(of: $0.measure) == MeasureColumn.Flags.point && $0.measure.low == $0.measure.high
    }
    for (row, measure) in odd { low[row] = try scaled(measure.low, denominator) }
    var high = low
    var flags: [UInt8] = []
    if !isExact {
      flags = [UInt8](repeating: MeasureColumn.Flags.point, count: low.count)
      for (row, measure) in odd {
        high[row] = try scaled(measure.high, denominator)
        flags[row] = MeasureColumnBuilder.flags(of: measure)
      }
    }
    let (units, codes) = units(odd, starts.rowCount, validity)
    return MeasureColumn(
      kind: CellRules.measureKind(of: type), denominator: denominator, low: Numerators(low), high: Numerators(high),
      flags: flags, units: units, unitCodes: codes, validity: validity)
  }

  /// The least that makes whole numbers of all.
  private func denominator(_ pieces: [ColumnPiece]) throws(NumberOverflow) -> Int128 {
    var common: UInt128 = 1
    func include(_ bottom: UInt128) throws(NumberOverflow) {
      if common % bottom == 0 { return }
      let (wider, overflow) = common.multipliedReportingOverflow(
        by: bottom / ExactNumber.greatestCommonDivisor(common, bottom))
      if overflow || wider > UInt128(Int128.max) { throw NumberOverflow() }
      common = wider
    }
    for piece in pieces {
      if case .measures(let values, let scale) = piece.values {
        try include(UInt128(scale.magnitude / Self.commonDivisor(values, scale.magnitude)))
      }
      for (_, measure) in piece.oddMeasures {
        for end in [measure.low, measure.high] {
          if let end { try include(end.denominator.magnitude) }
        }
      }
    }
    return Int128(common)
  }

  /// What divides the scale and all numbers.
  private static func commonDivisor(_ values: [Int64], _ scale: UInt64) -> UInt64 {
    var divisor = scale
    for value in values {
      if divisor == 1 { return 1 }
      var (a, b) = (divisor, value.magnitude % divisor)
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    return divisor
  }

  private func plainNumerators(
    _ pieces: [ColumnPiece], _ denominator: Int128, _ rows: Int
  ) throws(NumberOverflow) -> [Int128] {
    var overflowed = false
    let numerators = [Int128](capacity: rows) { output in
      for piece in pieces {
        guard case .measures(let values, let scale) = piece.values else { continue }
        let divisor = Int64(bitPattern: Self.commonDivisor(values, scale.magnitude))
        let factor = denominator / Int128(scale / divisor)
        for value in values {
          let (scaled, overflow) = Int128(value / divisor).multipliedReportingOverflow(by: factor)
          overflowed = overflowed || overflow
          output.append(scaled)
        }
      }
    }
    if overflowed { throw NumberOverflow() }
    return numerators
  }

  private func scaled(_ end: ExactNumber?, _ denominator: Int128) throws(NumberOverflow) -> Int128 {
    guard let end else { return 0 }
    let (value, overflow) = end.numerator.multipliedReportingOverflow(by: denominator / end.denominator)
    if overflow { throw NumberOverflow() }
    return value
  }

  /// The units in the order of their rows, and a code for each row if there are several.
  private func units(
    _ odd: [(row: Int, measure: Measure)], _ rows: Int, _ validity: Bitmap?
  ) -> (units: [String], codes: [Int32]) {
    let plain = CellRules.unit(of: type) ?? ""
    if odd.allSatisfy({ $0.measure.unit == plain }) { return ([plain], []) }
    var units: [String] = []
    var known: [String: Int32] = [:]
    func code(_ unit: String) -> Int32 {
      if let code = known[unit] { return code }
      known[unit] = Int32(truncatingIfNeeded: units.count)
      units.append(unit)
      return Int32(truncatingIfNeeded: units.count - 1)
    }
    var codes = [Int32](repeating: 0, count: rows)
    var next = 0
    for row in 0..<rows where validity?[row] ?? true {
      if next < odd.count, odd[next].row == row {
        codes[row] = code(odd[next].measure.unit)
        next += 1
      } else {
        codes[row] = code(plain)
      }
    }
    return units.count > 1 ? (units, codes) : (units, [])
  }
}
