import IbidSource

/// What the top and the tail of a document say about it.
struct HeaderFacts {
  var title: ByteSpan?
  var issuer: ByteSpan?
  var kind: DocumentKind = .other
  var kindCue: KindCue?
  var published: PublishedDate?
  /// Blocks (indices) that are label, letterhead, date or the like, and so no headings.
  var metaBlocks: Set<Int> = []
  /// Blocks of the page and not of the document.
  var furniture: Set<Int> = []
  /// The blocks before the first paragraph of prose.
  var header: Range<Int> = 0..<0
}

/// Reads title, issuer, kind and date of one document from the words that state them, and tells where on its page the
/// document starts.
///
/// Each fact has its cues in an order of trust; the first that is present wins, and none means nil. What a file states
/// about itself apart from its text (front matter, the metadata of a web page, the head of a mail) is one more cue, and
/// the most trusted: `readFrontMatter` is the one place where statements and readings meet.
struct HeaderReader {
  let text: TextView
  let piece: DocumentPiece
  /// Of the file, where this is its first document.
  let frontMatter: FrontMatter?

  /// Candidates for each fact, the most trusted rank first.
  struct Evidence {
    var titles: [ByteSpan] = []
    var issuers: [(rank: Int, span: ByteSpan)] = []
    var dates: [(rank: Int, date: PublishedDate)] = []
    var kinds: [(rank: Int, kind: DocumentKind, cue: ByteSpan)] = []
    var meta: Set<Int> = []
    var furniture: Set<Int> = []
    /// Items of paths such as `Home > News > Title`.
    var path: [ByteSpan] = []
    /// Of the words of the title.
    var titleHash: UInt64?
  }

  func facts() -> HeaderFacts {
    let head = head(in: headerRange(from: piece.blocks.startIndex))
    let (header, titleBlock) = (head.header, head.title)
    var evidence = head.evidence
    if let titleBlock { evidence.meta.remove(titleBlock) }
    readBody(from: header.upperBound, into: &evidence)
    readTail(into: &evidence)
    readClosingDate(from: header.upperBound, into: &evidence)
    readNotes(from: header.upperBound, into: &evidence)
    var facts = HeaderFacts()
    facts.header = header
    facts.title = evidence.titles.first ?? titleBlock.map { piece.blocks[$0].span }
    readFrontMatter(&facts, &evidence)
    if let title = facts.title { facts.title = readTitle(title, isSubject: !evidence.titles.isEmpty, into: &evidence) }
    evidence.titleHash = facts.title.map(text.wordsHash)
    readNamesInText(from: header.upperBound, title: facts.title, into: &evidence)
    readDefinedName(from: header.upperBound, title: facts.title, into: &evidence)
    let subject = evidence.titles.first.flatMap { title in header.first { piece.blocks[$0].span.contains(title) } }
    readMasthead(above: subject ?? titleBlock ?? header.lowerBound, into: &evidence)
    readPaper(below: subject ?? titleBlock, header, into: &evidence)
    readSections(below: subject ?? titleBlock, header, into: &evidence)
    readClosingAgency(from: header.upperBound, into: &evidence)
    trustLess(datesAbove: titleBlock, &evidence)
    trustLess(namesFarAbove: titleBlock, &evidence)
    readLooseDates(header, title: titleBlock, into: &evidence)
    if evidence.dates.isEmpty, let date = dispatchDate(from: header.upperBound) { evidence.dates.append((67, date)) }
    let start = start(title: titleBlock, header, evidence)
    evidence.furniture.formUnion(piece.blocks.startIndex..<start)
    facts.metaBlocks = evidence.meta
    facts.furniture = evidence.furniture
    // Two letters are a language: `EN | FR`.
    let issuer = evidence.issuers.filter { $0.span.count > 2 && !isOfPage($0.span) }.min { $0.rank < $1.rank }
    facts.issuer = issuer.map { wholeName(of: narrower(than: withoutPrincipal($0.span), header)) }
    facts.published = evidence.dates.min { $0.rank < $1.rank }?.date
    readLikelyKind(issuer: facts.issuer, from: header.upperBound, &evidence)
    if evidence.kinds.isEmpty { guessKind(facts, &evidence) }
    if let best = evidence.kinds.min(by: { $0.rank < $1.rank }) {
      facts.kind = best.kind
      if best.kind != .other { facts.kindCue = KindCue(span: best.cue, words: text.collapsed(best.cue)) }
    }
    let isGuess = evidence.kinds.allSatisfy { $0.rank >= 98 }
    if facts.kind == .news, let issuer, issuer.rank == 49,
      isGuess || isToldOf(issuer.span, from: header.upperBound, evidence)
    {
      facts.issuer = nil
    }
    if facts.kind == .speech, issuer?.rank ?? 99 > 12, let house = chamber(header) {
      facts.issuer = house
    } else if facts.kind == .speech, issuer?.rank ?? 0 >= 39, hansard() != nil {
      // A debate is about the body that it names.
      facts.issuer = nil
    }
    // An office that is heard in a text need not have issued it.
    let isByVoice = evidence.kinds.allSatisfy { $0.rank == Self.byVoice }
    if facts.issuer == nil, facts.kind == .pressRelease, isByVoice {
      facts.issuer = actor(title: facts.title, header.upperBound) ?? shortened(in: facts.title, header.upperBound)
    } else if facts.issuer == nil, facts.kind == .pressRelease, let said = saidBelow(header.upperBound) {
      facts.issuer = Offices.office(in: said, text).flatMap {
        !$0.isMember && text.words(in: $0.name, limit: 3).count == 3
          ? Organisations.withoutArticle($0.name, in: text) : nil
      }
    } else if facts.issuer == nil, facts.kind == .pressRelease {
      facts.issuer =
        actor(title: facts.title, header.upperBound) ?? shortened(in: facts.title, header.upperBound)
        ?? sayerToday(from: header.upperBound)?.body ?? memberInText(header.upperBound)
        ?? officeInText(header.upperBound)
    }
    return facts
  }

