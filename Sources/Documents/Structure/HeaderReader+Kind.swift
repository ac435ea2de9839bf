import IbidSource

/// The kind of a text that has no label, by who speaks and how the page is made.
extension HeaderReader {
  /// What police and prosecutors publish, and what a body publishes with a contact for the press or a place before the
  /// first sentence, is a press release; comments under a text make it a blog; reporters, news.
  func readLikelyKind(issuer: ByteSpan?, from start: Int, _ evidence: inout Evidence) {
    // What offices call a news story of theirs is a release.
    if let issuer, isPublicBody(issuer), let story = evidence.kinds.first(where: { $0.rank == 12 && $0.kind == .news }),
      Self.officeNews.begin(at: story.cue.lower, in: text)
    {
      evidence.kinds.append((11, .pressRelease, story.cue))
    }
    // So is what stands in the news of a department or a force, and what any other body tells of itself there.
    if let issuer, let section = evidence.kinds.first(where: { (72...73).contains($0.rank) && $0.kind == .news }),
      text.words(in: issuer).contains(where: { Self.departments.contains($0) || Self.forces.contains($0) })
        || tellsOfItself(from: start),
      !Organisations.isPaper(issuer, in: text)
    {
      evidence.kinds.append((71, .pressRelease, section.cue))
    }
    if let hansard = hansard() { evidence.kinds.append((59, .speech, hansard)) }
    let best = evidence.kinds.map(\.rank).min() ?? .max
    guard best > 62 else { return }
    let isPaper = issuer.map { Organisations.isPaper($0, in: text) } ?? false
    if let issuer, isPaper { evidence.kinds.append((63, .news, issuer)) }
    if let cue = reporter() ?? storyByline() { evidence.kinds.append((64, .news, cue)) }
    if let issuer, !isPaper, !evidence.kinds.contains(where: { $0.rank == 95 }) {
      if text.words(in: issuer).contains(where: Self.forces.contains) {
        evidence.kinds.append((67, .pressRelease, issuer))
      } else if text.words(in: issuer).contains(where: Self.offices.contains) {
        if let cue = contact() { evidence.kinds.append((68, .pressRelease, cue)) }
      }
    }
    if let cue = replies() { evidence.kinds.append((74, .blog, cue)) }
    if let cue = moreStories() { evidence.kinds.append((93, .news, cue)) }
  }

  /// The word on a page that has the record of a chamber.
  func hansard() -> ByteSpan? {
    piece.blocks.prefix(12).lazy.filter { $0.span.count <= 200 }
      .compactMap { block in text.words(in: block.span, limit: 30).first { text.isWord($0, "hansard") }?.span }.first
  }

  private static let departments: WordHashes = ["department", "ministry", "minister", "government", "office"]

  private static let officeNews: Prefixes = ["news story", "news article", "news item"]

  private func isPublicBody(_ issuer: ByteSpan) -> Bool {
    Organisations.isName(issuer, in: text) || text.starts(with: "hm ", at: issuer.lower)
      || text.words(in: issuer).contains { Self.offices.contains($0) || Self.forces.contains($0) }
  }

  private static let laidBefore = Array("laid before".utf8)

