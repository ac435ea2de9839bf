import IbidTypes

/// Computes dates; relative ones from the day the document was published, never from the clock.
struct DateResolver {
  /// First and last day of the date of publication; nil if none is known.
  let published: ClosedRange<Int>?
  /// Whether the document's seasons are those of the southern half of the earth.
  var isSouthern = false
  /// The month in which financial years begin, nil if not known.
  var fiscalStart: Int?

  /// The moment of a point. Without what it would need, an unresolved one that keeps words, grain and known parts; nil for
  /// a date that no calendar has, and for "a year earlier" than nothing. `last` is the date that the text gave before it.
  func moment(_ point: DatePoint, tense: Tense, text: String, last: Moment? = nil) -> Moment? {
    var moment = resolved(point.form, tense, last)
    if moment == nil {
      guard let (grain, partial) = Self.unresolved(point.form) else { return nil }
      moment = .unresolved(text, grain: grain, partial: partial)
    }
    moment?.text = text
    return moment
  }

  private func resolved(_ form: DatePoint.Form, _ tense: Tense, _ last: Moment?) -> Moment? {
    switch form {
    case .day(let year?, let month, let day, _): return Moment(year: year, month: month, day: day)
    case .day(nil, let month, let day, let weekday):
      return agreed { dayWithoutYear(month, day, weekday, tense, from: $0) }
    case .month(let year?, let month): return Moment(year: year, month: month)
    case .month(nil, let month): return agreed { monthWithoutYear(month, tense, from: $0) }
    case .ofOtherYear(let month, let day, let offset):
      return agreed {
        let year = Calendar.civil(fromDays: $0).year + offset
        return day.map { Moment(year: year, month: month, day: $0) } ?? Moment(year: year, month: month)
      }
    case .dayOfMonth(let day):
      if let last, let moment = Self.dayOfMonth(day, after: last) { return moment }
      return agreed { Self.dayOfMonth(day, tense, from: $0) }
    case .namedMonth(let month, let direction): return agreed { namedMonth(month, direction, from: $0) }
    case .year(let year): return Moment(year: year)
    case .years(let first, let last):
      guard let low = Moment(year: first), let high = Moment(year: last) else { return nil }
      return low.joined(to: high)
    case .decade(let year): return Self.years(year, count: 10, .decade)
    case .century(let year): return Self.years(year, count: 100, .century)
    case .partOfYear(let months, let number, let year): return part(months, number, of: year, tense)
    case .monthsOfYear(let count, let fromEnd, let year):
      return inYear(year) { Self.months(from: fromEnd ? 13 - count : 1, count, of: $0) }
    case .halfOfMonth(let number, let year, let month):
      return resolved(.month(year: year, month: month), tense, last).map { Self.half(number, of: $0) }
    case .weekdayOfMonth(let weekday, let number, let year, let month):
      return resolved(.month(year: year, month: month), tense, last).map { Self.weekday(weekday, number, of: $0) }
    case .weekOfMonth(let number, let year, let month):
      return resolved(.month(year: year, month: month), tense, last).flatMap { Self.week(number, of: $0) }
    case .week(let day, let isEnd): return resolved(day, tense, last).flatMap { Self.week(of: $0, isEnd: isEnd) }
    case .stretchTo(let grain, let count, let end):
      return resolved(end, tense, last).flatMap { Self.stretch(grain, count, to: $0) }
    case .season(let number, let year?, _): return inYear(year) { season(number, of: $0) }
    case .season(let number, nil, let direction): return agreed { season(number, direction, tense, from: $0) }
    case .weekday(let weekday, let direction): return agreed { self.weekday(weekday, direction, tense, from: $0) }
    case .numberedWeek(let number, let year?): return Self.week(number, ofYear: year)
    case .numberedWeek(let number, nil): return agreed { Self.week(number, tense, from: $0) }
    case .dayOfWeek(let weekday, let week):
      return agreed { Self.day($0 - (Calendar.weekday(ofDay: $0) - weekday) + week * 7) }
    case .weekend(let direction): return agreed { Self.weekend(direction, tense, from: $0) }
    case .holiday(let holiday, let year?): return holiday.day(in: year).map { Self.day($0) }
    case .holiday(let holiday, nil): return agreed { Self.holiday(holiday, tense, from: $0) }
    case .nearHoliday(let holiday, let direction):
      return agreed { Self.holiday(holiday, direction < 0 ? .past : .future, from: $0) }
    case .offset(let grain, let count): return agreed { Self.unit(grain, offset: count, from: $0) }
    case .ago(let grain, let count): return agreed { Self.unit(grain, offset: -count, from: $0, isAgo: true) }
    case .stretch(let grain, let count, let direction):
      return agreed { Self.stretch(grain, count, direction, from: $0) }
    case .fromLast(let form): return last.flatMap { fromLast(form, $0) }
    case .sameIn(let year, let grain):
      return last.flatMap { last in
        // "the same month last year", told of a day
        let unit = grain.flatMap { last.grain < $0 ? Self.unit($0, offset: 0, from: Self.firstDay(last)) : nil } ?? last
        return inOther(year, of: unit)
      }
    case .fiscalYear(let offset): return agreed { fiscalYear(ofDay: $0).flatMap { namedFiscalYear($0 + offset) } }
    case .fiscalYears(let count): return agreed { fiscalYears(count, from: $0) }
    case .shifted(let grain, let count): return last.flatMap { Self.shifted($0, by: count, grain) }
    case .time, .vague, .ambiguousDay: return nil
    }
  }

