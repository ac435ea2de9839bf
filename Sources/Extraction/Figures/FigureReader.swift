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
    if let share = share(at: i, in: sentence) { return share }
    if let multiple = multiple(at: i, in: sentence) { return multiple }
    if let age = bracketedAge(at: i, in: sentence) { return age }
    if let one = articled(at: i, in: sentence) { return one }
    guard let first = numbers.number(at: i, limit: sentence.upperBound),
      !isName(first, in: sentence, isHeading: isHeading)
    else { return nil }
    if first.isVague { return vague(first, in: sentence) }
    if let part = partOfCount(first, in: sentence) { return part }
    let isBetween = i > sentence.lowerBound && tokens.isKey(i - 1, .between)
    if let range = range(first, isBetween: isBetween, in: sentence) { return range }
    let number = scaledIfCounting(first, limit: sentence.upperBound)
    guard let value = number.value else { return nil }
    let reading = completed(number.tokens, Ends(value), in: sentence, isOne: value == .one && !number.isDigits)
    return number.isDigits ? reading.map { signed($0, in: sentence) } : reading
  }

  /// `5m people` is five million, `5m wide` five metres.
  private func scaledIfCounting(_ number: NumberReading, limit: Int) -> NumberReading {
    guard number.letterPower != nil else { return number }
    if number.letterPower == 3 { return number.scaledByLetter() }
    // "the 5,000m race": metres.
    if tokens.numeral(number.tokens.lowerBound)?.isGrouped ?? false { return number }
    let next = number.tokens.upperBound + 1
    guard phrases.isPhraseWord(next) || tokens.isKey(next, .of) else { return number }
    return isExtent(number, next, limit: limit) ? number : number.scaledByLetter()
  }

  /// `a 15m wall`, `the 4.5m high gates`: one thing so long or high, not a million of them.
  private func isExtent(_ number: NumberReading, _ next: Int, limit: Int) -> Bool {
    if tokens.isAny(next, Self.extents) || tokens.isAny(next, Self.distances) { return true }
    guard number.letterPower == 6, tokens.isAny(number.tokens.lowerBound - 1, .determiner),
      number.value.map({ $0 < ExactNumber(1000) }) ?? false, tokens.isWord(next), !tokens.isAny(next, .unit)
    else { return false }
    return phrases.counted(at: next, limit: limit) == nil
  }

  // MARK: Ranges

  /// `17 to 40 people`, `5–10%`, `between 300 and 500 tonnes`.
  private func range(_ first: NumberReading, isBetween: Bool, in sentence: Range<Int>) -> FigureReading? {
    let limit = sentence.upperBound
    let firstUnit =
      percent(at: first.tokens.upperBound, limit: limit) ?? measureUnit(at: first.tokens.upperBound, limit: limit)
    let joint = firstUnit?.1 ?? first.tokens.upperBound
    guard joint + 1 < limit else { return nil }
    let isTo = tokens.isKey(joint, .to)
    guard tokens.isDash(joint) || isTo || tokens.isKey(joint, .or) || (isBetween && tokens.isKey(joint, .and)) else {
      return nil
    }
    let start = first.tokens.lowerBound
    let lead = isTo ? bounds.bounds(around: first.tokens, in: sentence).tokens.lowerBound : start
    // "from 5% to 8%" and "doubled from 5 to 10" tell two values, "ranging from 5 to 8" one.
    if isTo, lead > sentence.lowerBound, tokens.isKey(lead - 1, .from), !tokens.isAny(lead - 2, Self.ranges),
      firstUnit != nil || isMoved(before: lead - 1, in: sentence)
    {
      return nil
    }
    guard let second = numbers.number(at: joint + 1, limit: limit), !second.isVague,
      let ends = Ends.range(first, second)
    else { return nil }
    // "climbed by 130 to 1,420": by how much, and to what. "To rise by 3 to 4 per cent" is a range.
    if isTo, start > sentence.lowerBound, tokens.isKey(start - 1, .by), isMoved(before: start - 1, in: sentence),
      percent(at: second.tokens.upperBound, limit: limit) == nil, let low = ends.low, let high = ends.high,
      let more = high.subtracting(low)?.subtracting(low), more > low
    {
      return nil
    }
    if tokens.isKey(joint, .or), firstUnit == nil, let low = ends.low, let high = ends.high,
      let gap = high.subtracting(low), gap > low
    {
      return nil
    }
    var reading = completed(start..<second.tokens.upperBound, ends, in: sentence, isOne: false)
    if let unit = firstUnit?.0, reading?.unit != unit, reading?.unit != "" { return nil }
    // "rose 28% to 644": a share, and what it came to.
    if isTo, firstUnit?.0 == "percent", reading?.unit == "" { return nil }
    // "three years to 2027"
    if let unit = firstUnit?.0, Unit.isTime(unit), reading?.unit == "" { return nil }
    reading?.lower = isBetween ? start - 1 : start
    return reading
  }

  private static let ranges: WordList = ["range", "ranges", "ranged", "ranging", "vary", "varied", "varying"]

  /// A word of change before "from": "rose", "has doubled,", "an increase in calls".
  func isMoved(before from: Int, in sentence: Range<Int>) -> Bool {
    for i in max(sentence.lowerBound, from - 8)..<from
    where tokens.isAny(i, [.rise, .fall, .changeNoun]) && !tokens.isAny(i, .preposition)
      || tokens.isAny(i, Self.wentTo) && tokens.isAny(i + 1, [.rise, .fall])
      || tokens.isAny(i, .figureStart) && tokens.value(i, in: Self.factors) != nil
    {
      return true
    }
    return false
  }

  private static let wentTo: WordList = ["went", "go", "goes", "gone", "going", "came", "come", "comes"]

  // MARK: Units

  /// Adds the unit beside a number: a percent sign, a unit of measure, or the nouns that it counts.
  private func completed(_ number: Range<Int>, _ ends: Ends, in sentence: Range<Int>, isOne: Bool) -> FigureReading? {
    let limit = sentence.upperBound
    let i = number.lowerBound
    // "170+ towns": the unit stands after the sign.
    let end =
      tokens.isSymbol(number.upperBound, "+") && number.upperBound < limit ? number.upperBound + 1 : number.upperBound
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
    if tokens.isKey(start, .more) || tokens.isKey(start, .other) || tokens.isKey(start, .further) { start += 1 }
    if let nouns = phrases.counted(at: start, limit: limit) {
      return reading(nouns.upperBound, tokens.line(nouns), nouns)
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
    if let unit = listedUnit(after: end, limit: limit), !isYearLike(number) { return reading(end, unit) }
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
    // "was reduced from 10 to six."
    if isEndOfChange, tokens.isKey(i - 1, .to), tokens.isAny(i, .cardinal), isClauseEnd(end) || end >= limit {
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

  /// `, 31,` after a name, `aged 31`, `the age of 30`.
  private func age(_ number: Range<Int>, _ ends: Ends, in sentence: Range<Int>) -> FigureReading? {
    let (i, end) = (number.lowerBound, number.upperBound)
    guard let low = ends.low, let high = ends.high, low >= .one, high <= ExactNumber(115), i > sentence.lowerBound
    else { return nil }
    let reading = FigureReading(tokens: number, number: number, ends: ends, unit: "years old", subject: nil, lower: i)
    if tokens.isKey(i - 1, .aged) || isAgedList(i, in: sentence) { return reading }
    if tokens.isKey(i - 1, .of) {
      if tokens.isKey(i - 2, .age) { return reading }
      // "a girl of twenty-six", but "a woman of two minds"
      if tokens.isAny(i - 2, Self.ofSomeAge), end >= sentence.upperBound || !phrases.isPhraseWord(end) { return reading }
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
        || tokens.isAny(end, [.auxiliary, .conjunction, .preposition, .verb]),
      !tokens.isHyphen(end)
    else { return false }
    let before = i - 2
    if tokens.isAny(before, Self.ofAges) { return true }
    return tokens.isAny(before, [.personNoun, .office]) && phrases.isPlural(before)
  }

  private static let ofSomeAge: WordList = ["man", "woman", "boy", "girl", "child", "youth", "lad"]

  private static let ofAges: WordList = [
    "people", "children", "women", "men", "girls", "boys", "anyone", "anybody", "everyone", "those", "adults", "pupils",
    "persons", "workers", "patients", "residents", "youths", "athletes", "drivers", "citizens",
  ]

  /// `Ann Lee (68), from Dover`: the age of somebody with two names.
  private func bracketedAge(at i: Int, in sentence: Range<Int>) -> FigureReading? {
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
