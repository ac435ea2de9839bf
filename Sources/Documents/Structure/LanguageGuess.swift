import IbidSource

/// Counts words and tells English from other languages by the share of its commonest words.
enum LanguageGuess {
  /// Of the words of English prose, four in ten are among the list below; other languages stay under one in ten.
  private static let leastShare = 0.15

  static func read(_ span: ByteSpan, in view: TextView) -> (language: DocumentLanguage, words: Int) {
    var common = 0
    let words = view.words(in: span)
    for word in words where english.contains(word.hash) { common += 1 }
    let isEnglish =
      words.count < 8
      ? common > 0 || view.bytes[span.range].allSatisfy { $0 < 0x80 }
      : Double(common) >= leastShare * Double(words.count)
    return (isEnglish && !words.isEmpty ? .english : .other, runs(in: span, view))
  }

  /// Runs between white space that hold a letter or digit.
  private static func runs(in span: ByteSpan, _ view: TextView) -> Int {
    var number = 0
    var hasWord = false
    var offset = span.lower
    while offset < span.upper {
      let (value, width) = view.scalar(at: offset)
      if Characters.isSpace(value) {
        if hasWord { number += 1 }
        hasWord = false
      } else if !hasWord, Characters.isWord(value) {
        hasWord = true
      }
      offset += width
    }
    return number + (hasWord ? 1 : 0)
  }

  private static let english = Set(
    [
      "the", "of", "and", "to", "in", "for", "that", "is", "on", "with", "by", "as", "are", "was", "at", "from", "it",
      "this", "be",
      "have", "has", "will", "their", "they", "which", "not", "been", "were", "its", "or", "we", "more", "who", "our",
      "he", "she",
      "his", "her", "would", "said", "than", "but", "these", "those", "there", "into", "about", "all", "other",
    ].map { TextView.hash(of: $0) })
}
