/// Bodies that their form tells, where no word stands at the head: foreign names, parts of a country, offices.
extension NameReader {
  /// `Minera Andahua`, `Grupo Armendáriz`, `Banco de la Costa`: the head stands first, small words may follow.
  func foreignBody(at i: Int, limit: Int) -> NameReading? {
    guard text.isCapital(i), tokens.isAny(i, .orgLead), !text.isAllCapitals(i) else { return nil }
    var end = i + 1
    while end < min(limit, i + 9) {
      var next = end
      while next < limit, next < end + 3, tokens.isWord(next), !tokens.isCapital(next),
        tokens.isAny(next, .particle) || Self.foreignLinks.contains(tokens.text(next))
      { next += 1 }
      if next == end, tokens.isHyphen(next) { next += 1 }
      guard next < limit, text.isCapital(next), tokens.isSpaced(next) || tokens.isHyphen(next - 1),
        !tokens.isAny(next, [.office, .title])
      else { break }
      end = next + 1
    }
    return end > i + 1 ? reading(i..<end, .org) : nil
  }

  private static let foreignLinks: Set<String> = ["des", "los", "las", "e", "et", "für", "della", "delle", "dei", "do"]

  /// `the Daily Graphic`, `the Sunday Voice`: a newspaper.
  func daily(at i: Int, limit: Int) -> NameReading? {
    guard tokens.isAny(i, Self.often), tokens.isKey(i - 1, .the), i + 1 < limit, text.isCapital(i + 1),
      tokens.isAny(i + 1, Self.papers) || tokens.isAny(i + 1, .orgHead)
    else { return nil }
    return reading(i..<i + 2, .org)
  }

  private static let often = WordList(oftenWords)
  static let oftenWords = ["daily", "sunday", "evening"]
  private static let papers: WordList = [
    "graphic", "nation", "monitor", "maverick", "star", "sun", "beast", "voice", "dispatch", "sketch", "sabah",
    "pioneer", "citizen", "record", "trust", "mail", "leader", "guide",
  ]

  /// `Quay Cranes (Pty) Ltd`: the first half of the company's form in brackets; `Quay Cranes (Malta) Ltd`: where it is.
  func bracketedForm(_ run: Range<Int>, limit: Int) -> NameReading? {
    let open = run.upperBound
    if let close = (open + 2..<max(open + 2, min(limit, open + 4))).first(where: { tokens.isSymbol($0, ")") }),
      close + 1 < limit, tokens.isSymbol(open, "("), (open + 1..<close).allSatisfy({ text.isCapital($0) }),
      tokens.isAny(close + 1, .company), text.isCapital(close + 1), !tokens.isAny(open + 1, .company)
    {
      return reading(run.lowerBound..<close + 2, .org)
    }
    guard open + 3 < limit, tokens.isSymbol(open, "("), tokens.isAny(open + 1, .company), text.isCapital(open + 1),
      tokens.isSymbol(open + 2, ")"), tokens.isAny(open + 3, .company), text.isCapital(open + 3)
    else { return nil }
    return reading(run.lowerBound..<open + 4, .org)
  }

  /// `Marl Brands plc`: the company's form in small letters.
  func smallForm(_ run: Range<Int>, limit: Int) -> NameReading? {
    let next = run.upperBound
    guard next < limit, tokens.isAny(next, Self.smallForms), !tokens.isCapital(next), tokens.isSpaced(next),
      !tokens.isAny(run.upperBound - 1, [.office, .title])
    else { return nil }
    return reading(run.lowerBound..<next + 1, .org)
  }

  private static let smallForms: WordList = [
    "plc", "ltd", "llp", "gmbh", "oyj", "asa", "inc", "d.o.o", "d.o.o.", "doo", "s.r.o", "s.r.o.",
  ]

