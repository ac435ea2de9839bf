import IbidColumns
import IbidPlan
import IbidTypes

// Quantiles, the most frequent value, products. Null rule: as `Aggregation`; the product of nothing is 1.

extension ExactNumber {
  /// The share of the median.
  static let half = ExactNumber(1).divided(by: ExactNumber(2)) ?? .zero
}

/// Where a quantile lies among sorted values: R's type 7 (R. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages",
/// 1996), that is at `(count - 1) * share`, between two values by linear interpolation.
struct QuantilePlace {
  /// Index of the value at or before the place, and of the one behind; the same where the place is a value.
  let lower: Int
  let upper: Int
  /// How far it lies from the first to the second, 0 to less than 1.
  let fraction: ExactNumber

  /// nil without values, and for a share that is no share. `isMedian`: whether the share is a half.
  init?(_ share: ExactNumber, isMedian: Bool? = nil, of count: Int) {
    if count > 0, isMedian ?? (share == .half) {
      // The median needs no division.
      lower = (count - 1) / 2
      upper = count / 2
      fraction = lower == upper ? .zero : .half
      return
    }
    guard count > 0, share >= .zero, share <= .one, let place = share.multiplied(by: ExactNumber(count - 1)),
      let rest = place.subtracting(ExactNumber(whole: place.floor))
    else { return nil }
    lower = Int(place.floor)
    fraction = rest
    upper = rest == .zero ? lower : lower + 1
  }
}

extension Aggregation {
  /// `second` has the share in every row.
  func quantile(_ argument: Column, _ second: Column?, _ type: DataType) throws(Failure) -> Column {
    guard let share = Self.share(second) else { return .missing(type, count: groupCount) }
    switch argument {
    case .int(let column): return .float(quantile(column.values.map(Double.init), column.validity, share))
    case .float(let column): return .float(quantile(column.values, column.validity, share))
    case .measure(let column):
      do {
        return .measure(try MeasureAggregation(groups: self, column: column, type: type).quantile(share))
      } catch {
        throw .overflow
      }
    default: return .missing(type, count: groupCount)
    }
  }

  /// The first number of a column, as the decimal that it looks like; nil for no rows.
  static func share(_ column: Column?) -> ExactNumber? {
    switch column {
    case .int(let ints)?: ints.values.first.map { ExactNumber(Int($0)) }
    case .float(let floats)?: floats.values.first.flatMap { ExactNumber(shortestDecimalOf: $0) }
    default: nil
    }
  }

  func quantile(_ values: [Double], _ validity: Bitmap?, _ share: ExactNumber) -> FixedColumn<Double> {
    var grouped = GroupedValues(values, self, validity)
    let isMedian = share == .half
    let found = grouped.selected { count in
      QuantilePlace(share, isMedian: isMedian, of: count).map { ($0.lower, $0.upper) }
    }
    let counts = (0..<groupCount).map { Int64(grouped.count($0)) }
    let result = found.indices.map { group -> Double in
      guard let (a, b) = found[group],
        let place = QuantilePlace(share, isMedian: isMedian, of: grouped.count(group))
      else { return 0 }
      return Self.between(a, b, place.fraction)
    }
    return FixedColumn(result, validity: nonEmpty(counts))
  }

  /// A number between two others, of which both are taken as the decimals that they are written as, so that what lies 0.9
  /// of the way from 371 to 377 is 376.4. As floats where these do not fit.
  static func between(_ a: Double, _ b: Double, _ fraction: ExactNumber) -> Double {
    if a == b { return a }
    if fraction == .half, let middle = ShortDecimal.middle(of: a, b) { return middle }
    if let low = ExactNumber(shortestDecimalOf: a), let high = ExactNumber(shortestDecimalOf: b),
      let step = high.subtracting(low)?.multiplied(by: fraction), let number = low.adding(step)
    {
      // The digits give the nearest float; a quotient of two rounded ones may give its neighbour.
      return Double(number.plainDescription) ?? number.double
    }
    // Not `a + (b - a) * fraction`, whose difference may be too large for a float.
    return a * (1 - fraction.double) + b * fraction.double
  }

  /// The first row of the most frequent value in each group; of equally frequent ones that which came first.
  func modalRows(_ argument: Column) -> [Int32] {
    var pairs = Codes(identityOf: argument)
    pairs.combine(with: Codes(groups: ids.array, count: groupCount))
    let (values, firstRows) = pairs.grouped()
    let validity = argument.validity
    var counts = [Int32](repeating: 0, count: firstRows.count)
    for row in ids.indices.untilStopped where ids[row] >= 0 && (validity?[row] ?? true) {
      counts[Int(values[row])] += 1
    }
    var best = [Int32](repeating: -1, count: groupCount)
    for (value, row) in firstRows.enumerated() where counts[value] > 0 {
      let id = Int(ids[Int(row)])
      if best[id] < 0 || counts[value] > counts[Int(values[Int(best[id])])] { best[id] = row }
    }
    return best
  }

  func product(_ argument: Column, _ type: DataType) throws(Failure) -> Column {
    switch argument {
    case .int(let column):
      let values = column.values
      var products = [Int64](repeating: 1, count: groupCount)
      // A zero makes the product zero, however far the others would have gone.
      var overflowed = [Bool](repeating: false, count: groupCount)
      for row in ids.indices.untilStopped where ids[row] >= 0 && column.isValid(row) {
        let id = Int(ids[row])
        let (product, overflow) = products[id].multipliedReportingOverflow(by: values[row])
        products[id] = product
        overflowed[id] = values[row] != 0 && (overflowed[id] || overflow)
      }
      if overflowed.contains(true) { throw .overflow }
      return .int(FixedColumn(products))
    case .float(let column):
      let values = column.values
      var products = [Double](repeating: 1, count: groupCount)
      for row in ids.indices.untilStopped where ids[row] >= 0 && column.isValid(row) {
        products[Int(ids[row])] *= values[row]
      }
      return .float(try finite(FixedColumn(products)))
    default: return .missing(type, count: groupCount)
    }
  }
}
