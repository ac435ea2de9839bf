import IbidTypes

/// Dates told from the document's own: `yesterday`, `last month`, `three weeks ago`, `the next 4 years`.
extension DateReader {
  func relative(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    // All that a number begins is counted.
    guard tokens.isAny(i, .dateStart) || tokens.isKey(i, .year) else {
      return duration(at: i, limit: limit).flatMap { counted($0, at: i, in: sentence) }
    }
    if let day = namedDay(at: i, in: sentence) { return day }
    if let ago = ago(at: i, in: sentence) { return ago }
    if let anchored = anchored(at: i, in: sentence) { return anchored }
    if let fiscal = countedFiscalYear(at: i, limit: limit) { return fiscal }
    if let edge = edge(at: i, in: sentence) { return edge }
    if let weekend = weekend(at: i, in: sentence) { return weekend }
    if tokens.isKey(i, .within), let (_, grain, end) = duration(at: i + 1, limit: limit), grain >= .day || end > i + 2 {
      return DatePoint(tokens: i..<end, form: .stretch(grain, 0, direction: 1))
    }
    if tokens.isKey(i, .recent), i + 1 < limit, tokens.isAny(i + 1, .timeUnit) || tokens.isKey(i + 1, .times) {
      return DatePoint(tokens: i..<i + 2, form: .vague(Self.grain(tokens.entry(i + 1).unit) ?? .year))
    }
    if tokens.isKey(i, .earlier) || tokens.isKey(i, .later), i + 1 < limit,
      let rest = directed(at: i + 1, in: sentence) ?? namedDay(at: i + 1, in: sentence)
    {
      return DatePoint(tokens: i..<rest.tokens.upperBound, form: rest.form)
    }
    return directed(at: i, in: sentence)
  }

  /// `last financial year`, `the current fiscal year`
  private func countedFiscalYear(at i: Int, limit: Int) -> DatePoint? {
    let at = tokens.isKey(i, .the) ? i + 1 : i
    guard at + 2 < limit, tokens.isKey(at + 1, .financial) || tokens.isKey(at + 1, .fiscal),
      tokens.isKey(at + 2, .year)
    else { return nil }
    if tokens.isKey(at, .last) { return DatePoint(tokens: i..<at + 3, form: .fiscalYear(-1)) }
    if tokens.isKey(at, .next) { return DatePoint(tokens: i..<at + 3, form: .fiscalYear(1)) }
    guard tokens.isKey(at, .this) || tokens.isKey(at, .current) else { return nil }
    return DatePoint(tokens: i..<at + 3, form: .fiscalYear(0))
  }

  static func grain(_ unit: String) -> Grain? {
    switch unit {
    case "minute": .minute
    case "hour": .hour
    case "day", "night": .day
    case "week": .week
    case "month": .month
    case "quarter": .quarter
    case "year": .year
    case "decade": .decade
    case "century": .century
    default: nil
    }
  }

  /// `today`, `yesterday morning`, `tonight`, `this evening`, `last night`.
  private func namedDay(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let offset: Int
    if tokens.isKey(i, .today) || tokens.isKey(i, .tonight) {
      offset = 0
    } else if tokens.isKey(i, .yesterday) {
      offset = -1
    } else if tokens.isKey(i, .tomorrow) {
      offset = 1
    } else if tokens.isKey(i, .the), tokens.isKey(i + 1, .day), i + 3 < sentence.upperBound {
      return dayBesides(at: i)
    } else if tokens.isKey(i, .this) || tokens.isKey(i, .last), i + 1 < sentence.upperBound,
      dayPart(i + 1) != nil || tokens.isKey(i + 1, .night)
    {
      return DatePoint(tokens: i..<i + 2, form: .offset(.day, tokens.isKey(i, .last) ? -1 : 0))
    } else {
      return nil
    }
    // "USA Today" is a name.
    if i > sentence.lowerBound, tokens.isCapital(i), tokens.isSpaced(i), tokens.isWord(i - 1), tokens.isCapital(i - 1),
      tokens.details[i - 1] == 0
    {
      return nil
    }
    let part = i + 1 < sentence.upperBound ? dayPart(i + 1) ?? 0 : 0
    return DatePoint(tokens: i..<i + 1 + part, form: .offset(.day, offset))
  }

