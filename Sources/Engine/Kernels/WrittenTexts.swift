import IbidColumns

/// Many texts that are written row by row, as a column: by all threads, where one after the other would wait for memory at each.
///
/// Every thread writes the texts of its rows behind each other and hashes them; equal hashes are grouped as the keys of any grouping
/// are, and compared letter for letter after that. The dictionary has the texts in the order of their first rows, as a builder's.
enum WrittenTexts {
  /// Below so many rows a builder is as fast.
  static let fewRows = 1 << 15

  private struct Piece {
    let rows: Range<Int>
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var isPlain = true

    func range(_ row: Int) -> Range<Int> {
      let place = row - rows.lowerBound
      return (place == 0 ? 0 : ends[place - 1])..<ends[place]
    }
  }

  /// Nil for few rows, for texts that may need another form (`PlainText`), where two texts have one hash, and where the run was
  /// stopped. `write` puts the text of a row behind the bytes it is given, and is called by several threads.
  static func column(
    count: Int, validity: Bitmap?, _ write: (_ row: Int, _ text: inout [UInt8]) -> Void
  ) -> TextColumn? {
    guard count >= fewRows else { return nil }
    let parallel = Parallel.current
    var pieces: [Piece] = []
    let hashes = [UInt64](apart: count, filler: 0) { hashes in
      pieces = parallel.mapMorsels(of: count) { rows in
        var piece = Piece(rows: rows)
        piece.ends.reserveCapacity(rows.count)
        for row in rows.untilStopped {
          let start = piece.bytes.count
          if validity?[row] ?? true { write(row, &piece.bytes) }
          piece.ends.append(piece.bytes.count)
          hashes[row] = TextDictionaryBuilder.hash(piece.bytes.span.extracting(start..<piece.bytes.count))
        }
        piece.isPlain = PlainText.holds(piece.bytes.span)
        return piece
      }
    }
    guard !Parallel.isCurrentStopped(), let length = pieces.first?.rows.count, pieces.allSatisfy(\.isPlain) else {
      return nil
    }
    let (codes, firstRows) = HashGroups.grouped(hashes)
    let areEqual = parallel.mapMorsels(of: count) { rows in
      rows.allSatisfy { row in
        let first = Int(firstRows[Int(codes[row])])
        return first == row || areSame(row, first, pieces, length)
      }
    }
    guard !Parallel.isCurrentStopped(), areEqual.allSatisfy({ $0 }) else { return nil }
    var offsets = [0]
    offsets.reserveCapacity(firstRows.count + 1)
    for row in firstRows {
      offsets.append(offsets[offsets.count - 1] + pieces[Int(row) / length].range(Int(row)).count)
    }
    let starts = offsets
    let bytes = [UInt8](apart: offsets[offsets.count - 1], filler: 0) { bytes in
      parallel.forEachMorsel(of: firstRows.count) { codes in
        for code in codes {
          let row = Int(firstRows[code])
          let piece = pieces[row / length]
          bytes.copy(piece.bytes.span.extracting(piece.range(row)), to: starts[code])
        }
      }
    }
    return TextColumn(codes: codes, dictionary: TextDictionary(bytes: bytes, offsets: offsets), validity: validity)
  }

  private static func areSame(_ one: Int, _ other: Int, _ pieces: [Piece], _ length: Int) -> Bool {
    let (a, b) = (pieces[one / length], pieces[other / length])
    let (left, right) = (a.range(one), b.range(other))
    guard left.count == right.count else { return false }
    for place in 0..<left.count where a.bytes[left.lowerBound &+ place] != b.bytes[right.lowerBound &+ place] {
      return false
    }
    return true
  }
}
