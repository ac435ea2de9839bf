import IbidColumns
import IbidTypes

/// Makes one column of its pieces.
struct ColumnAssembly: Sendable {
  let plan: ColumnPlan
  let type: ValueType
  /// Place among the columns of the file.
  let index: Int
  let specials: Int

  /// What to tell about values that were left out.
  var warning: String? {
    guard specials > 0, case .float = type.base else { return nil }
    return CellRules.notNumbers(specials, column: plan.name)
  }

  /// Throws at the first cell that is not of the type, at a missing one if the type is required.
  func column(of pass: PiecePass, _ starts: Starts) throws(FormatError) -> Column {
    let pieces = pass.pieces.map { $0.columns[index] }
    for find in [\ColumnPiece.firstMissing, \.firstBad] {
      for (number, piece) in pieces.enumerated() {
        guard let fault = piece[keyPath: find] else { continue }
        var error = fault.error
        error.line = starts.lines[number] + fault.line
        throw error
      }
    }
    if plan.mode == .other { return try cellByCell(pieces, pass, starts) }
    let validity = validity(pieces, starts)
    switch plan.mode {
    case .bool: return .bool(BoolColumn(bools(pieces, starts), validity: validity))
    case .int: return .int(WholePieces(pieces: pieces, starts: starts).column(validity))
    case .float: return .float(FixedColumn(floats(pieces, starts), validity: validity))
    case .moment: return .moment(moments(pieces, starts, validity))
    case .measure: return .measure(try measures(pieces, starts, validity))
    default: return .text(texts(pieces, pass, starts, validity))
    }
  }

  private func validity(_ pieces: [ColumnPiece], _ starts: Starts) -> Bitmap? {
    if pieces.allSatisfy(\.missing.isEmpty) { return nil }
    var valid = Bitmap(repeating: true, count: starts.rowCount)
    for (number, piece) in pieces.enumerated() {
      for row in piece.missing { valid[starts.rows[number] + Int(row)] = false }
    }
    return valid
  }

  private func bools(_ pieces: [ColumnPiece], _ starts: Starts) -> Bitmap {
    var truth = Bitmap(repeating: false, count: starts.rowCount)
    for (number, piece) in pieces.enumerated() {
      guard case .bools(let values) = piece.values else { continue }
      for (row, value) in values.enumerated() where value { truth[starts.rows[number] + row] = true }
    }
    return truth
  }

  private func floats(_ pieces: [ColumnPiece], _ starts: Starts) -> [Double] {
    [Double](apart: starts.rowCount, filler: 0, inLargePages: false) { output in
      Parallel.current.forEach(pieces.count) { number in
        if case .floats(let values) = pieces[number].values {
          output.copy(values.span, to: starts.rows[number])
        } else {
          output.clear(starts.rows[number]..<starts.rows[number + 1])
        }
      }
    }
  }

  private func texts(
    _ pieces: [ColumnPiece], _ pass: PiecePass, _ starts: Starts, _ validity: Bitmap?
  ) -> TextColumn {
    let merge = WordMerge(pass.words.map { $0[index] })
    let codes = [Int32](apart: starts.rowCount, filler: 0, inLargePages: false) { output in
      Parallel.current.forEach(pieces.count) { number in
        let row = starts.rows[number]
        let map = merge.codes[pass.pieces[number].reader]
        switch pieces[number].values {
        case .int8(let values):
          map.isEmpty ? output.set(to: values.span, at: row) : output.set(to: map.span, values.span, at: row)
        case .int16(let values):
          map.isEmpty ? output.set(to: values.span, at: row) : output.set(to: map.span, values.span, at: row)
        case .int32(let values):
          map.isEmpty ? output.set(to: values.span, at: row) : output.set(to: map.span, values.span, at: row)
        default: output.clear(row..<starts.rows[number + 1])
        }
        for missing in pieces[number].missing { output[row + Int(missing)] = 0 }
      }
    }
    return TextColumn(codes: codes, dictionary: merge.dictionary, validity: validity)
  }

  private func moments(_ pieces: [ColumnPiece], _ starts: Starts, _ validity: Bitmap?) -> MomentColumn {
    let rows = starts.rowCount
    var low: [Int64] = []
    var high: [Int64] = []
    var grains: [UInt8] = []
    low.reserveCapacity(rows)
    high.reserveCapacity(rows)
    grains.reserveCapacity(rows)
    for piece in pieces {
      guard case .moments(let values) = piece.values else { continue }
      for value in values {
        let grain = UInt8(truncatingIfNeeded: value & 15)
        low.append(value >> 4)
        high.append((value >> 4) &+ Self.lengthLessOne(grain))
        grains.append(grain)
      }
    }
    for (number, piece) in pieces.enumerated() {
      for row in piece.missing {
        let row = starts.rows[number] + Int(row)
        (low[row], high[row], grains[row]) = (MomentColumn.noLow, MomentColumn.noHigh, Grain.day.rawValue)
      }
    }
    var texts: [String?] = []
    var partials: [String?] = []
    for (number, piece) in pieces.enumerated() {
      for (row, moment) in piece.oddMoments {
        let row = starts.rows[number] + Int(row)
        low[row] = moment.low ?? MomentColumn.noLow
        high[row] = moment.high ?? MomentColumn.noHigh
        grains[row] = moment.grain.rawValue
        Self.set(moment.text, row, of: rows, in: &texts)
        Self.set(moment.partial, row, of: rows, in: &partials)
      }
    }
    return MomentColumn(
      low: low, high: high, grains: grains, text: texts.isEmpty ? nil : TextColumn(texts),
      partial: partials.isEmpty ? nil : TextColumn(partials), validity: validity)
  }

  private static func set(_ text: String?, _ row: Int, of rows: Int, in texts: inout [String?]) {
    guard let text else { return }
    if texts.isEmpty { texts = [String?](repeating: nil, count: rows) }
    texts[row] = text
  }

  /// From the first to the last second of a day, a minute or a second.
  private static func lengthLessOne(_ grain: UInt8) -> Int64 {
    switch Grain(rawValue: grain) {
    case .second: 0
    case .minute: 59
    default: Calendar.secondsPerDay - 1
    }
  }

  /// Types that are rare in files go through the reader of single cells.
  private func cellByCell(
    _ pieces: [ColumnPiece], _ pass: PiecePass, _ starts: Starts
  ) throws(FormatError) -> Column {
    var all: [Cell] = []
    var bytes: [UInt8] = []
    for piece in pieces {
      guard case .cells(let cells, let cellBytes) = piece.values else { continue }
      guard bytes.count + cellBytes.count < Int(UInt32.max) else {
        throw FormatError("column \(excerpt(plan.name)) is larger than 4 GB", column: plan.name)
      }
      for cell in cells {
        if cell.kind == .missing {
          all.append(cell)
        } else {
          all.append(Cell(bytes.count + Int(cell.lower)..<bytes.count + Int(cell.upper), cell.kind))
        }
      }
      bytes += cellBytes
    }
    let grid = CellGrid(bytes: bytes, notation: .delimited, columns: [], lines: [], lower: [], upper: [])
    let cells = CellColumn(name: plan.name, cells: all, count: all.count)
    return try ColumnReader(grid: grid, cells: cells, lines: starts.lines(of: pass.pieces.map(\.rows))).column(as: type)
  }
}
