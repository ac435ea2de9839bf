/// Bodies with small words and other names inside their own: "of", "and", "for".
extension NameReader {
  /// `Ministry of Defence`, `Office for Harbours and Tides`, `Department for Energy, Housing and Ports`: the head comes first.
  func joinedBehind(_ run: Range<Int>, limit: Int) -> NameReading? {
    guard !tokens.isAny(run.upperBound - 1, .company), let head = kind(ofHead: run.upperBound - 1),
      head != .place || tokens.isKey(run.upperBound, .of)
    else {
      return nil
    }
    // "Statement on Harbour Forces": a title.
    if run.count == 1, tokens.isAny(run.lowerBound, Self.statements) { return nil }
    // "asked Congress for Tidal Aid": one who is asked, not the name's beginning.
    if run.count == 1, !tokens.isKey(run.upperBound, .of), isWholeBody(run) { return nil }
    guard var last = linked(after: run.upperBound, limit: limit) else { return nil }
    // "the Park Service for the Marl Trails Program": a whole body, and what it gives for.
    if head == .org, run.count > 1, tokens.isKey(run.upperBound, .for), tokens.isKey(run.upperBound + 1, .the),
      self.kind(ofHead: last - 1) == .programme
    {
      return nil
    }
    for _ in 0..<2 {
      if let more = linked(after: last, limit: limit, isSecond: true, isOfLaw: head == .law),
        !tokens.isAny(more - 1, .company)
      {
        last = more
      }
    }
    // "University of Sund at Orrow"
    if tokens.isAny(run.upperBound - 1, Self.universities), tokens.isKey(last, .at), last + 1 < limit,
      text.isCapital(last + 1), text.isUncommon(last + 1), !text.isHead(last + 1)
    {
      last = capitals(from: last + 1, limit: limit).upperBound
    }
    var kind = head
    if self.kind(ofHead: last - 1) == .org, head != .law { kind = .org }
    if head == .org, tokens.isAny(run.upperBound - 1, .programmeHead), run.count > 1 { kind = .programme }
    if tokens.isKey(run.upperBound, .on), tokens.isAny(run.upperBound - 1, Self.treaty) { kind = .law }
    if isMission(run.upperBound - 1), tokens.isKey(run.upperBound, .in) || tokens.isKey(run.upperBound, .to) {
      kind = .org
    }
    // "Group of Seven", "Friends of": a lone everyday head needs a proper name behind it.
    if run.count == 1, !isLead(run.lowerBound) || kind == .place && !isDistrict(run.lowerBound) { return nil }
    return reading(run.lowerBound..<last, kind)
  }

  private static let universities: WordList = ["university"]

  /// Whether a run is a known body and nothing more.
  private func isWholeBody(_ run: Range<Int>) -> Bool {
    Gazetteer.shared.match(at: run.lowerBound, in: tokens, limit: run.upperBound).map {
      $0.name.kind == .org && $0.upper == run.upperBound
    } ?? false
  }

  /// "Mission in Colombia", "Delegation to Syria": a body that is somewhere.
  private func isMission(_ i: Int) -> Bool { tokens.isAny(i, .mission) }

  /// `Canton of Uri`, `Kingdom of Norway`: the district's word with a name that "of" joins, no "the" between.
  private func isDistrict(_ i: Int) -> Bool {
    tokens.isAny(i, Self.districts) && tokens.isKey(i + 1, .of) && text.isCapital(i + 2)
      && text.isUncommon(i + 2) && !text.isHead(i + 2)
  }

