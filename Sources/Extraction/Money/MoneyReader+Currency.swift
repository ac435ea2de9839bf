import IbidTypes

/// The currency before a number and after it.
extension MoneyReader {
  /// What stands before a number: the currency's code and the token of the number.
  struct Prefix {
    var code: String
    var number: Int
    /// `$` alone, which a code after the number may make precise.
    var isPlainDollar = false
    /// A minus stands between the currency and the number.
    var isBelowZero = false
  }

  /// The currency that starts at token `i`, before a number, `EUR -1.2 million` and `€-3m` with their minus.
  func prefix(at i: Int, limit: Int) -> Prefix? {
    guard i + 1 < limit else { return nil }
    if i + 2 < limit, tokens.kinds[i + 1] == .symbol, [0x2D, 0x2212].contains(tokens.details[i + 1]),
      tokens.kinds[i + 2] == .number, !tokens.isSpaced(i + 2)
    {
      if tokens.kinds[i] == .symbol {
        guard !tokens.isSpaced(i + 1), let family = CurrencyWords.family(ofSymbol: tokens.details[i]) else {
          return nil
        }
        return Prefix(code: code(of: family), number: i + 2, isBelowZero: true)
      }
      return tokens.isSpaced(i + 1) ? code(at: i).map { Prefix(code: $0, number: i + 2, isBelowZero: true) } : nil
    }
    if tokens.kinds[i] == .symbol {
      guard let family = CurrencyWords.family(ofSymbol: tokens.details[i]) else { return nil }
      // "$US30", "$A 5m"
      if family == "$", i + 2 < limit, tokens.isWord(i + 1), !tokens.isSpaced(i + 1), tokens.isCapital(i + 1),
        let code = CurrencyWords.dollarLetters[Self.lowercased(tokens.text(i + 1))]
      {
        return Prefix(code: code, number: i + 2)
      }
      return Prefix(code: code(of: family), number: i + 1, isPlainDollar: family == "$")
    }
    guard tokens.isWord(i), tokens.kinds[i + 1] == .number || i + 2 < limit && tokens.kinds[i + 2] == .number else {
      return nil
    }
    if tokens.isAny(i + 1, .currencyWord) { return francs(at: i, limit: limit) }
    if tokens.isSymbol(i + 1, "$") { return lettered(at: i).map { Prefix(code: $0, number: i + 2) } }
    return code(before: i, limit: limit) ?? letters(at: i, limit: limit)
  }

  /// `US$`, `A$`, `HK$`
  private func lettered(at i: Int) -> String? {
    guard tokens.isCapital(i),
      !tokens.isSpaced(i + 1) || tokens.flags[i].contains(.allCapitals) || tokens.flags[i].contains(.isDotted)
    else { return nil }
    return CurrencyWords.dollarLetters[Self.lowercased(tokens.text(i))]
  }

  /// `EUR 5`, `USD $5`
  private func code(before i: Int, limit: Int) -> Prefix? {
    guard let code = code(at: i) else { return nil }
    if tokens.kinds[i + 1] == .number {
      return CurrencyWords.doubtfulCodes.contains(code) && !isLarge(i + 1, limit: limit)
        ? nil : Prefix(code: code, number: i + 1)
    }
    guard i + 2 < limit, tokens.kinds[i + 1] == .symbol, tokens.kinds[i + 2] == .number,
      let family = CurrencyWords.family(ofSymbol: tokens.details[i + 1]), family == code || family == "$"
    else { return nil }
    return Prefix(code: code, number: i + 2)
  }

  /// `CFA francs 20 billion`
  private func francs(at i: Int, limit: Int) -> Prefix? {
    guard tokens.entry(i + 1).currency == "CHF", let family = CurrencyWords.prefixes[tokens.text(i)], family == "XOF",
      isLarge(i + 2, limit: limit)
    else { return nil }
    return Prefix(code: code(of: family), number: i + 2)
  }

