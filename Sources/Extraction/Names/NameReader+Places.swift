/// Cities and regions from the table, and unknown places by the words beside them.
extension NameReader {
  struct CityReading {
    var reading: NameReading
    /// The table alone says so; otherwise a cue in the text does.
    var isCertain: Bool
  }

  /// The longest name of the table at a token: `San Marcos`, `Aix-en-Provence`. A name that is also a word, a given name or a
  /// surname, or that stands in a longer run of capitals, needs a cue.
  func city(at i: Int, in sentence: Range<Int>, _ style: Style) -> CityReading? {
    let limit = sentence.upperBound
    let marks = text.marks(i)
    guard marks.contains(.continues) || !marks.isDisjoint(with: .place), !text.isAllCapitals(i) || text.width(i) >= 5
    else { return nil }
    guard let (entry, known) = longestEntry(at: i, limit: limit) else { return nil }
    let upper = overRiver(withEpithet(known, of: entry, limit: limit), limit: limit)
    let range = i..<upper
    if upper == i + 1, tokens.isAny(i, .demonym) || tokens.isAny(i, Self.noTowns) { return nil }
    // "El Niño"
    if upper == i + 2, tokens.isAny(i + 1, Self.weather) { return nil }
    var reading = reading(range, .place)
    if upper == known {
      reading.name = NameTable.shared.name(of: entry)
      reading.countryCode = NameTable.shared.country(of: entry)
    }
    if isBased(upper), !isPartOfRun(i, in: sentence) { return CityReading(reading: reading, isCertain: true) }
    let isAlone = isAlone(range, in: sentence)
    if hasRegionBehind(upper, limit: limit),
      upper - i > 1 || !text.isFirst(i, in: sentence) || !entry.marks.contains(.word)
    {
      return CityReading(reading: reading, isCertain: true)
    }
    if !isAlone { return nil }
    if !entry.marks.contains(.doubtful), upper - i > 1 || entry.size >= 5 || !style.isTitleCase {
      let isCued =
        isPlaceCue(before: i, in: sentence) || entry.size >= 5 || upper - i > 1 || !entry.marks.contains(.surname)
      return CityReading(reading: reading, isCertain: isCued)
    }
    if isDateline(upper, i, in: sentence) { return CityReading(reading: reading, isCertain: true) }
    // "Marcus Bell, 41, of Reading, lost", "Bury residents", "in Orsk, Reading and Perm"
    if isOfTown(i - 1, upper, in: sentence) || hasFolkBehind(upper, in: sentence) && !text.isGiven(i)
      || isListedTown(i, in: sentence) && !style.isTitleCase
    {
      return CityReading(reading: reading, isCertain: true)
    }
    // "Emporia, Hays and Great Bend"
    if isBetweenPlaces(range, in: sentence) { return CityReading(reading: reading, isCertain: true) }
    guard !style.isTitleCase, isPlaceCue(before: i, in: sentence),
      !entry.marks.contains(.word) || isStrongCue(before: i, in: sentence)
    else { return nil }
    return CityReading(reading: reading, isCertain: true)
  }

  /// Behind the river of "Newcastle upon Tyne".
  private func overRiver(_ upper: Int, limit: Int) -> Int {
    upper + 1 < limit && tokens.isKey(upper, .upon) && text.isCapital(upper + 1)
      ? upper + 2 : upper
  }

  /// A name in a list behind a place that is nothing else, before "and" or a comma and a capital.
  private func isBetweenPlaces(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let comma = range.lowerBound - 1
    guard comma > sentence.lowerBound, tokens.isSymbol(comma, ","), !text.isGiven(range.lowerBound),
      !text.marks(comma - 1).isDisjoint(with: .place),
      text.marks(comma - 1).isDisjoint(with: [.doubtful, .given, .word]),
      tokens.isKey(range.upperBound, .and) || tokens.isSymbol(range.upperBound, ",")
    else { return false }
    return text.isCapital(range.upperBound + 1)
      && !text.marks(range.upperBound + 1).isDisjoint(with: [.city, .region, .continues])
  }

