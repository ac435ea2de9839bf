/// Names whose last word says what they are only beside the word before it, and words before an office that are part of it.
extension NameReader {
  /// `Orrow Air Base`, `Marl Court Building`, `Orrow Motor Show`, `National Tides Policy`; to be asked of `pairedHeads`.
  func kind(ofPairedHead i: Int) -> MentionKind? {
    // "Child Tax Credit"
    if tokens.isAny(i, Self.credit) { return tokens.isAny(i - 1, Self.tax) ? .programme : nil }
    guard text.isCapital(i - 1), tokens.isSpaced(i) else { return nil }
    let before = i - 1
    if tokens.isAny(i, Self.bases) { return tokens.isAny(before, Self.armed) ? .place : nil }
    if tokens.isAny(i, Self.buildings) { return text.isHead(before) || text.isUncommon(before) ? .place : nil }
    if tokens.isAny(i, Self.shows) {
      return tokens.isAny(before, Self.shown) || isTown(before) ? .event : nil
    }
    if tokens.isAny(i, Self.classics) { return isTown(before) ? .event : nil }
    let isThird = text.isCapital(i - 2) && tokens.isSpaced(before)
    if tokens.isAny(i, Self.governments) {
      // "the Albany Government" is that of a man or a woman.
      let isOfSomebody =
        tokens.isKey(before - 1, .the) && text.isUncommon(before) && text.marks(before).contains(.surname)
        && Gazetteer.shared.match(at: before, in: tokens, limit: i) == nil
      return isThird && tokens.isAny(before, Self.ofGovernments) || isOfSomebody ? .org : nil
    }
    if tokens.isAny(i, Self.pilots) {
      let isTest = isThird || text.marks(before).isEmpty && !tokens.isAny(before, [.title, .office, .demonym])
      return isTest && !text.isCapital(i + 1) && !tokens.isAny(before, .orgHead) && !tokens.isAny(before, Self.flying)
        ? .programme : nil
    }
    if tokens.isAny(i, Self.rules) { return isThird ? .law : nil }
    if tokens.isAny(i, Self.papers) {
      return isThird && !text.isGiven(before) && !tokens.isAny(i - 2, [.office, .title]) ? .programme : nil
    }
    if tokens.isAny(i, Self.actions) {
      return tokens.isAny(before, Self.joint) && tokens.isKey(i + 1, .on) ? .programme : nil
    }
    let isCommon = (i - 3...i - 2).contains {
      text.isCapital($0) && (tokens.isAny($0, Self.national) || tokens.isAny($0, .gazetteer))
    }
    return isCommon ? .programme : nil
  }

  private func isTown(_ i: Int) -> Bool {
    text.marks(i).contains(.city)
      || Gazetteer.shared.match(at: i, in: tokens, limit: i + 1).map { $0.name.kind == .place } ?? false
  }

  private static let bases: WordList = ["base"]
  private static let armed: WordList = ["air", "naval", "force", "army", "navy", "corps", "military"]
  private static let buildings: WordList = ["building"]
  private static let shows: WordList = ["show"]
  private static let shown: WordList = [
    "air", "motor", "auto", "boat", "horse", "agricultural", "flower", "fashion", "trade",
  ]
  private static let national: WordList = ["national", "common", "federal"]
  private static let classics: WordList = ["classic", "open"]
  private static let rules: WordList = ["rule"]
  private static let pilots: WordList = ["pilot"]
  private static let flying: WordList = ["airline", "force", "fighter", "helicopter", "test", "drone"]
  private static let governments: WordList = ["government"]
  private static let ofGovernments: WordList = [
    "regional", "provincial", "federal", "transitional", "interim", "unity",
  ]
  private static let papers: WordList = ["levy", "visa"]
  private static let actions: WordList = ["action"]
  private static let credit: WordList = ["credit", "credits"]
  private static let tax: WordList = ["tax"]

  /// All words that are asked for above.
  static let pairedHeads = [
    "base", "building", "show", "policy", "classic", "open", "rule", "levy", "visa", "action", "credit", "credits",
    "pilot", "government",
  ]

  /// `Licensed Recruitment Agencies`, `Regional Office`: bodies of a kind, none of them named.
  func isKindOfBody(_ name: NameReading) -> Bool {
    guard name.kind == .org, !name.tokens.contains(where: { tokens.isKey($0, .of) }) else { return false }
    let last = name.tokens.upperBound - 1
    if tokens.isAny(last, Self.offices) {
      return words(name.tokens) == 2 && tokens.isAny(name.tokens.lowerBound, Self.ofOffices)
    }
    return tokens.isAny(last, Self.manyBodies)
      && name.tokens.allSatisfy { !tokens.isWord($0) || text.isEveryday($0) && !tokens.isAny($0, .gazetteer) }
  }

