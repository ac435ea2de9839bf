/// Weeks by their number, and days of a week told by the week: `week 21`, `week 40 of 2024`, `Tuesday last week`.
extension DateReader {
  func weekNumber(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    guard tokens.isKey(i, .week), i > sentence.lowerBound, i + 1 < limit,
      tokens.isAny(i - 1, .preposition) || tokens.isAny(i - 1, Self.kindsOfWeek),
      let number = tokens.numeral(i + 1)?.plain, (1...53).contains(number)
    else { return nil }
    let next = i + 2
    let (year, end) = self.year(after: next, limit: limit)
    if year == nil, next < limit {
      // "in week 3 of the trial", "week 12 figures", "week 2–4"
      if tokens.isKey(next, .of) || tokens.isDash(next) { return nil }
      if tokens.isWord(next), !tokens.isAny(next, WordClass.phraseEnd), !tokens.isKey(next, .last) { return nil }
    }
    return DatePoint(tokens: i..<(year == nil ? next : end), form: .numberedWeek(number, year: year))
  }

  private static let kindsOfWeek: WordList = ["epidemiological", "calendar", "iso"]

  /// `Tuesday last week`, `Friday next week`: the token behind "week" and which week is meant.
  func weekTail(at i: Int, limit: Int) -> (Int, Int)? {
    guard i + 1 < limit, tokens.isKey(i + 1, .week), !tokens.isCapital(i) else { return nil }
    if tokens.isKey(i, .last) { return (-1, i + 2) }
    return tokens.isKey(i, .this) ? (0, i + 2) : tokens.isKey(i, .next) ? (1, i + 2) : nil
  }

  /// `Monday to Friday`, `Monday–Saturday` without "from": every week.
  func isOpeningHours(_ i: Int, limit: Int) -> Bool {
    func isPair(_ first: Int) -> Bool {
      first >= 0 && first + 2 < limit && tokens.isAny(first, .weekday)
        && (tokens.isKey(first + 1, .to) || tokens.isDash(first + 1)) && tokens.isAny(first + 2, .weekday)
        && tokens.entry(first).weekday == 1 && tokens.entry(first + 2).weekday >= 5
        && !tokens.isKey(first - 1, .from) && !tokens.isAny(first - 1, .month)
        && tokens.kinds[max(0, first - 1)] != .number
        && !(first + 3 < limit && (tokens.kinds[first + 3] == .number || tokens.isAny(first + 3, .month)))
    }
    return isPair(i) || isPair(i - 2)
  }
}
