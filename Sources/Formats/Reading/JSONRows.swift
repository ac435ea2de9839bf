/// Objects as rows: where they stand, and their members as columns.
///
/// As long as all objects have the keys of the first one in its order, their values stand one row after the other; else they are
/// collected by column.
struct JSONRows {
  private let bytes: [UInt8]
  private var form: JSONForm?
  /// Values of all rows, if all are of the form.
  private var cells: [Cell] = []
  private var isRegular = true
  private var columns: JSONColumns
  private(set) var lines: [Int32] = []
  private(set) var lower: [Int64] = []
  private(set) var upper: [Int64] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    columns = JSONColumns(bytes: bytes)
  }

  var count: Int { lines.count }

  /// Takes the object at which the parser stands, and passes the space behind it.
  mutating func append(_ parser: inout JSONParser) throws(FormatError) {
    let (line, start) = (parser.line, parser.position)
    if isRegular, let form, let end = form.pass(bytes, from: start, into: &cells) {
      parser.pass(to: end)
    } else {
      try append(parser.object(), line: line)
    }
    lines.append(Int32(truncatingIfNeeded: line))
    lower.append(Int64(start))
    upper.append(Int64(parser.position))
    parser.skipSpace()
  }

  private mutating func append(_ members: [JSONParser.Member], line: Int) throws(FormatError) {
    if count == 0 {
      // Throws for a name that stands there twice.
      var names = JSONColumns(bytes: bytes)
      try names.append(members, row: 0, line: line)
      form = JSONForm(members, names: names.names, bytes)
    }
    if isRegular, let form, form.fits(members, bytes) {
      cells += members.map(\.value)
      return
    }
    spread()
    try columns.append(members, row: count, line: line)
  }

  /// Goes over to collecting by column.
  private mutating func spread() {
    if isRegular, let form { columns.append(form, cells) }
    (isRegular, cells) = (false, [])
  }

  /// Takes rows of which the line 1 is `firstLine` here.
  mutating func append(_ other: JSONRows, firstLine: Int) {
    if other.count == 0 { return }
    if count == 0 { form = other.form }
    if isRegular, other.isRegular, let form, let otherForm = other.form, form.isSame(as: otherForm) {
      cells += other.cells
    } else {
      spread()
      var other = other
      other.spread()
      columns.append(other.columns, fromRow: count)
    }
    let shift = Int32(truncatingIfNeeded: firstLine - 1)
    lines += other.lines.map { $0 + shift }
    lower += other.lower
    upper += other.upper
  }

  /// The columns, each with a cell for every row, members of nested objects taken out.
  consuming func finishedColumns() throws(FormatError) -> [CellColumn] {
    if isRegular, let form, !cells.contains(where: { $0.kind == .object }) {
      return form.names.enumerated().map { column, name in
        CellColumn(
          name: JSONColumns.label(name, at: column), cells: cells, offset: column, stride: form.width, count: count)
      }
    }
    spread()
    return try columns.finish(rowCount: count)
  }
}
