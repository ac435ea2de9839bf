import IbidSource

/// Texts that tell what others did, where nothing on their page says what they are.
extension HeaderReader {
  /// Paragraphs that are read for the voice of a text.
  private static let readForVoice = 6

  /// The kind of a text by its voice alone: a dispatch of a body's own with place and whole day, an office that speaks for
  /// itself, or what is told of others.
  func kindByVoice(_ body: ArraySlice<Block>, title: ByteSpan?) -> DocumentKind? {
    guard let first = body.first else { return nil }
    if let line = Dateline.parse(first.span, in: text) {
      let isOwn = line.agency == nil && line.date?.date.day != nil && actor(title: title, body.startIndex) != nil
      return isOwn ? .pressRelease : .news
    }
    return narration(body)
  }

  /// Two paragraphs or more, or a long one, that begin with what happened and do not speak to the reader: news, or a release
  /// where an office is heard and the text says "our", or "today" at its head, or begins with a government that acts.
  private func narration(_ body: ArraySlice<Block>) -> DocumentKind? {
    let told = body.prefix(2 * Self.readForVoice).lazy.filter(isToldParagraph).prefix(Self.readForVoice).map(\.span)
    var (bytes, hasDeed, isOurs) = (0, false, false)
    for span in told {
      let words = text.words(in: beforeQuotation(span), limit: 160)
      if words.contains(where: Self.ofRules.contains) || words.contains(where: Self.toReaders.contains) { return nil }
      isOurs = isOurs || words.contains(where: Self.ours.contains)
      if !hasDeed { hasDeed = words.prefix(60).contains { Self.tenses.contains($0) || isDeed($0) } }
      bytes += span.count
    }
    guard hasDeed, bytes >= 240 else { return nil }
    if isOurs || isOfState(body) || saysToday(body), isOfficeHeard(body) { return .pressRelease }
    return isOurs ? nil : .news
  }

  /// `The Sund Government has …`, `The Ministry of Ports closed …` at the head of the first sentence.
  private func isOfState(_ body: ArraySlice<Block>) -> Bool {
    guard let first = firstWords(from: body.startIndex) else { return false }
    return text.words(in: first, limit: 5).contains {
      Self.states.contains($0) && Characters.isUpper(text.scalar(at: $0.span.lower).value)
    }
  }

  private func saysToday(_ body: ArraySlice<Block>) -> Bool {
    guard let first = body.first?.span else { return false }
    let head = ByteSpan(first.lower, min(first.upper, first.lower + 200))
    return text.words(in: head, limit: 40).contains { text.isWord($0, "today") }
  }

  /// `Ports Secretary Ann Lee said: “We …`: an office before a colon and what was said.
  private func isOfficeHeard(_ body: ArraySlice<Block>) -> Bool {
    for block in body.prefix(2 * Self.readForVoice) where block.span.count >= 20 {
      let words = text.words(in: block.span, limit: 900)
      for place in words.indices.dropFirst(2) where Self.saying.contains(words[place]) {
        let end = words[place].span.upper
        guard end < text.bytes.count, text.bytes[end] == UInt8(ascii: ":") else { continue }
        if words[max(0, place - 9)..<place].contains(where: Self.officers.contains) { return true }
      }
    }
    return false
  }

  /// Whether two of the first paragraphs say "we" or "our" in no quotation: a body that tells of itself.
  func tellsOfItself(from start: Int) -> Bool {
    guard start < piece.blocks.endIndex else { return false }
    return piece.blocks[start...].prefix(2 * Self.readForVoice).count { block in
      block.kind == .paragraph && block.span.count >= 80
        && text.words(in: beforeQuotation(block.span), limit: 160).contains(where: Self.ours.contains)
    } >= 2
  }

  /// A paragraph up to the first mark of quotation.
  func beforeQuotation(_ span: ByteSpan) -> ByteSpan {
    var offset = span.lower
    while offset < span.upper {
      if text.bytes[offset] == UInt8(ascii: "\"") { return ByteSpan(span.lower, offset) }
      if text.bytes[offset] == 0xE2 {
        let (value, _) = text.scalar(at: offset)
        if value == 0x201C || value == 0x2018 { return ByteSpan(span.lower, offset) }
      }
      offset += 1
    }
    return span
  }

  private func isToldParagraph(_ block: Block) -> Bool {
    block.kind == .paragraph && block.span.count >= 80 && !Characters.isDigit(text.scalar(at: block.span.lower).value)
      && WrappedLines(text: text).endsWithStop(block.span)
  }

  /// Words with which a text speaks of its maker, and to its reader.
  private static let ours: WordHashes = ["we", "our", "ours"]
  private static let toReaders: WordHashes = ["i", "my", "you", "your", "please", "let"]
  private static let states: WordHashes = ["government", "ministry", "minister", "department"]
  private static let saying: WordHashes = ["said", "says", "added", "commented"]
  private static let officers: WordHashes = [
    "secretary", "minister", "commissioner", "director", "commander", "president", "governor", "chancellor", "mayor",
    "treasurer", "ombudsman", "prosecutor", "constable",
  ]
  /// Words of rules, of courts and of contracts.
  private static let ofRules: WordHashes = [
    "hereby", "shall", "appellant", "respondent", "thereof", "herein", "pursuant",
  ]
  private static let tenses: WordHashes = [
    "has", "have", "had", "was", "were", "said", "says", "is", "are", "took", "told", "found", "began", "led", "met",
    "died", "won", "made", "will",
  ]
}
