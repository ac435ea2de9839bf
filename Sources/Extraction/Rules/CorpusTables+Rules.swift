import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

/// What a set of rules matched in one file.
package struct FileMatches: Sendable {
  let matches: [[RuleMatch]]
}

extension CorpusTables {
  package var fileCount: Int { corpus.files.count }

  /// Runs rules over one file; files may be read in parallel. Once `isCancelled` says so, rows are missing.
  package func matches(of rules: RuleRun, inFile file: Int, isCancelled: () -> Bool = { false }) -> FileMatches {
    FileMatches(matches: rules.matches(in: corpus.files[file], corpus.findings[file], isCancelled))
  }

  /// A table of each rule, rows in file order, then text order. `matches` has an element for each file.
  package func tables(of rules: RuleSet, _ matches: [FileMatches]) -> [Entry] {
    let maker = RuleTableMaker(corpus: corpus, rules: rules, matches: matches.map(\.matches))
    return rules.rules.indices.map { maker.table(ofRule: $0) }
  }
}

/// Makes the table of a rule from its matches.
private struct RuleTableMaker {
  let corpus: Corpus
  let rules: RuleSet
  /// By file, then rule.
  let matches: [[[RuleMatch]]]
  /// By rule, then file: its rows in the files before.
  private let rowsBefore: [[Int32]]

  init(corpus: Corpus, rules: RuleSet, matches: [[[RuleMatch]]]) {
    self.corpus = corpus
    self.rules = rules
    self.matches = matches
    rowsBefore = rules.rules.indices.map { rule in
      var count: Int32 = 0
      return matches.map { found in
        defer { count += Int32(found[rule].count) }
        return count
      }
    }
  }

  func table(ofRule index: Int) -> CorpusTables.Entry {
    let definition = rules.rules[index].definition
    var places = RowPlaces(definition.name, corpus)
    for (file, found) in matches.enumerated() where !found[index].isEmpty {
      let quotes = corpus.findings[file].quotes.map(\.span)
      for match in found[index] {
        places.append(
          file: file, document: match.document, sentence: match.sentence, quote: holder(of: match.span, in: quotes),
          span: match.span)
      }
    }
    var maker = TableMaker(definition.table, rows: places.rowCount)
    for (place, capture) in definition.captures.enumerated() {
      let values = matches.enumerated().flatMap { file, found in
        found[index].map { match in match.values[place].map { Value(file: file, $0) } }
      }
      maker.add(capture.name, capture.type, column(capture, values))
    }
    maker.text("rule", Array(repeating: definition.name, count: places.rowCount), optional: false)
    places.add(to: &maker)
    return .init(table: maker.finish(), originals: places.originals)
  }

  private struct Value {
    var file: Int
    var captured: CapturedValue

    init(file: Int, _ captured: CapturedValue) {
      self.file = file
      self.captured = captured
    }
  }

  /// Quotations do not overlap, so only the last that starts before the match can hold it.
  private func holder(of span: ByteSpan, in quotes: [ByteSpan]) -> Int? {
    var (low, high) = (0, quotes.count)
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle].lower <= span.lower { low = middle + 1 } else { high = middle }
    }
    return low > 0 && quotes[low - 1].contains(span) ? low - 1 : nil
  }

  // MARK: Columns

  private func column(_ capture: RuleDefinition.Capture, _ rows: [[Value]]) -> Column {
    guard capture.isList else { return elements(capture.element, rows.map(\.first)) }
    var offsets: [Int32] = [0]
    for row in rows { offsets.append((offsets.last ?? 0) + Int32(row.count)) }
    let isThere = Bitmap(rows.lazy.map { !$0.isEmpty })
    return .list(
      ListColumn(
        offsets: offsets, elements: elements(capture.element, rows.flatMap { $0.map { $0 } }),
        validity: capture.type.isOptional && !isThere.isAllTrue ? isThere : nil))
  }

  private func elements(_ type: DataType, _ values: [Value?]) -> Column {
    switch type {
    case .money: .measure(measures(.money, values) { corpus.findings[$0.file].money[$0.captured.row].amount })
    case .quantity("percent"):
      .measure(measures(.quantity, values) { corpus.findings[$0.file].figures[$0.captured.row].value })
    case .quantity: .measure(measures(.quantity, values, number))
    case .date: .moment(MomentColumn(values.map { value in value.flatMap { date($0).value } }))
    case .period: .moment(MomentColumn(values.map { value in value.flatMap { date($0).moment } }))
    case .reference(let table): .reference(ReferenceColumn(table: table, values.map { $0.map { row($0, of: table) } }))
    default: .text(TextColumn(values.map { $0?.captured.text }))
    }
  }

  private func date(_ value: Value) -> DateRow { corpus.findings[value.file].dates[value.captured.row] }

  /// The number of a figure without its noun and without the sign of a fall.
  private func number(_ value: Value) -> Measure {
    var number = corpus.findings[value.file].figures[value.captured.row].value
    if number.isChange, let high = number.high ?? number.low, high < .zero {
      (number.low, number.high) = (number.high?.negated, number.low?.negated)
      (number.isLowOpen, number.isHighOpen) = (number.isHighOpen, number.isLowOpen)
    }
    number.isChange = false
    number.unit = ""
    number.text = value.captured.text
    number.worded = value.captured.text
    return number
  }

  private func measures(_ kind: MeasureKind, _ values: [Value?], _ measure: (Value) -> Measure) -> MeasureColumn {
    MeasureColumn.fitted(values.map { $0.map(measure) }, kind)
  }

  /// The row of a table that a thing found is.
  private func row(_ value: Value, of table: String) -> Int32 {
    switch table {
    case "entities": Int32(corpus.index.entityOfMention[value.file][value.captured.row])
    case "quotes": corpus.quoteStart[value.file] + Int32(value.captured.row)
    default:
      Int32(value.captured.row)
        + (rules.rules.firstIndex { $0.definition.table == table }.map { rowsBefore[$0][value.file] } ?? 0)
    }
  }
}
