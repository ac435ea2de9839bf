/// Who speaks in a transcript, and what a minister is for.
extension NameReader {
  /// `ANN LEE:`, `SENATOR PELL (Dover):`, `ANN LEE, HOST:`: the name in capitals before the colon that a turn of a
  /// transcript begins with. Styles and posts stand outside of it.
  func speaker(at i: Int, in sentence: Range<Int>) -> NameReading? {
    guard text.isAllCapitals(i) || text.isInitial(i), i - sentence.lowerBound <= 4 else { return nil }
    var first = i
    while first > sentence.lowerBound, !tokens.flags[first].contains(.lineStart) { first -= 1 }
    let isTitled = first < i
    let isStyled = (first..<i).allSatisfy {
      tokens.isAny($0, [.title, .office]) || tokens.isKey($0, .the) || tokens.isSymbol($0, ".")
    }
    guard isStyled, !tokens.isAny(i, [.title, .office, .personNoun, .determiner, .pronoun, .preposition, .month]),
      !tokens.isAny(i, .plainAbbreviation), !text.isHead(i)
    else { return nil }
    var end = i
    while end < min(sentence.upperBound, i + 7), isSpeakersWord(end),
      end == i || !tokens.flags[end].contains(.lineStart)
    { end += 1 }
    guard end > i, tokens.isWord(end - 1), isBeforeColon(end, in: sentence) else { return nil }
    let words = (i..<end).filter { tokens.isWord($0) && text.width($0) > 1 }
    guard let last = words.last, !text.isHead(last), !tokens.isAny(last, [.title, .office, .personNoun]),
      Gazetteer.shared.match(at: i, in: tokens, limit: end).map({ $0.upper < end }) ?? true
    else { return nil }
    let isName =
      words.count > 1
      ? text.isGiven(i) || text.isInitial(i) || text.isUncommon(i) && text.marks(last).contains(.surname)
        || words.allSatisfy { text.isUncommon($0) }
      : isTitled && (text.isUncommon(last) || text.marks(last).contains(.surname))
    guard isName else { return nil }
    let name = (i..<end).map { (at: Int) -> String in
      (at > i && tokens.isSpaced(at) ? " " : "") + Self.recased(tokens.text(at))
    }
    return NameReading(tokens: i..<end, kind: .person, name: name.joined(), countryCode: nil)
  }

  /// `ANN LEE` of a line of capitals: behind a style or post, or all there is in the line.
  func shoutedPerson(at i: Int, in sentence: Range<Int>) -> NameReading? {
    guard !tokens.isAny(i, [.title, .office, .determiner, .preposition, .month, .weekday]), !text.isHead(i) else {
      return nil
    }
    var end = i
    while end < min(sentence.upperBound, i + 6), isSpeakersWord(end),
      end == i || !tokens.flags[end].contains(.lineStart) && !tokens.isAny(end, [.office, .postNominal])
    { end += 1 }
    let words = (i..<end).filter { tokens.isWord($0) && text.width($0) > 1 }
    guard let last = words.last, tokens.isWord(end - 1), words.count >= 2, words.count <= 4, !text.isHead(last),
      text.isUncommon(i) || text.isGiven(i), text.isUncommon(last) || text.marks(last).contains(.surname),
      text.marks(i).contains(.given) || tokens.isAny(i, .firstName)
    else { return nil }
    let isTitled = i > sentence.lowerBound && tokens.isAny(i - 1, [.title, .office]) && text.isAllCapitals(i - 1)
    let isWhole =
      (i == sentence.lowerBound || tokens.flags[i].contains(.lineStart))
      && (end == sentence.upperBound || tokens.flags[end].contains(.lineStart) || tokens.isSymbol(end, ","))
      && text.marks(i).isDisjoint(with: [.word, .city, .region])
    guard isTitled || isWhole else { return nil }
    let name = (i..<end).map { (at: Int) -> String in
      (at > i && tokens.isSpaced(at) ? " " : "") + Self.recased(tokens.text(at))
    }
    return NameReading(tokens: i..<end, kind: .person, name: name.joined(), countryCode: nil)
  }

  /// `SAN MARLO` in a line of capitals: a town of two words, or a large one that is no word, with nothing of a body behind.
  func shoutedTown(at i: Int, limit: Int) -> NameReading? {
    guard text.isAllCapitals(i), let (entry, upper) = longestEntry(at: i, limit: limit),
      entry.marks.isDisjoint(with: .doubtful), upper - i > 1 || entry.size >= 5,
      !(text.isCapital(upper) && text.isHead(upper)), !(i > 0 && text.isCapital(i - 1) && text.isHead(i - 1)),
      !tokens.isAny(i, .demonym)
    else { return nil }
    return NameReading(
      tokens: i..<upper, kind: .place, name: NameTable.shared.name(of: entry),
      countryCode: NameTable.shared.country(of: entry))
  }

