import IbidTypes

/// A number in the text, without its bounds: digits, words or both (`12,500`, `twenty-five`, `1.5 million`, `half a million`).
struct NumberReading {
  var tokens: Range<Int>
  /// nil for counts without a number ("tens of thousands").
  var value: ExactNumber?
  /// The number before its scale word; the value where there is none.
  var mantissa: ExactNumber?
  /// Power of ten of the scale words, 0 without any.
  var power = 0
  var isDigits = false
  var isVague = false
  /// `k`, `m` or `b` glued to digits: surely a scale in money, perhaps metres elsewhere. Not yet in `value`.
  var letterPower: Int32?

  /// With `letterPower` applied.
  func scaledByLetter() -> NumberReading {
    guard let letterPower, let value else { return self }
    var scaled = self
    scaled.value = value.scaled(byPowerOfTen: Int(letterPower))
    scaled.power += Int(letterPower)
    scaled.tokens = tokens.lowerBound..<tokens.upperBound + 1
    scaled.letterPower = nil
    return scaled
  }
}

/// Reads numbers at a token; the same for money, figures and dates.
struct NumberReader {
  let tokens: Tokens
  /// Whether `184.500` is written for 184,500.
  var groupsWithDots = false

  /// The number that starts at token `i` and ends before `limit`, or nil.
  func number(at i: Int, limit: Int) -> NumberReading? {
    guard i < limit else { return nil }
    switch tokens.kinds[i] {
    case .number: return digits(at: i, limit: limit)
    case .word: return words(at: i, limit: limit)
    case .clitic, .symbol: return nil
    }
  }

  // MARK: Digits

  private func digits(at i: Int, limit: Int) -> NumberReading? {
    guard let numeral = tokens.numeral(i), var value = numeral.value else { return nil }
    if groupsWithDots, let grouped = numeral.groupedByDot { value = grouped }
    var end = i + 1
    // 2½
    if end < limit, let part = tokens.numeral(end), part.digits == 0, !tokens.isSpaced(end), let fraction = part.value,
      let sum = value.adding(fraction)
    {
      value = sum
      end += 1
    }
    // "2-1/2 years", "6 1/2 per cent"
    let top = tokens.isHyphen(end) ? end + 1 : end
    if top + 2 < limit, !numeral.hasDecimals, !numeral.isGrouped, end == i + 1, let above = tokens.numeral(top)?.plain,
      tokens.isSymbol(top + 1, "/"), !tokens.isSpaced(top + 1), !tokens.isSpaced(top + 2),
      let below = tokens.numeral(top + 2)?.plain, above > 0, above < below, [2, 3, 4, 8].contains(below),
      !tokens.isSymbol(top + 3, "/"), let part = ExactNumber(Int128(above), over: Int128(below)),
      let sum = value.adding(part)
    {
      value = sum
      end = top + 3
    }
    // "18 and a half years"
    if tokens.isKey(end, .and), tokens.isKey(end + 1, .a), tokens.isKey(end + 2, .half), end + 2 < limit,
      !tokens.isAny(end + 3, .scale), let half = ExactNumber(1, over: 2), let sum = value.adding(half)
    {
      value = sum
      end += 3
    }
    var reading = NumberReading(tokens: i..<end, value: value, mantissa: value, isDigits: true)
    guard end < limit, tokens.isWord(end) else { return scaled(reading, limit: limit) }
    if !tokens.isSpaced(end) {
      let entry = tokens.entry(end)
      if entry.classes.contains(.ordinalSuffix) { return nil }
      if tokens.isKey(end, .m) || tokens.upper(end) - tokens.lower(end) == 1, [3, 6, 9].contains(entry.number) {
        reading.letterPower = entry.number
        return reading
      }
      if !entry.classes.contains(.scale) { return reading }
    }
    return scaled(reading, limit: limit)
  }

  /// Applies the scale words after a number: `6 billion`, `5-million`, `two hundred thousand`, `two dozen`.
  private func scaled(_ reading: NumberReading, limit: Int) -> NumberReading {
    var reading = reading
    while true {
      var next = reading.tokens.upperBound
      if next < limit, tokens.isHyphen(next), tokens.isAny(next + 1, .scale) { next += 1 }
      guard next < limit, tokens.isWord(next) else { return reading }
      let entry = tokens.entry(next)
      let isPluralScale =
        entry.classes.contains(.scalePlural) && entry.number >= 5 && reading.power == 0
        && (namesCurrency(next + 1, limit) || reading.isDigits && (entry.number == 5 || entry.number == 7))
      if entry.classes.contains(.scale) || isPluralScale, tokens.upper(next) - tokens.lower(next) > 1,
        let value = reading.value?.scaled(byPowerOfTen: Int(entry.number))
      {
        reading.value = value
        reading.power += Int(entry.number)
      } else if tokens.isKey(next, .none) == false, isDozen(next),
        let value = reading.value?.multiplied(by: ExactNumber(12))
      {
        reading.value = value
      } else {
        return reading
      }
      reading.tokens = reading.tokens.lowerBound..<next + 1
      // "5,1 Mio. €", "3 mrd. kr.": the full stop belongs to the scale where a currency follows it.
      if tokens.isSymbol(next + 1, "."), !tokens.isSpaced(next + 1), next + 2 < limit, isCurrency(next + 2) {
        reading.tokens = reading.tokens.lowerBound..<next + 2
      }
    }
  }

