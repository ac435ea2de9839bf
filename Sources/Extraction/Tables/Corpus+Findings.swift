import IbidColumns
import IbidSource
import IbidTypes

// What the extractor found: one table a kind of finding.

extension Corpus {
  static let quoteForms = WordSet("quote_form", QuoteForm.allCases.map(\.rawValue))
  static let dateKinds = WordSet("date_kind", DateKind.allCases.map(\.rawValue))
  static let entityKinds = WordSet("entity_kind", MentionKind.allCases.map(\.rawValue))

  /// The rows of all files in file order, which are never put into one array, and their places.
  private func rows<Row: PlacedRow>(_ table: String, _ rows: @escaping (Findings) -> [Row]) -> (
    rows: Rows<Row>, places: RowPlaces
  ) {
    var places = RowPlaces(table, self, rows: findings.reduce(0) { $0 + rows($1).count })
    for (file, found) in findings.enumerated() {
      let rows = rows(found)
      // By index, so that of a row only what is asked for is copied.
      for index in rows.indices {
        places.append(
          file: file, document: rows[index].document, sentence: rows[index].sentence, quote: rows[index].quote,
          span: rows[index].span)
      }
    }
    return (Rows(findings: findings, rows: rows, count: places.rowCount), places)
  }

  /// The rows of all files, to be read a column at a time.
  private struct Rows<Row> {
    let findings: [Findings]
    let rows: (Findings) -> [Row]
    let count: Int

    func map<Value>(_ value: (Row) -> Value) -> [Value] {
      var values: [Value] = []
      values.reserveCapacity(count)
      for found in findings {
        // By index, so that of a row only what is asked for is copied.
        let rows = rows(found)
        for index in rows.indices { values.append(value(rows[index])) }
      }
      return values
    }

    /// A column of texts; of a run of one text only the first is looked up.
    func texts(_ value: (Row) -> String?) -> TextColumn {
      var builder = TextColumnBuilder()
      builder.reserve(rowCount: count)
      var last: String??
      for found in findings {
        let rows = rows(found)
        for index in rows.indices {
          let text = value(rows[index])
          if let last, last == text { builder.repeatLast() } else { builder.append(text) }
          last = text
        }
      }
      return builder.finish()
    }
  }

  func quotes() -> CorpusTables.Entry {
    let (rows, places) = rows("quotes") { $0.quotes }
    var maker = TableMaker("quotes", rows: rows.count)
    maker.reference(
      "speaker", to: "entities", index.entityOfSpeaker.flatMap { $0.map { $0.map { Int32($0) } ?? -1 } }, optional: true
    )
    maker.text("speaker_text", rows.texts { $0.speakerText ?? $0.speaker })
    maker.text("role", rows.texts { $0.role })
    maker.text("verb", rows.texts { $0.verb })
    maker.word("form", Self.quoteForms, rows.map(\.form))
    places.add(to: &maker)
    return .init(table: maker.finish(), originals: places.originals)
  }

  func money() -> CorpusTables.Entry {
    let (rows, places) = rows("money") { $0.money }
    var maker = TableMaker("money", rows: rows.count)
    maker.measure("amount", .money(nil), .money, rows.map(\.amount))
    maker.text("each", rows.texts { $0.each })
    maker.text("purpose", rows.texts { $0.purpose })
    maker.moment("period", .period, rows.map(\.period))
    places.add(to: &maker)
    return .init(table: maker.finish(), originals: places.originals)
  }

  func figures() -> CorpusTables.Entry {
    let (rows, places) = rows("figures") { $0.figures }
    var maker = TableMaker("figures", rows: rows.count)
    maker.measure("value", .quantity(nil), .quantity, rows.map(\.value))
    maker.text("subject", rows.texts { $0.subject })
    maker.text("measure", rows.texts { $0.measure })
    maker.bool("change", rows.map(\.isChange))
    maker.text("each", rows.texts { $0.each })
    maker.moment("period", .period, rows.map(\.period))
    places.add(to: &maker)
    return .init(table: maker.finish(), originals: places.originals)
  }

  func dates() -> CorpusTables.Entry {
    let (rows, places) = rows("dates") { $0.dates }
    var maker = TableMaker("dates", rows: rows.count)
    maker.moment("value", .date, rows.map(\.value))
    maker.moment("period", .period, rows.map(\.period))
    maker.word("kind", Self.dateKinds, rows.map(\.kind))
    places.add(to: &maker)
    return .init(table: maker.finish(), originals: places.originals)
  }

  func mentions() -> CorpusTables.Entry {
    let (rows, places) = rows("mentions") { $0.mentions }
    var maker = TableMaker("mentions", rows: rows.count)
    maker.reference("entity", to: "entities", index.entityOfMention.flatMap { $0.map { Int32($0) } }, optional: false)
    maker.word("kind", Self.entityKinds, rows.map(\.kind))
    places.add(to: &maker)
    return .init(table: maker.finish(), originals: places.originals)
  }

  func acronyms() -> CorpusTables.Entry {
    let (rows, places) = rows("acronyms") { $0.acronyms }
    var maker = TableMaker("acronyms", rows: rows.count)
    maker.text("short", rows.texts { $0.short }, optional: false)
    maker.text("long", rows.texts { $0.long }, optional: false)
    places.add(to: &maker)
    return .init(table: maker.finish(), originals: places.originals)
  }

  /// One row for whoever or whatever is named, at its first mention.
  func entities() -> CorpusTables.Entry {
    typealias First = (file: Int, document: Int, sentence: Int, span: ByteSpan)
    var first = [First?](repeating: nil, count: index.entities.count)
    for (file, found) in findings.enumerated() {
      for (row, mention) in found.mentions.enumerated() {
        let entity = index.entityOfMention[file][row]
        if first[entity] == nil { first[entity] = (file, mention.document, mention.sentence, mention.span) }
      }
      for (row, quote) in found.quotes.enumerated() {
        if let entity = index.entityOfSpeaker[file][row], first[entity] == nil {
          first[entity] = (file, quote.document, quote.sentence, quote.speakerSpan ?? quote.span)
        }
      }
    }
    var places = RowPlaces("entities", self, keepsTexts: false, rows: index.entities.count)
    for entity in index.entities.indices {
      guard let place = first[entity] else { continue }
      places.append(file: place.file, document: place.document, sentence: place.sentence, span: place.span)
    }
    let all = index.entities.indices.filter { first[$0] != nil }.map { index.entities[$0] }
    var maker = TableMaker("entities", rows: all.count)
    maker.word("kind", Self.entityKinds, all.map(\.kind))
    maker.text("name", all.map(\.name), optional: false)
    var offsets: [Int32] = [0]
    for entity in all { offsets.append((offsets.last ?? 0) + Int32(entity.aliases.count)) }
    maker.add(
      "aliases", ValueType(.list(.text)),
      .list(ListColumn(offsets: offsets, elements: .text(TextColumn(all.flatMap { $0.aliases })))))
    maker.text("country", all.map(\.countryCode))
    maker.int("mention_count", all.map(\.mentionCount))
    places.addIdentity(to: &maker)
    return .init(table: maker.finish(), originals: nil)
  }
}

/// What has a place in a document.
private protocol PlacedRow {
  var document: Int { get }
  var sentence: Int { get }
  var quote: Int? { get }
  var span: ByteSpan { get }
}

extension QuoteRow: PlacedRow {}
extension MoneyRow: PlacedRow {}
extension FigureRow: PlacedRow {}
extension DateRow: PlacedRow {}
extension MentionRow: PlacedRow {}
extension AcronymRow: PlacedRow {}
