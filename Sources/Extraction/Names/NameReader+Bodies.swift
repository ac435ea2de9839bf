/// Organisations, programmes, events and named places by the word at their head.
extension NameReader {
  /// `National Flood Agency`, `Ministry of Defence`, `Harbour Safety Plan`, `Lisbon Summit`, `Lake Orta`.
  func body(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    let limit = sentence.upperBound
    let isStart = tokens.isAny(i, Self.starts)
    if isStart, let lead = led(at: i, limit: limit) ?? foreignBody(at: i, limit: limit) { return lead }
    let run = capitals(from: i, limit: limit)
    if let home = homeBody(run), !isChance(home, in: sentence) { return home }
    if isStart, let paper = daily(at: i, limit: limit) { return paper }
    if tokens.isAny(i, [.office, .title]), !text.isHead(i), !isOfficeOfBody(i, limit: limit),
      !isJusticeAnd(i, limit: limit),
      !(tokens.isAny(i, Self.royals) && i + 1 < limit && tokens.kinds[i + 1] == .clitic)
    {
      return nil
    }
    // "Chief Strategy Officer"
    if tokens.isAny(i, Self.chief), run.upperBound < limit, text.isCapital(run.upperBound),
      tokens.isAny(run.upperBound, .office)
    {
      return nil
    }
    var best: NameReading?
    func consider(_ candidate: NameReading?) {
      if let candidate, candidate.tokens.count > best?.tokens.count ?? 0 { best = candidate }
    }
    let behind = run.upperBound
    if let name = possessive(run, limit: limit) { consider(extended(name, limit: limit)) }
    if isAnd(behind) || tokens.isSymbol(behind, ","), let name = joinedBefore(run, limit: limit) {
      consider(extended(name, limit: limit))
    }
    if isLink(behind) { consider(joinedBehind(run, limit: limit)) }
    consider(headed(run, style))
    if tokens.isSymbol(behind, "(") { consider(bracketedForm(run, limit: limit)) }
    consider(smallForm(run, limit: limit))
    if tokens.isAny(behind, .particle), !text.isCapital(behind) { consider(particleForm(run, limit: limit)) }
    consider(smallHead(run, in: sentence, style))
    consider(purpose(run, in: sentence, style))
    best = best.map { closedByLetters(withSecondForm($0, limit: limit), limit: limit) }
    guard let longest = best.map({ judged($0, in: sentence) }) else { return nil }
    if style.isTitleCase, words(longest.tokens) > 8 { return nil }
    if isPortfolio(longest, limit: limit) { return nil }
    // "Minister of Finance and the Public Service"
    if longest.kind == .org, words(longest.tokens) <= 2, isCharge(i, in: sentence) { return nil }
    return isTooPlain(longest) ? nil : longest
  }

  /// What begins a body by itself, for `led`, `foreignBody` and `daily`.
  private static let starts: NameClass = [.operation, .eventLead, .placeLead, .orgLead, .bodyStart]

  /// The words that do and are in none of these classes.
  static let bodyStarts =
    jointWords + friendWords + governmentWords + directorateWords + taskforceWords + forceWords + oftenWords

  /// `in Sund` of "Centre for Tides in Sund (CTS)": the letters in brackets begin and end as the longer name does.
  private func closedByLetters(_ name: NameReading, limit: Int) -> NameReading {
    let link = name.tokens.upperBound
    guard name.kind == .org || name.kind == .programme,
      tokens.isKey(link, .in) || tokens.isKey(link, .of) || tokens.isKey(link, .for) || tokens.isKey(link, .at)
    else { return name }
    let next = tokens.isKey(link + 1, .the) ? link + 2 : link + 1
    guard next < limit, text.isCapital(next) else { return name }
    let open = capitals(from: next, limit: limit).upperBound
    guard tokens.isSymbol(open, "("), open + 2 < limit, tokens.isSymbol(open + 2, ")"), text.isAllCapitals(open + 1),
      tokens.bytes[tokens.lower(open + 1)] == tokens.bytes[tokens.lower(name.tokens.lowerBound)],
      tokens.bytes[tokens.upper(open + 1) - 1] == tokens.bytes[tokens.lower(open - 1)]
    else { return name }
    return reading(name.tokens.lowerBound..<open, name.kind)
  }

