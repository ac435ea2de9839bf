import IbidTypes

/// Ranges: two dates and what joins them, lists of days, and dates open at one end.
extension DateAnnotator {
  // MARK: Open at one end

  /// `since 1 July 2021`, `until 2028`, `from July 1`, `up to 12 November`, `2015 onwards`.
  func open(at i: Int, in sentence: Range<Int>) -> Found? {
    guard i + 1 < sentence.upperBound else { return nil }
    if tokens.isKey(i, .since) || tokens.isKey(i, .until) || tokens.isKey(i, .till) {
      return reader.point(at: i + 1, in: sentence).flatMap {
        open($0, from: i, isSince: tokens.isKey(i, .since), in: sentence)
      }
    }
    if tokens.isKey(i, .up), tokens.isKey(i + 1, .to), let point = dayOrMonth(at: i + 2, in: sentence) {
      return open(point, from: i, isSince: false, in: sentence)
    }
    if tokens.isKey(i, .through), i == sentence.lowerBound || !reader.isDateEnd(i - 1),
      let point = dayOrMonth(at: i + 1, in: sentence), isAhead(point, in: sentence) || isExtended(before: i, in: sentence)
    {
      return open(point, from: i, isSince: false, in: sentence)
    }
    // "with effect from 1 July": the day itself.
    if tokens.isKey(i, .from), !tokens.isAny(i - 1, Self.onset), let point = dayOrMonth(at: i + 1, in: sentence),
      isOnwards(point.tokens.upperBound, in: sentence) || isStart(point, at: i, in: sentence),
      span(from: i + 1, point, lead: i + 1, joints: Self.joints, in: sentence) == nil
    {
      return open(point, from: i, isSince: true, in: sentence)
    }
    return nil
  }

  /// Whether a word may open a range that has one end: `since`, `until`, `from`, `up to`, `through`.
  func isOpening(_ i: Int) -> Bool { tokens.isAny(i, .dateOpening) }