  /// A word of capitals, an initial with its stop, or a hyphen.
  private func isSpeakersWord(_ i: Int) -> Bool {
    text.isAllCapitals(i) || text.isInitial(i) || tokens.isHyphen(i)
      || tokens.isSymbol(i, ".") && text.isInitial(i - 1)
  }

  /// Whether a colon follows a name, or brackets or a post in capitals and then the colon.
  private func isBeforeColon(_ end: Int, in sentence: Range<Int>) -> Bool {
    let limit = min(sentence.upperBound, end + 10)
    guard end < limit else { return false }
    if tokens.isSymbol(end, ":") { return true }
    let isBracketed = tokens.isSymbol(end, "(")
    guard isBracketed || tokens.isSymbol(end, ",") else { return false }
    var at = end + 1
    while at < limit,
      tokens.isWord(at) && (text.isAllCapitals(at) || isBracketed) || tokens.isSymbol(at, ")")
        || tokens.isSymbol(at, ",") || tokens.isHyphen(at)
    { at += 1 }
    return at < limit && tokens.isSymbol(at, ":")
  }

  /// `O'Neil` for `O'NEIL`, `Lee` for `LEE`.
  private static func recased(_ word: String) -> String {
    let sign = word.dropFirst().first
    let kept = word.count > 3 && (sign == "'" || sign == "\u{2019}") ? 3 : 1
    return word.prefix(kept) + word.dropFirst(kept).lowercased()
  }

  /// `Multicultural Affairs` of "Minister for Citizenship and Multicultural Affairs": what somebody is in charge of.
  func isCharge(_ body: NameReading, in sentence: Range<Int>) -> Bool {
    let (first, next) = (body.tokens.lowerBound, body.tokens.upperBound)
    // "its Tides and Social Media correspondent"
    if next < sentence.upperBound, !tokens.isCapital(next), tokens.isAny(next, Self.holders), words(body.tokens) > 1,
      body.tokens.allSatisfy({ !text.isCapital($0) || text.isEveryday($0) }), tokens.isAny(next - 1, Self.charges)
    {
      return true
    }
    return tokens.isAny(next - 1, Self.charges) && !body.tokens.contains { tokens.isAny($0, .preposition) }
      && isInPortfolio(first, sentence)
  }

  private static let holders: WordList = [
    "correspondent", "editor", "spokesman", "spokeswoman", "spokesperson", "minister", "reporter", "adviser", "expert",
  ]

  /// Whether capitals, "and" and commas lead from a word back to "for" or "of" and the office before it.
  func isInPortfolio(_ first: Int, _ sentence: Range<Int>) -> Bool {
    var at = first - 1
    while at > sentence.lowerBound, first - at <= 14 {
      if tokens.isKey(at, .for) || tokens.isKey(at, .of) {
        return tokens.isAny(at - 1, .office) && !tokens.isAny(at - 1, .orgHead)
      }
      let isArticle =
        tokens.isKey(at, .the)
        && (tokens.isKey(at - 1, .for) || tokens.isKey(at - 1, .of) || tokens.isKey(at - 1, .and))
      guard text.isCapital(at) || tokens.isKey(at, .and) || tokens.isSymbol(at, ",") || isArticle else { return false }
      at -= 1
    }
    return false
  }

  /// `Quay Affairs` of "Minister for Ports and Quay Affairs": what an office is for.
  func isCharge(_ i: Int, in sentence: Range<Int>) -> Bool {
    let isOne = tokens.isAny(i, Self.charges) || tokens.isAny(i, Self.publicly) && tokens.isAny(i + 1, Self.serving)
    return (isOne || text.isCapital(i + 1) && tokens.isAny(i + 1, Self.charges) && !text.isGiven(i))
      && isInPortfolio(i, sentence)
  }

  /// `Affairs`: the last word of what an office is for.
  func isOfCharge(_ i: Int) -> Bool { tokens.isAny(i, Self.charges) }

  private static let publicly: WordList = ["public"]
  private static let serving: WordList = ["service", "works", "administration", "enterprises"]
  private static let charges: WordList = [
    "affairs", "services", "industries", "industry", "resources", "technology", "technologies", "energy", "trade",
    "media", "fisheries", "water", "communities", "health", "transport", "development", "security", "innovation",
    "planning", "tourism", "investment", "investments", "shipping", "mining", "minerals", "systems", "airlines",
    "housing", "education", "petroleum", "solutions", "communications", "railways", "insurance", "schools", "forestry",
  ]
}
