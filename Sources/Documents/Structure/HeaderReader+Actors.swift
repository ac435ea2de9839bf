import IbidSource

/// Bodies that the first sentence tells of as those who speak.
extension HeaderReader {
  /// The words of a text's first sentence, behind its place and date, which may stand in a block of their own, and behind
  /// `Today,`.
  func firstWords(from start: Int) -> ByteSpan? {
    guard start < piece.blocks.endIndex else { return nil }
    var first = piece.blocks[start].span
    if first.count <= 60, start + 1 < piece.blocks.endIndex, Dateline.parse(first, in: text) != nil {
      first = piece.blocks[start + 1].span
    }
    let head = ByteSpan(first.lower, min(first.upper, first.lower + 400))
    let begin = text.skipSpace(from: afterDash(head) ?? head.lower, to: head.upper)
    let words = text.words(in: ByteSpan(min(begin, head.upper), head.upper), limit: 4)
    guard let word = words.first else { return nil }
    for (place, word) in words.enumerated().prefix(3) where word.span.upper < head.upper {
      guard text.bytes[word.span.upper] == UInt8(ascii: ",") else { continue }
      let isTime = text.isWord(words[0], "today") && place == 0 || text.isWord(words[0], "on") && place > 0
      if isTime { return ByteSpan(text.skipSpace(from: word.span.upper + 1, to: head.upper), head.upper) }
    }
    return ByteSpan(word.span.lower, head.upper)
  }

  /// The body at the end of a first sentence that it said that day: "Ferries must carry rafts, Quay Rights Watch said today."
  func sayerToday(from start: Int) -> (body: ByteSpan, cue: ByteSpan)? {
    guard start < piece.blocks.endIndex else { return nil }
    let first = piece.blocks[start].span
    let words = text.words(in: ByteSpan(first.lower, min(first.upper, first.lower + 500)), limit: 90)
    guard let today = words.indices.dropFirst(2).first(where: { text.isWord(words[$0], "today") }) else { return nil }
    // "…, Quay Rights Watch said today", "The Port Office today announced …"
    let isBehind = Self.sayings.contains(words[today - 1])
    guard isBehind || today + 1 < words.count && Self.sayings.contains(words[today + 1]) else { return nil }
    let verb = isBehind ? today - 1 : today
    var begin = verb
    while begin > 0, verb - begin < 8, text.bytes[words[begin - 1].span.upper..<words[begin].span.lower] == [0x20],
      Characters.isUpper(text.scalar(at: words[begin - 1].span.lower).value)
        || MetaLine.small.contains(words[begin - 1])
    {
      begin -= 1
    }
    while begin < verb, !Characters.isUpper(text.scalar(at: words[begin].span.lower).value) { begin += 1 }
    guard begin < verb - 1 else { return nil }
    let name = Organisations.withoutArticle(
      ByteSpan(words[begin].span.lower, words[verb - 1].span.upper), in: text)
    guard Organisations.isName(name, in: text) || Organisations.isLikelyName(name, in: text) else { return nil }
    return (name, ByteSpan(words[verb].span.lower, words[max(verb, today)].span.upper))
  }

  private static let sayings: WordHashes = ["said", "announced", "warned", "says", "reported"]

  /// Whether a word right behind a body's name tells what it did: "sealed", "warned"; not what it is ("based", "named").
  func isDeed(_ word: Word) -> Bool {
    let span = word.span
    return span.count >= 5 && text.bytes[span.upper - 1] == UInt8(ascii: "d")
      && text.bytes[span.upper - 2] == UInt8(ascii: "e") && Characters.isLower(text.scalar(at: span.lower).value)
      && !Self.states.contains(word)
  }

  private static let states: WordHashes = [
    "based", "named", "called", "located", "known", "headed", "chaired", "titled", "entitled", "required", "needed",
    "indeed", "owned", "funded", "backed", "supported",
  ]

  /// `Ann Lee | 5 March 2024, 02:45 PM`: a person before the day and the hour of a story.
  func storyByline() -> ByteSpan? {
    for block in piece.blocks.prefix(24) where block.span.count <= 120 && text.holdsDigit(block.span) {
      let fields = fields(of: block.span)
      guard fields.count >= 2, let date = MetaLine.dateLine(fields[fields.count - 1], in: text), date.date.day != nil,
        tellsHour(block.span, beside: date.span)
      else { continue }
      let name = fields[0]
      if (2...3).contains(text.words(in: name, limit: 4).count), MetaLine.isNames(name, in: text),
        !text.holdsDigit(name), Headline.holdsLower(name, in: text), !Organisations.isLikelyName(name, in: text),
        !Headline.isLabel(name, in: text), KindWords.section(name, text) == nil
      {
        return name
      }
    }
    return nil
  }

