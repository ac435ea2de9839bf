import IbidSource

/// Finds the posts of a page that holds several, one below the other.
///
/// A post starts at a title-like line after a body of text, when one of these cues confirms it:
/// - a gap wider than the page's usual one;
/// - a second title-like line and then a text that names its source ("Reuters: …");
/// - a byline or a date line within the next two lines.
///
/// A line that repeats half of the current title's words heads a part of that post, and so does one that comes after less
/// than a paragraph or two. On a page that has shown three posts, a long headline in title case is one more.
struct PostFinder {
  let text: TextView
  let blocks: [Block]
  /// Whether each block could be a title.
  private let titles: [Bool]
  /// Bytes of running text before each block, and at the end in all.
  private let bodyBefore: [Int]

  init(text: TextView, blocks: [Block]) {
    self.text = text
    self.blocks = blocks
    let isDialogue = KindWords.turns(in: blocks[...], text) != nil
    var titles: [Bool] = []
    var sums = [0]
    titles.reserveCapacity(blocks.count)
    sums.reserveCapacity(blocks.count + 1)
    for index in blocks.indices {
      let span = blocks[index].span
      let isTitleLike = Headline.isTitleLike(span, in: text)
      titles.append(
        isTitleLike && Self.isTitle(blocks[index], in: text) && !Self.isKicker(index, of: blocks, in: text)
          && !(isDialogue && KindWords.speaker(of: span, text) != nil))
      sums.append(sums[sums.count - 1] + (isTitleLike ? 0 : span.count))
    }
    self.titles = titles
    bodyBefore = sums
  }

  /// Bytes of body that a post must have before another may begin, by how much the cue says.
  private static let leastBody = (gap: 600, credit: 400, byline: 250)

  /// Indices of the first blocks of posts; at most one means that this is no page of posts.
  func starts() -> [Int] {
    guard let first = firstTitle() else { return [] }
    let usual = usualGap()
    var starts = [first]
    for index in (first + 1)..<max(first + 1, blocks.count) {
      let start = starts[starts.count - 1]
      guard mayStart(index, after: start) else { continue }
      let body = min(bodySize(start..<index), 2 * bodySize(index..<blocks.count))
      if body >= Self.leastBody.gap && hasWideGap(index, usual) && isTakenUp(index)
        || body >= Self.leastBody.credit && hasCreditedText(index)
        || body >= Self.leastBody.byline && hasByline(index)
      {
        starts.append(index)
      }
    }
    return starts.count >= 3 ? withPlainTitles(starts) : starts
  }

  /// The first title-like line, with at most three short lines (the name of the page) before it.
  private func firstTitle() -> Int? {
    for index in blocks.indices.prefix(6) {
      if isTitle(index) { return index }
      let isShort =
        blocks[index].span.count <= 60 && Headline.isTitleLike(blocks[index].span, in: text)
        || blocks[index].span.count <= 160 && text.holds([0x20, 0x20, 0x20], in: blocks[index].span)
      if !isShort, !Furniture.isFurniture(blocks[index], in: text) { return nil }
    }
    return nil
  }

  private func isTitle(_ index: Int) -> Bool { titles[index] }

  /// Whether a block that reads like a title stands like one, too.
  private static func isTitle(_ block: Block, in text: TextView) -> Bool {
    guard block.kind == .heading || block.kind == .paragraph, block.lineCount <= 2, (block.level ?? 1) <= 1 else {
      return false
    }
    return text.words(in: block.span, limit: 3).count >= 3 && MetaLine.dateLine(block.span, in: text) == nil
      && !Furniture.isFurniture(block, in: text) && !Furniture.isContact(block.span, in: text)
  }

  /// `GREECE · Court watch` right above a longer line: where a post stands and of what sort it is; and a name and a menu in
  /// one line.
  private static func isKicker(_ index: Int, of blocks: [Block], in text: TextView) -> Bool {
    let span = blocks[index].span
    if text.holds([0x20, 0x20, 0x20], in: span) { return true }
    guard index + 1 < blocks.count, blocks[index + 1].gap == 0, text.words(in: span, limit: 6).count <= 5,
      case let next = blocks[index + 1].span, text.words(in: next, limit: 5).count == 5,
      Headline.isTitleLike(next, in: text)
    else { return false }
    return text.bytes[span.range].contains(0x7C) || TitleParts.split(span, in: text).count == 2
  }

  private func mayStart(_ index: Int, after start: Int) -> Bool {
    guard isTitle(index), index + 1 < blocks.count, !isTitle(index - 1), blocks[index - 1].kind != .heading else {
      return false
    }
    return !isPart(index, of: start)
  }

