import IbidSource

/// Items of pages that bring several texts and give none of them a day of its own.
extension DocumentSplitter {
  /// Blocks of a page in which it says that it is a digest; words that the title of an item has at least; bytes of text below
  /// it, and in all above the first.
  private static let digest = (head: 8, words: 4, text: 80, intro: 500)

  /// Titles over texts of their own on a page that calls itself a digest, a roundup or the like: `Weekly digest`, then `Six blue
  /// bicycles found` and a paragraph, and so on.
  func digestTitles(_ blocks: [Block]) -> [Int] {
    guard blocks.count > 4, blocks.prefix(Self.digest.head).contains(where: isDigestLine) else { return [] }
    var found: [Int] = []
    for index in blocks.indices.dropLast() where isItem(index, blocks) { found.append(index) }
    guard let first = found.first, found.count > 1, first > 0, areOnOneLevel(found, blocks),
      bodySize(blocks[..<first]) <= Self.digest.intro
    else { return [] }
    // Parts of one text say its words again and again.
    let titles = found.map { Set(longWords(blocks[$0].span)) }
    let shared = zip(titles, titles.dropFirst()).count { !$0.isDisjoint(with: $1) }
    return shared * 2 < found.count ? found : []
  }

  /// `Weekly digest`, `News roundup`; a line of its own, no sentence.
  private func isDigestLine(_ block: Block) -> Bool {
    block.span.count <= 90 && block.kind != .bullet && !WrappedLines(text: text).endsWithStop(block.span)
      && !text.bytes[block.span.range].contains(UInt8(ascii: ":")) && KindWords.collection(in: block.span, text)
      && text.words(in: block.span, limit: 12).count < 12
  }

  private func isItem(_ index: Int, _ blocks: [Block]) -> Bool {
    let block = blocks[index]
    let isNumbered = Headline.itemNumber(of: block.span, in: text) != nil
    guard block.kind == .paragraph || block.kind == .heading || block.kind == .bullet, block.span.count <= 200,
      block.kind != .bullet || block.gap > 0 || isNumbered, Headline.isTitleLike(block.span, in: text),
      text.words(in: block.span, limit: Self.digest.words).count == Self.digest.words,
      !Furniture.isFurniture(block, in: text), !Organisations.isName(block.span, in: text), !isDigestLine(block),
      MetaLine.dateLine(block.span, in: text) == nil, MetaLine.parse(block.span, in: text) == nil,
      !MetaLine.isField(block.span, in: text) || !text.holdsDigit(block.span)
    else { return false }
    // A line about the item may stand between.
    for next in blocks[(index + 1)...].prefix(2) {
      if isText(next) { return true }
      guard next.span.count <= 120, next.kind == .paragraph,
        MetaLine.parse(next.span, in: text) != nil || Organisations.isName(next.span, in: text)
          || text.bytes[next.span.lower] == UInt8(ascii: "(")
      else { return false }
    }
    return false
  }

  private func isText(_ block: Block) -> Bool {
    (block.kind == .paragraph || block.kind == .bullet) && block.span.count >= Self.digest.text
      && WrappedLines(text: text).endsWithStop(block.span)
  }

  /// Headings of one depth, or lines that are none.
  private func areOnOneLevel(_ items: [Int], _ blocks: [Block]) -> Bool {
    guard let first = items.first else { return false }
    return items.allSatisfy { blocks[$0].level == blocks[first].level }
  }

  /// Texts set apart by lines of signs, each under a title of its own that says nothing of the first: what was copied together.
  func separatedTitles(_ blocks: [Block]) -> [Int] {
    guard blocks.count > 3, let first = blocks.first, isTitle(first) else { return [] }
    var starts = [0]
    for index in blocks.indices.dropFirst().dropLast() where blocks[index].followsRule {
      guard isTitle(blocks[index]) else { return [] }
      starts.append(index)
    }
    guard starts.count > 1 else { return [] }
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : blocks.count
      let body = blocks[(start + 1)..<end]
      guard bodySize(body) >= 200, !body.contains(where: { ($0.level ?? 0) > 0 }), isTakenUp(blocks[start].span, body)
      else { return [] }
    }
    let titles = starts.map { Set(longWords(blocks[$0].span)) }
    return zip(titles, titles.dropFirst()).allSatisfy { $0.isDisjoint(with: $1) } ? starts : []
  }

  private func isTitle(_ block: Block) -> Bool {
    (block.kind == .paragraph || block.kind == .heading) && (block.level ?? 1) <= 1 && block.span.count <= 200
      && Headline.isTitleLike(block.span, in: text) && text.words(in: block.span, limit: 5).count == 5
      && !Organisations.isName(block.span, in: text) && MetaLine.parse(block.span, in: text) == nil
  }

  /// Whether the first paragraphs below say two of the longer words of a title again.
  private func isTakenUp(_ title: ByteSpan, _ body: ArraySlice<Block>) -> Bool {
    let wanted = longWords(title)
    let said = Set(body.prefix(3).flatMap { longWords($0.span) })
    return wanted.count(where: said.contains) >= min(2, wanted.count)
  }

  private func longWords(_ span: ByteSpan) -> [UInt64] {
    text.words(in: span, limit: 200).filter { $0.span.count >= 5 }.map(\.hash)
  }
}
