/// A name in the text before it is tied to others.
struct NameReading {
  var tokens: Range<Int>
  var kind: MentionKind
  var name: String
  var countryCode: String?
  /// The words before a person's name that say what they are: `Home Secretary`.
  var role: Range<Int>?
}

/// Finds names of people, organisations, programmes and places by their capitals and the words at their head.
///
/// Conservative: a run of capitals becomes a name only with a known first name, title or office (people), or a head word such
/// as Agency or Council (organisations). What no rule knows is left out.
struct NameReader {
  let tokens: Tokens

  /// Runs of capitals inside a sentence, joined by "of", "the", "and", "for", "on" where an organisation's name may be.
  func name(at i: Int, in sentence: Range<Int>, isHeading: Bool) -> NameReading? {
    guard tokens.isWord(i), tokens.isCapital(i), i + 1 <= sentence.upperBound else { return nil }
    let known = Gazetteer.shared.match(at: i, in: tokens, limit: sentence.upperBound)
    let run = capitals(from: i, limit: sentence.upperBound)
    if let known, let longer = longer(than: known, run, limit: sentence.upperBound, isHeading: isHeading) {
      return longer
    }
    if let known, known.name.kind != .org || run.count <= known.upper - i {
      // "United States Attorney General", "UK Border Force": the country is a name of its own, what follows another.
      // A first name that is also a country is a person's: "Jordan Smith".
      if !(tokens.isAny(i, .firstName) && run.count == 2 && known.upper == i + 1) {
        return NameReading(
          tokens: i..<known.upper, kind: known.name.kind, name: known.name.name, countryCode: known.name.countryCode)
      }
    }
    if let person = person(in: run, sentence: sentence) { return person }
    if !isHeading || run.count <= 6, let body = body(at: i, run: run, limit: sentence.upperBound, isHeading: isHeading)
    {
      return body
    }
    if let known {
      return NameReading(
        tokens: i..<known.upper, kind: known.name.kind, name: known.name.name, countryCode: known.name.countryCode)
    }
    return nil
  }

  /// A body that a known name is the first word of: `Calais Group`, `U.S. Navy`. After a country only one word, its head.
  private func longer(than known: Gazetteer.Match, _ run: Range<Int>, limit: Int, isHeading: Bool) -> NameReading? {
    let rest = run.upperBound - known.upper
    guard known.name.kind == .place || (known.name.kind == .country && rest == 1), rest >= 1, !isHeading || rest <= 2,
      tokens.isAny(run.upperBound - 1, [.orgHead, .placeHead]), !tokens.isAny(run.upperBound - 1, .office)
    else { return nil }
    return body(at: run.lowerBound, run: run, limit: limit, isHeading: isHeading)
  }

  /// Capitalised words one after another; initials (`J.`) and hyphens belong, function words at the start do not.
  func capitals(from i: Int, limit: Int) -> Range<Int> {
    var end = i
    while end < limit, end < i + 12 {
      guard tokens.isWord(end), tokens.isCapital(end),
        end == i || tokens.isSpaced(end) || tokens.kinds[end - 1] == .symbol
      else { break }
      if tokens.isAny(end, [.determiner, .pronoun, .auxiliary, .conjunction]), tokens.details[end] != 0,
        !tokens.isAny(end, [.firstName, .orgHead]), !tokens.flags[end].contains(.allCapitals)
      {
        break
      }
      end += 1
      guard end + 1 < limit else { continue }
      if tokens.isHyphen(end), tokens.isWord(end + 1), tokens.isCapital(end + 1) { end += 1 }
      // "Police Chiefs’ Council"
      if tokens.isSymbol(end, "\u{2019}") || tokens.isSymbol(end, "'"), !tokens.isSpaced(end), tokens.isWord(end + 1),
        tokens.isCapital(end + 1), tokens.isSpaced(end + 1), tokens.isAny(end + 1, .orgHead)
      {
        end += 1
      }
      let isInitial = tokens.upper(end - 1) - tokens.lower(end - 1) == 1
      if tokens.isSymbol(end, "."), !tokens.isSpaced(end), isInitial || tokens.isAny(end - 1, .title),
        tokens.isWord(end + 1), tokens.isCapital(end + 1)
      {
        end += 1
      }
    }
    return i..<max(end, i + 1)
  }

  // MARK: People

