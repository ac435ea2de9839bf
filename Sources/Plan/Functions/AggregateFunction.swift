/// Functions of many rows.
package enum AggregateFunction: String, Sendable, Hashable, CaseIterable {
  case count, sum, avg, min, max, median
  case countDistinct = "count_distinct"
  case list, set, first, last
  case any, all, one
  case minBy = "min_by"
  case maxBy = "max_by"
  case stddev, variance, covariance, corr, quantile, mode, product

  /// Whether it computes with the values, so that they must be of one currency or unit.
  package var needsOneUnit: Bool {
    switch self {
    case .sum, .avg, .min, .max, .median, .quantile, .stddev, .variance, .covariance, .corr, .product, .minBy, .maxBy:
      true
    default: false
    }
  }

  /// Whether its value may change with the order of the rows.
  package var dependsOnOrder: Bool {
    switch self {
    case .list, .set, .first, .last, .one, .mode, .minBy, .maxBy: true
    default: false
    }
  }

  /// Whether its value is that of one row, the first or last in an order.
  package var choosesRow: Bool {
    switch self {
    case .min, .max, .minBy, .maxBy: true
    default: false
    }
  }

  /// Of those that choose a row: whether it is the last in the order.
  package var isLargest: Bool { self == .max || self == .maxBy }

  /// Whether it is the second argument that is put in order.
  package var ordersBySecond: Bool { self == .minBy || self == .maxBy }

  /// Whether it goes over pairs: a row without either of its two values is skipped.
  package var takesPairs: Bool { self == .covariance || self == .corr }

  /// Whether a skipped missing value may change what the result seems to say.
  package var computes: Bool {
    switch self {
    case .sum, .avg, .min, .max, .median, .quantile, .stddev, .variance, .covariance, .corr, .product, .any, .all: true
    default: false
    }
  }

  /// Whether a value that a join has repeated would be counted twice.
  package var isHurtByRepeats: Bool {
    switch self {
    case .sum, .avg, .median, .quantile, .stddev, .variance, .covariance, .corr, .product, .mode: true
    default: false
    }
  }
}
