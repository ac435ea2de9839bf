import IbidTypes

/// Weeks and stretches told by one end: `the week of November 18`, `the first nine months of 2024`, `the 12 months to June`.
extension DateReader {
  func stretch(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    weekOf(at: i, in: sentence) ?? stretchTo(at: i, in: sentence) ?? firstMonths(at: i, in: sentence)
      ?? weekOfMonth(at: i, limit: sentence.upperBound) ?? weekNumber(at: i, in: sentence)
  }

  /// `the week of November 18`, `week beginning 3 June`, `the week ending 7 June`.
  private func weekOf(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    let at = tokens.isKey(i, .the) ? i + 1 : i
    guard tokens.isKey(at, .week), at + 2 < limit else { return nil }
    let isEnd = tokens.isKey(at + 1, .ending) || tokens.isKey(at + 1, .ended)
    guard
      isEnd || tokens.isKey(at + 1, .of) || tokens.isKey(at + 1, .beginning)
        || ["commencing", "starting"].contains(tokens.entry(at + 1).spelling),
      let day = point(at: at + 2, in: sentence), case .day = day.form
    else { return nil }
    return DatePoint(tokens: i..<day.tokens.upperBound, form: .week(day.form, isEnd: isEnd))
  }

  /// `the 12 months to June 2024`, `the year ended 30 June`, `three months ending March 31, 2024`.
  func stretchTo(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let at = tokens.isKey(i, .the) ? i + 1 : i
    if let long = duration(at: at, limit: sentence.upperBound) { return stretchTo(long, at: at, from: i, in: sentence) }
    // "the financial year ended 31 March 2023"
    if tokens.isKey(at, .financial) || tokens.isKey(at, .fiscal), tokens.isKey(at + 1, .year),
      at + 2 < sentence.upperBound
    {
      return stretchTo((1, .year, at + 2), at: at, from: i, in: sentence)
    }
    // "the nine-month period ended 30 September"
    if tokens.isHyphen(at + 1), tokens.isAny(at + 2, .timeUnit), tokens.isKey(at + 3, .period),
      at + 4 < sentence.upperBound, let grain = Self.grain(tokens.entry(at + 2).unit),
      let count = tokens.numeral(at)?.plain ?? (tokens.isAny(at, .cardinal) ? Int(tokens.entry(at).number) : nil)
    {
      return stretchTo((count, grain, at + 4), at: at, from: i, in: sentence)
    }
    guard tokens.isKey(at, .half),
      tokens.isKey(at + 1, .year) || tokens.isHyphen(at + 1) && tokens.isKey(at + 2, .year)
    else { return nil }
    let end = tokens.isKey(at + 1, .year) ? at + 2 : at + 3
    return stretchTo((6, .month, end), at: at, from: i, in: sentence)
  }

  /// What a number of units of time at a token begins, with "the" before it or not.
  func stretchTo(_ long: (Int, Grain, Int), at: Int, from i: Int, in sentence: Range<Int>) -> DatePoint? {
    let (limit, count, grain) = (sentence.upperBound, max(long.0, 1), long.1)
    let end = tokens.isKey(long.2, .period) ? long.2 + 1 : long.2
    if at == i, end == at + 1, i > sentence.lowerBound, tokens.isAny(i - 1, .preposition) == false { return nil }
    guard grain >= .week, end + 1 < limit else { return nil }
    let isEnded = tokens.isKey(end, .ended) || tokens.isKey(end, .ending)
    // "two years to March" may go on from now; "the two years to March" does not.
    guard isEnded || at > i && (tokens.isKey(end, .to) || tokens.isKey(end, .through)),
      !isEnded || !tokens.isKey(end + 1, .in)
    else { return nil }
    let next = tokens.isKey(end + 1, .on) ? end + 2 : end + 1
    guard next < limit, let last = point(at: next, in: sentence) else { return nil }
    switch last.form {
    case .day, .month, .year, .years, .ofOtherYear, .namedMonth, .partOfYear:
      return DatePoint(tokens: i..<last.tokens.upperBound, form: .stretchTo(grain, count, last.form))
    default: return nil
    }
  }

