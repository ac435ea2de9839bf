/// A table as it stands in a text: rows of cells that tabs, bars or stretches of spaces set apart.
///
///     Table 2: Grants (£ million)          ← caption: the unit of every cell
///     Region      2022     2023   Change   ← heading rows: units of columns
///     North       12.5     14.0     +12%   ← body
///     South       (0.4)    1.1       n/a
///
/// Called a grid so that it is not taken for a table of the language.
struct Grid {
  struct Cell {
    var tokens: Range<Int>
    /// From 0; cells of one column have one number even where a row lacks cells.
    var column: Int
  }

  struct Row {
    var cells: [Cell]
    var tokens: Range<Int> {
      guard let first = cells.first, let last = cells.last else { return 0..<0 }
      return first.tokens.lowerBound..<last.tokens.upperBound
    }
  }

  var rows: [Row]
  /// Rows before the first that holds a value.
  var headingCount: Int
  /// Lines right above the grid, nearest first, at most two.
  var captions: [Range<Int>]
  /// Lines right below the grid, nearest first, at most three: `Note: dollars in thousands.`
  var footers: [Range<Int>] = []
  private let lastColumn: Int

  init(rows: [Row], headingCount: Int, captions: [Range<Int>], footers: [Range<Int>] = []) {
    (self.rows, self.headingCount, self.captions, self.footers) = (rows, headingCount, captions, footers)
    lastColumn = rows.lazy.flatMap(\.cells).map(\.column).max() ?? 0
  }

  var headings: ArraySlice<Row> { rows[..<headingCount] }
  var body: ArraySlice<Row> { rows[headingCount...] }

  /// The heading cells of a column, from top to bottom; cells that stand alone in their row speak for all columns.
  func headings(ofColumn column: Int) -> [Range<Int>] {
    headings.filter { $0.cells.count > 1 }.flatMap { $0.cells.filter { $0.column == column }.map(\.tokens) }
  }

  /// Heading rows of one cell, and captions: what they say holds for the whole grid.
  var notes: [Range<Int>] { headings.filter { $0.cells.count == 1 }.map(\.tokens) + captions }

  /// Whether this is the next section of a grid above it: as many columns, and no headings of its own.
  func continues(_ other: Grid) -> Bool {
    headings.allSatisfy { $0.cells.count == 1 } && !other.headings.isEmpty && lastColumn == other.lastColumn
      && other.rows.count < 4000
  }
}
