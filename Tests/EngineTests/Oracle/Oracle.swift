import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// The engine's meaning, row by row in the plainest Swift: slow, and free of the engine's code.
///
/// It shares the value types (`Measure`, `Moment`, `ExactNumber`, `Value`) and nothing else.
struct Oracle {
  /// A cell; `cause` says why a truth value is unknown.
  struct Cell {
    var value: Value
    var cause: UnknownCause = .missing

    init(_ value: Value) { self.value = value }

    init(_ truth: Truth) {
      switch truth {
      case .yes: value = .bool(true)
      case .no: value = .bool(false)
      case .unknown(let cause):
        value = .none
        self.cause = cause
      }
    }

    var truth: Truth {
      if case .bool(let bool) = value { return Truth(bool) }
      return .unknown(cause)
    }
  }

  struct Row {
    var cells: [Cell]
    /// Base rows that it was made from, and at most one remark.
    var sources: [Source]
    /// Values that its expressions take from other rows; see `prepared`.
    var windows: [Window: Cell] = [:]
    /// The rows of each window's frame, for the trace of its column.
    var frames: [Window: [Source]] = [:]

    init(cells: [Cell], sources: [Source]) {
      self.cells = cells
      self.sources = sources
    }
  }

  struct Source: Hashable {
    var table: String
    var row: Int

    /// Words in place of a row, whatever they say.
    static let remark = Source(table: "", row: -1)
    var isRemark: Bool { row < 0 }
  }

  struct Overflow: Error {}
  /// What the step cannot do with this data.
  struct Refused: Error {}

  /// A node, expression or function that the oracle has no meaning for: a gap in the test, never a result.
  struct NotCovered: Error, CustomStringConvertible {
    let what: String
    var description: String { "the oracle does not know \(what)" }
  }

  /// What one run notices and looks up once; shared by the copies of an oracle.
  final class Notebook {
    private(set) var notes: [ExecutionNote] = []
    var scalars: [Plan: Cell] = [:]
    /// The rows of tables and views that paths back lead to.
    var tables: [Plan: [Row]] = [:]

    /// What is noticed twice is said once.
    func note(_ note: ExecutionNote) { if !notes.contains(note) { notes.append(note) } }
  }

  let snapshot: Snapshot
  let notebook = Notebook()
  /// In the order of the plan from the data up.
  var notes: [ExecutionNote] { notebook.notes }

  let parameters: [String: Value]

  init(snapshot: Snapshot, parameters: [String: Value] = [:]) {
    self.snapshot = snapshot
    self.parameters = parameters
  }

  /// The rows of a plan. `focus` names a column: an aggregate's or a window's sources are then those of that column alone.
  func rows(_ plan: Plan, focus: Int? = nil) throws -> [Row] {
    switch plan.node {
    case .scan(let name, let copies): return scan(name, copies: copies)
    case .unit: return [Row(cells: [], sources: [])]
    case .filter(let input, let condition): return try filter(try rows(input, focus: focus), condition, over: input)
    case .project(let input, let expressions): return try project(input, expressions, focus: focus)
    case .sort(let input, let orders): return try sorted(try rows(input, focus: focus), orders)
    case .slice(let input, let skip, let take):
      let rest = try rows(input, focus: focus).dropFirst(skip)
      return Array(take.map { rest.prefix($0) } ?? rest)
    case .sample(let input, let count, let seed): return sample(try rows(input, focus: focus), count, seed)
    case .leading(let input, _, _, _): return try rows(input, focus: focus)
    case .top(let input, let count, let orders, let per):
      return try top(try rows(input, focus: focus), count, orders, per, plan)
    case .distinct(let input, let keys):
      return try groups(try rows(input, focus: focus), keys).map { group in
        var row = group.members[0]
        row.sources = group.sources
        return row
      }
    case .aggregate(let input, let keys, let aggregates):
      return try aggregate(try rows(input), keys, aggregates, focus: focus)
    case .join(let kind, let left, let right, let keys, let nearest, let condition, _):
      let join = Join(
        kind: kind, leftWidth: left.schema.count, rightWidth: right.schema.count, keys: keys, nearest: nearest,
        condition: condition)
      let leftRows = try rows(left)
      return try self.join(join, leftRows, try rows(right))
    case .union(let left, let right):
      return try (rows(left, focus: focus) + rows(right, focus: focus)).map { row in
        var row = row
        row.sources.append(.remark)
        return row
      }
    case .unnest(let input, let column): return unnest(try rows(input), column, plan)
    case .pivot(let input, let keys, let aggregate, let column):
      return try pivot(try rows(input), keys, aggregate, column, focus: focus)
    case .unpivot(let input, let columns): return unpivot(try rows(input), columns, input.schema)
    case .fill(let input, let column, let range, let by):
      return try fill(try rows(input), column, range, by, input.schema)
    case .search(let input, let words, let columns): return search(try rows(input), words, columns)
    case .describe(let input, let columns): return describe(try rows(input), columns, input.schema)
    case .conflicts(let input, let value, let keys, let all):
      return try conflicts(try rows(input), value, keys, includesPossible: all, plan)
    case .cite(let input):
      return try rows(input).map { row in
        var row = row
        row.cells.append(Cell(.list(row.sources.compactMap(place))))
        return row
      }
    case .pairs(let input, let list): return try pairs(try rows(input), list, plan)
    case .components(let input, let ends): return components(try rows(input), ends, plan)
    case .reach(let input, let ends, let start, let limit):
      return try reach(try rows(input), ends, from: start, within: limit, plan)
    case .paths(let input, let ends, let start, let goal, let limit):
      return try paths(try rows(input), ends, from: start, to: goal, within: limit, plan)
    case .without(let input, let ends, let node): return try without(try rows(input, focus: focus), ends, node, plan)
    case .view(_, _, let input, _), .output(let input, _): return try rows(input, focus: focus)
    }
  }

