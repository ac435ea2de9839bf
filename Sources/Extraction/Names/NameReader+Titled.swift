/// Persons by a courtesy or a rank before one word, and by shapes that no other name has.
extension NameReader {
  /// `Reading` of "Officer Reading said", `van der Horn` of "Ms van der Horn", `J.R. Hall`, `Park Ji-won`.
  func titledPerson(at i: Int, in sentence: Range<Int>) -> NameReading? {
    particleSurname(at: i, in: sentence) ?? courtesySurname(at: i, in: sentence) ?? dottedInitials(at: i, in: sentence)
      ?? hyphenatedGiven(at: i, in: sentence)
  }

  /// One word behind `Ms` or `Sgt.` that a town or a country is called as well: somebody for all that.
  private func courtesySurname(at i: Int, in sentence: Range<Int>) -> NameReading? {
    guard isCourtesy(before: i, in: sentence), !text.isHead(i), !tokens.isHyphen(i + 1), !text.isAllCapitals(i),
      !tokens.isAny(i, [.office, .title, .month, .weekday, .demonym]), text.width(i) > 2,
      i + 1 >= sentence.upperBound || !text.isCapital(i + 1) || !tokens.isSpaced(i + 1),
      !text.marks(i).isDisjoint(with: [.city, .region, .surname]) || text.isUncommon(i)
        || Gazetteer.shared.match(at: i, in: tokens, limit: i + 1) != nil
    else { return nil }
    return reading(i..<i + 1, .person)
  }

  /// Whether a courtesy or the rank of somebody who is called by it stands right before a word.
  private func isCourtesy(before i: Int, in sentence: Range<Int>) -> Bool {
    var at = i - 1
    if tokens.isSymbol(at, "."), !tokens.isSpaced(at) { at -= 1 }
    return at >= sentence.lowerBound && tokens.isCapital(at) && tokens.isSpaced(i) && tokens.isAny(at, Self.courtesies)
  }

  private static let courtesies: WordList = [
    "mr", "mrs", "ms", "miss", "mx", "officer", "sgt", "sergeant", "detective", "constable", "inspector", "judge",
    "justice", "pc", "dc", "dr", "prof", "professor", "lt", "lieutenant", "capt", "captain", "deputy", "trooper",
    "magistrate", "senator", "congressman", "congresswoman", "councillor", "cllr", "supt", "superintendent", "cpl",
    "corporal", "const", "insp", "det",
  ]

  /// `van der Horn` behind a courtesy or an office: the small words belong to the surname.
  private func particleSurname(at i: Int, in sentence: Range<Int>) -> NameReading? {
    var at = i - 1
    while at >= sentence.lowerBound, at > i - 4, tokens.isWord(at), !tokens.isCapital(at), tokens.isAny(at, .particle) {
      at -= 1
    }
    let first = at + 1
    guard first < i, first > sentence.lowerBound else { return nil }
    if tokens.isSymbol(at, "."), !tokens.isSpaced(at) { at -= 1 }
    guard at >= sentence.lowerBound, tokens.isCapital(at), tokens.isAny(at, [.title, .office]), !text.isHead(i),
      !tokens.isKey(first, .of), text.isUncommon(i) || text.marks(i).contains(.surname)
    else { return nil }
    // "the President of the Sund", "Minister de la Défense"
    guard !tokens.isAny(first, Self.links) || text.marks(i).contains(.surname) || isTitle(at) else { return nil }
    var end = i + 1
    if tokens.isHyphen(end), end + 1 < sentence.upperBound, text.isCapital(end + 1) { end += 2 }
    return reading(first..<end, .person)
  }

  private static let links: WordList = ["de", "du", "da", "di", "al"]

  /// `J.R. Hall`: initials that stand together, no country, and what can be a surname.
  private func dottedInitials(at i: Int, in sentence: Range<Int>) -> NameReading? {
    let next = i + 1
    guard tokens.flags[i].contains(.isDotted), (3...6).contains(text.width(i)),
      text.isAllCapitals(i) || text.isInitial(i),
      next < sentence.upperBound, text.isCapital(next), tokens.isSpaced(next), !text.isAllCapitals(next),
      !text.isHead(next), !tokens.isAny(next, [.office, .title, .month, .weekday, .demonym]),
      text.isUncommon(next) || text.marks(next).contains(.surname),
      Gazetteer.shared.match(at: i, in: tokens, limit: next) == nil, !tokens.isAny(i, [.title, .office]),
      !Self.shortForms.contains(tokens.text(i)), !tokens.isSymbol(next + 1, ".") || text.width(next) > 4,
      !Self.stateAbbreviations.contains(tokens.text(i)), !tokens.isAny(i, .company),
      !(next + 1 < sentence.upperBound && text.isCapital(next + 1) && tokens.isSpaced(next + 1)
        && text.isHead(next + 1))
    else { return nil }
    return reading(i..<next + 1, .person)
  }

  /// Letters with stops that are nobody's initials.
  private static let shortForms: Set<String> = [
    "H.E.", "H.E", "P.O.", "P.O", "H.H.", "H.H", "H.M.", "H.M", "U.S.", "U.K.", "U.N.", "E.U.", "W.D.", "W.D", "E.D.",
    "E.D", "N.D.", "N.D", "S.D.", "S.D", "M.D.", "M.D", "Ph.D.", "Ph.D", "L.A.", "L.A", "Q.C.", "K.C.", "A.M.", "P.M.",
    "D.C.", "D.C", "N.Y.", "N.Y", "R.A.", "H.R.", "H.R", "S.C.", "I.D.",
  ]

  /// `Park Ji-won`: a surname that is a word in front of a given name of two parts, the second in small letters.
  private func hyphenatedGiven(at i: Int, in sentence: Range<Int>) -> NameReading? {
    guard i + 3 < sentence.upperBound, tokens.isAny(i, Self.frontSurnames), text.isCapital(i + 1),
      tokens.isSpaced(i + 1), tokens.isHyphen(i + 2), tokens.isWord(i + 3), !tokens.isCapital(i + 3),
      !tokens.isSpaced(i + 3), text.width(i + 1) <= 5, text.width(i + 3) <= 5, text.isUncommon(i + 1)
    else { return nil }
    return reading(i..<i + 4, .person)
  }

  private static let frontSurnames: WordList = ["park", "song", "young", "moon", "bang", "ban", "king", "an", "no"]

  /// `LEE` of "THE HON. ANN LEE MP" in a line with small letters: all of it in capitals from the style on.
  func isStyledInCapitals(_ i: Int) -> Bool {
    var at = i - 1
    while at > 0, at > i - 6, text.isAllCapitals(at) || tokens.isSymbol(at, ".") {
      if tokens.isAny(at, .title), text.isAllCapitals(at), text.width(at) > 1 { return !tokens.isAny(i, .postNominal) }
      at -= 1
    }
    return false
  }
}
