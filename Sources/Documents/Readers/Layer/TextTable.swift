package import IbidSource

/// The rows and cells of a table, as places in the text that the table is written in.
///
///     | Port  | Boats | Seized (£m) |      row 0: headings
///     | Dover | 12    | 3.4         |      row 1: `heading(ofRow: 1, column: 2)` is `Seized (£m)`, its unit `£m`
package struct TextTable: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    /// Without the bars and spaces around it; empty for an empty cell.
    package var span: ByteSpan
    /// The columns it covers, from 0.
    package var columns: Range<Int>
    package var isHeading: Bool

    package init(span: ByteSpan, columns: Range<Int>, isHeading: Bool = false) {
      self.span = span
      self.columns = columns
      self.isHeading = isHeading
    }
  }

  /// Top to bottom, each with its cells from left to right.
  package var rows: [[Cell]]

  package init(rows: [[Cell]]) { self.rows = rows }

  /// Columns of the widest row.
  package var columnCount: Int { rows.reduce(0) { max($0, $1.last?.columns.upperBound ?? 0) } }

  package func cell(row: Int, column: Int) -> Cell? {
    guard rows.indices.contains(row) else { return nil }
    return rows[row].first { $0.columns.contains(column) }
  }

  /// The nearest heading above a cell that is none itself; nil where the table has no row of headings.
  package func heading(ofRow row: Int, column: Int) -> Cell? {
    for index in rows.indices.prefix(max(0, row)).reversed() where isHeadingRow(index) {
      if let cell = cell(row: index, column: column), !cell.span.isEmpty { return cell }
    }
    return nil
  }

  /// The first cell of a row, where it is a heading for the cells beside it.
  package func heading(ofRow row: Int) -> Cell? {
    guard rows.indices.contains(row), !isHeadingRow(row) else { return nil }
    return rows[row].first { !$0.span.isEmpty }
  }

  /// Whether all cells of a row that hold something are headings.
  package func isHeadingRow(_ row: Int) -> Bool {
    let filled = rows[row].filter { !$0.span.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(\.isHeading)
  }

  /// The unit that a heading gives in brackets at its end: `£m` of `Seized (£m)`. Nil without one.
  package static func unit(of heading: Cell, in bytes: [UInt8]) -> ByteSpan? {
    let span = heading.span
    guard span.count > 2, span.upper <= bytes.count, bytes[span.upper - 1] == UInt8(ascii: ")"),
      let open = bytes[span.range].lastIndex(of: UInt8(ascii: "(")), open > span.lower, span.upper - open > 2
    else { return nil }
    return ByteSpan(open + 1, span.upper - 1)
  }
}
