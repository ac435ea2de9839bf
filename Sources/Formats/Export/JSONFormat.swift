package import IbidColumns

/// JSON: one array of objects, or one object per line (jsonl).
///
/// Objects have the table's columns in order; `JSONField` says what each type of column becomes.
package struct JSONFormat: TableFormat {
  package enum Layout: Sendable {
    /// `[`, a line per row, `]`
    case array
    /// A line per row.
    case lines
  }

  package var layout: Layout

  package init(layout: Layout) { self.layout = layout }

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let fields = JSONField.fields(of: table, references: references)
    var buffer = TextBuffer()
    if layout == .array { buffer.append("[") }
    for row in 0..<table.rowCount {
      if layout == .array { buffer.append(row == 0 ? "\n" : ",\n") }
      buffer.append("{")
      for (index, field) in fields.enumerated() {
        if index > 0 { buffer.append(",") }
        buffer.append(field.key)
        field.write(row, &buffer)
      }
      buffer.append(layout == .array ? "}" : "}\n")
      if buffer.isFull { try sink(buffer.take()) }
    }
    if layout == .array { buffer.append(table.rowCount == 0 ? "]\n" : "\n]\n") }
    try sink(buffer.take())
  }
}
