import IbidSource

/// A run of blocks that is one document, with its headline if it has one.
struct DocumentPiece {
  var blocks: ArraySlice<Block>
  /// Index in `blocks` of the block that holds the title; nil to look for one in the header.
  var title: Int?
  /// One of several posts of a page.
  var isPost = false
  /// What stands above the first of several documents on their page: its name, its menu.
  var head: ArraySlice<Block> = []
  /// What follows the text on its page: contacts, notes about the maker, footer.
  var tail: ArraySlice<Block> = []
}

/// Decides which blocks of a file are documents of their own.
///
/// Most files hold one. Several are seen by, in this order: titles that are each printed twice (the list page of an archive),
/// labels such as `PRESS RELEASE :` before each title or above each text, a headline found inside a flattened line, titles
/// each with a date below (a digest), and the cues of a page of posts (`PostFinder`). Sections of one text are never split off.
struct DocumentSplitter {
  let text: TextView

  /// Blocks above several documents that are read for the name of their page.
  private static let longestHead = 40

  func pieces(of blocks: [Block]) -> [DocumentPiece] {
    guard !blocks.isEmpty else { return [] }
    let listed = titlesPrintedTwice(blocks)
    if listed.count > 1, !isOneText(blocks, from: listed) {
      return cut(blocks, at: listed.map { ($0, $0 + 1) }, isPost: false)
    }
    let labelled = labelledTitles(blocks)
    if labelled.count > 1, haveTexts(labelled, blocks) {
      return cut(blocks, at: labelled.map { ($0, $0) }, isPost: false)
    }
    let releases = releaseLabels(blocks)
    if releases.count > 1 { return cut(blocks, at: releases.map { ($0, nil) }, isPost: false) }
    let inside = blocks.indices.filter { blocks[$0].wasInsideLine }
    if !inside.isEmpty { return cut(blocks, at: [(0, nil)] + inside.map { ($0, $0) }, isPost: false) }
    let dated = datedTitles(blocks)
    if dated.count > 1, !isOneText(blocks, from: dated) { return cut(blocks, at: dated.map { ($0, $0) }, isPost: true) }
    let below = titlesBelowDays(blocks)
    if below.count > 1, !isOneText(blocks, from: below) {
      return cut(blocks, at: below.map { ($0, $0 + 1) }, isPost: true)
    }
    let ruled = ruledTitles(blocks)
    if ruled.count > 1 { return cut(blocks, at: ruled.map { ($0, $0) }, isPost: true) }
    let parts = ruledParts(blocks)
    if !parts.isEmpty { return cut(blocks, at: [(0, nil)] + parts.map { ($0, $0) }, isPost: false) }
    let issued = issuedParts(blocks)
    if issued.count > 1, !isOneText(blocks, from: issued) {
      return cut(blocks, at: issued.map { ($0, nil) }, isPost: false)
    }
    let posts = PostFinder(text: text, blocks: blocks).starts()
    if posts.count > 1, !isOneText(blocks, from: posts) {
      return cut(blocks, at: posts.map { ($0, isMasthead($0, blocks) ? nil : $0) }, isPost: true)
    }
    let digest = digestTitles(blocks)
    if digest.count > 1 { return cut(blocks, at: digest.map { ($0, $0) }, isPost: true) }
    let separated = separatedTitles(blocks)
    if separated.count > 1 { return cut(blocks, at: separated.map { ($0, $0) }, isPost: false) }
    let isPrintedTwice = listed.first == blocks.firstIndex { !Furniture.isFurniture($0, in: text) }
    return [whole(blocks[...], title: isPrintedTwice ? listed.first.map { $0 + 1 } : nil)]
  }