  /// `Rs 500`, `Rs. 500`, `Fr. 20.–`, `KSh 412 million`, `GH₵50`
  private func letters(at i: Int, limit: Int) -> Prefix? {
    guard tokens.upper(i) - tokens.lower(i) <= 4 else { return nil }
    var next = i + 1
    if tokens.kinds[next] == .symbol {
      // "S/ 45 million" are Peruvian soles.
      if tokens.isSymbol(next, "/"), !tokens.isSpaced(next), next + 1 < limit, tokens.kinds[next + 1] == .number,
        tokens.text(i) == "S", isLarge(next + 1, limit: limit)
      {
        return Prefix(code: "PEN", number: next + 1)
      }
      guard
        tokens.isSymbol(next, ".") && !tokens.isSpaced(next)
          || CurrencyWords.family(ofSymbol: tokens.details[next]) != nil || tokens.isSymbol(next, "¢")
      else { return nil }
      next += 1
    }
    guard next < limit, tokens.kinds[next] == .number else { return nil }
    let text = tokens.text(i)
    let isGlued = text.utf8.count == 1 && !tokens.isSpaced(next)
    if text == "P", !isGlued, !conventions.names("PH"), !conventions.names("BW") { return nil }
    // "an MK19 gun" elsewhere
    if text == "MK", !conventions.names("MW"), !isLarge(next, limit: limit) { return nil }
    if text == "L" { return conventions.names("HN") ? Prefix(code: "HNL", number: next) : nil }
    // Elsewhere these letters are marks, grades and points of the compass.
    if !isGlued, ["Q", "E", "D"].contains(text) { return nil }
    guard let family = CurrencyWords.prefixes[text],
      !CurrencyWords.isDoubtful(prefix: text) || isLarge(next, limit: limit)
        || isGlued && !isRoad(i, number: next, limit: limit)
        || text == "K" && isKinaOrKwacha(next)
    else { return nil }
    return Prefix(code: code(of: family), number: next)
  }

  /// `R61` of "the R61 near Mthatha": the tokenizer keeps letters apart from numbers in texts about their country, where
  /// roads are called so, too.
  private func isRoad(_ i: Int, number: Int, limit: Int) -> Bool {
    guard let numeral = tokens.numeral(number), numeral.digits <= 3, !numeral.hasDecimals,
      tokens.isKey(i - 1, .the) || tokens.isKey(i - 1, .on)
    else { return false }
    let next = number + 1
    return next >= limit || !tokens.isWord(next) || tokens.isCapital(next) || tokens.isAny(next, WordClass.phraseEnd)
      || tokens.isAny(next, Self.roads)
  }

  private static let roads: WordList = ["road", "highway", "route", "freeway"]

  /// `K 145`, `K145` where the text names a country that counts in kina or kwacha, and no word follows the number.
  private func isKinaOrKwacha(_ number: Int) -> Bool {
    (conventions.names("PG") || conventions.names("ZM") || conventions.names("MW"))
      && (!tokens.isSpaced(number) || number + 1 >= tokens.count || !tokens.isWord(number + 1)
        || tokens.isAny(number + 1, [.preposition, .conjunction, .determiner]))
  }

  /// A number with a scale or with groups: no number of a road, a list or a year.
  private func isLarge(_ i: Int, limit: Int) -> Bool {
    guard let numeral = tokens.numeral(i), let number = numbers.number(at: i, limit: limit)?.scaledByLetter() else {
      return false
    }
    return numeral.isGrouped || number.power >= 3
  }

  /// An ISO 4217 code in capitals.
  func code(at i: Int) -> String? {
    guard tokens.isWord(i), tokens.flags[i].contains(.allCapitals), tokens.upper(i) - tokens.lower(i) == 3 else {
      return nil
    }
    let text = tokens.text(i)
    return Currency.codes.contains(text) ? text : nil
  }

  // MARK: Currency after the number

