/// Finds the cells of comma- or tab-separated text in one pass.
///
/// RFC 4180, with what files in the wild need: `\n`, `\r\n` or `\r` ends a line; a quote inside an unquoted cell is a
/// character like any other; blank lines are skipped, but in a file of one column each is a row with a missing value.
/// The first line has the names, trimmed; a column without a name is called `column_3` by its position.
struct DelimitedScanner {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position: Int
  private var line = 1
  private var cells: [Cell] = []

  private static let quote = UInt8(ascii: "\"")

  static func scan(_ bytes: [UInt8], from start: Int, delimiter: UInt8) throws(FormatError) -> CellGrid {
    var scanner = DelimitedScanner(bytes: bytes, delimiter: delimiter, position: start)
    return try scanner.scan()
  }

  private init(bytes: [UInt8], delimiter: UInt8, position: Int) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
  }

  private mutating func scan() throws(FormatError) -> CellGrid {
    while position < bytes.count, isLineEnd(bytes[position]) { passLineEnd() }
    guard position < bytes.count else { throw FormatError("the file is empty; its first line must name the columns") }
    let headerLine = line
    try scanRow()
    let names = try columnNames(line: headerLine)
    let width = names.count
    cells.removeAll(keepingCapacity: true)
    var lines: [Int32] = []
    var lower: [Int64] = []
    var upper: [Int64] = []
    while position < bytes.count {
      if width > 1, isLineEnd(bytes[position]) {
        passLineEnd()
        continue
      }
      let (rowLine, start, before) = (line, position, cells.count)
      let end = try scanRow()
      let found = cells.count - before
      if found != width {
        throw FormatError("\(counted(found)), but the header names \(width)", line: rowLine)
      }
      lines.append(Int32(truncatingIfNeeded: rowLine))
      lower.append(Int64(start))
      upper.append(Int64(end))
    }
    let columns = names.enumerated().map { index, name in
      CellColumn(name: name, cells: cells, offset: index, stride: width, count: lines.count)
    }
    return CellGrid(bytes: bytes, notation: .delimited, columns: columns, lines: lines, lower: lower, upper: upper)
  }

  private func counted(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }

  private func columnNames(line: Int) throws(FormatError) -> [String] {
    let header = CellGrid(bytes: bytes, notation: .delimited, columns: [], lines: [], lower: [], upper: [])
    var names: [String] = []
    for (index, cell) in cells.enumerated() {
      let name = header.text(cell).trimmed
      names.append(name.isEmpty ? "column_\(index + 1)" : name)
    }
    try ColumnNames.check(names, line: line)
    return names
  }

  /// Appends the cells of one row and passes its line end; the result is where the row's bytes end.
  @discardableResult
  private mutating func scanRow() throws(FormatError) -> Int {
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        try scanQuoted()
      } else {
        scanPlain()
      }
      guard position < bytes.count else { return position }
      if bytes[position] == delimiter {
        position += 1
      } else {
        let end = position
        passLineEnd()
        return end
      }
    }
  }

  private mutating func scanPlain() {
    let start = position
    while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) { position += 1 }
    cells.append(start == position ? .missing : Cell(start..<position, .plain))
  }

  private mutating func scanQuoted() throws(FormatError) {
    let opening = line
    position += 1
    let start = position
    var hasDoubled = false
    while true {
      guard position < bytes.count else { throw FormatError("a quote is opened here and never closed", line: opening) }
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
        hasDoubled = true
        position += 2
      } else if isLineEnd(byte) {
        passLineEnd()
      } else {
        position += 1
      }
    }
    cells.append(Cell(start..<position, hasDoubled ? .escaped : .quoted))
    position += 1
    if position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
      throw FormatError("text after a closing quote; a quote inside a quoted cell is written twice", line: line)
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Passes `\n`, `\r\n` or `\r`.
  private mutating func passLineEnd() {
    let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
  }
}

/// Rules for column names, whatever the format.
enum ColumnNames {
  /// Throws if two columns have one name: a query could not say which it means.
  static func check(_ names: [String], line: Int?) throws(FormatError) {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let other = first[name] {
        let places = "the \(ordinal(other + 1)) and the \(ordinal(index + 1))"
        throw FormatError("two columns are called \(excerpt(name)), \(places); rename one", line: line, column: name)
      }
      first[name] = index
    }
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
