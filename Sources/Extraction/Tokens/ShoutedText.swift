import IbidDocuments
import IbidSource

/// Gives small letters back to documents that are written in capitals throughout, as some news agencies send them.
///
/// Capitals tell a name from a word. Where all letters are capitals, the tables have to: everyday words, verbs and words of
/// grammar count as written small, unless they lead to the head of a body's name ("PAN AMERICAN HEALTH ORGANIZATION");
/// what no table of words has stays large. Only the flags of tokens change, not the text.
struct ShoutedText {
  let tokens: Tokens

  /// Sentences that a document must have, and the share of them that must be in capitals.
  private static let fewestSentences = 4
  private static let share = 0.8

  /// The tokens as they are where no document is shouted.
  static func lowered(_ tokens: Tokens, in file: DocumentFile) -> Tokens {
    let text = ShoutedText(tokens: tokens)
    let shouted = file.documents.filter(text.isShouted)
    guard !shouted.isEmpty else { return tokens }
    var flags = tokens.flags
    for document in shouted {
      for sentence in document.sentences { text.lower(text.range(sentence.span), in: &flags) }
    }
    return Tokens(
      bytes: tokens.bytes, lowers: tokens.lowers, uppers: tokens.uppers, kinds: tokens.kinds, flags: flags,
      details: tokens.details, numerals: tokens.numerals)
  }

  private func range(_ span: ByteSpan) -> Range<Int> {
    let lower = tokens.index(atOrAfter: span.lower)
    return lower..<max(lower, tokens.index(atOrAfter: span.upper))
  }

  private func isShouted(_ document: Document) -> Bool {
    guard document.language == .english, document.sentences.count >= Self.fewestSentences else { return false }
    var most = Int(Double(document.sentences.count) * (1 - Self.share))
    for sentence in document.sentences where holdsSmallWord(range(sentence.span)) {
      most -= 1
      if most < 0 { return false }
    }
    return true
  }

  private func holdsSmallWord(_ range: Range<Int>) -> Bool {
    range.contains {
      tokens.kinds[$0] == .word && tokens.flags[$0].isDisjoint(with: .allCapitals)
        && tokens.upper($0) - tokens.lower($0) > 1
    }
  }

  private func lower(_ sentence: Range<Int>, in flags: inout [TokenFlags]) {
    var known = sentence.lowerBound
    for i in sentence where tokens.isWord(i) && tokens.flags[i].contains(.capital) {
      if i >= known, !isGrammar(i), let match = Gazetteer.shared.match(at: i, in: tokens, limit: sentence.upperBound) {
        known = match.upper
      }
      if i < known {
        flags[i].remove(.allCapitals)
      } else if isSmall(i) {
        flags[i].subtract([.capital, .allCapitals])
      } else if !isAcronym(i) {
        flags[i].remove(.allCapitals)
      }
    }
    for head in sentence where tokens.isAny(head, .orgHead) { raiseName(endingAt: head, in: sentence, &flags) }
    if let first = sentence.first(where: tokens.isWord) { flags[first].insert(.capital) }
  }

  private func isGrammar(_ i: Int) -> Bool {
    tokens.isAny(i, [.determiner, .pronoun, .conjunction, .auxiliary, .preposition, .adverb])
  }

  private func isSmall(_ i: Int) -> Bool {
    if tokens.isAny(i, .weekday) || tokens.isAny(i, .demonym) { return false }
    if tokens.isAny(i, .month) {
      return tokens.isAny(i, .doubtfulMonth) && tokens.kinds[min(i + 1, tokens.count - 1)] != .number
        && (i == 0 || tokens.kinds[i - 1] != .number)
    }
    return isGrammar(i) || tokens.isAny(i, .verb) || NameTable.shared.marks(ofToken: i, in: tokens).contains(.word)
  }

  /// A few capitals that no table has.
  private func isAcronym(_ i: Int) -> Bool {
    tokens.upper(i) - tokens.lower(i) <= 6 && NameTable.shared.marks(ofToken: i, in: tokens).isEmpty
      && !tokens.isAny(i, [.month, .weekday, .demonym])
  }

  /// Up to four nouns before the head of a body's name belong to it.
  private func raiseName(endingAt head: Int, in sentence: Range<Int>, _ flags: inout [TokenFlags]) {
    var start = head
    while start > sentence.lowerBound, head - start < 4, tokens.isWord(start - 1), tokens.isSpaced(start),
      !isGrammar(start - 1), !tokens.isAny(start - 1, .verb)
    {
      start -= 1
    }
    guard start < head else { return }
    for i in start...head { flags[i].insert(.capital) }
  }
}
