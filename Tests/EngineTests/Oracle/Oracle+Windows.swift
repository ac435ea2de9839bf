import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Values that a row takes from other rows.
extension Oracle {
  /// The rows with the windows of expressions worked out; what a whole plan comes to is looked up once, too.
  func prepared(_ rows: [Row], for expressions: [PlanExpression]) throws -> [Row] {
    var rows = rows
    for expression in expressions {
      // What it is made of first: a window may stand in a window.
      rows = try prepared(rows, for: expression.operands)
      switch expression.kind {
      case .scalar(let plan) where notebook.scalars[plan] == nil:
        let only = try self.rows(plan)
        notebook.scalars[plan] = only.count == 1 ? only[0].cells.first ?? Cell(.none) : Cell(.none)
      case .related(let related) where notebook.tables[related.rows] == nil:
        notebook.tables[related.rows] = try self.rows(related.rows)
      case .window(let window): try work(out: window, &rows)
      default: break
      }
    }
    return rows
  }

  private func work(out window: Window, _ rows: inout [Row]) throws {
    var partitions: [(keys: [Value], rows: [Int])] = []
    for index in rows.indices {
      let keys = try window.per.map { try cell($0, rows[index]).value }
      if let known = partitions.firstIndex(where: { zip($0.keys, keys).allSatisfy { Self.areSame($0, $1) } }) {
        partitions[known].rows.append(index)
      } else {
        partitions.append((keys, [index]))
      }
    }
    for partition in partitions {
      let keyed = try partition.rows.map { index in
        (index: index, keys: try window.sort.map { try cell($0.value, rows[index]).value })
      }
      let ordered = keyed.enumerated().sorted { a, b in
        let order = Self.order(a.element.keys, b.element.keys, window.sort)
        return order != 0 ? order < 0 : a.offset < b.offset
      }.map(\.element)
      let members = ordered.map { rows[$0.index] }
      for position in ordered.indices {
        let (cell, frame) = try value(of: window, members, ordered.map(\.keys), at: position)
        rows[ordered[position].index].windows[window] = cell
        rows[ordered[position].index].frames[window] = frame.flatMap { members[$0].sources }
      }
    }
  }

  /// The value at one place of a partition in order, and the places of the rows that it is made of.
  private func value(of window: Window, _ members: [Row], _ keys: [[Value]], at position: Int) throws
    -> (Cell, [Int])
  {
    func argument(_ place: Int) throws -> Cell {
      guard members.indices.contains(place), let argument = window.argument else { return Cell(.none) }
      return try cell(argument, members[place])
    }
    func ties(_ place: Int, _ other: Int) -> Bool { Self.order(keys[place], keys[other], window.sort) == 0 }
    let upToHere = Array(0...position)
    switch window.function {
    case .rowNumber: return (Cell(.int(Int64(position + 1))), upToHere)
    case .rank, .denseRank:
      let ranked = upToHere.filter { !keys[$0].contains { Self.standing($0) > 0 } }
      if !ranked.contains(position) { return (Cell(.none), upToHere) }
      let before = ranked.filter { !ties($0, position) }
      let different = before.filter { place in !before.contains { $0 < place && ties($0, place) } }
      return (Cell(.int(Int64((window.function == .rank ? before : different).count + 1))), upToHere)
    case .lag:
      return (try argument(position - window.offset), [position - window.offset].filter(members.indices.contains))
    case .lead:
      return (try argument(position + window.offset), [position + window.offset].filter(members.indices.contains))
    case .carry:
      let known = try (0...position).last { try argument($0).value != .none }
      return (try known.map(argument) ?? Cell(.none), known.map { [$0] } ?? [])
    case .aggregate(let function):
      var frame = Array(members.indices)
      if let rows = window.rows {
        frame = frame.filter { $0 <= position && $0 > position - rows }
      } else if !window.sort.isEmpty {
        frame = frame.filter { $0 <= position }
      }
      if let filter = window.filter { frame = try frame.filter { try cell(filter, members[$0]).truth == .yes } }
      let values = try frame.map { place in
        (
          cell: try window.argument.map { try cell($0, members[place]) } ?? Cell(.int(1)),
          key: try window.second.map { try cell($0, members[place]).value } ?? .none
        )
      }
      let type = window.argument?.type.base ?? .int
      let used = zip(frame, values).filter { window.argument == nil || $1.cell.value != .none }.map(\.0)
      return (try Self.aggregate(function, values, type), used)
    }
  }

  /// The rows, beside its own, that a row's value of an expression was made of.
  func lookedUp(_ expression: PlanExpression, _ row: Row) throws -> [Source] {
    var own: [Source] = []
    switch expression.kind {
    case .scalar(let plan):
      let only = try rows(plan, focus: 0)
      return only.count == 1 ? only[0].sources : []
    case .related(let related): own = try self.related(related, row).used
    case .window(let window): return row.frames[window] ?? []
    default: break
    }
    return own + (try expression.operands.flatMap { try lookedUp($0, row) })
  }

  /// An aggregate over the rows of another table that lead to this row's reference.
  func related(_ related: RelatedAggregate, _ row: Row) throws -> (cell: Cell, used: [Source]) {
    guard case .reference(_, let target) = try cell(related.reference, row).value else { return (Cell(.none), []) }
    let members = try prepared(notebook.tables[related.rows] ?? rows(related.rows), for: related.aggregate.operands)
      .filter { child in
        if case .reference(_, let owner) = child.cells[related.column].value { owner == target } else { false }
      }
    // Its missing values are not counted: each row's aggregate is a lookup, not a result.
    return try Oracle(snapshot: snapshot, parameters: parameters).computed(related.aggregate, over: [members])[0]
  }
}
