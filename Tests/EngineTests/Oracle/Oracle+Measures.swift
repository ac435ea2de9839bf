import IbidColumns
import IbidPlan
import IbidTypes

/// Comparison of measures by trying out the values that they allow.
extension Oracle {
  /// `a op b`, or `a in b` where `op` is nil.
  static func compare(_ op: Comparison?, _ a: Measure, _ b: Measure) -> Truth {
    guard Unit.areComparable(a.unit, b.unit) else { return .unknown(.otherUnit) }
    let (x, y) = (inBase(a), inBase(b))
    let asStated = decide(op, x, y)
    // What only the exact point of a hedged value decides would come out otherwise a little to either side.
    for left in nudged(x) {
      for right in nudged(y) where decide(op, left, right) != asStated {
        return .unknown(asStated == nil ? cause(a, b) : .hedged)
      }
    }
    return asStated.map { Truth($0) } ?? .unknown(cause(a, b))
  }

  private static func cause(_ a: Measure, _ b: Measure) -> UnknownCause {
    if [a.low, a.high, b.low, b.high].contains(nil) { return .openBound }
    return a.isHedged || b.isHedged ? .hedged : .range
  }

  /// True for every pair of members, false for none, else nil.
  private static func decide(_ op: Comparison?, _ a: Measure, _ b: Measure) -> Bool? {
    let candidates = grid([a.low, a.high, b.low, b.high].compactMap { $0 })
    let left = candidates.filter { isMember($0, a) }
    let outcome: Truth
    if let op {
      let right = candidates.filter { isMember($0, b) }
      outcome = .all(left.lazy.flatMap { x in right.lazy.map { y in holds(op, x, y) } }, otherwise: .range)
    } else {
      outcome = .all(left.lazy.map { isMember($0, b) }, otherwise: .range)
    }
    switch outcome {
    case .yes: return true
    case .no: return false
    case .unknown: return nil
    }
  }

  static func holds<T: Comparable>(_ op: Comparison, _ x: T, _ y: T) -> Bool {
    switch op {
    case .equal: x == y
    case .notEqual: x != y
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    case .greaterOrEqual: x >= y
    }
  }

  static func isMember(_ x: ExactNumber, _ value: Measure) -> Bool {
    if let low = value.low, x < low || (x == low && value.isLowOpen) { return false }
    if let high = value.high, x > high || (x == high && value.isHighOpen) { return false }
    return true
  }

  /// The ends, three numbers between each two of them and three beyond either side: enough for `<`, `==` and `>` of two
  /// members of the same stretch.
  static func grid(_ ends: [ExactNumber]) -> [ExactNumber] {
    let ends = Set(ends).sorted()
    guard let first = ends.first, let last = ends.last else { return (-1...1).map { ExactNumber($0) } }
    var result = ends
    for steps in 1...3 {
      result.append(first.subtracting(ExactNumber(steps))!)
      result.append(last.adding(ExactNumber(steps))!)
      for (low, high) in zip(ends, ends.dropFirst()) {
        result.append(low.adding(high.subtracting(low)!.multiplied(by: ExactNumber(Int128(steps), over: 4)!)!)!)
      }
    }
    return result
  }

  private static func inBase(_ value: Measure) -> Measure {
    guard let factor = Unit.named(value.unit)?.factor else { return value }
    var result = value
    result.low = value.low.map { $0.multiplied(by: factor)! }
    result.high = value.high.map { $0.multiplied(by: factor)! }
    return result
  }

  /// The value itself, and if it is hedged also with its ends a little lower and higher.
  private static func nudged(_ value: Measure) -> [Measure] {
    guard value.isHedged else { return [value] }
    // Finer than what rounding at 18 digits tells apart.
    let steps = [-1, 0, 1].map { ExactNumber(Int128($0), over: 1_000_000_000_000_000_000_000)! }
    var result: [Measure] = []
    for low in steps {
      for high in value.point == nil ? steps : [low] {
        var moved = value
        moved.low = value.low?.adding(low)
        moved.high = value.high?.adding(high)
        result.append(moved)
      }
    }
    return result
  }
}
