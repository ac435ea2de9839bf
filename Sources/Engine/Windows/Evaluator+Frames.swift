import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: missing values are skipped; a frame without any gives a missing result (counts give zero).

/// Aggregates over the frames of rows that need one pass, however long the frames are.
///
/// The frames of a partition move on with the row: both their ends only grow. So counts are differences of counts, the first
/// and last value stand at the ends of a queue, and the least and greatest at the head of one that is kept in order.
extension Evaluator {
  /// The aggregate for each row's frame, by row; nil for aggregates that have to look at whole frames.
  func overMovingFrames(
    _ function: AggregateFunction, _ extent: Partitions.Extent, _ argument: Column, _ second: Column?,
    _ counts: Bitmap?, _ partitions: Partitions
  ) -> Column? {
    let valid = bothValid(counts, argument.validity)
    switch function {
    case .count: return .int(FixedColumn(partitions.tallied(valid, extent)))
    case .any, .all:
      guard case .bool(let column) = argument else { return nil }
      return .bool(
        function == .any
          ? partitions.any(column, counts, extent) : Kleene.not(partitions.any(Kleene.not(column), counts, extent)))
    case .first, .last:
      return argument.gathered(partitions.endRows(valid, extent, last: function == .last))
    case .minBy, .maxBy:
      guard let second else { return nil }
      return argument.gathered(extremeRows(second, largest: function == .maxBy, extent, counts, partitions))
    case .min, .max:
      switch argument {
      case .int, .float, .text, .bool: break
      // Of exact amounts in one unit the least is that of a row; of bounded ones it may be of two.
      case .measure(let column) where column.isExact && column.unitCodes.isEmpty: break
      default: return nil
      }
      let extremes = argument.gathered(
        extremeRows(argument, largest: function == .max, extent, counts, partitions))
      guard case .measure(var amounts) = extremes else { return extremes }
      // The amount is that of all rows, its words those of one.
      (amounts.text, amounts.worded) = (nil, nil)
      return .measure(amounts)
    case .sum:
      switch argument {
      case .int(let column): return partitions.sums(column.values, valid, extent).map { .int(FixedColumn($0)) }
      // A column without any value has no unit to go by.
      case .measure(let column)
      where column.isExact && column.unitCodes.isEmpty && (0..<column.count).contains(where: column.isValid):
        guard let sums = partitions.sums(column.low.widened, valid, extent).map({ Numerators($0) }) else { return nil }
        return .measure(
          MeasureColumn(
            kind: column.kind, denominator: column.denominator, low: sums, high: sums, units: column.units))
      default: return nil
      }
    case .avg: return means(argument, valid, extent, partitions)
    case .countDistinct: return .int(FixedColumn(partitions.distinctCounts(argument, valid, extent)))
    case .median: return quantiles(.half, argument, valid, extent, partitions)
    case .quantile:
      return Aggregation.share(second).flatMap { quantiles($0, argument, valid, extent, partitions) }
    default: return extent.onlyGrows ? overGrowingFrames(function, argument, second, valid, partitions) : nil
    }
  }

  /// What can be kept up to date while rows come, but not when they go.
  private func overGrowingFrames(
    _ function: AggregateFunction, _ argument: Column, _ second: Column?, _ valid: Bitmap?, _ partitions: Partitions
  ) -> Column? {
    switch function {
    case .mode: return argument.gathered(partitions.modalRows(argument, valid))
    case .stddev, .variance:
      let values = Aggregation.doubles(argument)
      return partitions.spreads(values, values, valid) { spread in
        function == .stddev ? spread.covariance?.squareRoot() : spread.covariance
      }.map { .float($0) }
    case .covariance, .corr:
      guard let second else { return nil }
      return partitions.spreads(
        Aggregation.doubles(argument), Aggregation.doubles(second), bothValid(valid, second.validity)
      ) { spread in function == .corr ? spread.correlation : spread.covariance }.map { .float($0) }
    default: return nil
    }
  }

