/// Finds names of people, organisations, places, programmes, laws and events in a sentence.
///
/// A name is a run of capitals with small words between. What it is, is read from, in this order: forms of laws and
/// operations ("Directive 2011/36/EU", "Operation Larch"), tables of countries and bodies, titles, offices and given names
/// (people), the word at the head of the run ("Agency", "Plan", "Act", "Summit", "River"), the table of cities and regions, and
/// words beside it ("near", "said"). What no rule knows is left out.
struct NameReader {
  let text: NameText
  var tokens: Tokens { text.tokens }

  /// How a sentence is written: capitals say less in titles and nothing in shouted lines.
  struct Style {
    var isHeading = false
    var isTitleCase = false
    var isShouted = false
    var cues = SentenceCues()
  }

  func style(of sentence: Range<Int>, isHeading: Bool) -> Style {
    let cues = SentenceCues(sentence, of: tokens)
    let share = cues.titleShare
    let hasStop = sentence.last.map { !tokens.isWord($0) && !tokens.isSymbol($0, "]") } ?? false
    return Style(
      isHeading: isHeading, isTitleCase: isHeading ? share > 0.6 : share > 0.9 && !hasStop,
      isShouted: cues.isShouted, cues: cues)
  }

  /// The name that starts at a token; to be asked where a name may start (`Tokens.nameStarts`).
  func name(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    let limit = sentence.upperBound
    guard text.isCapital(i) else {
      // Every name that a number begins has a word behind it.
      guard tokens.kinds[i] == .number, tokens.isWord(i + 1) else { return nil }
      return dated(at: i, limit: limit) ?? lawWithYear(at: i, limit: limit) ?? numberedUnit(at: i, limit: limit)
        ?? census(at: i, limit: limit) ?? numberedEvent(at: i, in: sentence, style)
    }
    // "US$8 million" is money.
    if tokens.isSymbol(i + 1, "$") || tokens.isSymbol(i + 1, "¢") || tokens.isSymbol(i + 1, "£"),
      !tokens.isSpaced(i + 1)
    {
      return nil
    }
    // "@MarlPorts", "K430 million"
    if (tokens.isSymbol(i - 1, "@") || tokens.isSymbol(i - 1, "#")) && !tokens.isSpaced(i) || isGluedToNumber(i) {
      return nil
    }
    let cues = style.cues
    if cues.signs.contains(.dash), isBehindParty(i) { return nil }
    if cues.names.contains(.islander), isIslander(i, limit: limit) { return nil }
    if let place = slashedPlace(at: i, in: sentence) { return place }
    if i == sentence.lowerBound, let place = datelinePlace(at: i, in: sentence) { return place }
    if let person = titledPerson(at: i, in: sentence) { return person }
    if cues.signs.contains(.comma), let place = imprintPlace(at: i, in: sentence) { return place }
    if cues.signs.contains(.dash), let town = hyphenatedTown(at: i, limit: limit) { return town }
    if cues.signs.contains(.by), let writer = byline(at: i, in: sentence) { return writer }
    if cues.signs.contains(.colon), let speaker = speaker(at: i, in: sentence) { return speaker }
    if tokens.isKey(i - 1, .for), let place = constituency(at: i, in: sentence) { return place }
    if isAdjectival(i, limit: limit) { return nil }
    if cues.signs.contains(.comma), let witness = surnameFirst(at: i, limit: limit, isFirst: i == sentence.lowerBound) {
      return witness
    }
    if style.isShouted {
      let known = knownInCapitals(at: i, limit: limit)
      if known?.tokens.upperBound != limit, let office = shoutedOffice(at: i, in: sentence) { return office }
      return known ?? shouted(at: i, in: sentence) ?? shoutedPerson(at: i, in: sentence)
        ?? shoutedTown(at: i, limit: limit)
    }
    if let storm = oneOfStorms(i, in: sentence) { return storm }
    if cues.names.contains(.vessel), isVessel(i, in: sentence) { return nil }
    if let law = law(at: i, in: sentence, cues) { return law }
    if cues.signs.contains(.clitic), let office = officeBody(at: i, limit: limit) { return office }
    if tokens.isAny(i, [.storm, .eventStart]) || tokens.isAny(i, .month),
      let event = storm(at: i, limit: limit) ?? monthFirst(at: i, limit: limit) ?? numbered(at: i, limit: limit)
    {
      return event
    }
    let known = Gazetteer.shared.match(at: i, in: tokens, limit: limit)
    if known == nil, cues.signs.contains(.dash), let person = personWithArticle(at: i, in: sentence, style) {
      return person
    }
    if cues.signs.contains(.comma), let body = placedBody(at: i, in: sentence, style) { return body }
    if known == nil, !canStart(i, in: sentence) { return nil }
    if let body = bodyOfPlaces(at: i, in: sentence, known: known) ?? ombudsman(at: i, limit: limit) { return body }
    if known == nil, let society = nationalSociety(at: i, limit: limit) { return society }
    var body = body(at: i, in: sentence, style)
    if let found = body, found.kind == .org && isCharge(found, in: sentence) || found.kind == .event && isTime(i) {
      body = nil
    }
    // "Paul Derby"
    if let found = body, found.kind == .event, found.tokens.count == 2, text.isGiven(i),
      tokens.isAny(i, .firstName) || !text.isEveryday(i) && text.marks(i).isDisjoint(with: .place),
      tokens.isAny(i + 1, Self.surnamesOfEvents)
    {
      return reading(found.tokens, .person)
    }
    if let known {
      // "U.S. Navy", "Calais Group": the known name is the first word of a longer one.
      if let body, body.tokens.upperBound > known.upper, !isDistrictOfOffice(body) { return body }
      if let longer = branch(of: known, at: i, limit: limit) { return longer }
      if !isPersonal(known, at: i, in: sentence) { return reading(known, at: i) }
    }
    if let body, isCertain(body) || isLedPlace(body) || isSurePlace(body) { return withCountry(body) }
    let city = city(at: i, in: sentence, style)
    if let city, city.reading.tokens.count > 2, let council = council(of: city.reading, limit: limit) { return council }
    if let city, city.isCertain, city.reading.tokens.count > 1 || body == nil {
      return body.map { $0.tokens.upperBound > city.reading.tokens.upperBound ? $0 : city.reading } ?? city.reading
    }
    if cues.names.contains(.firmCue), let firm = firm(at: i, in: sentence, style) { return firm }
    if let place = oneOfSeveral(at: i, in: sentence, style) { return place }
    if let person = person(at: i, in: sentence, style) { return person }
    if let found = body.map(withCountry) ?? city?.reading { return found }
    if !cues.names.isDisjoint(with: Self.introducing), let body = introducedBody(at: i, in: sentence, style) {
      return body
    }
    return guessedPlace(at: i, in: sentence, style)
  }

