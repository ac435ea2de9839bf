import IbidColumns
import IbidTypes

/// A file of JSON lines as nearly all of them are, read in pieces by several threads: an object a line, each with the keys of the
/// first one in its order, their values numbers, truth values, texts and `null`, in each column those of one type.
///
/// As in `DelimitedFile`, types are guessed from the first rows, and the cells are read as these types at once.
struct JSONLinesFile {
  let source: any ByteSource
  let options: ReadingOptions

  /// How many bytes the types are guessed from.
  private static let sampleBytes = 1 << 16

  /// nil for a file of any other kind, and for one with a mistake: `JSONScanner` reads it then, or tells what is wrong.
  func read(name: String, file: String) throws(FormatError) -> ReadTable? {
    guard let (form, start, guesses) = sample() else { return nil }
    var plans = guesses
    // Once more, if a column turns out to be of another type.
    for _ in 0..<2 {
      let ranges = PiecePass.ranges(of: source, from: start, options)
      let pass = PiecePass(source, plans, ranges, form: form, options)
      try options.goOn()
      guard isWhole(pass, from: start) else { return nil }
      let columns = plans.indices.map { index in
        var votes = ColumnVotes()
        for piece in pass.pieces { votes.add(piece.columns[index].votes) }
        let plan = ColumnPlan(plans[index].name, inferred: votes.type.base)
        return ColumnAssembly(plan: plan, type: votes.type, index: index, specials: 0)
      }
      if zip(columns, plans).allSatisfy({ $0.plan.mode == $1.mode }) {
        let table = PieceTable(
          columns: columns, passes: columns.map { _ in pass }, pieces: pass.pieces,
          starts: Starts(pass.pieces, line: 1), options: options)
        return try table.table(name: name, file: file)
      }
      plans = columns.map(\.plan)
    }
    return nil
  }

  /// Whether all pieces were read, each from where the one before it ended.
  private func isWhole(_ pass: PiecePass, from start: Int) -> Bool {
    var expected = start
    for piece in pass.pieces {
      if piece.gaveUp || piece.isBroken || piece.start != expected { return false }
      expected = piece.end
    }
    return expected >= source.byteCount
  }

  /// The form of the objects, where the text begins, and the types of the first rows.
  private func sample() -> (form: JSONForm, start: Int, plans: [ColumnPlan])? {
    var bytes: [UInt8] = []
    source.append(0..<min(source.byteCount, Self.sampleBytes), to: &bytes)
    guard let lineEnd = bytes.lastIndex(of: 0x0A) else { return nil }
    bytes.removeLast(bytes.count - lineEnd - 1)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var parser = JSONParser(bytes, at: start)
    parser.skipSpace()
    guard FileText.isText(bytes, 0..<bytes.count), !parser.isAtEnd, let members = try? parser.object(),
      let grid = try? JSONScanner.scan(bytes, from: start, allowsNothing: true, options: ReadingOptions()),
      let form = JSONForm(members, names: grid.columns.map(\.name), bytes), form.width == grid.columns.count
    else { return nil }
    var plans: [ColumnPlan] = []
    for cells in grid.columns {
      let hasValue = (0..<cells.count).contains { cells[$0].kind != .missing }
      let plan = ColumnPlan(cells.name, inferred: TypeGuess(grid: grid, cells: cells).type.base)
      switch plan.mode {
      case .bool, .int, .float, .text, .moment: if !hasValue { return nil }
      default: return nil
      }
      plans.append(plan)
    }
    return (form, start, plans)
  }
}
