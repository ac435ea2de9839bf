import IbidDocuments

/// Decides which stretches between marks are quotations, and finds the words that ascribe them.
///
/// Titles and scare quotes are left out: what stands between marks counts if words of saying beside it claim it, if it is the
/// next part of such a quotation, or if it is a whole sentence that stands alone.
struct MarkedQuoteReader {
  let document: DocumentPart
  let cues: CueReader
  var tokens: Tokens { cues.tokens }
  var narration: Narration { cues.narration }

  init(document: DocumentPart, cues: CueReader) {
    self.document = document
    self.cues = cues
  }

  func drafts(_ stretches: [QuotedStretch]) -> [QuoteDraft] {
    var drafts: [QuoteDraft] = []
    var previous: Previous?
    for (index, stretch) in stretches.enumerated() {
      let next = index + 1 < stretches.count ? stretches[index + 1] : nil
      let place = Place(stretch, after: previous?.stretch, before: next, in: self)
      let draft = draft(place, previous)
      if let draft { drafts.append(draft) }
      previous = Previous(stretch: stretch, draft: draft)
    }
    return drafts
  }

  struct Previous {
    var stretch: QuotedStretch
    var draft: QuoteDraft?
  }

  /// A stretch between marks and the narration beside it.
  struct Place {
    let stretch: QuotedStretch
    /// The sentence up to the opening mark, empty where the stretch begins one.
    let lead: Range<Int>
    /// From the closing mark to the end of the sentence.
    let tail: Range<Int>
    /// From the paragraph's start, or the quotation before it in the paragraph.
    let paragraphStart: Int
    let isSameParagraph: Bool
    let words: Int
    /// Another stretch follows in the paragraph.
    let isFollowed: Bool

    init(
      _ stretch: QuotedStretch, after previous: QuotedStretch?, before next: QuotedStretch?,
      in reader: MarkedQuoteReader
    ) {
      self.stretch = stretch
      let paragraphs = reader.document.paragraphs
      let first = paragraphs[stretch.paragraphs.lowerBound].tokens
      let last = paragraphs[stretch.paragraphs.upperBound].tokens
      isFollowed = next?.paragraphs.lowerBound == stretch.paragraphs.upperBound
      isSameParagraph = previous.map { $0.paragraphs.upperBound == stretch.paragraphs.lowerBound } ?? false
      paragraphStart = isSameParagraph ? previous?.tokens.upperBound ?? first.lowerBound : first.lowerBound
      let (lower, upper) = (stretch.tokens.lowerBound, stretch.tokens.upperBound)
      lead = reader.narration.sentenceStart(before: lower, from: min(lower, paragraphStart))..<lower
      let limit = max(upper, min(last.upperBound, next?.tokens.lowerBound ?? last.upperBound))
      tail = upper..<reader.narration.sentenceEnd(after: upper, limit: limit)
      words = stretch.tokens.reduce(0) { $0 + (reader.tokens.isWord($1) || reader.tokens.kinds[$1] == .number ? 1 : 0) }
    }
  }

  // MARK: The decision

