import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// `least`, `greatest`, `clamp` and `bucket`. Null rule: a missing argument makes the result missing.

extension Evaluator {
  /// The least or greatest of each row's values, as the aggregates `min` and `max` find it: end by end.
  ///
  /// Each row is a group of its own, with a value from every column.
  func extreme(_ columns: [Column], largest: Bool, _ expression: PlanExpression) throws(EngineError) -> Column {
    guard var all = columns.first else { return .missing(expression.type.base, count: count) }
    let rows = all.count
    for column in columns.dropFirst() { all = try both(all, column, expression) }
    let groups = Aggregation(ids: columns.flatMap { _ in 0..<Int32(rows) }, groupCount: rows)
    let result = try aggregated(groups, largest ? .max : .min, all, nil, expression)
    guard let validity = columns.reduce(nil, { bothValid($0, $1.validity) }), !validity.isAllTrue else { return result }
    return result.gathered((0..<rows).map { validity[$0] ? Int32($0) : -1 })
  }

  /// The multiple of the width at or below each value: of a measure with bounds where both ends lie in one bucket.
  func bucket(_ column: Column, width: Column, _ expression: PlanExpression) throws(EngineError) -> Column {
    func overflow() -> EngineError { .failed(.overflow("the result of `bucket`", at: expression.span)) }
    switch (column, width) {
    case (.int(let values), .int(let widths)):
      var overflowed = false
      let result = [Int64?](rows: values.count, filler: nil) { row in
        guard let value = values[row], let width = widths[row], width > 0 else { return nil }
        let rest = value % width
        let (bucket, overflow) = value.subtractingReportingOverflow(rest < 0 ? rest + width : rest)
        overflowed = overflowed || overflow
        return bucket
      }
      if overflowed { throw overflow() }
      let valid = Bitmap(result.lazy.map { $0 != nil })
      return .int(FixedColumn(result.map { $0 ?? 0 }, validity: valid.isAllTrue ? nil : valid))
    case (.float(let values), .float(let widths)):
      let result = [Double](rows: values.count, filler: .nan) { row in
        // By shortest decimals, so that -0.3 is a multiple of 0.1.
        guard let value = values[row].flatMap({ ExactNumber(shortestDecimalOf: $0) }),
          let width = widths[row].flatMap({ ExactNumber(shortestDecimalOf: $0) })
        else { return .nan }
        return value.bucket(width)?.double ?? .nan
      }
      return .float(Self.finite(result, nil))
    case (.measure(let values), .measure(let widths)):
      let result = [Measure?](rows: values.count, filler: nil) { row in
        guard let value = values[row], let low = value.low, let high = value.high, let width = widths[row]?.point,
          let factor = widths[row].flatMap({ Unit.factor(from: $0.unit, to: value.unit) }),
          let scaled = width.multiplied(by: factor), let bucket = low.bucket(scaled),
          let end = bucket.adding(scaled), high < end || (high == end && value.isHighOpen && low < high)
        else { return nil }
        return Measure(bucket, unit: value.unit)
      }
      guard let buckets = Column.measures(result, kind: values.kind) else { throw overflow() }
      return buckets
    default: return .missing(expression.type.base, count: column.count)
    }
  }
}

extension ExactNumber {
  /// The multiple of a width at or below; nil for a width of zero or less, and past 128 bits.
  fileprivate func bucket(_ width: ExactNumber) -> ExactNumber? {
    guard width > .zero, let quotient = divided(by: width) else { return nil }
    return ExactNumber(whole: quotient.floor).multiplied(by: width)
  }
}