  /// `Friends of Marl Pool`, of whom a society is made.
  func friends(at i: Int, limit: Int) -> NameReading? {
    guard tokens.isAny(i, Self.friends), tokens.isCapital(i), tokens.isKey(i + 1, .of) else { return nil }
    let next = tokens.isKey(i + 2, .the) ? i + 3 : i + 2
    guard next < limit, text.isCapital(next) else { return nil }
    return reading(i..<capitals(from: next, limit: limit).upperBound, .org)
  }

  private static let friends = WordList(friendWords)
  static let friendWords = ["friends"]

  /// `Natural England`, `Audit Wales`, `AARP Kansas`: the last word is a part of a country, the first what is done there.
  func homeBody(_ run: Range<Int>) -> NameReading? {
    let i = run.lowerBound
    let last = run.upperBound - 1
    guard run.count == 2 || run.count == 3, tokens.isSpaced(last), !tokens.isAny(i, .direction),
      !tokens.isAny(last - 1, .direction),
      !tokens.isAny(i, [.demonym, .office, .title, .month, .weekday, .season, .adverb, .preposition, .conjunction]),
      !tokens.isAny(i, .noStart), !text.isGiven(i) || run.count > 2, !tokens.isAny(i, Self.ages)
    else { return nil }
    if ["England", "Scotland", "Wales"].contains(tokens.text(last)) { return reading(run, .org) }
    // "Plan Colombia"
    if run.count == 2, tokens.isAny(i, .programmeHead), !tokens.isAny(i, .orgHead),
      Gazetteer.shared.match(at: last, in: tokens, limit: run.upperBound)?.name.kind == .country
    {
      return reading(run, .programme)
    }
    // "Athletics Kenya", "Water UK", "Harbour Safety Canada", not "Initially Kenya"
    guard
      !tokens.text(i).hasSuffix("ly"), !isHeadlineVerb(i), !run.contains(where: { tokens.isAny($0, Self.assistants) }),
      run.count == 2
        || text.marks(i + 1).isDisjoint(with: [.given, .surname, .city, .region])
          && !tokens.isAny(i + 1, [.verb, .speech, .placeHead, .office, .demonym]) && tokens.isSpaced(i + 1),
      let country = Gazetteer.shared.match(at: last, in: tokens, limit: run.upperBound),
      country.name.kind == .country, country.upper == run.upperBound, text.isEveryday(i), !text.isAllCapitals(i),
      !tokens.isAny(i, [.verb, .speech, .placeHead]), text.marks(i).isDisjoint(with: .place),
      Gazetteer.shared.match(at: i, in: tokens, limit: run.upperBound) == nil, !tokens.isAny(i, .placeLead)
    else { return nil }
    return reading(run, .org)
  }

  /// `Leaving` of "Port Office Denies Leaving Malta", behind another capital that is no name's first word.
  private func isHeadlineVerb(_ i: Int) -> Bool {
    tokens.text(i).hasSuffix("ing") && text.isCapital(i - 1) && tokens.isSpaced(i)
  }

  /// Words before a country that say when or which, and name nothing.
  private static let ages: WordList = [
    "new", "old", "greater", "former", "soviet", "nazi", "imperial", "communist", "modern", "ancient", "colonial",
    "rural",
    "urban", "mainland", "dear", "miss", "mother", "occupied", "free", "great", "president", "global", "saudi",
    "equatorial",
  ]