  private static let offices: WordList = ["office", "offices"]
  private static let ofOffices: WordList = ["regional", "field", "head", "main", "local", "district"]
  private static let manyBodies: WordList = [
    "agencies", "companies", "institutions", "organisations", "organizations", "authorities", "universities",
    "associations", "corporations", "groups", "hospitals", "schools", "colleges", "councils", "ministries",
    "departments", "societies", "airlines",
  ]

  /// `Highway 11`, `Interstate 95`: roads; `Treaty 61`, `Measure K`, `Proposition 12`: what is voted on; `Channel 9`.
  func numbered(at i: Int, limit: Int) -> NameReading? {
    let next = i + 1
    guard tokens.isAny(i, Self.numberedHeads), next < limit, tokens.isSpaced(next),
      next + 1 >= limit || !tokens.isHyphen(next + 1) && !tokens.isSymbol(next + 1, "%")
    else { return nil }
    let isNumber = tokens.numeral(next)?.plain.map { (1..<1000).contains($0) } ?? false
    if tokens.isAny(i, Self.roads) { return isNumber ? reading(i..<next + 1, .place) : nil }
    if tokens.isAny(i, Self.channels) {
      let isNamed = isNumber || text.isCapital(next) && Self.numbers.contains(tokens.text(next))
      return isNamed ? reading(i..<next + 1, .org) : nil
    }
    let isLetter = text.isCapital(next) && text.width(next) <= 2 && text.isAllCapitals(next) || text.width(next) == 1
    return isNumber || isLetter && text.isCapital(next) && !tokens.isAny(i, Self.treaties)
      ? reading(i..<next + 1, .law) : nil
  }

  private static let roads: WordList = ["highway", "interstate", "autoroute", "motorway"]
  private static let channels: WordList = ["channel"]
  private static let numbers: Set<String> = ["One", "Two", "Three", "Four", "Five", "Seven", "Nine", "Ten"]
  private static let treaties: WordList = ["treaty"]
  private static let numberedHeads = WordList(numberedWords)
  static let numberedWords = [
    "highway", "interstate", "autoroute", "motorway", "channel", "treaty", "measure", "proposition",
  ]

  /// `48th Asean Summit`: a number that belongs to what happens.
  func numberedEvent(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    guard tokens.numeral(i) != nil, i + 3 < sentence.upperBound, tokens.isAny(i + 1, .ordinalSuffix),
      !tokens.isSpaced(i + 1), text.isCapital(i + 2), let event = body(at: i + 2, in: sentence, style),
      event.kind == .event
    else { return nil }
    return reading(i..<event.tokens.upperBound, .event)
  }

  /// `Science Fair`: one of many.
  func isPlainFair(_ name: NameReading) -> Bool {
    name.kind == .event && tokens.isAny(name.tokens.upperBound - 1, Self.fairs)
      && text.isEveryday(name.tokens.lowerBound) && text.marks(name.tokens.lowerBound).isDisjoint(with: .place)
  }

  private static let fairs: WordList = ["fair"]

  /// `Queensland Health`: the health service of a region.
  func healthService(_ last: Int, from first: Int) -> MentionKind? {
    guard last == first + 1, tokens.isAny(last, Self.health), tokens.isSpaced(last),
      text.marks(first).contains(.region) || tokens.isAny(first, .gazetteer), !tokens.isAny(first, .demonym),
      !(text.isCapital(last + 1) && tokens.isSpaced(last + 1))
    else { return nil }
    return .org
  }

  private static let health: WordList = ["health"]

  /// `District` of "Orrow County District Attorney", `State` of "State’s Attorney", `Special` of "Special Agent".
  func isOfProsecutor(_ i: Int, limit: Int) -> Bool {
    guard tokens.isAny(i, Self.beforeOffice), i + 1 < limit else { return false }
    if tokens.isAny(i, Self.special) { return text.isCapital(i + 1) && tokens.isAny(i + 1, Self.agents) }
    let next = tokens.kinds[i + 1] == .clitic ? i + 2 : i + 1
    return next < limit && text.isCapital(next) && tokens.isAny(next, Self.prosecutors)
  }

  private static let beforeOffice: WordList = ["district", "state", "commonwealth", "special"]
  static let special: WordList = ["special"]
  private static let agents: WordList = ["agent", "agents"]
  private static let prosecutors: WordList = ["attorney", "attorneys"]

  /// `Union Railway` of "Union Railway Minister": what somebody has charge of.
  func isPortfolio(_ name: NameReading, limit: Int) -> Bool {
    let next = name.tokens.upperBound
    return name.kind == .org && words(name.tokens) <= 2 && next < limit && text.isCapital(next)
      && tokens.isAny(next, Self.ministers) && tokens.isAny(next - 1, Self.portfolios)
  }