  /// Whether nearly all prose is that of one of the items: the others are teasers of other pages around one text.
  private func isOneText(_ blocks: [Block], from starts: [Int]) -> Bool {
    let ends = starts.dropFirst() + [blocks.count]
    let sizes = zip(starts, ends).map { bodySize(blocks[$0..<$1]) } + [bodySize(blocks[..<starts[0]])]
    let all = sizes.reduce(0, +)
    guard let most = sizes.max(), let second = sizes.sorted().dropLast().last else { return false }
    return most * 5 >= all * 4 && second < 1000
  }

  /// The name of a body over its menu: what is found below it has a title of its own.
  private func isMasthead(_ index: Int, _ blocks: [Block]) -> Bool {
    Organisations.isName(blocks[index].span, in: text) && index + 1 < blocks.count
      && MenuLine.parse(blocks[index + 1].span, in: text) != nil
  }

  /// All blocks as one document, without the beginnings of other texts that its page has below.
  private func whole(_ blocks: ArraySlice<Block>, title: Int?) -> DocumentPiece {
    let running = RunningText(text: text, blocks: blocks)
    let end = running.following ?? blocks.endIndex
    var whole = piece(blocks[..<end], title: title, textStart: running.main?.blocks.lowerBound)
    whole.tail = blocks[whole.blocks.endIndex...]
    return whole
  }

  /// A run of blocks without its tail; the head of a page is left on it, as it may name date and issuer.
  private func piece(
    _ blocks: ArraySlice<Block>, title: Int?, isPost: Bool = false, textStart: Int? = nil
  ) -> DocumentPiece {
    let end = PageTail(text: text, blocks: blocks, textStart: textStart).start()
    let inner = blocks[blocks.startIndex..<end]
    return DocumentPiece(
      blocks: inner, title: title.flatMap { inner.indices.contains($0) ? $0 : nil }, isPost: isPost,
      tail: blocks[end...])
  }

