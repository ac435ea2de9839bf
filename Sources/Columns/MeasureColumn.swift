package import IbidTypes

/// Money, quantities or durations: intervals of exact numbers as struct of arrays.
///
/// Row `i` lies between `low[i] / denominator` and `high[i] / denominator`; one denominator serves the column, so
/// comparing and adding rows is integer work. `flags` says which ends are there and open, and is empty while every row
/// is one exact point: then `low` and `high` are the same buffer.
///
///     low   [30_000_000, 24_000, …]      flags [hasLow|lowOpen, hasLow|hasHigh, …]
///     high  [         0, 24_000, …]      unitCodes [0, 1, …] → units ["GBP", "EUR"]
@usableFromInline
package struct MeasureColumn: Sendable {
  /// Computed, so that loops of other modules have them as constants.
  @usableFromInline
  package struct Flags {
    @inlinable package static var hasLow: UInt8 { 1 }
    @inlinable package static var lowOpen: UInt8 { 2 }
    @inlinable package static var hasHigh: UInt8 { 4 }
    @inlinable package static var highOpen: UInt8 { 8 }
    @inlinable package static var hedged: UInt8 { 16 }
    @inlinable package static var change: UInt8 { 32 }
    /// Both ends there, closed, not hedged.
    @inlinable package static var point: UInt8 { hasLow | hasHigh }
    /// What decides identity; `change` is a matter of print.
    @inlinable package static var identity: UInt8 { 31 }
  }

  package var kind: MeasureKind
  package var denominator: Int128 { didSet { packed = nil } }
  package var low: Numerators { didSet { packed = nil } }
  package var high: Numerators { didSet { packed = nil } }
  package var flags: [UInt8] { didSet { packed = nil } }
  /// Distinct unit words (currency codes for money).
  package var units: [String]
  /// Code into `units` per row; empty if every row has `units[0]`.
  package var unitCodes: [Int32] { didSet { packed = nil } }
  package var text: TextColumn?
  package var worded: TextColumn?
  package var validity: Bitmap? { didSet { packed = nil } }
  /// The same in fewer bytes; columns of tables may have it.
  package internal(set) var packed: PackedMeasures?

  package init(
    kind: MeasureKind, denominator: Int128, low: Numerators, high: Numerators, flags: [UInt8] = [], units: [String],
    unitCodes: [Int32] = [], text: TextColumn? = nil, worded: TextColumn? = nil, validity: Bitmap? = nil
  ) {
    self.kind = kind
    self.denominator = denominator
    self.low = low
    self.high = high
    self.flags = flags
    self.units = units.isEmpty ? [""] : units
    self.unitCodes = unitCodes
    self.text = text
    self.worded = worded
    self.validity = validity
  }

  package var count: Int { low.count }
  /// Every row that is there is one point without a hedge.
  package var isExact: Bool { flags.isEmpty }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package func flags(_ row: Int) -> UInt8 { flags.isEmpty ? Flags.point : flags[row] }
  package func unit(_ row: Int) -> String { unitCodes.isEmpty ? units[0] : units[Int(unitCodes[row])] }

  package subscript(row: Int) -> Measure? {
    guard isValid(row) else { return nil }
    let flags = flags(row)
    return Measure(
      low: flags & Flags.hasLow != 0 ? ExactNumber(low[row], over: denominator) : nil,
      high: flags & Flags.hasHigh != 0 ? ExactNumber(high[row], over: denominator) : nil,
      isLowOpen: flags & Flags.lowOpen != 0, isHighOpen: flags & Flags.highOpen != 0,
      isHedged: flags & Flags.hedged != 0, isChange: flags & Flags.change != 0, unit: unit(row), text: text?[row],
      worded: worded?[row])
  }

  package func checkInvariants() {
    assert(denominator > 0)
    assert(high.count == count && (flags.isEmpty || flags.count == count))
    assert(unitCodes.isEmpty || unitCodes.count == count)
    assert(unitCodes.allSatisfy { units.indices.contains(Int($0)) })
  }
}

/// A number that 128 bits cannot hold.
package struct NumberOverflow: Error, Equatable { package init() {} }

