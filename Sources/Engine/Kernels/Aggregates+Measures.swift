import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: as `Aggregation`. A group whose values have several units gives a missing result.

/// Aggregates of intervals: sums end by end, least and greatest end by end, means over all ends that are there.
struct MeasureAggregation {
  typealias Flags = MeasureColumn.Flags

  let groups: Aggregation
  let column: MeasureColumn

  private var count: Int { groups.groupCount }

  func run(_ function: AggregateFunction) throws(NumberOverflow) -> MeasureColumn {
    switch function {
    case .sum: try sum().column
    case .avg: try mean()
    case .median: try median()
    case .max: extreme(largest: true)
    default: extreme(largest: false)
    }
  }

  /// Unit code of each group, -1 without values, -2 with several.
  private func groupUnits() -> [Int32] {
    var units = [Int32](repeating: -1, count: count)
    if column.unitCodes.isEmpty, column.validity == nil {
      for id in groups.ids where id >= 0 { units[Int(id)] = 0 }
      return units
    }
    for row in groups.ids.indices where groups.ids[row] >= 0 && column.isValid(row) {
      let id = Int(groups.ids[row])
      let code = column.unitCodes.isEmpty ? 0 : column.unitCodes[row]
      if units[id] == -1 { units[id] = code } else if units[id] != code { units[id] = -2 }
    }
    return units
  }

  /// Missing where units differ; an empty group of a known unit sums to zero.
  private func finish(_ low: [Int128], _ high: [Int128], _ flags: [UInt8], denominator: Int128, emptyIsZero: Bool) -> MeasureColumn {
    let units = groupUnits()
    let isOneUnit = column.units.count == 1
    let valid = Bitmap(units.lazy.map { $0 >= 0 || ($0 == -1 && emptyIsZero && isOneUnit) })
    return MeasureColumn(
      kind: column.kind, denominator: denominator, low: low, high: high, flags: flags, units: column.units,
      unitCodes: isOneUnit ? [] : units.map { max($0, 0) }, validity: valid.isAllTrue ? nil : valid)
  }

  func sum() throws(NumberOverflow) -> (column: MeasureColumn, counts: [Int64]) {
    let lows = try sums(column.low)
    if column.isExact {
      return (finish(lows, lows, [], denominator: column.denominator, emptyIsZero: true), groups.counts(column.validity))
    }
    let highs = try sums(column.high)
    var flags = [UInt8](repeating: Flags.point, count: count)
    for row in groups.ids.indices where groups.ids[row] >= 0 && column.isValid(row) {
      let id = Int(groups.ids[row])
      flags[id] = MeasureArithmetic.combined(flags[id], column.flags[row])
    }
    return (finish(lows, highs, flags, denominator: column.denominator, emptyIsZero: true), groups.counts(column.validity))
  }

  private func sums(_ values: [Int128]) throws(NumberOverflow) -> [Int128] {
    var sums = [Int128](repeating: 0, count: count)
    var overflowed = false
    let validity = column.validity
    for row in groups.ids.indices {
      let id = groups.ids[row]
      if id < 0 || !(validity?[row] ?? true) { continue }
      let (sum, overflow) = sums[Int(id)].addingReportingOverflow(values[row])
      sums[Int(id)] = sum
      overflowed = overflowed || overflow
    }
    if overflowed { throw NumberOverflow() }
    return sums
  }

  private func mean() throws(NumberOverflow) -> MeasureColumn {
    let (total, counts) = try sum()
    var low: [ExactNumber] = []
    var high: [ExactNumber] = []
    for group in 0..<count {
      low.append(try quotient(total.low[group], total.denominator, counts[group]))
      high.append(try quotient(total.high[group], total.denominator, counts[group]))
    }
    let valid = Bitmap((0..<count).lazy.map { counts[$0] > 0 && total.isValid($0) })
    return try MeasureColumn(
      kind: column.kind, low: low, high: high, flags: (0..<count).map { total.flags($0) }, units: total.units,
      unitCodes: total.unitCodes, validity: valid.isAllTrue ? nil : valid)
  }

  private func quotient(_ value: Int128, _ denominator: Int128, _ count: Int64) throws(NumberOverflow) -> ExactNumber {
    guard let number = ExactNumber(value, over: denominator), let mean = number.divided(by: ExactNumber(Int(max(count, 1)))) else { throw NumberOverflow() }
    return mean.roundedToEighteenDigits()
  }

