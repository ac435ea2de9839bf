import IbidSource

/// Decides which neighbouring lines are one paragraph broken by hand or by a mail program, and which are paragraphs of
/// their own.
///
/// A line was broken when the next word did not fit, so a short line that ends a sentence ends the paragraph. Long lines
/// are never joined.
struct WrappedLines {
  let text: TextView
  /// Characters of the widest line of the page; more than `widestWrap` where it is not broken by hand.
  var pageWidth = WrappedLines.widestWrap + 1

  /// Characters; no one wraps wider by hand.
  static let widestWrap = 130
  /// Lines of a letterhead are shorter than this, all of them.
  static let letterheadWidth = 45

  /// Cuts a run of lines without blank lines or markers into paragraphs; ranges of indices of `lines`.
  func paragraphs(of lines: [Line]) -> [Range<Int>] {
    guard lines.count > 1 else { return lines.isEmpty ? [] : [0..<1] }
    let width = lines.reduce(0) { $1.width <= Self.widestWrap ? max($0, $1.width) : $0 }
    let menus = hasColumns(lines) ? [] : lines.map { $0.width <= 200 && MenuLine.parse($0.text, in: text) != nil }
    if isLetterhead(lines) { return withTitleJoined(lines) }
    if isLinePerParagraph(lines) || areFields(lines) || areUnbroken(lines, width) {
      return lines.indices.map { $0..<($0 + 1) }
    }
    let head = headLength(lines)
    let areWhole = holdsWholeParagraphs(lines)
    var found: [Range<Int>] = []
    var start = 0
    var ofPage = [Bool?](repeating: nil, count: lines.count)
    for index in 1..<lines.count {
      let isFirst = index == 1
      // The value of a label, set in a column of its own: `SUBJECT   :  New rules`.
      if lines[index].indent >= lines[start].indent + 6, MetaLine.isLabelled(lines[start].text, in: text) { continue }
      let isMenu = !menus.isEmpty && (menus[index - 1] || menus[index])
      if isMenu || areWhole && !goesOn(lines[index - 1], in: lines[index])
        || index < head && endsHeadLine(lines[index - 1], before: lines[index], of: lines.count)
        || isFirst && isSelfDescription(lines[0], lines[1])
        || endsParagraph(at: index, of: lines, width: width, begins: index == start + 1, &ofPage)
      {
        found.append(start..<index)
        start = index
      }
    }
    found.append(start..<lines.count)
    return found
  }

  /// Whether a paragraph ends above line `index`; `ofPage` keeps which lines are known to stand for themselves.
  ///
  /// `begins` tells that the line above is the first of its paragraph.
  private func endsParagraph(at index: Int, of lines: [Line], width: Int, begins: Bool, _ ofPage: inout [Bool?]) -> Bool
  {
    let (line, next) = (lines[index - 1], lines[index])
    let (isFirst, lineCount) = (index == 1, lines.count)
    if next.beginsRepeat || line.width > Self.widestWrap || next.width > Self.widestWrap { return true }
    func isOfPage(at place: Int) -> Bool {
      if let known = ofPage[place] { return known }
      let answer = self.isOfPage(lines[place])
      ofPage[place] = answer
      return answer
    }
    if isOfPage(at: index - 1) || isOfPage(at: index) || MetaLine.isLabelled(next.text, in: text) { return true }
    if isKicker(line, above: next) || isTitle(line, aboveStandfirst: next) { return true }
    if Headline.prefix(of: next.text, in: text) != nil || isCode(next.text) { return true }
    if isTitleInCapitals(line, next) || beginsText(next, width) { return true }
    if isLabelledTitle(line, next, width) { return true }
    if MetaLine.bareLabel(next.text, in: text) != nil || MetaLine.bareLabel(line.text, in: text) != nil { return true }
    let first = text.scalar(at: next.text.lower).value
    let isShort = line.width + 1 + firstWordWidth(next) <= width
    let isQuote = beginsWithQuote(next.text)
    if endsWithStop(line.text) {
      let isBeforeLeadIn =
        text.bytes[next.text.upper - 1] == UInt8(ascii: ":") && Characters.isUpper(first) && next.width < width
      let isTitleInParts =
        isFirst && line.width <= 60 && next.width <= Self.letterheadWidth && !endsWithStop(next.text)
        && Characters.isUpper(first) && text.bytes[line.text.upper - 1] == UInt8(ascii: "?")
      if isFirst, lineCount == 2, isTitleWithColon(line, next) { return false }
      // The names of who wrote, below a sentence that sums up.
      let isOverNames =
        pageWidth > Self.widestWrap && next.width <= Self.letterheadWidth && MetaLine.isNames(next.text, in: text)
      return isShort || isBeforeLeadIn || isTitleInParts || isQuote || isOverNames || next.indent > line.indent + 1
    }
    if MetaLine.isLabelled(line.text, in: text) { return (Characters.isUpper(first) || isQuote) && isShort }
    if begins, line.width <= 24, next.width >= 30, Characters.isUpper(first) || isQuote,
      Characters.isUpper(text.scalar(at: line.text.lower).value), text.words(in: line.text, limit: 3).count <= 2
    {
      return true
    }
    if isFirst, lineCount == 2, line.width <= Self.letterheadWidth, next.width >= 2 * line.width + 20,
      endsWithStop(next.text), Characters.isUpper(first), Headline.isTitleLike(line.text, in: text)
    {
      return true
    }
    return isFirst && lineCount > 2 && Characters.isUpper(first) && line.width + 4 + firstWordWidth(next) <= width
      && Headline.isTitleLike(line.text, in: text)
  }

