import IbidDocuments

/// Parts of one quotation, and quotations that stand alone: who spoke is said before them.
extension MarkedQuoteReader {
  /// The cue in the last of several sentences between two quotations, where that tells of somebody else who spoke.
  func told(between first: Int, and second: Int) -> Attribution? {
    guard second - first > 4, narration.isStop(second - 1) else { return nil }
    let start = narration.sentenceStart(before: second - 1, from: first)
    guard start > first else { return nil }
    return cues.cue(in: start..<second - 1, isBefore: true).map(withoutVerb)
  }

  /// "Asked whether it would hold, the mayor smiled. “…”": whom the sentence before tells to be asked.
  func asked(_ sentence: Range<Int>) -> Attribution? {
    guard let first = sentence.first(where: { tokens.isWord($0) }), tokens.entry(first).spelling == "asked",
      tokens.isCapital(first), let comma = sentence.last(where: { tokens.isSymbol($0, ",") }),
      comma + 1 < sentence.upperBound
    else { return nil }
    // "the mayor smiled"
    let opening = comma + 1..<min(sentence.upperBound, comma + 5)
    if tokens.isAny(comma + 1, .determiner),
      let office = opening.first(where: { tokens.isAny($0, [.office, .personNoun]) })
    {
      return Attribution(speaker: comma + 1..<office + 1, name: nil, role: nil, verb: nil)
    }
    return cues.label(comma + 1..<sentence.upperBound)
  }

  /// A paragraph that is all quotation after one that ended in a quotation: the same voice.
  func goesOn(_ place: Place, _ previous: Previous?) -> Attribution? {
    guard let previous, let before = previous.draft, let cue = before.cue,
      previous.stretch.paragraphs.upperBound == place.stretch.paragraphs.lowerBound - 1
        || isOnlyCue(cue, between: previous.stretch, and: place.stretch),
      place.stretch.tokens.lowerBound == document.paragraphs[place.stretch.paragraphs.lowerBound].tokens.lowerBound
    else { return nil }
    let (start, end) = (
      before.tokens.upperBound, document.paragraphs[previous.stretch.paragraphs.upperBound].tokens.upperBound
    )
    // "“…,” said Jonas Wik, who leads the team of surveyors at the harbour office in Orrow.": one sentence, however long.
    let isOneSentence = end - start <= 45 && narration.sentenceEnd(after: start, limit: end) >= end - 1
    return end - start <= 14 || isOneSentence ? cue : nil
  }

  /// Whether the one paragraph between two quotations only says who speaks in the first.
  func isOnlyCue(_ cue: Attribution, between first: QuotedStretch, and second: QuotedStretch) -> Bool {
    guard first.paragraphs.upperBound == second.paragraphs.lowerBound - 2 else { return false }
    let range = document.paragraphs[first.paragraphs.upperBound + 1].tokens
    return range.contains(cue.speaker.lowerBound) && range.count <= 20
  }

  /// A paragraph that is all quotation, behind one of narration: whoever that tells of in its last sentence, if it is one person;
  /// else the voice of the quotation before, where nobody else is named in between.
  func toldOf(_ place: Place, _ previous: Previous?) -> Attribution? {
    let paragraph = place.stretch.paragraphs.lowerBound
    guard place.words >= 7, place.tail.isEmpty, paragraph > 0,
      place.stretch.tokens.lowerBound == document.paragraphs[paragraph].tokens.lowerBound
    else { return nil }
    let before = document.paragraphs[paragraph - 1]
    // A sentence, not a name that signs another quotation.
    guard before.kind == .paragraph, !before.tokens.isEmpty, narration.isStop(before.tokens.upperBound - 1) else {
      return nil
    }
    let start = previous.map { max(before.tokens.lowerBound, $0.stretch.tokens.upperBound) } ?? before.tokens.lowerBound
    guard start < before.tokens.upperBound else { return nil }
    let people = cues.speakers.people
    let named = people.first(in: start..<before.tokens.upperBound)
    if let named, let last = people.last(in: start..<before.tokens.upperBound) {
      // "Ann Lee explained that Omar Reyes had left.": of two people, the one who speaks in the last sentence.
      let sentence = narration.sentenceStart(before: before.tokens.upperBound - 1, from: start)
      if let cue = cues.cue(in: sentence..<before.tokens.upperBound, isBefore: true),
        cue.name?.kind == .person || cue.speaker.count == 1 && tokens.isAny(cue.speaker.lowerBound, .firstName)
      {
        return withoutVerb(cue)
      }
      // One person only, by one name or its last word.
      guard named.name == last.name || last.name.hasSuffix(" " + named.name) || named.name.hasSuffix(" " + last.name)
      else { return nil }
      let next = last.tokens.upperBound
      if tokens.kinds.indices.contains(next), tokens.kinds[next] == .clitic, tokens.isKey(next, .s) { return nil }
      return Attribution(speaker: named.tokens, name: named, role: nil, verb: nil)
    }
    guard let draft = previous?.draft, let cue = draft.cue, let stretch = previous?.stretch,
      paragraph - stretch.paragraphs.upperBound <= 3, cue.name?.kind == .person,
      people.first(in: stretch.tokens.upperBound..<place.stretch.tokens.lowerBound)
        .map({ $0.tokens.lowerBound >= cue.speaker.lowerBound && $0.tokens.upperBound <= cue.speaker.upperBound })
        ?? true,
      cues.cue(in: start..<before.tokens.upperBound, isBefore: true) == nil
    else { return nil }
    return withoutVerb(cue)
  }

  func withoutVerb(_ cue: Attribution) -> Attribution {
    var cue = cue
    cue.verb = nil
    return cue
  }
}
