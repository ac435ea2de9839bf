import IbidSource

/// Reads the cells of a Markdown table: `| Port | Boats |`, a line of dashes below the headings, a row a line.
struct PipeTable {
  let text: TextView

  /// The rows of such lines, without those of dashes; nil where none holds a cell.
  func table(of lines: ArraySlice<Line>) -> TextTable? {
    var rows: [[TextTable.Cell]] = []
    for line in lines {
      if isRule(line.text) {
        // What stands above the first rule are headings.
        if rows.count == 1 { for index in rows[0].indices { rows[0][index].isHeading = true } }
      } else {
        rows.append(cells(of: line.text))
      }
    }
    rows.removeAll(where: \.isEmpty)
    return rows.isEmpty ? nil : TextTable(rows: rows)
  }

  /// `|---|:--:|`
  private func isRule(_ line: ByteSpan) -> Bool {
    var hasDash = false
    for byte in text.bytes[line.range] {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return hasDash
  }

  /// What stands between bars; a bar behind a backslash is part of its cell.
  private func cells(of line: ByteSpan) -> [TextTable.Cell] {
    var cells: [TextTable.Cell] = []
    var start = line.lower + 1
    var offset = start
    while offset < line.upper {
      if text.bytes[offset] == UInt8(ascii: "|"), text.bytes[offset - 1] != UInt8(ascii: "\\") {
        add(ByteSpan(start, offset), to: &cells)
        start = offset + 1
      }
      offset += 1
    }
    if start < line.upper { add(ByteSpan(start, line.upper), to: &cells) }
    return cells
  }

  private func add(_ span: ByteSpan, to cells: inout [TextTable.Cell]) {
    cells.append(.init(span: text.trimmed(span), columns: cells.count..<cells.count + 1))
  }
}
