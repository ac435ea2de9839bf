/// Finds the words that are the subject of a verb of saying, before it or, where the order is turned, after it.
struct SubjectReader {
  let tokens: Tokens
  let narration: Narration
  let speakers: SpeakerReader

  init(speakers: SpeakerReader) {
    tokens = speakers.tokens
    narration = speakers.narration
    self.speakers = speakers
  }

  // MARK: Before the verb

  /// The subject that ends where the verb's words begin.
  func subject(before verb: Int, from first: Int) -> Attribution? {
    var end = verb
    // "The minister on Tuesday said"
    if end - 3 >= first, tokens.isAny(end - 1, .weekday), tokens.isKey(end - 2, .on) { end -= 2 }
    if end - 4 > first, tokens.isDash(end - 1), tokens.isSpaced(end - 1), let dash = dash(before: end - 1, from: first)
    {
      end = dash
    }
    var start = end
    while start > first, start > end - 60, !narration.isEdge(start - 1) { start -= 1 }
    guard start < end else { return nil }
    if tokens.isSymbol(end - 1, ",") {
      return end - 1 > start ? explained(start..<end - 1) ?? plain(start..<end - 1) : nil
    }
    return plain(start..<end)
  }

  /// "The Quay Forum – which speaks for forty traders – called it “…”": the dash that an explanation begins with.
  private func dash(before i: Int, from first: Int) -> Int? {
    var at = i - 1
    let stop = max(first + 1, i - 40)
    while at > stop, !(tokens.isDash(at) && tokens.isSpaced(at)) {
      if narration.isStop(at) { return nil }
      at -= 1
    }
    guard tokens.isDash(at), tokens.isSpaced(at), tokens.isWord(at - 1),
      tokens.isKey(at + 1, .which) || tokens.isKey(at + 1, .who) || tokens.isKey(at + 1, .whose)
        || tokens.isAny(at + 1, .determiner)
    else { return nil }
    return at
  }

  /// `X, head of Y,` and `Head of Y, X,`: a subject with an explanation between commas.
  private func explained(_ range: Range<Int>) -> Attribution? {
    let segments = speakers.segments(of: range).map(withoutBracket)
    guard let last = segments.last, segments.count > 1 else { return nil }
    // "Judge Mary Cole, sentencing," and "X, speaking after the vote,": what somebody does while speaking.
    if isDoing(last.lowerBound) {
      let rest = range.lowerBound..<last.lowerBound - 1
      return segments.count > 2 ? explained(rest) ?? plain(rest) : plain(rest)
    }
    if let person = speakers.person(in: last), isWhole(person, in: last) {
      let before = segments[segments.count - 2]
      let office = phrase(before: before.upperBound, from: before.lowerBound)
      if speakers.isOffice(office) { return speakers.speaker(in: office.lowerBound..<last.upperBound) }
    }
    for index in segments.indices.dropLast().reversed() {
      let phrase = phrase(before: segments[index].upperBound, from: segments[index].lowerBound)
      guard !phrase.isEmpty, isExplanation(segments[index + 1]) || isTrade(segments[index + 1]) else { continue }
      if phrase.lowerBound == segments[index].lowerBound || !tokens.isAny(phrase.lowerBound - 1, .preposition),
        let person = speakers.person(in: phrase), isLast(person, in: phrase) || index == segments.count - 2
      {
        var lower = phrase.lowerBound
        if index > 0, isPure(person, in: phrase), phrase.lowerBound == segments[index].lowerBound {
          let office = self.phrase(before: segments[index - 1].upperBound, from: segments[index - 1].lowerBound)
          if speakers.isOffice(office), tokens.isAny(office.lowerBound, .determiner) { lower = office.lowerBound }
        }
        return speakers.speaker(in: lower..<range.upperBound)
      }
    }
    for index in segments.indices.dropLast().reversed() {
      let phrase = phrase(before: segments[index].upperBound, from: segments[index].lowerBound)
      if !phrase.isEmpty, isExplanation(segments[index + 1]), isNominal(phrase.lowerBound) {
        if let named = alias(in: segments[index + 1], of: phrase) { return named }
        return speakers.speaker(in: phrase.lowerBound..<range.upperBound)
      }
    }
    // "Ann Lee, tears in her eyes, said", "Ann Lee, on behalf of the divers, said": somebody's whole name, whatever follows it.
    for index in segments.indices.dropLast().reversed() {
      let phrase = phrase(before: segments[index].upperBound, from: segments[index].lowerBound)
      if phrase.lowerBound == segments[index].lowerBound || !tokens.isAny(phrase.lowerBound - 1, .preposition),
        let person = speakers.person(in: phrase), isWhole(person, in: phrase)
      {
        return speakers.speaker(in: phrase.lowerBound..<range.upperBound)
      }
    }
    return nil
  }

