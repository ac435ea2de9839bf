import IbidSource
import IbidTypes

/// What stands around a value of a grid and may tell its period.
struct ValueFrame {
  /// Where the value begins, in bytes.
  var value: Int
  var label: Range<Int>?
  /// Those of its column.
  var headings: [Range<Int>]
  /// Captions, and headings of all columns.
  var notes: [Range<Int>]
}

/// Reads the values in the grids of a document: cells take unit, currency and scale from label, heading and caption.
struct GridAnnotator {
  let tokens: Tokens
  let document: DocumentPart
  let cells: CellReader
  let headings: HeadingReader

  init(tokens: Tokens, document: DocumentPart, money: MoneyReader) {
    self.tokens = tokens
    self.document = document
    cells = CellReader(tokens: tokens, money: money)
    headings = HeadingReader(tokens: tokens, money: money)
  }

  /// What grids give: rows, the tokens these rows hold, and where sentences are cut so that nothing is read across cells.
  struct Reading {
    var money: [MoneyRow] = []
    var figures: [FigureRow] = []
    var claimed: [Range<Int>] = []
    /// Bounds of cells, ascending.
    var cuts: [Int] = []
    var frames: [ValueFrame] = []

    /// The claimed ranges that start inside a range; they ascend.
    func claimed(in range: Range<Int>) -> ArraySlice<Range<Int>> {
      var (low, high) = (0, claimed.count)
      while low < high {
        let middle = (low + high) / 2
        if claimed[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
      }
      var end = low
      while end < claimed.count, claimed[end].lowerBound < range.upperBound { end += 1 }
      return claimed[low..<end]
    }
  }

  func annotate() -> Reading {
    var reading = Reading()
    let grids = GridFinder(tokens: tokens, values: cells).grids(in: document.tokens)
    let taken = grids.compactMap { grid -> Range<Int>? in
      guard let first = grid.rows.first, let last = grid.rows.last else { return nil }
      return first.tokens.lowerBound..<max(first.tokens.lowerBound, last.tokens.upperBound)
    }
    let stacked = StackedGrids(tokens: tokens, values: cells, headings: headings).grids(
      in: document.tokens, outside: taken)
    for grid in inOrder(grids, stacked) {
      for row in grid.rows {
        for cell in row.cells { reading.cuts += [cell.tokens.lowerBound, cell.tokens.upperBound] }
      }
      let units = grid.units(headings, cells)
      reading.claimed += units.places
      let notes = grid.notes
      for (index, row) in grid.body.enumerated() { read(row, index, units, notes, &reading) }
    }
    // Units also stand below their grid.
    reading.claimed.sort { $0.lowerBound < $1.lowerBound }
    return reading
  }

  private func inOrder(_ grids: [Grid], _ others: [Grid]) -> [Grid] {
    guard !others.isEmpty else { return grids }
    return (grids + others).sorted { ($0.rows.first?.tokens.lowerBound ?? 0) < ($1.rows.first?.tokens.lowerBound ?? 0) }
  }

  private func read(
    _ row: Grid.Row, _ index: Int, _ units: Grid.Units, _ notes: [Range<Int>], _ reading: inout Reading
  ) {
    let label = row.cells.first.flatMap { $0.column == 0 && !units.isTile ? $0.tokens : nil }
    let rowUnit = label.flatMap { headings.unit(in: $0)?.unit }
    let isCount = label.map(isCount) ?? false
    for cell in row.cells where cell.column > 0 || units.isTile {
      guard !units.namesThings(cell.column), let value = cells.value(of: cell.tokens),
        !(value.isYear && !units.countsYears(cell.column))
      else { continue }
      let place = document.sentence(ofToken: value.tokens.lowerBound)
      guard document.sentences.indices.contains(place),
        document.sentences[place].tokens.contains(value.tokens.lowerBound)
      else { continue }
      let sentence = document.sentences[place].index
      let common = units.unit(ofColumn: cell.column, row: index)
      let unit = rowUnit ?? (isCount && common?.isMoney == true ? nil : common)
      // A year is no purpose; what the column is about is one.
      let name = units.name(ofColumn: cell.column).map { tokens.line($0) } ?? ""
      let isNamed = label?.contains { tokens.isWord($0) } ?? false
      let subject = isNamed ? label.map { tokens.line($0) } : name.isEmpty ? nil : name
      if !add(value, unit, isChange: units.isChange(cell.column), sentence, subject, &reading.money) {
        guard let row = figure(value, unit, isChange: units.isChange(cell.column), sentence, subject, name) else {
          continue
        }
        reading.figures.append(row)
      }
      reading.claimed.append(value.tokens)
      reading.frames.append(
        ValueFrame(
          value: tokens.lower(value.tokens.lowerBound), label: label,
          headings: units.headings(ofColumn: cell.column), notes: notes))
    }
  }

  /// `Employees`, `Decisions (number)`, `Import cover (weeks)`: rows that count in a table of money.
  private func isCount(_ label: Range<Int>) -> Bool {
    guard !label.contains(where: { tokens.isAny($0, .moneyContext) }) else { return false }
    return label.contains {
      tokens.isAny($0, Self.counts) || tokens.isSymbol($0 - 1, "(") && tokens.isAny($0, [.timeUnit, .unit])
    }
  }

  private static let counts: WordList = ["number", "employees", "headcount", "fte", "ftes", "workforce"]
  static let countWords = "employees headcount fte ftes workforce"

  /// Adds an amount if the cell or its unit is money.
  private func add(
    _ value: CellValue, _ unit: HeadingUnit?, isChange: Bool, _ sentence: Int, _ subject: String?,
    _ rows: inout [MoneyRow]
  ) -> Bool {
    guard !value.isPercent else { return false }
    var number: ExactNumber? = value.isNegative ? value.number.negated : value.number
    let currency: String
    switch unit {
    case .money(let code, let power):
      currency = value.currency ?? code
      if !value.isScaled { number = number?.scaled(byPowerOfTen: power) }
    case .scale(let power):
      guard let code = value.currency else { return false }
      currency = code
      if !value.isScaled { number = number?.scaled(byPowerOfTen: power) }
    case .percent, nil:
      guard let code = value.currency else { return false }
      currency = code
    }
    guard let number else { return false }
    let text = tokens.line(value.tokens)
    rows.append(
      MoneyRow(
        document: document.index, sentence: sentence, quote: nil, span: tokens.span(value.tokens),
        amount: Ends(number).measure(unit: currency, text: text, worded: text), each: nil, purpose: subject, period: nil
      ))
    return true
  }

  /// A share or count. A sign, or brackets around a share, say that it changed; so does a heading such as "Change".
  private func figure(
    _ value: CellValue, _ unit: HeadingUnit?, isChange: Bool, _ sentence: Int, _ subject: String?, _ name: String
  ) -> FigureRow? {
    var number: ExactNumber? = value.number
    var isPercent = value.isPercent
    switch unit {
    case .percent: isPercent = true
    case .scale(let power) where !value.isScaled && !value.isPercent: number = number?.scaled(byPowerOfTen: power)
    default: break
    }
    let isChange = isChange || value.isSigned
    if value.isNegative { number = number?.negated }
    guard let number else { return nil }
    let text = tokens.line(value.tokens)
    return FigureRow(
      document: document.index, sentence: sentence, quote: nil, span: tokens.span(value.tokens),
      value: Ends(number).measure(
        unit: isPercent ? "percent" : name, isChange: isChange, text: text, worded: text),
      subject: subject, measure: subject.map { MoneyReader.lowercased($0) }, isChange: isChange, each: nil, period: nil)
  }
}
