import IbidSource

/// Finds the title and the date of a page whose lines were all joined into one: menu, title, date and text.
///
/// "Port Office Home News Contact Six blue bicycles found in the quay 5 March 2024 Six bicycles have been found …". The date
/// shows where the title ends. It begins where the words begin that the text after the date says again; menus do not come
/// again.
struct FlattenedPage {
  let text: TextView

  /// Bytes of the line in which the date must stand, and of text that must follow it.
  private static let reach = (head: 700, body: 400)
  /// Words of a title.
  private static let size = 4...24

  /// The blocks with title and date as blocks of their own, where the first line of prose is such a page.
  func separated(_ blocks: [Block]) -> [Block] {
    guard let index = blocks.prefix(4).firstIndex(where: { $0.span.count > Self.reach.body + 100 }),
      blocks[index].kind == .paragraph, blocks[index].lineCount == 1,
      !blocks[..<index].contains(where: { Headline.isTitleLike($0.span, in: text) && isLong($0.span) }),
      let parts = parts(of: blocks[index].span)
    else { return blocks }
    let block = blocks[index]
    var found = Array(blocks[..<index])
    func add(_ kind: ParagraphKind, _ lower: Int, _ upper: Int, level: Int? = nil) {
      let span = text.trimmed(ByteSpan(lower, max(lower, upper)))
      guard !span.isEmpty else { return }
      found.append(Block(kind: kind, span: span, level: level, gap: 1))
    }
    if parts.label.upper <= parts.title.lower {
      add(.paragraph, block.span.lower, parts.label.lower)
      add(.paragraph, parts.label.lower, parts.label.upper)
      add(.heading, parts.title.lower, parts.title.upper, level: 1)
      add(.paragraph, parts.title.upper, block.span.upper)
    } else {
      add(.paragraph, block.span.lower, parts.title.lower)
      add(.heading, parts.title.lower, parts.title.upper, level: 1)
      add(.paragraph, parts.label.lower, parts.label.upper)
      add(.paragraph, parts.label.upper, block.span.upper)
    }
    return found + blocks[(index + 1)...]
  }

  private func isLong(_ span: ByteSpan) -> Bool { text.words(in: span, limit: 5).count == 5 }

  private func parts(of span: ByteSpan) -> (title: ByteSpan, label: ByteSpan)? {
    let head = ByteSpan(span.lower, min(span.upper, span.lower + Self.reach.head))
    guard text.holdsDigit(head), let date = WrittenDate.first(in: head, in: text, within: Self.reach.head),
      date.date.day != nil, span.upper - date.span.upper >= Self.reach.body
    else { return nil }
    let words = text.words(in: ByteSpan(span.lower, date.span.lower), limit: 140)
    if words.count < Self.size.lowerBound { return titleBehind(date.span, span) }
    // "Published: 5 March 2024" and "Press release 5 March 2024" begin with the label.
    var last = words.count - 1
    while last >= 0, Self.labels.contains(words[last]) { last -= 1 }
    // In a sentence a preposition leads to the date, and a sign or a small letter follows it.
    let isLabelled = last + 1 < words.count && !text.isWord(words[last + 1], "on")
    guard last + 1 >= Self.size.lowerBound, isLabelled || last + 1 == words.count,
      !Self.leadsToDate.contains(words[last]),
      beginsText(behind: date.span.upper, span.upper),
      case let labelStart = last + 1 < words.count ? words[last + 1].span.lower : date.span.lower,
      let start = start(of: words[...last], body: ByteSpan(date.span.upper, min(span.upper, date.span.upper + 700)))
    else { return titleBehind(date.span, span) }
    let title = text.trimmed(ByteSpan(words[start].span.lower, words[last].span.upper))
    guard SentenceSplitter(text: text).sentences(in: title).count == 1 else { return nil }
    return (title, ByteSpan(labelStart, date.span.upper))
  }

