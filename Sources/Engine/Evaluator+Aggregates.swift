import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

/// Aggregates over groups of rows, in an order of their own, and over the rows of other tables.
extension Evaluator {
  func aggregated(
    _ groups: Aggregation, _ function: AggregateFunction, _ argument: Column?, _ second: Column?,
    _ expression: PlanExpression
  ) throws(EngineError) -> Column {
    do {
      return try groups.run(function, argument, second: second, type: expression.type.base)
    } catch {
      throw .failed(.overflow("this \(function.rawValue)", at: expression.span))
    }
  }

  /// An aggregate of grouped rows, in the order that it asks for. `ids`: the group of each row, negative for none.
  mutating func aggregated(
    _ aggregate: Aggregate, ids: GroupIds, groupCount: Int, _ argument: Column?, _ second: Column?,
    known: KnownTotals = KnownTotals()
  ) throws(EngineError) -> Column {
    let expression = PlanExpression(.constant(.none), aggregate.type, at: aggregate.span)
    guard !aggregate.order.isEmpty else {
      return try aggregated(
        Aggregation(ids: ids, groupCount: groupCount, known: known), aggregate.function, argument, second, expression)
    }
    let rows = try self.rows(inOrder: aggregate.order)
    return try aggregated(
      Aggregation(ids: ids.array.gathered(rows, filler: -1), groupCount: groupCount), aggregate.function,
      argument?.gathered(rows), second?.gathered(rows), expression)
  }

  /// Of each group, the row that a `min` or `max` chooses: of those that tie, the first in the aggregate's own order.
  mutating func chosenRows(_ aggregate: Aggregate, ids: GroupIds, groupCount: Int, _ compared: Column)
    throws(EngineError) -> [Int32]
  {
    let isLargest = aggregate.function.isLargest
    guard !aggregate.order.isEmpty else {
      return Aggregation(ids: ids, groupCount: groupCount).extremeRows(compared, largest: isLargest)
    }
    let rows = try self.rows(inOrder: aggregate.order)
    return Aggregation(ids: ids.array.gathered(rows, filler: -1), groupCount: groupCount)
      .extremeRows(compared.gathered(rows), largest: isLargest).map { $0 < 0 ? -1 : rows[Int($0)] }
  }

  private mutating func rows(inOrder orders: [SortOrder]) throws(EngineError) -> [Int32] {
    var keys: [(column: Column, isDescending: Bool)] = []
    for order in orders { keys.append((try column(order.value), order.isDescending)) }
    return SortKeys.order(keys, rows: count)
  }

  /// An aggregate over the rows of another table that refer to each row's reference.
  ///
  /// Computed once for every row of the referred table, then looked up.
  mutating func related(_ related: RelatedAggregate, _ expression: PlanExpression) throws(EngineError)
    -> Operand
  {
    let reference = try evaluate(related.reference)
    guard case .reference(let wanted) = reference.column, let target = executor.snapshot.tables[wanted.table] else {
      return Operand(.missing(expression.type.base, count: 1), isConstant: true)
    }
    let child = try executor.relation(related.rows)
    guard related.column < child.columns.count, case .reference(let owners) = child.column(related.column) else {
      return Operand(.missing(expression.type.base, count: 1), isConstant: true)
    }
    var evaluator = Evaluator(child, executor)
    var ids = owners.rowsOrMissing
    if let filter = related.aggregate.filter {
      let truth = try evaluator.truth(filter)
      for row in ids.indices where truth[row] != true { ids[row] = -1 }
    }
    let argument = try related.aggregate.argument.map { (argument: PlanExpression) throws(EngineError) -> Column in
      try evaluator.column(argument)
    }
    let second = try related.aggregate.second.map { (second: PlanExpression) throws(EngineError) -> Column in
      try evaluator.column(second)
    }
    let values = try evaluator.aggregated(
      related.aggregate, ids: .each(ids), groupCount: target.rowCount, argument, second)
    return Operand(values.gathered(wanted.rowsOrMissing), isConstant: reference.isConstant)
  }
}