  /// `Justice` of "Justice and Home Affairs Council".
  private func isJusticeAnd(_ i: Int, limit: Int) -> Bool {
    tokens.isAny(i, Self.justice) && tokens.isKey(i + 1, .and) && i + 3 < limit && text.isCapital(i + 2)
      && text.isCapital(i + 3)
  }

  private static let justice: WordList = ["justice"]
  private static let chief: WordList = ["chief"]

  /// `Roads to Market Program`, `Help to Buy Scheme`: everyday words, what they are for, and a programme's head.
  private func purpose(_ run: Range<Int>, in sentence: Range<Int>, _ style: NameReader.Style) -> NameReading? {
    let link = run.upperBound
    guard !style.isTitleCase, words(run) <= 2, link + 2 < sentence.upperBound,
      tokens.isKey(link, .to) || tokens.isKey(link, .for) || tokens.isKey(link, .from),
      !text.isFirst(run.lowerBound, in: sentence),
      tokens.isKey(run.lowerBound - 1, .the) || tokens.isKey(run.lowerBound - 1, .its)
        || tokens.isKey(run.lowerBound - 1, .their),
      text.isEveryday(run.lowerBound), kind(ofHead: run.upperBound - 1) == nil, text.isCapital(link + 1)
    else { return nil }
    let tail = capitals(from: link + 1, limit: sentence.upperBound)
    guard tail.count >= 2, tail.count <= 4, kind(ofHead: tail.upperBound - 1) == .programme else { return nil }
    return reading(run.lowerBound..<tail.upperBound, .programme)
  }

  /// `Securities and Exchange Board of Sund`: what follows "of" belongs to a body with a list before its head, too.
  private func extended(_ name: NameReading, limit: Int) -> NameReading {
    guard name.kind == .org, !tokens.isAny(name.tokens.upperBound - 1, .company),
      tokens.isKey(name.tokens.upperBound, .of) || tokens.isKey(name.tokens.upperBound, .for),
      let last = linked(after: name.tokens.upperBound, limit: limit)
    else { return name }
    // "Office for the Coordination of Tidal Affairs"
    let more = tokens.isKey(last, .of) ? linked(after: last, limit: limit, isSecond: true) : nil
    return reading(name.tokens.lowerBound..<(more ?? last), name.kind)
  }

  /// What a word at the head of a name makes of it.
  func kind(ofHead i: Int) -> MentionKind? {
    guard text.isCapital(i) else { return nil }
    if tokens.isAny(i, .pairedHead), let kind = kind(ofPairedHead: i) { return kind }
    // "Marl Detention Facility", not "Climate Facility"
    if tokens.isAny(i, Self.facilities), tokens.isAny(i - 1, Self.keeping) { return .org }
    // "Marl Special Economic Zone"
    if tokens.isAny(i, Self.zones), tokens.isAny(i - 1, Self.zoned) { return .place }
    guard text.isHead(i) || tokens.isAny(i, Self.disasters) else { return nil }
    if tokens.isAny(i, .orgHead), !tokens.isAny(i, [.programmeHead, .eventHead, .lawHead]) { return .org }
    if tokens.isAny(i, .lawHead) { return .law }
    if tokens.isAny(i, .eventHead) { return .event }
    if tokens.isAny(i, .programmeHead) { return .programme }
    if tokens.isAny(i, .orgHead) { return .org }
    if tokens.isAny(i, Self.disasters) { return .event }
    return tokens.isAny(i, .placeHead) ? .place : nil
  }

  private static let disasters: WordList = ["riots", "riot", "pandemic", "earthquake", "tsunami", "bombings"]
  private static let facilities: WordList = ["facility"]
  private static let zones: WordList = ["zone"]
  private static let zoned: WordList = [
    "economic", "buffer", "exclusion", "enterprise", "processing", "industrial", "free", "trade",
  ]
  private static let keeping: WordList = [
    "detention", "correctional", "processing", "reception", "storage", "treatment", "medical", "custody", "research",
    "examination", "holding",
  ]

