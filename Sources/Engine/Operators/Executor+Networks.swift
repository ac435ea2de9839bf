import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: a missing element of a list is no node; a link with a missing end is a node alone.

extension Executor {
  /// The pairs of each list's different elements, beside the row's columns.
  func pairs(_ relation: Relation, _ list: PlanExpression, at span: ByteSpan) throws(EngineError) -> Relation {
    var evaluator = Evaluator(relation, self)
    guard case .list(let lists) = try evaluator.column(list) else { return relation.selecting([]) }
    let codes = Codes(identityOf: lists.elements).values
    var (rows, first, second): ([Int32], [Int32], [Int32]) = ([], [], [])
    var empty = 0
    var looks = Looks()
    for row in 0..<lists.count {
      if looks.seeStop() { throw .cancelled }
      var seen: Set<Int64> = []
      let members = (lists.isValid(row) ? lists.range(row) : 0..<0).filter {
        lists.elements.isValid($0) && seen.insert(codes[$0]).inserted
      }
      guard let only = members.first else {
        empty += 1
        continue
      }
      if rows.count + members.count * members.count / 2 > Int(Int32.max) { throw .failed(.tooManyPairs(at: span)) }
      if members.count == 1 {
        rows.append(Int32(row))
        first.append(Int32(only))
        second.append(-1)
      }
      for (place, a) in members.enumerated() {
        if looks.seeStop(after: members.count - place) { throw .cancelled }
        for b in members[(place + 1)...] {
          rows.append(Int32(row))
          first.append(Int32(a))
          second.append(Int32(b))
        }
      }
    }
    if empty > 0 { recorder.note(.withoutElements(empty, at: span)) }
    var result = relation.selecting(rows)
    for ends in [first, second] {
      result.columns.append(.init(base: .column(lists.elements.gathered(ends)), selection: nil))
    }
    return result
  }

  /// Each node with its component, its degree and whether it is a cut point.
  func components(_ relation: Relation, _ ends: NetworkEnds, at span: ByteSpan) throws(EngineError) -> Relation {
    let network = try network(relation, ends, at: span)
    let components = try Components(network, parallel)
    let links = Adjacency(network, .both)
    let cuts = try CutPoints.find(links)
    var result = Relation(
      rowCount: network.count,
      columns: [
        network.nodes, .int(FixedColumn(components.numbers.map { Int64($0) + 1 })), .int(FixedColumn(links.degrees)),
        .bool(BoolColumn(Bitmap(cuts))),
      ])
    if var evidence = Evidence(relation, rows: network.count, self) {
      for number in components.numbers { try evidence.append(components.spanningRows[Int(number)]) }
      result.lineage = evidence.lineage
    }
    return result
  }

  /// Each node that links lead to, with its distance and the node before it.
  func reach(
    _ relation: Relation, _ ends: NetworkEnds, from start: PlanExpression, within limit: Int?, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    let network = try network(relation, ends, at: span)
    let starts = try NamedNodes(network: network, executor: self).nodes(start)
    let search = try BreadthFirst(
      from: starts, over: Adjacency(network, ends.isDirected ? .along : .both), within: limit, parallel)
    let reached = search.reached
    var result = Relation(
      rowCount: reached.count,
      columns: [
        network.nodes.gathered(reached), .int(FixedColumn(reached.map { Int64(search.distance[Int($0)]) })),
        network.nodes.gathered(reached.map { search.previous[Int($0)] }),
      ])
    if var evidence = Evidence(relation, rows: reached.count, self) {
      for node in reached {
        try evidence.append(
          search.links(to: node, limit: evidence.limit), isWhole: Int(search.distance[Int(node)]) <= evidence.limit)
      }
      result.lineage = evidence.lineage
    }
    return result
  }

