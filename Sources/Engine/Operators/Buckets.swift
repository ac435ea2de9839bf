import IbidColumns
import IbidTypes

/// What a `fill` counts through: neighbouring whole numbers, or neighbouring stretches of a grain.
struct Buckets {
  /// More rows for one group are more likely a mistake than a question.
  static let limit = 1_000_000

  /// nil: whole numbers.
  let scale: GrainScale?
  /// Number of the first bucket.
  let first: Int64
  /// At most `limit`.
  let count: Int

  enum Failure: Error {
    /// The range has no first or no last bucket.
    case endless
    case tooMany
  }

  /// Whole numbers that a quantity allows.
  init(numbersIn range: Measure) throws(Failure) {
    guard let low = range.low, let high = range.high else { throw .endless }
    var (first, last) = (Self.floor(low), Self.floor(high))
    if !low.isWhole || range.isLowOpen { first += 1 }
    if range.isHighOpen, high.isWhole { last -= 1 }
    first = max(first, Int128(Int64.min))
    last = min(last, Int128(Int64.max))
    guard last - first < Int128(Self.limit) else { throw .tooMany }
    self.init(scale: nil, first: Int64(clamping: first), count: Int(max(last - first + 1, 0)))
  }

  /// Stretches of a grain that a period touches.
  init(_ grain: Grain, in range: Moment) throws(Failure) {
    guard let low = range.low, let high = range.high else { throw .endless }
    let scale = GrainScale(grain)
    let (first, last) = (scale.number(ofSecond: low), scale.number(ofSecond: high))
    guard last - first < Int64(Self.limit) else { throw .tooMany }
    self.init(scale: scale, first: first, count: Int(max(last - first + 1, 0)))
  }

  private init(scale: GrainScale?, first: Int64, count: Int) {
    self.scale = scale
    self.first = first
    self.count = count
  }

  /// All of them, in order.
  var column: Column {
    let numbers = (0..<Int64(count)).map { first + $0 }
    guard let scale else { return .int(FixedColumn(numbers)) }
    return .moment(
      MomentColumn(
        low: numbers.map(scale.start), high: numbers.map { scale.start($0 + 1) - 1 },
        grains: [UInt8](repeating: scale.grain.rawValue, count: count)))
  }

  /// Which bucket each row's value is, from 0; `count` for values that are none.
  func places(of column: Column) -> [Int32] {
    let validity = column.validity
    func places(_ number: (Int) -> Int64?) -> [Int32] {
      [Int32](rows: column.count, filler: Int32(count)) { row in
        let isThere = validity?[row] ?? true
        return isThere ? number(row).map(place) ?? Int32(count) : Int32(count)
      }
    }
    switch column {
    case .int(let numbers):
      let values = numbers.values
      return places { values[$0] }
    case .moment(let moments): return places { number(low: moments.low[$0], high: moments.high[$0]) }
    default: return places { _ in nil }
    }
  }

  /// The number of the stretch that has exactly these ends.
  private func number(low: Int64, high: Int64) -> Int64? {
    guard let scale, low != MomentColumn.noLow, high != MomentColumn.noHigh else { return nil }
    let number = scale.number(ofSecond: low)
    return scale.start(number) == low && scale.start(number + 1) - 1 == high ? number : nil
  }

  private func place(_ number: Int64) -> Int32 {
    let (distance, overflow) = number.subtractingReportingOverflow(first)
    return overflow || distance < 0 || distance >= Int64(count) ? Int32(count) : Int32(distance)
  }

  private static func floor(_ number: ExactNumber) -> Int128 {
    let (quotient, remainder) = number.numerator.quotientAndRemainder(dividingBy: number.denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
