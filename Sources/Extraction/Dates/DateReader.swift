import IbidTypes

/// Reads dates at a token: days, months, years and their parts in any usual order.
struct DateReader {
  let tokens: Tokens
  let numbers: NumberReader
  /// Which number of `05/03/2024` is the day; nil if the document does not show it.
  var dayOrder: Conventions.DayOrder?
  /// Years that four bare digits may be.
  static let years = 1000...2199

  /// The date that starts at token `i` of a sentence, or nil. Words of the next sentence are none of it.
  func point(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    anyPoint(at: i, in: sentence).flatMap { $0.tokens.upperBound <= sentence.upperBound ? $0 : nil }
  }

  private func anyPoint(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    switch tokens.kinds[i] {
    case .number:
      let day =
        digits(at: i, in: sentence) ?? clock(at: i, limit: limit)
        ?? dayMonth(at: i, weekday: nil, from: i, limit: limit)
      if let day { return day }
      let long = duration(at: i, limit: limit)
      return long.flatMap { stretchTo($0, at: i, from: i, in: sentence) } ?? ordinalPart(at: i, in: sentence)
        ?? long.flatMap { counted($0, at: i, in: sentence) } ?? year(at: i, in: sentence)
    case .word:
      guard mayStart(i), let point = pointOfWords(at: i, in: sentence) else { return nil }
      return isInARow(point.tokens.upperBound) ? nil : point
    case .clitic, .symbol: return nil
    }
  }

  private func pointOfWords(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if let century = hyphenedCentury(at: i, limit: limit) { return century }
    // What begins with "three" counts something.
    if tokens.classes[i].isDisjoint(with: Self.ownStarts), !tokens.flags[i].contains(.hasDigit) {
      guard let long = duration(at: i, limit: limit) else { return nil }
      return stretchTo(long, at: i, from: i, in: sentence) ?? counted(long, at: i, in: sentence)
    }
    let point: DatePoint? =
      modified(at: i, in: sentence) ?? stretch(at: i, in: sentence) ?? fiscalYear(at: i, in: sentence)
      ?? weekdayDate(at: i, limit: limit) ?? partOfYear(at: i, in: sentence)
    if let point { return point }
    let month: DatePoint? =
      monthDate(at: i, from: i, weekday: nil, in: sentence) ?? ordinalDay(at: i, limit: limit)
      ?? relative(at: i, in: sentence)
    return month ?? season(at: i, in: sentence) ?? holiday(at: i, in: sentence) ?? nearHoliday(at: i, in: sentence)
      ?? namedDecade(at: i, in: sentence)
  }

  /// "the third quarter in a row", "a second month running.": which of several, not when. "On Monday running a race" is a day.
  private func isInARow(_ i: Int) -> Bool {
    if tokens.isKey(i, .in), tokens.isKey(i + 1, .a), tokens.isAny(i + 2, Self.row) { return true }
    return tokens.isAny(i, Self.running) && tokens.isAny(i - 1, .timeUnit)
      && (!tokens.isWord(i + 1) || tokens.isAny(i + 1, WordClass.phraseEnd))
  }

  private static let row: WordList = ["row"]
  private static let running: WordList = ["running", "straight"]

  /// Whether a word can begin a date; most cannot. Of an article the word behind it tells.
  func mayStart(_ i: Int) -> Bool {
    let classes = tokens.classes[i]
    if classes.isDisjoint(with: Self.starts) { return tokens.flags[i].contains(.hasDigit) }
    return classes.isDisjoint(with: [.determiner, .conjunction]) || !isLeading(i) || mayBeSecond(i + 1)
  }

  /// Whether digits can begin a date or a list or range of dates: years can, others by what stands behind them.
  func mayStart(withNumber i: Int, limit: Int) -> Bool {
    let numeral = tokens.numerals[Int(tokens.details[i])]
    if numeral.digits == 4 { return true }
    let next = i + 1
    guard next < limit else { return false }
    switch tokens.kinds[next] {
    case .word:
      // "pm", "s", "Q", "of" and "to" have one letter or two.
      return !tokens.classes[next].isDisjoint(with: Self.behindNumbers)
        || tokens.upper(next) - tokens.lower(next) <= 2 || !tokens.flags[next].isDisjoint(with: [.hasDigit, .isDotted])
    case .symbol:
      switch tokens.details[next] {
      case 0x26, 0x2C, 0x2F, 0x3A: return true  // & , / :
      case 0x2E: return numeral.hasDecimals
      default: return tokens.isDash(next)
      }
    case .number: return true
    case .clitic: return false
    }
  }