  /// The links of the shortest paths, step by step.
  func paths(
    _ relation: Relation, _ ends: NetworkEnds, from start: PlanExpression, to goal: PlanExpression, within limit: Int?,
    at span: ByteSpan
  ) throws(EngineError) -> Relation {
    let network = try network(relation, ends, at: span)
    let named = NamedNodes(network: network, executor: self)
    let (starts, goals) = (try named.nodes(start), try named.nodes(goal))
    let found = try ShortestPaths(
      from: starts, to: goals, network, isDirected: ends.isDirected, within: limit, parallel)
    if !Set(starts).isDisjoint(with: goals) {
      recorder.note(.network(.sameEnds, at: span))
    } else if found.paths.isEmpty, !starts.isEmpty, !goals.isEmpty {
      recorder.note(.network(.apart(within: limit), at: span))
    } else if found.total != found.paths.count {
      recorder.note(.network(.cut(shown: found.paths.count, of: found.total), at: span))
    }
    let steps = found.paths.flatMap { $0 }
    var result = relation.selecting(steps.map(\.row))
    let numbers: [Column] = [
      .int(FixedColumn(found.paths.enumerated().flatMap { path in path.element.map { _ in Int64(path.offset) + 1 } })),
      .int(FixedColumn(found.paths.flatMap { (1...Int64(max($0.count, 1))).prefix($0.count) })),
      network.nodes.gathered(steps.map(\.from)), network.nodes.gathered(steps.map(\.to)),
    ]
    result.columns += numbers.map { .init(base: .column($0), selection: nil) }
    if var evidence = Evidence(relation, rows: steps.count, self) {
      for path in found.paths { for _ in path { try evidence.append(path.map(\.row)) } }
      result.lineage = evidence.lineage
    }
    return result
  }

  /// The links between the other nodes, and a row for each node that has lost all of its links.
  func without(_ relation: Relation, _ ends: NetworkEnds, _ node: PlanExpression, at span: ByteSpan)
    throws(EngineError) -> Relation
  {
    // Rows without a node stay as they are, and whoever looks at the nodes will tell of them.
    let network = try Network(relation, ends, at: span)
    let taken = Set(try NamedNodes(network: network, executor: self).nodes(node))
    if taken.isEmpty { return relation }
    let isTaken = (0..<Int32(network.count)).map(taken.contains)
    func isTakenEnd(_ end: Int32) -> Bool { end >= 0 && isTaken[Int(end)] }
    var isLeft = [Bool](repeating: false, count: network.count)
    for row in network.from.indices.untilStopped {
      let (from, to) = (network.from[row], network.to[row])
      if isTakenEnd(from) || isTakenEnd(to) { continue }
      if from >= 0 { isLeft[Int(from)] = true }
      if to >= 0 { isLeft[Int(to)] = true }
    }
    // Of a row whose one end was taken, that end is missing; -1 marks it.
    var (rows, fromRows, toRows): ([Int32], [Int32], [Int32]) = ([], [], [])
    for number in (0..<relation.rowCount).untilStopped {
      let row = Int32(number)
      let (from, to) = (network.from[Int(row)], network.to[Int(row)])
      let (losesFrom, losesTo) = (isTakenEnd(from), isTakenEnd(to))
      if losesFrom || losesTo {
        let other = losesFrom ? to : from
        guard other >= 0, !isTaken[Int(other)], !isLeft[Int(other)] else { continue }
        isLeft[Int(other)] = true
      }
      rows.append(row)
      fromRows.append(losesFrom ? -1 : row)
      toRows.append(losesTo ? -1 : row)
    }
    var result = relation.selecting(rows)
    for (column, rows) in [(ends.from, fromRows), (ends.to, toRows)] {
      result.columns[column] = .init(base: .column(relation.column(column).gathered(rows)), selection: nil)
    }
    return result
  }

  /// The table as a network; notes the rows that name no node.
  private func network(_ relation: Relation, _ ends: NetworkEnds, at span: ByteSpan) throws(EngineError) -> Network {
    let network = try Network(relation, ends, at: span)
    let empty = network.emptyRowCount
    if empty > 0 { recorder.note(.network(.withoutNodes(empty), at: span)) }
    return network
  }
}

extension Diagnostic {
  fileprivate static func tooManyPairs(at span: ByteSpan) -> Diagnostic {
    tooManyRows(
      at: span, why: "a list of n elements has n * (n - 1) / 2 pairs", fix: "`where` first, or shorter lists")
  }
}
