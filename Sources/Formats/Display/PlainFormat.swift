package import IbidColumns

/// Aligned columns two spaces apart, without lines, types or tabs: for mails, notes and simple tools.
///
///     issuer             amount  source
///     Home Office  £30m or more  003.txt:7
package struct PlainFormat: TableFormat {
  package var options: DisplayOptions

  package init(_ options: DisplayOptions = DisplayOptions()) {
    self.options = options
    self.options.showsTypes = false
  }

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let layout = ColumnLayout(table, options, references: references, separator: 2, edges: 0)
    let writer = AlignedWriter(layout: layout, options: options, lead: "", separator: "  ", trail: "")
    var buffer = TextBuffer()
    if !layout.columns.isEmpty {
      writer.header(into: &buffer)
      try writer.rows(into: &buffer, to: sink)
    }
    writer.footer(rowCount: table.rowCount, into: &buffer)
    try sink(buffer.take())
  }
}
