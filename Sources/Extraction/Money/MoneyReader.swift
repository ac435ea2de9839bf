import IbidTypes

/// An amount in the text before its bounds are applied.
struct MoneyReading {
  /// Number and currency.
  var tokens: Range<Int>
  var ends: Ends
  /// ISO code; "" if none is written.
  var currency: String
  /// The range's own words ("between"), which count as worded.
  var lower: Int
}

/// Reads amounts of money at a token.
struct MoneyReader {
  let tokens: Tokens
  let numbers: NumberReader
  let conventions: Conventions

  /// One end of an amount: `£5`, `5`, `10 million euros`.
  struct Part {
    var tokens: Range<Int>
    var number: NumberReading
    var currency: String?
    /// A hundredth of the currency: pence, cents.
    var isHundredth = false
    var hasPrefix = false
    /// `EUR -5`
    var isBelowZero = false
  }

  /// Whether an amount may start at a token: a number, a word before one, or a sign; to be asked first.
  func mayStart(_ i: Int, limit: Int) -> Bool {
    switch tokens.kinds[i] {
    case .number: mayHaveCurrency(behind: i, limit: limit)
    case .symbol: CurrencyWords.family(ofSymbol: tokens.details[i]) != nil
    case .word:
      numbers.mayStart(i) && (!tokens.isKey(i, .a) || articleCounts(i)) || mayBeCurrency(i, limit: limit)
    case .clitic: false
    }
  }

  /// Whether the word or sign behind digits leaves them an amount: a currency, a scale, or what joins two amounts.
  private func mayHaveCurrency(behind i: Int, limit: Int) -> Bool {
    let next = i + 1
    guard next < limit else { return false }
    switch tokens.kinds[next] {
    case .word:
      // Codes, countries and letters have a capital or are short.
      return tokens.isCapital(next)
        || tokens.isAny(next, [.scale, .scalePlural, .currencyWord, .hundredth, .durationJoint])
        || tokens.upper(next) - tokens.lower(next) <= 4 && !isGrammar(next)
    case .symbol:
      return tokens.isDash(next) || tokens.isSymbol(next, "¢")
        || CurrencyWords.family(ofSymbol: tokens.details[next]) != nil
    case .number: return true
    case .clitic: return false
    }
  }

  /// A small word of grammar that neither names a currency nor joins two amounts: "5 in", "12 were".
  private func isGrammar(_ i: Int) -> Bool {
    tokens.isAny(i, [.preposition, .auxiliary, .pronoun]) && !tokens.isKey(i, .to) && !tokens.isKey(i + 1, .not)
      && !tokens.isAny(i, .currencyLetters)
  }

  /// Whether an article begins a sum: "a million", "a few hundred", "a dollar".
  private func articleCounts(_ i: Int) -> Bool {
    tokens.isAny(i + 1, [.scale, .fraction, .currencyWord, .durationJoint]) || tokens.isKey(i + 1, .few)
      || tokens.isAny(i + 1, NumberReader.couple)
      || tokens.isHyphen(i + 1)
  }

  /// Whether a word may be the currency of a number right behind it, or behind one sign: most words before numbers are not.
  private func mayBeCurrency(_ i: Int, limit: Int) -> Bool {
    guard i + 1 < limit else { return false }
    if tokens.kinds[i + 1] == .number {
      return tokens.details[i] == 0 || tokens.flags[i].contains(.allCapitals) || tokens.isAny(i, .currencyLetters)
    }
    // "CFA francs 20 billion", "a dollar"
    if tokens.isAny(i + 1, .currencyWord) {
      return tokens.isKey(i, .a)
        || tokens.flags[i].contains(.allCapitals) && i + 2 < limit && tokens.kinds[i + 2] == .number
    }
    return i + 2 < limit && tokens.kinds[i + 1] == .symbol && tokens.kinds[i + 2] == .number
  }

  /// The amount that starts at token `i`, or nil.
  func amount(at i: Int, in sentence: Range<Int>) -> MoneyReading? {
    let limit = sentence.upperBound
    guard let first = part(at: i, limit: limit) else { return nil }
    if first.isBelowZero, let currency = first.currency, let value = first.number.value {
      return reading(first.tokens, Ends(value).negated(), currency, first.isHundredth, lower: i)
    }
    let isBetween = i > sentence.lowerBound && tokens.isKey(i - 1, .between)
    if let range = range(first, isBetween: isBetween, in: sentence) { return range }
    if first.currency == nil, let moved = firstOfChange(first, in: sentence) { return moved }
    guard let currency = first.currency, !isShareOfOne(first, limit: limit) else { return nil }
    return reading(first.tokens, Ends(first.number.value), currency, first.isHundredth, lower: i)
  }