  // MARK: Furniture

  /// What is furniture above a text, though it need not be in the middle of one.
  func isPageFurniture(_ block: Block) -> Bool { RunningText.isPageFurniture(block, in: text) }

  /// Whether a block is one of a list under a heading such as "Most read".
  func isInBox(_ index: Int) -> Bool {
    var index = index
    let kind = piece.blocks[index].kind
    guard kind == .bullet || kind == .quote else { return false }
    while index > piece.blocks.startIndex, piece.blocks[index].kind == kind, piece.blocks[index].gap == 0 { index -= 1 }
    if piece.blocks[index].kind == kind, index > piece.blocks.startIndex { index -= 1 }
    return Furniture.opensBox(piece.blocks[index].span, in: text)
      || TitleFinder.opensContents(piece.blocks[index].span, in: text)
  }

  /// Marks furniture inside the text, and the short lines that stand right under the heading of a box.
  func markBoxes(in range: Range<Int>, into evidence: inout Evidence) {
    var boxKind: ParagraphKind?
    for index in range where index != piece.title {
      let block = piece.blocks[index]
      if Furniture.isFurniture(block, in: text), !evidence.meta.contains(index) {
        evidence.furniture.insert(index)
        boxKind =
          Furniture.opensBox(block.span, in: text) && index + 1 < range.upperBound ? piece.blocks[index + 1].kind : nil
      } else if let kind = boxKind, block.kind == kind,
        block.gap == 0 || evidence.furniture.contains(index - 1) && kind == .bullet,
        block.span.count <= 160, !endsSentence(block.span)
      {
        evidence.furniture.insert(index)
      } else {
        boxKind = nil
      }
    }
  }

  /// A full stop or the like at the end; a question may be the title of a part.
  private func endsSentence(_ span: ByteSpan) -> Bool {
    text.bytes[span.upper - 1] != UInt8(ascii: "?") && WrappedLines(text: text).endsWithStop(span)
  }

  /// Lines that say nothing of a text and part a date from its title, from which on the date is the page's.
  private static let menuOverTitle = 6

  /// A date over the menu of a page may be the day on which it was looked at.
  private func trustLess(datesAbove title: Int?, _ evidence: inout Evidence) {
    guard let title else { return }
    let above = piece.blocks.startIndex..<title
    let menu = evidence.furniture.filter { $0 < title }.max().map { piece.blocks[$0].span.lower } ?? 0
    let others = above.filter { !evidence.meta.contains($0) }.suffix(Self.menuOverTitle)
    let list = others.count == Self.menuOverTitle ? piece.blocks[others[others.startIndex]].span.lower : 0
    let end = max(menu, list)
    for place in evidence.dates.indices
    where evidence.dates[place].rank == 14 && evidence.dates[place].date.span.upper <= end {
      evidence.dates[place].rank = 60
    }
  }

