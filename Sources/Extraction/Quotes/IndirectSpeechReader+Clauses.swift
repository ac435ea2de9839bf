import IbidDocuments

/// Where the reported clause begins and ends, and whether anything was said at all.
extension IndirectSpeechReader {
  // MARK: Not said

  /// Whether the words of a cue tell of something that was said: not "did not say", "refused to say", "may announce",
  /// "is expected to say", "if X says", "no minister said".
  func isSaid(_ cue: Attribution, in range: Range<Int>) -> Bool {
    guard let verbs = cue.verb else { return true }
    let words = verbs.dropLast()
    if words.contains(where: {
      tokens.isAny($0, Self.negations) || tokens.isAny($0, Self.modals)
        || tokens.isKey($0, .to) && tokens.isAny($0 - 1, Self.unspoken)
    }) {
      return false
    }
    let first = cue.bounds.lowerBound
    if first < verbs.lowerBound, tokens.isKey(first, .no) || tokens.isAny(first, Self.nobody) { return false }
    let start = cues.subjects.speakers.withoutTitles(before: first, from: range.lowerBound)
    guard start > range.lowerBound else { return true }
    if tokens.isAny(start - 1, Self.conditions) || tokens.isAny(start - 1, Self.nobody) { return false }
    // "It is not true that the mayor said …"
    return
      !(tokens.isKey(start - 1, .that)
      && (max(range.lowerBound, start - 7)..<start - 1).contains {
        tokens.isAny($0, Self.negations) || tokens.isAny($0, Self.denials)
      })
  }

  private static let negations: WordList = ["not", "never", "t", "cannot", "hardly", "yet"]
  /// "Can" is left out: "The Echo can reveal that …" reveals it.
  private static let modals: WordList = ["will", "would", "may", "might", "could", "should", "must", "shall"]
  private static let nobody: WordList = ["nobody", "neither", "nor", "none"]
  private static let conditions: WordList = ["if", "unless", "whether", "until"]
  private static let denials: WordList = ["denied", "denies", "deny", "untrue", "false"]
  static let unspokenWords =
    "refused refuses refuse declined declines decline failed fails expected due set scheduled asked urged told invited likely unlikely able unable poised wants wanted want hopes hoped plans planned planning intends intended reluctant prepared going yet ready willing unwilling trying tried tries forbidden afraid supposed meant threatened threatens threatening hesitated refusing declining agreed agrees promised promises"
  /// What before an infinitive leaves it open or tells that nothing was said.
  private static let unspoken = WordList(unspokenWords.split(separator: " ").map(String.init))
  static let clauseWords =
    "untrue false hardly neither none nobody until whilst pressed quizzed challenged questioned interview briefing hearing speech email e-mail memo tweet post broadcast debate trial rally ceremony remembers remembered remember recalls recalled recall heard hears hear saw watched quote quotes quoted paraphrase prosecuting defending mitigating prosecution plaintiff claimant defendant appellant respondent verdict message view answer reply advice warning motto conclusion response explanation reaction plea assessment promise appeal mrs ms miss mr"

  // MARK: The beginning

  /// How many words name those who are told: `reporters`, `the committee`, `him`, `Tom Reed`; 0 if it cannot be seen.
  func hearer(at i: Int, limit: Int) -> Int {
    if tokens.isAny(i, .pronoun) { return 1 }
    guard tokens.isWord(i) else { return 0 }
    let isLed = tokens.isAny(i, .determiner)
    let first = isLed ? i + 1 : i
    if let person = cues.speakers.people.first(in: i..<min(limit, i + 6)),
      (first..<max(first, person.tokens.lowerBound)).allSatisfy({
        tokens.isCapital($0) || tokens.isAny($0, [.office, .personNoun, .title]) || tokens.isSymbol($0, ".")
      })
    {
      return person.tokens.upperBound - i
    }
    // "the Irish Times", "Mayor Reed"
    var end = first
    while end < limit,
      tokens.isWord(end) ? tokens.isCapital(end) && tokens.numeral(end) == nil : cues.narration.isAbbreviation(end)
    {
      end += tokens.isKey(end + 1, .of) && tokens.isCapital(end + 2) ? 3 : 1
    }
    if end > first { return min(end, limit) - i }
    // "the town council the quay would close": up to the next article, name or number.
    var next = first + 1
    while next < min(limit, first + 4), isPlainNoun(next - 1) {
      if tokens.isAny(next, [.determiner, .pronoun]) || tokens.numeral(next) != nil || tokens.isCapital(next) {
        return next - i
      }
      next += 1
    }
    return isLed ? 2 : 1
  }

  private func isPlainNoun(_ i: Int) -> Bool {
    tokens.isWord(i) && !tokens.isCapital(i) && tokens.numeral(i) == nil
      && (!tokens.isAny(i, WordClass.phraseEnd) || tokens.isAny(i, [.office, .personNoun, .orgHead]))
  }

  /// Past when and where it was said: `late Monday`, `on Monday morning`, `last week`, `in March`, `in a statement`.
  func afterTime(_ i: Int, limit: Int) -> Int {
    var i = i
    for _ in 0..<4 {
      let next = afterOneTime(i)
      guard next > i, next < limit else { return i }
      i = next
    }
    return i
  }

  private func afterOneTime(_ i: Int) -> Int {
    guard [.late, .early, .earlier, .later].contains(where: { tokens.isKey(i, $0) }) else { return afterDay(i) }
    let next = afterDay(i + 1)
    return next > i + 1 ? next : i
  }