  private static let districts: WordList = [
    "canton", "county", "kingdom", "republic", "province", "principality", "duchy", "municipality", "governorate",
    "state", "district", "gulf", "bay", "strait", "borough", "city", "isle",
  ]
  /// Heads of companies that are also what ministries and committees are for.
  private static let fields: WordList = [
    "resources", "services", "industries", "affairs", "systems", "technology", "technologies", "fisheries", "transit",
    "energy", "mining", "petroleum", "water", "media", "communities", "community", "railways", "shipping", "customs",
    "electronics", "libraries", "section", "trade", "planning", "partnerships", "standards", "schools", "hospitals",
    "universities", "farms", "foods", "minerals",
  ]
  private static let treaty: WordList = ["treaty", "covenant"]
  static let landforms: WordList = ["river", "valley", "peninsula", "strait"]
  static let meeting: WordList = ["meeting"]
  static let states: WordList = ["states"]

  /// Heads that begin a name by themselves: `Ministry of`, `University of`, `Bank of`, not `Group of`.
  private func isLead(_ i: Int) -> Bool {
    !tokens.isAny(i, .weakLead)
  }

  /// The end of what follows "of", "for", "on" … after a head, lists and "and" included.
  func linked(after end: Int, limit: Int, isSecond: Bool = false, isOfLaw: Bool = false) -> Int? {
    guard end + 1 < limit, isLink(end), !tokens.isKey(end, .on) || !tokens.isAny(end - 1, Self.holders) else {
      return nil
    }
    // "People Abused in Childhood", not "the Ministry of Justice in Oslo"
    if isSecond, tokens.isKey(end, .in),
      !text.marks(end + 1).isDisjoint(with: .place) || isKnownPlace(end + 1, limit)
        || longestEntry(at: end + 1, limit: limit) != nil
    {
      return nil
    }
    var next = end + 1
    if tokens.isKey(next, .the) { next += 1 }
    guard next < limit, text.isCapital(next), !tokens.isAny(next, [.month, .weekday]) || text.isCapital(next + 1) else {
      return nil
    }
    if tokens.isKey(end, .in), kind(ofHead: end - 1) != nil, !isMission(end - 1) || next > end + 1 { return nil }
    // "Committee on Fisheries of the European Parliament": two bodies.
    if isSecond, !isOfLaw, tokens.isKey(end, .of), next > end + 1,
      let known = Gazetteer.shared.match(at: next, in: tokens, limit: limit), known.name.kind == .org
    {
      return nil
    }
    // "Coalition to Protect Reefs", not "the High Court against Marl"
    if tokens.isKey(end, .to) || tokens.isKey(end, .against), !isMission(end - 1),
      !text.isEveryday(next) || text.marks(next).contains(.given)
    {
      return nil
    }
    // "the Ministry of France's Jean Roy" ends there; a person's title does not belong.
    if tokens.isAny(next, .title), !text.isHead(next), !tokens.isAny(next, .office) { return nil }
    var last = beforePerson(capitals(from: next, limit: limit))
    if let owned = owned(last, limit: limit) { last = owned }
    // "Office of the State Fire Marshal"
    if tokens.entry(end - 1).spelling == "office", last < limit, text.isCapital(last), tokens.isAny(last, .office),
      tokens.isSpaced(last), !text.isCapital(last + 1)
    {
      last += 1
    }
    // "Agreement on Closing the Gap"
    if last == next + 1, tokens.isKey(last, .the), last + 1 < limit, text.isCapital(last + 1),
      tokens.text(next).hasSuffix("ing"), text.isEveryday(next)
    {
      last = capitals(from: last + 1, limit: limit).upperBound
    }
    // "Energy, Housing and Ports": commas only where "and" closes the list.
    var comma = last
    while tokens.isSymbol(comma, ","), comma + 1 < limit, text.isCapital(comma + 1),
      !tokens.isAny(comma + 1, [.office, .title])
        || tokens.isAny(comma + 1, Self.justices) && (isAnd(comma + 2) || tokens.isSymbol(comma + 2, ",")),
      isListed(part: comma + 1, limit: limit)
    {
      comma = capitals(from: comma + 1, limit: limit).upperBound
    }
    if comma > last, isAnd(comma), comma + 1 < limit, text.isCapital(comma + 1) { last = comma }
    if comma > last, tokens.isSymbol(comma, ","), isAnd(comma + 1), comma + 2 < limit, text.isCapital(comma + 2) {
      last = comma + 1
    }
    while isAnd(last), last + 1 < limit, text.isCapital(last + 1),
      tokens.isSymbol(last, "&") || !startsAnother(last + 1, limit: limit) || isOpenCommittee(last, limit: limit)
    {
      last = capitals(from: last + 1, limit: limit).upperBound
    }
    return last
  }