  /// Without the words in brackets at the end: the party and place of "Cllr Ann Lee (Ind, Quays)".
  private func withoutBracket(_ segment: Range<Int>) -> Range<Int> {
    guard tokens.isSymbol(segment.upperBound - 1, ")"),
      let open = segment.last(where: { tokens.isSymbol($0, "(") }), open > segment.lowerBound
    else { return segment }
    return segment.lowerBound..<open
  }

  /// A name with or without an office before it.
  private func isWhole(_ person: NameReading, in segment: Range<Int>) -> Bool {
    isPure(person, in: segment)
      || isLast(person, in: segment)
        && speakers.role(before: person.tokens.lowerBound, from: segment.lowerBound)?.lowerBound == segment.lowerBound
  }

  /// Only titles and a name.
  private func isPure(_ person: NameReading, in segment: Range<Int>) -> Bool {
    speakers.withoutTitles(before: person.tokens.lowerBound, from: segment.lowerBound) == segment.lowerBound
      && isLast(person, in: segment)
  }

  /// Nothing but letters behind the name stands after it.
  private func isLast(_ person: NameReading, in segment: Range<Int>) -> Bool {
    guard person.tokens.upperBound < segment.upperBound else { return true }
    return (person.tokens.upperBound..<segment.upperBound).allSatisfy {
      !tokens.isWord($0) || speakers.isPostNominal($0) || tokens.flags[$0].contains(.allCapitals)
    }
  }

  private func isExplanation(_ segment: Range<Int>) -> Bool {
    let i = segment.lowerBound
    return tokens.isAny(i, [.determiner, .office, .personNoun]) || tokens.isKey(i, .who) || tokens.isKey(i, .whose)
      || tokens.isKey(i, .which) || tokens.numeral(i) != nil || tokens.isWord(i) && tokens.isCapital(i)
      || tokens.isKey(i, .of) || tokens.isKey(i, .from)
      || tokens.isKey(i, .in)
      // "the Tides Group, chaired by Ann Lee,"
      || tokens.isWord(i) && tokens.isKey(i + 1, .by) && tokens.bytes[tokens.upper(i) - 1] == UInt8(ascii: "d")
  }

  /// `harbour master at Port Haven`: small nouns, one of which is what somebody is.
  private func isTrade(_ segment: Range<Int>) -> Bool {
    let head = segment.lowerBound..<min(segment.upperBound, segment.lowerBound + 4)
    return tokens.isWord(segment.lowerBound)
      && !tokens.isAny(
        segment.lowerBound, [.preposition, .conjunction, .pronoun, .auxiliary, .verb, .adverb, .speech, .saying])
      && head.contains { tokens.isAny($0, [.office, .personNoun]) || tokens.isAny($0, Self.trades) }
  }

