/// Means of a frame's numbers, and the sums of products of the distances from them, kept up to date row by row (B. Welford,
/// "Note on a Method for Calculating Corrected Sums of Squares and Products", 1962). For frames that only grow until they are
/// emptied: what is taken off sums of floats leaves their rounding behind.
struct GrowingSpread: MovingState {
  private let x: [Double]
  private let y: [Double]
  private(set) var count = 0
  private var xMean = 0.0
  private var yMean = 0.0
  private var xx = 0.0
  private var yy = 0.0
  private var xy = 0.0

  init(_ x: [Double], _ y: [Double]) {
    self.x = x
    self.y = y
  }

  mutating func enter(_ row: Int) {
    count += 1
    let (dx, dy) = (x[row] - xMean, y[row] - yMean)
    xMean += dx / Double(count)
    yMean += dy / Double(count)
    xx += dx * (x[row] - xMean)
    yy += dy * (y[row] - yMean)
    xy += dx * (y[row] - yMean)
  }

  mutating func leave(_ row: Int) {
    count -= 1
    (xMean, yMean, xx, yy, xy) = (0, 0, 0, 0, 0)
  }

  /// nil below two rows; not finite where the numbers are too large.
  var covariance: Double? { count < 2 ? nil : xy / Double(count - 1) }

  /// Pearson's; nil where either side does not vary.
  var correlation: Double? {
    guard xx.isFinite, yy.isFinite, xy.isFinite else { return .nan }
    guard count > 1, xx > 0, yy > 0 else { return nil }
    // Rounding may carry it a little past one.
    return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
  }
}
