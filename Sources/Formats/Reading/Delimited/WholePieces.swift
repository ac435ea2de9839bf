import IbidColumns

/// The whole numbers of a column, which stand in each piece of the file as narrow as those of the piece allow.
struct WholePieces {
  let pieces: [ColumnPiece]
  let starts: Starts

  /// The column: its numbers as distances where these are shorter, as most queries ask for nothing else.
  func column(_ validity: Bitmap?) -> FixedColumn<Int64> {
    if let packed { return FixedColumn(packed, validity: validity) }
    return FixedColumn(numbers(less: 0, gap: 0), validity: validity)
  }

  private var packed: PackedNumbers? {
    let extents = Parallel.current.map(pieces.count) { pieces[$0].extent }.compactMap { $0 ?? nil }
    let hasMissing = pieces.contains { !$0.missing.isEmpty }
    guard let least = extents.map(\.least).min(), let most = extents.map(\.most).max(),
      let width = PackedNumbers.width(from: least, to: most, hasMissing: hasMissing)
    else { return nil }
    let gap = most &- least &+ 1
    let distances: PackedNumbers.Distances =
      switch width {
      case .byte: .bytes(numbers(less: least, gap: gap))
      case .short: .shorts(numbers(less: least, gap: gap))
      case .word: .words(numbers(less: least, gap: gap))
      }
    return PackedNumbers(distances, from: least, to: most, hasMissing: hasMissing)
  }

  /// Each row's number less the least one; those of missing rows are `gap`.
  private func numbers<Element: FixedWidthInteger & BitwiseCopyable>(less least: Int64, gap: Int64) -> [Element] {
    let shift = Element(truncatingIfNeeded: 0 &- least)
    return [Element](apart: starts.rowCount, filler: 0, inLargePages: false) { output in
      Parallel.current.forEach(pieces.count) { number in
        let row = starts.rows[number]
        switch pieces[number].values {
        case .int8(let values): output.set(to: values.span, at: row, adding: shift)
        case .int16(let values): output.set(to: values.span, at: row, adding: shift)
        case .int32(let values): output.set(to: values.span, at: row, adding: shift)
        case .int64(let values): output.set(to: values.span, at: row, adding: shift)
        default: output.clear(row..<starts.rows[number + 1])
        }
        for missing in pieces[number].missing { output[row + Int(missing)] = Element(truncatingIfNeeded: gap) }
      }
    }
  }
}

extension ColumnPiece {
  /// Least and greatest whole number; nil if there is none.
  fileprivate var extent: (least: Int64, most: Int64)? {
    func ends<Number: FixedWidthInteger>(_ numbers: [Number]) -> (least: Int64, most: Int64)? {
      var (least, most) = (Number.max, Number.min)
      var row = 0
      for gap in missing + [Int32(truncatingIfNeeded: numbers.count)] {
        for number in numbers[row..<Int(gap)] {
          least = min(least, number)
          most = max(most, number)
        }
        row = Int(gap) + 1
      }
      return least > most ? nil : (Int64(least), Int64(most))
    }
    return switch values {
    case .int8(let numbers): ends(numbers)
    case .int16(let numbers): ends(numbers)
    case .int32(let numbers): ends(numbers)
    case .int64(let numbers): ends(numbers)
    default: nil
    }
  }
}
