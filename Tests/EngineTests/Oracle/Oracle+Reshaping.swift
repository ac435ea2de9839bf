import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Steps that make rows of columns and columns of rows.
extension Oracle {
  func unnest(_ rows: [Row], _ column: Int, _ plan: Plan) -> [Row] {
    func elements(_ row: Row) -> [Value] {
      if case .list(let elements) = row.cells[column].value { elements } else { [] }
    }
    let empty = rows.count { elements($0).isEmpty }
    if empty > 0 { notebook.note(.withoutElements(empty, at: plan.span)) }
    return rows.flatMap { row -> [Row] in
      elements(row).map { element in
        var copy = Row(cells: row.cells, sources: row.sources)
        copy.cells[column] = Cell(element)
        if case .reference(let table, let target) = element {
          copy.sources.append(Source(table: table, row: Int(target)))
        }
        return copy
      }
    }
  }

  /// The columns beyond the keys: one for each value of `column`, in order of first appearance, missing last.
  func pivot(
    _ rows: [Row], _ keys: [PlanExpression], _ aggregate: Aggregate, _ column: PlanExpression, focus: Int?
  ) throws -> [Row] {
    let rows = try prepared(rows, for: keys + aggregate.operands + [column])
    let groups =
      keys.isEmpty
      ? rows.isEmpty ? [] : [Group(key: [], members: rows)]
      : try groups(rows, keys)
    var values: [Value] = []
    for row in rows {
      let value = try cell(column, row).value
      if !values.contains(where: { Self.areSame($0, value) }) { values.append(value) }
    }
    values = values.filter { $0 != .none } + values.filter { $0 == .none }
    // Group by group, and in each a cell for each value.
    let cells = try groups.flatMap { group in
      try values.map { value in try group.members.filter { Self.areSame(try cell(column, $0).value, value) } }
    }
    let results = try computed(aggregate, over: cells)
    return groups.enumerated().map { index, group in
      let own = results[index * values.count..<(index + 1) * values.count].map(\.cell)
      var row = Row(cells: group.key + own, sources: group.sources)
      if let focus, focus >= keys.count, focus < keys.count + values.count {
        row.sources = results[index * values.count + focus - keys.count].used
      }
      return row
    }
  }

  func unpivot(_ rows: [Row], _ columns: [Int], _ schema: Schema) -> [Row] {
    rows.flatMap { row in
      let others = row.cells.indices.filter { !columns.contains($0) }.map { row.cells[$0] }
      return columns.map { column in
        Row(cells: others + [Cell(.text(schema.fields[column].name)), row.cells[column]], sources: row.sources)
      }
    }
  }
}
