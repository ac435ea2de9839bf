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
  func lines(of rows: [RowPlaces]) -> [Int32] {
    [Int32](apart: rowCount, filler: 0, inLargePages: false) { output in
      Parallel.current.forEach(rows.count) { index in
        let first = Int32(truncatingIfNeeded: self.lines[index])
        let lines = rows[index].lines
        let rows = self.rows[index]..<self.rows[index + 1]
        if lines.isEmpty {
          output.count(rows, from: first)
        } else {
          for row in rows { output[row] = first &+ lines[row - rows.lowerBound] }
        }
      }
    }
  }

  /// File, line and bytes of each row.
  func places(of pieces: [FilePiece], in file: String) -> SourceColumn {
    let (rows, starts) = (pieces.map(\.rows), pieces.map(\.start))
    return SourceColumn(count: rowCount) {
      func ends(_ path: KeyPath<RowPlaces, [UInt32]>) -> [Int64] {
        [Int64](apart: rowCount, filler: 0, inLargePages: false) { output in
          Parallel.current.forEach(rows.count) { index in
            let offsets = rows[index][keyPath: path]
            output.set(to: offsets.span, at: self.rows[index], adding: Int64(starts[index]))
          }
        }
      }
      return SourceColumn.Places(
        file: TextColumn(repeating: file, count: rowCount), line: lines(of: rows), lower: ends(\.lower),
        upper: ends(\.upper))
    }
  }
}
