import IbidTypes

/// Quarters, halves, seasons and stretches of months in their years.
extension DateResolver {
  /// What a rule makes of a year that is written or counted from the document's.
  func inYear(_ year: DatePoint.Year, _ rule: (Int) -> Moment?) -> Moment? {
    switch year {
    case .named(let year): rule(year)
    case .counted(let offset): agreed { rule(Calendar.civil(fromDays: $0).year + offset) }
    case .open: agreed { rule(Calendar.civil(fromDays: $0).year) }
    case .fiscal(let first): rule(first)
    case .fiscalCounted(let offset): agreed { fiscalYear(ofDay: $0).flatMap { rule($0 + offset) } }
    }
  }

  /// A quarter or half; without a year the last that has begun, or, of what is to come, the next that is not over.
  func part(_ months: Int, _ number: Int, of year: DatePoint.Year, _ tense: Tense) -> Moment? {
    guard number >= 1, number * months <= 12 else { return nil }
    func part(of year: Int) -> Moment? {
      Self.months(from: (number - 1) * months + 1, months, of: year, grain: months == 3 ? .quarter : .half)
    }
    if isFiscal(year) {
      guard let start = fiscalStart else { return nil }
      return inYear(year) { Self.moved(part(of: $0), months: start - 1) }
    }
    guard case .open = year else { return inYear(year, part) }
    return agreed { anchor in
      let year = Calendar.civil(fromDays: anchor).year
      if tense == .future { return [year, year + 1].lazy.compactMap(part).first { Self.lastDay($0) >= anchor } }
      return [year, year - 1].lazy.compactMap(part).first { Self.firstDay($0) <= anchor }
    }
  }

  private func isFiscal(_ year: DatePoint.Year) -> Bool {
    switch year {
    case .fiscal, .fiscalCounted: true
    case .named, .counted, .open: false
    }
  }

  /// The calendar year in which the financial year of a day began; nil where its first month is not known.
  func fiscalYear(ofDay day: Int) -> Int? {
    guard let fiscalStart else { return nil }
    let (year, month, _) = Calendar.civil(fromDays: day)
    return month >= fiscalStart ? year : year - 1
  }

  /// The financial year that begins in a calendar year.
  func fiscalYear(_ first: Int) -> Moment? {
    guard let fiscalStart else { return nil }
    return Self.moved(Moment(year: first), months: fiscalStart - 1)
  }

  /// The years that name the financial year which begins in a calendar year: both, or the one that most of it lies in.
  func namedFiscalYear(_ first: Int) -> Moment? {
    guard let fiscalStart else { return nil }
    if fiscalStart == 1 || fiscalStart >= 10 { return Moment(year: fiscalStart == 1 ? first : first + 1) }
    guard let low = Moment(year: first), let high = Moment(year: first + 1) else { return nil }
    return low.joined(to: high)
  }

  /// So many whole financial years up to the one that a day lies in.
  func fiscalYears(_ count: Int, from anchor: Int) -> Moment? {
    guard (1...50).contains(count), let current = fiscalYear(ofDay: anchor),
      let first = namedFiscalYear(current - count), let last = namedFiscalYear(current - 1)
    else { return nil }
    return first.joined(to: last)
  }

  private static func moved(_ moment: Moment?, months: Int) -> Moment? { moment.flatMap { moved($0, months: months) } }

  /// So many months of a year from one of them on.
  static func months(from first: Int, _ count: Int, of year: Int, grain: Grain = .month) -> Moment? {
    guard let low = Moment(year: year, month: first), let high = Moment(year: year, month: first + count - 1) else {
      return nil
    }
    return Moment(low: low.low, high: high.high, grain: grain)
  }

  static func firstDay(_ moment: Moment) -> Int { Calendar.day(ofSecond: moment.low ?? .min) }
  static func lastDay(_ moment: Moment) -> Int { Calendar.day(ofSecond: moment.high ?? .max) }

  // MARK: Seasons

  /// The month that a season begins in: the meteorological seasons, half a year apart north and south.
  private func firstMonth(ofSeason number: Int) -> Int { (number * 3 + (isSouthern ? 8 : 2)) % 12 + 1 }

  /// The season that begins in a year.
  func season(_ number: Int, of year: Int) -> Moment? {
    guard Calendar.years.contains(year) else { return nil }
    let first = Calendar.days(year: year, month: firstMonth(ofSeason: number), day: 1)
    guard let next = Calendar.adding(months: 3, toDay: first) else { return nil }
    return Moment(firstDay: first, lastDay: next - 1, grain: .season)
  }

  /// The last season that is over, the nearest, or the next to begin; without a word for it, as the sentence looks.
  func season(_ number: Int, _ direction: Int?, _ tense: Tense, from anchor: Int) -> Moment? {
    let year = Calendar.civil(fromDays: anchor).year
    func start(_ year: Int) -> Int { Calendar.days(year: year, month: firstMonth(ofSeason: number), day: 1) }
    let years = [year - 2, year - 1, year, year + 1]
    let chosen: Int? =
      switch (direction, tense) {
      case (.some(1), _): years.first { start($0) > anchor }
      case (.some(-1), _): years.last { start($0) + 91 < anchor }
      case (nil, .past): years.last { start($0) <= anchor }
      case (nil, .future), (.some(0), .future): years.first { start($0) + 91 >= anchor }
      default: years.min { abs(start($0) + 45 - anchor) < abs(start($1) + 45 - anchor) }
      }
    return chosen.flatMap { season(number, of: $0) }
  }
}