  private static let statements: WordList = ["statement"]
  private static let justices: WordList = ["justice"]

  /// "and" of "of the Senate Ports Security and Tidal Affairs Committee": the committee's head is yet to come.
  private func isOpenCommittee(_ and: Int, limit: Int) -> Bool {
    kind(ofHead: and - 1) == nil && text.isEveryday(and - 1)
      && tokens.isAny(capitals(from: and + 1, limit: limit).upperBound - 1, Self.committees)
  }

  /// Bodies that are about nothing: "the Marl Library on Friday Street".
  private static let holders: WordList = [
    "library", "museum", "school", "bank", "university", "hospital", "church", "theatre", "theater", "radio", "club",
    "company", "police", "court", "times", "post", "hotel", "gallery",
  ]

  /// Whether a capital behind a comma goes on with what a body is for: no country, known body or name of its own.
  private func isListed(part i: Int, limit: Int) -> Bool {
    if Gazetteer.shared.match(at: i, in: tokens, limit: limit) != nil { return false }
    return text.isEveryday(i) || text.isEveryday(capitals(from: i, limit: limit).upperBound - 1)
  }

  private func isKnownPlace(_ i: Int, _ limit: Int) -> Bool {
    Gazetteer.shared.match(at: i, in: tokens, limit: limit).map { $0.name.kind != .org } ?? false
  }

  /// A run up to a given name and surname in it: "Coalition for Ports Anna Berg".
  private func beforePerson(_ run: Range<Int>) -> Int {
    for i in run.dropFirst() where text.isGiven(i) && !text.isEveryday(i) && i + 1 < run.upperBound {
      if !text.isHead(run.upperBound - 1), !text.isEveryday(i + 1) || text.marks(i + 1).contains(.surname) { return i }
    }
    return run.upperBound
  }

  func isAnd(_ i: Int) -> Bool { tokens.isKey(i, .and) || tokens.isSymbol(i, "&") }

  /// "of", "for", "on", "into", "against", "to", "in": joins the parts of a name.
  func isLink(_ i: Int) -> Bool {
    tokens.isKey(i, .of) || tokens.isKey(i, .for) || tokens.isKey(i, .on) || tokens.isKey(i, .into)
      || tokens.isKey(i, .against) || tokens.isKey(i, .to) || tokens.isKey(i, .in)
  }

  /// Whether a capital behind "and" begins a name of its own: a country, a person, a body with a head of its own.
  private func startsAnother(_ i: Int, limit: Int) -> Bool {
    if let known = Gazetteer.shared.match(at: i, in: tokens, limit: limit), known.name.kind != .place { return true }
    let run = capitals(from: i, limit: limit)
    if tokens.isAny(i, [.title, .office]) { return true }
    // "… District of Orrow and Trial Attorneys Lee and Hall"
    if run.upperBound < limit, text.isCapital(run.upperBound), tokens.isAny(run.upperBound, .office) { return true }
    if text.isGiven(i), run.count >= 2, !text.isEveryday(i) { return true }
    guard let head = kind(ofHead: run.upperBound - 1) else { return text.isAllCapitals(i) && text.width(i) > 1 }
    // "Ministry of Fisheries and Marine Resources"
    if tokens.isAny(run.upperBound - 1, Self.fields), run.allSatisfy({ !tokens.isWord($0) || text.isEveryday($0) }) {
      return false
    }
    return run.count > 1 && head != .place && !tokens.isAny(run.upperBound - 1, [.company])
      || run.count == 1 && isLink(run.upperBound) && !tokens.isKey(run.upperBound, .in) && isLead(i)
  }

