extension Moment {
  /// The year, month, week … that it lies in whole; nil if it lies in several or has an open end.
  ///
  /// For the grains from day to decade except season; a week runs from Monday to Sunday (ISO 8601).
  package func unit(_ grain: Grain) -> Moment? {
    guard let low, let high else { return nil }
    let day = Calendar.day(ofSecond: low)
    let (year, month, _) = Calendar.civil(fromDays: day)
    let whole: Moment? =
      switch grain {
      case .decade: Moment(decadeOf: year)
      case .year: Moment(year: year)
      case .half: Moment(year: year, firstMonth: (month - 1) / 6 * 6 + 1, months: 6, grain: .half)
      case .quarter: Moment(year: year, firstMonth: (month - 1) / 3 * 3 + 1, months: 3, grain: .quarter)
      case .month: Moment(year: year, month: month)
      case .week:
        Moment(
          firstDay: day - Calendar.weekday(ofDay: day) + 1, lastDay: day - Calendar.weekday(ofDay: day) + 7,
          grain: .week)
      default: Moment(firstDay: day, lastDay: day, grain: .day)
      }
    guard let whole, let end = whole.high, high <= end else { return nil }
    return whole
  }

  /// A week by its number in the year that has most of it; nil if that year has no such week (ISO 8601).
  init?(week: Int, of year: Int) {
    // The first week is the one with 4 January.
    let fourth = Calendar.days(year: year, month: 1, day: 4)
    let monday = fourth - Calendar.weekday(ofDay: fourth) + 1 + (week - 1) * 7
    guard Calendar.years.contains(year), week >= 1, Calendar.civil(fromDays: monday + 3).year == year else {
      return nil
    }
    self.init(firstDay: monday, lastDay: monday + 6, grain: .week)
  }

  /// The ten years from one that ends in 0.
  private init?(decadeOf year: Int) {
    let first = year - (year % 10 + 10) % 10
    guard Calendar.years.contains(first), Calendar.years.contains(first + 9) else { return nil }
    self.init(
      firstDay: Calendar.days(year: first, month: 1, day: 1),
      lastDay: Calendar.days(year: first + 9, month: 12, day: 31), grain: .decade)
  }

  /// The hour of the day that it lies in whole, 0 to 23.
  package var hour: Int? {
    guard let low, let high else { return nil }
    func hours(_ second: Int64) -> Int64 { second >= 0 ? second / 3600 : (second + 1) / 3600 - 1 }
    return hours(low) == hours(high) ? Int(hours(low) - Int64(Calendar.day(ofSecond: low)) * 24) : nil
  }

  /// Whether it is one day, month, year …, not a stretch of several.
  package var isOneUnit: Bool { grain < .day ? true : unit(grain).map { $0.low == low && $0.high == high } ?? false }
}

extension Calendar {
  /// 1 for 1 January, to 366.
  package static func dayOfYear(ofDay day: Int) -> Int {
    day - days(year: civil(fromDays: day).year, month: 1, day: 1) + 1
  }

  /// The number of a day's week in the year that has most of the week: the one of its Thursday (ISO 8601).
  package static func week(ofDay day: Int) -> Int { (dayOfYear(ofDay: day - weekday(ofDay: day) + 4) - 1) / 7 + 1 }

  /// The most months that can be added to the first day (see `adding`) without going past the second; negative, and the
  /// same the other way round, where the second comes first.
  package static func months(fromDay first: Int, to second: Int) -> Int {
    if second < first { return -months(fromDay: second, to: first) }
    let (a, b) = (civil(fromDays: first), civil(fromDays: second))
    let months = (b.year - a.year) * 12 + b.month - a.month
    guard let reached = adding(months: months, toDay: first) else { return months }
    return reached > second ? months - 1 : months
  }
}