  static let trades = WordList(tradeWords.split(whereSeparator: \.isWhitespace).map(String.init))
  static let tradeWords =
    """
    master head lead boss convener convenor organiser organizer coordinator founder adviser advisor ceo cfo coo cto
    consultant trustee partner clerk pilot fellow landlord landlady bursar ranger auctioneer surveyor proprietor shareholder
    actuary tehsildar taoiseach tánaiste midwife dentist physiotherapist pathologist lobbyist librarian archivist
    translator interpreter juror liquidator pharmacist caseworker accountant technician electrician undergraduate postgraduate
    """

  /// A participle in -ing in small letters, or one in -ed before a place.
  private func isDoing(_ i: Int) -> Bool {
    guard tokens.isWord(i), !tokens.isCapital(i), tokens.upper(i) - tokens.lower(i) >= 6,
      !tokens.isAny(i, [.preposition, .office, .personNoun, .orgHead])
    else { return false }
    let end = tokens.upper(i)
    // "Ann Lee, seated beside the mayor, told reporters"
    if tokens.bytes[end - 1] == UInt8(ascii: "d"), tokens.bytes[end - 2] == UInt8(ascii: "e"), !tokens.isKey(i + 1, .by)
    {
      return tokens.isAny(i + 1, [.preposition, .adverb]) || tokens.isKey(i + 1, .next)
    }
    return tokens.bytes[end - 1] == UInt8(ascii: "g") && tokens.bytes[end - 2] == UInt8(ascii: "n")
      && tokens.bytes[end - 3] == UInt8(ascii: "i")
  }

  private func isNominal(_ i: Int) -> Bool {
    tokens.isAny(i, [.determiner, .office, .personNoun, .cardinal]) || tokens.isWord(i) && tokens.isCapital(i)
  }

  /// A subject that touches the verb.
  private func plain(_ range: Range<Int>) -> Attribution? {
    let phrase = phrase(before: range.upperBound, from: range.lowerBound)
    // "Peter Novak, who leads the flood agency said", the second comma forgotten
    if hasOpenClause(before: phrase.lowerBound, from: range.lowerBound), let cue = explained(range) { return cue }
    if let relative = relative(before: phrase.lowerBound, to: range) { return relative }
    guard phrase.contains(where: { tokens.isWord($0) }) else { return nil }
    // "Head of the flood agency, Peter Novak said"
    if phrase.lowerBound - 1 > range.lowerBound, tokens.isSymbol(phrase.lowerBound - 1, ","),
      let person = speakers.person(in: phrase), isPure(person, in: phrase)
    {
      let office = self.phrase(before: phrase.lowerBound - 1, from: range.lowerBound)
      if office.lowerBound == range.lowerBound, speakers.isOffice(office) {
        return speakers.speaker(in: office.lowerBound..<phrase.upperBound)
      }
    }
    // "Peter Novak, head of the flood agency said", the second comma forgotten
    if phrase.lowerBound - 1 > range.lowerBound, tokens.isSymbol(phrase.lowerBound - 1, ","), speakers.isOffice(phrase),
      speakers.person(in: phrase) == nil
    {
      let name = self.phrase(before: phrase.lowerBound - 1, from: range.lowerBound)
      if let person = speakers.person(in: name), isLast(person, in: name) {
        return speakers.speaker(in: name.lowerBound..<phrase.upperBound)
      }
    }
    return speakers.speaker(in: phrase)
  }

  /// Whether ", who" or ", which" begins a clause that no comma ends.
  private func hasOpenClause(before i: Int, from first: Int) -> Bool {
    var who = i
    let stop = max(first, i - 14)
    while who > stop, !tokens.isSymbol(who, ",") { who -= 1 }
    return who > first && tokens.isSymbol(who, ",")
      && (tokens.isKey(who + 1, .who) || tokens.isKey(who + 1, .which) || tokens.isKey(who + 1, .whose))
  }