  private func isCurrency(_ i: Int) -> Bool {
    tokens.kinds[i] == .symbol
      ? CurrencyWords.family(ofSymbol: tokens.details[i]) != nil
      : tokens.isAny(i, .currencyWord) || tokens.flags[i].contains(.allCapitals)
  }

  /// "5 millions d'euros": a scale in the plural scales only where a currency follows; lakhs and crores do so behind any digits.
  private func namesCurrency(_ i: Int, _ limit: Int) -> Bool {
    guard i < limit else { return false }
    if isCurrency(i) { return true }
    return tokens.isWord(i) && i + 1 < limit && (tokens.kinds[i + 1] == .clitic || isCurrency(i + 1))
  }

  private static let dozen = UInt32(Lexicon.shared.id(of: "dozen"))
  private func isDozen(_ i: Int) -> Bool { tokens.isWord(i) && tokens.details[i] == Self.dozen }

  // MARK: Words

  /// Words that begin numbers: "a hundred", "half a million", "several thousand".
  static let startWords = ["a", "half", "several"]

  /// Whether a number in words may start at a token; most words answer no.
  func mayStart(_ i: Int) -> Bool { tokens.isAny(i, Self.starts) }

  static let starts: WordClass = [.cardinal, .scalePlural, .numberStart]

  private func words(at i: Int, limit: Int) -> NumberReading? {
    guard mayStart(i) else { return nil }
    let entry = tokens.entry(i)
    if let vague = fewHundred(at: i, limit: limit) { return vague }
    if let part = partOfScale(at: i, limit: limit) { return part }
    if entry.classes.contains(.scalePlural) { return vague(at: i, limit: limit) }
    if entry.classes.contains(.cardinal) { return cardinal(at: i, limit: limit) }
    if tokens.isKey(i, .a), i + 1 < limit, tokens.isSpaced(i + 1), !tokens.isKey(i + 1, .half) {
      return article(at: i, limit: limit)
    }
    // "a half-dozen", "half-dozen"
    let half = tokens.isKey(i, .a) ? i + 1 : i
    if tokens.isKey(half, .half), half + 2 < limit, tokens.isHyphen(half + 1), isDozen(half + 2) {
      let six = ExactNumber(6)
      return NumberReading(tokens: i..<half + 3, value: six, mantissa: six)
    }
    if tokens.isKey(i, .half), tokens.isKey(i + 1, .a), i + 2 < limit, tokens.isAny(i + 2, .scale) || isDozen(i + 2) {
      let half = ExactNumber(1, over: 2)
      let reading = scaled(NumberReading(tokens: i..<i + 2, value: half, mantissa: half), limit: limit)
      return reading.tokens.count > 2 ? reading : nil
    }
    return nil
  }

  static let couple: WordList = ["couple"]

  /// `a few hundred million`, `several thousand`, `a couple of hundred`: a scale without a number.
  private func fewHundred(at i: Int, limit: Int) -> NumberReading? {
    var start = tokens.isKey(i, .a) && tokens.isKey(i + 1, .few) ? i + 2 : tokens.isKey(i, .several) ? i + 1 : i
    if tokens.isKey(i, .a), tokens.isAny(i + 1, Self.couple) { start = tokens.isKey(i + 2, .of) ? i + 3 : i + 2 }
    guard start > i, start < limit, tokens.isAny(start, .scale) || isDozen(start) else { return nil }
    let scale = scaled(NumberReading(tokens: i..<start, value: .one, mantissa: .one), limit: limit)
    return NumberReading(
      tokens: scale.tokens, value: nil, mantissa: nil, power: max(scale.power, 1), isVague: true)
  }

  /// `a quarter of a million`, `three-quarters of a billion`.
  private func partOfScale(at i: Int, limit: Int) -> NumberReading? {
    let next = tokens.isHyphen(i + 1) ? i + 2 : i + 1
    guard next + 3 < limit, tokens.isAny(next, .fraction), tokens.isKey(next + 1, .of), tokens.isKey(next + 2, .a),
      tokens.isAny(next + 3, .scale),
      let part = ExactNumber(
        tokens.isAny(i, .cardinal) ? Int128(tokens.entry(i).number) : 1, over: Int128(tokens.entry(next).ordinal))
    else { return nil }
    let reading = scaled(NumberReading(tokens: i..<next + 3, value: part, mantissa: part), limit: limit)
    return reading.tokens.upperBound > next + 3 ? reading : nil
  }