  /// `the day before yesterday`, `the day after tomorrow`
  private func dayBesides(at i: Int) -> DatePoint? {
    let isBack = tokens.isKey(i + 2, .before) && tokens.isKey(i + 3, .yesterday)
    guard isBack || tokens.isKey(i + 2, .after) && tokens.isKey(i + 3, .tomorrow) else { return nil }
    return DatePoint(tokens: i..<i + 4, form: .offset(.day, isBack ? -2 : 2))
  }

  /// Tokens of `morning`, `evening` … at `i`.
  func dayPart(_ i: Int) -> Int? {
    tokens.isKey(i, .morning) || tokens.isKey(i, .afternoon) || tokens.isKey(i, .evening) || tokens.isKey(i, .night)
      ? 1 : nil
  }

  /// A number of units of time at token `i`: `4 years`, `a year`, `half a century`.
  func duration(at i: Int, limit: Int) -> (Int, Grain, Int)? {
    guard i < limit,
      tokens.kinds[i] == .number
        ? mayCount(i + 1, limit: limit) : tokens.isAny(i, .timeUnit) || tokens.isKey(i, .an) || numbers.mayStart(i),
      holdsTimeUnit(from: i, limit: limit)
    else { return nil }
    var count = 1
    var next = i
    var isHalf = false
    if tokens.isKey(i, .half), tokens.isKey(i + 1, .a), i + 2 < limit {
      isHalf = true
      next = i + 2
    } else if let number = numbers.number(at: i, limit: limit), !number.isVague, let value = number.value,
      value.isWhole, value < ExactNumber(100_000)
    {
      count = Int(value.numerator)
      next = number.tokens.upperBound
    } else if tokens.isKey(i, .a) || tokens.isKey(i, .an) {
      next = i + 1
    } else if tokens.isAny(i, .timeUnit) == false {
      return nil
    }
    // "the last two financial years"
    if next > i, tokens.isKey(next, .financial) || tokens.isKey(next, .fiscal) || tokens.isKey(next, .calendar) {
      next += 1
    }
    guard next < limit, tokens.isAny(next, .timeUnit) else { return nil }
    if tokens.entry(next).unit == "fortnight" { return (14 * count, .day, next + 1) }
    guard let grain = Self.grain(tokens.entry(next).unit) else { return nil }
    if isHalf {
      switch grain {
      case .century: return (50, .year, next + 1)
      case .decade: return (5, .year, next + 1)
      case .year: return (6, .month, next + 1)
      default: return nil
      }
    }
    return (next == i ? 0 : count, grain, next + 1)
  }

  /// Whether a unit of time stands near, with what may end a number before it; no number that counts one has as many words.
  private func holdsTimeUnit(from i: Int, limit: Int) -> Bool {
    let end = min(limit, i + 40)
    let unit = tokens.timeUnits.next(from: i, to: end)
    return unit < end && (unit == i || mayEndCount(unit - 1))
  }

  private func mayEndCount(_ i: Int) -> Bool {
    switch tokens.kinds[i] {
    case .number, .symbol: true
    case .word: !tokens.classes[i].isDisjoint(with: Self.countEnds) || tokens.isKey(i, .an)
    case .clitic: false
    }
  }

  private static let countEnds: WordClass = [
    .cardinal, .scale, .scalePlural, .fraction, .numberStart, .durationJoint,
  ]

  /// Whether what stands behind digits leaves them a number of units of time.
  private func mayCount(_ i: Int, limit: Int) -> Bool {
    guard i < limit else { return false }
    return switch tokens.kinds[i] {
    case .word: !tokens.classes[i].isDisjoint(with: [.timeUnit, .scale, .scalePlural, .durationJoint])
    case .number: true
    case .symbol: tokens.isHyphen(i)
    case .clitic: false
    }
  }

