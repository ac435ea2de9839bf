import IbidTypes

/// Months that stand alone.
extension DateReader {
  /// Whether the name of a month stands for the month: "in May", not "May the …" nor "April Jones".
  func isMonthAlone(_ i: Int, in sentence: Range<Int>) -> Bool {
    if tokens.isAny(i, .monthAbbreviation) { return false }
    // "March Road"
    if i + 1 < sentence.upperBound, tokens.isCapital(i + 1), tokens.isSpaced(i + 1), tokens.isAny(i + 1, .placeHead) {
      return false
    }
    let before = i - 1
    // "Ann May-Lee": a name with two parts.
    if tokens.isHyphen(i + 1), tokens.isCapital(i + 2), !tokens.isSpaced(i + 1), !tokens.isAny(i + 2, .month),
      tokens.isWord(before), tokens.isCapital(before)
    {
      return false
    }
    // "edited by April Janssen", "May D. Isaacs": somebody's name.
    if tokens.isWord(i + 1), tokens.isCapital(i + 1), i + 1 < sentence.upperBound, tokens.isSpaced(i + 1) {
      if tokens.isSymbol(i + 2, "."), tokens.upper(i + 1) - tokens.lower(i + 1) == 1 { return false }
      if tokens.isKey(before, .by) || tokens.isKey(before, .with), tokens.details[i + 1] == 0 { return false }
    }
    let isLedIn =
      before >= sentence.lowerBound
      && (tokens.isAny(before, [.preposition]) || tokens.isAny(before, Self.leadIns)
        || (tokens.isHyphen(before) && tokens.isKey(before - 1, .mid)))
    if isLedIn { return true }
    let next = i + 1
    if tokens.isAny(i, .doubtfulMonth) {
      // "the May projections", but "the May government"
      return tokens.isKey(before, .the) && before >= sentence.lowerBound && next < sentence.upperBound
        && tokens.isAny(next, Self.issues) && !tokens.isCapital(next)
    }
    guard next < sentence.upperBound else { return true }
    return !(tokens.isWord(next) && tokens.isCapital(next) && tokens.isSpaced(next))
  }

  private static let leadIns: WordList = [
    "last", "next", "this", "early", "late", "mid", "every", "each", "and", "previous", "following", "until", "till",
    "or", "to", "coming",
  ]

  /// What comes out once a month or has a month to its name.
  static let issues = WordList(issueWords.split(separator: " ").map(String.init))
  static let issueWords =
    "projection projections forecast forecasts estimate estimates figures report survey release reading readings statement outlook minutes data"
}
