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
  private let told: [NameReading]
  private var fullNames: [String: String] = [:]
  private var roles: [String: String] = [:]
  /// The last person who spoke, where the words for them stand and where the quotation ends.
  private var last: (speaker: Speaker, at: Int, upper: Int)?
  private var lastBody: (speaker: Speaker, at: Int)?

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
      if let surname = name.name.split(separator: " ").last.map(String.init), surname != name.name,
        fullNames[surname] == nil
      {
        fullNames[surname] = name.name
      }
      if let role = cue.role, roles[name.name] == nil { roles[name.name] = tokens.line(role) }
    }
  }

  /// The speaker of the next quotation in text order.
  mutating func resolve(_ cue: Attribution, of draft: QuoteDraft) -> Speaker {
    let speaker = speaker(of: cue)
    if speaker.name != nil || isSomebody(cue) {
      let at = cue.speaker.lowerBound
      if speaker.kind == .org {
        lastBody = (speaker, at)
      } else {
        last = (speaker, at, max(at, draft.tokens.upperBound))
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
      let full = name.name.contains(" ") ? name.name : fullNames[name.name] ?? name.name

      return Speaker(
        name: full, kind: name.kind, text: text,
        role: cue.role.map { tokens.line($0) } ?? role(of: full) ?? rank(of: name))
    }
    if isPersonalPronoun(cue.speaker) {
      return antecedent(before: cue.speaker.lowerBound) ?? Speaker(text: text)
    }
    if isBodyPronoun(cue.speaker) {
      return body(before: cue.speaker.lowerBound) ?? Speaker(text: text)
    }
    if cue.speaker.count == 1, let full = fullNames[text] {
      return Speaker(name: full, text: text, role: cue.role.map { tokens.line($0) } ?? role(of: full))
    }
    if isSaidAgain(cue.speaker), let known = person(called: cue.speaker) { return known }
    return Speaker(text: text, role: cue.role.map { tokens.line($0) })
  }

  private func role(of name: String) -> String? {
    speakers.people.role(of: name).map { tokens.line($0) } ?? roles[name]
  }

  private func rank(of person: NameReading) -> String? {
    speakers.rank(before: person.tokens.lowerBound, from: max(0, person.tokens.lowerBound - 3)).map { tokens.line($0) }
  }

  private func named(_ person: NameReading) -> Speaker {
    let full = person.name.contains(" ") ? person.name : fullNames[person.name] ?? person.name
    return Speaker(name: full, text: tokens.line(person.tokens), role: role(of: full) ?? rank(of: person))
  }

  // MARK: Pronouns

  private func isPersonalPronoun(_ range: Range<Int>) -> Bool {
    range.count == 1 && (tokens.isKey(range.lowerBound, .he) || tokens.isKey(range.lowerBound, .she))
  }

  private func isBodyPronoun(_ range: Range<Int>) -> Bool {
    range.count == 1 && (tokens.isKey(range.lowerBound, .they) || tokens.isKey(range.lowerBound, .it))
  }

  /// Most tokens between a pronoun and whom it stands for.
  private static let reach = 400

  /// Whom "he" or "she" stands for.
  private func antecedent(before i: Int) -> Speaker? {
    let named = subject(before: i)
    if let noun = unnamed(before: i, after: named?.at ?? 0), noun.at > last?.at ?? 0 { return Speaker(text: noun.text) }
    if let last, i - last.upper < Self.reach, last.at >= named?.at ?? 0 { return last.speaker }
    if let named, named.isSubject || last == nil || i - (last?.at ?? 0) > 150 { return self.named(named.person) }
    if let last, i - last.upper < Self.reach { return last.speaker }
    return named.map { self.named($0.person) }
  }

  /// The last person who is the subject of a sentence; of three sentences without one, the person named last.
  private func subject(before i: Int) -> (person: NameReading, at: Int, isSubject: Bool)? {
    var index = index(before: i)
    guard index >= 0, i - told[index].tokens.lowerBound < Self.reach else { return nil }
    let nearest = told[index]
    for _ in 0..<3 {
      guard index >= 0, i - told[index].tokens.lowerBound < Self.reach else { break }
      let start = narration.sentenceStart(
        before: told[index].tokens.lowerBound, from: max(0, told[index].tokens.lowerBound - 60))
      var first: NameReading?
      while index >= 0, told[index].tokens.lowerBound >= start {
        if isSubject(told[index]) { first = told[index] }
        index -= 1
      }
      if let first { return (first, first.tokens.lowerBound, true) }
    }
    return (nearest, nearest.tokens.lowerBound, false)
  }

  /// Index in `told` of the last name before a token; -1 if there is none.
  private func index(before token: Int) -> Int {
    var (low, high) = (0, told.count)
    while low < high {
      let middle = (low + high) / 2
      if told[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Neither after a preposition nor before a possessive.
  private func isSubject(_ person: NameReading) -> Bool {
    let next = person.tokens.upperBound
    if next < tokens.count, tokens.kinds[next] == .clitic, tokens.isKey(next, .s) { return false }
    if tokens.isSymbol(next, "\u{2019}"), !tokens.isSpaced(next) { return false }
    var before =
      speakers.withoutTitles(before: person.tokens.lowerBound, from: max(0, person.tokens.lowerBound - 6)) - 1
    while before > 0, tokens.isAny(before, .office), tokens.isCapital(before) { before -= 1 }
    return !tokens.isAny(before, .preposition) && !tokens.isKey(before, .and)
  }

  /// Somebody without a name who was told of: `one migrant from Homs`, `a teacher`; not what explains a name.
  private func unnamed(before i: Int, after first: Int) -> (text: String, at: Int)? {
    var noun = i - 1
    let stop = max(2, first, i - 80)
    while noun > stop {
      defer { noun -= 1 }
      guard tokens.isAny(noun, .personNoun) else { continue }
      guard
        let start = [noun - 1, noun - 2].first(where: {
          tokens.isKey($0, .a) || tokens.isKey($0, .an) || tokens.isKey($0, .one)
        }),
        !tokens.isSymbol(start - 1, ","), !tokens.isKey(start - 1, .as), !tokens.isKey(start - 1, .is),
        !tokens.isKey(start - 1, .was)
      else { continue }
      var end = noun + 1
      while end < i, tokens.isWord(end), !tokens.isAny(end, [.speech, .auxiliary, .conjunction, .verb]) { end += 1 }
      return (tokens.line(start..<end), start)
    }
    return nil
  }

  /// The body that "they" or "it" stands for: the last that spoke, or one that begins the sentence or the one before.
  private func body(before i: Int) -> Speaker? {
    if let found = speakers.people.lastBody(before: i), i - found.tokens.lowerBound < 60,
      found.tokens.lowerBound > lastBody?.at ?? 0
    {
      let start = narration.sentenceStart(before: found.tokens.lowerBound, from: max(0, found.tokens.lowerBound - 60))
      let opens = (start..<found.tokens.lowerBound).allSatisfy { !tokens.isWord($0) || tokens.isAny($0, .determiner) }
      if opens { return Speaker(name: found.name, kind: .org, text: tokens.line(found.tokens)) }
    }
    if let lastBody, i - lastBody.at < Self.reach { return lastBody.speaker }
    return nil
  }

  // MARK: Offices

  /// `the judge`, `the minister`: an office said again, in small letters.
  private func isSaidAgain(_ range: Range<Int>) -> Bool {
    (2...4).contains(range.count) && tokens.isKey(range.lowerBound, .the)
      && range.dropFirst().allSatisfy { tokens.isWord($0) && !tokens.isCapital($0) }
      && tokens.isAny(range.upperBound - 1, [.office, .title, .personNoun])
  }

  /// The person before it whose role or title holds all the words.
  private func person(called range: Range<Int>) -> Speaker? {
    let words = range.dropFirst().map { tokens.entry($0).spelling }
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    if let last, last.speaker.name != nil, Self.holds(last.speaker.role, words) { return last.speaker }
    var index = index(before: range.lowerBound)
    var seen = 0
    while index >= 0, seen < 60 {
      let person = told[index]
      let title = max(0, person.tokens.lowerBound - 3)
      let speaker = named(person)
      if Self.holds(speaker.role, words) || Self.holds(tokens.line(title..<person.tokens.lowerBound), words) {
        return speaker
      }
      index -= 1
      seen += 1
    }
    return nil
  }

  private static func holds(_ role: String?, _ words: [String]) -> Bool {
    guard let role else { return false }
    let known = MoneyReader.lowercased(role).split(whereSeparator: { " ,.-".contains($0) }).map {
      short[String($0)] ?? String($0)
    }
    return words.allSatisfy { word in known.contains(word) }
  }

  /// What is written out when it is said again: `Col. Warren`, then "the colonel".
  private static let short = [
    "col": "colonel", "gen": "general", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "cmdr": "commander",
    "adm": "admiral", "maj": "major", "sen": "senator", "gov": "governor", "rep": "representative", "prof": "professor",
    "dr": "doctor", "rev": "reverend", "justice": "judge", "cllr": "councillor", "insp": "inspector",
  ]
}
