import IbidColumns

/// Finds rows and cells of JSON: an array of objects, or objects one after another (one per line in jsonl).
///
/// Columns are the keys in the order in which they first appear; an object that lacks one has a missing value there.
/// A member that is an object itself becomes columns `x_key`, but two shapes that Ibid writes are read back as what they
/// were: money, quantities and dates with their bounds stay one column, and a reference becomes its name `x` and `x_id`.
struct JSONScanner {
  private let bytes: [UInt8]
  private let options: ReadingOptions

  /// `allowsNothing`: a file without any value is a table without rows, as in jsonl.
  static func scan(
    _ bytes: [UInt8], from start: Int, allowsNothing: Bool, options: ReadingOptions
  ) throws(FormatError) -> CellGrid {
    try JSONScanner(bytes: bytes, options: options).scan(from: start, allowsNothing: allowsNothing)
  }

  private func scan(from start: Int, allowsNothing: Bool) throws(FormatError) -> CellGrid {
    var parser = JSONParser(bytes, at: start)
    parser.skipSpace()
    if parser.isAtEnd, !allowsNothing { throw FormatError("the file is empty; it must hold an array of objects") }
    if parser.take("[") { return try grid(of: array(&parser)) }
    return try grid(of: lines(from: parser.position, line: parser.line))
  }

  private func grid(of rows: JSONRows) throws(FormatError) -> CellGrid {
    let found = try rows.finishedColumns()
    try ColumnNames.check(found.map(\.name), line: nil)
    return CellGrid(
      bytes: bytes, notation: .json, columns: found, lines: rows.lines, lower: rows.lower, upper: rows.upper)
  }

  /// The objects of an array; the parser stands behind its bracket.
  private func array(_ parser: inout JSONParser) throws(FormatError) -> JSONRows {
    var rows = JSONRows(bytes)
    parser.skipSpace()
    var isOpen = !parser.take("]")
    while isOpen {
      parser.skipSpace()
      try rows.append(&parser)
      isOpen = !parser.take("]")
      if isOpen, !parser.take(",") { throw parser.unexpected("`,` or `]`") }
    }
    parser.skipSpace()
    if !parser.isAtEnd { throw parser.unexpected("the end of the file") }
    return rows
  }

  // MARK: Objects one after another

  /// Objects in pieces of the file, each piece by one thread.
  ///
  /// A piece begins at the first value after a line end. That is wrong where an object goes over several lines; then
  /// a piece does not end where the next one begins, and the file is read as one.
  private func lines(from start: Int, line: Int) throws(FormatError) -> JSONRows {
    let size = options.pieceBytes
    let count = max(1, (bytes.count - start + size - 1) / size)
    let begins = [start] + (1..<count).map { begin(after: start + $0 * size) }
    let pieces = options.parallel.map(count) { index in
      piece(from: begins[index], to: index + 1 < count ? begins[index + 1] : bytes.count)
    }.compactMap { $0 }
    try options.goOn()
    if let rows = try merged(pieces, from: start, line: line, begins) { return rows }
    // Objects go over several lines.
    let whole = piece(from: start, to: bytes.count)
    return try merged([whole], from: start, line: line, [start]) ?? whole.rows
  }

  /// The rows of all pieces; nil if one does not begin where the one before it ended. Throws the first fault.
  private func merged(
    _ pieces: [Piece], from start: Int, line: Int, _ begins: [Int]
  ) throws(FormatError) -> JSONRows? {
    var rows = JSONRows(bytes)
    var (expected, firstLine) = (start, line)
    for (begin, piece) in zip(begins, pieces) {
      if begin != expected { return nil }
      if var error = piece.error {
        error.line = error.line.map { $0 + firstLine - 1 }
        throw error
      }
      rows.append(piece.rows, firstLine: firstLine)
      expected = piece.end
      firstLine += piece.lineCount
    }
    return rows
  }

  /// The first value after a line end at or past an offset.
  private func begin(after offset: Int) -> Int {
    var parser = JSONParser(bytes, at: offset)
    while parser.position < bytes.count, bytes[parser.position] != 0x0A { parser.skip() }
    parser.skipSpace()
    return parser.position
  }

  /// The objects that begin from one offset to before another one.
  private func piece(from start: Int, to stop: Int) -> Piece {
    var piece = Piece(rows: JSONRows(bytes), end: start, lineCount: 0)
    var parser = JSONParser(bytes, at: start)
    do throws(FormatError) {
      while parser.position < stop, !parser.isAtEnd { try piece.rows.append(&parser) }
    } catch {
      piece.error = error
    }
    piece.end = parser.position
    piece.lineCount = parser.line - 1
    return piece
  }

  private struct Piece {
    var rows: JSONRows
    var end: Int
    var lineCount: Int
    var error: FormatError?
  }
}
