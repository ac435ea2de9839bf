/// Functions of one row's values. The name is the case's raw value; signatures and docs are in `FunctionCatalog`.
package enum ScalarFunction: String, Sendable, Hashable, CaseIterable {
  // Text
  case lower, upper, trim, length, startsWith = "starts_with", endsWith = "ends_with", replace, split
  case join, occurrences, wordCount = "word_count", extract, has, contains
  // Numbers
  case abs, round, floor, ceiling, sqrt, power, mod, int, float
  // Dates and periods
  case year, quarter, month, day, yearNumber = "year_number", monthOfYear = "month_of_year", dayOfWeek = "day_of_week"
  case since, until, start, end, daysBetween = "days_between"
  // Bounds
  case above, atLeast = "at_least", below, upTo = "up_to", about
  case same, possibly, certainly, asUnit = "as_unit", convert
  // Lists and any
  case first, last, text
}

/// Functions of many rows.
package enum AggregateFunction: String, Sendable, Hashable, CaseIterable {
  case count, sum, avg, min, max, median, countDistinct = "count_distinct", list, set, first, last
  case any, all, one, minBy = "min_by", maxBy = "max_by", stddev, variance

  /// Whether it computes with the values, so that they must be of one currency or unit.
  package var needsOneUnit: Bool {
    switch self {
    case .sum, .avg, .min, .max, .median, .stddev, .variance, .minBy, .maxBy: true
    default: false
    }
  }

  /// Whether it is the second argument that is put in order.
  package var ordersBySecond: Bool { self == .minBy || self == .maxBy }

  /// Whether a skipped missing value may change what the result seems to say.
  package var computes: Bool {
    switch self {
    case .sum, .avg, .min, .max, .median, .stddev, .variance, .any, .all: true
    default: false
    }
  }

  /// Whether a value that a join has repeated would be counted twice.
  package var isHurtByRepeats: Bool {
    switch self {
    case .sum, .avg, .median, .stddev, .variance: true
    default: false
    }
  }
}
