import Ibid

/// One row of a result, a line a column; long values go on below, between words where there are some.
enum RowPage {
  static func lines(_ cells: [(name: String, text: String)], width: Int) -> [String] {
    let names = min(cells.map { CellText.width(of: $0.name) }.max() ?? 0, max(8, width / 3))
    var lines: [String] = []
    for cell in cells {
      let parts = wrapped(cell.text, width: max(8, width - names - 2))
      for (index, part) in parts.enumerated() {
        lines.append(CellText.padded(index == 0 ? cell.name : "", to: names) + "  " + part)
      }
    }
    return lines
  }

  /// Breaks a text into lines of at most so many cells.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        var rest = CellText.cut(String(word), to: .max)
        if used > 0, used + 1 + rest.width > width {
          lines.append(line)
          (line, used) = ("", 0)
        } else if used > 0 {
          line += " "
          used += 1
        }
        while rest.width > width - used {
          let part = CellText.cut(rest.text, to: max(1, width - used))
          if part.text.isEmpty { break }
          lines.append(line + part.text)
          rest = CellText.cut(String(rest.text.dropFirst(part.text.count)), to: .max)
          (line, used) = ("", 0)
        }
        line += rest.text
        used += rest.width
      }
      lines.append(line)
    }
    return lines
  }
}
