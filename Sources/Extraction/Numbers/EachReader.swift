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
      if !tokens.isKey(next, .a), !tokens.isAny(next - 1, .preposition), let (unit, _) = unit(at: next, limit: limit) {
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

  private static let latin: WordList = ["se"]

  private static let adverbs: WordTable<String> = [
    "p.a": "year", "p.a.": "year", "monthly": "month", "daily": "day", "weekly": "week", "yearly": "year",
    "hourly": "hour", "nightly": "night",
  ]
}
