import IbidColumns
import IbidPlan
import IbidTypes

/// Sums, products and quotients of what two values allow.
extension Oracle {
  static func negated(_ value: Value) throws -> Value {
    switch value {
    case .int(let number):
      if number == .min { throw Overflow() }
      return .int(-number)
    case .float(let number): return .float(-number)
    case .measure(let measure, let kind):
      return .measure(
        Measure(
          low: measure.high?.negated, high: measure.low?.negated, isLowOpen: measure.isHighOpen,
          isHighOpen: measure.isLowOpen,
          isHedged: measure.isHedged, isChange: measure.isChange, unit: measure.unit), kind)
    default: return .none
    }
  }

  static func arithmetic(_ op: Arithmetic, _ a: Value, _ b: Value, _ type: DataType) throws -> Value {
    func whole(_ result: (partialValue: Int64, overflow: Bool)) throws -> Value {
      if result.overflow { throw Overflow() }
      return .int(result.partialValue)
    }
    func float(_ result: Double) -> Value { result.isFinite ? .float(result) : .none }
    switch (op, a, b) {
    case (_, .none, _), (_, _, .none): return .none
    case (.add, .int(let x), .int(let y)): return try whole(x.addingReportingOverflow(y))
    case (.subtract, .int(let x), .int(let y)): return try whole(x.subtractingReportingOverflow(y))
    case (.multiply, .int(let x), .int(let y)): return try whole(x.multipliedReportingOverflow(by: y))
    case (.divide, .int(let x), .int(let y)): return y == 0 ? .none : float(Double(x) / Double(y))
    case (.add, .float(let x), .float(let y)): return float(x + y)
    case (.subtract, .float(let x), .float(let y)): return float(x - y)
    case (.multiply, .float(let x), .float(let y)): return float(x * y)
    case (.divide, .float(let x), .float(let y)): return y == 0 ? .none : float(x / y)
    case (.add, .text(let x), .text(let y)): return .text(x + y)
    case (.add, .measure(let x, let kind), .measure(let y, _)):
      return try sum(x, y, type).map { .measure($0, kind) } ?? .none
    case (.subtract, .measure(let x, let kind), .measure):
      guard case .measure(let y, _) = try negated(b) else { return .none }
      return try sum(x, y, type).map { .measure($0, kind) } ?? .none
    case (.divide, .int(let x), .float(let y)): return y == 0 ? .none : float(Double(x) / y)
    case (.divide, .float(let x), .int(let y)): return y == 0 ? .none : float(x / Double(y))
    case (.multiply, .measure(let x, let kind), .int), (.multiply, .measure(let x, let kind), .float):
      return .measure(try product(x, factor(b)), kind)
    case (.multiply, _, .measure(let y, let kind)): return .measure(try product(y, factor(a)), kind)
    case (.divide, .measure(let x, let kind), .int), (.divide, .measure(let x, let kind), .float):
      guard let factor = try factor(b).flatMap({ $0 == .zero ? nil : $0 }) else { return .none }
      let divided = try quotient(x, Measure(factor, unit: ""))
      return divided.map {
        .measure(
          Measure(
            low: $0.low, high: $0.high, isLowOpen: $0.isLowOpen, isHighOpen: $0.isHighOpen, isHedged: x.isHedged,
            unit: x.unit), kind)
      } ?? .none
    case (.divide, .measure(let x, _), .measure(let y, _)):
      guard let toLeft = Unit.factor(from: y.unit, to: x.unit) else { return .none }
      return try quotient(x, try product(y, toLeft)).map { .measure($0, .quantity) } ?? .none
    case (_, .moment(let date), .measure(let duration, _)): return moved(date, duration, back: op == .subtract)
    case (.subtract, .moment(let x), .moment(let y)): return distance(x, y)
    default: throw NotCovered(what: "\(a) \(op.rawValue) \(b)")
    }
  }

  /// A plain number exactly, a float as its shortest decimal.
  private static func factor(_ value: Value) throws -> ExactNumber? {
    switch value {
    case .int(let number): return ExactNumber(whole: Int128(number))
    case .float(let number): return ExactNumber(shortestDecimalOf: number)
    default: return nil
    }
  }

  // MARK: Measures by numbers

  private static func product(_ value: Measure, _ factor: ExactNumber?) throws -> Measure {
    guard let factor else { throw Overflow() }
    if factor == .zero { return Measure(.zero, unit: value.unit) }
    func scaled(_ end: ExactNumber?) throws -> ExactNumber? {
      guard let end else { return nil }
      guard let result = end.multiplied(by: factor) else { throw Overflow() }
      return result
    }
    let upright = Measure(
      low: try scaled(value.low), high: try scaled(value.high), isLowOpen: value.isLowOpen,
      isHighOpen: value.isHighOpen, isHedged: value.isHedged, unit: value.unit)
    if !factor.isNegative { return upright }
    return Measure(
      low: upright.high, high: upright.low, isLowOpen: upright.isHighOpen, isHighOpen: upright.isLowOpen,
      isHedged: upright.isHedged, unit: upright.unit)
  }

  /// Every quotient of members; nil where the divisor may be zero.
  private static func quotient(_ a: Measure, _ b: Measure) throws -> Measure? {
    if isMember(.zero, b) { return nil }
    // A divisor on the other side of zero turns both around.
    let isBelowZero = b.high.map { $0 <= .zero } ?? false
    let (x, y) = isBelowZero ? (mirrored(a), mirrored(b)) : (a, b)
    let low = try leastQuotient(x, y)
    let high = try leastQuotient(mirrored(x), y)
    return Measure(
      low: low.number?.roundedToEighteenDigits(), high: high.number?.negated.roundedToEighteenDigits(),
      isLowOpen: low.isOpen, isHighOpen: high.isOpen, isHedged: a.isHedged || b.isHedged, unit: "")
  }

