package import IbidColumns
package import IbidDocuments
import IbidSource
import IbidTypes

/// The typed tables of a corpus: what users query.
///
/// Built from the structure and the findings of every file, in file order. Each extracted row has `id`, `document`,
/// `sentence`, `quote`, `text` and `source`; rows that stand in repeats inside a document are kept and told apart, so
/// that `NAME` has originals only and `NAME with copies` all.
package struct CorpusTables: Sendable {
  /// A table and, where it holds copies, its rows that are none.
  package struct Entry: Sendable {
    package let table: Table
    package let originals: [Int32]?
  }

  package private(set) var entries: [Entry] = []
  /// What they were made from, for the tables of rules.
  let corpus: Corpus

  /// Tables without rows, so that names and types are known before anything is loaded.
  package static let empty = CorpusTables(files: [], findings: [])

  /// By as many threads as `parallel` has.
  package init(files: [DocumentFile], findings: [Findings], parallel: Parallel = Parallel(threads: 1)) {
    let corpus = Corpus(files: files, findings: findings)
    self.corpus = corpus
    // The tables know nothing of each other, so every core makes some.
    entries = parallel.parts(Self.makers.count) { Self.makers[$0](corpus)() }
  }

  /// In the order in which users see the tables; the largest come first, which keeps all cores busy to the end.
  private static let makers: [@Sendable (Corpus) -> () -> Entry] = [
    Corpus.documents, Corpus.paragraphs, Corpus.sentences, Corpus.quotes, Corpus.money, Corpus.figures, Corpus.dates,
    Corpus.entities, Corpus.mentions, Corpus.acronyms,
  ]
}

/// Where the rows of each file begin in the corpus' tables.
struct Corpus: Sendable {
  let files: [DocumentFile]
  let findings: [Findings]
  let index: EntityIndex
  /// First row of each file's documents, then of each document's paragraphs and sentences, and of each file's quotes.
  private(set) var documentStart: [Int32] = []
  private(set) var paragraphStart: [[Int32]] = []
  private(set) var sentenceStart: [[Int32]] = []
  private(set) var quoteStart: [Int32] = []

  init(files: [DocumentFile], findings: [Findings]) {
    self.files = files
    self.findings = findings
    index = EntityIndex(findings) { file, mention in
      files[file].documents[mention.document].sentences[mention.sentence].copyOf != nil
    }
    var (documents, paragraphs, sentences, quotes) = (Int32(0), Int32(0), Int32(0), Int32(0))
    for (file, found) in zip(files, findings) {
      documentStart.append(documents)
      quoteStart.append(quotes)
      documents += Int32(file.documents.count)
      quotes += Int32(found.quotes.count)
      var starts: [Int32] = []
      var sentenceStarts: [Int32] = []
      for document in file.documents {
        starts.append(paragraphs)
        sentenceStarts.append(sentences)
        paragraphs += Int32(document.paragraphs.count)
        sentences += Int32(document.sentences.count)
      }
      paragraphStart.append(starts)
      sentenceStart.append(sentenceStarts)
    }
  }

  func documentRow(_ file: Int, _ document: Int) -> Int32 { documentStart[file] + Int32(document) }
  func sentenceRow(_ file: Int, _ document: Int, _ sentence: Int) -> Int32 {
    sentenceStart[file][document] + Int32(sentence)
  }
  /// Bytes of all files.
  var byteCount: Int { files.reduce(0) { $0 + $1.source.bytes.count } }
}

/// Columns of a table as they are made, own columns first.
struct TableMaker {
  let name: String
  private var fields: [Field] = []
  private var columns: [Column] = []
  private var rowCount: Int

  init(_ name: String, rows: Int) {
    self.name = name
    rowCount = rows
  }

  mutating func add(_ name: String, _ type: ValueType, _ column: Column, unique: Bool = false) {
    fields.append(Field(name, type, unique: unique))
    columns.append(column)
  }

  mutating func text(_ name: String, _ values: [String?], optional: Bool = true) {
    add(name, ValueType(.text, optional: optional), .text(TextColumn(values)))
  }

  mutating func text(_ name: String, _ column: TextColumn, optional: Bool = true) {
    add(name, ValueType(.text, optional: optional), .text(column))
  }

