import IbidColumns
import IbidPlan
import IbidTypes

/// Quantiles, products and pairs.
extension Oracle {
  static func double(_ value: Value) -> Double {
    switch value {
    case .int(let number): Double(number)
    case .float(let number): number
    default: 0
    }
  }

  static func product(_ values: [Value]) throws -> Value {
    if values.contains(.int(0)) { return .int(0) }
    var product = ExactNumber.one
    for value in values {
      guard case .int(let factor) = value, let next = product.multiplied(by: ExactNumber(Int(factor))) else {
        throw Overflow()
      }
      product = next
    }
    guard let whole = Int64(exactly: product.numerator) else { throw Overflow() }
    return .int(whole)
  }

  static func covariance(_ pairs: [(x: Double, y: Double)]) -> Value {
    pairs.count < 2 ? .none : .float(products(pairs) / Double(pairs.count - 1))
  }

  static func correlation(_ pairs: [(x: Double, y: Double)]) -> Value {
    if Set(pairs.map(\.x)).count < 2 || Set(pairs.map(\.y)).count < 2 { return .none }
    let (xs, ys) = (products(pairs.map { ($0.x, $0.x) }), products(pairs.map { ($0.y, $0.y) }))
    return .float(max(-1, min(1, products(pairs) / (xs.squareRoot() * ys.squareRoot()))))
  }

  /// The sum of the products of distances from the means, in two passes as the textbook has it.
  ///
  /// Sorting by the results tells their last digits apart, so the way of computing them is part of their meaning.
  private static func products(_ pairs: [(x: Double, y: Double)]) -> Double {
    let count = Double(pairs.count)
    let (x, y) = (pairs.reduce(0) { $0 + $1.x } / count, pairs.reduce(0) { $0 + $1.y } / count)
    return pairs.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
  }

  // MARK: Quantiles

  /// How many steps from the first value to the last, and what is left of the next.
  private static func place(_ share: Value, of count: Int) -> (steps: Int, rest: ExactNumber) {
    var rest = ExactNumber(shortestDecimalOf: double(share))!.multiplied(by: ExactNumber(count - 1))!
    var steps = 0
    while rest >= .one {
      rest = rest.subtracting(.one)!
      steps += 1
    }
    return (steps, rest)
  }

  /// The mean of two numbers, of which the second weighs `weight` and the first the rest: of their decimals where these fit.
  private static func weighted(_ a: Double, _ b: Double, _ weight: ExactNumber) -> Double {
    guard let x = ExactNumber(shortestDecimalOf: a), let y = ExactNumber(shortestDecimalOf: b),
      let rest = ExactNumber.one.subtracting(weight), let first = x.multiplied(by: rest),
      let second = y.multiplied(by: weight), let mean = first.adding(second)
    else { return a == b ? a : a * (1 - weight.double) + b * weight.double }
    return Double(mean.plainDescription) ?? mean.double
  }

  static func quantile(_ values: [Value], share: Value, _ type: DataType) throws -> Value {
    if values.isEmpty { return .none }
    let (steps, rest) = place(share, of: values.count)
    let next = rest == .zero ? steps : steps + 1
    switch type {
    case .int, .float:
      let sorted = values.map(double).sorted()
      return .float(weighted(sorted[steps], sorted[next], rest))
    default: break
    }
    let measures = try inOneUnit(
      values.compactMap { if case .measure(let measure, _) = $0 { measure } else { nil } }, type)
    guard let unit = measures.first?.unit, measures.allSatisfy({ $0.unit == unit }) else { return .none }
    // Ends as numbers in their order: of low ends a missing one first, an open one behind a closed one.
    let lows = measures.sorted { a, b in
      guard let x = a.low, let y = b.low else { return a.low == nil && b.low != nil }
      return x != y ? x < y : !a.isLowOpen && b.isLowOpen
    }
    let highs = measures.sorted { a, b in
      guard let x = a.high, let y = b.high else { return a.high != nil && b.high == nil }
      return x != y ? x < y : a.isHighOpen && !b.isHighOpen
    }
    func between(_ a: ExactNumber?, _ b: ExactNumber?) throws -> ExactNumber? {
      guard let a, let b else { return nil }
      guard let step = b.subtracting(a)?.multiplied(by: rest), let number = a.adding(step) else { throw Overflow() }
      return number.roundedToEighteenDigits()
    }
    let kind: MeasureKind =
      switch type {
      case .money: .money
      case .duration: .duration
      default: .quantity
      }
    return .measure(
      Measure(
        low: try between(lows[steps].low, lows[next].low), high: try between(highs[steps].high, highs[next].high),
        isLowOpen: lows[steps].isLowOpen || lows[next].isLowOpen,
        isHighOpen: highs[steps].isHighOpen || highs[next].isHighOpen,
        isHedged: measures.contains(where: \.isHedged), unit: unit), kind)
  }
}
