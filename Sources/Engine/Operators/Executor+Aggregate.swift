import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

/// An aggregate over groups: a value a group, and which rows it was made of.
struct AggregatedColumn {
  var column: Column
  var contributors: Contributors
}

/// The rows that the values of an aggregate were made of.
struct Contributors {
  /// Group of each row that the aggregate's own filter keeps, negative for the others.
  var ids: GroupIds
  /// Rows that have a value to be used; nil: all.
  var used: Bitmap?

  /// Of each group, the row that `min` or `max` chose; nil for other functions, and where nobody traces.
  var chosen: [Int32]?

  /// Of each group, the rows behind its value, the chosen one first.
  func lineage(_ rows: Lineage, count: Int) -> Lineage {
    guard let chosen else { return rows.grouped(ids: ids, count: count) { used?[$0] ?? true } }
    if Parallel.isCurrentStopped() { return .none(rows: count) }
    let isChosen = Set(chosen)
    let order = chosen.filter { $0 >= 0 } + ids.indices.map { Int32($0) }.filter { !isChosen.contains($0) }
    return rows.gathered(order).grouped(ids: order.map { ids[Int($0)] }, count: count) { used?[Int(order[$0])] ?? true }
  }
}

extension Executor {
  /// Group columns, then aggregates; groups in order of first appearance.
  func aggregate(_ relation: Relation, _ keys: [PlanExpression], _ aggregates: [Aggregate], focus: Int?)
    throws(EngineError) -> Relation
  {
    var evaluator = Evaluator(relation, self)
    let (grouping, keyColumns) = try grouped(relation, keys, &evaluator)
    let columns = try self.columns(aggregates, grouping, &evaluator)
    var lineage: Lineage?
    if let traced = relation.lineage {
      let isFocused = focus.map { $0 >= keys.count && $0 < keys.count + aggregates.count } ?? false
      lineage =
        isFocused
        ? grouping.numbered(columns[(focus ?? 0) - keys.count].contributors).lineage(traced, count: grouping.count)
        : traced.grouped(ids: grouping.numbered(grouping.ids), count: grouping.count)
    }
    return Relation(
      rowCount: grouping.count, columns: keyColumns + columns.map { grouping.ordered($0.column) }, lineage: lineage)
  }

  /// All rows that a condition keeps as one group, without making a table of them: the aggregates read the columns as they
  /// stand, under a mask. nil where a column would have to be computed, also for rows that are not kept.
  func aggregate(_ relation: Relation, keeping kept: Bitmap, _ aggregates: [Aggregate], focus: Int?)
    throws(EngineError) -> Relation?
  {
    // Of few rows their own columns are read faster.
    guard aggregates.allSatisfy(\.canBeMasked), kept.trueCount >= relation.rowCount / Self.rowsPerKept else {
      return nil
    }
    var evaluator = Evaluator(relation, self)
    let grouping = SlotGrouping(.single(rows: relation.rowCount), keeping: kept)
    let columns = try self.columns(aggregates, grouping, &evaluator)
    var lineage: Lineage?
    if let traced = relation.lineage {
      let isFocused = focus.map { aggregates.indices.contains($0) } ?? false
      lineage =
        isFocused
        ? columns[focus ?? 0].contributors.lineage(traced, count: 1) : traced.grouped(ids: grouping.ids, count: 1)
    }
    return Relation(rowCount: 1, columns: columns.map(\.column), lineage: lineage)
  }

  private static let rowsPerKept = 16

  /// The aggregates of each slot. What needs no more than totals is computed in one pass.
  private func columns(_ aggregates: [Aggregate], _ grouping: SlotGrouping, _ evaluator: inout Evaluator)
    throws(EngineError) -> [AggregatedColumn]
  {
    let isRowByRow = grouping.isComplete && grouping.order == nil && grouping.isRowByRow
    var shared = SharedTotals(grouping.ids, isComplete: grouping.isComplete, isRowByRow: isRowByRow)
    var arguments: [Int: Column] = [:]
    var seconds: [Int: Column] = [:]
    for (index, aggregate) in aggregates.enumerated() where aggregate.isPlain {
      let isOfTwins = SharedTotals.functionsOfTwins.contains(aggregate.function)
      guard isOfTwins || SharedTotals.functions.contains(aggregate.function) else { continue }
      arguments[index] = try aggregate.argument.map { (argument: PlanExpression) throws(EngineError) -> Column in
        try evaluator.column(argument)
      }
      seconds[index] = try aggregate.second.map { (second: PlanExpression) throws(EngineError) -> Column in
        try evaluator.column(second)
      }
      shared.add(
        aggregate.function, of: arguments[index], seconds[index], index: index, key: aggregate.argument?.columnIndex,
        secondKey: aggregate.second?.columnIndex)
    }
    let known = shared.known(grouping.ids, groupCount: grouping.slotCount)
    var columns: [AggregatedColumn] = []
    for (index, aggregate) in aggregates.enumerated() {
      if parallel.isStopped { throw .cancelled }
      columns.append(
        try aggregated(
          aggregate, ids: grouping.ids, groupCount: grouping.slotCount, argument: arguments[index],
          second: seconds[index], known: known[index] ?? KnownTotals(), isComplete: grouping.isComplete, &evaluator))
    }
    return columns
  }

