/// Finds tables whose cells stand under each other, a line each, as they come out of a page that is copied as plain text.
///
///     Spending (£ million)      ← caption
///     Programme                 ← headings, one for each column
///     2024–25
///     2025–26
///     Dredging                  ← a label, and as many values as there are columns of them
///     120.5
///     130.2
///
/// Only those count whose headings or labels name a currency or a share, so that lists of numbers stay what they are.
struct StackedGrids {
  let tokens: Tokens
  let values: CellReader
  let headings: HeadingReader

  /// A line of a few words without a full stop, or of one value.
  private struct Line {
    var tokens: Range<Int>
    var isValue = false
    var isText = false
    var cells: Cells?
  }

  /// A label and the values behind it, with the dashes between them, which may stand for values that are not there.
  private struct Cells {
    var label: Range<Int>
    var values: [Range<Int>]
    var dashes: Int

    func fits(_ width: Int) -> Bool { (values.count...values.count + dashes).contains(width) }
  }

  /// Words of a heading or label at most, columns of values, and headings above the first row.
  private static let most = (words: 14, columns: 8, headings: 12)

  /// The grids outside the ranges that others hold, which ascend.
  func grids(in range: Range<Int>, outside taken: [Range<Int>]) -> [Grid] {
    let lines = lines(in: range, outside: taken)
    var grids: [Grid] = []
    var place = 0
    while place < lines.count {
      if let flat = flattened(lines[place].tokens) ?? years(lines, at: place) {
        grids.append(flat)
        place += 1
        continue
      }
      if let (list, end) = list(lines, from: place) {
        grids.append(list)
        place = end
        continue
      }
      guard lines[place].isValue, place > 0, lines[place - 1].isText else {
        place += 1
        continue
      }
      if let (grid, end) = grid(lines, firstValue: place) {
        grids.append(grid)
        place = end
      } else {
        while place < lines.count, lines[place].isValue { place += 1 }
      }
    }
    return grids
  }

  /// The grid whose first label stands right above a value, and the place behind its last row.
  private func grid(_ lines: [Line], firstValue: Int) -> (Grid, Int)? {
    var width = 0
    while firstValue + width < lines.count, lines[firstValue + width].isValue { width += 1 }
    guard (1...Self.most.columns).contains(width) else { return nil }
    var rows: [Grid.Row] = []
    var (next, between) = (firstValue - 1, 0)
    while next + width < lines.count, lines[next].isText {
      let cells = lines[(next + 1)...(next + width)]
      guard cells.allSatisfy(\.isValue), next + width + 1 >= lines.count || !lines[next + width + 1].isValue else {
        // A heading between two stretches of rows.
        guard lines[next + 1].isText, !rows.isEmpty, between == 0 else { break }
        between = 1
        next += 1
        continue
      }
      between = 0
      rows.append(row([lines[next]] + cells))
      next += width + 1
    }
    // Two values under a line that says what they are in: `EUR million`.
    let isHeaded = firstValue > 1 && headings.unit(in: lines[firstValue - 2].tokens, isNote: true) != nil
    guard rows.count >= 2, rows.count * width >= (isHeaded ? 2 : 3) else { return nil }
    // The headings, a line each, and what stands above them.
    var top = firstValue - 1
    while top > 0, lines[top - 1].isText, firstValue - top < Self.most.headings { top -= 1 }
    let above = lines[top..<firstValue - 1]
    var heading: [Grid.Row] = []
    var captions = above
    if width == 1, let last = above.last, headings.unit(in: last.tokens) == nil {
      // One column may have no heading.
      captions = above
    } else if above.count >= width {
      let cells = above.suffix(width)
      let corner = above.dropLast(width).last
      captions = above.dropLast(width + (corner == nil ? 0 : 1))
      heading = [row((corner.map { [$0] } ?? []) + cells, from: corner == nil ? 1 : 0)]
      if let corner, headings.unit(in: corner.tokens, isNote: true) != nil { captions.append(corner) }
    }
    let grid = Grid(
      rows: heading + rows, headingCount: heading.count, captions: captions.suffix(3).reversed().map(\.tokens))
    return namesUnit(grid) ? (grid, next) : nil
  }

  // MARK: Lists