  /// Grain and known part of what cannot be computed; nil for a date that no calendar has.
  private static func unresolved(_ form: DatePoint.Form) -> (Grain, String?)? {
    switch form {
    case .day(nil, let month, let day, _), .ofOtherYear(let month, let day?, _):
      return day <= Calendar.length(ofMonth: month, year: 2024)
        ? (.day, "--\(Calendar.pad(month, 2))-\(Calendar.pad(day, 2))") : nil
    case .month(nil, let month), .ofOtherYear(let month, nil, _), .namedMonth(let month, _):
      return (.month, "--" + Calendar.pad(month, 2))
    case .partOfYear(let months, _, _): return (months == 3 ? .quarter : .half, nil)
    case .monthsOfYear, .stretchTo: return (.month, nil)
    case .fiscalYear, .fiscalYears: return (.year, nil)
    case .week, .weekOfMonth, .numberedWeek, .weekend, .halfOfMonth: return (.week, nil)
    case .season(_, .named(let year)?, _): return (.season, Calendar.pad(year, 4))
    case .season: return (.season, nil)
    case .weekday, .ambiguousDay, .dayOfMonth, .holiday, .weekdayOfMonth, .nearHoliday, .dayOfWeek:
      return (.day, nil)
    case .offset(let grain, _), .ago(let grain, _), .stretch(let grain, _, _), .vague(let grain): return (grain, nil)
    case .fromLast(.offset(_, 0)), .fromLast(.season(_, _, direction: 0)): return nil
    case .fromLast(let form): return unresolved(form).map { ($0.0, nil) }
    case .time(let hour, let minute): return (.minute, "T\(Calendar.pad(hour, 2)):\(Calendar.pad(minute, 2))")
    default: return nil
    }
  }

  /// What a rule gives for both the first and the last day that the document may have been published on, if they agree.
  func agreed(_ rule: (Int) -> Moment?) -> Moment? {
    guard let published, let first = rule(published.lowerBound) else { return nil }
    if published.count == 1 { return first }
    return rule(published.upperBound).flatMap { $0.isSame(as: first) ? first : nil }
  }

  private func dayWithoutYear(_ month: Int, _ day: Int, _ weekday: Int?, _ tense: Tense, from anchor: Int) -> Moment? {
    let year = Calendar.civil(fromDays: anchor).year
    let days = (year - 1...year + 1).filter { Calendar.isValid(year: $0, month: month, day: day) }
      .map { Calendar.days(year: $0, month: month, day: day) }
    let fitting = weekday.map { weekday in days.filter { Calendar.weekday(ofDay: $0) == weekday } } ?? days
    let candidates = fitting.isEmpty ? days : fitting
    let nearest = candidates.min { abs($0 - anchor) < abs($1 - anchor) }
    let chosen: Int? =
      switch tense {
      case .open: nearest
      // A release may be dated a little before or after what it tells of.
      case .past: candidates.last { $0 <= anchor + 7 } ?? nearest
      case .future: candidates.first { $0 >= anchor - 7 } ?? nearest
      }
    return chosen.map { Moment(firstDay: $0, lastDay: $0, grain: .day) }
  }

