import IbidTypes

/// One unit, said by its article: `almost an hour`, `under a year`, `a day and a half`, `half a degree`.
extension FigureReader {
  func articled(at i: Int, in sentence: Range<Int>) -> FigureReading? {
    let limit = sentence.upperBound
    let isHalf = tokens.isKey(i, .half)
    let article = isHalf ? i + 1 : i
    guard tokens.isKey(article, .a) || tokens.isKey(article, .an), article + 1 < limit, tokens.isWord(article + 1)
    else { return hyphenedHalf(at: i, limit: limit) }
    let at = tokens.isAny(article + 1, Self.full) ? article + 2 : article + 1
    guard at < limit,
      let (unit, end) = percentagePoint(at, limit: limit) ?? halfPercent(at, isHalf: isHalf, limit: limit)
        ?? singular(at, limit: limit) ?? halfSecond(at, isHalf: isHalf, limit: limit),
      let half = ExactNumber(1, over: 2)
    else { return hyphenedHalf(at: i, limit: limit) }
    func reading(_ value: ExactNumber, _ upper: Int) -> FigureReading {
      FigureReading(tokens: i..<upper, number: i..<upper, ends: Ends(value), unit: unit, subject: nil, lower: i)
    }
    if isHalf { return isDate(end, limit: limit) ? nil : reading(half, end) }
    if tokens.isKey(end, .and), tokens.isKey(end + 1, .a), tokens.isKey(end + 2, .half), end + 2 < limit {
      return isDate(end + 3, limit: limit) ? nil : half.adding(.one).map { reading($0, end + 3) }
    }
    guard !isDate(end, limit: limit) else { return nil }
    // "an hour and 20 minutes"
    let longer = withSmaller(reading(.one, end), limit: limit)
    if longer.tokens.upperBound > end { return longer }
    // Without a bound "a year" is a word of the sentence, "five tonnes a year" what something is counted per.
    let isMeasured =
      unit == "percentage point" || at > article + 1
      || end < limit && tokens.isAny(end, Self.extents)
      || bounds.bounds(around: i..<end, in: sentence).tokens.lowerBound < i
    return isMeasured ? reading(.one, end) : nil
  }

  /// `a half-hour delay`, `a half-mile queue`
  private func hyphenedHalf(at i: Int, limit: Int) -> FigureReading? {
    guard tokens.isKey(i, .half), tokens.isHyphen(i + 1), i + 2 < limit,
      let (unit, end) = singular(i + 2, limit: limit),
      !tokens.isAny(i + 2, Self.parted), let half = ExactNumber(1, over: 2)
    else { return nil }
    return FigureReading(tokens: i..<end, number: i..<end, ends: Ends(half), unit: unit, subject: nil, lower: i)
  }

  /// "half-year results" and "half-century" name a time and a score.
  private static let parted: WordList = ["year", "quarter", "century", "term"]

  private static let full: WordList = ["full"]
  static let extents: WordList = ["deep", "high", "tall", "thick", "wide", "sooner", "longer", "apart"]
  /// What is swum, run or rowed over so many metres: `100m breaststroke`.
  static let distances = WordList(distanceWords.split(separator: " ").map(String.init))
  static let distanceWords =
    "breaststroke freestyle butterfly backstroke medley hurdles hurdle relay sprint dash steeplechase length lengths race"
  static let extentWords = "full deep high tall thick wide sooner longer apart"

  /// "a year ago", "a month later", "a week before": dates.
  private func isDate(_ i: Int, limit: Int) -> Bool {
    i < limit
      && (tokens.isKey(i, .ago) || tokens.isKey(i, .earlier) || tokens.isKey(i, .later) || tokens.isKey(i, .before)
        || tokens.isKey(i, .after) || tokens.isKey(i, .on) || tokens.isHyphen(i))
  }

  private func percentagePoint(_ i: Int, limit: Int) -> (String, Int)? {
    tokens.isKey(i, .percentage) || tokens.isKey(i, .percent)
      ? percent(at: i, limit: limit).flatMap { $0.0 == "percentage point" ? $0 : nil } : nil
  }

  /// `half a percent`, `half a per cent`
  private func halfPercent(_ i: Int, isHalf: Bool, limit: Int) -> (String, Int)? {
    isHalf && tokens.isWord(i) ? percent(at: i, limit: limit) : nil
  }

  /// `half a second`, `half a second later`; not "half a second helping".
  private func halfSecond(_ i: Int, isHalf: Bool, limit: Int) -> (String, Int)? {
    guard isHalf, tokens.isKey(i, .second),
      i + 1 >= limit || !tokens.isWord(i + 1) || tokens.isAny(i + 1, WordClass.phraseEnd)
    else { return nil }
    return ("second", i + 1)
  }

  /// A unit in the singular, by a word of its own.
  func singular(_ i: Int, limit: Int) -> (String, Int)? {
    let entry = tokens.entry(i)
    guard !entry.classes.isDisjoint(with: [.timeUnit, .unit]), entry.classes.isDisjoint(with: [.ordinal, .fraction]),
      tokens.upper(i) - tokens.lower(i) > 2,
      tokens.bytes[tokens.upper(i) - 1] | 0x20 != UInt8(ascii: "s")
    else { return nil }
    return (entry.unit, i + 1)
  }
}
