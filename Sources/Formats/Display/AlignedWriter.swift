import IbidColumns

/// SGR escape sequences.
enum Style {
  static let bold = "\u{1B}[1m"
  static let dim = "\u{1B}[2m"
  static let reset = "\u{1B}[0m"
}

/// Writes the lines that `box` and `plain` have in common: cells padded to the widths of a layout.
struct AlignedWriter {
  let layout: ColumnLayout
  let options: DisplayOptions
  /// What stands before, between and after the cells of a line.
  let lead: String
  let separator: String
  let trail: String

  var glyphs: Glyphs { options.usesUnicode ? .unicode : .ascii }

  func header(into buffer: inout TextBuffer) { line(into: &buffer) { ($0.header, Style.bold) } }

  func types(into buffer: inout TextBuffer) { line(into: &buffer) { ($0.type, Style.dim) } }

  /// The shown rows, with a line of `⋮` where some are left out.
  func rows<Failure: Error>(
    into buffer: inout TextBuffer, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    for range in [layout.head, layout.tail] {
      if range == layout.tail, layout.head.upperBound < range.lowerBound {
        line(into: &buffer) { _ in (glyphs.gap, Style.dim) }
      }
      for row in range {
        let words = options.focus?(row) ?? []
        line(into: &buffer, on: words) { $0.isMissing(row) ? (glyphs.missing, Style.dim) : ($0.text(row), nil) }
        if buffer.isFull { try sink(buffer.take()) }
      }
    }
  }

  /// What is not shown, then the caller's lines.
  func footer(rowCount: Int, into buffer: inout TextBuffer) {
    var lines: [String] = []
    let shown = layout.head.count + layout.tail.count
    if shown < rowCount {
      lines.append("\(grouped(rowCount)) rows, \(grouped(shown)) shown" + (options.hint.map { "; " + $0 } ?? ""))
    }
    if !layout.hidden.isEmpty {
      lines.append("too narrow to show: " + layout.hidden.joined(separator: ", "))
    }
    for line in lines + options.footer {
      buffer.append(options.usesColour ? Style.dim + line.visible + Style.reset : line.visible)
      buffer.append("\n")
    }
  }

  private func line(
    into buffer: inout TextBuffer, on words: [String] = [], _ cell: (DisplayColumn) -> (text: String, style: String?)
  ) {
    let shortening = Shortening(cut: glyphs.cut)
    for (index, column) in layout.columns.enumerated() {
      frame(index == 0 ? lead : separator, into: &buffer)
      let (text, style) = cell(column)
      let fitted = column.fitted(text, to: layout.widths[index], on: words, shortening)
      let padding = layout.widths[index] - DisplayWidth.of(fitted)
      if column.isRightAligned { buffer.append(" ", times: padding) }
      let painted = options.usesColour ? style : nil
      if let painted { buffer.append(painted) }
      buffer.append(fitted)
      if painted != nil { buffer.append(Style.reset) }
      if !column.isRightAligned { buffer.append(" ", times: padding) }
    }
    if trail.isEmpty { buffer.dropTrailingSpaces() } else { frame(trail, into: &buffer) }
    buffer.append("\n")
  }

  private func frame(_ text: String, into buffer: inout TextBuffer) {
    let isPainted = options.usesColour && text.contains { $0 != " " }
    if isPainted { buffer.append(Style.dim) }
    buffer.append(text)
    if isPainted { buffer.append(Style.reset) }
  }

  /// `12,345`
  private func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).enumerated() {
      if index > 0, (String(number).count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