  /// "rose from 310 to 355 euros": the first of two amounts, its currency left out.
  private func firstOfChange(_ first: Part, in sentence: Range<Int>) -> MoneyReading? {
    let (start, joint) = (first.tokens.lowerBound, first.tokens.upperBound)
    guard start > sentence.lowerBound, tokens.isKey(start - 1, .from), tokens.isKey(joint, .to),
      joint + 1 < sentence.upperBound, isChange(before: start, in: sentence),
      let second = part(at: joint + 1, limit: sentence.upperBound), let currency = second.currency, !second.hasPrefix,
      let value = first.number.value
    else { return nil }
    // "from 4 to 5 million": the scale is that of both.
    let isScaled = first.number.power == 0 && second.number.power > 0
    let low = isScaled ? value.scaled(byPowerOfTen: second.number.power) : value
    return reading(first.tokens, Ends(low), currency, second.isHundredth, lower: start)
  }

  private func reading(_ range: Range<Int>, _ ends: Ends, _ currency: String, _ isHundredth: Bool, lower: Int)
    -> MoneyReading?
  {
    var ends = ends
    if isHundredth, let hundredth = ExactNumber(1, over: 100) { ends = ends.multiplied(by: hundredth) }
    return MoneyReading(tokens: range, ends: ends, currency: currency, lower: lower)
  }

  /// "one pound in eight", "one dollar of every five" tell shares.
  private func isShareOfOne(_ part: Part, limit: Int) -> Bool {
    let next = part.tokens.upperBound
    guard part.number.value == .one, !part.number.isDigits, next + 1 < limit else { return false }
    return (tokens.isKey(next, .in) || tokens.isKey(next, .of) && tokens.isKey(next + 1, .every))
      && (tokens.isKey(next + 1, .every) || numbers.number(at: next + 1, limit: limit) != nil)
  }

  // MARK: Ranges

  /// `£5m to £10m`, `$5–10 million`, `between 5 and 10 million euros`.
  private func range(_ first: Part, isBetween: Bool, in sentence: Range<Int>) -> MoneyReading? {
    let joint = first.tokens.upperBound
    guard first.number.value != nil, joint + 1 < sentence.upperBound else { return nil }
    let isDash = tokens.isDash(joint)
    let isTo = tokens.isKey(joint, .to) || tokens.isKey(joint, .or)
    if let least = leastAndMost(first, in: sentence) { return least }
    guard isDash || isTo || (isBetween && tokens.isKey(joint, .and)) else { return nil }
    if isTo, isChange(before: first.tokens.lowerBound, in: sentence), !isOneStep(first, joint, in: sentence) {
      return nil
    }
    // "from ₱15,000 to as high as ₱85,000"
    let hasBound = isTo && tokens.isKey(joint + 1, .as) && tokens.isKey(joint + 3, .as)
    guard let second = part(at: hasBound ? joint + 4 : joint + 1, limit: sentence.upperBound) else { return nil }
    guard let currency = second.currency ?? first.currency else { return nil }
    if let other = first.currency, other != currency { return nil }
    // "2024 to £29 million" is no range, nor is "gave £500 to 20 families".
    if second.hasPrefix, first.currency == nil { return nil }
    if isTo, second.currency == nil, second.number.power == 0 { return nil }
    // "80p to £1.60"
    var low = first.number
    if first.isHundredth, second.hasPrefix, let hundredth = ExactNumber(1, over: 100) {
      low.value = low.value?.multiplied(by: hundredth)
    }
    guard let ends = Ends.range(low, second.number, isJoined: isDash) else { return nil }
    let isHundredth = second.isHundredth && (first.isHundredth || first.currency == nil)
    return reading(
      first.tokens.lowerBound..<second.tokens.upperBound, ends, currency, isHundredth,
      lower: isBetween ? first.tokens.lowerBound - 1 : first.tokens.lowerBound)
  }

  /// "will fall by 10 to 15 cents": by how much, with one currency for both ends; "by £2m to £20m" tells two amounts.
  private func isOneStep(_ first: Part, _ joint: Int, in sentence: Range<Int>) -> Bool {
    let before = first.tokens.lowerBound - 1
    guard before >= sentence.lowerBound, tokens.isKey(before, .by), first.currency == nil,
      let second = part(at: joint + 1, limit: sentence.upperBound), second.currency != nil, !second.hasPrefix,
      let low = first.number.value, let high = second.number.value, let gap = high.subtracting(low)
    else { return false }
    return low < high && gap < low
  }

