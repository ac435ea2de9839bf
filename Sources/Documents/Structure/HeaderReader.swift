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
  /// The blocks before the first paragraph of prose.
  var header: Range<Int> = 0..<0
}

/// Reads title, issuer, kind and date of one document from the words that state them.
///
/// Each fact has its cues in an order of trust; the first that is present wins, and none means nil.
struct HeaderReader {
  let text: TextView
  let piece: DocumentPiece
  /// Of the file, where this is its first document.
  let frontMatter: FrontMatter?

  /// Candidates for each fact, the most trusted rank first.
  private struct Evidence {
    var issuers: [(rank: Int, span: ByteSpan)] = []
    var dates: [(rank: Int, date: PublishedDate)] = []
    var kinds: [(rank: Int, kind: DocumentKind, cue: ByteSpan)] = []
    var meta: Set<Int> = []
  }

  func facts() -> HeaderFacts {
    var evidence = Evidence()
    let header = headerRange()
    for index in header { readLine(index, into: &evidence) }
    let titleBlock = titleBlock(in: header, meta: evidence.meta)
    if let titleBlock { evidence.meta.remove(titleBlock) }
    readBody(from: header.upperBound, into: &evidence)
    var facts = HeaderFacts()
    facts.header = header
    facts.title = titleBlock.map { piece.blocks[$0].span }
    readFrontMatter(&facts, &evidence)
    if let title = facts.title { facts.title = readTitle(title, into: &evidence) }
    facts.metaBlocks = evidence.meta
    facts.issuer = evidence.issuers.min { $0.rank < $1.rank }?.span
    facts.published = evidence.dates.min { $0.rank < $1.rank }?.date
    if let best = evidence.kinds.min(by: { $0.rank < $1.rank }) {
      facts.kind = best.kind
      facts.kindCue = KindCue(span: best.cue, words: text.collapsed(best.cue))
    }
    return facts
  }

  // MARK: The header

  /// The blocks before the first paragraph of prose, at most fourteen.
  private func headerRange() -> Range<Int> {
    let blocks = piece.blocks
    var end = blocks.startIndex
    while end < blocks.endIndex, end - blocks.startIndex < 20 {
      let isValue = end > blocks.startIndex && MetaLine.bareLabel(blocks[end - 1].span, in: text) != nil
      guard isHeader(blocks[end]) || isValue && blocks[end].span.count <= 200 || isStandfirst(end) else { break }
      end += 1
    }
    return blocks.startIndex..<end
  }

  /// A sentence or two between the title and lines such as `From:` or `Published`.
  private func isStandfirst(_ index: Int) -> Bool {
    guard index > piece.blocks.startIndex, index + 1 < piece.blocks.endIndex, piece.blocks[index].span.count <= 400
    else { return false }
    let next = piece.blocks[index + 1].span
    if let labelled = MetaLine.parse(next, in: text) { return labelled.role == .published || labelled.role == .issuer }
    return MetaLine.bareLabel(next, in: text) != nil || MetaLine.dateLine(next, in: text) != nil
  }

  private func isHeader(_ block: Block) -> Bool {
    if block.kind == .heading { return true }
    guard block.kind == .paragraph || block.kind == .bullet, block.span.count <= 300 else { return false }
    if MetaLine.isLabelled(block.span, in: text) || MetaLine.dateLine(block.span, in: text) != nil { return true }
    if MetaLine.bareLabel(block.span, in: text) != nil { return true }
    if Imprint.parse(block.span, in: text) != nil { return true }
    return Headline.prefix(of: block.span, in: text) != nil
      || (block.kind == .paragraph || piece.title != nil) && Headline.isTitleLike(block.span, in: text)
  }