  private static let surnamesOfEvents: WordList = ["derby", "day"]

  /// `Torres Strait` of "Torres Strait Islander": a people.
  private func isIslander(_ i: Int, limit: Int) -> Bool {
    (i + 1..<max(i + 1, min(limit, i + 3))).contains { tokens.isAny($0, .islander) && text.isCapital($0) }
      && (i + 1 < limit && tokens.isAny(i + 1, .islander) || text.isCapital(i + 1))
  }

  static let islanders = ["islander", "islanders"]

  /// `U.S.` of "U.S. Attorney Adam Pell": part of the office.
  private func isAdjectival(_ i: Int, limit: Int) -> Bool {
    tokens.flags[i].contains(.isDotted) && i + 2 < limit && tokens.isSpaced(i + 1) && text.isCapital(i + 1)
      && tokens.isAny(i + 1, [.office, .title]) && text.isCapital(i + 2) && !text.isHead(i + 2)
      && tokens.isAny(i, .gazetteer)
  }

  /// `U.S. District` of "U.S. District Judge": the court's word before an office.
  private func isDistrictOfOffice(_ body: NameReading) -> Bool {
    let next = body.tokens.upperBound
    return body.kind == .place && text.isCapital(next) && tokens.isAny(next, [.office, .title])
  }

  /// `Mount Orta`, `Lake Sund`: no person, though somebody may be called Lake.
  private func isLedPlace(_ body: NameReading) -> Bool {
    body.kind == .place && tokens.isAny(body.tokens.lowerBound, .placeLead) && !text.isGiven(body.tokens.lowerBound)
      && !isTitle(body.tokens.lowerBound - 1)
  }