  /// The code of the currency named after a number, the end of its words, and whether it is a hundredth.
  func suffix(after number: NumberReading, limit: Int) -> (String, Int, Bool)? {
    var i = number.tokens.upperBound
    guard i < limit else { return nil }
    if !number.isVague, tokens.kinds[i] == .symbol, let family = CurrencyWords.family(ofSymbol: tokens.details[i]) {
      let isPrefixOfNext = i + 1 < limit && tokens.kinds[i + 1] == .number && !tokens.isSpaced(i + 1)
      return isPrefixOfNext ? nil : (code(of: family), i + 1, false)
    }
    // "5¢", "from 60c to 75c"
    if number.isDigits, number.power == 0, !tokens.isSpaced(i) {
      if tokens.isSymbol(i, "¢") { return (centCurrency(i, limit: limit), i + 1, true) }
      if tokens.isWord(i), tokens.upper(i) - tokens.lower(i) == 1, tokens.text(i) == "c",
        isCents(number.tokens.lowerBound, i)
      {
        return (centCurrency(i, limit: limit), i + 1, true)
      }
    }
    if number.isVague {
      if tokens.isKey(i, .of) { i += 1 } else if number.tokens.count < 2 { return nil }
    } else if tokens.isHyphen(i) {
      i += 1
    }
    guard i < limit, tokens.isWord(i) else { return nil }
    if tokens.isKey(i, .p), !tokens.isSpaced(i), number.isDigits, i == number.tokens.upperBound {
      return ("GBP", i + 1, true)
    }
    // "250 A$", "3 millions d'euros"
    if tokens.isSymbol(i + 1, "$"), !tokens.isSpaced(i + 1), i + 1 < limit, tokens.numeral(i + 2) == nil,
      let code = lettered(at: i)
    {
      return (code, i + 2, false)
    }
    if tokens.kinds[min(i + 1, limit - 1)] == .clitic, tokens.isKey(i, .d),
      Self.lowercased(tokens.text(i + 1)).hasSuffix("euros")
    {
      return ("EUR", i + 2, false)
    }
    if let code = code(at: i) {
      // "300 ANG airmen": letters of another meaning, before what is counted.
      let isOther =
        CurrencyWords.doubtfulCodes.contains(code) && number.power < 3 && !isGrouped(number) && i + 1 < limit
        && tokens.isWord(i + 1) && !tokens.isAny(i + 1, .phraseEnd)
      return isOther ? nil : (code, i + 1, false)
    }
    if isDrawingRights(i, limit: limit) { return ("XDR", i + 3, false) }
    return name(at: i, number, limit: limit) ?? lettersBehind(i, number)
  }

  /// `7 million CFA`, `500,000 KSh`: letters that are written before numbers as a rule.
  private func lettersBehind(_ i: Int, _ number: NumberReading) -> (String, Int, Bool)? {
    guard tokens.isCapital(i), (2...4).contains(tokens.upper(i) - tokens.lower(i)), !number.isVague,
      number.power >= 3 || isGrouped(number) || number.letterPower != nil
    else { return nil }
    let text = tokens.text(i)
    guard let family = CurrencyWords.prefixes[text], !CurrencyWords.isDoubtful(prefix: text) else { return nil }
    return (code(of: family), i + 1, false)
  }

  /// `Special Drawing Rights`
  private func isDrawingRights(_ i: Int, limit: Int) -> Bool {
    i + 2 < limit && tokens.isAny(i, Self.special) && tokens.isAny(i + 1, Self.drawing)
      && tokens.isAny(i + 2, Self.rights)
  }

  private static let special: WordList = ["special"]
  private static let drawing: WordList = ["drawing"]
  private static let rights: WordList = ["right", "rights"]