  /// "cancelled its flights through 5 August": what was decided lasts until then.
  private func isExtended(before i: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, i - 12)..<i).contains { tokens.isAny($0, Self.extending) }
  }

  private static let extending = WordList(extendingWords.split(separator: " ").map(String.init))
  static let extendingWords =
    "extend extends extended extending cancel cancels cancelled canceled cancelling canceling suspend suspended suspending postpone postponed halt halted halting ground grounded grounding renew renewed"

  private static let onset: WordList = ["effect"]

  static let openings = ["since", "until", "till", "from", "up", "through"]

  /// `2015 onwards`
  func onwards(_ point: DatePoint, in sentence: Range<Int>) -> Found? {
    isOnwards(point.tokens.upperBound, in: sentence)
      ? open(point, from: point.tokens.lowerBound, isSince: true, in: sentence) : nil
  }

  private func open(_ point: DatePoint, from i: Int, isSince: Bool, in sentence: Range<Int>) -> Found? {
    switch point.form {
    case .stretch, .vague, .time, .fromLast, .shifted: return nil
    default: break
    }
    let end = point.tokens.upperBound
    let range = i..<(isSince && isOnwards(end, in: sentence) ? end + 1 : end)
    let told = tense(at: i..<end, in: sentence)
    let tense: Tense =
      tokens.isKey(i, .since)
      ? .past
      : isSince
        ? (told == .open ? .future : told == .past && isBehindCount(i, in: sentence) ? .open : told)
        : tokens.isKey(i, .up)
          ? (told == .open ? .past : told) : told == .past && tokens.isKey(i, .until) ? .open : .future
    guard var moment = resolver.moment(point, tense: tense, text: tokens.line(range)) else { return nil }
    if moment.isResolved { if isSince { moment.high = nil } else { moment.low = nil } }
    return Found(tokens: range, value: nil, period: moment, kind: .range, taken: range)
  }

  private func isOnwards(_ i: Int, in sentence: Range<Int>) -> Bool {
    i < sentence.upperBound && (tokens.isKey(i, .onwards) || tokens.isKey(i, .onward))
  }

  private func dayOrMonth(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard i < sentence.upperBound, let point = reader.point(at: i, in: sentence) else { return nil }
    switch point.form {
    case .day, .month, .year, .years, .namedMonth, .partOfYear, .decade: return point
    case .ofOtherYear(_, _?, _): return point
    case .weekday: return tokens.isKey(point.tokens.lowerBound, .last) ? nil : point
    default: return nil
    }
  }

  /// "From 1 July fees rise": what begins a sentence, or lies ahead; not "down from March".
  private func isStart(_ point: DatePoint, at from: Int, in sentence: Range<Int>) -> Bool {
    if tokens.isDash(point.tokens.upperBound) { return false }
    if from == sentence.lowerBound || isBehindCount(from, in: sentence) {
      let end = point.tokens.upperBound
      if case .year = point.form {
        return tokens.isSymbol(end, ",") || end < sentence.upperBound && tokens.isAny(end, [.pronoun, .determiner])
      }
      return true
    }
    // Inside a sentence only a day: "to be paid from April" is told of April.
    guard case .day = point.form else {
      if case .ofOtherYear(_, _?, _) = point.form { return true }
      return false
    }
    return isAhead(point, in: sentence)
  }

  /// "First, from 1 September every pack …": what begins the sentence all the same.
  private func isBehindCount(_ from: Int, in sentence: Range<Int>) -> Bool {
    from - 2 == sentence.lowerBound && tokens.isSymbol(from - 1, ",")
      && tokens.isAny(from - 2, [.ordinal, .adverb, .conjunction])
  }

  /// Whether a date lies behind the day of publication.
  private func isAhead(_ point: DatePoint, in sentence: Range<Int>) -> Bool {
    let told = tense(at: point.tokens, in: sentence)
    let tense: Tense = told == .open ? .future : told
    guard let published = resolver.published, let moment = resolver.moment(point, tense: tense, text: ""),
      let low = moment.low
    else { return tense == .future }
    return Calendar.day(ofSecond: low) > published.upperBound
  }

  // MARK: Two ends

  /// Two dates and what joins them: `July to September 2024`, `5–7 March`, `between July 2022 and January 2023`.
  ///
  /// `point` is what begins at the first token, if anything does.
  func span(from i: Int, _ point: DatePoint?, lead: Int, joints: [Key], in sentence: Range<Int>) -> Found? {
    let limit = sentence.upperBound
    guard i < limit, let (first, next) = firstEnd(at: i, point, in: sentence) else { return nil }
    // "from Monday, May 20, to Friday, May 24"
    let joint =
      tokens.isSymbol(next, ",") && (tokens.isKey(next + 1, .to) || tokens.isKey(next + 1, .through)) ? next + 1 : next
    guard joint + 1 < limit else { return nil }
    let isBetween = lead < i
    let later = joint > next && tokens.isKey(joint + 1, .from) ? joint + 2 : joint + 1
    guard later < limit, tokens.isDash(joint) && !isBetween || joints.contains(where: { tokens.isKey(joint, $0) }),
      let second = laterDay(first, at: later, limit: limit) ?? reader.point(at: later, in: sentence)
        ?? laterMonth(first, at: later, limit: limit),
      let (low, high) = completed(first, second)
    else { return nil }
    return joined(low, high, lead..<second.tokens.upperBound, in: sentence)
  }

  private func joined(_ low: DatePoint, _ high: DatePoint, _ range: Range<Int>, in sentence: Range<Int>) -> Found? {
    let tense = tense(at: range, in: sentence)
    let (low, high) = inOneYear(low, high, tense)
    guard let start = resolver.moment(low, tense: tense, text: ""),
      let end = resolver.moment(high, tense: tense, text: "")
    else { return nil }
    let text = tokens.line(range)
    let grain = max(start.grain, end.grain)
    guard start.isResolved, end.isResolved else {
      return Found(
        tokens: range, value: nil, period: .unresolved(text, grain: grain), kind: .range, taken: range)
    }
    guard let from = start.low, let to = end.high, from < to else { return nil }
    return Found(
      tokens: range, value: nil, period: Moment(low: from, high: to, grain: grain, text: text), kind: .range,
      taken: range)
  }

  /// "March–August" without a year: the months are those of one season, whichever of them the tense tells.
  private func inOneYear(_ low: DatePoint, _ high: DatePoint, _ tense: Tense) -> (DatePoint, DatePoint) {
    guard case .month(nil, let first) = low.form, case .month(nil, let last) = high.form else { return (low, high) }
    let isPast = tense == .past
    guard let moment = resolver.moment(isPast ? high : low, tense: tense, text: ""), let second = moment.low else {
      return (low, high)
    }
    let year = Calendar.civil(fromDays: Calendar.day(ofSecond: second)).year
    let turn = first <= last ? 0 : 1
    return (
      DatePoint(tokens: low.tokens, form: .month(year: isPast ? year - turn : year, month: first)),
      DatePoint(tokens: high.tokens, form: .month(year: isPast ? year : year + turn, month: last))
    )
  }

  /// The first end of a range: a date, or a bare day ("5" of "5–7 March").
  private func firstEnd(at i: Int, _ point: DatePoint?, in sentence: Range<Int>) -> (DatePoint, Int)? {
    if let point {
      switch point.form {
      case .day, .month, .year, .years, .partOfYear, .ofOtherYear, .decade, .season, .holiday, .namedMonth:
        return (point, point.tokens.upperBound)
      case .weekday where tokens.isAny(i, .weekday): return (point, point.tokens.upperBound)
      default: return nil
      }
    }
    // "Jan–Sep 2023", "(March–August)"
    if let month = reader.month(i, limit: sentence.upperBound), tokens.isDash(i + 1),
      reader.month(i + 2, limit: sentence.upperBound) != nil
    {
      return (DatePoint(tokens: i..<i + 1, form: .month(year: nil, month: month)), i + 1)
    }
    return bareDay(at: i, limit: sentence.upperBound).map { ($0, $0.tokens.upperBound) }
  }

  /// A number that is the day of a month which a later date names.
  private func bareDay(at i: Int, limit: Int) -> DatePoint? {
    guard let (day, next) = reader.dayNumber(i, limit: limit) else { return nil }
    return DatePoint(tokens: i..<next, form: .day(year: nil, month: 0, day: day, weekday: nil))
  }

  /// The "7" of "June 5–7, 2024".
  private func laterDay(_ first: DatePoint, at i: Int, limit: Int) -> DatePoint? {
    guard case .day(nil, let month, _, _) = first.form, month > 0, let (day, next) = reader.dayNumber(i, limit: limit),
      reader.month(next, limit: limit) == nil,
      !tokens.isSymbol(next, ":"), !tokens.isSymbol(next, "%")
    else { return nil }
    let (year, end) = reader.year(after: next, limit: limit)
    return DatePoint(tokens: i..<end, form: .day(year: year, month: month, day: day, weekday: nil))
  }

  /// The "August" of "March–August".
  private func laterMonth(_ first: DatePoint, at i: Int, limit: Int) -> DatePoint? {
    guard case .month(nil, _) = first.form, tokens.isDash(i - 1), let month = reader.month(i, limit: limit) else {
      return nil
    }
    return DatePoint(tokens: i..<i + 1, form: .month(year: nil, month: month))
  }

  /// Gives the first end the month and year of the second, the second the month of the first ("March 5–7").
  private func completed(_ first: DatePoint, _ second: DatePoint) -> (DatePoint, DatePoint)? {
    var (low, high) = (first, second)
    switch (first.form, second.form) {
    case (.day(nil, 0, let day, _), .day(let year, let month, _, _)):
      low.form = .day(year: year, month: month, day: day, weekday: nil)
    case (.day(nil, 0, let day, _), .ofOtherYear(let month, _?, let offset)):
      low.form = .ofOtherYear(month: month, day: day, yearOffset: offset)
    case (.day(nil, 0, _, _), _): return nil
    case (.day(nil, let month, let day, let weekday), .day(let year?, let last, _, _)):
      // "Monday 17 March until 30 June 2026": the weekday may say that the first is of the year before.
      let isEarlier = weekday.map { weekday in
        [year, year - 1].firstIndex {
          Calendar.isValid(year: $0, month: month, day: day)
            && Calendar.weekday(ofDay: Calendar.days(year: $0, month: month, day: day)) == weekday
        } == 1
      }
      low.form = .day(
        year: isEarlier == true || month > last ? year - 1 : year, month: month, day: day, weekday: weekday)
    case (.month(nil, let month), .month(let year?, let last)):
      low.form = .month(year: month <= last ? year : year - 1, month: month)
    case (.month(nil, let month), .ofOtherYear(_, nil, let offset)):
      low.form = .ofOtherYear(month: month, day: nil, yearOffset: offset)
    case (.partOfYear(let months, let number, .open), .partOfYear(_, _, .named(let year))):
      low.form = .partOfYear(months: months, number: number, year: .named(year))
    case (.years(let first, _), .years(_, let last)):
      (low.form, high.form) = (.year(first), .year(last))
    case (.year, .year), (.month, .month), (.day, .day), (.decade, .decade), (.month, .day), (.day, .month),
      (.partOfYear, .partOfYear), (.season, .season), (.season, .month), (.month, .season),
      (.ofOtherYear, .ofOtherYear), (.weekday, .weekday), (.year, .offset), (.month, .year), (.month, .offset),
      (.year, .namedMonth), (.day, .namedMonth), (.month, .namedMonth), (.namedMonth, .month),
      (.namedMonth, .namedMonth),
      (.day, .nearHoliday), (.month, .nearHoliday), (.year, .nearHoliday), (.year, .holiday),
      (.month, .holiday), (.day, .holiday), (.holiday, .day), (.holiday, .month), (.holiday, .holiday), (.year, .month),
      (.partOfYear, .month), (.month, .partOfYear), (.year, .partOfYear),
      (.day, .offset), (.ofOtherYear, .month), (.month, .ofOtherYear), (.decade, .year), (.year, .decade):
      break
    default: return nil
    }
    return (low, high)
  }

  // MARK: Lists

  /// `3 and 4 April`, `5, 6 and 12 May 2024`, `April 3 and 4`, `January and February 2024`: one range where each day or
  /// month follows the one before it, else a row for each.
  func list(at i: Int, _ point: DatePoint?, in sentence: Range<Int>) -> [Found]? {
    guard tokens.kinds[i] == .number || point != nil && reader.month(i, limit: sentence.upperBound) != nil else {
      return nil
    }
    guard
      let points = daysFirst(at: i, in: sentence)
        ?? point.flatMap({ monthFirst($0, in: sentence) ?? months($0, in: sentence) }),
      let first = points.first, let last = points.last
    else { return nil }
    if zip(points, points.dropFirst()).allSatisfy({ $0.isFollowed(by: $1) }) {
      return joined(first, last, first.tokens.lowerBound..<last.tokens.upperBound, in: sentence).map { [$0] }
    }
    let rows = points.compactMap { found($0, in: sentence, after: nil) }
    return rows.count == points.count ? rows : nil
  }

  /// The token behind a comma or "and" that joins two parts of a list.
  private func afterJoint(_ i: Int) -> (next: Int, isLast: Bool)? {
    if tokens.isKey(i, .and) || tokens.isSymbol(i, "&") || tokens.isKey(i, .or) { return (i + 1, true) }
    guard tokens.isSymbol(i, ",") else { return nil }
    return tokens.isKey(i + 1, .and) ? (i + 2, true) : (i + 1, false)
  }

  /// `3 and 4 April`: bare days before a whole date.
  private func daysFirst(at i: Int, in sentence: Range<Int>) -> [DatePoint]? {
    let limit = sentence.upperBound
    guard var day = bareDay(at: i, limit: limit), afterJoint(day.tokens.upperBound) != nil else { return nil }
    var days = [day]
    while days.count < 8, let (next, isLast) = afterJoint(day.tokens.upperBound), next < limit {
      if isLast {
        guard let last = reader.point(at: next, in: sentence), case .day = last.form, tokens.kinds[next] == .number
        else {
          return nil
        }
        let whole = days.compactMap { completed($0, last)?.0 }
        return whole.count == days.count ? whole + [last] : nil
      }
      guard let more = bareDay(at: next, limit: limit) else { return nil }
      days.append(more)
      day = more
    }
    return nil
  }

  /// `April 3 and 4`, `May 5, 6 and 7, 2024`: days behind a date that has its month in front.
  private func monthFirst(_ first: DatePoint, in sentence: Range<Int>) -> [DatePoint]? {
    let limit = sentence.upperBound
    guard case .day(nil, let month, _, _) = first.form, reader.month(first.tokens.lowerBound, limit: limit) != nil
    else {
      return nil
    }
    var days = [first]
    while days.count < 8, let last = days.last, let (next, isLast) = afterJoint(last.tokens.upperBound),
      let day = laterDay(first, at: next, limit: limit)
    {
      days.append(day)
      guard isLast, case .day(let year, _, _, _) = day.form else { continue }
      let end = day.tokens.upperBound
      // "on April 3 and 4 people": a count.
      let hasSuffix = tokens.isAny(end - 1, .ordinalSuffix)
      guard hasSuffix || end >= limit || tokens.kinds[end] == .symbol || tokens.isAny(end, WordClass.phraseEnd) else {
        return nil
      }
      return days.map { point in
        guard case .day(_, _, let day, _) = point.form else { return point }
        return DatePoint(tokens: point.tokens, form: .day(year: year, month: month, day: day, weekday: nil))
      }
    }
    return nil
  }

  /// `January and February 2024`, `May and June last year`: months that share a year.
  private func months(_ first: DatePoint, in sentence: Range<Int>) -> [DatePoint]? {
    guard case .month(nil, _) = first.form else { return nil }
    var months = [first]
    while months.count < 8, let before = months.last, let (next, isLast) = afterJoint(before.tokens.upperBound),
      next < sentence.upperBound, let point = reader.point(at: next, in: sentence)
    {
      switch point.form {
      case .month(nil, _) where !isLast: months.append(point)
      case .month(.some, _) where isLast, .ofOtherYear(_, nil, _) where isLast:
        let whole = months.compactMap { completed($0, point)?.0 }
        return whole.count == months.count ? whole + [point] : nil
      default: return nil
      }
    }
    return nil
  }
}

extension DatePoint {
  /// Whether another date is the next day of the same month, or the next month of the same year.
  fileprivate func isFollowed(by next: DatePoint) -> Bool {
    switch (form, next.form) {
    case (.day(let year, let month, let day, _), .day(let otherYear, let otherMonth, let otherDay, _)):
      year == otherYear && month == otherMonth && otherDay == day + 1
    case (.month(let year, let month), .month(let otherYear, let otherMonth)):
      year == otherYear && otherMonth == month + 1
    case (.ofOtherYear(let month, nil, let offset), .ofOtherYear(let otherMonth, nil, let otherOffset)):
      offset == otherOffset && otherMonth == month + 1
    default: false
    }
  }
}
