import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: missing values are skipped; a group without any gives a missing result (counts and sums give zero).

/// One aggregate over grouped rows: whole columns in, one row a group out.
///
/// `ids` has the group of each row, negative for rows that take no part (filtered out, no group).
struct Aggregation {
  let ids: GroupIds
  let groupCount: Int
  /// What is known of this aggregate before it runs.
  let known: KnownTotals

  enum Failure: Error { case overflow }

  init(ids: GroupIds, groupCount: Int, known: KnownTotals = KnownTotals()) {
    self.ids = ids
    self.groupCount = groupCount
    self.known = known
  }

  init(ids: [Int32], groupCount: Int) { self.init(ids: .each(ids), groupCount: groupCount) }

  /// `type` is the type of the result.
  func run(_ function: AggregateFunction, _ argument: Column?, second: Column?, type: DataType) throws(Failure)
    -> Column
  {
    guard let argument else { return .int(FixedColumn(counts())) }
    if function.needsOneUnit, case .measure(let durations) = argument,
      let common = try durationsInCommonUnits(durations)
    {
      return try Aggregation(ids: ids, groupCount: groupCount).run(
        function, .measure(common), second: second, type: type)
    }
    switch function {
    case .count: return .int(FixedColumn(counts(argument.validity)))
    case .countDistinct: return .int(FixedColumn(distinctCounts(argument)))
    case .first, .last: return argument.gathered(endRows(argument.validity, last: function == .last))
    case .list, .set: return .list(lists(argument, distinct: function == .set))
    case .one: return argument.gathered(sharedRows(argument))
    case .any, .all:
      guard case .bool(let column) = argument else { return .missing(type, count: groupCount) }
      return .bool(function == .any ? any(column) : Kleene.not(any(Kleene.not(column))))
    case .minBy, .maxBy:
      guard let second else { return .missing(type, count: groupCount) }
      return argument.gathered(extremeRows(second, largest: function == .maxBy))
    case .mode: return argument.gathered(modalRows(argument))
    case .sum, .avg, .min, .max, .median: return try numeric(function, argument, type)
    case .quantile: return try quantile(argument, second, type)
    case .product: return try product(argument, type)
    case .stddev, .variance:
      // What is known needs no column of floats.
      let values = known.moments == nil ? Self.doubles(argument) : []
      return .float(try spread(function, values, argument.validity))
    case .covariance, .corr:
      guard let second else { return .missing(type, count: groupCount) }
      let validity = bothValid(argument.validity, second.validity)
      let (x, y) = known.moments == nil ? (Self.doubles(argument), Self.doubles(second)) : ([], [])
      return .float(try related(function, x, y, validity))
    }
  }

  private func numeric(_ function: AggregateFunction, _ argument: Column, _ type: DataType) throws(Failure) -> Column {
    switch argument {
    case .int(let column):
      switch function {
      case .sum: return .int(FixedColumn(try sums(column.values, column.validity)))
      case .min: return .int(present(least(column.values, column.validity, above: .max), column.validity))
      case .max: return .int(present(greatest(column.values, column.validity, below: .min), column.validity))
      case .median: return .float(quantile(column.values.map(Double.init), column.validity, .half))
      default: return .float(try mean(sums: floatSums(column.values, column.validity), column.validity))
      }
    case .float(let column):
      switch function {
      case .sum:
        return .float(try finite(FixedColumn(floatSums(column.values, column.validity))))
      case .min: return .float(present(least(column.values, column.validity, above: .infinity), column.validity))
      case .max: return .float(present(greatest(column.values, column.validity, below: -.infinity), column.validity))
      case .median: return .float(quantile(column.values, column.validity, .half))
      default: return .float(try mean(column.values, column.validity))
      }
    case .measure(let column):
      do {
        return .measure(try MeasureAggregation(groups: self, column: column, type: type).run(function))
      } catch {
        throw .overflow
      }
    case .moment(let column) where type == .date: return .moment(extreme(column, largest: function == .max))
    case .text, .moment, .bool: return argument.gathered(extremeRows(argument, largest: function == .max))
    default: return .missing(type, count: groupCount)
    }
  }

  // MARK: Counting

