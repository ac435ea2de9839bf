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
    /// Base rows that it was made from.
    var sources: [Source]
  }

  struct Source: Hashable {
    var table: String
    var row: Int
  }

  struct Overflow: Error {}

  let snapshot: Snapshot
  private(set) var notes: [ExecutionNote] = []

  init(snapshot: Snapshot) { self.snapshot = snapshot }

  // MARK: Plans

  mutating func rows(_ plan: Plan) throws -> [Row] {
    switch plan.node {
    case .scan(let name, let copies): return scan(name, copies: copies)
    case .unit: return [Row(cells: [], sources: [])]
    case .filter(let input, let condition): return try filter(try rows(input), condition)
    case .project(let input, let expressions):
      return try rows(input).map { row in Row(cells: try expressions.map { try cell($0, row) }, sources: row.sources) }
    case .sort(let input, let orders): return try sort(try rows(input), orders)
    case .slice(let input, let skip, let take):
      let rest = try rows(input).dropFirst(skip)
      return Array(take.map { rest.prefix($0) } ?? rest)
    case .distinct(let input, let keys):
      return try groups(try rows(input), keys).map { Row(cells: $0.members[0].cells, sources: $0.sources) }
    case .aggregate(let input, let keys, let aggregates): return try aggregate(try rows(input), keys, aggregates)
    case .join(let kind, let left, let right, let keys, _, let condition, _):
      let leftRows = try rows(left)
      return try join(kind, leftRows, try rows(right), width: right.schema.count, keys, condition)
    default: return []
    }
  }

  private func scan(_ name: String, copies: Bool) -> [Row] {
    guard let table = snapshot.tables[name] else { return [] }
    let wanted = copies ? nil : snapshot.originals[name]
    return (wanted?.map(Int.init) ?? Array(0..<table.rowCount)).map { row in
      Row(
        cells: table.columns.map { Cell($0.value(at: row)) } + [Cell(.reference(table: name, row: Int32(row)))],
        sources: [Source(table: name, row: row)])
    }
  }

  private mutating func filter(_ rows: [Row], _ condition: PlanExpression) throws -> [Row] {
    var kept: [Row] = []
    var causes: [UnknownCause: Int] = [:]
    for row in rows {
      switch try cell(condition, row).truth {
      case .yes: kept.append(row)
      case .no: continue
      case .unknown(let cause): causes[cause, default: 0] += 1
      }
    }
    if !causes.isEmpty {
      notes.append(
        .possible(causes.values.reduce(0, +), causes: causes, isMoney: condition.comparesMoney, at: condition.span))
    }
    return kept
  }

  private func sort(_ rows: [Row], _ orders: [SortOrder]) throws -> [Row] {
    let keyed = try rows.map { row in (row, try orders.map { try cell($0.value, row).value }) }
    // Insertion by comparison with everything before: stable and obviously so.
    var result: [(Row, [Value])] = []
    for entry in keyed {
      let position = result.firstIndex { Self.isBefore(entry.1, $0.1, orders.map(\.isDescending)) } ?? result.count
      result.insert(entry, at: position)
    }
    return result.map(\.0)
  }

  private static func isBefore(_ a: [Value], _ b: [Value], _ descending: [Bool]) -> Bool {
    for ((x, y), isDescending) in zip(zip(a, b), descending) {
      switch order(x, y, descending: isDescending) {
      case ..<0: return true
      case 1...: return false
      default: continue
      }
    }
    return false
  }

  // MARK: Groups

  struct Group {
    /// Of the first member.
    var key: [Cell]
    var members: [Row]
    /// Each once, in order.
    var sources: [Source] { Self.once(members.flatMap(\.sources)) }

    static func once(_ sources: [Source]) -> [Source] {
      var seen: Set<Source> = []
      return sources.filter { seen.insert($0).inserted }
    }
  }

  /// In order of first appearance; without keys by all columns.
  private func groups(_ rows: [Row], _ keys: [PlanExpression]) throws -> [Group] {
    var result: [Group] = []
    for row in rows {
      let key = keys.isEmpty ? row.cells : try keys.map { try cell($0, row) }
      if let index = result.firstIndex(where: { group in
        zip(group.key, key).allSatisfy { Self.areSame($0.value, $1.value) }
      }) {
        result[index].members.append(row)
      } else {
        result.append(Group(key: key, members: [row]))
      }
    }
    return result
  }

  private mutating func aggregate(_ rows: [Row], _ keys: [PlanExpression], _ aggregates: [Aggregate]) throws -> [Row] {
    let groups = keys.isEmpty ? [Group(key: [], members: rows)] : try groups(rows, keys)
    var result = groups.map { Row(cells: $0.key, sources: $0.sources) }
    for aggregate in aggregates {
      var used = 0
      var all = 0
      for index in groups.indices {
        let members = try groups[index].members.filter { row in
          guard let filter = aggregate.filter else { return true }
          return try cell(filter, row).truth == .yes
        }
        let values = try members.map { row in
          (
            value: try aggregate.argument.map { try cell($0, row) } ?? Cell(.int(1)),
            key: try aggregate.second.map { try cell($0, row).value } ?? .none
          )
        }
        all += values.count
        used += values.count { $0.value.value != .none }
        let type = aggregate.argument?.type.base ?? .int
        result[index].cells.append(try Self.aggregate(aggregate.function, values.map { ($0.value, $0.key) }, type))
      }
      if aggregate.function.computes, used < all {
        notes.append(.skipped(function: aggregate.function.rawValue, used: used, of: all, at: aggregate.span))
      }
    }
    return result
  }

  // MARK: Joins

  private func join(
    _ kind: Plan.JoinKind, _ left: [Row], _ right: [Row], width: Int, _ keys: [JoinKey], _ condition: PlanExpression?
  ) throws -> [Row] {
    var result: [Row] = []
    for a in left {
      var isMatched = false
      for b in right {
        let both = Row(cells: a.cells + b.cells, sources: a.sources + b.sources)
        let areEqual = try keys.allSatisfy { key in
          Self.areCertainlyEqual(try cell(key.left, a).value, try cell(key.right, b).value, key.left.type.base)
        }
        guard areEqual, try condition.map({ try cell($0, both).truth == .yes }) ?? true else { continue }
        result.append(both)
        isMatched = true
      }
      if !isMatched, kind == .left {
        result.append(Row(cells: a.cells + [Cell](repeating: Cell(.none), count: width), sources: a.sources))
      }
    }
    return result
  }
}
