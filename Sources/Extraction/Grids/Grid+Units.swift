/// What the headings of a grid say about its columns.
extension Grid {
  struct Units {
    fileprivate struct Column {
      var headings: [Range<Int>] = []
      var unit: HeadingUnit?
      var name: Range<Int>?
      var namesThings = false
      var isChange = false
      var countsYears = false
    }
    fileprivate var columns: [Column] = []
    /// Where the headings and captions name units; ascending.
    fileprivate(set) var places: [Range<Int>] = []
    /// Values over words: `1.2M  341` over `people affected  people killed`.
    var isTile = false
    fileprivate var signed: [Int: SignedRows] = [:]

    private func column(_ index: Int) -> Column? { columns.indices.contains(index) ? columns[index] : nil }
    /// The heading cells of a column, from top to bottom.
    func headings(ofColumn index: Int) -> [Range<Int>] { column(index)?.headings ?? [] }
    /// The unit of a column in a row of the body.
    func unit(ofColumn index: Int, row: Int) -> HeadingUnit? {
      let unit = column(index)?.unit
      guard let signed = signed[index], signed.rows.contains(row) else { return unit }
      return switch unit {
      case nil: .money(signed.code, power: 0)
      case .scale(let power): .money(signed.code, power: power)
      case .money, .percent: unit
      }
    }
    /// The heading: the unit of counts.
    func name(ofColumn index: Int) -> Range<Int>? { column(index)?.name }
    /// Numbers of things, years of birth, telephones: no values.
    func namesThings(_ index: Int) -> Bool { column(index)?.namesThings ?? false }
    func isChange(_ index: Int) -> Bool { column(index)?.isChange ?? false }
    /// Whether four digits in this column are counts.
    func countsYears(_ index: Int) -> Bool { column(index)?.countsYears ?? false }
  }

  func units(_ reader: HeadingReader, _ values: CellReader) -> Units {
    let tokens = reader.tokens
    let width = min(64, (rows.flatMap { $0.cells.map(\.column) }.max() ?? 0) + 1)
    var units = Units()
    units.isTile =
      headingCount == 0 && rows.count == 2 && rows[0].cells.first?.column == 0
      && reader.isNumber(rows[0].cells[0].tokens)
    // Above the labels of rows stands what holds for all columns: `(EUR thousand)  2024  2023`.
    let common =
      notes.lazy.compactMap { reader.unit(in: $0, isNote: !isHeading($0)) }.first
      ?? (units.isTile ? nil : headings(ofColumn: 0).lazy.compactMap { reader.unit(in: $0) }.first)
      ?? footers.lazy.filter { isLegend($0, tokens) }.compactMap { reader.unit(in: $0, isNote: true) }
      .first
    if let common { units.places.append(common.place) }
    for index in 0..<width {
      var column = Units.Column()
      let cells = units.isTile ? rows[1].cells.filter { $0.column == index }.map(\.tokens) : headings(ofColumn: index)
      column.headings = cells
      if let own = cells.lazy.compactMap({ reader.unit(in: $0) }).first {
        column.unit = own.unit
        if !units.isTile { units.places.append(own.place) }
      }
      column.name = cells.first { range in range.contains { tokens.isWord($0) && tokens.numeral($0) == nil } }
      if let own = cells.lazy.compactMap({ reader.unit(in: $0) }).first, let name = column.name {
        column.name = withoutUnit(name, own.place, tokens)
      }
      column.isChange = cells.contains { has($0, Self.changeWords, tokens) }
      column.namesThings = cells.contains { range in
        has(range.prefix(1), Self.nameWords, tokens) || tokens.isSymbol(range.lowerBound, "#")
      }
      let isCounted = cells.contains { range in
        has(range, Self.countWords, tokens)
          || range.contains { tokens.isAny($0, [.irregularPlural, .unit]) && !tokens.isAny($0, .currencyWord) }
      }
      if column.unit == nil, !isCounted || !(common?.unit.isMoney ?? false) { column.unit = common?.unit }
      column.countsYears = column.unit != nil || isCounted
      units.columns.append(column)
    }
    units.places.sort { $0.lowerBound < $1.lowerBound }
    if !units.isTile { units.signed = signedRows(values) }
    return units
  }

  /// `Passengers` of "Passengers (thousands)".
  private func withoutUnit(_ name: Range<Int>, _ unit: Range<Int>, _ tokens: Tokens) -> Range<Int> {
    guard name.contains(unit.lowerBound) else { return name }
    var end = unit.lowerBound
    while end > name.lowerBound, tokens.kinds[end - 1] == .symbol || tokens.isKey(end - 1, .in) { end -= 1 }
    return end > name.lowerBound ? name.lowerBound..<end : name
  }

  private func isHeading(_ range: Range<Int>) -> Bool {
    headings.contains { $0.cells.count == 1 && $0.tokens.lowerBound == range.lowerBound }
  }

  private func has(_ range: Range<Int>, _ words: Set<String>, _ tokens: Tokens) -> Bool {
    range.contains { tokens.isWord($0) && words.contains(MoneyReader.lowercased(tokens.text($0))) }
  }

  /// `Note: dollars in thousands.`, `(£ million)`: a line that may tell the unit of the grid above it.
  private func isLegend(_ line: Range<Int>, _ tokens: Tokens) -> Bool {
    tokens.isAny(line.lowerBound, Self.legends)
      || tokens.isSymbol(line.lowerBound, "(") && tokens.isSymbol(line.upperBound - 1, ")")
  }

  /// First words of lines below a grid that tell its unit.
  private static let legends: WordList = [
    "note", "notes", "source", "sources", "all", "amounts", "figures", "values", "dollars", "euros", "in", "totals",
    "numbers", "sums",
  ]

  /// First words of headings whose numbers are names.
  private static let nameWords: Set<String> = [
    "year", "jahr", "année", "no", "nos", "nr", "id", "ref", "reference", "rank", "code", "sl", "serial", "phone",
    "tel",
    "telephone", "date", "time", "page", "built", "postcode", "zip", "case", "docket", "lot", "route", "flight", "seat",
  ]

  private static let changeWords: Set<String> = [
    "change", "deviation", "difference", "variation", "growth", "increase", "decrease", "variance", "veränderung",
    "abweichung", "évolution", "variación", "yoy",
  ]

  /// Headings with these count even where the caption speaks of money.
  private static let countWords: Set<String> = [
    "number", "people", "persons", "households", "homes", "cases", "units", "jobs", "posts", "pupils", "students",
    "patients", "schools", "projects", "deaths", "population", "beneficiaries", "employees", "members", "volume",
    "visitors", "families", "companies", "claims", "recipients", "headcount", "fte", "ftes", "quantity", "days",
  ]
}

extension HeadingUnit {
  var isMoney: Bool { if case .money = self { true } else { false } }
}

extension HeadingReader {
  /// Whether a cell holds a number and no words.
  func isNumber(_ cell: Range<Int>) -> Bool {
    cell.contains { tokens.kinds[$0] == .number }
      && !cell.contains { tokens.isWord($0) && tokens.upper($0) - tokens.lower($0) > 3 }
  }
}