  /// `Dredging: 120.5`, `Dredging ..... 120.5`, `Dredging 120.5 130.2`: lines of a label and its values, under one that names
  /// their currency.
  private func list(_ lines: [Line], from start: Int) -> (Grid, Int)? {
    guard start > 0, let first = lines[start].cells, lines[start - 1].cells == nil else { return nil }
    let second = start + 1 < lines.count ? lines[start + 1].cells : nil
    let width = second.map { first.fits($0.values.count) ? $0.values.count : first.values.count } ?? first.values.count
    var rows: [Grid.Row] = []
    var next = start
    while next < lines.count, let cells = lines[next].cells, cells.fits(width) {
      let missing = width - cells.values.count
      let values = cells.values.enumerated().map { Grid.Cell(tokens: $1, column: missing + $0 + 1) }
      rows.append(Grid.Row(cells: [Grid.Cell(tokens: cells.label, column: 0)] + values))
      next += 1
    }
    // "Awards (NZ$):" or "… (figures in thousands of euros)." right above makes a list of two.
    let above = lines[start - 1].tokens
    let last = tokens.isSymbol(above.upperBound - 1, ".") ? above.upperBound - 2 : above.upperBound - 1
    let isHeaded =
      (tokens.isSymbol(last, ":") || tokens.isSymbol(last, ")")) && headings.unit(in: above, isNote: true) != nil
    guard rows.count >= (width > 1 || isHeaded ? 2 : 3) else { return nil }
    let captions = lines[max(0, start - 3)..<start].reversed().prefix { $0.cells == nil && $0.tokens.count <= 40 }
    let grid = Grid(rows: rows, headingCount: 0, captions: captions.map(\.tokens))
    return namesUnit(grid) || !grid.signedRows(values).isEmpty ? (grid, next) : nil
  }

  /// The label and the values at the end of a line.
  private func cells(in range: Range<Int>) -> Cells? {
    guard range.count >= 2, range.count <= 60,
      tokens.isWord(range.lowerBound) || tokens.kinds[range.lowerBound] == .symbol
    else { return nil }
    var found: [Range<Int>] = []
    var end = range.upperBound
    while end > range.lowerBound, found.count < Self.most.columns {
      var start = end - 1
      while start > range.lowerBound, end - start < 6, !tokens.isSpaced(start) { start -= 1 }
      guard start > range.lowerBound else { break }
      let isNone = end - start == 1 && tokens.isDash(start) && !found.isEmpty
      guard isNone || values.value(of: start..<end).map({ !$0.isYear }) ?? false else { break }
      found.append(start..<end)
      end = start
    }
    var dashes = 0
    while let last = found.last, last.count == 1, tokens.isDash(last.lowerBound) {
      found.removeLast()
      dashes += 1
    }
    let isLed = tokens.isSymbol(end - 1, ":") || tokens.isSymbol(end - 1, ".") || tokens.isSymbol(end - 1, "…")
    while end > range.lowerBound, tokens.isSymbol(end - 1, ".") || tokens.isSymbol(end - 1, "…") { end -= 1 }
    let label = range.lowerBound..<end
    let words = label.count { tokens.isWord($0) }
    // "of 12 and 14", "in May 2024 12": words that lead on to a number.
    let leadsOn =
      label.count > 1 && tokens.isAny(end - 1, [.preposition, .conjunction, .determiner, .verb, .auxiliary, .month])
      || tokens.isDash(end - 1)
    guard !found.isEmpty, words > 0, isLed || words <= Self.most.words && !leadsOn else { return nil }
    return Cells(label: label, values: found.reversed(), dashes: dashes)
  }

  // MARK: One line

  /// `Table 2. Outlays (R million) Marl 12.5 13.1 Herten 8.0 9.2 Sund 3.1 4.0`: a table whose lines ran together.
  private func flattened(_ line: Range<Int>) -> Grid? {
    guard (16...600).contains(line.count), tokens.isAny(line.lowerBound, Self.tables) else { return nil }
    var rows: [Grid.Row] = []
    var (label, found) = (line.lowerBound..<line.lowerBound, [Range<Int>]())
    func close() {
      guard !found.isEmpty else { return }
      // What stands before the last number of the heading belongs to the heading.
      let start =
        label.last { tokens.kinds[$0] == .number || tokens.isSymbol($0, ")") }.map { $0 + 1 } ?? label.lowerBound
      let name = min(start, label.upperBound - 1)..<label.upperBound
      rows.append(
        Grid.Row(
          cells: [Grid.Cell(tokens: name, column: 0)]
            + found.enumerated().map { Grid.Cell(tokens: $1, column: $0 + 1) }))
    }
    var i = line.lowerBound
    while i < line.upperBound {
      var end = i + 1
      while end < line.upperBound, end - i < 6, !tokens.isSpaced(end) { end += 1 }
      let isNone = end - i == 1 && tokens.isDash(i) && !label.isEmpty
      if !label.isEmpty, isNone || values.value(of: i..<end).map({ !$0.isYear }) ?? false {
        found.append(i..<end)
      } else {
        if !found.isEmpty {
          close()
          (label, found) = (i..<i, [])
        }
        label = label.lowerBound..<end
      }
      i = end
    }
    close()
    guard let width = rows.last?.cells.count else { return nil }
    // The number of the table itself looks like a row.
    let body = rows[(rows.lastIndex { $0.cells.count != width }.map { $0 + 1 } ?? 0)...]
    guard body.count >= 3, body.count + 1 >= rows.count, let first = body.first else { return nil }
    let grid = Grid(rows: Array(body), headingCount: 0, captions: [line.lowerBound..<first.tokens.lowerBound])
    return first.tokens.lowerBound > line.lowerBound && namesUnit(grid) ? grid : nil
  }

