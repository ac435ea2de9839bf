/// People as lists and signatures have them: under one title, the surname first, in two parts with a hyphen.
extension NameReader {
  /// One of several whom a title in the plural heads: `Senators Orr (Chair), Pell and Voss`.
  func isOneOfTitled(_ i: Int, in sentence: Range<Int>) -> Bool {
    var at = i - 1
    if tokens.isAny(at, Self.manyTitles) { return tokens.isCapital(at) }
    guard tokens.isSymbol(at, ",") || tokens.isKey(at, .and) else { return false }
    while at >= sentence.lowerBound, at > i - 16 {
      if tokens.isAny(at, Self.manyTitles) { return tokens.isCapital(at) }
      let isPart =
        text.isCapital(at) || tokens.isKey(at, .and) || tokens.isSymbol(at, ",") || tokens.isSymbol(at, "(")
        || tokens.isSymbol(at, ")")
      guard isPart else { return false }
      at -= 1
    }
    return false
  }

  private static let manyTitles: WordList = [
    "senators", "ministers", "messrs", "councillors", "drs", "professors", "justices", "judges", "sens", "reps",
    "congressmen", "commissioners", "cllrs",
  ]

  /// `LEE, Ms Ann`: the surname first, in capitals, as lists of witnesses have it.
  func surnameFirst(at i: Int, limit: Int, isFirst: Bool) -> NameReading? {
    guard text.isAllCapitals(i), isFirst || tokens.flags[i].contains(.lineStart), text.width(i) >= 2, i + 3 < limit,
      tokens.isSymbol(i + 1, ","), isTitle(i + 2),
      tokens.isAny(i + 2, .title)
    else { return nil }
    var end = i + 3
    if tokens.isSymbol(end, ".") { end += 1 }
    let first = end
    while end < limit, end < first + 3, text.isCapital(end), !text.isAllCapitals(end) || text.isInitial(end) {
      end += 1
    }
    guard end > first else { return nil }
    let surname = tokens.text(i)
    let name = surname.prefix(1) + surname.dropFirst().lowercased()
    return NameReading(
      tokens: i..<end, kind: .person, name: tokens.line(first..<end) + " " + name, countryCode: nil)
  }

  /// The small half of a name that a hyphen joins, `fun` of "Wai-fun"; no word of its own, as in "Lee-led".
  func isSecondPart(_ i: Int, limit: Int) -> Bool {
    i < limit && tokens.isWord(i) && !tokens.isCapital(i) && !tokens.isSpaced(i)
      && (tokens.details[i] == 0 || Self.syllables.contains(tokens.text(i)))
      && (2...6).contains(text.width(i)) && text.width(i - 2) <= 5 && !Self.behindNames.contains(tokens.text(i))
  }

  /// Syllables of Korean given names that are words of the lexicon as well.
  private static let syllables: Set<String> = [
    "ho", "so", "il", "un", "in", "sun", "mi", "min", "sang", "do", "ah", "jun", "joon", "moon", "won", "young", "yong",
    "gun", "mo",
    "sam", "nam", "han", "hun", "chan", "dong", "gil", "gi", "ki", "kook", "kun", "kwang", "min", "ok", "on", "ran",
    "san", "seok",
    "si", "tae", "woo", "soo", "su", "ju", "joo", "jin", "hee", "hyun", "hwa", "bin", "bum", "a",
  ]

  /// What a hyphen joins to anybody's name.
  private static let behindNames: Set<String> = [
    "era", "style", "like", "type", "esque", "themed", "owned", "run", "only",
  ]
}
