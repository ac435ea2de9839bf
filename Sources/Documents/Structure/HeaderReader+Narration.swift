import IbidSource

/// Texts that tell what others did, where nothing on their page says what they are.
extension HeaderReader {
  /// Paragraphs that are read for the voice of a text.
  private static let readForVoice = 6

  /// The kind of a text by its voice alone: a dispatch of a body's own with place and whole day, or what is told of others.
  func kindByVoice(_ body: ArraySlice<Block>, title: ByteSpan?) -> DocumentKind? {
    guard let first = body.first else { return nil }
    if let line = Dateline.parse(first.span, in: text) {
      let isOwn = line.agency == nil && line.date?.date.day != nil && actor(title: title, body.startIndex) != nil
      return isOwn ? .pressRelease : .news
    }
    return isNarrated(body) ? .news : nil
  }

  /// Two paragraphs or more, or a long one, that speak neither of "us" nor to "you" but in quotations, and begin with what happened.
  private func isNarrated(_ body: ArraySlice<Block>) -> Bool {
    let told = body.prefix(2 * Self.readForVoice).lazy.filter(isToldParagraph).prefix(Self.readForVoice).map(\.span)
    var (bytes, hasDeed) = (0, false)
    for span in told {
      let words = text.words(in: span, limit: 160)
      if words.contains(where: Self.ofRules.contains) { return false }
      if !holdsQuotation(span), words.contains(where: Self.voices.contains) { return false }
      if !hasDeed { hasDeed = words.prefix(60).contains { Self.tenses.contains($0) || isDeed($0) } }
      bytes += span.count
    }
    return hasDeed && bytes >= 240
  }

  private func isToldParagraph(_ block: Block) -> Bool {
    block.kind == .paragraph && block.span.count >= 80 && !Characters.isDigit(text.scalar(at: block.span.lower).value)
      && WrappedLines(text: text).endsWithStop(block.span)
  }

  private func holdsQuotation(_ span: ByteSpan) -> Bool {
    text.bytes[span.range].contains(UInt8(ascii: "\"")) || text.holds(Array("“".utf8), in: span)
      || text.holds(Array("‘".utf8), in: span)
  }

  /// Words with which a text speaks of itself or to its reader.
  private static let voices: WordHashes = ["we", "our", "ours", "i", "my", "you", "your", "please", "let"]
  /// Words of rules, of courts and of contracts.
  private static let ofRules: WordHashes = ["hereby", "shall", "appellant", "respondent", "thereof", "herein", "pursuant"]
  private static let tenses: WordHashes = [
    "has", "have", "had", "was", "were", "said", "says", "is", "are", "took", "told", "found", "began", "led", "met",
    "died", "won", "made", "will",
  ]
}