  /// `three weeks ago`, `decades ago`, `less than a year ago`.
  private func ago(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if let few = fewAgo(at: i, limit: limit) { return few }
    var start = i
    // The bound words belong to the date: "less than a year ago" is no exact year.
    var isBounded = false
    if tokens.isKey(i, .less) || tokens.isKey(i, .more), tokens.isKey(i + 1, .than) {
      start = i + 2
      isBounded = true
    } else if tokens.isKey(i, .over) || tokens.isKey(i, .almost) || tokens.isKey(i, .nearly) || tokens.isKey(i, .about)
      || tokens.isKey(i, .around)
    {
      start = i + 1
      isBounded = !tokens.isKey(i, .about) && !tokens.isKey(i, .around)
    }
    guard let long = duration(at: start, limit: limit) else { return nil }
    return ago(long, from: i, start: start, isBounded: isBounded, in: sentence)
  }

  /// `a few months ago`, `a couple of weeks ago`, `many years ago`: so many that nobody counted.
  private func fewAgo(at i: Int, limit: Int) -> DatePoint? {
    var at = i + 1
    if tokens.isKey(i, .a) {
      guard tokens.isKey(i + 1, .few) || tokens.isAny(i + 1, Self.couple) else { return nil }
      at = tokens.isKey(i + 2, .of) ? i + 3 : i + 2
    } else if !tokens.isKey(i, .several), !tokens.isKey(i, .some), !tokens.isKey(i, .many) {
      return nil
    }
    guard at + 1 < limit, tokens.isAny(at, .timeUnit), tokens.isKey(at + 1, .ago),
      let grain = Self.grain(tokens.entry(at).unit)
    else { return nil }
    return DatePoint(tokens: i..<at + 2, form: .vague(grain))
  }

  private static let couple: WordList = ["couple"]

  /// What a number of units of time that begins at a token may be: `three weeks ago`, `a year earlier`.
  func counted(_ long: (Int, Grain, Int), at i: Int, in sentence: Range<Int>) -> DatePoint? {
    ago(long, from: i, start: i, isBounded: false, in: sentence)
      ?? fromLast(long, from: i, limit: sentence.upperBound) ?? time(long, from: i, in: sentence)
  }

  private func ago(
    _ long: (Int, Grain, Int), from i: Int, start: Int, isBounded: Bool, in sentence: Range<Int>
  ) -> DatePoint? {
    let (limit, (count, grain, end)) = (sentence.upperBound, long)
    guard end < limit else { return nil }
    // "a year and a half ago"
    if grain == .year, tokens.isKey(end, .and), tokens.isKey(end + 1, .a), tokens.isKey(end + 2, .half),
      tokens.isKey(end + 3, .ago), end + 3 < limit
    {
      return DatePoint(tokens: i..<end + 4, form: isBounded ? .vague(grain) : .ago(.month, count * 12 + 6))
    }
    guard tokens.isKey(end, .ago) else { return nil }
    // "€900 more than a year ago": what costs more than then.
    if start == i + 2, i > sentence.lowerBound, isAmount(i - 1) {
      return nil
    }
    return DatePoint(tokens: i..<end + 1, form: isBounded || count == 0 ? .vague(grain) : .ago(grain, count))
  }

  /// Whether a token ends a number with its unit, which "more than" compares.
  private func isAmount(_ i: Int) -> Bool {
    tokens.kinds[i] == .number || tokens.isSymbol(i, "%") || tokens.isAny(i, [.scale, .currencyWord, .unit])
      || tokens.isKey(i, .percent) || tokens.isKey(i, .cent) || tokens.isKey(i, .points)
  }

  /// `the weekend`, `this weekend`, `next weekend`; bare only where "at" or "over" leads to it.
  private func weekend(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    if tokens.isKey(i, .this), tokens.isKey(i + 1, .past), i + 2 < sentence.upperBound, tokens.isKey(i + 2, .weekend) {
      return DatePoint(tokens: i..<i + 3, form: .weekend(direction: -1))
    }
    guard i + 1 < sentence.upperBound, tokens.isKey(i + 1, .weekend), !tokens.isHyphen(i + 2) else { return nil }
    let direction: Int?
    if tokens.isKey(i, .the) {
      guard i > sentence.lowerBound,
        [.at, .over, .since, .before, .during].contains(where: { tokens.isKey(i - 1, $0) })
      else { return nil }
      direction = nil
    } else if tokens.isKey(i, .last) || tokens.isKey(i, .this) || tokens.isKey(i, .next) {
      direction = tokens.isKey(i, .last) ? -1 : tokens.isKey(i, .this) ? 0 : 1
    } else {
      return nil
    }
    return DatePoint(tokens: i..<i + 2, form: .weekend(direction: direction))
  }