  /// `Food and Drug Administration`, `Foreign, Commonwealth and Development Office`, `Marlow & Finch Ltd`: the head closes a
  /// list.
  func joinedBefore(_ run: Range<Int>, limit: Int) -> NameReading? {
    let head = kind(ofHead: run.upperBound - 1)
    guard run.count <= 4,
      head == nil || head == .place || run.count == 1 && text.isGiven(run.lowerBound) || isField(run, limit: limit)
    else { return nil }
    // The first part is no name of its own: "Germany and the Ports Agency", "Anna Berg and Border Force".
    if text.isGiven(run.lowerBound), run.count > 1, !tokens.isSymbol(run.upperBound, "&") { return nil }
    if tokens.isKey(run.upperBound, .and) || tokens.isSymbol(run.upperBound, ","), !isNoun(run.upperBound - 1),
      !(run.count == 1 && text.isGiven(run.lowerBound) && text.isGiven(run.upperBound + 1))
    {
      return company(run, limit: limit)
    }
    if let known = Gazetteer.shared.match(at: run.lowerBound, in: tokens, limit: limit), known.upper == run.upperBound,
      known.name.kind == .country || known.name.kind == .org && tokens.isKey(run.upperBound, .and)
        || known.name.kind == .place && tokens.isSymbol(run.upperBound, "&") && isKnownPlace(run.upperBound + 1, limit)
    {
      return nil
    }
    var last = run.upperBound
    var hasAmpersand = false
    for _ in 0..<4 {
      var next = last
      if tokens.isSymbol(next, ","), next + 1 < limit { next += 1 }
      if isAnd(next) {
        hasAmpersand = hasAmpersand || tokens.isSymbol(next, "&")
        next += 1
      }
      guard next > last, next < limit, text.isCapital(next) else { break }
      if tokens.isAny(next, [.title, .office]), !text.isHead(next) { break }
      if let known = Gazetteer.shared.match(at: next, in: tokens, limit: limit), known.name.kind == .country { break }
      let part = capitals(from: next, limit: limit)
      last = part.upperBound
      // "Brask, Nera Robotics, LG Electronics and Orvent Studios": firms one after another.
      if tokens.isSymbol(next - 1, ","), part.count >= 2, text.isUncommon(next),
        tokens.isAny(last - 1, .firmHead) || tokens.isAny(last - 1, Self.fields)
      {
        return nil
      }
      if let head = kind(ofHead: last - 1), isAnd(next - 1) {
        let isBody = head == .org || head == .programme || head == .law || head == .event
        guard isBody,
          hasAmpersand && tokens.isAny(last - 1, Self.partners) || part.count >= 2
            || run.count >= 2 && part.count == 1 && hasAmpersand
        else { return nil }
        if text.isGiven(next), text.marks(next).contains(.surname), head == .org, !hasAmpersand, part.count > 2 {
          return nil
        }
        return reading(run.lowerBound..<last, head)
      }
      if hasAmpersand, tokens.isSymbol(next - 1, "&") || !isAnd(last) {
        // "Marlow & Finch": a firm, unless both are everyday words ("Questions & Answers").
        let isFirm =
          text.width(run.lowerBound) > 1
          && (run.lowerBound..<last).contains { tokens.isWord($0) && text.isUncommon($0) }
        return isFirm ? reading(run.lowerBound..<last, .org) : nil
      }
      if tokens.isAny(last - 1, .company) { return reading(run.lowerBound..<last, .org) }
    }
    return company(run, limit: limit)
  }

