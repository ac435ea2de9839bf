/// What rose, fell or stands somewhere: the phrase before the verb.
extension ChangeReader {
  /// What stands before the verb: `arrivals have fallen` → `arrivals`, `bills are expected to rise` → `bills`.
  func subject(before verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    let first = sentence.lowerBound
    var i = verb
    // "pushed absences up": what stands between is moved.
    if tokens.isKey(verb, .up) || tokens.isKey(verb, .down), let object = pushed(before: verb, from: first) {
      return object
    }
    for _ in 0..<6 where i > first {
      if tokens.isAny(i - 1, [.auxiliary, .adverb]) || tokens.isAny(i - 1, Self.movers)
        || tokens.endsInLY(i - 1) && !tokens.isCapital(i - 1)
      {
        i -= 1
      } else if tokens.isKey(i - 1, .to), i - 2 > first, tokens.isAny(i - 2, Self.toCome) {
        i -= 2
      } else if tokens.isKey(i - 1, .to), i - 2 >= first, phrases.isPlural(i - 2) {
        // "want loans to rise"
        return phrases.subject(before: i - 1, from: first)
      } else {
        break
      }
    }
    // "arrivals, which fell"
    if tokens.isKey(i - 1, .which) || tokens.isKey(i - 1, .that), tokens.isSymbol(i - 2, ","), i - 2 > first {
      i -= 2
    }
    return phrases.subject(before: i, from: first)
  }

  private func pushed(before small: Int, from first: Int) -> Range<Int>? {
    let stop = max(first, small - 10)
    var i = small - 1
    while i > stop {
      if tokens.isAny(i, Self.pushing) { return i + 1 < small ? phrases.measured(at: i + 1, limit: small) : nil }
      guard phrases.isPhraseWord(i) || tokens.isAny(i, .determiner) || tokens.isKey(i, .of) || tokens.isHyphen(i) else {
        return nil
      }
      i -= 1
    }
    return nil
  }

  /// What stands at a level: `Turnout was 62 per cent`, `the list stands at 62,000`, `the number of farms is 4,500`, `rates
  /// rose from 4.1 to 4.6 per cent`.
  func subject(ofLevelAt lower: Int, in sentence: Range<Int>) -> Range<Int>? {
    let first = sentence.lowerBound
    var i = lead(before: lower, from: first)
    while i > first, tokens.isAny(i, .adverb) { i -= 1 }
    guard i > first else { return nil }
    // "rose from 4.1 to 4.6": past the first of the two.
    if tokens.isKey(i, .to) {
      var at = i - 1
      let stop = max(first, i - 5)
      while at > stop,
        tokens.kinds[at] == .number || tokens.isSymbol(at, "%") || tokens.isKey(at, .per)
          || tokens.isKey(at, .cent) || tokens.isKey(at, .percent) || tokens.isAny(at, [.cardinal, .scale])
      { at -= 1 }
      if at < i - 1, tokens.isKey(at, .from) { i = at }
    }
    let isJoined = tokens.isKey(i, .to) || tokens.isKey(i, .at) || tokens.isKey(i, .from)
    if isJoined {
      i -= 1
      // "fell, sharply, to", "rose by 12 per cent to": what came between hides the verb.
      guard i > first,
        tokens.isAny(i, [.rise, .fall]) || tokens.isAny(i, Self.standing) || tokens.isAny(i, Self.movers)
      else { return nil }
    } else {
      guard tokens.isAny(i, Self.being) || tokens.isAny(i, Self.standing) else { return nil }
    }
    return subject(before: i, in: sentence)
  }

  /// Verbs beside "up" and "down", and before "higher": `crept up`, `went down`.
  static let movers = WordList(ChangeWords.movers.split(separator: " ").map(String.init))
  /// Verbs of change that take no object.
  static let selfMoving = WordList(ChangeWords.selfMoving.split(separator: " ").map(String.init))
  /// What stands between a verb of change and its amount and says nothing of either.
  static let degrees = WordList(ChangeWords.degrees.split(separator: " ").map(String.init))
  private static let toCome = WordList(ChangeWords.toCome.split(separator: " ").map(String.init))
  private static let pushing = WordList(ChangeWords.pushing.split(separator: " ").map(String.init))
  private static let standing = WordList(ChangeWords.standing.split(separator: " ").map(String.init))
  private static let being: WordList = ["is", "are", "was", "were", "be", "been"]
}