  private func monthWithoutYear(_ month: Int, _ tense: Tense, from anchor: Int) -> Moment? {
    let (year, current, _) = Calendar.civil(fromDays: anchor)
    let chosen: Int =
      switch tense {
      case .past: month <= current ? year : year - 1
      case .future: month >= current ? year : year + 1
      case .open: month - current > 6 ? year - 1 : current - month > 6 ? year + 1 : year
      }
    return Moment(year: chosen, month: month)
  }

  func namedMonth(_ month: Int, _ direction: Int, from anchor: Int) -> Moment? {
    let (year, current, _) = Calendar.civil(fromDays: anchor)
    if direction == 0 { return Moment(year: year, month: month) }
    return Moment(
      year: direction < 0 ? (month < current ? year : year - 1) : (month > current ? year : year + 1), month: month)
  }

  func weekday(_ weekday: Int, _ direction: Int?, _ tense: Tense, from anchor: Int) -> Moment? {
    let today = Calendar.weekday(ofDay: anchor)
    var shift = weekday - today
    switch direction ?? (tense == .future ? 2 : tense == .past ? -2 : 3) {
    case -1: shift = shift >= 0 ? shift - 7 : shift
    case 1: shift = shift <= 0 ? shift + 7 : shift
    case 2 where direction != nil: shift = shift <= 0 ? shift + 14 : shift + 7
    case -2: shift = shift > 0 ? shift - 7 : shift
    case 2: shift = shift < 0 ? shift + 7 : shift
    case 3: shift = shift > 3 ? shift - 7 : shift < -3 ? shift + 7 : shift
    default: break
    }
    return Moment(firstDay: anchor + shift, lastDay: anchor + shift, grain: .day)
  }

  // MARK: Units

  static func years(_ first: Int, count: Int, _ grain: Grain) -> Moment? {
    guard Calendar.years.contains(first), Calendar.years.contains(first + count - 1) else { return nil }
    return Moment(
      firstDay: Calendar.days(year: first, month: 1, day: 1),
      lastDay: Calendar.days(year: first + count - 1, month: 12, day: 31),
      grain: grain)
  }

  /// The unit that lies so many units from the one that holds the anchor. `isAgo` counts weeks from the day itself.
  static func unit(_ grain: Grain, offset: Int, from anchor: Int, isAgo: Bool = false) -> Moment? {
    guard abs(offset) < 100_000 else { return nil }
    let (year, month, _) = Calendar.civil(fromDays: anchor)
    switch grain {
    case .day: return Moment(firstDay: anchor + offset, lastDay: anchor + offset, grain: .day)
    case .week:
      let monday = anchor - (Calendar.weekday(ofDay: anchor) - 1) + offset * 7
      return Moment(firstDay: monday, lastDay: monday + 6, grain: .week)
    case .month, .quarter:
      let months = grain == .month ? 1 : 3
      let first = Calendar.days(year: year, month: (month - 1) / months * months + 1, day: 1)
      guard let start = Calendar.adding(months: offset * months, toDay: first),
        let next = Calendar.adding(months: months, toDay: start)
      else { return nil }
      return Moment(firstDay: start, lastDay: next - 1, grain: grain)
    case .year: return Moment(year: year + offset)
    case .decade:
      return isAgo ? Moment(year: year + offset * 10) : years((year + offset * 10) / 10 * 10, count: 10, .decade)
    case .century:
      return isAgo ? Moment(year: year + offset * 100) : years((year + offset * 100) / 100 * 100, count: 100, .century)
    default: return nil
    }
  }

  private static func stretch(_ grain: Grain, _ count: Int, _ direction: Int, from anchor: Int) -> Moment? {
    guard count > 0, count < 10_000 else { return nil }
    let other: Int? =
      switch grain {
      case .day: anchor + direction * count
      case .week: anchor + direction * count * 7
      case .month: Calendar.adding(months: direction * count, toDay: anchor)
      case .quarter: Calendar.adding(months: direction * count * 3, toDay: anchor)
      case .year: Calendar.adding(months: direction * count * 12, toDay: anchor)
      case .decade: Calendar.adding(months: direction * count * 120, toDay: anchor)
      default: nil
      }
    return other.map { Moment(firstDay: min(anchor, $0), lastDay: max(anchor, $0), grain: .day) }
  }
}