  /// `US dollars`, `Hong Kong dollars`, `CFA francs`, `cents`.
  private func name(at i: Int, _ number: NumberReading, limit: Int) -> (String, Int, Bool)? {
    var noun = i
    for _ in 0..<3
    where !isCurrency(noun) && noun + 1 < limit && tokens.isCapital(noun) && !tokens.isAny(noun, .preposition) {
      noun += 1
    }
    guard noun < limit, tokens.isWord(noun) else { return nil }
    let entry = tokens.entry(noun)
    // "20 euro cents"
    if entry.classes.contains(.currencyWord), noun + 1 < limit, tokens.isAny(noun + 1, .hundredth),
      tokens.upper(noun + 1) - tokens.lower(noun + 1) > 1, !number.isVague
    {
      return (code(of: entry.currency), noun + 2, true)
    }
    if entry.classes.contains(.hundredth), tokens.text(noun) == "öre" {
      return number.isVague ? nil : ("SEK", noun + 1, true)
    }
    if tokens.isCapital(noun), tokens.upper(noun) - tokens.lower(noun) == 2, tokens.text(noun) == "Ft",
      conventions.names("HU")
    {
      return ("HUF", noun + 1, false)
    }
    if entry.classes.contains(.hundredth), tokens.upper(noun) - tokens.lower(noun) > 1, !number.isVague {
      return (entry.currency == "$" ? centCurrency(noun, limit: limit) : code(of: entry.currency), noun + 1, true)
    }
    guard entry.classes.contains(.currencyWord) else { return nil }
    // "9 soles", "20 rand", where the text speaks of Peru or South Africa.
    if entry.classes.contains(.doubtfulCurrency), number.power == 0, !isGrouped(number), !isHome(entry.currency) {
      return nil
    }
    if entry.currency == "GBP",
      isMass(noun, limit: limit) || conventions.weighsInPounds && number.power == 0 && isPound(noun)
    {
      return nil
    }
    // "51 pounds per square inch"
    if entry.currency == "GBP", tokens.isKey(noun + 1, .per), noun + 2 < limit, tokens.isWord(noun + 2),
      tokens.text(noun + 2) == "square"
    {
      return nil
    }
    let adjective = noun > i ? Self.lowercased(tokens.text(noun - 1)) : ""
    let family = entry.currency == "CHF" && adjective == "cfa" ? "XOF" : entry.currency
    return (CurrencyWords.member(of: family, adjective: adjective) ?? code(of: family), noun + 1, false)
  }

  private func isHome(_ currency: String) -> Bool {
    conventions.names(String(currency.prefix(2))) && !Self.everydayCurrencies.contains(currency)
  }

  /// "60c" is a price behind such words as "from" and "at", not the letter of a house or a section.
  private func isCents(_ number: Int, _ letter: Int) -> Bool {
    tokens.isAny(number - 1, [.preposition, .moneyContext, .rise, .fall, .determiner, .verb])
      || tokens.isKey(letter + 1, .a) || tokens.isKey(letter + 1, .per)
  }

  /// Whose cents: euro cents where the nearest sign of money is one of euros, else the dollar's.
  private func centCurrency(_ i: Int, limit: Int) -> String {
    for distance in 1...300 {
      for at in [i + distance, i - distance] where at >= 0 && at < (at > i ? limit : tokens.count) {
        if tokens.kinds[at] == .symbol, let family = CurrencyWords.family(ofSymbol: tokens.details[at]),
          family == "EUR" || family == "$"
        {
          return code(of: family)
        }
        if tokens.isWord(at), tokens.isAny(at, .currencyWord), ["EUR", "$"].contains(tokens.entry(at).currency) {
          return code(of: tokens.entry(at).currency)
        }
      }
    }
    return code(of: "$")
  }

  /// Families whose names mean too much else even at home: crowns, reals, drams.
  private static let everydayCurrencies: Set<String> = ["SEK", "BRL", "$", "AMD", "SLE", "WST"]

  private func isCurrency(_ i: Int) -> Bool { tokens.isAny(i, [.currencyWord, .hundredth]) }

  private func isGrouped(_ number: NumberReading) -> Bool {
    tokens.numeral(number.tokens.lowerBound)?.isGrouped ?? false
  }

  /// "pound" and "pounds", not "quid" and "sterling", and not before "sterling".
  private func isPound(_ noun: Int) -> Bool {
    tokens.isAny(noun, Self.pounds) && !tokens.isAny(noun + 1, Self.sterling)
  }

  private static let pounds: WordList = ["pound", "pounds"]
  private static let sterling: WordList = ["sterling"]

  /// "500 pounds of cocaine" weighs; "500 pounds of public money" does not.
  private func isMass(_ noun: Int, limit: Int) -> Bool {
    guard tokens.isKey(noun + 1, .of), noun + 2 < limit, tokens.isWord(noun + 2) else { return false }
    for i in noun + 2..<min(noun + 5, limit)
    where tokens.isAny(i, .moneyContext) || tokens.isAny(i, Self.moneyNouns) { return false }
    return true
  }

  private static let moneyNouns: WordList = [
    "public", "money", "tax", "taxpayer", "taxpayers", "aid", "new", "funding", "cash",
  ]
}