  /// `United Republic of Tanzania`, `Kingdom of Norway`: the country itself.
  private func withCountry(_ body: NameReading) -> NameReading {
    guard body.kind == .place, let of = body.tokens.first(where: { tokens.isKey($0, .of) }),
      tokens.isAny(of - 1, Self.realms),
      let country = Gazetteer.shared.match(at: of + 1, in: tokens, limit: body.tokens.upperBound),
      country.name.kind == .country, country.upper == body.tokens.upperBound
    else { return body }
    return NameReading(
      tokens: body.tokens, kind: .country, name: country.name.name, countryCode: country.name.countryCode)
  }

  /// "Last Week" of a headline: a time and no event.
  private func isTime(_ i: Int) -> Bool {
    [.last, .next, .this, .past, .previous, .coming].contains { tokens.isKey(i, $0) }
      && tokens.isAny(i + 1, [.timeUnit, .season])
  }

  private static let realms: WordList = ["republic", "kingdom", "principality", "duchy", "state"]

  func reading(_ known: Gazetteer.Match, at i: Int) -> NameReading {
    NameReading(
      tokens: i..<known.upper, kind: known.name.kind, name: known.name.name, countryCode: known.name.countryCode)
  }

  /// A country or place that is the first word of a person's name: `Jordan Smith`, `Chad Miller`.
  private func isPersonal(_ known: Gazetteer.Match, at i: Int, in sentence: Range<Int>) -> Bool {
    guard known.upper == i + 1, text.isCapital(i + 1), i + 1 < sentence.upperBound, tokens.isSpaced(i + 1) else {
      return false
    }
    if text.isGiven(i), text.marks(i + 1).contains(.surname), !text.isHead(i + 1) { return true }
    return i > sentence.lowerBound && isTitle(i - 1)
  }

  /// A reading whose shape leaves no doubt: three words or more, or a head that people's names do not end with.
  private func isCertain(_ body: NameReading) -> Bool {
    switch body.kind {
    case .law, .programme, .event: !isSurnameHead(body)
    case .org:
      body.tokens.contains { tokens.isAny($0, .company) && $0 > body.tokens.lowerBound }
        || !isInitialledPerson(body.tokens) && tokens.isAny(body.tokens.upperBound - 1, .orgHead)
        || body.tokens.contains { tokens.isKey($0, .of) }
        || body.tokens.count > 2 && tokens.isAny(body.tokens.upperBound - 2, .orgHead)
          && text.marks(body.tokens.upperBound - 1).contains(.city)
    default: false
    }
  }

  /// `Ada K. Branch`: an initial before a head that is a surname, too.
  private func isInitialledPerson(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    return range.count == 4 && text.isGiven(range.lowerBound) && text.isInitial(last - 2)
      && tokens.isSymbol(last - 1, ".")
      && text.marks(last).contains(.surname)
  }

  /// `Ada Grant`, `Wes Bill`: a given name that is nothing else, and a head that is a surname, too.
  private func isSurnameHead(_ body: NameReading) -> Bool {
    let first = body.tokens.lowerBound
    return body.tokens.count == 2 && text.isGiven(first)
      && text.marks(first).isDisjoint(with: .place) && (!text.isEveryday(first) || tokens.isAny(first, .firstName))
      && text.marks(first + 1).contains(.surname)
  }

