/// Functions of one row's values; signatures and docs are in `FunctionCatalog`.
package enum ScalarFunction: String, Sendable, Hashable, CaseIterable {
  // Text
  case lower, upper, capitalize
  case titleCase = "title_case"
  case fold, trim, length, reverse
  case `repeat`
  case padStart = "pad_start"
  case padEnd = "pad_end"
  case substring, position
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case replace, split, words, lines, occurrences
  case replaceMatches = "replace_matches"
  case splitMatches = "split_matches"
  case countMatches = "count_matches"
  case wordCount = "word_count"
  case extract
  case extractAll = "extract_all"
  case similarity, has, contains
  // Numbers
  case abs, sign, round, floor, ceiling, truncate, sqrt, power, exp, ln, log10, mod
  case least, greatest, clamp, bucket
  // Dates and periods
  case decade, year, half, quarter, month, week, day
  case yearNumber = "year_number"
  case quarterOfYear = "quarter_of_year"
  case monthOfYear = "month_of_year"
  case weekOfYear = "week_of_year"
  case dayOfYear = "day_of_year"
  case dayOfMonth = "day_of_month"
  case dayOfWeek = "day_of_week"
  case hourOfDay = "hour_of_day"
  case since, until, start, end
  case daysBetween = "days_between"
  case monthsBetween = "months_between"
  case yearsBetween = "years_between"
  case lengthInDays = "length_in_days"
  // Bounds
  case above
  case atLeast = "at_least"
  case below
  case upTo = "up_to"
  case about, exact
  case same, possibly, certainly
  case asUnit = "as_unit"
  case convert
  // Lists
  case first, last, element, slice, reversed, sorted, distinct, flatten, join, range
  case indexOf = "index_of"
  // From one type to another
  case int, float, text, date, period, money, quantity, duration

  /// What users call it: a function that also takes a regular expression has a case for each.
  package var name: String {
    switch self {
    case .replaceMatches: Self.replace.rawValue
    case .splitMatches: Self.split.rawValue
    case .countMatches: Self.occurrences.rawValue
    default: rawValue
    }
  }

  /// Whether it has a value where its arguments have none.
  package var isNeverMissing: Bool {
    switch self {
    case .same, .possibly, .certainly: true
    default: false
    }
  }
}