  /// Cuts at the starts; what stands before the first is furniture when it is short, else a document too.
  private func cut(_ blocks: [Block], at starts: [(start: Int, title: Int?)], isPost: Bool) -> [DocumentPiece] {
    var pieces: [DocumentPiece] = []
    var head: ArraySlice<Block> = []
    if let first = starts.first?.start, first > 0 {
      let before = piece(blocks[..<first], title: nil, isPost: isPost)
      let length = before.blocks.reduce(0) { $0 + $1.span.count }
      if length > 600 { pieces.append(before) } else { head = blocks[..<first].prefix(Self.longestHead) }
    }
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].start : blocks.count
      var piece = piece(blocks[start.start..<end], title: start.title, isPost: isPost)
      piece.head = head
      if !piece.blocks.isEmpty { pieces.append(piece) }
    }
    return pieces
  }

  /// Blocks whose words the next block says again, both short and without a stop, with some text below.
  private func titlesPrintedTwice(_ blocks: [Block]) -> [Int] {
    let pairs = repeatedLines(blocks)
    return pairs.indices.filter { place in
      let end = place + 1 < pairs.count ? pairs[place + 1] : blocks.count
      var size = 0
      for index in (pairs[place] + 2)..<max(pairs[place] + 2, end) where size < 100 { size += blocks[index].span.count }
      return size >= 100
    }.map { pairs[$0] }
  }

  private func repeatedLines(_ blocks: [Block]) -> [Int] {
    guard blocks.count > 1 else { return [] }
    return (0..<(blocks.count - 1)).filter { index in
      let (first, second) = (blocks[index].span, blocks[index + 1].span)
      guard first.count <= 300, second.count <= 300, blocks[index].kind != .table, blocks[index + 1].kind != .bullet,
        !Furniture.isFurniture(second, in: text),
        !WrappedLines(text: text).endsWithStop(second)
      else { return false }
      let (words, others) = (text.words(in: first), text.words(in: second))
      return words.count >= 3 && words.count == others.count && zip(words, others).allSatisfy { $0.hash == $1.hash }
    }
  }

  private func labelledTitles(_ blocks: [Block]) -> [Int] {
    blocks.indices.filter { index in
      guard blocks[index].span.count <= 300, let prefix = Headline.prefix(of: blocks[index].span, in: text) else {
        return false
      }
      return (prefix.kind == .pressRelease || prefix.kind == .speech) && MetaLine.dateLine(prefix.rest, in: text) == nil
    }
  }

  /// Whether some prose stands between each two of the titles.
  private func haveTexts(_ titles: [Int], _ blocks: [Block]) -> Bool {
    zip(titles, titles.dropFirst()).allSatisfy { first, second in
      (first + 1..<second).reduce(0) { $0 + blocks[$1].span.count } >= 100
    }
  }

  /// Lines that say `PRESS RELEASE`, `MEDIA RELEASE` or `FOR IMMEDIATE RELEASE` and nothing else. Several in a row count once.
  private func releaseLabels(_ blocks: [Block]) -> [Int] {
    var found: [Int] = []
    var size = 0
    for index in blocks.indices {
      let span = blocks[index].span
      if isProse(blocks[index]) { size += span.count }
      guard span.count < 40, let label = Headline.leadingLabel(at: span.lower, upper: span.upper, in: text),
        label.kind == .pressRelease, text.words(in: ByteSpan(label.end, span.upper)).isEmpty
      else { continue }
      if found.isEmpty || size > 200 { found.append(index) }
      size = 0
    }
    // The last label may only head a list of other releases.
    if size < 100 && found.count > 1 { found.removeLast() }
    return found
  }

  /// Short lines with nothing but a date below them, or a paragraph that begins with place and date, and then a text of
  /// their own: the items of a digest.
  private func datedTitles(_ blocks: [Block]) -> [Int] {
    guard blocks.count > 4 else { return [] }
    let dated = (0..<(blocks.count - 2)).filter { index in
      blocks[index + 1].kind == .paragraph && (blocks[index].kind == .paragraph || blocks[index].kind == .heading)
        && (mayHoldDate(blocks[index + 1].span) || isNameOverDay(index + 1, blocks))
        // Few lines are like titles, and a look at a line is cheaper than one at the paragraph below.
        && text.words(in: blocks[index].span, limit: 3).count == 3 && Headline.isTitleLike(blocks[index].span, in: text)
        && (isDated(blocks[index + 1].span) || hasDateline(blocks[index + 1].span) || isNameOverDay(index + 1, blocks))
        && !Furniture.isFurniture(blocks[index], in: text)
        && !Organisations.isName(blocks[index].span, in: text)
    }
    return dated.indices.filter { place in
      let end = place + 1 < dated.count ? dated[place + 1] : blocks.count
      var size = 0
      for index in (dated[place] + 1)..<max(dated[place] + 1, end) where size < 200 && isProse(blocks[index]) {
        size += blocks[index].span.count
      }
      return size >= 200
    }.map { dated[$0] }
  }

  /// `Port Office` between a title and the day of its text, right over it.
  private func isNameOverDay(_ index: Int, _ blocks: [Block]) -> Bool {
    guard index + 2 < blocks.count, blocks[index].span.count <= 80, blocks[index + 1].span.count <= 60,
      blocks[index + 1].gap <= blocks[index].gap, isDated(blocks[index + 1].span)
    else { return false }
    return Organisations.isName(blocks[index].span, in: text)
  }

  /// A digit where a line of a date or a dateline has one.
  private func mayHoldDate(_ span: ByteSpan) -> Bool {
    text.holdsDigit(ByteSpan(span.lower, min(span.upper, span.lower + 120)))
  }

  /// The items of a page that calls itself a newsletter or the like: title-like lines, each under a line of signs and over
  /// a text of its own.
  private func ruledTitles(_ blocks: [Block]) -> [Int] {
    let ruled = blocks.indices.filter { index in
      blocks[index].followsRule && index + 1 < blocks.count && (blocks[index].level ?? 1) <= 2
        && (blocks[index].kind == .heading || blocks[index].kind == .paragraph)
        && Headline.isTitleLike(blocks[index].span, in: text) && !Furniture.isFurniture(blocks[index], in: text)
        && text.words(in: blocks[index].span, limit: 3).count == 3
        && !Organisations.isName(blocks[index].span, in: text)
    }
    guard let first = ruled.first, first > 0, ruled.count > 1 else { return [] }
    let isDigest = blocks[..<min(first, 12)].contains { KindWords.collection(in: $0.span, text) }
    guard isDigest || areNumbered(ruled, blocks) else { return [] }
    return ruled.indices.filter { place in
      let end = place + 1 < ruled.count ? ruled[place + 1] : blocks.count
      return (ruled[place] + 1..<max(ruled[place] + 1, end)).contains { isProse(blocks[$0]) }
    }.map { ruled[$0] }
  }

  /// Whether the items are numbered from 1, with a bar or a slash: `1/ SIX BLUE BICYCLES`. Sections have full stops.
  private func areNumbered(_ items: [Int], _ blocks: [Block]) -> Bool {
    items.enumerated().allSatisfy { place, index in
      guard let item = Headline.itemNumber(of: blocks[index].span, in: text), item.number == place + 1 else {
        return false
      }
      return text.bytes[blocks[index].span.lower..<item.end].contains { $0 == 0x7C || $0 == 0x2F }
    }
  }

  /// Titles under a line of signs that have a label such as `From:` or `Backgrounder` of their own below: what was sent along
  /// with the text above.
  private func ruledParts(_ blocks: [Block]) -> [Int] {
    var parts: [Int] = []
    for index in blocks.indices.dropLast(3) where blocks[index].followsRule && index > 3 {
      guard blocks[index].kind == .paragraph || blocks[index].kind == .heading,
        Headline.isTitleLike(blocks[index].span, in: text), text.words(in: blocks[index].span, limit: 3).count == 3,
        !Furniture.isFurniture(blocks[index], in: text),
        blocks[(index + 1)...].prefix(2).contains(where: { opensPart($0.span) })
      else { continue }
      let start = parts.last ?? 0
      if bodySize(blocks[start..<index]) >= 400, bodySize(blocks[index...]) >= 200 { parts.append(index) }
    }
    return parts
  }

  private func opensPart(_ span: ByteSpan) -> Bool {
    if let labelled = MetaLine.parse(span, in: text) { return labelled.role == .issuer || labelled.role == .published }
    return Headline.isLabel(span, in: text) || text.lowercased(span) == "backgrounder"
  }

  func bodySize(_ blocks: ArraySlice<Block>) -> Int {
    blocks.reduce(0) { $0 + (isProse($1) ? $1.span.count : 0) }
  }

  /// A date alone, first of two or three facts, or behind who wrote it: `2.10.2024 | Warsaw`, `By Ann Lee · 2 May 2024 · 4 min`.
  private func isDated(_ span: ByteSpan) -> Bool {
    if MetaLine.dateLine(span, in: text) != nil { return true }
    guard span.count <= 120 else { return false }
    let fields = TitleParts.fields(of: span, in: text)
    if (2...4).contains(fields.count), text.starts(with: "by ", at: span.lower),
      fields.dropFirst().contains(where: { MetaLine.dateLine($0, in: text) != nil })
    {
      return true
    }
    return (2...3).contains(fields.count) && MetaLine.dateLine(fields[0], in: text) != nil
      && fields.dropFirst().allSatisfy {
        text.words(in: $0, limit: 5).count < 5 && Characters.isUpper(text.scalar(at: $0.lower).value)
      }
  }

  private func hasDateline(_ span: ByteSpan) -> Bool { span.count > 80 && Dateline.parse(span, in: text)?.date != nil }

  private func isProse(_ block: Block) -> Bool {
    block.span.count >= 60 && WrappedLines(text: text).endsWithStop(block.span)
  }
}
