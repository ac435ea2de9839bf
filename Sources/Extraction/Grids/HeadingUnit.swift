import IbidTypes

/// The unit that a heading, a row's label or a caption gives to numbers.
enum HeadingUnit {
  /// `£ million`, `US$m`, `€000`, `in CHF 1'000`: the code and a power of ten.
  case money(String, power: Int)
  case percent
  /// `(thousands)`, `in millions`: a power of ten without currency.
  case scale(Int)

  /// A currency with a power of ten.
  var isScaled: Bool { if case .money(_, 1...) = self { true } else { false } }
}

/// Reads units in headings.
struct HeadingReader {
  let tokens: Tokens
  let money: MoneyReader

  /// The first unit in a stretch of tokens and where it stands, nil if it has none.
  ///
  /// `isNote` is for captions, which are sentences as well: there a currency must stand in brackets or after "in".
  func unit(in range: Range<Int>, isNote: Bool = false) -> (unit: HeadingUnit, place: Range<Int>)? {
    guard range.count <= 60 else { return nil }
    for i in range {
      if let glued = glued(at: i), !isNote || isSetOff(i, range) || range.count <= 4 { return (glued, i..<i + 1) }
      if let (code, lower, upper) = currency(at: i, range), let unit = moneyUnit(code, lower..<upper, range),
        !isNote || isSetOff(lower, range) || range.count <= 4
          || unit.unit.isScaled && opens(unit.place.lowerBound, range)
      {
        return unit
      }
      if !isNote || isSetOff(i, range), tokens.isSymbol(i, "%") || tokens.isKey(i, .per) && tokens.isKey(i + 1, .cent),
        tokens.kinds[max(i - 1, 0)] != .number || i == range.lowerBound
      {
        return (.percent, i..<i + 1)
      }
    }
    for i in range where isSetOff(i, range) || tokens.isSymbol(i - 1, "'") || tokens.isSymbol(i - 1, "’") {
      if let (power, upper) = scale(at: i, range) { return (.scale(power), i..<upper) }
    }
    return nil
  }

  /// Right after a bracket, a comma or "in", or after the words of a scale that do.
  private func isSetOff(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i > range.lowerBound else { return false }
    var before = i - 1
    while before > range.lowerBound, tokens.isAny(before, [.scale, .scalePlural]) || tokens.isKey(before, .of) {
      before -= 1
    }
    return tokens.isSymbol(before, "(") || tokens.isSymbol(before, "[") || tokens.isSymbol(before, ",")
      || tokens.isKey(before, .in) || tokens.isAny(before, Self.copulas) && tokens.isAny(before - 1, Self.figures)
  }

  /// At the start of a line, or of what follows a colon or a full stop: `Note: dollars in millions.`
  private func opens(_ i: Int, _ range: Range<Int>) -> Bool {
    i == range.lowerBound || tokens.isSymbol(i - 1, ":") || tokens.isSymbol(i - 1, ".")
  }

  /// "All figures are £ million", "Amounts are in euros".
  private static let copulas: WordList = ["are", "is"]
  private static let figures: WordList = ["figures", "amounts", "values", "sums", "totals"]

  /// `SEKm`, `EURbn`, `MEUR`: a code and its scale in one word.
  private func glued(at i: Int) -> HeadingUnit? {
    guard tokens.isWord(i), tokens.isCapital(i), (4...5).contains(tokens.upper(i) - tokens.lower(i)) else { return nil }
    let word = tokens.text(i)
    if let power = Self.scales[String(word.dropFirst(3))], Currency.codes.contains(String(word.prefix(3))) {
      return .money(String(word.prefix(3)), power: power)
    }
    guard word.utf8.count == 4, let power = Self.scales[String(word.prefix(1))],
      Currency.codes.contains(String(word.dropFirst()))
    else { return nil }
    return .money(String(word.dropFirst()), power: power)
  }

  private static let scales = ["k": 3, "K": 3, "T": 3, "m": 6, "M": 6, "mn": 6, "bn": 9]