extension MeasureColumn {
  /// A column from exact numbers: finds the denominator that holds them all.
  ///
  /// Ends that `flags` does not have are ignored. Throws `NumberOverflow` if no common denominator fits, and where the run
  /// was stopped.
  package init(
    kind: MeasureKind, low: [ExactNumber], high: [ExactNumber], flags: [UInt8], units: [String],
    unitCodes: [Int32] = [],
    text: TextColumn? = nil, worded: TextColumn? = nil, validity: Bitmap? = nil
  ) throws(NumberOverflow) {
    var common = UInt128(1)
    for ends in [low, high] {
      for row in ends.indices.untilStopped where common % ends[row].denominator.magnitude != 0 {
        let bottom = ends[row].denominator.magnitude
        let (wider, overflow) = common.multipliedReportingOverflow(
          by: bottom / ExactNumber.greatestCommonDivisor(common, bottom))
        if overflow || wider > UInt128(Int128.max) { throw NumberOverflow() }
        common = wider
      }
    }
    let denominator = Int128(common)
    func scaled(_ ends: [ExactNumber]) throws(NumberOverflow) -> Numerators {
      var overflowed = false
      let values = [Int128](capacity: ends.count) { output in
        for row in ends.indices.untilStopped {
          let (value, overflow) = ends[row].numerator.multipliedReportingOverflow(
            by: denominator / ends[row].denominator)
          overflowed = overflowed || overflow
          output.append(value)
        }
      }
      if overflowed || values.count < ends.count { throw NumberOverflow() }
      return Numerators(values)
    }
    let isExact = flags.allSatisfy { $0 == Flags.point } && low == high
    let lows = try scaled(low)
    self.init(
      kind: kind, denominator: denominator, low: lows, high: isExact ? lows : try scaled(high),
      flags: isExact ? [] : flags,
      units: units, unitCodes: units.count > 1 ? unitCodes : [], text: text, worded: worded, validity: validity)
  }
}

/// Collects measures, words and all, into a column.
package struct MeasureColumnBuilder {
  private let kind: MeasureKind
  private var values: [Measure?]

  package init(kind: MeasureKind, _ values: [Measure?] = []) {
    self.kind = kind
    self.values = values
  }

  package mutating func append(_ value: Measure?) { values.append(value) }

  /// Throws `NumberOverflow` if no common denominator fits, and where the run was stopped.
  package consuming func finish() throws(NumberOverflow) -> MeasureColumn {
    var units = [String]()
    var unitCode: [String: Int32] = [:]
    var codes: [Int32] = []
    var valid = Bitmap(repeating: true, count: 0)
    var (low, high): ([ExactNumber], [ExactNumber]) = ([], [])
    var flags: [UInt8] = []
    var (texts, worded) = (RareTexts(rows: values.count), RareTexts(rows: values.count))
    low.reserveCapacity(values.count)
    high.reserveCapacity(values.count)
    flags.reserveCapacity(values.count)
    codes.reserveCapacity(values.count)
    // Once over the values, each of which holds three texts.
    for row in values.indices.untilStopped {
      let unit: String
      if let value = values[row] {
        low.append(value.low ?? .zero)
        high.append(value.high ?? .zero)
        flags.append(Self.flags(of: value))
        valid.append(true)
        texts.append(value.text)
        worded.append(value.worded)
        unit = value.unit
      } else {
        low.append(.zero)
        high.append(.zero)
        flags.append(MeasureColumn.Flags.point)
        valid.append(false)
        texts.append(nil)
        worded.append(nil)
        unit = units.first ?? ""
      }
      // Most rows have the unit of the row before.
      if let last = codes.last, units[Int(last)] == unit {
        codes.append(last)
      } else if let code = unitCode[unit] {
        codes.append(code)
      } else {
        codes.append(Int32(units.count))
        unitCode[unit] = Int32(units.count)
        units.append(unit)
      }
    }
    if codes.count < values.count { throw NumberOverflow() }
    return try MeasureColumn(
      kind: kind, low: low, high: high, flags: flags, units: units, unitCodes: codes,
      text: texts.finish(), worded: worded.finish(), validity: valid.isAllTrue ? nil : valid)
  }

  package static func flags(of value: Measure) -> UInt8 {
    (value.low != nil ? MeasureColumn.Flags.hasLow : 0) | (value.isLowOpen ? MeasureColumn.Flags.lowOpen : 0)
      | (value.high != nil ? MeasureColumn.Flags.hasHigh : 0) | (value.isHighOpen ? MeasureColumn.Flags.highOpen : 0)
      | (value.isHedged ? MeasureColumn.Flags.hedged : 0) | (value.isChange ? MeasureColumn.Flags.change : 0)
  }
}
