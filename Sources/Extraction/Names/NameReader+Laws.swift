/// Laws by their form, and events that are named by what comes first.
extension NameReader {
  /// `Data Protection Act 2018`, `Regulation (EU) 2024/1351`, `Directive 2011/36/EU`, `Public Law 117-58`, `Convention on …`.
  func law(at i: Int, in sentence: Range<Int>, _ cues: SentenceCues) -> NameReading? {
    let limit = sentence.upperBound
    if tokens.isAny(i, [.numberedLaw, .numberedLawLead, .lawStart]),
      let numbered = numberedLaw(at: i, limit: limit) ?? numberedBill(at: i, limit: limit)
    {
      return numbered
    }
    // "the No Rower Left Behind Act"
    let isNo = tokens.isKey(i, .no) && tokens.isCapital(i) && tokens.isWord(i - 1) && i > sentence.lowerBound
    guard cues.names.contains(.titledLaw),
      isNo
        || !tokens.isAny(i, [.determiner, .pronoun, .preposition, .auxiliary, .conjunction])
          && !tokens.isAny(i, .noStart)
    else { return nil }
    // "section 233BABAD of the Customs Act"
    if i > sentence.lowerBound, tokens.kinds[i - 1] == .number, !tokens.isSpaced(i) { return nil }
    // "Amendments to the Ports Act"
    if tokens.isKey(i + 1, .to), tokens.isKey(i + 2, .the) { return nil }
    guard let law = titledLaw(at: i, limit: limit) else { return nil }
    // "El Marl Charter School"
    let end = law.tokens.upperBound
    if law.kind == .law, end < limit, text.isCapital(end), tokens.isSpaced(end), tokens.isAny(end, Self.schools) {
      return nil
    }
    return law
  }

  private static let schools: WordList = [
    "school", "schools", "academy", "college", "club", "association", "centre", "center", "hall", "secretariat",
  ]
  private static let protocols: WordList = ["protocol"]

  /// `1951 Refugee Convention`, `1967 Protocol`: the year is part of the name.
  func lawWithYear(at i: Int, limit: Int) -> NameReading? {
    guard let year = tokens.numeral(i)?.plain, (1000...2100).contains(year), i + 1 < limit, text.isCapital(i + 1) else {
      return nil
    }
    if !text.isCapital(i + 2), tokens.isAny(i + 1, .convention) || tokens.isAny(i + 1, Self.protocols) {
      return reading(i..<i + 2, .law)
    }
    guard let law = titledLaw(at: i + 1, limit: limit), law.kind == .law else { return nil }
    return reading(i..<law.tokens.upperBound, .law)
  }

  /// `Regulation (EU) No 604/2013`, `Executive Order 14067`, `Public Law 117-58`, `Resolution 2254`.
  private func numberedLaw(at i: Int, limit: Int) -> NameReading? {
    var at = i
    if tokens.isAny(i, .numberedLaw) {
      at += 1
    } else if tokens.isAny(i, .numberedLawLead), text.isCapital(i + 1),
      tokens.isAny(i + 1, .numberedLaw) || tokens.isAny(i + 1, .lawHead) || tokens.isAny(i + 1, .document)
    {
      at += 2
    } else {
      return nil
    }
    // "(EU)", "(EC)", "No", "No."
    if tokens.isSymbol(at, "("), tokens.isSymbol(at + 2, ")"), at + 3 < limit, text.isAllCapitals(at + 1) { at += 3 }
    if at < limit, tokens.isWord(at), ["No", "no", "Nos", "Number"].contains(tokens.text(at)) {
      at += 1
      if tokens.isSymbol(at, ".") { at += 1 }
    }
    guard at < limit, tokens.numeral(at) != nil else { return nil }
    at += 1
    while at + 1 < limit, tokens.isSymbol(at, "/") || tokens.isHyphen(at), !tokens.isSpaced(at),
      !tokens.isSpaced(at + 1),
      tokens.numeral(at + 1) != nil || text.isCapital(at + 1)
    {
      at += 2
    }
    // "Law 12 was passed" in a list of points is none: a bare small number needs a year or a slash.
    guard at - i > 2 || (tokens.numeral(i + 1)?.plain ?? 0) >= 100 else { return nil }
    return reading(i..<at, .law)
  }