  /// `not less than P500,000 nor more than P1 million`: what laws write for a range.
  private func leastAndMost(_ first: Part, in sentence: Range<Int>) -> MoneyReading? {
    let (start, joint) = (first.tokens.lowerBound, first.tokens.upperBound)
    guard start - 3 >= sentence.lowerBound, joint + 3 < sentence.upperBound, tokens.isKey(start - 1, .than),
      tokens.isKey(start - 3, .not), tokens.isAny(start - 2, Self.less),
      tokens.isAny(joint, Self.nor) || tokens.isKey(joint + 1, .not)
    else { return nil }
    let more = tokens.isAny(joint, Self.nor) ? joint + 1 : joint + 2
    guard tokens.isKey(more, .more), tokens.isKey(more + 1, .than),
      let second = part(at: more + 2, limit: sentence.upperBound),
      let currency = first.currency ?? second.currency, second.currency ?? currency == currency,
      let ends = Ends.range(first.number, second.number)
    else { return nil }
    return reading(start..<second.tokens.upperBound, ends, currency, false, lower: start - 3)
  }

  private static let less: WordList = ["less", "fewer"]
  private static let nor: WordList = ["nor"]

  /// Whether "… to …" tells two amounts, one after the other: "rose from £15m to £18m", "grew by £2m to £20m". Without
  /// a word of change, "from £15m to £18m" spans a range.
  func isChange(before i: Int, in sentence: Range<Int>) -> Bool {
    var i = i
    // "fell almost 7p to 192p"
    while i - 1 > sentence.lowerBound, tokens.isAny(i - 1, Self.hedges) { i -= 1 }
    guard i > sentence.lowerBound else { return false }
    if tokens.isKey(i - 1, .by) { return true }
    if tokens.isAny(i - 1, [.rise, .fall]) { return !isLost(i - 1, at: i, in: sentence) }
    guard tokens.isKey(i - 1, .from) else { return false }
    for word in max(sentence.lowerBound, i - 10)..<i - 1
    where tokens.isAny(word, [.rise, .fall, .changeNoun]) && !tokens.isAny(word, FigureReader.losing)
      || tokens.isAny(word, Self.moves)
      || tokens.value(word, in: FigureReader.factors) != nil
    {
      return true
    }
    return false
  }

  /// "lost £2m to £3m": what is lost, unless it is as little as a share loses on a day ("lost 7p to 192p").
  private func isLost(_ verb: Int, at i: Int, in sentence: Range<Int>) -> Bool {
    guard tokens.isAny(verb, FigureReader.losing), let first = part(at: i, limit: sentence.upperBound),
      let second = part(at: first.tokens.upperBound + 1, limit: sentence.upperBound),
      let ends = Ends.range(first.number, second.number), let low = ends.low, let high = ends.high,
      let gap = high.subtracting(low)
    else { return false }
    return !first.isHundredth && gap <= low
  }

  private static let hedges: WordList = [
    "almost", "nearly", "about", "around", "roughly", "just", "over", "only", "some", "another", "further", "a",
  ]
  private static let moves: WordList = [
    "went", "go", "goes", "gone", "going", "came", "come", "comes", "moved", "moving", "changed", "taking", "took",
  ]