  private static let ministers: WordList = ["minister", "secretary"]
  private static let portfolios: WordList = [
    "railway", "railways", "energy", "water", "media", "resources", "customs", "mining", "petroleum", "fisheries",
    "shipping", "industries", "steel", "minerals", "services",
  ]

  /// A country behind an everyday word that only begins the sentence: "Absent Malta’s return …", not "Athletics Kenya said".
  func isChance(_ name: NameReading, in sentence: Range<Int>) -> Bool {
    let (first, next) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard name.kind == .org, text.isFirst(first, in: sentence), text.isEveryday(first), next < sentence.upperBound
    else {
      return false
    }
    if ["England", "Scotland", "Wales"].contains(tokens.text(next - 1)) { return false }
    return tokens.isSymbol(next, "\u{2019}") || tokens.isSymbol(next, "'") || tokens.kinds[next] == .clitic
      || text.isCapital(next)
  }

  /// `Directorate-General for Tides and Ports`.
  func directorate(at i: Int, limit: Int) -> NameReading? {
    guard tokens.isAny(i, Self.directorates), text.isCapital(i) else { return nil }
    let general = tokens.isHyphen(i + 1) ? i + 2 : i + 1
    let link = general + 1
    guard link < limit, text.isCapital(general), tokens.entry(general).spelling == "general",
      tokens.isKey(link, .for) || tokens.isKey(link, .of), var end = linked(after: link, limit: limit)
    else { return nil }
    while tokens.isKey(end, .and), end + 1 < limit, text.isCapital(end + 1) {
      end = capitals(from: end + 1, limit: limit).upperBound
    }
    return reading(i..<end, .org)
  }

  private static let directorates = WordList(directorateWords)
  static let directorateWords = ["directorate"]

  /// `Taskforce Larch`, `Task Force Orrow`: named like an operation.
  func taskforce(at i: Int, limit: Int) -> NameReading? {
    var next = i
    if tokens.isAny(i, Self.joint), let force = taskforce(at: i + 1, limit: limit) {
      return reading(i..<force.tokens.upperBound, .org)
    }
    if tokens.isAny(i, Self.taskforces) {
      next = i + 1
    } else if tokens.isAny(i, Self.forces), text.isCapital(i + 1), tokens.entry(i + 1).spelling == "force" {
      next = i + 2
    }
    guard next > i, text.isCapital(i), next < limit, text.isCapital(next), tokens.isSpaced(next), !text.isHead(next),
      !tokens.isAny(next, [.office, .title])
    else { return nil }
    let run = capitals(from: next, limit: limit)
    return run.count <= 2 && !text.isHead(run.upperBound - 1) ? reading(i..<run.upperBound, .org) : nil
  }

  private static let taskforces = WordList(taskforceWords)
  static let taskforceWords = ["taskforce"]
  private static let forces = WordList(forceWords)
  static let forceWords = ["task", "strike"]

  /// `Abu Larch al-Orrowi`, `Sana Mirel Tarn al-Orrowi`: capitals before an Arabic article and another are somebody’s.
  func personWithArticle(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    guard !style.isTitleCase, !isPlaceCue(before: i, in: sentence), text.isUncommon(i) else { return nil }
    var end = i
    while end < min(sentence.upperBound, i + 4), text.isCapital(end), end == i || tokens.isSpaced(end),
      text.isUncommon(end), !text.isHead(end), !text.isAllCapitals(end)
    { end += 1 }
    guard end - i >= 2, end + 2 < sentence.upperBound, Self.arabic.contains(tokens.text(end)), tokens.isSpaced(end),
      tokens.isHyphen(end + 1), text.isCapital(end + 2)
    else { return nil }
    return reading(i..<end + 3, .person)
  }

  private static let arabic: Set<String> = ["al", "el", "as", "ad", "ar", "an", "ash"]

  /// `Marl Life, a charity`: a town’s name and more, or a town’s name alone, that a noun behind it explains as a body.
  func placedBody(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    guard !style.isTitleCase, !style.isHeading, !text.marks(i).isDisjoint(with: .place), !text.isAllCapitals(i),
      !isPlaceCue(before: i, in: sentence)
    else { return nil }
    let run = capitals(from: i, limit: sentence.upperBound)
    let comma = run.upperBound
    guard words(run) <= 3, tokens.isSymbol(comma, ","),
      tokens.isKey(comma + 1, .a) || tokens.isKey(comma + 1, .an) || run.count > 1 && tokens.isKey(comma + 1, .the),
      !text.isGiven(i), !tokens.isAny(run.upperBound - 1, [.office, .title]),
      NameTable.shared.entry(run, in: tokens) == nil || run.count == 1,
      Gazetteer.shared.match(at: i, in: tokens, limit: comma)?.upper != comma,
      !tokens.isSymbol(i - 1, ","), explained(comma, limit: sentence.upperBound) == .org
    else { return nil }
    return reading(run, .org)
  }
}