  /// `CLEVELAND (March 4)`, `Reading — `: the place at the head of a dispatch.
  private func isDateline(_ upper: Int, _ i: Int, in sentence: Range<Int>) -> Bool {
    guard i == sentence.lowerBound, upper < sentence.upperBound else { return false }
    return tokens.isDash(upper) && tokens.isSpaced(upper) || tokens.isSymbol(upper, "(") && text.isAllCapitals(i)
  }

  /// `Marl-on-Stour`, `Vaux-le-Pont`: small words between hyphens, with a name on either side.
  func hyphenatedTown(at i: Int, limit: Int) -> NameReading? {
    guard i + 4 < limit, tokens.isHyphen(i + 1), tokens.isHyphen(i + 3), text.isCapital(i + 4),
      tokens.isWord(i + 2), !tokens.isCapital(i + 2),
      ["on", "upon", "under", "by", "le", "la", "les", "sur", "en", "am", "an", "aan"].contains(tokens.text(i + 2))
    else { return nil }
    return longestEntry(at: i, limit: limit) == nil ? reading(i..<i + 5, .place) : nil
  }

  /// The hyphen of `Tulsa-based`, `Beirut-born`.
  func isBased(_ hyphen: Int) -> Bool {
    tokens.isHyphen(hyphen)
      && ["based", "born", "listed", "registered", "area"].contains(tokens.entry(hyphen + 1).spelling)
  }

  /// Whether a capital that belongs to the same name stands before a token.
  private func isPartOfRun(_ i: Int, in sentence: Range<Int>) -> Bool {
    i > sentence.lowerBound && text.isCapital(i - 1) && tokens.isSpaced(i)
      && !tokens.isAny(i - 1, [.preposition, .determiner, .conjunction])
  }

  func longestEntry(at i: Int, limit: Int) -> (NameTable.Entry, Int)? {
    var upper = i + 1
    if text.marks(i).contains(.continues) {
      while upper < limit, upper < i + 7,
        tokens.isWord(upper) || tokens.isHyphen(upper) || tokens.kinds[upper] == .clitic
          || upper == i + 1 && tokens.isSymbol(upper, ".") && tokens.text(i) == "St"
      { upper += 1 }
    }
    while upper > i {
      let isWhole = upper >= limit || !tokens.isHyphen(upper) || isBased(upper)
      if isWhole, upper == i + 1 || text.isCapital(upper - 1),
        let entry = NameTable.shared.entry(i..<upper, in: tokens),
        !entry.marks.isDisjoint(with: .place)
      {
        return (entry, upper)
      }
      upper -= 1
    }
    return nil
  }

  /// Neither before nor behind is a capital that the name could be a part of.
  private func isAlone(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    if before >= sentence.lowerBound, text.isCapital(before), tokens.isSpaced(range.lowerBound),
      !tokens.isAny(before, [.preposition, .determiner, .conjunction, .adverb, .verb, .month, .weekday]),
      !tokens.isAny(before, [.direction, .noStart] as NameClass),
      !tokens.isAny(before, .demonym), Gazetteer.shared.match(at: before, in: tokens, limit: range.lowerBound) == nil
    {
      return false
    }
    if tokens.isHyphen(before), before > sentence.lowerBound, text.isCapital(before - 1) { return false }
    let next = range.upperBound
    guard next < sentence.upperBound, text.isCapital(next), tokens.isSpaced(next) else { return true }
    // "Munich Mayor Anna Berg", "London MP"
    return tokens.isAny(next, [.office, .title, .postNominal]) || tokens.isAny(next, [.month, .weekday])
      || tokens.isAny(next, [.conjunction, .preposition, .determiner, .pronoun]) || text.isHead(next)
  }

