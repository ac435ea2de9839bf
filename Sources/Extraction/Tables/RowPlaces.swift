import IbidColumns
import IbidDocuments
import IbidPlan
import IbidSource
import IbidTypes

/// What every extracted row has: its words, where it belongs, where it stands, its id.
///
/// Filled row by row in table order, then added to a table behind its own columns.
struct RowPlaces {
  private let table: String
  private let corpus: Corpus
  private(set) var rowCount = 0
  private var texts = TextColumnBuilder()
  private var documents: [Int32?] = []
  private var sentences: [Int32?] = []
  private var quotes: [Int32?] = []
  private var copyOf: [Int32?] = []
  private var copies: [CopyKind?] = []
  private var ids = TextColumnBuilder()
  private var files = TextColumnBuilder()
  private var lastFile: Int?
  private var lines: [Int32] = []
  private var lowers: [Int64] = []
  private var uppers: [Int64] = []

  init(_ table: String, _ corpus: Corpus) {
    self.table = table
    self.corpus = corpus
  }

  mutating func append(file: Int, document: Int?, sentence: Int? = nil, quote: Int? = nil, span: ByteSpan) {
    let source = corpus.files[file].source
    rowCount += 1
    var id = RowID(table: table, file: source.name, span: span)
    texts.append(written: { bytes in
      let start = bytes.count
      OneLine.append(source.bytes, span, to: &bytes)
      id.mix(bytes[start...])
    })
    ids.append(written: { id.write(to: &$0) })
    if file == lastFile { files.repeatLast() } else { files.append(source.name) }
    lastFile = file
    documents.append(document.map { corpus.documentRow(file, $0) })
    if let document, let sentence, let row = corpus.sentence(file, document, sentence) {
      sentences.append(corpus.sentenceRow(file, document, sentence))
      copyOf.append(row.copyOf.map { corpus.sentenceRow(file, document, $0) })
      copies.append(row.copy)
    } else {
      sentences.append(nil)
      copyOf.append(nil)
      copies.append(nil)
    }
    quotes.append(quote.map { corpus.quoteStart[file] + Int32($0) })
    lines.append(Int32(source.line(of: span.lower)))
    lowers.append(Int64(span.lower))
    uppers.append(Int64(span.upper))
  }

  /// Rows that are no copies; nil if there are no copies.
  var originals: [Int32]? {
    guard copyOf.contains(where: { $0 != nil }) else { return nil }
    return copyOf.indices.filter { copyOf[$0] == nil }.map { Int32($0) }
  }

  /// Adds text, document, sentence, quote, id, source, and (hidden but for `with copies`) what it repeats.
  func add(to maker: inout TableMaker, isSentence: Bool = false, hasSentence: Bool = true, hasCopies: Bool = true) {
    maker.add("text", .text, .text(texts.finish()))
    maker.reference("document", to: "documents", documents, optional: false)
    if hasSentence && !isSentence { maker.reference("sentence", to: "sentences", sentences, optional: false) }
    if hasSentence { maker.reference("quote", to: "quotes", quotes, optional: true) }
    addIdentity(to: &maker)
    if hasCopies {
      maker.reference("@copy_of", to: "sentences", copyOf, optional: true)
      maker.word("@copy", RuleDefinition.copyKinds, copies.map { $0?.rawValue }, optional: true)
    }
  }

  func addIdentity(to maker: inout TableMaker) {
    maker.add("id", .text, .text(ids.finish()), unique: true)
    maker.add(
      "source", ValueType(.source),
      .source(SourceColumn(file: files.finish(), line: lines, lower: lowers, upper: uppers)), unique: false)
  }
}

/// The id of a row: FNV-1a (64 bit) over table, file, place and words, the same in every load of the same file.
private struct RowID {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init(table: String, file: String, span: ByteSpan) {
    mix(table.utf8)
    mix(file.utf8)
    mix("\(span.lower)-\(span.upper)".utf8)
  }

  /// One part, with an end of its own. Wraps on purpose.
  mutating func mix(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01b3
  }

  /// Sixteen hexadecimal digits.
  func write(to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(hash >> shift & 15)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
