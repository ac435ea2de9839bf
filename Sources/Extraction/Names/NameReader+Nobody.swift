/// Capitals that look like a person's name and belong to an office before it, or name something else.
extension NameReader {
  /// Whether somebody's name may begin with a capital: none of the words that stand before names or in other ones.
  func mayBegin(_ i: Int, in sentence: Range<Int>) -> Bool {
    guard text.isCapital(i), isPersonPart(i) || isTitledBefore(i, sentence) && !text.isHead(i), !isRoyal(i),
      !isBeforeName(i, in: sentence)
    else { return false }
    if tokens.isAny(i, [.title, .office]), text.isCapital(i + 1) || tokens.isSymbol(i + 1, "."),
      !text.isGiven(i) || text.isCapital(i + 1) && tokens.isAny(i + 1, .title) && !text.isGiven(i + 1)
    {
      return false
    }
    if isCharge(i, in: sentence) { return false }
    // "Posted on Jun 5"
    if tokens.isAny(i, .monthAbbreviation), tokens.numeral(i + 1) != nil { return false }
    // "Minister for Justice and Ports Ann Lee"
    if text.isEveryday(i), !text.isGiven(i), text.isCapital(i + 1), text.isCapital(i + 2), isInPortfolio(i, sentence) {
      return false
    }
    // "Broker Khalid Amari said"
    if i == sentence.lowerBound, tokens.isAny(i, .personNoun), !text.isGiven(i), text.isCapital(i + 1),
      text.isCapital(i + 2)
    {
      return false
    }
    if !text.isGiven(i), text.isGiven(i + 1), text.isCapital(i + 2), tokens.isSpaced(i + 1), isPersonPart(i + 2),
      text.isEveryday(i) && !isSurnameBehindOffice(i, sentence) || tokens.isKey(i - 1, .for) || isAunt(i)
    {
      return false
    }
    // "Ann Lee, 27, of Lawrence Hill, Dover"
    if tokens.isKey(i - 1, .of), tokens.isSymbol(i - 2, ","), tokens.numeral(i - 3) != nil, i - 3 > sentence.lowerBound
    {
      return false
    }
    // "The Rt Hon the Lord Pell": a style, no name.
    if tokens.isAny(i, .title), isTitledBefore(i, sentence), !text.isCapital(i + 1), !text.isGiven(i),
      text.marks(i).isDisjoint(with: .surname)
    {
      return false
    }
    // "R-Salina" behind a senator's name is a party and a town.
    return !(text.width(i) == 1 && tokens.isHyphen(i + 1))
  }

  /// `Defense` of "Secretary of Defense Adam Pell", `DL` of "DL Adam Pell": what stands before a name and is no part of it.
  func isBeforeName(_ i: Int, in sentence: Range<Int>) -> Bool {
    if isPosition(i) { return true }
    return isMinistry(i) && tokens.isKey(i - 1, .of) && i - 2 >= sentence.lowerBound && text.isCapital(i - 2)
      && tokens.isAny(i - 2, .office) && text.isCapital(i + 1) && tokens.isSpaced(i + 1)
  }

  /// `DL` of "DL Adam Pell": two or three capitals before a given name and a surname, a post and no initials.
  func isPosition(_ i: Int) -> Bool {
    if tokens.isAny(i, Self.posts) && text.isAllCapitals(i) || tokens.isAny(i, Self.ranks), i + 2 < tokens.count,
      (i + 1...i + 2).allSatisfy({
        text.isCapital($0) && !text.isAllCapitals($0) && tokens.isSpaced($0) && text.isUncommon($0)
      })
    {
      return true
    }
    guard text.isAllCapitals(i), (2...3).contains(text.width(i)), !tokens.flags[i].contains(.isDotted),
      tokens.details[i] == 0 || !tokens.isAny(i, [.title, .office]), i + 2 < tokens.count
    else { return false }
    return (i + 1...i + 2).allSatisfy {
      text.isCapital($0) && !text.isAllCapitals($0) && tokens.isSpaced($0) && text.width($0) > 1
    } && tokens.isAny(i + 1, .firstName) && !text.isHead(i + 2)
  }

