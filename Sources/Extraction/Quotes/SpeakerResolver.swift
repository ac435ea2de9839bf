/// Who a speaker is, as far as the document says.
struct Speaker {
  /// Full name of a person or body, nil where the document gives none.
  var name: String?
  var kind: MentionKind = .person
  /// The words for the speaker; those that a pronoun stands for where nobody is named.
  var text: String
  var role: String?
}

/// Ties the words for speakers to names: a name in them, a surname said before, a pronoun or office after a named speaker.
///
/// Works through quotations in text order. "He" is the last person who was the subject of a sentence or spoke; names inside
/// quotations are not asked. "The judge" is the last person whose role holds the word.
struct SpeakerResolver {
  let tokens: Tokens
  let narration: Narration
  let speakers: SpeakerReader
  /// Names of people outside quotations, in text order.
  let told: [NameReading]
  private var fullNames: [String: String] = [:]
  private var roles: [String: String] = [:]
  /// Who spoke, in text order: where the words for them stand and where the quotation ends.
  private(set) var spoken: [(speaker: Speaker, at: Int, upper: Int)] = []
  private(set) var lastBody: (speaker: Speaker, at: Int)?
  /// The quotation that is being ascribed.
  private(set) var current = 0..<0
  /// Whether a person of this name is a woman, as far as titles, kin or the name itself tell.
  private(set) var women: [String: Bool] = [:]

  init(speakers: SpeakerReader, drafts: [QuoteDraft]) {
    tokens = speakers.tokens
    narration = speakers.narration
    self.speakers = speakers
    var told: [NameReading] = []
    var next = 0
    for person in speakers.people.names {
      while next < drafts.count, drafts[next].tokens.upperBound <= person.tokens.lowerBound { next += 1 }
      if next < drafts.count, drafts[next].form != .indirect, drafts[next].tokens.lowerBound <= person.tokens.lowerBound
      {
        continue
      }
      told.append(person)
    }
    self.told = told
    for draft in drafts {
      guard let cue = draft.cue, let name = cue.name, name.kind == .person else { continue }
      if let blank = name.name.utf8.lastIndex(of: 0x20) {
        let surname = String(name.name[name.name.utf8.index(after: blank)...])
        if fullNames[surname] == nil { fullNames[surname] = name.name }
      }
      if let role = cue.role, roles[name.name] == nil { roles[name.name] = tokens.line(role) }
    }
    for person in told {
      let name = full(person)
      if women[name] == nil, let isWoman = isWoman(person) { women[name] = isWoman }
    }
  }

  func full(_ person: NameReading) -> String {
    person.name.utf8.contains(0x20) ? person.name : fullNames[person.name] ?? person.name
  }

  /// The speaker of the next quotation in text order.
  mutating func resolve(_ cue: Attribution, of draft: QuoteDraft) -> Speaker {
    current = draft.tokens
    let speaker = speaker(of: cue)
    if speaker.name != nil || isSomebody(cue) {
      let at = cue.speaker.lowerBound
      if speaker.kind == .org {
        lastBody = (speaker, at)
      } else {
        spoken.append((speaker, at, max(at, draft.tokens.upperBound)))
      }
    }
    return speaker
  }

  private func isSomebody(_ cue: Attribution) -> Bool {
    cue.name != nil || cue.speaker.contains { tokens.isAny($0, [.office, .personNoun]) }
  }

