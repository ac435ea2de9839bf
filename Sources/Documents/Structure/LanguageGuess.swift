import IbidSource

/// Counts words, which are runs between white space that hold a letter or digit, and tells English from other languages by
/// the share of its commonest words.
enum LanguageGuess {
  /// Of the words of English prose, four in ten are among the commonest below, of tables and lists one in ten; texts in
  /// other languages hold more of their own than of these.
  private static let leastShare = 0.06

  static func read(_ span: ByteSpan, in view: TextView) -> (language: DocumentLanguage, words: Int) {
    var letters = 0
    var common = 0
    var foreign = 0
    var (runs, last) = (0, span.lower)
    let (commonest, englishCount) = (commonest, english.count)
    let words = view.words(in: span)
    for place in words.indices {
      let word = words[place]
      if runs == 0 || holdsSpace(ByteSpan(last, word.span.lower), view) { runs += 1 }
      last = word.span.upper
      if word.hasDigit { continue }
      letters += 1
      if let found = commonest.place(of: word.hash) {
        if found < englishCount { common += 1 } else { foreign += 1 }
      }
    }
    let isEnglish =
      letters < 8
      ? common > 0 || foreign == 0 && view.bytes[span.range].allSatisfy { $0 < 0x80 }
      : common > foreign && Double(common) >= leastShare * Double(letters)
    return (isEnglish && letters > 0 ? .english : .other, runs)
  }

  /// Whether what stands between two words parts them; a hyphen or an apostrophe does not.
  private static func holdsSpace(_ gap: ByteSpan, _ view: TextView) -> Bool {
    var offset = gap.lower
    if offset < gap.upper, view.bytes[offset] == 0x20 { return true }
    while offset < gap.upper {
      let (value, width) = view.scalar(at: offset)
      if Characters.isSpace(value) { return true }
      offset += width
    }
    return false
  }

  /// The commonest words of German, French, Spanish, Italian, Portuguese and Dutch that are no English words.
  private static let others = [
    "der", "die", "das", "und", "den", "dem", "des", "mit", "von", "für", "auf", "ist", "im", "nicht", "ein", "eine",
    "einer", "einen", "zu", "zum", "zur", "sich", "auch", "bei", "nach", "werden", "wurde", "sind", "wie", "aus",
    "als",
    "le", "la", "les", "des", "du", "et", "en", "un", "une", "dans", "que", "qui", "pour", "sur", "par", "au", "aux",
    "est", "plus", "ce", "cette", "avec", "pas", "ont", "sont", "el", "los", "las", "de", "del", "y", "con", "una",
    "por", "se", "para", "su", "al", "lo", "il", "gli", "di", "che", "della", "delle", "nel", "alla", "sono", "è",
    "per", "o", "os", "da", "do", "dos", "das", "um", "uma", "não", "com", "na", "het", "een", "van", "voor",
    "niet", "zijn", "te", "op", "ook", "worden",
  ]

  private static let english = [
    "the", "of", "and", "to", "in", "for", "that", "is", "on", "with", "by", "as", "are", "was", "at", "from", "it",
    "this", "be",
    "have", "has", "will", "their", "they", "which", "not", "been", "were", "its", "or", "we", "more", "who", "our",
    "he", "she",
    "his", "her", "would", "said", "than", "but", "these", "those", "there", "into", "about", "all", "other",
  ]

  /// All of them by their hashes, the English ones first, so that one look tells which a word is of.
  private static let commonest: HashPlaces = {
    let words = english + others
    var places = HashPlaces(count: words.count)
    for (place, word) in words.enumerated() { _ = places.place(of: TextView.hash(of: word), orInsert: place) }
    return places
  }()
}