  /// `a farmer who lost his land`, `a trader who gave her name as Leimas`: the noun before "who", if that stands before the phrase.
  private func relative(before i: Int, to range: Range<Int>) -> Attribution? {
    var who = i
    let stop = max(range.lowerBound, i - 14)
    while who > stop, !tokens.isKey(who, .who), !tokens.isSymbol(who, ",") { who -= 1 }
    guard who > range.lowerBound, tokens.isKey(who, .who), !tokens.isSymbol(who - 1, ",") else { return nil }
    let noun = phrase(before: who, from: range.lowerBound)
    guard noun.contains(where: { tokens.isAny($0, [.personNoun, .office, .pronoun, .irregularPlural, .determiner]) })
    else { return nil }
    return alias(in: who..<range.upperBound, of: noun) ?? speakers.speaker(in: noun)
  }

  /// The name that somebody goes by: `who asked to be called Mateus`, `who gave her name as Leimas`.
  func alias(in clause: Range<Int>, of noun: Range<Int>) -> Attribution? {
    guard tokens.isKey(clause.lowerBound, .who), clause.count <= 16 else { return nil }
    for i in clause.dropFirst() where i + 1 < clause.upperBound && tokens.isWord(i) {
      guard tokens.isKey(i, .as) || tokens.isAny(i, Self.naming) else { continue }
      var end = i + 1
      while end < clause.upperBound, tokens.isWord(end), tokens.isCapital(end) { end += 1 }
      guard end > i + 1, end <= i + 4 else { continue }
      let name = NameReading(tokens: i + 1..<end, kind: .person, name: tokens.line(i + 1..<end), countryCode: nil)
      return Attribution(speaker: name.tokens, name: name, role: speakers.isOffice(noun) ? noun : nil, verb: nil)
    }
    return nil
  }

  /// Back from `end` to the start of the noun phrase: capitals, nouns, "of", articles.
  func phrase(before end: Int, from first: Int) -> Range<Int> {
    if end > first, tokens.isAny(end - 1, .pronoun), !tokens.flags[end - 1].contains(.allCapitals) {
      return end - 1..<end
    }
    var start = end
    let stop = max(first, end - 24)
    while start > stop {
      let i = start - 1
      if narration.isEdge(i) || tokens.isSymbol(i, ",") { break }
      if tokens.isWord(i), !tokens.isCapital(i), endsPhrase(i, start: start, end: end, stop: stop) { break }
      start = i
      // "On a visit to Orrow the Harbour Secretary said": an article right behind another noun begins the phrase.
      if tokens.isAny(i, .determiner), !tokens.isCapital(i), i > stop, tokens.isWord(i - 1), tokens.isCapital(i - 1),
        !tokens.isAny(i - 1, [.preposition, .conjunction, .determiner, .verb, .auxiliary, .title, .office])
      {
        break
      }
    }
    while start < end,
      tokens.kinds[start] == .symbol || tokens.kinds[start] == .clitic
        || tokens.isAny(start, [.preposition, .conjunction])
        || tokens.isAny(start, .adverb) && !tokens.isCapital(start)
    { start += 1 }
    return start..<end
  }

  private func endsPhrase(_ i: Int, start: Int, end: Int, stop: Int) -> Bool {
    if tokens.isKey(i, .and) {
      return
        !(start < end && i > stop
        && (tokens.isCapital(start) && tokens.isCapital(i - 1) || tokens.isAny(i - 1, [.office, .personNoun])))
    }
    if tokens.isAny(i, [.auxiliary, .conjunction]) { return true }
    return tokens.isAny(i, [.verb, .speech, .saying]) && !tokens.isAny(i, [.personNoun, .document, .office, .orgHead])
  }

  // MARK: After the verb

