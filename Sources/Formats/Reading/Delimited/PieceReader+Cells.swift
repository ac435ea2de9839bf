extension PieceReader {
  /// Why the reading of rows stopped.
  enum Halt {
    /// No further record begins in the piece.
    case end
    /// The buffer ends inside of a record, which is to be read again from its begin.
    case needsMore
    /// `fault` says what is wrong.
    case fault
    /// An object is none of the usual kind, of which `JSONParser` may know more.
    case unusual
  }

  /// A cell's bytes and the byte that ends it.
  private struct Found {
    var lower: Int
    var upper: Int
    var kind: Cell.Kind
    var end: Int
  }

  /// Reads records until one would begin at `stop` or later.
  func readRows(_ bytes: UnsafePointer<UInt8>, first: Int, stop: Int) -> Halt {
    let width = width
    let sinks = unsafe sinks
    let usual = unsafe PieceBytes(start: bytes, count: count, delimiter: delimiter)
    let delimiter = delimiter
    let count = count
    let limit = min(stop, count)
    // As local variables they need no check that nobody else has them.
    var rowCount = rowCount
    var rows = rows
    self.rows = RowPlaces()
    defer {
      self.rowCount = rowCount
      self.rows = rows
    }
    while position < limit {
      let begin = position
      let beginLine = line
      if width > 1, unsafe DelimitedText.isLineEnd(bytes[position]) {
        guard unsafe passLineEnd(bytes, &position) else { return .needsMore }
        continue
      }
      var column = 0
      var index = begin
      var end = begin
      row: while true {
        if column < width, unsafe usual.read(from: index, into: &sinks[column], row: rowCount, &end) {
          // Read.
        } else {
          var found = Found(lower: 0, upper: 0, kind: .plain, end: 0)
          if let halt = unsafe locate(bytes, index, &found) {
            if halt == .needsMore { takeBack(begin, beginLine, row: rowCount) }
            return halt
          }
          end = found.end
          if column < width {
            if found.lower == found.upper, found.kind == .plain {
              unsafe sinks[column].addMissing(row: rowCount, line: beginLine)
            } else {
              let cell = unsafe UnsafeBufferPointer(start: bytes + found.lower, count: found.upper - found.lower)
              unsafe sinks[column].add(cell, found.kind, at: found.lower, row: rowCount, line: beginLine)
            }
          }
        }
        column &+= 1
        if end >= count {
          position = count
          break row
        }
        if unsafe bytes[end] == delimiter {
          index = end &+ 1
          continue row
        }
        position = end
        guard unsafe passLineEnd(bytes, &position) else {
          takeBack(begin, beginLine, row: rowCount)
          return .needsMore
        }
        break row
      }
      guard column == width else {
        let cells = column == 1 ? "1 cell" : "\(column) cells"
        fault = FormatError("\(cells), but the header names \(width)", line: beginLine + 1)
        return .fault
      }
      rows.append(from: begin &- first, to: end &- first, line: beginLine)
      rowCount &+= 1
    }
    return .end
  }

  private func takeBack(_ begin: Int, _ beginLine: Int, row: Int) {
    position = begin
    line = beginLine
    for column in 0..<width { unsafe sinks[column].takeBack(row: row) }
  }

  /// Passes `\n`, `\r\n` or `\r`; false if the buffer must grow to tell which.
  @inline(__always)
  private func passLineEnd(_ bytes: UnsafePointer<UInt8>, _ index: inout Int) -> Bool {
    if unsafe bytes[index] == 0x0D {
      if index &+ 1 >= count, !isWhole { return false }
      if index &+ 1 < count, unsafe bytes[index &+ 1] == 0x0A { index &+= 1 }
    }
    index &+= 1
    line &+= 1
    return true
  }

  // MARK: Any cell

  /// Finds the cell that begins at `index`, quotes and all.
  private func locate(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ found: inout Found) -> Halt? {
    guard unsafe index < count && bytes[index] == DelimitedText.quote else {
      var end = index
      while unsafe !(bytes[end] == delimiter || DelimitedText.isLineEnd(bytes[end])) { end &+= 1 }
      end = min(end, count)
      if end >= count, !isWhole { return .needsMore }
      found = Found(lower: index, upper: end, kind: .plain, end: end)
      return nil
    }
    let opening = line
    var end = index + 1
    var kind = Cell.Kind.quoted
    while true {
      end = unsafe PieceBytes(start: bytes, count: count, delimiter: delimiter).quoteOrLineEnd(from: end)
      guard end < count else {
        if !isWhole { return .needsMore }
        fault = FormatError("a quote is opened here and never closed", line: opening + 1)
        return .fault
      }
      if unsafe bytes[end] != DelimitedText.quote {
        guard unsafe passLineEnd(bytes, &end) else { return .needsMore }
        continue
      }
      if end + 1 >= count, !isWhole { return .needsMore }
      guard unsafe end + 1 < count && bytes[end + 1] == DelimitedText.quote else { break }
      kind = .escaped
      end += 2
    }
    found = Found(lower: index + 1, upper: end, kind: kind, end: end + 1)
    if end + 1 < count, unsafe bytes[end + 1] != delimiter, unsafe !DelimitedText.isLineEnd(bytes[end + 1]) {
      fault = FormatError(
        "text after a closing quote; a quote inside a quoted cell is written twice", line: line + 1)
      return .fault
    }
    return nil
  }
}
