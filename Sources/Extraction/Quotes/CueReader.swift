/// Reads cues of speech: `X said`, `said X`, `according to X`, `X, director of Y, said:`, `quotes attributable to X`.
struct CueReader {
  let tokens: Tokens
  let narration: Narration
  let speakers: SpeakerReader
  let subjects: SubjectReader
  private let phrases: NounPhrases
  /// At hand, as every word is asked for them.
  private let putting = Self.puttingWords

  init(speakers: SpeakerReader) {
    tokens = speakers.tokens
    narration = speakers.narration
    self.speakers = speakers
    subjects = SubjectReader(speakers: speakers)
    phrases = NounPhrases(tokens: speakers.tokens)
  }

  /// A cue in a stretch of narration. Of several verbs of speech the last before a quotation counts, the first after one.
  func cue(in range: Range<Int>, isBefore: Bool) -> Attribution? {
    if isBefore, let cue = heard(in: range) { return cue }
    var i = isBefore ? range.upperBound - 1 : range.lowerBound
    while range.contains(i) {
      if isVerb(i), let cue = cue(verb: i, in: range, isBefore: isBefore) { return cue }
      if let cue = preposition(at: i, in: range) { return cue }
      i += isBefore ? -1 : 1
    }
    return nil
  }

  /// The cue whose verb or "according" is this token.
  func cue(at i: Int, in range: Range<Int>) -> Attribution? {
    guard isVerb(i) else { return preposition(at: i, in: range) }
    // "…, said X.", but "Ann Lee, a diver, told X"
    if tokens.isSymbol(i - 1, ","), i + 1 < range.upperBound, !tokens.isAny(i, .telling),
      tokens.isCapital(i + 1) && !tokens.isAny(i + 1, .weekday) || tokens.isAny(i + 1, .determiner),
      var cue = subjects.subject(after: i, limit: range.upperBound),
      // "X, an engineer, said the dam would hold": what is said, not who says it.
      !tokens.isAny(cue.bounds.upperBound, [.auxiliary, .future])
    {
      cue.verb = i..<i + 1
      return cue
    }
    return cue(verb: i, in: range, isBefore: true)
  }

  // MARK: Verbs

  /// A verb of saying in use: not "calls for", "was told", "the claims" or "a plan called".
  func isVerb(_ i: Int) -> Bool {
    if tokens.isAny(i, putting) { return isFreeWord(i) && (isPutting(i) || isPaying(i) || isGoingOn(i)) }
    // Most words end here, before any of their text is looked at; only words have classes.
    guard tokens.isAny(i, [.speech, .sayingStem]) else { return false }
    guard isFreeWord(i) else { return false }
    if tokens.isAny(i - 1, .determiner) || tokens.isKey(i + 1, .for) { return false }
    if tokens.isAny(i, Self.needsOf), !tokens.isKey(i + 1, .of) { return false }
    // "did not respond to a request": nothing was said.
    if tokens.isKey(i - 1, .not) || tokens.isKey(i - 1, .t), tokens.isAny(i, Self.answering) { return false }
    // "at an earnings call that it held"
    if tokens.isAny(i, .naming), tokens.isAny(i, .sayingStem), tokens.isKey(i + 1, .that) { return false }
    // "if decisions continue to take a year"
    if tokens.isKey(i + 1, .to), tokens.isAny(i, Self.goingOn) { return false }
    if tokens.isAny(i, .speech) {
      // "was asked", but "was quoted as saying"
      if isBe(i - 1) || isBe(i - 2) && tokens.isAny(i - 1, .adverb) { return saying(behind: i) != nil }
      return !tokens.isAny(i, .doubtfulSpeech) || isSingular(i - 1)
    }
    guard tokens.isAny(i, .sayingStem) else { return false }
    if tokens.isKey(i - 1, .to) {
      return tokens.isKey(i - 2, .on) || isHead(ofInfinitive: i - 2)
    }
    return tokens.isAny(i - 1, .auxiliary) && !isBe(i - 1) || isPluralSubject(i - 1)
      || (tokens.isAny(i - 1, .adverb) || isManner(i - 1))
        && (tokens.isAny(i - 2, .auxiliary) || isPluralSubject(i - 2))
  }