  /// The kind of a text without any cue: tables and many headings make a report, a body's dated text with a title a
  /// release, a text that begins with place and date news. What is titled like a rule, a form or a letter stays what it is.
  func guessKind(_ facts: HeaderFacts, _ evidence: inout Evidence) {
    guard let title = facts.title else { return guessUntitled(facts, &evidence) }
    guard
      !isTitledLikePaper(title) || actor(title: title, .max) != nil
        || text.starts(with: "monetary policy ", at: title.lower),
      !text.words(in: title, limit: 1).contains(where: Self.askers.contains),
      !piece.blocks.prefix(20).contains(where: {
        isSalutation($0.span) || Self.openings.begin(at: behindNumber($0.span), in: text)
          || Self.answers.contains($0.span, in: text)
      })
    else { return }
    if let issuer = facts.issuer, text.words(in: issuer).contains(where: Self.benches.contains) { return }
    if isNumberedRule(facts.header) { return }
    let body = piece.blocks[min(facts.header.upperBound, piece.blocks.endIndex)...]
    let tables = body.count { $0.kind == .table }
    let headings = body.count { $0.kind == .heading || isHeadingLike($0) }
    let length = body.reduce(0) { $0 + $1.span.count }
    let series = piece.blocks[..<min(facts.header.upperBound, piece.blocks.endIndex)].lazy
      .compactMap { $0.span.count <= 120 ? KindWords.report(in: $0.span, text) : nil }.first
    let isTabled = piece.blocks.prefix(12).contains {
      $0.span.count <= 160
        && (text.words(in: $0.span, limit: 24).contains { text.isWord($0, "tabled") }
          || text.holds(Self.laidBefore, in: $0.span, ignoringCase: true))
    }
    // Around a page saved whole stand lines like headings that are none.
    let isWholePage = evidence.furniture.count >= Self.furnitureOfPage
    if series != nil || isTabled || tables >= 2 || tables >= 1 && headings >= 2
      || !isWholePage && (headings >= 6 || headings >= 3 && length > 5000)
    {
      return evidence.kinds.append((98, .report, series ?? title))
    }
    guard let first = body.first else { return }
    // What a minister or a member gives out.
    if let issuer = facts.issuer, Offices.isLine(issuer, in: text) {
      return evidence.kinds.append((98, .pressRelease, issuer))
    }
    if let issuer = facts.issuer, facts.published != nil,
      Organisations.isName(issuer, in: text) || Organisations.isLikelyName(issuer, in: text)
        || Organisations.isCompany(issuer, in: text)
    {
      evidence.kinds.append((98, .pressRelease, issuer))
    } else if let said = sayerToday(from: facts.header.upperBound) {
      evidence.kinds.append((98, .pressRelease, said.cue))
      evidence.issuers.append((49, said.body))
    } else if isOverName(facts.header) {
      evidence.kinds.append((98, .pressRelease, title))
    } else if let today = announcement(in: first.span) ?? member(in: first.span)?.cue {
      evidence.kinds.append((98, .pressRelease, today))
    } else if let words = givenOut(body) ?? phone() ?? (isSigned(facts.header) ? nil : prosecution(body)) {
      evidence.kinds.append((98, .pressRelease, words))
    } else if let kind = kindByVoice(body, title: title) ?? (isStory(facts, evidence) ? .news : nil) {
      evidence.kinds.append((Self.byVoice, kind, title))
    }
  }

  /// The rank of a kind that only the voice of a text tells.
  static let byVoice = 99

  /// The kind of a text without a title: what a body said on that day, or a story.
  private func guessUntitled(_ facts: HeaderFacts, _ evidence: inout Evidence) {
    let start = min(facts.header.upperBound, piece.blocks.endIndex)
    let body = piece.blocks[start...]
    guard let first = body.first else { return }
    if let said = sayerToday(from: start) {
      evidence.kinds.append((98, .pressRelease, said.cue))
      evidence.issuers.append((49, said.body))
    } else if let kind = kindByVoice(body, title: nil) ?? (isStory(facts, evidence) ? .news : nil) {
      evidence.kinds.append((Self.byVoice, kind, first.span))
    }
  }

  /// Whether a line of the head is a minister's or a member's name with a style, under which the text is given out.
  private func isOverName(_ header: Range<Int>) -> Bool {
    piece.blocks[header].contains { Offices.isLine($0.span, in: text) && !Organisations.isPaper($0.span, in: text) }
  }

