import IbidTypes

/// A figure in the text before its bounds are applied.
struct FigureReading {
  /// Number and adjacent unit noun.
  var tokens: Range<Int>
  /// The number alone.
  var number: Range<Int>
  var ends: Ends
  var unit: String
  /// What is counted, where it stands beside the number.
  var subject: Range<Int>?
  /// From here the words count as worded: "between".
  var lower: Int
  var isChange = false
  var isFall = false
}

/// Reads counts, shares, durations, distances, ages and multiples at a token.
struct FigureReader {
  let tokens: Tokens
  let numbers: NumberReader
  let phrases: NounPhrases
  let bounds: BoundReader

  init(tokens: Tokens, numbers: NumberReader) {
    self.tokens = tokens
    self.numbers = numbers
    phrases = NounPhrases(tokens: tokens)
    bounds = BoundReader(tokens: tokens)
  }

  /// The words beside numbers at which figures begin.
  static var startWords: [String] { factorWords.map(\.0) + ["every", "an"] }

  /// The figure that starts at token `i`, one of `Tokens.figureStarts`, or nil. `isHeading` allows for title case. Words of the next
  /// sentence are none of it.
  func figure(at i: Int, in sentence: Range<Int>, isHeading: Bool) -> FigureReading? {
    anyFigure(at: i, in: sentence, isHeading: isHeading).flatMap {
      $0.tokens.upperBound <= sentence.upperBound ? $0 : nil
    }
  }

  private func anyFigure(at i: Int, in sentence: Range<Int>, isHeading: Bool) -> FigureReading? {
    // "per 1,000 births", but "per 90-kilo bag"
    if i > sentence.lowerBound, tokens.isKey(i - 1, .per), !tokens.isHyphen(i + 1) { return nil }
    // "for every 1,000 births"
    if i - 1 > sentence.lowerBound, tokens.isKey(i - 1, .every), tokens.isKey(i - 2, .for), tokens.kinds[i] == .number {
      return nil
    }
    if let shares = shareRange(at: i, in: sentence) { return shares }
    if let share = share(at: i, in: sentence) { return ofOneUnit(share, limit: sentence.upperBound) ?? share }
    if let multiple = multiple(at: i, in: sentence) { return multiple }
    if let age = bracketedAge(at: i, in: sentence) { return age }
    if let one = articled(at: i, in: sentence) { return one }
    guard let read = numbers.number(at: i, limit: sentence.upperBound),
      !isName(read, in: sentence, isHeading: isHeading)
    else { return nil }
    let first = scaledIfCounting(read, in: sentence)
    if first.isVague { return vague(first, in: sentence) }
    if let part = partOfCount(first, in: sentence) { return part }
    let isBetween = i > sentence.lowerBound && tokens.isKey(i - 1, .between)
    if let range = range(first, isBetween: isBetween, in: sentence) { return range }
    guard let value = first.value else { return nil }
    if let mass = glued(first, limit: sentence.upperBound) { return mass }
    let reading = completed(first.tokens, Ends(value), in: sentence, isOne: value == .one && !first.isDigits)
    return first.isDigits ? reading.map { signed($0, in: sentence) } : reading
  }

  // MARK: Units