  /// The subject after a verb: `said Mr. Golts, who …`, `explained one resident of the town`.
  func subject(after verb: Int, limit: Int) -> Attribution? {
    let i = verb + 1
    guard i < limit else { return nil }
    if tokens.isAny(i, .pronoun) { return Attribution(speaker: i..<i + 1, name: nil, role: nil, verb: nil) }
    if tokens.isAny(i, [.preposition, .conjunction, .auxiliary, .adverb, .weekday]), !tokens.isCapital(i) {
      return nil
    }
    var end = i
    let last = min(limit, i + 45)
    while end < last, !narration.isEdge(end) { end += 1 }
    let segments = speakers.segments(of: i..<end)
    guard let first = segments.first else { return nil }
    let head = first.lowerBound..<headEnd(first)
    guard head.contains(where: { tokens.isWord($0) }) else { return nil }
    var upper = head.upperBound
    // What stands behind papers tells of somebody else: "according to court documents, Ann Lee, 54, took …".
    if upper == first.upperBound, !tokens.isAny(upper - 1, Self.papers) {
      for segment in segments.dropFirst() {
        guard goesOn(segment) else { break }
        upper = segment.upperBound
      }
    }
    return speakers.speaker(in: i..<upper)
  }

  /// Where the noun phrase after a verb ends: at a verb, "as", "when", "in a statement", a weekday.
  private func headEnd(_ segment: Range<Int>) -> Int {
    let i = segment.lowerBound
    for end in segment.dropFirst() where tokens.isWord(end) && !tokens.isCapital(end) {
      if tokens.isKey(end, .who), end > i { return end }
      if tokens.isAny(end, [.auxiliary, .conjunction]) {
        if tokens.isKey(end, .and), end + 1 < segment.upperBound { continue }
        return end
      }
      if tokens.isAny(end, .preposition), !Self.nominal.contains(where: { tokens.isKey(end, $0) }) { return end }
      // "declared the minister at the opening"
      if tokens.isKey(end, .at),
        (end + 1..<min(end + 4, segment.upperBound)).contains(where: { tokens.isAny($0, Self.occasions) })
      {
        return end
      }
      if tokens.isKey(end, .in),
        tokens.isKey(end + 1, .a) || tokens.isKey(end + 1, .an) || tokens.isAny(end + 1, .pronoun)
      {
        return end
      }
      if tokens.isAny(end, .saying) { return end }
    }
    if let day = segment.dropFirst().first(where: {
      tokens.isAny($0, [.timeUnit, .weekday]) && !tokens.isCapital($0 - 1)
    }) {
      return day
    }
    return segment.upperBound
  }

  /// Prepositions that go on inside the words for a speaker.
  private static let nominal: [Key] = [.of, .for, .in, .at, .from, .with]
  private static let occasions: WordList = [
    "opening", "meeting", "conference", "summit", "launch", "hearing", "ceremony", "event", "briefing", "time", "end",
    "trial", "inquest", "rally", "debate", "forum", "funeral", "unveiling", "reception", "gathering", "session",
  ]

  /// Nothing that has a name of its own behind a comma.
  private static let papers: WordList = [
    "report", "reports", "document", "documents", "records", "papers", "indictment", "indictments", "complaint",
    "affidavit", "filing", "filings", "data",
    "figures", "statistics", "estimates", "lawsuit", "suit", "ruling", "judgment", "judgement", "audit", "minutes",
    "transcript", "evidence", "testimony", "warrant", "plea", "charges",
  ]
  private static let naming: WordList = ["called", "named"]

  /// Whether a stretch between commas still tells of the speaker.
  private func goesOn(_ segment: Range<Int>) -> Bool {
    let i = segment.lowerBound
    if tokens.isKey(i, .who) || tokens.isKey(i, .whose) || tokens.isKey(i, .which) { return true }
    if tokens.isAny(i, [.conjunction, .auxiliary, .saying, .pronoun, .speech]) {
      return tokens.isCapital(i) || tokens.isKey(i, .and) && segment.count < 8
    }
    if tokens.isAny(i, .preposition), !tokens.isKey(i, .of) { return false }
    return !segment.contains { tokens.isAny($0, .auxiliary) && !tokens.isCapital($0) }
  }
}