  private func part(at i: Int, limit: Int) -> Part? {
    guard i < limit else { return nil }
    if let prefix = prefix(at: i, limit: limit), tokens.kinds[prefix.number] == .number, !isThousands(prefix.number),
      let number = numbers.number(at: prefix.number, limit: limit)?.scaledByLetter(), !number.isVague
    {
      let spaced = scaledBySpacedLetter(number, limit: limit, code: prefix.code)
      let scaled = regrouped(scaledBehindHyphen(spaced, limit: limit), limit: limit)
      var part = Part(
        tokens: i..<withoutCents(scaled.tokens.upperBound, limit: limit), number: scaled,
        currency: prefix.code, hasPrefix: true, isBelowZero: prefix.isBelowZero)
      // "$5 million USD", "£20 pounds": the same currency said twice.
      if let (again, end, _) = suffix(after: scaled, limit: limit), again == prefix.code || prefix.isPlainDollar {
        part.tokens = i..<end
        part.currency = again
      }
      return part
    }
    if let one = oneUnit(at: i, limit: limit) { return one }
    guard let number = numbers.number(at: i, limit: limit) else { return nil }
    let scaled = number.scaledByLetter()
    if let (letters, end) = scaleLetters(after: number, limit: limit),
      let (code, upper, _) = suffix(after: letters, limit: limit)
    {
      return Part(tokens: i..<max(upper, end), number: letters, currency: code)
    }
    // "4.75 mil. Kč"
    if number.power == 0, number.isDigits, tokens.isAny(number.tokens.upperBound, Self.mil) {
      let dot = number.tokens.upperBound + 1
      let hasDot = tokens.isSymbol(dot, ".") && !tokens.isSpaced(dot)
      let millions = self.scaled(number, by: 6, to: hasDot ? dot + 1 : dot)
      if let (code, end, _) = suffix(after: millions, limit: limit) {
        return Part(tokens: i..<end, number: millions, currency: code)
      }
    }
    if let (letters, code) = scaledCode(after: number, limit: limit) {
      return Part(tokens: letters.tokens, number: letters, currency: code)
    }
    if let (code, end, isHundredth) = suffix(after: scaled, limit: limit) {
      return Part(
        tokens: i..<end, number: regrouped(scaled, limit: limit, after: end), currency: code, isHundredth: isHundredth)
    }
    return number.isVague ? nil : Part(tokens: scaled.tokens, number: scaled)
  }

  /// `a dollar` and `a euro` alone: the article counts one.
  private func oneUnit(at i: Int, limit: Int) -> Part? {
    guard tokens.isKey(i, .a), i + 1 < limit, tokens.isAny(i + 1, .currencyWord), !tokens.isCapital(i + 1),
      !tokens.isKey(i - 1, .half), !tokens.isAny(i - 1, Self.shares)
    else { return nil }
    let entry = tokens.entry(i + 1)
    guard entry.currency == "$" || entry.currency == "EUR", !entry.classes.contains(.doubtfulCurrency),
      tokens.bytes[tokens.upper(i + 1) - 1] != UInt8(ascii: "s"),
      i + 2 >= limit || !tokens.isWord(i + 2) && !tokens.isHyphen(i + 2) && tokens.kinds[i + 2] != .clitic
        || tokens.isAny(i + 2, WordClass.phraseEnd) && !tokens.isKey(i + 2, .of)
    else { return nil }
    let one = NumberReading(tokens: i..<i + 1, value: .one, mantissa: .one)
    return Part(tokens: i..<i + 2, number: one, currency: code(of: entry.currency))
  }

  /// "20 cents in a dollar", "on the dollar": shares.
  private static let shares: WordList = ["in", "of", "to"]

  /// `£000` heads a column and is no amount.
  private func isThousands(_ i: Int) -> Bool {
    tokens.numeral(i).map { $0.digits == 3 && $0.value == ExactNumber(0) && !$0.hasDecimals } ?? false
  }

  func code(of family: String) -> String { family == "$" ? conventions.dollar : conventions.currency(of: family) }

  // MARK: Numbers that only money has

  /// Sums have no thousandths: `983.736 euros` groups with a dot, unless it is a price per unit (`€1.459 a litre`).
  private func regrouped(_ number: NumberReading, limit: Int, after end: Int? = nil) -> NumberReading {
    guard number.power == 0, number.isDigits, number.tokens.count == 1,
      let grouped = tokens.numeral(number.tokens.lowerBound)?.groupedByDot,
      EachReader(tokens: tokens).unit(at: end ?? number.tokens.upperBound, limit: limit) == nil
    else { return number }
    var number = number
    (number.value, number.mantissa) = (grouped, grouped)
    return number
  }

  /// `CHF 120.–`, `Fr. 50.-`: a dash for the hundredths that are none.
  private func withoutCents(_ i: Int, limit: Int) -> Int {
    guard i + 1 < limit, tokens.isSymbol(i, ".") || tokens.isSymbol(i, ","), !tokens.isSpaced(i), tokens.isDash(i + 1),
      !tokens.isSpaced(i + 1), i + 2 >= limit || tokens.isSpaced(i + 2) || tokens.kinds[i + 2] == .symbol
    else { return i }
    return i + 2
  }

