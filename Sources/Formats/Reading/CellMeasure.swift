import IbidTypes

/// Reads money and quantities of data files: plain numbers, everything that Ibid prints, and the usual words of documents,
/// which is what `save` writes.
///
///     12.50   1,200   £30m   EUR 3 million   36%   17–40 people   more than £30m   £30m or more   about 23%
///     up to 6bn   down more than 30%   2/7   a third   between £2m and £3m   £5 to £7 million   €2,4 Mrd   5 million euros
enum CellMeasure {
  /// nil if the text is not of that form; an empty unit if it names none.
  static func parse(_ text: String, as kind: MeasureKind) -> Measure? {
    var rest = text.trimmed
    for (word, isFall) in [("down ", true), ("up ", false)] where rest.afterWord("up to ") == nil {
      guard let change = rest.afterWord(word) else { continue }
      guard var measure = parse(change, as: kind), !measure.isChange else { return nil }
      if isFall {
        (measure.low, measure.high) = (measure.high?.negated, measure.low?.negated)
        (measure.isLowOpen, measure.isHighOpen) = (measure.isHighOpen, measure.isLowOpen)
      }
      measure.isChange = true
      return measure
    }
    var isHedged = false
    for word in hedges {
      guard let plain = rest.afterWord(word) else { continue }
      isHedged = true
      rest = plain
      break
    }
    guard var measure = bounded(rest, kind) else { return nil }
    measure.isHedged = isHedged
    return measure
  }

  /// What words before a value say of its ends, whatever the value: a part of it or not, and whether it is hedged.
  static func openness(of text: String) -> (isLowOpen: Bool, isHighOpen: Bool, isHedged: Bool) {
    var rest = text.trimmed
    let hedge = hedges.lazy.compactMap { rest.afterWord($0) }.first
    rest = hedge ?? rest
    let bound = prefixes.first { rest.afterWord($0.word) != nil }
    let isOpen = bound?.isOpen ?? false
    return (isOpen && bound?.isLow == true, isOpen && bound?.isLow == false, hedge != nil)
  }

  private static let hedges = [
    "about ", "around ", "approximately ", "approx. ", "roughly ", "nearly ", "almost ", "some ", "an estimated ",
    "estimated ", "circa ", "close to ", "~", "≈",
  ]