  /// A word that begins no name.
  private func isFreeWord(_ i: Int) -> Bool { !tokens.isCapital(i) || tokens.flags[i].contains(.lineStart) }

  /// "put it thus:", "As Lee puts it, “…”": a verb of saying with what follows it.
  private func isPutting(_ i: Int) -> Bool {
    guard tokens.isAny(i, Self.puts), tokens.isKey(i + 1, .it) else { return false }
    let next = i + 2
    return tokens.isSymbol(next, ",") || tokens.isSymbol(next, ":") || tokens.isSymbol(next, ".")
      || tokens.isSymbol(i + 3, ":") || tokens.isSymbol(i + 4, ":")
  }

  /// "paid tribute to the “patience of the crew”"
  private func isPaying(_ i: Int) -> Bool {
    tokens.isAny(i, Self.pays) && tokens.isAny(i + 1, Self.tribute) && tokens.isKey(i + 2, .to)
  }

  /// "She went on: “…”", "“…,” the mayor goes on."
  private func isGoingOn(_ i: Int) -> Bool {
    guard tokens.isAny(i, Self.goes), tokens.isKey(i + 1, .on) else { return false }
    let next = i + 2
    return next >= tokens.count || tokens.kinds[next] == .symbol && !tokens.isHyphen(next)
  }

  /// Where "saying" stands behind "quoted" in `was quoted by the Echo as saying`.
  private func saying(behind verb: Int) -> Int? {
    guard tokens.isAny(verb, Self.citing) || tokens.isKey(verb, .reported) else { return nil }
    for i in verb + 1..<verb + 10 {
      if tokens.isKey(i, .as) { return tokens.isKey(i + 1, .saying) ? i + 1 : nil }
      if i >= tokens.count || narration.isEdge(i) { return nil }
    }
    return nil
  }

  /// "Omar Reyes remembers the pilot saying: “…”": whoever is heard, and not who tells of it.
  private func heard(in range: Range<Int>) -> Attribution? {
    var end = range.upperBound
    while end > range.lowerBound, tokens.kinds[end - 1] == .symbol { end -= 1 }
    let verb = end - 1
    guard verb - range.lowerBound >= 3, tokens.isAny(verb, [.saying, .sayingStem]),
      let hearing = (max(range.lowerBound + 1, verb - 8)..<verb - 1).last(where: { tokens.isAny($0, Self.hearing) }),
      case let phrase = hearing + 1..<verb,
      phrase.allSatisfy({
        tokens.isWord($0)
          ? tokens.isCapital($0) || tokens.isKey($0, .of)
            || !tokens.isAny($0, [.preposition, .conjunction, .auxiliary, .pronoun, .speech, .saying])
          : narration.isAbbreviation($0)
      }),
      phrase.contains(where: { tokens.isCapital($0) || tokens.isAny($0, [.office, .personNoun]) }),
      var cue = speakers.speaker(in: phrase)
    else { return nil }
    cue.verb = verb..<verb + 1
    return cue
  }

  private static let hearing: WordList = [
    "remember", "remembers", "remembered", "recall", "recalls", "recalled", "hear", "hears", "heard", "saw", "watched",
    "quotes", "quoted",
  ]
  private static let goes: WordList = ["went", "goes"]
  private static let puts: WordList = ["put", "puts"]
  private static let pays: WordList = ["paid", "pays"]
  private static let tribute: WordList = ["tribute"]
  private static let puttingWords: WordList = ["put", "puts", "paid", "pays", "went", "goes"]
  /// The words that `isVerb` says yes to beside the classes of verbs, and "according".
  static let startWords = ["put", "puts", "paid", "pays", "according"]
  static let starts: WordClass = [.speech, .sayingStem, .reportStart]
  private static let citing: WordList = ["cited", "quoted", "cites", "quotes"]
  private static let goingOn: WordList = ["continue", "continues", "continued"]
  private static let answering: WordList = ["respond", "reply", "comment", "answer"]
  private static let words: WordList = ["words"]
  private static let attributing: WordList = ["attributable", "attributed"]
  /// `spoke of “a matter of fairness”`; without "of" the words themselves are not given.
  private static let needsOf: WordList = ["speak", "speaks", "spoke"]