  /// Posts of police, courts and governments in short: inspector general, cabinet secretary, member of a county assembly.
  private static let posts: WordList = [
    "ig", "dig", "aig", "sp", "dsp", "ssp", "asp", "acp", "dcp", "cp", "cs", "cas", "ps", "mca", "ocs", "ocpd", "mec",
    "mmc", "da", "ada", "dda", "ausa", "aag", "dg", "ddg", "cec", "cecm", "vc", "dvc", "dpp", "avm", "gm",
  ]

  /// Ranks and styles that no list of titles has, as they are words or names elsewhere.
  private static let ranks: WordList = [
    "garda", "gda", "fr", "havildar", "naik", "subedar", "sepoy", "rfn", "lcpl", "spr", "gnr", "const", "ganger",
  ]

  /// What "Secretary of" and "Minister of" are followed by, in one word.
  func isMinistry(_ i: Int) -> Bool { tokens.isAny(i, Self.ministries) && text.isCapital(i) }

  private static let ministries: WordList = [
    "state", "defense", "defence", "labor", "labour", "justice", "commerce", "energy", "transportation", "transport",
    "agriculture", "education", "health", "finance", "war", "tourism", "trade", "fisheries", "environment", "culture",
  ]

  /// Whether no person is called so: `Marlow House`, `Ada Award`, `Nera Studios`; a town behind "near".
  func isNobody(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    guard last > first else { return false }
    if tokens.isAny(last, Self.things) { return true }
    // "Tidal Affairs"
    if isOfCharge(last), !text.isGiven(first) { return true }
    // "Orrow West", "Tarnham East", though somebody may be called West
    if tokens.isAny(last, Self.quarters), !text.isGiven(first), !text.isInitial(first) { return true }
    // "HR Asia"
    if range.count == 2, text.isAllCapitals(first), text.width(first) == 2,
      let known = Gazetteer.shared.match(at: last, in: tokens, limit: range.upperBound), known.upper == range.upperBound
    {
      return true
    }
    // "Film Malta", though somebody may be called Ireland
    if range.count == 2, text.isEveryday(first), !text.isGiven(first),
      let known = Gazetteer.shared.match(at: last, in: tokens, limit: range.upperBound), known.name.kind == .country
    {
      return true
    }
    // "Norveg Malta"
    if range.count == 2, !text.isGiven(first), text.marks(last).isDisjoint(with: [.surname, .given]),
      let known = Gazetteer.shared.match(at: last, in: tokens, limit: range.upperBound), known.name.kind != .org
    {
      return true
    }
    // "near Al Orrowby"
    return tokens.isAny(first, Self.articles) && tokens.isSpaced(first + 1) && isPlaceCue(before: first, in: sentence)
  }

  private static let things: WordList = [
    "house", "hostel", "hotel", "guesthouse", "award", "awards", "prize", "productions", "aerospace", "pictures",
    "studios", "entertainment", "residence", "battery", "theatre", "theater", "gallery", "magazine",
  ]
  static let quarters: WordList = ["north", "south", "east", "west", "central"]
  private static let articles: WordList = ["al", "ar", "ayn", "ain", "deir", "tel", "tell", "umm"]

  /// `Charles Street`, `Jasper National Park`: the head leaves no doubt that this is a place and nobody.
  func isSurePlace(_ body: NameReading) -> Bool {
    let last = body.tokens.upperBound - 1
    guard body.kind == .place, body.tokens.count > 1, !isTitle(body.tokens.lowerBound - 1) else { return false }
    return tokens.isAny(last, Self.sureHeads)
      || body.tokens.count > 2 && tokens.isAny(last, Self.parks) && tokens.isAny(last - 1, Self.parkKinds)
  }

  private static let sureHeads: WordList = [
    "street", "avenue", "road", "boulevard", "highway", "motorway", "airport", "stadium", "peninsula", "islands",
    "courthouse", "tunnel", "expressway", "freeway", "turnpike", "parkway", "airfield", "barracks", "campus", "blvd",
    "building",
  ]
  private static let parks: WordList = ["park", "forest"]
  private static let parkKinds: WordList = ["national", "state", "industrial", "business", "country", "provincial"]
}
