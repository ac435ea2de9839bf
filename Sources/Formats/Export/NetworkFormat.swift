package import IbidColumns
import IbidTypes

/// A table of links as nodes and edges, for programs that draw and measure networks.
///
/// A node is a value at either end; it is called as it is printed, a reference has its `id` too. A row is an edge with
/// all other columns as its attributes, expanded as in CSV; missing values are left out. A row with one end missing gives
/// a node alone.
package struct NetworkFormat: TableFormat {
  package enum Syntax: String, Sendable {
    /// http://graphml.graphdrawing.org/specification.html
    case graphml
    /// https://graphviz.org/doc/info/lang.html
    case dot
  }

  private let syntax: Syntax
  private let from: String
  private let to: String
  private let isDirected: Bool

  /// `from` and `to` are the names of the columns with the nodes.
  package init(_ syntax: Syntax, from: String, to: String, isDirected: Bool) {
    self.syntax = syntax
    self.from = from
    self.to = to
    self.isDirected = isDirected
  }

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let others = table.schema.fields.indices.filter { ![from, to].contains(table.schema.fields[$0].name) }
    let attributes = FlatColumn.columns(
      of: Table(
        name: table.name, schema: Schema(others.map { table.schema.fields[$0] }),
        columns: others.map { table.columns[$0] }, rowCount: table.rowCount), references: references)
    let nodes = NodeNumbers(table, [from, to], references)
    let writer: any NetworkWriter =
      switch syntax {
      case .graphml: GraphMLWriter(attributes: attributes, isDirected: isDirected, hasIDs: nodes.areReferences)
      case .dot: DOTWriter(isDirected: isDirected)
      }
    var buffer = TextBuffer()
    buffer.append(writer.start)
    for (number, node) in nodes.nodes.enumerated() {
      buffer.append(writer.node(number, node.name, id: node.id))
      if buffer.isFull { try sink(buffer.take()) }
    }
    for row in 0..<table.rowCount {
      guard let a = nodes.ends[0][row], let b = nodes.ends[1][row] else { continue }
      let values = attributes.enumerated().compactMap { index, column in
        column.text(row).map { (index: index, name: column.name, text: $0) }
      }
      buffer.append(writer.edge(row, a, b, values))
      if buffer.isFull { try sink(buffer.take()) }
    }
    buffer.append(writer.end)
    try sink(buffer.take())
  }
}

/// How a format writes nodes and edges.
protocol NetworkWriter {
  var start: String { get }
  var end: String { get }
  func node(_ number: Int, _ name: String, id: String?) -> String
  func edge(_ number: Int, _ from: Int, _ to: Int, _ values: [(index: Int, name: String, text: String)]) -> String
}

/// The nodes of a table of links, numbered in order of first appearance.
private struct NodeNumbers {
  private(set) var nodes: [(name: String, id: String?)] = []
  /// For each of the two columns the node of each row; nil where it is missing.
  private(set) var ends: [[Int?]] = [[], []]
  private(set) var areReferences = false

  init(_ table: Table, _ names: [String], _ references: ReferenceResolver) {
    let columns = names.compactMap { table.column($0) }
    guard columns.count == 2 else { return }
    var numbers: [Value: Int] = [:]
    for row in 0..<table.rowCount {
      for (end, column) in columns.enumerated() {
        let value = column.value(at: row).stated
        guard value != .none else {
          ends[end].append(nil)
          continue
        }
        if let known = numbers[value] {
          ends[end].append(known)
          continue
        }
        numbers[value] = nodes.count
        ends[end].append(nodes.count)
        var id: String?
        if case .reference(let target, let row) = value {
          id = references(target, row).id
          areReferences = true
        }
        nodes.append((column.value(at: row).displayText(references: references), id))
      }
    }
  }
}

extension Value {
  /// Without the words that it was stated in, which make no other value of it.
  fileprivate var stated: Value {
    switch self {
    case .measure(var measure, let kind):
      measure.text = nil
      measure.worded = nil
      return .measure(measure, kind)
    case .moment(var moment) where moment.isResolved:
      moment.text = nil
      return .moment(moment)
    default: return self
    }
  }
}