  mutating func int(_ name: String, _ values: [Int]) { add(name, .int, .int(FixedColumn(values.map(Int64.init)))) }

  mutating func bool(_ name: String, _ values: [Bool]) { add(name, .bool, .bool(BoolColumn(Bitmap(values)))) }

  mutating func word<Word: RawRepresentable<String> & Equatable>(
    _ name: String, _ set: WordSet, _ values: [Word?], optional: Bool = false
  ) {
    add(name, ValueType(.word(set), optional: optional), .text(Self.column(values)))
  }

  /// Codes as a builder of texts would give them, in the order in which words appear; there are a few of each sort.
  private static func column<Word: RawRepresentable<String> & Equatable>(_ values: [Word?]) -> TextColumn {
    var known: [(word: Word, code: Int32)] = []
    var words = TextDictionaryBuilder()
    var codes: [Int32] = []
    codes.reserveCapacity(values.count)
    var isComplete = true
    // As cases, not as the words that they stand for.
    func isSame<Case: Equatable>(_ one: Case, _ other: Case) -> Bool { one == other }
    for value in values {
      guard let value else {
        isComplete = false
        codes.append(0)
        continue
      }
      if let place = known.firstIndex(where: { isSame($0.word, value) }) {
        codes.append(known[place].code)
      } else {
        let code = words.code(for: value.rawValue)
        known.append((value, code))
        codes.append(code)
      }
    }
    return TextColumn(
      codes: codes, dictionary: words.finish(),
      validity: isComplete ? nil : Bitmap(count: values.count) { values[$0] != nil })
  }

  mutating func reference(_ name: String, to table: String, _ rows: [Int32?], optional: Bool) {
    add(name, ValueType(.reference(table), optional: optional), .reference(ReferenceColumn(table: table, rows)))
  }

  /// Rows of another table; a negative number is none.
  mutating func reference(_ name: String, to table: String, _ rows: [Int32], optional: Bool) {
    let isWhole = rows.allSatisfy { $0 >= 0 }
    let column = ReferenceColumn(
      table: table, rows: isWhole ? rows : rows.map { max($0, 0) },
      validity: isWhole ? nil : Bitmap(count: rows.count) { rows[$0] >= 0 })
    add(name, ValueType(.reference(table), optional: optional), .reference(column))
  }

  mutating func moment(_ name: String, _ type: DataType, _ values: [Moment?]) {
    add(name, ValueType(type, optional: true), .moment(MomentColumn(values)))
  }

  /// Values that no common denominator holds are left out: they would be numbers of dozens of digits.
  mutating func measure(_ name: String, _ type: DataType, _ kind: MeasureKind, _ values: [Measure?]) {
    let column = MeasureColumn.fitted(values, kind)
    add(name, ValueType(type, optional: column.validity != nil), .measure(column))
  }

  consuming func finish() -> Table { Table(name: name, schema: Schema(fields), columns: columns, rowCount: rowCount) }
}

extension MeasureColumn {
  /// Values as a column; such as no common denominator holds are rounded, or keep only their words.
  static func fitted(_ values: [Measure?], _ kind: MeasureKind) -> MeasureColumn {
    if let column = try? MeasureColumnBuilder(kind: kind, values).finish() { return column }
    var rounded = MeasureColumnBuilder(kind: kind)
    for value in values {
      var shorter = value
      shorter?.low = value?.low?.rounded(toPlaces: 6)
      shorter?.high = value?.high?.rounded(toPlaces: 6)
      rounded.append(shorter)
    }
    return (try? rounded.finish()) ?? unbounded(values, kind)
  }

  /// Only the words of values whose numbers do not fit.
  fileprivate static func unbounded(_ values: [Measure?], _ kind: MeasureKind) -> MeasureColumn {
    let zeros = Numerators(repeating: 0, count: values.count)
    return MeasureColumn(
      kind: kind, denominator: 1, low: zeros, high: zeros, flags: [UInt8](repeating: 0, count: values.count),
      units: [""],
      text: TextColumn(values.map { $0?.text }), worded: TextColumn(values.map { $0?.worded }),
      validity: Bitmap(values.lazy.map { $0 != nil }))
  }
}
