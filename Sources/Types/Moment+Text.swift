extension Moment {
  /// `2024-03-05`, `2024-03`, `2024-Q1`, `2024-W10`, `2022-07..2023-01`, `since 2015`, `"last month" (unresolved)`.
  package var description: String {
    switch (low, high) {
    case (nil, nil):
      let words = text.map { "\"\($0)\"" } ?? partial ?? "?"
      return words + " (unresolved)"
    case (let low?, nil): return "since " + Self.label(from: low, to: nil, grain)
    case (nil, let high?): return "until " + Self.label(from: nil, to: high, grain)
    case (let low?, let high?):
      if let whole = Self.whole(low, high, grain) { return whole }
      return Self.label(from: low, to: nil, grain) + ".." + Self.label(from: nil, to: high, grain)
    }
  }

  /// First and last second as ISO text: a day, or `2024-03-05T07:30:00` for grains finer than a day.
  package var isoEnds: (low: String?, high: String?) {
    func iso(_ second: Int64) -> String {
      let day = Calendar.iso(day: Calendar.day(ofSecond: second))
      return grain < .day ? day + "T" + Self.clock(second, seconds: true) : day
    }
    return (low.map(iso), high.map(iso))
  }

  /// The value as one unit of its grain, or nil if it is a stretch of several.
  private static func whole(_ low: Int64, _ high: Int64, _ grain: Grain) -> String? {
    let (first, last) = (Calendar.day(ofSecond: low), Calendar.day(ofSecond: high))
    let (year, month, day) = Calendar.civil(fromDays: first)
    switch grain {
    case .second: return low == high ? Calendar.iso(day: first) + "T" + clock(low, seconds: true) : nil
    case .minute: return high == low + 59 ? Calendar.iso(day: first) + "T" + clock(low, seconds: false) : nil
    case .hour: return high == low + 3599 ? Calendar.iso(day: first) + "T" + clock(low, seconds: false) : nil
    case .day: return first == last ? Calendar.iso(day: first) : nil
    case .week where Calendar.weekday(ofDay: first) == 1 && last == first + 6:
      // A week belongs to the year that its Thursday is in.
      return Calendar.pad(Calendar.civil(fromDays: first + 3).year, 4) + "-W"
        + Calendar.pad(Calendar.week(ofDay: first), 2)
    case .month where day == 1 && last == first + Calendar.length(ofMonth: month, year: year) - 1:
      return Calendar.pad(year, 4) + "-" + Calendar.pad(month, 2)
    case .year where month == 1 && day == 1 && last == Calendar.days(year: year, month: 12, day: 31):
      return Calendar.pad(year, 4)
    case .quarter
    where day == 1 && (month - 1) % 3 == 0
      && last == Calendar.days(year: year, month: month + 2, day: Calendar.length(ofMonth: month + 2, year: year)):
      return Calendar.pad(year, 4) + "-Q\((month - 1) / 3 + 1)"
    case .half
    where day == 1 && (month - 1) % 6 == 0
      && last == Calendar.days(year: year, month: month + 5, day: Calendar.length(ofMonth: month + 5, year: year)):
      return Calendar.pad(year, 4) + "-H\((month - 1) / 6 + 1)"
    case .decade where year % 10 == 0 && last == Calendar.days(year: year + 9, month: 12, day: 31):
      return Calendar.pad(year, 4) + "s"
    default: return nil
    }
  }

  /// One end of a stretch in the words of its grain.
  private static func label(from low: Int64?, to high: Int64?, _ grain: Grain) -> String {
    let second = low ?? high ?? 0
    let day = Calendar.day(ofSecond: second)
    let (year, month, dayOfMonth) = Calendar.civil(fromDays: day)
    switch grain {
    case .second, .minute, .hour: return Calendar.iso(day: day) + "T" + clock(second, seconds: grain == .second)
    case .year, .decade, .century:
      let isEdge = low != nil ? month == 1 && dayOfMonth == 1 : month == 12 && dayOfMonth == 31
      return isEdge ? Calendar.pad(year, 4) : Calendar.iso(day: day)
    case .month, .quarter, .half:
      let isEdge = low != nil ? dayOfMonth == 1 : dayOfMonth == Calendar.length(ofMonth: month, year: year)
      return isEdge ? Calendar.pad(year, 4) + "-" + Calendar.pad(month, 2) : Calendar.iso(day: day)
    default: return Calendar.iso(day: day)
    }
  }

  private static func clock(_ second: Int64, seconds: Bool) -> String {
    let day = Int64(Calendar.day(ofSecond: second)) * Calendar.secondsPerDay
    let time = Int(second - day)
    let text = Calendar.pad(time / 3600, 2) + ":" + Calendar.pad(time / 60 % 60, 2)
    return seconds ? text + ":" + Calendar.pad(time % 60, 2) : text
  }
}
