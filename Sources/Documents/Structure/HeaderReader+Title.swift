import IbidSource

/// What a line may hold beside the title, and titles that names of bodies make.
extension HeaderReader {
  /// Without the place and the day at the other end of its line, or before it: `SIX BLUE BICYCLES    Dover, 5 March`,
  /// `GENEVA (Quay News) 5 March 2024 -- Six blue bicycles`. The year may be that of the page.
  func readPlaceAndDay(behind line: ByteSpan, into evidence: inout Evidence) -> ByteSpan {
    if let gap = line.range.last(where: { text.starts(with: "  ", at: $0) }) {
      let (rest, end) = (text.trimmed(ByteSpan(line.lower, gap)), text.trimmed(ByteSpan(gap, line.upper)))
      guard end.count <= 40, text.words(in: rest, limit: 3).count == 3,
        let date = MetaLine.dateLine(end, in: text) ?? dayWithoutYear(in: end)
      else { return line }
      evidence.dates.append((13, date))
      return rest
    }
    guard text.holdsDigit(line), let dateline = Dateline.parse(line, in: text), let date = dateline.date,
      let dash = (date.span.upper..<min(line.upper, date.span.upper + 30)).first(where: {
        Characters.isDash(text.scalar(at: $0).value)
      })
    else { return line }
    var start = dash
    while start < line.upper, case (let value, let width) = text.scalar(at: start),
      Characters.isDash(value) || Characters.isSpace(value)
    {
      start += width
    }
    let rest = ByteSpan(min(start, line.upper), line.upper)
    guard text.words(in: rest, limit: 4).count == 4 else { return line }
    evidence.dates.append((13, date))
    // The name in brackets stands before the date or behind it.
    let before = text.bytes[line.lower..<date.span.lower]
    if let open = before.firstIndex(of: UInt8(ascii: "(")), let close = before.lastIndex(of: UInt8(ascii: ")")),
      open + 4 < close, MetaLine.isNames(ByteSpan(open + 1, close), in: text)
    {
      evidence.issuers.append((41, ByteSpan(open + 1, close)))
    } else if let agency = dateline.agency, dateline.namesAgency {
      evidence.issuers.append((41, agency))
    }
    return rest
  }

  /// `Dover, 5 March` in an item of a page whose date is known.
  private func dayWithoutYear(in span: ByteSpan) -> PublishedDate? {
    let words = text.words(in: span, limit: 6)
    guard words.count >= 2, let page = pageDate() else { return nil }
    for (first, second) in zip(words, words.dropFirst()) {
      for (day, month) in [(first, second), (second, first)]
      where day.hasDigit && day.span.count <= 2 && second.span.upper == span.upper {
        if let number = Int(text.string(day.span)), let month = WrittenDate.month(text.string(month.span)),
          let year = page.date.year as Int?, let date = PartialDate(year: year, month: month, day: number)
        {
          return PublishedDate(date: date, span: ByteSpan(first.span.lower, second.span.upper))
        }
      }
    }
    return nil
  }

  /// The date over a page of several items.
  private func pageDate() -> PublishedDate? {
    for block in piece.head.prefix(20) where block.span.count <= 160 && text.holdsDigit(block.span) {
      if let date = WrittenDate.first(in: block.span, in: text, within: 80), date.date.day != nil { return date }
    }
    return nil
  }

  /// A committee on something: what the record of its sitting is called.
  func isSitting(_ span: ByteSpan) -> Bool {
    Organisations.isName(span, in: text)
      && zip(text.words(in: span, limit: 9), text.words(in: span, limit: 9).dropFirst()).contains { noun, link in
        ["committee", "inquiry", "commission"].contains(text.lowercased(noun.span))
          && ["on", "into", "for"].contains(text.lowercased(link.span))
      }
  }

  /// A title that goes on with its day and is the only line that could be one: `Ferry update – 5 March 2024`,
  /// `Situation report` over `As at 5 March 2024`.
  func isTitleBeforeDay(_ line: ByteSpan) -> Bool {
    let date = text.holdsDigit(line) ? WrittenDate.first(in: line, in: text, within: 120) : nil
    let name = text.words(in: ByteSpan(line.lower, date?.span.lower ?? line.upper), limit: 12)
    return (2...11).contains(name.count) && Characters.isUpper(text.scalar(at: line.lower).value)
      && MetaLine.parse(line, in: text) == nil && name.contains(where: Self.issues.contains)
  }

  /// What comes out again and again, told apart by its day.
  private static let issues: WordHashes = [
    "update", "updates", "report", "bulletin", "digest", "newsletter", "briefing", "summary", "minutes", "review",
    "statement", "transcript", "brief", "dashboard", "factsheet", "snapshot", "overview", "roundup", "alert",
    "forecast",
    "outlook", "agenda", "communiqué", "communique", "sitrep",
  ]
}
