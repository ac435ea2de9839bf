import IbidTypes

/// Two numbers that are the ends of one value, and those that are two values.
extension FigureReader {
  /// `17 to 40 people`, `5–10%`, `between 300 and 500 tonnes`, `between 18 months and two years`.
  func range(_ first: NumberReading, isBetween: Bool, in sentence: Range<Int>) -> FigureReading? {
    let limit = sentence.upperBound
    let firstUnit =
      percent(at: first.tokens.upperBound, limit: limit) ?? measureUnit(at: first.tokens.upperBound, limit: limit)
    let joint = firstUnit?.1 ?? first.tokens.upperBound
    guard joint + 1 < limit else { return nil }
    let isTo = tokens.isKey(joint, .to)
    guard tokens.isDash(joint) || isTo || tokens.isKey(joint, .or) || (isBetween && tokens.isKey(joint, .and)) else {
      return nil
    }
    let start = first.tokens.lowerBound
    let lead = isTo ? bounds.bounds(around: first.tokens, in: sentence).tokens.lowerBound : start
    // "from 5% to 8%" and "doubled from 5 to 10" tell two values, "ranging from 5 to 8" one.
    if isTo, lead > sentence.lowerBound, tokens.isKey(lead - 1, .from), !tokens.isAny(lead - 2, Self.ranges),
      firstUnit != nil || isMoved(before: lead - 1, in: sentence)
    {
      return nil
    }
    guard let read = numbers.number(at: joint + 1, limit: limit), !read.isVague,
      case let second = scaledIfCounting(read, in: sentence),
      let ends = Ends.range(first, second, isJoined: tokens.isDash(joint))
        ?? inOneUnit(first, firstUnit?.0, second, limit: limit)
    else { return nil }
    if isTo, isAmountAndEnd(lead, ends, hasUnit: firstUnit != nil, after: second, in: sentence) { return nil }
    if tokens.isKey(joint, .or), firstUnit == nil, let low = ends.low, let high = ends.high,
      let gap = high.subtracting(low), gap > low
    {
      return nil
    }
    if isBetween, let mixed = mixedRange(first, firstUnit, second, limit: limit) { return mixed }
    var reading = completed(start..<second.tokens.upperBound, ends, in: sentence, isOne: false)
    if let unit = firstUnit?.0, reading?.unit != unit, reading?.unit != "" { return nil }
    // "rose 28% to 644": a share, and what it came to.
    if isTo, firstUnit?.0 == "percent", reading?.unit == "" { return nil }
    // "three years to 2027"
    if let unit = firstUnit?.0, Unit.isTime(unit), reading?.unit == "" { return nil }
    reading?.lower = isBetween ? start - 1 : start
    return reading
  }

  private static let ranges: WordList = ["range", "ranges", "ranged", "ranging", "vary", "varied", "varying"]

  /// "climbed by 130 to 1,420", "fell 12,000 to 450,000": by how much, and to what. "To rise by 3 to 4 per cent" and
  /// "rose 12 to 15 places" are ranges.
  private func isAmountAndEnd(
    _ lead: Int, _ ends: Ends, hasUnit: Bool, after second: NumberReading, in sentence: Range<Int>
  )
    -> Bool
  {
    let end = second.tokens.upperBound
    // "rose 12 per cent to 62 per cent" tells two, "rose 3 to 4 per cent" one.
    guard lead > sentence.lowerBound, hasUnit || percent(at: end, limit: sentence.upperBound) == nil,
      let low = ends.low,
      let high = ends.high, let gap = high.subtracting(low)
    else { return false }
    if tokens.isKey(lead - 1, .by) { return gap > low && isMoved(before: lead - 1, in: sentence) }
    let isDirect = tokens.isAny(lead - 1, ChangeReader.selfMoving) || isUpOrDown(lead - 1)
    return isDirect && (gap > low || !hasUnit && isUncounted(end, in: sentence))
  }

  /// `went up`, `were down`: the small word of a change.
  private func isUpOrDown(_ i: Int) -> Bool {
    (tokens.isKey(i, .up) || tokens.isKey(i, .down))
      && (tokens.isAny(i - 1, ChangeReader.movers) || tokens.isAny(i - 1, .auxiliary))
  }

  /// A word of change before "from" or "by": "rose", "has doubled,", "an increase in calls", "crept up", "went".
  func isMoved(before from: Int, in sentence: Range<Int>) -> Bool {
    if isUpOrDown(from - 1) || tokens.isAny(from - 1, Self.shifted) { return true }
    for i in max(sentence.lowerBound, from - 8)..<from
    where tokens.isAny(i, [.rise, .fall, .changeNoun]) && !tokens.isAny(i, .preposition)
      && !tokens.isAny(i, Self.losing)
      || tokens.isAny(i, ChangeReader.movers) && tokens.isAny(i + 1, [.rise, .fall])
      || tokens.isAny(i, .figureStart) && tokens.value(i, in: Self.factors) != nil
    {
      return true
    }
    return false
  }

