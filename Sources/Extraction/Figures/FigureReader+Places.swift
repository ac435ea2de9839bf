import IbidSource

/// More numbers that name: of exits and bays in small letters, scores, coordinates, and names that begin with a count.
extension FigureReader {
  /// `from bay 4 to bay 11.`, `near exit 12`, `Bus route 73 was`: a small noun right before a plain number that counts nothing.
  func isLowLabelled(_ number: NumberReading, in sentence: Range<Int>) -> Bool {
    let (i, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    let noun = i - 1
    guard noun > sentence.lowerBound, tokens.isSpaced(i), number.power == 0, number.letterPower == nil,
      let numeral = tokens.numeral(i), numeral.plain != nil, numeral.digits <= 4, isLabelNoun(noun),
      !tokens.isDash(end), !tokens.isKey(end, .to) || isSame(noun, end + 1), !tokens.isSymbol(end, "+"),
      isUncounted(end, in: sentence)
    else { return false }
    let isClosed =
      end >= sentence.upperBound || isClauseEnd(end) || tokens.isAny(end, [.preposition, .conjunction, .weekday])
    if isClosed, !tokens.isKey(end, .of) {
      // "to save 12." has a verb there, "to bay 11" the noun of "from bay 4".
      let isJoint = tokens.isKey(noun - 1, .to) || tokens.isKey(noun - 1, .and) || tokens.isKey(noun - 1, .or)
      if isJoint {
        return tokens.isAny(noun, .numbered) && !tokens.isKey(noun - 1, .to) || isSaidBefore(noun, in: sentence)
      }
      return tokens.isAny(noun - 1, Self.labelLeads)
        || tokens.isAny(noun, .numbered) && tokens.isAny(noun - 1, .determiner)
    }
    // "the clinic at gate 12 has": an auxiliary behind the number of a place.
    if tokens.isAny(end, .auxiliary), tokens.isAny(noun, .numbered), tokens.isAny(noun - 1, Self.placeLeads) {
      return true
    }
    // "Bus route 73 was diverted"; "on that day 12 were hurt" counts.
    return tokens.isAny(noun, .numbered) && noun - 1 == sentence.lowerBound
      && !tokens.isAny(noun - 1, WordClass.phraseEnd)
      && !tokens.isAny(noun - 1, .ordinal)
  }

  /// "from bay 4 to bay 11": the noun stands before the number just before.
  private func isSaidBefore(_ noun: Int, in sentence: Range<Int>) -> Bool {
    noun - 3 >= sentence.lowerBound && tokens.numeral(noun - 2) != nil && isSame(noun, noun - 3)
  }

  private func isSame(_ word: Int, _ other: Int) -> Bool {
    tokens.isWord(other)
      && tokens.bytes[tokens.span(word).range].elementsEqual(tokens.bytes[tokens.span(other).range])
  }

  /// A noun in small letters and in the singular, as far as its form tells.
  private func isLabelNoun(_ i: Int) -> Bool {
    guard phrases.isPhraseWord(i), !tokens.isCapital(i), !tokens.endsInED(i), !tokens.endsInLY(i),
      !tokens.isAny(
        i, [.past, .rise, .fall, .scale, .scalePlural, .cardinal, .ordinal, .fraction, .unit, .season, .speech]),
      !tokens.isAny(i, Self.leading)
    else { return false }
    let (upper, width) = (tokens.upper(i), tokens.upper(i) - tokens.lower(i))
    guard width >= 3, let last = tokens.bytes[..<upper].last else { return false }
    let isParticiple = width > 4 && tokens.bytes[(upper - 3)..<upper].elementsEqual("ing".utf8)
    return last != UInt8(ascii: "s") && !isParticiple
  }

  private static let placeLeads: WordList = ["from", "near", "at", "via", "past", "off", "outside"]
  private static let labelLeads: WordList = [
    "from", "near", "at", "in", "into", "onto", "between", "via", "past", "off", "outside", "by", "on",
    "inside", "beside", "behind", "towards", "toward",
  ]
  /// Before a number these tell how it is meant.
  private static let leading = WordList(leadingWords.split(separator: " ").map(String.init))
  static let leadingWords =
    "total average best worst present first fact particular example general record date noon midday midnight dawn dusk public age aged nearly some zero mere exact estimated roughly circa approx capacity minimum maximum number summer winter spring autumn least most hit put cut reach score count"

  /// `won 31 to 24`, `245 for 6`, `odds of 100 to 1`: two numbers of one score.
  func isScore(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    if tokens.isKey(end, .to) || tokens.isKey(end, .for), let first = tokens.numeral(i)?.plain,
      let second = tokens.numeral(end + 1)?.plain, first > second, end + 1 < sentence.upperBound,
      isUncounted(end + 2, in: sentence)
    {
      if tokens.isKey(end, .for) { return second <= 10 && first >= 10 }
      if tokens.isKey(i - 1, .from) || isMoved(before: i, in: sentence) { return false }
      return second == 1 || hasScoring(before: i, in: sentence)
    }
    guard tokens.isKey(i - 1, .to) || tokens.isKey(i - 1, .for), i - 2 >= sentence.lowerBound,
      let first = tokens.numeral(i - 2)?.plain, let second = tokens.numeral(i)?.plain, first > second,
      isUncounted(end, in: sentence)
    else { return false }
    if tokens.isKey(i - 1, .for) { return second <= 10 && first >= 10 }
    if tokens.isKey(i - 3, .from) || isMoved(before: i - 2, in: sentence) { return false }
    return second == 1 || hasScoring(before: i - 2, in: sentence)
  }

  private func hasScoring(before i: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, i - 3)..<i).contains { tokens.isAny($0, Self.scoring) }
  }

  private static let scoring: WordList = ["won", "win", "wins", "beat", "lost", "lose", "led", "lead", "odds", "ratio"]

  /// `51.5074, -0.1278`, `12°34'N`: where something is.
  func isPlaceOnEarth(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    guard let numeral = tokens.numeral(i) else { return false }
    if numeral.decimals >= 3, numeral.digits <= 3 {
      let comma = end
      let second = tokens.isDash(comma + 1) ? comma + 2 : comma + 1
      if tokens.isSymbol(comma, ","), tokens.numeral(second)?.decimals ?? 0 >= 3 { return true }
      let sign = tokens.isDash(i - 1) ? i - 2 : i - 1
      if tokens.isSymbol(sign, ","), tokens.numeral(sign - 1)?.decimals ?? 0 >= 3 { return true }
    }
    // 12°34'N and the minutes of it
    if tokens.isSymbol(end, "°") || tokens.isSymbol(end, "º") {
      return end + 1 < sentence.upperBound && tokens.numeral(end + 1) != nil && !tokens.isSpaced(end + 1)
    }
    return (tokens.isSymbol(i - 1, "°") || tokens.isSymbol(i - 1, "º")) && !tokens.isSpaced(i)
      && tokens.numeral(i - 2) != nil
  }

  /// `iPhone`, `macOS`: a small letter first and a capital inside.
  func hasInnerCapital(_ i: Int) -> Bool {
    // Of a text in capitals the words count as small.
    guard tokens.isWord(i), !tokens.isCapital(i), tokens.bytes[tokens.lower(i)] >= 0x61 else { return false }
    return tokens.bytes[tokens.lower(i)..<tokens.upper(i)].contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// `Six Nations`, `Three Mile Island`, `Five Rivers Council`: names that begin with a number and a sentence.
  func isNamedByCount(_ i: Int, _ end: Int, limit: Int) -> Bool {
    guard tokens.isCapital(i), tokens.isAny(i, .cardinal), end < limit, tokens.isWord(end), tokens.isCapital(end),
      tokens.flags[end].isDisjoint(with: .allCapitals), tokens.isSpaced(end)
    else { return false }
    if tokens.isAny(end, Self.named) { return true }
    return end + 1 < limit && tokens.isCapital(end + 1) && tokens.isAny(end + 1, [.placeHead, .orgHead])
      && !phrases.isPlural(end + 1) && !tokens.isAny(end, .demonym)
      // "Three Royal Navy ships"
      && !phrases.isPlural(end + 2) && !phrases.isPlural(end + 3)
  }

  private static let named = WordList(namedWords.split(separator: " ").map(String.init))
  static let namedWords = "nations sisters eyes wonders dwarfs kingdoms seas kings peaks graces horsemen mile"
}
