import IbidSource

/// Groups the lines of a file into blocks: paragraphs, headings, list items, quotations, tables.
struct BlockBuilder {
  let text: TextView
  let lines: [Line]
  private var blocks: [Block] = []
  private(set) var frontMatter: FrontMatter?
  private var gap = 0
  private var followsEndMark = false
  private var followsRule = false
  private let wrapped: WrappedLines

  init(text: TextView, lines: [Line]) {
    self.text = text
    self.lines = lines
    wrapped = WrappedLines(text: text, pageWidth: lines.reduce(0) { max($0, $1.width) })
  }

  /// The blocks of the file in order. Front matter, separators and code fences are in none.
  mutating func build(readsFrontMatter: Bool = true) -> [Block] {
    var index = readsFrontMatter ? readFrontMatter() : 0
    while index < lines.count {
      if lines[index].isBlank {
        gap += 1
        index += 1
        continue
      }
      index = readBlock(at: index)
    }
    return blocks
  }

  /// Reads one block or separator; the index of the line after it, always further on.
  private mutating func readBlock(at index: Int) -> Int {
    let line = lines[index]
    switch Marker.of(line, in: text) {
    case .separator, .fence:
      if isEndMark(line) { followsEndMark = true }
      followsRule = true
      return index + 1
    case .heading(let level, let start):
      add(.heading, ByteSpan(start, endOfHeading(line, start)), level: level)
      return index + 1
    case .quote: return readQuote(at: index)
    case .tableRow: return readTable(at: index)
    case .bullet(let start), .number(let start): return readItem(at: index, contentStart: start)
    case .none: return isTabbed(index) ? readTable(at: index) : readText(at: index)
    }
  }

  private mutating func add(
    _ kind: ParagraphKind, _ span: ByteSpan, level: Int? = nil, indent: Int = 0, lineCount: Int = 1,
    table: TextTable? = nil
  ) {
    guard !span.isEmpty else { return }
    blocks.append(
      Block(
        kind: kind, span: span, level: level, gap: gap, followsEndMark: followsEndMark, indent: indent,
        lineCount: lineCount, table: table))
    blocks[blocks.count - 1].followsRule = followsRule
    gap = 0
    (followsEndMark, followsRule) = (false, false)
  }

  /// `###`, `# # #`: the sign under a release that no more follows; not a line of asterisks, which also parts sections.
  private func isEndMark(_ line: Line) -> Bool {
    line.text.count <= 9
      && text.bytes[line.text.range].allSatisfy { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }
  }

  /// Without closing `#` signs.
  private func endOfHeading(_ line: Line, _ start: Int) -> Int {
    var end = line.text.upper
    while end > start, text.bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    return text.trimmed(ByteSpan(start, end)).upper
  }

  // MARK: Kinds

  private mutating func readQuote(at index: Int) -> Int {
    var index = index
    var span: ByteSpan?
    var count = 0
    while index < lines.count, case .quote(let start) = Marker.of(lines[index], in: text) {
      if start < lines[index].text.upper {
        let inner = ByteSpan(start, lines[index].text.upper)
        span = span?.joined(with: inner) ?? inner
        count += 1
      } else if let complete = span {
        add(.quote, complete, indent: 0, lineCount: count)
        span = nil
        count = 0
      }
      index += 1
    }
    if let span { add(.quote, span, lineCount: count) }
    return index
  }

  private mutating func readTable(at index: Int) -> Int {
    let isPiped = Marker.of(lines[index], in: text) == .tableRow
    var end = index + 1
    while end < lines.count, !lines[end].isBlank,
      isPiped
        ? text.bytes[lines[end].text.lower] == UInt8(ascii: "|") : isTabbed(end) || isTabbed(end - 1) && hasTabs(end)
    {
      end += 1
    }
    let rows = lines[index..<end]
    add(
      .table, lines[index].text.joined(with: lines[end - 1].text), lineCount: rows.count,
      table: isPiped ? PipeTable(text: text).table(of: rows) : nil)
    return end
  }

  private func hasTabs(_ index: Int) -> Bool {
    let (bytes, span) = (text.bytes.span, lines[index].text)
    guard text.mayHold(.gap, in: span) else { return false }
    let start = bytes.next(from: span.lower, to: span.upper) { $0.controls }
    var number = 0
    for offset in start..<span.upper where bytes[offset] == 0x09 { number += 1 }
    return number >= 2
  }

