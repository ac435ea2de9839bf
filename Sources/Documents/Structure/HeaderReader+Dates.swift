import IbidSource

/// Dates in lines that have no label for them.
extension HeaderReader {
  // MARK: Lines that say when the text was made

  /// The day at the end of a line that says when the text was made: `Ordered to be printed on 5 March 2024`, `Presented to
  /// Parliament by the Minister on 5 March 2024`.
  func datedEnd(of span: ByteSpan) -> PublishedDate? {
    guard span.count <= 160, text.holdsDigit(span) else { return nil }
    let words = text.words(in: span, limit: 28)
    // "Decision No 118/2024 of 5 March 2024"
    if let of = words.lastIndex(where: { text.isWord($0, "of") }), of > 1, of + 1 < words.count,
      words[of - 1].hasDigit, let date = day(at: words[of + 1].span.lower, ending: span)
    {
      return date
    }
    for place in words.indices.dropFirst().suffix(5) {
      guard let date = day(at: words[place].span.lower, ending: span) else { continue }
      let isOn = ["on", "this", "the"].contains(text.lowercased(words[place - 1].span))
      let verb = isOn ? place - 2 : place - 1
      let isMade = verb >= 0 && Self.makingVerbs.contains(text.lowercased(words[verb].span))
      return isMade || isOn && Self.makingVerbs.contains(text.lowercased(words[0].span)) ? date : nil
    }
    return nil
  }

  private func day(at offset: Int, ending span: ByteSpan) -> PublishedDate? {
    guard let date = WrittenDate.parse(at: offset, upper: span.upper, in: text), date.date.day != nil,
      span.upper - date.span.upper <= 1
    else { return nil }
    return date
  }

  private static let makingVerbs: Set<String> = [
    "printed", "tabled", "answered", "laid", "issued", "published", "posted", "adopted", "released", "made", "debated",
    "sitting", "delivered", "presented", "submitted", "approved", "signed", "transmitted", "circulated", "handed",
    "gazetted", "recorded", "done", "given", "dated",
  ]

  /// The day that a line begins with, where names or a note follow it: `May 16th, 2024 by Ann Lee in Harbours`,
  /// `6 May 2024, version 2`.
  func leadingDate(of span: ByteSpan) -> PublishedDate? {
    guard span.count <= 120, text.holdsDigit(span), !WrittenDate.endsWithStop(span, in: text),
      let date = WrittenDate.parse(at: span.lower, upper: span.upper, in: text), date.date.day != nil
    else { return nil }
    let words = text.words(in: ByteSpan(date.span.upper, span.upper), limit: 11)
    guard words.count <= 10, let first = words.first else { return nil }
    if first.span.lower == date.span.upper || isDayAndPlace(words) { return date }
    return Self.afterDates.contains(text.lowercased(first.span)) ? date : nil
  }

  private static let afterDates: Set<String> = [
    "by", "in", "at", "from", "posted", "version", "edition", "issue", "no", "updated", "published", "filed", "written",
    "under", "via", "vol", "volume", "page", "contact", "media", "press",
  ]

  // MARK: Dates that only stand there

  /// Where no line says it: a day in a line near the title, then one in the title, then "today" with its date in the text.
  ///
  /// Days behind "until", "by", "from" and the like are when something happens.
  func readLooseDates(_ header: Range<Int>, title: Int?, into evidence: inout Evidence) {
    guard !evidence.dates.contains(where: { $0.rank < 57 }) else { return }
    for (index, block) in zip(header, piece.blocks[header])
    where !evidence.furniture.contains(index) && block.kind != .table && block.span.count <= 160 {
      guard index == title || !WrittenDate.endsWithStop(block.span, in: text), let date = looseDate(in: block.span)
      else { continue }
      evidence.dates.append((index == title ? 63 : index > title ?? .max ? 57 : 59, date))
    }
    if let date = dayOverText(header) { evidence.dates.append((57, date)) }
    // "03 Jul" over "2024"
    for (block, next) in zip(piece.blocks[header], piece.blocks[header].dropFirst())
    where block.span.count <= 12 && next.span.count == 4 && text.holdsDigit(block.span) {
      if let date = WrittenDate.parse(at: block.span.lower, upper: next.span.upper, in: text), date.date.day != nil {
        evidence.dates.append((58, date))
      }
    }
    // "5" over "Mar" over "2024"
    for place in header.dropLast(2) where piece.blocks[place].span.count <= 2 {
      let (month, year) = (piece.blocks[place + 1].span, piece.blocks[place + 2].span)
      guard month.count <= 9, year.count == 4, text.holdsDigit(piece.blocks[place].span), text.holdsDigit(year) else {
        continue
      }
      if let date = WrittenDate.parse(at: piece.blocks[place].span.lower, upper: year.upper, in: text),
        date.date.day != nil
      {
        evidence.dates.append((58, date))
      }
    }
    for block in piece.head.prefix(20) where block.span.count <= 160 {
      if let date = looseDate(in: block.span, orMonth: true) { evidence.dates.append((64, date)) }
    }
    for block in piece.blocks[header.upperBound...].prefix(3) {
      if let date = today(in: block.span) { evidence.dates.append((66, date)) }
      if let date = ownDate(in: block.span) { evidence.dates.append((61, date)) }
    }
  }