  /// `Outlays ($m): 2023/24 12.5, 2024/25 13.1`: years and their sums in one line.
  private func years(_ lines: [Line], at place: Int) -> Grid? {
    let line = lines[place].tokens
    guard (5...160).contains(line.count) else { return nil }
    var rows: [Grid.Row] = []
    var i = line.lowerBound
    while i < line.upperBound {
      guard let year = tokens.numeral(i)?.plain, (1990...2099).contains(year) else {
        i += 1
        continue
      }
      var end = i + 1
      if end + 1 < line.upperBound, tokens.isSymbol(end, "/") || tokens.isDash(end), !tokens.isSpaced(end),
        tokens.kinds[end + 1] == .number, !tokens.isSpaced(end + 1)
      {
        end += 2
      }
      let start = end < line.upperBound && tokens.isSymbol(end, ":") ? end + 1 : end
      var stop = min(start + 1, line.upperBound)
      while stop < line.upperBound, stop - start < 6, !tokens.isSpaced(stop), !tokens.isSymbol(stop, ","),
        !tokens.isSymbol(stop, ";"), !tokens.isSymbol(stop, ".")
      { stop += 1 }
      let isWhole =
        stop >= line.upperBound || tokens.kinds[stop] != .word || tokens.isAny(stop, .conjunction)
      guard start < stop, isWhole, let value = values.value(of: start..<stop), !value.isYear else {
        i = end
        continue
      }
      rows.append(
        Grid.Row(cells: [Grid.Cell(tokens: i..<end, column: 0), Grid.Cell(tokens: start..<stop, column: 1)]))
      i = stop
    }
    guard rows.count >= 2, let first = rows.first, let last = rows.last else { return nil }
    let around = [line.lowerBound..<first.tokens.lowerBound, last.tokens.upperBound..<line.upperBound]
    let above = lines[max(0, place - 3)..<place].reversed().map(\.tokens)
    let captions = (around + above).filter { !$0.isEmpty && $0.count <= 40 }
    let grid = Grid(rows: rows, headingCount: 0, captions: captions)
    return namesUnit(grid) ? grid : nil
  }

  private static let tables: WordList = ["table"]

  private func row<Lines: Collection>(_ lines: Lines, from column: Int = 0) -> Grid.Row where Lines.Element == Line {
    Grid.Row(cells: lines.enumerated().map { Grid.Cell(tokens: $1.tokens, column: column + $0) })
  }

  private func namesUnit(_ grid: Grid) -> Bool {
    func isUnit(_ range: Range<Int>, isNote: Bool) -> Bool {
      switch headings.unit(in: range, isNote: isNote)?.unit {
      case .money, .percent: true
      case .scale, nil: false
      }
    }
    return grid.captions.contains { isUnit($0, isNote: true) }
      || grid.headings.contains { $0.cells.contains { isUnit($0.tokens, isNote: false) } }
  }

  // MARK: Lines

  private func lines(in range: Range<Int>, outside taken: [Range<Int>]) -> [Line] {
    var lines: [Line] = []
    var (i, next) = (range.lowerBound, 0)
    while i < range.upperBound {
      var end = i + 1
      while end < range.upperBound, !tokens.flags[end].contains(.lineStart) { end += 1 }
      while next < taken.count, taken[next].upperBound <= i { next += 1 }
      let isTaken = next < taken.count && taken[next].lowerBound < end
      lines.append(isTaken ? Line(tokens: i..<end) : line(i..<end))
      i = end
    }
    return lines
  }

  private func line(_ range: Range<Int>) -> Line {
    var line = Line(tokens: range)
    line.cells = cells(in: range)
    guard range.count <= 24 else { return line }
    if let value = values.value(of: range), !value.isYear {
      line.isValue = true
      return line
    }
    // "–" and "n/a" stand for values.
    if range.count == 1, tokens.isDash(range.lowerBound) || tokens.isSymbol(range.lowerBound, "*") {
      line.isValue = true
      return line
    }
    let words = range.count { tokens.isWord($0) || tokens.kinds[$0] == .number }
    let last = range.upperBound - 1
    let isSentence = tokens.isSymbol(last, ".") && words > 3
    line.isText = words > 0 && words <= Self.most.words && !isSentence
    return line
  }
}
