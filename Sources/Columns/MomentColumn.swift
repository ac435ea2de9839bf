package import IbidTypes

/// Dates or periods: first and last second of each row.
///
/// An end that is not there holds `Int64.min` (low) or `Int64.max` (high); a row with neither end is unresolved. Where all rows
/// are single days, both ends share one buffer of days.
package struct MomentColumn: Sendable {
  package var low: Seconds { didSet { packed = nil } }
  package var high: Seconds { didSet { packed = nil } }
  /// `Grain` raw value per row.
  package var grains: [UInt8]
  package var text: TextColumn?
  package var partial: TextColumn?
  package var validity: Bitmap? { didSet { packed = nil } }
  /// Single days in fewer bytes; columns of tables may have it.
  package internal(set) var packed: PackedNumbers?

  package static let noLow = Int64.min
  package static let noHigh = Int64.max

  package init(
    low: [Int64], high: [Int64], grains: [UInt8], text: TextColumn? = nil, partial: TextColumn? = nil,
    validity: Bitmap? = nil
  ) {
    let first = Seconds(low, last: false, validity)
    var last = Seconds(high, last: true, validity)
    if case .days(let a, _) = first, case .days(let b, _) = last, a == b { last = .days(a, last: true) }
    self.init(low: first, high: last, grains: grains, text: text, partial: partial, validity: validity)
  }

  package init(
    low: Seconds, high: Seconds, grains: [UInt8], text: TextColumn? = nil, partial: TextColumn? = nil,
    validity: Bitmap? = nil
  ) {
    self.low = low
    self.high = high
    self.grains = grains
    self.text = text
    self.partial = partial
    self.validity = validity
  }

  package init(_ values: [Moment?]) {
    var valid = Bitmap(repeating: true, count: 0)
    var (low, high): ([Int64], [Int64]) = ([], [])
    var grains: [UInt8] = []
    var (texts, partials) = (RareTexts(rows: values.count), RareTexts(rows: values.count))
    low.reserveCapacity(values.count)
    high.reserveCapacity(values.count)
    grains.reserveCapacity(values.count)
    // Once over the values, each of which may hold two texts.
    var looks = Looks()
    var isStopped = false
    for row in values.indices {
      isStopped = isStopped || looks.seeStop()
      guard !isStopped, let value = values[row] else {
        valid.append(false)
        low.append(Self.noLow)
        high.append(Self.noHigh)
        grains.append(Grain.day.rawValue)
        texts.append(nil)
        partials.append(nil)
        continue
      }
      valid.append(true)
      low.append(value.low ?? Self.noLow)
      high.append(value.high ?? Self.noHigh)
      grains.append(value.grain.rawValue)
      texts.append(value.text)
      partials.append(value.partial)
    }
    self.init(
      low: low, high: high, grains: grains, text: texts.finish(), partial: partials.finish(),
      validity: valid.isAllTrue ? nil : valid)
  }

  package var count: Int { low.count }

  /// The days that the rows are, if each of them is a day.
  package var singleDays: [Int32]? {
    // One buffer for both ends is told at once.
    if case .days(let first, _) = low, case .days(let last, _) = high, first == last { return first }
    return nil
  }

  /// Those of a column that tells nothing but days: a day of it is as good as any other row's with the same number. O(rows).
  package var plainDays: [Int32]? {
    guard let days = singleDays, text == nil, partial == nil else { return nil }
    let areDays = Parallel.current.mapMorsels(of: grains.count) { rows in
      let grains = grains
      let (span, day) = (grains.span, Grain.day.rawValue)
      var others: UInt8 = 0
      for row in rows { others |= span[row] ^ day }
      return others == 0
    }
    return areDays.allSatisfy { $0 } ? days : nil
  }

  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package func isResolved(_ row: Int) -> Bool { low[row] != Self.noLow || high[row] != Self.noHigh }

  package subscript(row: Int) -> Moment? {
    guard isValid(row) else { return nil }
    return Moment(
      low: low[row] == Self.noLow ? nil : low[row], high: high[row] == Self.noHigh ? nil : high[row],
      grain: Grain(rawValue: grains[row]) ?? .day, text: text?[row], partial: partial?[row])
  }
}
