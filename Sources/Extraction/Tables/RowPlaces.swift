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
  /// Whether the words become a column; they count for the id in any case.
  private let keepsTexts: Bool
  private var texts = TextColumnBuilder()
  private var documents: [Int32?] = []
  private var sentences: [Int32?] = []
  private var quotes: [Int32?] = []
  private var copyOf: [Int32?] = []
  private var copies: [CopyKind?] = []
  private var ids: [UInt64] = []
  private var files = TextColumnBuilder()
  private var lines: [Int32] = []
  private var lowers: [Int64] = []
  private var uppers: [Int64] = []
  // The file and the document of the last row: rows come file by file and document by document.
  private var currentFile = -1
  private var currentDocument: Int?
  private var source = SourceText(name: "", bytes: [])
  private var idOfFile = RowID()
  private var sentencesAtHand: [Sentence] = []
  private var firstSentence: Int32 = 0
  private var lineAtHand = 1
  private var scratch: [UInt8] = []

  /// `rows` is how many are to come, `byteCount` how long all words may be together, where that is known.
  init(_ table: String, _ corpus: Corpus, keepsTexts: Bool = true, rows: Int = 0, byteCount: Int = 0) {
    self.table = table
    self.corpus = corpus
    self.keepsTexts = keepsTexts
    texts.reserve(byteCount: byteCount)
    if keepsTexts { texts.reserve(rowCount: rows) }
    files.reserve(rowCount: rows)
    documents.reserveCapacity(rows)
    sentences.reserveCapacity(rows)
    quotes.reserveCapacity(rows)
    copyOf.reserveCapacity(rows)
    copies.reserveCapacity(rows)
    ids.reserveCapacity(rows)
    lines.reserveCapacity(rows)
    lowers.reserveCapacity(rows)
    uppers.reserveCapacity(rows)
  }

  mutating func append(file: Int, document: Int?, sentence: Int? = nil, quote: Int? = nil, span: ByteSpan) {
    if file == currentFile { files.repeatLast() } else { files.append(corpus.files[file].source.name) }
    if file != currentFile || document != currentDocument { turn(to: file, document) }
    rowCount += 1
    var id = idOfFile
    id.mix(span)
    let fileBytes = source.bytes
    if keepsTexts {
      texts.append(written: { bytes in
        let start = bytes.count
        let isPlain = OneLine.append(fileBytes, span, to: &bytes)
        id.mix(bytes.span.extracting(start..<bytes.count))
        return isPlain
      })
    } else {
      scratch.removeAll(keepingCapacity: true)
      _ = OneLine.append(fileBytes, span, to: &scratch)
      id.mix(scratch.span)
    }
    ids.append(id.hash)
    documents.append(document.map { corpus.documentRow(file, $0) })
    if let sentence, sentence < sentencesAtHand.count {
      let row = sentencesAtHand[sentence]
      sentences.append(firstSentence + Int32(sentence))
      copyOf.append(row.copyOf.map { firstSentence + Int32($0) })
      copies.append(row.copy)
    } else {
      sentences.append(nil)
      copyOf.append(nil)
      copies.append(nil)
    }
    quotes.append(quote.map { corpus.quoteStart[file] + Int32($0) })
    lineAtHand = source.line(of: span.lower, near: lineAtHand)
    lines.append(Int32(lineAtHand))
    lowers.append(Int64(span.lower))
    uppers.append(Int64(span.upper))
  }

  private mutating func turn(to file: Int, _ document: Int?) {
    if file != currentFile {
      source = corpus.files[file].source
      idOfFile = RowID(table: table, file: source.name)
      lineAtHand = 1
    }
    (currentFile, currentDocument) = (file, document)
    sentencesAtHand = document.map { corpus.files[file].documents[$0].sentences } ?? []
    firstSentence = document.map { corpus.sentenceRow(file, $0, 0) } ?? 0
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
      maker.word("@copy", RuleDefinition.copyKinds, copies, optional: true)
    }
  }

  func addIdentity(to maker: inout TableMaker) {
    maker.add("id", .text, .text(TextColumn(hexadecimal: ids)), unique: true)
    maker.add(
      "source", ValueType(.source),
      .source(SourceColumn(file: files.finish(), line: lines, lower: lowers, upper: uppers)), unique: false)
  }
}

/// The id of a row: FNV-1a (64 bit) over table, file, place and words, the same in every load of the same file.
private struct RowID {
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(table: String, file: String) {
    mix(table.utf8.span)
    mix(file.utf8.span)
  }

  /// One part, with an end of its own. Wraps on purpose.
  mutating func mix(_ bytes: Span<UInt8>) {
    var hash = hash
    for place in bytes.indices { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01b3 }
    self.hash = (hash ^ 0xFF) &* 0x100_0000_01b3
  }

  /// A place as `12-34`.
  mutating func mix(_ span: ByteSpan) {
    mixDigits(of: span.lower)
    mix(UInt8(ascii: "-"))
    mixDigits(of: span.upper)
    mix(0xFF)
  }

  private mutating func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  private mutating func mixDigits(of number: Int) {
    guard number >= 10, number < 100_000_000 else { return mixFewOrMany(UInt64(number)) }
    // Eight digits at once, a byte each and the first one lowest: halves of four, quarters of two, then single ones.
    let number = UInt64(number)
    var digits = number / 10_000 | (number % 10_000) << 32
    let hundreds = (digits &* 10_486) >> 20 & 0x7F_0000_007F
    digits = hundreds | (digits &- 100 &* hundreds) << 16
    let tens = (digits &* 103) >> 10 & 0x000F_000F_000F_000F
    digits = tens | (digits &- 10 &* tens) << 8
    let leading = digits.trailingZeroBitCount / 8
    digits = digits >> UInt64(leading * 8) | 0x3030_3030_3030_3030
    var hash = hash
    for _ in leading..<8 {
      hash = (hash ^ digits & 0xFF) &* 0x100_0000_01b3
      digits >>= 8
    }
    self.hash = hash
  }

  private mutating func mixFewOrMany(_ number: UInt64) {
    // The digits as four bits each, the first one lowest; offsets have ten at most.
    var (digits, rest, count) = (UInt64(0), number, 0)
    repeat {
      digits = digits << 4 | rest % 10
      rest /= 10
      count += 1
    } while rest > 0
    for _ in 0..<count {
      mix(0x30 + UInt8(digits & 15))
      digits >>= 4
    }
  }
}
