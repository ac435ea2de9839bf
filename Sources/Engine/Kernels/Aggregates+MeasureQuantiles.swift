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

  /// One end of a value.
  private struct End {
    var number: Int128 = 0
    /// `has` and `isOpen`, as far as it has them.
    var flags: UInt8 = 0
  }

  /// One end of each group's quantile, and which of `has` and `isOpen` it has. `missing` and `open` say on which side of
  /// the numbers an end that is not there lies, and on which side of a closed end an open one.
  private func ends(
    _ share: ExactNumber, _ values: Numerators, _ has: UInt8, _ isOpen: UInt8, missing: Int, open: Int
  ) throws(NumberOverflow) -> (numbers: [ExactNumber], flags: [UInt8]) {
    var numbers: [ExactNumber] = []
    var flags: [UInt8] = []
    /// `found`: the ends at the two places of a group, between which the quantile lies.
    func add(_ place: QuantilePlace?, _ found: (QuantilePlace) -> (End, End)) throws(NumberOverflow) {
      guard let place else {
        numbers.append(.zero)
        flags.append(has)
        return
      }
      let (a, b) = found(place)
      guard a.flags & b.flags & has != 0 else {
        numbers.append(.zero)
        flags.append(0)
        return
      }
      guard let number = column.between(a.number, b.number, place.fraction) else { throw NumberOverflow() }
      numbers.append(number)
      flags.append(has | (a.flags | b.flags) & isOpen)
    }
    if let keys = keys(values, has, isOpen, missing: missing, open: open) {
      var grouped = GroupedValues(keys, groups, column.validity)
      let isMedian = share == .half
      func place(_ count: Int) -> QuantilePlace? { QuantilePlace(share, isMedian: isMedian, of: count) }
      let found = grouped.selected { count in place(count).map { ($0.lower, $0.upper) } }
      func end(_ key: Double) -> End {
        if key.magnitude >= Self.missingKey { return End() }
        // Rounded towards the closed end that it lies beside.
        let number = Int128(Int64((key / 2).rounded(open > 0 ? .down : .up)))
        return End(number: number, flags: has | (Double(number * 2) != key ? isOpen : 0))
      }
      for group in (0..<count).untilStopped {
        try add(found[group] == nil ? nil : place(grouped.count(group))) { _ in
          found[group].map { (end($0.0), end($0.1)) } ?? (End(), End())
        }
      }
      if numbers.count < count { throw NumberOverflow() }
      return (numbers, flags)
    }
    func isThere(_ row: Int) -> Bool { column.flags(row) & has != 0 }
    func openness(_ row: Int) -> Int { column.flags(row) & isOpen != 0 ? open : 0 }
    let sorted = groups.sortedByGroup(column.validity) { a, b in
      if isThere(a) != isThere(b) { return isThere(b) == (missing < 0) }
      if !isThere(a) { return false }
      return values[a] != values[b] ? values[a] < values[b] : openness(a) < openness(b)
    }
    func end(_ row: Int32) -> End { End(number: values[Int(row)], flags: column.flags(Int(row)) & (has | isOpen)) }
    for group in 0..<count {
      let rows = sorted.rows[Int(sorted.offsets[group])..<Int(sorted.offsets[group + 1])]
      try add(QuantilePlace(share, of: rows.count)) { place in
        (end(rows[rows.startIndex + place.lower]), end(rows[rows.startIndex + place.upper]))
      }
    }
    return (numbers, flags)
  }

  /// Stands for an end that is not there.
  private static let missingKey = 0x1p60

  /// Floats in the order of the ends: twice the numbers, one more or less where an end is open. nil where 53 bits do not hold
  /// them.
  private func keys(_ values: Numerators, _ has: UInt8, _ isOpen: UInt8, missing: Int, open: Int) -> [Double]? {
    guard case .narrow(let numbers) = values, values.bound < 1 << 51 else { return nil }
    let flags = column.flags
    let (missing, open) = (missing < 0 ? -Self.missingKey : Self.missingKey, Int64(open))
    return [Double](morsels: numbers.count, filler: 0) { rows, keys in
      if flags.isEmpty {
        for row in rows { keys[row] = Double(numbers[row] &* 2) }
        return
      }
      for row in rows {
        let key = Double(numbers[row] &* 2 &+ (flags[row] & isOpen != 0 ? open : 0))
        keys[row] = flags[row] & has != 0 ? key : missing
      }
    }
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