  /// "The Minister for Quays, Ann Lee, said today …": an office that gives out what it says on the same day.
  private func announcement(in first: ByteSpan) -> ByteSpan? {
    let head = ByteSpan(first.lower, min(first.upper, first.lower + 500))
    guard let today = text.words(in: head, limit: 80).first(where: { text.isWord($0, "today") }),
      let office = Offices.office(in: head, text), text.words(in: office.name, limit: 3).count == 3
    else { return nil }
    return today.span
  }

  /// "The Minister for Quays, Ann Lee, said:" over paragraphs of what was said: how offices give out a statement. Papers have
  /// the words behind the colon.
  private func givenOut(_ body: ArraySlice<Block>) -> ByteSpan? { sayer(in: body)?.cue }

  /// The line over what was said.
  func saidBelow(_ start: Int) -> ByteSpan? { sayer(in: piece.blocks[min(start, piece.blocks.endIndex)...])?.line }

  private func sayer(in body: ArraySlice<Block>) -> (line: ByteSpan, cue: ByteSpan)? {
    guard let first = body.first, Dateline.parse(first.span, in: text) == nil else { return nil }
    for block in body.prefix(6).dropLast() where block.kind == .paragraph && (1...300).contains(block.span.count) {
      guard text.bytes[block.span.upper - 1] == UInt8(ascii: ":"), let last = text.words(in: block.span).last,
        Self.stating.contains(last), text.words(in: block.span, limit: 3).count >= 3
      else { continue }
      return (block.span, last.span)
    }
    return nil
  }

  /// Whether a short line of the head names who wrote: `5 March 2024 by Ann Lee`.
  private func isSigned(_ header: Range<Int>) -> Bool {
    piece.blocks[header].contains { block in
      guard block.span.count <= 120 else { return false }
      let words = text.words(in: block.span, limit: 16)
      return zip(words, words.dropFirst()).contains { by, name in
        text.isWord(by, "by") && Characters.isUpper(text.scalar(at: name.span.lower).value)
      }
    }
  }

  /// "The case is being prosecuted by …", "… is prosecuting the case", "This case was investigated by …": the last words of
  /// releases of prosecutors.
  private func prosecution(_ body: ArraySlice<Block>) -> ByteSpan? {
    for block in body.suffix(6) where block.kind == .paragraph && block.span.count <= 900 {
      for sentence in SentenceSplitter(text: text).sentences(in: block.span).prefix(8) {
        let words = text.words(in: sentence, limit: 40)
        guard words.count >= 5 else { continue }
        let isOfCase = words.prefix(3).contains { text.isWord($0, "case") || text.isWord($0, "matter") }
        if isOfCase, ["the", "this"].contains(text.lowercased(words[0].span)),
          let verb = words.prefix(8).first(where: {
            text.isWord($0, "prosecuted") || text.isWord($0, "investigated") || text.isWord($0, "brought")
          })
        {
          return words[0].span.joined(with: verb.span)
        }
        if let verb = words.firstIndex(where: { text.isWord($0, "prosecuting") }), verb + 2 < words.count,
          text.isWord(words[verb + 2], "case"),
          text.isWord(words[verb - 1], "is") || text.isWord(words[verb - 1], "are")
        {
          return words[verb].span.joined(with: words[verb + 2].span)
        }
      }
    }
    return nil
  }

  private static let stating: WordHashes = ["said", "says", "commented", "stated", "today", "statement"]

  /// `Contact: Ann Lee, 202/555-0119` above or under a text: somebody to call about it.
  private func phone() -> ByteSpan? {
    let lines = piece.blocks.prefix(12) + piece.blocks.suffix(4) + piece.tail.prefix(6)
    return lines.first { block in
      block.span.count <= 160 && Self.contacts.begin(at: block.span.lower, in: text)
        && block.span.range.count(where: { Characters.isDigit(UInt32(text.bytes[$0])) }) >= 7
    }?.span
  }

  /// Blocks of menus and the like from which on a page counts as saved whole.
  private static let furnitureOfPage = 12

