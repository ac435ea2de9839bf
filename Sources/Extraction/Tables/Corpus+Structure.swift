import IbidColumns
import IbidDocuments
import IbidSource
import IbidTypes

// Documents, paragraphs, sentences: the texts themselves.

extension Corpus {
  static let documentKinds = WordSet("document_kind", DocumentKind.allCases.map(\.rawValue))
  static let paragraphKinds = WordSet("paragraph_kind", ParagraphKind.allCases.map(\.rawValue))

  func documents() -> CorpusTables.Entry {
    let all = files.flatMap(\.documents)
    var places = RowPlaces("documents", self, keepsTexts: false)
    var names: [String?] = []
    for (index, file) in files.enumerated() {
      for (document, entry) in file.documents.enumerated() {
        places.append(file: index, document: document, span: entry.span)
        names.append(file.source.name)
      }
    }
    var maker = TableMaker("documents", rows: places.rowCount)
    maker.text("title", all.map(\.title))
    maker.word("kind", Self.documentKinds, all.map(\.kind))
    maker.text("issuer", all.map(\.issuer))
    maker.moment(
      "published", .date, files.flatMap { file in file.documents.map { Moment($0.published, in: file.source) } })
    maker.text("language", all.map(\.language.rawValue), optional: false)
    maker.int("words", all.map(\.wordCount))
    maker.text("file", names, optional: false)
    places.addIdentity(to: &maker)
    return .init(table: maker.finish(), originals: nil)
  }

  func paragraphs() -> CorpusTables.Entry {
    let count = files.reduce(0) { $0 + $1.documents.reduce(0) { $0 + $1.paragraphs.count } }
    var places = RowPlaces("paragraphs", self, rows: count, byteCount: byteCount)
    var kinds: [ParagraphKind?] = []
    var indices: [Int] = []
    var under: [Int32] = []
    kinds.reserveCapacity(count)
    indices.reserveCapacity(count)
    under.reserveCapacity(count)
    for (fileIndex, file) in files.enumerated() {
      for (documentIndex, document) in file.documents.enumerated() {
        for paragraph in document.paragraphs {
          places.append(file: fileIndex, document: documentIndex, span: paragraph.span)
          kinds.append(paragraph.kind)
          indices.append(paragraph.index)
          under.append(paragraph.under.map { paragraphStart[fileIndex][documentIndex] + Int32($0) } ?? -1)
        }
      }
    }
    var maker = TableMaker("paragraphs", rows: places.rowCount)
    maker.word("kind", Self.paragraphKinds, kinds)
    maker.int("index", indices)
    maker.reference("under", to: "paragraphs", under, optional: true)
    places.add(to: &maker, hasSentence: false, hasCopies: false)
    return .init(table: maker.finish(), originals: nil)
  }

  func sentences() -> CorpusTables.Entry {
    let count = files.reduce(0) { $0 + $1.documents.reduce(0) { $0 + $1.sentences.count } }
    var places = RowPlaces("sentences", self, rows: count, byteCount: byteCount)
    var indices: [Int] = []
    var paragraphs: [Int32] = []
    var before: [Int32] = []
    var after: [Int32] = []
    indices.reserveCapacity(count)
    paragraphs.reserveCapacity(count)
    before.reserveCapacity(count)
    after.reserveCapacity(count)
    for (fileIndex, file) in files.enumerated() {
      let quotes = findings[fileIndex].quotes
      var quoteOf: [Int: [(index: Int, span: ByteSpan)]] = [:]
      for (index, quote) in quotes.enumerated() { quoteOf[quote.document, default: []].append((index, quote.span)) }
      for (documentIndex, document) in file.documents.enumerated() {
        let spans = quoteOf[documentIndex] ?? []
        var next = 0
        for (index, sentence) in document.sentences.enumerated() {
          while next < spans.count, spans[next].span.upper < sentence.span.upper { next += 1 }
          let quote = next < spans.count && spans[next].span.contains(sentence.span) ? spans[next].index : nil
          places.append(file: fileIndex, document: documentIndex, sentence: index, quote: quote, span: sentence.span)
          indices.append(index)
          paragraphs.append(paragraphStart[fileIndex][documentIndex] + Int32(sentence.paragraph))
          before.append(index > 0 ? sentenceRow(fileIndex, documentIndex, index - 1) : -1)
          after.append(index + 1 < document.sentences.count ? sentenceRow(fileIndex, documentIndex, index + 1) : -1)
        }
      }
    }
    var maker = TableMaker("sentences", rows: places.rowCount)
    places.add(to: &maker, isSentence: true)
    maker.reference("paragraph", to: "paragraphs", paragraphs, optional: false)
    maker.int("index", indices)
    maker.reference("before", to: "sentences", before, optional: true)
    maker.reference("after", to: "sentences", after, optional: true)
    return .init(table: maker.finish(), originals: places.originals)
  }
}

extension Moment {
  fileprivate init?(_ published: PublishedDate?, in source: SourceText) {
    guard let published else { return nil }
    let text = source.string(published.span)
    let date = published.date
    if let month = date.month, let day = date.day {
      self.init(year: date.year, month: month, day: day, text: text)
    } else if let month = date.month {
      self.init(year: date.year, month: month, text: text)
    } else {
      self.init(year: date.year, text: text)
    }
  }
}