  private static let behindNumbers: WordClass = [
    .month, .ordinalSuffix, .timeUnit, .scale, .scalePlural, .durationJoint, .dateOpening,
  ]

  private func isLeading(_ i: Int) -> Bool {
    tokens.isKey(i, .the) || tokens.isKey(i, .a) || tokens.isKey(i, .an) || tokens.isKey(i, .this)
      || tokens.isKey(i, .that)
  }

  private func mayBeSecond(_ i: Int) -> Bool {
    guard i < tokens.count else { return false }
    return switch tokens.kinds[i] {
    case .word: !tokens.classes[i].isDisjoint(with: Self.seconds)
    case .number: true
    case .symbol: tokens.isHyphen(i)
    case .clitic: false
    }
  }

  /// Whether a date may end with a token: a number, a month, a weekday.
  func isDateEnd(_ i: Int) -> Bool {
    tokens.numeral(i) != nil || tokens.isAny(i, [.month, .weekday, .timeUnit, .ordinalSuffix])
  }

  private static let ownStarts: WordClass = [.month, .weekday, .season, .holiday, .ordinal, .timeUnit, .dateStart]
  static let starts: WordClass = [ownStarts, .cardinal]

  private static let seconds: WordClass = [
    .month, .weekday, .season, .ordinal, .cardinal, .timeUnit, .scale, .scalePlural, .fraction, .numberStart,
    .dateStart, .dateSecond,
  ]

  /// Words that begin dates and are in none of the other classes.
  static let startWords = [
    "the", "a", "an", "this", "early", "late", "mid", "end", "start", "beginning", "middle", "half", "less", "more",
    "over", "about", "around",
    "nearly", "almost", "within", "recent", "earlier", "later", "last", "next", "past", "coming", "previous", "current",
    "following", "upcoming", "forthcoming", "fiscal", "financial", "academic", "calendar", "school", "today", "tonight",
    "yesterday", "tomorrow", "final", "several", "some", "many", "fy",
    "that",
  ]

  /// Words behind "the", "a", "an" and "this" in dates, beside those that begin dates or numbers: a rule for another such
  /// word has to name it here.
  static let secondWords = [
    "same", "prior", "preceding", "weekend", "few", "couple", "dozen", "morning", "afternoon", "evening", "night",
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
  ]

  /// Words between digits and the unit of time that they count, beside scales: "18 and a half years", "2 financial years".
  static let countWords = ["and", "dozen", "financial", "fiscal", "calendar"]

  /// `early March`, `mid-2023`, `the late 1950s`, `late Friday`: the date itself, with the word that narrows it.
  private func modified(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let at = tokens.isKey(i, .the) ? i + 1 : i
    guard tokens.isKey(at, .early) || tokens.isKey(at, .late) || tokens.isKey(at, .mid) else { return nil }
    let next = tokens.isHyphen(at + 1) ? at + 2 : at + 1
    // One such word, so that a text of nothing else is not read over and over.
    if [.early, .late, .mid].contains(where: { tokens.isKey(next, $0) }) { return nil }
    guard next < sentence.upperBound, let rest = point(at: next, in: sentence) else {
      // "late summer"
      return next < sentence.upperBound && i > sentence.lowerBound && tokens.isAny(i - 1, .preposition)
        ? seasonNumber(next).map { DatePoint(tokens: i..<next + 1, form: .season($0, year: nil, direction: nil)) } : nil
    }
    switch rest.form {
    case .year, .years, .month, .ofOtherYear, .decade, .century, .namedMonth, .season, .weekday: return rest.from(i)
    case .offset(let grain, _) where grain > .day: return rest.from(i)
    default: return nil
    }
  }

  /// A four-digit year at token `i`.
  func yearNumber(_ i: Int, limit: Int) -> Int? {
    guard i < limit, let numeral = tokens.numeral(i), numeral.digits == 4, let year = numeral.plain,
      Self.years.contains(year)
    else { return nil }
    if i + 1 < limit, tokens.isWord(i + 1), !tokens.isSpaced(i + 1) { return nil }
    // "Directive (EU) 2018/957", "Regulation (EU) 2023/1542", "2004/38/EC", "2023/C 220/01"
    if i + 2 < limit, tokens.isSymbol(i + 1, "/"), !tokens.isSpaced(i + 1), !tokens.isSpaced(i + 2) {
      let digits = tokens.numeral(i + 2)?.digits
      if digits == 3 || digits == 4 && tokens.isSymbol(i - 1, ")") || digits == nil && tokens.isWord(i + 2)
        || tokens.isSymbol(i + 3, "/") && tokens.isWord(i + 4)
      {
        return nil
      }
    }
    // "1800 555 000"
    if year == 1800 || year == 1300 || year == 1900, i + 1 < limit, tokens.kinds[i + 1] == .number { return nil }
    return year
  }

