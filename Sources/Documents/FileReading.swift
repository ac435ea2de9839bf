import IbidSource

/// A file on its way from its text to its documents, a step at a time.
///
/// Several files go through each step together: a file of 5 KB meets a megabyte of code, which is more than a processor keeps
/// at hand, so that what costs is less to run the code than to fetch it. Of a step the first file fetches it for all others.
/// No step of a file looks at another file.
struct FileReading {
  private let layer: TextLayer
  private var text: TextView
  private var blocks: [Block] = []
  private var frontMatter: FrontMatter?
  private var pieces: [DocumentPiece] = []
  /// Of each piece, the first one with the front matter of the file.
  private var facts: [HeaderFacts] = []
  private var documents: [Document] = []

  init(_ layer: TextLayer) {
    self.layer = layer
    text = TextView(bytes: layer.source.bytes)
  }

  /// In the order in which they are to be done.
  static let steps: [@Sendable (inout FileReading) -> Void] = [
    { $0.readWords() }, { $0.readBlocks() }, { $0.readPieces() }, { $0.readHeads() }, { $0.readDocuments() },
  ]

  private mutating func readWords() { text = TextView(read: layer.source.bytes) }

  private mutating func readBlocks() {
    (blocks, frontMatter) = (layer.blocks ?? [], layer.frontMatter)
    guard layer.blocks == nil else { return }
    var builder = BlockBuilder(text: text, lines: LineScanner.lines(of: text))
    blocks = FlattenedHeadline(text: text).separated(
      FlattenedPage(text: text).separated(
        FlattenedHead(text: text).separated(FlattenedLabels(text: text).separated(builder.build()))))
    frontMatter = builder.frontMatter
  }

  private mutating func readPieces() { pieces = DocumentSplitter(text: text).pieces(of: blocks) }

  private mutating func readHeads() {
    facts = pieces.indices.map { head(of: $0, $0 == 0 ? frontMatter : nil) }
  }

  private func head(of piece: Int, _ frontMatter: FrontMatter?) -> HeaderFacts {
    HeaderReader(text: text, piece: pieces[piece], frontMatter: frontMatter).facts()
  }

  private mutating func readDocuments() {
    let assembler = DocumentAssembler(text: text)
    for place in pieces.indices {
      // Front matter is about the first document, which is a later piece where those before it have no words.
      let isLate = place > 0 && documents.isEmpty && frontMatter != nil
      let document = assembler.document(
        from: pieces[place], isLate ? head(of: place, frontMatter) : facts[place], postCount: pieces.count)
      if document.wordCount > 0 { documents.append(document) }
    }
  }

  /// The file after the last step.
  var file: DocumentFile {
    DocumentFile(source: layer.source, documents: documents, warnings: layer.warnings + warnings)
  }

  private var warnings: [DocumentWarning] {
    var warnings: [DocumentWarning] = []
    if let place = TextEncoding.firstInvalid(in: text.bytes) {
      warnings.append(
        DocumentWarning(
          .invalidUTF8, at: ByteSpan(place, place + 1), "holds bytes that are no UTF-8; they show as \u{FFFD}"))
    }
    for document in documents where document.language != .english {
      warnings.append(
        DocumentWarning(.notEnglish, at: document.span, "does not look like English; English rules are not run on it"))
    }
    return warnings
  }
}
