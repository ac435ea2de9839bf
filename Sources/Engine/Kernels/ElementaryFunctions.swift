import Glibc

/// Functions of floats that the standard library leaves to C. NaN and infinities are for the caller to take out.
enum ElementaryFunctions {
  static func exponential(_ x: Double) -> Double { exp(x) }

  /// NaN below zero, minus infinity at zero.
  static func naturalLogarithm(_ x: Double) -> Double { log(x) }

  static func decimalLogarithm(_ x: Double) -> Double { log10(x) }

  /// Whole powers by squaring, which is exact as long as floats are; others as C has them.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    guard let steps = Int(exactly: exponent), steps.magnitude <= 4096 else { return pow(base, exponent) }
    var result = 1.0
    var square = base
    var rest = steps.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return steps < 0 ? 1 / result : result
  }
}
