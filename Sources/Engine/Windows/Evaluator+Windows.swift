import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: of each function, in `Window.Function`; aggregates skip what is missing.

extension Evaluator {
  /// Rows whose frames are laid out at once, for aggregates that know no shorter way.
  private static let rowsAtOnce = 1 << 21

  mutating func window(_ window: Window, _ expression: PlanExpression) throws(EngineError) -> Operand {
    let partitions = try partitions(of: window)
    switch window.function {
    case .rowNumber:
      let numbers = [Int64](rows: count, filler: 0) { position in
        Int64(position - partitions.range(Int(partitions.ids[Int(partitions.rows[position])])).lowerBound + 1)
      }
      return Operand(.int(FixedColumn(partitions.scattered(numbers))))
    case .rank, .denseRank: return Operand(.int(try ranks(window, partitions)))
    case .lag, .lead, .carry:
      let argument = try argumentColumn(window)
      return Operand(argument.gathered(takenRows(window, partitions, argument)))
    case .aggregate(let function):
      return Operand(try windowed(function, window, partitions, expression))
    }
  }

  mutating func partitions(of window: Window) throws(EngineError) -> Partitions {
    var per: [Column] = []
    for key in window.per { per.append(try column(key)) }
    var keys: [(column: Column, isDescending: Bool)] = []
    for order in window.sort { keys.append((try column(order.value), order.isDescending)) }
    let grouping = per.isEmpty ? .single(rows: count) : try executor.grouping(per, rows: count)
    let partitions = Partitions(per: grouping, sortedBy: keys)
    if executor.parallel.isStopped { throw .cancelled }
    return partitions
  }

  private mutating func argumentColumn(_ window: Window) throws(EngineError) -> Column {
    guard let argument = window.argument else { return .missing(window.type.base, count: count) }
    return try column(argument)
  }

  /// The row that each row takes its value from, -1 for none: of `lag`, `lead` and `carry`.
  func takenRows(_ window: Window, _ partitions: Partitions, _ argument: Column) -> [Int32] {
    let validity = argument.validity
    var taken = [Int32](repeating: -1, count: count)
    for partition in (0..<partitions.count).untilStopped {
      let range = partitions.range(partition)
      var known: Int32 = -1
      for position in range.untilStopped {
        let row = partitions.rows[position]
        switch window.function {
        case .carry:
          if validity?[Int(row)] ?? true { known = row }
          taken[Int(row)] = known
        case .lead:
          if window.offset < range.upperBound - position { taken[Int(row)] = partitions.rows[position + window.offset] }
        default:
          if window.offset <= position - range.lowerBound {
            taken[Int(row)] = partitions.rows[position - window.offset]
          }
        }
      }
    }
    return taken
  }

  // MARK: Ranks

  private mutating func ranks(_ window: Window, _ partitions: Partitions) throws(EngineError) -> FixedColumn<Int64> {
    var keys: [[UInt64]] = []
    var placed = Bitmap(repeating: true, count: count)
    for order in window.sort {
      let column = try column(order.value)
      keys.append(SortKeys.ranks(column))
      if let validity = column.validity { placed = placed & validity }
      if let unplaced = SortKeys.unplaced(column) { placed = placed & ~unplaced }
    }
    var ranks = [Int64](repeating: 0, count: count)
    for partition in (0..<partitions.count).untilStopped {
      var (seen, rank): (Int64, Int64) = (0, 0)
      var last: Int?
      for position in partitions.range(partition).untilStopped {
        let row = Int(partitions.rows[position])
        guard placed[row] else { continue }
        seen += 1
        let ties = last.map { last in keys.allSatisfy { $0[last] == $0[row] } } ?? false
        if !ties { rank = window.function == .rank ? seen : rank + 1 }
        ranks[row] = rank
        last = row
      }
    }
    return FixedColumn(ranks, validity: placed.isAllTrue ? nil : placed)
  }

  // MARK: Aggregates

  private mutating func windowed(
    _ function: AggregateFunction, _ window: Window, _ partitions: Partitions, _ expression: PlanExpression
  ) throws(EngineError) -> Column {
    var counts: Bitmap?
    if let filter = window.filter { counts = try truth(filter).truth }
    let argument = try window.argument.map { (argument: PlanExpression) throws(EngineError) -> Column in
      try column(argument)
    }
    let second = try window.second.map { (second: PlanExpression) throws(EngineError) -> Column in
      try column(second)
    }
    let extent = Partitions.Extent(window)
    if case .partition = extent {
      let ids = counts.map { counts in partitions.ids.indices.map { counts[$0] ? partitions.ids[$0] : -1 } }
      let groups = Aggregation(ids: ids ?? partitions.ids, groupCount: partitions.count)
      return try aggregated(groups, function, argument, second, expression).gathered(partitions.ids)
    }
    if case .upToRow = extent, let running = try running(function, argument, counts, partitions, window.span) {
      return running
    }
    if function == .count, argument == nil { return .int(FixedColumn(partitions.tallied(counts, extent))) }
    if let argument, let moving = overMovingFrames(function, extent, argument, second, counts, partitions) {
      return moving
    }
    return try overFrames(function, extent, argument, second, counts, partitions, expression)
  }