  /// A text whose page tells day and hour, or two paragraphs of which say what somebody said, told or reported.
  private func isStory(_ facts: HeaderFacts, _ evidence: Evidence) -> Bool {
    if let date = facts.published, !date.isOfFile,
      let line = piece.blocks.first(where: { $0.span.contains(date.span) }), line.span.count <= 120,
      tellsHour(line.span, beside: date.span)
    {
      return true
    }
    let body = piece.blocks[min(facts.header.upperBound, piece.blocks.endIndex)...].prefix(16)
    return body.count { text.words(in: $0.span).contains(where: Self.saying.contains) } >= 2
  }

  func tellsHour(_ line: ByteSpan, beside date: ByteSpan) -> Bool {
    text.words(in: line).contains { word in
      word.hasDigit && !date.contains(word.span)
        && ClockTime.end(at: word.span.lower, upper: line.upper, in: text) != nil
    }
  }

  private static let saying: WordHashes = [
    "said", "told", "says", "added", "according", "reported", "reportedly", "alleged", "revealed", "confirmed",
    "explained", "insisted", "claimed", "learnt",
  ]

  private static let benches: WordHashes = ["court", "courts", "tribunal"]

  /// First words of lines above and in texts that are neither.
  private static let openings: Prefixes = [
    "written question", "question for", "asked by", "minutes", "agenda", "memorandum", "decision notice", "circular no",
    "to ask the", "statement made", "answered by", "answered on",
    "to:", "cc:",
  ]

  /// Behind the number of a question: `1177. To ask the Minister …`.
  private func behindNumber(_ span: ByteSpan) -> Int {
    guard let end = text.words(in: span, limit: 1).first, end.hasDigit, end.span.count <= 5,
      end.span.lower == span.lower
    else { return span.lower }
    var next = end.span.upper
    while next < span.upper, [0x2E, 0x29, 0x20].contains(text.bytes[next]) { next += 1 }
    return next
  }

  /// Lines over questions to a minister and their answers.
  private static let answers: LineTable<Void> = [
    "written answers", "written answer", "oral answers", "oral answer", "written questions", "written question",
    "oral questions", "oral question", "parliamentary questions", "parliamentary question", "answers to questions",
    "questions for written answer", "replies to questions", "question and answer", "questions and answers",
  ]

  private func isHeadingLike(_ block: Block) -> Bool {
    block.kind == .paragraph && block.lineCount == 1 && block.gap > 0 && block.span.count <= 70
      && Headline.isTitleLike(block.span, in: text)
  }

  /// Words of titles of texts that are neither news nor reports.
  private static let papers: WordHashes = [
    "notice", "decision", "minutes", "agenda", "memorandum", "memo", "letter", "questions", "answers", "faq", "guide",
    "guidance", "guidelines", "application", "fees", "permits", "permit", "form", "declaration", "agreement", "treaty",
    "circular", "order", "rules", "regulations", "proposed", "consultation", "tender", "terms", "instructions",
    "advice", "checklist", "policy", "handbook", "manual", "licence", "license", "amendment", "petition", "motion",
    "question", "judgment", "re", "fw", "invitation", "vacancy", "contract",
  ]

  /// `Bulletin No. 12`, `Circular 3/2024` over the title: rules that an office gives out by number.
  private func isNumberedRule(_ header: Range<Int>) -> Bool {
    piece.blocks[header].contains { block in
      guard block.span.count <= 80, text.holdsDigit(block.span) else { return false }
      let words = text.words(in: block.span, limit: 9)
      return words.prefix(3).contains(where: Self.ruleSeries.contains)
        && words.dropFirst().prefix(4).contains { $0.hasDigit && $0.span.count < 9 }
    }
  }

  private static let ruleSeries: WordHashes = ["circular", "bulletin", "advisory", "ordinance", "directive"]

  /// A word for a paper in the title; one that stories have as well says so only in a short title.
  private func isTitledLikePaper(_ title: ByteSpan) -> Bool {
    let words = text.words(in: title)
    return words.contains { Self.papers.contains($0) && (words.count <= 7 || !Self.storyWords.contains($0)) }
  }

