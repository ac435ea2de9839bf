/// Who a quotation is ascribed to, as the words around it say.
struct Attribution {
  /// The words for the speaker, without their office where a name follows.
  var speaker: Range<Int>
  var verb: Range<Int>?
  var role: Range<Int>?
}

/// Reads cues of speech: `X said`, `said X`, `according to X`, `X, director of Y, said:`.
struct AttributionReader {
  let tokens: Tokens
  let phrases: NounPhrases
  let people: People

  /// A cue in a stretch of narration. Of several verbs of speech the last before a quotation counts, the first after one.
  func cue(in range: Range<Int>, isBefore: Bool) -> Attribution? {
    guard !range.isEmpty else { return nil }
    if isBefore {
      var i = range.upperBound - 1
      while i >= range.lowerBound {
        if isVerb(i), let cue = cue(verb: i, in: range, isBefore: true) { return cue }
        if let cue = according(at: i, in: range) { return cue }
        i -= 1
      }
      return nil
    }
    var i = range.lowerBound
    while i < range.upperBound {
      if isVerb(i), let cue = cue(verb: i, in: range, isBefore: false) { return cue }
      if let cue = according(at: i, in: range) { return cue }
      i += 1
    }
    return nil
  }

  /// A verb of speech in use: not "calls for", nor a heading's noun.
  func isVerb(_ i: Int) -> Bool {
    guard tokens.isAny(i, .speech), !tokens.isCapital(i) || tokens.flags[i].contains(.lineStart) else { return false }
    if tokens.isAny(i - 1, [.determiner]) || tokens.isKey(i + 1, .for) { return false }
    return true
  }

  /// `According to Italian investigators`
  private func according(at i: Int, in range: Range<Int>) -> Attribution? {
    guard tokens.isKey(i, .according), tokens.isKey(i + 1, .to), i + 2 < range.upperBound,
      let speaker = phrase(from: i + 2, limit: range.upperBound)
    else { return nil }
    return Attribution(speaker: speaker.speaker, verb: i..<i + 2, role: speaker.role)
  }

  private func cue(verb: Int, in range: Range<Int>, isBefore: Bool) -> Attribution? {
    // "it cited the minister as saying"
    if let said = reported(verb, in: range) { return said }
    // "said X", "explained one resident": what follows the verb, where nothing but marks stands before it.
    let isFirst = (range.lowerBound..<verb).allSatisfy { tokens.kinds[$0] == .symbol }
    if isFirst, !isBefore {
      guard let speaker = phrase(from: verb + 1, limit: range.upperBound) else { return nil }
      return Attribution(speaker: speaker.speaker, verb: verb..<verb + 1, role: speaker.role)
    }
    // Auxiliaries and adverbs belong to the verb: "will also emphasise", "has noted".
    var start = verb
    while start > range.lowerBound, tokens.isAny(start - 1, [.auxiliary, .adverb]), !tokens.isAny(start - 1, .pronoun) {
      start -= 1
    }
    guard start > range.lowerBound, let speaker = phrase(before: start, from: range.lowerBound) else { return nil }
    return Attribution(speaker: speaker.speaker, verb: start..<verb + 1, role: speaker.role)
  }

  private func reported(_ verb: Int, in range: Range<Int>) -> Attribution? {
    guard ["cited", "quoted"].contains(tokens.entry(verb).spelling) else { return nil }
    var end = verb + 1
    while end < min(range.upperBound, verb + 14), !tokens.isKey(end, .as) { end += 1 }
    guard end > verb + 1, tokens.isKey(end, .as), tokens.isKey(end + 1, .saying) else { return nil }
    return Attribution(speaker: verb + 1..<end, verb: verb..<verb + 1, role: nil)
  }

  // MARK: Speakers

  /// The speaker before a verb: a person's name that stands at it or is explained up to it, else the noun phrase.
  private func phrase(before verb: Int, from first: Int) -> (speaker: Range<Int>, role: Range<Int>?)? {
    var end = verb
    while end > first, tokens.kinds[end - 1] == .symbol, !tokens.isSymbol(end - 1, ",") { end -= 1 }
    var start = verb
    while start > first, start > verb - 45, !isEdge(start - 1) { start -= 1 }
    if let person = people.last(in: start..<verb), let speaker = speaker(person, at: verb, from: start) {
      return speaker
    }
    if end > first, tokens.isSymbol(end - 1, ",") { end -= 1 }
    let range = clause(before: end, from: first)
    return range.contains { tokens.isWord($0) } ? (range, nil) : nil
  }

