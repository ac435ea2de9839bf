/// Functions of one row's values. The name is the case's raw value; signatures and docs are in `FunctionCatalog`.
package enum ScalarFunction: String, Sendable, Hashable, CaseIterable {
  // Text
  case lower, upper, trim, length
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case replace, split
  case join, occurrences
  case wordCount = "word_count"
  case extract, has, contains
  // Numbers
  case abs, round, floor, ceiling, sqrt, power, mod, int, float
  // Dates and periods
  case year, quarter, month, day
  case yearNumber = "year_number"
  case monthOfYear = "month_of_year"
  case dayOfWeek = "day_of_week"
  case since, until, start, end
  case daysBetween = "days_between"
  // Bounds
  case above
  case atLeast = "at_least"
  case below
  case upTo = "up_to"
  case about
  case same, possibly, certainly
  case asUnit = "as_unit"
  case convert
  // Lists and any
  case first, last, text
}

/// Functions of many rows.
package enum AggregateFunction: String, Sendable, Hashable, CaseIterable {
  case count, sum, avg, min, max, median
  case countDistinct = "count_distinct"
  case list, set, first, last
  case any, all, one
  case minBy = "min_by"
  case maxBy = "max_by"
  case stddev, variance

  /// Whether it computes with the values, so that they must be of one currency or unit.
  package var needsOneUnit: Bool {
    switch self {
    case .sum, .avg, .min, .max, .median, .stddev, .variance, .minBy, .maxBy: true
    default: false
    }
  }

  /// Whether its value may change with the order of the rows.
  package var dependsOnOrder: Bool {
    switch self {
    case .list, .set, .first, .last, .one, .minBy, .maxBy: true
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
