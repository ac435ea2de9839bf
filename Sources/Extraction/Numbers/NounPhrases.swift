/// Finds noun phrases by their edges: they go on until a word of another kind or a mark.
struct NounPhrases {
  let tokens: Tokens

  /// Whether a word looks like a plural noun: `boats`, `people`; not `previous`, `is`.
  func isPlural(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens.isWord(i) else { return false }
    let entry = tokens.entry(i)
    if entry.classes.contains(.irregularPlural) { return true }
    if entry.classes.contains(.changeNoun), Self.endsInS(tokens, i) { return true }
    if !entry.classes.isDisjoint(with: WordClass.phraseEnd.union(.notPlural)) { return false }
    return Self.endsInS(tokens, i)
  }

  /// Four letters or more and a plural's -s: -ss, -us and -is are singulars or adjectives. `NGOs` counts, `USS` does not.
  private static func endsInS(_ tokens: Tokens, _ i: Int) -> Bool {
    let (lower, upper) = (tokens.lower(i), tokens.upper(i))
    guard upper - lower >= 3 else { return false }
    let (last, before) = (tokens.bytes[upper - 1], tokens.bytes[upper - 2])
    if before >= 0x41, before <= 0x5A, last == UInt8(ascii: "s") { return true }
    guard upper - lower >= 4, last | 0x20 == UInt8(ascii: "s"), !tokens.flags[i].contains(.isDotted) else {
      return false
    }
    switch before | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return false
    default: return true
    }
  }

  /// Whether a word may stand inside a noun phrase.
  func isPhraseWord(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens.isWord(i) else { return false }
    // "13,000 US troops": the country, not the pronoun.
    return tokens.entry(i).classes.isDisjoint(with: WordClass.phraseEnd)
      || tokens.isKey(i, .us) && tokens.flags[i].contains(.allCapitals)
  }

  /// A participle before its noun: `displaced people`, `missing children`.
  private func isParticiple(_ i: Int) -> Bool {
    guard tokens.isAny(i, .verb) else { return false }
    let (lower, upper) = (tokens.lower(i), tokens.upper(i))
    guard upper - lower >= 4 else { return false }
    let last = tokens.bytes[upper - 1] | 0x20
    let before = tokens.bytes[upper - 2] | 0x20
    return last == UInt8(ascii: "d") && before == UInt8(ascii: "e")
      || last == UInt8(ascii: "g") && before == UInt8(ascii: "n")
      || last == UInt8(ascii: "n") && before == UInt8(ascii: "e")
  }

  /// The phrase that a number counts: adjectives and nouns up to a plural, at most eight words.
  ///
  /// nil where no plural follows before the phrase ends.
  func counted(at i: Int, limit: Int) -> Range<Int>? {
    var next = i
    // "12,000 flee floods": what they do.
    if tokens.isAny(i, Self.deeds) { return nil }
    let last = min(limit, i + 8)
    while next < last {
      if isPlural(next) {
        var end = next + 1
        // "arms dealers", "customs officers": the last plural is the head.
        while end < last, isPlural(end), tokens.isSpaced(end), !tokens.flags[end].contains(.lineStart),
          tokens.isCapital(end) == tokens.isCapital(next)
        {
          end += 1
        }
        return i..<end
      }
      if isPhraseWord(next) || isParticiple(next) {
        next += 1
        if next < last, tokens.isHyphen(next) { next += 1 }
        continue
      }
      // "R&D engineers"
      if next > i, tokens.isSymbol(next, "&"), !tokens.isSpaced(next), next + 1 < last, !tokens.isSpaced(next + 1),
        tokens.isWord(next + 1)
      {
        next += 1
        continue
      }
      // "existing or new locations", "dead and injured people"
      if next > i, tokens.isKey(next, .or) || tokens.isKey(next, .and), next + 1 < last, isPhraseWord(next + 1),
        !isPlural(next + 1) || next == i + 1
      {
        next += 1
        continue
      }
      return nil
    }
    return nil
  }

  /// The phrase that starts at a token, with its "of" and "in" phrases, up to a verb or a mark; what is measured.
  func measured(at i: Int, limit: Int, words: Int = 10) -> Range<Int>? {
    var start = i
    while start < limit, tokens.isAny(start, .determiner) { start += 1 }
    var end = start
    let last = min(limit, start + words)
    while end < last {
      if end > start, isVerb(end, limit: limit) { break }
      if isPhraseWord(end) || (tokens.isHyphen(end) && end > start) {
        end += 1
      } else if end == start, isParticiple(end) {
        end += 1
      } else if end > start, tokens.isKey(end, .of), end + 1 < last,
        isPhraseWord(end + 1) || tokens.isAny(end + 1, .determiner)
      {
        end += 1
        while end < last, tokens.isAny(end, .determiner) { end += 1 }
      } else {
        break
      }
    }
    return end > start ? start..<end : nil
  }

  /// `pupils passed`, `workers support the plan`: behind a plural, a word in -ed or one with an article behind it is a verb.
  private func isVerb(_ i: Int, limit: Int) -> Bool {
    guard isPhraseWord(i) || tokens.endsInED(i) else { return false }
    guard isPlural(i - 1) || tokens.isAny(i - 1, .irregularPlural) else {
      return tokens.endsInED(i) && i + 1 < limit && tokens.isAny(i + 1, [.determiner, .pronoun])
    }
    if tokens.endsInED(i) || tokens.isAny(i, .past) { return true }
    return !isPlural(i) && i + 1 < limit && tokens.isAny(i + 1, [.determiner, .pronoun])
  }

  /// What a verb at a token tells of: the phrase before it, without the place, time or group that it ends with.
  ///
  /// `teacher vacancies in Kent rose` → `teacher vacancies`, `emissions among the over-65s fell` → `emissions`.
  func subject(before verb: Int, from first: Int) -> Range<Int>? {
    var end = withoutTime(before: verb, from: first)
    var phrase = measured(before: end, from: first)
    for _ in 0..<3 {
      guard var start = phrase?.lowerBound else { break }
      while start > first, tokens.isAny(start - 1, .determiner) { start -= 1 }
      // "the over-65s": the number is part of the phrase.
      if start - 3 > first, tokens.kinds[start - 1] == .number, !tokens.isSpaced(start), tokens.isHyphen(start - 2) {
        start -= 3
        while start > first, tokens.isAny(start - 1, .determiner) { start -= 1 }
      }
      // "pupils who passed rose", "pupils that passed rose": the clause tells which; "the claim that prices rose" has another.
      let isClause =
        tokens.isKey(start - 1, .who)
        || tokens.isKey(start - 1, .that) && phrase.map { tokens.endsInED($0.upperBound - 1) } ?? false
      guard start - 1 > first, isClause || tokens.isAny(start - 1, Self.placing) else { break }
      end = withoutTime(before: start - 1, from: first)
      guard let head = measured(before: end, from: first) else {
        if isClause { phrase = nil }
        break
      }
      phrase = head
    }
    guard let phrase else { return nil }
    // "clinics of Angus and Fife": not what is in the second of two places.
    if phrase.lowerBound - 2 > first, tokens.isKey(phrase.lowerBound - 1, .and), tokens.isCapital(phrase.lowerBound),
      tokens.isCapital(phrase.lowerBound - 2)
    {
      return nil
    }
    // "Last year road deaths"
    var start = phrase.lowerBound
    if start + 1 < phrase.upperBound, tokens.isAny(start, .timeUnit), start > first,
      tokens.isAny(start - 1, [.adverb, .determiner])
    {
      start += 1
    }
    return start..<phrase.upperBound
  }

  /// Before "this year", "last month" at the end of a phrase.
  private func withoutTime(before i: Int, from first: Int) -> Int {
    guard i - 2 > first, tokens.isAny(i - 1, .timeUnit), tokens.isAny(i - 2, Self.lasts) else { return i }
    return i - 2
  }

  /// Verbs in the form that headlines give them behind a number of people, and no nouns.
  private static let deeds: WordList = [
    "flee", "await", "attend", "seek", "lose", "perish", "mourn", "evacuate", "apply", "enrol", "enroll",
  ]
  private static let lasts: WordList = ["this", "last", "next", "each", "every"]
  private static let placing: WordList = [
    "in", "at", "among", "amongst", "across", "within", "outside", "on", "for", "between", "under", "over",
  ]

  /// `Waiting` of "Waiting lists": a participle that begins a phrase.
  private func isOfPhrase(_ i: Int, from first: Int) -> Bool {
    guard tokens.isAny(i, .verb), isParticiple(i), isPhraseWord(i + 1) else { return false }
    return i == first || tokens.isAny(i - 1, [.determiner, .conjunction]) || tokens.isSymbol(i - 1, ",")
  }

  /// The phrase that ends before a token, back to a verb or a mark; what rose or fell.
  func measured(before i: Int, from first: Int, words: Int = 12) -> Range<Int>? {
    var start = i
    // "Gas use rose", "Port calls have fallen": no verb stands beside another.
    if start > first, tokens.isAny(start - 1, .verb), !tokens.isAny(start - 1, .auxiliary), !tokens.endsInED(start - 1),
      start - 1 > first, isPhraseWord(start - 2)
    {
      start -= 1
    }
    let stop = max(first, i - words)
    while start > stop {
      let previous = start - 1
      if tokens.isKey(previous, .of) || tokens.isAny(previous, .determiner) || tokens.isHyphen(previous)
        || isPhraseWord(previous)
        || tokens.isKey(previous, .from) || start < i && isOfPhrase(previous, from: first)
      {
        start = previous
      } else {
        break
      }
    }
    while start < i, tokens.isAny(start, [.determiner, .preposition]) || tokens.isDash(start) { start += 1 }
    return start < i ? start..<i : nil
  }
}
