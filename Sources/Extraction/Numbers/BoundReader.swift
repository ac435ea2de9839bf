/// Finds the words that bound or hedge a number, before and after it.
struct BoundReader {
  let tokens: Tokens

  struct Reading {
    var bounds: [Bound] = []
    /// From the first word of the bounds before to the last word of those after; holds the number.
    var tokens: Range<Int>
    /// The words after the number that bound it: `or more`.
    var hasWordsAfter = false
    var needsUnit = false
    /// The words bound only what tells how far something has come: `passed 40,000`.
    var needsLevel = false
  }

  /// The upper bound whose words begin at a token, and the number right behind them: `fewer than 40`, `no more than £3m`.
  func upperBound(at i: Int, limit: Int) -> (Bound, Int)? {
    for number in i + 1..<max(i + 1, min(limit, i + 6)) {
      guard tokens.kinds[number] == .number || tokens.isAny(number, .cardinal) || tokens.kinds[number] == .symbol else {
        continue
      }
      guard let (bound, lower, _) = before(number, from: i), lower == i, bound == .upTo || bound == .below else {
        continue
      }
      return (bound, number)
    }
    return nil
  }

  /// The bounds of the number that stands at `range`, within a sentence's tokens.
  func bounds(around range: Range<Int>, in sentence: Range<Int>) -> Reading {
    var reading = Reading(tokens: range)
    // "up to about 500": at most three phrases, so that a text of nothing but "about" stays linear.
    for _ in 0..<3 {
      guard let (bound, lower, need) = before(reading.tokens.lowerBound, from: sentence.lowerBound) else { break }
      reading.bounds.append(bound)
      reading.needsUnit = reading.needsUnit || need == .unit
      reading.needsLevel = reading.needsLevel || need == .level
      reading.tokens = lower..<reading.tokens.upperBound
    }
    if let (bound, upper) = after(range.upperBound, limit: sentence.upperBound) {
      reading.bounds.append(bound)
      reading.tokens = reading.tokens.lowerBound..<upper
      reading.hasWordsAfter = true
    }
    return reading
  }

  /// The phrase that ends right before token `i`.
  private func before(_ i: Int, from start: Int) -> (Bound, Int, BoundWords.Need)? {
    guard i > start else { return nil }
    let last = i - 1
    if tokens.kinds[last] == .symbol {
      // "approx. 500": the full stop of an abbreviation.
      if tokens.isSymbol(last, "."), last > start, isAbbreviation(last - 1) {
        return before(last, from: start) ?? (.about, last - 1, .any)
      }
      // Two tildes strike out what stands between them.
      if tokens.isSymbol(last, "~"), last > 0, tokens.isSymbol(last - 1, "~") { return nil }
      // A sign at the start of a line marks a quotation.
      return tokens.flags[last].contains(.lineStart) ? nil : symbol(tokens.details[last]).map { ($0, last, .any) }
    }
    guard let phrases = tokens.value(last, in: BoundWords.beforeByLastWord) else { return nil }
    for phrase in phrases {
      let lower = i - phrase.ids.count
      guard lower >= start, matches(phrase.ids, at: lower) else { continue }
      // "hands over 500 cards", "counted over nine nights"
      if tokens.isKey(last, .over), phrase.ids.count == 1, isNoBound(last, number: i) { return nil }
      // "argued about 12 rules", "a plan around 12 sites"
      if phrase.ids.count == 1, tokens.isKey(last, .about) || tokens.isKey(last, .around), lower > start,
        tokens.isAny(lower - 1, Self.topical)
      {
        return nil
      }
      let (lowest, bound) = negated(phrase.bound, intensified(lower, from: start), from: start)
      return (bound, lowest, phrase.need)
    }
    return nil
  }

  /// Whether "over" belongs to a verb, or tells through which nights something went on.
  private func isNoBound(_ over: Int, number: Int) -> Bool {
    if tokens.isAny(over - 1, Self.handing) { return true }
    guard tokens.isAny(number + 1, Self.nights), over > 0, tokens.isWord(over - 1) else { return false }
    return tokens.entry(over - 1).classes.isDisjoint(with: [.preposition, .auxiliary, .adverb])
  }

  private static let handing: WordList = [
    "hand", "hands", "handed", "handing", "sign", "signs", "signed", "signing", "turn", "turned", "turning",
  ]
  private static let nights: WordList = ["night", "nights", "weekend", "weekends"]

  /// "never more than", "did not come to more than": what is denied to be more is at most.
  private func negated(_ bound: Bound, _ lower: Int, from start: Int) -> (Int, Bound) {
    guard bound == .above else { return (lower, bound) }
    for i in stride(from: lower - 1, through: max(start, lower - 4), by: -1) {
      guard tokens.kinds[i] == .word || tokens.kinds[i] == .clitic else { break }
      // "it is not known if the more than 50 people fell ill"
      if tokens.isKey(i, .the) || tokens.isKey(i, .that) || tokens.isKey(i, .if) || tokens.isKey(i, .whether) { break }
      if tokens.isKey(i, .never) || tokens.isKey(i, .not) || tokens.kinds[i] == .clitic && tokens.isKey(i, .t) {
        return (lower, .upTo)
      }
    }
    // "no lender may charge more than"
    if lower - 2 >= start, tokens.isAny(lower - 1, .verb) || tokens.isAny(lower - 1, Self.asking),
      tokens.isAny(lower - 2, Self.permitting),
      (max(start, lower - 6)..<lower - 2).contains(where: { tokens.isKey($0, .no) })
    {
      return (lower, .upTo)
    }
    return (lower, bound)
  }