  /// `, Ohio`, `, TX`, `, Italy`, `(Italy)` behind a place.
  func hasRegionBehind(_ upper: Int, limit: Int) -> Bool {
    guard upper + 1 < limit, tokens.isSymbol(upper, ",") || tokens.isSymbol(upper, "("), text.isCapital(upper + 1)
    else { return false }
    if let known = Gazetteer.shared.match(at: upper + 1, in: tokens, limit: limit) { return known.name.kind != .org }
    if Self.stateAbbreviations.contains(tokens.text(upper + 1)) {
      return tokens.flags[upper + 1].contains(.isDotted) || tokens.isSymbol(upper + 2, ".")
    }
    return text.marks(upper + 1).contains(.region) && !text.marks(upper + 1).contains(.given)
      || text.isAllCapitals(upper + 1) && text.width(upper + 1) == 2 && !tokens.isAny(upper + 1, .postNominal)
  }

  /// `Kan.` of "Topeka, Kan.": a state in short, behind a comma.
  func isState(_ i: Int) -> Bool {
    tokens.isSymbol(i - 1, ",") && tokens.isSymbol(i + 1, ".") && Self.stateAbbreviations.contains(tokens.text(i))
  }

  /// `Calif.`, `N.J.`: how American papers shorten states and Canadian ones provinces.
  static let stateAbbreviations: Set<String> = [
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass",
    "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis",
    "Wyo", "Ont", "Que", "Alta", "Sask", "Man", "N.H", "N.J", "N.M", "N.Y", "N.C", "N.D", "R.I", "S.C", "S.D", "N.H.",
    "N.J.", "N.M.", "N.Y.", "N.C.", "N.D.", "R.I.", "S.C.", "S.D.", "W.Va", "W.Va.", "D.C", "D.C.", "B.C", "B.C.",
    "N.S.", "N.B.",
  ]

  // MARK: Cues

  /// `in`, `near the town of`, `from northern` before a token.
  func isPlaceCue(before i: Int, in sentence: Range<Int>) -> Bool {
    var before = i - 1
    while before >= sentence.lowerBound, tokens.isAny(before, .direction) { before -= 1 }
    guard before >= sentence.lowerBound else { return false }
    if tokens.isAny(before, .placeCue) { return !(before > sentence.lowerBound && tokens.isAny(before - 1, .noPlace)) }
    if tokens.isKey(before, .of) { return before > sentence.lowerBound && tokens.isAny(before - 1, .placeNoun) }
    // "in Leeds and Reading", "Leeds, Reading and York"
    if tokens.isKey(before, .and) || tokens.isSymbol(before, ","), before > sentence.lowerBound,
      text.isCapital(before - 1)
    {
      return !text.marks(before - 1).isDisjoint(with: .place) && !text.marks(before - 1).contains(.given)
        && (isPlaceCue(before: before - 1, in: sentence) || !text.marks(before - 1).contains(.doubtful))
    }
    return tokens.isAny(before, .placeNoun) && !tokens.isCapital(before)
  }

  /// "in", "near", "at", "from", where even an everyday word with a capital is a place.
  private func isStrongCue(before i: Int, in sentence: Range<Int>) -> Bool {
    let before = i - 1
    guard before >= sentence.lowerBound else { return false }
    if tokens.isKey(before, .and), before > sentence.lowerBound {
      return text.marks(before - 1).contains(.city)
        && text.marks(before - 1).isDisjoint(with: [.doubtful, .given, .word])
    }
    return tokens.isKey(before, .in) || tokens.isKey(before, .near) || tokens.isKey(before, .of)
      || tokens.isKey(before, .from)
  }