  /// Whether a name may begin with a word: no function word, and at the start of a sentence no everyday adverb or verb.
  func canStart(_ i: Int, in sentence: Range<Int>) -> Bool {
    if text.isLeadingInitial(i) || text.isMonthInName(i) { return true }
    // "All-Island Ferry Forum"
    if tokens.isKey(i, .all), tokens.isHyphen(i + 1), text.isCapital(i + 2) { return true }
    // "the All Islands Rowing Club"
    if tokens.isKey(i, .all), tokens.isKey(i - 1, .the), text.isCapital(i + 1), tokens.isSpaced(i + 1) { return true }
    if tokens.isAny(i, [.determiner, .pronoun, .conjunction, .auxiliary, .preposition]) {
      return text.isGiven(i) && text.isCapital(i + 1) && !text.isEveryday(i + 1)
    }
    if tokens.isAny(i, [.month, .weekday]), !text.isGiven(i), !text.isHead(i + 1) { return false }
    // "Assistant United States Attorneys"
    if tokens.isAny(i, Self.assistants),
      Gazetteer.shared.match(at: i + 1, in: tokens, limit: sentence.upperBound) != nil
    {
      return false
    }
    // "a Special Assistant United States Attorney"
    if tokens.isAny(i, Self.special), text.isCapital(i + 1), tokens.isAny(i + 1, Self.assistants) { return false }
    // "the Just Transition Fund"
    if tokens.isAny(i, .noStart) {
      return tokens.isAny(i, .adverb) && i > sentence.lowerBound && tokens.isKey(i - 1, .the) && text.isCapital(i + 1)
        && tokens.isSpaced(i + 1)
    }
    // "the Home Grown Fund": inside a sentence a large adverb begins a name.
    if tokens.isAny(i, .adverb) {
      guard i > sentence.lowerBound, tokens.isKey(i - 1, .the), text.isCapital(i + 1) else { return false }
    }
    if tokens.isAny(i, .verb), text.isFirst(i, in: sentence), !text.isHead(i), !text.isGiven(i) { return false }
    // "Teenager Ann Hall won"
    if i == sentence.lowerBound, tokens.isAny(i, .personNoun), !text.isGiven(i), text.isGiven(i + 1),
      text.isCapital(i + 2)
    {
      return false
    }
    return true
  }

  static let assistants: WordList = ["assistant", "acting", "deputy", "interim"]

  /// `K` of "K430 million": money.
  @inline(__always) func isGluedToNumber(_ i: Int) -> Bool {
    text.width(i) == 1 && i + 1 < tokens.count && tokens.kinds[i + 1] == .number && !tokens.isSpaced(i + 1)
  }

  // MARK: Runs of capitals

  /// Capitalised words one after another, with initials and hyphens; ends before an office ("Home Secretary" ends at
  /// "Secretary") unless a head follows it ("Justice Department").
  func capitals(from i: Int, limit: Int) -> Range<Int> {
    var end = i
    while end < limit, end < i + 12, text.isCapital(end) {
      if end > i {
        guard tokens.isSpaced(end) || tokens.isHyphen(end - 1) || tokens.isSymbol(end - 1, "."), !isGluedToNumber(end)
        else { break }
        if tokens.isAny(end, [.determiner, .pronoun, .auxiliary, .conjunction]), !text.isAllCapitals(end) { break }
        // A signature: the name on one line, the body on the next.
        if tokens.flags[end].contains(.lineStart), end - i >= 2 && text.isGiven(i) || isAfterShortLine(end) { break }
        if isOtherColumn(end) || isOfProsecutor(end, limit: limit) { break }
        // "Harbour Board Press Secretary"
        if tokens.isAny(end, Self.press), end + 1 < limit, tokens.isAny(end + 1, Self.secretary) { break }
        if tokens.isAny(end, .operation), end + 1 < limit, text.isCapital(end + 1), !text.isHead(end + 1),
          !tokens.isAny(i, Self.joint)
        {
          break
        }
        if tokens.isAny(end, [.office, .title]), !isOfficeOfBody(end, limit: limit), !isGeneral(end),
          !isMember(end, limit: limit)
        {
          if !text.isHead(end) || end + 1 < limit && text.isCapital(end + 1) && tokens.isAny(end + 1, .office) { break }
        }
      }
      end += 1
      guard end + 1 < limit else { continue }
      if tokens.isHyphen(end), text.isCapital(end + 1) { end += 1 }
      // "Quay Co-operative Limited"
      if tokens.isHyphen(end), tokens.isWord(end + 1), !tokens.isSpaced(end + 1), tokens.isAny(end - 1, Self.co),
        tokens.text(end + 1).hasPrefix("op")
      {
        end += 2
      }
      // "Climate-related Financial Disclosures"
      if tokens.isHyphen(end), end + 2 < limit, text.isCapital(end + 2), tokens.isWord(end + 1),
        tokens.entry(end + 1).spelling == "related"
      {
        end += 2
      }
      if tokens.isSymbol(end, "."), !tokens.isSpaced(end), text.isCapital(end + 1), tokens.isSpaced(end + 1),
        text.isInitial(end - 1) || tokens.isAny(end - 1, .title) || tokens.isAny(end - 1, .company)
          || tokens.isAny(end - 1, Self.saints)
      {
        end += 1
      }
    }
    while end > i + 1, tokens.isDash(end - 1) || tokens.isSymbol(end - 1, ".") { end -= 1 }
    return i..<max(end, i + 1)
  }

