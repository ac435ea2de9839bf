import IbidSource

/// Where the head of a document stands on its page: above the first paragraph of prose, or, on a page saved whole, above the
/// first stretch of prose.
extension HeaderReader {
  /// Blocks that a header has at most; pages with long menus need many.
  private static let longestHeader = 60

  /// Blocks that are read above a text that begins far down a page.
  private static let longestLaterHead = 30

  /// The blocks before the first paragraph of prose.
  ///
  /// A search from further down goes on from there, with what stands right above it.
  func headerRange(from first: Int) -> Range<Int> {
    let blocks = piece.blocks
    let lower = max(blocks.startIndex, first - Self.longestLaterHead)
    var end = first
    while end < blocks.endIndex, end - first < Self.longestHeader {
      let isValue = end > blocks.startIndex && MetaLine.bareLabel(blocks[end - 1].span, in: text) != nil
      guard
        isHeader(end) || isValue && blocks[end].span.count <= 200 || isStandfirst(end) || isNoProse(end)
          || isPointOfHead(end)
      else {
        break
      }
      end += 1
    }
    return lower..<end
  }

  /// A few words that end without a stop, whatever they say, where more lines of the head follow: a note to editors, the law
  /// that a notice is under.
  private func isNoProse(_ index: Int) -> Bool {
    let block = piece.blocks[index]
    guard block.kind == .paragraph, block.span.count <= 200, index + 1 < piece.blocks.endIndex,
      !WrappedLines(text: text).endsWithStop(block.span)
    else { return false }
    return (index + 1..<min(index + 3, piece.blocks.endIndex)).contains { isHeader($0) }
  }

  /// One of a few points between a title and the line with the day, which sum the text up.
  private func isPointOfHead(_ index: Int) -> Bool {
    let blocks = piece.blocks
    guard blocks[index].kind == .bullet, index - blocks.startIndex < 16 else { return false }
    var (first, last) = (index, index)
    while first > blocks.startIndex, blocks[first - 1].kind == .bullet { first -= 1 }
    while last + 1 < blocks.endIndex, last - first < 8, blocks[last + 1].kind == .bullet { last += 1 }
    guard first > blocks.startIndex, last - first < 8, last + 1 < blocks.endIndex else { return false }
    let (title, next) = (blocks[first - 1], blocks[last + 1].span)
    guard title.level != nil || Headline.isTitleLike(title.span, in: text), next.count <= 120 else { return false }
    return MetaLine.dateLine(next, in: text)?.date.day != nil || leadingDate(of: next) != nil
      || MetaLine.parse(next, in: text)?.role == .published
  }

  /// A sentence or two above lines such as `From:` or `Published`: a standfirst, or a banner over the page.
  private func isStandfirst(_ index: Int) -> Bool {
    guard piece.blocks[index].span.count <= 400, piece.blocks[index].kind == .paragraph else { return false }
    for next in (index + 1)..<min(index + 5, piece.blocks.endIndex) {
      let span = piece.blocks[next].span
      if next > index + 1, !isHeader(next) { return false }
      // "Source:" under a picture or a table says nothing of the text.
      if piece.blocks[next].kind == .caption || piece.blocks[next].kind == .table { return false }
      if let labelled = MetaLine.parse(span, in: text) {
        if labelled.role == .published || labelled.role == .issuer { return true }
        if labelled.role == .byline, piece.blocks[next].lineCount == 1 { return true }
      } else if MetaLine.bareLabel(span, in: text) == .published || MetaLine.bareLabel(span, in: text) == .issuer
        || MetaLine.dateLine(span, in: text) != nil
        || text.holdsDigit(span) && isFactLine(span) && !text.holds(Array("    ".utf8), in: span)
      {
        return true
      } else if index == piece.blocks.startIndex, Furniture.isFurniture(piece.blocks[next], in: text) {
        return true
      }
    }
    return false
  }

  /// An item of a list that is a link of Markdown and no more: `[Home](/)`.
  func isLink(_ block: Block) -> Bool {
    block.kind == .bullet && block.span.count <= 200 && block.span.count > 5
      && text.bytes[block.span.upper - 1] == UInt8(ascii: ")")
      && Organisations.withoutLink(block.span, in: text) != block.span
      && text.bytes[block.span.range].count(where: { $0 == UInt8(ascii: "[") }) == 1
  }