  /// `the end of the year`, `the start of 2023`, `end-March`, `year-end`.
  private func edge(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    var at = i
    if tokens.isKey(at, .the) { at += 1 }
    if tokens.isKey(at, .end), tokens.isHyphen(at + 1), at + 2 < limit { return rest(of: i, at: at + 2, in: sentence) }
    if let yearEnd = yearEnd(at: i, in: sentence) { return yearEnd }
    guard at + 2 < limit,
      tokens.isKey(at, .end) || tokens.isKey(at, .start) || tokens.isKey(at, .beginning) || tokens.isKey(at, .middle),
      tokens.isKey(at + 1, .of)
    else { return nil }
    if tokens.isKey(at + 2, .the), at + 3 < limit, tokens.isAny(at + 3, .timeUnit),
      let grain = Self.grain(tokens.entry(at + 3).unit), grain >= .day
    {
      // "the middle of the night", and "at the end of the day," for what matters
      if tokens.entry(at + 3).unit == "night" { return nil }
      let lead = at == i && tokens.isKey(i - 1, .the) ? i - 2 : i - 1
      if grain == .day, lead >= sentence.lowerBound, tokens.isKey(lead, .at), tokens.isKey(at, .end),
        lead == sentence.lowerBound || tokens.isSymbol(at + 4, ",")
      {
        return nil
      }
      return DatePoint(tokens: i..<at + 4, form: .offset(grain, 0))
    }
    return rest(of: i, at: at + 2, in: sentence)
  }

  /// A year, month or other stretch at `at`, said with the words from `i` on.
  private func rest(of i: Int, at: Int, in sentence: Range<Int>) -> DatePoint? {
    guard let rest = point(at: at, in: sentence) else { return nil }
    switch rest.form {
    case .year, .years, .month, .ofOtherYear, .offset, .decade, .century, .namedMonth, .partOfYear, .season:
      return rest.from(i)
    default: return nil
    }
  }

  /// `by year-end`, `at the year’s end`.
  private func yearEnd(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let at = tokens.isKey(i, .the) ? i + 1 : i
    guard i > sentence.lowerBound, tokens.isAny(i - 1, .preposition), tokens.isKey(at, .year) else { return nil }
    let isJoined = tokens.isHyphen(at + 1) || at > i && tokens.isKey(at + 1, .s) && tokens.kinds[at + 1] == .clitic
    let end = isJoined ? at + 2 : at + 1
    guard end < sentence.upperBound, tokens.isKey(end, .end), isJoined || at == i else { return nil }
    return DatePoint(tokens: i..<end + 1, form: .offset(.year, 0))
  }