  /// `Energy` of "Energy and Natural Resources Committee": the head of firms is here what a committee is for.
  private func isField(_ run: Range<Int>, limit: Int) -> Bool {
    guard tokens.isAny(run.upperBound - 1, Self.fields), tokens.isKey(run.upperBound, .and), run.upperBound + 1 < limit,
      text.isCapital(run.upperBound + 1),
      (behindKnown(run, limit: limit)..<run.upperBound)
        .allSatisfy({ text.isEveryday($0) || tokens.isAny($0, .gazetteer) })
    else { return false }
    let last = capitals(from: run.upperBound + 1, limit: limit).upperBound - 1
    return tokens.isAny(last, Self.committees)
  }

  private static let committees: WordList = [
    "committee", "subcommittee", "department", "ministry", "directorate", "committees",
  ]

  /// "Bird & Partners": what closes a firm's name behind its first.
  private static let partners: WordList = [
    "partners", "sons", "zonen", "söhne", "fils", "figli", "hijos", "cie", "co", "associates", "company", "brothers",
  ]

  /// What "and" joins inside a name: everyday words, or long ones that are no name ("Stabilisation"); not "Badr", "French".
  private func isNoun(_ i: Int) -> Bool {
    if tokens.isAny(i, .demonym) { return false }
    return text.isEveryday(i)
      || text.width(i) > 8 && text.marks(i).isDisjoint(with: [.given, .surname, .city, .region])
        && Gazetteer.shared.match(at: i, in: tokens, limit: i + 1) == nil
  }

  /// `Marlow Brands, Inc.`: a comma before the company's form.
  private func company(_ run: Range<Int>, limit: Int) -> NameReading? {
    let next = run.upperBound
    guard tokens.isSymbol(next, ","), next + 1 < limit, tokens.isAny(next + 1, .company), text.isCapital(next + 1)
    else {
      return nil
    }
    // "Denver, CO" is a town.
    if tokens.isAny(next + 1, Self.coloradan), text.isAllCapitals(next + 1), !text.isAllCapitals(run.upperBound - 1) {
      return nil
    }
    // "Shannon, Co. Clare" is a county.
    let behind = tokens.isSymbol(next + 2, ".") ? next + 3 : next + 2
    if behind < limit, text.isCapital(behind), tokens.isSpaced(behind) { return nil }
    return reading(run.lowerBound..<next + 2, .org)
  }

  private static let coloradan: WordList = ["co"]

  /// `Children’s Society`, `Police Chiefs’ Council`, `King's College London`: a possessive before the head.
  func possessive(_ run: Range<Int>, limit: Int) -> NameReading? {
    var next = run.upperBound
    if next < limit, tokens.kinds[next] == .clitic, tokens.isKey(next, .s) {
      next += 1
    } else if tokens.isSymbol(next, "\u{2019}") || tokens.isSymbol(next, "'"), !tokens.isSpaced(next) {
      next += 1
    } else {
      return nil
    }
    // "King's College Hospital"
    let isRoyal = run.count == 1 && tokens.isAny(run.lowerBound, Self.royals) && tokens.isAny(next, Self.colleges)
    let isOwnedByMany = tokens.isSymbol(next - 1, "\u{2019}") || tokens.isSymbol(next - 1, "'")
    guard run.count <= (isOwnedByMany ? 5 : 3), next < limit, text.isCapital(next), tokens.isSpaced(next),
      !tokens.isAny(run.upperBound - 1, [.title, .office]) || isOwnedByMany || isRoyal
    else { return nil }
    // "Parliament's Ports Committee": a committee of it.
    if run.count == 1, !isOwnedByMany, tokens.isAny(run.lowerBound, Self.chambers) { return nil }
    // "Ports Department's Salvage Division": two bodies.
    if run.count > 1, tokens.kinds[run.upperBound] == .clitic, kind(ofHead: run.upperBound - 1) == .org { return nil }
    // "Germany's Ports Agency", "Anna Berg's Harbour Plan": two names.
    if let known = Gazetteer.shared.match(at: run.lowerBound, in: tokens, limit: limit), known.upper == run.upperBound,
      known.name.kind != .org
    {
      return nil
    }
    let isPlural =
      NounPhrases(tokens: tokens).isPlural(run.upperBound - 1) || text.isEveryday(run.upperBound - 1)
      || tokens.kinds[run.upperBound] != .clitic && tokens.text(run.upperBound - 1).hasSuffix("s")
    let tail = capitals(from: next, limit: limit)
    let isSaint = run.count == 2 && tokens.isAny(run.lowerBound, Self.saintly) || isRoyal
    guard isPlural || isSaint || run.count == 1 && text.isGiven(run.lowerBound) == false && tail.count == 1,
      let head = kind(ofHead: tail.upperBound - 1), head == .org || head == .programme || head == .event,
      tail.count <= (isRoyal ? 6 : 3)
    else { return nil }
    if !isPlural, head != .org { return nil }
    // "the Nation's Capital"
    if tail.count == 1, tokens.isAny(next, .weakLead), run.allSatisfy({ text.isEveryday($0) }), !isOwnedByMany {
      return nil
    }
    // "the Government's Growth Plan": whose it is.
    if head == .programme, tokens.kinds[run.upperBound] == .clitic,
      !NounPhrases(tokens: tokens).isPlural(run.upperBound - 1)
    {
      return nil
    }
    return reading(run.lowerBound..<tail.upperBound, head)
  }