  /// Adds the unit beside a number: a percent sign, a unit of measure, or the nouns that it counts.
  func completed(_ number: Range<Int>, _ ends: Ends, in sentence: Range<Int>, isOne: Bool) -> FigureReading? {
    let limit = sentence.upperBound
    let i = number.lowerBound
    let end = unitPlace(after: number, limit: limit)
    func reading(_ upper: Int, _ unit: String, _ subject: Range<Int>? = nil) -> FigureReading {
      FigureReading(tokens: i..<upper, number: number, ends: ends, unit: unit, subject: subject, lower: i)
    }
    if let (unit, upper) = percent(at: end, limit: limit) { return reading(upper, unit) }
    if let (unit, upper) = hyphened(at: end, limit: limit) { return reading(upper, unit) }
    if let age = age(number, ends, in: sentence) { return age }
    if isOne, tokens.isKey(end, .point), i > sentence.lowerBound, tokens.isKey(i - 1, .at) { return nil }
    if let (unit, upper) = measureUnit(at: end, limit: limit) {
      // "one day" is a time in a story.
      if isOne, unit == "day" || unit == "night", bounds.bounds(around: number, in: sentence).bounds.isEmpty {
        return nil
      }
      return withSmaller(reading(upper, unit), limit: limit)
    }
    if end < limit, tokens.isWord(end), !tokens.isSpaced(end), !tokens.isAny(end, .scale),
      tokens.numeral(end - 1) != nil
    {
      // "a cover of 2.5x"
      return tokens.upper(end) - tokens.lower(end) == 1 && tokens.text(end) == "x"
        && isMultiple(i, end, limit: limit) ? reading(end + 1, "times") : nil
    }
    if tokens.isKey(end, .times) { return reading(end + 1, "times") }
    if isOne { return one(number, ends, in: sentence) }
    var start = end
    if tokens.isKey(start, .of), tokens.isKey(start + 1, .these) || tokens.isKey(start + 1, .those) { start += 2 }
    let isFewer = tokens.isKey(start, .fewer)
    if isFewer || tokens.isKey(start, .more) || tokens.isKey(start, .other) || tokens.isKey(start, .further) {
      start += 1
    }
    if let nouns = phrases.counted(at: start, limit: limit) {
      var counted = reading(nouns.upperBound, tokens.line(nouns), nouns)
      // "12 fewer ships": by how many less.
      (counted.isChange, counted.isFall) = (isFewer, isFewer)
      return counted
    }
    if tokens.isKey(end, .of), end + 2 < limit {
      var noun = end + 1
      while noun < limit,
        tokens.isAny(noun, .determiner) || tokens.numeral(noun) != nil || tokens.isAny(noun, .cardinal)
      { noun += 1 }
      return reading(end, "", phrases.counted(at: noun, limit: limit))
    }
    // "from two a day to six a day", "six more were hurt"
    if EachReader(tokens: tokens).unit(at: end, limit: limit) != nil { return reading(end, "") }
    if tokens.isKey(end, .more), tokens.isAny(end + 1, [.auxiliary, .verb, .past]) { return reading(end + 1, "") }
    // "three others", "12 calls", "six fewer than in May"
    if end < limit, tokens.isSpaced(end) {
      if tokens.isKey(end, .others) || isCountedVerb(end, limit: limit) && !isGroup(number, in: sentence) {
        return reading(end + 1, tokens.text(end), end..<end + 1)
      }
      if tokens.isKey(end, .more) || tokens.isKey(end, .fewer), tokens.isKey(end + 1, .than) { return reading(end, "") }
    }
    // "attendees 18 and younger"
    if tokens.numeral(i) != nil, tokens.isKey(end, .and) || tokens.isKey(end, .or),
      tokens.isAny(end + 1, Self.agedWords)
    {
      return reading(end, "years old")
    }
    if !isYearLike(number), let (unit, nouns) = listedUnit(after: end, limit: limit) {
      return reading(end, unit, nouns)
    }
    if let (unit, nouns) = unitOfChange(i, end, in: sentence) { return reading(end, unit, nouns) }
    // "two “reasonable offers”"
    if tokens.isAny(i, .cardinal), isQuotedNoun(end, limit: limit) { return reading(end, "") }
    // "three more."
    if tokens.isKey(end, .more), i > sentence.lowerBound, tokens.isAny(i, .cardinal),
      end + 1 >= limit || tokens.isSymbol(end + 1, ".") || tokens.isSymbol(end + 1, ",")
    {
      return reading(end + 1, "")
    }
    // A bare number: only one that is too large or too exact for a name.
    guard let value = ends.low ?? ends.high else { return nil }
    // "fell from 9 to 4"
    let isEndOfChange =
      (tokens.isKey(i - 1, .from) || tokens.isKey(i - 1, .to)) && i - 1 > sentence.lowerBound
      && isMoved(before: i - 1, in: sentence)
    if standsAlone(number, in: sentence) { return reading(end, isAge(number, in: sentence) ? "years old" : "") }
    // "was reduced from 10 to six.", "rose to three hundred in May"
    if isEndOfChange, tokens.isKey(i - 1, .to), tokens.numeral(i) == nil,
      isClauseEnd(end) || end >= limit || value >= ExactNumber(10) && tokens.isAny(end, .preposition)
    {
      return reading(end, "")
    }
    // "a death toll of more than a thousand"
    guard tokens.numeral(i) != nil || value >= ExactNumber(100) && end >= limit - 1 else { return nil }
    return isEndOfChange || value >= ExactNumber(10) || !value.isWhole ? reading(end, "") : nil
  }

  // MARK: Small numbers