  /// `used`, `likes`, `expected` before "to say"; not a noun for people.
  private func isHead(ofInfinitive i: Int) -> Bool {
    guard i >= 0, tokens.isWord(i), !tokens.isCapital(i), !tokens.isAny(i, [.office, .personNoun, .document, .pronoun])
    else {
      return false
    }
    let last = tokens.bytes[tokens.upper(i) - 1]
    return tokens.isAny(i, [.verb, .future]) || last == UInt8(ascii: "s") || last == UInt8(ascii: "d")
  }

  private func isPluralSubject(_ i: Int) -> Bool {
    tokens.isKey(i, .they) || tokens.isKey(i, .we) || tokens.isKey(i, .i) || tokens.isKey(i, .you)
      || tokens.isKey(i, .who)
      || phrases.isPlural(i) && !tokens.isAny(i, .doubtfulSpeech)
  }

  /// A form of "be", after which the form in -ed is passive.
  private func isBe(_ i: Int) -> Bool {
    tokens.isKey(i, .was) || tokens.isKey(i, .were) || tokens.isKey(i, .been) || tokens.isKey(i, .be)
      || tokens.isKey(i, .is)
      || tokens.isKey(i, .are) || tokens.isKey(i, .being)
  }

  /// What a form in -s may follow that could be a plural noun: "he claims", "the minister notes", "Berg reports".
  private func isSingular(_ i: Int) -> Bool {
    guard i >= 0, tokens.isWord(i) else {
      return tokens.isSymbol(i, ",") || tokens.isSymbol(i, ")")
        || i >= 0 && tokens.kinds[i] == .symbol && narration.isEdge(i)
    }
    return tokens.isCapital(i) || tokens.isAny(i, [.pronoun, .office, .personNoun, .adverb, .orgHead])
      || tokens.isKey(i, .who)
  }

  /// Where the words of the verb begin: "will also emphasise", "went on to say", "is expected to tell".
  private func start(ofVerb verb: Int, from first: Int) -> Int {
    var start = verb
    while start > first, start > verb - 6, !tokens.isAny(start - 1, .pronoun) {
      let i = start - 1
      if tokens.isAny(i, [.auxiliary, .adverb]) || isManner(i), !tokens.isCapital(i) || tokens.isAny(i, .auxiliary) {
        start = i
      } else if tokens.isKey(i, .to) || tokens.isKey(i, .on) || tokens.isKey(start, .to) && isHead(ofInfinitive: i)
        || tokens.isKey(start, .on) && tokens.isAny(i, .verb)
      {
        guard start < verb || tokens.isKey(i, .to) else { return start }
        start = i
      } else {
        return start
      }
    }
    return start
  }

  /// `repeatedly`, `angrily`: a word in -ly before a verb.
  private func isManner(_ i: Int) -> Bool {
    guard tokens.isWord(i), !tokens.isCapital(i), tokens.upper(i) - tokens.lower(i) >= 5 else { return false }
    return tokens.bytes[tokens.upper(i) - 1] == UInt8(ascii: "y")
      && tokens.bytes[tokens.upper(i) - 2] == UInt8(ascii: "l")
  }

  // MARK: Cues