  /// `Lake Orta`, `Port of Marl`, `Operation Larch`, `University of Sund`: a word that leads.
  func led(at i: Int, limit: Int) -> NameReading? {
    if tokens.isAny(i, Self.joint), i + 2 < limit, tokens.isAny(i + 1, .operation), text.isCapital(i + 2),
      !text.isHead(i + 2)
    {
      let run = capitals(from: i, limit: limit)
      if (3...5).contains(run.count) { return reading(run, .programme) }
    }
    if tokens.isAny(i, .operation) {
      let run = capitals(from: i, limit: limit)
      guard (2...4).contains(run.count), !text.isHead(i + 1) || run.count > 2, !tokens.isAny(i + 1, [.office, .title])
      else { return nil }
      return reading(run, .programme)
    }
    if tokens.isAny(i, .eventLead), tokens.isKey(i + 1, .of) {
      let next = tokens.isKey(i + 2, .the) ? i + 3 : i + 2
      guard next < limit, text.isCapital(next) else { return nil }
      return reading(i..<capitals(from: next, limit: limit).upperBound, .event)
    }
    if let body = friends(at: i, limit: limit) ?? government(at: i, limit: limit)
      ?? directorate(at: i, limit: limit) ?? taskforce(at: i, limit: limit)
    {
      return body
    }
    guard tokens.isAny(i, .placeLead), i + 1 < limit else { return nil }
    var next = i + 1
    if tokens.isKey(next, .of) { next += 1 }
    if next > i + 1, tokens.isKey(next, .the) { next += 1 }
    guard next < limit, text.isCapital(next), tokens.isSpaced(next) else { return nil }
    let run = capitals(from: next, limit: limit)
    // "Port of Orsk Authority"
    if next > i + 1, run.count >= 2, kind(ofHead: run.upperBound - 1) == .org, !tokens.isAny(next, [.office, .title]) {
      return reading(i..<run.upperBound, .org)
    }
    // "River South Esk"
    if tokens.isAny(next, .direction), text.isCapital(next + 1), tokens.isSpaced(next + 1), run.count == 2,
      text.isUncommon(next + 1), !text.isHead(next + 1)
    {
      return reading(i..<run.upperBound, .place)
    }
    guard run.count <= 2, !text.isHead(run.upperBound - 1) || tokens.isAny(run.upperBound - 1, .placeHead),
      !tokens.isAny(i, .programmeHead),
      text.isUncommon(next) || next > i + 1 || tokens.isAny(i - 1, .placeCue) && !tokens.isAny(next, [.office, .title])
    else { return nil }
    return reading(i..<run.upperBound, .place)
  }
}