  /// An unknown capital after "in" or "near", or one that a region follows: `near Tal Asquf`, `Milo, Maine`.
  func guessedPlace(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    // "Little Orsk", "Old Orsk"
    let isQualified = tokens.isAny(i, Self.qualifiers) && text.isCapital(i + 1) && tokens.isSpaced(i + 1)
    guard !style.isTitleCase, !style.isHeading, isQualified || !text.isEveryday(i), !text.isAllCapitals(i),
      !tokens.isAny(i, .demonym), !tokens.flags[i].contains(.hasDigit), i > sentence.lowerBound,
      !tokens.isAny(i, .plainAbbreviation), !isState(i)
    else { return nil }
    var run = capitals(from: i, limit: sentence.upperBound)
    let names = isQualified ? i + 1..<max(i + 1, run.upperBound) : run
    guard run.count <= 3, !names.isEmpty, names.allSatisfy({ !tokens.isWord($0) || text.isUncommon($0) }),
      !tokens.isAny(i, [.orgHead, .office, .title]), !UnknownNames(reader: self).isCamel(i)
    else { return nil }
    if isBased(run.upperBound), !isPartOfRun(i, in: sentence) { return reading(run, .place) }
    let start = article(before: i, in: sentence) ?? i
    run = start..<withArticle(run.upperBound, limit: sentence.upperBound)
    var before = start - 1
    while before > sentence.lowerBound, tokens.isAny(before, .direction) { before -= 1 }
    let isIn =
      start < i && tokens.isKey(before, .at) || isGuessCue(before, in: sentence) || isListed(before, in: sentence)
      || isQualified && tokens.isKey(before, .at)
    let isOrigin = isOfTown(before, run.upperBound, in: sentence)
    let isNoun = tokens.isKey(before, .of) && before > sentence.lowerBound && tokens.isAny(before - 1, .placeNoun)
    let isBad = before > sentence.lowerBound && tokens.isAny(before - 1, .noPlace)
    guard
      isIn && !isBad || isNoun || isOrigin || isInsideKnown(run, limit: sentence.upperBound)
        || hasRegionBehind(run.upperBound, limit: sentence.upperBound) && isPlaceCue(before: i, in: sentence)
    else { return nil }
    let next = run.upperBound
    if next < sentence.upperBound, tokens.kinds[next] == .clitic { return nil }
    return reading(run, .place)
  }

  /// `Bassetlaw` of "MP for Bassetlaw", `Tobago West` of "the Member for Tobago West": whom somebody sits for.
  func constituency(at i: Int, in sentence: Range<Int>) -> NameReading? {
    guard i - 2 >= sentence.lowerBound, tokens.isKey(i - 1, .for), text.isCapital(i), tokens.isAny(i - 2, Self.seats),
      !tokens.isAny(i, [.office, .title, .month, .weekday]), !text.isHead(i)
    else { return nil }
    var run = capitals(from: i, limit: sentence.upperBound)
    while run.count > 1, tokens.isAny(run.upperBound - 1, .office) { run = run.lowerBound..<run.upperBound - 1 }
    guard run.count <= 4, !text.isHead(run.upperBound - 1) || tokens.isAny(run.upperBound - 1, .placeHead),
      Gazetteer.shared.match(at: i, in: tokens, limit: sentence.upperBound) == nil || run.count > 1
    else { return nil }
    if let (entry, end) = longestEntry(at: i, limit: sentence.upperBound), end == run.upperBound {
      return NameReading(
        tokens: run, kind: .place, name: NameTable.shared.name(of: entry),
        countryCode: NameTable.shared.country(of: entry))
    }
    return run.contains { text.isUncommon($0) || tokens.isAny($0, .direction) } ? reading(run, .place) : nil
  }

  private static let seats: WordList = ["mp", "mps", "msp", "member", "senator", "mla", "td", "tds", "mna", "mpp"]

  private static let folk: WordList = [
    "man", "woman", "men", "women", "boy", "girl", "dad", "mum", "mom", "couple", "families", "family", "students",
    "teenager", "skipper", "grandmother", "grandfather", "fishermen", "farmers", "villagers", "residents", "traders",
  ]

  private static let guessCues: WordList = ["off", "around", "beyond", "towards", "reached", "via"]

  private static let links: WordList = ["links", "connects", "linking", "connecting"]

  /// What is far more often something else than the town: "the Olympic flame".
  private static let noTowns: WordList = ["olympic"]
  private static let weather: WordList = ["niño", "niña"]

  /// Everyday words that the names of places begin with.
  private static let qualifiers: WordList = [
    "little", "great", "much", "upper", "lower", "old", "new", "north", "south", "east", "west", "long", "high", "far",
    "middle", "nether", "saint", "st",
  ]