  private func afterDay(_ i: Int) -> Int {
    guard tokens.isWord(i) else { return i }
    if tokens.isKey(i, .yesterday) || tokens.isKey(i, .today) || tokens.isKey(i, .tonight) { return i + 1 }
    if tokens.isAny(i, .weekday), tokens.isCapital(i) { return afterDayPart(i + 1) }
    if tokens.isKey(i, .last) || tokens.isKey(i, .this),
      tokens.isAny(i + 1, [.timeUnit, .weekday, .month]) || isDayPart(i + 1)
    {
      return afterDayPart(i + 2)
    }
    if tokens.isKey(i, .on), tokens.isAny(i + 1, .weekday) { return afterDayPart(i + 2) }
    if tokens.isKey(i, .in), tokens.isAny(i + 1, .month), tokens.isCapital(i + 1) {
      return tokens.isAny(i + 2, .determiner) || tokens.numeral(i + 2) == nil ? i + 2 : i + 3
    }
    guard tokens.isKey(i, .in) || tokens.isKey(i, .at) || tokens.isKey(i, .during), tokens.isAny(i + 1, .determiner)
    else { return i }
    for noun in i + 2..<i + 5 where tokens.isWord(noun) {
      if tokens.isAny(noun, .document) || tokens.isAny(noun, Self.occasions) { return noun + 1 }
      if tokens.isAny(noun, WordClass.phraseEnd) { return i }
    }
    return i
  }

  private func afterDayPart(_ i: Int) -> Int { isDayPart(i) ? i + 1 : i }

  private func isDayPart(_ i: Int) -> Bool {
    [.morning, .afternoon, .evening, .night].contains { tokens.isKey(i, $0) }
  }

  private static let occasions: WordList = [
    "interview", "briefing", "hearing", "meeting", "conference", "speech", "email", "e-mail", "memo", "tweet", "post",
    "broadcast",
    "debate", "trial", "rally", "ceremony",
  ]

  // MARK: The end

  /// "After the mayor said the quay would close, …": the sentence goes on in a clause of its own.
  func isSubordinate(_ start: Int, in range: Range<Int>) -> Bool {
    start > range.lowerBound && start - range.lowerBound <= 3 && tokens.isAny(start - 1, Self.subordinators)
  }

  private static let subordinators: WordList = [
    "after", "before", "while", "whilst", "although", "though", "when", "because", "as", "since", "whereas", "once",
  ]

  /// Up to the comma at which the main clause begins; not one inside the reported clause, before "which" or a list's second part.
  func withoutMainClause(_ clause: Range<Int>) -> Range<Int> {
    var (isAside, hasVerb) = (false, false)
    for i in clause.prefix(60) {
      guard tokens.isSymbol(i, ",") else {
        if !isAside, isFinite(i) { hasVerb = true }
        continue
      }
      let next = i + 1
      if isAside {
        isAside = false
        if !hasVerb || isAuxiliary(next) || tokens.isAny(next, .verb) { continue }
      } else if [.which, .who, .whose, .where].contains(where: { tokens.isKey(next, $0) }) {
        isAside = true
        continue
      }
      if hasVerb, !tokens.isKey(next, .and), !tokens.isKey(next, .or),
        tokens.numeral(next) == nil || !tokens.isSymbol(next + 1, ",")
      {
        return clause.lowerBound..<i
      }
    }
    return clause
  }

  /// Whether what stands before ", she said" can be what she said: no "Asked about the quay", "In its report", "When asked".
  func isStatement(_ lead: Range<Int>) -> Bool {
    guard let first = lead.first(where: { tokens.isWord($0) }) else { return false }
    if tokens.isAny(first, .saying) || tokens.isAny(first, Self.questioned) { return false }
    if tokens.isAny(first, .telling), isPast(first, capital: true) || tokens.isKey(first, .told) { return false }
    if tokens.isAny(first, .preposition) {
      return lead.dropFirst().contains {
        if isAuxiliary($0) { return true }
        guard isFinite($0), !tokens.isAny($0 - 1, [.determiner, .preposition]) else { return false }
        // "In May the ferries kept 300 people": a verb with an object, as that of "in a report published on Monday" has none.
        return tokens.isAny($0, [.rise, .fall]) || tokens.numeral($0 + 1) != nil
          || tokens.isAny($0 + 1, [.determiner, .pronoun])
      }
    }
    if tokens.isAny(first, .conjunction), !tokens.isKey(first, .that), !tokens.isKey(first, .but),
      !tokens.isKey(first, .and)
    {
      return lead.contains { tokens.isSymbol($0, ",") }
    }
    return true
  }

  private static let questioned: WordList = ["asked", "pressed", "quizzed", "challenged", "questioned"]

  // MARK: Verbs

  /// A form of "be", "have" or a modal; not the month.
  func isAuxiliary(_ i: Int) -> Bool {
    tokens.isAny(i, .auxiliary) && !(tokens.isCapital(i) && tokens.isAny(i, .month))
  }

  /// A word that may be the verb of a clause.
  func isFinite(_ i: Int) -> Bool {
    isAuxiliary(i) || tokens.isAny(i, [.verb, .past, .future, .speech, .rise, .fall]) || isPast(i, capital: false)
  }

  /// A form in -ed.
  private func isPast(_ i: Int, capital: Bool) -> Bool {
    tokens.endsInED(i) && (capital || !tokens.isCapital(i))
  }
}