  private static let co: WordList = ["co"]
  private static let press: WordList = ["press"]
  private static let secretary: WordList = ["secretary", "officer"]
  static let joint = WordList(jointWords)
  static let jointWords = ["joint"]

  /// "Gulf of St. Orrow", "Mt. Tarnsk"
  private static let saints: WordList = ["st", "ste", "mt", "ft"]

  /// Whether the line above a line's first word is too short to be wrapped: a title, an address, a signature.
  func isAfterShortLine(_ i: Int) -> Bool {
    var start = i - 1
    while start > 0, start > i - 12, !tokens.flags[start].contains(.lineStart) { start -= 1 }
    return tokens.flags[start].contains(.lineStart) && tokens.upper(i - 1) - tokens.lower(start) < 40
  }

  /// Whether a word stands in another column of the page than the word before it: four spaces or more between them.
  func isOtherColumn(_ i: Int) -> Bool {
    i > 0 && !tokens.flags[i].contains(.lineStart) && tokens.lower(i) - tokens.upper(i - 1) > 3
  }

  /// `Volunteer` of "Marl Volunteer Fire Brigade", `Student` of "Tarn Student Housing Fund": who the body is made of.
  private func isMember(_ i: Int, limit: Int) -> Bool {
    tokens.isAny(i, Self.members) && i + 2 < limit && text.isCapital(i + 1) && text.isCapital(i + 2)
      && tokens.isSpaced(i + 1) && tokens.isSpaced(i + 2) && text.isEveryday(i + 1) && !text.isGiven(i + 1)
      && tokens.isAny(i + 2, [.orgHead, .programmeHead, .lawHead])
  }

  private static let members: WordList = [
    "volunteer", "student", "students", "teacher", "teachers", "veteran", "veterans", "farmer", "nurse", "doctor",
    "lawyer", "owner",
  ]

  /// `General` of "Inspector General": part of the office before it.
  func isGeneral(_ i: Int) -> Bool {
    i > 0 && tokens.entry(i).spelling == "general" && tokens.isAny(i - 1, .office) && tokens.isSpaced(i)
  }

  /// `Justice` of "Justice Department", `General` of "General Assembly": an office's word inside a body's name.
  func isOfficeOfBody(_ i: Int, limit: Int) -> Bool {
    // "Mr Grant"
    i + 1 < limit && text.isCapital(i + 1) && tokens.isSpaced(i + 1) && !tokens.isAny(i, Self.styles)
      && tokens.isAny(i + 1, [.orgHead, .programmeHead, .lawHead, .eventHead])
      && !tokens.isAny(i + 1, .office) && !(text.isGiven(i + 1) && text.isCapital(i + 2))
  }

  private static let styles: WordList = [
    "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "rev", "hon", "captain", "colonel",
    "lieutenant", "sergeant", "corporal", "senator", "congressman", "congresswoman", "councillor", "cllr",
  ]

  /// `Oresund Biotek` in "shares of Oresund Biotek", "Oresund Biotek shares": up to three words that have what companies have.
  private func firm(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    guard !style.isTitleCase, !text.isEveryday(i), !tokens.isAny(i, .demonym) else { return nil }
    let run = capitals(from: i, limit: sentence.upperBound)
    let isBefore =
      i - 2 >= sentence.lowerBound && (tokens.isKey(i - 1, .of) || tokens.isKey(i - 1, .in))
      && tokens.isAny(i - 2, .firmCue) && !tokens.isAny(i - 2, .office)
    let isBehind =
      run.upperBound < sentence.upperBound && tokens.isAny(run.upperBound, .firmCue)
      && !tokens.isCapital(run.upperBound) && !text.isGiven(i)
    guard run.count <= 3, run.count > 1 || text.width(i) > 2, isBefore || isBehind,
      Gazetteer.shared.match(at: i, in: tokens, limit: run.upperBound) == nil,
      text.marks(i).isDisjoint(with: .place)
    else { return nil }
    return reading(run, .org)
  }

  func words(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + (tokens.isWord($1) ? 1 : 0) } }

  func reading(_ range: Range<Int>, _ kind: MentionKind) -> NameReading {
    NameReading(tokens: range, kind: kind, name: tokens.line(range), countryCode: nil)
  }
}