  private func bodySize(_ range: Range<Int>) -> Int { bodyBefore[range.upperBound] - bodyBefore[range.lowerBound] }

  /// Whether the line says half of the longer words of the post's title again.
  private func isPart(_ index: Int, of start: Int) -> Bool {
    let title = longWords(blocks[start].span)
    let line = longWords(blocks[index].span)
    let least = min(title.count, line.count)
    return least > 0 && title.count(where: line.contains) * 2 >= least
  }

  /// The longer words of a line, each once.
  private func longWords(_ span: ByteSpan) -> [UInt64] {
    var found: [UInt64] = []
    for word in text.words(in: span) where Self.isLong(word) && !found.contains(word.hash) { found.append(word.hash) }
    return found
  }

  private static func isLong(_ word: Word) -> Bool { word.span.count >= 4 || word.hasDigit }

  // MARK: Cues

  /// The most frequent number of blank lines between blocks.
  private func usualGap() -> Int {
    var counts: [Int: Int] = [:]
    var few = [0, 0, 0, 0, 0, 0, 0, 0]
    for index in blocks.indices.dropFirst() {
      let gap = blocks[index].gap
      if few.indices.contains(gap) { few[gap] += 1 } else { counts[gap, default: 0] += 1 }
    }
    for gap in few.indices where few[gap] > 0 { counts[gap] = few[gap] }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
  }

  private func hasWideGap(_ index: Int, _ usual: Int) -> Bool {
    blocks[index].gap >= usual + 2 && text.words(in: blocks[index].span, limit: 5).count == 5
  }

  /// Whether the text below says one of the longer words of the line again.
  private func isTakenUp(_ index: Int) -> Bool {
    let line = longWords(blocks[index].span)
    guard index + 1 < blocks.count else { return false }
    let start = blocks[index + 1].span.lower
    let end = min(blocks[blocks.count - 1].span.upper, start + 1500)
    return line.isEmpty
      || text.words(in: ByteSpan(start, max(start, end))).contains { Self.isLong($0) && line.contains($0.hash) }
  }

  private func hasCreditedText(_ index: Int) -> Bool {
    index + 2 < blocks.count && isTitle(index + 1) && isCredited(blocks[index + 2].span)
  }

  /// `Reuters: Text`, `DailyLedger: Text`: one to three capitalised words before the first colon, then a sentence.
  private func isCredited(_ span: ByteSpan) -> Bool {
    guard span.count > 100, !MetaLine.isLabelled(span, in: text),
      let colon = text.bytes[span.lower..<min(span.upper, span.lower + 40)].firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let name = ByteSpan(span.lower, colon)
    let words = text.words(in: name)
    guard (1...3).contains(words.count), MetaLine.isNames(name, in: text),
      !Self.noSources.contains(text.lowercased(name))
    else {
      return false
    }
    let next = text.skipSpace(from: colon + 1, to: span.upper)
    return next > colon + 1 && Characters.isUpper(text.scalar(at: next).value)
  }

  private func hasByline(_ index: Int) -> Bool {
    for next in (index + 1)..<min(index + 4, blocks.count) {
      let span = blocks[next].span
      if let labelled = MetaLine.parse(span, in: text) {
        if labelled.role == .byline || labelled.role == .published { return true }
      } else if MetaLine.dateLine(span, in: text) != nil {
        return true
      }
      if !isTitle(next) { return false }
    }
    return false
  }

  /// Adds long title-case headlines between the posts already found.
  private func withPlainTitles(_ strong: [Int]) -> [Int] {
    var starts: [Int] = []
    for (place, start) in strong.enumerated() {
      starts.append(start)
      let end = place + 1 < strong.count ? strong[place + 1] : blocks.count
      for index in (start + 1)..<max(start + 1, end) where mayStart(index, after: starts[starts.count - 1]) {
        let words = text.words(in: blocks[index].span)
        guard (7...14).contains(words.count), isTitleCase(words), index + 1 < end, !isTitle(index + 1),
          bodySize(starts[starts.count - 1]..<index) >= 1500
        else { continue }
        starts.append(index)
      }
    }
    return starts
  }

  /// All words of four letters or more begin large, and at least four do.
  private func isTitleCase(_ words: Words) -> Bool {
    let long = words.filter { $0.span.count >= 4 && !$0.hasDigit }
    return long.count >= 4 && long.allSatisfy { Characters.isUpper(text.scalar(at: $0.span.lower).value) }
  }

  private static let noSources: Set<String> = [
    "background", "results", "note", "notes", "summary", "example", "warning", "update", "q", "a", "video", "watch",
    "question",
    "answer", "important", "key points", "key facts", "more", "here", "today", "quote", "facts", "conclusion",
    "introduction",
  ]
}
