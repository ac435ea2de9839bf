import IbidColumns
import IbidTypes

extension ColumnReader {
  func lists(_ validity: Bitmap?, _ element: ValueType) throws(FormatError) -> ListColumn {
    let (elements, offsets, elementLines) = try listElements()
    let reader = ColumnReader(grid: grid, cells: elements, lines: elementLines)
    return ListColumn(offsets: offsets, elements: try reader.column(as: element), validity: validity)
  }

  /// The elements of all rows in one column: members of JSON arrays, or what stands between `; ` in a delimited cell.
  func listElements() throws(FormatError) -> (cells: CellColumn, offsets: [Int32], lines: [Int32]) {
    var all: [Cell] = []
    var offsets: [Int32] = [0]
    var elementLines: [Int32] = []
    for row in 0..<cells.count {
      let cell = cells[row]
      switch cell.kind {
      case .missing: break
      case .array:
        var parser = JSONParser(grid.bytes, at: cell.range.lowerBound)
        all += try parser.array()
      case .plain, .quoted, .escaped, .special:
        if grid.notation == .json { throw bad(row, ValueType(.list(.text))) }
        all += parts(of: cell)
      case .object: throw bad(row, ValueType(.list(.text)))
      }
      while elementLines.count < all.count { elementLines.append(Int32(truncatingIfNeeded: line(row) ?? 0)) }
      offsets.append(Int32(truncatingIfNeeded: all.count))
    }
    return (CellColumn(name: cells.name, cells: all, count: all.count), offsets, elementLines)
  }

  private func parts(of cell: Cell) -> [Cell] {
    var parts: [Cell] = []
    var start = cell.range.lowerBound
    for index in cell.range where grid.bytes[index] == UInt8(ascii: ";") && index >= start {
      guard index + 1 < cell.range.upperBound, grid.bytes[index + 1] == 0x20 else { continue }
      parts.append(Cell(start..<index, cell.kind))
      start = index + 2
    }
    if start < cell.range.upperBound || !parts.isEmpty { parts.append(Cell(start..<cell.range.upperBound, cell.kind)) }
    return parts
  }
}