  private func draft(_ place: Place, _ previous: Previous?) -> QuoteDraft? {
    let stretch = place.stretch.tokens
    func made(_ cue: Attribution?, continued: Bool = false) -> QuoteDraft {
      QuoteDraft(tokens: stretch, form: .marks, cue: cue, isContinued: continued)
    }
    let isWhole = endsSentence(stretch)
    let endsInComma = endsIn(stretch, [0x2C])
    let isColon = !place.lead.isEmpty && tokens.isSymbol(place.lead.upperBound - 1, ":")
    // "He also said, “It is safe.” Do we agree?"
    if !endsInComma, !place.lead.isEmpty, tokens.isSymbol(place.lead.upperBound - 1, ","),
      let cue = leadCue(place, isWhole: isWhole)
    {
      return made(cue)
    }
    // “…,” he said
    if !isColon, place.words >= 2 || endsInComma && place.isFollowed && place.lead.isEmpty, endsInComma || isWhole,
      !isNewSentence(place),
      let cue = tailCue(place.tail),
      isNear(cue, to: place.tail.lowerBound, endsInComma)
    {
      return made(cue)
    }
    // “No,” said the mayor.
    if !isColon, place.words == 1, place.lead.isEmpty, endsInComma || endsIn(stretch, [0x21, 0x3F]),
      let cue = tailCue(place.tail), cue.verb != nil, cue.bounds.lowerBound - place.tail.lowerBound <= 1
    {
      return made(cue)
    }
    if let cue = leadCue(place, isWhole: isWhole) { return made(cue) }
    if isColon, isWhole, let cue = label(place) { return made(cue) }
    if endsInComma, place.words >= 3, !isColon, let cue = cues.unlisted(in: place.tail) { return made(cue) }
    // "Labelling it “a farce”, the union said:"
    if place.words >= 2, tokens.isAny(place.lead.lowerBound, [.saying, .naming]),
      place.lead.contains(place.lead.lowerBound),
      let cue = cues.cue(in: place.tail, isBefore: false)
    {
      return made(cue)
    }
    if place.lead.isEmpty, stretch.lowerBound == place.paragraphStart, !place.isSameParagraph,
      let cue = cues.introduction(inParagraphBefore: place.stretch.paragraphs.lowerBound, document)
    {
      return made(cue)
    }
    if place.lead.isEmpty || place.words >= 4, let cue = signature(after: place) { return made(cue) }
    if endsInComma, place.tail.isEmpty, place.words >= 2, let cue = nextLine(after: place) { return made(cue) }
    // "Her counterpart, Jonas Wik, is no less pleased: “…”": somebody else is named.
    if isColon, place.isSameParagraph, place.words >= 4,
      let cue = cues.label(place.lead.lowerBound..<place.lead.upperBound - 1), cue.name?.kind == .person
    {
      return made(cue)
    }
    if place.isSameParagraph, let before = previous?.draft {
      if let cue = told(between: before.tokens.upperBound, and: stretch.lowerBound), isWhole || endsInComma,
        place.words >= 3
      {
        return made(cue)
      }
      if isWhole || endsInComma, place.words >= (place.lead.isEmpty ? 2 : 4) {
        return made(before.cue, continued: true)
      }
      // "the fund was “not a blank cheque” and that “every invoice is checked”"
      if place.words >= (isPredicate(place) ? 2 : 3), place.lead.lowerBound == before.tokens.upperBound,
        place.lead.count <= 20, !isTitle(place)
      {
        return made(before.cue)
      }
    }
    // "X made it explicit: “…”" and headlines "X: ‘…’": the subject of what stands before the colon.
    if isColon, place.words >= 4 { return made(cues.label(place.lead.lowerBound..<place.lead.upperBound - 1)) }
    if place.words >= 3, let cue = tailCue(place.tail), isNear(cue, to: place.tail.lowerBound, false) {
      return made(cue)
    }
    guard isWhole, place.lead.isEmpty, place.words >= 5 else { return nil }
    // "The ambassador said it was over. “We lost everything.”"
    let sentence = narration.sentenceStart(
      before: stretch.lowerBound - 1, from: min(stretch.lowerBound, place.paragraphStart))
    if sentence < stretch.lowerBound - 1, let cue = cues.cue(in: sentence..<stretch.lowerBound - 1, isBefore: true) {
      return made(withoutVerb(cue))
    }
    if sentence < stretch.lowerBound - 1, let cue = cues.issuer(ofStatementIn: sentence..<stretch.lowerBound) {
      return made(cue)
    }
    if let cue = asked(sentence..<stretch.lowerBound) { return made(cue) }
    if let cue = goesOn(place, previous) { return made(cue, continued: true) }
    if let cue = toldOf(place, previous) { return made(cue) }
    return place.words >= 7 ? made(nil) : nil
  }

  /// Whose words a colon leads to, by a name alone or "her message was plain:".
  private func label(_ place: Place) -> Attribution? {
    let label = place.lead.lowerBound..<place.lead.upperBound - 1
    if let owner = cues.owner(ofWordsIn: label) { return owner }
    guard label.count <= 16, let cue = cues.label(label), cues.isOnlyName(cue, label) else { return nil }
    return cue
  }

