import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import IbidTypes

/// Networks by looking at every link for every node.
extension Oracle {
  /// Links between numbered nodes; -1 where an end is missing.
  struct Links {
    var values: [Value] = []
    var ends: [(from: Int, to: Int)] = []
    var rows: [Row] = []

    /// The table that nodes are rows of.
    var table: String?

    init(_ rows: [Row], _ ends: NetworkEnds, _ schema: Schema) {
      self.rows = rows
      if case .reference(let name) = schema.fields[ends.from].type.base { table = name }
      for row in rows {
        let from = number(row.cells[ends.from].value)
        self.ends.append((from, number(row.cells[ends.to].value)))
      }
    }

    private mutating func number(_ value: Value) -> Int {
      if value == .none { return -1 }
      if let known = values.firstIndex(where: { Oracle.areSame($0, value) }) { return known }
      values.append(value)
      return values.count - 1
    }

    /// The links of a node to others and back, in the order of the rows; with `isDirected` only those that go out.
    func hops(from node: Int, isDirected: Bool) -> [(to: Int, row: Int)] {
      ends.indices.compactMap { row in
        let (from, to) = ends[row]
        if from == to || from < 0 || to < 0 { return nil }
        if from == node { return (to, row) }
        return to == node && !isDirected ? (from, row) : nil
      }
    }

    /// Which nodes are in one part with a node, if `taken` is not there.
    func part(of node: Int, without taken: Int? = nil) -> Set<Int> {
      var part: Set<Int> = [node]
      while true {
        let more = part.flatMap { hops(from: $0, isDirected: false).map(\.to) }.filter { $0 != taken }
        if part.isSuperset(of: more) { return part }
        part.formUnion(more)
      }
    }

    /// The least number of links to each node from some nodes.
    func distances(from starts: [Int], isDirected: Bool) -> [Int: Int] {
      var distances = Dictionary(starts.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
      for step in 0..<values.count {
        for node in distances.filter({ $0.value == step }).keys.sorted() {
          for hop in hops(from: node, isDirected: isDirected) where distances[hop.to] == nil {
            distances[hop.to] = step + 1
          }
        }
      }
      return distances
    }
  }

  func pairs(_ rows: [Row], _ list: PlanExpression, _ plan: Plan) throws -> [Row] {
    var empty = 0
    let result = try prepared(rows, for: [list]).flatMap { row -> [Row] in
      var elements: [Value] = []
      if case .list(let all) = try cell(list, row).value {
        for value in all where value != .none && !elements.contains(where: { Self.areSame($0, value) }) {
          elements.append(value)
        }
      }
      if elements.isEmpty { empty += 1 }
      var pairs: [(Value, Value)] = elements.count == 1 ? [(elements[0], .none)] : []
      for (index, a) in elements.enumerated() { for b in elements[(index + 1)...] { pairs.append((a, b)) } }
      return pairs.map { Row(cells: row.cells + [Cell($0.0), Cell($0.1)], sources: row.sources) }
    }
    if empty > 0 { notebook.note(.withoutElements(empty, at: plan.span)) }
    return result
  }

  func components(_ rows: [Row], _ ends: NetworkEnds, _ plan: Plan) -> [Row] {
    let links = links(rows, ends, plan)
    var parts: [Set<Int>] = []
    for node in links.values.indices where !parts.contains(where: { $0.contains(node) }) {
      parts.append(links.part(of: node))
    }
    // A row holds a part together if its ends are not linked by those before it.
    let evidence = parts.map { part -> [Source] in
      var joined: [Set<Int>] = part.map { [$0] }
      var sources: [Source] = []
      for (row, (from, to)) in links.ends.enumerated() where part.contains(from) && part.contains(to) {
        guard let a = joined.firstIndex(where: { $0.contains(from) }), !joined[a].contains(to),
          let b = joined.firstIndex(where: { $0.contains(to) })
        else { continue }
        joined[a].formUnion(joined[b])
        joined.remove(at: b)
        sources += links.rows[row].sources
      }
      if part.count > 1 { return Group.once(sources) }
      let first = links.ends.firstIndex { part.contains($0.from) || part.contains($0.to) }
      return first.map { Group.once(links.rows[$0].sources) } ?? []
    }
    return links.values.indices.map { node in
      let number = parts.firstIndex { $0.contains(node) } ?? 0
      let neighbours = Set(links.hops(from: node, isDirected: false).map(\.to))
      let isCut = neighbours.contains { links.part(of: $0, without: node).count < parts[number].count - 1 }
      return Row(
        cells: [
          Cell(links.values[node]), Cell(.int(Int64(number + 1))), Cell(.int(Int64(neighbours.count))),
          Cell(.bool(isCut)),
        ], sources: evidence[number])
    }
  }

  func reach(_ rows: [Row], _ ends: NetworkEnds, from start: PlanExpression, within limit: Int?, _ plan: Plan) throws
    -> [Row]
  {
    let links = links(rows, ends, plan)
    let distances = links.distances(from: try nodes(start, links), isDirected: ends.isDirected)
    let reached = distances.filter { $0.value > 0 && $0.value <= limit ?? .max }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    func before(_ node: Int) -> (node: Int, row: Int)? {
      for previous in links.values.indices where distances[previous] == (distances[node] ?? 0) - 1 {
        if let hop = links.hops(from: previous, isDirected: ends.isDirected).first(where: { $0.to == node }) {
          return (previous, hop.row)
        }
      }
      return nil
    }
    return reached.map { node, distance in
      var sources: [Source] = []
      var place = node
      while let step = before(place) {
        sources = links.rows[step.row].sources + sources
        place = step.node
      }
      return Row(
        cells: [
          Cell(links.values[node]), Cell(.int(Int64(distance))),
          Cell(before(node).map { links.values[$0.node] } ?? .none),
        ], sources: Group.once(sources))
    }
  }