  /// A currency's sign, code, letters or name, without a number of its own.
  private func currency(at i: Int, _ range: Range<Int>) -> (String, Int, Int)? {
    if tokens.kinds[i] == .symbol {
      guard let family = CurrencyWords.family(ofSymbol: tokens.details[i]) else { return nil }
      return (money.code(of: family), i, i + 1)
    }
    guard tokens.isWord(i) else { return nil }
    if i + 1 < range.upperBound, tokens.isSymbol(i + 1, "$"), tokens.isCapital(i),
      let code = CurrencyWords.dollarLetters[MoneyReader.lowercased(tokens.text(i))]
    {
      return (code, i, i + 2)
    }
    if let code = money.code(at: i) { return (code, i, i + 1) }
    if tokens.upper(i) - tokens.lower(i) <= 4, let family = CurrencyWords.prefixes[tokens.text(i)],
      !CurrencyWords.isDoubtful(prefix: tokens.text(i)) || isBeforeScale(i, range),
      isSetOff(i, range) || opens(i, range)
    {
      return (money.code(of: family), i, i + 1)
    }
    let entry = tokens.entry(i)
    guard entry.classes.contains(.currencyWord), !entry.classes.contains(.unit),
      !entry.classes.contains(.doubtfulCurrency) || isBeforeScale(i, range)
    else { return nil }
    // "pounds" alone may weigh; scaled ones are money.
    let isScaled = i > range.lowerBound && (tokens.isKey(i - 1, .of) || tokens.isAny(i - 1, .scale))
    guard isScaled || entry.currency != "GBP" else { return nil }
    let adjective = i > range.lowerBound && tokens.isWord(i - 1) ? MoneyReader.lowercased(tokens.text(i - 1)) : ""
    let member = CurrencyWords.member(of: entry.currency, adjective: adjective)
    return (member ?? money.code(of: entry.currency), member == nil ? i : i - 1, i + 1)
  }

  /// `R million`, `Rand thousand`: a scale says that a word of many meanings is a currency.
  private func isBeforeScale(_ i: Int, _ range: Range<Int>) -> Bool {
    i + 1 < range.upperBound && tokens.isAny(i + 1, [.scale, .scalePlural])
  }

  /// The scale beside a currency; nil where a number makes an amount of it.
  private func moneyUnit(
    _ code: String, _ place: Range<Int>, _ range: Range<Int>
  ) -> (unit: HeadingUnit, place: Range<Int>)? {
    var next = place.upperBound
    while next < range.upperBound,
      tokens.isSymbol(next, ".") || tokens.isSymbol(next, ",") || tokens.isKey(next, .in) || tokens.isSymbol(next, "'")
        || tokens.isSymbol(next, "’") || tokens.isSymbol(next, "(") || tokens.isSymbol(next, "¢")
    { next += 1 }
    if next < range.upperBound, let (power, upper) = scale(at: next, range) {
      return (.money(code, power: power), place.lowerBound..<upper)
    }
    if next < range.upperBound, tokens.kinds[next] == .number, next == place.upperBound { return nil }
    var before = place.lowerBound - 1
    if before >= range.lowerBound, tokens.isKey(before, .of) { before -= 1 }
    if before >= range.lowerBound, tokens.isSymbol(before, ".") { before -= 1 }
    guard before >= range.lowerBound else { return (.money(code, power: 0), place) }
    if let (power, _) = scale(at: before, range) { return (.money(code, power: power), before..<place.upperBound) }
    return tokens.kinds[before] == .number ? nil : (.money(code, power: 0), place)
  }

  /// `million`, `m`, `bn`, `000`, `1'000`, `000s`: its power of ten.
  private func scale(at i: Int, _ range: Range<Int>) -> (Int, Int)? {
    if let numeral = tokens.numeral(i) {
      guard let value = numeral.value else { return nil }
      if numeral.digits == 3, value == ExactNumber(0) { return (3, i + 1) }
      if value == ExactNumber(1000) { return (3, i + 1) }
      return value == ExactNumber(1_000_000) ? (6, i + 1) : nil
    }
    guard tokens.isWord(i) else { return nil }
    let entry = tokens.entry(i)
    if entry.classes.isDisjoint(with: [.scale, .scalePlural]) {
      guard tokens.upper(i) - tokens.lower(i) == 1, [6, 9].contains(entry.number) else { return nil }
      return (Int(entry.number), i + 1)
    }
    return entry.number >= 3 ? (Int(entry.number), i + 1) : nil
  }
}
