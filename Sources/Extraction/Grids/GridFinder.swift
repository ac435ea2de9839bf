/// Finds the grids of a document by the white space between its tokens; linear.
struct GridFinder {
  let tokens: Tokens
  let values: CellReader

  /// A line cut at tabs, bars and stretches of spaces; most lines are one piece.
  private struct Line {
    var tokens: Range<Int>
    private var first: Piece?
    private var others: [Piece] = []

    var pieces: [Piece] { first.map { [$0] + others } ?? [] }
    var pieceCount: Int { first == nil ? 0 : others.count + 1 }

    init(tokens: Range<Int>) { self.tokens = tokens }

    mutating func append(_ piece: Piece) { if first == nil { first = piece } else { others.append(piece) } }

    var followsBlank = false
    var isSpaced = false
    /// `+-----+------+`, `|------|`: drawn between rows.
    var isRule = false
  }

  private struct Piece {
    var tokens: Range<Int>
    /// Number of tabs or bars before it.
    var index: Int
    /// Characters from the start of the line, for columns that spaces align.
    var start: Int
    var end: Int
  }

  func grids(in range: Range<Int>) -> [Grid] {
    let lines = lines(in: range)
    var grids: [Grid] = []
    /// The last sections that go together, how many of their rows hold values, and the line behind them.
    var open: (grid: Grid, values: Int, end: Int)?
    func close() {
      if let last = open, last.values >= 2 { grids.append(last.grid) }
      open = nil
    }
    var start = 0
    while start < lines.count {
      guard lines[start].pieceCount > 1 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, end - start < 2000, !lines[end].followsBlank || areHeadings(lines[start..<end]) {
        end += 1
      }
      while lines[end - 1].pieceCount < 2 { end -= 1 }
      if let (section, values) = grid(lines, start..<end) {
        // A blank line, or one with a heading, sets sections of one grid apart: "Total" may stand alone.
        if let last = open, start - last.end <= 1, section.continues(last.grid) {
          open?.grid.rows += section.rows
          open?.grid.footers = section.footers
          open?.values += values
          open?.end = end
        } else {
          close()
          open = (section, values, end)
        }
      }
      start = end
    }
    close()
    return grids
  }

  /// A row or two of words and years, below which a blank line may stand.
  private func areHeadings(_ lines: ArraySlice<Line>) -> Bool {
    lines.count <= 3
      && lines.allSatisfy { line in
        line.pieceCount > 1 && line.pieces.dropFirst().allSatisfy { values.value(of: $0.tokens)?.isYear ?? true }
      }
  }

  /// The rows of a grid, or of a section of one, and how many hold a value outside their first cell: two make a grid, as does a row
  /// of values over a row of words.
  private func grid(_ all: [Line], _ range: Range<Int>) -> (Grid, valued: Int)? {
    let lines = all[range].filter { !$0.isRule }
    var rows = lines.map { line in
      Grid.Row(cells: line.pieces.map { Grid.Cell(tokens: $0.tokens, column: $0.index) })
    }
    if lines.contains(where: \.isSpaced) { align(&rows, lines) }
    // `| 2024 | 2023` over `Rent | 12 | 11`: where not all rows open with a bar, one that does has an empty first cell.
    let isBarred = lines.map { tokens.isSymbol($0.tokens.lowerBound, "|") }
    if isBarred.contains(false) {
      for (row, isBarred) in isBarred.enumerated() where isBarred {
        for cell in rows[row].cells.indices { rows[row].cells[cell].column += 1 }
      }
    }
    func hasValue(_ row: Grid.Row) -> Bool {
      row.cells.contains { $0.column > 0 && values.value(of: $0.tokens).map { !$0.isYear } ?? false }
    }
    let isTile =
      rows.count == 2 && rows[0].cells.count > 2 && rows[0].cells.count == rows[1].cells.count
      && rows[0].cells.allSatisfy { values.value(of: $0.tokens) != nil }
    guard let first = isTile ? 0 : rows.firstIndex(where: hasValue) else { return nil }
    let valued = isTile ? 2 : rows.count(where: hasValue)
    // Captions stand above, one blank line between at most; notes below.
    var captions: [Range<Int>] = []
    for line in all[max(0, range.lowerBound - 2)..<range.lowerBound].reversed()
    where line.pieceCount == 1 && !line.isRule {
      captions.append(line.tokens)
    }
    let footers = all[range.upperBound..<min(all.count, range.upperBound + 3)].prefix { $0.pieceCount == 1 }
      .filter { !$0.isRule }
    return (Grid(rows: rows, headingCount: first, captions: captions, footers: footers.map(\.tokens)), valued)
  }