  /// Four words or more in capitals above or below a line that has small letters.
  private func isTitleInCapitals(_ line: Line, _ next: Line) -> Bool {
    let isCapitals = !Headline.holdsLower(line.text, in: text)
    guard isCapitals != !Headline.holdsLower(next.text, in: text) else { return false }
    let title = (isCapitals ? line : next).text
    return text.words(in: title, limit: 4).count == 4 && Characters.isUpper(text.scalar(at: next.text.lower).value)
      && text.words(in: title, limit: 4).allSatisfy { !$0.hasDigit }
  }

  /// A line of a text's width that begins with a place and a dash: `(Dover, Kent) – A captain was …`, `DOVER, Kent--- A captain …`.
  private func beginsText(_ line: Line, _ width: Int) -> Bool {
    guard line.width * 3 >= width * 2, line.width >= 50 else { return false }
    let head = ByteSpan(line.text.lower, min(line.text.upper, line.text.lower + 48))
    var offset = head.lower
    while offset < head.upper {
      let (value, next) = text.scalar(at: offset)
      if Characters.isDash(value), offset > head.lower {
        let place = ByteSpan(head.lower, offset)
        var behind = offset + next
        while behind < head.upper, Characters.isDash(text.scalar(at: behind).value) {
          behind += text.scalar(at: behind).width
        }
        let isLong = behind - offset > next || Characters.isSpace(text.scalar(before: offset).value)
        guard isLong else {
          offset += next
          continue
        }
        let start = text.skipSpace(from: behind, to: line.text.upper)
        let words = text.words(in: place, limit: 6)
        return start > behind && (1...5).contains(words.count) && Characters.isUpper(text.scalar(at: start).value)
          && words.allSatisfy { Characters.isUpper(text.scalar(at: $0.span.lower).value) }
          && text.words(in: ByteSpan(start, line.text.upper), limit: 4).count == 4
          && Headline.leadingLabel(at: head.lower, upper: head.upper, in: text) == nil
          && !Organisations.isName(text.trimmed(place), in: text)
      }
      offset += next
    }
    return false
  }

  // MARK: The lines above a text

  /// The number of lines that are a title, what stands under it and names: up to ten without a full stop, and nothing or
  /// a line that is not broken by hand below them.
  private func headLength(_ lines: [Line]) -> Int {
    let prose = lines.firstIndex { line in
      let last = text.scalar(before: line.text.upper).value
      return line.width > 110 || endsWithStop(line.text) && last != 0x3F && last != 0x3A && last != 0x21
    }
    // A title may end with a full stop, but the lines of a paragraph do at their end.
    let endsOpen = lines.last.map { !endsWithStop($0.text) } ?? false
    guard let prose, !endsOpen || lines[prose].width > 110 else { return lines.count <= 10 ? lines.count : 0 }
    if prose <= 10, lines[prose].width > Self.widestWrap { return prose }
    return prose > 0 && prose <= 10 && pageWidth > Self.widestWrap && endEarly(lines[...prose]) ? prose : 0
  }