  /// "in", "near", "outside", "above"; "at" behind a word for a site ("the mill at Orsk").
  private func isGuessCue(_ i: Int, in sentence: Range<Int>) -> Bool {
    guard i >= sentence.lowerBound else { return false }
    if tokens.isKey(i, .in) || tokens.isKey(i, .near) || tokens.isKey(i, .outside) { return true }
    if isMovedTo(i, in: sentence) { return true }
    // "islands such as Orsk and Perm", "out of Orsk"
    if tokens.isKey(i, .as), i - 2 >= sentence.lowerBound, tokens.isKey(i - 1, .such) {
      return tokens.isAny(i - 2, .placeNoun) || tokens.isAny(i - 2, .siteNoun)
    }
    if tokens.isKey(i, .of), i > sentence.lowerBound, tokens.isKey(i - 1, .out) { return true }
    if tokens.isKey(i, .from), i > sentence.lowerBound, tokens.isAny(i - 1, Self.folk) { return true }
    if tokens.isAny(i, Self.guessCues) { return true }
    // "a widow from Orsk"
    if tokens.isKey(i, .from), i > sentence.lowerBound, tokens.isAny(i - 1, .personNoun) || tokens.isAny(i - 1, .kin),
      !tokens.isCapital(i - 1)
    {
      return true
    }
    if tokens.isKey(i, .of), i > sentence.lowerBound {
      return tokens.isAny(i - 1, .siteNoun) || tokens.isAny(i - 1, .placeNoun) && !tokens.isCapital(i - 1)
    }
    // "it links Orsk with Perm"
    if tokens.isAny(i, Self.links), i > sentence.lowerBound {
      return (i + 2...i + 4).contains { tokens.isKey($0, .with) || tokens.isKey($0, .to) || tokens.isKey($0, .and) }
    }
    // "the road between Orsk and Perm"
    if tokens.isKey(i, .between), i > sentence.lowerBound { return tokens.isAny(i - 1, Self.ways) }
    if tokens.isKey(i, .above) || tokens.isKey(i, .below) { return true }
    return tokens.isKey(i, .at) && i > sentence.lowerBound && tokens.isAny(i - 1, .siteNoun) && !tokens.isCapital(i - 1)
  }

  /// "in Perm and Orsk", "at Perm, Omsk and Orsk": the end of a list of places behind a cue.
  private func isListed(_ i: Int, in sentence: Range<Int>) -> Bool {
    var at = i
    for _ in 0..<6 {
      guard at > sentence.lowerBound, tokens.isKey(at, .and) || tokens.isSymbol(at, ",") else { return false }
      at -= 1
      var count = 0
      // "Marl-on-Stour"
      if at - 4 > sentence.lowerBound, hyphenatedTown(at: at - 4, limit: at + 1) != nil { at -= 4 }
      while at > sentence.lowerBound, count < 3, text.isCapital(at) || tokens.isHyphen(at),
        !text.isGiven(at) || text.marks(at).contains(.city)
      {
        at -= 1
        count += 1
      }
      guard count > 0, count < 3, text.isUncommon(at + 1) else { return false }
      if tokens.isKey(at, .the) { at -= 1 }
      if isGuessCue(at, in: sentence) || tokens.isKey(at, .at) {
        return at == sentence.lowerBound || !tokens.isAny(at - 1, .noPlace)
      }
    }
    return false
  }

  /// `Marcus Bell, of Orsk, lost`: "of" between commas.
  private func isOfTown(_ of: Int, _ upper: Int, in sentence: Range<Int>) -> Bool {
    of > sentence.lowerBound && tokens.isKey(of, .of) && tokens.isSymbol(of - 1, ",") && tokens.isSymbol(upper, ",")
  }

  /// `the pier of Orsk, in Kiribati`: a known place behind the comma and "in".
  private func isInsideKnown(_ run: Range<Int>, limit: Int) -> Bool {
    let comma = run.upperBound
    guard run.count <= 2, tokens.isSymbol(comma, ","), comma + 2 < limit, tokens.isKey(comma + 1, .in),
      !text.isGiven(run.lowerBound),
      let known = Gazetteer.shared.match(at: comma + 2, in: tokens, limit: limit)
    else { return false }
    return known.name.kind != .org && tokens.isAny(run.lowerBound - 1, [.preposition])
  }
}
