import IbidColumns
import IbidTypes

/// Makes a table of a file's cells.
struct TableAssembler {
  let grid: CellGrid
  let declared: [Field]

  func table(name: String, file: String) throws(FormatError) -> Table {
    try checkDeclarations()
    var fields: [Field] = []
    var columns: [Column] = []
    for cells in grid.columns {
      let reader = ColumnReader(grid: grid, cells: cells, lines: grid.lines)
      let (type, column): (ValueType, Column)
      if let wanted = declared.first(where: { $0.name == cells.name }) {
        (type, column) = (wanted.type, try reader.column(as: wanted.type))
      } else {
        (type, column) = try reader.inferred()
      }
      fields.append(Field(cells.name, type, unique: Self.isUnique(column)))
      columns.append(column)
    }
    // An empty JSON file names no columns, but the declaration does.
    for field in declared where !grid.columns.contains(where: { $0.name == field.name }) {
      let cells = CellColumn(name: field.name, cells: [], count: 0)
      fields.append(field)
      columns.append(try ColumnReader(grid: grid, cells: cells, lines: []).column(as: field.type))
    }
    fields.append(Field(placeName(beside: fields.map(\.name)), ValueType(.source), unique: true))
    columns.append(.source(places(in: file)))
    return Table(name: name, schema: Schema(fields), columns: columns, rowCount: grid.rowCount)
  }

  private func checkDeclarations() throws(FormatError) {
    try ColumnNames.check(declared.map(\.name), line: nil)
    if grid.notation == .json, grid.rowCount == 0 { return }
    let names = grid.columns.map(\.name)
    for field in declared where !names.contains(field.name) {
      let known = names.prefix(12).map(excerpt).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
      throw FormatError("there is no column \(excerpt(field.name)); the file has \(known)", column: field.name)
    }
  }

  /// Whether no two rows have the same value: found for numbers and texts, where it may be a key.
  private static func isUnique(_ column: Column) -> Bool {
    switch column {
    case .int(let numbers):
      var seen: Set<Int64> = []
      for row in 0..<numbers.count where numbers.isValid(row) {
        if !seen.insert(numbers.values[row]).inserted { return false }
      }
      return true
    case .text(let texts):
      return texts.dictionary.count == texts.validity?.trueCount ?? texts.count
    default: return false
    }
  }

  private func placeName(beside names: [String]) -> String {
    var name = "source"
    var number = 2
    while names.contains(name) {
      name = "source_\(number)"
      number += 1
    }
    return name
  }

  private func places(in file: String) -> SourceColumn {
    var names = TextDictionaryBuilder()
    _ = names.code(for: file)
    return SourceColumn(
      file: TextColumn(codes: [Int32](repeating: 0, count: grid.rowCount), dictionary: names.finish()),
      line: grid.lines,
      lower: grid.lower, upper: grid.upper)
  }
}