  private static func bounded(_ text: String, _ kind: MeasureKind) -> Measure? {
    for (word, isLow, isOpen) in prefixes {
      guard let rest = text.afterWord(word) else { continue }
      return number(rest, kind).map { end($0, isLow: isLow, isOpen: isOpen) }
    }
    for (word, isLow) in suffixes {
      guard let rest = text.beforeWord(word) else { continue }
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
    return range(text, kind) ?? wordedRange(text, kind) ?? number(text, kind).map { Measure($0.value, unit: $0.unit) }
  }

  /// The longer of two that begin alike comes first.
  private static let prefixes: [(word: String, isLow: Bool, isOpen: Bool)] = [
    ("no more than ", false, false), ("not more than ", false, false), ("no less than ", true, false),
    ("not less than ", true, false), ("no fewer than ", true, false), ("more than ", true, true),
    ("just over ", true, true), ("well over ", true, true), ("over ", true, true), ("above ", true, true),
    ("in excess of ", true, true), ("exceeding ", true, true), ("exceeded ", true, true), ("exceeds ", true, true),
    ("upwards of ", true, false),
    (">=", true, false), ("≥", true, false), (">", true, true), ("at least ", true, false),
    ("a minimum of ", true, false), ("less than ", false, true), ("fewer than ", false, true),
    ("just under ", false, true), ("under ", false, true), ("below ", false, true), ("<=", false, false),
    ("≤", false, false), ("<", false, true), ("up to ", false, false), ("as much as ", false, false),
    ("as many as ", false, false), ("a maximum of ", false, false), ("at most ", false, false),
  ]

  private static let suffixes: [(word: String, isLow: Bool)] = [
    (" or more", true), (" and more", true), (" or above", true), (" and above", true), (" or less", false),
    (" or fewer", false), (" or under", false), ("+", true),
  ]

  private static func end(_ number: Number, isLow: Bool, isOpen: Bool) -> Measure {
    Measure(
      low: isLow ? number.value : nil, high: isLow ? nil : number.value, isLowOpen: isLow && isOpen,
      isHighOpen: !isLow && isOpen, unit: number.unit)
  }

  /// `17–40 people`, `£1m–£2m`; the unit may stand at either end, or at both if it is the same.
  private static func range(_ text: String, _ kind: MeasureKind) -> Measure? {
    let parts = text.split(separator: "–", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return range(String(parts[0]), String(parts[1]), kind, sharesMagnitude: false)
  }

  /// `between £2m and £3m`, `£5 to £7 million`, `£5m-£7m`.
  private static func wordedRange(_ text: String, _ kind: MeasureKind) -> Measure? {
    for (start, middle) in [("between ", " and "), ("from ", " to "), ("", " to "), ("", "-"), ("", "—"), ("", " - ")] {
      guard let rest = text.afterWord(start) else { continue }
      let parts = rest.split(separator: middle, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { continue }
      if let measure = range(String(parts[0]), String(parts[1]), kind, sharesMagnitude: true) { return measure }
    }
    return nil
  }

  /// `sharesMagnitude`: what counts the last number counts the first, too, if that is the lesser by itself: `£5 to £7 million`.
  private static func range(_ first: String, _ last: String, _ kind: MeasureKind, sharesMagnitude: Bool) -> Measure? {
    guard var low = number(first, kind), let high = number(last, kind),
      low.unit == high.unit || low.unit.isEmpty || high.unit.isEmpty
    else { return nil }
    let isShared = sharesMagnitude || low.unit.isEmpty || high.unit.isEmpty
    if isShared, low.exponent == 0, high.exponent > 0,
      let plain = high.value.scaled(byPowerOfTen: -high.exponent), low.value < plain,
      let scaled = low.value.scaled(byPowerOfTen: high.exponent)
    {
      low.value = scaled
    }
    guard low.value <= high.value else { return nil }
    return Measure(low: low.value, high: high.value, unit: low.unit.isEmpty ? high.unit : low.unit)
  }

  private struct Number {
    var value: ExactNumber
    var unit: String
    /// The power of ten that a word or letter behind the digits has multiplied them by.
    var exponent = 0
  }

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
      return ExactNumber(words.top, over: words.bottom).map {
        Number(value: isNegative ? $0.negated : $0, unit: "fraction")
      }
    }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == "." || $0 == "/") }
    guard var value = value(of: digits) else { return nil }
    var exponent = 0
    var tail = rest.dropFirst(digits.count).drop { $0 == " " || $0 == "\u{A0}" || $0 == "-" }
    for (word, power) in magnitudes where kind == .money || word.count > 1 {
      guard tail.count >= word.count, tail.prefix(word.count).lowercased() == word,
        tail.dropFirst(word.count).first.map({ !$0.isLetter }) ?? true
      else { continue }
      guard let scaled = value.scaled(byPowerOfTen: power) else { return nil }
      (value, exponent) = (scaled, power)
      tail = tail.dropFirst(word.count).drop { $0 == " " || $0 == "." || $0 == "\u{A0}" }
      break
    }
    if !tail.isEmpty {
      guard unit.isEmpty, let named = Self.unit(String(tail), kind) else { return nil }
      unit = named
    }
    return Number(value: isNegative ? value.negated : value, unit: unit, exponent: exponent)
  }

  private static func takeSign(_ rest: inout Substring) -> Bool {
    guard let first = rest.first, first == "-" || first == "−" || first == "+" else { return false }
    rest.removeFirst()
    return first != "+"
  }

  /// Digits with thousands in groups of three, one decimal mark, or a fraction. A comma is the mark where it cannot group:
  /// before one or two digits, or behind points that do.
  private static func value(of digits: Substring) -> ExactNumber? {
    if let slash = digits.firstIndex(of: "/") {
      guard let top = Int128(digits[..<slash]), let bottom = Int128(digits[digits.index(after: slash)...]) else {
        return nil
      }
      return ExactNumber(top, over: bottom)
    }
    let points = digits.split(separator: ".", omittingEmptySubsequences: false)
    let commas = digits.split(separator: ",", omittingEmptySubsequences: false)
    if commas.count == 2, points.count > 1 ? areGroups(commas[0], by: ".") : !commas[0].isEmpty && commas[1].count < 3 {
      guard !commas[1].isEmpty, !commas[1].contains(".") else { return nil }
      return ExactNumber(digits: commas[0].filter { $0 != "." } + "." + commas[1])
    }
    if points.count > 2 {
      return commas.count == 1 && areGroups(digits, by: ".") ? ExactNumber(digits: digits.filter { $0 != "." }) : nil
    }
    if points[0].contains(","), !areGroups(points[0], by: ",") { return nil }
    if points.count > 1, points[1].contains(",") { return nil }
    return ExactNumber(digits: digits.filter { $0 != "," })
  }

  /// `1,200,000`
  private static func areGroups(_ digits: Substring, by mark: Character) -> Bool {
    let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
    return groups.count > 1 && groups[0].count <= 3 && !groups[0].isEmpty
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func unit(_ tail: String, _ kind: MeasureKind) -> String? {
    if kind == .money { return Currency.code(for: tail) ?? currencyWords[tail.lowercased()] }
    guard
      tail == "%" || tail.allSatisfy({ $0.isLetter || $0 == " " || $0 == "_" || $0 == "-" || $0 == "²" || $0 == "³" })
    else { return nil }
    return Unit.canonical(tail)
  }

  /// A letter alone could be a unit (`5 m`), so quantities take the longer words only.
  private static let magnitudes: [(word: String, exponent: Int)] = [
    ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("millions", 6), ("billions", 9), ("bn", 9),
    ("tn", 12), ("mn", 6), ("mio", 6), ("mln", 6), ("mrd", 9), ("millionen", 6), ("milliarden", 9), ("milliards", 9),
    ("milliard", 9), ("k", 3), ("m", 6), ("b", 9),
  ]

  private static let currencyWords = [
    "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "euro": "EUR", "euros": "EUR", "us dollars": "USD",
    "yen": "JPY", "rupees": "INR",
  ]

  /// The words that `Measure.description` uses.
  private static let fractions: [(word: String, top: Int128, bottom: Int128)] = [
    ("a half", 1, 2), ("a third", 1, 3), ("two thirds", 2, 3), ("a quarter", 1, 4), ("three quarters", 3, 4),
    ("a fifth", 1, 5), ("a tenth", 1, 10),
  ]
}

extension String {
  /// What follows a word, in capitals or not, or nil.
  fileprivate func afterWord(_ word: String) -> String? {
    guard utf8.count >= word.utf8.count, prefix(word.count).lowercased() == word else { return nil }
    return String(dropFirst(word.count))
  }

  /// What stands before a word at the end, in capitals or not, or nil.
  fileprivate func beforeWord(_ word: String) -> String? {
    guard utf8.count >= word.utf8.count, suffix(word.count).lowercased() == word else { return nil }
    return String(dropLast(word.count))
  }
}
