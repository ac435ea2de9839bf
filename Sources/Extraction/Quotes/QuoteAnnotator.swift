import IbidDocuments
import IbidSource

/// Finds quotations and who speaks them.
struct QuoteAnnotator {
  let tokens: Tokens
  let document: DocumentPart
  let people: People
  private let cues: AttributionReader

  init(tokens: Tokens, document: DocumentPart, names: [NameReading]) {
    self.tokens = tokens
    self.document = document
    people = People(names, tokens)
    cues = AttributionReader(tokens: tokens, phrases: NounPhrases(tokens: tokens), people: people)
  }

  func rows() -> [QuoteRow] {
    let stretches = QuoteMarks(tokens: tokens).stretches(in: document)
    var rows: [QuoteRow] = []
    var previous: (stretch: QuotedStretch, row: QuoteRow?)?
    var quoted = Array(repeating: false, count: document.paragraphs.count)
    for (index, stretch) in stretches.enumerated() {
      for paragraph in stretch.paragraphs { quoted[paragraph] = true }
      let next = index + 1 < stretches.count ? stretches[index + 1] : nil
      let row = row(stretch, previous: previous, next: next)
      if let row { rows.append(row) }
      previous = (stretch, row)
    }
    if document.isEnglish, document.kind != .speech { rows += blocks(quoted) }
    rows.sort { $0.span < $1.span }
    return resolved(rows)
  }

  // MARK: Marked quotations

  private func row(_ stretch: QuotedStretch, previous: (stretch: QuotedStretch, row: QuoteRow?)?, next: QuotedStretch?)
    -> QuoteRow?
  {
    let first = document.paragraphs[stretch.paragraphs.lowerBound].tokens
    let last = document.paragraphs[stretch.paragraphs.upperBound].tokens
    let isSameParagraph = previous.map { $0.stretch.paragraphs.upperBound == stretch.paragraphs.lowerBound } ?? false
    let leadStart = isSameParagraph ? previous?.stretch.tokens.upperBound ?? first.lowerBound : first.lowerBound
    let lead = sentenceStart(before: stretch.tokens.lowerBound, from: leadStart)..<stretch.tokens.lowerBound
    let tail =
      stretch.tokens
      .upperBound..<sentenceEnd(
        after: stretch.tokens.upperBound, limit: min(last.upperBound, next?.tokens.lowerBound ?? last.upperBound))
    let words = stretch.tokens.reduce(0) { $0 + (tokens.isWord($1) ? 1 : 0) }
    let isLong = words >= 7 && endsSentence(stretch.tokens)
    func made(_ cue: Attribution?, continued: Bool = false) -> QuoteRow {
      row(stretch.tokens, cue, .marks, continued: continued)
    }

    // "…," he said: a mark inside the closing one, or the attribution right after it.
    let endsInComma = endsIn(stretch.tokens, [0x2C])
    let isIntroduced =
      !lead.isEmpty && (tokens.isSymbol(lead.upperBound - 1, ":") || tokens.isSymbol(lead.upperBound - 1, ","))
    let isColon = isIntroduced && tokens.isSymbol(lead.upperBound - 1, ":")
    if !isColon, words >= 3, endsInComma || endsSentence(stretch.tokens), let cue = tailCue(tail),
      isNear(cue, to: tail.lowerBound) || endsInComma
    {
      return made(cue)
    }
    if isIntroduced || words >= 3, let cue = cues.cue(in: lead, isBefore: true),
      isIntroduced || words >= 4 || tokens.isKey(lead.upperBound - 1, .that)
    {
      return made(cue)
    }
    if lead.isEmpty, stretch.tokens.lowerBound == first.lowerBound,
      let cue = leadIn(before: stretch.paragraphs.lowerBound)
    {
      return made(cue)
    }
    // The second part of an interrupted quotation has the first part's speaker.
    if isSameParagraph, let before = previous?.row, words >= 4, endsSentence(stretch.tokens) || endsInComma {
      var row = made(nil, continued: true)
      (row.speaker, row.speakerText, row.role, row.verb, row.speakerSpan, row.isSpeakerNamed) = (
        before.speaker, before.speakerText, before.role, before.verb, before.speakerSpan, before.isSpeakerNamed
      )
      return row
    }
    // "X made it explicit: “…”" and headlines "X: ‘…’": the subject of what stands before the colon.
    if isIntroduced, words >= 4, tokens.isSymbol(lead.upperBound - 1, ":") { return made(subject(of: lead)) }
    if words >= 3, let cue = tailCue(tail), isNear(cue, to: tail.lowerBound) { return made(cue) }
    return isLong && lead.isEmpty ? made(nil) : nil
  }

