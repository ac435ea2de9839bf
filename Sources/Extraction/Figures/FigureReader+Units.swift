import IbidTypes

/// The units beside numbers, and what changes a number with its unit: a smaller unit behind it, a sign before it.
extension FigureReader {
  /// `%`, `per cent`, `percentage points` at a token; the unit and the token after it.
  func percent(at i: Int, limit: Int) -> (String, Int)? {
    guard i < limit else { return nil }
    if tokens.isSymbol(i, "%") { return ("percent", i + 1) }
    if tokens.isHyphen(i), i + 1 < limit, tokens.isKey(i + 1, .percent) { return ("percent", i + 2) }
    if tokens.isKey(i, .percent) || tokens.isKey(i, .pc) || tokens.isAny(i, Self.pct) { return ("percent", i + 1) }
    if tokens.isKey(i, .per), tokens.isKey(i + 1, .cent), i + 1 < limit { return ("percent", i + 2) }
    // "a 20-per-cent levy"
    if tokens.isHyphen(i), tokens.isKey(i + 1, .per), i + 3 < limit {
      let cent = tokens.isHyphen(i + 2) ? i + 3 : i + 2
      if tokens.isKey(cent, .cent) { return ("percent", cent + 1) }
    }
    if tokens.isKey(i, .percentage), tokens.isKey(i + 1, .point) || tokens.isKey(i + 1, .points), i + 1 < limit {
      return ("percentage point", i + 2)
    }
    return nil
  }