  /// What begins a law with a number beside `NameClass.numberedLaw` and `NameClass.numberedLawLead`.
  static let lawStarts = ["bill"]

  /// `House Bill 1147`, `Senate Bill 12`, `Bill C-33`.
  private func numberedBill(at i: Int, limit: Int) -> NameReading? {
    let at = tokens.isAny(i, .numberedLawLead) ? i + 1 : i
    guard at + 1 < limit, text.isCapital(at), tokens.isAny(at, .lawHead), tokens.entry(at).spelling == "bill" else {
      return nil
    }
    if at > i, tokens.numeral(at + 1)?.plain != nil { return reading(i..<at + 2, .law) }
    guard at == i, text.isCapital(at + 1), text.width(at + 1) <= 2, tokens.isHyphen(at + 2),
      tokens.numeral(at + 3) != nil
    else { return nil }
    return reading(i..<at + 4, .law)
  }

  /// Capitals and small words up to a law's head, and its year: `Freedom of Information Act 2000`.
  private func titledLaw(at i: Int, limit: Int) -> NameReading? {
    var end: Int?
    var at = i
    var hasPreposition = false
    while at < min(limit, i + 14) {
      if text.isCapital(at) {
        if tokens.isAny(at, [.office, .title]), !isOfficeInLaw(at, limit: limit) { break }
        if isActHead(at), !isGivenName(at, limit: limit) { end = at + 1 }
        at += 1
      } else if tokens.isKey(at, .of) || tokens.isKey(at, .and) || tokens.isKey(at, .for) || tokens.isKey(at, .to)
        || tokens.isKey(at, .from) || tokens.isKey(at, .with)
        || tokens.isKey(at, .against) || tokens.isKey(at, .in)
      {
        guard end == nil else { break }
        // "the Ministry of Ports and the Tides Act" are two names.
        if tokens.isKey(at, .and), tokens.isKey(at + 1, .the) { break }
        hasPreposition = true
        at += tokens.isKey(at + 1, .the) ? 2 : 1
        guard at < limit, text.isCapital(at) else { break }
      } else if tokens.isSymbol(at, ","), end == nil, at + 1 < limit, text.isCapital(at + 1),
        listCloses(at, limit: limit)
      {
        at += 1
      } else if tokens.isSymbol(at, "("),
        let close = (at + 1..<min(limit, at + 7)).first(where: { tokens.isSymbol($0, ")") }),
        text.isCapital(at + 1), close + 1 < limit, text.isCapital(close + 1), end == nil || isActHead(close + 1)
      {
        // "Illegal Fishing (Amendment) Act"
        at = close + 1
      } else if tokens.isHyphen(at), at == i + 1, at + 2 < limit, tokens.isWord(at + 1), text.isCapital(at + 2),
        tokens.isAny(at + 2, .titledLaw)
      {
        // "E-waste Regulation"
        at += 2
      } else if tokens.kinds[at] == .clitic || tokens.isHyphen(at), at + 1 < limit, text.isCapital(at + 1) {
        // "the European Union's Deforestation Regulation" are two names.
        if tokens.kinds[at] == .clitic, Gazetteer.shared.match(at: i, in: tokens, limit: limit)?.upper == at {
          return nil
        }
        at += 1
      } else {
        break
      }
    }
    guard var end, !hasPreposition || !startsWithBody(i, end) else { return convention(at: i, limit: limit) }
    if end == i + 1 || tokens.isAny(end - 1, .convention), let convention = convention(at: i, limit: limit) {
      return convention
    }
    if end == i + 1 { return nil }
    // "Tide Code Academy" is a body.
    if end < limit, text.isCapital(end), tokens.isSpaced(end), tokens.isAny(end, .orgHead), !tokens.isAny(end, .lawHead)
    {
      return nil
    }
    if words(i..<end) == 2, tokens.isAny(i, .generic) || tokens.isAny(i, .noStart) || tokens.isAny(i, .demonym) {
      return nil
    }
    // "Federal Act on Tide Dues"
    if tokens.isKey(end, .on), end + 1 < limit, text.isCapital(end + 1), !tokens.isAny(end + 1, [.month, .weekday]) {
      end = capitals(from: end + 1, limit: limit).upperBound
      while tokens.isKey(end, .and), end + 1 < limit, text.isCapital(end + 1) {
        end = capitals(from: end + 1, limit: limit).upperBound
      }
    }
    end = withYear(end, limit: limit)
    return reading(i..<end, .law)
  }