  /// `last week`, `next March`, `this Friday`, `the past 12 months`, `the coming weeks`, `this past year`.
  private func directed(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    var at = i
    let hasThe = tokens.isKey(at, .the)
    let hasThis =
      tokens.isKey(at, .this)
      && (tokens.isKey(at + 1, .past) || tokens.isKey(at + 1, .coming) || tokens.isKey(at + 1, .last))
    if hasThe || hasThis { at += 1 }
    guard at + 1 < limit, let direction = tokens.value(at, in: Self.directions) else { return nil }
    // "is expected to last five weeks"
    if !hasThe, !hasThis, tokens.isKey(at, .last),
      [.to, .will, .would, .can, .could, .may, .should].contains(where: { tokens.isKey(at - 1, $0) })
    {
      return nil
    }
    if tokens.isKey(at, .this), tokens.isAny(at - 1, .determiner), at > sentence.lowerBound { return nil }
    // "the next day" and "the following Monday" are read with their article or not at all.
    if !hasThe, !hasThis, at > sentence.lowerBound, tokens.isAny(at - 1, .determiner) { return nil }
    var next = at + 1
    if tokens.isKey(next, .few) || tokens.isKey(next, .several) {
      guard next + 1 < limit, tokens.isAny(next + 1, .timeUnit), let grain = Self.grain(tokens.entry(next + 1).unit),
        grain >= .day
      else { return nil }
      return DatePoint(tokens: i..<next + 2, form: .vague(grain))
    }
    if tokens.isKey(next, .financial) || tokens.isKey(next, .fiscal) || tokens.isKey(next, .calendar)
      || tokens.isKey(next, .academic)
    {
      guard tokens.isKey(next + 1, .year), next + 1 < limit else { return nil }
      next += 1
    }
    // "the last two financial years"
    if direction < 0, hasThe, let (count, grain, end) = duration(at: next, limit: limit), grain == .year, count > 1,
      tokens.isKey(end - 2, .financial) || tokens.isKey(end - 2, .fiscal)
    {
      return DatePoint(tokens: i..<end, form: .fiscalYears(count))
    }
    if tokens.isAny(next, .weekday), tokens.isCapital(next), !hasThe {
      return DatePoint(tokens: i..<next + 1, form: .weekday(Int(tokens.entry(next).weekday), direction: direction))
    }
    // "In this March 5, 2024, photo" is a day of its own.
    if let month = month(next, limit: limit), !hasThe, yearNumber(next + 1, limit: limit) == nil,
      dayNumber(afterDot(next + 1, limit: limit), limit: limit) == nil
    {
      return DatePoint(tokens: i..<next + 1, form: .namedMonth(month, direction: direction))
    }
    if let season = seasonNumber(next), !hasThe {
      return DatePoint(tokens: i..<next + 1, form: .season(season, year: nil, direction: direction))
    }
    if tokens.isAny(next, .timeUnit), !tokens.isAny(next, .ordinal) {
      guard let grain = Self.grain(tokens.entry(next).unit), grain >= .day else { return nil }
      let isPlural = tokens.bytes[tokens.upper(next) - 1] | 0x20 == UInt8(ascii: "s")
      if isPlural {
        // "the last days of the fair"
        if tokens.isKey(next + 1, .of), next + 1 < limit, month(next + 2, limit: limit) == nil { return nil }
        return DatePoint(tokens: i..<next + 1, form: .vague(grain))
      }
      return one(grain, direction, i..<next + 1, at: at, hasThe: hasThe, hasThis: hasThis)
    }
    guard !tokens.isKey(at, .this), let (count, grain, end) = duration(at: next, limit: limit), count > 0,
      grain >= .hour,
      !tokens.isKey(next, .a), end > next + 1
    else { return nil }
    return DatePoint(tokens: i..<end, form: .stretch(grain, count, direction: direction < 0 ? -1 : 1))
  }

  /// One unit: "last year" is the calendar's, "the past year" and "the upcoming year" are not.
  private func one(_ grain: Grain, _ direction: Int, _ range: Range<Int>, at: Int, hasThe: Bool, hasThis: Bool)
    -> DatePoint?
  {
    if hasThis || tokens.isKey(at, .past) {
      return hasThe || hasThis ? DatePoint(tokens: range, form: .stretch(grain, 1, direction: -1)) : nil
    }
    if tokens.isKey(at, .last) || tokens.isKey(at, .this) || tokens.isKey(at, .next) || tokens.isKey(at, .current) {
      // "the last year" is a stretch, "the last day of …" is counted from something else.
      if hasThe, tokens.isKey(at, .last) || tokens.isKey(at, .next) {
        return grain >= .month && !tokens.isKey(range.upperBound, .of)
          ? DatePoint(tokens: range, form: .stretch(grain, 1, direction: direction)) : nil
      }
      return DatePoint(tokens: range, form: .offset(grain, direction))
    }
    if tokens.isKey(at, .previous) || tokens.isKey(at, .following) { return nil }
    return hasThe ? DatePoint(tokens: range, form: .offset(grain, direction)) : nil
  }

  static let directions: WordTable<Int> = [
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1,
    "following": 1, "forthcoming": 1,
  ]
}