  /// Where a base row stands, by its table's last column of places.
  private func place(_ source: Source) -> Value? {
    guard let table = snapshot.tables[source.table],
      let index = table.schema.fields.lastIndex(where: { $0.type.base == .source })
    else { return nil }
    let place = table.columns[index].value(at: source.row)
    return place == .none ? nil : place
  }

  func scan(_ name: String, copies: Bool) -> [Row] {
    guard let table = snapshot.tables[name] else { return [] }
    let wanted = copies ? nil : snapshot.originals[name]
    return (wanted?.map(Int.init) ?? Array(0..<table.rowCount)).map { row in
      Row(
        cells: table.columns.map { Cell($0.value(at: row)) } + [Cell(.reference(table: name, row: Int32(row)))],
        sources: [Source(table: name, row: row)])
    }
  }

  private func filter(_ rows: [Row], _ condition: PlanExpression, over input: Plan) throws -> [Row] {
    var kept: [Row] = []
    var causes: [UnknownCause: Int] = [:]
    for row in try prepared(rows, for: [condition]) {
      switch try cell(condition, row).truth {
      case .yes: kept.append(row)
      case .no: continue
      case .unknown(let cause): causes[cause, default: 0] += 1
      }
    }
    if !causes.isEmpty {
      notebook.note(
        .possible(
          causes.values.reduce(0, +), causes: causes, isMoney: condition.comparesMoney(over: input),
          at: condition.span))
    }
    return kept
  }

  /// A traced cell also has the rows that its expression looked up elsewhere; a value without a table has only those.
  private func project(_ input: Plan, _ expressions: [PlanExpression], focus: Int?) throws -> [Row] {
    var below: Int?
    if let focus, focus < expressions.count, case .column(let index) = expressions[focus].kind { below = index }
    let traced =
      focus.flatMap { $0 < expressions.count ? [expressions[$0]] : nil }
      ?? (input.schema.count == 0 ? expressions : [])
    return try prepared(try rows(input, focus: below), for: expressions).map { row in
      Row(
        cells: try expressions.map { try cell($0, row) },
        sources: row.sources + (try traced.flatMap { try lookedUp($0, row) })
          + (traced.contains { !$0.parameters.isEmpty } ? [.remark] : []))
    }
  }

  func sorted(_ rows: [Row], _ orders: [SortOrder]) throws -> [Row] {
    let keyed = try prepared(rows, for: orders.map(\.value)).map { row in
      (row, try orders.map { try cell($0.value, row).value })
    }
    // Insertion by comparison with everything before: stable and obviously so.
    var result: [(Row, [Value])] = []
    for entry in keyed {
      let position = result.firstIndex { Self.order(entry.1, $0.1, orders) < 0 } ?? result.count
      result.insert(entry, at: position)
    }
    return result.map(\.0)
  }

  /// By the first key, ties by the next: -1, 0 or 1.
  static func order(_ a: [Value], _ b: [Value], _ orders: [SortOrder]) -> Int {
    for ((x, y), order) in zip(zip(a, b), orders) {
      let result = Self.order(x, y, descending: order.isDescending)
      if result != 0 { return result }
    }
    return 0
  }
}
