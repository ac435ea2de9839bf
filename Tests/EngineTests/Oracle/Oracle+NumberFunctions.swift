import Foundation
import IbidColumns
import IbidPlan
import IbidTypes

/// Functions of numbers and measures.
extension Oracle {
  static func number(_ function: ScalarFunction, _ values: [Value]) throws -> Value {
    let x = double(values[0])
    func whole(_ number: Double) -> Value { abs(number) < 9e18 ? .int(Int64(number)) : .none }
    switch function {
    case .abs: if case .int(let number) = values[0] { return .int(abs(number)) } else { return .float(abs(x)) }
    case .sign: return .int(x < 0 ? -1 : x > 0 ? 1 : 0)
    case .round:
      if case .int = values[0] { return values[0] }
      if abs(x) >= 9_007_199_254_740_992 { return values[0] }
      guard let exact = ExactNumber(shortestDecimalOf: x) else { return .float(0) }
      return .float(rounded(exact, values.count > 1 ? int(values[1]) : 0).double)
    case .floor: return whole(floor(x))
    case .ceiling: return whole(ceil(x))
    case .truncate: return whole(trunc(x))
    case .sqrt: return finite(sqrt(x))
    case .power: return finite(pow(x, double(values[1])))
    case .exp: return finite(exp(x))
    case .ln: return finite(log(x))
    case .log10: return finite(log10(x))
    case .mod:
      let (a, b) = (int(values[0]), int(values[1]))
      return b == 0 ? .none : .int(Int64(a - b * Int(floor(Double(a) / Double(b)))))
    default: throw NotCovered(what: "the function \(function.rawValue) of numbers")
    }
  }

  /// To the nearest, of two equally near to the even one.
  private static func rounded(_ number: ExactNumber, _ places: Int) -> ExactNumber {
    let power = ExactNumber(whole: ExactNumber.powerOfTen(places)!)
    let scaled = number.multiplied(by: power)!
    let rest = scaled.subtracting(ExactNumber(whole: scaled.floor))!.multiplied(by: ExactNumber(2))!
    let goesUp = rest > .one || (rest == .one && scaled.floor % 2 != 0)
    return ExactNumber(whole: scaled.floor + (goesUp ? 1 : 0)).divided(by: power)!
  }

  /// What a number a little above or below rounds to: halves of the last place go that way.
  private static func beside(_ number: ExactNumber, _ places: Int, _ direction: Int) -> ExactNumber {
    let half = ExactNumber(whole: 2 * ExactNumber.powerOfTen(places)!)
    let halves = number.multiplied(by: half)!
    guard halves.isWhole, halves.floor % 2 != 0 else { return rounded(number, places) }
    return ExactNumber(whole: halves.floor + Int128(direction)).divided(by: half)!
  }

  /// The multiple below, found by steps.
  static func bucket(_ value: Value, _ width: Value) -> Value {
    func multiple(_ x: ExactNumber, _ step: ExactNumber) -> ExactNumber? {
      // Counting up from zero would take as many steps as there are buckets.
      guard step > .zero, let count = x.divided(by: step)?.floor else { return nil }
      return ExactNumber(count, over: 1)?.multiplied(by: step)
    }
    switch (value, width) {
    case (.int, .int):
      guard let bucket = multiple(ExactNumber(int(value)), ExactNumber(int(width))) else { return .none }
      return .int(Int64(bucket.numerator))
    case (.float(let x), .float(let step)):
      guard let x = ExactNumber(shortestDecimalOf: x), let step = ExactNumber(shortestDecimalOf: step) else {
        return .none
      }
      return multiple(x, step).map { .float($0.double) } ?? .none
    case (.measure(let x, let kind), .measure(let step, _)):
      guard step.low == step.high, !step.isLowOpen, !step.isHighOpen, let low = x.low, let high = x.high,
        let factor = Unit.factor(from: step.unit, to: x.unit),
        let width = step.low?.multiplied(by: factor), let bucket = multiple(low, width),
        let last = multiple(high, width)
      else { return .none }
      let touchesNext = last == high && x.isHighOpen && bucket.adding(width)! == last && low < high
      return last == bucket || touchesNext ? .measure(Measure(bucket, unit: x.unit), kind) : .none
    default: return .none
    }
  }

