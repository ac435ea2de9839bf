import IbidTypes

/// Weeks, weekends, holidays and days of a month.
extension DateResolver {
  static func day(_ day: Int) -> Moment { Moment(firstDay: day, lastDay: day, grain: .day) }

  /// Seven days from a day on, or up to it.
  static func week(of day: Moment, isEnd: Bool) -> Moment? {
    guard day.low != nil, day.high != nil else { return nil }
    let first = isEnd ? lastDay(day) - 6 : firstDay(day)
    return Moment(firstDay: first, lastDay: first + 6, grain: .week)
  }

  /// The first seven days of a month, the next, or the last.
  static func week(_ number: Int, of month: Moment) -> Moment? {
    guard month.low != nil, month.high != nil else { return nil }
    let first = number < 0 ? lastDay(month) - 6 : firstDay(month) + (number - 1) * 7
    return Moment(firstDay: first, lastDay: first + 6, grain: .week)
  }

  /// A week of a year by its number: the first is that of 4 January (ISO 8601).
  static func week(_ number: Int, ofYear year: Int) -> Moment? {
    guard Calendar.years.contains(year), Calendar.years.contains(year + 1) else { return nil }
    let fourth = Calendar.days(year: year, month: 1, day: 4)
    let monday = fourth - (Calendar.weekday(ofDay: fourth) - 1) + (number - 1) * 7
    return Moment(firstDay: monday, lastDay: monday + 6, grain: .week)
  }

  /// The last such week that has begun, the first that is not over, or the nearest.
  static func week(_ number: Int, _ tense: Tense, from anchor: Int) -> Moment? {
    let year = Calendar.civil(fromDays: anchor).year
    let weeks = [year - 1, year, year + 1].compactMap { week(number, ofYear: $0) }
    switch tense {
    case .past: return weeks.last { firstDay($0) <= anchor }
    case .future: return weeks.first { lastDay($0) >= anchor }
    case .open: return weeks.min { abs(firstDay($0) + 3 - anchor) < abs(firstDay($1) + 3 - anchor) }
    }
  }

  /// "on May 3, then on the 10th": the day of the month that the last date lies in, if that is a day before it.
  static func dayOfMonth(_ number: Int, after last: Moment) -> Moment? {
    guard last.grain == .day, last.low != nil, last.high != nil else { return nil }
    let (year, month, day) = Calendar.civil(fromDays: lastDay(last))
    return number > day ? Moment(year: year, month: month, day: number) : nil
  }

  /// To the 15th of a month, or from the 16th on.
  static func half(_ number: Int, of month: Moment) -> Moment {
    let first = firstDay(month)
    return Moment(
      firstDay: number == 1 ? first : first + 15, lastDay: number == 1 ? first + 14 : lastDay(month), grain: .week)
  }

  /// The n-th such weekday of a month, or its last.
  static func weekday(_ weekday: Int, _ number: Int, of month: Moment) -> Moment {
    let (first, last) = (firstDay(month), lastDay(month))
    guard number > 0 else { return day(last - (Calendar.weekday(ofDay: last) - weekday + 7) % 7) }
    return day(first + (weekday - Calendar.weekday(ofDay: first) + 7) % 7 + (number - 1) * 7)
  }

  /// "on the 25th": the nearest, the last or the next such day.
  static func dayOfMonth(_ number: Int, _ tense: Tense, from anchor: Int) -> Moment? {
    let (year, month, _) = Calendar.civil(fromDays: anchor)
    let first = Calendar.days(year: year, month: month, day: 1)
    let days = [-1, 0, 1].compactMap { offset -> Int? in
      guard let start = Calendar.adding(months: offset, toDay: first) else { return nil }
      let (year, month, _) = Calendar.civil(fromDays: start)
      return Calendar.isValid(year: year, month: month, day: number) ? start + number - 1 : nil
    }
    return chosen(of: days, tense, from: anchor).map { day($0) }
  }

  static func holiday(_ holiday: Holiday, _ tense: Tense, from anchor: Int) -> Moment? {
    let year = Calendar.civil(fromDays: anchor).year
    return chosen(of: (year - 1...year + 1).compactMap { holiday.day(in: $0) }, tense, from: anchor).map { day($0) }
  }

  /// Of days in order, the last up to the anchor, the first from it on, or the nearest.
  private static func chosen(of days: [Int], _ tense: Tense, from anchor: Int) -> Int? {
    switch tense {
    case .past: days.last { $0 <= anchor }
    case .future: days.first { $0 >= anchor }
    case .open: days.min { abs($0 - anchor) < abs($1 - anchor) }
    }
  }

  /// Saturday and Sunday. "This weekend" is the one at hand or to come; "over the weekend" the one that the sentence means.
  static func weekend(_ direction: Int?, _ tense: Tense, from anchor: Int) -> Moment? {
    let today = Calendar.weekday(ofDay: anchor)
    let coming = anchor + 6 - today
    let first: Int =
      switch (direction, tense) {
      case (.some(-1), _): coming - 7
      case (.some(1), _): today <= 2 ? coming : coming + 7
      case (.some(0), .past): today >= 6 ? coming : coming - 7
      case (.some(0), _): coming
      case (_, .future): coming
      case (_, .past): today >= 6 ? coming : coming - 7
      default: today <= 3 ? coming - 7 : coming
      }
    return Moment(firstDay: first, lastDay: first + 1, grain: .day)
  }
}

extension Holiday {
  /// The day number of the holiday in a year.
  func day(in year: Int) -> Int? {
    guard Calendar.years.contains(year) else { return nil }
    switch self {
    case .fixed(let month, let day): return Calendar.days(year: year, month: month, day: day)
    case .weekday(let weekday, let number, let month):
      let first = Calendar.days(year: year, month: month, day: 1)
      if number > 0 { return first + (weekday - Calendar.weekday(ofDay: first) + 7) % 7 + (number - 1) * 7 }
      let last = first + Calendar.length(ofMonth: month, year: year) - 1
      return last - (Calendar.weekday(ofDay: last) - weekday + 7) % 7
    case .easter(let offset): return Self.easter(year) + offset
    }
  }

  /// Easter Sunday, after the anonymous Gregorian algorithm (Nature, 20 April 1876).
  private static func easter(_ year: Int) -> Int {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = epact + sunday - 7 * ((golden + 11 * epact + 22 * sunday) / 451) + 114
    return Calendar.days(year: year, month: shift / 31, day: shift % 31 + 1)
  }
}