  /// `Home Secretary James Cleverly`, `Mr. Shoigu`, `Laura Carlsen`.
  func person(in run: Range<Int>, sentence: Range<Int>) -> NameReading? {
    var end = run.upperBound
    while end > run.lowerBound + 1, tokens.isAny(end - 1, .postNominal),
      tokens.flags[end - 1].contains(.allCapitals) || tokens.upper(end - 1) - tokens.lower(end - 1) <= 2
    { end -= 1 }
    // The last title or office in the run; the name stands after it.
    var start = run.lowerBound
    var hasOffice = false
    for i in run.lowerBound..<end where i + 1 < end || i == run.lowerBound {
      if tokens.isAny(i, [.title, .office]) {
        start = i + 1
        hasOffice = true
        if tokens.isSymbol(start, "."), start + 1 < end { start += 1 }
      } else if hasOffice, tokens.isAny(i, [.postNominal]), i == start, tokens.flags[i].contains(.allCapitals) {
        start = i + 1
      }
    }
    guard start < end else { return nil }
    // "Safeguarding Laura Farris": a first name further in begins the name.
    if !tokens.isAny(start, .firstName),
      let first = (start..<end).dropFirst().first(where: {
        tokens.isAny($0, .firstName) && $0 + 1 < end && tokens.isWord($0 + 1) && !tokens.isAny($0, [.month])
      })
    {
      start = first
      hasOffice = hasOffice || (run.lowerBound..<first).contains { tokens.isAny($0, .office) }
    }
    let isTitled =
      hasOffice && tokens.isAny(start - 1, .title)
      || (start >= 2 && tokens.isSymbol(start - 1, ".") && tokens.isAny(start - 2, .title))
    // "Attorney General Merrick Garland": General is a title and part of the office.
    let isAfterOffice =
      run.lowerBound > sentence.lowerBound && !hasOffice && tokens.isAny(run.lowerBound - 1, [.office, .personNoun])
      && !tokens.isCapital(run.lowerBound - 1)
    let count = words(start..<end)
    guard count >= 1, count <= 4, (start..<end).allSatisfy({ isNamePart($0) }) else { return nil }
    let hasFirstName = tokens.isAny(start, .firstName) && count >= 2
    let isNamed = isTitled && count <= 3 || (hasOffice || isAfterOffice) && count >= 2 || hasFirstName && count <= 4
    guard isNamed || isIntroduced(start..<end, count, sentence) else { return nil }
    if !hasFirstName, !isTitled, tokens.isAny(end - 1, [.orgHead, .programmeHead, .lawHead, .placeHead, .eventHead]) {
      return nil
    }
    if hasFirstName, count >= 3, tokens.isAny(end - 1, [.orgHead, .programmeHead, .lawHead, .eventHead]) { return nil }
    if start == end - 1, tokens.isAny(start, [.orgHead, .programmeHead, .lawHead, .eventHead]), start > run.lowerBound {
      return nil
    }
    if run.lowerBound > sentence.lowerBound,
      ["uss", "hms", "mv", "ss"].contains(tokens.entry(run.lowerBound - 1).spelling)
        || ["USS", "HMS", "MV"].contains(tokens.text(run.lowerBound - 1))
    {
      return nil
    }
    var role = hasOffice && !isOnlyTitle(run.lowerBound..<start) ? run.lowerBound..<start : nil
    // "fisheries chief Anna Berg"
    if role == nil, isAfterOffice {
      role = NounPhrases(tokens: tokens).measured(before: run.lowerBound, from: sentence.lowerBound, words: 6)
    }
    return NameReading(tokens: start..<end, kind: .person, name: tokens.line(start..<end), countryCode: nil, role: role)
  }

