/// Whole records of a piece, and where each of their cells ends.
@safe struct CellBlock {
  let bytes: UnsafePointer<UInt8>
  /// Ends of the cells, one record after the other; before them stands the place before the first cell.
  let ends: UnsafePointer<UInt32>
  let width: Int
  let rows: Int
  /// Number of the first row, and its line.
  let row: Int
  let line: Int
  /// Lines of the rows, counted from that of the first one; nil if each is the one after the line before.
  let lines: [Int32]?
  /// Whether there are cells in quotes, and some with quotes in them.
  let hasQuotes: Bool
  let hasEscapes: Bool

  /// Where the cell at a place begins and ends.
  @inline(__always)
  func start(of place: Int) -> Int { unsafe Int(ends[place &- 1] &+ 1) }

  @inline(__always)
  func end(of place: Int) -> Int { unsafe Int(ends[place]) }

  /// The line of a row of the block.
  func line(of row: Int) -> Int { lines.map { line &+ Int($0[row]) } ?? line &+ row }
}
