package import IbidColumns

/// Comma- or tab-separated values as RFC 4180 has them, in UTF-8 with `\n` at the end of lines.
///
/// Columns are expanded as `FlatColumn` says. A cell is quoted if it holds the delimiter, a quote or a line break, or
/// has a space at an end. A missing value is an empty cell, an empty text is `""`.
package struct DelimitedFormat: TableFormat {
  package static let csv = DelimitedFormat(delimiter: UInt8(ascii: ","))
  package static let tsv = DelimitedFormat(delimiter: UInt8(ascii: "\t"))

  let delimiter: UInt8

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let columns = FlatColumn.columns(of: table, references: references)
    var buffer = TextBuffer()
    line(columns, into: &buffer) { $0.name }
    for row in 0..<table.rowCount {
      line(columns, into: &buffer) { $0.text(row) }
      if buffer.isFull { try sink(buffer.take()) }
    }
    try sink(buffer.take())
  }

  private func line(_ columns: [FlatColumn], into buffer: inout TextBuffer, _ text: (FlatColumn) -> String?) {
    for (index, column) in columns.enumerated() {
      if index > 0 { buffer.append(byte: delimiter) }
      if let text = text(column) { cell(text, into: &buffer) }
    }
    buffer.append("\n")
  }

  private func cell(_ text: String, into buffer: inout TextBuffer) {
    guard needsQuotes(text) else { return buffer.append(text) }
    let quote = UInt8(ascii: "\"")
    buffer.append(byte: quote)
    for byte in text.utf8 {
      if byte == quote { buffer.append(byte: quote) }
      buffer.append(byte: byte)
    }
    buffer.append(byte: quote)
  }

  private func needsQuotes(_ text: String) -> Bool {
    let space = UInt8(ascii: " ")
    guard let first = text.utf8.first, first != space, text.utf8.last != space else { return true }
    return text.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }
}