  /// Groups of the same keys, and the keys of each.
  ///
  /// What a date function makes of a key is grouped by the function's value for each of the few different dates; no column of
  /// such values is made.
  private func grouped(_ relation: Relation, _ keys: [PlanExpression], _ evaluator: inout Evaluator) throws(EngineError)
    -> (groups: SlotGrouping, keys: [Column])
  {
    let rows = relation.rowCount
    if keys.isEmpty { return (SlotGrouping(.single(rows: rows)), []) }
    var codes: [Codes] = []
    var columns: [Column?] = []
    for key in keys {
      let known = try evaluator.codes(of: key)
      let column = known == nil ? try evaluator.column(key) : nil
      columns.append(column)
      codes.append(known ?? column.map(Codes.init(identityOf:)) ?? Codes(rows: rows))
    }
    let grouping = SlotGrouping(codes, rows: rows)
    if parallel.isStopped { throw .cancelled }
    var first = Evaluator(relation.selecting(grouping.firstRows), self)
    var found: [Column] = []
    for (key, column) in zip(keys, columns) {
      if let column {
        found.append(grouping.isRowByRow ? column : column.gathered(grouping.firstRows))
      } else {
        found.append(try first.column(key))
      }
    }
    return (grouping, found)
  }

  /// One aggregate with its filter over rows in groups; notes what it skipped.
  ///
  /// `argument` and `known`: what was computed of it already. `isComplete`: whether every row is in a group.
  func aggregated(
    _ aggregate: Aggregate, ids groups: GroupIds, groupCount: Int, argument computed: Column? = nil,
    second computedSecond: Column? = nil, known: KnownTotals = KnownTotals(), isComplete: Bool = false,
    _ evaluator: inout Evaluator
  ) throws(EngineError) -> AggregatedColumn {
    var ids = groups
    if let filter = aggregate.filter { ids = groups.keeping(try evaluator.truth(filter).truth) }
    var (argument, second) = (computed, computedSecond)
    if let expression = aggregate.argument, argument == nil { argument = try evaluator.column(expression) }
    if let expression = aggregate.second, second == nil { second = try evaluator.column(expression) }
    let column = try evaluator.aggregated(
      aggregate, ids: ids, groupCount: groupCount, argument, second, known: known)
    let contributors = try contributors(to: aggregate, ids, groupCount, argument, second, &evaluator)
    let used = contributors.used
    if aggregate.function.computes, let used, !used.isAllTrue {
      let areAll = isComplete && aggregate.filter == nil
      let everyRow = areAll ? used : Bitmap(count: ids.count, wordsOf: ids.memberWords)
      let (members, counted) = (areAll ? ids.count : everyRow.trueCount, (everyRow & used).trueCount)
      if counted < members {
        recorder.note(.skipped(function: aggregate.function.rawValue, used: counted, of: members, at: aggregate.span))
      }
    }
    noteMixedDurations(aggregate, column, ids, used, groupCount)
    if let rate = aggregate.rate { noteRates(try evaluator.column(rate), ids, used, at: aggregate.span) }
    return AggregatedColumn(column: column, contributors: contributors)
  }

  /// The rows that an aggregate uses, and of `min` and `max`, where somebody traces, those that it chooses.
  func contributors(
    to aggregate: Aggregate, _ ids: GroupIds, _ groupCount: Int, _ argument: Column?, _ second: Column?,
    _ evaluator: inout Evaluator
  ) throws(EngineError) -> Contributors {
    let function = aggregate.function
    let used = function.takesPairs ? bothValid(argument?.validity, second?.validity) : argument?.validity
    var chosen: [Int32]?
    if isTracing, function.choosesRow, let compared = function.ordersBySecond ? second : argument {
      chosen = try evaluator.chosenRows(aggregate, ids: ids, groupCount: groupCount, compared)
    }
    return Contributors(ids: ids, used: used, chosen: chosen)
  }

  /// Notes groups that have durations and yet no result: months and days do not add up.
  private func noteMixedDurations(
    _ aggregate: Aggregate, _ column: Column, _ ids: GroupIds, _ used: Bitmap?, _ groupCount: Int
  ) {
    guard aggregate.function.needsOneUnit, aggregate.argument?.type.base == .duration else { return }
    var hasRows = [Bool](repeating: false, count: groupCount)
    parallel.inOrder(rows: ids.count) { rows in
      for row in rows where ids[row] >= 0 && (used?[row] ?? true) { hasRows[Int(ids[row])] = true }
    }
    let mixed = hasRows.indices.count { hasRows[$0] && !column.isValid($0) }
    if mixed > 0 {
      recorder.note(.mixedDurations(function: aggregate.function.rawValue, groups: mixed, at: aggregate.span))
    }
  }

  /// Notes a sum that adds rates, such as £18m a year, to totals.
  private func noteRates(_ rates: Column, _ ids: GroupIds, _ used: Bitmap?, at span: ByteSpan) {
    var (rateCount, totalCount) = (0, 0)
    parallel.inOrder(rows: ids.count) { rows in
      for row in rows where ids[row] >= 0 && (used?[row] ?? true) {
        if rates.isValid(row) { rateCount += 1 } else { totalCount += 1 }
      }
    }
    if rateCount > 0, totalCount > 0 { recorder.note(.rates(rateCount, totals: totalCount, at: span)) }
  }
}

extension Aggregate {
  /// Whether it takes all rows of a group as they stand.
  fileprivate var isPlain: Bool { filter == nil && order.isEmpty }

  /// Whether it is a total of a column as it stands, or a count, which rows that do not count may be left out of.
  var canBeMasked: Bool {
    isPlain && rate == nil && argument.map(\.isColumn) ?? true && SharedTotals.functions.contains(function)
  }
}
