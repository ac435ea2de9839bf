package import IbidColumns

/// A table in a frame, for terminals.
///
///     ┌───────────┬──────────────┬───────────┐
///     │ issuer    │       amount │ source    │
///     │ text      │   money<GBP> │ source    │
///     ├───────────┼──────────────┼───────────┤
///     │ Home Off… │ £30m or more │ 003.txt:7 │
///     └───────────┴──────────────┴───────────┘
///     2 possible (2 open bounds)
///
/// One line per row; missing values are `–`; numbers are right-aligned; the place of a row comes last. All cells are
/// read twice, first to measure them.
package struct BoxFormat: TableFormat {
  package var options: DisplayOptions

  package init(_ options: DisplayOptions = DisplayOptions()) { self.options = options }

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let glyphs = options.usesUnicode ? Glyphs.unicode : .ascii
    let layout = ColumnLayout(table, options, references: references, separator: 3, edges: 4)
    let writer = AlignedWriter(
      layout: layout, options: options, lead: glyphs.bar + " ", separator: " \(glyphs.bar) ",
      trail: " " + glyphs.bar)
    var buffer = TextBuffer()
    if !layout.columns.isEmpty {
      rule(glyphs.top, glyphs.line, layout, into: &buffer)
      writer.header(into: &buffer)
      if options.showsTypes { writer.types(into: &buffer) }
      rule(glyphs.middle, glyphs.line, layout, into: &buffer)
      try writer.rows(into: &buffer, to: sink)
      rule(glyphs.bottom, glyphs.line, layout, into: &buffer)
    }
    writer.footer(rowCount: table.rowCount, into: &buffer)
    try sink(buffer.take())
  }

  private func rule(
    _ ends: (left: String, middle: String, right: String), _ line: String, _ layout: ColumnLayout,
    into buffer: inout TextBuffer
  ) {
    if options.usesColour { buffer.append(Style.dim) }
    for (index, width) in layout.widths.enumerated() {
      buffer.append(index == 0 ? ends.left : ends.middle)
      buffer.append(line, times: width + 2)
    }
    buffer.append(ends.right)
    if options.usesColour { buffer.append(Style.reset) }
    buffer.append("\n")
  }
}
