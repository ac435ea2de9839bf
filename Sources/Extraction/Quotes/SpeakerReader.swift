/// Reads the words for a speaker: a name with its office before or after it, a body, an office or another noun alone.
///
/// `Health Minister Jane Okafor`, `Peter Novak, head of the flood agency`, `the head of one of them, Peter Novak`,
/// `Jane Okafor of the ministry`, `a market trader`.
struct SpeakerReader {
  let tokens: Tokens
  let narration: Narration
  let people: People

  /// Reads a phrase that is known to stand for a speaker, commas and explanations included; nil if it has no word.
  func speaker(in range: Range<Int>) -> Attribution? {
    let segments = segments(of: range)
    for (index, segment) in segments.enumerated() {
      guard let person = person(in: segment) else { continue }
      let before = role(before: person.tokens.lowerBound, from: segment.lowerBound)
      let isPure =
        segment.lowerBound
        == (before?.lowerBound ?? withoutTitles(before: person.tokens.lowerBound, from: segment.lowerBound))
      if index > 0, !isPure { continue }
      var role = before
      if role == nil, index > 0, isOffice(segments[index - 1]) { role = segments[index - 1] }
      if role == nil {
        let rest = Array(segments.dropFirst(index + 1))
        role = explanation(after: person, in: segment, rest) ?? apposition(rest)
      }
      return Attribution(speaker: person.tokens, name: person, role: role, verb: nil)
    }
    guard let first = segments.first else { return nil }
    var lower = first.lowerBound
    while lower < first.upperBound, !tokens.isWord(lower) || isLeadIn(lower) { lower += 1 }
    var upper = first.upperBound
    // "“…” (in the words of a resident)": the bracket is not the speaker's.
    if upper - 1 > lower, tokens.isSymbol(upper - 1, ")"),
      !(lower..<upper).contains(where: { tokens.isSymbol($0, "(") })
    {
      upper -= 1
    }
    let words = lower..<upper
    guard !words.isEmpty else { return nil }
    let isTold =
      tokens.isKey(words.lowerBound, .a) || tokens.isKey(words.lowerBound, .an) || tokens.isKey(words.lowerBound, .one)
    let role = !isTold && words.count <= 12 && words.contains { isHead($0) } ? words : nil
    return Attribution(speaker: words, name: people.body(in: words, tokens), role: role, verb: nil)
  }

  /// The head of an office's name: `secretary`, and `Member` of "the Member for Leeds".
  private func isHead(_ i: Int) -> Bool {
    tokens.isAny(i, .office)
      || tokens.isAny(i, .personNoun) && tokens.isCapital(i) && !tokens.isAny(i + 1, .personNoun)
        && tokens.isKey(i + 1, .for)
  }

  /// "In a briefing" and "Speaking" open a sentence and are no speaker.
  private func isLeadIn(_ i: Int) -> Bool {
    tokens.isAny(i, [.preposition, .conjunction]) || tokens.isAny(i, .adverb) && !tokens.isCapital(i)
  }

