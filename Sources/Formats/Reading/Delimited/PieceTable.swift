import IbidColumns
import IbidTypes

/// Makes the table of a file that was read in pieces.
struct PieceTable {
  let columns: [ColumnAssembly]
  /// The reading that has the cells of each column.
  let passes: [PiecePass]
  /// Has the places of the rows.
  let pieces: [FilePiece]
  let starts: Starts
  let options: ReadingOptions

  /// Columns of more texts are made by all threads together.
  private static let manyWords = 1 << 15

  private struct Made: Sendable {
    var column: Column
    var isUnique: Bool
  }

  func table(name: String, file: String) throws(FormatError) -> ReadTable {
    func make(_ task: Int) -> Result<Made, FormatError> {
      Result { () throws(FormatError) -> Made in
        if task == 0 { return Made(column: .source(starts.places(of: pieces, in: file)), isUnique: true) }
        let column = try columns[task - 1].column(of: passes[task - 1], starts)
        return Made(column: column, isUnique: Uniqueness.holds(column))
      }
    }
    // By all threads columns of very many texts, which would keep one of them busy long after the others; then a column at a
    // time on each thread, and before them all the places of the rows.
    var large = [Result<Made, FormatError>?](repeating: nil, count: columns.count + 1)
    for (number, column) in columns.enumerated()
    where passes[number].words.reduce(0, { $0 + $1[column.index].count }) > Self.manyWords {
      large[number + 1] = Parallel.$current.withValue(options.parallel) { make(number + 1) }
    }
    try options.goOn()
    let made = options.parallel.map(columns.count + 1) { task in large[task] ?? make(task) }
    try options.goOn()
    var fields: [Field] = []
    var values: [Column] = []
    for (assembly, result) in zip(columns, made.dropFirst()) {
      guard let column = try result?.get() else { continue }
      fields.append(Field(assembly.plan.name, assembly.type, unique: column.isUnique))
      values.append(column.column)
    }
    fields.append(.place(beside: fields.map(\.name)))
    if let places = try made[0]?.get() { values.append(places.column) }
    return ReadTable(
      table: Table(name: name, schema: Schema(fields), columns: values, rowCount: starts.rowCount),
      warnings: columns.compactMap(\.warning))
  }
}