  /// Means of whole numbers, and of exact amounts in one unit; nil for others, and where a sum does not fit.
  private func means(
    _ argument: Column, _ valid: Bitmap?, _ extent: Partitions.Extent, _ partitions: Partitions
  ) -> Column? {
    let members = partitions.tallied(valid, extent)
    let inhabited = Bitmap(members.lazy.map { $0 > 0 })
    let validity = inhabited.isAllTrue ? nil : inhabited
    switch argument {
    case .int(let column):
      guard let sums = partitions.sums(column.values, valid, extent),
        // Floats hold the sums as they are.
        sums.allSatisfy({ $0.magnitude < 1 << 53 })
      else { return nil }
      return .float(
        FixedColumn(zip(sums, members).map { $1 == 0 ? 0 : Double($0) / Double($1) }, validity: validity))
    case .measure(let column) where column.isExact && column.unitCodes.isEmpty:
      guard let sums = partitions.sums(column.low.widened, valid, extent) else { return nil }
      var numbers: [ExactNumber] = []
      for (sum, members) in zip(sums, members) {
        guard let mean = ExactNumber(sum, over: column.denominator)?.divided(by: ExactNumber(Int(max(members, 1))))
        else { return nil }
        numbers.append(mean.roundedToEighteenDigits())
      }
      return amounts(numbers, validity, like: column)
    default: return nil
    }
  }

  /// Exact amounts in the unit of `column`; nil where no denominator holds them all.
  private func amounts(_ numbers: [ExactNumber], _ validity: Bitmap?, like column: MeasureColumn) -> Column? {
    let flags = [UInt8](repeating: MeasureColumn.Flags.point, count: count)
    return
      (try? MeasureColumn(
        kind: column.kind, low: numbers, high: numbers, flags: flags, units: column.units, validity: validity))
      .map { .measure($0) }
  }

  /// Quantiles of numbers, and of exact amounts in one unit, whose ends go in one order; nil for others.
  private func quantiles(
    _ share: ExactNumber, _ argument: Column, _ valid: Bitmap?, _ extent: Partitions.Extent, _ partitions: Partitions
  ) -> Column? {
    switch argument {
    case .int, .float:
      let values = Aggregation.doubles(argument)
      return partitions.quantiles(share, argument, valid, extent, 0.0) { lower, upper, fraction in
        Aggregation.between(values[lower], values[upper], fraction)
      }.map { .float(FixedColumn($0.numbers, validity: $0.validity)) }
    case .measure(let column) where column.isExact && column.unitCodes.isEmpty:
      return partitions.quantiles(share, argument, valid, extent, .zero, { column.between($0, $1, $2) })
        .flatMap { amounts($0.numbers, $0.validity, like: column) }
    default: return nil
    }
  }

  private func extremeRows(
    _ key: Column, largest: Bool, _ extent: Partitions.Extent, _ counts: Bitmap?, _ partitions: Partitions
  ) -> [Int32] {
    let valid = bothValid(bothValid(counts, key.validity), SortKeys.unplaced(key).map { ~$0 })
    let ranks = SortKeys.ranks(key)
    return largest
      ? partitions.firstRows(valid, extent) { ranks[$0] > ranks[$1] }
      : partitions.firstRows(valid, extent) { ranks[$0] < ranks[$1] }
  }
}

extension Partitions {
  /// How many valid rows each row's frame has, by row.
  func tallied(_ valid: Bitmap?, _ extent: Extent) -> [Int64] {
    // Before each position, over all partitions: frames are differences.
    var before = [Int64](repeating: 0, count: rows.count + 1)
    for position in rows.indices.untilStopped {
      before[position + 1] = before[position] + (valid?[Int(rows[position])] ?? true ? 1 : 0)
    }
    return scattered(
      [Int64](rows: rows.count, filler: 0) { position in
        let frame = frame(ofPosition: position, extent)
        return before[frame.upperBound] - before[frame.lowerBound]
      })
  }

  /// The sum of each row's frame, by row; nil where a sum of rows from the first on does not fit.
  fileprivate func sums<Number: FixedWidthInteger & Sendable>(_ values: [Number], _ valid: Bitmap?, _ extent: Extent)
    -> [Number]?
  {
    var before = [Number](repeating: 0, count: rows.count + 1)
    for position in rows.indices.untilStopped {
      let row = Int(rows[position])
      let (sum, overflow) = before[position].addingReportingOverflow(valid?[row] ?? true ? values[row] : 0)
      if overflow { return nil }
      before[position + 1] = sum
    }
    var sums = [Number](repeating: 0, count: rows.count)
    for position in rows.indices.untilStopped {
      let frame = frame(ofPosition: position, extent)
      let (sum, overflow) = before[frame.upperBound].subtractingReportingOverflow(before[frame.lowerBound])
      if overflow { return nil }
      sums[Int(rows[position])] = sum
    }
    return sums
  }

  /// Kleene's or of each row's frame; rows that do not count are neither true nor unknown.
  fileprivate func any(_ column: BoolColumn, _ counts: Bitmap?, _ extent: Extent) -> BoolColumn {
    let unknown = column.validity.map { ~$0 } ?? Bitmap(repeating: false, count: column.count)
    let known = column.validity.map { column.truth & $0 } ?? column.truth
    let trues = tallied(bothValid(counts, known), extent)
    let unknowns = tallied(bothValid(counts, unknown), extent)
    let isKnown = Bitmap(rows.indices.lazy.map { trues[$0] > 0 || unknowns[$0] == 0 })
    return BoolColumn(
      Bitmap(trues.lazy.map { $0 > 0 }), validity: isKnown.isAllTrue ? nil : isKnown)
  }

