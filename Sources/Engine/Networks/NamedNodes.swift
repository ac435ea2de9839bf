import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

/// Finds the nodes of a network that a query names: by value, or rows of a table by a name or an alias.
struct NamedNodes {
  let network: Network
  let executor: Executor

  /// How many of the values that are not there come with what is near.
  private static let suggestions = 3

  /// The nodes in order of first appearance. Notes what is not in this network, the first few with what is called nearly
  /// so; throws `unknown-node` for a name that no row of the table has. A missing value names none.
  ///
  /// O(network + values), names also of the table that they are looked up in.
  func nodes(_ expression: PlanExpression) throws(EngineError) -> [Int32] {
    let values = try wanted(expression)
    let nodes: [[Int32]]
    if case .reference(let references) = network.nodes, case .text(let names) = values {
      nodes = try self.nodes(called: names, among: references, at: expression.span)
    } else {
      nodes = self.nodes(like: values)
    }
    var absent: [NetworkNote.Absent] = []
    var names: Set<String> = []
    for row in 0..<values.count where values.isValid(row) && nodes[row].isEmpty {
      let name = values.value(at: row).printed(in: executor.snapshot)
      guard names.insert(name).inserted else { continue }
      absent.append(.init(name: name, near: absent.count < Self.suggestions ? nearTexts(name) : []))
    }
    if !absent.isEmpty { executor.recorder.note(.network(.absent(absent), at: expression.span)) }
    return Set(nodes.joined()).sorted()
  }

  /// The values asked for: one, or the elements of a list.
  private func wanted(_ expression: PlanExpression) throws(EngineError) -> Column {
    var evaluator = Evaluator(Relation(rowCount: 1, columns: []), executor)
    let column = try evaluator.column(expression)
    guard case .list(let lists) = column else { return column }
    return lists.elements.gathered(lists.isValid(0) ? lists.range(0).map { Int32($0) } : [])
  }

  /// For each value the node that has it, if there is one.
  private func nodes(like values: Column) -> [[Int32]] {
    let none = [[Int32]](repeating: [], count: values.count)
    guard let both = Column.concatenated(network.nodes, values) else { return none }
    let codes = Codes(identityOf: both).values
    let nodeOf = Dictionary((0..<network.count).map { (codes[$0], Int32($0)) }, uniquingKeysWith: { first, _ in first })
    return none.indices.map { row in
      values.isValid(row) ? nodeOf[codes[network.count + row]].map { [$0] } ?? [] : []
    }
  }

  // MARK: Names

  /// For each name the nodes that are called so.
  private func nodes(called names: TextColumn, among references: ReferenceColumn, at span: ByteSpan)
    throws(EngineError) -> [[Int32]]
  {
    guard let table = executor.snapshot.tables[references.table] else {
      return [[Int32]](repeating: [], count: names.count)
    }
    var rowsCalled: [[UInt8]: [Int32]] = [:]
    for row in (0..<table.rowCount).untilStopped {
      for name in table.names(ofRow: row) { rowsCalled[TextFold.fold(name), default: []].append(Int32(row)) }
    }
    let nodeOf = Dictionary(
      zip(references.rows, 0..<Int32(references.count)), uniquingKeysWith: { first, _ in first })
    var nodes: [[Int32]] = []
    for row in 0..<names.count {
      guard let name = names[row] else {
        nodes.append([])
        continue
      }
      guard let rows = rowsCalled[TextFold.fold(name)] else {
        throw .failed(.unknownNode(name, near: nearest(name, references, table), table, at: span))
      }
      nodes.append(rows.compactMap { nodeOf[$0] })
    }
    return nodes
  }

  /// Nodes that are texts which a misspelt one may have meant.
  private func nearTexts(_ name: String) -> [String] {
    guard case .text(let texts) = network.nodes else { return [] }
    return NearestName.matches(name, among: (0..<texts.count).compactMap { texts[$0] })
  }

  /// What rows are called that a misspelt name may have meant: those of this network, else any.
  private func nearest(_ name: String, _ references: ReferenceColumn, _ table: Table) -> [String] {
    let own = references.rows.flatMap { table.names(ofRow: Int($0)) }
    let near = NearestName.matches(name, among: distinct(own))
    return near.isEmpty
      ? NearestName.matches(name, among: distinct((0..<table.rowCount).flatMap { table.names(ofRow: $0) })) : near
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension Table {
  /// What `has` knows a row by: its name or title, and its aliases.
  func names(ofRow row: Int) -> [String] {
    var names: [String] = []
    if case .text(let name)? = (column("name") ?? column("title"))?.value(at: row) { names.append(name) }
    if case .list(let aliases)? = column("aliases")?.value(at: row) {
      for case .text(let alias) in aliases { names.append(alias) }
    }
    return names
  }
}

extension Diagnostic {
  fileprivate static func unknownNode(_ name: String, near: [String], _ table: Table, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "unknown-node", "no row of `\(table.name)` is called `\(name)`", at: span, label: "nobody's name or alias",
      why:
        "the nodes here are rows of `\(table.name)`; their names and aliases are compared whole, without regard to case",
      try: near.isEmpty
        ? [Suggestion("`components` lists the nodes of a network")]
        : near.map { Suggestion("\"\($0)\"", edit: Edit(span, "\"\($0)\"")) })
  }
}
