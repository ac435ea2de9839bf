import IbidTypes

/// One date as the words give it, before it is set against the document's own date.
struct DatePoint {
  enum Form {
    case day(year: Int?, month: Int, day: Int, weekday: Int?)
    case month(year: Int?, month: Int)
    /// `May last year`: the year counted from the document's.
    case monthOfYear(month: Int, yearOffset: Int)
    case year(Int)
    /// `2023/24`, `2024 to 2025`
    case years(Int, Int)
    case decade(Int)
    case century(Int)
    /// Part `number` of a year that is cut into stretches of `months`: quarters and halves.
    case partOfYear(months: Int, number: Int, year: Int?)
    /// Season 0 (spring) to 3 (winter, which starts in December) of a year, or the last (-1), this (0) or next (1) one.
    case season(Int, year: Int?, direction: Int)
    /// A day of the week: before (-1), in (0) or after (1) the current one; nil where only its name is written.
    case weekday(Int, direction: Int?)
    /// A month by name with `last`, `this`, `next`.
    case namedMonth(Int, direction: Int)
    /// Whole units from the one the document was published in: `last year` is (year, -1), `today` (day, 0).
    case offset(Grain, Int)
    /// So many units before the day of publication: `three weeks ago`.
    case ago(Grain, Int)
    /// A stretch of so many units up to (-1) or from (1) the day of publication: `the next 4 years`.
    case stretch(Grain, Int, direction: Int)
    case time(hour: Int, minute: Int)
    /// Stated, but not a date that can be computed: `recent years`.
    case vague(Grain)
    /// `3/4/2024`: which is the month is not written.
    case ambiguousDay
  }

  var tokens: Range<Int>
  var form: Form

  /// Whether the words alone, with the year of the document at most, name the date.
  var kind: DateKind {
    switch form {
    case .day, .year, .decade, .century, .time, .ambiguousDay: .absolute
    case .month(let year, _), .season(_, let year, _): year == nil ? .relative : .absolute
    case .partOfYear(_, _, let year): year == nil ? .relative : .absolute
    case .years: .range
    case .stretch: .duration
    default: .relative
    }
  }
}

/// Which way the sentence looks: where a date without a year or a bare weekday lies.
enum Tense { case past, future, open }
