import IbidDocuments

/// Finds reported speech: `X said that …`, `X told reporters the dam would hold`, `According to X, …`, `…, she added.`
///
/// A row's span is the reported clause without the words that ascribe it. A sentence gives one row at most, and none if a
/// quotation in marks or a block stands in it.
struct IndirectSpeechReader {
  let document: DocumentPart
  let cues: CueReader
  var tokens: Tokens { cues.tokens }

  init(document: DocumentPart, cues: CueReader) {
    self.document = document
    self.cues = cues
  }

  /// `taken` holds the quotations found so far, in text order.
  func drafts(outside taken: [Range<Int>]) -> [QuoteDraft] {
    var drafts: [QuoteDraft] = []
    var next = 0
    for sentence in document.sentences {
      let range = sentence.tokens
      while next < taken.count, taken[next].upperBound <= range.lowerBound { next += 1 }
      if next < taken.count, taken[next].lowerBound < range.upperBound { continue }
      guard range.count >= 5, !tokens.isSymbol(range.upperBound - 1, ":"), isProse(sentence),
        let found = report(in: range)
      else { continue }
      drafts.append(QuoteDraft(tokens: found.clause, form: .indirect, cue: found.cue))
    }
    return drafts
  }

  private func isProse(_ sentence: SentencePart) -> Bool {
    guard document.paragraphs.indices.contains(sentence.paragraph) else { return true }
    switch document.paragraphs[sentence.paragraph].kind {
    case .paragraph, .bullet, .quote: return true
    case .heading, .caption, .table: return false
    }
  }

  private typealias Report = (clause: Range<Int>, cue: Attribution)

  private func report(in sentence: Range<Int>) -> Report? {
    var end = sentence.upperBound
    while end > sentence.lowerBound, tokens.kinds[end - 1] == .symbol, cues.narration.isStop(end - 1) { end -= 1 }
    let range = sentence.lowerBound..<end
    var tried = 0
    var next = range.lowerBound
    while case let i = tokens.reportStarts.next(from: next, to: range.upperBound), i < range.upperBound {
      next = i + 1
      guard cues.isVerb(i) || tokens.isKey(i, .according) else { continue }
      tried += 1
      if tried > 4 { return nil }
      guard let cue = cues.cue(at: i, in: range), isSomebody(cue), isSaid(cue, in: range) else { continue }
      if let clause = clause(of: cue, verb: i, in: range), isClause(clause) { return (clause, cue) }
    }
    return nil
  }

  // MARK: Clauses

  private func clause(of cue: Attribution, verb: Int, in range: Range<Int>) -> Range<Int>? {
    let bounds = cue.bounds
    let start = cues.subjects.speakers.withoutTitles(before: bounds.lowerBound, from: range.lowerBound)
    let comesAfter =
      start > range.lowerBound && tokens.isSymbol(start - 1, ",")
      && (bounds.upperBound >= range.upperBound - 6 || endsAtComma(bounds.upperBound, limit: range.upperBound))
      && isStatement(range.lowerBound..<start - 1)
    if tokens.isKey(verb, .according) {
      if comesAfter { return withoutDateline(range.lowerBound..<start - 1) }
      // A line that ends here may stand above one that begins with a comma.
      guard bounds.lowerBound == range.lowerBound, bounds.upperBound < range.upperBound,
        tokens.isSymbol(bounds.upperBound, ",")
      else { return nil }
      return bounds.upperBound + 1..<range.upperBound
    }
    // "Asked about the quay, Ann Lee said it would close.": what follows the verb, where something does.
    if let verbs = cue.verb, cue.speaker.upperBound <= verbs.lowerBound {
      if let said = said(after: verbs.upperBound - 1, in: range, atOnce: comesAfter), isClause(said) {
        return isSubordinate(start, in: range) ? withoutMainClause(said) : said
      }
      // "As the mayor said on Monday, the quay is full."
      if start > range.lowerBound, tokens.isKey(start - 1, .as), start - range.lowerBound <= 2,
        let comma = (verbs.upperBound..<min(verbs.upperBound + 6, range.upperBound)).first(where: {
          tokens.isSymbol($0, ",")
        })
      {
        return comma + 1..<range.upperBound
      }
    }
    // "…, she said.", "…, Mr Lee said on Monday, in a letter that …" and "…, according to X."
    return comesAfter ? withoutDateline(range.lowerBound..<start - 1) : nil
  }