  /// Two neighbouring lines with two tabs each are rows of a table.
  private func isTabbed(_ index: Int) -> Bool {
    lines[index].width < 2000 && hasTabs(index) && index + 1 < lines.count && !lines[index + 1].isBlank
      && hasTabs(index + 1)
  }

  private mutating func readItem(at index: Int, contentStart: Int) -> Int {
    let indent = lines[index].indent
    var span = ByteSpan(contentStart, lines[index].text.upper)
    var end = index + 1
    while end < lines.count, !lines[end].isBlank, Marker.of(lines[end], in: text) == .none {
      let line = lines[end]
      let isIndented = line.indent > indent
      let goesOn =
        !wrapped.endsWithStop(lines[end - 1].text) && lines[end - 1].width > 40
        && lines[end - 1].width <= WrappedLines.widestWrap && line.width <= WrappedLines.widestWrap
        && WrittenDate.parse(at: line.text.lower, upper: line.text.upper, in: text) == nil && !wrapped.isOfPage(line)
      guard isIndented || goesOn || Characters.isLower(text.scalar(at: line.text.lower).value) else { break }
      span = span.joined(with: line.text)
      end += 1
    }
    add(.bullet, span, indent: indent, lineCount: end - index)
    return end
  }

  private mutating func readText(at index: Int) -> Int {
    var end = index + 1
    while end < lines.count, !lines[end].isBlank, !isTabbed(end) {
      let marker = Marker.of(lines[end], in: text)
      if marker != .none && !isProse(marker, at: end, wrapped) { break }
      end += 1
    }
    let run = Array(lines[index..<end])
    if isListWithoutSigns(run, wrapped) {
      for line in run { add(.bullet, line.text, indent: line.indent) }
      return end
    }
    let underline = end < lines.count ? headingLevel(ofUnderline: lines[end]) : nil
    let ranges = wrapped.paragraphs(of: run)
    for (place, range) in ranges.enumerated() {
      let span = withoutStars(run[range.lowerBound].text.joined(with: run[range.upperBound - 1].text))
      let isLast = place == ranges.count - 1
      if isLast, let underline, range.count == 1, Headline.isTitleLike(span, in: text) {
        add(.heading, span, level: underline)
      } else if range.count <= 3, let bold = boldHeading(span) {
        add(.heading, bold, level: 0)
      } else {
        add(isCaption(span) ? .caption : .paragraph, span, indent: run[range.lowerBound].indent, lineCount: range.count)
      }
    }
    return end
  }

  /// Indented lines after a lead-in with a colon that all begin large and, but for the last, end without a stop.
  private func isListWithoutSigns(_ run: [Line], _ wrapped: WrappedLines) -> Bool {
    guard run.count > 1, let before = blocks.last, text.bytes[before.span.upper - 1] == UInt8(ascii: ":") else {
      return false
    }
    return run.allSatisfy { $0.indent > before.indent && Characters.isUpper(text.scalar(at: $0.text.lower).value) }
      && !run.dropLast().contains {
        wrapped.endsWithStop($0.text) || text.bytes[$0.text.upper - 1] == UInt8(ascii: ",")
      }
  }

  /// A dash or number that only happens to begin a line of wrapped prose.
  private func isProse(_ marker: Marker, at index: Int, _ wrapped: WrappedLines) -> Bool {
    switch marker {
    case .bullet:
      let value = text.scalar(at: lines[index].text.lower).value
      return Characters.isDash(value) && !wrapped.endsWithStop(lines[index - 1].text) && lines[index - 1].width > 30
        && !isOneOfItems(marker, value, at: index)
    case .number: return !wrapped.endsWithStop(lines[index - 1].text) && lines[index - 1].width > 30
    default: return false
    }
  }

  /// Whether an item begins large and the next line is another one with the same sign.
  private func isOneOfItems(_ marker: Marker, _ sign: UInt32, at index: Int) -> Bool {
    guard case .bullet(let start) = marker, !Characters.isLower(text.scalar(at: start).value), index + 1 < lines.count,
      case .bullet(let next) = Marker.of(lines[index + 1], in: text)
    else { return false }
    return text.scalar(at: lines[index + 1].text.lower).value == sign
      && !Characters.isLower(text.scalar(at: next).value)
  }

  private func headingLevel(ofUnderline line: Line) -> Int? {
    guard line.text.count > 2, Marker.of(line, in: text) == .separator else { return nil }
    let signs = text.bytes[line.text.range]
    if signs.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return signs.allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
  }

