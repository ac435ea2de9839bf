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
      let (numbers, sizes) = (values.values, widths.values)
      let step = sizes.count == 1 ? 0 : 1
      let isWide = Bitmap(count: values.count) { sizes[$0 &* step] > 0 }
      let validity = bothValid(
        bothValid(values.validity, step == 0 ? nil : widths.validity), isWide.isAllTrue ? nil : isWide)
      if step == 0, !widths.isValid(0) { return .missing(.int, count: values.count) }
      let buckets = Numerators.each(of: values.count, filler: Int64(0)) { row in
        let (value, size) = (numbers[row], sizes[row &* step])
        // What is missing may overflow as it likes.
        guard size > 0, validity?[row] ?? true else { return (0, false) }
        let rest = value % size
        return value.subtractingReportingOverflow(rest < 0 ? rest + size : rest)
      }
      guard let buckets else { throw overflow() }
      return .int(FixedColumn(buckets, validity: validity))
    case (.float(let values), .float(let widths)):
      if let buckets = Self.plainBuckets(values, width: widths) ?? Self.buckets(values, width: widths) {
        return .float(buckets)
      }
      let (numbers, sizes) = (values.values, widths.values)
      let step = sizes.count == 1 ? 0 : 1
      if step == 0, !widths.isValid(0) { return .missing(.float, count: values.count) }
      let result = [Double](morsels: values.count, filler: .nan) { rows, output in
        for row in rows {
          // By shortest decimals, so that -0.3 is a multiple of 0.1.
          let value = ExactNumber(shortestDecimalOf: numbers[row])
          let width = ExactNumber(shortestDecimalOf: sizes[row &* step])
          output[row] = value.flatMap { value in width.flatMap { value.bucket($0)?.double } } ?? .nan
        }
      }
      return .float(Self.finite(result, bothValid(values.validity, step == 0 ? nil : widths.validity)))
    case (.measure(let values), .measure(let widths)):
      if let buckets = MeasureArithmetic.buckets(values, width: widths) { return .measure(buckets) }
      let result = [Measure?](rows: values.count, filler: nil) { row in
        guard let value = values[row], let low = value.low, let high = value.high,
          let width = widths[widths.count == 1 ? 0 : row]?.point,
          let factor = widths[widths.count == 1 ? 0 : row].flatMap({ Unit.factor(from: $0.unit, to: value.unit) }),
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

  /// Buckets of one width whose starts have at most fifteen digits; nil elsewhere.
  ///
  /// Such a start is the shortest decimal of its float, and shortest decimals are in the order of their floats: so it is enough
  /// to compare a number with the starts beside the quotient, which may be off by one.
  private static func plainBuckets(_ values: FixedColumn<Double>, width: FixedColumn<Double>) -> FixedColumn<Double>? {
    guard width.count == 1, let size = width[0].flatMap({ ShortDecimal($0) }), size.numerator > 0,
      size.numerator < 1_000_000_000_000, (0...15).contains(size.places),
      let power = ExactNumber.powerOfTen(size.places)
    else { return nil }
    let (numbers, validity) = (values.values, values.validity)
    let (step, scale) = (Double(size.numerator), Double(power))
    let (length, isWhole) = (step / scale, scale == 1)
    @inline(__always) func start(_ bucket: Double) -> Double { isWhole ? bucket * step : bucket * step / scale }
    let starts = Numerators.each(of: numbers.count, filler: 0.0) { row in
      let number = numbers[row]
      let quotient = number / length
      // Exact as long as there are fifteen digits; what is missing may lie anywhere.
      guard (quotient.magnitude + 2) * step < 1e15 else { return (0, validity?[row] ?? true) }
      let towardZero = Double(Int64(quotient))
      var bucket = towardZero > quotient ? towardZero - 1 : towardZero
      if number < start(bucket) { bucket -= 1 } else if number >= start(bucket + 1) { bucket += 1 }
      return (start(bucket) + 0, false)
    }
    return starts.map { FixedColumn($0, validity: validity) }
  }

  /// Of decimals of a few digits in buckets of one width, as whole numbers; nil elsewhere.
  private static func buckets(_ values: FixedColumn<Double>, width: FixedColumn<Double>) -> FixedColumn<Double>? {
    guard width.count == 1, let size = width[0].flatMap({ ShortDecimal($0) }), size.numerator > 0,
      let decimals = Decimals(values.values), let numbers = decimals.numbers,
      let power = ExactNumber.powerOfTen(size.places), let places = Int64(exactly: max(power, decimals.denominator))
    else { return nil }
    let (sizeFactor, factor) = (places / Int64(power), places / Int64(decimals.denominator))
    let (step, overflow) = Int64(size.numerator).multipliedReportingOverflow(by: sizeFactor)
    if overflow { return nil }
    let starts = Numerators.each(of: numbers.count, filler: 0.0) { row in
      let (value, o1) = numbers[row].multipliedReportingOverflow(by: factor)
      let rest = value % step
      let (start, o2) = value.subtractingReportingOverflow(rest < 0 ? rest &+ step : rest)
      // A quotient of two exact floats is rounded once.
      return (Double(start) / Double(places), o1 || o2 || start.magnitude >= 1 << 53)
    }
    return starts.map { FixedColumn($0, validity: values.validity) }
  }
}

extension ExactNumber {
  /// The multiple of a width at or below; nil for a width of zero or less, and past 128 bits.
  fileprivate func bucket(_ width: ExactNumber) -> ExactNumber? {
    guard width > .zero, let quotient = divided(by: width) else { return nil }
    return ExactNumber(whole: quotient.floor).multiplied(by: width)
  }
}