  /// `600-mile`, `three-day`, `one-million-man`; `31-year-old` is an age.
  func hyphened(at i: Int, limit: Int) -> (String, Int)? {
    guard i + 1 < limit, tokens.isHyphen(i), tokens.isWord(i + 1) else { return nil }
    let entry = tokens.entry(i + 1)
    if entry.unit == "year", tokens.isHyphen(i + 2), i + 3 < limit,
      tokens.isKey(i + 3, .old) || tokens.isAny(i + 3, Self.olds)
    {
      return ("years old", i + 4)
    }
    if tokens.isAny(i + 1, Self.basis), tokens.isHyphen(i + 2) || tokens.isKey(i + 2, .point) {
      let point = tokens.isHyphen(i + 2) ? i + 3 : i + 2
      if point < limit, tokens.isKey(point, .point) || tokens.isKey(point, .points) {
        return ("basis points", point + 1)
      }
    }
    if tokens.isKey(i + 1, .fold) { return ("times", i + 2) }
    if entry.classes.contains(.ordinal), !entry.classes.contains(.timeUnit) { return nil }
    // "40-plus", "1,400-odd": bounds.
    if tokens.isKey(i + 1, .plus) || tokens.isKey(i + 1, .odd) { return nil }
    guard entry.classes.isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction, .auxiliary]) else {
      return nil
    }
    return (entry.unit.isEmpty ? tokens.text(i + 1) : entry.unit, i + 2)
  }

  private static let pct: WordList = ["pct"]
  private static let minus: WordList = ["minus"]
  private static let olds: WordList = ["olds"]
  private static let basis: WordList = ["basis"]
  private static let unitKinds: WordList = ["square", "sq", "cubic", "nautical", "metric"]

  /// `miles`, `sq km`, `years`, `km` glued to its digits.
  func measureUnit(at i: Int, limit: Int) -> (String, Int)? {
    guard i < limit else { return nil }
    // "34 °C"
    if tokens.isSymbol(i, "°") || tokens.isSymbol(i, "º") {
      let hasScale = i + 1 < limit && tokens.isWord(i + 1) && !tokens.isSpaced(i + 1)
      return (hasScale ? temperature(i + 1) ?? "degree" : "degree", hasScale ? i + 2 : i + 1)
    }
    guard tokens.isWord(i) else { return nil }
    let entry = tokens.entry(i)
    if entry.unit == "degree" {
      // "34 degrees Celsius", "93 degrees F", "34C"
      if i + 1 < limit, tokens.isWord(i + 1), let scale = temperature(i + 1) { return (scale, i + 2) }
      if let scale = temperature(i), !tokens.isSpaced(i) || tokens.upper(i) - tokens.lower(i) > 1 {
        return (scale, i + 1)
      }
    }
    if !tokens.isSpaced(i) {
      let isUnit = !entry.classes.isDisjoint(with: [.unit, .unitSymbol, .timeUnit])
      return isUnit && tokens.details[i] != 0 ? (entry.unit, i + 1) : nil
    }
    // "the level stood at 3.2 m,": a unit set apart behind a decimal.
    if tokens.isKey(i, .m), !tokens.isCapital(i), tokens.numeral(i - 1)?.hasDecimals == true,
      i + 1 >= limit || !phrases.isPhraseWord(i + 1)
    {
      return ("metre", i + 1)
    }
    if tokens.isAny(i, Self.unitKinds), i + 1 < limit, tokens.isAny(i + 1, .unit) {
      let unit = tokens.entry(i + 1).unit
      let kind = entry.spelling == "sq" ? "square" : entry.spelling
      return (kind == "metric" ? unit : kind + " " + unit, i + 2)
    }
    if entry.classes.contains(.timeUnit) {
      // "second" and "quarter" after a number are parts or ranks unless plural; "30 second delay" is rare.
      if entry.classes.contains(.ordinal) || isComparedTime(i, limit: limit) { return nil }
      // "one day old" is no year.
      if tokens.isKey(i + 1, .old), i + 1 < limit { return (entry.unit == "year" ? "years old" : entry.unit, i + 2) }
      return (entry.unit, i + 1)
    }
    if tokens.isKey(i, .point) { return ("point", i + 1) }
    return entry.classes.contains(.unit) ? (entry.unit, i + 1) : nil
  }

  /// `1,200 year on year`, `5,000 month-on-month`: how it compares, not for how long.
  private func isComparedTime(_ i: Int, limit: Int) -> Bool {
    let on = tokens.isHyphen(i + 1) ? i + 2 : i + 1
    let again = tokens.isHyphen(on + 1) ? on + 2 : on + 1
    return again < limit && (tokens.isKey(on, .on) || tokens.isKey(on, .over)) && tokens.isWord(again)
      && tokens.details[again] == tokens.details[i]
  }

  /// The scale that a word beside degrees names.
  private func temperature(_ i: Int) -> String? {
    switch tokens.text(i) {
    case "C", "Celsius", "celsius", "centigrade": "degree celsius"
    case "F", "Fahrenheit", "fahrenheit": "degree fahrenheit"
    default: nil
    }
  }

  /// `six years and three months`, `11 hours 40 minutes`: one length of time.
  func withSmaller(_ first: FigureReading, limit: Int) -> FigureReading {
    guard let (smaller, factor) = Self.smallerUnits[first.unit], let whole = first.ends.low, whole == first.ends.high
    else { return first }
    let end = first.tokens.upperBound
    let at = tokens.isKey(end, .and) ? end + 1 : end
    guard at + 1 < limit, let second = numbers.number(at: at, limit: limit), let count = second.value,
      let (unit, upper) = smallerUnit(at: second.tokens.upperBound, of: first.unit, limit: limit), unit == smaller,
      count < ExactNumber(factor), let share = ExactNumber(1, over: Int128(factor)),
      let part = count.multiplied(by: share), let value = whole.adding(part)
    else { return first }
    var longer = first
    longer.ends = Ends(value)
    longer.tokens = first.tokens.lowerBound..<upper
    longer.number = longer.tokens
    return longer
  }

  private static let smallerUnits = [
    "year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "foot": ("inch", 12),
  ]

  /// A unit, and the letters that stand for one only behind a larger: `1h 20m`, `6ft 2in`.
  private func smallerUnit(at i: Int, of larger: String, limit: Int) -> (String, Int)? {
    if i < limit, tokens.isWord(i), !tokens.isSpaced(i) {
      if larger == "hour", tokens.isKey(i, .m) { return ("minute", i + 1) }
      if larger == "foot", tokens.isKey(i, .in) { return ("inch", i + 1) }
    }
    return measureUnit(at: i, limit: limit)
  }

  /// `−34 °C`, `(-4.5%)`, `minus 2 per cent`: a sign right before digits with a degree or a share behind them; a share
  /// with a sign is a change.
  func signed(_ reading: FigureReading, in sentence: Range<Int>) -> FigureReading {
    let sign = reading.tokens.lowerBound - 1
    // "sales +2.7%"
    if reading.unit == "percent", sign >= sentence.lowerBound, tokens.isSymbol(sign, "+"), !tokens.isSpaced(sign + 1) {
      var change = reading
      change.isChange = true
      return change
    }
    guard reading.unit.hasPrefix("degree") || reading.unit == "percent", sign >= sentence.lowerBound else {
      return reading
    }
    let isSign =
      tokens.isDash(sign) && !tokens.isSpaced(sign + 1)
      && (sign == sentence.lowerBound || tokens.isSpaced(sign) || tokens.isSymbol(sign - 1, "("))
    guard isSign || tokens.isAny(sign, Self.minus) else { return reading }
    var below = reading
    below.tokens = sign..<reading.tokens.upperBound
    below.lower = sign
    if reading.unit == "percent" {
      (below.isChange, below.isFall) = (true, true)
    } else {
      below.ends = below.ends.negated()
    }
    return below
  }

  /// `2.5x earnings`, `a cover of 2.5x`; not one of a row of speeds.
  func isMultiple(_ number: Int, _ letter: Int, limit: Int) -> Bool {
    if tokens.isAny(number - 1, .preposition) { return true }
    return tokens.isWord(number - 1) && tokens.upper(number - 1) - tokens.lower(number - 1) > 1 && letter + 1 < limit
      && tokens.isWord(letter + 1) && !tokens.isCapital(letter + 1)
  }
}
