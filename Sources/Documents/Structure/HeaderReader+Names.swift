import IbidSource

/// The names over and under a text that tell whose it is.
extension HeaderReader {
  // MARK: Above the text

  /// The rank of a body's name on a line of its own: the office that talks to the press and the state as a whole say less
  /// than the ministry.
  func rank(ofBody span: ByteSpan) -> Int {
    if Organisations.isPressOffice(span, in: text) { return 50 }
    if Organisations.isGazette(span, in: text) { return 44 }
    // "COUNCIL": a section of a paper.
    if text.words(in: span, limit: 2).count == 1 { return 52 }
    return Organisations.isState(span, in: text) ? 50 : 40
  }

  /// Names that stand over a page, apart from the title: of a paper, of a body, of a site that has its menu below.
  func readMasthead(above title: Int, into evidence: inout Evidence) {
    let lines = Array(piece.head) + piece.blocks[piece.blocks.startIndex..<title]
    // Most lines above a title far down are those of menus, whose sections read like names.
    let isBelowMenus = lines.count > Self.longestLetterhead
    for (place, block) in lines.enumerated() where block.kind != .table && block.span.count <= 200 {
      let menu = MenuLine.parse(block.span, in: text)
      let parts = (menu?.items ?? fields(of: block.span)).flatMap(linesOf)
      if menu == nil, block.span.count <= 120 {
        for part in parts {
          if let kind = KindWords.section(part, text) { evidence.kinds.append((kind == .news ? 73 : 71, kind, part)) }
        }
      }
      for line in linesOf(block.span) {
        if let body = Organisations.publisher(in: line, text) { evidence.issuers.append((38, body)) }
      }
      if menu == nil { readSite(parts, title: evidence.titleHash, into: &evidence) }
      if menu == nil, block.span.count <= 80,
        let cue = text.words(in: block.span).first(where: { text.isWord($0, "blog") || text.isWord($0, "weblog") })
      {
        evidence.kinds.append((60, .blog, cue.span))
      }
      for (number, part) in parts.enumerated() {
        // "Tidal Radio | News": the other part is a section.
        // An item of a list of links is no name over the page.
        let isAlone =
          parts.count == 1 && block.kind != .bullet
          || parts.count == 2 && number == 0 && (KindWords.section(parts[1], text) != nil || isSection(parts[1]))
        if isAlone, Dateline.agencies.contains(part, in: text) {
          evidence.kinds.append((61, .news, part))
          evidence.issuers.append((44, part))
        }
        let isBelow = isAlone && (!piece.head.isEmpty || lines[(place + 1)...].contains(where: isPageFurniture))
        if let name = mastheadName(part, isAlone: isAlone && isBelow, isFirst: number == 0, menu: menu)
          ?? (isAlone && piece.head.isEmpty && lines[..<place].allSatisfy({ isRemark($0.span) }) ? topName(part) : nil)
        {
          let isPaper = Organisations.isPaper(name.span, in: text)
          // One word alone, which may be a section, says less than a note about the copyright.
          let isWord = name.rank == 45 && text.words(in: name.span, limit: 2).count == 1
          let again = comesAgain(name.span, inTailOnly: isWord) && (!isBelowMenus || isPaper)
          let isDoubtful = isBelowMenus && (name.rank == 42 || name.rank == 45) || isWord
          evidence.issuers.append((again ? name.rank - 4 : isDoubtful ? name.rank + 8 : name.rank, name.span))
          if Organisations.isPaper(name.span, in: text) { evidence.kinds.append((61, .news, name.span)) }
        }
      }
    }
    for block in piece.head {
      if let labelled = MetaLine.parse(block.span, in: text), labelled.role == .issuer {
        readLabelled(labelled, rank: 37, into: &evidence)
      }
      if let cue = KindWords.digest(in: block.span, text) { evidence.kinds.append((62, .news, cue)) }
    }
  }

  /// Lines above a title that may be its letterhead.
  private static let longestLetterhead = 10