  /// A day alone on its line among lists and buttons between the head and the text.
  private func dayOverText(_ header: Range<Int>) -> PublishedDate? {
    let rest = piece.blocks[min(header.upperBound, piece.blocks.endIndex)...].prefix(24)
    for block in rest {
      if RunningText.isProse(block, in: text) { return nil }
      if let date = MetaLine.dateLine(block.span, in: text), date.date.day != nil { return date }
    }
    return nil
  }

  private func looseDate(in span: ByteSpan, orMonth: Bool = false) -> PublishedDate? {
    guard text.holdsDigit(span), let date = WrittenDate.first(in: span, in: text, within: 160), date.date.month != nil,
      date.date.day != nil || orMonth
    else { return nil }
    let before = text.words(in: ByteSpan(span.lower, date.span.lower))
    // "Weekly digest, 11 to 15 March 2024", over a page of several items
    let isRange = orMonth && before.count > 1 && before[before.count - 2].hasDigit
    if let last = before.last, !isRange, Self.happening.contains(text.lowercased(last.span)) { return nil }
    // "Open: 5 March 2024 – 9 April 2024": a time, not a day.
    let behind = ByteSpan(date.span.upper, span.upper)
    return WrittenDate.first(in: behind, in: text, within: 12) == nil ? date : nil
  }

  private static let happening: Set<String> = [
    "until", "by", "before", "from", "since", "to", "till", "after", "between", "through", "due", "closing", "closes",
    "deadline", "effective", "expires", "starts", "begins", "ends", "ended", "ending", "opens", "next", "born",
    "opened",
    "closed", "starting", "heard", "valid",
  ]

  /// The day of a sentence in which the text tells of itself: `The Report was tabled in the Assembly on 5 March 2024.`
  private func ownDate(in span: ByteSpan) -> PublishedDate? {
    guard span.count <= 600, text.holdsDigit(span) else { return nil }
    for sentence in SentenceSplitter(text: text).sentences(in: span).prefix(4) where text.holdsDigit(sentence) {
      let words = text.words(in: sentence, limit: 28)
      guard words.count > 5, ["the", "this", "below"].contains(text.lowercased(words[0].span)),
        let verb = words.prefix(9).firstIndex(where: { Self.makingVerbs.contains(text.lowercased($0.span)) }),
        verb >= 2, words[1..<verb].contains(where: Self.ownNouns.contains)
      else { continue }
      // "The speech made by Ann Lee in Dover on 5 March 2024."
      let isSpoken = words[1..<verb].contains(where: Self.spokenNouns.contains)
      guard isSpoken || words[1..<verb].contains(where: Self.copulas.contains) else { continue }
      for (on, next) in zip(words[verb...], words[(verb + 1)...]) where text.isWord(on, "on") {
        if let date = WrittenDate.parse(at: next.span.lower, upper: sentence.upper, in: text), date.date.day != nil {
          return date
        }
      }
    }
    return nil
  }

  private static let ownNouns: WordHashes = [
    "report", "paper", "statement", "document", "judgment", "release", "decision", "opinion", "notice", "bulletin",
    "speech", "remarks", "address", "text", "transcript",
  ]
  private static let spokenNouns: WordHashes = ["speech", "remarks", "address", "statement"]
  private static let copulas: WordHashes = ["was", "were", "is", "been"]

  /// The date beside "today": `The board today, 5 March 2024, …`, `today (5 March 2024)`.
  private func today(in span: ByteSpan) -> PublishedDate? {
    guard text.holdsDigit(span) else { return nil }
    for word in text.words(in: span, limit: 120) where word.span.count == 5 && text.lowercased(word.span) == "today" {
      var next = word.span.upper
      while next < span.upper, [0x20, 0x2C, 0x28, 0x0A].contains(text.bytes[next]) { next += 1 }
      if let date = WrittenDate.parse(at: next, upper: span.upper, in: text), date.date.day != nil { return date }
    }
    return nil
  }
}

extension WrittenDate {
  fileprivate static func endsWithStop(_ span: ByteSpan, in view: TextView) -> Bool {
    WrappedLines(text: view).endsWithStop(span)
  }
}