  /// Any aggregate, frame by frame: lays the frames of some rows out one after the other and groups by row.
  private func overFrames(
    _ function: AggregateFunction, _ extent: Partitions.Extent, _ argument: Column?, _ second: Column?,
    _ counts: Bitmap?, _ partitions: Partitions, _ expression: PlanExpression
  ) throws(EngineError) -> Column {
    var result: Column?
    var position = 0
    while position < count || result == nil {
      if executor.parallel.isStopped { throw .cancelled }
      var ids: [Int32] = []
      var rows: [Int32] = []
      var groups: Int32 = 0
      var looks = Looks()
      while position < count, rows.count < Self.rowsAtOnce {
        for member in partitions.frame(ofPosition: position, extent) {
          if looks.seeStop() { throw .cancelled }
          let row = partitions.rows[member]
          rows.append(row)
          ids.append(counts?[Int(row)] ?? true ? groups : -1)
        }
        groups += 1
        position += 1
      }
      let part = try aggregated(
        Aggregation(ids: ids, groupCount: Int(groups)), function, argument?.gathered(rows), second?.gathered(rows),
        expression)
      result =
        try result.map { (before: Column) throws(EngineError) -> Column in try both(before, part, expression) }
        ?? part
    }
    guard let result else { return .missing(expression.type.base, count: count) }
    // From positions back to rows.
    return result.gathered(partitions.scattered((0..<Int32(count)).map { $0 }))
  }

  /// Counts, sums, means and products up to each row in one pass; nil for what has no such way.
  private func running(
    _ function: AggregateFunction, _ argument: Column?, _ counts: Bitmap?, _ partitions: Partitions, _ span: ByteSpan
  ) throws(EngineError) -> Column? {
    let validity = argument?.validity
    func takesPart(_ row: Int) -> Bool { (counts?[row] ?? true) && (validity?[row] ?? true) }
    switch (function, argument) {
    case (.count, _):
      return .int(
        FixedColumn(
          accumulated(partitions, Int64(0)) { total, row in if takesPart(row) { total += 1 } }))
    case (.sum, .int(let column)?):
      return .int(FixedColumn(try runningSums(column.values, partitions, span, takesPart)))
    case (.sum, .float(let column)?):
      let values = column.values
      return .float(
        Self.finite(accumulated(partitions, 0.0) { total, row in if takesPart(row) { total += values[row] } }, nil))
    case (.avg, .float(let column)?):
      let values = column.values
      let totals = accumulated(partitions, (sum: 0.0, count: 0)) { total, row in
        guard takesPart(row) else { return }
        total = (total.sum + values[row], total.count + 1)
      }
      // What is too large is an error, for the aggregate of groups to tell.
      guard totals.allSatisfy(\.sum.isFinite) else { return nil }
      let inhabited = Bitmap(totals.lazy.map { $0.count > 0 })
      return .float(
        FixedColumn(
          totals.map { $0.count == 0 ? 0 : $0.sum / Double($0.count) }, validity: inhabited.isAllTrue ? nil : inhabited)
      )
    case (.product, .int(let column)?):
      let values = column.values
      let products = accumulated(partitions, (product: Int64(1), overflowed: false)) { total, row in
        guard takesPart(row) else { return }
        let (product, overflow) = total.product.multipliedReportingOverflow(by: values[row])
        // A zero makes the product zero, however far the others would have gone.
        total = (product, values[row] != 0 && (total.overflowed || overflow))
      }
      if products.contains(where: \.overflowed) { throw .failed(.overflow("this product", at: span)) }
      return .int(FixedColumn(products.map(\.product)))
    case (.product, .float(let column)?):
      let values = column.values
      let products = accumulated(partitions, 1.0) { product, row in if takesPart(row) { product *= values[row] } }
      return products.allSatisfy(\.isFinite) ? .float(FixedColumn(products)) : nil
    // A column without any value has no unit to go by: that is the type's to say.
    case (.sum, .measure(let column)?)
    where column.isExact && column.unitCodes.isEmpty && (0..<column.count).contains(where: column.isValid):
      let sums = Numerators(try runningSums(column.low.widened, partitions, span, takesPart))
      return .measure(
        MeasureColumn(
          kind: column.kind, denominator: column.denominator, low: sums, high: sums, units: column.units))
    default: return nil
    }
  }

  /// Throws where a sum does not fit.
  private func runningSums<Number: FixedWidthInteger>(
    _ values: [Number], _ partitions: Partitions, _ span: ByteSpan, _ takesPart: (Int) -> Bool
  ) throws(EngineError) -> [Number] {
    var overflowed = false
    let sums = accumulated(partitions, Number(0)) { total, row in
      guard takesPart(row) else { return }
      let (sum, overflow) = total.addingReportingOverflow(values[row])
      total = sum
      overflowed = overflowed || overflow
    }
    if overflowed { throw .failed(.overflow("this running sum", at: span)) }
    return sums
  }

  /// A value per row, made anew in each partition and changed by each of its rows in order.
  @inline(__always)
  private func accumulated<Total>(_ partitions: Partitions, _ start: Total, _ add: (inout Total, Int) -> Void)
    -> [Total]
  {
    var result = [Total](repeating: start, count: count)
    for partition in (0..<partitions.count).untilStopped {
      var total = start
      for position in partitions.range(partition).untilStopped {
        let row = Int(partitions.rows[position])
        add(&total, row)
        result[row] = total
      }
    }
    return result
  }
}