  /// `Sedgwick County Sheriff’s Office`, `Attorney General’s Office`: the office of somebody who holds one.
  func officeBody(at i: Int, limit: Int) -> NameReading? {
    guard !tokens.isAny(i, [.determiner, .preposition, .conjunction, .pronoun]) else { return nil }
    var end = i
    while end < min(limit, i + 8), text.isCapital(end),
      end == i || !(tokens.flags[end].contains(.lineStart) && isAfterShortLine(end))
    {
      end += 1
      // "Sund County State's Attorney's Office"
      if isOfProsecutor(end - 1, limit: limit), tokens.kinds[end] == .clitic { end += 1 }
    }
    guard end > i, end + 1 < limit, tokens.kinds[end] == .clitic, tokens.isKey(end, .s), text.isCapital(end + 1),
      tokens.isAny(end - 1, .office) || isGeneral(end - 1),
      ["office", "department", "bureau", "cabinet", "council", "court"].contains(tokens.entry(end + 1).spelling),
      end + 2 >= limit || !text.isCapital(end + 2) || !tokens.isSpaced(end + 2)
        || tokens.flags[end + 2].contains(.lineStart)
    else { return nil }
    // "U.S. Attorney's Office for the Eastern District of New York", "…, Eastern District of New York"
    let district =
      tokens.isKey(end + 2, .for) && tokens.isKey(end + 3, .the)
      ? end + 4 : tokens.isSymbol(end + 2, ",") ? end + 3 : limit
    if district + 3 < limit, text.isCapital(district),
      tokens.isAny(district, .direction) || tokens.isAny(district, Self.middle),
      tokens.entry(district + 1).spelling == "district", tokens.isKey(district + 2, .of), text.isCapital(district + 3)
    {
      return reading(i..<capitals(from: district + 3, limit: limit).upperBound, .org)
    }
    // "U.S. Attorney's Office for the District of Kansas"
    if district + 2 < limit, text.isCapital(district), tokens.entry(district).spelling == "district",
      tokens.isKey(district + 1, .of), text.isCapital(district + 2)
    {
      return reading(i..<capitals(from: district + 2, limit: limit).upperBound, .org)
    }
    // "Public Prosecutor's Office of Orsk"
    if tokens.isKey(end + 2, .of), end + 3 < limit, text.isCapital(end + 3), isProsecutor(end - 1),
      !text.marks(end + 3).isDisjoint(with: .place)
        || Gazetteer.shared.match(at: end + 3, in: tokens, limit: limit).map({ $0.name.kind != .org }) ?? false
    {
      return reading(i..<capitals(from: end + 3, limit: limit).upperBound, .org)
    }
    return reading(i..<end + 2, .org)
  }

  private func isProsecutor(_ i: Int) -> Bool { tokens.isAny(i, Self.prosecutors) }
  private static let prosecutors: WordList = ["prosecutor", "attorney"]

  /// `Government of Japan`: that of a country.
  func government(at i: Int, limit: Int) -> NameReading? {
    guard tokens.isAny(i, Self.governments), text.isCapital(i), !text.isAllCapitals(i), tokens.isKey(i + 1, .of),
      !(i > 0 && text.isCapital(i - 1) && tokens.isSpaced(i) && !tokens.isAny(i - 1, .determiner))
    else { return nil }
    let next = tokens.isKey(i + 2, .the) ? i + 3 : i + 2
    guard next < limit, let country = Gazetteer.shared.match(at: next, in: tokens, limit: limit),
      country.name.kind == .country || country.name.kind == .place
    else { return nil }
    return reading(i..<country.upper, .org)
  }

  private static let middle: WordList = ["middle"]
  private static let governments = WordList(governmentWords)
  static let governmentWords = ["government"]

  /// `Stormont Vail Health`: an everyday word that closes a firm's name where an uncommon one stands before it.
  func firmKind(_ last: Int, from first: Int) -> MentionKind? {
    guard last > first, text.isCapital(last), tokens.isAny(last, .firmHead), text.isUncommon(last - 1),
      Gazetteer.shared.match(at: last - 1, in: tokens, limit: last) == nil,
      !(text.isCapital(last + 1) && tokens.isSpaced(last + 1) && tokens.isAny(last + 1, .office)),
      !tokens.isAny(first - 1, .preposition) || tokens.isAny(first - 1, .placeCue)
        || tokens.details[last - 1] == 0 && text.marks(last - 1).isDisjoint(with: .place),
      !text.isGiven(last - 1) || text.isUncommon(first)
    else { return nil }
    return .org
  }

