import IbidColumns
import IbidPlan
import IbidSource

/// The rows of a table as links between numbered nodes.
///
/// Ends are one node where their values are identical, as group keys are. Nodes are numbered in order of first
/// appearance: row by row, the one end before the other. A row with one end missing is no link, but has a node; a row
/// from a node to itself is no link either.
struct Network {
  /// The node at either end of each row, -1 where the value is missing.
  let from: [Int32]
  let to: [Int32]
  /// The value of each node.
  let nodes: Column
  /// The row in which each node appears first.
  let firstRows: [Int32]

  var count: Int { firstRows.count }

  /// O(rows). Throws where the values of both ends do not fit into one column.
  init(_ relation: Relation, _ ends: NetworkEnds, at span: ByteSpan) throws(EngineError) {
    let rows = relation.rowCount
    guard let both = Column.concatenated(relation.column(ends.from), relation.column(ends.to)) else {
      throw .failed(.overflow("a value of the two ends", at: span))
    }
    // End `i` is that of row `i / 2`: all rows' one end stands before all rows' other in `both`.
    func place(_ end: Int) -> Int { end & 1 == 0 ? end / 2 : rows + end / 2 }
    let codes = Codes(identityOf: both)
    let ends = [Int64](rows: 2 * rows, filler: 0) { codes.values[place($0)] }
    if Parallel.isCurrentStopped() { throw .cancelled }
    let groups = Codes(values: .wide(ends), domain: codes.domain).grouped()
    // What a stopped grouping leaves is no numbering.
    if Parallel.isCurrentStopped() { throw .cancelled }
    var numbers: [Int32] = []
    var firstEnds: [Int] = []
    for end in groups.firstRows {
      let isThere = both.isValid(place(Int(end)))
      numbers.append(isThere ? Int32(firstEnds.count) : -1)
      if isThere { firstEnds.append(Int(end)) }
    }
    from = [Int32](rows: rows, filler: -1) { numbers[Int(groups.ids[2 * $0])] }
    to = [Int32](rows: rows, filler: -1) { numbers[Int(groups.ids[2 * $0 + 1])] }
    nodes = both.gathered(firstEnds.map { Int32(place($0)) })
    firstRows = firstEnds.map { Int32($0 / 2) }
  }

  /// Whether a row links two nodes.
  func isLink(_ row: Int) -> Bool { from[row] >= 0 && to[row] >= 0 && from[row] != to[row] }

  /// Rows that name no node.
  var emptyRowCount: Int { from.indices.count { from[$0] < 0 && to[$0] < 0 } }
}