  private func words(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + (tokens.isWord($1) ? 1 : 0) } }

  private func isNamePart(_ i: Int) -> Bool {
    guard tokens.isWord(i) else { return tokens.isDash(i) || tokens.isSymbol(i, ".") }
    if tokens.flags[i].contains(.hasDigit) { return false }
    if tokens.flags[i].contains(.allCapitals), tokens.upper(i) - tokens.lower(i) > 2 { return false }
    return !tokens.isAny(i, [.month, .weekday, .demonym, .orgHead, .programmeHead, .preposition, .determiner])
      || tokens.isAny(i, .firstName)
  }

  private func isOnlyTitle(_ range: Range<Int>) -> Bool {
    range.allSatisfy { tokens.isAny($0, .title) && !tokens.isAny($0, .office) || tokens.isSymbol($0, ".") }
  }

  /// Two or three capitals that speak or are explained: `Nick Sharp, Deputy Director of …`, `Gabrielle Shaw said`.
  private func isIntroduced(_ range: Range<Int>, _ count: Int, _ sentence: Range<Int>) -> Bool {
    guard count == 2 || count == 3,
      !tokens.isAny(range.lowerBound, [.demonym, .placeHead, .orgHead, .adverb, .verb, .preposition])
    else { return false }
    let next = range.upperBound
    guard next < sentence.upperBound else { return false }
    if tokens.isAny(next, .speech), !tokens.isCapital(next) { return true }
    if tokens.isAny(next, .postNominal), tokens.flags[next].contains(.allCapitals) { return true }
    guard tokens.isSymbol(next, ","),
      range.lowerBound == sentence.lowerBound || !tokens.isAny(range.lowerBound - 1, .determiner),
      !NounPhrases(tokens: tokens).isPlural(range.upperBound - 1) || count == 3
    else { return false }
    let last = min(sentence.upperBound, next + 9)
    for i in next + 1..<max(next + 1, last) {
      if tokens.isAny(i, [.office, .personNoun]) { return true }
      if tokens.kinds[i] == .symbol, !tokens.isDash(i) { return false }
      if tokens.numeral(i) != nil { return tokens.isSymbol(i + 1, ",") }
    }
    return false
  }

  // MARK: Bodies

  /// `National Crime Agency`, `Ministry of Defence`, `Security Action Plan`, `Border Security Act`.
  private func body(at i: Int, run: Range<Int>, limit: Int, isHeading: Bool) -> NameReading? {
    var end = run.upperBound
    while end > run.lowerBound + 1, tokens.isDash(end - 1) || tokens.isSymbol(end - 1, ".") { end -= 1 }
    // Bare demonyms and adjectives are no start: "The Italian Police" keeps them, "Italian" alone is none.
    if tokens.isAny(i, .programmeHead), ["operation", "project", "plan"].contains(tokens.entry(i).spelling),
      end - i >= 2, end - i <= 4
    {
      return NameReading(tokens: i..<end, kind: .programme, name: tokens.line(i..<end), countryCode: nil)
    }
    if let listed = listed(at: i, end, limit: limit) { return listed }
    guard let head = kind(of: end - 1) else { return joined(at: i, end, limit: limit) }
    if end - i == 1 { return joined(at: i, end, limit: limit) }
    if let longer = joined(at: i, end, limit: limit), longer.tokens.upperBound > end { return longer }
    if isHeading, end - i > 5 { return nil }
    return NameReading(tokens: i..<end, kind: head, name: tokens.line(i..<end), countryCode: nil)
  }

  /// Names that go on after "of", "for", "on": `Ministry of Defence`, `Washington Office on Latin America`.
  private func joined(at i: Int, _ end: Int, limit: Int) -> NameReading? {
    guard let head = kind(of: end - 1), end + 1 < limit else { return nil }
    var next = end
    guard
      tokens.isKey(next, .of) || tokens.isKey(next, .for) || tokens.isKey(next, .on) || tokens.isKey(next, .into)
        || tokens.isKey(next, .against)
    else { return nil }
    next += 1
    if tokens.isKey(next, .the) { next += 1 }
    guard next < limit, tokens.isWord(next), tokens.isCapital(next) else { return nil }
    var last = capitals(from: next, limit: limit).upperBound
    // "Department for Energy, Housing and Communities": commas only where "and" closes the list.
    var comma = last
    while tokens.isSymbol(comma, ","), comma + 1 < limit, tokens.isWord(comma + 1), tokens.isCapital(comma + 1) {
      comma = capitals(from: comma + 1, limit: limit).upperBound
    }
    if comma > last, tokens.isKey(comma, .and), tokens.isWord(comma + 1), tokens.isCapital(comma + 1) { last = comma }
    // "and" between capitals: "Department for Culture, Media and Sport" as far as "and" goes.
    if tokens.isKey(last, .and), last + 1 < limit, tokens.isWord(last + 1), tokens.isCapital(last + 1),
      kind(of: capitals(from: last + 1, limit: limit).upperBound - 1) == nil
    {
      last = capitals(from: last + 1, limit: limit).upperBound
    }
    // "City of London Police"
    let kind = kind(of: last - 1) == .org ? .org : head
    return NameReading(tokens: i..<last, kind: kind, name: tokens.line(i..<last), countryCode: nil)
  }

  /// `Security and Prosperity Partnership`, `Foreign, Commonwealth and Development Office`, `Children’s Society`: the head
  /// stands after "and", commas or a possessive.
  private func listed(at i: Int, _ end: Int, limit: Int) -> NameReading? {
    guard kind(of: end - 1) == nil || kind(of: end - 1) == .place, end - i <= 3 else { return nil }
    var last = end
    for _ in 0..<3 {
      var next = last
      if tokens.isSymbol(next, ",") { next += 1 }
      if tokens.isKey(next, .and) { next += 1 }
      if next == last, tokens.kinds.indices.contains(next), tokens.kinds[next] == .clitic, tokens.isKey(next, .s) {
        next += 1
      }
      guard next > last, next < limit, tokens.isWord(next), tokens.isCapital(next),
        Gazetteer.shared.match(at: next, in: tokens, limit: limit).map({ $0.name.kind != .country }) ?? true
      else { return nil }
      let run = capitals(from: next, limit: limit)
      last = run.upperBound
      if let head = kind(of: last - 1) {
        guard head == .org || head == .programme, tokens.isKey(next - 1, .and) || tokens.isKey(next - 1, .s),
          run.count >= 2 || tokens.isKey(next - 1, .s)
        else { return nil }
        let whole = i..<last
        return NameReading(tokens: whole, kind: head, name: tokens.line(whole), countryCode: nil)
      }
    }
    return nil
  }

  private func kind(of i: Int) -> MentionKind? {
    guard tokens.isWord(i), tokens.isCapital(i) else { return nil }
    if tokens.isAny(i, .lawHead) { return .law }
    if tokens.isAny(i, .programmeHead), !tokens.isAny(i, .orgHead) { return .programme }
    if tokens.isAny(i, .eventHead), !tokens.isAny(i, .orgHead) { return .event }
    if tokens.isAny(i, .orgHead) { return .org }
    return tokens.isAny(i, .placeHead) ? .place : nil
  }
}