  /// A day of the month, `28` or `28th`, and the token after it.
  func dayNumber(_ i: Int, limit: Int) -> (Int, Int)? {
    guard i < limit, let numeral = tokens.numeral(i), numeral.digits <= 2, let day = numeral.plain,
      (1...31).contains(day)
    else { return nil }
    if i + 1 < limit, tokens.isWord(i + 1), !tokens.isSpaced(i + 1) {
      return tokens.isAny(i + 1, .ordinalSuffix) ? (day, i + 2) : nil
    }
    // "7 th May": raised letters that a page set apart.
    if i + 2 < limit, tokens.isAny(i + 1, .ordinalSuffix), !tokens.isCapital(i + 1),
      tokens.isAny(i + 2, .month) || tokens.isKey(i + 2, .of) && tokens.isAny(i + 3, .month)
    {
      return (day, i + 2)
    }
    return (day, i + 1)
  }

  func month(_ i: Int, limit: Int) -> Int? {
    guard i < limit, tokens.isAny(i, .month), tokens.isCapital(i) else { return nil }
    return Int(tokens.entry(i).month)
  }

  /// Skips the full stop of an abbreviated month or weekday.
  func afterDot(_ i: Int, limit: Int) -> Int {
    i < limit && tokens.isSymbol(i, ".") && !tokens.isSpaced(i) && tokens.isAny(i - 1, [.monthAbbreviation, .weekday])
      && tokens.upper(i - 1) - tokens.lower(i - 1) <= 5 ? i + 1 : i
  }

  // MARK: Days

  /// `Monday 4 March 2024`, `Tues., March 5`; without a date after it, the bare day of the week.
  private func weekdayDate(at i: Int, limit: Int) -> DatePoint? {
    guard tokens.isAny(i, .weekday), tokens.isCapital(i) else { return nil }
    let weekday = Int(tokens.entry(i).weekday)
    var next = afterDot(i + 1, limit: limit)
    if next < limit, tokens.isSymbol(next, ",") || tokens.isSymbol(next, "(") { next += 1 }
    if tokens.isKey(next, .the), next < limit { next += 1 }
    if let date = weekdaySlash(at: next, weekday: weekday, from: i, limit: limit) { return date }
    // "Tuesday, 12/15/15"
    if next < limit, tokens.kinds[next] == .number, let date = digits(at: next, in: i..<limit), isDayForm(date.form) {
      return date.from(i)
    }
    if next < limit,
      let date = dayMonth(at: next, weekday: weekday, from: i, limit: limit)
        ?? monthDate(at: next, from: i, weekday: weekday, in: i..<limit),
      isDayForm(date.form)
    {
      return date
    }
    if let date = dayBeforeOther(at: next, weekday: weekday, from: i, limit: limit) { return date }
    // "Tuesday last week", "Tuesday of last week"
    if let (week, end) = weekTail(at: tokens.isKey(i + 1, .of) ? i + 2 : i + 1, limit: limit) {
      return DatePoint(tokens: i..<end, form: .dayOfWeek(weekday, week: week))
    }
    // "Black Friday", "Bloody Sunday", "the Good Friday Agreement": names.
    if tokens.isCapital(i - 1), tokens.isAny(i - 1, Self.namedDays) { return nil }
    // "not played on a Tuesday", "every Friday": a habit.
    if tokens.isKey(i - 1, .a) || tokens.isKey(i - 1, .an) || tokens.isKey(i - 1, .every) || tokens.isKey(i - 1, .each)
    {
      return nil
    }
    if isOpeningHours(i, limit: limit) { return nil }
    // "Sun" alone is a newspaper; "Mondays" is a habit.
    let length = tokens.upper(i) - tokens.lower(i)
    guard length > 5, tokens.bytes[tokens.upper(i) - 1] | 0x20 == UInt8(ascii: "y") else { return nil }
    if i + 1 < limit, let part = dayPart(i + 1) {
      return DatePoint(tokens: i..<i + 1 + part, form: .weekday(weekday, direction: nil))
    }
    // "Monday week": the Monday after the next.
    if i + 1 < limit, tokens.isKey(i + 1, .week), !tokens.isCapital(i + 1) {
      return DatePoint(tokens: i..<i + 2, form: .weekday(weekday, direction: 2))
    }
    return DatePoint(tokens: i..<i + 1, form: .weekday(weekday, direction: nil))
  }