  /// A cue in the sentence before the opening mark, if the stretch may be what was said.
  private func leadCue(_ place: Place, isWhole: Bool) -> Attribution? {
    let last = place.lead.upperBound - 1
    guard !place.lead.isEmpty, !isTitle(place) else { return nil }
    let isIntroduced = tokens.isSymbol(last, ":") || tokens.isSymbol(last, ",")
    guard let cue = cues.cue(in: place.lead, isBefore: true), isIntroduced || place.words >= 2 || isVerdict(cue, place)
    else { return nil }
    if isIntroduced { return place.words >= 2 || isWhole ? cue : nil }
    // "Ann Lee said the quay that she promised was “…”": who says all of it.
    if cue.name == nil, let verb = cue.verb, verb.upperBound + 2 < place.lead.upperBound,
      tokens.isKey(cue.speaker.lowerBound, .he) || tokens.isKey(cue.speaker.lowerBound, .she),
      cue.bounds.lowerBound > place.lead.lowerBound + 2,
      let outer = cues.cue(in: place.lead.lowerBound..<cue.bounds.lowerBound, isBefore: true),
      outer.name?.kind == .person, place.words >= 2
    {
      return outer
    }
    guard let verb = cue.verb else { return place.words >= 3 ? cue : nil }
    let isNaming = tokens.isAny(verb.upperBound - 1, .naming)
    // "what researchers call a “childcare desert”"
    if isNaming, place.words < 3, cue.bounds.lowerBound > place.lead.lowerBound,
      tokens.isKey(cue.bounds.lowerBound - 1, .what)
        || tokens.isKey(cue.bounds.lowerBound - 1, .which) && !tokens.isAny(cue.bounds.lowerBound - 2, .preposition)
    {
      return nil
    }
    // "divers, who call themselves “the seals”": a name.
    if isNaming, tokens.isAny(verb.upperBound, Self.selves) { return nil }
    if verb.upperBound == place.lead.upperBound { return isNaming ? nil : cue }
    let isPredicate = isNaming || Self.copulas.contains { tokens.isKey(last, $0) }
    if isPredicate || Self.openers.contains(where: { tokens.isKey(last, $0) }) { return cue }
    // "said he had “no excuses”.": two words that no noun follows; "the “new normal” policy" only says what somebody calls it.
    let next = place.stretch.tokens.upperBound
    let isEnd = next >= tokens.count || !tokens.isWord(next) || tokens.isAny(next, WordClass.phraseEnd)
    return place.words >= (isEnd && tokens.isAny(verb.upperBound - 1, .speech) ? 2 : 4) ? cue : nil
  }

  /// "called the rise “indefensible”": one word that says what somebody thinks of what stands before it.
  private func isVerdict(_ cue: Attribution, _ place: Place) -> Bool {
    guard let verb = cue.verb, tokens.isAny(verb.upperBound - 1, .naming),
      !tokens.isKey(place.lead.upperBound - 1, .as), verb.upperBound < place.lead.upperBound
    else {
      return false
    }
    let next = place.stretch.tokens.upperBound
    return next >= tokens.count || !tokens.isWord(next) || tokens.isAny(next, WordClass.phraseEnd)
  }

  /// "and that rotas are “a disgrace”."
  private func isPredicate(_ place: Place) -> Bool {
    let next = place.stretch.tokens.upperBound
    return !place.lead.isEmpty && Self.copulas.contains { tokens.isKey(place.lead.upperBound - 1, $0) }
      && (next >= tokens.count || !tokens.isWord(next))
  }

  private static let selves: WordList = ["themselves", "itself", "himself", "herself", "ourselves"]
  private static let openers: [Key] = [.that, .about, .of, .whether]
  private static let copulas: [Key] = [.was, .were, .is, .are, .be, .been, .being, .as]

  /// Whether a stretch is the name of something: `so-called “ghost fleet”`, `known as “the pit”`, `“The Long Winter”`.
  private func isTitle(_ place: Place) -> Bool {
    let before = place.lead.upperBound - 1
    guard place.lead.contains(before), tokens.isWord(before) else { return false }
    if tokens.isAny(before, Self.naming) || tokens.text(before) == "so-called" { return true }
    if tokens.isKey(before, .as), before > 0, tokens.isWord(before - 1), tokens.isAny(before - 1, Self.known) {
      return true
    }
    guard place.words <= 8, !endsSentence(place.stretch.tokens) else { return false }
    let words = place.stretch.tokens.filter {
      tokens.isWord($0) && !tokens.isAny($0, [.preposition, .conjunction, .determiner])
    }
    return words.count >= 2 && words.allSatisfy { tokens.isCapital($0) }
  }

