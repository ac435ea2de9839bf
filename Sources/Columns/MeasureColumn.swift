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
    let denominator = try Self.commonDenominator(low, high)
    func scaled(_ ends: [ExactNumber]) throws(NumberOverflow) -> Numerators {
      var fit: [Bool] = []
      let values = [Int128](apart: ends.count, filler: 0) { values in
        fit = Parallel.current.mapMorsels(of: ends.count) { rows in
          var overflowed = false
          for row in rows {
            let factor = ends[row].denominator == denominator ? 1 : denominator / ends[row].denominator
            let (value, overflow) = ends[row].numerator.multipliedReportingOverflow(by: factor)
            overflowed = overflowed || overflow
            values[row] = value
          }
          return !overflowed
        }
      }
      if !fit.allSatisfy({ $0 }) || Parallel.isCurrentStopped() { throw NumberOverflow() }
      return Numerators(values)
    }
    let isExact = flags.allSatisfy { $0 == Flags.point } && low == high
    let lows = try scaled(low)
    self.init(
      kind: kind, denominator: denominator, low: lows, high: isExact ? lows : try scaled(high),
      flags: isExact ? [] : flags,
      units: units, unitCodes: units.count > 1 ? unitCodes : [], text: text, worded: worded, validity: validity)
  }

  /// The least that all ends can stand over. By all threads.
  private static func commonDenominator(_ low: [ExactNumber], _ high: [ExactNumber]) throws(NumberOverflow) -> Int128 {
    func common(_ a: UInt128, _ b: UInt128) -> UInt128? {
      if a == b || b == 1 { return a }
      let (common, overflow) = a.multipliedReportingOverflow(by: b / ExactNumber.greatestCommonDivisor(a, b))
      return overflow || common > UInt128(Int128.max) ? nil : common
    }
    let parts: [UInt128?] = Parallel.current.mapMorsels(of: low.count) { rows in
      var part: UInt128? = 1
      var last: Int128 = 1
      for row in rows {
        for end in 0..<2 {
          let denominator = end == 0 ? low[row].denominator : high[row].denominator
          if denominator == last { continue }
          last = denominator
          part = part.flatMap { $0 % last.magnitude == 0 ? $0 : common($0, last.magnitude) }
        }
      }
      return part
    }
    let all = parts.reduce(UInt128(1) as UInt128?) { all, part in
      all.flatMap { all in part.flatMap { common(all, $0) } }
    }
    guard let all, !Parallel.isCurrentStopped() else { throw NumberOverflow() }
    return Int128(all)
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