  /// Whether a line over a text is complete, so that the next one says something else.
  ///
  /// A line that leads on ("… and", "… from") goes on, and so do capitals under capitals. A change between capitals and
  /// small letters ends it, and so does a large letter after a line that is no title in capitalised words.
  private func endsHeadLine(_ line: Line, before next: Line, of lineCount: Int) -> Bool {
    if isBracketed(next.text) || isOwnLine(line, next) || isCode(line.text) || isCode(next.text) { return true }
    let words = text.words(in: line.text, limit: 30)
    let beginsLarge = Characters.isUpper(text.scalar(at: next.text.lower).value) || beginsWithQuote(next.text)
    // The number of an issue, a name over a title or an address, a title with the site's name behind a bar.
    if TitleFinder.isNumberOfSeries(words, in: text) || TitleFinder.isNumberOfSeries(in: next.text, of: text)
      || beginsLarge && isNameAbove(next, line)
      || beginsLarge && words.count > 4 && text.bytes[line.text.range].contains(0x7C)
    {
      return true
    }
    if beginsLarge, words.count >= 4, let first = text.words(in: next.text, limit: 1).first,
      text.bytes[line.text.upper - 1] == UInt8(ascii: "."), !isFull(line, before: first)
    {
      return true
    }
    guard words.count >= 3, let last = words.last, let first = text.words(in: next.text, limit: 1).first,
      beginsLarge, endsWithWord(last, line.text),
      !Self.leadsOn.contains(last)
    else {
      return isSection(words, line, above: next) || Organisations.isOffice(next.text, in: text)
        || line.width <= 30 && text.starts(with: "the official", at: next.text.lower)
    }
    let isCapitals = !Headline.holdsLower(line.text, in: text)
    if isCapitals != !Headline.holdsLower(next.text, in: text) {
      return isCapitals || text.words(in: next.text, limit: 2).count == 2
    }
    if isCapitals { return false }
    let isSentence = isSentenceCase(words)
    // A title in capitalised words over its subtitle; what begins small goes on from the line before.
    if words.count >= 5, !isSentence, Characters.isUpper(text.scalar(at: line.text.lower).value),
      isSentenceCase(text.words(in: next.text, limit: 30))
    {
      return true
    }
    if text.bytes[line.text.upper - 1] == UInt8(ascii: "?") || text.bytes[line.text.upper - 1] == UInt8(ascii: "!") {
      return words.count >= 5
    }
    let endsPlainly = Characters.isLower(text.scalar(at: last.span.lower).value) || last.hasDigit
    // Two or three lines on a page of long ones are not broken by hand.
    let isUnbroken = pageWidth > Self.widestWrap && lineCount <= 3 && line.width > 40
    return isSentence && (endsPlainly && !isFull(line, before: first) || isUnbroken)
      || Organisations.isOffice(next.text, in: text)
      || text.words(in: next.text, limit: 5).count <= 4 && Organisations.isLikelyName(next.text, in: text)
  }

  private func beginsWithQuote(_ span: ByteSpan) -> Bool {
    let first = text.scalar(at: span.lower).value
    return Characters.isQuote(first) && !Characters.isCloser(first)
  }

  /// A body's name over a line of four words or more.
  private func isNameAbove(_ next: Line, _ line: Line) -> Bool {
    guard text.words(in: next.text, limit: 4).count == 4, let last = text.words(in: line.text).last,
      !Self.leadsOn.contains(last)
    else { return false }
    let isName =
      Organisations.isName(line.text, in: text)
      || Organisations.isLikelyName(line.text, in: text) && text.words(in: line.text, limit: 6).count <= 5
        && (beginsWithQuote(next.text) || isSentenceCase(text.words(in: next.text, limit: 30)))
    return isName && !Organisations.isName(line.text.joined(with: next.text), in: text)
  }

  /// Two longer words or more that begin small, those left out that titles in capitalised words have small, too.
  private func isSentenceCase(_ words: Words) -> Bool {
    words.count {
      !$0.hasDigit && $0.span.count >= 4 && Characters.isLower(text.scalar(at: $0.span.lower).value)
        && !Self.leadsOn.contains($0)
    } >= 2
  }

  /// Nothing but a sign that ends a question or a quotation after the last word.
  private func endsWithWord(_ last: Word, _ line: ByteSpan) -> Bool {
    var end = line.upper
    while end > last.span.upper {
      let (value, width) = text.scalar(before: end)
      guard value == 0x3F || value == 0x21 || Characters.isCloser(value) else { return false }
      end -= width
    }
    return end == last.span.upper
  }