  /// The first or last valid row of each row's frame, -1 for none, by row.
  fileprivate func endRows(_ valid: Bitmap?, _ extent: Extent, last: Bool) -> [Int32] {
    last ? firstRows(valid, extent) { _, _ in true } : firstRows(valid, extent) { _, _ in false }
  }

  /// Of each row's frame the valid row that no other is better than, the first of equals; -1 for none. By row.
  ///
  /// A queue holds the rows that may still be chosen, the best first: a new row drops those at the end that it is better
  /// than, and the head leaves with the frame. Each row enters and leaves once.
  @inline(__always)
  fileprivate func firstRows(_ valid: Bitmap?, _ extent: Extent, _ isBetter: (Int, Int) -> Bool) -> [Int32] {
    var chosen = [Int32](repeating: -1, count: rows.count)
    var queue: [Int32] = []
    for partition in (0..<count).untilStopped {
      queue.removeAll(keepingCapacity: true)
      var head = 0
      for position in range(partition).untilStopped {
        let row = Int(rows[position])
        if valid?[row] ?? true {
          while queue.count > head, isBetter(row, Int(rows[Int(queue[queue.count - 1])])) { queue.removeLast() }
          queue.append(Int32(position))
        }
        let lower = frame(ofPosition: position, extent).lowerBound
        while head < queue.count, Int(queue[head]) < lower { head += 1 }
        if head < queue.count { chosen[row] = rows[Int(queue[head])] }
      }
    }
    return chosen
  }

  /// How many different valid values each row's frame has, by row.
  fileprivate func distinctCounts(_ argument: Column, _ valid: Bitmap?, _ extent: Extent) -> [Int64] {
    var counts = [Int64](repeating: 0, count: rows.count)
    var values = ValueCounts(Grouping([argument], rows: rows.count))
    slide(&values, valid, extent) { values, row in counts[row] = Int64(values.different) }
    return counts
  }

  /// The quantile of each row's frame, by row, `empty` for none; nil where `number` has none for the two rows that it lies
  /// between and the fraction of the way.
  fileprivate func quantiles<Number>(
    _ share: ExactNumber, _ argument: Column, _ valid: Bitmap?, _ extent: Extent, _ empty: Number,
    _ number: (_ lower: Int, _ upper: Int, _ fraction: ExactNumber) -> Number?
  ) -> (numbers: [Number], validity: Bitmap?)? {
    var numbers = [Number](repeating: empty, count: rows.count)
    var known = Bitmap(repeating: false, count: rows.count)
    var isWhole = true
    var frame = SortedFrame(argument, self)
    slide(&frame, valid, extent) { frame, row in
      guard let place = QuantilePlace(share, of: frame.count) else { return }
      let lower = frame.row(place.lower, inPartitionOf: row)
      let upper = place.upper == place.lower ? lower : frame.row(place.upper, inPartitionOf: row)
      known[row] = true
      if let found = number(lower, upper, place.fraction) { numbers[row] = found } else { isWhole = false }
    }
    return isWhole ? (numbers, known.isAllTrue ? nil : known) : nil
  }

  /// The first row of the most frequent valid value up to each row, -1 for none, by row.
  fileprivate func modalRows(_ argument: Column, _ valid: Bitmap?) -> [Int32] {
    var chosen = [Int32](repeating: -1, count: rows.count)
    var mode = GrowingMode(Grouping([argument], rows: rows.count))
    slide(&mode, valid, .upToRow) { mode, row in chosen[row] = mode.row }
    return chosen
  }

  /// A number for each row of the numbers up to it, by row; nil where one is not finite.
  fileprivate func spreads(
    _ x: [Double], _ y: [Double], _ valid: Bitmap?, _ number: (GrowingSpread) -> Double?
  ) -> FixedColumn<Double>? {
    var numbers = [Double](repeating: 0, count: rows.count)
    var known = Bitmap(repeating: true, count: rows.count)
    var spread = GrowingSpread(x, y)
    slide(&spread, valid, .upToRow) { spread, row in
      if let number = number(spread) { numbers[row] = number } else { known[row] = false }
    }
    return numbers.allSatisfy(\.isFinite) ? FixedColumn(numbers, validity: known.isAllTrue ? nil : known) : nil
  }
}
