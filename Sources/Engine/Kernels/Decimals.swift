import IbidColumns
import IbidTypes

/// Floats that are all decimals of a few digits, as sums of money are: whole numbers over one power of ten.
///
/// Such numbers ascend with the floats and have fewer bits than these, so that a sort of them moves less.
struct Decimals {
  private let values: [Double]
  private let power: Double

  /// So many are looked at before all are tried.
  private static let samples = 64
  /// Whole numbers with more bits are not tried.
  private static let mostBits: Int64 = 48

  /// nil where a look at some of them finds longer ones.
  init?(_ values: [Double], mostPlaces: Int = 9) {
    var places = 0
    for sample in 0..<min(Self.samples, values.count) {
      guard let short = ShortDecimal(values[sample * values.count / Self.samples], places: places),
        short.places <= mostPlaces
      else { return nil }
      places = short.places
    }
    self.values = values
    power = (0..<places).reduce(1) { power, _ in power * 10 }
  }

  /// What the whole numbers stand over.
  var denominator: Int128 { Int128(Int64(power)) }

  /// The whole numbers; nil if a float is longer, or great, or not finite. O(rows), by all threads.
  var numbers: [Int64]? {
    wholes(filler: Int64(0)) { $0 }
  }

  /// Keys that ascend with the floats; nil where there are no such whole numbers. O(rows), by all threads.
  func keys(turned: UInt64) -> [UInt64]? {
    wholes(filler: UInt64(0)) { UInt64(bitPattern: $0) ^ (1 << 63) ^ turned }
  }

  @inline(__always)
  private func wholes<Number: BitwiseCopyable>(filler: Number, _ made: (Int64) -> Number) -> [Number]? {
    // A float beside it has no bits behind the point: adding it rounds, and its lower bits are the whole number.
    let rounder = 0x1.8p52
    let half: Int64 = 1 << (Self.mostBits - 1)
    var areDecimals: [Bool] = []
    let numbers = [Number](apart: values.count, filler: filler) { numbers in
      areDecimals = Parallel.current.mapMorsels(of: values.count) { rows in
        let values = values.span
        var wrong: UInt64 = 0
        for row in rows {
          // There is no negative zero among decimals.
          let value = values[row] + 0
          let rounded = value * power + rounder
          let whole = Int64(bitPattern: rounded.bitPattern &- rounder.bitPattern)
          // The quotient is rounded once, to the float of that decimal, so that two floats never share a number.
          wrong |= ((rounded - rounder) / power).bitPattern ^ value.bitPattern
          wrong |= UInt64(bitPattern: (whole &+ half) &>> Self.mostBits)
          numbers[row] = made(whole)
        }
        return wrong == 0
      }
    }
    return areDecimals.allSatisfy { $0 } ? numbers : nil
  }
}