  /// A part of a line above the title that may be the name of who publishes the page.
  private func mastheadName(_ part: ByteSpan, isAlone: Bool, isFirst: Bool, menu: MenuLine?) -> (
    rank: Int, span: ByteSpan
  )? {
    let isPaper = Organisations.isPaper(part, in: text) && !KindWords.isGenericNews(part, text)
    if isPaper, menu?.isPath != true, !isSection(part) { return (42, Organisations.withoutArticle(part, in: text)) }
    let part = Organisations.withoutPageWord(part.count > 60 ? Organisations.oneName(in: part, text) : part, in: text)
    guard part.count <= 90, MetaLine.isNames(part, in: text, mostWords: 10), !MetaLine.isLabelled(part, in: text),
      !Organisations.isKindOfBody(part, in: text),
      !text.holdsDigit(part), KindWords.section(part, text) == nil,
      !Headline.isLabel(part, in: text), Headline.leadingLabel(at: part.lower, upper: part.upper, in: text) == nil,
      !Organisations.isOffice(part, in: text), !Furniture.isFurniture(part, in: text), !isSection(part)
    else { return nil }
    let name = Organisations.oneName(in: part, text)
    if menu == nil || menu?.isPath == false, Organisations.isName(name, in: text), !isAlone || menu != nil {
      return (Organisations.isState(name, in: text) || Organisations.isPressOffice(name, in: text) ? 51 : 43, name)
    }
    let words = text.words(in: name, limit: 3).count
    if words >= 2, Organisations.isLikelyName(name, in: text), menu == nil || menu?.isPath == false {
      return (43, name)
    }
    if isAlone { return (45, name) }
    return menu?.isPath == true && isFirst && words >= 2 ? (46, name) : nil
  }

  /// The first line of a page without a menu, if it is two names or more.
  private func topName(_ part: ByteSpan) -> (rank: Int, span: ByteSpan)? {
    guard text.words(in: part, limit: 2).count == 2, piece.blocks.count > 2,
      !text.words(in: part).contains(where: Self.works.contains)
    else { return nil }
    return mastheadName(part, isAlone: true, isFirst: true, menu: nil).map { (48, $0.span) }
  }

  /// What a page holds, which is no name of who publishes it.
  private static let works: WordHashes = [
    "update", "updates", "statement", "release", "report", "bulletin", "story", "sheet", "factsheet", "notice", "alert",
    "advisory", "briefing", "note", "summary", "speech", "remarks", "minutes", "agenda", "circular", "memorandum",
    "letter", "article", "guide", "guidance", "exclusive", "breaking", "interview", "transcript", "opinion", "analysis",
  ]

  /// The other part of a line that repeats the title: `SEC.gov | Six boats`.
  private func readSite(_ parts: [ByteSpan], title: UInt64?, into evidence: inout Evidence) {
    guard let title, parts.count > 1, parts.contains(where: { text.wordsHash(in: $0) == title }) else { return }
    let names = parts.filter { part in
      text.wordsHash(in: part) != title && !isSection(part) && MetaLine.bareLabel(part, in: text) == nil
        && text.holdsWord(part)
        && (MetaLine.isNames(part, in: text) || part.count <= 30 && !text.bytes[part.range].contains(0x20))
    }
    if let name = names.first { evidence.issuers.append((37, Organisations.withoutArticle(name, in: text))) }
  }