  /// The title behind the date: "News 5 March 2024 Six blue bicycles found in the quay The police have found six bicycles …".
  ///
  /// It ends before a large letter where most of its words are said again, rather before an article or its own first word.
  private func titleBehind(_ date: ByteSpan, _ span: ByteSpan) -> (title: ByteSpan, label: ByteSpan)? {
    let before = text.words(in: ByteSpan(span.lower, date.lower), limit: 140)
    if let last = before.last, Self.leadsToDate.contains(last) { return nil }
    guard beginsText(behind: date.upper, span.upper), span.upper - date.upper >= Self.reach.body else { return nil }
    let words = text.words(in: ByteSpan(date.upper, min(span.upper, date.upper + 400)), limit: Self.size.upperBound + 4)
    guard words.count > Self.size.lowerBound, let first = words.first else { return nil }
    var best: (end: Int, points: Int)?
    for place in Self.size.lowerBound..<min(words.count - 1, Self.size.upperBound) {
      let (last, next) = (words[place - 1], words[place])
      guard Characters.isUpper(text.scalar(at: next.span.lower).value), !WrappedLines.leadsOn.contains(last),
        text.bytes[last.span.upper..<next.span.lower].allSatisfy({ $0 == 0x20 })
      else { continue }
      let end = last.span.upper
      let said = WordHashes(hashes: text.words(in: ByteSpan(end, min(span.upper, end + 600))).map(\.hash))
      let long = words[..<place].filter { $0.span.count >= 4 || $0.hasDigit }
      let taken = long.count { said.contains($0) }
      guard long.count >= 3, taken * 2 >= long.count else { continue }
      let isStart = Self.starters.contains(next) || next.hash == first.hash
      let isSmall = Characters.isLower(text.scalar(at: last.span.lower).value)
      let points = taken * 4 / long.count + (isStart ? 2 : 0) + (isSmall ? 1 : 0)
      if points > best?.points ?? 3 { best = (end, points) }
    }
    guard let best, case let title = text.trimmed(ByteSpan(first.span.lower, best.end)),
      SentenceSplitter(text: text).sentences(in: title).count == 1
    else { return nil }
    return (title, date)
  }

  private static let starters: WordHashes = [
    "the", "a", "an", "in", "on", "today", "two", "three", "four", "five", "six", "more", "this", "at", "people",
  ]

  /// Whether a text begins behind the date: a large letter, a digit or a quotation after a blank, a dash or a bar.
  private func beginsText(behind end: Int, _ upper: Int) -> Bool {
    var offset = end
    while offset < upper, offset - end < 24 {
      let (value, width) = text.scalar(at: offset)
      if Characters.isUpper(value) || Characters.isQuote(value) { return offset > end }
      guard
        Characters.isSpace(value) || Characters.isDash(value) || value == 0x7C || Characters.isDigit(value)
          || value == 0x3A
      else { return false }
      offset += width
    }
    return false
  }

  /// The word from which on most is said again; words that are not count against it.
  private func start(of words: Slice<Words>, body: ByteSpan) -> Int? {
    let said = WordHashes(hashes: text.words(in: body).map(\.hash))
    var (points, taken, long) = (0, 0, 0)
    var best: (start: Int, points: Int)?
    for place in words.indices.reversed() {
      let word = words[place]
      guard words.endIndex - place <= Self.size.upperBound, !endsSentence(behind: word, before: place, words) else {
        break
      }
      if word.span.count >= 4 || word.hasDigit {
        long += 1
        taken += said.contains(hash: word.hash) ? 1 : 0
        points += said.contains(hash: word.hash) ? 1 : -1
      }
      guard words.endIndex - place >= Self.size.lowerBound, taken >= 3, taken * 2 >= long,
        Characters.isUpper(text.scalar(at: word.span.lower).value) || word.hasDigit
      else { continue }
      if points > best?.points ?? 0 { best = (place, points) }
    }
    return best?.start
  }

  /// Whether a full stop stands between a word and the next one.
  private func endsSentence(behind word: Word, before place: Int, _ words: Slice<Words>) -> Bool {
    guard place + 1 < words.endIndex else { return false }
    let gap = text.bytes[word.span.upper..<words[place + 1].span.lower]
    return gap.contains(0x2E) && gap.contains(0x20) && word.span.count > 3
  }

  private static let leadsToDate: WordHashes = [
    "on", "in", "of", "by", "from", "until", "since", "at", "to", "the", "dated", "before", "after", "between", "and",
    "for", "with", "till", "through", "ending", "ended",
  ]

  private static let labels: WordHashes = [
    "published", "posted", "on", "date", "release", "press", "news", "media", "updated", "issued", "article", "story",
  ]
}
