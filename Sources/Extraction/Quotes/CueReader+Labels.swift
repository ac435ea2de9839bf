// Speakers that no verb of saying marks: lead-ins with a colon, and names below a quotation.

extension CueReader {
  /// The paragraph before, where it ends in a colon: `The minister said:`, `Jane Okafor, Health Minister:`.
  func introduction(inParagraphBefore paragraph: Int, _ document: DocumentPart) -> Attribution? {
    guard paragraph > 0 else { return nil }
    let range = document.paragraphs[paragraph - 1].tokens
    guard !range.isEmpty else { return nil }
    guard tokens.isSymbol(range.upperBound - 1, ":") else {
      guard narration.isStop(range.upperBound - 1) else { return nil }
      return issuer(
        ofStatementIn: narration.sentenceStart(before: range.upperBound - 1, from: range.lowerBound)..<range.upperBound)
    }
    let sentence = narration.sentenceStart(before: range.upperBound - 1, from: range.lowerBound)..<range.upperBound
    if let cue = cue(in: sentence, isBefore: true) { return cue }
    return label(sentence.lowerBound..<sentence.upperBound - 1)
  }

  /// “…,” Berg beams, “…,” she enthused: whoever does anything right behind a quotation that ends in a comma.
  func unlisted(in tail: Range<Int>) -> Attribution? {
    let first = tail.lowerBound
    guard first + 1 < tail.upperBound, tokens.isWord(first) else { return nil }
    if tokens.isKey(first, .he) || tokens.isKey(first, .she) {
      return isDeed(first + 1)
        ? Attribution(speaker: first..<first + 1, name: nil, role: nil, verb: first + 1..<first + 2) : nil
    }
    guard let person = speakers.people.first(in: first..<min(tail.upperBound, first + 4)),
      case let verb = person.tokens.upperBound, verb < tail.upperBound, isDeed(verb),
      isLed(person.tokens.lowerBound, from: first), var cue = speakers.speaker(in: first..<verb), cue.name != nil
    else { return nil }
    cue.verb = verb..<verb + 1
    return cue
  }

  /// A small word in -ed or -s that may be a verb.
  private func isDeed(_ i: Int) -> Bool {
    guard tokens.isWord(i), !tokens.isCapital(i), tokens.upper(i) - tokens.lower(i) >= 4,
      !tokens.isAny(i, [.auxiliary, .preposition, .conjunction, .determiner, .pronoun, .adverb, .personNoun, .office])
    else { return false }
    let (last, before) = (tokens.bytes[tokens.upper(i) - 1], tokens.bytes[tokens.upper(i) - 2])
    return last == UInt8(ascii: "d") && before == UInt8(ascii: "e")
      || last == UInt8(ascii: "s") && before != UInt8(ascii: "s")
  }

  /// "The mayor issued the following statement after the vote.": who speaks in the quotation behind the sentence.
  func issuer(ofStatementIn sentence: Range<Int>) -> Attribution? {
    guard
      let statement = sentence.first(where: { tokens.isKey($0, .following) && tokens.isAny($0 + 1, Self.statements) }),
      tokens.isKey(statement - 1, .the), statement - 2 > sentence.lowerBound
    else { return nil }
    // "released the following statement", "today issued via a spokesman the following statement"
    guard
      let verb = (max(sentence.lowerBound + 1, statement - 8)..<statement - 1).last(where: {
        tokens.isAny($0, Self.issuing)
      })
    else { return nil }
    var start = verb
    while start > sentence.lowerBound + 1, tokens.isAny(start - 1, [.auxiliary, .adverb]) { start -= 1 }
    guard var cue = subjects.subject(before: start, from: sentence.lowerBound) else { return nil }
    cue.verb = nil
    return cue
  }

  private static let statements: WordList = ["statement", "statements", "remarks", "comment", "comments", "response"]
  private static let issuing: WordList = [
    "released", "issued", "made", "gave", "offered", "provided", "shared", "published", "delivered", "releases",
    "issues",
  ]

