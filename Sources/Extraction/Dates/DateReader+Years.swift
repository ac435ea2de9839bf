import IbidTypes

/// Bare years, quarters, halves, centuries and seasons.
extension DateReader {
  /// Four digits that mean a year, not a count.
  func year(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    guard let year = yearNumber(i, limit: limit), !isPartOfName(i, limit: limit) else { return nil }
    if i > sentence.lowerBound, tokens.kinds[i - 1] == .symbol, !tokens.isSpaced(i), isMoneySign(i - 1) { return nil }
    if isOfLaw(i, in: sentence) || isOfCopyright(i, in: sentence) || isOfCitation(i) { return nil }
    if i + 1 < limit {
      if tokens.isSymbol(i + 1, "%") || tokens.isAny(i + 1, [.scale, .currencyWord, .unit]) { return nil }
      // "In 2023 police learned", but "2023 people"
      // and "the 2026 Youth Games"
      if tokens.isAny(i + 1, .irregularPlural), !tokens.isCapital(i + 1),
        !tokens.isAny(i - 1, Self.yearLeads) || i == sentence.lowerBound
      {
        return nil
      }
      if tokens.isAny(i + 1, .timeUnit), !tokens.isAny(i + 1, .season) { return nil }
    }
    let isLedIn =
      i > sentence.lowerBound && tokens.isAny(i - 1, [.preposition]) && (!isBound(i - 1) || tokens.isKey(i - 1, .from))
      || isAbout(i, limit: limit)
    // Around the present a bare four-digit number is a year unless something is counted by it.
    let isLikely = (1900...2099).contains(year)
    if isLikely, !(i > sentence.lowerBound && isBound(i - 1) && isCounted(i + 1, limit: limit)) {
      return DatePoint(tokens: i..<i + 1, form: .year(year))
    }
    guard isLedIn, !isCounted(i + 1, limit: limit) else { return nil }
    return DatePoint(tokens: i..<i + 1, form: .year(year))
  }

  /// "around 1280 and", "c. 1400": a year about which something was made, and nothing that could be counted.
  private func isAbout(_ i: Int, limit: Int) -> Bool {
    let before = tokens.isSymbol(i - 1, ".") ? i - 2 : i - 1
    guard tokens.isKey(before, .around) || tokens.isKey(before, .about) || tokens.isAny(before, Self.circa) else {
      return false
    }
    guard i + 1 < limit, tokens.isWord(i + 1) else { return true }
    return tokens.isAny(i + 1, [.preposition, .conjunction]) && !tokens.isKey(i + 1, .of)
  }

  private static let circa: WordList = ["circa", "ca"]

  /// `2009` of "the Ports Act 2009", "the Harbours Code, 1860": part of a law's name.
  private func isOfLaw(_ i: Int, in sentence: Range<Int>) -> Bool {
    let head = tokens.isSymbol(i - 1, ",") ? i - 2 : i - 1
    return head > sentence.lowerBound && tokens.isAny(head, .lawHead) && tokens.isCapital(head)
      && (tokens.isCapital(head - 1) || tokens.isSymbol(head - 1, ")"))
  }