  private static let asking: WordList = ["charge", "ask", "demand", "exceed", "carry", "hold", "own", "take", "pay"]
  private static let permitting: WordList = ["may", "can", "shall", "must", "could", "should"]

  private func intensified(_ lower: Int, from start: Int) -> Int {
    var lower = lower
    while lower > start, tokens.isWord(lower - 1), tokens.isAny(lower - 1, BoundWords.intensifiers) { lower -= 1 }
    return lower
  }

  /// The phrase that starts at token `i`: `or more`, `+`, `-plus`.
  func after(_ i: Int, limit: Int) -> (Bound, Int)? {
    guard i < limit else { return nil }
    if tokens.isSymbol(i, "+") {
      // "$183m +62%" puts a plus before the next number.
      let isSign =
        tokens.isSpaced(i) || i + 1 < tokens.count && tokens.kinds[i + 1] == .number && !tokens.isSpaced(i + 1)
      return isSign ? nil : (.atLeast, i + 1)
    }
    if tokens.isHyphen(i), tokens.isKey(i + 1, .plus), i + 1 < limit { return (.atLeast, i + 2) }
    if tokens.isHyphen(i), tokens.isKey(i + 1, .odd), i + 1 < limit { return (.about, i + 2) }
    guard let phrases = tokens.value(i, in: BoundWords.afterByFirstWord) else { return nil }
    for phrase in phrases where i + phrase.ids.count <= limit && matches(phrase.ids, at: i) {
      // "plus 300 more": plus binds what follows it.
      // "of £5 and up to six months": the bound of what follows.
      if tokens.isKey(i + phrase.ids.count - 1, .up), tokens.isKey(i + phrase.ids.count, .to) { continue }
      let next = i + phrase.ids.count
      // "12 towns and over 300 villages": the bound of what follows.
      if tokens.isKey(i, .and), next < limit, tokens.kinds[next] == .number || tokens.isAny(next, .cardinal) {
        continue
      }
      if tokens.isKey(i, .plus), i + 1 < limit, tokens.kinds[i + 1] == .number || !tokens.isSpaced(i) { continue }
      // "a fine of £1,200 plus costs"
      if tokens.isKey(i, .plus), i + 1 < limit, tokens.isWord(i + 1), isSum(i) { continue }
      return (phrase.bound, i + phrase.ids.count)
    }
    return nil
  }

  /// Whether an amount of money ends before a token.
  private func isSum(_ i: Int) -> Bool {
    guard i > 1 else { return false }
    if tokens.isAny(i - 1, .currencyWord) { return true }
    let number = tokens.kinds[i - 1] == .number ? i - 1 : i - 2
    return number > 0 && tokens.kinds[number] == .number && tokens.kinds[number - 1] == .symbol
      && CurrencyWords.family(ofSymbol: tokens.details[number - 1]) != nil
  }

  private func matches(_ ids: [UInt32], at lower: Int) -> Bool {
    for (offset, id) in ids.enumerated() where !(tokens.isWord(lower + offset) && tokens.details[lower + offset] == id)
    { return false }
    return true
  }

  /// `approx.`, `ca.`, and `c.` in small letters or as the first word.
  func isAbbreviation(_ i: Int) -> Bool {
    guard tokens.isWord(i) else { return false }
    if tokens.isAny(i, Self.abbreviations) { return true }
    return tokens.upper(i) - tokens.lower(i) == 1 && tokens.bytes[tokens.lower(i)] == UInt8(ascii: "c")
  }

  private static let abbreviations: WordList = ["approx", "ca"]

  /// What "about" and "around" tell the topic or the middle of, and bound no number behind them.
  private static let topical = WordList(topicalWords.split(separator: " ").map(String.init))
  static let topicalWords =
    "argue argued argues arguing argument arguments talk talks talked talking spoke speak speaks speaking wrote writing complain complained complains complaining complaint complaints worry worried worries concerned concern concerns question questions asked asking information detail details debate debated row dispute disputes joke joked lied lying doubt doubts plan plans planned built centred centered revolve revolves revolved revolving based drove walked walking travelled traveled toured fears story stories rules law laws"

  private func symbol(_ scalar: UInt32) -> Bound? {
    switch scalar {
    case 0x7E, 0x2248, 0xB1: .about  // ~ ≈ ±
    case 0x3E: .above  // >
    case 0x3C: .below  // <
    case 0x2265: .atLeast  // ≥
    case 0x2264: .upTo  // ≤
    default: nil
    }
  }
}