  func isHeader(_ index: Int) -> Bool {
    let block = piece.blocks[index]
    if block.kind == .heading || block.kind == .caption || isQuotedPath(index) { return true }
    if isPageFurniture(block) || isInBox(index) || isContact(block) || isField(index) { return true }
    if isPathItem(index) || isLink(block) { return true }
    guard block.kind == .paragraph || block.kind == .bullet, block.span.count <= 300 else { return false }
    if block.span.count <= 3 || isNumber(block.span) || Offices.isLine(block.span, in: text) { return true }
    if MetaLine.isLabelled(block.span, in: text) || MetaLine.dateLine(block.span, in: text) != nil { return true }
    if MetaLine.bareLabel(block.span, in: text) != nil || speechNote(block.span) != nil { return true }
    if isSalutation(block.span) || isSlogan(index) { return true }
    if Imprint.parse(block.span, in: text) != nil || isFactLine(block.span) || datedEnd(of: block.span) != nil
      || leadingDate(of: block.span) != nil || isRemark(block.span) || isOfSeries(block.span)
      || block.lineCount == 1 && reportMaker(block.span) != nil
    {
      return true
    }
    return Headline.prefix(of: block.span, in: text) != nil
      || (block.kind == .paragraph || piece.title != nil) && Headline.isTitleLike(block.span, in: text)
  }

  // MARK: Heads further down

  /// Lines above a text from which on they are the menus of a page rather than a letterhead.
  private static let menuLines = 12

  /// Blocks in which a text must show that it is one, and how much prose they must hold.
  private static let stretch = (blocks: 14, paragraphs: 3, bytes: 450)
  /// Blocks of menus, notices and teasers that may stand above a text.
  private static let longestPage = 1200

  /// The head above the first stretch of prose, where what follows the first header is a notice or a teaser and no text.
  func laterHeader(after header: Range<Int>) -> Range<Int>? {
    let blocks = piece.blocks
    guard piece.title == nil, header.upperBound < blocks.endIndex else { return nil }
    let isNoText = isBanner(header) || !isStretch(at: header.upperBound)
    guard isNoText || header.count >= Self.menuLines else { return nil }
    // On a page with menus the longest run of prose is the text, however much stands above it.
    if let main = RunningText(text: text, blocks: blocks).main,
      main.blocks.lowerBound >= header.upperBound + Self.menuLines
        || main.blocks.lowerBound > header.upperBound
          && header.count >= Self.menuLines
    {
      return headerRange(from: main.blocks.lowerBound)
    }
    guard isNoText else { return nil }
    let end = min(blocks.endIndex, header.upperBound + Self.longestPage)
    guard let start = (header.upperBound + 1..<max(header.upperBound + 1, end)).first(where: isStretch) else {
      return nil
    }
    return headerRange(from: start)
  }

  /// One sentence at the top of a page, above a title that has the place and day of its text right below: a banner.
  private func isBanner(_ header: Range<Int>) -> Bool {
    let (blocks, first) = (piece.blocks, header.upperBound)
    guard header.isEmpty, first == blocks.startIndex, first + 2 < blocks.endIndex, blocks[first].span.count <= 200,
      Dateline.parse(blocks[first + 2].span, in: text) != nil
    else { return false }
    return text.words(in: blocks[first + 1].span, limit: 4).count == 4
      && Headline.isTitleLike(blocks[first + 1].span, in: text) && Dateline.parse(blocks[first].span, in: text) == nil
  }

  /// Whether a block is prose and some more follows it soon.
  private func isStretch(at index: Int) -> Bool {
    guard isProse(piece.blocks[index]) else { return false }
    var (paragraphs, bytes) = (0, 0)
    for block in piece.blocks[index...].prefix(Self.stretch.blocks) where isProse(block) {
      paragraphs += 1
      bytes += block.span.count
    }
    return paragraphs >= Self.stretch.paragraphs && bytes >= Self.stretch.bytes
  }