  /// `Press Releases` on a line of its own below the title.
  func readSections(below title: Int?, _ header: Range<Int>, into evidence: inout Evidence) {
    guard let title, title + 1 < header.upperBound else { return }
    for block in piece.blocks[(title + 1)..<header.upperBound].prefix(6) where block.span.count <= 30 {
      if KindWords.section(block.span, text) == .pressRelease { evidence.kinds.append((71, .pressRelease, block.span)) }
    }
  }

  /// `5 March 2024 – published by Port Office`: who, behind the day.
  func readPublisher(behind date: PublishedDate, in span: ByteSpan, into evidence: inout Evidence) {
    let words = text.words(in: ByteSpan(date.span.upper, span.upper), limit: 3)
    guard words.count == 3, text.isWord(words[1], "by"),
      ["published", "issued", "released", "posted"].contains(text.lowercased(words[0].span))
    else { return }
    let name = Organisations.withoutArticle(text.trimmed(ByteSpan(words[1].span.upper, span.upper)), in: text)
    if Organisations.isName(name, in: text) || Organisations.isLikelyName(name, in: text) {
      evidence.issuers.append((28, name))
    }
  }

  /// The agency behind the last full stop: `… said Ann Lee. – QuayNews`, `… by May. (QPA)`.
  func readClosingAgency(from start: Int, into evidence: inout Evidence) {
    guard start < piece.blocks.endIndex,
      let last = piece.blocks[start...].last(where: { $0.kind == .paragraph && !$0.span.isEmpty })?.span,
      last.count > 60
    else { return }
    var offset = last.upper
    while offset > max(last.lower, last.upper - 30) {
      let (value, width) = text.scalar(before: offset)
      offset -= width
      guard Characters.isDash(value) else { continue }
      let name = text.trimmed(ByteSpan(offset + width, last.upper))
      let before = text.trimmed(ByteSpan(last.lower, offset))
      let words = text.words(in: name, limit: 3)
      guard Characters.isSpace(text.scalar(before: offset).value), !before.isEmpty,
        WrappedLines(text: text).endsWithStop(before),
        !words.isEmpty, words.count <= 2 || !text.bytes[name.range].contains(0x20), !text.holdsDigit(name),
        name.count >= 2,
        Characters.isUpper(text.scalar(at: name.lower).value),
        !WrappedLines(text: text).endsWithStop(name) || Dateline.agencies.contains(name, in: text)
      else { return }
      evidence.kinds.append((65, .news, name))
      evidence.issuers.append((46, name))
      return
    }
  }

  /// Whether a body is only told of in the first sentence of what somebody wrote under a name of their own.
  func isToldOf(_ issuer: ByteSpan, from start: Int, _ evidence: Evidence) -> Bool {
    guard start < piece.blocks.endIndex, piece.blocks[start].span.contains(issuer) else { return false }
    return evidence.kinds.contains { $0.rank == 95 } || storyByline() != nil
  }

  /// `JANUARY 22, 2024 DOVER, KENT`, `3 September 2024 Humanitarian Aid`: a day and a place or a section, where another line is
  /// the title.
  func isDayAndPlace(_ words: Words) -> Bool {
    (1...3).contains(words.count)
      && words.allSatisfy { !$0.hasDigit && Characters.isUpper(text.scalar(at: $0.span.lower).value) }
      && piece.blocks.prefix(24).contains {
        text.words(in: $0.span, limit: 5).count == 5 && WrittenDate.first(in: $0.span, in: text, within: 4) == nil
          && Headline.isTitleLike($0.span, in: text)
      }
  }

  /// The house that sat, over the record of what was said in it: alone on its line, or in any field over a Hansard.
  func chamber(_ header: Range<Int>) -> ByteSpan? {
    let lines = (piece.head + piece.blocks[header]).prefix(14).filter { $0.span.count <= 200 && $0.kind != .table }
    let isHansard = lines.contains { block in
      text.words(in: block.span, limit: 12).contains { text.isWord($0, "hansard") }
    }
    for line in lines.flatMap({ linesOf($0.span) }) {
      let parts = fields(of: line)
      guard isHansard || parts.count == 1 else { continue }
      if let house = parts.first(where: { Self.chambers.contains(Organisations.withoutArticle($0, in: text), in: text) }
      ) {
        return Organisations.withoutArticle(house, in: text)
      }
    }
    return nil
  }

  private static let chambers: LineTable<Void> = [
    "house of commons", "house of lords", "house of representatives", "house of assembly", "senate",
    "national assembly",
    "legislative assembly", "legislative council", "dáil éireann", "seanad éireann", "lok sabha", "rajya sabha",
    "national council of provinces",
  ]
}