  private func speaker(of cue: Attribution) -> Speaker {
    let text = tokens.line(cue.speaker)
    if let name = cue.name {
      let full = namesake(of: name) ?? self.full(name)

      return Speaker(
        name: full, kind: name.kind, text: text,
        role: cue.role.map { tokens.line($0) } ?? role(of: full) ?? rank(of: name))
    }
    if isPersonalPronoun(cue.speaker) {
      return antecedent(
        before: cue.speaker.lowerBound,
        isWoman: tokens.isKey(cue.speaker.lowerBound, .she) || tokens.isKey(cue.speaker.lowerBound, .her))
        ?? Speaker(text: text)
    }
    if isBodyPronoun(cue.speaker) {
      return body(before: cue.speaker.lowerBound) ?? Speaker(text: text)
    }
    if cue.speaker.count == 1, let full = fullNames[text] {
      return Speaker(name: full, text: text, role: cue.role.map { tokens.line($0) } ?? role(of: full))
    }
    if cue.speaker.count == 1, let found = speakers.people.body(beginningWith: cue.speaker.lowerBound, tokens) {
      return Speaker(name: found.name, kind: .org, text: text)
    }
    if isLoneName(cue.speaker) {
      return Speaker(name: text, text: text, role: cue.role.map { tokens.line($0) })
    }
    if isSaidAgain(cue.speaker), let known = person(called: cue.speaker) { return known }
    if let known = person(retold: cue.speaker) { return known }
    if isBodySaidAgain(cue.speaker), let known = body(called: cue.speaker) { return known }
    return Speaker(text: text, role: cue.role.map { tokens.line($0) })
  }

  /// `Gronk` in "said Gronk": one word with a capital that no list of everyday words has, or a given name.
  private func isLoneName(_ words: Range<Int>) -> Bool {
    let i = words.lowerBound
    guard words.count == 1, tokens.isWord(i), tokens.isCapital(i), !tokens.flags[i].contains(.allCapitals),
      tokens.upper(i) - tokens.lower(i) >= 3, !tokens.isAny(i, [.demonym, .office, .personNoun, .pronoun, .orgHead])
    else { return false }
    if tokens.isAny(i, .firstName) { return true }
    let marks = NameTable.shared.marks(ofToken: i, in: tokens)
    if marks.contains(.given), !marks.contains(.word) { return true }
    return tokens.details[i] == 0 && marks.isDisjoint(with: [.word, .city, .region])
      && !NounPhrases(tokens: tokens).isPlural(i)
  }

  private func role(of name: String) -> String? {
    speakers.people.role(of: name).map { tokens.line($0) } ?? roles[name]
  }

  func rank(of person: NameReading) -> String? {
    speakers.rank(before: person.tokens.lowerBound, from: max(0, person.tokens.lowerBound - 3)).map { tokens.line($0) }
  }

  func named(_ person: NameReading) -> Speaker {
    let full = full(person)
    return Speaker(name: full, text: tokens.line(person.tokens), role: role(of: full) ?? rank(of: person))
  }

  // MARK: Offices

  /// `the judge`, `the Collector`: an office said again.
  func isSaidAgain(_ range: Range<Int>) -> Bool {
    (2...4).contains(range.count) && tokens.isKey(range.lowerBound, .the)
      && range.dropFirst().allSatisfy { tokens.isWord($0) }
      && tokens.isAny(range.upperBound - 1, [.office, .title, .personNoun])
  }

  /// The person before it whose role or title holds all the words, or the first behind it.
  func person(called range: Range<Int>) -> Speaker? {
    let words = range.dropFirst().map { tokens.entry($0).spelling }
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    if let last = spoken.last, last.speaker.name != nil, Self.holds(last.speaker.role, words) { return last.speaker }
    var index = index(before: range.lowerBound)
    var seen = 0
    while index >= 0, seen < 60 {
      if let speaker = speaker(told[index], called: words) { return speaker }
      index -= 1
      seen += 1
    }
    // "The judge told Ann Lee": whoever the same sentence names behind the office is spoken to or of.
    let end = narration.sentenceEnd(after: range.upperBound, limit: tokens.count)
    for person in told[(self.index(before: end) + 1)...].prefix(20) {
      if let speaker = speaker(person, called: words) { return speaker }
    }
    return nil
  }

  private func speaker(_ person: NameReading, called words: [String]) -> Speaker? {
    let speaker = named(person)
    return Self.holds(speaker.role, words) || Self.holds(tokens.line(style(before: person)), words)
      || isSaidToBe(person, words) ? speaker : nil
  }

  /// The words that lead to a name and tell of nobody else: `Harbour Judge`, `colonel`; not "the judge who tried" or "told".
  private func style(before person: NameReading) -> Range<Int> {
    let upper = person.tokens.lowerBound
    var lower = upper
    while lower > 0, lower > upper - 3, case let i = lower - 1,
      tokens.isWord(i) ? isStyle(i) : tokens.isSymbol(i, ".") || tokens.isSymbol(i, ",") && lower == upper
    {
      lower = i
    }
    return lower..<upper
  }

