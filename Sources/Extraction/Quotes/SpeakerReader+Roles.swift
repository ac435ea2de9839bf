/// What stands behind a name and says what its owner is.
extension SpeakerReader {
  /// What is said after a name: `, head of the flood agency`, `, 49, a nurse`, `, who leads the centre`.
  func explanation(after person: NameReading, in segment: Range<Int>, _ rest: [Range<Int>]) -> Range<Int>? {
    var parts = rest
    // "Jane Doe MP", "Jane Doe (Leeds)", "Ruth Lind, 41": nothing of these is an office.
    while let part = parts.first,
      part.allSatisfy({
        !tokens.isWord($0) || isPostNominal($0) && !tokens.isAny($0, SubjectReader.trades)
          || tokens.isAny($0, .timeUnit)
      })
    {
      parts.removeFirst()
    }
    guard var first = parts.first else { return nil }
    var upper = first.upperBound
    for part in parts.dropFirst() {
      if tokens.isAny(part.lowerBound, .preposition), !tokens.isKey(part.lowerBound, .of) { break }
      if tokens.isAny(part.lowerBound, .pronoun) || isDeed(part.lowerBound) { break }
      upper = part.upperBound
    }
    if tokens.isKey(first.lowerBound, .who), first.count > 2,
      tokens.isAny(first.lowerBound + 1, Self.leading)
    {
      first = first.lowerBound + 1..<first.upperBound
      return first
    }
    let range = first.lowerBound..<min(upper, first.lowerBound + 30)
    if tokens.isAny(first.lowerBound, [.conjunction, .auxiliary, .saying, .speech, .verb, .preposition, .pronoun]) {
      return nil
    }
    // "… as Ann Lee, many observers believe he felt, …"
    if isDeed(first.lowerBound) || first.contains(where: { tokens.isKey($0, .he) || tokens.isKey($0, .she) }) {
      return nil
    }
    let isTrade = first.prefix(4).contains { tokens.isAny($0, SubjectReader.trades) }
    return isOffice(first) || isTrade || tokens.isKey(first.lowerBound, .a) || tokens.isKey(first.lowerBound, .an)
      ? range : nil
  }

  /// "…, issued the statement", "…, urged": what somebody did, and not what somebody is.
  private func isDeed(_ i: Int) -> Bool {
    guard tokens.isWord(i), !tokens.isCapital(i), !tokens.isAny(i, [.office, .personNoun]) else { return false }
    if tokens.isAny(i, [.past, .auxiliary, .saying, .speech]) { return true }
    return tokens.endsInED(i, least: 5) && !tokens.isAny(i, Self.retirees)
  }

  /// What tells an office in a clause: "who leads the centre".
  private static let leading = WordList(leadingWords.split(separator: " ").map(String.init))
  static let leadingWords =
    "leads led heads headed chairs chaired runs ran manages managed directs directed oversees oversaw owns owned founded founds represents teaches advises"

  private static let retirees: WordList = ["retired", "elected", "appointed", "named", "based", "registered"]

  /// "…, the vicar, said", "…, steward at the club, said", "…, for the defence, said": behind the name of a speaker, so that
  /// it tells of them whatever the noun is.
  func apposition(_ rest: [Range<Int>]) -> Range<Int>? {
    guard let part = rest.first(where: { part in part.contains { tokens.isWord($0) && !tokens.isAny($0, .timeUnit) } })
    else { return nil }
    let first = part.lowerBound
    if part.count == 1, tokens.isAny(first, Self.appearing) { return part }
    if tokens.isKey(first, .for), tokens.isKey(first + 1, .the), part.count == 3, tokens.isAny(first + 2, Self.sides) {
      return part
    }
    guard part.count <= 12, tokens.isWord(first), !tokens.isCapital(first) else { return nil }
    if tokens.isKey(first, .the) {
      let isNoun = part.dropFirst().allSatisfy {
        tokens.numeral($0) == nil
          && !tokens.isAny(
            $0, [.timeUnit, .weekday, .month, .ordinal, .auxiliary, .pronoun, .conjunction, .speech, .saying, .adverb])
      }
      return isNoun && part.count > 1 ? part : nil
    }
    // "steward at the club": nouns, and where they are that.
    guard !tokens.isAny(first, WordClass.phraseEnd), !tokens.isAny(first, [.speech, .saying, .timeUnit, .season]) else {
      return nil
    }
    var i = first
    while i < part.upperBound, i < first + 4, tokens.isWord(i), !tokens.isCapital(i),
      !tokens.isAny(i, WordClass.phraseEnd)
    {
      i += 1
    }
    guard i > first, i + 1 < part.upperBound, Self.joints.contains(where: { tokens.isKey(i, $0) }),
      tokens.isKey(i + 1, .the) || tokens.isKey(i + 1, .a) || tokens.isKey(i + 1, .an) || tokens.isCapital(i + 1),
      isPerson(i - 1)
    else { return nil }
    return part
  }

  /// Neither a plural nor a form in -ing or -ed: "weather permitting at noon" is nobody.
  private func isPerson(_ i: Int) -> Bool {
    tokens.upper(i) - tokens.lower(i) >= 4 && !NounPhrases(tokens: tokens).isPlural(i) && !tokens.endsInING(i)
      && !tokens.endsInED(i)
  }

  private static let joints: [Key] = [.at, .of, .for, .with]
  /// What counsel do in court.
  private static let appearing: WordList = ["prosecuting", "defending", "mitigating"]
  /// Whom counsel speak for.
  private static let sides: WordList = [
    "prosecution", "defence", "defense", "crown", "state", "plaintiff", "claimant", "defendant", "appellant",
    "respondent",
  ]
}
