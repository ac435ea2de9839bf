import Glibc

/// Functions of floats that the standard library leaves to C. NaN and infinities are for the caller to take out.
enum ElementaryFunctions {
  static func exponential(_ x: Double) -> Double { exp(x) }

  /// NaN below zero, minus infinity at zero.
  static func naturalLogarithm(_ x: Double) -> Double { log(x) }

  static func decimalLogarithm(_ x: Double) -> Double { log10(x) }

  /// As C has it: exact where the result is a float.
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
