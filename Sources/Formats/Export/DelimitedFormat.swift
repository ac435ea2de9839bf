package import IbidColumns

/// Comma- or tab-separated values as RFC 4180 has them, in UTF-8 with `\n` at the end of lines.
///
/// Columns are expanded as `FlatColumn` says. A cell is quoted if it holds the delimiter, a quote or a line break, or
/// has a space at an end. A missing value is an empty cell, an empty text is `""`.
///
/// The safe variant keeps spreadsheets from taking a text of a document for a formula: a cell that begins with `=`, `+`,
/// `-`, `@`, a tab or a carriage return, or would once blanks before it are skipped, gets an apostrophe before it and
/// quotes around it (OWASP, CSV Injection). Plain numbers such as `-2.5` stay numbers.
package struct DelimitedFormat: TableFormat {
  package static let csv = DelimitedFormat(delimiter: UInt8(ascii: ","))
  package static let tsv = DelimitedFormat(delimiter: UInt8(ascii: "\t"))

  let delimiter: UInt8
  var isSafe = false

  /// The same without formulas.
  package var safe: DelimitedFormat { DelimitedFormat(delimiter: delimiter, isSafe: true) }

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
    let isFormula = isSafe && Self.mayBeFormula(text)
    guard isFormula || needsQuotes(text) else { return buffer.append(text) }
    let quote = UInt8(ascii: "\"")
    buffer.append(byte: quote)
    if isFormula { buffer.append(byte: UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == quote { buffer.append(byte: quote) }
      buffer.append(byte: byte)
    }
    buffer.append(byte: quote)
  }

  private static func mayBeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    case "+", "-": return !isNumber(text)
    default: return false
    }
  }

  /// `-24000`, `+1.5`, `-1e-05`: a sign, digits with at most one point, an exponent.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return !digits.isEmpty && Double(text) != nil
      && text.utf8.allSatisfy { digits.contains($0) || "+-.eE".utf8.contains($0) }
  }

  private func needsQuotes(_ text: String) -> Bool {
    let space = UInt8(ascii: " ")
    guard let first = text.utf8.first, first != space, text.utf8.last != space else { return true }
    return text.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }
}