  /// The head word nearest the end of a run, the run up to it being the name.
  private func headed(_ run: Range<Int>, _ style: Style) -> NameReading? {
    var end = run.upperBound
    while end > run.lowerBound + 1 {
      if end < run.upperBound, tokens.isAny(end, .preposition), kind(ofHead: end - 1) != nil, !style.isTitleCase {
        return kind(ofHead: end - 1).map { reading(run, $0) }
      }
      if tokens.isWord(end - 1),
        let kind = kind(ofHead: end - 1) ?? firmKind(end - 1, from: run.lowerBound)
          ?? (isNordicForm(end - 1) ? .org : nil)
            ?? healthService(end - 1, from: run.lowerBound),
        tokens.isSpaced(end - 1)
          || tokens.isHyphen(end - 2) && kind != .place && (end - run.lowerBound > 3 || !text.isEveryday(end - 3))
      {
        return reading(run.lowerBound..<end, kind)
      }
      // "University College London", "Police Scotland": a place closes the name.
      if end == run.upperBound, end - run.lowerBound >= 2,
        tokens.isAny(end - 2, .orgHead) || end - run.lowerBound >= 3 && tokens.isAny(end - 2, .firmHead),
        Gazetteer.shared.match(at: end - 1, in: tokens, limit: end).map({ $0.name.kind != .org })
          ?? (end - run.lowerBound >= 3 && isTownOfCollege(end - 1))
      {
        return reading(run.lowerBound..<end, .org)
      }
      end -= 1
      while end > run.lowerBound + 1, !tokens.isWord(end - 1) { end -= 1 }
      if style.isTitleCase, run.upperBound - end > 3 { return nil }
    }
    return nil
  }

  /// `Lisbon` of "Sorrel College Lisbon".
  private func isTownOfCollege(_ i: Int) -> Bool {
    tokens.isAny(i - 1, Self.colleges) && text.isUncommon(i) && !text.isHead(i)
      && text.marks(i).contains(.city) && tokens.isSpaced(i)
  }

  static let colleges: WordList = ["college", "university", "school", "hospital", "museum", "service", "police"]

  // MARK: Heads in small letters

  /// `Tackling Exploitation programme`, `Harwich riots`, `COVID-19 pandemic`: capitals, then a head without one.
  private func smallHead(_ run: Range<Int>, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    var next = run.upperBound
    // "COVID-19 pandemic"
    if tokens.isHyphen(next), tokens.numeral(next + 1) != nil { next += 2 }
    guard next < sentence.upperBound, tokens.isWord(next), !tokens.isCapital(next), tokens.isSpaced(next),
      !style.isTitleCase
    else { return nil }
    let isKnown = Gazetteer.shared.match(at: run.lowerBound, in: tokens, limit: next).map { $0.upper == next }
    let isDemonym = run.count == 1 && tokens.isAny(run.lowerBound, .demonym)
    // "Danube river", "Adige valley"
    if tokens.isAny(next, Self.landforms) || tokens.isAny(next, .smallPlaceHead), run.count <= 2, !isDemonym,
      text.isUncommon(next - 1), !text.isAllCapitals(next - 1) || run.count == 1,
      isKnown != true || tokens.entry(next).spelling == "airport"
    {
      return reading(run.lowerBound..<next + 1, .place)
    }
    let isHospital = run.count == 2 && tokens.isAny(next, Self.hospitals) && text.isUncommon(run.lowerBound)
    if run.count == 1 || isHospital, tokens.isAny(next, .smallBodyHead), tokens.details[next - 1] == 0,
      text.marks(next - 1).isDisjoint(with: [.word, .place, .given]), !isDemonym
    {
      return reading(run.lowerBound..<next + 1, .org)
    }
    if tokens.isAny(next, .smallEventHead) {
      guard !isDemonym, isKnown != true || !tokens.isAny(next, .weakEventHead),
        !text.isFirst(run.lowerBound, in: sentence) || run.count > 1 || text.isUncommon(run.lowerBound)
      else { return nil }
      return reading(run.lowerBound..<next + 1, .event)
    }
    if tokens.isAny(next, .weakEventHead) {
      // "Israel-Hamas conflict": two parties.
      guard run.count == 3, tokens.isHyphen(run.lowerBound + 1), !tokens.isAny(next, Self.meeting) else {
        return nil
      }
      return reading(run.lowerBound..<next + 1, .event)
    }
    let isCoined = text.marks(run.lowerBound).isEmpty && !tokens.isHyphen(run.upperBound)
    guard tokens.isAny(next, .smallProgrammeHead), isKnown == nil, !isDemonym, words(run) >= 2 || isCoined,
      !text.isFirst(run.lowerBound, in: sentence), kind(ofHead: next - 1) != .org,
      !tokens.isAny(run.lowerBound, [.demonym]), !text.isGiven(run.lowerBound)
    else { return nil }
    return reading(run.lowerBound..<next + 1, .programme)
  }

