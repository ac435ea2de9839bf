import IbidColumns
import IbidTypes

/// Makes a table of a file's cells.
struct TableAssembler {
  let grid: CellGrid
  let declared: [Field]
  let parallel: Parallel

  func table(name: String, file: String) throws(FormatError) -> ReadTable {
    if grid.rowCount > 0 || grid.notation == .delimited {
      try Declarations.check(declared, names: grid.columns.map(\.name))
    }
    var fields: [Field] = []
    var columns: [Column] = []
    var warnings: [String] = []
    // A column at a time on each thread.
    let made = parallel.map(grid.columns.count) { index in
      Result { () throws(FormatError) -> Made in try column(of: grid.columns[index]) }
    }
    if parallel.isStopped { throw .stopped }
    for result in made {
      guard let made = try result?.get() else { continue }
      fields.append(made.field)
      columns.append(made.column)
      if made.specials > 0 { warnings.append(CellRules.notNumbers(made.specials, column: made.field.name)) }
    }
    // An empty JSON file names no columns, but the declaration does.
    for field in declared where !grid.columns.contains(where: { $0.name == field.name }) {
      let cells = CellColumn(name: field.name, cells: [], count: 0)
      fields.append(field)
      columns.append(try ColumnReader(grid: grid, cells: cells, lines: []).column(as: field.type))
    }
    fields.append(.place(beside: fields.map(\.name)))
    columns.append(.source(places(in: file)))
    return ReadTable(
      table: Table(name: name, schema: Schema(fields), columns: columns, rowCount: grid.rowCount), warnings: warnings)
  }

  private struct Made {
    let field: Field
    let column: Column
    /// Values that were left out.
    let specials: Int
  }

  private func column(of cells: CellColumn) throws(FormatError) -> Made {
    let reader = ColumnReader(grid: grid, cells: cells, lines: grid.lines)
    let (type, column): (ValueType, Column)
    if let wanted = declared.first(where: { $0.name == cells.name }) {
      (type, column) = (wanted.type, try reader.column(as: wanted.type))
    } else {
      (type, column) = try reader.inferred()
    }
    return Made(
      field: Field(cells.name, type, unique: Uniqueness.holds(column)), column: column,
      specials: reader.specials(in: type))
  }

  private func places(in file: String) -> SourceColumn {
    SourceColumn(
      file: TextColumn(repeating: file, count: grid.rowCount), line: grid.lines, lower: grid.lower, upper: grid.upper)
  }
}

/// Checks of the types that were declared for a file's columns.
enum Declarations {
  /// Throws for a column that the file does not have.
  static func check(_ declared: [Field], names: [String]) throws(FormatError) {
    for field in declared where !names.contains(field.name) {
      let known = names.prefix(12).map(excerpt).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
      throw FormatError("there is no column \(excerpt(field.name)); the file has \(known)", column: field.name)
    }
  }
}

extension Field {
  /// The column of the rows' places: `source`, or `source_2` beside one of that name.
  static func place(beside names: [String]) -> Field {
    var name = "source"
    var number = 2
    while names.contains(name) {
      name = "source_\(number)"
      number += 1
    }
    return Field(name, ValueType(.source), unique: true)
  }
}

extension TextColumn {
  /// One text in every row.
  init(repeating text: String, count: Int) {
    var words = TextDictionaryBuilder()
    _ = words.code(for: text)
    let codes = [Int32](apart: count, filler: 0, inLargePages: false) { codes in
      Parallel.current.forEachMorsel(of: count) { codes.clear($0) }
    }
    self.init(codes: codes, dictionary: words.finish())
  }
}
