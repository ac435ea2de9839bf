import IbidColumns
import IbidTypes

// Null rule: kernels ignore validity. What a missing row holds takes part like all others: where it does not fit, nil comes of it,
// and the way row by row tells whether a row that is there does not fit either.

/// Whole-number arithmetic on ends that stand over one denominator: in 64 bits where every result fits, else in 128.
///
/// All give nil where 128 bits do not hold some result, and where the run was stopped.
extension Numerators {
  /// `self * factor + constant`.
  func times(_ factor: Int128, plus constant: Int128 = 0) -> Numerators? {
    if factor == 1, constant == 0 { return self }
    if case .narrow(let values) = self, let factor = Int64(exactly: factor), let constant = Int64(exactly: constant) {
      let narrow = Self.each(of: count, filler: Int64(0)) { row in
        let (product, o1) = values[row].multipliedReportingOverflow(by: factor)
        let (sum, o2) = product.addingReportingOverflow(constant)
        return (sum, o1 || o2)
      }
      if let narrow { return .narrow(narrow) }
    }
    return Self.each(of: count, filler: Int128(0)) { row in
      let (product, o1) = self[row].multipliedReportingOverflow(by: factor)
      let (sum, o2) = product.addingReportingOverflow(constant)
      return (sum, o1 || o2)
    }.map { Numerators($0) }
  }

  /// `a * p + b * q`, row by row; a side of one row stands for all of `count`.
  static func sum(_ a: Numerators, _ p: Int128, _ b: Numerators, _ q: Int128, count: Int) -> Numerators? {
    if a.count == 1, count != 1 {
      let (constant, overflow) = a[0].multipliedReportingOverflow(by: p)
      return overflow ? nil : b.times(q, plus: constant)
    }
    if b.count == 1, count != 1 {
      let (constant, overflow) = b[0].multipliedReportingOverflow(by: q)
      return overflow ? nil : a.times(p, plus: constant)
    }
    if case .narrow(let x) = a, case .narrow(let y) = b, let p = Int64(exactly: p), let q = Int64(exactly: q) {
      let narrow = each(of: count, filler: Int64(0)) { row in
        let (left, o1) = x[row].multipliedReportingOverflow(by: p)
        let (right, o2) = y[row].multipliedReportingOverflow(by: q)
        let (sum, o3) = left.addingReportingOverflow(right)
        return (sum, o1 || o2 || o3)
      }
      if let narrow { return .narrow(narrow) }
    }
    return each(of: count, filler: Int128(0)) { row in
      let (left, o1) = a[row].multipliedReportingOverflow(by: p)
      let (right, o2) = b[row].multipliedReportingOverflow(by: q)
      let (sum, o3) = left.addingReportingOverflow(right)
      return (sum, o1 || o2 || o3)
    }.map { Numerators($0) }
  }

  /// `self * factors[row]`; a side of one row stands for all of `count`.
  func times(_ factors: [Int64], count: Int) -> Numerators? {
    let (step, factorStep) = (self.count == 1 ? 0 : 1, factors.count == 1 ? 0 : 1)
    if case .narrow(let values) = self {
      let narrow = Self.each(of: count, filler: Int64(0)) { row in
        values[row &* step].multipliedReportingOverflow(by: factors[row &* factorStep])
      }
      if let narrow { return .narrow(narrow) }
    }
    return Self.each(of: count, filler: Int128(0)) { row in
      self[row &* step].multipliedReportingOverflow(by: Int128(factors[row &* factorStep]))
    }.map { Numerators($0) }
  }

  /// The greatest number that divides all of them and `divisor`.
  func commonDivisor(_ divisor: Int128) -> Int128 {
    let all = divisor.magnitude
    let found = Parallel.current.mapMorsels(of: count) { rows in
      var shared = all
      for row in rows {
        if shared == 1 { break }
        let number = self[row].magnitude
        if let short = UInt64(exactly: number), let divisor = UInt64(exactly: shared), short % divisor == 0 { continue }
        shared = ExactNumber.greatestCommonDivisor(number, shared)
      }
      return shared
    }
    return Int128(found.reduce(all) { ExactNumber.greatestCommonDivisor($0, $1) })
  }

  /// All divided by a number that divides them.
  func divided(by divisor: Int128) -> Numerators {
    if divisor == 1 { return self }
    if case .narrow(let values) = self, let divisor = Int64(exactly: divisor) {
      return .narrow(
        [Int64](morsels: count, filler: 0) { rows, output in for row in rows { output[row] = values[row] / divisor } })
    }
    return Numerators(
      [Int128](morsels: count, filler: 0) { rows, output in for row in rows { output[row] = self[row] / divisor } })
  }

  /// The greatest magnitude, or somewhat more.
  var bound: UInt128 {
    Parallel.current.mapMorsels(of: count) { rows in
      if case .narrow(let values) = self {
        var bits: UInt64 = 0
        for row in rows { bits |= UInt64(bitPattern: values[row] ^ (values[row] &>> 63)) }
        return UInt128(bits) + 1
      }
      return rows.reduce(0) { Swift.max($0, self[$1].magnitude) }
    }.max() ?? 0
  }

  /// Numbers that `rule` makes, each with whether it did not fit; nil if one did not, or the run was stopped. By all threads.
  @inline(__always)
  static func each<Number: BitwiseCopyable>(
    of count: Int, filler: Number, _ rule: (Int) -> (partialValue: Number, overflow: Bool)
  ) -> [Number]? {
    var fit: [Bool] = []
    let numbers = [Number](apart: count, filler: filler) { numbers in
      fit = Parallel.current.mapMorsels(of: count) { rows in
        var overflowed = false
        for row in rows {
          let (number, overflow) = rule(row)
          numbers[row] = number
          overflowed = overflowed || overflow
        }
        return !overflowed
      }
    }
    return fit.allSatisfy { $0 } && !Parallel.isCurrentStopped() ? numbers : nil
  }
}