  private func readLine(_ index: Int, into evidence: inout Evidence) {
    let span = piece.blocks[index].span
    if let role = MetaLine.bareLabel(span, in: text), index + 1 < piece.blocks.endIndex {
      evidence.meta.formUnion([index, index + 1])
      readLabelled(
        MetaLine.Labelled(role: role, value: piece.blocks[index + 1].span, hasColon: true), rank: 10, into: &evidence)
    } else if evidence.meta.contains(index) {
      return
    } else if let imprint = Imprint.parse(span, in: text) {
      evidence.meta.insert(index)
      read(imprint, into: &evidence)
    } else if let labelled = MetaLine.parse(span, in: text) {
      evidence.meta.insert(index)
      readLabelled(labelled, rank: 10, into: &evidence)
      if let label = Headline.leadingLabel(at: span.lower, upper: span.upper, in: text) {
        evidence.kinds.append((12, label.kind, ByteSpan(span.lower, label.end)))
      }
    } else if let date = MetaLine.dateLine(span, in: text) {
      evidence.meta.insert(index)
      evidence.dates.append((14, date))
    } else if readLabelLine(span, into: &evidence) || readParts(span, into: &evidence) {
      evidence.meta.insert(index)
    } else if Organisations.isName(span, in: text), index != piece.title {
      evidence.issuers.append((40, span))
      evidence.meta.insert(index)
    } else if Organisations.isOffice(span, in: text), index != piece.title {
      evidence.meta.insert(index)
    }
  }

  private func readLabelled(_ labelled: MetaLine.Labelled, rank: Int, into evidence: inout Evidence) {
    switch labelled.role {
    case .published, .delivered:
      if let date = WrittenDate.parse(at: labelled.value.lower, upper: labelled.value.upper, in: text) {
        evidence.dates.append((labelled.role == .published ? rank : rank + 20, date))
      }
    case .issuer:
      let name = Organisations.withoutPersons(Organisations.withoutArticle(labelled.value, in: text), in: text)
      if labelled.hasColon, name.count <= 120, !name.isEmpty, !text.bytes[name.range].contains(UInt8(ascii: "@")) {
        evidence.issuers.append((rank, name))
      }
    case .byline, .place, .other: break
    }
  }

  private func read(_ imprint: Imprint, into evidence: inout Evidence) {
    if let issuer = imprint.issuer { evidence.issuers.append((5, issuer)) }
    if let date = imprint.date { evidence.dates.append((5, date)) }
    if let kind = imprint.kind { evidence.kinds.append((20, kind.kind, kind.cue)) }
  }

  /// `PRESS RELEASE`, `News article`, `Speech by …`, `Press release No 12/2024`.
  private func readLabelLine(_ span: ByteSpan, into evidence: inout Evidence) -> Bool {
    if text.starts(with: "check against delivery", at: span.lower) {
      evidence.kinds.append((11, .speech, span))
      return true
    }
    guard let label = Headline.leadingLabel(at: span.lower, upper: span.upper, in: text) else { return false }
    let cue = ByteSpan(span.lower, label.end)
    let rest = text.words(in: ByteSpan(label.end, span.upper), limit: 5)
    let isSpeech =
      label.kind == .speech && rest.first.map { ["by", "at", "to", "of"].contains(text.lowercased($0.span)) } ?? true
    if isSpeech || rest.isEmpty || (rest.count <= 4 && rest.contains(where: \.hasDigit) && span.count < 60) {
      evidence.kinds.append((12, label.kind, cue))
      return true
    }
    return false
  }

  /// `European Commission – Press release`, `Press release | 12 March 2024 | Brussels`.
  private func readParts(_ span: ByteSpan, into evidence: inout Evidence) -> Bool {
    guard span.count <= 160 else { return false }
    let parts = TitleParts.split(span, in: text)
    guard parts.count > 1 else { return false }
    var found = false
    for part in parts {
      if let label = Headline.leadingLabel(at: part.lower, upper: part.upper, in: text), label.end == part.upper {
        evidence.kinds.append((13, label.kind, part))
        found = true
      } else if let date = MetaLine.dateLine(part, in: text) {
        evidence.dates.append((13, date))
        found = true
      }
    }
    if found, let name = parts.first(where: { Organisations.isName($0, in: text) }) {
      evidence.issuers.append((30, name))
    }
    return found && parts.count <= 4 && !parts.contains { text.words(in: $0, limit: 6).count == 6 }
  }

  // MARK: The title

  private func titleBlock(in header: Range<Int>, meta: Set<Int>) -> Int? {
    if let title = piece.title { return title }
    let candidates = header.filter { index in
      let block = piece.blocks[index]
      return !meta.contains(index)
        && (block.kind == .heading || Headline.isTitleLike(block.span, in: text)
          || Headline.prefix(of: block.span, in: text) != nil)
    }
    if let main = candidates.first(where: { piece.blocks[$0].level == 1 }) { return main }
    let long = candidates.first { text.words(in: piece.blocks[$0].span, limit: 3).count >= 3 }
    return long ?? candidates.first
      ?? header.first { Organisations.isName(piece.blocks[$0].span, in: text) && header.count == 1 }
  }

