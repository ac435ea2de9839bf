/// What a measure counts in; decides how it is written.
package enum MeasureKind: Hashable, Sendable {
  case money, quantity, duration
}

extension Measure {
  /// As people write it: `more than £30m`, `17–40 people`, `£30m or more`, `about 23%`, `down more than 30%`.
  ///
  /// Built from the bounds, so that extracted and computed values look alike. A value without ends shows its words.
  package func description(as kind: MeasureKind) -> String {
    guard low != nil || high != nil else { return worded ?? text ?? "unbounded" }
    if isChange, let negative = isNegativeChange {
      var positive = self
      positive.isChange = false
      if negative {
        (positive.low, positive.high) = (high?.negated, low?.negated)
        (positive.isLowOpen, positive.isHighOpen) = (isHighOpen, isLowOpen)
      }
      return (negative ? "down " : "up ") + positive.description(as: kind)
    }
    let hedge = isHedged ? "about " : ""
    // "About" says already that the number is not exact.
    let mark = isHedged ? "" : "≈"
    if let point { return hedge + Self.number(point, unit: unit, kind, mark: mark) }
    switch (low, high) {
    case (let low?, nil):
      let number = Self.number(low, unit: unit, kind, mark: mark)
      return hedge + (isLowOpen ? "more than " + number : number + " or more")
    case (nil, let high?):
      return hedge + (isHighOpen ? "less than " : "up to ") + Self.number(high, unit: unit, kind, mark: mark)
    case (let low?, let high?):
      let range = Self.range(low, high, unit: unit, kind, mark)
      let ends =
        isLowOpen && isHighOpen
        ? " (ends excluded)" : isLowOpen ? " (low end excluded)" : isHighOpen ? " (high end excluded)" : ""
      return hedge + range + ends
    default: return ""
    }
  }

  /// True for a fall, false for a rise, nil where the bounds lie on both sides of zero.
  private var isNegativeChange: Bool? {
    if let high, high <= .zero { return true }
    if let low, low >= .zero { return false }
    return nil
  }

  private static func range(
    _ low: ExactNumber, _ high: ExactNumber, unit: String, _ kind: MeasureKind, _ mark: String
  ) -> String {
    let last = number(high, unit: unit, kind, mark: mark)
    if kind == .money { return number(low, unit: unit, kind, mark: mark) + "–" + last }
    let (digits, isRounded) = low.written
    return (isRounded ? mark : "") + digits + "–" + last
  }

  /// One number with its unit; `mark` stands before one that is rounded because no decimal ends: `≈4.24274 miles`.
  package static func number(_ value: ExactNumber, unit: String, _ kind: MeasureKind, mark: String = "≈") -> String {
    let magnitude = value.magnitude
    if kind != .money, let words = fraction(magnitude, unit) { return (value.isNegative ? "-" : "") + words }
    let (digits, isRounded) = kind == .money ? abbreviated(magnitude) : magnitude.written
    let start = (isRounded ? mark : "") + (value.isNegative ? "-" : "")
    switch kind {
    case .money:
      if let symbol = Currency.symbol(for: unit) { return start + symbol + digits }
      return unit.isEmpty ? start + digits : unit + " " + start + digits
    case .quantity, .duration:
      switch unit {
      case "", "fraction": return start + digits
      case "percent": return start + digits + "%"
      default: return start + digits + " " + Unit.spelled(unit, singular: value == .one)
      }
    }
  }

  /// `30m`, `1.6bn`, `12,500`, `17.50`: a magnitude letter where at most three decimals remain.
  private static func abbreviated(_ value: ExactNumber) -> (digits: String, isRounded: Bool) {
    for (letters, exponent) in [("tn", 12), ("bn", 9), ("m", 6)] {
      guard let scaled = value.scaled(byPowerOfTen: -exponent), scaled >= .one else { continue }
      if let places = scaled.decimalPlaces, places <= 3 { return (scaled.written.digits + letters, false) }
    }
    var (digits, isRounded) = value.written
    // One decimal is half of the pence or cents: nobody writes £17.5.
    if digits.split(separator: ".").dropFirst().first?.count == 1 { digits += "0" }
    return (digits, isRounded)
  }

  /// `a third`; `2/7` where the denominator is small and no decimal ends, for sevenths are read as they stand.
  private static func fraction(_ value: ExactNumber, _ unit: String) -> String? {
    if unit == "fraction", let words = fractionWords(value) { return words }
    let isPlain = unit.isEmpty || unit == "fraction"
    return isPlain && value.decimalPlaces == nil && value.denominator <= 100 ? value.plainDescription : nil
  }

  private static func fractionWords(_ value: ExactNumber) -> String? {
    switch (value.numerator, value.denominator) {
    case (1, 2): "a half"
    case (1, 3): "a third"
    case (2, 3): "two thirds"
    case (1, 4): "a quarter"
    case (3, 4): "three quarters"
    case (1, 5): "a fifth"
    case (1, 10): "a tenth"
    default: nil
    }
  }
}