  private static let known: WordList = ["known"]
  private static let naming: WordList = [
    "called", "titled", "entitled", "named", "nicknamed", "codenamed", "dubbed",
  ]

  // MARK: After the closing mark

  /// A cue after the quotation; one that ends in a colon belongs to the next.
  private func tailCue(_ tail: Range<Int>) -> Attribution? {
    guard let cue = cues.cue(in: tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 40), isBefore: false) else {
      return nil
    }
    return tokens.isSymbol(max(cue.verb?.upperBound ?? 0, cue.speaker.upperBound), ":") ? nil : cue
  }

  /// The cue begins at the closing mark; its verb stands within a few words unless a comma leads to it.
  private func isNear(_ cue: Attribution, to i: Int, _ endsInComma: Bool) -> Bool {
    let bounds = cue.bounds
    return bounds.lowerBound - i <= 3 && (endsInComma || (cue.verb?.lowerBound ?? i) - i <= 16)
  }

  /// A full stop inside the marks and a capital after them: the next sentence tells of something else, unless it is short.
  private func isNewSentence(_ place: Place) -> Bool {
    guard place.stretch.isClosed, endsIn(place.stretch.tokens, [0x2E]),
      let first = place.tail.first(where: { tokens.isWord($0) })
    else { return false }
    // Cut off by the next quotation, it is no attribution to this one.
    let isCut =
      place.tail.upperBound < tokens.count && !narration.isStop(place.tail.upperBound)
      && place.tail.upperBound < document.paragraphs[place.stretch.paragraphs.upperBound].tokens.upperBound
    return tokens.isCapital(first) && (isCut || place.tail.count > 12)
  }

  /// `“…” — Jane Doe, chair of the board`, in the same paragraph or as the next one.
  private func signature(after place: Place) -> Attribution? {
    let first = place.stretch.tokens.upperBound
    let paragraph = place.stretch.paragraphs.upperBound
    let limit = document.paragraphs[paragraph].tokens.upperBound
    if first < limit {
      guard limit - first <= 30 else { return nil }
      if tokens.isDash(first) { return cues.signature(first..<limit) }
      // “…” and on the next line: Jane Doe, Minister for Harbours
      guard tokens.flags[first].contains(.lineStart), tokens.isCapital(first), let cue = cues.signature(first..<limit),
        cue.role != nil, cues.isLed(cue.bounds.lowerBound, from: first)
      else { return nil }
      return cue
    }
    return cues.signature(ofParagraph: paragraph + 1, document, isUnderMarks: true)
  }

  /// `“…,”` and on the next line `said Jane Doe.`, as pages are copied whose names are links.
  private func nextLine(after place: Place) -> Attribution? {
    let paragraph = place.stretch.paragraphs.upperBound + 1
    guard document.paragraphs.indices.contains(paragraph) else { return nil }
    let range = document.paragraphs[paragraph].tokens
    guard !range.isEmpty else { return nil }
    let end = narration.sentenceEnd(after: range.lowerBound, limit: range.upperBound)
    guard let cue = cues.cue(in: range.lowerBound..<end, isBefore: false), cue.bounds.lowerBound - range.lowerBound <= 2
    else { return nil }
    return cue
  }

  // MARK: Ends

  private static let sentenceEnds: [UInt32] = [0x2E, 0x21, 0x3F, 0x2026]

  private func endsSentence(_ range: Range<Int>) -> Bool { endsIn(range, Self.sentenceEnds) }

  /// Whether the last mark inside the quotation is one of these, or a comma follows right after it.
  private func endsIn(_ range: Range<Int>, _ scalars: [UInt32]) -> Bool {
    var inside = range.upperBound - 2
    // “My father said, ‘Never mind.’”
    if inside > range.lowerBound,
      tokens.isSymbol(inside, "\u{2019}") || tokens.isSymbol(inside, "\u{201D}") || tokens.isSymbol(inside, "'")
    {
      inside -= 1
    }
    if inside > range.lowerBound, tokens.kinds[inside] == .symbol, scalars.contains(tokens.details[inside]) {
      return true
    }
    let after = range.upperBound
    return after < tokens.count && tokens.kinds[after] == .symbol && !tokens.isSpaced(after)
      && scalars.contains(tokens.details[after]) && scalars != Self.sentenceEnds
  }
}
