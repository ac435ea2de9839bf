import IbidColumns
import IbidPlan
import IbidTypes

/// An aggregate over groups: a value a group, and which rows it was made of.
struct AggregatedColumn {
  var column: Column
  /// Group of each row that the aggregate's own filter keeps, negative for the others.
  var ids: [Int32]
  /// Rows that have a value to be used; nil: all.
  var used: Bitmap?

  /// Of each group, the rows behind its value.
  func lineage(_ rows: Lineage, count: Int) -> Lineage {
    rows.grouped(ids: ids, count: count) { used?[$0] ?? true }
  }
}

extension Executor {
  /// Group columns, then aggregates; groups in order of first appearance.
  func aggregate(_ relation: Relation, _ keys: [PlanExpression], _ aggregates: [Aggregate], focus: Int?)
    throws(EngineError) -> Relation
  {
    var evaluator = Evaluator(relation, self)
    var keyColumns: [Column] = []
    for key in keys { keyColumns.append(try evaluator.column(key)) }
    let grouping =
      keys.isEmpty ? Grouping.single(rows: relation.rowCount) : Grouping(keyColumns, rows: relation.rowCount)
    var columns = keyColumns.map { $0.gathered(grouping.firstRows) }
    var lineage = relation.lineage?.grouped(ids: grouping.ids, count: grouping.count)
    for (index, aggregate) in aggregates.enumerated() {
      if cancellation.isCancelled { throw .cancelled }
      let result = try aggregated(aggregate, ids: grouping.ids, groupCount: grouping.count, &evaluator)
      columns.append(result.column)
      if focus == keys.count + index, let traced = relation.lineage {
        lineage = result.lineage(traced, count: grouping.count)
      }
    }
    return Relation(rowCount: grouping.count, columns: columns, lineage: lineage)
  }

  /// One aggregate with its filter over rows in groups; notes what it skipped.
  func aggregated(
    _ aggregate: Aggregate, ids groups: [Int32], groupCount: Int, _ evaluator: inout Evaluator
  ) throws(EngineError) -> AggregatedColumn {
    var ids = groups
    if let filter = aggregate.filter {
      let truth = try evaluator.truth(filter)
      for row in ids.indices where truth[row] != true { ids[row] = -1 }
    }
    var (argument, second): (Column?, Column?)
    if let expression = aggregate.argument { argument = try evaluator.column(expression) }
    if let expression = aggregate.second { second = try evaluator.column(expression) }
    let column = try evaluator.aggregated(aggregate, ids: ids, groupCount: groupCount, argument, second)
    let used =
      aggregate.function.takesPairs ? bothValid(argument?.validity, second?.validity) : argument?.validity
    if aggregate.function.computes, let used, !used.isAllTrue {
      let members = ids.indices.count { ids[$0] >= 0 }
      let counted = ids.indices.count { ids[$0] >= 0 && used[$0] }
      if counted < members {
        recorder.note(.skipped(function: aggregate.function.rawValue, used: counted, of: members, at: aggregate.span))
      }
    }
    return AggregatedColumn(column: column, ids: ids, used: used)
  }
}
