import IbidTypes

/// Signs of tense that a verb does not show by its form.
extension DateAnnotator {
  /// `adjourned to 5 June`, `put the vote back to May`: what was put off lies ahead.
  func isPutOff(to date: Int, from first: Int) -> Bool {
    guard date - 1 > first, tokens.isKey(date - 1, .to) || tokens.isKey(date - 1, .until) else { return false }
    return (max(first, date - 9)..<date - 1).contains { tokens.isAny($0, Self.puttingOff) }
  }

  /// `the last payment is in November`: said of a day to come.
  func isStanding(before date: Int) -> Bool {
    (tokens.isKey(date - 1, .in) || tokens.isKey(date - 1, .on))
      && (tokens.isKey(date - 2, .is) || tokens.isKey(date - 2, .are))
  }

  /// `they meet again on 3 February`, `talks resume in May`: the plural of what has a time of its own to come.
  func isComing(_ i: Int) -> Bool {
    guard tokens.isAny(i, Self.comings), !tokens.isCapital(i) else { return false }
    let next = tokens.isAny(i + 1, .adverb) || tokens.isAny(i + 1, Self.again) ? i + 2 : i + 1
    guard
      tokens.isKey(next, .on) || tokens.isKey(next, .in) || tokens.isAny(next, .weekday) || tokens.isAny(next, .month)
    else { return false }
    return tokens.isKey(i - 1, .they) || tokens.isKey(i - 1, .we) || tokens.isKey(i - 1, .and)
      || tokens.isAny(i, Self.returns) || NounPhrases(tokens: tokens).isPlural(i - 1)
  }

  /// `the bank cut rates in June`: a verb whose past is no other word, behind one who would do so today with an -s.
  func isUnchanged(_ i: Int) -> Bool {
    guard tokens.isAny(i, Self.unchanged), !tokens.isCapital(i), tokens.isWord(i - 1) else { return false }
    if tokens.isKey(i - 1, .he) || tokens.isKey(i - 1, .she) || tokens.isKey(i - 1, .it) { return true }
    return tokens.isSpaced(i) && !NounPhrases(tokens: tokens).isPlural(i - 1)
      && !tokens.isAny(i - 1, [.determiner, .preposition, .auxiliary, .future, .pronoun, .conjunction, .adverb])
      && tokens.isWord(i + 1) && !tokens.isAny(i + 1, [.preposition, .auxiliary, .conjunction])
  }

  private static let puttingOff = WordList(puttingOffWords.split(separator: " ").map(String.init))
  private static let comings = WordList(comingWords.split(separator: " ").map(String.init))
  private static let unchanged = WordList(unchangedWords.split(separator: " ").map(String.init))
  private static let returns: WordList = ["returns", "meets"]
  private static let again: WordList = ["again"]
  static let puttingOffWords =
    "adjourned postponed deferred rescheduled delayed remanded brought pushed put adjourn postpone defer reschedule delay"
  static let comingWords = "meet meets return returns resume start begin open close end expire reopen convene"
  static let unchangedWords = "cut hit set shut let quit again"
}
