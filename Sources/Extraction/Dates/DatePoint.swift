import IbidTypes

/// One date as the words give it, before it is set against the document's own date.
struct DatePoint {
  indirect enum Form {
    case day(year: Int?, month: Int, day: Int, weekday: Int?)
    case month(year: Int?, month: Int)
    /// `1 July next year`, `May last year`: the year counted from the document's, the day nil for the whole month.
    case ofOtherYear(month: Int, day: Int?, yearOffset: Int)
    /// `the 25th`: a day of the month that the document's date tells.
    case dayOfMonth(Int)
    case year(Int)
    /// `2023/24`, `2024 to 2025`
    case years(Int, Int)
    case decade(Int)
    case century(Int)
    /// Part `number` of a year that is cut into stretches of `months`: quarters and halves.
    case partOfYear(months: Int, number: Int, year: Year)
    /// `the first nine months of 2024`: so many months from a year's start, or to its end.
    case monthsOfYear(count: Int, fromEnd: Bool, year: Year)
    /// Week `number` of a month, its first seven days being week 1; -1 is the last seven.
    case weekOfMonth(number: Int, year: Int?, month: Int)
    /// `the second half of February`: from its start to the 15th, or from the 16th on.
    case halfOfMonth(number: Int, year: Int?, month: Int)
    /// `the first Saturday of November`; -1 is the last.
    case weekdayOfMonth(Int, number: Int, year: Int?, month: Int)
    /// `the week of November 18`: seven days from a date, or up to one.
    case week(Form, isEnd: Bool)
    /// `the 12 months to June 2024`: so many units up to the end of another date.
    case stretchTo(Grain, Int, Form)
    /// Season 0 (spring) to 3 (winter) of a year, or the last (-1), this (0) or next (1) one; neither: as the sentence looks.
    case season(Int, year: Year?, direction: Int?)
    /// A day of the week: before (-1), in (0) or after (1) the current one; nil where only its name is written.
    case weekday(Int, direction: Int?)
    /// Saturday and Sunday of the last (-1), this (0) or next (1) week; nil as the sentence looks.
    case weekend(direction: Int?)
    /// `week 21`: seven days by the number of the week (ISO 8601).
    case numberedWeek(Int, year: Int?)
    /// `Tuesday last week`: a day of the week before (-1), of (0) or after (1) the current one.
    case dayOfWeek(Int, week: Int)
    case holiday(Holiday, year: Int?)
    /// `last Easter`, `next Christmas`
    case nearHoliday(Holiday, direction: Int)
    /// A month by name with `last`, `this`, `next`.
    case namedMonth(Int, direction: Int)
    /// Whole units from the one the document was published in: `last year` is (year, -1), `today` (day, 0).
    case offset(Grain, Int)
    /// So many units before the day of publication: `three weeks ago`.
    case ago(Grain, Int)
    /// A stretch of so many units up to (-1) or from (1) the day of publication: `the next 4 years`.
    case stretch(Grain, Int, direction: Int)
    /// `the following day`, `the previous year`: a form counted from the date that the text gave last.
    case fromLast(Form)
    /// `the same quarter of 2023`: the date that the text gave last, or the unit that holds it, in another year.
    case sameIn(Year, Grain?)
    /// `two years earlier`, `a month later`: the date that the text gave last, so many units on.
    case shifted(Grain, Int)
    /// `the last financial year`: so many from the one that the document was published in.
    case fiscalYear(Int)
    /// `the last two financial years`: so many whole ones before the one that the document was published in.
    case fiscalYears(Int)
    case time(hour: Int, minute: Int)
    /// Stated, but not a date that can be computed: `recent years`.
    case vague(Grain)
    /// `3/4/2024`: which is the month is not written.
    case ambiguousDay
  }

  /// A year as it is written, counted from the document's, or left to be told from it.
  enum Year {
    case named(Int)
    case counted(Int)
    case open
    /// `2024-25`: the financial year that begins in the first of the two.
    case fiscal(Int)
    /// `the financial year`, counted from the one that the document was published in.
    case fiscalCounted(Int)

    var isNamed: Bool {
      switch self {
      case .named, .fiscal: true
      case .counted, .open, .fiscalCounted: false
      }
    }
  }

  var tokens: Range<Int>
  var form: Form

  /// Whether the words alone, with the year of the document at most, name the date.
  var kind: DateKind {
    switch form {
    case .day, .year, .decade, .century, .time, .ambiguousDay: .absolute
    case .month(let year, _), .weekOfMonth(_, let year, _), .halfOfMonth(_, let year, _),
      .weekdayOfMonth(_, _, let year, _), .holiday(_, let year), .numberedWeek(_, let year):
      year == nil ? .relative : .absolute
    case .season(_, let year, _): year?.isNamed == true ? .absolute : .relative
    case .partOfYear(_, _, let year), .monthsOfYear(_, _, let year): year.isNamed ? .absolute : .relative
    case .week(let form, _): DatePoint(tokens: tokens, form: form).kind
    case .years, .stretchTo, .fiscalYears: .range
    case .stretch: .duration
    default: .relative
    }
  }

  /// `early March`, `mid-2023`: the same date, said with more words.
  func from(_ i: Int) -> DatePoint { DatePoint(tokens: i..<tokens.upperBound, form: form) }
}

/// Days with a name of their own.
enum Holiday {
  /// The same day of the same month every year.
  case fixed(month: Int, day: Int)
  /// The n-th such weekday of a month; -1 is the last.
  case weekday(Int, number: Int, month: Int)
  /// So many days from Easter Sunday.
  case easter(Int)
}

/// Which way the sentence looks: where a date without a year or a bare weekday lies.
enum Tense { case past, future, open }
