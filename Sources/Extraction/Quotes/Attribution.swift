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
    guard tokens.isKey(i, .according), tokens.isKey(i + 1, .to), i + 2 < range.upperBound, let speaker = phrase(from: i + 2, limit: range.upperBound) else { return nil }
    return Attribution(speaker: speaker.speaker, verb: i..<i + 2, role: speaker.role)
  }

  private func cue(verb: Int, in range: Range<Int>, isBefore: Bool) -> Attribution? {
    // "said X", "explained one resident": what follows the verb, where nothing but marks stands before it.
    let isFirst = (range.lowerBound..<verb).allSatisfy { tokens.kinds[$0] == .symbol }
    if isFirst, !isBefore {
      guard let speaker = phrase(from: verb + 1, limit: range.upperBound) else { return nil }
      return Attribution(speaker: speaker.speaker, verb: verb..<verb + 1, role: speaker.role)
    }
    // Auxiliaries and adverbs belong to the verb: "will also emphasise", "has noted".
    var start = verb
    while start > range.lowerBound, tokens.isAny(start - 1, [.auxiliary, .adverb]), !tokens.isAny(start - 1, .pronoun) { start -= 1 }
    guard start > range.lowerBound, let speaker = phrase(before: start, from: range.lowerBound) else { return nil }
    return Attribution(speaker: speaker.speaker, verb: start..<verb + 1, role: speaker.role)
  }

  // MARK: Speakers

  /// The noun phrase before a verb: back to the start of its clause; appositions between commas are roles.
  private func phrase(before verb: Int, from first: Int) -> (speaker: Range<Int>, role: Range<Int>?)? {
    var end = verb
    while end > first, tokens.kinds[end - 1] == .symbol, !tokens.isSymbol(end - 1, ","), !tokens.isSymbol(end - 1, ")") { end -= 1 }
    // "X, role, said"
    if end > first, tokens.isSymbol(end - 1, ",") {
      end -= 1
      var comma = end
      while comma > first, !isEdge(comma - 1), !tokens.isSymbol(comma - 1, ",") || isInsideRole(comma - 1, first: first) { comma -= 1 }
      guard comma > first, tokens.isSymbol(comma - 1, ",") else {
        // ", said": what stands before the comma is the speaker, with its office.
        return trimmed(clause(before: end, from: first))
      }
      let before = clause(before: comma - 1, from: first)
      let (left, right) = (before, comma..<end)
      // The name is on one side, the role on the other.
      if isName(right), !isName(left) { return (right, left.isEmpty ? nil : left) }
      if left.isEmpty { return trimmed(right) }
      let name = trimmed(left)
      return name.map { ($0.speaker, right) }
    }
    return trimmed(clause(before: end, from: first))
  }

  /// A comma within "Chair of the Independent Inquiry, Culture and Media": only a name's comma ends the role.
  private func isInsideRole(_ comma: Int, first: Int) -> Bool {
    // The words before the comma are a name when they are two to four capitals after an edge.
    var start = comma
    while start > first, tokens.isWord(start - 1), tokens.isCapital(start - 1) { start -= 1 }
    let count = comma - start
    return !(count >= 2 && count <= 5 && (start == first || isEdge(start - 1) || !tokens.isKey(start - 1, .of) && !tokens.isKey(start - 1, .the) && !tokens.isKey(start - 1, .for)))
  }

  private func isEdge(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x2E, 0x3B, 0x3A, 0x201D, 0x201C, 0x22, 0x21, 0x3F, 0x2014: return !(tokens.details[i] == 0x2E && i > 0 && (tokens.isAny(i - 1, .title) || tokens.upper(i - 1) - tokens.lower(i - 1) == 1))
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
      if tokens.isWord(i), !tokens.isCapital(i), tokens.isAny(i, [.auxiliary, .conjunction]) { break }
      if tokens.isAny(i, .verb), !tokens.isCapital(i), !tokens.isAny(i, [.personNoun, .document, .office]) { break }
      start = i
      if tokens.isAny(i, .pronoun), !tokens.isCapital(end - 1) { break }
    }
    // "In a briefing with reporters" and "Speaking at the dinner" are not speakers.
    while start < end, tokens.isAny(start, [.preposition, .adverb]) || tokens.kinds[start] == .symbol { start += 1 }
    return start..<end
  }

  /// The noun phrase after a verb: `said Mr. Golts, who …`, `explained one resident of the town`.
  private func phrase(from i: Int, limit: Int) -> (speaker: Range<Int>, role: Range<Int>?)? {
    var end = i
    let last = min(limit, i + 20)
    while end < last {
      if tokens.isSymbol(end, ",") || isEdge(end) { break }
      if tokens.isWord(end), !tokens.isCapital(end), tokens.isAny(end, [.auxiliary, .conjunction]) || (tokens.isAny(end, .preposition) && !tokens.isKey(end, .of) && !tokens.isKey(end, .for) && !tokens.isKey(end, .in) && !tokens.isKey(end, .at)) { break }
      if end > i, tokens.isAny(end, .timeUnit) || tokens.isAny(end, .weekday) { break }
      end += 1
    }
    guard end > i else { return nil }
    guard let speaker = trimmed(i..<end) else { return nil }
    // ", director of the centre" after a name is a role.
    var role = speaker.role
    if role == nil, end < last, tokens.isSymbol(end, ","), end + 1 < limit, isName(speaker.speaker) {
      var close = end + 1
      while close < min(limit, end + 16), !tokens.isSymbol(close, ","), !isEdge(close) { close += 1 }
      if (end + 1..<close).contains(where: { tokens.isAny($0, [.office, .personNoun]) }), !tokens.isKey(end + 1, .who) { role = end + 1..<close }
    }
    return (speaker.speaker, role)
  }

  /// Splits `Home Secretary James Cleverly` into the name and what they are.
  private func trimmed(_ range: Range<Int>) -> (speaker: Range<Int>, role: Range<Int>?)? {
    guard !range.isEmpty, range.contains(where: { tokens.isWord($0) }) else { return nil }
    return (range, nil)
  }

  private func isName(_ range: Range<Int>) -> Bool {
    guard range.count >= 1, range.count <= 6 else { return false }
    return range.allSatisfy { !tokens.isWord($0) || tokens.isCapital($0) && tokens.entry($0).classes.isDisjoint(with: [.preposition, .determiner, .orgHead]) || tokens.isAny($0, .title) }
  }
}
