import IbidColumns
import IbidPlan

/// Sums of pairs of short numbers and of their products in each group, from which variance and correlation follow exactly.
///
/// The numbers are distances from the least of their column, which neither changes.
struct PackedMoments {
  /// Where the sums are.
  struct Lanes {
    let count: Int
    let x: Int
    let y: Int
    let xx: Int
    let yy: Int
    let xy: Int

    /// The columns are the same for a variance.
    init(_ x: Int, _ y: Int, in lanes: inout PackedLanes) {
      count = lanes.lane(among: [x, y])
      self.x = lanes.lane([x], among: [y])
      self.y = lanes.lane([y], among: [x])
      xx = lanes.lane([x, x], among: [y])
      yy = lanes.lane([y, y], among: [x])
      xy = lanes.lane([x, y])
    }
  }

  let counts: [Int64]
  private let x: [Int64]
  private let y: [Int64]
  private let xx: [Int64]
  private let yy: [Int64]
  private let xy: [Int64]

  init(_ lanes: Lanes, _ sums: (_ lane: Int) -> [Int64]) {
    counts = sums(lanes.count)
    (x, y) = (sums(lanes.x), sums(lanes.y))
    (xx, yy, xy) = (sums(lanes.xx), sums(lanes.yy), sums(lanes.xy))
  }

  /// Missing below two rows.
  func spread(_ function: AggregateFunction) -> FixedColumn<Double> {
    let variances = counts.indices.map { group in variance(group, x, x, xx) }
    return FixedColumn(
      function == .stddev ? variances.map { $0.squareRoot() } : variances,
      validity: Bitmap(counts.lazy.map { $0 >= 2 }).unlessAllTrue)
  }

  /// Pearson's correlation, missing where either side does not vary; or the covariance, missing below two rows.
  func related(_ function: AggregateFunction) -> FixedColumn<Double> {
    guard function == .corr else {
      return FixedColumn(
        counts.indices.map { variance($0, x, y, xy) }, validity: Bitmap(counts.lazy.map { $0 >= 2 }).unlessAllTrue)
    }
    let sides = counts.indices.map { group in (xx: product(group, x, x, xx), yy: product(group, y, y, yy)) }
    let values = counts.indices.map { group -> Double in
      let (xx, yy) = sides[group]
      guard xx > 0, yy > 0 else { return 0 }
      // Rounding may carry it a little past one.
      let roots = Double(nearest: xx).squareRoot() * Double(nearest: yy).squareRoot()
      return max(-1, min(1, Double(nearest: product(group, x, y, xy)) / roots))
    }
    return FixedColumn(values, validity: Bitmap(sides.lazy.map { $0.xx > 0 && $0.yy > 0 }).unlessAllTrue)
  }

  private func variance(_ group: Int, _ a: [Int64], _ b: [Int64], _ products: [Int64]) -> Double {
    let count = counts[group]
    return count < 2 ? 0 : Double(nearest: product(group, a, b, products)) / (Double(count) * Double(count - 1))
  }

  /// The sum of products around the means, times the number of rows. Distances have 16 bits and rows fewer than 32, so that
  /// nothing overflows.
  private func product(_ group: Int, _ a: [Int64], _ b: [Int64], _ products: [Int64]) -> Int128 {
    Int128(counts[group]) * Int128(products[group]) - Int128(a[group]) * Int128(b[group])
  }
}

extension Double {
  /// The float nearest to a whole number, most of which 64 bits hold: of more the standard library makes one bit by bit.
  fileprivate init(nearest number: Int128) {
    let word = Int64(truncatingIfNeeded: number)
    self = Int128(word) == number ? Double(word) : Double(number)
  }
}

extension Bitmap {
  fileprivate var unlessAllTrue: Bitmap? { isAllTrue ? nil : self }
}
