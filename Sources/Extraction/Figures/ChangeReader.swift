/// Whether a sentence says that something rose or fell by a figure, and what.
struct ChangeReader {
  let tokens: Tokens
  let phrases: NounPhrases

  struct Change {
    var isFall: Bool
    var subject: Range<Int>?
  }

  /// The change by the figure at `range` (with its bound words), or nil if it is no change. `isShare` is for shares, points and
  /// multiples, `isBare` for a number without a noun.
  func change(at range: Range<Int>, isShare: Bool, isTimes: Bool, isBare: Bool, in sentence: Range<Int>) -> Change? {
    after(range, isShare: isShare, isTimes: isTimes, in: sentence)
      ?? before(range, isShare: isShare, isBare: isBare, in: sentence)
  }

  /// `a 25% increase in returns`, `5% fewer`, `12% lower`.
  private func after(_ range: Range<Int>, isShare: Bool, isTimes: Bool, in sentence: Range<Int>) -> Change? {
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
      guard
        phrases.isPhraseWord(i) || tokens.isDash(i) || tokens.isAny(i, Self.nouns) || (i == first && isComparison(i))
      else {
        return nil
      }
      if isComparison(i), isShare {
        // "three times more likely" and "12 per cent more likely" compare two things.
        guard !isTimes, !tokens.isAny(i + 1, Self.likely) else { return nil }
        return Change(
          isFall: tokens.isAny(i, .fall) || tokens.isKey(i, .fewer) || tokens.isKey(i, .less),
          subject: i == first ? subject(ofLevelAt: range.lowerBound, in: sentence) : nil)
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
  /// Verbs elsewhere: "a 4 per cent pay rise".
  private static let nouns: WordList = ["pay", "use", "cost", "work"]
  private static let likely: WordList = ["likely", "unlikely", "expensive", "efficient", "effective"]

  private func isComparison(_ i: Int) -> Bool {
    tokens.isKey(i, .more) || tokens.isKey(i, .less) || tokens.isKey(i, .fewer)
      || tokens.isAny(i, Self.comparatives)
  }

  /// `fell by 5%`, `an increase of 147%`, `down 90%`, `reducing crossings by a third`, `fell just 12 per cent`.
  private func before(_ range: Range<Int>, isShare: Bool, isBare: Bool, in sentence: Range<Int>) -> Change? {
    let i = lead(before: range.lowerBound, from: sentence.lowerBound)
    guard i >= sentence.lowerBound else { return nil }
    if tokens.isKey(i, .by) { return verb(before: i, isCount: !isShare && !isBare, in: sentence) }
    if tokens.isKey(i, .of), tokens.isAny(i - 1, .changeNoun), i - 1 >= sentence.lowerBound {
      let subject =
        tokens.isKey(range.upperBound, .in)
        ? phrases.measured(at: range.upperBound + 1, limit: sentence.upperBound) : nil
      return Change(isFall: tokens.isAny(i - 1, .fall), subject: subject)
    }
    // "a drop in arrivals of 12%", "put the drop in arrivals at 12%"
    if isShare, tokens.isKey(i, .of) || tokens.isKey(i, .at) {
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
    // "fell 12,000 to 450,000": of bare numbers only behind verbs that take no object.
    let isDirect = isShare ? tokens.isAny(i, [.rise, .fall]) : isBare && tokens.isAny(i, Self.selfMoving)
    guard isDirect, !tokens.isAny(i, Self.comparatives) else { return nil }
    // "went down 12%", but "broke down 12%"
    if tokens.isKey(i, .up) || tokens.isKey(i, .down), tokens.isAny(i - 1, .verb),
      !tokens.isAny(i - 1, .auxiliary), !tokens.isAny(i - 1, Self.movers), i > sentence.lowerBound
    {
      return nil
    }
    guard !isDenied(i, in: sentence) else { return nil }
    return Change(isFall: tokens.isAny(i, .fall), subject: subject(before: i, in: sentence))
  }

  /// The token that what leads to an amount follows: past "just", "by another", "a record", "an average of", "on average".
  func lead(before lower: Int, from start: Int) -> Int {
    var i = lower - 1
    for _ in 0..<4 where i > start {
      if tokens.isAny(i, Self.degrees) {
        i -= 1
      } else if tokens.isKey(i, .average), tokens.isKey(i - 1, .on) {
        i -= 2
      } else if tokens.isKey(i, .of), tokens.isKey(i - 1, .average) || tokens.isKey(i - 1, .total) {
        i -= 2
      } else if tokens.isKey(i, .a) || tokens.isKey(i, .an) {
        i -= 1
      } else if let article = article(before: i, from: start) {
        i = article - 1
      } else {
        break
      }
    }
    return i
  }

  /// The article of "a record", "a seasonally adjusted": at most two words before `i` and `i` itself.
  private func article(before i: Int, from start: Int) -> Int? {
    var at = i
    while at > max(start, i - 3) {
      if tokens.isKey(at, .a) || tokens.isKey(at, .an) { return at < i ? at : nil }
      guard tokens.isWord(at), !tokens.isAny(at, [.preposition, .conjunction, .pronoun, .auxiliary, .determiner]),
        !tokens.isAny(at, .changeNoun)
      else { return nil }
      at -= 1
    }
    return at >= start && (tokens.isKey(at, .a) || tokens.isKey(at, .an)) && at < i ? at : nil
  }

  /// The verb that "by" belongs to, with what it moves: its object, else its subject. A count behind the "by" of another
  /// participle ("was flown by two pilots") tells who did it.
  private func verb(before by: Int, isCount: Bool, in sentence: Range<Int>) -> Change? {
    if isCount, isOtherParticiple(by - 1) { return nil }
    let stop = max(sentence.lowerBound, by - 16)
    var i = by - 1
    while i >= stop {
      if tokens.kinds[i] == .number || tokens.isSymbol(i, ";") { return nil }
      if tokens.isAny(i, [.rise, .fall]),
        !tokens.isAny(i, .preposition) || tokens.isKey(i, .up) || tokens.isKey(i, .down)
      {
        guard !isDenied(i, in: sentence) else { return nil }
        let isFall = tokens.isAny(i, .fall)
        let object = i + 1 < by ? object(at: i + 1, limit: by) : nil
        return Change(isFall: isFall, subject: object ?? subject(before: i, in: sentence))
      }
      i -= 1
    }
    return nil
  }

  private func isOtherParticiple(_ i: Int) -> Bool {
    tokens.isWord(i) && (tokens.endsInED(i) || tokens.isAny(i, [.verb, .past])) && !tokens.isAny(i, [.rise, .fall])
      && !tokens.isAny(i, Self.movers)
  }

  /// What a verb moves: `cut road deaths`; not "year on year" and "sharply".
  private func object(at i: Int, limit: Int) -> Range<Int>? {
    guard !tokens.isAny(i, .timeUnit), let object = phrases.measured(at: i, limit: limit, words: 14),
      object.count > 1 || !tokens.endsInLY(object.lowerBound)
    else { return nil }
    return object
  }

  /// "did not rise", "have never fallen": what is denied is no change.
  private func isDenied(_ verb: Int, in sentence: Range<Int>) -> Bool {
    var i = verb - 1
    let stop = max(sentence.lowerBound, verb - 4)
    while i >= stop {
      if tokens.isKey(i, .not) || tokens.isKey(i, .never) || tokens.kinds[i] == .clitic && tokens.isKey(i, .t) {
        return true
      }
      guard tokens.isAny(i, [.auxiliary, .adverb]) || tokens.isKey(i, .to) || tokens.isAny(i, Self.movers) else {
        return false
      }
      i -= 1
    }
    return false
  }

  /// A verb like "doubled" at a figure of its own: what it changed, its object or its subject; nil if it is denied.
  func ofMultiple(_ range: Range<Int>, isFall: Bool, in sentence: Range<Int>) -> Change? {
    let verb = range.upperBound - 1
    guard !isDenied(range.lowerBound, in: sentence) else { return nil }
    let next = range.upperBound
    let object =
      next < sentence.upperBound && tokens.isAny(next, .determiner) && !tokens.isAny(next + 1, .timeUnit)
      ? phrases.measured(at: next, limit: sentence.upperBound) : nil
    let at = tokens.isAny(range.lowerBound - 1, [.rise, .fall]) ? range.lowerBound - 1 : range.lowerBound
    return Change(isFall: isFall, subject: object ?? (tokens.isWord(verb) ? subject(before: at, in: sentence) : nil))
  }
}
