import IbidSource

/// Pages that were copied without blank lines, and lines that end as they stand.
extension WrappedLines {
  /// Whether each line of a long run stands for itself, as on a page that was copied without blank lines: several are whole
  /// paragraphs, and hardly a sentence goes on in the next line.
  func holdsWholeParagraphs(_ lines: [Line]) -> Bool {
    guard pageWidth > Self.widestWrap, lines.count >= 8, !hasColumns(lines),
      lines.count(where: { $0.width > Self.widestWrap && endsWithStop($0.text) }) >= 2
    else { return false }
    let broken = zip(lines, lines.dropFirst()).count { line, next in
      (40...Self.widestWrap).contains(line.width) && !endsWithStop(line.text)
        && Characters.isLower(text.scalar(at: next.text.lower).value)
    }
    return broken < 3
  }

  /// Whether a line breaks off, or the next begins as none does: links stand on lines of their own on such pages.
  func goesOn(_ line: Line, in next: Line) -> Bool {
    let first = text.scalar(at: next.text.lower).value
    if Characters.isLower(first) || [0x2C, 0x2E, 0x3B, 0x29].contains(first) { return true }
    guard !endsWithStop(line.text), let last = text.words(in: line.text).last else { return false }
    return text.bytes[line.text.upper - 1] == UInt8(ascii: ",")
      || last.span.upper == line.text.upper && Self.leadsOn.contains(last)
  }

  /// `For immediate release: Six blue bicycles lent` above a text: a label with its title, which had room for the next word.
  func isLabelledTitle(_ line: Line, _ next: Line, _ width: Int) -> Bool {
    guard line.width + 1 + firstWordWidth(next) <= width, Characters.isUpper(text.scalar(at: next.text.lower).value),
      let prefix = Headline.prefix(of: line.text, in: text), let last = text.words(in: prefix.rest).last
    else { return false }
    return text.words(in: prefix.rest, limit: 4).count == 4 && !Self.leadsOn.contains(last)
  }
}