  /// A comma inside a law's name: "Copyright, Designs and Patents Act" has an "and" before its head.
  private func listCloses(_ comma: Int, limit: Int) -> Bool {
    let next = capitals(from: comma + 1, limit: limit).upperBound
    guard tokens.isKey(next, .and), next + 1 < limit, text.isCapital(next + 1) else { return false }
    return isActHead(capitals(from: next + 1, limit: limit).upperBound - 1)
  }

  /// A body stands at the start, so that "of the …" joins it to the law and not the law's own words.
  private func startsWithBody(_ i: Int, _ end: Int) -> Bool {
    let first = capitals(from: i, limit: end)
    // "Customs and Excise Act": one word is what the law is about.
    if first.count == 1, tokens.isKey(first.upperBound, .and) { return false }
    return first.upperBound < end && kind(ofHead: first.upperBound - 1) == .org
  }

  /// `Bill` of "Professor Bill Hollis".
  private func isGivenName(_ i: Int, limit: Int) -> Bool {
    text.isGiven(i) && i + 1 < limit && text.isCapital(i + 1)
      && (tokens.isAny(i - 1, [.title, .office])
        || tokens.isKey(i - 1, .and) && tokens.isSpaced(i + 1) && text.isUncommon(i + 1) && !text.isHead(i + 1))
  }

  /// The words that close a law's title.
  private func isActHead(_ i: Int) -> Bool {
    text.isCapital(i) && tokens.isAny(i, .titledLaw)
      && (!text.isAllCapitals(i) || text.isAllCapitals(i - 1) && text.width(i - 1) > 1 && tokens.isSpaced(i))
  }

  private func isOfficeInLaw(_ i: Int, limit: Int) -> Bool {
    // "Student Loans Act", "Harbour Master Act"
    i + 1 < limit && text.isCapital(i + 1)
      && (isActHead(i + 1) || i + 2 < limit && text.isCapital(i + 2) && isActHead(i + 2))
  }

  /// ", 2013", "2018", "of 1964" behind the title.
  private func withYear(_ end: Int, limit: Int) -> Int {
    var at = end
    // "Republic Act No. 8042"
    if tokens.isWord(at), at < limit, ["No", "Nos"].contains(tokens.text(at)) {
      let number = tokens.isSymbol(at + 1, ".") ? at + 2 : at + 1
      guard number < limit, tokens.numeral(number) != nil else { return end }
      // "No. 22 of 2016", "No 11/2012"
      let year = number + 2
      let isLinked = tokens.isKey(number + 1, .of) || tokens.isSymbol(number + 1, "/")
      return isLinked && year < limit && tokens.numeral(year)?.digits == 4 ? year + 1 : number + 1
    }
    if tokens.isKey(at, .of) || tokens.isSymbol(at, ",") { at += 1 }
    guard at < limit, let year = tokens.numeral(at)?.plain, (1200...2100).contains(year) else { return end }
    // "the Tides Act, 2013 saw …" is read as the year: Indian statutes are cited so.
    return at + 1
  }

  /// `Convention on the Rights of the Child`, `Protocol on Tides`, `Treaty of Sund`: the head comes first.
  private func convention(at i: Int, limit: Int) -> NameReading? {
    var head = i
    while head < limit, head < i + 5, text.isCapital(head) {
      if tokens.isAny(head, .convention) { break }
      head += 1
    }
    guard head < limit, head < i + 5, text.isCapital(head), isActHead(head) else { return nil }
    var end = head + 1
    var at = end
    var isLonger = false
    while at + 1 < limit,
      tokens.isKey(at, .on) || tokens.isKey(at, .of) || tokens.isKey(at, .for) || tokens.isKey(at, .and)
        || tokens.isKey(at, .against)
        || tokens.isKey(at, .to) || tokens.isSymbol(at, ",") || isLonger && tokens.isKey(at, .in)
    {
      var next = at + 1
      if tokens.isKey(next, .to) { next += 1 }
      if tokens.isKey(next, .the) { next += 1 }
      guard next < limit, text.isCapital(next), !tokens.isAny(next, [.office, .title]),
        !tokens.isSymbol(at, ",") || isLonger
      else { break }
      if tokens.isKey(at, .and), tokens.isKey(at + 1, .the) || text.isAllCapitals(next) { break }
      if tokens.isKey(at, .and) || tokens.isSymbol(at, ","),
        Gazetteer.shared.match(at: next, in: tokens, limit: limit)?.name.kind == .country
      {
        break
      }
      if tokens.isSymbol(at, ","), !commaCloses(at, limit: limit) { break }
      end = capitals(from: next, limit: limit).upperBound
      at = end
      isLonger = true
    }
    guard isLonger || head > i && !(tokens.isAny(i, .generic) || tokens.isAny(i, .noStart)) else { return nil }
    // "Republican Convention" is a meeting, "Constitution" alone says too little.
    return reading(i..<withYear(end, limit: limit), .law)
  }