  /// What moves from one value to another without saying whether it rises or falls.
  private static let shifted: WordList = ["went", "gone", "moved", "changed", "shifted", "swung"]
  /// "lost 12 to 15 sheep": what is lost is no level that falls.
  static let losing: WordList = ["lost", "lose", "loses", "losing"]

  /// The two ends of "between 18 months and two years", the first of which is larger as a bare number.
  private func inOneUnit(_ first: NumberReading, _ unit: String?, _ second: NumberReading, limit: Int) -> Ends? {
    guard let low = first.value, let high = second.value, let unit,
      let (other, _) = measureUnit(at: second.tokens.upperBound, limit: limit), other != unit,
      let factor = Unit.factor(from: unit, to: other), let scaled = low.multiplied(by: factor), scaled < high
    else { return nil }
    return Ends(low: scaled, high: high)
  }

  /// `between 18 months and two years`: both ends in the unit of the second.
  private func mixedRange(
    _ first: NumberReading, _ unit: (String, Int)?, _ second: NumberReading, limit: Int
  ) -> FigureReading? {
    guard let unit, let (other, end) = measureUnit(at: second.tokens.upperBound, limit: limit),
      let ends = inOneUnit(first, unit.0, second, limit: limit)
    else { return nil }
    let start = first.tokens.lowerBound
    return FigureReading(
      tokens: start..<end, number: start..<end, ends: ends, unit: other, subject: nil, lower: start - 1)
  }

  // MARK: Shares

  /// `between a quarter and a third of pupils`, `a third to a half of them`.
  func shareRange(at i: Int, in sentence: Range<Int>) -> FigureReading? {
    let limit = sentence.upperBound
    guard let (low, joint) = fraction(at: i, limit: limit) else { return nil }
    let isBetween = i > sentence.lowerBound && tokens.isKey(i - 1, .between)
    guard isBetween && tokens.isKey(joint, .and) || tokens.isKey(joint, .to),
      let (high, end) = fraction(at: joint + 1, limit: limit), low < high,
      isBetween || end >= limit || tokens.isKey(end, .of)
    else { return nil }
    return FigureReading(
      tokens: i..<end, number: i..<end, ends: Ends(low: low, high: high), unit: "fraction", subject: nil,
      lower: isBetween ? i - 1 : i)
  }

  /// `a third`, `half`, `two-thirds` with the token behind it, whatever stands around them.
  private func fraction(at i: Int, limit: Int) -> (ExactNumber, Int)? {
    guard i < limit, tokens.isWord(i) else { return nil }
    if tokens.isKey(i, .half) { return ExactNumber(1, over: 2).map { ($0, i + 1) } }
    let isArticle = tokens.isKey(i, .a) || tokens.isKey(i, .one)
    guard isArticle || tokens.isAny(i, .cardinal) else { return nil }
    let noun = tokens.isHyphen(i + 1) ? i + 2 : i + 1
    guard noun < limit, tokens.isAny(noun, .fraction) else { return nil }
    let top = isArticle ? 1 : Int128(tokens.entry(i).number)
    return ExactNumber(top, over: Int128(tokens.entry(noun).ordinal)).map { ($0, noun + 1) }
  }

  /// `a quarter of a mile`, `three quarters of an hour`: a part of one unit is a measure.
  func ofOneUnit(_ share: FigureReading, limit: Int) -> FigureReading? {
    let of = share.tokens.upperBound
    guard share.unit == "fraction", tokens.isKey(of, .of), tokens.isKey(of + 1, .a) || tokens.isKey(of + 1, .an),
      of + 2 < limit, let (unit, end) = singular(of + 2, limit: limit)
    else { return nil }
    var measure = share
    measure.unit = unit
    measure.tokens = share.tokens.lowerBound..<end
    measure.number = measure.tokens
    return measure
  }

  // MARK: Two bounds

  /// What follows "more than 25,000" in "more than 25,000 but fewer than 40,000 farms": the upper end, with its unit.
  func upperEnd(after first: FigureReading, in sentence: Range<Int>) -> FigureReading? {
    let joint = first.tokens.upperBound
    guard tokens.isKey(joint, .but) || tokens.isKey(joint, .and), first.ends.low == first.ends.high,
      let (_, start) = bounds.upperBound(at: joint + 1, limit: sentence.upperBound),
      let number = numbers.number(at: start, limit: sentence.upperBound), let high = number.value,
      let low = first.ends.low, low < high
    else { return nil }
    let second = completed(number.tokens, Ends(high), in: sentence, isOne: false)
    guard let second, first.unit == "" || first.unit == second.unit else { return nil }
    return second
  }
}
