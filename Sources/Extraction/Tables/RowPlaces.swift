import IbidColumns
import IbidDocuments
import IbidSource
import IbidTypes

/// What every extracted row has: its words, where it belongs, where it stands, its id.
///
/// Filled row by row in table order, then added to a table behind its own columns.
struct RowPlaces {
  private let table: String
  private let corpus: Corpus
  private(set) var rowCount = 0
  private var texts: [String?] = []
  private var documents: [Int32?] = []
  private var sentences: [Int32?] = []
  private var quotes: [Int32?] = []
  private var copyOf: [Int32?] = []
  private var copies: [String?] = []
  private var ids: [String?] = []
  private var files: [String?] = []
  private var lines: [Int32] = []
  private var lowers: [Int64] = []
  private var uppers: [Int64] = []

  init(_ table: String, _ corpus: Corpus) {
    self.table = table
    self.corpus = corpus
  }

  mutating func append(file: Int, document: Int?, sentence: Int? = nil, quote: Int? = nil, span: ByteSpan) {
    let source = corpus.files[file].source
    let text = Self.oneLine(source.string(span))
    rowCount += 1
    texts.append(text)
    documents.append(document.map { corpus.documentRow(file, $0) })
    if let document, let sentence, let row = corpus.sentence(file, document, sentence) {
      sentences.append(corpus.sentenceRow(file, document, sentence))
      copyOf.append(row.copyOf.map { corpus.sentenceRow(file, document, $0) })
      copies.append(row.copy?.rawValue)
    } else {
      sentences.append(nil)
      copyOf.append(nil)
      copies.append(nil)
    }
    quotes.append(quote.map { corpus.quoteStart[file] + Int32($0) })
    ids.append(Self.id(table, source.name, span, text))
    files.append(source.name)
    lines.append(Int32(source.line(of: span.lower)))
    lowers.append(Int64(span.lower))
    uppers.append(Int64(span.upper))
  }

  /// Rows that are no copies; nil if there are no copies.
  var originals: [Int32]? {
    guard copyOf.contains(where: { $0 != nil }) else { return nil }
    return copyOf.indices.filter { copyOf[$0] == nil }.map { Int32($0) }
  }

  static let copyKinds = WordSet("copy_kind", ["exact", "cut", "near"])

  /// Adds text, document, sentence, quote, id, source, and (hidden but for `with copies`) what it repeats.
  func add(to maker: inout TableMaker, isSentence: Bool = false, hasSentence: Bool = true, hasCopies: Bool = true) {
    maker.text("text", texts, optional: false)
    maker.reference("document", to: "documents", documents, optional: false)
    if hasSentence && !isSentence { maker.reference("sentence", to: "sentences", sentences, optional: false) }
    if hasSentence { maker.reference("quote", to: "quotes", quotes, optional: true) }
    addIdentity(to: &maker)
    if hasCopies {
      maker.reference("@copy_of", to: "sentences", copyOf, optional: true)
      maker.word("@copy", Self.copyKinds, copies, optional: true)
    }
  }

  func addIdentity(to maker: inout TableMaker) {
    maker.add("id", .text, .text(TextColumn(ids)), unique: true)
    maker.add(
      "source", ValueType(.source),
      .source(SourceColumn(file: TextColumn(files), line: lines, lower: lowers, upper: uppers)), unique: false)
  }

  /// Runs of white space as one blank, so that a sentence that was wrapped reads as one line.
  static func oneLine(_ text: String) -> String {
    guard isBroken(text.utf8) else { return text }
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    var follows = false
    for scalar in text.unicodeScalars {
      let isBlank = scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
      if isBlank {
        follows = !line.isEmpty
        continue
      }
      if follows { line.append(UInt8(ascii: " ")) }
      follows = false
      line.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether a line break, a tab or two blanks in a row stand in a text.
  private static func isBroken(_ bytes: String.UTF8View) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D || byte == 0x09 || (byte == 0x20 && last == 0x20) { return true }
      last = byte
    }
    return false
  }

  /// FNV-1a (64 bit) over table, file, place and words: the same in every load of the same file.
  private static func id(_ table: String, _ file: String, _ span: ByteSpan, _ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    mix(table.utf8)
    mix(file.utf8)
    mix("\(span.lower)-\(span.upper)".utf8)
    mix(text.utf8)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
