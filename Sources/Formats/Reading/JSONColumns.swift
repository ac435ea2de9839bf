/// Collects members of objects into columns, sparsely: a key may stand in few rows.
struct JSONColumns {
  let bytes: [UInt8]
  private(set) var names: [String] = []
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

  /// Takes columns of rows that follow; a new key comes behind those that are known.
  mutating func append(_ other: JSONColumns, fromRow first: Int) {
    let shift = Int32(truncatingIfNeeded: first)
    for (column, name) in other.names.enumerated() {
      let known = index[name] ?? names.count
      if known == names.count {
        index[name] = known
        names.append(name)
        keys.append(other.keys[column])
        cells.append([])
      }
      cells[known] += other.cells[column].lazy.map { ($0.row + shift, $0.cell) }
    }
  }

  /// Takes the first rows, all of which have the same members: their values one row after the other.
  mutating func append(_ form: JSONForm, _ values: [Cell]) {
    for (column, name) in form.names.enumerated() {
      index[name] = column
      names.append(name)
      keys.append(form.key(column))
      cells.append(
        stride(from: column, to: values.count, by: form.width).map { place in
          (Int32(truncatingIfNeeded: place / form.width), values[place])
        })
    }
  }

  /// What the column of a key is called.
  static func label(_ name: String, at position: Int) -> String { name.isEmpty ? "column_\(position + 1)" : name }

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
      let label = Self.label(name, at: position)
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