  /// "one" is a number in lists ("two trucks and one bulldozer") and with a bound or "only".
  private func one(_ number: Range<Int>, _ ends: Ends, in sentence: Range<Int>) -> FigureReading? {
    let i = number.lowerBound
    let end = number.upperBound
    guard end < sentence.upperBound, phrases.isPhraseWord(end), !tokens.isKey(end, .of) else { return nil }
    let isLed = i > sentence.lowerBound
    let isBounded =
      !bounds.bounds(around: number, in: sentence).bounds.isEmpty
      && !(isLed && (tokens.isKey(i - 1, .under) || tokens.isAny(i - 1, Self.perhaps)))
      || (isLed && (tokens.isKey(i - 1, .only) || tokens.isKey(i - 1, .just)))
    // "the only one airing such ideas": a pronoun.
    if tokens.isKey(end, .many) || tokens.isAny(end + 1, .determiner), isParticiple(end) || tokens.isKey(end, .many) {
      return nil
    }
    // "in one case, three"
    if isLed, tokens.isKey(i - 1, .in), tokens.isAny(end, Self.instances) { return nil }
    var isListed = false
    var before = i - 1
    if tokens.isSymbol(before, "]") || tokens.isKey(before, .and) || tokens.isSymbol(before, ",") {
      let stop = max(sentence.lowerBound, i - 9)
      while before >= stop, !isListed {
        isListed = tokens.kinds[before] == .number || (tokens.isAny(before, .cardinal) && !tokens.isKey(before, .one))
        before -= 1
      }
    }
    // "one count of fraud", "one felony count of theft"
    let isCharge =
      tokens.isAny(end, Self.charges) && tokens.isKey(end + 1, .of)
      || tokens.isAny(end + 1, Self.charges) && tokens.isKey(end + 2, .of)
    guard isBounded || isListed || isCharge || isBeforeCount(end, in: sentence) else { return nil }
    var upper = end
    while upper < sentence.upperBound, upper < end + 3, phrases.isPhraseWord(upper), !tokens.isAny(upper, .verb) {
      // "one seizure weighing 4.9 pounds"
      if upper > end, tokens.isAny(upper, Self.participles) { break }
      upper += 1
    }
    return FigureReading(
      tokens: i..<upper, number: number, ends: ends, unit: tokens.line(end..<upper), subject: end..<upper, lower: i)
  }

  private func isParticiple(_ i: Int) -> Bool {
    guard tokens.isWord(i), tokens.upper(i) - tokens.lower(i) >= 6 else { return false }
    let end = tokens.upper(i)
    return tokens.bytes[end - 1] == UInt8(ascii: "g") && tokens.bytes[end - 2] == UInt8(ascii: "n")
      && tokens.bytes[end - 3] == UInt8(ascii: "i")
  }

  private static let charges: WordList = ["count", "counts"]
  private static let perhaps: WordList = ["perhaps", "maybe"]
  private static let instances: WordList = ["case", "instance", "way", "respect", "example", "sense", "word"]
  private static let agedWords: WordList = ["younger", "older"]

  private static let participles: WordList = [
    "weighing", "worth", "containing", "including", "totalling", "totaling", "measuring", "costing", "carrying",
  ]

  /// "one shotgun and 14 rounds": another count follows in the list.
  private func isBeforeCount(_ i: Int, in sentence: Range<Int>) -> Bool {
    var at = i
    while at + 1 < sentence.upperBound, at < i + 5, !tokens.isKey(at, .and), !tokens.isSymbol(at, ",") {
      guard phrases.isPhraseWord(at) || tokens.isHyphen(at) else { return false }
      at += 1
    }
    return at > i && (tokens.isKey(at, .and) || tokens.isSymbol(at, ","))
      && (tokens.numeral(at + 1) != nil || tokens.isAny(at + 1, .cardinal) && !tokens.isKey(at + 1, .one))
  }

  /// `thousands of people`, `tens of thousands`, and "in the hundreds".
  private func vague(_ number: NumberReading, in sentence: Range<Int>) -> FigureReading? {
    let (i, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    var reading = FigureReading(
      tokens: number.tokens, number: number.tokens, ends: Ends(nil), unit: "", subject: nil, lower: i)
    if tokens.isKey(end, .of), end < sentence.upperBound {
      var noun = end + 1
      while noun < sentence.upperBound, tokens.isAny(noun, .determiner) { noun += 1 }
      guard
        let nouns = phrases.counted(at: noun, limit: sentence.upperBound)
          ?? phrases.measured(at: noun, limit: sentence.upperBound, words: 3)
      else {
        return number.power > 1 ? reading : nil
      }
      if tokens.isAny(nouns.lowerBound, .timeUnit) { return nil }
      reading.tokens = i..<nouns.upperBound
      reading.unit = tokens.line(nouns)
      reading.subject = nouns
      return reading
    }
    // "scores" and "tens" alone are no numbers.
    return number.power > 1 || tokens.isKey(i, .dozens) ? reading : nil
  }
}
