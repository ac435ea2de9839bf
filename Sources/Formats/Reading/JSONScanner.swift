/// Finds rows and cells of JSON: an array of objects, or objects one after another (one per line in jsonl).
///
/// Columns are the keys in the order in which they first appear; an object that lacks one has a missing value there.
/// A member that is an object itself becomes columns `x_key`, but two shapes that Ibid writes are read back as what they
/// were: money, quantities and dates with their bounds stay one column, and a reference becomes its name `x` and `x_id`.
enum JSONScanner {
  /// `allowsNothing`: a file without any value is a table without rows, as in jsonl.
  static func scan(_ bytes: [UInt8], from start: Int, allowsNothing: Bool) throws(FormatError) -> CellGrid {
    var parser = JSONParser(bytes, at: start)
    var columns = JSONColumns(bytes: bytes)
    var lines: [Int32] = []
    var lower: [Int64] = []
    var upper: [Int64] = []
    parser.skipSpace()
    if parser.isAtEnd, !allowsNothing { throw FormatError("the file is empty; it must hold an array of objects") }
    let isArray = parser.take("[")
    parser.skipSpace()
    var isOpen = !(isArray ? parser.take("]") : parser.isAtEnd)
    while isOpen {
      parser.skipSpace()
      let (line, start) = (parser.line, parser.position)
      let members = try parser.object()
      try columns.append(members, row: lines.count, line: line)
      lines.append(Int32(truncatingIfNeeded: line))
      lower.append(Int64(start))
      upper.append(Int64(parser.position))
      parser.skipSpace()
      if isArray {
        isOpen = !parser.take("]")
        if isOpen, !parser.take(",") { throw parser.unexpected("`,` or `]`") }
      } else {
        isOpen = !parser.isAtEnd
      }
    }
    parser.skipSpace()
    if !parser.isAtEnd { throw parser.unexpected("the end of the file") }
    let found = try columns.finish(rowCount: lines.count)
    try ColumnNames.check(found.map(\.name), line: nil)
    return CellGrid(bytes: bytes, notation: .json, columns: found, lines: lines, lower: lower, upper: upper)
  }
}

/// Collects members of objects into columns, sparsely: a key may stand in few rows.
private struct JSONColumns {
  let bytes: [UInt8]
  private var names: [String] = []
  /// As they stand in the file, to recognise a key without a `String`.
  private var keys: [[UInt8]] = []
  private var index: [String: Int] = [:]
  private var cells: [[(row: Int32, cell: Cell)]] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func append(_ members: [JSONParser.Member], row: Int, line: Int?) throws(FormatError) {
    for (position, member) in members.enumerated() {
      let column = self.column(of: member.key, expected: position)
      if cells[column].last?.row == Int32(truncatingIfNeeded: row) {
        throw FormatError("the name \(excerpt(names[column])) stands twice in one object", line: line)
      }
      cells[column].append((Int32(truncatingIfNeeded: row), member.value))
    }
  }

  /// Objects mostly have the same keys in the same order, so the expected place is tried first.
  private mutating func column(of key: Cell, expected: Int) -> Int {
    let written = bytes[key.range]
    if expected < keys.count, keys[expected].elementsEqual(written) { return expected }
    let name = (key.kind == .escaped ? JSONText.unescaped(written) : String(decoding: written, as: UTF8.self)).trimmed
    if let known = index[name] { return known }
    index[name] = names.count
    names.append(name)
    keys.append(Array(written))
    cells.append([])
    return names.count - 1
  }

  /// The columns, each with a cell for every row, members of nested objects taken out.
  consuming func finish(rowCount: Int) throws(FormatError) -> [CellColumn] {
    // A file of objects with a name of its own each would need rows × columns cells.
    let (size, overflow) = names.count.multipliedReportingOverflow(by: rowCount)
    if overflow || size > max(20_000_000, bytes.count) {
      throw FormatError("the objects have \(names.count) different names in \(rowCount) rows: too many for a table")
    }
    var columns: [CellColumn] = []
    for (position, name) in names.enumerated() {
      let label = name.isEmpty ? "column_\(position + 1)" : name
      if let members = try nested(cells[position], rowCount: rowCount) {
        columns += members.map { member in
          var member = member
          member.name = member.name == Self.ownName ? label : label + "_" + member.name
          return member
        }
      } else {
        var dense = [Cell](repeating: .missing, count: rowCount)
        for (row, cell) in cells[position] { dense[Int(row)] = cell }
        columns.append(CellColumn(name: label, cells: dense, count: rowCount))
      }
    }
    return columns
  }

  /// Marks the column that takes its parent's name; no key can be this, keys are trimmed.
  private static let ownName = " "

  /// The members of a column of objects as columns; nil if it is not one, or if its objects are values.
  private func nested(_ cells: [(row: Int32, cell: Cell)], rowCount: Int) throws(FormatError) -> [CellColumn]? {
    guard cells.contains(where: { $0.cell.kind == .object }),
      cells.allSatisfy({ $0.cell.kind == .object || $0.cell.kind == .missing })
    else { return nil }
    var inner = JSONColumns(bytes: bytes)
    var isValues = true
    for (row, cell) in cells where cell.kind == .object {
      var parser = JSONParser(bytes, at: cell.range.lowerBound)
      let members = try parser.object()
      isValues = isValues && JSONValueObject.isValue(members, bytes)
      try inner.append(members, row: Int(row), line: nil)
    }
    if isValues { return nil }
    if inner.names.sorted() == ["id", "name"] {
      inner.names = inner.names.map { $0 == "name" ? Self.ownName : $0 }
    }
    return try inner.finish(rowCount: rowCount)
  }
}
