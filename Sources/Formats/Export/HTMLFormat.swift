package import IbidColumns
import IbidTypes

/// A small HTML document with one table, cells as people write them.
///
/// It names its encoding, so that a browser shows a saved file right, and holds no script and no link: whatever the
/// documents said stands there as text. Numbers have the class `n`.
package struct HTMLFormat: TableFormat {
  package init() {}

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var buffer = TextBuffer()
    buffer.append(
      """
      <!doctype html>
      <meta charset="utf-8">
      <title>\(Self.escaped(table.name))</title>
      <style>
      table { border-collapse: collapse; font: 14px sans-serif }
      th, td { border: 1px solid #ccc; padding: 2px 8px; text-align: left; vertical-align: top }
      .n { text-align: right }
      </style>
      <table>
      <thead><tr>
      """)
    let isNumber = zip(table.schema.fields, table.columns).map {
      DisplayColumn($0, $1, references: references).isRightAligned
    }
    for (index, field) in table.schema.fields.enumerated() {
      cell("th", Self.escaped(field.name), isNumber[index], into: &buffer)
    }
    buffer.append("</tr></thead>\n<tbody>\n")
    for row in 0..<table.rowCount {
      buffer.append("<tr>")
      for (index, column) in table.columns.enumerated() {
        cell(
          "td", Self.escaped(column.value(at: row).displayText(references: references)), isNumber[index], into: &buffer)
      }
      buffer.append("</tr>\n")
      if buffer.isFull { try sink(buffer.take()) }
    }
    buffer.append("</tbody>\n</table>\n")
    try sink(buffer.take())
  }

  private func cell(_ tag: String, _ text: String, _ isNumber: Bool, into buffer: inout TextBuffer) {
    buffer.append(isNumber ? "<\(tag) class=\"n\">" : "<\(tag)>")
    buffer.append(text)
    buffer.append("</\(tag)>")
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 { result += "<br>" }
      for character in String(line).visible {
        switch character {
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        case "\"": result += "&quot;"
        default: result.append(character)
        }
      }
    }
    return result
  }
}
