import IbidTypes

/// Ages beside names and people, where no "years" is said.
extension FigureReader {
  /// `, 31,` after a name, `aged 31`, `the age of 30`.
  func age(_ number: Range<Int>, _ ends: Ends, in sentence: Range<Int>) -> FigureReading? {
    let (i, end) = (number.lowerBound, number.upperBound)
    guard let low = ends.low, let high = ends.high, low >= .one, high <= ExactNumber(115), i > sentence.lowerBound
    else { return nil }
    let reading = FigureReading(tokens: number, number: number, ends: ends, unit: "years old", subject: nil, lower: i)
    if tokens.isKey(i - 1, .aged) || isAgedList(i, in: sentence) || isAgedBetween(i, in: sentence) { return reading }
    if tokens.isKey(i - 1, .of) {
      if tokens.isKey(i - 2, .age) { return reading }
      // "a girl of twenty-six", but "a woman of two minds"
      if tokens.isAny(i - 2, Self.ofSomeAge), end >= sentence.upperBound || !phrases.isPhraseWord(end) {
        return reading
      }
    }
    if isAgeOfSomebody(i, end, in: sentence) { return reading }
    if isAgeBound(i, end, in: sentence) { return reading }
    if tokens.isSymbol(i - 1, ","), i - 2 >= sentence.lowerBound, tokens.isWord(i - 2), tokens.isCapital(i - 2),
      tokens.numeral(i) != nil,
      !tokens.isAny(i - 2, [.month, .weekday]),
      end >= sentence.upperBound || tokens.isSymbol(end, ",") || tokens.isSymbol(end, ".") || tokens.isSymbol(end, ";")
    {
      return reading
    }
    return nil
  }

  /// `children under five`, `anyone over 65`, `will be over 65`: a bound behind people, and no noun that is counted.
  private func isAgeBound(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    guard i - 2 >= sentence.lowerBound, tokens.isKey(i - 1, .under) || tokens.isKey(i - 1, .over),
      end >= sentence.upperBound || !tokens.isWord(end) && !tokens.isSymbol(end, "%")
        || tokens.isAny(end, [.auxiliary, .conjunction, .preposition, .verb])
        || phrases.counted(at: end, limit: sentence.upperBound) == nil
          && measureUnit(at: end, limit: sentence.upperBound) == nil
          && percent(at: end, limit: sentence.upperBound) == nil,
      !tokens.isHyphen(end)
    else { return false }
    let before = i - 2
    if tokens.isAny(before, Self.ofAges) { return true }
    return tokens.isAny(before, [.personNoun, .office]) && phrases.isPlural(before)
  }

  /// `aged between 50 and 70`, `aged about 40`, `aged from 5 to 12`.
  private func isAgedBetween(_ i: Int, in sentence: Range<Int>) -> Bool {
    i - 2 >= sentence.lowerBound && tokens.isKey(i - 2, .aged)
      && (tokens.isKey(i - 1, .between) || tokens.isKey(i - 1, .from) || tokens.isKey(i - 1, .about)
        || tokens.isKey(i - 1, .around) || tokens.isKey(i - 1, .over) || tokens.isKey(i - 1, .under))
  }

  private static let ofSomeAge: WordList = ["man", "woman", "boy", "girl", "child", "youth", "lad"]

  private static let ofAges: WordList = [
    "people", "children", "women", "men", "girls", "boys", "anyone", "anybody", "everyone", "those", "adults", "pupils",
    "persons", "workers", "patients", "residents", "youths", "athletes", "drivers", "citizens",
  ]

  /// `Ann Lee (68), from Dover`: the age of somebody with two names.
  func bracketedAge(at i: Int, in sentence: Range<Int>) -> FigureReading? {
    guard i >= sentence.lowerBound + 3, i + 1 < sentence.upperBound, let age = tokens.numeral(i)?.plain,
      (12...105).contains(age), tokens.isSymbol(i - 1, "("), tokens.isSymbol(i + 1, ")"),
      [i - 2, i - 3].allSatisfy({
        tokens.isWord($0) && tokens.isCapital($0) && tokens.flags[$0].isDisjoint(with: .allCapitals)
          && !tokens.isAny($0, [.month, .weekday, .numbered, .determiner, .lawHead])
      }),
      tokens.isSymbol(i + 2, ",") || tokens.isAny(i + 2, [.preposition, .conjunction, .auxiliary, .speech, .verb])
    else { return nil }
    let ends = Ends(ExactNumber(whole: Int128(age)))
    return FigureReading(tokens: i..<i + 1, number: i..<i + 1, ends: ends, unit: "years old", subject: nil, lower: i)
  }
}