  /// The stretches between commas, those inside brackets left whole; at most ten.
  func segments(of range: Range<Int>) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for i in range {
      if tokens.isSymbol(i, "(") { depth += 1 }
      if tokens.isSymbol(i, ")") { depth = max(0, depth - 1) }
      guard depth == 0, tokens.isSymbol(i, ",") else { continue }
      if start < i { segments.append(start..<i) }
      start = i + 1
      if segments.count == 10 { return segments }
    }
    if start < range.upperBound { segments.append(start..<range.upperBound) }
    return segments
  }

  // MARK: Names

  /// The first person named in a segment who may be its head: not "Jane Okafor’s lawyer", not "counsel for Jane Okafor".
  func person(in segment: Range<Int>) -> NameReading? {
    var from = segment.lowerBound
    while let found = people.first(in: from..<segment.upperBound) {
      let person = extended(found, in: segment)
      if isBeforeOffice(person.tokens.upperBound, in: segment) {
        from = person.tokens.upperBound
        continue
      }
      if !isDependent(person.tokens, in: segment) { return person }
      from = max(from + 1, found.tokens.upperBound)
    }
    return capitals(in: segment)
  }

  /// Whether an office and another name follow at once: "El Orta Special Agent in Charge Ann Lee", whose office is there.
  private func isBeforeOffice(_ end: Int, in segment: Range<Int>) -> Bool {
    guard let other = people.first(in: end..<max(end, segment.upperBound)),
      (1...7).contains(other.tokens.lowerBound - end)
    else { return false }
    let between = end..<other.tokens.lowerBound
    return between.contains { tokens.isAny($0, [.office, .personNoun]) && tokens.isCapital($0) }
      && between.allSatisfy {
        tokens.isWord($0) && (tokens.isCapital($0) || tokens.isKey($0, .in) || tokens.isKey($0, .of))
      }
  }

  /// The name with initials before it and a nickname inside it: `A. R. Kulkarni`, `Walter “Buck” Tilden`.
  private func extended(_ person: NameReading, in segment: Range<Int>) -> NameReading {
    var (lower, upper) = (person.tokens.lowerBound, person.tokens.upperBound)
    while lower - 2 >= segment.lowerBound, tokens.isSymbol(lower - 1, "."), isInitial(lower - 2) { lower -= 2 }
    if upper + 3 < segment.upperBound, narration.isNickname(from: upper, to: upper + 2) {
      upper += 4
    } else if lower - 4 >= segment.lowerBound, narration.isNickname(from: lower - 3, to: lower - 1) {
      lower -= 4
    }
    // "Alison May", where the surname is a month as well.
    if upper - lower == 1, upper < segment.upperBound, tokens.isWord(upper), tokens.isCapital(upper),
      tokens.isAny(upper, .month), tokens.numeral(upper + 1) == nil
    {
      upper += 1
    }
    guard lower..<upper != person.tokens else { return person }
    var longer = person
    longer.tokens = lower..<upper
    longer.name = tokens.line(lower..<upper)
    return longer
  }

  private func isInitial(_ i: Int) -> Bool {
    tokens.isWord(i) && tokens.isCapital(i) && tokens.upper(i) - tokens.lower(i) == 1
  }

  /// Whether a name only says whose or for whom the head is.
  private func isDependent(_ name: Range<Int>, in segment: Range<Int>) -> Bool {
    let next = name.upperBound
    if next < segment.upperBound {
      if tokens.kinds[next] == .clitic, tokens.isKey(next, .s) { return true }
      if tokens.isSymbol(next, "\u{2019}"), !tokens.isSpaced(next), endsInS(next - 1) { return true }
    }
    var before = withoutTitles(before: name.lowerBound, from: segment.lowerBound)
    // "the family of the late Jane Okafor", "aides to President Jane Okafor"
    // and "a spokeswoman for Harbour Minister Jane Okafor"
    while before > segment.lowerBound,
      tokens.isAny(before - 1, [.office, .determiner])
        || before < name.lowerBound && tokens.isWord(before - 1) && tokens.isCapital(before - 1)
    { before -= 1 }
    // "Federation of Divers President Jane Okafor" is she, "a spokeswoman for President Jane Okafor" is not.
    let heads: WordClass =
      (before..<name.lowerBound).contains { tokens.isAny($0, .office) }
      ? [.office, .personNoun, .document] : [.office, .personNoun, .orgHead, .document]
    return before > segment.lowerBound && tokens.isAny(before - 1, .preposition)
      && (segment.lowerBound..<before - 1).contains {
        tokens.isAny($0, heads) || !tokens.isCapital($0) && tokens.isWord($0)
      }
  }

  /// `the Hon`, `the Rt Hon` before a name.
  func isHonour(_ i: Int) -> Bool { tokens.isAny(i, Self.honours) }

  private static let honours: WordList = ["hon", "rt", "honourable", "honorable"]

  private func endsInS(_ i: Int) -> Bool {
    tokens.isWord(i) && tokens.bytes[tokens.upper(i) - 1] | 0x20 == UInt8(ascii: "s")
  }

  /// Back over `Dr`, `Mr.`, `Her Honour`: where the title before a name begins.
  func withoutTitles(before i: Int, from first: Int) -> Int {
    var lower = i
    while lower > first {
      if tokens.isAny(lower - 1, .title), !tokens.isAny(lower - 1, .office) {
        lower -= 1
      } else if tokens.isKey(lower - 1, .the), lower < i, isHonour(lower) {
        lower -= 1
      } else if tokens.isSymbol(lower - 1, "."), lower - 2 >= first, tokens.isAny(lower - 2, .title) {
        lower -= 2
      } else {
        break
      }
    }
    return lower
  }

  /// A name that only its place tells of: two to five capitalised words at a verb of saying, office and title left out.
  private func capitals(in segment: Range<Int>) -> NameReading? {
    var i = segment.lowerBound
    while i < segment.upperBound {
      guard isNamePart(i) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < segment.upperBound, continuesName(end, limit: segment.upperBound) { end += 1 }
      while end > i + 2, isPostNominal(end - 1) { end -= 1 }
      var start = i
      for at in i..<end where tokens.isAny(at, [.title, .office, .personNoun]) { start = at + 1 }
      if start < end, tokens.isSymbol(start, ".") { start += 1 }
      while end > start, !tokens.isWord(end - 1) { end -= 1 }
      let words = (start..<end).reduce(0) { $0 + (tokens.isWord($1) ? 1 : 0) }
      let name = start..<end
      // "Samir Eid", "Ann French": a surname may be a word for a people.
      let isNamed =
        name.dropLast().allSatisfy(isPersonal) && (isPersonal(end - 1) || words == 2 && tokens.isAny(end - 1, .demonym))
      if words >= 2, words <= 5, isNamed, !people.namesOther(in: name),
        !isDependent(name, in: segment),
        start == segment.lowerBound || start > i || !tokens.isAny(start - 1, [.determiner, .preposition, .conjunction])
      {
        return NameReading(tokens: name, kind: .person, name: tokens.line(name), countryCode: nil)
      }
      i = max(i + 1, end)
    }
    return nil
  }

  /// `MP`, `KC`, `OAM` behind a name.
  func isPostNominal(_ i: Int) -> Bool {
    tokens.isWord(i)
      && (tokens.isAny(i, .postNominal)
        || tokens.flags[i].contains(.allCapitals) && tokens.upper(i) - tokens.lower(i) <= 4)
  }

  private func isNamePart(_ i: Int) -> Bool {
    tokens.isWord(i) && tokens.isCapital(i)
      && !tokens.isAny(i, [.determiner, .pronoun, .preposition, .conjunction, .auxiliary, .month, .weekday])
  }

  private func continuesName(_ i: Int, limit: Int) -> Bool {
    if tokens.isWord(i) {
      if tokens.isCapital(i) { return isNamePart(i) && (tokens.isSpaced(i) || !tokens.isWord(i - 1)) }
      return isParticle(i) && i + 1 < limit && tokens.isWord(i + 1) && tokens.isCapital(i + 1)
    }
    if tokens.isHyphen(i) { return i + 1 < limit && tokens.isWord(i + 1) }
    // "Evan J.R. Pell"
    if tokens.isSymbol(i, "."), !tokens.isSpaced(i), tokens.flags[i - 1].contains(.isDotted),
      tokens.upper(i - 1) - tokens.lower(i - 1) == 3
    {
      return i + 1 < limit && isNamePart(i + 1)
    }
    return narration.isAbbreviation(i) || tokens.kinds[i] == .symbol && narration.isNicknameMark(i)
  }

  /// `de`, `van`, `bin`, `ap` between the parts of a name.
  private func isParticle(_ i: Int) -> Bool { Self.particles.contains(tokens.text(i)) }

  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "bin", "ibn",
    "al", "el", "ap", "ab", "af", "av", "zu", "y", "e",
  ]

  private func isPersonal(_ i: Int) -> Bool {
    guard tokens.isWord(i) else { return true }
    if !tokens.isCapital(i) { return isParticle(i) }
    if tokens.flags[i].contains(.hasDigit) { return false }
    if tokens.flags[i].contains(.allCapitals), tokens.upper(i) - tokens.lower(i) > 2 {
      return tokens.flags[i].contains(.isDotted) && tokens.upper(i) - tokens.lower(i) <= 4
    }
    return tokens.isAny(i, .firstName)
      || !tokens.isAny(
        i,
        [.orgHead, .programmeHead, .lawHead, .placeHead, .eventHead, .demonym, .adverb, .document, .timeUnit, .season])
  }

  // MARK: Offices

  /// Whether words say what somebody is: an office or a noun for a person, no preposition before it.
  func isOffice(_ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { tokens.isWord($0) }), !tokens.isAny(first, [.preposition, .saying]) else {
      return false
    }
    return range.contains {
      tokens.isAny($0, [.office, .personNoun]) || tokens.isAny($0, .title) && tokens.isAny($0, .office)
    }
  }

  /// The office before a name: `Health Minister`, `Its chief executive`; nil where only a title or nothing stands there.
  func role(before name: Int, from first: Int) -> Range<Int>? {
    let upper = name
    var end = withoutTitles(before: name, from: first)
    if end > first, tokens.isSymbol(end - 1, ",") { end -= 1 }
    var start = end
    while start > first, start > upper - 20, belongsToOffice(start - 1, end: end) {
      start -= 1
      // "In Orrow the Harbour Secretary": an article right behind another name begins the office.
      if tokens.isAny(start, .determiner), !tokens.isCapital(start), start - 1 > first, tokens.isWord(start - 1),
        tokens.isCapital(start - 1), !tokens.isAny(start - 1, [.office, .personNoun])
      {
        break
      }
    }
    while start < end, !tokens.isWord(start) || tokens.isAny(start, [.preposition, .conjunction]) { start += 1 }
    let range = start..<end
    let rank = rank(before: name, from: first)
    return range != rank && range.contains { tokens.isAny($0, [.office, .personNoun]) } ? range : nil
  }

  /// A title that says a little of what somebody is: `Col.`, `Judge`, `Professor`.
  func rank(before name: Int, from first: Int) -> Range<Int>? {
    var i = name - 1
    if i > first, tokens.isSymbol(i, ".") { i -= 1 }
    guard i >= first, tokens.isAny(i, .title), tokens.isAny(i, .office) else { return nil }
    if i > first, tokens.isAny(i - 1, [.office, .title]) || tokens.isCapital(i - 1) && tokens.isWord(i - 1) {
      return nil
    }
    return i..<i + 1
  }

  private func belongsToOffice(_ i: Int, end: Int) -> Bool {
    if tokens.kinds[i] == .clitic { return tokens.isKey(i, .s) }
    if tokens.kinds[i] == .symbol {
      return tokens.isHyphen(i) || tokens.isSymbol(i, "&") || tokens.isSymbol(i, "(") || tokens.isSymbol(i, ")")
        || tokens.isSymbol(i, "\u{2019}") || tokens.isSymbol(i, "/")
        || narration.isAbbreviation(i)
    }
    guard tokens.isWord(i) else { return false }
    if tokens.isAny(i, [.month, .weekday]), !tokens.isAny(i, .firstName) { return false }
    if tokens.isCapital(i) { return !tokens.isAny(i, [.preposition, .pronoun]) || tokens.isAny(i, .determiner) }
    if tokens.isKey(i, .of) || tokens.isKey(i, .for) || tokens.isKey(i, .and) { return i + 1 < end }
    if tokens.isKey(i, .into) || tokens.isKey(i, .on) || tokens.isKey(i, .against) {
      return i + 1 < end && i > 0 && tokens.isCapital(i - 1) && tokens.isCapital(i + 1)
    }
    if tokens.isKey(i, .in) || tokens.isKey(i, .at) || tokens.isKey(i, .to) {
      return i + 1 < end && i > 0 && (tokens.isCapital(i - 1) || tokens.isAny(i - 1, [.office, .personNoun]))
    }
    if tokens.isAny(i, .determiner) { return true }
    return !tokens.isAny(i, [.preposition, .conjunction, .pronoun, .auxiliary, .adverb, .speech, .saying])
      && (!tokens.isAny(i, .verb) || tokens.isAny(i, [.office, .personNoun]))
  }
}
