import IbidTypes

/// Fractions in words and multiples.
extension FigureReader {
  /// `a third`, `two-thirds`, `half of`, `1/3`, `one in five`.
  func share(at i: Int, in sentence: Range<Int>) -> FigureReading? {
    let limit = sentence.upperBound
    func reading(_ upper: Int, _ top: Int, _ bottom: Int) -> FigureReading? {
      guard bottom > 0, let value = ExactNumber(Int128(top), over: Int128(bottom)) else { return nil }
      let range = i..<upper
      return FigureReading(tokens: range, number: range, ends: Ends(value), unit: "fraction", subject: nil, lower: i)
    }
    if tokens.isKey(i, .half) { return isShare(i, i + 1, in: sentence) ? reading(i + 1, 1, 2) : nil }
    if tokens.isKey(i, .a) || tokens.isKey(i, .one),
      tokens.isAny(i + 1, .fraction) || (tokens.isHyphen(i + 1) && tokens.isAny(i + 2, .fraction))
    {
      let noun = tokens.isHyphen(i + 1) ? i + 2 : i + 1
      guard noun < limit, isShare(i, noun + 1, in: sentence), !isOfScale(i, noun + 1, limit: limit) else { return nil }
      return reading(noun + 1, 1, Int(tokens.entry(noun).ordinal))
    }
    // "every third battery"
    if tokens.isKey(i, .every) {
      guard i + 2 < limit, tokens.isAny(i + 1, .fraction), !tokens.isAny(i + 1, .timeUnit), tokens.isWord(i + 2),
        !tokens.isAny(i + 2, [.timeUnit, .weekday, .month])
      else { return nil }
      return reading(i + 3, 1, Int(tokens.entry(i + 1).ordinal))
    }
    let top: Int
    if tokens.isAny(i, .cardinal) {
      top = Int(tokens.entry(i).number)
    } else if let numeral = tokens.numeral(i)?.plain, numeral < 1000 {
      top = numeral
      if tokens.isSymbol(i + 1, "/"), !tokens.isSpaced(i + 1), i + 2 < limit, !tokens.isSpaced(i + 2),
        let bottom = tokens.numeral(i + 2)?.plain,
        !tokens.isSymbol(i + 3, "/"), top < bottom, (2...10).contains(bottom),
        i == sentence.lowerBound || tokens.isSpaced(i)
      {
        return reading(i + 3, top, bottom)
      }
    } else {
      return nil
    }
    let noun = tokens.isHyphen(i + 1) ? i + 2 : i + 1
    if noun < limit, tokens.isAny(noun, .fraction), top > 1,
      tokens.bytes[tokens.upper(noun) - 1] | 0x20 == UInt8(ascii: "s"), top < Int(tokens.entry(noun).ordinal),
      !tokens.isAny(noun, .timeUnit) || tokens.isKey(noun + 1, .of) || noun == i + 2 || isOfChange(i, in: sentence)
    {
      return reading(noun + 1, top, Int(tokens.entry(noun).ordinal))
    }
    // one in five, 3 out of 10, one trip in seven
    var second = i + 1
    while second < min(limit, i + 4), tokens.isWord(second), phrases.isPhraseWord(second) { second += 1 }
    if second > i + 1, tokens.isAny(i, .cardinal), tokens.isKey(second, .in), second + 1 < limit,
      tokens.kinds[second + 1] == .number || tokens.isAny(second + 1, .cardinal) || tokens.isKey(second + 1, .every)
    {
      // "two trucks in five towns" counts both.
      if top > 1, let bottom = numbers.number(at: second + 1, limit: limit),
        phrases.counted(at: bottom.tokens.upperBound, limit: limit) != nil
      {
        return nil
      }
    } else {
      second = i + 1
    }
    let isOfEvery = tokens.isKey(second, .of) && tokens.isKey(second + 1, .every)
    if tokens.isKey(second, .in) || isOfEvery {
      second += 1
    } else if tokens.isKey(second, .out), tokens.isKey(second + 1, .of) {
      second += 2
    } else {
      return nil
    }
    let isEvery = tokens.isKey(second, .every)
    if isEvery { second += 1 }
    guard second < limit, (1...9).contains(top) || isOfEvery || isEvery,
      let bottom = numbers.number(at: second, limit: limit),
      let value = bottom.value, value.isWhole,
      value > ExactNumber(top), value <= ExactNumber(10_000),
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 25, 50, 100, 1000, 10_000].contains(
        Int(value.numerator)),
      !tokens.isAny(bottom.tokens.upperBound, [.timeUnit, .month]),
      percent(at: bottom.tokens.upperBound, limit: limit) == nil
    else { return nil }
    return reading(bottom.tokens.upperBound, top, Int(value.numerator))
  }

  /// "a quarter of a million people": a number like any other.
  private func isOfScale(_ i: Int, _ next: Int, limit: Int) -> Bool {
    guard tokens.isKey(next, .of), tokens.isKey(next + 1, .a), tokens.isAny(next + 2, .scale),
      let number = numbers.number(at: i, limit: limit)
    else { return false }
    return number.tokens.upperBound > next + 2
  }

  /// Whether "half" or "a third" is a share and not an adjective ("a third party"): by what stands around it.
  private func isShare(_ i: Int, _ next: Int, in sentence: Range<Int>) -> Bool {
    if i > sentence.lowerBound {
      if tokens.isAny(i - 1, .ordinal) || tokens.isKey(i - 1, .last) || tokens.isHyphen(i - 1) { return false }
      if tokens.isKey(i - 1, .and), tokens.isAny(i - 2, .cardinal) || tokens.numeral(i - 2) != nil { return false }
    }
    guard next < sentence.upperBound else { return true }
    // "by half past nine", "a quarter past", "by half seven"
    if tokens.isKey(next, .past) || tokens.isAny(next, .cardinal) && !tokens.isAny(next, .scale) { return false }
    if isOfChange(i, in: sentence) { return true }
    if tokens.isHyphen(next) || tokens.isAny(next, .scale) { return false }
    if tokens.isKey(next, .of) { return true }
    // "by a third country" tells which, "fell by a third" how much.
    let isOneMore = !tokens.isKey(i, .half) && phrases.isPhraseWord(next) && !tokens.isAny(next, .timeUnit)
    let isBounded =
      !bounds.bounds(around: i..<next, in: sentence).bounds.isEmpty
      || (i > sentence.lowerBound
        && (tokens.isKey(i - 1, .by) && !isOneMore || tokens.isAny(i - 1, [.fall, .rise])))
    if tokens.isKey(i, .half) {
      if tokens.isKey(next, .a) || tokens.isKey(next, .an) { return false }
      return isBounded || tokens.isAny(next, .determiner) || tokens.isKey(next, .as)
    }
    // "into a third home": the word ends a phrase elsewhere.
    if tokens.isAny(next, Self.homes), !isBounded { return false }
    if tokens.isAny(next - 1, .timeUnit) { return isBounded }
    return isBounded || !phrases.isPhraseWord(next) && tokens.kinds[next] == .word
  }

  private static let homes: WordList = ["home"]

  /// `an increase of three quarters`
  private func isOfChange(_ i: Int, in sentence: Range<Int>) -> Bool {
    i - 2 >= sentence.lowerBound && tokens.isKey(i - 1, .of) && tokens.isAny(i - 2, .changeNoun)
  }

  /// `doubled`, `more than doubling`, `double or triple`, `twice as many`.
  func multiple(at i: Int, in sentence: Range<Int>) -> FigureReading? {
    guard let factor = tokens.value(i, in: Self.factors) else { return nil }
    // "He doubled as a coach", "doubled up with pain"
    if factor.isVerb, tokens.isAny(i + 1, Self.doublings) && !tokens.isAny(i + 2, Self.asMany) { return nil }
    let isVerb =
      factor.isVerb
      || (i > sentence.lowerBound
        && (tokens.isKey(i - 1, .to) || tokens.isKey(i - 1, .will) || tokens.isAny(i - 1, .auxiliary)
          || tokens.isKey(i - 1, .than)))
    // "double the target", "nearly twice what it had", "twice a week"
    let isTimes = isFactor(of: i + 1, in: sentence)
    if tokens.isKey(i, .twice) {
      guard isTimes || tokens.isKey(i + 1, .as) && i + 1 < sentence.upperBound || isPer(i + 1, in: sentence) else {
        return nil
      }
    } else if !isVerb, !isTimes || !tokens.isKey(i, .double) && !tokens.isKey(i, .triple) {
      return nil
    }
    guard let low = ExactNumber(Int128(factor.value), over: Int128(factor.bottom)) else { return nil }
    var ends = Ends(low)
    var upper = i + 1
    if tokens.isKey(upper, .or), upper + 1 < sentence.upperBound,
      let second = tokens.value(upper + 1, in: Self.factors), second.value > factor.value
    {
      ends.high = ExactNumber(second.value)
      upper += 2
    }
    let isHalf = factor.bottom > 1
    return FigureReading(
      tokens: i..<upper, number: i..<upper, ends: ends, unit: isHalf ? "fraction" : "times", subject: nil, lower: i,
      isChange: isVerb && !tokens.isKey(i, .twice), isFall: isHalf)
  }

  private static let doublings: WordList = ["as", "up", "back", "over"]
  private static let asMany: WordList = ["many", "much"]

  /// `the`, `its`, `what` behind "double" and "twice": what is taken so many times.
  private func isFactor(of i: Int, in sentence: Range<Int>) -> Bool {
    guard i < sentence.upperBound else { return false }
    if tokens.isKey(i, .what) || tokens.isKey(i, .that) { return true }
    return tokens.isAny(i, .determiner) && !tokens.isKey(i, .a) && !tokens.isKey(i, .an) && !tokens.isKey(i, .each)
      && !tokens.isKey(i, .every)
  }

  /// `a week`, `per year`, `daily` behind "twice".
  private func isPer(_ i: Int, in sentence: Range<Int>) -> Bool {
    EachReader(tokens: tokens).unit(at: i, limit: sentence.upperBound) != nil
  }

  static let factors = WordTable(factorWords)

  static let factorWords: [(String, (value: Int, bottom: Int, isVerb: Bool))] = [
    ("double", (2, 1, false)), ("doubled", (2, 1, true)), ("doubling", (2, 1, true)), ("doubles", (2, 1, true)),
    ("twice", (2, 1, false)),
    ("triple", (3, 1, false)), ("tripled", (3, 1, true)), ("tripling", (3, 1, true)), ("quadrupled", (4, 1, true)),
    ("trebled", (3, 1, true)), ("trebling", (3, 1, true)), ("quadrupling", (4, 1, true)), ("quintupled", (5, 1, true)),
    ("halved", (1, 2, true)), ("halving", (1, 2, true)), ("halve", (1, 2, true)), ("treble", (3, 1, false)),
    ("quadruple", (4, 1, false)), ("trebles", (3, 1, true)), ("triples", (3, 1, true)), ("quadruples", (4, 1, true)),
    ("twofold", (2, 1, true)), ("threefold", (3, 1, true)),
    ("fourfold", (4, 1, true)), ("fivefold", (5, 1, true)), ("sixfold", (6, 1, true)), ("sevenfold", (7, 1, true)),
    ("eightfold", (8, 1, true)), ("tenfold", (10, 1, true)), ("hundredfold", (100, 1, true)),
  ]
}