  func paths(
    _ rows: [Row], _ ends: NetworkEnds, from start: PlanExpression, to goal: PlanExpression, within limit: Int?,
    _ plan: Plan
  ) throws -> [Row] {
    let links = links(rows, ends, plan)
    let (starts, goals) = (try nodes(start, links), try nodes(goal, links))
    if !Set(starts).isDisjoint(with: goals) {
      notebook.note(.network(.sameEnds, at: plan.span))
      return []
    }
    // All walks that get nearer to a goal with every step.
    func distance(_ node: Int) -> Int? {
      let distances = links.distances(from: [node], isDirected: ends.isDirected)
      return goals.compactMap { distances[$0] }.min()
    }
    let distances = links.values.indices.map(distance)
    let length = starts.compactMap { distances[$0] }.min() ?? .max
    guard length <= limit ?? .max - 1 else {
      if !starts.isEmpty, !goals.isEmpty { notebook.note(.network(.apart(within: limit), at: plan.span)) }
      return []
    }
    var paths = starts.filter { distances[$0] == length }.map { [$0] }
    for _ in 0..<length {
      paths = paths.flatMap { path in
        let last = path[path.count - 1]
        let next = Set(links.hops(from: last, isDirected: ends.isDirected).map(\.to))
        return next.filter { distances[$0] == (distances[last] ?? 0) - 1 }.sorted().map { path + [$0] }
      }
    }
    let shown = paths.prefix(Plan.maximalPaths)
    if shown.count < paths.count {
      notebook.note(.network(.cut(shown: shown.count, of: paths.count), at: plan.span))
    }
    return shown.enumerated().flatMap { number, path in
      let steps = zip(path, path.dropFirst()).map { from, to in
        (from, to, links.hops(from: from, isDirected: ends.isDirected).first { $0.to == to }?.row ?? 0)
      }
      return steps.enumerated().map { step, hop in
        Row(
          cells: links.rows[hop.2].cells + [
            Cell(.int(Int64(number + 1))), Cell(.int(Int64(step + 1))), Cell(links.values[hop.0]),
            Cell(links.values[hop.1]),
          ], sources: Group.once(steps.flatMap { links.rows[$0.2].sources }))
      }
    }
  }

  func without(_ rows: [Row], _ ends: NetworkEnds, _ node: PlanExpression, _ plan: Plan) throws -> [Row] {
    let links = Links(rows, ends, plan.inputs[0].schema)
    let taken = try nodes(node, links)
    let whole = links.ends.filter { !taken.contains($0.from) && !taken.contains($0.to) }
    var placed = Set(whole.flatMap { [$0.from, $0.to] })
    return zip(rows, links.ends).compactMap { row, link in
      var row = row
      let (losesFrom, losesTo) = (taken.contains(link.from), taken.contains(link.to))
      if !losesFrom, !losesTo { return row }
      let other = losesFrom ? link.to : link.from
      guard other >= 0, !taken.contains(other), placed.insert(other).inserted else { return nil }
      row.cells[losesFrom ? ends.from : ends.to] = Cell(.none)
      return row
    }
  }

  // MARK: Nodes

  private func links(_ rows: [Row], _ ends: NetworkEnds, _ plan: Plan) -> Links {
    let links = Links(rows, ends, plan.inputs[0].schema)
    let empty = links.ends.count { $0.from < 0 && $0.to < 0 }
    if empty > 0 { notebook.note(.network(.withoutNodes(empty), at: plan.span)) }
    return links
  }

  /// The nodes that an expression names; a name that no row of the table has is refused.
  private func nodes(_ expression: PlanExpression, _ links: Links) throws -> [Int] {
    let row = try prepared([Row(cells: [], sources: [])], for: [expression])[0]
    var wanted = [try cell(expression, row).value]
    if case .list(let elements) = wanted[0] { wanted = elements }
    var found: Set<Int> = []
    var absent: [NetworkNote.Absent] = []
    for value in wanted where value != .none {
      let nodes: [Int]
      if let table = links.table, case .text = value {
        let rows = try (0..<(snapshot.tables[table]?.rowCount ?? 0)).map {
          Value.reference(table: table, row: Int32($0))
        }
        .filter { try isNamed($0, value) == .bool(true) }
        if rows.isEmpty { throw Refused() }
        nodes = links.values.indices.filter { rows.contains(links.values[$0]) }
      } else {
        nodes = links.values.indices.filter { Self.areSame(links.values[$0], value) }
      }
      let name = printed(value)
      if nodes.isEmpty, !absent.contains(where: { $0.name == name }) {
        let texts = links.values.compactMap { if case .text(let text) = $0 { text } else { nil as String? } }
        absent.append(.init(name: name, near: absent.count < 3 ? NearestName.matches(name, among: texts) : []))
      }
      found.formUnion(nodes)
    }
    if !absent.isEmpty { notebook.note(.network(.absent(absent), at: expression.span)) }
    return found.sorted()
  }
}
