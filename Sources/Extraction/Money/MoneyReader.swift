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
  /// The code that `$` and "dollars" mean.
  let dollar: String

  /// One end of an amount: `£5`, `5`, `10 million euros`.
  private struct Part {
    var tokens: Range<Int>
    var number: NumberReading
    var currency: String?
    /// A hundredth of the currency: pence, cents.
    var isHundredth = false
    var hasPrefix = false
  }

  /// The amount that starts at token `i`, or nil.
  func amount(at i: Int, in sentence: Range<Int>) -> MoneyReading? {
    let limit = sentence.upperBound
    guard let first = part(at: i, limit: limit) else { return nil }
    let isBetween = i > sentence.lowerBound && tokens.isKey(i - 1, .between)
    if let range = range(first, isBetween: isBetween, in: sentence) { return range }
    guard let currency = first.currency else { return nil }
    return reading(first.tokens, Ends(first.number.value), currency, first.isHundredth, lower: i)
  }

  private func reading(_ range: Range<Int>, _ ends: Ends, _ currency: String, _ isHundredth: Bool, lower: Int)
    -> MoneyReading?
  {
    var ends = ends
    if isHundredth, let hundredth = ExactNumber(1, over: 100) { ends = ends.multiplied(by: hundredth) }
    return MoneyReading(tokens: range, ends: ends, currency: currency == "$" ? dollar : currency, lower: lower)
  }

  /// `£5m to £10m`, `$5–10 million`, `between 5 and 10 million euros`.
  private func range(_ first: Part, isBetween: Bool, in sentence: Range<Int>) -> MoneyReading? {
    let joint = first.tokens.upperBound
    guard first.number.value != nil, joint + 1 < sentence.upperBound else { return nil }
    let isDash = tokens.isDash(joint)
    let isTo = tokens.isKey(joint, .to) || tokens.isKey(joint, .or)
    guard isDash || isTo || (isBetween && tokens.isKey(joint, .and)) else { return nil }
    // "from £15m to £18m" tells two amounts, unless something ranges from one to the other.
    if isTo, first.tokens.lowerBound > sentence.lowerBound, tokens.isKey(first.tokens.lowerBound - 1, .from),
      !tokens.isKey(first.tokens.lowerBound - 2, .ranging), !tokens.isKey(first.tokens.lowerBound - 2, .range)
    {
      return nil
    }
    guard let second = part(at: joint + 1, limit: sentence.upperBound) else { return nil }
    guard let currency = second.currency ?? first.currency else { return nil }
    if let other = first.currency, other != currency { return nil }
    // "2024 to £29 million" is no range, nor is "gave £500 to 20 families".
    if second.hasPrefix, first.currency == nil { return nil }
    if isTo, second.currency == nil, second.number.power == 0 { return nil }
    guard let ends = Ends.range(first.number, second.number) else { return nil }
    let isHundredth = second.isHundredth && (first.isHundredth || first.currency == nil)
    return reading(
      first.tokens.lowerBound..<second.tokens.upperBound, ends, currency, isHundredth,
      lower: isBetween ? first.tokens.lowerBound - 1 : first.tokens.lowerBound)
  }

  private func part(at i: Int, limit: Int) -> Part? {
    guard i < limit else { return nil }
    if let (code, next) = prefix(at: i, limit: limit),
      let number = numbers.number(at: next, limit: limit)?.scaledByLetter(),
      !number.isVague, tokens.kinds[next] == .number
    {
      var part = Part(
        tokens: i..<number.tokens.upperBound, number: scaledBySpacedLetter(number, limit: limit), currency: code,
        hasPrefix: true)
      part.tokens = i..<part.number.tokens.upperBound
      // "$5 million USD", "£20 pounds": the same currency said twice.
      if let (again, end, _) = suffix(after: part.number, limit: limit), again == code || code == "$" {
        part.tokens = i..<end
        part.currency = again
      }
      return part
    }
    guard let number = numbers.number(at: i, limit: limit) else { return nil }
    let scaled = number.scaledByLetter()
    if let (code, end, isHundredth) = suffix(after: scaled, limit: limit) {
      return Part(tokens: i..<end, number: scaled, currency: code, isHundredth: isHundredth)
    }
    return number.isVague ? nil : Part(tokens: scaled.tokens, number: scaled)
  }

  /// `€5 m`: a scale letter set apart, after a currency sign only.
  private func scaledBySpacedLetter(_ number: NumberReading, limit: Int) -> NumberReading {
    let next = number.tokens.upperBound
    guard number.power == 0, next < limit, tokens.isWord(next), tokens.upper(next) - tokens.lower(next) == 1,
      tokens.isSpaced(next),
      tokens.isKey(next, .m) || tokens.entry(next).classes.contains(.scale)
    else { return number }
    var scaled = number
    let power = Int(tokens.entry(next).number)
    scaled.value = number.value?.scaled(byPowerOfTen: power)
    scaled.power = power
    scaled.tokens = number.tokens.lowerBound..<next + 1
    return scaled
  }

  // MARK: Currency before the number

  /// Currency that starts at token `i`, and the token after it.
  private func prefix(at i: Int, limit: Int) -> (String, Int)? {
    if tokens.kinds[i] == .symbol { return CurrencyWords.code(ofSymbol: tokens.details[i]).map { ($0, i + 1) } }
    guard tokens.isWord(i), i + 1 < limit, tokens.isCapital(i) else { return nil }
    if tokens.isSymbol(i + 1, "$"),
      !tokens.isSpaced(i + 1) || tokens.flags[i].contains(.allCapitals) || tokens.flags[i].contains(.isDotted),
      let code = CurrencyWords.dollarPrefixes[Self.lowercased(tokens.text(i))]
    {
      return (code, i + 2)
    }
    if tokens.kinds[i + 1] == .number || tokens.isSymbol(i + 1, "."), tokens.entry(i).classes.contains(.currencyPrefix),
      !tokens.isKey(i, .none)
    {
      return (tokens.entry(i).currency, tokens.isSymbol(i + 1, ".") ? i + 2 : i + 1)
    }
    if let code = code(at: i) {
      if tokens.kinds[i + 1] == .number { return (code, i + 1) }
      if i + 2 < limit, tokens.kinds[i + 1] == .symbol, tokens.kinds[i + 2] == .number,
        let symbol = CurrencyWords.code(ofSymbol: tokens.details[i + 1]), symbol == code || symbol == "$"
      {
        return (code, i + 2)
      }
    }
    return nil
  }

  /// An ISO 4217 code in capitals.
  private func code(at i: Int) -> String? {
    guard tokens.isWord(i), tokens.flags[i].contains(.allCapitals), tokens.upper(i) - tokens.lower(i) == 3 else {
      return nil
    }
    let text = tokens.text(i)
    return Currency.codes.contains(text) ? text : nil
  }

  // MARK: Currency after the number

  /// The currency named after a number, the end of its words, and whether it is a hundredth.
  private func suffix(after number: NumberReading, limit: Int) -> (String, Int, Bool)? {
    var i = number.tokens.upperBound
    guard i < limit else { return nil }
    if !number.isVague, tokens.kinds[i] == .symbol, let code = CurrencyWords.code(ofSymbol: tokens.details[i]) {
      let isPrefixOfNext = i + 1 < limit && tokens.kinds[i + 1] == .number && !tokens.isSpaced(i + 1)
      return isPrefixOfNext ? nil : (code, i + 1, false)
    }
    if number.isVague {
      guard tokens.isKey(i, .of) else { return nil }
      i += 1
    } else if tokens.isHyphen(i) {
      i += 1
    }
    guard i < limit, tokens.isWord(i) else { return nil }
    if tokens.isKey(i, .p), !tokens.isSpaced(i), number.isDigits, i == number.tokens.upperBound {
      return ("GBP", i + 1, true)
    }
    if let code = code(at: i) { return (code, i + 1, false) }
    // Whose: "US dollars", "Hong Kong dollars", "of their own euros" is not worth reading.
    var adjective = ""
    var noun = i
    for _ in 0..<2 where !isCurrency(noun) && noun + 1 < limit && tokens.isCapital(noun) {
      adjective = Self.lowercased(tokens.text(noun))
      noun += 1
    }
    guard noun < limit, tokens.isWord(noun) else { return nil }
    let entry = tokens.entry(noun)
    if entry.classes.contains(.hundredth), tokens.upper(noun) - tokens.lower(noun) > 1, !number.isVague {
      return (entry.currency, noun + 1, true)
    }
    guard entry.classes.contains(.currencyWord) else { return nil }
    if entry.classes.contains(.doubtfulCurrency), number.power == 0, !isGrouped(number) { return nil }
    if entry.currency == "GBP", isMass(noun, limit: limit) { return nil }
    return (CurrencyWords.code(of: entry.currency, adjective: adjective, dollar: dollar), noun + 1, false)
  }

  private func isCurrency(_ i: Int) -> Bool { tokens.isAny(i, [.currencyWord, .hundredth]) }

  private func isGrouped(_ number: NumberReading) -> Bool {
    tokens.numeral(number.tokens.lowerBound)?.isGrouped ?? false
  }

  /// "500 pounds of cocaine" weighs; "500 pounds of public money" does not.
  private func isMass(_ noun: Int, limit: Int) -> Bool {
    guard tokens.isKey(noun + 1, .of), noun + 2 < limit, tokens.isWord(noun + 2) else { return false }
    for i in noun + 2..<min(noun + 5, limit)
    where tokens.isAny(i, .moneyContext) || Self.moneyNouns.contains(tokens.entry(i).spelling) { return false }
    return true
  }

  private static let moneyNouns: Set<String> = [
    "public", "money", "tax", "taxpayer", "taxpayers", "aid", "new", "funding", "cash",
  ]

  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
