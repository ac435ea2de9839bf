import IbidTypes

/// Reads money and quantities of data files: plain numbers, and everything that Ibid prints.
///
///     12.50   1,200   £30m   EUR 3 million   36%   17–40 people   more than £30m   £30m or more   about 23%
///     up to 6bn   down more than 30%   2/7   a third
enum CellMeasure {
  /// nil if the text is not of that form; an empty unit if it names none.
  static func parse(_ text: String, as kind: MeasureKind) -> Measure? {
    var rest = text.trimmed
    for (word, isFall) in [("down ", true), ("up ", false)] where !rest.hasPrefix("up to ") {
      guard let change = rest.after(word) else { continue }
      guard var measure = parse(change, as: kind), !measure.isChange else { return nil }
      if isFall {
        (measure.low, measure.high) = (measure.high?.negated, measure.low?.negated)
        (measure.isLowOpen, measure.isHighOpen) = (measure.isHighOpen, measure.isLowOpen)
      }
      measure.isChange = true
      return measure
    }
    var isHedged = false
    for word in ["about ", "around ", "~", "≈"] {
      guard let plain = rest.after(word) else { continue }
      isHedged = true
      rest = plain
      break
    }
    guard var measure = bounded(rest, kind) else { return nil }
    measure.isHedged = isHedged
    return measure
  }

  private static func bounded(_ text: String, _ kind: MeasureKind) -> Measure? {
    for (word, isLow, isOpen) in prefixes {
      guard let rest = text.after(word) else { continue }
      return number(rest, kind).map { end($0, isLow: isLow, isOpen: isOpen) }
    }
    for (word, isLow) in [(" or more", true), (" or less", false), ("+", true)] {
      guard let rest = text.before(word) else { continue }
      return number(rest, kind).map { end($0, isLow: isLow, isOpen: false) }
    }
    for (note, isLowOpen, isHighOpen) in [
      (" (ends excluded)", true, true), (" (low end excluded)", true, false), (" (high end excluded)", false, true),
    ] {
      guard let rest = text.before(note), var measure = range(rest, kind) else { continue }
      measure.isLowOpen = isLowOpen
      measure.isHighOpen = isHighOpen
      return measure
    }
    return range(text, kind) ?? number(text, kind).map { Measure($0.value, unit: $0.unit) }
  }

  private static let prefixes: [(word: String, isLow: Bool, isOpen: Bool)] = [
    ("more than ", true, true), ("over ", true, true), ("above ", true, true), (">=", true, false), ("≥", true, false),
    (">", true, true), ("at least ", true, false), ("less than ", false, true), ("under ", false, true),
    ("below ", false, true), ("<=", false, false), ("≤", false, false), ("<", false, true), ("up to ", false, false),
    ("at most ", false, false),
  ]

  private static func end(_ number: Number, isLow: Bool, isOpen: Bool) -> Measure {
    Measure(
      low: isLow ? number.value : nil, high: isLow ? nil : number.value, isLowOpen: isLow && isOpen,
      isHighOpen: !isLow && isOpen, unit: number.unit)
  }

  /// `17–40 people`, `£1m–£2m`; the unit may stand at either end, or at both if it is the same.
  private static func range(_ text: String, _ kind: MeasureKind) -> Measure? {
    let parts = text.split(separator: "–", omittingEmptySubsequences: false)
    guard parts.count == 2, let low = number(String(parts[0]), kind), let high = number(String(parts[1]), kind),
      low.value <= high.value, low.unit == high.unit || low.unit.isEmpty || high.unit.isEmpty
    else { return nil }
    return Measure(low: low.value, high: high.value, unit: low.unit.isEmpty ? high.unit : low.unit)
  }

  private typealias Number = (value: ExactNumber, unit: String)

  private static func number(_ text: String, _ kind: MeasureKind) -> Number? {
    var rest = Substring(text.trimmed)
    var unit = ""
    var isNegative = takeSign(&rest)
    if kind == .money {
      for length in [1, 3] where unit.isEmpty {
        guard rest.count > length, let code = Currency.code(for: String(rest.prefix(length))) else { continue }
        unit = code
        rest = rest.dropFirst(length).drop { $0 == " " || $0 == "\u{A0}" }
        isNegative = takeSign(&rest) || isNegative
      }
    }
    if let words = fractions.first(where: { rest == $0.word }), kind != .money {
      return ExactNumber(words.top, over: words.bottom).map { (isNegative ? $0.negated : $0, "fraction") }
    }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == "." || $0 == "/") }
    guard var value = value(of: digits) else { return nil }
    var tail = rest.dropFirst(digits.count).drop { $0 == " " || $0 == "\u{A0}" }
    for (word, exponent) in magnitudes where kind == .money || word.count > 1 {
      guard tail.hasPrefix(word), tail.dropFirst(word.count).first.map({ !$0.isLetter }) ?? true else { continue }
      guard let scaled = value.scaled(byPowerOfTen: exponent) else { return nil }
      value = scaled
      tail = tail.dropFirst(word.count).drop { $0 == " " }
      break
    }
    if !tail.isEmpty {
      guard unit.isEmpty, let named = Self.unit(String(tail), kind) else { return nil }
      unit = named
    }
    return (isNegative ? value.negated : value, unit)
  }

  private static func takeSign(_ rest: inout Substring) -> Bool {
    guard let first = rest.first, first == "-" || first == "−" || first == "+" else { return false }
    rest.removeFirst()
    return first != "+"
  }

  /// Digits with thousands in groups of three, one point, or a fraction.
  private static func value(of digits: Substring) -> ExactNumber? {
    if let slash = digits.firstIndex(of: "/") {
      guard let top = Int128(digits[..<slash]), let bottom = Int128(digits[digits.index(after: slash)...]) else {
        return nil
      }
      return ExactNumber(top, over: bottom)
    }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard groups[0].count <= 3, !groups[0].isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    if parts.count > 1, parts[1].contains(",") { return nil }
    return ExactNumber(digits: digits.filter { $0 != "," })
  }

  private static func unit(_ tail: String, _ kind: MeasureKind) -> String? {
    if kind == .money { return Currency.code(for: tail) }
    guard
      tail == "%" || tail.allSatisfy({ $0.isLetter || $0 == " " || $0 == "_" || $0 == "-" || $0 == "²" || $0 == "³" })
    else { return nil }
    return Unit.canonical(tail)
  }

  /// A letter alone could be a unit (`5 m`), so quantities take the longer words only.
  private static let magnitudes: [(word: String, exponent: Int)] = [
    ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("bn", 9), ("tn", 12), ("k", 3), ("m", 6),
    ("b", 9),
  ]

  /// The words that `Measure.description` uses.
  private static let fractions: [(word: String, top: Int128, bottom: Int128)] = [
    ("a half", 1, 2), ("a third", 1, 3), ("two thirds", 2, 3), ("a quarter", 1, 4), ("three quarters", 3, 4),
    ("a fifth", 1, 5), ("a tenth", 1, 10),
  ]
}
