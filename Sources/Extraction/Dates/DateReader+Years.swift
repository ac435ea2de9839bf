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
    let number = Int(tokens.entry(at).ordinal)
    if at + 1 < limit, tokens.isKey(at + 1, .century), number <= 21 {
      return DatePoint(tokens: i..<at + 2, form: .century((number - 1) * 100))
    }
    let isHalf = tokens.isKey(at + 1, .half)
    guard isHalf || tokens.isKey(at + 1, .quarter), tokens.isKey(at + 2, .of), number <= (isHalf ? 2 : 4) else {
      return nil
    }
    let months = isHalf ? 6 : 3
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
    let next = tokens.isHyphen(i + 2) ? i + 3 : i + 2
    guard next < limit, tokens.isKey(next, .century) || tokens.isKey(next, .centuries) else { return nil }
    return DatePoint(tokens: i..<next + 1, form: .century((number - 1) * 100))
  }

  /// `summer 2023`, `the spring of 2024`
  func season(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard tokens.isAny(i, .season) else { return nil }
    var next = i + 1
    if tokens.isKey(next, .of) || tokens.isSymbol(next, ",") { next += 1 }
    guard let year = yearNumber(next, limit: sentence.upperBound) else { return nil }
    return DatePoint(tokens: i..<next + 1, form: .season(year: year))
  }
}