  /// The number of a paper alone on its line: `AQ-23-1055`, `2024/118`.
  private func isCode(_ span: ByteSpan) -> Bool {
    span.count <= 24 && text.holdsDigit(span) && text.bytes[span.range].contains { $0 == 0x2D || $0 == 0x2F }
      && !text.bytes[span.range].contains(0x20) && !Headline.holdsLower(span, in: text)
  }

  /// `Nation` or `Courts` above a title that begins with a number or a quotation, on a page whose text is not broken by hand.
  private func isSection(_ words: Words, _ line: Line, above next: Line) -> Bool {
    guard pageWidth > Self.widestWrap, words.count <= 2, line.width <= 24, next.width >= 30, let last = words.last,
      words[0].span.lower == line.text.lower, last.span.upper == line.text.upper, !Self.leadsOn.contains(last),
      Characters.isUpper(text.scalar(at: line.text.lower).value)
    else { return false }
    let first = text.scalar(at: next.text.lower).value
    return text.words(in: next.text, limit: 4).count == 4
      && (Characters.isUpper(first) || Characters.isDigit(first) || Characters.isQuote(first))
  }

  /// Two short lines of a page whose text is not broken by hand: a name above a name, where neither leads on.
  private func isOwnLine(_ line: Line, _ next: Line) -> Bool {
    guard pageWidth > Self.widestWrap, isLetterhead([line, next]),
      let last = text.words(in: line.text).last, !Self.leadsOn.contains(last)
    else { return false }
    return Headline.holdsLower(line.text, in: text) || Headline.holdsLower(next.text, in: text)
      || [line, next].contains { Organisations.isName($0.text, in: text) || Organisations.isState($0.text, in: text) }
  }

  /// `("Blue" or the "Company")`, `(Dover, 5 March 2024)`.
  private func isBracketed(_ span: ByteSpan) -> Bool {
    text.bytes[span.lower] == UInt8(ascii: "(") && text.bytes[span.upper - 1] == UInt8(ascii: ")")
  }

  /// Whether the next word would not have fitted into the lines of the page.
  private func isFull(_ line: Line, before word: Word) -> Bool {
    pageWidth <= Self.widestWrap && line.width + 1 + word.span.count > pageWidth - 3
  }

  /// `About Blue Wheel` above "Blue Wheel makes bicycles": the heading of a note about the maker.
  private func isSelfDescription(_ line: Line, _ next: Line) -> Bool {
    guard line.width <= 60, text.starts(with: "about ", at: line.text.lower) else { return false }
    let name = text.words(in: line.text, limit: 3)
    return name.count >= 2 && text.words(in: next.text, limit: 1).first?.hash == name[1].hash
  }

  /// Whether the lines of a page whose text is not broken by hand stand for themselves: the items of a menu, the parts of a
  /// byline. Where a line was broken, the next word did not fit; here half of the lines had room for it.
  private func areUnbroken(_ lines: [Line], _ width: Int) -> Bool {
    guard pageWidth > Self.widestWrap, lines.count >= 4, !hasColumns(lines),
      !lines.contains(where: { $0.width >= 40 && endsWithStop($0.text) })
    else { return false }
    let gaps = zip(lines, lines.dropFirst())
    // A sentence that goes on in small letters was broken.
    if gaps.contains(where: { $0.width >= 24 && Characters.isLower(text.scalar(at: $1.text.lower).value) }) {
      return false
    }
    let early = gaps.count { $0.width > Self.widestWrap || $0.width + 1 + firstWordWidth($1) <= width }
    return early * 2 >= lines.count
  }

  /// Two lines or more that are each a label with a colon and a value.
  private func areFields(_ lines: [Line]) -> Bool { lines.allSatisfy { MetaLine.isField($0.text, in: text) } }

  static let leadsOn: WordHashes = MetaLine.small.union([
    "by", "from", "into", "over", "after", "before", "as", "or", "a", "an", "than", "that", "who", "which", "its",
    "their",
    "his", "her", "our", "your", "under", "near", "off", "up", "is", "are", "was", "be", "will", "but", "if", "via",
    "per",
  ])

