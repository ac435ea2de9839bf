/// Names that no table and no head tells, by the noun that introduces or explains them.
extension NameReader {
  /// The nouns that introduce and explain; where none of them is, no name is introduced.
  static let introducing: NameClass = [.bodyNoun, .smallProgrammeHead, .operation, .placeNoun]

  /// `the airline Skyvane`, `the network ZorgLink`, `Polar Yarn, a charity`: a common noun says what an unknown capital is.
  func introducedBody(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    guard !style.isTitleCase, !style.isHeading, !text.isEveryday(i) || text.isCapital(i + 1),
      !tokens.isAny(i, .demonym), !tokens.isAny(i, [.office, .title])
    else { return nil }
    let run = capitals(from: i, limit: sentence.upperBound)
    guard words(run) <= 4, !isTitle(i - 1) else { return nil }
    if let kind = kind(named: i, in: sentence) { return reading(run, kind) }
    guard text.marks(i).isDisjoint(with: .place), !text.isGiven(i) else { return nil }
    let before = i - 1
    let isIntroduced =
      before > sentence.lowerBound && tokens.isSpaced(i) && tokens.isAny(before, .bodyNoun) && !text.isCapital(before)
    if isIntroduced { return reading(run, .org) }
    // "The project, Larch Orrow, is late."
    if tokens.isSymbol(before, ","), before - 2 >= sentence.lowerBound, tokens.isSymbol(run.upperBound, ","),
      tokens.isAny(before - 2, .determiner), !text.isCapital(before - 1), text.isUncommon(i)
    {
      if tokens.isAny(before - 1, .bodyNoun) { return reading(run, .org) }
      if tokens.isAny(before - 1, .smallProgrammeHead) || tokens.isAny(before - 1, .operation) {
        return reading(run, .programme)
      }
    }
    let isProgramme =
      before > sentence.lowerBound && words(run) >= 2 && tokens.isAny(before, .smallProgrammeHead)
      && !text.isCapital(before)
    // "the customs operation Larch II"
    let isOperation =
      before > sentence.lowerBound && tokens.isAny(before, .operation) && !text.isCapital(before)
      && tokens.isSpaced(i) && text.isUncommon(i)
    if isProgramme || isOperation { return reading(run, .programme) }
    guard !isPlaceCue(before: i, in: sentence) || words(run) >= 2 else { return nil }
    return explained(run.upperBound, limit: sentence.upperBound).map { reading(run, $0) }
  }

  /// `, an advocacy group`, `, a Tampa firm`, `, the Danish agency`: a noun for a body within five words behind the comma and
  /// article.
  func explained(_ comma: Int, limit: Int) -> MentionKind? {
    guard tokens.isSymbol(comma, ","), comma + 2 < limit,
      tokens.isKey(comma + 1, .a) || tokens.isKey(comma + 1, .an) || tokens.isKey(comma + 1, .the)
        || tokens.isKey(comma + 1, .our) || tokens.isKey(comma + 1, .its)
    else { return nil }
    for i in comma + 2..<min(limit, comma + 7) {
      guard tokens.isWord(i) || tokens.isHyphen(i) else { return nil }
      let isProject = tokens.isAny(i, .smallProgrammeHead) || tokens.isAny(i, .operation)
      if tokens.isAny(i, .bodyNoun) || isProject, !text.isCapital(i) {
        let kind: MentionKind = tokens.isAny(i, .bodyNoun) ? .org : .programme
        return tokens.isAny(i + 1, [.office, .personNoun]) ? nil : kind
      }
      // "an area outside Orsk", "a town of 400"
      if tokens.isAny(i, .placeNoun) || tokens.isAny(i, Self.areas), !text.isCapital(i),
        tokens.isAny(i + 1, .preposition) || tokens.isSymbol(i + 1, ",") || tokens.isSymbol(i + 1, ".")
      {
        return .place
      }
      if tokens.isAny(i, [.preposition, .office, .personNoun]) { return nil }
    }
    return nil
  }

