import IbidColumns
import IbidFormats
import IbidTypes
import Testing

/// Reads a text; the source column is dropped from the result of `rows`.
///
/// Twice: in one piece, and in pieces of a few bytes by three threads; the tables must be the same.
func read(_ text: String, _ format: InputFormat = .csv, _ declared: [Field] = []) throws(FormatError) -> Table {
  let bytes = Array(text.utf8)
  let options = ReadingOptions(parallel: Parallel(threads: 3), pieceBytes: 7)
  let parts = Result { () throws(FormatError) -> ReadTable in
    try format.read(bytes, name: "t", file: "t.\(format)", declared: declared, options: options)
  }
  let whole = Result { () throws(FormatError) -> ReadTable in
    try format.read(bytes, name: "t", file: "t.\(format)", declared: declared)
  }
  #expect(parts.map(\.contents) == whole.map(\.contents))
  return try whole.get().table
}

extension ReadTable {
  /// All that a table has, as text.
  var contents: String {
    let fields = table.schema.fields.map { "\($0.name): \($0.type)\($0.isUnique ? ", unique" : "")" }
    let rows = (0..<table.rowCount).map { row in
      table.columns.map { "\($0.value(at: row))" }.joined(separator: " | ")
    }
    let codes = table.columns.map { column -> [Int32] in if case .text(let texts) = column { texts.codes } else { [] } }
    return (fields + rows + warnings + ["\(codes)"]).joined(separator: "\n")
  }
}

extension Table {
  /// `n: int?, name: text` without the source column.
  var header: String { schema.fields.dropLast().map { "\($0.name): \($0.type)" }.joined(separator: ", ") }

  /// Each row as people write it, cells separated by ` | `.
  var rows: [String] {
    (0..<rowCount).map { row in columns.dropLast().map { $0.value(at: row).displayText() }.joined(separator: " | ") }
  }

  var lines: [Int32] { if case .source(let places) = columns.last { places.line } else { [] } }
}

/// The error's text, or what was read after all.
func failure(_ text: String, _ format: InputFormat = .csv, _ declared: [Field] = []) -> String {
  do throws(FormatError) {
    return "read: " + (try read(text, format, declared)).header
  } catch {
    return error.description
  }
}