  private func distinctCounts(_ argument: Column) -> [Int64] {
    let codes = Codes(identityOf: argument)
    if let counts = distinctCounts(of: codes, argument.validity) { return counts }
    var counts = [Int64](repeating: 0, count: groupCount)
    for row in newValues(argument) { counts[Int(ids[Int(row)])] &+= 1 }
    return counts
  }

  /// Rows whose value is the first of its kind in its group, ascending.
  private func newValues(_ argument: Column) -> [Int32] {
    var pairs = Codes(identityOf: argument)
    pairs.combine(with: Codes(groups: ids.array, count: groupCount))
    let validity = argument.validity
    return pairs.firstRows().filter { ids[Int($0)] >= 0 && (validity?[Int($0)] ?? true) }
  }

  // MARK: Rows

  /// First or last valid row of each group; -1 where there is none.
  private func endRows(_ validity: Bitmap?, last: Bool) -> [Int32] {
    var rows = [Int32](repeating: -1, count: groupCount)
    for row in ids.indices.untilStopped where ids[row] >= 0 && (validity?[row] ?? true) {
      let id = Int(ids[row])
      if last || rows[id] < 0 { rows[id] = Int32(row) }
    }
    return rows
  }

  /// A row of each group all of whose values are the same; -1 for the others.
  private func sharedRows(_ argument: Column) -> [Int32] {
    let codes = Codes(identityOf: argument)
    var rows = [Int32](repeating: -1, count: groupCount)
    let validity = argument.validity
    for row in ids.indices.untilStopped where ids[row] >= 0 && (validity?[row] ?? true) {
      let id = Int(ids[row])
      if rows[id] == -1 {
        rows[id] = Int32(row)
      } else if rows[id] >= 0, codes.values[Int(rows[id])] != codes.values[row] {
        rows[id] = -2
      }
    }
    return rows.map { max($0, -1) }
  }

  /// The row with the least or greatest key in each group, the first of equals; keys without a place in the order
  /// are skipped as missing ones are.
  func extremeRows(_ key: Column, largest: Bool) -> [Int32] {
    let ranks = SortKeys.ranks(key)
    let validity = bothValid(key.validity, SortKeys.unplaced(key).map { ~$0 })
    var rows = [Int32](repeating: -1, count: groupCount)
    for row in ids.indices.untilStopped where ids[row] >= 0 && (validity?[row] ?? true) {
      let id = Int(ids[row])
      if rows[id] < 0 {
        rows[id] = Int32(row)
      } else {
        let (best, new) = (ranks[Int(rows[id])], ranks[row])
        if largest ? new > best : new < best { rows[id] = Int32(row) }
      }
    }
    return rows
  }

  private func lists(_ argument: Column, distinct: Bool) -> ListColumn {
    let validity = argument.validity
    let rows =
      distinct ? newValues(argument) : ids.indices.filter { ids[$0] >= 0 && (validity?[$0] ?? true) }.map { Int32($0) }
    // Counting sort by group; rows stay in order within a group.
    var offsets = [Int32](repeating: 0, count: groupCount + 1)
    for row in rows { offsets[Int(ids[Int(row)]) + 1] += 1 }
    for group in 0..<groupCount { offsets[group + 1] += offsets[group] }
    var next = offsets
    var ordered = [Int32](repeating: 0, count: rows.count)
    for row in rows {
      let id = Int(ids[Int(row)])
      ordered[Int(next[id])] = row
      next[id] += 1
    }
    return ListColumn(offsets: offsets, elements: argument.gathered(ordered))
  }

  /// Kleene's or: true if some row is, false if all are known false, else unknown.
  private func any(_ column: BoolColumn) -> BoolColumn {
    var isTrue = Bitmap(repeating: false, count: groupCount)
    var isUnknown = Bitmap(repeating: false, count: groupCount)
    for row in ids.indices.untilStopped where ids[row] >= 0 {
      switch column[row] {
      case true?: isTrue[Int(ids[row])] = true
      case nil: isUnknown[Int(ids[row])] = true
      case false?: continue
      }
    }
    let known = isTrue | ~isUnknown
    return BoolColumn(isTrue, validity: known.isAllTrue ? nil : known)
  }

  // MARK: Numbers

  /// Values of groups, missing where a group has none.
  private func present<Number: AdditiveArithmetic & BitwiseCopyable & Sendable>(
    _ values: [Number], _ validity: Bitmap?
  ) -> FixedColumn<Number> {
    guard let inhabited = inhabited(validity) else { return FixedColumn(values) }
    return FixedColumn(values.indices.map { inhabited[$0] ? values[$0] : .zero }, validity: inhabited)
  }