  /// The low end of `x / y` for a `y` above zero.
  private static func leastQuotient(_ x: Measure, _ y: Measure) throws -> (number: ExactNumber?, isOpen: Bool) {
    func over(_ top: ExactNumber, _ bottom: ExactNumber) throws -> ExactNumber {
      guard let result = top.divided(by: bottom) else { throw Overflow() }
      return result
    }
    guard let low = x.low else { return (nil, false) }
    if low == .zero { return (.zero, x.isLowOpen) }
    if low > .zero {
      guard let most = y.high else { return (.zero, true) }
      return (try over(low, most), x.isLowOpen || y.isHighOpen)
    }
    guard let least = y.low, least > .zero else { return (nil, false) }
    return (try over(low, least), x.isLowOpen || y.isLowOpen)
  }

  private static func mirrored(_ value: Measure) -> Measure {
    Measure(
      low: value.high?.negated, high: value.low?.negated, isLowOpen: value.isHighOpen, isHighOpen: value.isLowOpen,
      isHedged: value.isHedged, unit: value.unit)
  }

  // MARK: Dates

  /// Months and years by the calendar, the rest by seconds; missing unless both have both ends.
  private static func moved(_ date: Moment, _ duration: Measure, back: Bool) -> Value {
    guard let unit = Unit.named(duration.unit), let low = date.low, let high = date.high else { return .none }
    let duration = back ? mirrored(duration) : duration
    func move(_ second: Int64, _ end: ExactNumber?) -> Int64? {
      guard let steps = end?.multiplied(by: unit.factor), steps.isWhole else { return nil }
      if unit.kind != .months { return second + Int64(steps.numerator) }
      let day = Calendar.day(ofSecond: second)
      return Calendar.adding(months: Int(steps.numerator), toDay: day).map {
        second + Int64($0 - day) * Calendar.secondsPerDay
      }
    }
    guard let newLow = move(low, duration.low), let newHigh = move(high, duration.high) else { return .none }
    return .moment(Moment(low: newLow, high: newHigh, grain: date.grain))
  }

  /// The days between, whichever moments of their stretches they are; between two times of day the hours, by the coarser clock.
  private static func distance(_ a: Moment, _ b: Moment) -> Value {
    guard let aLow = a.low, let aHigh = a.high, let bLow = b.low, let bHigh = b.high else { return .none }
    let lengths: [Grain: Int64] = [.second: 1, .minute: 60, .hour: 3600]
    guard let one = lengths[a.grain], let other = lengths[b.grain] else {
      func days(_ x: Int64, _ y: Int64) -> ExactNumber {
        ExactNumber(Calendar.day(ofSecond: x) - Calendar.day(ofSecond: y))
      }
      return .measure(Measure(low: days(aLow, bHigh), high: days(aHigh, bLow), unit: "day"), .duration)
    }
    func onClock(_ second: Int64) -> Int64 {
      let rest = second % max(one, other)
      return second - (rest < 0 ? rest + max(one, other) : rest)
    }
    func hours(_ x: Int64, _ y: Int64) -> ExactNumber? {
      ExactNumber(Int(onClock(x) - onClock(y))).divided(by: ExactNumber(3600))
    }
    guard let least = hours(aLow, bHigh), let most = hours(aHigh, bLow) else { return .none }
    return .measure(Measure(low: least, high: most, unit: "hour"), .duration)
  }

  // MARK: Ranges

  /// From the low end of one to the high end of the other; missing where nothing lies between.
  static func range(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.moment(let from), .moment(let to)):
      if from.low == nil && to.high == nil { return .none }
      if let low = from.low, let high = to.high, high < low { return .none }
      return .moment(Moment(low: from.low, high: to.high, grain: max(from.grain, to.grain)))
    case (.none, _), (_, .none): return .none
    default:
      let ends = try [a, b].map { value -> (Measure, MeasureKind) in
        if case .measure(let measure, let kind) = value { return (measure, kind) }
        guard let number = try factor(value) else { throw NotCovered(what: "\(a)..\(b)") }
        return (Measure(number, unit: ""), .quantity)
      }
      let (from, to) = (ends[0].0, ends[1].0)
      guard let toLeft = Unit.factor(from: to.unit, to: from.unit) else { return .none }
      let (low, high) = (from.low, try product(to, toLeft).high)
      let range = Measure(
        low: low, high: high, isLowOpen: low != nil && from.isLowOpen, isHighOpen: high != nil && to.isHighOpen,
        isHedged: from.isHedged || to.isHedged, unit: from.unit)
      switch (low, high) {
      case (nil, nil): return .none
      case (let low?, let high?) where low > high || low == high && (range.isLowOpen || range.isHighOpen): return .none
      default: return .measure(range, ends[0].1)
      }
    }
  }

  /// In the left side's unit, or the type's where it says another; nil if the units are of two kinds.
  private static func sum(_ a: Measure, _ b: Measure, _ type: DataType) throws -> Measure? {
    guard let factor = Unit.factor(from: b.unit, to: a.unit) else { return nil }
    func add(_ x: ExactNumber?, _ y: ExactNumber?) throws -> ExactNumber? {
      guard let x, let y else { return nil }
      guard let scaled = y.multiplied(by: factor), let result = x.adding(scaled) else { throw Overflow() }
      return result
    }
    var unit = a.unit
    if case .quantity(let known?) = type { unit = known }
    return Measure(
      low: try add(a.low, b.low), high: try add(a.high, b.high), isLowOpen: a.isLowOpen || b.isLowOpen,
      isHighOpen: a.isHighOpen || b.isHighOpen, isHedged: a.isHedged || b.isHedged, unit: unit)
  }
}
