import IbidColumns
import IbidPlan
import IbidTypes

/// Identity, certain equality and order of two values.
extension Oracle {
  /// What group keys, `distinct` and `same` compare: as stated, words aside.
  static func areSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.measure(let x, _), .measure(let y, _)):
      return x.low == y.low && x.high == y.high && x.isLowOpen == y.isLowOpen && x.isHighOpen == y.isHighOpen
        && x.isHedged == y.isHedged
        && x.unit == y.unit
    case (.moment(let x), .moment(let y)):
      if !x.isResolved && !y.isResolved { return x.text == y.text && x.partial == y.partial }
      return x.low == y.low && x.high == y.high
    case (.list(let x), .list(let y)): return x.count == y.count && zip(x, y).allSatisfy { areSame($0, $1) }
    case (.float(let x), .float(let y)): return x == y
    default: return a == b
    }
  }

  /// What join keys ask for.
  static func areCertainlyEqual(_ a: Value, _ b: Value, _ type: DataType) -> Bool {
    switch (a, b) {
    case (.none, _), (_, .none): false
    case (.measure(let x, _), .measure(let y, _)): compare(.equal, x, y) == .yes
    case (.moment(let x), .moment(let y)): compare(.equal, x, isDate: type == .date, y, isDate: type == .date) == .yes
    default: areSame(a, b)
    }
  }

  /// -1, 0 or 1 in the order of `sort`; what has no place in the order comes last, then what is missing, both ways.
  static func order(_ a: Value, _ b: Value, descending: Bool = false) -> Int {
    let (x, y) = (standing(a), standing(b))
    if x != y { return x < y ? -1 : 1 }
    if x > 0 { return 0 }
    let result = stated(a, b)
    return descending ? -result : result
  }

  /// 0 in the order, 1 stated but without a place in it, 2 missing.
  static func standing(_ value: Value) -> Int {
    switch value {
    case .none: 2
    case .measure(let measure, _): measure.low == nil && measure.high == nil ? 1 : 0
    case .moment(let moment): moment.isResolved ? 0 : 1
    default: 0
    }
  }

  private static func stated(_ a: Value, _ b: Value) -> Int {
    func three<T: Comparable>(_ x: T, _ y: T) -> Int { x < y ? -1 : x == y ? 0 : 1 }
    switch (a, b) {
    case (.bool(let x), .bool(let y)): return three(x ? 1 : 0, y ? 1 : 0)
    case (.int(let x), .int(let y)): return three(x, y)
    case (.float(let x), .float(let y)): return three(x, y)
    case (.text(let x), .text(let y)):
      return x.utf8.elementsEqual(y.utf8) ? 0 : x.utf8.lexicographicallyPrecedes(y.utf8) ? -1 : 1
    case (.reference(_, let x), .reference(_, let y)): return three(x, y)
    case (.moment(let x), .moment(let y)):
      let starts = three(x.low ?? .min, y.low ?? .min)
      return starts != 0 ? starts : three(x.high ?? .max, y.high ?? .max)
    case (.measure(let x, _), .measure(let y, _)):
      func base(_ number: ExactNumber, _ measure: Measure) -> ExactNumber {
        number.multiplied(by: Unit.named(measure.unit)?.factor ?? .one)!
      }
      // The stated number, then below < up to < exact = about < at least < above; a range by its low end, then its high.
      func key(_ measure: Measure) -> (ExactNumber, Int, ExactNumber) {
        switch (measure.low, measure.high) {
        case (nil, let high?): (base(high, measure), measure.isHighOpen ? 0 : 1, .zero)
        case (let low?, nil): (base(low, measure), measure.isLowOpen ? 4 : 3, .zero)
        case (let low?, let high?): (base(low, measure), 2, base(high, measure))
        case (nil, nil): (.zero, 9, .zero)
        }
      }
      let (p, q) = (key(x), key(y))
      return p < q ? -1 : q < p ? 1 : 0
    default: return 0
    }
  }
}
