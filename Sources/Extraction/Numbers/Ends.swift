import IbidTypes

/// The ends of a value as they are read: one number or two, then the words around them.
struct Ends {
  var low: ExactNumber?
  var high: ExactNumber?
  var isLowOpen = false
  var isHighOpen = false
  var isHedged = false

  /// A point; without one ("thousands") the value is hedged and has no ends.
  init(_ point: ExactNumber?) {
    (low, high) = (point, point)
    isHedged = point == nil
  }
  init(low: ExactNumber?, high: ExactNumber?) { (self.low, self.high) = (low, high) }

  /// What a bound word leaves of the ends. A value without ends keeps none.
  mutating func apply(_ bound: Bound) {
    switch bound {
    case .above:
      (low, high) = (low, nil)
      isLowOpen = low != nil
    case .atLeast: high = nil
    case .upTo: low = nil
    case .below:
      low = nil
      isHighOpen = high != nil
    case .about: isHedged = true
    }
  }

  /// The value seen from the other side of zero: a fall.
  func negated() -> Ends {
    var ends = Ends(low: high?.negated, high: low?.negated)
    (ends.isLowOpen, ends.isHighOpen, ends.isHedged) = (isHighOpen, isLowOpen, isHedged)
    return ends
  }

  func multiplied(by factor: ExactNumber) -> Ends {
    var ends = self
    ends.low = low?.multiplied(by: factor)
    ends.high = high?.multiplied(by: factor)
    return ends
  }

  func measure(unit: String, isChange: Bool = false, text: String, worded: String) -> Measure {
    Measure(
      low: low, high: high, isLowOpen: isLowOpen, isHighOpen: isHighOpen, isHedged: isHedged, isChange: isChange,
      unit: unit,
      text: text, worded: worded)
  }

  /// Two ends with the scale of the second given to the first where the first has none: `$5 to $10 million`.
  ///
  /// nil if the first is not the smaller: "a 3-1 victory" is no range.
  static func range(_ first: NumberReading, _ second: NumberReading, isJoined: Bool = false) -> Ends? {
    guard var low = first.value, let high = second.value else { return nil }
    // "12-15,000": thousands, said once.
    if isJoined, first.power == 0, second.power == 0, first.isDigits, second.isDigits, low >= .one,
      let thousands = high.scaled(byPowerOfTen: -3), thousands.isWhole, low < thousands,
      let scaled = low.scaled(byPowerOfTen: 3)
    {
      return Ends(low: scaled, high: high)
    }
    if first.power == 0, second.power > 0, let mantissa = second.mantissa,
      low < mantissa || second.isDigits != first.isDigits || mantissa == second.value,
      let unscaled = high.scaled(byPowerOfTen: -second.power), low < unscaled
    {
      guard let scaled = low.scaled(byPowerOfTen: second.power) else { return nil }
      low = scaled
    }
    return low < high ? Ends(low: low, high: high) : nil
  }
}