  /// The first noun phrase of a stretch.
  private func subject(of lead: Range<Int>) -> Attribution? {
    if let person = people.first(in: lead) {
      return Attribution(speaker: person.tokens, verb: nil, role: person.role)
    }
    guard let phrase = cues.phrases.measured(at: lead.lowerBound, limit: lead.upperBound - 1, words: 6) else {
      return nil
    }
    return Attribution(speaker: phrase, verb: nil, role: nil)
  }

  /// A cue after the quotation; one that ends in a colon belongs to the next.
  private func tailCue(_ tail: Range<Int>) -> Attribution? {
    guard let cue = cues.cue(in: tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 28), isBefore: false) else {
      return nil
    }
    return tokens.isSymbol(max(cue.verb?.upperBound ?? 0, cue.speaker.upperBound), ":") ? nil : cue
  }

  /// The verb stands within a few words of the closing mark.
  private func isNear(_ cue: Attribution, to i: Int) -> Bool {
    (cue.verb?.lowerBound ?? i) - i <= 12 && min(cue.speaker.lowerBound, cue.verb?.lowerBound ?? i) - i <= 2
  }

  /// The paragraph before, where it ends in a colon: "The minister said:".
  private func leadIn(before paragraph: Int) -> Attribution? {
    guard paragraph > 0 else { return nil }
    let range = document.paragraphs[paragraph - 1].tokens
    guard !range.isEmpty, tokens.isSymbol(range.upperBound - 1, ":") else { return nil }
    return cues.cue(
      in: sentenceStart(before: range.upperBound, from: range.lowerBound)..<range.upperBound, isBefore: true)
  }

  private func endsSentence(_ range: Range<Int>) -> Bool { endsIn(range, [0x2E, 0x21, 0x3F, 0x2026]) }

  /// Whether the last mark inside the quotation is one of these, or follows right after it.
  private func endsIn(_ range: Range<Int>, _ scalars: [UInt32]) -> Bool {
    let inside = range.upperBound - 2
    if inside > range.lowerBound, tokens.kinds[inside] == .symbol, scalars.contains(tokens.details[inside]) {
      return true
    }
    let after = range.upperBound
    return after < tokens.count && tokens.kinds[after] == .symbol && !tokens.isSpaced(after)
      && scalars.contains(tokens.details[after]) && scalars != [0x2E, 0x21, 0x3F, 0x2026]
  }

  private func isStop(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x21, 0x3F: return true
    case 0x2E:
      return i == 0
        || !(tokens.isAny(i - 1, .title) || tokens.upper(i - 1) - tokens.lower(i - 1) == 1
          || !(i + 1 >= tokens.count || tokens.isSpaced(i + 1)))
    default: return false
    }
  }

  private func sentenceStart(before i: Int, from first: Int) -> Int {
    var start = i
    while start > first, start > i - 60, !isStop(start - 1) { start -= 1 }
    return start
  }

  private func sentenceEnd(after i: Int, limit: Int) -> Int {
    var end = i
    while end < limit, end < i + 40, !isStop(end) { end += 1 }
    return max(i, end)
  }

  func row(_ range: Range<Int>, _ cue: Attribution?, _ form: QuoteForm, continued: Bool = false) -> QuoteRow {
    let sentence =
      document.sentences.isEmpty ? 0 : document.sentences[document.sentence(ofToken: range.lowerBound)].index
    return QuoteRow(
      document: document.index, sentence: sentence, quote: nil, span: tokens.span(range), speaker: nil,
      isSpeakerNamed: false,
      speakerText: cue.map { tokens.line($0.speaker) }, speakerSpan: cue.map { tokens.span($0.speaker) },
      role: cue?.role.map { tokens.line($0) },
      verb: cue?.verb.map { tokens.line($0) }, form: form, isContinued: continued)
  }

  // MARK: Block quotations

  /// Paragraphs without marks after "X said:". They end at a heading, a list, the next cue, or where somebody tells of the
  /// speakers again; a quotation of one voice that goes on in "we" and "I" is followed, narration is not.
  private func blocks(_ quoted: [Bool]) -> [QuoteRow] {
    var rows: [QuoteRow] = []
    var index = 0
    while index + 1 < document.paragraphs.count {
      let range = document.paragraphs[index].tokens
      defer { index += 1 }
      guard !range.isEmpty, tokens.isSymbol(range.upperBound - 1, ":"), !quoted[index + 1],
        document.paragraphs[index].kind != .bullet,
        let cue = cues.cue(
          in: sentenceStart(before: range.upperBound, from: range.lowerBound)..<range.upperBound, isBefore: true),
        isLast(cue, range)
      else { continue }
      let first = index + 1
      guard isBlockPart(first, isFirst: true, quoted) else { continue }
      var last = first
      while last + 1 < document.paragraphs.count, isBlockPart(last + 1, isFirst: false, quoted),
        goesOn(last + 1, quoted)
      { last += 1 }
      let span = document.paragraphs[first].tokens.lowerBound..<document.paragraphs[last].tokens.upperBound
      guard !span.isEmpty else { continue }
      rows.append(row(span, cue, .block))
      index = last
    }
    return rows
  }

  /// The verb of speech ends the cue: "X said:", "Speaking there, X said that day:".
  private func isLast(_ cue: Attribution, _ range: Range<Int>) -> Bool {
    (cue.verb?.upperBound ?? cue.speaker.upperBound) >= range.upperBound - 25
  }

  private func isBlockPart(_ index: Int, isFirst: Bool, _ quoted: [Bool]) -> Bool {
    let paragraph = document.paragraphs[index]
    guard paragraph.kind == .paragraph || paragraph.kind == .quote, !quoted[index], paragraph.tokens.count >= 4 else {
      return false
    }
    return isFirst || !tokens.isSymbol(paragraph.tokens.upperBound - 1, ":")
  }

  /// Whether a later paragraph is still the speaker's: it says "I" or "we", or the next one does.
  private func goesOn(_ index: Int, _ quoted: [Bool]) -> Bool {
    if hasFirstPerson(index) { return true }
    return index + 1 < document.paragraphs.count && isBlockPart(index + 1, isFirst: false, quoted)
      && hasFirstPerson(index + 1)
  }

  private func hasFirstPerson(_ index: Int) -> Bool {
    document.paragraphs[index].tokens.contains { i in
      guard tokens.isWord(i) else { return false }
      switch tokens.entry(i).spelling {
      case "i", "we", "our", "my", "ourselves", "myself": return !tokens.isSymbol(i + 1, ".")
      case "us": return !tokens.isCapital(i)
      default: return false
      }
    }
  }

  // MARK: Speakers

  /// Ties the words for speakers to names: a name in them, a surname said before, a pronoun after a named speaker.
  private func resolved(_ rows: [QuoteRow]) -> [QuoteRow] {
    var rows = rows
    // The last named speaker and the end of their words: who "he" is where no name stands near.
    var last: (name: String, role: String?, upper: Int)?
    for index in rows.indices {
      defer {
        if rows[index].isSpeakerNamed, let name = rows[index].speaker {
          last = (name, rows[index].role, rows[index].span.upper)
        }
      }
      guard let span = rows[index].speakerSpan else { continue }
      let lower = tokens.index(atOrAfter: span.lower)
      let range = lower..<tokens.index(atOrAfter: span.upper)
      if let person = people.last(in: range) ?? explained(by: range) {
        rows[index].speaker = person.name
        rows[index].isSpeakerNamed = true
        rows[index].speakerText = tokens.line(person.tokens)
        rows[index].role = rows[index].role ?? role(of: person, in: range) ?? known(person.name)
      } else if isPronoun(range), let person = antecedent(before: lower) {
        if person.kind == .person {
          rows[index].speaker = person.name
          rows[index].isSpeakerNamed = true
          rows[index].role = rows[index].role ?? known(person.name)
        } else {
          rows[index].speaker = person.name
        }
      } else if isPronoun(range), let last, span.lower - last.upper < 1000 {
        (rows[index].speaker, rows[index].role, rows[index].isSpeakerNamed) = (last.name, last.role, true)
      } else {
        if isOffice(range) { rows[index].role = rows[index].role ?? rows[index].speakerText }
        rows[index].speaker = rows[index].speakerText
      }
    }
    return rows
  }

  /// "X, chair of Y said": the words at the verb explain a name before the comma.
  private func explained(by range: Range<Int>) -> NameReading? {
    guard range.lowerBound > 1, tokens.isSymbol(range.lowerBound - 1, ","),
      let person = people.last(before: range.lowerBound),
      person.tokens.upperBound == range.lowerBound - 1
    else { return nil }
    var named = person
    named.role = range
    return named
  }

  /// What stands beside the name in the speaker's words: `Europol director`.
  private func role(of person: NameReading, in range: Range<Int>) -> String? {
    if person.tokens.lowerBound < range.lowerBound { return tokens.line(range) }
    var upper = person.tokens.lowerBound
    while upper > range.lowerBound,
      tokens.isSymbol(upper - 1, ",") || tokens.isSymbol(upper - 1, ".")
        || tokens.isAny(upper - 1, .title) && !tokens.isAny(upper - 1, .office)
    { upper -= 1 }
    guard range.lowerBound < upper, (range.lowerBound..<upper).contains(where: { tokens.isWord($0) }) else {
      return nil
    }
    return tokens.line(range.lowerBound..<upper)
  }

  private func known(_ name: String) -> String? { people.role(of: name).map { tokens.line($0) } }

  private func isPronoun(_ range: Range<Int>) -> Bool {
    if range.count == 1 { return tokens.isKey(range.lowerBound, .he) || tokens.isKey(range.lowerBound, .she) }
    // "the colonel", "the minister": an office said again.
    return range.count == 2 && tokens.isKey(range.lowerBound, .the) && !tokens.isCapital(range.lowerBound + 1)
      && tokens.isAny(range.lowerBound + 1, [.office, .title])
  }

  private func isOffice(_ range: Range<Int>) -> Bool {
    range.count <= 8 && range.contains { tokens.isAny($0, .office) }
      && range.allSatisfy {
        !tokens.isWord($0) || tokens.isCapital($0) || tokens.isKey($0, .the) || tokens.isKey($0, .for)
          || tokens.isKey($0, .of)
      }
  }

  /// Of the people just named, the one who was said to speak: "Ruiz said Adams had left. “It was late,” he said."
  private func talking(before i: Int, nearest: NameReading) -> NameReading {
    var person = nearest
    for _ in 0..<4 {
      if nearest.tokens.lowerBound - person.tokens.lowerBound > 60 { break }
      // "Ruiz said Adams replied": what Adams did is Ruiz's tale.
      if tokens.isAny(person.tokens.upperBound, .speech), !tokens.isAny(person.tokens.lowerBound - 1, .speech) {
        return person
      }
      guard let before = people.last(before: person.tokens.lowerBound) else { break }
      person = before
    }
    return nearest
  }

  /// The person named last before a pronoun, within 400 tokens; an unnamed one ("one migrant from Homs") that stands nearer.
  private func antecedent(before i: Int) -> NameReading? {
    let nearest = people.last(before: i).flatMap { i - $0.tokens.lowerBound < 400 ? $0 : nil }
    let person = nearest.map { talking(before: i, nearest: $0) } ?? nearest
    var noun = i - 1
    let stop = max(1, max(person?.tokens.lowerBound ?? 0, i - 80))
    while noun > stop {
      if tokens.isAny(noun, .personNoun),
        tokens.isKey(noun - 1, .a) || tokens.isKey(noun - 1, .one) || tokens.isKey(noun - 1, .an)
          || tokens.isKey(noun - 2, .one) || tokens.isKey(noun - 2, .a)
      {
        let start = tokens.isAny(noun - 1, [.determiner, .cardinal]) ? noun - 1 : noun - 2
        // An apposition tells of the name before it: "X, a Russian military analyst".
        if tokens.isSymbol(start - 1, ","), let person, person.tokens.upperBound == start - 1 { break }
        var end = noun + 1
        while end < i, tokens.isWord(end), !tokens.isAny(end, [.speech, .auxiliary, .conjunction, .verb]) { end += 1 }
        return NameReading(tokens: start..<end, kind: .org, name: tokens.line(start..<end), countryCode: nil)
      }
      noun -= 1
    }
    return person
  }
}
