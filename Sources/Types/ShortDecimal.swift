/// A float as a whole number over a power of ten, where few digits do: 12.5 is 125 over ten.
package struct ShortDecimal {
  package let numerator: Double
  /// Digits behind the point.
  package let places: Int

  /// Decimals of so many digits are different floats, so the one that is found is the shortest that stands for the float.
  private static let greatest = 1e14
  private static let powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// With so many digits behind the point at least; nil where more digits are needed.
  package init?(_ float: Double, places least: Int = 0) {
    for places in least..<Self.powers.count {
      let power = Self.powers[places]
      let numerator = (float * power).rounded()
      guard numerator.magnitude < Self.greatest else { return nil }
      // A quotient of two exact floats is rounded once, to the float of that decimal.
      if numerator / power == float {
        (self.numerator, self.places) = (numerator, places)
        return
      }
    }
    return nil
  }

  /// Rounded half to even to decimal places, 0 or more; there is no negative zero among decimals.
  package func rounded(toPlaces wanted: Int) -> Double {
    guard wanted < places else { return numerator / Self.powers[places] + 0 }
    // Both are whole and below 2^53, so that their quotient is.
    let (whole, step) = (Int64(numerator), Int64(Self.powers[places - wanted]))
    let (quotient, rest) = whole.quotientAndRemainder(dividingBy: step)
    let twice = rest.magnitude * 2
    let isAway = twice > step || twice == step && quotient & 1 != 0
    return Double(isAway ? quotient + (rest < 0 ? -1 : 1) : quotient) / Self.powers[wanted] + 0
  }

  /// The float nearest to the middle between two decimals; nil where they have more digits than a few.
  package static func middle(of a: Double, _ b: Double) -> Double? {
    guard let first = ShortDecimal(a), let second = ShortDecimal(b, places: first.places) else { return nil }
    guard second.places + 1 < powers.count, let first = ShortDecimal(a, places: second.places),
      first.places == second.places
    else { return nil }
    // Half of a decimal has one digit more. The sum times five is exact, as all of them are whole and below 2^53.
    let sum = (first.numerator + second.numerator) * 5
    guard sum.magnitude < greatest * 10 else { return nil }
    // There is no negative zero among decimals.
    return sum / powers[second.places + 1] + 0
  }
}