  /// What the words beside a name make of a head that says two things: `Forum`, `District`.
  func judged(_ name: NameReading, in sentence: Range<Int>) -> NameReading {
    let (first, last) = (name.tokens.lowerBound, name.tokens.upperBound - 1)
    var name = name
    let isForum = name.tokens.contains { tokens.isAny($0, Self.forums) && text.isCapital($0) }
    if name.kind == .event, isForum, !tokens.isAny(last, .eventHead) || tokens.isAny(last, Self.forums),
      !isHeld(first, last, in: sentence)
    {
      name.kind = .org
    }
    // "at the Marl Police Chiefs Convention"
    if name.kind == .law, tokens.isAny(last, .convention), isHeld(first, last, in: sentence) { name.kind = .event }
    if name.kind == .place, tokens.entry(last).spelling == "district", last - 1 > first,
      tokens.isAny(last - 1, Self.services)
    {
      name.kind = .org
    }
    // "in Falls Church, Virginia"
    if name.kind == .org, last == first + 1, tokens.isAny(last, Self.townEnds), isPlaceCue(before: first, in: sentence),
      hasRegionBehind(last + 1, limit: sentence.upperBound)
    {
      name.kind = .place
    }
    // "Marl Convention Centre"
    if name.kind == .org, tokens.isAny(last, Self.centres), last - 1 > first, tokens.isAny(last - 1, Self.venues) {
      name.kind = .place
    }
    // "at the Marl Dialogue"
    if name.kind == .programme, tokens.isAny(last, Self.dialogue), isHeld(first, last, in: sentence) {
      name.kind = .event
    }
    // "Green Harbours Corridor Phase II"
    if name.kind != .event, name.kind != .law, last + 2 < sentence.upperBound, text.isCapital(last + 1),
      tokens.isAny(last + 1, Self.phase), tokens.numeral(last + 2) != nil || text.isAllCapitals(last + 2)
    {
      return reading(first..<last + 3, .programme)
    }
    // "United Nations Marine Program" is a body.
    if name.kind == .programme, tokens.isAny(last, Self.programmes), last - first >= 2,
      tokens.text(first) == "UN" || tokens.text(first) == "United" && tokens.text(first + 1) == "Nations"
    {
      name.kind = .org
    }
    // "Weather Channel" sends, "Sorrel Channel" is water.
    if name.kind == .place, tokens.isAny(last, Self.channel), last > first, text.isEveryday(last - 1),
      text.isCapital(last - 1), !tokens.isAny(last - 1, [.direction] as NameClass)
    {
      name.kind = .org
    }
    return name
  }

  private static let programmes: WordList = ["programme", "program"]
  private static let channel: WordList = ["channel"]
  private static let townEnds: WordList = ["church", "center", "centre", "union", "mission"]
  private static let centres: WordList = ["centre", "center"]
  private static let venues: WordList = ["convention", "exhibition", "conference", "shopping", "leisure"]
  private static let dialogue: WordList = ["dialogue"]
  private static let phase: WordList = ["phase"]
  private static let hosting: WordList = [
    "attend", "attended", "attends", "attending", "host", "hosts", "hosted", "hosting",
  ]

  private static let forums: WordList = ["forum", "congress"]

  private static let services: WordList = [
    "health", "school", "fire", "water", "sanitation", "transit", "irrigation", "conservation", "library", "hospital",
  ]

  /// A meeting and not a body: numbered, dated, or what happens "at" or "during" it.
  private func isHeld(_ first: Int, _ last: Int, in sentence: Range<Int>) -> Bool {
    if tokens.isAny(first - 1, [.ordinal, .ordinalSuffix]) || tokens.isAny(first, .ordinal) { return true }
    if tokens.numeral(last + 1) != nil || tokens.numeral(first - 1) != nil { return true }
    var before = first - 1
    if tokens.isKey(before, .the) { before -= 1 }
    if before >= sentence.lowerBound,
      tokens.isKey(before, .at) || tokens.isKey(before, .during) || tokens.isAny(before, Self.hosting)
    {
      return true
    }
    let next = last + 1
    return tokens.isKey(next, .in) && text.isCapital(next + 1) && !tokens.isAny(next + 1, .month)
      || tokens.isKey(next, .will) && tokens.isKey(next + 1, .be) && tokens.entry(next + 2).spelling == "held"
  }
}