  /// End by end: the least low and the least high, or the greatest of each.
  private func extreme(largest: Bool) -> MeasureColumn {
    var low = [Int128](repeating: 0, count: count)
    var high = [Int128](repeating: 0, count: count)
    var flags = [UInt8](repeating: 0, count: count)
    var seen = [Bool](repeating: false, count: count)
    for row in groups.ids.indices where groups.ids[row] >= 0 && column.isValid(row) {
      let id = Int(groups.ids[row])
      let flag = column.flags(row)
      if !seen[id] {
        seen[id] = true
        (low[id], high[id], flags[id]) = (column.low[row], column.high[row], flag & Flags.identity)
        continue
      }
      let isHedged = (flags[id] | flag) & Flags.hedged
      var result: UInt8 = 0
      // Of maxima, a missing high end wins and a missing low end loses; of minima the other way round.
      (low[id], result) = end(low[id], flags[id], column.low[row], flag, Flags.hasLow, Flags.lowOpen, largest: largest, missingWins: !largest, result)
      (high[id], result) = end(high[id], flags[id], column.high[row], flag, Flags.hasHigh, Flags.highOpen, largest: largest, missingWins: largest, result)
      flags[id] = result | isHedged
    }
    return finish(low, high, flags, denominator: column.denominator, emptyIsZero: false)
  }

  private func end(
    _ a: Int128, _ aFlags: UInt8, _ b: Int128, _ bFlags: UInt8, _ has: UInt8, _ open: UInt8, largest: Bool, missingWins: Bool, _ result: UInt8
  ) -> (Int128, UInt8) {
    switch (aFlags & has != 0, bFlags & has != 0) {
    case (false, false): return (0, result)
    case (true, false): return missingWins ? (0, result) : (a, result | has | aFlags & open)
    case (false, true): return missingWins ? (0, result) : (b, result | has | bFlags & open)
    case (true, true):
      if a != b {
        let takesA = largest ? a > b : a < b
        return takesA ? (a, result | has | aFlags & open) : (b, result | has | bFlags & open)
      }
      // Equal ends: one open and one closed. The closed one is reached by its value, except where the open one lies
      // inside for certain (the low end of a maximum, the high end of a minimum).
      let isInner = (has == Flags.hasLow) == largest
      let isOpen = isInner ? (aFlags | bFlags) & open : aFlags & bFlags & open
      return (a, result | has | isOpen)
    }
  }

  private func median() throws(NumberOverflow) -> MeasureColumn {
    var ends: [[ExactNumber]] = []
    var missing = [UInt8](repeating: 0, count: count)
    for (values, has) in [(column.low, Flags.hasLow), (column.high, Flags.hasHigh)] {
      let sorted = groups.sortedByGroup(column.validity) { values[$0] < values[$1] }
      var result: [ExactNumber] = []
      for group in 0..<count {
        let rows = sorted.rows[Int(sorted.offsets[group])..<Int(sorted.offsets[group + 1])]
        guard let (a, b) = groups.middle(rows) else {
          result.append(.zero)
          continue
        }
        if rows.contains(where: { column.flags(Int($0)) & has == 0 }) { missing[group] |= has }
        let (sum, overflow) = values[a].addingReportingOverflow(values[b])
        guard !overflow, let total = ExactNumber(sum, over: column.denominator), let half = total.divided(by: ExactNumber(2)) else { throw NumberOverflow() }
        result.append(half.roundedToEighteenDigits())
      }
      ends.append(result)
    }
    var hedges = [UInt8](repeating: 0, count: count)
    for row in groups.ids.indices where groups.ids[row] >= 0 && column.isValid(row) { hedges[Int(groups.ids[row])] |= column.flags(row) & Flags.hedged }
    let units = groupUnits()
    let valid = Bitmap(units.lazy.map { $0 >= 0 })
    return try MeasureColumn(
      kind: column.kind, low: ends[0], high: ends[1], flags: (0..<count).map { Flags.point & ~missing[$0] | hedges[$0] }, units: column.units,
      unitCodes: column.unitCodes.isEmpty ? [] : units.map { max($0, 0) }, validity: valid.isAllTrue ? nil : valid)
  }
}