  /// What follows a verb: after "that", which may stand behind the hearer or a time; or at once after "said" and "told X".
  ///
  /// With `atOnce` nothing but the hearer and a time may stand before it, as what stands before the verb may be what was said.
  private func said(after verb: Int, in range: Range<Int>, atOnce: Bool) -> Range<Int>? {
    let isTelling = tokens.isAny(verb, .telling)
    var start = verb + 1
    if isTelling, start < range.upperBound { start += hearer(at: start, limit: range.upperBound) }
    start = afterTime(start, limit: range.upperBound)
    if tokens.isKey(start, .that), start + 1 < range.upperBound { return start + 1..<range.upperBound }
    var i = verb + 1
    let limit = min(range.upperBound, verb + 12)
    let mayWander = !atOnce && (isTelling || tokens.isAny(i, [.preposition, .adverb]) || start > i)
    while mayWander, i < limit {
      // "told a committee that has no clerk": of whom "that" tells.
      if tokens.isKey(i, .that) { return tokens.isAny(i + 1, .auxiliary) ? nil : i + 1..<range.upperBound }
      guard tokens.kinds[i] != .symbol, !isAuxiliary(i), !tokens.isAny(i, .conjunction) else { break }
      i += 1
    }
    guard
      [.said, .says, .say, .saying, .told].contains(where: { tokens.isKey(verb, $0) }) || leadsClause(verb, in: range)
    else {
      return nil
    }
    guard start < range.upperBound, start > verb, isClauseStart(start),
      !atOnce
        || range.upperBound - start > 2 && (start + 1..<min(start + 30, range.upperBound)).contains(where: isFinite)
    else { return nil }
    return start..<range.upperBound
  }

  /// Whether what follows a verb such as "confirmed" is a clause and no object: "confirmed the agency was planning a dam",
  /// not "confirmed the plan", nor "confirmed the plan that was made".
  private func leadsClause(_ verb: Int, in range: Range<Int>) -> Bool {
    guard tokens.isAny(verb, .speech), !tokens.isAny(verb, .telling) else { return false }
    for i in verb + 1..<max(verb + 1, min(range.upperBound, verb + 10)) {
      if tokens.kinds[i] == .symbol || tokens.isAny(i, .conjunction) { return false }
      if [.that, .which, .who, .where].contains(where: { tokens.isKey(i, $0) }) { return false }
      if isAuxiliary(i) || tokens.isAny(i, .future) { return i > verb + 1 && !tokens.isAny(i - 1, .determiner) }
    }
    return false
  }

  /// A comma at once, or behind a day: "…, she said on Monday, in a letter …".
  private func endsAtComma(_ i: Int, limit: Int) -> Bool {
    var i = i
    if tokens.isKey(i, .on) { i += 1 }
    if tokens.isAny(i, .weekday) { i += 1 }
    return i < limit && tokens.isSymbol(i, ",") && tokens.isAny(i + 1, [.preposition, .conjunction])
  }

  /// Without `GENEVA, 5 March —` or the name of a paper and a colon in front.
  private func withoutDateline(_ clause: Range<Int>) -> Range<Int> {
    let mark = clause.prefix(10).last {
      tokens.isSymbol($0, ":") || tokens.isDash($0) && tokens.isSpaced($0) && tokens.isSpaced($0 + 1)
    }
    return mark.map { $0 + 1..<clause.upperBound } ?? clause
  }

  private func isClauseStart(_ i: Int) -> Bool {
    if tokens.numeral(i) != nil { return true }
    guard tokens.isWord(i) else { return false }
    return !tokens.isAny(i, [.preposition, .auxiliary, .conjunction, .speech, .saying]) && !tokens.isKey(i, .to)
      && !tokens.isKey(i, .and)
  }

  /// Three words or more, one of them a finite verb.
  private func isClause(_ clause: Range<Int>) -> Bool {
    if !clause.isEmpty, tokens.isAny(clause.lowerBound, .pronoun), clause.count >= 3 { return true }
    return clause.reduce(0) { $0 + (tokens.isWord($1) ? 1 : 0) } >= 3
      && clause.prefix(30).contains(where: isFinite)
  }

  /// Somebody or some document that can say something; not "according to plan".
  private func isSomebody(_ cue: Attribution) -> Bool {
    if cue.name != nil { return true }
    if cue.speaker.count == 1, tokens.isAny(cue.speaker.lowerBound, .pronoun) {
      return [.he, .she, .they, .it].contains { tokens.isKey(cue.speaker.lowerBound, $0) }
    }
    return cue.speaker.contains { i in
      tokens.isAny(i, [.office, .personNoun, .orgHead, .document]) || tokens.isWord(i) && tokens.isCapital(i)
    }
  }
}
