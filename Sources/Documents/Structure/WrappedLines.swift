import IbidSource

/// Decides which neighbouring lines are one paragraph broken by hand or by a mail program, and which are paragraphs of
/// their own.
///
/// A line was broken when the next word did not fit, so a short line that ends a sentence ends the paragraph. Long lines
/// are never joined.
struct WrappedLines: Sendable {
  let text: TextView

  /// Characters; no one wraps wider by hand.
  static let widestWrap = 130
  /// Lines of a letterhead are shorter than this, all of them.
  static let letterheadWidth = 45

  /// Cuts a run of lines without blank lines or markers into paragraphs; ranges of indices of `lines`.
  func paragraphs(of lines: [Line]) -> [Range<Int>] {
    guard lines.count > 1 else { return lines.isEmpty ? [] : [0..<1] }
    let width = lines.map(\.width).filter { $0 <= Self.widestWrap }.max() ?? 0
    if isLetterhead(lines) || isLinePerParagraph(lines) { return lines.indices.map { $0..<($0 + 1) } }
    var found: [Range<Int>] = []
    var start = 0
    for index in 1..<lines.count {
      let isFirst = index == 1
      if endsParagraph(lines[index - 1], before: lines[index], width: width, isFirst: isFirst, lineCount: lines.count) {
        found.append(start..<index)
        start = index
      }
    }
    found.append(start..<lines.count)
    return found
  }

  private func endsParagraph(_ line: Line, before next: Line, width: Int, isFirst: Bool, lineCount: Int) -> Bool {
    if next.beginsRepeat || line.width > Self.widestWrap || next.width > Self.widestWrap { return true }
    if MetaLine.isLabelled(next.text, in: text) { return true }
    if MetaLine.bareLabel(next.text, in: text) != nil || MetaLine.bareLabel(line.text, in: text) != nil { return true }
    let first = text.scalar(at: next.text.lower).value
    let isShort = line.width + 1 + firstWordWidth(next) <= width
    if endsWithStop(line.text) {
      let isBeforeLeadIn =
        text.bytes[next.text.upper - 1] == UInt8(ascii: ":") && Characters.isUpper(first) && next.width < width
      return isShort || isBeforeLeadIn || Characters.isQuote(first) && !Characters.isCloser(first)
        || next.indent > line.indent + 1
    }
    if MetaLine.isLabelled(line.text, in: text) { return Characters.isUpper(first) && isShort }
    return isFirst && lineCount > 2 && Characters.isUpper(first) && line.width + 4 + firstWordWidth(next) <= width
      && Headline.isTitleLike(line.text, in: text)
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

  /// Short lines that all begin large and end without a stop: names, offices, a date.
  private func isLetterhead(_ lines: [Line]) -> Bool {
    lines.allSatisfy { line in
      let first = text.scalar(at: line.text.lower).value
      return line.width <= Self.letterheadWidth && (Characters.isUpper(first) || Characters.isDigit(first))
        && !endsWithStop(line.text) && text.bytes[line.text.upper - 1] != UInt8(ascii: ",")
    }
  }

  /// Three or more lines of which each ends a sentence.
  private func isLinePerParagraph(_ lines: [Line]) -> Bool {
    lines.count > 2 && lines.allSatisfy { endsWithStop($0.text) }
  }

  private func firstWordWidth(_ line: Line) -> Int {
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