  /// Bytes of prose in a run of blocks; much of it above a line makes that the heading of a part.
  private func proseSize(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (isProse(piece.blocks[$1]) ? piece.blocks[$1].span.count : 0) }
  }

  private func isProse(_ block: Block) -> Bool { RunningText.isProse(block, in: text) }

  /// What is read of a head, with its title.
  func head(in first: Range<Int>) -> (header: Range<Int>, evidence: Evidence, title: Int?) {
    var evidence = Evidence()
    for index in first { readHeaderLine(index, into: &evidence) }
    markBoxes(in: piece.blocks.indices, into: &evidence)
    let found = evidence
    lazy var points = titlePoints(in: first, found)
    let title = titleBlock(in: first, { points }, found)
    if let sentence = sentenceTitle(below: first, { points }, found) {
      return (first.lowerBound..<sentence + 1, evidence, sentence)
    }
    guard evidence.titles.isEmpty, frontMatter?.value(["title", "page title"]) == nil,
      let later = laterHeader(after: first)
    else { return (first, evidence, title) }
    var other = evidence
    other.dates = []
    for index in later where !first.contains(index) { readHeaderLine(index, into: &other) }
    // Below the menus of a page a likely line will do.
    let least = later.upperBound >= first.upperBound + Self.menuLines ? 3.0 : 5
    guard let best = titlePoints(in: later, other), best.points >= max(least, (points?.points ?? 0) + 1),
      best.index >= first.upperBound || best.index != title,
      case let above = proseSize(first.upperBound..<max(first.upperBound, best.index)),
      above <= 400 || above * 2 <= proseSize(later.upperBound..<piece.blocks.endIndex)
    else { return (first, evidence, title) }
    // What stands above the lines right over the title is of other pages.
    var top = best.index
    while top > later.lowerBound, other.meta.contains(top - 1), !other.furniture.contains(top - 1) { top -= 1 }
    let start = piece.blocks[top].span.lower
    for place in other.dates.indices where other.dates[place].date.span.upper <= start { other.dates[place].rank = 60 }
    return (later, other, best.index)
  }

  // MARK: Titles that are sentences

  /// Words that a title has at most which ends with a full stop, and one of any sort.
  private static let longestSentence = (withStop: 20, without: 50)

  private static let greetings: WordHashes = [
    "good", "dear", "thank", "thanks", "ladies", "hello", "welcome", "mr", "madam", "your", "distinguished", "hi",
    "excellencies", "friends", "colleagues",
  ]

  /// A sentence, or a line too long for a title, right below the date and the names, where no other line is one and the
  /// paragraph below says its words again.
  private func sentenceTitle(
    below header: Range<Int>, _ best: () -> TitleFinder.Best?, _ evidence: Evidence
  ) -> Int? {
    let blocks = piece.blocks
    let index = header.upperBound
    guard piece.title == nil, evidence.titles.isEmpty, frontMatter?.value(["title", "page title"]) == nil,
      header.contains(where: { evidence.meta.contains($0) }), index + 1 < blocks.endIndex,
      blocks[index].kind == .paragraph, blocks[index].lineCount <= 4, blocks[index + 1].kind == .paragraph,
      isProse(blocks[index + 1]) || Headline.isTitleLike(blocks[index + 1].span, in: text),
      (best()?.points ?? 0) < 4, speechLine(in: header) == nil
    else { return nil }
    let span = blocks[index].span
    let words = text.words(in: span, limit: Self.longestSentence.without + 1)
    let hasStop = WrappedLines(text: text).endsWithStop(span)
    guard words.count >= 4, words.count <= (hasStop ? Self.longestSentence.withStop : Self.longestSentence.without),
      text.bytes[span.upper - 1] != UInt8(ascii: ":"), text.bytes[span.upper - 1] != UInt8(ascii: ","),
      Characters.isUpper(text.scalar(at: span.lower).value), Dateline.parse(span, in: text) == nil,
      SentenceSplitter(text: text).sentences(in: span).count == 1
    else { return nil }
    let body = blocks[(index + 1)...].prefix(3).first(where: isProse)?.span
    guard let body, body.count > span.count || !hasStop else { return nil }
    // A few words right below the date are no first paragraph, unless they greet somebody.
    if words.count <= 12, evidence.meta.contains(index - 1) { return Self.greetings.contains(words[0]) ? nil : index }
    let said = WordHashes(hashes: text.words(in: body).map(\.hash))
    let long = words.filter { $0.span.count >= 4 || $0.hasDigit }
    return long.count { said.contains($0) } * 2 >= long.count ? index : nil
  }
}