  private static let storyWords: WordHashes = [
    "fees", "permits", "permit", "agreement", "order", "rules", "advice", "licence", "license", "contract", "question",
    "questions", "answers", "decision", "policy", "terms", "form", "letter",
  ]

  private static let askers: WordHashes = [
    "how", "what", "why", "when", "who", "where", "apply", "check", "find", "let",
  ]

  private static let forces: WordHashes = [
    "police", "constabulary", "sheriff", "prosecutor", "prosecution", "attorney", "ombudsman", "polizei",
  ]

  private static let offices: WordHashes = [
    "department", "ministry", "minister", "agency", "office", "commission", "county", "city", "council", "authority",
    "bureau", "government", "court", "service", "administration", "treasury", "borough", "town", "secretariat",
    "directorate", "state", "governor", "parliament", "bank",
  ]

  /// `Staff Reporter`, `By Ann Lee, Transport correspondent`.
  private func reporter() -> ByteSpan? {
    for block in piece.blocks.prefix(20) where block.span.count <= 120 {
      if WrappedLines(text: text).endsWithStop(block.span) { continue }
      if let word = text.words(in: block.span, limit: 12).first(where: Self.reporters.contains),
        !text.starts(with: "press", at: block.span.lower)
      {
        return word.span
      }
    }
    return nil
  }

  private static let reporters: WordHashes = ["reporter", "correspondent", "newsdesk"]

  /// A line that gives somebody to turn to, above or under the text: `Contact: Ann Lee, 555-0119`.
  private func contact() -> ByteSpan? {
    let lines = piece.blocks.prefix(12) + piece.tail.prefix(6)
    return lines.first { block in
      block.span.count <= 160 && Self.contacts.begin(at: block.span.lower, in: text)
        || Self.contactLines.contains(block.span, in: text)
    }?.span
  }

  private static let contacts: Prefixes = ["contact:", "contacts:", "contact\n", "media contact", "press contact"]
  private static let contactLines: LineTable<Void> = ["contact", "contacts"]

  /// What stands under a post: `3 thoughts on …`, `Leave a Reply`, `Posted in`.
  private func replies() -> ByteSpan? {
    if let shelf = shelfOfPost() { return shelf }
    for block in piece.tail.prefix(12) + piece.blocks.suffix(3) where block.span.count <= 80 {
      for words in ["leave a reply", "leave a comment", "posted in", "filed under", "no comments:", "post a comment"]
      where text.starts(with: words, at: block.span.lower) {
        return ByteSpan(block.span.lower, block.span.lower + words.utf8.count)
      }
    }
    return nil
  }

  /// `Categories: ports, boats` over a post, beside `20 comments`.
  private func shelfOfPost() -> ByteSpan? {
    let lines = piece.blocks.prefix(12).lazy.filter { $0.span.count <= 300 }.map(\.span)
    guard let shelf = lines.first(where: { Self.shelves.begin(at: $0.lower, in: text) }),
      lines.contains(where: { line in
        let words = text.words(in: line).suffix(2)
        return words.count == 2 && words[words.startIndex].hasDigit
          && (text.isWord(words[words.startIndex + 1], "comments")
            || text.isWord(words[words.startIndex + 1], "comment"))
      })
    else { return nil }
    return ByteSpan(shelf.lower, min(shelf.upper, shelf.lower + 10))
  }

  private static let shelves: Prefixes = ["categories:", "category:"]

  private func moreStories() -> ByteSpan? {
    for block in piece.tail.prefix(12) where block.span.count <= 40 {
      for words in ["more on this story", "top reads", "more stories", "most read", "related stories", "comments ("]
      where text.starts(with: words, at: block.span.lower) {
        return ByteSpan(block.span.lower, block.span.lower + words.utf8.count)
      }
    }
    return nil
  }
}
