import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: as `Aggregation`. A group whose values have several units gives a missing result.

/// Aggregates of intervals: sums end by end, least and greatest end by end, means over all ends that are there.
struct MeasureAggregation {
  typealias Flags = MeasureColumn.Flags

  let groups: Aggregation
  let column: MeasureColumn
  /// Of the result; says the unit of a sum without values where it is known.
  let type: DataType

  var count: Int { groups.groupCount }

  func run(_ function: AggregateFunction) throws(NumberOverflow) -> MeasureColumn {
    switch function {
    case .sum: try sum().column
    case .avg: try mean()
    case .median: try quantile(.half)
    case .max: extreme(largest: true)
    default: extreme(largest: false)
    }
  }

  /// Unit code of each group, -1 without values, -2 with several.
  func groupUnits() -> [Int32] {
    var units = [Int32](repeating: -1, count: count)
    if column.unitCodes.isEmpty {
      return groups.inhabited(column.validity).map { inhabited in units.indices.map { inhabited[$0] ? 0 : -1 } }
        ?? [Int32](repeating: 0, count: count)
    }
    for row in groups.ids.indices.untilStopped where groups.ids[row] >= 0 && column.isValid(row) {
      let id = Int(groups.ids[row])
      let code = column.unitCodes[row]
      if units[id] == -1 { units[id] = code } else if units[id] != code { units[id] = -2 }
    }
    return units
  }

  /// Missing where units differ; an empty group of a known unit sums to zero.
  private func finish(_ low: Numerators, _ high: Numerators, _ flags: [UInt8], denominator: Int128, emptyIsZero: Bool)
    -> MeasureColumn
  {
    var codes = groupUnits()
    var units = column.units
    if emptyIsZero, let known = knownUnit, codes.contains(-1) {
      let code = Int32(units.firstIndex(of: known) ?? units.count)
      if Int(code) == units.count { units.append(known) }
      for group in codes.indices where codes[group] == -1 { codes[group] = code }
    }
    let valid = Bitmap(count: codes.count) { codes[$0] >= 0 }
    return MeasureColumn(
      kind: column.kind, denominator: denominator, low: low, high: high, flags: flags, units: units,
      unitCodes: units.count == 1 ? [] : codes.map { max($0, 0) }, validity: valid.isAllTrue ? nil : valid)
  }

  private var knownUnit: String? {
    switch type {
    case .money(let known), .quantity(let known): known
    default: nil
    }
  }

  func sum() throws(NumberOverflow) -> (column: MeasureColumn, counts: [Int64]) {
    let lows = try sums(column.low, groups)
    if column.isExact {
      return (
        finish(lows, lows, [], denominator: column.denominator, emptyIsZero: true), groups.counts(column.validity)
      )
    }
    var upper = KnownTotals()
    upper.wholeSums = groups.known.highSums
    let highs = try sums(column.high, Aggregation(ids: groups.ids, groupCount: count, known: upper))
    if let lacks = groups.known.flags {
      return (
        finish(
          lows, highs, lacks.map(MeasureEnds.combined), denominator: column.denominator, emptyIsZero: true),
        groups.counts(column.validity)
      )
    }
    var flags = [UInt8](repeating: Flags.point, count: count)
    for row in groups.ids.indices.untilStopped where groups.ids[row] >= 0 && column.isValid(row) {
      let id = Int(groups.ids[row])
      flags[id] = MeasureArithmetic.combined(flags[id], column.flags[row])
    }
    return (
      finish(lows, highs, flags, denominator: column.denominator, emptyIsZero: true), groups.counts(column.validity)
    )
  }

  /// In 64 bits where both the numbers and the sums fit.
  private func sums(_ values: Numerators, _ groups: Aggregation) throws(NumberOverflow) -> Numerators {
    if case .narrow(let numbers) = values, let sums = try? groups.sums(numbers, column.validity) {
      return .narrow(sums)
    }
    guard let sums = try? groups.carefulSums(values, column.validity) else { throw NumberOverflow() }
    return Numerators(sums)
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
    guard let number = ExactNumber(value, over: denominator),
      let mean = number.divided(by: ExactNumber(Int(max(count, 1))))
    else { throw NumberOverflow() }
    return mean.roundedToEighteenDigits()
  }

