/// Whether a sentence says that something rose or fell by a figure, and what.
struct ChangeReader {
  let tokens: Tokens
  let phrases: NounPhrases

  struct Change {
    var isFall: Bool
    var subject: Range<Int>?
  }

  /// The change by the figure at `range` (with its bound words), or nil if it is no change.
  func change(at range: Range<Int>, isShare: Bool, in sentence: Range<Int>) -> Change? {
    after(range, isShare: isShare, in: sentence) ?? before(range, isShare: isShare, in: sentence)
  }

  /// `a 25% increase in returns`, `5% fewer`, `12% lower`.
  private func after(_ range: Range<Int>, isShare: Bool, in sentence: Range<Int>) -> Change? {
    let limit = sentence.upperBound
    var i = isShare ? behindOther(range.upperBound, limit: limit) : range.upperBound
    // "3,000 students drop out" tells no fall, "a 300-tonne drop in" does.
    if !isShare, tokens.isAny(i, .changeNoun), tokens.isWord(i + 1), i + 1 < limit,
      !tokens.isAny(i + 1, [.preposition, .conjunction, .auxiliary]) || tokens.isKey(i + 1, .out)
        || tokens.isKey(i + 1, .off)
    {
      return nil
    }
    let first = i
    // "25 per cent year-on-year increase"
    let last = min(limit, i + 4)
    while i < last, !tokens.isAny(i, .changeNoun) {
      guard phrases.isPhraseWord(i) || tokens.isDash(i) || (i == first && isComparison(i)) else {
        return nil
      }
      if isComparison(i), isShare {
        return Change(isFall: tokens.isAny(i, .fall) || tokens.isKey(i, .fewer) || tokens.isKey(i, .less), subject: nil)
      }
      i += 1
    }
    guard i < last, isShare || i == first else { return nil }
    let subject = tokens.isKey(i + 1, .in) || tokens.isKey(i + 1, .of) ? phrases.measured(at: i + 2, limit: limit) : nil
    return Change(isFall: tokens.isAny(i, .fall), subject: subject)
  }

  /// Past `($4 million)` and `and 42 per cent` of "a 9 per cent ($4 million) decrease", "a 52 per cent and 42 per cent cut".
  private func behindOther(_ i: Int, limit: Int) -> Int {
    let stop = min(limit, i + 9)
    if tokens.isSymbol(i, "("), i < stop {
      var close = i + 1
      while close < stop, !tokens.isSymbol(close, ")") { close += 1 }
      return close < stop && tokens.isAny(close + 1, .changeNoun) ? close + 1 : i
    }
    guard tokens.isKey(i, .and) || tokens.isKey(i, .or), i + 2 < limit, tokens.kinds[i + 1] == .number else { return i }
    if tokens.isSymbol(i + 2, "%") || tokens.isKey(i + 2, .percent) { return i + 3 }
    return tokens.isKey(i + 2, .per) && tokens.isKey(i + 3, .cent) ? i + 4 : i
  }

  private static let comparatives: WordList = ["higher", "lower"]

  private func isComparison(_ i: Int) -> Bool {
    tokens.isKey(i, .more) || tokens.isKey(i, .less) || tokens.isKey(i, .fewer)
      || tokens.isAny(i, Self.comparatives)
  }

  /// `fell by 5%`, `an increase of 147%`, `down 90%`, `reducing crossings by a third`.
  private func before(_ range: Range<Int>, isShare: Bool, in sentence: Range<Int>) -> Change? {
    var i = range.lowerBound - 1
    // "by an average of", "by a further"
    var skipped = 0
    while i > sentence.lowerBound, skipped < 4,
      tokens.isKey(i, .of) && tokens.isKey(i - 1, .average) || tokens.isKey(i, .average) || tokens.isKey(i, .a)
        || tokens.isKey(i, .an) || tokens.isKey(i, .further)
    {
      i -= 1
      skipped += 1
    }
    guard i >= sentence.lowerBound else { return nil }
    if tokens.isKey(i, .by) { return verb(before: i, in: sentence) }
    if tokens.isKey(i, .of), tokens.isAny(i - 1, .changeNoun), i - 1 >= sentence.lowerBound {
      let subject =
        tokens.isKey(range.upperBound, .in)
        ? phrases.measured(at: range.upperBound + 1, limit: sentence.upperBound) : nil
      return Change(isFall: tokens.isAny(i - 1, .fall), subject: subject)
    }
    // "a drop in arrivals of 12%"
    if tokens.isKey(i, .of), isShare {
      let stop = max(sentence.lowerBound, i - 7)
      var noun = i - 1
      while noun >= stop, tokens.isWord(noun) {
        if tokens.isAny(noun, .changeNoun), tokens.isKey(noun + 1, .in) {
          return Change(isFall: tokens.isAny(noun, .fall), subject: phrases.measured(at: noun + 2, limit: i))
        }
        noun -= 1
      }
      return nil
    }
    // "rose 5%", "down 90%": counts need "by", or "down 300 boats" is a place.
    guard isShare, tokens.isAny(i, [.rise, .fall]), !tokens.isAny(i, Self.comparatives)
    else { return nil }
    if tokens.isKey(i, .up) || tokens.isKey(i, .down), tokens.isAny(i - 1, .verb), !tokens.isAny(i - 1, .auxiliary),
      i > sentence.lowerBound
    {
      return nil
    }
    return Change(isFall: tokens.isAny(i, .fall), subject: subject(before: i, in: sentence))
  }

  /// The verb that "by" belongs to, with what it moves: its object, else its subject.
  private func verb(before by: Int, in sentence: Range<Int>) -> Change? {
    let stop = max(sentence.lowerBound, by - 16)
    var i = by - 1
    while i >= stop {
      if tokens.kinds[i] == .number || tokens.isSymbol(i, ";") { return nil }
      if tokens.isAny(i, [.rise, .fall]),
        !tokens.isAny(i, .preposition) || tokens.isKey(i, .up) || tokens.isKey(i, .down)
      {
        let isFall = tokens.isAny(i, .fall)
        let object = i + 1 < by ? phrases.measured(at: i + 1, limit: by, words: 14) : nil
        return Change(isFall: isFall, subject: object ?? subject(before: i, in: sentence))
      }
      i -= 1
    }
    return nil
  }

  /// What stands before the verb: `arrivals have fallen` → `arrivals`.
  private func subject(before verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    var i = verb
    while i > sentence.lowerBound, tokens.isAny(i - 1, [.auxiliary, .adverb]) { i -= 1 }
    return phrases.measured(before: i, from: sentence.lowerBound)
  }
}