  /// Names in the menus of a page are those of its sections; only what stands at its top, or near the title, says whose it is.
  private func trustLess(namesFarAbove title: Int?, _ evidence: inout Evidence) {
    let first = piece.blocks.startIndex + 3
    guard let title, case let last = title - 12, first < last,
      evidence.furniture.count(where: { $0 < title }) >= 6
    else { return }
    let menus = piece.blocks[first].span.lower..<piece.blocks[last].span.upper
    for place in evidence.issuers.indices
    where [39, 40].contains(evidence.issuers[place].rank) && menus.contains(evidence.issuers[place].span.lower) {
      evidence.issuers[place].rank += 14
    }
  }

  /// Where the document starts: at its title, or at the lines right above it that tell date, kind and names.
  private func start(title: Int?, _ header: Range<Int>, _ evidence: Evidence) -> Int {
    if piece.title != nil { return header.lowerBound }
    if let subject = evidence.titles.first, let block = header.first(where: { piece.blocks[$0].span.contains(subject) })
    {
      return firstMeta(above: block, header, evidence)
    }
    if let title { return firstMeta(above: title, header, evidence) }
    return header.first { !evidence.furniture.contains($0) } ?? header.upperBound
  }

  private func firstMeta(above index: Int, _ header: Range<Int>, _ evidence: Evidence) -> Int {
    // Without a page around it, everything above the title is letterhead.
    let isAtTop = header.lowerBound == piece.blocks.startIndex
    if isAtTop, !(header.lowerBound..<index).contains(where: evidence.furniture.contains) { return header.lowerBound }
    var start = index
    while start > header.lowerBound, evidence.meta.contains(start - 1), !evidence.furniture.contains(start - 1) {
      start -= 1
    }
    return start
  }

  // MARK: The title

  /// `best` gives the line with most points, which costs a look at each line.
  func titleBlock(in header: Range<Int>, _ best: () -> TitleFinder.Best?, _ evidence: Evidence) -> Int? {
    if let title = piece.title { return title }
    if let stated = frontMatter?.value(["title", "page title"]) {
      let hash = text.wordsHash(in: stated)
      if let block = header.first(where: { text.wordsHash(in: piece.blocks[$0].span) == hash }) {
        // A page that is called as its site is has its title below.
        let span = piece.blocks[block].span
        let isSite =
          frontMatter?.value(["title"]) == nil
          && (Organisations.isName(span, in: text) || Organisations.isPaper(span, in: text))
        if isSite, let best = best(), best.index > block, best.points >= 4 { return best.index }
        return block
      }
      if frontMatter?.value(["title"]) != nil { return nil }
    }
    let best = best()
    if let best, best.points >= 4 { return best.index }
    if let speech = speechLine(in: header) { return speech }
    if let best, best.points > -3.5 { return best.index }
    if let sentence = header.first(where: { isSentence($0, above: evidence.meta) && !evidence.meta.contains($0) }) {
      return sentence
    }
    return header.last { index in
      // "Annual Report 2023–24", and a title that reads like a body's name.
      let span = piece.blocks[index].span
      let label = Headline.leadingLabel(at: span.lower, upper: span.upper, in: text)
      return label?.kind == .report && label?.end != span.upper
        || index + 1 == header.upperBound && text.words(in: span, limit: 5).count == 5
          && Organisations.isName(span, in: text)
    }
      ?? header.first { Organisations.isName(piece.blocks[$0].span, in: text) && header.count == 1 }
      ?? header.first { isSitting(piece.blocks[$0].span) }
      ?? header.first { !evidence.furniture.contains($0) && isTitleBeforeDay(piece.blocks[$0].span) }
  }

  func titlePoints(in header: Range<Int>, _ evidence: Evidence) -> TitleFinder.Best? {
    TitleFinder(
      text: text, blocks: piece.blocks, header: header, meta: evidence.meta, furniture: evidence.furniture,
      path: evidence.path
    ).best()
  }

  /// One sentence of a title's length right above a date or the like.
  private func isSentence(_ index: Int, above meta: Set<Int>) -> Bool {
    let block = piece.blocks[index]
    return block.kind == .paragraph && block.span.count <= Headline.longest && meta.contains(index + 1)
      && WrappedLines(text: text).endsWithStop(block.span) && text.bytes[block.span.upper - 1] != UInt8(ascii: ":")
      && text.words(in: block.span, limit: Headline.mostWords + 1).count <= Headline.mostWords
      && SentenceSplitter(text: text).sentences(in: block.span).count == 1
  }

