import IbidColumns
import IbidDocuments
import IbidPlan
import IbidSource
import IbidTypes

/// What every extracted row has: its words, where it belongs, where it stands, its id.
///
/// Filled row by row in table order, then added to a table behind its own columns.
struct RowPlaces {
  /// Rows of other tables by number; negative where there is none.
  private struct Row {
    var file: Int32
    var document: Int32
    var sentence: Int32 = -1
    var quote: Int32
    var copyOf: Int32 = -1
    var line: Int32
    var copy: CopyKind?
    var span: ByteSpan
    var id: UInt64
  }

  private let table: String
  private let corpus: Corpus
  private var rows: [Row] = []
  /// Whether the words become a column; they count for the id in any case.
  private let keepsTexts: Bool
  private var texts = TextColumnBuilder()
  private var files = TextDictionaryBuilder()
  // The file and the document of the last row: rows come file by file and document by document.
  private var currentFile = -1
  private var currentDocument: Int?
  private var fileCode: Int32 = 0
  private var documentRow: Int32 = -1
  private var source = SourceText(name: "", bytes: [])
  private var idOfFile = RowID()
  private var sentencesAtHand: [Sentence] = []
  private var firstSentence: Int32 = 0
  private var lineAtHand = 1

  /// `rows` is how many are to come, `byteCount` how long all words may be together, where that is known.
  init(_ table: String, _ corpus: Corpus, keepsTexts: Bool = true, rows: Int = 0, byteCount: Int = 0) {
    self.table = table
    self.corpus = corpus
    self.keepsTexts = keepsTexts
    texts.reserve(byteCount: byteCount)
    if keepsTexts { texts.reserve(rowCount: rows) }
    self.rows.reserveCapacity(rows)
  }

  var rowCount: Int { rows.count }

  mutating func append(file: Int, document: Int?, sentence: Int? = nil, quote: Int? = nil, span: ByteSpan) {
    if file != currentFile || document != currentDocument { turn(to: file, document) }
    var id = idOfFile
    id.mix(span)
    addText(span, &id)
    lineAtHand = source.line(of: span.lower, near: lineAtHand)
    var row = Row(
      file: fileCode, document: documentRow, quote: quote.map { corpus.quoteStart[file] + Int32($0) } ?? -1,
      line: Int32(lineAtHand), span: span, id: id.hash)
    if let sentence, sentence < sentencesAtHand.count {
      row.sentence = firstSentence + Int32(sentence)
      row.copyOf = sentencesAtHand[sentence].copyOf.map { firstSentence + Int32($0) } ?? -1
      row.copy = sentencesAtHand[sentence].copy
    }
    rows.append(row)
  }

  /// Adds the words of a row to its id and, where they are kept, to the column.
  private mutating func addText(_ span: ByteSpan, _ id: inout RowID) {
    let line = OneLine(source.bytes, span)
    if line.isWritten {
      let text = line.bytes.span.extracting(line.range)
      id.mix(text)
      if keepsTexts { texts.append(plain: text) }
    } else if keepsTexts {
      texts.append(written: { bytes in
        let start = bytes.count
        line.append(to: &bytes)
        id.mix(bytes.span.extracting(start..<bytes.count))
        return line.isPlain
      })
    } else if line.isPlain {
      line.forEachStretch { stretch, isFirst in
        if !isFirst { id.mixPart(UInt8(ascii: " ")) }
        id.mixPart(line.bytes.span.extracting(stretch))
      }
      id.endPart()
    } else {
      var text: [UInt8] = []
      line.append(to: &text)
      id.mix(text.span)
    }
  }

  private mutating func turn(to file: Int, _ document: Int?) {
    if file != currentFile {
      source = corpus.files[file].source
      fileCode = files.code(for: source.name)
      idOfFile = RowID(table: table, file: source.name)
      lineAtHand = 1
    }
    (currentFile, currentDocument) = (file, document)
    documentRow = document.map { corpus.documentRow(file, $0) } ?? -1
    sentencesAtHand = document.map { corpus.files[file].documents[$0].sentences } ?? []
    firstSentence = document.map { corpus.sentenceRow(file, $0, 0) } ?? 0
  }

  /// Rows that are no copies; nil if there are no copies.
  var originals: [Int32]? {
    guard rows.contains(where: { $0.copyOf >= 0 }) else { return nil }
    return rows.indices.filter { rows[$0].copyOf < 0 }.map { Int32($0) }
  }

  /// Adds text, document, sentence, quote, id, source, and (hidden but for `with copies`) what it repeats.
  func add(to maker: inout TableMaker, isSentence: Bool = false, hasSentence: Bool = true, hasCopies: Bool = true) {
    maker.add("text", .text, .text(texts.finish()))
    maker.reference("document", to: "documents", column(\.document), optional: false)
    if hasSentence && !isSentence {
      maker.reference("sentence", to: "sentences", column(\.sentence), optional: false)
    }
    if hasSentence { maker.reference("quote", to: "quotes", column(\.quote), optional: true) }
    addIdentity(to: &maker)
    if hasCopies {
      maker.reference("@copy_of", to: "sentences", column(\.copyOf), optional: true)
      maker.word("@copy", RuleDefinition.copyKinds, rows.map(\.copy), optional: true)
    }
  }

  func addIdentity(to maker: inout TableMaker) {
    maker.add("id", .text, .text(TextColumn(hexadecimal: rows.map(\.id))), unique: true)
    let files = TextColumn(codes: column(\.file), dictionary: files.finish())
    maker.add(
      "source", ValueType(.source),
      .source(
        SourceColumn(
          file: files, line: column(\.line), lower: column { Int64($0.span.lower) },
          upper: column { Int64($0.span.upper) })),
      unique: false)
  }

  @inline(__always)
  private func column<Number>(_ number: (Row) -> Number) -> [Number] {
    [Number](capacity: rows.count) { output in
      for row in rows { output.append(number(row)) }
    }
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
    mixPart(bytes)
    endPart()
  }

  /// A stretch of a part.
  mutating func mixPart(_ bytes: Span<UInt8>) {
    var hash = hash
    for place in bytes.indices { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01b3 }
    self.hash = hash
  }

  mutating func endPart() { mixPart(0xFF) }

  /// A place as `12-34`.
  mutating func mix(_ span: ByteSpan) {
    mixDigits(of: span.lower)
    mixPart(UInt8(ascii: "-"))
    mixDigits(of: span.upper)
    endPart()
  }

  mutating func mixPart(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

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
      mixPart(0x30 + UInt8(digits & 15))
      digits >>= 4
    }
  }
}