  // MARK: Measures

  static func measure(_ function: ScalarFunction, _ values: [Value], _ type: DataType) throws -> Value {
    var x: Measure
    var kind = MeasureKind.quantity
    switch values[0] {
    case .measure(let measure, let its): (x, kind) = (measure, its)
    case .int(let number): x = Measure(ExactNumber(Int(number)), unit: "")
    default: x = Measure(ExactNumber(shortestDecimalOf: double(values[0]))!, unit: "")
    }
    (x.text, x.worded, x.isChange) = (nil, nil, false)
    func made(_ measure: Measure) -> Value { .measure(measure, kind) }
    switch function {
    case .above: return made(Measure(low: x.low, high: nil, isLowOpen: true, isHedged: x.isHedged, unit: x.unit))
    case .atLeast:
      return made(Measure(low: x.low, high: nil, isLowOpen: x.isLowOpen, isHedged: x.isHedged, unit: x.unit))
    case .below: return made(Measure(low: nil, high: x.high, isHighOpen: true, isHedged: x.isHedged, unit: x.unit))
    case .upTo:
      return made(Measure(low: nil, high: x.high, isHighOpen: x.isHighOpen, isHedged: x.isHedged, unit: x.unit))
    case .about:
      x.isHedged = true
      return made(x)
    case .exact:
      let ends = Set([x.low, x.high].compactMap { $0 })
      return ends.count == 1 ? made(Measure(ends.first!, unit: x.unit)) : .none
    case .asUnit:
      x.unit = Unit.canonical(string(values[1]))
      return made(x)
    case .convert:
      let unit = kind == .money ? string(values[2]) : Unit.canonical(string(values[1]))
      let factor =
        kind == .money ? ExactNumber(shortestDecimalOf: double(values[1])) : Unit.factor(from: x.unit, to: unit)
      guard let factor else { return .none }
      x.low = x.low.map { $0.multiplied(by: factor)!.roundedToEighteenDigits() }
      x.high = x.high.map { $0.multiplied(by: factor)!.roundedToEighteenDigits() }
      x.unit = unit
      if factor < .zero { (x.low, x.high, x.isLowOpen, x.isHighOpen) = (x.high, x.low, x.isHighOpen, x.isLowOpen) }
      return made(x)
    case .abs:
      let isPositive = x.low.map { $0 >= .zero } ?? false
      let isNegative = x.high.map { $0 <= .zero } ?? false
      if isPositive { return made(x) }
      let mirrored = Measure(
        low: x.high?.negated, high: x.low?.negated, isLowOpen: x.isHighOpen, isHighOpen: x.isLowOpen,
        isHedged: x.isHedged, unit: x.unit)
      if isNegative { return made(mirrored) }
      // Zero lies inside; the further end is the end.
      guard let low = x.low, let high = x.high else {
        return made(Measure(low: .zero, high: nil, isHedged: x.isHedged, unit: x.unit))
      }
      let isFurther = low.negated > high
      let isOpen = low.negated == high ? x.isLowOpen && x.isHighOpen : isFurther ? x.isLowOpen : x.isHighOpen
      return made(
        Measure(
          low: .zero, high: isFurther ? low.negated : high, isHighOpen: isOpen, isHedged: x.isHedged, unit: x.unit))
    case .round:
      let places = values.count > 1 ? int(values[1]) : 0
      // Just inside of an open end.
      x.low = x.low.map { x.isLowOpen ? beside($0, places, 1) : rounded($0, places) }
      x.high = x.high.map { x.isHighOpen ? beside($0, places, -1) : rounded($0, places) }
      (x.isLowOpen, x.isHighOpen) = (false, false)
      return made(x)
    default: throw NotCovered(what: "the function \(function.rawValue) of measures")
    }
  }
}