  /// Means of numbers as floats.
  func mean(_ values: [Double], _ validity: Bitmap?) throws(Failure) -> FixedColumn<Double> {
    try mean(sums: floatSums(values, validity), validity)
  }

  private func mean(sums: [Double], _ validity: Bitmap?) throws(Failure) -> FixedColumn<Double> {
    let counts = counts(validity)
    return try finite(FixedColumn(zip(sums, counts).map { $1 == 0 ? 0 : $0 / Double($1) }, validity: nonEmpty(counts)))
  }

  /// Infinities and NaN, which never enter a column, are overflows here.
  func finite(_ column: FixedColumn<Double>) throws(Failure) -> FixedColumn<Double> {
    let areFinite = Parallel.current.mapMorsels(of: column.count) { range in
      let values = column.values.span
      var odd: UInt8 = 0
      for row in range { odd |= values[row].isFinite ? 0 : 1 }
      return odd == 0
    }
    // Of missing rows it does not matter.
    if areFinite.contains(false),
      column.values.indices.contains(where: { column.isValid($0) && !column.values[$0].isFinite })
    {
      throw .overflow
    }
    return column
  }

  func nonEmpty(_ counts: [Int64], atLeast least: Int64 = 1) -> Bitmap? {
    let valid = Bitmap(counts.lazy.map { $0 >= least })
    return valid.isAllTrue ? nil : valid
  }

  /// The least or greatest date, end by end: it lies between the least or greatest of the first and of the last seconds.
  ///
  /// Unresolved dates are skipped. Where one row has both ends the result is that row's, words and all.
  private func extreme(_ column: MomentColumn, largest: Bool) -> MomentColumn {
    if let days = column.plainDays { return extreme(ofDays: days, column.validity, largest: largest) }
    var lows = [Int32](repeating: -1, count: groupCount)
    var highs = lows
    for row in ids.indices.untilStopped where ids[row] >= 0 && column.isValid(row) && column.isResolved(row) {
      let id = Int(ids[row])
      if lows[id] < 0
        || (largest ? column.low[row] > column.low[Int(lows[id])] : column.low[row] < column.low[Int(lows[id])])
      {
        lows[id] = Int32(row)
      }
      if highs[id] < 0
        || (largest ? column.high[row] > column.high[Int(highs[id])] : column.high[row] < column.high[Int(highs[id])])
      {
        highs[id] = Int32(row)
      }
    }
    return MomentColumn(
      (0..<groupCount).map { group -> Moment? in
        guard lows[group] >= 0, let first = column[Int(lows[group])], let last = column[Int(highs[group])] else {
          return nil
        }
        if first.low == last.low, first.high == last.high { return first }
        return Moment(low: first.low, high: last.high, grain: max(first.grain, last.grain))
      })
  }

  private func extreme(ofDays days: [Int32], _ validity: Bitmap?, largest: Bool) -> MomentColumn {
    let found =
      (known.extremes as? [Int64])?.map { Int32(truncatingIfNeeded: $0) }
      ?? (largest ? greatest(days, validity, below: .min) : least(days, validity, above: .max))
    return MomentColumn(
      low: .days(found, last: false), high: .days(found, last: true),
      grains: [UInt8](repeating: Grain.day.rawValue, count: groupCount), validity: inhabited(validity))
  }

  /// Valid rows by group, sorted within each; `offsets` bound the groups.
  func sortedByGroup(_ validity: Bitmap?, _ isBefore: (Int, Int) -> Bool) -> (rows: [Int32], offsets: [Int32]) {
    var rows = ids.indices.filter { ids[$0] >= 0 && (validity?[$0] ?? true) }.map { Int32($0) }
    rows.sort {
      let (a, b) = (ids[Int($0)], ids[Int($1)])
      return a != b ? a < b : isBefore(Int($0), Int($1))
    }
    var offsets = [Int32](repeating: 0, count: groupCount + 1)
    for row in rows { offsets[Int(ids[Int(row)]) + 1] += 1 }
    for group in 0..<groupCount { offsets[group + 1] += offsets[group] }
    return (rows, offsets)
  }
}
