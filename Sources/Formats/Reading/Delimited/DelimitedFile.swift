import IbidColumns
import IbidTypes

/// A file of comma- or tab-separated text, read in pieces by several threads.
///
/// RFC 4180, with what files in the wild need: `\n`, `\r\n` or `\r` ends a line; a quote inside an unquoted cell is a
/// character like any other; blank lines are skipped, but in a file of one column each is a row with a missing value.
/// The first line has the names.
///
/// The types are guessed from the first rows, and the cells read as these types at once. What every cell says about
/// its column's type is kept; where the guess turns out to be wrong, the column is read once more. Pieces begin after the first line
/// end past a multiple of their size. That is wrong where the line end is inside of quotes: then a piece does not end where the
/// next one begins, and `RecordBoundaries` finds the begins before everything is read again.
struct DelimitedFile {
  let source: any ByteSource
  let delimiter: UInt8
  let declared: [Field]
  let options: ReadingOptions

  /// How many bytes the types are guessed from.
  private static let sampleBytes = 1 << 16

  func read(name: String, file: String) throws(FormatError) -> ReadTable {
    do throws(FormatError) {
      let header = try HeaderReader.read(source, delimiter: delimiter)
      return try read(header, name: name, file: file)
    } catch {
      // If this is no text at all, that is what is wrong with it.
      if error.column == nil { try FileText.check(source) }
      throw error
    }
  }

  private func read(_ header: HeaderReader.Header, name: String, file: String) throws(FormatError) -> ReadTable {
    let guesses = plans(header)
    let first = try pass(guesses, header)
    try Declarations.check(declared, names: header.names)
    // Columns of which the guess was wrong, in the type that all cells have.
    var columns: [ColumnAssembly] = []
    var again: [ColumnPlan] = []
    for (index, guess) in guesses.enumerated() {
      var votes = ColumnVotes()
      for piece in first.pieces { votes.add(piece.columns[index].votes) }
      let type = guess.declared ?? votes.type
      let plan = guess.declared == nil ? ColumnPlan(guess.name, inferred: type.base) : guess
      again.append(plan.mode == guess.mode ? .skipping(guess.name) : plan)
      columns.append(ColumnAssembly(plan: plan, type: type, index: index, specials: votes.specials))
    }
    let second = again.contains { $0.mode != .skip } ? try pass(again, header, asIn: first.pieces) : nil
    let table = PieceTable(
      columns: columns, passes: again.map { $0.mode == .skip ? first : second ?? first }, pieces: first.pieces,
      starts: Starts(first.pieces, line: header.lines + 1), options: options)
    return try table.table(name: name, file: file)
  }

  /// The declared types, and those of the first rows.
  private func plans(_ header: HeaderReader.Header) -> [ColumnPlan] {
    let plans = header.names.map { name in
      declared.first { $0.name == name }.map { ColumnPlan(name, declared: $0.type) } ?? .voting(name)
    }
    if plans.allSatisfy({ $0.declared != nil }) { return plans }
    let sample = PieceReader.Range(
      index: 0, start: header.bodyStart, lower: header.bodyStart,
      upper: min(header.bodyStart + Self.sampleBytes, source.byteCount))
    let votes = PieceReader(source, plans, delimiter: delimiter, number: 0, seed: 0).read(sample).columns.map(\.votes)
    return plans.enumerated().map { index, plan in
      guard plan.declared == nil, index < votes.count, votes[index].hasValue else { return plan }
      return ColumnPlan(plan.name, inferred: votes[index].type.base)
    }
  }

  // MARK: Passes

  /// Reads the whole file. Throws the first fault.
  private func pass(
    _ plans: [ColumnPlan], _ header: HeaderReader.Header, asIn known: [FilePiece]? = nil
  ) throws(FormatError) -> PiecePass {
    let begin = header.bodyStart
    if let known {
      let ranges = known.enumerated().map { index, piece in
        PieceReader.Range(index: index, start: piece.start, lower: piece.start, upper: piece.end)
      }
      let pass = readPieces(plans, ranges)
      try options.goOn()
      return pass
    }
    let pass = readPieces(plans, PiecePass.ranges(of: source, from: begin, options))
    try options.goOn()
    if try checked(pass, header) { return pass }
    let ranges = RecordBoundaries(source: source, delimiter: delimiter).pieces(
      from: begin, bytes: options.pieceBytes, options.parallel)
    try options.goOn()
    let exact = readPieces(plans, ranges)
    try options.goOn()
    if try checked(exact, header) { return exact }
    throw FormatError("the file changed while it was read")
  }

  /// Whether each piece ends where the next one begins; throws the first fault of those that do.
  private func checked(_ pass: PiecePass, _ header: HeaderReader.Header) throws(FormatError) -> Bool {
    var expected = header.bodyStart
    var lines = header.lines
    for piece in pass.pieces {
      if piece.gaveUp || piece.start != expected { return false }
      if piece.isBroken { try FileText.check(source) }
      if var fault = piece.fault {
        fault.line = fault.line.map { $0 + lines }
        throw fault
      }
      expected = piece.end
      lines += piece.lineCount
    }
    return expected >= source.byteCount
  }

  private func readPieces(_ plans: [ColumnPlan], _ ranges: [PieceReader.Range]) -> PiecePass {
    PiecePass(source, plans, ranges, delimiter: delimiter, options)
  }
}
