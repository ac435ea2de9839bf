package import IbidColumns
import IbidTypes

/// A pipe table of GitHub Flavored Markdown, cells as people write them, numbers right-aligned.
///
/// What Markdown would read as markup is escaped, so that a cell shows the text it holds; line breaks become `<br>`.
package struct MarkdownFormat: TableFormat {
  package init() {}

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var buffer = TextBuffer()
    guard !table.columns.isEmpty else { return }
    let fields = zip(table.schema.fields, table.columns).map { DisplayColumn($0, $1, references: references) }
    for field in table.schema.fields { buffer.append("| " + Self.escaped(field.name) + " ") }
    buffer.append("|\n")
    for field in fields { buffer.append(field.isRightAligned ? "| ---: " : "| --- ") }
    buffer.append("|\n")
    for row in 0..<table.rowCount {
      for column in table.columns {
        buffer.append("| " + Self.escaped(column.value(at: row).displayText(references: references)) + " ")
      }
      buffer.append("|\n")
      if buffer.isFull { try sink(buffer.take()) }
    }
    try sink(buffer.take())
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Character = " "
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 { result += "<br>" }
      for character in String(line).visible {
        switch character {
        case "\\", "|", "*", "`", "[", "]", "~", "$": result.append("\\")
        // Inside a word (`snake_case`) an underscore is only itself.
        case "_" where !(previous.isLetter || previous.isNumber): result.append("\\")
        default: break
        }
        switch character {
        case "<": result += "&lt;"
        case "&": result += "&amp;"
        default: result.append(character)
        }
        previous = character
      }
    }
    return result
  }
}
