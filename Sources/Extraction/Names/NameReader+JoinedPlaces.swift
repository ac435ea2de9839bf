/// Bodies of two places, and places that stand between signs at the head of a dispatch.
extension NameReader {
  /// `Orrow and Marl Fire Service`, `Trinidad and Tobago Police Service`: places that "and" joins, and the head of a body.
  func bodyOfPlaces(at i: Int, in sentence: Range<Int>, known: Gazetteer.Match?) -> NameReading? {
    let limit = sentence.upperBound
    if let known, known.name.kind != .org, known.upper > i + 1, known.upper < limit, text.isCapital(known.upper),
      tokens.isSpaced(known.upper), (i..<known.upper).contains(where: { !tokens.isCapital($0) })
    {
      let run = capitals(from: known.upper, limit: limit)
      guard run.count >= 2, kind(ofHead: run.upperBound - 1) == .org, !tokens.isAny(known.upper, [.office, .title])
      else {
        return nil
      }
      return reading(i..<run.upperBound, .org)
    }
    let and = known?.upper ?? longestEntry(at: i, limit: limit)?.1 ?? i
    guard and > i, and <= i + 2, isAnd(and), known?.name.kind != .org, and + 3 < limit, text.isCapital(and + 1),
      !text.isGiven(i) || text.marks(i).contains(.region), !isPlaceCue(before: i, in: sentence)
    else { return nil }
    let second =
      Gazetteer.shared.match(at: and + 1, in: tokens, limit: limit).flatMap { $0.name.kind == .org ? nil : $0.upper }
      ?? longestEntry(at: and + 1, limit: limit)?.1
    guard let second, second < limit, text.isCapital(second), tokens.isSpaced(second) else { return nil }
    let run = capitals(from: and + 1, limit: limit)
    guard run.upperBound - second >= 2, kind(ofHead: run.upperBound - 1) == .org,
      !tokens.isAny(second, [.office, .title])
    else { return nil }
    return reading(i..<run.upperBound, .org)
  }

  /// `HULL/ORSK –`, `Tarn/Orsk –`: places between slashes at the head of a dispatch.
  func slashedPlace(at i: Int, in sentence: Range<Int>) -> NameReading? {
    let limit = min(sentence.upperBound, sentence.lowerBound + 12)
    guard i < limit, i == sentence.lowerBound || tokens.isSymbol(i - 1, "/"),
      let dash = (sentence.lowerBound..<limit).first(where: { tokens.isDash($0) && tokens.isSpaced($0) }), i < dash,
      (sentence.lowerBound..<dash).contains(where: { tokens.isSymbol($0, "/") }), dash + 1 < sentence.upperBound,
      (sentence.lowerBound..<dash).allSatisfy({
        text.isCapital($0) || tokens.isSymbol($0, "/") || tokens.isHyphen($0) || tokens.isAny($0, .particle)
      }), text.isCapital(dash + 1) || !tokens.isWord(dash + 1),
      !tokens.isAny(i, [.title, .office, .month, .weekday])
    else { return nil }
    var end = i + 1
    while end < dash, !tokens.isSymbol(end, "/") { end += 1 }
    guard end - i <= 4 else { return nil }
    if let known = Gazetteer.shared.match(at: i, in: tokens, limit: end), known.upper == end {
      return known.name.kind == .org ? nil : reading(known, at: i)
    }
    if let (entry, last) = longestEntry(at: i, limit: end), last == end {
      return NameReading(
        tokens: i..<end, kind: .place, name: NameTable.shared.name(of: entry),
        countryCode: NameTable.shared.country(of: entry))
    }
    return reading(i..<end, .place)
  }