  private func isStyle(_ i: Int) -> Bool {
    tokens.isCapital(i)
      ? !tokens.isAny(i, WordClass.phraseEnd) : tokens.isAny(i, [.title, .office, .personNoun])
  }

  /// "Ann Lee is the mayor of Tully": what a sentence about somebody says that they are.
  private func isSaidToBe(_ person: NameReading, _ words: [String]) -> Bool {
    var i = person.tokens.upperBound
    guard tokens.isKey(i, .is) || tokens.isKey(i, .was) else { return false }
    i += 1
    if tokens.isAny(i, .determiner), !tokens.isKey(i, .no) { i += 1 }
    var left = words
    let limit = min(tokens.count, i + 5)
    while i < limit, tokens.isWord(i),
      !tokens.isAny(i, [.preposition, .conjunction, .pronoun, .auxiliary, .determiner])
    {
      left.removeAll { $0 == tokens.entry(i).spelling }
      if left.isEmpty {
        let next = i + 1
        return next >= tokens.count || tokens.kinds[next] == .symbol && !tokens.isHyphen(next)
          || tokens.isAny(next, [.preposition, .conjunction])
      }
      i += 1
    }
    return false
  }

  /// `the league`, `the ministry`, `the company`: a body said again by its kind.
  private func isBodySaidAgain(_ range: Range<Int>) -> Bool {
    (2...3).contains(range.count) && tokens.isKey(range.lowerBound, .the)
      && range.dropFirst().allSatisfy { tokens.isWord($0) && !tokens.isCapital($0) }
      && (tokens.isAny(range.upperBound - 1, .orgHead) || tokens.isAny(range.upperBound - 1, .bodyNoun))
  }

  /// The last body before it whose name ends with the word; a company or the like is the body that spoke last.
  func body(called range: Range<Int>) -> Speaker? {
    let noun = tokens.entry(range.upperBound - 1).spelling
    // "The Port Office closed six quays, the agency said": the body of the same sentence.
    if Self.anyBodies.contains(noun), let near = speakers.people.lastBody(before: range.lowerBound),
      near.tokens.lowerBound >= narration.sentenceStart(before: range.lowerBound, from: max(0, range.lowerBound - 80))
    {
      return Speaker(name: near.name, kind: .org, text: tokens.line(range))
    }
    if !noun.isEmpty, let found = speakers.people.body(endingIn: noun, before: range.lowerBound, tokens) {
      return Speaker(name: found.name, kind: .org, text: tokens.line(range))
    }
    guard Self.anyBodies.contains(noun), let lastBody,
      range.lowerBound - lastBody.at < Self.reach
    else { return nil }
    return Speaker(name: lastBody.speaker.name, kind: .org, text: tokens.line(range))
  }

  private static let anyBodies: Set<String> = ["company", "firm", "group", "charity", "agency", "union"]

  private static func holds(_ role: String?, _ words: [String]) -> Bool {
    guard let role, !role.isEmpty else { return words.isEmpty }
    let known = MoneyReader.lowercased(role).utf8.split { isBetweenWords($0) }
    return words.allSatisfy { word in
      // "Col." is the colonel and nothing else.
      let isShort = short[word] != nil
      let shortened = shortForms[word] ?? []
      return known.contains { part in
        !isShort && part.elementsEqual(word.utf8) || shortened.contains { part.elementsEqual($0.utf8) }
      }
    }
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// What is written out when it is said again: `Col. Warren`, then "the colonel".
  private static let short = [
    "col": "colonel", "gen": "general", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "cmdr": "commander",
    "adm": "admiral", "maj": "major", "sen": "senator", "gov": "governor", "rep": "representative", "prof": "professor",
    "dr": "doctor", "rev": "reverend", "justice": "judge", "cllr": "councillor", "insp": "inspector",
  ]

  /// The other way round.
  private static let shortForms = Dictionary(grouping: short.keys) { short[$0] ?? "" }
}