  /// `€5 m`: a scale letter set apart, after a currency sign only.
  private func scaledBySpacedLetter(_ number: NumberReading, limit: Int, code: String) -> NumberReading {
    let next = number.tokens.upperBound
    guard number.power == 0, next < limit, tokens.isWord(next) else { return number }
    // "RM350 mil", "RM3.3mil"; in Portuguese and Spanish "mil" is a thousand.
    if tokens.isAny(next, Self.mil) { return scaled(number, by: code == "BRL" || code == "EUR" ? 3 : 6, to: next + 1) }
    if tokens.isAny(next, Self.bil), !tokens.isSpaced(next) { return scaled(number, by: 9, to: next + 1) }
    // "Rs 2.5 crores"
    if tokens.isAny(next, .scalePlural), tokens.isSpaced(next), number.isDigits, tokens.entry(next).number >= 5 {
      return scaled(number, by: Int(tokens.entry(next).number), to: next + 1)
    }
    // "Rs 500 cr"
    if code == "INR", tokens.isAny(next, Self.crores) { return scaled(number, by: 7, to: next + 1) }
    // "$300MM"
    if tokens.upper(next) - tokens.lower(next) == 2, !tokens.isSpaced(next), tokens.text(next) == "MM" {
      return scaled(number, by: 6, to: next + 1)
    }
    guard tokens.upper(next) - tokens.lower(next) == 1 else { return number }
    // "$1.2T": only money is counted in such trillions.
    let isTrillion = tokens.text(next) == "T" && !tokens.isSpaced(next)
    guard isTrillion || tokens.isSpaced(next) && (tokens.isKey(next, .m) || tokens.entry(next).classes.contains(.scale))
    else { return number }
    return scaled(number, by: isTrillion ? 12 : Int(tokens.entry(next).number), to: next + 1)
  }

  private static let mil: WordList = ["mil", "mill"]
  private static let bil: WordList = ["bil"]
  private static let crores: WordList = ["cr", "crs"]

  /// `R318-million`: a hyphen before the scale, behind a sign only.
  private func scaledBehindHyphen(_ number: NumberReading, limit: Int) -> NumberReading {
    let hyphen = number.tokens.upperBound
    guard number.power == 0, hyphen + 1 < limit, tokens.isHyphen(hyphen), tokens.isAny(hyphen + 1, .scale),
      tokens.upper(hyphen + 1) - tokens.lower(hyphen + 1) > 3
    else { return number }
    return scaled(number, by: Int(tokens.entry(hyphen + 1).number), to: hyphen + 2)
  }

  /// `38,6 M€`, `5 Md€`, `120 T€`, `3 MCHF`: letters between a number and its currency.
  private func scaleLetters(after number: NumberReading, limit: Int) -> (NumberReading, Int)? {
    let next = number.tokens.upperBound
    guard number.power == 0, number.isDigits, next + 1 < limit, tokens.isWord(next), tokens.kinds[next + 1] == .symbol,
      !tokens.isSpaced(next + 1), CurrencyWords.family(ofSymbol: tokens.details[next + 1]) != nil,
      let power = Self.letters[tokens.text(next)]
    else { return nil }
    return (scaled(number, by: power, to: next + 1), next + 2)
  }

  /// `20 MEUR`, `450 TUSD`: a scale letter and a code in one word.
  private func scaledCode(after number: NumberReading, limit: Int) -> (NumberReading, String)? {
    let next = number.tokens.upperBound
    guard number.power == 0, number.isDigits, next < limit, tokens.isWord(next),
      tokens.flags[next].contains(.allCapitals), tokens.upper(next) - tokens.lower(next) == 4
    else { return nil }
    let word = tokens.text(next)
    let code = String(word.dropFirst())
    guard let power = Self.letters[String(word.prefix(1))], Currency.codes.contains(code) else { return nil }
    return (scaled(number, by: power, to: next + 1), code)
  }

  private static let letters = [
    "k": 3, "K": 3, "T": 3, "m": 6, "M": 6, "Mio": 6, "mio": 6, "Md": 9, "Mrd": 9, "G": 9, "bn": 9, "B": 9,
  ]

  private func scaled(_ number: NumberReading, by power: Int, to upper: Int) -> NumberReading {
    var scaled = number
    scaled.value = number.value?.scaled(byPowerOfTen: power)
    scaled.power = power
    scaled.letterPower = nil
    scaled.tokens = number.tokens.lowerBound..<upper
    return scaled
  }

  static func lowercased(_ text: String) -> String {
    // Most texts are in small letters, and stay the strings that they are.
    guard text.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return text }
    return String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