  /// Who is named before a colon: "Jane Okafor, Health Minister", "Okafor made it explicit".
  func label(_ range: Range<Int>) -> Attribution? {
    guard !range.isEmpty else { return nil }
    if let owner = owner(ofWordsIn: range) { return owner }
    let segments = speakers.segments(of: range)
    if segments.count > 1, let alias = subjects.alias(in: segments[1], of: segments[0]) { return alias }
    if let person = speakers.person(in: range) {
      if range.count <= 24, var cue = speakers.speaker(in: range), cue.name?.tokens == person.tokens {
        cue.verb = nil
        return cue
      }
      return Attribution(
        speaker: person.tokens, name: person,
        role: speakers.role(before: person.tokens.lowerBound, from: range.lowerBound), verb: nil)
    }
    guard let phrase = NounPhrases(tokens: tokens).measured(at: range.lowerBound, limit: range.upperBound, words: 6),
      speakers.people.body(in: phrase, tokens) != nil
        || phrase.contains(where: { tokens.isAny($0, [.office, .personNoun, .orgHead, .document]) })
    else { return nil }
    return Attribution(speaker: phrase, name: speakers.people.body(in: phrase, tokens), role: nil, verb: nil)
  }

  /// "Ann Lee’s message was simple", "Her verdict", "To quote Ann Lee": whose words stand behind the colon.
  func owner(ofWordsIn range: Range<Int>) -> Attribution? {
    let first = range.lowerBound
    if tokens.isKey(first, .to), tokens.isAny(first + 1, Self.quoting), first + 2 < range.upperBound {
      return speakers.speaker(in: first + 2..<range.upperBound)
    }
    guard let noun = range.prefix(14).first(where: { tokens.isAny($0, Self.utterances) && !tokens.isCapital($0) })
    else { return nil }
    // "her last message to the crew": what belongs to it in small letters.
    var owner = noun
    while owner > first, owner > noun - 3, tokens.isWord(owner - 1), !tokens.isCapital(owner - 1),
      !tokens.isAny(owner - 1, [.preposition, .determiner, .verb, .auxiliary])
    { owner -= 1 }
    guard owner > first else { return nil }
    if tokens.isKey(owner - 1, .his) || tokens.isKey(owner - 1, .her) {
      let isAlone =
        owner - 1 == first || tokens.isSymbol(owner - 2, ",") || tokens.isKey(owner - 2, .but)
        || tokens.isKey(owner - 2, .and)
      return isAlone ? Attribution(speaker: owner - 1..<owner, name: nil, role: nil, verb: nil) : nil
    }
    let isPossessive =
      tokens.kinds[owner - 1] == .clitic && tokens.isKey(owner - 1, .s)
      || tokens.isSymbol(owner - 1, "\u{2019}") && !tokens.isSpaced(owner - 1)
    guard isPossessive, owner - 1 > first else { return nil }
    let phrase = subjects.phrase(before: owner - 1, from: first)
    guard phrase.lowerBound == first || tokens.isSymbol(phrase.lowerBound - 1, ","),
      speakers.people.first(in: phrase) != nil || speakers.people.body(in: phrase, tokens) != nil
        || phrase.contains(where: { tokens.isAny($0, [.office, .personNoun, .orgHead]) })
    else { return nil }
    return speakers.speaker(in: phrase)
  }

  private static let quoting: WordList = ["quote", "paraphrase"]
  private static let utterances: WordList = [
    "message", "verdict", "view", "answer", "reply", "response", "advice", "warning", "motto", "words", "conclusion",
    "explanation", "reaction", "comment", "statement", "plea", "assessment", "promise", "appeal",
  ]

  /// Whether nothing but a person's name, title and office stands before a colon: `Ann Lee, mayor`.
  func isOnlyName(_ cue: Attribution, _ range: Range<Int>) -> Bool {
    guard cue.name?.kind == .person, cue.bounds.upperBound >= range.upperBound - 1 else { return false }
    return isLed(cue.bounds.lowerBound, from: range.lowerBound)
  }