  /// `Home Secretary X said`; `X, head of Y, said`; `Head of Y, X, said`. nil if other words stand between name and verb.
  private func speaker(_ person: NameReading, at verb: Int, from first: Int) -> (
    speaker: Range<Int>, role: Range<Int>?
  )? {
    var next = person.tokens.upperBound
    while next < verb, tokens.isAny(next, .postNominal) || tokens.isSymbol(next, "(") || tokens.isSymbol(next, ")") {
      next += 1
    }
    if next == verb || (next == verb - 1 && tokens.isSymbol(next, ",")) {
      var lower = person.tokens.lowerBound
      while lower > first {
        if tokens.isAny(lower - 1, .title), !tokens.isAny(lower - 1, .office) {
          lower -= 1
        } else if tokens.isSymbol(lower - 1, "."), lower - 2 >= first, tokens.isAny(lower - 2, .title) {
          lower -= 1
        } else {
          break
        }
      }
      if lower > first, tokens.isSymbol(lower - 1, ",") { lower -= 1 }
      let role = clause(before: lower, from: first)
      return (person.tokens, role.contains { tokens.isWord($0) } ? role : nil)
    }
    guard tokens.isSymbol(next, ",") else { return nil }
    var upper = verb
    if tokens.isSymbol(upper - 1, ",") { upper -= 1 }
    guard next + 1 < upper,
      !tokens.isAny(next + 1, [.auxiliary, .conjunction, .pronoun]) || tokens.isKey(next + 1, .the)
    else { return nil }
    return (person.tokens, next + 1..<upper)
  }

  private func isEdge(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x2E, 0x3B, 0x3A, 0x201D, 0x201C, 0x22, 0x21, 0x3F, 0x2014:
      return
        !(tokens.details[i] == 0x2E && i > 0
        && (tokens.isAny(i - 1, .title) || tokens.upper(i - 1) - tokens.lower(i - 1) == 1))
    default: return false
    }
  }

  /// Back from `end` to the start of the noun phrase: capitals, nouns, "of", articles.
  private func clause(before end: Int, from first: Int) -> Range<Int> {
    var start = end
    let stop = max(first, end - 18)
    while start > stop {
      let i = start - 1
      if isEdge(i) || tokens.isSymbol(i, ",") { break }
      let joinsNames =
        tokens.isKey(i, .and) && start < end && tokens.isCapital(start) && i > stop && tokens.isCapital(i - 1)
      if tokens.isWord(i), !tokens.isCapital(i), tokens.isAny(i, [.auxiliary, .conjunction]), !joinsNames { break }
      if tokens.isAny(i, .verb), !tokens.isCapital(i), !tokens.isAny(i, [.personNoun, .document, .office]) { break }
      start = i
      if tokens.isAny(i, .pronoun), !tokens.isCapital(end - 1) { break }
    }
    // "In a briefing with reporters" and "Speaking at the dinner" are not speakers.
    while start < end,
      tokens.kinds[start] == .symbol || tokens.isAny(start, [.preposition, .conjunction])
        || tokens.isAny(start, .adverb) && !tokens.isCapital(start)
    { start += 1 }
    return start..<end
  }

  /// The noun phrase after a verb: `said Mr. Golts, who …`, `explained one resident of the town`.
  private func phrase(from i: Int, limit: Int) -> (speaker: Range<Int>, role: Range<Int>?)? {
    var end = i
    let last = min(limit, i + 20)
    while end < last {
      if tokens.isSymbol(end, ",") || isEdge(end) { break }
      if tokens.isWord(end), !tokens.isCapital(end),
        tokens.isAny(end, [.auxiliary, .conjunction])
          || (tokens.isAny(end, .preposition) && !tokens.isKey(end, .of) && !tokens.isKey(end, .for)
            && !tokens.isKey(end, .in) && !tokens.isKey(end, .at))
      {
        break
      }
      if end > i, tokens.isAny(end, .timeUnit) || tokens.isAny(end, .weekday) { break }
      end += 1
    }
    guard end > i else { return nil }
    guard (i..<end).contains(where: { tokens.isWord($0) }) else { return nil }
    return (i..<end, people.apposition(after: end, limit: limit, tokens))
  }
}