  /// `Pensions Ombudsman`, `Fair Work Ombudsman`: an office that is a body, with a word for what it sees to and nobody's name
  /// behind.
  func ombudsman(at i: Int, limit: Int) -> NameReading? {
    var end = i
    while end < min(limit, i + 5), text.isCapital(end), end == i || tokens.isSpaced(end),
      !tokens.isAny(end, Self.ombudsmen)
    { end += 1 }
    guard end > i, end < limit, text.isCapital(end), tokens.isAny(end, Self.ombudsmen), tokens.isSpaced(end),
      !tokens.isAny(i, [.determiner, .preposition, .demonym, .title]), !tokens.isAny(i, Self.assistants),
      end + 1 >= limit || !text.isCapital(end + 1) || !tokens.isSpaced(end + 1)
    else { return nil }
    return reading(i..<end + 1, .org)
  }

  private static let ombudsmen: WordList = ["ombudsman"]

  // MARK: Towns in lists

  /// Whether a name stands in a list of places behind "in" or "near": "in Orsk, Reading and Perm", each of which the tables have.
  func isListedTown(_ i: Int, in sentence: Range<Int>) -> Bool {
    var at = i - 1
    for _ in 0..<8 {
      guard at > sentence.lowerBound, tokens.isKey(at, .and) || tokens.isSymbol(at, ",") else { return false }
      if tokens.isKey(at, .and), tokens.isSymbol(at - 1, ",") { at -= 1 }
      at -= 1
      let last = at
      var first = last
      while first > sentence.lowerBound, first > last - 4, text.isCapital(first - 1) || !tokens.isSpaced(first) {
        first -= 1
      }
      guard text.isCapital(last), text.isCapital(first),
        longestEntry(at: first, limit: last + 1)?.1 == last + 1
          || Gazetteer.shared.match(at: first, in: tokens, limit: last + 1).map({
            $0.upper == last + 1 && $0.name.kind != .org
          }) ?? false
      else { return false }
      at = first - 1
      if tokens.isKey(at, .in) || tokens.isKey(at, .near) || tokens.isKey(at, .from) || tokens.isKey(at, .across)
        || tokens.isKey(at, .between)
      {
        return at == sentence.lowerBound || !tokens.isAny(at - 1, .noPlace)
      }
    }
    return false
  }

  /// `residents`, `man` behind a town's name.
  func hasFolkBehind(_ upper: Int, in sentence: Range<Int>) -> Bool {
    upper < sentence.upperBound && tokens.isSpaced(upper) && !tokens.isCapital(upper)
      && tokens.isAny(upper, Self.townsfolk)
  }

  private static let townsfolk: WordList = [
    "residents", "villagers", "townspeople", "man", "woman", "couple", "families", "traders", "fishermen", "farmers",
  ]

  /// Whether somebody or something was moved by the verb before: "flown to Orsk", "brought from Orsk".
  func isMovedTo(_ i: Int, in sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound else { return false }
    let isFrom = tokens.isKey(i, .from)
    guard isFrom || tokens.isKey(i, .to) else { return false }
    // "(two from Orsk, one from Perm)"
    if isFrom, tokens.numeral(i - 1) != nil { return true }
    if tokens.isAny(i - 1, Self.moves) { return true }
    // "from Orsk to Perm"
    guard !isFrom else { return false }
    var at = i - 1
    while at > sentence.lowerBound, at > i - 4, text.isCapital(at) || tokens.isHyphen(at) { at -= 1 }
    return at < i - 1 && tokens.isKey(at, .from) && text.isUncommon(at + 1)
  }

  private static let moves = WordList(moveWords)
  static let moveWords = [
    "travelled", "traveled", "flown", "flew", "sailed", "sails", "drove", "driven", "fled", "deported", "extradited",
    "trafficked", "smuggled", "transported", "shipped", "returned", "moved", "brought", "arrived", "came", "recruited",
    "repatriated", "ferried", "lured", "migrated",
  ]

  /// Behind the country or place that a run begins with: `Customs` of "Hong Kong Customs and Excise Department".
  func behindKnown(_ run: Range<Int>, limit: Int) -> Int {
    let known = Gazetteer.shared.match(at: run.lowerBound, in: tokens, limit: run.upperBound)
    return known.map { $0.name.kind == .org ? run.lowerBound : min($0.upper, run.upperBound) } ?? run.lowerBound
  }
}