  private func cue(verb: Int, in range: Range<Int>, isBefore: Bool) -> Attribution? {
    if let saying = saying(behind: verb), saying < range.upperBound {
      let start = start(ofVerb: verb, from: range.lowerBound)
      guard start > range.lowerBound, start < verb, var cue = subjects.subject(before: start, from: range.lowerBound)
      else {
        return reported(verb, in: range)
      }
      cue.verb = start..<saying + 1
      return cue
    }
    if let said = reported(verb, in: range) { return said }
    // "said X", "explained one resident": what follows the verb, where nothing but marks stands before it.
    let isFirst = !(range.lowerBound..<verb).contains { tokens.kinds[$0] != .symbol }
    if isFirst, !isBefore || tokens.isCapital(verb) {
      guard var cue = subjects.subject(after: verb, limit: range.upperBound) else { return nil }
      cue.verb = verb..<verb + 1
      return cue
    }
    // "In practice, says Gail Holt of the agents’ board, “…”"
    if verb > range.lowerBound, tokens.isSymbol(verb - 1, ","), !tokens.isAny(verb, .telling),
      tokens.isAny(range.lowerBound, [.preposition, .adverb, .conjunction]), verb + 1 < range.upperBound,
      tokens.isCapital(verb + 1) || tokens.isKey(verb + 1, .the) && tokens.isCapital(verb + 2),
      !tokens.isAny(verb + 1, [.weekday, .month]),
      var cue = subjects.subject(after: verb, limit: range.upperBound), cue.name != nil
    {
      cue.verb = verb..<verb + 1
      return cue
    }
    let start = start(ofVerb: verb, from: range.lowerBound)
    guard start > range.lowerBound, var cue = subjects.subject(before: start, from: range.lowerBound),
      !isBefore || !isNarrator(cue)
    else { return nil }

    guard tokens.isAny(verb, Self.goes) else {
      cue.verb = start..<verb + 1
      return cue
    }
    // "The strike went on: “…”": only people go on in words.
    guard
      cue.name?.kind == .person || cue.speaker.contains(where: { tokens.isAny($0, [.pronoun, .office, .personNoun]) })
    else { return nil }
    cue.verb = start..<verb + 2
    return cue
  }

  /// "I" and "we" tell of others: "A nurse wrote to me, and I read out one line: “…”".
  private func isNarrator(_ cue: Attribution) -> Bool {
    tokens.isKey(cue.speaker.lowerBound, .i) || tokens.isKey(cue.speaker.lowerBound, .we)
      || tokens.isKey(cue.speaker.lowerBound, .you)
  }

  /// `it cited the minister as saying`, `the minister was quoted as saying`.
  private func reported(_ verb: Int, in range: Range<Int>) -> Attribution? {
    guard tokens.isAny(verb, Self.citing) else { return nil }
    var end = verb + 1
    while end < min(range.upperBound, verb + 14), !tokens.isKey(end, .as) { end += 1 }
    guard tokens.isKey(end, .as), tokens.isKey(end + 1, .saying), end > verb + 1,
      var cue = speakers.speaker(in: verb + 1..<end)
    else { return nil }
    cue.verb = verb..<verb + 1
    return cue
  }

  /// `According to Italian investigators`, `Quotes attributable to the Member for Barwon`.
  private func preposition(at i: Int, in range: Range<Int>) -> Attribution? {
    guard tokens.isWord(i), i + 2 < range.upperBound else { return nil }
    // "In the words of her predecessor, “…”"
    if tokens.isKey(i + 1, .of), tokens.isAny(i, Self.words), tokens.isKey(i - 1, .the), tokens.isKey(i - 2, .in),
      i - 2 >= range.lowerBound, var cue = subjects.subject(after: i + 1, limit: range.upperBound)
    {
      cue.verb = i..<i + 2
      return cue
    }
    guard tokens.isKey(i + 1, .to) else { return nil }
    guard tokens.isKey(i, .according) || tokens.isAny(i, Self.attributing) else {
      return nil
    }
    guard var cue = subjects.subject(after: i + 1, limit: range.upperBound) else { return nil }
    cue.verb = i..<i + 2
    return cue
  }
}