  /// Without a run of asterisks and a space at the start, with which blogs set off a remark.
  private func withoutStars(_ span: ByteSpan) -> ByteSpan {
    var start = span.lower
    while start < span.upper, text.bytes[start] == UInt8(ascii: "*") { start += 1 }
    guard start - span.lower >= 2, start < span.upper, Characters.isSpace(text.scalar(at: start).value) else {
      return span
    }
    return ByteSpan(text.skipSpace(from: start, to: span.upper), span.upper)
  }

  /// `**Only this**` on a line of its own.
  private func boldHeading(_ span: ByteSpan) -> ByteSpan? {
    guard span.count > 6, span.count < Headline.longest, text.starts(with: "**", at: span.lower),
      text.starts(with: "**", at: span.upper - 2)
    else { return nil }
    let inner = ByteSpan(span.lower + 2, span.upper - 2)
    guard !text.bytes[inner.range].contains(UInt8(ascii: "*")), Headline.isTitleLike(inner, in: text) else {
      return nil
    }
    return inner
  }

  /// Lines that belong to a picture: Markdown images, `Figure 2:`, `… Photo: Agency`.
  private func isCaption(_ span: ByteSpan) -> Bool {
    if text.starts(with: "![", at: span.lower) { return true }
    guard span.count < 700 else { return false }
    if Self.captions.begin(at: span.lower, in: text) { return true }
    if let digit = Self.figures.end(at: span.lower, in: text) {
      if digit + 1 < span.upper, Characters.isDigit(UInt32(text.bytes[digit])) {
        return text.bytes[digit..<min(digit + 4, span.upper)].contains { $0 == 0x3A || $0 == 0x2E }
      }
    }
    let end = ByteSpan(min(span.upper, max(span.lower + 1, span.upper - 48)), span.upper)
    return text.mayHold(.colon, in: end) && Self.credits.begin(in: end.range, of: text)
  }

  private static let captions: Prefixes = [
    "photo:", "photo by", "image:", "picture:", "caption:", "photo credit:", "(photo", "[photo", "[image",
  ]
  private static let figures: Prefixes = ["figure ", "fig. ", "chart ", "map "]
  private static let credits: Prefixes = ["photo: ", "(photo"]

  // MARK: Front matter

  /// Reads `---`, `key: value` lines, `---` at the head of the file, or `+++` with `key = value`; the index of the first
  /// line after it.
  private mutating func readFrontMatter() -> Int {
    guard let first = lines.firstIndex(where: { !$0.isBlank }), isFence(lines[first]) else { return 0 }
    let sign = text.bytes[lines[first].text.lower]
    var matter = FrontMatter(span: lines[first].text)
    for index in (first + 1)..<max(first + 1, min(lines.count, first + 80)) {
      if isFence(lines[index]), text.bytes[lines[index].text.lower] == sign {
        guard !matter.values.isEmpty else { return 0 }
        matter.span = matter.span.joined(with: lines[index].text)
        frontMatter = matter
        return index + 1
      }
      if let pair = pair(in: lines[index].text, sign: sign == UInt8(ascii: "+") ? UInt8(ascii: "=") : UInt8(ascii: ":"))
      {
        matter.values.append(pair)
      } else if !lines[index].isBlank, lines[index].indent == 0,
        text.bytes[lines[index].text.lower] != UInt8(ascii: "-"),
        text.bytes[lines[index].text.lower] != UInt8(ascii: "#")
      {
        return 0
      }
    }
    return 0
  }

  private func isFence(_ line: Line) -> Bool {
    line.text.count == 3
      && (text.starts(with: "---", at: line.text.lower) || text.starts(with: "+++", at: line.text.lower))
  }

  private func pair(in span: ByteSpan, sign: UInt8) -> (key: String, value: ByteSpan)? {
    guard let colon = text.bytes[span.range].firstIndex(of: sign), colon - span.lower <= 40 else { return nil }
    let key = text.trimmed(ByteSpan(span.lower, colon))
    guard !key.isEmpty,
      text.bytes[key.range].allSatisfy({ Characters.isWord(UInt32($0)) || $0 == 0x5F || $0 == 0x2D || $0 == 0x20 })
    else { return nil }
    var value = text.trimmed(ByteSpan(colon + 1, span.upper))
    if value.count >= 2, let quote = text.bytes[value.range].first, quote == 0x22 || quote == 0x27,
      text.bytes[value.upper - 1] == quote
    {
      value = ByteSpan(value.lower + 1, value.upper - 1)
    }
    return (text.lowercased(key), value)
  }
}
