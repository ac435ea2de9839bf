import IbidTypes

/// Numbers whose unit is a letter or two right behind the digits: `5m people`, `a 5m wall`, `2.5Mt`.
extension FigureReader {
  /// `5m people` and `5m voted` are five million, `5m wide` and `a wave of 5m` five metres.
  func scaledIfCounting(_ number: NumberReading, in sentence: Range<Int>) -> NumberReading {
    guard let power = number.letterPower else { return number }
    if power == 3 { return number.scaledByLetter() }
    // "the 5,000m race": metres.
    if tokens.numeral(number.tokens.lowerBound)?.isGrouped ?? false { return number }
    let letter = number.tokens.upperBound
    let next = letter + 1
    if power != 6 {
      return phrases.isPhraseWord(next) || tokens.isKey(next, .of) ? number.scaledByLetter() : number
    }
    if tokens.isCapital(letter) { return number.scaledByLetter() }
    return isLength(number, next, in: sentence) ? number : number.scaledByLetter()
  }

  private func isLength(_ number: NumberReading, _ next: Int, in sentence: Range<Int>) -> Bool {
    let (i, limit) = (number.tokens.lowerBound, sentence.upperBound)
    if tokens.isHyphen(next) || tokens.isSymbol(next, "×") || tokens.isAny(next, Self.cross) { return true }
    if next < limit, tokens.isAny(next, Self.extents) || tokens.isAny(next, Self.distances) || tokens.isKey(next, .long)
    {
      return true
    }
    if phrases.isPhraseWord(next), next < limit {
      // `a 15m wall`, `the 4.5m gate`: one thing so long or high, not a million of them.
      let isOneThing =
        tokens.isAny(i - 1, .determiner) && !tokens.isAny(next, .unit)
        && number.value.map { $0 < ExactNumber(1000) } ?? false && phrases.counted(at: next, limit: limit) == nil
      return isOneThing || isRace(number, in: sentence)
    }
    // "5m of snow"; "3m of its customers", "2m of them"
    if tokens.isKey(next, .of), next + 1 < limit {
      return phrases.isPhraseWord(next + 1) && !tokens.isCapital(next + 1)
        && phrases.counted(at: next + 1, limit: limit) == nil
    }
    if next < limit, tokens.isAny(next, Self.placed) { return true }
    // "50m from the shore", "fell 30m to the ground"; "3m from 2m"
    if tokens.isKey(next, .from) || tokens.isKey(next, .to), tokens.isAny(next + 1, .determiner) { return true }
    if tokens.isKey(i - 1, .within) || isRace(number, in: sentence) { return true }
    // "The wave was 12m", "a length of 80m"
    let (first, last) = (max(sentence.lowerBound, i - 10), min(limit, next + 5))
    for at in first..<last where tokens.isAny(at, Self.lengths) { return true }
    return false
  }

  /// `won the 400m`, `her 100m time`: a distance that is run or swum.
  private func isRace(_ number: NumberReading, in sentence: Range<Int>) -> Bool {
    guard let metres = tokens.numeral(number.tokens.lowerBound)?.plain, Self.raced.contains(metres) else {
      return false
    }
    return number.tokens.lowerBound > sentence.lowerBound
      && tokens.isAny(number.tokens.lowerBound - 1, .determiner)
  }

  /// `He won the 400m.`: the name of a race and no length.
  func isRaceWon(_ number: NumberReading, in sentence: Range<Int>) -> Bool {
    let i = number.tokens.lowerBound
    return number.letterPower == 6 && i - 2 >= sentence.lowerBound && isRace(number, in: sentence)
      && tokens.isAny(i - 2, Self.racing) && !phrases.isPhraseWord(number.tokens.upperBound + 1)
  }

  private static let cross: WordList = ["x"]
  private static let raced: Set<Int> = [50, 60, 100, 200, 400, 800, 1500, 3000]
  private static let racing: WordList = ["won", "win", "wins", "ran", "run", "swam", "swim", "lost", "in", "over"]
  private static let placed: WordList = [
    "above", "below", "beneath", "away", "off", "underground", "underwater", "into", "onto", "across", "through",
  ]
  private static let lengths = WordList(lengthWords.split(separator: " ").map(String.init))
  static let lengthWords =
    "height heights depth depths width widths length lengths altitude elevation radius diameter perimeter wave waves wall walls pool swam swim swimming ran throw threw thrown javelin metre metres meter meters tide tides river rivers snow sinkhole trench tunnel tower mast cliff cliffs yacht bridge fence crane chimney statue distance deep wide tall visibility racing swum flew flying flown hovered km cm mm underground underwater"

  /// `2.5mt of coal`, `12Mt`, `3Gt`: millions and billions of tonnes.
  func glued(_ number: NumberReading, limit: Int) -> FigureReading? {
    let end = number.tokens.upperBound
    guard number.isDigits, number.power == 0, number.letterPower == nil, end < limit, tokens.isWord(end),
      !tokens.isSpaced(end), tokens.upper(end) - tokens.lower(end) == 2, let power = Self.masses[tokens.text(end)],
      let value = number.value?.scaled(byPowerOfTen: power)
    else { return nil }
    return FigureReading(
      tokens: number.tokens.lowerBound..<end + 1, number: number.tokens, ends: Ends(value), unit: "tonne",
      subject: nil, lower: number.tokens.lowerBound)
  }

  private static let masses = ["Mt": 6, "mt": 6, "MT": 6, "Gt": 9]

  /// Where the unit stands behind a number: past the sign of "170+ towns", "40-plus towns", and past the bound of "12 or more towns".
  func unitPlace(after number: Range<Int>, limit: Int) -> Int {
    let end = number.upperBound
    guard end < limit, let (_, upper) = bounds.after(end, limit: limit), upper < limit else { return end }
    if tokens.isSymbol(end, "+") || tokens.isHyphen(end) { return upper }
    guard tokens.isKey(end, .or) else { return end }
    let isMeasured =
      percent(at: upper, limit: limit) != nil || measureUnit(at: upper, limit: limit) != nil
      || phrases.counted(at: upper, limit: limit) != nil
    return isMeasured ? upper : end
  }
}