  func linesOf(_ span: ByteSpan) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var start = span.lower
    while start <= span.upper {
      let end = text.first(0x0A, in: ByteSpan(start, span.upper)) ?? span.upper
      let line = text.trimmed(ByteSpan(start, end))
      if !line.isEmpty { found.append(line) }
      start = end + 1
    }
    return found
  }

  /// A heading that many pages have, or an item of menus.
  func isSection(_ part: ByteSpan) -> Bool {
    TitleFinder.sections.contains(part, in: text) || MenuLine.isNavigation(part, in: text)
      || text.words(in: part, limit: 8).contains {
        text.isWord($0, "official") || text.isWord($0, "website")
      }
  }

  /// Whether a name stands in the tail of the page or in the first paragraphs of the text, too.
  private func comesAgain(_ name: ByteSpan, inTailOnly: Bool) -> Bool {
    let wanted = text.words(in: name)
    func holdsName(_ span: ByteSpan) -> Bool {
      let words = text.words(in: span, limit: 120)
      return (0..<max(0, words.count - wanted.count + 1)).contains { place in
        wanted.indices.allSatisfy { words[place + $0].hash == wanted[$0].hash }
      }
    }
    if piece.tail.suffix(24).contains(where: { holdsName($0.span) }) { return true }
    return !inTailOnly
      && piece.blocks.lazy.filter { $0.span.lower > name.upper && $0.span.count > 100 }.prefix(2)
        .contains { holdsName($0.span) }
  }

  // MARK: In the text

  /// The company of a ticker (`Blue Wheel, Inc. (Nasdaq: BLWH)`), a body that the text begins with and shortens
  /// (`The Port Office (PO) has …`), a body before the colon of the title (`UNHCR: …`).
  func readNamesInText(from start: Int, title: ByteSpan?, into evidence: inout Evidence) {
    if let title, let colon = text.bytes[title.range].prefix(60).firstIndex(of: UInt8(ascii: ":")) {
      let name = ByteSpan(title.lower, colon)
      if Organisations.isName(name, in: text) || Organisations.isCompany(name, in: text), !startsWithOffice(name) {
        evidence.issuers.append((45, Organisations.withoutArticle(name, in: text)))
      }
    }
    if let title, let cue = KindWords.pressStatement(in: title, text) {
      let name = text.trimmed(ByteSpan(title.lower, cue.lower))
      if !name.isEmpty, Organisations.isName(name, in: text) {
        evidence.issuers.append((45, Organisations.withoutArticle(name, in: text)))
      }
    }
    for block in piece.blocks[piece.blocks.startIndex..<start] where block.kind != .table && block.span.count <= 200 {
      for line in linesOf(block.span) where Organisations.isCompany(line, in: text) {
        evidence.issuers.append((42, line))
      }
    }
    if let title, let body = Organisations.owner(of: title, in: text) { evidence.issuers.append((46, body)) }
    for block in piece.blocks[..<min(piece.blocks.endIndex, start + 2)]
    where block.span.count <= 300 && Self.records.begin(at: block.span.lower, in: text) {
      if let body = Organisations.owner(of: block.span, in: text) { evidence.issuers.append((43, body)) }
    }
    guard start < piece.blocks.endIndex else { return }
    let first = piece.blocks[start].span
    let head = ByteSpan(first.lower, min(first.upper, first.lower + 400))
    if let company = Organisations.listedCompany(in: head, text) { evidence.issuers.append((41, company)) }
    // "Dover, 5 March 2024: The Port Office (PO) has …"
    let dateline = Dateline.parse(first, in: text)
    let behindDate = dateline?.date.map { date in
      var start = date.span.upper
      while start < first.upper, !Characters.isLetter(text.scalar(at: start).value) {
        start += text.scalar(at: start).width
      }
      return start
    }
    for begin in [first.lower, afterDash(head) ?? first.lower, behindDate ?? first.lower] {
      // "DOVER, England (QP) --": the letters are those of an agency, not short for the place.
      if dateline?.agency != nil { continue }
      if let body = Organisations.shortened(at: begin, upper: first.upper, text) {
        evidence.issuers.append((49, Organisations.withoutBoard(body, in: text)))
      }
    }
  }

  private static let records: Prefixes = ["minutes of ", "draft minutes of ", "record of ", "proceedings of "]

  /// After the first dash of a dateline, which has spaces around it or stands twice.
  func afterDash(_ head: ByteSpan) -> Int? {
    var offset = head.lower
    while offset < min(head.upper, head.lower + 100) {
      let (value, width) = text.scalar(at: offset)
      if Characters.isDash(value), Characters.isSpace(text.scalar(at: offset + width).value) { return offset + width }
      // A long dash, glued to a date: "DOVER, March 5, 2024—The Port Office …".
      if value == 0x2014, offset > head.lower, Characters.isDigit(text.scalar(before: offset).value) {
        return offset + width
      }
      offset += width
    }
    return nil
  }

  /// Names of an office that a person holds: `The Director General of the Agency`.
  func startsWithOffice(_ span: ByteSpan) -> Bool {
    let name = Organisations.withoutArticle(span, in: text)
    return text.words(in: name, limit: 1).first.map { Self.persons.contains($0) } ?? true
  }

  static let persons: WordHashes = [
    "director", "chief", "president", "chair", "chairman", "commissioner", "head", "deputy", "secretary", "governor",
    "ambassador", "professor", "dr", "mr", "ms", "mrs", "sir", "general", "principal", "permanent", "vice", "prime",
  ]

  /// A paper below the title, under the name of who wrote: `Ann Lee`, `Quay Tribune`, `5 March 2024`.
  func readPaper(below title: Int?, _ header: Range<Int>, into evidence: inout Evidence) {
    guard let title, title + 1 < header.upperBound else { return }
    for block in piece.blocks[(title + 1)..<header.upperBound].prefix(6)
    where Organisations.isPaper(block.span, in: text) && !KindWords.isGenericNews(block.span, text) {
      evidence.issuers.append((43, Organisations.withoutArticle(block.span, in: text)))
      evidence.kinds.append((61, .news, block.span))
      return
    }
  }

  /// The body that acts in a release that names no other maker, at the head of its title (`Port Office Warns of Thin Ice`) or of
  /// its first sentence (`The Port Office has …`).
  func actor(title: ByteSpan?, _ start: Int) -> ByteSpan? {
    if let title, let name = body(at: title.lower, upper: title.upper) { return name }
    guard let first = firstWords(from: start) else { return nil }
    return body(at: first.lower, upper: min(first.upper, first.lower + 200))
  }

  /// The office that the first sentence begins with: "The Minister for Ports, Ann Lee, today opened …".
  func officeInText(_ start: Int) -> ByteSpan? {
    guard start < piece.blocks.endIndex else { return nil }
    let first = piece.blocks[start].span
    let head = ByteSpan(first.lower, min(first.upper, first.lower + 300))
    guard let office = Offices.office(in: head, text), !office.isMember,
      text.words(in: office.name, limit: 3).count == 3
    else { return nil }
    // "The Prime Minister and the Ports Secretary met …"
    let next = text.words(in: ByteSpan(office.name.upper, head.upper), limit: 1)
    if next.first.map({ text.isWord($0, "and") }) ?? false { return nil }
    return Organisations.withoutArticle(office.name, in: text)
  }

  /// The name in the first paragraphs whose letters the title begins with: "QTA fines two ports", "The Quay Tribunal of Appeal has …".
  func shortened(in title: ByteSpan?, _ start: Int) -> ByteSpan? {
    guard let title, let short = text.words(in: title, limit: 1).first, (2...6).contains(short.span.count),
      !short.hasDigit,
      !Headline.holdsLower(short.span, in: text), Headline.holdsLower(title, in: text)
    else { return nil }
    let letters = Array(text.bytes[short.span.range])
    for block in piece.blocks[min(start, piece.blocks.endIndex)...].prefix(3) {
      let words = text.words(in: block.span, limit: 160)
      for first in words.indices where text.bytes[words[first].span.lower] == letters[0] && words[first].span.count > 1
      {
        var (matched, last) = (0, first)
        for place in first..<min(words.count, first + 2 * letters.count) {
          if Characters.isUpper(text.scalar(at: words[place].span.lower).value) {
            guard matched < letters.count, text.bytes[words[place].span.lower] == letters[matched] else { break }
            (matched, last) = (matched + 1, place)
            if matched == letters.count { break }
          } else if !MetaLine.small.contains(words[place]) {
            break
          }
        }
        if matched == letters.count, last > first { return ByteSpan(words[first].span.lower, words[last].span.upper) }
      }
    }
    return nil
  }

  /// The body whose name begins at an offset and ends before a verb.
  private func body(at offset: Int, upper: Int) -> ByteSpan? {
    let start = text.skipSpace(from: offset, to: upper)
    let words = text.words(in: ByteSpan(min(start, upper), upper), limit: 14)
    guard words.count > 3 else { return nil }
    var found: ByteSpan?
    for place in 1..<min(9, words.count - 1) {
      let name = Organisations.withoutArticle(ByteSpan(words[0].span.lower, words[place].span.upper), in: text)
      let gap = text.bytes[words[place].span.upper..<words[place + 1].span.lower]
      if Organisations.isName(name, in: text), gap.allSatisfy({ $0 == 0x20 }),
        Self.acts.contains(words[place + 1]) || isDeed(words[place + 1])
      {
        found = name
      }
      // "The Quay Bank's board has …"
      if text.isWord(words[place + 1], "s"), gap.count <= 3, !gap.contains(0x20), Organisations.isName(name, in: text) {
        return name
      }
      // The stop of "U.S. Port Agency" ends no sentence.
      let isInitial = words[place].span.count == 1 && Characters.isUpper(text.scalar(at: words[place].span.lower).value)
      if gap.contains(0x3A) || !isInitial && gap.contains(0x2E) { break }
    }
    return found
  }

  /// What a body does, right after its name.
  private static let acts: WordHashes = Organisations.titleVerbs.union([
    "today", "on", "has", "have", "said", "announced", "issued", "published", "confirmed", "launched", "welcomes",
    "proposed", "imposed", "seized", "closed", "decided", "plans", "expects", "notes", "wishes", "reminds", "advises",
  ])

  /// `About the Office`, `PROOF COMMITTEE HANSARD`: items of menus and names of records, which are nobody.
  func isOfPage(_ span: ByteSpan) -> Bool {
    let words = text.words(in: span, limit: 6)
    // "QRFC, OQR, WHQ": a list
    if words.count >= 3, !Headline.holdsLower(span, in: text),
      words.allSatisfy({ $0.span.count <= 6 }), text.bytes[span.range].count(where: { $0 == UInt8(ascii: ",") }) >= 2
    {
      return true
    }
    return words.first.map(Self.menuStarts.contains) ?? true || words.contains(where: Self.transcripts.contains)
  }

  private static let menuStarts: WordHashes = [
    "about", "contact", "search", "skip", "menu", "latest", "how", "why", "what", "your", "our", "back", "read",
    "subscribe", "follow", "share", "proof", "documents",
  ]
  private static let transcripts: WordHashes = ["hansard", "transcript", "transcripts"]
}
