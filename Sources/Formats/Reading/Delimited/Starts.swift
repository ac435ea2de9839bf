import IbidColumns

/// Where the rows and lines of each piece begin in the whole file.
struct Starts: Sendable {
  /// The first row of each piece, and one more: the number of rows.
  private(set) var rows: [Int] = [0]
  /// Line of each piece's first byte, from 1.
  private(set) var lines: [Int] = []

  /// `line`: that of the first piece.
  init(_ pieces: [FilePiece], line: Int) {
    var line = line
    for piece in pieces {
      rows.append(rows[rows.count - 1] + piece.rowCount)
      lines.append(line)
      line += piece.lineCount
    }
  }

  var rowCount: Int { rows[rows.count - 1] }

  /// Line of each row, from 1.
  func lines(of pieces: [FilePiece]) -> [Int32] {
    [Int32](capacity: rowCount) { output in
      for (index, piece) in pieces.enumerated() {
        let first = Int32(truncatingIfNeeded: self.lines[index])
        let lines = piece.rows.lines
        for row in 0..<piece.rowCount {
          output.append(first &+ (lines.isEmpty ? Int32(truncatingIfNeeded: row) : lines[row]))
        }
      }
    }
  }

  /// File, line and bytes of each row.
  func places(of pieces: [FilePiece], in file: String) -> SourceColumn {
    func ends(_ path: KeyPath<RowPlaces, [UInt32]>) -> [Int64] {
      [Int64](capacity: rowCount) { output in
        for piece in pieces {
          let start = Int64(piece.start)
          for offset in piece.rows[keyPath: path] { output.append(start &+ Int64(offset)) }
        }
      }
    }
    return SourceColumn(
      file: TextColumn(repeating: file, count: rowCount), line: lines(of: pieces), lower: ends(\.lower),
      upper: ends(\.upper))
  }
}
