import CVectors

extension PieceReader {
  /// Reads records until one would begin at `stop` or later: blocks of them a column after the other, where they are of the usual
  /// kind, and those of other blocks one after the other.
  func readBlocks(_ bytes: UnsafePointer<UInt8>, first: Int, stop: Int, piece: Int) -> Halt {
    while position < min(stop, count) {
      let next = min(position + Self.blockBytes, stop)
      // A file of which no block is usual is not looked at twice.
      let isTried = oddBlocks < 4 || oddBlocks % 8 == 0
      if isTried, unsafe readBlock(bytes, first: first, stop: stop) {
        oddBlocks = 0
      } else {
        oddBlocks += 1
        let halt = unsafe readRows(bytes, first: first, stop: next)
        if halt != .end {
          if halt == .needsMore { unsafe numberTexts(bytes, piece) }
          return halt
        }
      }
      unsafe numberTexts(bytes, piece)
    }
    return .end
  }

  func numberTexts(_ bytes: UnsafePointer<UInt8>, _ piece: Int) {
    for column in 0..<width { unsafe sinks[column].numberTexts(rows: rowCount, piece: piece, bytes: bytes) }
  }

  /// Reads the whole records of the next bytes; false, and nothing is read, if there is none or one is not of the usual kind: cells
  /// as many as names, lines that end with a line feed, quotes that begin and end a cell.
  private func readBlock(_ bytes: UnsafePointer<UInt8>, first: Int, stop: Int) -> Bool {
    guard count < Int(Int32.max) else { return false }
    let width = width
    unsafe ends[0] = UInt32(truncatingIfNeeded: position &- 1)
    let ends = unsafe UnsafePointer(ends + 1)
    let found = unsafe ibid_cell_ends(
      bytes, position, min(position + Self.blockBytes, count), delimiter, self.ends + 1)
    var rows = found.lines
    guard !found.is_odd, rows > 0, rows * width <= found.cells else { return false }
    // Each last cell of a record ends with a line, and no other one, as there are no more lines.
    var place = width - 1
    var areWhole = true
    for _ in 0..<rows {
      let end = unsafe bytes[Int(ends[place])]
      areWhole = areWhole && end == 0x0A
      place &+= width
    }
    guard areWhole else { return false }
    while rows > 1, unsafe Int(ends[(rows - 1) * width - 1]) + 1 >= stop { rows -= 1 }
    let end = unsafe Int(ends[rows * width - 1]) + 1
    var lines: [Int32]?
    var lineCount = rows
    if found.inner_lines > 0 {
      var starts: [Int32] = []
      lineCount = 0
      var at = position
      for row in 0..<rows {
        starts.append(Int32(truncatingIfNeeded: lineCount))
        let end = unsafe Int(ends[row * width + width - 1])
        while at <= end {
          if unsafe bytes[at] == 0x0A { lineCount += 1 }
          at += 1
        }
      }
      lines = starts
    }
    let block = unsafe CellBlock(
      bytes: bytes, ends: ends, width: width, rows: rows, row: rowCount, line: line, lines: lines,
      hasQuotes: found.has_quotes, hasEscapes: found.has_escapes)
    let usual = unsafe PieceBytes(start: bytes, count: count, delimiter: delimiter)
    for column in 0..<width { unsafe sinks[column].read(block, column, usual) }
    self.rows.append(block, from: first)
    position = end
    line += lineCount
    rowCount += rows
    return true
  }
}
