extension Plot {
  /// The drawing in characters, `width` cells wide (80 where that is not known), each line with its end.
  ///
  /// `maxRows` limits the bars; a line says how many there are.
  package func text(width: Int? = nil, maxRows: Int? = nil, usesUnicode: Bool = true) -> String {
    let glyphs = PlotGlyphs(isUnicode: usesUnicode)
    let width = max(width ?? 80, 24)
    var lines: [String]
    if isEmpty {
      lines = [Self.emptyText]
    } else {
      switch content {
      case .bars(let chart): lines = BarText(chart, glyphs, width: width, maxRows: maxRows).lines
      case .lines(let chart): lines = LineText(chart, glyphs, width: width).lines
      }
    }
    lines += notes
    return lines.map { line in glyphs.text(String(line.reversed().drop { $0 == " " }.reversed())) + "\n" }.joined()
  }
}

extension String {
  /// Padded with blanks to a number of cells, at the end or at the start.
  func padded(to width: Int, atStart: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(width - DisplayWidth.of(self), 0))
    return atStart ? blanks + self : self + blanks
  }
}

/// Labels of an axis on one line, each around its mark; one that would touch another is left out.
enum TickLine {
  static func text(_ ticks: [(cell: Int, label: String)], width: Int) -> String {
    var line = ""
    var used = 0
    for (cell, label) in ticks {
      let length = DisplayWidth.of(label)
      let start = min(max(cell - length / 2, 0), max(width - length, 0))
      guard start >= used + (used > 0 ? 1 : 0), start + length <= width else { continue }
      line += String(repeating: " ", count: start - used) + label
      used = start + length
    }
    return line
  }
}
