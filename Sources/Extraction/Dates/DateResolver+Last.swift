import IbidTypes

/// Dates counted from the one that the text gave last.
extension DateResolver {
  /// `the following day`, `the previous month`: known only where the last date is as fine as what is counted.
  func fromLast(_ form: DatePoint.Form, _ last: Moment) -> Moment? {
    guard last.low != nil, last.high != nil else { return nil }
    let (first, end) = (Self.firstDay(last), Self.lastDay(last))
    switch form {
    case .offset(.year, let count):
      // No year lies before a decade.
      guard last.grain < .decade else { return nil }
      // The year before a year that runs from July to June is one as well.
      if end - first > 300, end - first < 400 { return Self.moved(last, months: count * 12) }
      // A financial year by both of its years.
      if last.grain == .year, (700...740).contains(end - first) { return Self.moved(last, months: count * 12) }
      return Moment(year: Calendar.civil(fromDays: first).year + count)
    case .offset(let grain, let count):
      return last.grain <= grain && end - first <= (grain == .quarter ? 92 : 31) || last.grain == grain
        ? Self.unit(grain, offset: count, from: count < 0 ? first : end) : nil
    case .weekday(let weekday, let direction):
      return first == end ? self.weekday(weekday, direction, .open, from: first) : nil
    case .namedMonth(let month, let direction): return namedMonth(month, direction, from: direction == -1 ? first : end)
    case .season(let number, nil, 0): return season(number, of: Calendar.civil(fromDays: first).year)
    case .season(let number, nil, let direction) where last.grain <= .season:
      return season(number, direction, .open, from: direction == -1 ? first : end)
    default: return nil
    }
  }

  /// A date moved by so many units: months, quarters and years keep their length, a day moved by years becomes the year.
  static func shifted(_ last: Moment, by count: Int, _ grain: Grain) -> Moment? {
    guard last.low != nil, last.high != nil, abs(count) < 10_000 else { return nil }
    switch grain {
    case .day, .week:
      guard last.grain == .day, firstDay(last) == lastDay(last) else { return nil }
      return day(firstDay(last) + count * (grain == .week ? 7 : 1))
    case .month:
      if last.grain < .month { return unit(.month, offset: count, from: firstDay(last)) }
      return last.grain == .month ? moved(last, months: count) : nil
    case .quarter: return last.grain == .quarter ? moved(last, months: count * 3) : nil
    case .year, .decade:
      let years = grain == .year ? count : count * 10
      if last.grain < .month, lastDay(last) - firstDay(last) < 300 {
        return Moment(year: Calendar.civil(fromDays: firstDay(last)).year + years)
      }
      return moved(last, months: years * 12)
    default: return nil
    }
  }

  /// Whole months moved; other stretches by their first and last day.
  static func moved(_ moment: Moment, months: Int) -> Moment? {
    guard let first = Calendar.adding(months: months, toDay: firstDay(moment)),
      let next = Calendar.adding(months: months, toDay: lastDay(moment) + 1)
    else { return nil }
    return Moment(firstDay: first, lastDay: next - 1, grain: moment.grain)
  }

  /// The same days, months or quarter of another year.
  static func moved(_ moment: Moment, toYear year: Int) -> Moment? {
    guard moment.low != nil, moment.high != nil, moment.grain < .year else { return nil }
    return moved(moment, months: (year - Calendar.civil(fromDays: firstDay(moment)).year) * 12)
  }

  /// `the same period last year`: of a stretch of last year's, as January tells of it, it is the one before, and where the
  /// text has no date the year is counted from the stretch.
  func inOther(_ year: DatePoint.Year, of last: Moment) -> Moment? {
    guard case .counted(let offset) = year, offset != 0 else { return inYear(year) { Self.moved(last, toYear: $0) } }
    let told = inYear(year) { Self.moved(last, toYear: $0) }
    guard told == nil && published == nil || told.map({ $0.isSame(as: last) }) == true else { return told }
    guard last.grain < .year else { return nil }
    return Self.moved(last, months: offset * 12)
  }

  /// `the 12 months to June 2024`: so many units that end with another date.
  static func stretch(_ grain: Grain, _ count: Int, to end: Moment) -> Moment? {
    guard end.high != nil, count > 0, count < 10_000 else { return nil }
    let next = lastDay(end) + 1
    let first: Int? =
      switch grain {
      case .week: next - count * 7
      case .month: Calendar.adding(months: -count, toDay: next)
      case .quarter: Calendar.adding(months: -count * 3, toDay: next)
      case .year: Calendar.adding(months: -count * 12, toDay: next)
      case .decade: Calendar.adding(months: -count * 120, toDay: next)
      default: nil
      }
    return first.map { Moment(firstDay: $0, lastDay: next - 1, grain: grain) }
  }
}