  private static let hospitals: WordList = ["hospital"]

  // MARK: Names that say too little

  /// `Third Party`, `International Community`, `Season Pass`: two words with capitals that are no name for all that.
  private func isPlainPair(_ name: NameReading) -> Bool {
    let (first, last) = (name.tokens.lowerBound, name.tokens.upperBound - 1)
    if name.kind == .place { return tokens.isAny(last, Self.pass) && text.isEveryday(first) && !text.isGiven(first) }
    return name.kind == .org && tokens.isAny(first, Self.plainFirst) && tokens.isAny(last, Self.plainLast)
  }

  /// `Boxing Day`, `New Year's Day`: days of every year.
  private func isHoliday(_ name: NameReading) -> Bool {
    name.kind == .event && tokens.isAny(name.tokens.upperBound - 1, Self.day)
      && tokens.isAny(name.tokens.lowerBound, Self.holidays)
  }

  private static let day: WordList = ["day"]
  private static let holidays: WordList = [
    "boxing", "christmas", "new", "year", "labor", "labour", "memorial", "independence", "thanksgiving", "mother",
    "father", "valentine", "bank", "presidents", "columbus", "easter",
  ]

  /// "Company of the Year": what is won, not who.
  private func isOfTheYear(_ last: Int) -> Bool {
    tokens.isAny(last, Self.year) && tokens.isKey(last - 1, .the) && tokens.isKey(last - 2, .of)
  }

  private static let year: WordList = ["year"]
  private static let pass: WordList = ["pass"]
  private static let plainFirst: WordList = [
    "international", "first", "second", "third", "high", "human", "public", "small",
  ]
  private static let plainLast: WordList = ["community", "party", "parties", "school", "schools", "rights", "services"]

  /// `Action Plan`, `Annual Conference`, `Board`: heads with nothing of their own.
  private func isTooPlain(_ name: NameReading) -> Bool {
    let range = name.tokens
    // "EU Member States", "EU State"
    if name.kind == .place,
      tokens.isAny(range.upperBound - 1, Self.states) || tokens.isKey(range.upperBound - 1, .state),
      Gazetteer.shared.match(at: range.lowerBound, in: tokens, limit: range.upperBound)?.name.kind == .org
    {
      return true
    }
    if isOfTheYear(range.upperBound - 1) || isKindOfBody(name) || isHoliday(name) { return true }
    guard words(range) <= 2 else { return false }
    if words(range) == 1 { return true }
    if isPlainPair(name) || isPlainFair(name) { return true }
    let first = range.lowerBound
    if tokens.isAny(first, .demonym), name.kind == .place { return true }
    // "Member State", "Welfare State"
    // But "in Marl, Harmony State"
    if name.kind == .place, text.isEveryday(first),
      tokens.isKey(range.upperBound - 1, .state) || tokens.isAny(range.upperBound - 1, Self.states)
    {
      return !(tokens.isSymbol(first - 1, ",") && text.isCapital(first - 2) && text.isUncommon(first - 2))
    }
    // "Combined Authority Grant": heads only; "MINISTERIAL STATEMENT": a heading.
    if name.kind == .programme, tokens.isAny(first, .orgHead) || range.allSatisfy({ text.isAllCapitals($0) }) {
      return true
    }
    return tokens.isAny(first, .generic) && name.kind != .org || tokens.isAny(first, .noStart)
  }
}