  /// `a hundred`, `a million`, `a dozen`, `a hundred and fifty`.
  private func article(at i: Int, limit: Int) -> NumberReading? {
    guard tokens.isAny(i + 1, .scale) || isDozen(i + 1) else { return nil }
    let reading = scaled(NumberReading(tokens: i..<i + 1, value: .one, mantissa: .one), limit: limit)
    guard reading.tokens.count > 1 else { return nil }
    let end = reading.tokens.upperBound
    // "a million and a half"
    if reading.power > 2, tokens.isKey(end, .and), tokens.isKey(end + 1, .a), tokens.isKey(end + 2, .half),
      end + 2 < limit,
      let value = reading.value, let half = ExactNumber(1, over: 2), let part = value.multiplied(by: half),
      let sum = value.adding(part)
    {
      return NumberReading(tokens: i..<end + 3, value: sum, mantissa: sum, power: reading.power)
    }
    if tokens.isKey(end, .and), end + 1 < limit, tokens.isAny(end + 1, .cardinal),
      let rest = cardinal(at: end + 1, limit: limit), let value = reading.value, let part = rest.value, part < value,
      let sum = value.adding(part)
    {
      return NumberReading(tokens: i..<rest.tokens.upperBound, value: sum, mantissa: sum, power: rest.power)
    }
    return reading
  }

  /// `one` … `nine hundred and ninety-nine million`, `two and a half million`.
  private func cardinal(at i: Int, limit: Int) -> NumberReading? {
    var total: Int128 = 0
    var current: Int128 = 0
    var smallest = Int32.max
    var power = 0
    var end = i
    var last = i
    while last < limit, tokens.isWord(last) {
      let entry = tokens.entry(last)
      if entry.classes.contains(.cardinal) {
        let value = Int128(entry.number)
        let isAfterTens = end > i && current % 100 >= 20 && current % 10 == 0 && value < 10 && value > 0
        let isAfterHundreds = end > i && current % 100 == 0 && (current > 0 || total > 0) && value > 0
        guard end == i || isAfterTens || isAfterHundreds else { break }
        current += value
      } else if entry.classes.contains(.scale), end > i, tokens.upper(last) - tokens.lower(last) > 1,
        power + Int(entry.number) < 30
      {
        if entry.number == 2 {
          guard current > 0, current < 100 else { break }
          current *= 100
        } else {
          guard entry.number < smallest, current > 0 || power > 0 else { break }
          total += max(current, 1) * (ExactNumber.powerOfTen(Int(entry.number)) ?? 1)
          current = 0
          smallest = entry.number
          power = Int(entry.number)
        }
      } else {
        break
      }
      end = last + 1
      last = end
      if tokens.isHyphen(end), tokens.isAny(end + 1, [.cardinal, .scale]) { last = end + 1 }
      if tokens.isKey(end, .and), end + 1 < limit, tokens.isAny(end + 1, .cardinal), current % 100 == 0 {
        last = end + 1
      }
      // "Two Million, Five Hundred Thousand": as sums are written out behind their digits.
      if tokens.isSymbol(end, ","), current == 0, total > 0, end + 1 < limit, tokens.isAny(end + 1, .cardinal),
        tokens.isCapital(i), tokens.isCapital(end + 1)
      {
        last = end + 1
      }
    }
    guard end > i else { return nil }
    let value = ExactNumber(whole: total + current)
    var reading = NumberReading(tokens: i..<end, value: value, mantissa: value, power: power)
    // two-and-a-half [years]
    if tokens.isHyphen(end), tokens.isKey(end + 1, .and), tokens.isHyphen(end + 2), tokens.isKey(end + 3, .a),
      tokens.isHyphen(end + 4), tokens.isKey(end + 5, .half), end + 5 < limit, let half = ExactNumber(1, over: 2),
      let sum = value.adding(half)
    {
      return scaled(NumberReading(tokens: i..<end + 6, value: sum, mantissa: sum), limit: limit)
    }
    // two and a half [million]
    if tokens.isKey(end, .and), tokens.isKey(end + 1, .a), tokens.isKey(end + 2, .half), end + 2 < limit,
      let half = ExactNumber(1, over: 2), let sum = value.adding(half)
    {
      reading = NumberReading(tokens: i..<end + 3, value: sum, mantissa: sum)
      return scaled(reading, limit: limit)
    }
    return end < limit && isDozen(end) ? scaled(reading, limit: limit) : reading
  }

  /// `thousands`, `tens of thousands`, `hundreds of millions`.
  private func vague(at i: Int, limit: Int) -> NumberReading {
    var end = i + 1
    // "hundreds of thousands of millions" is the longest that anyone says; the limit keeps reading linear.
    while end + 1 < limit, end - i < 5, tokens.isKey(end, .of), tokens.isAny(end + 1, .scalePlural) { end += 2 }
    return NumberReading(
      tokens: i..<end, value: nil, mantissa: nil, power: Int(tokens.entry(end - 1).number), isVague: true)
  }
}
