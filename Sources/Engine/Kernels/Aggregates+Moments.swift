import IbidColumns
import IbidPlan

// Variance, covariance and correlation of samples: of short whole numbers from exact sums, else in two passes, the means first,
// then the products around them. Null rule: as `Aggregation`; of pairs, a row without either value is skipped.

extension Aggregation {
  static func doubles(_ column: Column) -> [Double] {
    switch column {
    case .int(let ints):
      [Double](morsels: ints.count, filler: 0) { range, output in
        let values = ints.values.span
        for row in range { output[row] = Double(values[row]) }
      }
    case .float(let floats): floats.values
    default: [Double](repeating: 0, count: column.count)
    }
  }

  func spread(_ function: AggregateFunction, _ values: [Double], _ validity: Bitmap?) throws(Failure)
    -> FixedColumn<Double>
  {
    if let moments = known.moments { return moments.spread(function) }
    let found = TotalsPass(
      terms: [.count(validity), .floatSum(FloatSum(values: values), validity)], ids: ids, groupCount: groupCount
    ).run().terms
    let counts = found[0].wholes()
    let means = try self.means(found[1].floats(), counts)
    let squares = totals(
      ProductSum(x: values, y: values, xMeans: means, yMeans: means, ids: ids.array), validity
    ).totals
    let variances = zip(squares, counts).map { $1 < 2 ? 0 : $0 / Double($1 - 1) }
    return try finite(
      FixedColumn(
        function == .stddev ? variances.map { $0.squareRoot() } : variances, validity: nonEmpty(counts, atLeast: 2)))
  }

  /// Pearson's correlation, missing where either side does not vary; or the covariance.
  func related(_ function: AggregateFunction, _ x: [Double], _ y: [Double], _ validity: Bitmap?) throws(Failure)
    -> FixedColumn<Double>
  {
    if let moments = known.moments { return moments.related(function) }
    var terms: [TotalsPass.Term] = [
      .count(validity), .floatSum(FloatSum(values: x), validity), .floatSum(FloatSum(values: y), validity),
    ]
    if function == .corr {
      // Whether a side has two different values. Squares cannot tell: the mean of equal values may be rounded.
      for values in [x, y] {
        terms.append(.leastFloat(Least(values: values, start: .infinity), validity))
        terms.append(.greatestFloat(Greatest(values: values, start: -.infinity), validity))
      }
    }
    let found = TotalsPass(terms: terms, ids: ids, groupCount: groupCount).run().terms
    let counts = found[0].wholes()
    let (xMeans, yMeans) = (try means(found[1].floats(), counts), try means(found[2].floats(), counts))
    if function == .covariance {
      let xy = totals(ProductSum(x: x, y: y, xMeans: xMeans, yMeans: yMeans, ids: ids.array), validity).totals
      return try finite(
        FixedColumn(
          zip(xy, counts).map { $1 < 2 ? 0 : $0 / Double($1 - 1) }, validity: nonEmpty(counts, atLeast: 2)))
    }
    let products = totals(
      ProductSums(x: x, y: y, xMeans: xMeans, yMeans: yMeans, ids: ids.array), validity
    ).totals
    let ends = found[3...].map { $0.floats() }
    let valid = Bitmap(
      (0..<groupCount).lazy.map { group in
        ends[0][group] < ends[1][group] && ends[2][group] < ends[3][group] && products[group].xx > 0
          && products[group].yy > 0
      })
    let values = (0..<groupCount).map { group -> Double in
      guard valid[group] else { return 0 }
      // Rounding may carry it a little past one.
      let sums = products[group]
      return max(-1, min(1, sums.xy / (sums.xx.squareRoot() * sums.yy.squareRoot())))
    }
    return try finite(FixedColumn(values, validity: valid.isAllTrue ? nil : valid))
  }

  /// Zero for a group without values.
  private func means(_ sums: [Double], _ counts: [Int64]) throws(Failure) -> [Double] {
    try finite(FixedColumn(zip(sums, counts).map { $1 == 0 ? 0 : $0 / Double($1) })).values
  }
}
