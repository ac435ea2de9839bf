import IbidTypes

/// Bare years, quarters, halves, centuries and seasons.
extension DateReader {
  /// Four digits that mean a year, not a count.
  func year(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    guard let year = yearNumber(i, limit: limit), !isPartOfName(i, limit: limit) else { return nil }
    if i > sentence.lowerBound, tokens.kinds[i - 1] == .symbol, !tokens.isSpaced(i), isMoneySign(i - 1) { return nil }
    if i + 1 < limit {
      if tokens.isSymbol(i + 1, "%") || tokens.isAny(i + 1, [.scale, .currencyWord, .irregularPlural, .unit]) {
        return nil
      }
      if tokens.isAny(i + 1, .timeUnit), !tokens.isAny(i + 1, .season) { return nil }
    }
    let isLedIn = i > sentence.lowerBound && tokens.isAny(i - 1, [.preposition]) && !isBound(i - 1)
    // Around the present a bare four-digit number is a year unless something is counted by it.
    let isLikely = (1900...2099).contains(year)
    if isLikely, !(i > sentence.lowerBound && isBound(i - 1) && isCounted(i + 1, limit: limit)) {
      return DatePoint(tokens: i..<i + 1, form: .year(year))
    }
    guard isLedIn, !isCounted(i + 1, limit: limit) else { return nil }
    return DatePoint(tokens: i..<i + 1, form: .year(year))
  }

  private func isMoneySign(_ i: Int) -> Bool {
    CurrencyWords.family(ofSymbol: tokens.details[i]) != nil || tokens.isSymbol(i, "#")
  }

  /// Words such as "over" and "about", which are prepositions of counts.
  private func isBound(_ i: Int) -> Bool { BoundWords.beforeByLastWord[tokens.details[i]] != nil && tokens.isWord(i) }

  /// A plural noun in lower case follows: the number counts it.
  private func isCounted(_ i: Int, limit: Int) -> Bool {
    guard i < limit, tokens.isWord(i), tokens.isSpaced(i), !tokens.isCapital(i) else { return false }
    return NounPhrases(tokens: tokens).isPlural(i)
      || (NounPhrases(tokens: tokens).isPhraseWord(i) && i + 1 < limit && NounPhrases(tokens: tokens).isPlural(i + 1))
  }

  /// Digits inside a path, an address of the web, a number with dots.
  private func isPartOfName(_ i: Int, limit: Int) -> Bool {
    if i > 0, !tokens.isSpaced(i),
      tokens.isSymbol(i - 1, ".") || tokens.isSymbol(i - 1, "_") || tokens.isSymbol(i - 1, "/")
        || tokens.isSymbol(i - 1, ":") || tokens.isSymbol(i - 1, "@")
    {
      return true
    }
    return i + 1 < limit && !tokens.isSpaced(i + 1) && (tokens.isSymbol(i + 1, "_") || tokens.isSymbol(i + 1, "@"))
  }

  /// `Q1 2024`, `the first quarter of 2024`, `the second half of the year`.
  func partOfYear(at i: Int, limit: Int) -> DatePoint? {
    if tokens.flags[i].contains(.hasDigit), tokens.flags[i].contains(.capital), tokens.upper(i) - tokens.lower(i) == 2 {
      let (letter, digit) = (tokens.bytes[tokens.lower(i)], Int(tokens.bytes[tokens.lower(i) + 1]) - 0x30)
      guard
        letter == UInt8(ascii: "Q") && (1...4).contains(digit) || letter == UInt8(ascii: "H") && (1...2).contains(digit)
      else { return nil }
      let months = letter == UInt8(ascii: "Q") ? 3 : 6
      var next = i + 1
      if tokens.isKey(next, .of) || tokens.isSymbol(next, "/") { next += 1 }
      if let year = yearNumber(next, limit: limit) {
        return DatePoint(tokens: i..<next + 1, form: .partOfYear(months: months, number: digit, year: year))
      }
      return months == 3 ? DatePoint(tokens: i..<i + 1, form: .partOfYear(months: 3, number: digit, year: nil)) : nil
    }
    var at = i
    if tokens.isKey(at, .the) { at += 1 }
    guard at < limit, tokens.isAny(at, .ordinal) else { return nil }
    return part(Int(tokens.entry(at).ordinal), at: at, from: i, limit: limit)
  }