  /// A title in capitalised words that breaks after its colon: `The Price of Waiting:`, `Six Ways to Spend It`.
  private func isTitleWithColon(_ line: Line, _ next: Line) -> Bool {
    let words = text.words(in: line.text.joined(with: next.text), limit: 25).filter {
      $0.span.count >= 4 && !$0.hasDigit
    }
    return text.bytes[line.text.upper - 1] == UInt8(ascii: ":") && !endsWithStop(next.text)
      && (3...16).contains(words.count)
      && words.allSatisfy { Characters.isUpper(text.scalar(at: $0.span.lower).value) }
  }

  /// A line that stands for itself: a menu, a share button, a date alone, facts side by side.
  func isOfPage(_ line: Line) -> Bool {
    if line.width <= 200,
      text.starts(with: "www.", at: line.text.lower)
        || text.starts(with: "http", at: line.text.lower) && !text.bytes[line.text.range].contains(0x20)
    {
      return true
    }
    guard !endsWithStop(line.text),
      Characters.isUpper(text.scalar(at: line.text.lower).value)
        || Characters.isDigit(text.scalar(at: line.text.lower).value)
        || text.bytes[line.text.lower] >= 0x80 || Self.pageStarts.begin(at: line.text.lower, in: text)
    else { return false }
    return isDayAndNames(line) || Furniture.isFurniture(line.text, in: text)
      || MetaLine.dateLine(line.text, in: text) != nil
      || HeaderReader.isFactLine(line.text, in: text) || Headline.isLabel(line.text, in: text)
      || Headline.datedLabel(line.text, in: text) || Headline.maker(of: line.text, in: text) != nil
      || text.starts(with: "**", at: line.text.lower) && line.text.count > 8
        && text.starts(with: "**", at: line.text.upper - 2)
  }

  private static let pageStarts: Prefixes = ["by ", "posted ", "|", "*", "_", "("]

  /// Whether some line has figures behind wide gaps: the rows of a table that is set with spaces, which look like menus.
  func hasColumns(_ lines: [Line]) -> Bool {
    lines.contains { line in
      guard line.width <= 400, text.holdsDigit(line.text) else { return false }
      return text.answer(.hasColumns, about: line.text) {
        TitleParts.mayHoldParts(line.text, in: text)
          && TitleParts.fields(of: line.text, in: text).count {
            text.words(in: $0, limit: 2).first?.hasDigit ?? false
          } > 1
      }
    }
  }

  /// A line without a stop above a whole sentence, on a page whose text is not broken by hand: a title and its standfirst.
  private func isTitle(_ line: Line, aboveStandfirst next: Line) -> Bool {
    guard pageWidth > Self.widestWrap, endsWithStop(next.text),
      Characters.isUpper(text.scalar(at: next.text.lower).value), Headline.isTitleLike(line.text, in: text),
      let last = text.words(in: line.text, limit: 30).last, !Self.leadsOn.contains(last)
    else { return false }
    return text.words(in: line.text, limit: 5).count == 5 && text.words(in: next.text, limit: 7).count == 7
  }

  /// A few words in capitals above a line that has small letters: the section that a headline stands in.
  private func isKicker(_ line: Line, above next: Line) -> Bool {
    line.width <= Self.letterheadWidth && !endsWithStop(line.text) && text.words(in: line.text, limit: 6).count <= 5
      && !Headline.holdsLower(line.text, in: text) && Headline.holdsLower(next.text, in: text)
      && Characters.isUpper(text.scalar(at: line.text.lower).value)
      && Characters.isUpper(text.scalar(at: next.text.lower).value)
  }

  /// `.`, `!`, `?` or `:` at the end, quotes and brackets after it left out.
  func endsWithStop(_ span: ByteSpan) -> Bool {
    var offset = span.upper
    while offset > span.lower {
      let (value, width) = text.scalar(before: offset)
      if value == 0x2E || value == 0x21 || value == 0x3F || value == 0x3A || value == 0x2026 { return true }
      guard Characters.isCloser(value) else { return false }
      offset -= width
    }
    return false
  }

  /// Three or more lines of which each ends a sentence.
  private func isLinePerParagraph(_ lines: [Line]) -> Bool {
    lines.count > 2 && lines.allSatisfy { endsWithStop($0.text) }
  }

  func firstWordWidth(_ line: Line) -> Int {
    var offset = line.text.lower
    var width = 0
    while offset < line.text.upper, width < 40 {
      let (value, length) = text.scalar(at: offset)
      if Characters.isSpace(value) { break }
      offset += length
      width += 1
    }
    return width
  }
}
