import IbidSource

/// Turns the blocks of one document into paragraphs and sentences with their places.
struct DocumentAssembler {
  let text: TextView

  func document(from piece: DocumentPiece, _ facts: HeaderFacts, postCount: Int) -> Document {
    var paragraphs = paragraphs(of: piece, facts)
    var sentences = sentences(of: paragraphs)
    Repeats(text: text).mark(&sentences, &paragraphs)
    let span = paragraphs.dropFirst().reduce(paragraphs.first?.span ?? ByteSpan(0, 0)) { $0.joined(with: $1.span) }
    var document = Document(span: span, paragraphs: paragraphs, sentences: sentences)
    document.titleSpan = facts.title
    document.title = facts.title.map(text.collapsed)
    document.issuerSpan = facts.issuer.map { withoutEmphasis(Organisations.withoutLink($0, in: text)) }
    document.issuer = document.issuerSpan.map(text.collapsed)
    document.kind = facts.kind
    document.kindCue = facts.kindCue
    if facts.kind == .blog, piece.isPost, facts.kindCue?.span == piece.blocks.first?.span {
      document.kindCue?.words = "one of \(postCount) posts on a page"
    }
    document.published = facts.published
    let count = LanguageGuess.read(span, in: text)
    document.language = count.language
    document.wordCount = count.words
    return document
  }

  /// Without the signs of Markdown around `*Quay Office, 5 March 2024*`.
  private func withoutEmphasis(_ span: ByteSpan) -> ByteSpan {
    var (lower, upper) = (span.lower, span.upper)
    func isMark(_ offset: Int) -> Bool {
      text.bytes[offset] == UInt8(ascii: "*") || text.bytes[offset] == UInt8(ascii: "_")
    }
    while lower < upper, isMark(lower) { lower += 1 }
    while upper > lower, isMark(upper - 1) { upper -= 1 }
    return lower < upper ? ByteSpan(lower, upper) : span
  }

  // MARK: Paragraphs

  private func paragraphs(of piece: DocumentPiece, _ facts: HeaderFacts) -> [Paragraph] {
    var nesting = Nesting(text: text)
    var result: [Paragraph] = []
    for index in piece.blocks.indices where !facts.furniture.contains(index) {
      let block = piece.blocks[index]
      let span = withoutTrailingBars(block.span)
      guard !span.isEmpty else { continue }
      let kind = kind(of: index, in: piece, facts)
      var paragraph = Paragraph(kind: kind, span: span, index: result.count, table: block.table)
      paragraph.under = nesting.place(paragraph, level: level(of: block, kind, facts), indent: block.indent)
      result.append(paragraph)
    }
    return result.fitted()
  }

  /// A title counts as depth 1, a plain heading as depth 2, so that sections stand under the title.
  private func level(of block: Block, _ kind: ParagraphKind, _ facts: HeaderFacts) -> Int? {
    guard kind == .heading else { return nil }
    if let title = facts.title, block.span.contains(title) { return 1 }
    if let level = block.level, level > 0 { return level }
    return 2
  }

  private func kind(of index: Int, in piece: DocumentPiece, _ facts: HeaderFacts) -> ParagraphKind {
    let block = piece.blocks[index]
    if let title = facts.title, block.span.contains(title) { return .heading }
    if index + 1 == piece.title, text.wordsHash(in: block.span) == text.wordsHash(in: piece.blocks[index + 1].span) {
      return .heading
    }
    guard block.kind == .paragraph, !facts.metaBlocks.contains(index) else { return block.kind }
    return looksLikeHeading(index, piece.blocks, facts) ? .heading : .paragraph
  }

  /// A title-like line with text below it that is no member of a list of such lines.
  private func looksLikeHeading(_ index: Int, _ blocks: ArraySlice<Block>, _ facts: HeaderFacts) -> Bool {
    let block = blocks[index]
    guard block.lineCount == 1, index + 1 < blocks.endIndex, Headline.isTitleLike(block.span, in: text),
      MetaLine.dateLine(block.span, in: text) == nil
    else { return false }
    let next = blocks[index + 1]
    if facts.header.contains(index) {
      // Below the title stand standfirst, place and names; only a short line right above the text heads a section.
      return index + 1 == facts.header.upperBound && text.words(in: block.span, limit: 5).count < 5
        && !facts.metaBlocks.contains(index - 1)
    }
    if index > blocks.startIndex, isHeadline(blocks[index - 1]), text.words(in: block.span, limit: 5).count == 5 {
      return false
    }
    // Neighbouring short lines are a list.
    if next.gap == 0, isLine(next) { return false }
    if index > blocks.startIndex, block.gap == 0, isLine(blocks[index - 1]) { return false }
    return next.kind != .caption
  }

  /// A plain line that is a heading itself, so that a long line below it is its standfirst.
  private func isHeadline(_ block: Block) -> Bool {
    block.kind == .paragraph && block.lineCount == 1 && Headline.isTitleLike(block.span, in: text)
  }

  private func isLine(_ block: Block) -> Bool { block.lineCount == 1 && Headline.isTitleLike(block.span, in: text) }

  /// Without the bars that some archives leave at the end of a text.
  private func withoutTrailingBars(_ span: ByteSpan) -> ByteSpan {
    guard span.count > 2, text.bytes[span.upper - 1] == UInt8(ascii: "|"), text.bytes[span.lower] != UInt8(ascii: "|")
    else {
      return span
    }
    return text.trimmed(ByteSpan(span.lower, span.upper - 1))
  }

  // MARK: Sentences

  private func sentences(of paragraphs: [Paragraph]) -> [Sentence] {
    let splitter = SentenceSplitter(text: text)
    var spans: [ByteSpan] = []
    /// The first sentence of each paragraph.
    var firsts: [Int] = []
    firsts.reserveCapacity(paragraphs.count + 1)
    for index in paragraphs.indices {
      firsts.append(spans.count)
      let span = paragraphs[index].span
      switch paragraphs[index].kind {
      case .heading: spans.append(span)
      case .table: addRows(of: span, to: &spans)
      default: splitter.addSentences(in: span, to: &spans)
      }
    }
    firsts.append(spans.count)
    var result: [Sentence] = []
    result.reserveCapacity(spans.count)
    for index in paragraphs.indices {
      for place in firsts[index]..<firsts[index + 1] {
        result.append(Sentence(span: spans[place], paragraph: paragraphs[index].index, index: place))
      }
    }
    return result
  }

  /// Adds the lines of a table that hold a word.
  private func addRows(of span: ByteSpan, to found: inout [ByteSpan]) {
    var start = span.lower
    for offset in span.lower...span.upper
    where offset == span.upper || text.bytes[offset] == 0x0A || text.bytes[offset] == 0x0D {
      let row = text.trimmed(ByteSpan(start, max(start, offset)))
      if text.holdsWord(row) { found.append(row) }
      start = offset + 1
    }
  }
}