  private func commaCloses(_ comma: Int, limit: Int) -> Bool {
    tokens.isKey(capitals(from: comma + 1, limit: limit).upperBound, .and)
  }

  // MARK: Events

  /// `Hurricane Ida`, `Tropical Storm Ana`: what the storm is called follows.
  func storm(at i: Int, limit: Int) -> NameReading? {
    if tokens.isAny(i, Self.storms), i + 1 < limit, tokens.isAny(i + 1, .storm), text.isCapital(i + 1),
      let storm = storm(at: i + 1, limit: limit)
    {
      return reading(i..<storm.tokens.upperBound, .event)
    }
    guard tokens.isAny(i, .storm), i + 1 < limit, text.isCapital(i + 1), tokens.isSpaced(i + 1), !text.isHead(i + 1),
      !tokens.isAny(i + 1, [.orgHead, .office])
    else { return nil }
    return reading(i..<i + 2, .event)
  }

  private static let storms = WordList(stormWords)
  private static let stormWords = ["tropical", "severe", "super"]

  /// What begins an event or what `numbered` reads, beside storms and months.
  static let eventStarts = stormWords + numberedWords

  /// `Eta` of "Hurricanes Eta and Iota", `Iota` as well.
  func oneOfStorms(_ i: Int, in sentence: Range<Int>) -> NameReading? {
    guard tokens.isAny(i - 1, Self.manyStorms) || tokens.isKey(i - 1, .and) || tokens.isSymbol(i - 1, ","),
      !tokens.isAny(i, [.month, .weekday, .office, .title]), !text.isHead(i),
      !text.isCapital(i + 1) || !tokens.isSpaced(i + 1)
    else { return nil }
    var at = i - 1
    while at >= sentence.lowerBound, at > i - 8 {
      if tokens.isAny(at, Self.manyStorms) { return reading(i..<i + 1, .event) }
      guard text.isCapital(at) || tokens.isKey(at, .and) || tokens.isSymbol(at, ",") else { return nil }
      at -= 1
    }
    return nil
  }

  private static let manyStorms: WordList = ["hurricanes", "typhoons", "cyclones"]

  /// `2021 Census`.
  func census(at i: Int, limit: Int) -> NameReading? {
    guard i + 1 < limit, let year = tokens.numeral(i)?.plain, (1800...2100).contains(year), text.isCapital(i + 1),
      tokens.isAny(i + 1, Self.counts), !text.isCapital(i + 2)
    else { return nil }
    return reading(i..<i + 2, .event)
  }

  private static let counts: WordList = ["census"]

  /// `7 October attacks`, `September 11 attacks`: a day and what happened on it.
  func dated(at i: Int, limit: Int) -> NameReading? {
    guard let day = tokens.numeral(i)?.plain, (1...31).contains(day), i + 2 < limit, tokens.isAny(i + 1, .month),
      text.isCapital(i + 1), isDeed(i + 2)
    else { return nil }
    return reading(i..<i + 3, .event)
  }

  /// `October 7 attacks`.
  func monthFirst(at i: Int, limit: Int) -> NameReading? {
    guard i + 2 < limit, tokens.isAny(i, .month), let day = tokens.numeral(i + 1)?.plain, (1...31).contains(day),
      isDeed(i + 2)
    else { return nil }
    return reading(i..<i + 3, .event)
  }

  private func isDeed(_ i: Int) -> Bool {
    ["attacks", "attack", "massacre", "bombings", "riots", "uprising", "coup"].contains(tokens.text(i))
  }
}
