import IbidColumns
import IbidPlan

// Variance, covariance and correlation of samples, in two passes: the means first, then the products around them. Null
// rule: as `Aggregation`; of pairs, a row without either value is skipped.

extension Aggregation {
  func doubles(_ column: Column) -> [Double] {
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
    let counts = counts(validity)
    let squares = products(values, values, validity, try mean(values, validity), try mean(values, validity))
    let variances = zip(squares, counts).map { $1 < 2 ? 0 : $0 / Double($1 - 1) }
    return try finite(
      FixedColumn(
        function == .stddev ? variances.map { $0.squareRoot() } : variances, validity: nonEmpty(counts, atLeast: 2)))
  }

  /// Pearson's correlation, missing where either side does not vary; or the covariance.
  func related(_ function: AggregateFunction, _ x: [Double], _ y: [Double], _ validity: Bitmap?) throws(Failure)
    -> FixedColumn<Double>
  {
    let counts = counts(validity)
    let (xMeans, yMeans) = (try mean(x, validity), try mean(y, validity))
    let xy = products(x, y, validity, xMeans, yMeans)
    if function == .covariance {
      return try finite(
        FixedColumn(
          zip(xy, counts).map { $1 < 2 ? 0 : $0 / Double($1 - 1) }, validity: nonEmpty(counts, atLeast: 2)))
    }
    let xx = products(x, x, validity, xMeans, xMeans)
    let yy = products(y, y, validity, yMeans, yMeans)
    let (xVaries, yVaries) = (varies(x, validity), varies(y, validity))
    let valid = Bitmap(
      (0..<groupCount).lazy.map { xVaries[$0] && yVaries[$0] && xx[$0] > 0 && yy[$0] > 0 })
    let values = (0..<groupCount).map { group -> Double in
      guard valid[group] else { return 0 }
      // Rounding may carry it a little past one.
      return max(-1, min(1, xy[group] / (xx[group].squareRoot() * yy[group].squareRoot())))
    }
    return try finite(FixedColumn(values, validity: valid.isAllTrue ? nil : valid))
  }

  /// Whether a group has two different values. Squares cannot tell: the mean of equal values may be rounded.
  private func varies(_ values: [Double], _ validity: Bitmap?) -> [Bool] {
    let least = least(values, validity, above: .infinity)
    let greatest = greatest(values, validity, below: -.infinity)
    return zip(least, greatest).map { $0 < $1 }
  }

  /// The sum of the products of both distances from the mean, for each group.
  private func products(
    _ x: [Double], _ y: [Double], _ validity: Bitmap?, _ xMeans: FixedColumn<Double>, _ yMeans: FixedColumn<Double>
  ) -> [Double] {
    totals(ProductSum(x: x, y: y, xMeans: xMeans.values, yMeans: yMeans.values, ids: ids.array), validity).totals
  }
}
