/// Numbers that name instead of counting.
extension FigureReader {
  /// `Class 4`, `Su-24`, `3)`, `[12]`, `020 7946`, `v2.1`, `Group of Seven`.
  func isName(_ number: NumberReading, in sentence: Range<Int>, isHeading: Bool) -> Bool {
    let (i, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    let limit = sentence.upperBound
    if tokens.isHyphen(end),
      tokens.isAny(end + 1, Self.idioms) || tokens.isAny(end + 1, Self.things) || tokens.isAny(end + 1, Self.decades)
    {
      return true
    }
    if !number.isDigits {
      return isNamedWord(i, end, in: sentence, isHeading: isHeading) || isNamedByCount(i, end, limit: limit)
    }
    if isRaceWon(number, in: sentence) || isScore(i, end, in: sentence) || isPlaceOnEarth(i, end, in: sentence)
      || isLowLabelled(number, in: sentence)
    {
      return true
    }
    guard let numeral = tokens.numeral(i) else { return true }
    if numeral.hasLeadingZero, !numeral.hasDecimals { return true }
    if isListMark(i, end, in: sentence) || !isHeading && isNoteMark(i, end, in: sentence) || isHouse(end, limit: limit)
    {
      return true
    }
    if end < limit, !tokens.isSpaced(end),
      tokens.isSymbol(end, "/") || tokens.isSymbol(end, "_") || tokens.isSymbol(end, "@") || tokens.isSymbol(end, "\\")
        || tokens.isSymbol(end, ":") && tokens.numeral(end + 1) != nil
    {
      return true
    }
    if end < limit, tokens.kinds[end] == .number, tokens.isSpaced(end) { return true }
    if isCited(i, in: sentence) || isAddress(i, end, in: sentence) { return true }
    if isTelephone(i, end, in: sentence) || isCalled(i, end, in: sentence) || isLabelled(i, end, in: sentence)
      || isLongName(numeral, end, in: sentence)
    {
      return true
    }
    // "575 B.C.", "as 2026 begins"
    if tokens.isAny(end, Self.eras), tokens.isCapital(end) { return true }
    // "Act No. 17 of 2013 applies"
    if isYearLike(number.tokens), tokens.isKey(i - 1, .of), i - 3 >= sentence.lowerBound, tokens.numeral(i - 2) != nil,
      tokens.isAny(i - 3, .numbered) || tokens.isSymbol(i - 3, ".") && tokens.isAny(i - 4, .numbered)
    {
      return true
    }
    if numeral.digits == 4, (1900...2099).contains(numeral.plain ?? 0), !numeral.isGrouped,
      tokens.isAny(end, Self.yearVerbs)
    {
      return true
    }
    guard i > sentence.lowerBound else { return false }
    let before = i - 1
    if tokens.kinds[before] == .number { return !isYear(before, in: sentence) }
    if isDayOfMonth(i, end, limit: limit) { return true }
    if !tokens.isSpaced(i), tokens.kinds[before] == .symbol {
      switch tokens.details[before] {
      case 0x2E: return !bounds.isAbbreviation(before - 1)
      case 0x23, 0x2F, 0x3A, 0x40, 0x5F, 0x5C, 0x3D, 0x26: return true
      // "a year,2 of which", "29%3": the mark of a note.
      // "the class of '71"
      case 0x2C, 0x29, 0x25, 0x201D, 0x2019, 0x2018, 0x27: return numeral.digits <= 2 && !numeral.hasDecimals
      // "+44 20" is a telephone, "+2.7%" a change.
      case 0x2B: return percent(at: end, limit: limit) == nil && measureUnit(at: end, limit: limit) == nil
      case 0x2D, 0x2011, 0x2013:
        return !tokens.isSpaced(before) && before > sentence.lowerBound
          && (tokens.isWord(before - 1) || tokens.kinds[before - 1] == .number)
      default: break
      }
    }
    if tokens.isSymbol(before, "."), tokens.isAny(before - 1, .numbered) { return true }
    guard tokens.isWord(before) else { return false }
    // "Week 7 begins"
    if tokens.isKey(before, .week), before == sentence.lowerBound, tokens.isCapital(before) { return true }
    if tokens.isAny(before, .numbered),
      tokens.isCapital(before) || tokens.isAny(before, Self.lowerNumbered)
    {
      return true
    }
    // "Boeing 737": a name before it and nothing that it could count after it.
    let isLone =
      phrases.counted(at: end, limit: limit) == nil && percent(at: end, limit: limit) == nil
      && measureUnit(at: end, limit: limit) == nil && !tokens.isHyphen(end)
    // "iPhone 15": a capital inside the word.
    if isLone, hasInnerCapital(before) { return true }
    // "Lamplight 66 opened": of words that begin a sentence only unknown ones.
    return tokens.isCapital(before) && (before > sentence.lowerBound || tokens.details[before] == 0) && !isHeading
      && isLone
      && tokens.entry(before).classes.isDisjoint(with: [.month, .weekday, .preposition, .verb, .determiner])
      && !numeral.isGrouped
  }

  /// "a six-figure sum", "a one-time bonus", "two-way": nothing is counted.
  private static let idioms: WordList = ["figure", "figures", "time", "off", "way", "hand", "sided"]

  /// "the nineteen-eighties"
  private static let decades: WordList = [
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
  ]

  /// What is called by a number of parts: `a three-wheeler`, `a one-liner`.
  private static let things = WordList(thingWords.split(separator: " ").map(String.init))
  static let thingWords =
    "wheeler wheelers liner liners seater seaters pointer pointers footer footers decker deckers pounder pounders parter bedder"

  /// `[13, 14]`, `[7–9]`: numbers of what a text cites.
  private func isCited(_ i: Int, in sentence: Range<Int>) -> Bool {
    func isJoint(_ at: Int) -> Bool {
      tokens.kinds[at] == .number || tokens.isSymbol(at, ",") || tokens.isSymbol(at, ";") || tokens.isDash(at)
    }
    let (first, last) = (max(sentence.lowerBound, i - 12), min(sentence.upperBound, i + 12))
    var (open, close) = (i - 1, i + 1)
    while open >= first, isJoint(open) { open -= 1 }
    guard open >= first, tokens.isSymbol(open, "[") else { return false }
    while close < last, isJoint(close) { close += 1 }
    return close < last && tokens.isSymbol(close, "]")
  }

  /// `the 91 Freeway`, `the 1100 block of Quay Road`, `401(k)`
  private func isAddress(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    guard end < sentence.upperBound else { return false }
    if tokens.isSymbol(end, "("), !tokens.isSpaced(end), tokens.isWord(end + 1),
      tokens.upper(end + 1) - tokens.lower(end + 1) == 1, tokens.isSymbol(end + 2, ")")
    {
      return true
    }
    guard i > sentence.lowerBound, tokens.isWord(end), tokens.isSpaced(end) else { return false }
    if tokens.isAny(end, Self.blocks), tokens.isKey(end + 1, .of) { return true }
    return tokens.isAny(end, Self.highways) && tokens.isAny(i - 1, [.determiner, .preposition])
  }

  private static let blocks: WordList = ["block"]
  private static let highways: WordList = ["freeway", "highway", "expressway", "turnpike", "motorway", "interchange"]

  private static let eras: WordList = ["bc", "bce", "b.c."]
  private static let yearVerbs: WordList = ["begins", "starts", "ends", "draws", "dawns", "opens", "closes", "unfolds"]

  /// `911` of "she called 911": whom somebody called.
  private func isCalled(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    i > sentence.lowerBound && tokens.upper(i) - tokens.lower(i) == 3 && tokens.isAny(i - 1, Self.calls)
      && phrases.counted(at: end, limit: min(sentence.upperBound, end + 2)) == nil
  }

  private static let calls: WordList = [
    "call", "calls", "called", "calling", "dial", "dials", "dialed", "dialled", "dialing", "text", "texting", "texted",
  ]

  static let lowerNumbered: WordList = [
    "page", "pages", "article", "section", "chapter", "figure", "fig", "table", "annex", "schedule", "room",
    "paragraph", "para", "step", "no", "nos", "number",
    "item", "id", "ref", "tel", "telephone", "phone", "fax", "zip", "version", "phase", "stage", "clause", "rule",
    "appendix", "footnote", "note", "tier", "grade", "level", "week", "reference", "code", "title", "line", "lot",
    "order", "episode",
  ]

  /// "In June 2008 17 people", "In 2008 17 people": what stands before the count is a year.
  private func isYear(_ i: Int, in sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound, tokens.isSpaced(i + 1), let year = tokens.numeral(i)?.plain,
      (1900...2099).contains(year), tokens.upper(i) - tokens.lower(i) == 4
    else { return false }
    return tokens.isAny(i - 1, .month) || tokens.isKey(i - 1, .in) || tokens.isKey(i - 1, .since)
  }

  /// "31 February 2024", "April 31, 2024": days that no calendar has are no counts either.
  private func isDayOfMonth(_ i: Int, _ end: Int, limit: Int) -> Bool {
    guard let day = tokens.numeral(i)?.plain, (1...39).contains(day), tokens.isSpaced(i) else { return false }
    func isMonth(_ i: Int) -> Bool {
      tokens.isAny(i, .month) && tokens.isCapital(i) && !tokens.isAny(i, .doubtfulMonth)
    }
    if end < limit, isMonth(end), tokens.isSpaced(end) { return true }
    return isMonth(i - 1) && tokens.isSymbol(end, ",") && end + 1 < limit && tokens.numeral(end + 1)?.digits == 4
  }

  /// `(906) 555-0137`, `555-0137`
  private func isTelephone(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    guard let numeral = tokens.numeral(i), numeral.digits == 3, numeral.plain != nil, end + 1 < sentence.upperBound
    else {
      return false
    }
    if i > sentence.lowerBound, tokens.isSymbol(i - 1, "("), tokens.isSymbol(end, ")"), tokens.kinds[end + 1] == .number
    {
      return true
    }
    // "503-555-0171"
    if tokens.isHyphen(end), tokens.numeral(end + 1)?.digits == 3, tokens.isHyphen(end + 2),
      tokens.numeral(end + 3)?.digits == 4
    {
      return true
    }
    return tokens.isHyphen(end) && tokens.numeral(end + 1)?.digits == 4
      && (tokens.numeral(end + 1)?.hasLeadingZero ?? false || tokens.isSymbol(i - 1, ")"))
  }

  private func isListMark(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    let isStart = i == sentence.lowerBound
    // "2.1 The board found": the number of a paragraph.
    if isStart, let numeral = tokens.numeral(i), (1...2).contains(numeral.decimals), numeral.digits <= 2,
      end < sentence.upperBound,
      tokens.isWord(end), tokens.isSpaced(end), tokens.isCapital(end), !tokens.isAny(end, .scale)
    {
      return true
    }
    if isStart, end < sentence.upperBound, tokens.isSymbol(end, ".") || tokens.isSymbol(end, ")"), !tokens.isSpaced(end)
    {
      return true
    }
    if isStart, end == sentence.upperBound { return true }
    guard i > sentence.lowerBound, end < sentence.upperBound else { return false }
    return tokens.isSymbol(i - 1, "[") && tokens.isSymbol(end, "]")
      || tokens.isSymbol(i - 1, "(") && tokens.isSymbol(end, ")") && tokens.upper(i) - tokens.lower(i) <= 2
  }

  /// "1 Weights are those at the port": the mark of a note, right before a sentence of its own.
  private func isNoteMark(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    guard i == sentence.lowerBound, let mark = tokens.numeral(i)?.plain, mark < 100, end < sentence.upperBound,
      tokens.isWord(end), tokens.isSpaced(end), tokens.isCapital(end), tokens.flags[end].isDisjoint(with: .allCapitals)
    else { return false }
    return !tokens.isAny(end, .demonym) && !tokens.isAny(end, [.month, .scale, .timeUnit, .unit])
      && Gazetteer.shared.match(at: end, in: tokens, limit: sentence.upperBound) == nil
  }

  /// "40 Lock Street", "133 N. Lock"
  private func isHouse(_ end: Int, limit: Int) -> Bool {
    var next = end
    if end + 1 < limit, tokens.isWord(end), tokens.isCapital(end), tokens.upper(end) - tokens.lower(end) <= 2,
      Self.directions.contains(tokens.text(end))
    {
      next = tokens.isSymbol(end + 1, ".") ? end + 2 : end + 1
      return next < limit && tokens.isWord(next) && tokens.isCapital(next)
    }
    while next < min(end + 4, limit), tokens.isWord(next), tokens.isCapital(next), tokens.isSpaced(next) {
      if next > end, tokens.isAny(next, Self.streets) { return true }
      next += 1
    }
    return false
  }

  private static let directions: Set<String> = ["N", "S", "E", "W", "NE", "NW", "SE", "SW", "N.", "S.", "E.", "W."]
  private static let net: WordList = ["net"]
  private static let zeroes = WordList(zeroWords.split(separator: " ").map(String.init))
  static let zeroWords = "tolerance emission waste carbon covid hunger sum trust rating rate gravity net"

  private static let streets: WordList = [
    "street", "road", "avenue", "lane", "drive", "square", "boulevard", "terrace", "quay", "crescent", "parade",
    "st", "rd", "ave", "blvd", "plaza", "mews", "walk", "gardens",
    // "820 Naval Air Squadron"
    "squadron", "regiment", "battalion", "commando", "infantry",
  ]

  /// A capital inside a sentence: "Five Eyes", "Group of Seven".
  private func isNamedWord(_ i: Int, _ end: Int, in sentence: Range<Int>, isHeading: Bool) -> Bool {
    if i > sentence.lowerBound, tokens.isHyphen(i - 1), tokens.isWord(i - 2) { return true }
    if tokens.isAny(i, .cardinal), tokens.entry(i).number == 0 {
      // "net zero", "zero tolerance", "zero Covid rules"
      if i > sentence.lowerBound, tokens.isAny(i - 1, Self.net) || tokens.isAny(end, Self.zeroes) { return true }
      return phrases.counted(at: end, limit: sentence.upperBound) == nil
        && percent(at: end, limit: sentence.upperBound) == nil
    }
    guard i > sentence.lowerBound, !isHeading, tokens.isCapital(i) else { return false }
    let before = i - 1
    let isAfterMark = tokens.kinds[before] == .symbol && !tokens.isSymbol(before, ",")
    return !isAfterMark
  }
}