  /// `a program called Open Box`, `a firm named Zarand`: what the noun before "called" makes of the name.
  private func kind(named i: Int, in sentence: Range<Int>) -> MentionKind? {
    guard i - 2 >= sentence.lowerBound, tokens.isKey(i - 1, .named) || tokens.isAny(i - 1, .calling) else { return nil }
    var noun = i - 2
    // "code-named"
    if tokens.isHyphen(noun), noun - 2 >= sentence.lowerBound { noun -= 2 }
    if tokens.isSymbol(noun, ","), noun > sentence.lowerBound { noun -= 1 }
    if tokens.isAny(noun, .smallProgrammeHead) || tokens.isAny(noun, .operation) || tokens.isAny(noun, Self.probes) {
      return .programme
    }
    if tokens.isAny(noun, .bodyNoun) { return .org }
    return tokens.isAny(noun, .placeNoun) ? .place : nil
  }

  private static let areas: WordList = ["area"]
  private static let probes: WordList = ["investigation", "raid", "raids", "crackdown"]

  /// `33rd Regiment`, `7th Field Battalion`: an ordinal and a unit of an army.
  func numberedUnit(at i: Int, limit: Int) -> NameReading? {
    guard tokens.numeral(i) != nil, i + 2 < limit, tokens.isAny(i + 1, .ordinalSuffix), !tokens.isSpaced(i + 1),
      text.isCapital(i + 2)
    else { return nil }
    let run = capitals(from: i + 2, limit: limit)
    let last = run.upperBound - 1
    // "5th Circuit Court of Appeals", "the 9th Circuit"
    if tokens.isAny(i + 2, Self.circuits) {
      if run.count == 1 { return tokens.isAny(i + 2, Self.circuit) ? reading(i..<i + 3, .org) : nil }
      if kind(ofHead: last) == .org {
        return reading(i..<(linked(after: run.upperBound, limit: limit) ?? run.upperBound), .org)
      }
    }
    let isUnit = tokens.isAny(last, .militaryUnit) || run.count > 1 && tokens.isAny(last, Self.wings)
    return run.count <= 3 && isUnit ? reading(i..<run.upperBound, .org) : nil
  }

  private static let circuit: WordList = ["circuit"]
  private static let circuits: WordList = ["circuit", "district", "judicial"]
  private static let wings: WordList = ["wing", "group", "command"]

  /// Names that speak or are explained: `Nick Sharp, deputy director of …`, `Gabrielle Shaw said`, `Lena Voss (Greens)`.
  func isIntroduced(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = range.upperBound
    let count = words(range)
    guard count >= 2, count <= 4, next < sentence.upperBound, !isAfterArticle(range.lowerBound) else { return false }
    if tokens.isAny(next, .speech), !tokens.isCapital(next) { return true }
    if tokens.isKey(next, .who) || isPartyBehind(next) { return true }
    // "the Secretary of State for Ports (Ann Lee)"
    if tokens.isSymbol(next, ")"), tokens.isSymbol(range.lowerBound - 1, "(") {
      return (max(sentence.lowerBound, range.lowerBound - 12)..<range.lowerBound).contains {
        tokens.isAny($0, .office) && tokens.isCapital($0)
      }
    }
    if tokens.isAny(next, .postNominal), text.isAllCapitals(next) { return true }
    guard tokens.isSymbol(next, ",") else { return false }
    if tokens.isKey(next + 1, .who) { return true }
    for i in next + 1..<max(next + 1, min(sentence.upperBound, next + 9)) {
      if tokens.isAny(i, [.office, .personNoun]) { return true }
      if tokens.kinds[i] == .symbol, !tokens.isDash(i) { return false }
      if tokens.numeral(i) != nil { return tokens.isSymbol(i + 1, ",") }
    }
    return false
  }

  /// Ships are no people and no places: `USS Ann Howe`, `HMS Ocean`.
  func isVessel(_ i: Int, in sentence: Range<Int>) -> Bool {
    var at = i
    while at > sentence.lowerBound, at > i - 4, text.isCapital(at), !tokens.isAny(at, .vessel), text.isCapital(at - 1),
      tokens.isSpaced(at)
    {
      at -= 1
    }
    return text.isCapital(at) && tokens.isAny(at, .vessel) && text.isAllCapitals(at) && text.isCapital(at + 1)
  }
}
