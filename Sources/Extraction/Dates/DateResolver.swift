import IbidTypes

/// Computes dates; relative ones from the day the document was published, never from the clock.
struct DateResolver {
  /// First and last day of the date of publication; nil if none is known.
  let published: ClosedRange<Int>?

  /// The moment of a point. Without what it would need, an unresolved one that keeps words, grain and known parts.
  func moment(_ point: DatePoint, tense: Tense, text: String) -> Moment? {
    var moment = resolved(point.form, tense)
    if moment == nil {
      guard let (grain, partial) = Self.unresolved(point.form) else { return nil }
      moment = .unresolved(text, grain: grain, partial: partial)
    }
    moment?.text = text
    return moment
  }

  private func resolved(_ form: DatePoint.Form, _ tense: Tense) -> Moment? {
    switch form {
    case .day(let year?, let month, let day, _): return Moment(year: year, month: month, day: day)
    case .day(nil, let month, let day, let weekday):
      return agreed { dayWithoutYear(month, day, weekday, tense, from: $0) }
    case .month(let year?, let month): return Moment(year: year, month: month)
    case .month(nil, let month): return agreed { monthWithoutYear(month, tense, from: $0) }
    case .monthOfYear(let month, let offset):
      return agreed { Moment(year: Calendar.civil(fromDays: $0).year + offset, month: month) }
    case .namedMonth(let month, let direction): return agreed { namedMonth(month, direction, from: $0) }
    case .year(let year): return Moment(year: year)
    case .years(let first, let last):
      guard let low = Moment(year: first), let high = Moment(year: last) else { return nil }
      return low.joined(to: high)
    case .decade(let year): return Self.years(year, count: 10, .decade)
    case .century(let year): return Self.years(year, count: 100, .century)
    case .partOfYear(let months, let number, let year?): return Self.part(months, number, of: year)
    case .partOfYear(let months, let number, nil):
      return agreed { Self.part(months, number, of: Calendar.civil(fromDays: $0).year) }
    case .weekday(let weekday, let direction): return agreed { self.weekday(weekday, direction, tense, from: $0) }
    case .offset(let grain, let count): return agreed { Self.unit(grain, offset: count, from: $0) }
    case .ago(let grain, let count): return agreed { Self.unit(grain, offset: -count, from: $0, isAgo: true) }
    case .stretch(let grain, let count, let direction):
      return agreed { Self.stretch(grain, count, direction, from: $0) }
    case .season(let number, let year?, _): return Self.season(number, of: year)
    case .season(let number, nil, let direction): return agreed { Self.season(number, direction, from: $0) }
    case .time, .vague, .ambiguousDay: return nil
    }
  }

  /// Grain and known part of what cannot be computed; nil for a date that no calendar has.
  private static func unresolved(_ form: DatePoint.Form) -> (Grain, String?)? {
    switch form {
    case .day(nil, let month, let day, _):
      return day <= Calendar.length(ofMonth: month, year: 2024)
        ? (.day, "--\(Calendar.pad(month, 2))-\(Calendar.pad(day, 2))") : nil
    case .month(nil, let month), .monthOfYear(let month, _), .namedMonth(let month, _):
      return (.month, "--" + Calendar.pad(month, 2))
    case .partOfYear(let months, _, nil): return (months == 3 ? .quarter : .half, nil)
    case .season(_, let year, _): return (.season, year.map { Calendar.pad($0, 4) })
    case .weekday, .ambiguousDay: return (.day, nil)
    case .offset(let grain, _), .ago(let grain, _), .stretch(let grain, _, _), .vague(let grain): return (grain, nil)
    case .time(let hour, let minute): return (.minute, "T\(Calendar.pad(hour, 2)):\(Calendar.pad(minute, 2))")
    default: return nil
    }
  }

  /// What a rule gives for both the first and the last day that the document may have been published on, if they agree.
  private func agreed(_ rule: (Int) -> Moment?) -> Moment? {
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

  private func namedMonth(_ month: Int, _ direction: Int, from anchor: Int) -> Moment? {
    let (year, current, _) = Calendar.civil(fromDays: anchor)
    if direction == 0 { return Moment(year: year, month: month) }
    return Moment(
      year: direction < 0 ? (month < current ? year : year - 1) : (month > current ? year : year + 1), month: month)
  }

  private func weekday(_ weekday: Int, _ direction: Int?, _ tense: Tense, from anchor: Int) -> Moment? {
    let today = Calendar.weekday(ofDay: anchor)
    var shift = weekday - today
    switch direction ?? (tense == .future ? 2 : tense == .past ? -2 : 3) {
    case -1: shift = shift >= 0 ? shift - 7 : shift
    case 1: shift = shift <= 0 ? shift + 7 : shift
    case -2: shift = shift > 0 ? shift - 7 : shift
    case 2: shift = shift < 0 ? shift + 7 : shift
    case 3: shift = shift > 3 ? shift - 7 : shift < -3 ? shift + 7 : shift
    default: break
    }
    return Moment(firstDay: anchor + shift, lastDay: anchor + shift, grain: .day)
  }

  // MARK: Units

  private static func years(_ first: Int, count: Int, _ grain: Grain) -> Moment? {
    guard Calendar.years.contains(first), Calendar.years.contains(first + count - 1) else { return nil }
    return Moment(
      firstDay: Calendar.days(year: first, month: 1, day: 1),
      lastDay: Calendar.days(year: first + count - 1, month: 12, day: 31),
      grain: grain)
  }

  private static func part(_ months: Int, _ number: Int, of year: Int) -> Moment? {
    guard number >= 1, number * months <= 12, let low = Moment(year: year, month: (number - 1) * months + 1),
      let high = Moment(year: year, month: number * months)
    else { return nil }
    return Moment(low: low.low, high: high.high, grain: months == 3 ? .quarter : .half)
  }

  /// Three months from March, June, September or December: the meteorological seasons of the northern half.
  private static func season(_ number: Int, of year: Int) -> Moment? {
    let first = Calendar.days(year: year, month: number * 3 + 3, day: 1)
    guard Calendar.years.contains(year), let next = Calendar.adding(months: 3, toDay: first) else { return nil }
    return Moment(firstDay: first, lastDay: next - 1, grain: .season)
  }

  /// The season nearest to a day, or the last that is over, or the next to begin.
  private static func season(_ number: Int, _ direction: Int, from anchor: Int) -> Moment? {
    let year = Calendar.civil(fromDays: anchor).year
    func start(_ year: Int) -> Int { Calendar.days(year: year, month: number * 3 + 3, day: 1) }
    let years = [year - 2, year - 1, year, year + 1]
    let chosen =
      direction > 0
      ? years.first { start($0) > anchor }
      : direction < 0
        ? years.last { start($0) + 91 < anchor }
        : years.min { abs(start($0) + 45 - anchor) < abs(start($1) + 45 - anchor) }
    return chosen.flatMap { season(number, of: $0) }
  }

  /// The unit that lies so many units from the one that holds the anchor. `isAgo` counts weeks from the day itself.
  private static func unit(_ grain: Grain, offset: Int, from anchor: Int, isAgo: Bool = false) -> Moment? {
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
