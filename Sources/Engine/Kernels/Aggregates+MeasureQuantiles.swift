import IbidColumns
import IbidTypes

extension MeasureAggregation {
  /// End by end: a missing low end lies below every number, a missing high end above; of one number, an open low end lies
  /// above a closed one, an open high end below. Which values decide depends on all, so one hedged value hedges it.
  func quantile(_ share: ExactNumber) throws(NumberOverflow) -> MeasureColumn {
    let (lows, lowFlags) = try ends(share, column.low, Flags.hasLow, Flags.lowOpen, missing: -1, open: 1)
    let (highs, highFlags) = try ends(share, column.high, Flags.hasHigh, Flags.highOpen, missing: 1, open: -1)
    var flags = zip(lowFlags, highFlags).map { $0 | $1 }
    for row in groups.ids.indices.untilStopped where groups.ids[row] >= 0 && column.isValid(row) {
      flags[Int(groups.ids[row])] |= column.flags(row) & Flags.hedged
    }
    let units = groupUnits()
    let valid = Bitmap(units.lazy.map { $0 >= 0 })
    return try MeasureColumn(
      kind: column.kind, low: lows, high: highs, flags: flags, units: column.units,
      unitCodes: column.unitCodes.isEmpty ? [] : units.map { max($0, 0) }, validity: valid.isAllTrue ? nil : valid)
  }

  /// One end of each group's quantile, and which of `has` and `isOpen` it has. `missing` and `open` say on which side of
  /// the numbers an end that is not there lies, and on which side of a closed end an open one.
  private func ends(
    _ share: ExactNumber, _ values: Numerators, _ has: UInt8, _ isOpen: UInt8, missing: Int, open: Int
  ) throws(NumberOverflow) -> (numbers: [ExactNumber], flags: [UInt8]) {
    func isThere(_ row: Int) -> Bool { column.flags(row) & has != 0 }
    func openness(_ row: Int) -> Int { column.flags(row) & isOpen != 0 ? open : 0 }
    let sorted = groups.sortedByGroup(column.validity) { a, b in
      if isThere(a) != isThere(b) { return isThere(b) == (missing < 0) }
      if !isThere(a) { return false }
      return values[a] != values[b] ? values[a] < values[b] : openness(a) < openness(b)
    }
    var numbers: [ExactNumber] = []
    var flags: [UInt8] = []
    for group in 0..<count {
      let rows = sorted.rows[Int(sorted.offsets[group])..<Int(sorted.offsets[group + 1])]
      guard let place = QuantilePlace(share, of: rows.count) else {
        numbers.append(.zero)
        flags.append(has)
        continue
      }
      let (a, b) = (Int(rows[rows.startIndex + place.lower]), Int(rows[rows.startIndex + place.upper]))
      guard isThere(a), isThere(b) else {
        numbers.append(.zero)
        flags.append(0)
        continue
      }
      guard let number = column.between(values[a], values[b], place.fraction) else { throw NumberOverflow() }
      numbers.append(number)
      flags.append(has | (column.flags(a) | column.flags(b)) & isOpen)
    }
    return (numbers, flags)
  }
}

extension MeasureColumn {
  /// The number that lies a fraction of the way from the low end of one row to that of another; nil where it does not fit.
  func between(_ a: Int, _ b: Int, _ fraction: ExactNumber) -> ExactNumber? {
    between(low[a], low[b], fraction)
  }

  fileprivate func between(_ a: Int128, _ b: Int128, _ fraction: ExactNumber) -> ExactNumber? {
    guard let low = ExactNumber(a, over: denominator), let high = ExactNumber(b, over: denominator),
      let step = high.subtracting(low)?.multiplied(by: fraction)
    else { return nil }
    return low.adding(step)?.roundedToEighteenDigits()
  }
}