  /// `© 2025`, `Copyright Orrow Press 2024`
  private func isOfCopyright(_ i: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, i - 6)..<i).contains { tokens.isSymbol($0, "©") || tokens.isAny($0, Self.copyright) }
  }

  private static let copyright: WordList = ["copyright"]

  /// `[2003] EWCA Crim 459`, `[2021] 2 AC 110`, `Question (1980)`, `Questions Nos. 1980-2004`: reports of law and numbered papers.
  private func isOfCitation(_ i: Int) -> Bool {
    if tokens.isSymbol(i - 1, "["), tokens.isSymbol(i + 1, "]") {
      let next = tokens.kinds[min(i + 2, tokens.count - 1)] == .number ? i + 3 : i + 2
      return tokens.isWord(next) && tokens.flags[next].contains(.allCapitals)
    }
    // "Nos. 1980-2004": both ends of the row.
    let first = tokens.isHyphen(i - 1) && tokens.kinds[max(i - 2, 0)] == .number ? i - 2 : i
    if tokens.isAny(tokens.isSymbol(first - 1, ".") ? first - 2 : first - 1, Self.numbers) { return true }
    let lead = tokens.isSymbol(first - 1, "(") ? first - 2 : first - 1
    return tokens.isWord(lead) && tokens.isCapital(lead) && tokens.isAny(lead, Self.questions)
  }

  private static let questions: WordList = ["question", "questions"]
  private static let numbers: WordList = ["nos"]

  /// What a year follows and a count does not.
  private static let yearLeads: WordList = ["in", "since", "until", "during", "throughout", "by"]

  private func isMoneySign(_ i: Int) -> Bool {
    CurrencyWords.family(ofSymbol: tokens.details[i]) != nil || tokens.isSymbol(i, "#")
  }

  /// Words such as "over" and "about", which are prepositions of counts.
  ///
  /// The whole of them: "passed the 2000 boats" bounds, "the 2011 floods" does not; "of" may end a sum.
  private func isBound(_ i: Int) -> Bool {
    guard let phrases = tokens.value(i, in: BoundWords.beforeByLastWord) else { return false }
    if tokens.isKey(i, .of) { return true }
    return phrases.contains { phrase in
      phrase.ids.count <= i + 1
        && phrase.ids.indices.allSatisfy { tokens.details[i - phrase.ids.count + 1 + $0] == phrase.ids[$0] }
    }
  }

  /// A plural noun in lower case follows: the number counts it.
  private func isCounted(_ i: Int, limit: Int) -> Bool {
    guard i < limit, tokens.isWord(i), tokens.isSpaced(i), !tokens.isCapital(i), !tokens.isKey(i, .onwards) else {
      return false
    }
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
    // "CL-2022-000555", "No 2012/2002"
    if i > 1, tokens.isHyphen(i - 1), tokens.isWord(i - 2), tokens.flags[i - 2].contains(.allCapitals) { return true }
    if tokens.isHyphen(i + 1), let behind = tokens.numeral(i + 2) {
      if behind.digits > 2, behind.digits != 4 { return true }
      if behind.digits <= 2, tokens.isAny(i - 1, Self.series), tokens.isCapital(i - 1),
        behind.plain != ((tokens.numeral(i)?.plain ?? 0) + 1) % 100
      {
        return true
      }
    }
    let before = tokens.isSymbol(i - 1, ".") ? i - 2 : i - 1
    if tokens.isSymbol(i + 1, "/"), tokens.isKey(before, .no), tokens.isCapital(before) { return true }
    return i + 1 < limit && !tokens.isSpaced(i + 1) && (tokens.isSymbol(i + 1, "_") || tokens.isSymbol(i + 1, "@"))
  }

  /// `Q1 2024`, `3Q 2023`, `the first quarter of 2024`, `the June quarter`, `the second half of the year`.
  func partOfYear(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if let short = shortPart(at: i, in: sentence) { return short }
    var at = i
    // "quarter 4 of 2025"
    if tokens.isKey(at, .quarter), let number = tokens.numeral(at + 1)?.plain, (1...4).contains(number),
      let (year, end) = yearTail(at: at + 2, in: sentence)
    {
      return DatePoint(tokens: i..<end, form: .partOfYear(months: 3, number: number, year: year))
    }
    if tokens.isKey(at, .the) { at += 1 }
    guard at < limit else { return nil }
    // "the June quarter": the one that ends in June.
    // "the June 2024 quarter"
    if let month = month(at, limit: limit), month % 3 == 0, let year = yearNumber(at + 1, limit: limit),
      tokens.isKey(at + 2, .quarter), at + 2 < limit
    {
      return DatePoint(tokens: i..<at + 3, form: .partOfYear(months: 3, number: month / 3, year: .named(year)))
    }
    if let month = month(at, limit: limit), month % 3 == 0, tokens.isKey(at + 1, .quarter), at + 1 < limit {
      let (year, end) = yearTail(at: at + 2, in: sentence) ?? (.open, at + 2)
      return DatePoint(tokens: i..<end, form: .partOfYear(months: 3, number: month / 3, year: year))
    }
    if tokens.isAny(at, .ordinal) { return part(Int(tokens.entry(at).ordinal), at: at, from: i, in: sentence) }
    // "the last quarter of 2023"
    guard tokens.isKey(at, .last) || tokens.isKey(at, .final), tokens.isKey(at + 1, .quarter),
      let (year, end) = yearTail(at: at + 2, in: sentence), tokens.isKey(at + 2, .of)
    else { return nil }
    return DatePoint(tokens: i..<end, form: .partOfYear(months: 3, number: 4, year: year))
  }

  /// `Q1 2024`, `H2/2023`, `Q3`.
  private func shortPart(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard tokens.flags[i].contains(.hasDigit), tokens.flags[i].contains(.capital),
      tokens.upper(i) - tokens.lower(i) == 2
    else { return nil }
    let (letter, digit) = (tokens.bytes[tokens.lower(i)], Int(tokens.bytes[tokens.lower(i) + 1]) - 0x30)
    guard
      letter == UInt8(ascii: "Q") && (1...4).contains(digit) || letter == UInt8(ascii: "H") && (1...2).contains(digit)
    else { return nil }
    let months = letter == UInt8(ascii: "Q") ? 3 : 6
    let next = tokens.isSymbol(i + 1, "/") ? i + 2 : i + 1
    if let (year, end) = yearTail(at: next, in: sentence) {
      return DatePoint(tokens: i..<end, form: .partOfYear(months: months, number: digit, year: year))
    }
    return months == 3 ? DatePoint(tokens: i..<i + 1, form: .partOfYear(months: 3, number: digit, year: .open)) : nil
  }

  /// `3Q 2023`, `2Q24`, `1H 2024`, `1H24`, `9M 2023`, and `2023 Q3`, `2023 H1`.
  private func turnedPart(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    guard i + 1 < limit, tokens.isWord(i + 1), let number = tokens.numeral(i)?.plain else { return nil }
    if !tokens.isSpaced(i + 1) {
      if let (year, end) = yearTail(at: i + 2, in: sentence), tokens.upper(i + 1) - tokens.lower(i + 1) == 1,
        let form = letteredPart(tokens.bytes[tokens.lower(i + 1)], number, year)
      {
        return DatePoint(tokens: i..<end, form: form)
      }
      if let short = gluedPart(i + 1, number) { return DatePoint(tokens: i..<i + 2, form: short) }
    }
    guard tokens.flags[i + 1].contains(.hasDigit), let year = yearNumber(i, limit: limit),
      let part = shortPart(at: i + 1, in: i + 1..<i + 2), case .partOfYear(let months, let number, _) = part.form
    else { return nil }
    return DatePoint(tokens: i..<i + 2, form: .partOfYear(months: months, number: number, year: .named(year)))
  }

  /// What `3Q`, `1H` and `9M` are of a year: a quarter, a half, its first nine months.
  private func letteredPart(_ letter: UInt8, _ number: Int, _ year: DatePoint.Year) -> DatePoint.Form? {
    switch (letter, number) {
    case (UInt8(ascii: "Q"), 1...4): .partOfYear(months: 3, number: number, year: year)
    case (UInt8(ascii: "H"), 1...2): .partOfYear(months: 6, number: number, year: year)
    case (UInt8(ascii: "M"), 3), (UInt8(ascii: "M"), 6), (UInt8(ascii: "M"), 9):
      .monthsOfYear(count: number, fromEnd: false, year: year)
    default: nil
    }
  }

  /// The "Q24" of `2Q24`, the "H24" of `1H24`.
  private func gluedPart(_ i: Int, _ number: Int) -> DatePoint.Form? {
    let lower = tokens.lower(i)
    guard tokens.upper(i) - lower == 3 else { return nil }
    let (tens, ones) = (Int(tokens.bytes[lower + 1]) - 0x30, Int(tokens.bytes[lower + 2]) - 0x30)
    guard (0...4).contains(tens), (0...9).contains(ones) else { return nil }
    return letteredPart(tokens.bytes[lower], number, .named(2000 + tens * 10 + ones))
  }

  /// What an ordinal counts: `first half of 2025`, `third quarter 2024`, `4th quarter of last year`; at its last token.
  private func part(_ number: Int, at: Int, from i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if at + 1 < limit, tokens.isKey(at + 1, .century), number <= 21 {
      // "twenty-first century" is read from its first word.
      if tokens.isHyphen(at - 1), tokens.isAny(at - 2, .cardinal), i == at { return nil }
      if isBeforeChrist(at + 2) { return nil }
      return DatePoint(tokens: i..<at + 2, form: .century((number - 1) * 100))
    }
    // "second-quarter revenue"
    let next = tokens.isHyphen(at + 1) ? at + 2 : at + 1
    let isHalf = tokens.isKey(next, .half) || tokens.isAny(next, Self.semester)
    guard isHalf || tokens.isKey(next, .quarter), number <= (isHalf ? 2 : 4) else { return nil }
    let months = isHalf ? 6 : 3
    // "the first half-year of 2024"
    let tail = isHalf && tokens.isHyphen(next + 1) && tokens.isKey(next + 2, .year) ? next + 3 : next + 1
    if let (year, end) = yearTail(at: tail, in: sentence) {
      return DatePoint(tokens: i..<end, form: .partOfYear(months: months, number: number, year: year))
    }
    // "the third quarter" alone is the document's; "the first half" is more often one of a match.
    let isAlone = !tokens.isKey(next + 1, .of) && !tokens.isHyphen(next + 1)
    let isLedIn = i < at && !tokens.isKey(at - 1, .of) || next > at + 1
    return !isHalf && isAlone && isLedIn
      ? DatePoint(tokens: i..<next + 1, form: .partOfYear(months: months, number: number, year: .open)) : nil
  }

  private static let semester: WordList = ["semester"]

  /// `twenty-first century`
  func hyphenedCentury(at i: Int, limit: Int) -> DatePoint? {
    let at = tokens.isKey(i, .the) ? i + 1 : i
    guard at + 3 < limit, tokens.isAny(at, .cardinal), tokens.entry(at).number == 20, tokens.isHyphen(at + 1),
      tokens.isAny(at + 2, .ordinal), tokens.isKey(at + 3, .century)
    else { return nil }
    return DatePoint(tokens: i..<at + 4, form: .century((19 + Int(tokens.entry(at + 2).ordinal)) * 100))
  }

  /// `BC`, `BCE`, `B.C.`: years that no calendar here has.
  private func isBeforeChrist(_ i: Int) -> Bool {
    tokens.isKey(i, .bc) || tokens.isKey(i, .bce) || tokens.isWord(i) && tokens.isCapital(i) && tokens.text(i) == "B.C"
      || tokens.isWord(i) && tokens.isCapital(i) && tokens.text(i) == "B.C."
  }

  /// `19th century`
  func ordinalPart(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if let turned = turnedPart(at: i, in: sentence) { return turned }
    guard i + 2 < limit, let number = tokens.numeral(i)?.plain, (1...21).contains(number),
      tokens.isAny(i + 1, .ordinalSuffix), !tokens.isSpaced(i + 1)
    else { return nil }
    if let part = part(number, at: i + 1, from: i, in: sentence) { return part }
    let next = tokens.isHyphen(i + 2) ? i + 3 : i + 2
    guard next < limit, tokens.isKey(next, .century) || tokens.isKey(next, .centuries), !isBeforeChrist(next + 1) else {
      return nil
    }
    return DatePoint(tokens: i..<next + 1, form: .century((number - 1) * 100))
  }

  /// `summer 2023`, `the spring of 2024`, `winter of 2017-2018`, `summer last year`; alone behind "in", "by", "until".
  func season(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    let at = tokens.isKey(i, .the) ? i + 1 : i
    guard at < limit, let season = seasonNumber(at) else { return nil }
    let next = tokens.isKey(at + 1, .of) || tokens.isSymbol(at + 1, ",") ? at + 2 : at + 1
    if let year = yearNumber(next, limit: limit) {
      // A season that is named by both its years.
      let isPair =
        (tokens.isDash(next + 1) || tokens.isSymbol(next + 1, "/")) && next + 2 < limit
        && tokens.numeral(next + 2)?.value.map { $0 == ExactNumber(year + 1) || $0 == ExactNumber((year + 1) % 100) }
          == true
      return DatePoint(
        tokens: i..<(isPair ? next + 3 : next + 1), form: .season(season, year: .named(year), direction: nil))
    }
    if let (year, end) = yearTail(at: at + 1, in: sentence) {
      return DatePoint(tokens: i..<end, form: .season(season, year: year, direction: nil))
    }
    guard isSeasonAlone(at, from: i, in: sentence) else { return nil }
    return DatePoint(tokens: i..<at + 1, form: .season(season, year: nil, direction: nil))
  }

  /// "in the spring", "by late summer": a time of this year, not "a spring", "summer camps" or "in summer and winter".
  private func isSeasonAlone(_ at: Int, from i: Int, in sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound, tokens.isAny(i - 1, .preposition), !tokens.isCapital(at) else { return false }
    let isLedIn = [.in, .by, .until, .till, .since, .from, .during, .through, .before, .for].contains {
      tokens.isKey(i - 1, $0)
    }
    let next = at + 1
    guard isLedIn, next < sentence.upperBound else { return isLedIn }
    if tokens.kinds[next] == .symbol {
      return !tokens.isHyphen(next) && !(tokens.isSymbol(next, ",") && seasonNumber(next + 1) != nil)
    }
    return tokens.isAny(next, WordClass.phraseEnd) && !tokens.isKey(next, .or)
      && !(tokens.isKey(next, .and) && seasonNumber(next + 1) != nil)
  }

  /// 0 for spring to 3 for winter.
  func seasonNumber(_ i: Int) -> Int? {
    guard tokens.isAny(i, .season) else { return nil }
    if tokens.isKey(i, .spring) { return 0 }
    if tokens.isKey(i, .summer) { return 1 }
    return tokens.isKey(i, .winter) ? 3 : 2
  }

  /// `fiscal year 2024`, `the financial year 2023–24`, `fiscal 2022`, `FY2024`: the years named; when they start is not said.
  func fiscalYear(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if tokens.isKey(i, .fy) || tokens.flags[i].contains(.hasDigit),
      let year = shortFiscalYear(at: i, in: sentence)
    {
      return year
    }
    let isFiscal = tokens.isKey(i, .fiscal)
    guard
      isFiscal || tokens.isKey(i, .financial) || tokens.isKey(i, .academic) || tokens.isKey(i, .calendar)
        || tokens.isKey(i, .school)
    else { return nil }
    let next = tokens.isKey(i + 1, .year) ? i + 2 : i + 1
    guard next == i + 2 || isFiscal, next < limit, tokens.kinds[next] == .number,
      let rest = point(at: next, in: next..<limit)
    else { return nil }
    switch rest.form {
    case .year, .years: return rest.from(i)
    default: return nil
    }
  }

  /// `FY2024`, `FY24`, `FY 2024`, `FY2023/24`.
  private func shortFiscalYear(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if tokens.isKey(i, .fy) {
      guard tokens.flags[i].contains(.allCapitals), i + 1 < limit, tokens.kinds[i + 1] == .number else { return nil }
      if let rest = point(at: i + 1, in: i + 1..<limit) {
        switch rest.form {
        case .year, .years: return rest.from(i)
        default: return nil
        }
      }
      guard let short = tokens.numeral(i + 1), short.digits == 2, let year = short.plain else { return nil }
      return DatePoint(tokens: i..<i + 2, form: .year(Self.fullYear(year)))
    }
    let text = tokens.bytes[tokens.lower(i)..<tokens.upper(i)]
    guard text.count == 4 || text.count == 6, text.starts(with: [UInt8(ascii: "F"), UInt8(ascii: "Y")]),
      let digits = Int(String(decoding: text.dropFirst(2), as: UTF8.self)), digits >= 0
    else { return nil }
    let year = text.count == 4 ? Self.fullYear(digits) : digits
    guard Self.years.contains(year) else { return nil }
    if tokens.isDash(i + 1) || tokens.isSymbol(i + 1, "/"), i + 2 < limit, !tokens.isSpaced(i + 1),
      !tokens.isSpaced(i + 2),
      let last = tokens.numeral(i + 2)?.plain, last % 100 == (year + 1) % 100
    {
      return DatePoint(tokens: i..<i + 3, form: .years(year, year + 1))
    }
    return DatePoint(tokens: i..<i + 1, form: .year(year))
  }

  /// The year that two digits stand for: of this century up to 69.
  private static func fullYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

  /// `the fifties`, `the late eighties`: a decade of the last century; not "in her fifties".
  func namedDecade(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard tokens.isKey(i, .the), i > sentence.lowerBound, tokens.isAny(i - 1, .preposition),
      i + 1 < sentence.upperBound,
      let first = tokens.value(i + 1, in: Self.tens),
      i + 2 >= sentence.upperBound || !tokens.isWord(i + 2) || tokens.isAny(i + 2, WordClass.phraseEnd)
    else { return nil }
    return DatePoint(tokens: i..<i + 2, form: .decade(1900 + first))
  }

  private static let tens: WordTable<Int> = [
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
  ]
}
