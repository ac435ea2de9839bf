import IbidSource

/// The day of a dispatch whose head leaves out the year: `DOVER, March 5 (Wire) --`, as agencies write it.
extension HeaderReader {
  /// The year is the last that the text names, or the one after it, if the day of the week that its beginning names falls
  /// on that day or on the one before it.
  func dispatchDate(from start: Int) -> PublishedDate? {
    guard start < piece.blocks.endIndex, let head = Dateline.dayWithoutYear(piece.blocks[start].span, in: text),
      let weekday = firstWeekday(from: start, behind: head.span.upper), let year = lastYear(from: start)
    else { return nil }
    for year in [year, year + 1] {
      guard let date = PartialDate(year: year, month: head.month, day: head.day), let day = date.weekday else {
        continue
      }
      if day == weekday || (day + 6) % 7 == weekday { return PublishedDate(date: date, span: head.span) }
    }
    return nil
  }

  /// The first day of the week that the beginning of the text names, 0 for Monday.
  private func firstWeekday(from start: Int, behind offset: Int) -> Int? {
    for block in piece.blocks[start...].prefix(3) {
      let words = text.words(
        in: ByteSpan(max(block.span.lower, min(offset, block.span.upper)), block.span.upper), limit: 90)
      for (place, word) in words.enumerated() where Characters.isUpper(text.scalar(at: word.span.lower).value) {
        guard let day = WrittenDate.weekdayNumber(text.lowercased(word.span)) else { continue }
        if place > 0, Self.otherWeeks.contains(words[place - 1]) { return nil }
        return day
      }
    }
    return nil
  }

  private static let otherWeeks: WordHashes = ["last", "next", "every", "each", "by", "until", "a"]

  /// The last year that the text names and does not look ahead to.
  private func lastYear(from start: Int) -> Int? {
    var last: Int?
    for block in piece.blocks[start...].prefix(40) where text.holdsDigit(block.span) {
      let words = text.words(in: block.span)
      for (place, word) in words.enumerated() where word.hasDigit && word.span.count == 4 {
        guard let year = Int(text.string(word.span)), (1950...2099).contains(year),
          place == 0 || !Self.deadlines.contains(words[place - 1])
        else { continue }
        last = max(last ?? year, year)
      }
    }
    return last
  }

  private static let deadlines: WordHashes = ["by", "until", "till", "to", "through", "before", "after", "for"]
}

extension Dateline {
  /// `DOVER, March 5 (Wire) --`, `Dover, 5 March –`: month and day at the head of a dispatch without a year.
  static func dayWithoutYear(_ span: ByteSpan, in view: TextView) -> (month: Int, day: Int, span: ByteSpan)? {
    let head = ByteSpan(span.lower, min(span.upper, span.lower + 110))
    let words = view.words(in: head, limit: 14)
    for place in words.indices.dropFirst() {
      guard let month = WrittenDate.month(view.string(words[place].span)) else { continue }
      for (number, last) in [(place + 1, place + 1), (place - 1, place)] where words.indices.contains(number) {
        guard let day = Int(view.string(words[number].span)), (1...31).contains(day),
          PartialDate(year: 2024, month: month, day: day) != nil
        else { continue }
        let (first, end) = (words[min(number, place)].span.lower, words[last].span.upper)
        var line = Dateline()
        guard line.endsHead(behind: end, head, view), isPlace(ByteSpan(head.lower, first), view) else { continue }
        return (month, day, ByteSpan(first, end))
      }
    }
    return nil
  }

  /// A dash, with or without the name of an agency in brackets before it.
  private mutating func endsHead(behind end: Int, _ head: ByteSpan, _ view: TextView) -> Bool {
    let sign = view.skipSpace(
      from: end + (end < head.upper && view.bytes[end] == UInt8(ascii: ".") ? 1 : 0), to: head.upper)
    return Self.endsWithDash(readAgency(from: sign, head, view), head, view)
  }
}