  /// `the first nine months of 2024`, `the last three months of the year`.
  private func firstMonths(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    let at = tokens.isKey(i, .the) ? i + 1 : i
    let isFirst = tokens.isKey(at, .first)
    guard isFirst || tokens.isKey(at, .last) || tokens.isKey(at, .final), at + 1 < limit,
      tokens.kinds[at + 1] != .symbol,
      let (count, grain, end) = duration(at: at + 1, limit: limit), grain == .month, (1...11).contains(count),
      let (year, upper) = yearTail(at: end, in: sentence)
    else { return nil }
    return DatePoint(tokens: i..<upper, form: .monthsOfYear(count: count, fromEnd: !isFirst, year: year))
  }

  /// `the first week of October`, `the second half of February`, `the last Friday of May 2024`.
  private func weekOfMonth(at i: Int, limit: Int) -> DatePoint? {
    let at = tokens.isKey(i, .the) ? i + 1 : i
    guard at + 3 < limit, tokens.isKey(at + 2, .of) || tokens.isKey(at + 2, .in),
      let month = month(at + 3, limit: limit)
    else { return nil }
    let number: Int
    if tokens.isKey(at, .last) || tokens.isKey(at, .final) {
      number = -1
    } else if tokens.isAny(at, .ordinal), (1...4).contains(tokens.entry(at).ordinal) {
      number = Int(tokens.entry(at).ordinal)
    } else {
      return nil
    }
    let (year, end) = self.year(after: at + 4, limit: limit)
    let form: DatePoint.Form
    if tokens.isKey(at + 1, .week) {
      form = .weekOfMonth(number: number, year: year, month: month)
    } else if tokens.isKey(at + 1, .half), number == 1 || number == 2 {
      form = .halfOfMonth(number: number, year: year, month: month)
    } else if tokens.isAny(at + 1, .weekday) {
      form = .weekdayOfMonth(Int(tokens.entry(at + 1).weekday), number: number, year: year, month: month)
    } else {
      return nil
    }
    return DatePoint(tokens: i..<end, form: form)
  }

  /// What year the words after a part of it give: `2023`, `in 2023`, `of last year`, `of the year`, `of fiscal 2024`; and where they end.
  func yearTail(at i: Int, in sentence: Range<Int>) -> (DatePoint.Year, Int)? {
    let limit = sentence.upperBound
    if tokens.isKey(i, .in) { return namedYear(at: tokens.isKey(i + 1, .the) ? i + 2 : i + 1, in: sentence) }
    let at = tokens.isKey(i, .of) ? i + 1 : i
    guard at < limit else { return nil }
    if let named = namedYear(at: tokens.isKey(at, .the) ? at + 1 : at, in: sentence) { return named }
    var next = at + 1
    let isFiscal = tokens.isKey(next, .financial) || tokens.isKey(next, .fiscal)
    if isFiscal || tokens.isKey(next, .calendar) { next += 1 }
    guard tokens.isKey(next, .year) else { return nil }
    if isFiscal {
      let isOther = tokens.isKey(at, .last) || tokens.isKey(at, .previous)
      return (.fiscalCounted(isOther ? -1 : tokens.isKey(at, .next) ? 1 : 0), next + 1)
    }
    if tokens.isKey(at, .last) || tokens.isKey(at, .previous) { return (.counted(-1), next + 1) }
    if tokens.isKey(at, .next) { return (.counted(1), next + 1) }
    if tokens.isKey(at, .this) || tokens.isKey(at, .current) { return (.counted(0), next + 1) }
    return at > i && tokens.isKey(at, .the) ? (.open, next + 1) : nil
  }

  /// `2023`, `2024-25`, `FY2024/25`, `fiscal 2022`: a year by its number; and where it ends.
  private func namedYear(at i: Int, in sentence: Range<Int>) -> (DatePoint.Year, Int)? {
    let limit = sentence.upperBound
    guard i < limit else { return nil }
    if tokens.kinds[i] == .number, let pair = point(at: i, in: i..<limit), case .years(let first, let last) = pair.form,
      last == first + 1
    {
      return (.fiscal(first), pair.tokens.upperBound)
    }
    if let year = yearNumber(i, limit: limit) { return (.named(year), i + 1) }
    guard tokens.isWord(i), let fiscal = fiscalYear(at: i, in: sentence) else { return nil }
    switch fiscal.form {
    case .year(let year): return (.named(year), fiscal.tokens.upperBound)
    case .years(let first, _): return (.fiscal(first), fiscal.tokens.upperBound)
    default: return nil
    }
  }
}