  /// `Sunday 24` of "Sunday 24 and Monday 25 February": its month stands behind the other day.
  private func dayBeforeOther(at i: Int, weekday: Int, from start: Int, limit: Int) -> DatePoint? {
    guard let (day, joint) = dayNumber(i, limit: limit), joint + 3 < limit,
      tokens.isKey(joint, .and) || tokens.isKey(joint, .or) || tokens.isKey(joint, .to) || tokens.isDash(joint)
        || tokens.isSymbol(joint, "&"),
      tokens.isAny(joint + 1, .weekday), tokens.isCapital(joint + 1),
      let other = dayMonth(at: afterDot(joint + 2, limit: limit), weekday: nil, from: joint + 1, limit: limit),
      case .day(let year, let month, let last, _) = other.form, day < last
    else { return nil }
    return DatePoint(tokens: start..<joint, form: .day(year: year, month: month, day: day, weekday: weekday))
  }

  private func isDayForm(_ form: DatePoint.Form) -> Bool {
    switch form {
    case .day: true
    case .ofOtherYear(_, let day, _): day != nil
    default: false
    }
  }

  /// `Wed. 10/30`: a day of the week says that the numbers are day and month.
  private func weekdaySlash(at i: Int, weekday: Int, from start: Int, limit: Int) -> DatePoint? {
    guard i + 2 < limit, isSlash(i + 1), !tokens.isSpaced(i + 2), !isSlash(i + 3) || tokens.numeral(i + 4) == nil,
      let a = tokens.numeral(i)?.plain, let b = tokens.numeral(i + 2)?.plain,
      case let isMonthFirst = b > 12 || a <= 12 && dayOrder != .dayFirst,
      case (let month, let day) = isMonthFirst ? (a, b) : (b, a), isDay(nil, month, day)
    else { return nil }
    return DatePoint(tokens: start..<i + 3, form: .day(year: nil, month: month, day: day, weekday: weekday))
  }

  /// `4 March 2024`, `28th of February`, `the 4th March`.
  private func dayMonth(at i: Int, weekday: Int?, from start: Int, limit: Int) -> DatePoint? {
    guard let (day, next) = dayNumber(i, limit: limit) else { return nil }
    var at = next
    if tokens.isKey(at, .of), at < limit { at += 1 }
    if at < limit, tokens.isHyphen(at) { at += 1 }
    guard let month = month(at, limit: limit) else { return nil }
    let (year, end) = self.year(after: at + 1, limit: limit)
    guard isDay(year, month, day) else { return nil }
    if year == nil, let (offset, upper) = yearWords(end, limit: limit) {
      return DatePoint(tokens: start..<upper, form: .ofOtherYear(month: month, day: day, yearOffset: offset))
    }
    return DatePoint(tokens: start..<end, form: .day(year: year, month: month, day: day, weekday: weekday))
  }

  /// `the fourth of July`, `the first of May 2025`; and `the 25th` alone, behind "on" or "by".
  private func ordinalDay(at i: Int, limit: Int) -> DatePoint? {
    guard tokens.isKey(i, .the), i + 2 < limit else { return nil }
    if tokens.isAny(i + 1, .ordinal), tokens.isKey(i + 2, .of), let month = month(i + 3, limit: limit),
      case let day = Int(tokens.entry(i + 1).ordinal), isDay(nil, month, day)
    {
      let (year, end) = self.year(after: i + 4, limit: limit)
      return isDay(year, month, day)
        ? DatePoint(tokens: i..<end, form: .day(year: year, month: month, day: day, weekday: nil)) : nil
    }
    guard [.on, .by, .until, .after, .before, .since].contains(where: { tokens.isKey(i - 1, $0) }),
      let (day, next) = dayNumber(i + 1, limit: limit), next == i + 3,
      next >= limit || tokens.kinds[next] == .symbol && !tokens.isHyphen(next)
        || tokens.isAny(next, [.conjunction, .auxiliary])
    else { return nil }
    return DatePoint(tokens: i..<next, form: .dayOfMonth(day))
  }