  /// What an ordinal counts: `first half of 2025`, `third quarter 2024`, `4th quarter of 2024`; at its last token.
  private func part(_ number: Int, at: Int, from i: Int, limit: Int) -> DatePoint? {
    if at + 1 < limit, tokens.isKey(at + 1, .century), number <= 21 {
      return DatePoint(tokens: i..<at + 2, form: .century((number - 1) * 100))
    }
    let isHalf = tokens.isKey(at + 1, .half)
    guard isHalf || tokens.isKey(at + 1, .quarter), number <= (isHalf ? 2 : 4) else { return nil }
    let months = isHalf ? 6 : 3
    if let year = yearNumber(at + 2, limit: limit) {
      return DatePoint(tokens: i..<at + 3, form: .partOfYear(months: months, number: number, year: year))
    }
    guard tokens.isKey(at + 2, .of) else {
      // "the third quarter" alone is the document's; "the first half" is more often one of a match.
      return !isHalf && i < at && at > 0 && !tokens.isHyphen(at + 2) && !tokens.isKey(at - 1, .of)
        ? DatePoint(tokens: i..<at + 2, form: .partOfYear(months: months, number: number, year: nil)) : nil
    }
    if let year = yearNumber(at + 3, limit: limit) {
      return DatePoint(tokens: i..<at + 4, form: .partOfYear(months: months, number: number, year: year))
    }
    if at + 4 < limit, tokens.isKey(at + 4, .year), tokens.isKey(at + 3, .this) || tokens.isKey(at + 3, .the) {
      return DatePoint(tokens: i..<at + 5, form: .partOfYear(months: months, number: number, year: nil))
    }
    return nil
  }

  /// `19th century`
  func ordinalPart(at i: Int, limit: Int) -> DatePoint? {
    guard i + 2 < limit, let number = tokens.numeral(i)?.plain, (1...21).contains(number),
      tokens.isAny(i + 1, .ordinalSuffix), !tokens.isSpaced(i + 1)
    else { return nil }
    if let part = part(number, at: i + 1, from: i, limit: limit) { return part }
    let next = tokens.isHyphen(i + 2) ? i + 3 : i + 2
    guard next < limit, tokens.isKey(next, .century) || tokens.isKey(next, .centuries) else { return nil }
    return DatePoint(tokens: i..<next + 1, form: .century((number - 1) * 100))
  }

  /// `summer 2023`, `the spring of 2024`, `winter of 2017-2018`
  func season(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard let season = seasonNumber(i) else { return nil }
    var next = i + 1
    if tokens.isKey(next, .of) || tokens.isSymbol(next, ",") { next += 1 }
    guard let year = yearNumber(next, limit: sentence.upperBound) else { return nil }
    // A winter that is named by both its years.
    if season == 3, tokens.isDash(next + 1) || tokens.isSymbol(next + 1, "/"),
      let last = tokens.numeral(next + 2)?.value,
      next + 2 < sentence.upperBound, last == ExactNumber(year + 1) || last == ExactNumber((year + 1) % 100)
    {
      return DatePoint(tokens: i..<next + 3, form: .season(season, year: year, direction: 0))
    }
    return DatePoint(tokens: i..<next + 1, form: .season(season, year: year, direction: 0))
  }

  /// 0 for spring to 3 for winter.
  func seasonNumber(_ i: Int) -> Int? {
    guard tokens.isAny(i, .season) else { return nil }
    if tokens.isKey(i, .spring) { return 0 }
    if tokens.isKey(i, .summer) { return 1 }
    return tokens.isKey(i, .winter) ? 3 : 2
  }

  /// `fiscal year 2024`, `the financial year 2023–24`: the years named; when they start is not said.
  func fiscalYear(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard
      tokens.isKey(i, .fiscal) || tokens.isKey(i, .financial) || tokens.isKey(i, .academic)
        || tokens.isKey(i, .calendar),
      tokens.isKey(i + 1, .year), i + 2 < sentence.upperBound, tokens.kinds[i + 2] == .number,
      let rest = point(at: i + 2, in: i + 2..<sentence.upperBound)
    else { return nil }
    switch rest.form {
    case .year, .years: return DatePoint(tokens: i..<rest.tokens.upperBound, form: rest.form)
    default: return nil
    }
  }
}