  /// Reads label, tag and site name off the title line; what is left.
  private func readTitle(_ line: ByteSpan, into evidence: inout Evidence) -> ByteSpan {
    var title = line
    if let prefix = Headline.prefix(of: title, in: text) {
      evidence.kinds.append((1, prefix.kind, prefix.cue))
      title = prefix.rest
    }
    if let tag = Headline.dateTag(of: title, in: text) {
      evidence.dates.append((50, tag.date))
      title = tag.rest
    }
    if let site = TitleParts.site(of: title, in: text, tail: piece.blocks.suffix(1)) {
      evidence.issuers.append((35, site.name))
      if site.isNews { evidence.kinds.append((60, .news, site.name)) }
      title = site.rest
    }
    if let cue = KindWords.speech(in: title, text) { evidence.kinds.append((2, .speech, cue)) }
    if let cue = KindWords.report(in: title, text) { evidence.kinds.append((30, .report, cue)) }
    return title
  }

  private func readFrontMatter(_ facts: inout HeaderFacts, _ evidence: inout Evidence) {
    guard let frontMatter else { return }
    if let title = frontMatter.value(["title"]) {
      let isRepeated = facts.title.map { text.wordsHash(in: $0) == text.wordsHash(in: title) } ?? false
      if !isRepeated { facts.title = title }
    } else if facts.title == nil {
      facts.title = frontMatter.value(["page title", "document title"])
    }
    if let issuer = frontMatter.value([
      "issuer", "publisher", "organisation", "organization", "agency", "department", "source", "from",
    ]) {
      evidence.issuers.append((1, issuer))
    } else if let author = frontMatter.value(["author"]) {
      evidence.issuers.append((50, author))
    }
    // What the text says of its issuer goes before the name of the site.
    if let site = frontMatter.value(["site"]) { evidence.issuers.append((36, site)) }
    if let value = frontMatter.value(["published", "date", "publication_date", "published_at", "issued"]),
      let date = WrittenDate.parse(at: value.lower, upper: value.upper, in: text)
    {
      evidence.dates.append((1, date))
    }
    // When a file was made says when its text was published only if nothing else does.
    if let value = frontMatter.value(["created"]),
      let date = WrittenDate.parse(at: value.lower, upper: value.upper, in: text)
    {
      evidence.dates.append((70, PublishedDate(date: date.date, span: date.span, isOfFile: true)))
    }
    if let value = frontMatter.value(["kind", "type", "document_type"]),
      let label = KindWords.kind(named: text.lowercased(value))
    {
      evidence.kinds.append((0, label, value))
    }
  }

  // MARK: The text below

  private func readBody(from start: Int, into evidence: inout Evidence) {
    let blocks = piece.blocks
    if start < blocks.endIndex {
      if let dateline = Dateline.parse(blocks[start].span, in: text) {
        if let date = dateline.date { evidence.dates.append((15, date)) }
        if let agency = dateline.agency { evidence.kinds.append((40, .news, agency)) }
      }
      for index in start..<min(start + 4, blocks.endIndex) {
        if let cue = KindWords.ownReport(in: blocks[index].span, text) { evidence.kinds.append((45, .report, cue)) }
        if let imprint = Imprint.parse(blocks[index].span, in: text) { read(imprint, into: &evidence) }
      }
    }
    for index in max(start, blocks.endIndex - 6)..<max(start, blocks.endIndex) {
      let span = blocks[index].span
      guard span.count <= 300 else { continue }
      if let imprint = Imprint.parse(span, in: text) {
        read(imprint, into: &evidence)
      } else if let labelled = MetaLine.parse(span, in: text),
        text.starts(with: "publish", at: span.lower) || text.starts(with: "issued", at: span.lower)
      {
        readLabelled(labelled, rank: 25, into: &evidence)
      }
    }
    for index in start..<max(start, blocks.endIndex) where blocks[index].span.count <= 120 {
      if let cue = KindWords.pressNote(in: blocks[index].span, text) {
        evidence.kinds.append((50, .pressRelease, cue))
        break
      }
    }
    if piece.isPost, let first = blocks.first { evidence.kinds.append((90, .blog, first.span)) }
  }
}
