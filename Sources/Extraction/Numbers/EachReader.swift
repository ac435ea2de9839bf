import IbidTypes

/// Reads what a number is per: `a year`, `per day`, `annually`, `/month`, `-a-year`.
struct EachReader {
  let tokens: Tokens

  /// The unit that the number ending before token `i` is counted per; looks on to the end of the clause for "each year".
  /// `isPrice` is for money, where any noun may follow at once: "£1.9m a block".
  func each(after i: Int, limit: Int, isPrice: Bool = false) -> String? {
    if let (unit, _) = unit(at: i, limit: limit, isPrice: isPrice) { return unit }
    var next = i
    let last = min(limit, i + 10)
    while next < last {
      if tokens.kinds[next] == .number { return nil }
      if tokens.kinds[next] == .symbol, !tokens.isHyphen(next) { return nil }
      // "compete for every place", "at a yearly premium"
      let isOther =
        tokens.isKey(next, .a) || tokens.isKey(next, .for) || tokens.isAny(next - 1, .preposition)
        || tokens.value(next, in: Self.adverbs) != nil && tokens.isWord(next + 1) && !tokens.isAny(next + 1, .phraseEnd)
      if !isOther, let (unit, _) = unit(at: next, limit: limit) {
        return unit
      }
      next += 1
    }
    return nil
  }

  /// The unit at token `i`, and the token after it.
  func unit(at i: Int, limit: Int, isPrice: Bool = false) -> (String, Int)? {
    guard i < limit else { return nil }
    if tokens.isKey(i, .annually) { return ("year", i + 1) }
    // "for each school", "for every 1,000 births"
    if tokens.isKey(i, .for), i + 2 < limit, tokens.isKey(i + 1, .each) || tokens.isKey(i + 1, .every) {
      return shared(at: i + 2, limit: limit)
    }
    // "450 per square mile", "per annum"
    if tokens.isKey(i, .per), i + 1 < limit {
      if let unit = tokens.value(i + 1, in: Self.latinUnits) { return (unit, i + 2) }
      if tokens.isAny(i + 1, Self.unitKinds), i + 2 < limit, tokens.isAny(i + 2, .unit) {
        return (tokens.line(i + 1..<i + 3), i + 3)
      }
    }
    if let unit = tokens.value(i, in: Self.adverbs) { return (unit, i + 1) }
    // "a £3-million-a-year scheme"
    if tokens.isHyphen(i), i + 3 < limit, tokens.isKey(i + 1, .a) || tokens.isKey(i + 1, .per), tokens.isHyphen(i + 2),
      tokens.isAny(i + 3, .timeUnit)
    {
      return (tokens.entry(i + 3).unit, i + 4)
    }
    // "5 deaths per 100,000 people", "3.2 per 1,000 births"
    if tokens.isKey(i, .per), i + 1 < limit, let group = tokens.numeral(i + 1)?.value, group >= ExactNumber(10) {
      let hasNoun = i + 2 < limit && tokens.isWord(i + 2) && !tokens.isAny(i + 2, .phraseEnd)
      return (tokens.line(i + 1..<(hasNoun ? i + 3 : i + 2)), hasNoun ? i + 3 : i + 2)
    }
    // "75 km/h", "120km/h", "3 kg/m²"
    if tokens.isSymbol(i, "/"), i + 1 < limit, !tokens.isSpaced(i), !tokens.isSpaced(i + 1), tokens.isWord(i + 1) {
      if let unit = tokens.value(i + 1, in: Self.short) { return (unit, i + 2) }
      if i + 2 < limit, !tokens.isSpaced(i + 2), tokens.isSymbol(i + 2, "²") || tokens.isSymbol(i + 2, "³") {
        return (tokens.line(i + 1..<i + 3), i + 3)
      }
    }
    let isArticle = tokens.isKey(i, .a) || tokens.isKey(i, .an)
    guard
      isArticle || tokens.isKey(i, .per) || tokens.isKey(i, .each) || tokens.isKey(i, .every)
        || tokens.isSymbol(i, "/"),
      i + 1 < limit, tokens.isWord(i + 1)
    else { return nil }
    let entry = tokens.entry(i + 1)
    if entry.classes.contains(.timeUnit) {
      let isAnchor =
        tokens.isKey(i + 2, .ago) || tokens.isKey(i + 2, .earlier) || tokens.isKey(i + 2, .later)
        || tokens.isKey(i + 2, .on)
      return isArticle && isAnchor ? nil : (entry.unit, i + 2)
    }
    if tokens.isSymbol(i, "/"), isPrice || entry.classes.contains(.unit), !tokens.isSpaced(i), !tokens.isSpaced(i + 1) {
      return (tokens.text(i + 1), i + 2)
    }
    if tokens.isKey(i, .per), !tokens.isKey(i + 1, .cent), !tokens.isAny(i + 1, Self.latin),
      entry.classes.isDisjoint(with: [.currencyWord])
    {
      return (tokens.text(i + 1), i + 2)
    }
    if isArticle, tokens.isKey(i + 1, .head) || tokens.isKey(i + 1, .pound) || entry.classes.contains(.unit) {
      return (tokens.text(i + 1), i + 2)
    }
    // "450 passengers a game"
    if isArticle, tokens.isAny(i + 1, Self.shares),
      i + 2 >= limit || !tokens.isWord(i + 2) || tokens.isAny(i + 2, .phraseEnd)
    {
      return (tokens.text(i + 1), i + 2)
    }
    if isArticle, isPrice,
      entry.classes.isDisjoint(with: WordClass.phraseEnd.union([.scale, .fraction, .rise, .fall])),
      !tokens.isCapital(i + 1), i + 2 >= limit || !tokens.isWord(i + 2) || tokens.isAny(i + 2, .phraseEnd)
    {
      return (tokens.text(i + 1), i + 2)
    }
    return nil
  }