  /// Gives cells the column of the widest row that they stand under.
  private func align(_ rows: inout [Grid.Row], _ lines: [Line]) {
    guard let widest = lines.max(by: { $0.pieceCount < $1.pieceCount }), widest.pieceCount <= 40 else { return }
    var anchors = widest.pieces.map { ($0.start, $0.end) }
    for line in lines where line.pieceCount == anchors.count {
      for (column, piece) in line.pieces.enumerated() {
        anchors[column] = (min(anchors[column].0, piece.start), max(anchors[column].1, piece.end))
      }
    }
    // Cells that a fixed gap sets apart stand under nothing; where each line has all of them, they are counted.
    let areAll = lines.allSatisfy { $0.pieceCount == anchors.count || $0.pieceCount == 1 }
    for (row, line) in lines.enumerated() {
      for (cell, piece) in line.pieces.enumerated() {
        if areAll, line.pieceCount == anchors.count {
          rows[row].cells[cell].column = cell
          continue
        }
        func overlap(_ column: Int) -> Int { min(anchors[column].1, piece.end) - max(anchors[column].0, piece.start) }
        let column = anchors.indices.max { (overlap($0), -$0) < (overlap($1), -$1) }
        rows[row].cells[cell].column = column ?? cell
      }
    }
  }

  // MARK: Lines

  private func lines(in range: Range<Int>) -> [Line] {
    var lines: [Line] = []
    var i = range.lowerBound
    while i < range.upperBound {
      var end = i + 1
      while end < range.upperBound, !tokens.flags[end].contains(.lineStart) { end += 1 }
      lines.append(line(i..<end))
      i = end
    }
    return lines
  }

  private func line(_ range: Range<Int>) -> Line {
    var line = Line(tokens: range)
    let before = gap(before: range.lowerBound)
    line.followsBlank = before.lineBreaks > 1
    // A tab at the start of a line leaves its first cell empty.
    var index = before.tabs
    var start = range.lowerBound
    let origin = tokens.lower(range.lowerBound) - before.indent
    func close(_ end: Int) {
      guard start < end else { return }
      let (lower, upper) = (tokens.lower(start) - origin, tokens.upper(end - 1) - origin)
      line.append(Piece(tokens: start..<end, index: index, start: lower, end: upper))
    }
    var next = range.lowerBound
    while case let i = tokens.cellEnds.next(from: next, to: range.upperBound), i < range.upperBound {
      next = i + 1
      if tokens.isSymbol(i, "|") {
        close(i)
        if i > range.lowerBound { index += 1 }
        start = i + 1
        continue
      }
      guard i > start else { continue }
      let gap = gap(before: i)
      // Two spaces after a full stop are a typist's habit.
      let isBreak = gap.tabs > 0 || gap.spaces > 2 || gap.spaces == 2 && !isStop(i - 1)
      guard isBreak else { continue }
      close(i)
      if gap.tabs == 0 { line.isSpaced = true }
      index += max(1, gap.tabs)
      start = i
    }
    close(range.upperBound)
    line.isRule = isRule(range)
    return line
  }

  private func isRule(_ range: Range<Int>) -> Bool {
    let bytes = tokens.bytes[tokens.lower(range.lowerBound)..<tokens.upper(range.upperBound - 1)]
    return bytes.count >= 3 && bytes.allSatisfy { Self.rules.contains($0) }
      && bytes.contains { $0 == 0x2D || $0 == 0x3D }
  }

  private static let rules = Array("+-=|: ".utf8)

  private func isStop(_ i: Int) -> Bool {
    tokens.isSymbol(i, ".") || tokens.isSymbol(i, "?") || tokens.isSymbol(i, "!") || tokens.isSymbol(i, ":")
      || tokens.isSymbol(i, "”") || tokens.isSymbol(i, "\"")
  }

  private struct Gap {
    var lineBreaks = 0
    /// After the last line break.
    var tabs = 0
    var spaces = 0
    var indent: Int { tabs + spaces }
  }

  /// What stands between a token and the one before it; at most the last 400 bytes.
  private func gap(before i: Int) -> Gap {
    var gap = Gap()
    let lower = max(i > 0 ? tokens.upper(i - 1) : 0, tokens.lower(i) - 400)
    for byte in tokens.bytes[lower..<tokens.lower(i)] {
      switch byte {
      case 0x0A: gap = Gap(lineBreaks: gap.lineBreaks + 1)
      case 0x09: gap.tabs += 1
      case 0x20: gap.spaces += 1
      default: break
      }
    }
    return gap
  }
}