  /// The year that follows a month or day: `2024`, `, 2024`, `-2024`; and the token after it.
  func year(after i: Int, limit: Int) -> (Int?, Int) {
    var i = afterDot(i, limit: limit)
    let end = i
    // "12-Jun-24"
    if i < limit, tokens.isHyphen(i), tokens.isHyphen(i - 2), let short = tokens.numeral(i + 1), short.digits == 2,
      !short.hasDecimals, let year = short.value, year.isWhole, year < ExactNumber(50), i + 1 < limit
    {
      return (2000 + Int(year.numerator), i + 2)
    }
    if i < limit, tokens.isSymbol(i, ",") || tokens.isKey(i, .of) || tokens.isHyphen(i) { i += 1 }
    guard let year = yearNumber(i, limit: limit) else { return (nil, end) }
    return (year, i + 1)
  }

  private func isDay(_ year: Int?, _ month: Int, _ day: Int) -> Bool {
    Calendar.isValid(year: year ?? 2024, month: month, day: day)
  }

  /// `March 5, 2024`, `March 2024`, `March`, and `May last year`.
  private func monthDate(at i: Int, from start: Int, weekday: Int?, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    guard let month = month(i, limit: limit), !isBehindDay(i, in: sentence) else { return nil }
    let next = afterDot(i + 1, limit: limit)
    if let (day, after) = dayNumber(next, limit: limit), !isClockOrCount(next, after, limit: limit) {
      let (year, end) = self.year(after: after, limit: limit)
      if isDay(year, month, day) {
        return DatePoint(tokens: start..<end, form: .day(year: year, month: month, day: day, weekday: weekday))
      }
      return nil
    }
    let (year, end) = self.year(after: i + 1, limit: limit)
    if year != nil { return DatePoint(tokens: start..<end, form: .month(year: year, month: month)) }
    if let (offset, end) = yearWords(next, limit: limit) {
      return DatePoint(tokens: start..<end, form: .ofOtherYear(month: month, day: nil, yearOffset: offset))
    }
    guard isMonthAlone(i, in: sentence) else { return nil }
    return DatePoint(tokens: start..<i + 1, form: .month(year: nil, month: month))
  }

  /// "31 February 2024" is no date, and February 2024 is not what it says.
  private func isBehindDay(_ i: Int, in sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound, let day = tokens.numeral(i - 1), day.digits <= 2, !day.hasDecimals else {
      return false
    }
    return tokens.isSpaced(i) || tokens.isHyphen(i - 1)
  }

  /// The words of a day that no calendar has: `31 February 2024`, `30 February`, `April 31, 2024`.
  func impossibleDay(at i: Int, in sentence: Range<Int>) -> Range<Int>? {
    let limit = sentence.upperBound
    if let (day, next) = dayNumber(i, limit: limit), let month = month(next, limit: limit),
      case (let year, let end) = year(after: next + 1, limit: limit), !isDay(year, month, day)
    {
      return i..<end
    }
    guard let month = month(i, limit: limit), let (day, next) = dayNumber(i + 1, limit: limit),
      case (.some(let year), let end) = year(after: next, limit: limit), !isDay(year, month, day)
    else { return nil }
    return i..<end
  }

  /// After "March 12": a clock time, a percentage or a count with its noun says that 12 is no day.
  private func isClockOrCount(_ number: Int, _ next: Int, limit: Int) -> Bool {
    guard next < limit else { return false }
    if tokens.isSymbol(next, "%")
      || (tokens.isSymbol(next, ":") && !tokens.isSpaced(next) && tokens.numeral(next + 1) != nil)
    {
      return true
    }
    return tokens.isAny(next, [.scale, .irregularPlural])
  }

  /// `last year`, `of this year`, `next year` at token `i`: the year counted from the document's, and the token behind.
  private func yearWords(_ i: Int, limit: Int) -> (Int, Int)? {
    let i = tokens.isKey(i, .of) ? i + 1 : i
    guard i + 1 < limit, tokens.isKey(i + 1, .year) else { return nil }
    if tokens.isKey(i, .last) || tokens.isKey(i, .previous) { return (-1, i + 2) }
    return tokens.isKey(i, .this) ? (0, i + 2) : tokens.isKey(i, .next) ? (1, i + 2) : nil
  }
}