  /// Units of time as they stand behind a slash.
  private static let short: WordTable<String> = [
    "h": "hour", "hr": "hour", "hrs": "hour", "s": "second", "sec": "second", "min": "minute", "yr": "year",
    "wk": "week",
    "d": "day",
  ]

  /// The group of "for each school", "for every 1,000 births".
  private func shared(at i: Int, limit: Int) -> (String, Int)? {
    if let group = tokens.numeral(i)?.value {
      guard group >= ExactNumber(10) else { return nil }
      let hasNoun = i + 1 < limit && tokens.isWord(i + 1) && !tokens.isAny(i + 1, .phraseEnd)
      return (tokens.line(i..<(hasNoun ? i + 2 : i + 1)), hasNoun ? i + 2 : i + 1)
    }
    guard tokens.isWord(i), !tokens.isAny(i, .phraseEnd), !tokens.isAny(i, .cardinal) else { return nil }
    let entry = tokens.entry(i)
    if entry.classes.contains(.timeUnit) { return (entry.unit, i + 1) }
    // "for every kilowatt-hour"
    let end = tokens.isHyphen(i + 1) && i + 2 < limit && tokens.isWord(i + 2) ? i + 3 : i + 1
    return (tokens.text(i..<end), end)
  }

  private static let latinUnits: WordTable<String> = ["annum": "year", "diem": "day"]
  private static let unitKinds: WordList = ["square", "cubic"]
  private static let shares = WordList(shareWords.split(separator: " ").map(String.init))
  static let shareWords =
    "game match pupil patient household school class classroom team shift trip session lap set flight visit apiece"
  static let adverbWords = "monthly daily weekly yearly hourly nightly annum diem"

  private static let latin: WordList = ["se"]

  private static let adverbs: WordTable<String> = [
    "p.a": "year", "p.a.": "year", "monthly": "month", "daily": "day", "weekly": "week", "yearly": "year",
    "hourly": "hour", "nightly": "night",
  ]
}