  /// A paragraph that only says who spoke: `– Jane Okafor, Health Minister`; the dash may be left out under a quotation in
  /// marks.
  func signature(ofParagraph index: Int, _ document: DocumentPart, isUnderMarks: Bool = false) -> Attribution? {
    guard document.paragraphs.indices.contains(index) else { return nil }
    let paragraph = document.paragraphs[index]
    guard !paragraph.tokens.isEmpty, paragraph.tokens.count <= 30 else { return nil }
    if isDashed(paragraph) { return signature(paragraph.tokens) }
    // Without a dash only a name with its office, and no verb: "Jane Okafor, Health Minister".
    guard isUnderMarks, tokens.isCapital(paragraph.tokens.lowerBound),
      !paragraph.tokens.contains(where: { tokens.isAny($0, [.auxiliary, .saying, .speech]) }),
      var cue = signature(paragraph.tokens), isLed(cue.bounds.lowerBound, from: paragraph.tokens.lowerBound)
    else { return nil }
    if cue.role == nil { cue.role = office(ofParagraph: index + 1, below: cue, paragraph.tokens, document) }
    return cue.role == nil ? nil : cue
  }

  /// Nothing but styles before a name: `The Hon. Jane Okafor`.
  func isLed(_ name: Int, from first: Int) -> Bool {
    name - first <= 4
      && (first..<max(first, name)).allSatisfy {
        tokens.isAny($0, [.title, .determiner]) || tokens.isSymbol($0, ".") || speakers.isHonour($0)
      }
  }

  /// The office on the line below a name that stands alone: `Jane Okafor`, `Minister for Health`.
  private func office(ofParagraph index: Int, below cue: Attribution, _ line: Range<Int>, _ document: DocumentPart)
    -> Range<Int>?
  {
    guard document.paragraphs.indices.contains(index), let name = cue.name?.tokens,
      (name.upperBound..<max(name.upperBound, line.upperBound)).allSatisfy({ speakers.isPostNominal($0) })
    else { return nil }
    return office(in: document.paragraphs[index].tokens)
  }

  private func office(in range: Range<Int>) -> Range<Int>? {
    guard (1...24).contains(range.count), tokens.isCapital(range.lowerBound), speakers.isOffice(range),
      !tokens.isSymbol(range.upperBound - 1, "."), !tokens.isSymbol(range.upperBound - 1, ":"),
      !range.contains(where: { tokens.isAny($0, [.auxiliary, .saying, .speech]) || tokens.isSymbol($0, "“") })
    else { return nil }
    return range
  }

  /// Reads `— Jane Okafor, Health Minister`; nil unless it begins with a name and is no sentence.
  func signature(_ range: Range<Int>) -> Attribution? {
    var lower = range.lowerBound
    while lower < range.upperBound, tokens.isDash(lower) { lower += 1 }
    guard lower < range.upperBound, !tokens.isSymbol(range.upperBound - 1, "."),
      !tokens.isSymbol(range.upperBound - 1, ":"),
      var cue = speakers.speaker(in: lower..<range.upperBound), cue.name?.kind == .person,
      cue.bounds.lowerBound - lower <= 4
    else { return nil }
    // The office on the next line of the same paragraph.
    if cue.role == nil, let end = cue.name?.tokens.upperBound, end < range.upperBound,
      tokens.flags[end].contains(.lineStart)
    {
      cue.role = office(in: end..<range.upperBound)
    }
    return cue
  }

  /// Whether a dash opens a paragraph; the reader of documents takes one for the mark of a list and leaves it out of the words.
  private func isDashed(_ paragraph: ParagraphPart) -> Bool {
    if tokens.isDash(paragraph.tokens.lowerBound) { return true }
    var at = tokens.lower(paragraph.tokens.lowerBound) - 1
    while at >= 0, tokens.bytes[at] == 0x20 || tokens.bytes[at] == 0x09 { at -= 1 }
    guard at >= 0 else { return false }
    if tokens.bytes[at] == UInt8(ascii: "-") { return true }
    // En and em dash: E2 80 93, E2 80 94.
    return at >= 2 && tokens.bytes[at - 2] == 0xE2 && tokens.bytes[at - 1] == 0x80
      && (tokens.bytes[at] == 0x93 || tokens.bytes[at] == 0x94)
  }
}