  /// "Speech by X at Y", where no other line gives the speech a title.
  func speechLine(in header: Range<Int>) -> Int? {
    header.first { index in
      let span = piece.blocks[index].span
      // "TRANSCRIPT OF DOORSTOP - PARLIAMENT HOUSE - 20TH JUNE 2002."
      let hasStop = span.count > 1 && text.bytes[span.upper - 1] == UInt8(ascii: ".")
      let line = hasStop ? ByteSpan(span.lower, span.upper - 1) : span
      guard text.words(in: line, limit: 5).count == 5, Headline.isTitleLike(line, in: text) else { return false }
      return Headline.leadingLabel(at: span.lower, upper: span.upper, in: text)?.kind == .speech
    }
  }

  /// Reads label, tag and site name off the title line; what is left.
  private func readTitle(_ line: ByteSpan, isSubject: Bool, into evidence: inout Evidence) -> ByteSpan {
    var title = line
    if let prefix = Headline.prefix(of: title, in: text) {
      evidence.kinds.append((1, prefix.kind, prefix.cue))
      title = prefix.rest
    }
    if let tag = Headline.dateTag(of: title, in: text) {
      evidence.dates.append((50, tag.date))
      title = tag.rest
    }
    if piece.isPost { title = Headline.withoutNumber(title, in: text) }
    if !isSubject { title = readPlaceAndDay(behind: readLead(title, into: &evidence), into: &evidence) }
    if !isSubject, let site = TitleParts.site(of: title, in: text, tail: piece.blocks.suffix(1)) {
      evidence.issuers.append((35, site.name))
      if site.isNews { evidence.kinds.append((60, .news, site.name)) }
      title = site.rest
    }
    if let cue = KindWords.speech(in: title, text) ?? KindWords.interview(in: title, text) {
      evidence.kinds.append((2, .speech, cue))
    }
    // "Speech by the Minister for Ports, Ann Lee MP"
    if Headline.leadingLabel(at: title.lower, upper: title.upper, in: text) != nil
      || KindWords.statement(in: title, text) != nil,
      let office = Offices.office(in: title, text), !office.isMember
    {
      evidence.issuers.append((47, Organisations.withoutArticle(office.name, in: text)))
    }
    if let cue = KindWords.statement(in: title, text) { evidence.kinds.append((32, .pressRelease, cue)) }
    if let cue = KindWords.report(in: title, text) { evidence.kinds.append((30, .report, cue)) }
    return title
  }

  /// Without the date and the section that stand before a title on its line: `5 March 2024 • FERRIES • Six blue bicycles`.
  private func readLead(_ line: ByteSpan, into evidence: inout Evidence) -> ByteSpan {
    let parts = TitleParts.split(line, in: text)
    if let title = longPart(of: parts, line, into: &evidence) { return title }
    guard parts.count > 1, let first = parts.first, let date = MetaLine.dateLine(first, in: text) else { return line }
    var rest = parts.dropFirst()
    if rest.count > 1, let section = rest.first, !Headline.holdsLower(section, in: text),
      text.words(in: section, limit: 5).count < 5
    {
      rest.removeFirst()
    }
    guard let start = rest.first?.lower, text.words(in: ByteSpan(start, line.upper), limit: 4).count == 4 else {
      return line
    }
    evidence.dates.append((13, date))
    return ByteSpan(start, line.upper)
  }

  /// The title in a line of facts between bars: `Port Office | Six blue bicycles found in the quay | Press release | 5 March
  /// 2024`.
  private func longPart(of parts: [ByteSpan], _ line: ByteSpan, into evidence: inout Evidence) -> ByteSpan? {
    guard parts.count >= 3, text.bytes[line.range].contains(UInt8(ascii: "|")),
      let title = parts.max(by: { $0.count < $1.count }), text.words(in: title, limit: 5).count == 5
    else { return nil }
    let others = parts.filter { $0 != title }
    guard others.allSatisfy({ text.words(in: $0, limit: 7).count < 7 }) else { return nil }
    var facts = 0
    for part in others {
      if let date = MetaLine.dateLine(part, in: text) {
        evidence.dates.append((13, date))
        facts += 1
      } else if let label = Headline.leadingLabel(at: part.lower, upper: part.upper, in: text), label.end == part.upper
      {
        evidence.kinds.append((12, label.kind, part))
        facts += 1
      }
    }
    guard facts > 0 else { return nil }
    if let name = others.first(where: { Organisations.isName($0, in: text) || Organisations.isLikelyName($0, in: text) }
    )
      ?? others.first(where: {
        MetaLine.isNames($0, in: text) && MetaLine.dateLine($0, in: text) == nil && !Headline.isLabel($0, in: text)
      })
    {
      evidence.issuers.append((37, Organisations.withoutArticle(name, in: text)))
    }
    return title
  }
}
