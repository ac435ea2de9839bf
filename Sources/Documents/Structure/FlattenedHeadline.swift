import IbidSource

/// Finds the headline of a second text in a long line that has lost its line ends.
///
/// Some archives join the lines of several releases into one. A headline then stands between two sentences without a stop:
/// "… of the year. New desk for stolen engines The police have opened …". It is taken for one when
/// - the line is long, with a text's length before and after the place;
/// - between the last full stop and a capitalised article stand 6 to 20 words without a finite verb, the last one no
///   preposition or verb that could lead on to a name;
/// - a finite verb follows the article soon;
/// - and the sentences after it say the headline's words again, as a first paragraph does.
struct FlattenedHeadline {
  let text: TextView

  /// Bytes of text on either side.
  static let leastText = 1000

  /// The blocks with such headlines as blocks of their own.
  func separated(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      guard block.kind == .paragraph, block.span.count > 2 * Self.leastText else {
        result.append(block)
        continue
      }
      var rest = block
      for headline in headlines(in: block.span) where headline.lower - rest.span.lower >= Self.leastText {
        var before = rest
        before.span = text.trimmed(ByteSpan(rest.span.lower, headline.lower))
        result.append(before)
        result.append(Block(kind: .heading, span: headline, level: 1, gap: 0, wasInsideLine: true))
        rest.gap = 0
        rest.span = text.trimmed(ByteSpan(headline.upper, rest.span.upper))
      }
      result.append(rest)
    }
    return result
  }

  private func headlines(in span: ByteSpan) -> [ByteSpan] {
    SentenceSplitter(text: text).sentences(in: span).compactMap { sentence in
      guard sentence.lower - span.lower >= Self.leastText, span.upper - sentence.upper >= Self.leastText else {
        return nil
      }
      return headline(in: sentence, blockEnd: span.upper)
    }
  }

  private func headline(in sentence: ByteSpan, blockEnd: Int) -> ByteSpan? {
    let words = text.words(in: sentence, limit: 40)
    guard words.count > 10, Characters.isUpper(text.scalar(at: sentence.lower).value) else { return nil }
    for place in 6..<min(21, words.count - 3) where Self.articles.contains(text.string(words[place].span)) {
      let last = words[place - 1]
      guard Characters.isLower(text.scalar(at: last.span.lower).value), last.span.upper + 1 == words[place].span.lower,
        !Self.leadsOn.contains(last),
        !words[..<place].contains(where: { Self.finite.contains(text.string($0.span)) }),
        words[(place + 1)..<min(place + 9, words.count)].contains(where: { Self.finite.contains(text.string($0.span)) })
      else { continue }
      let headline = ByteSpan(sentence.lower, last.span.upper)
      if isTakenUp(words[..<place], after: last.span.upper, blockEnd: blockEnd) { return headline }
    }
    return nil
  }

  /// Whether half of the headline's longer words come again in the next 600 bytes.
  private func isTakenUp(_ headline: Slice<Words>, after offset: Int, blockEnd: Int) -> Bool {
    let wanted = Set(headline.filter { $0.span.count >= 4 }.map(\.hash))
    guard wanted.count >= 3 else { return false }
    let said = Set(text.words(in: ByteSpan(offset, min(offset + 600, blockEnd))).map(\.hash))
    return wanted.intersection(said).count * 2 >= wanted.count
  }

  private static let articles: Set<String> = ["The", "A", "An"]
  private static let finite: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "said", "says",
    "does", "did",
  ]
  private static let leadsOn: WordHashes = [
    "of", "in", "at", "by", "to", "for", "from", "with", "and", "or", "as", "on", "via", "per", "than", "that",
    "called", "named",
    "newspaper", "told", "into", "near", "visited", "under", "over", "against", "between", "read", "magazine", "daily",
    "paper",
    "around", "through", "about", "within", "towards", "toward", "outside", "inside", "titled", "entitled", "see",
    "left",
  ]
}