  /// End by end: the least low and the least high, or the greatest of each.
  private func extreme(largest: Bool) -> MeasureColumn {
    if column.isExact, let ends = exactExtreme(largest: largest) {
      return finish(ends, ends, [], denominator: column.denominator, emptyIsZero: false)
    }
    if let lows = groups.known.extremes as? [Int64], let highs = groups.known.highExtremes {
      return extreme(lows, highs)
    }
    var low = [Int128](repeating: 0, count: count)
    var high = [Int128](repeating: 0, count: count)
    var flags = [UInt8](repeating: 0, count: count)
    var seen = [Bool](repeating: false, count: count)
    for row in groups.ids.indices.untilStopped where groups.ids[row] >= 0 && column.isValid(row) {
      let id = Int(groups.ids[row])
      let flag = column.flags(row)
      if !seen[id] {
        seen[id] = true
        (low[id], high[id], flags[id]) = (column.low[row], column.high[row], flag & Flags.identity)
        continue
      }
      var result: UInt8 = 0
      // Of maxima, a missing high end wins and a missing low end loses; of minima the other way round.
      (low[id], result) = end(
        low[id], flags[id], column.low[row], flag, Flags.hasLow, Flags.lowOpen, largest: largest, missingWins: !largest,
        result)
      (high[id], result) = end(
        high[id], flags[id], column.high[row], flag, Flags.hasHigh, Flags.highOpen, largest: largest,
        missingWins: largest, result)
      flags[id] = result
    }
    hedge(&flags, low: low, high: high)
    return finish(
      Numerators(low), Numerators(high), flags, denominator: column.denominator, emptyIsZero: false)
  }

  /// From the keys of the ends: see `MeasureEnds`.
  private func extreme(_ lows: [Int64], _ highs: [Int64]) -> MeasureColumn {
    var (low, high, flags) = MeasureEnds.decoded(low: lows, high: highs)
    if let inhabited = groups.inhabited(column.validity) {
      for group in (~inhabited).trueIndices { (low[Int(group)], high[Int(group)], flags[Int(group)]) = (0, 0, 0) }
    }
    if hasHedged { hedge(&flags, low: low.map { Int128($0) }, high: high.map { Int128($0) }) }
    return finish(
      .narrow(low), .narrow(high), flags, denominator: column.denominator, emptyIsZero: false)
  }

  /// Whether some row is hedged.
  private var hasHedged: Bool {
    if let packed = column.packed { return packed.odd.anyFlags & Flags.hedged != 0 }
    return Parallel.current.mapMorsels(of: column.count) { range in
      let flags = column.flags.span
      var bits: UInt8 = 0
      for row in range { bits |= flags[row] }
      return bits & Flags.hedged != 0
    }.contains(true)
  }

  /// Of points in 64 bits, one number a group; zero where there is none.
  private func exactExtreme(largest: Bool) -> Numerators? {
    guard case .narrow(let numbers) = column.low else { return nil }
    let ends =
      largest
      ? groups.greatest(numbers, column.validity, below: .min) : groups.least(numbers, column.validity, above: .max)
    guard let inhabited = groups.inhabited(column.validity) else { return .narrow(ends) }
    return .narrow(ends.indices.map { inhabited[$0] ? ends[$0] : 0 })
  }

  /// Marks results with an end that some hedged value has too: about £5m says nothing of a maximum of £100m.
  private func hedge(_ flags: inout [UInt8], low: [Int128], high: [Int128]) {
    if column.isExact { return }
    for group in flags.indices { flags[group] &= ~Flags.hedged }
    for row in groups.ids.indices.untilStopped
    where groups.ids[row] >= 0 && column.isValid(row) && column.flags[row] & Flags.hedged != 0 {
      let id = Int(groups.ids[row])
      let flag = column.flags[row]
      func shares(_ has: UInt8, _ value: Int128, _ result: Int128) -> Bool {
        flag & has == flags[id] & has && (flag & has == 0 || value == result)
      }
      if shares(Flags.hasLow, column.low[row], low[id]) || shares(Flags.hasHigh, column.high[row], high[id]) {
        flags[id] |= Flags.hedged
      }
    }
  }

  private func end(
    _ a: Int128, _ aFlags: UInt8, _ b: Int128, _ bFlags: UInt8, _ has: UInt8, _ open: UInt8, largest: Bool,
    missingWins: Bool, _ result: UInt8
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
}
