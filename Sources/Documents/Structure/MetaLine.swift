import IbidSource

/// A line that says something about the text rather than being part of it: `Published: 18.4.2024`, `From: Home Office`,
/// `By Jane Smith`, `Photo: …`.
enum MetaLine {
  enum Role: Sendable {
    case published, delivered, issuer, byline, place
    /// When the text was last changed.
    case updated
    /// Until when it was to be kept back.
    case embargo
    /// Which days a report tells of.
    case period
    /// The subject of a mail.
    case title
    /// The number of a release or file.
    case reference
    /// Contacts, photo credits, tags and whatever else is no heading.
    case other
  }

  /// A label and what stands after it.
  struct Labelled {
    var role: Role
    var value: ByteSpan
    /// With a colon after the label, not only a space.
    var hasColon: Bool
  }

  static func isLabelled(_ span: ByteSpan, in view: TextView) -> Bool { parse(span, in: view) != nil }

  /// A short label of any sort, a colon and a value: `Status: Open`, `Matter number: 0417`.
  ///
  /// A title may look like that ("Ports: a new rule"), so it means something only beside other such lines.
  static func isField(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 160,
      let colon = view.first(UInt8(ascii: ":"), in: ByteSpan(span.lower, min(span.upper, span.lower + 34))),
      colon + 1 < span.upper, Characters.isSpace(view.scalar(at: colon + 1).value),
      Characters.isUpper(view.scalar(at: span.lower).value)
    else { return false }
    return view.words(in: ByteSpan(span.lower, colon), limit: 5).count <= 4
  }

  /// The role of a line that is a label and nothing else, so that the next line is its value: `Published`, `From:`.
  static func bareLabel(_ span: ByteSpan, in view: TextView) -> Role? {
    guard span.count <= 24, !span.isEmpty else { return nil }
    // Pages set "by" over a name in small letters.
    let bytes = view.bytes[span.range]
    if bytes.elementsEqual("by".utf8) || bytes.elementsEqual("by:".utf8) { return .byline }
    guard Characters.isUpper(view.scalar(at: span.lower).value) else { return nil }
    var inner = span
    if view.bytes[inner.upper - 1] == UInt8(ascii: ":") { inner = view.trimmed(ByteSpan(inner.lower, inner.upper - 1)) }
    if let kind = Headline.leadingLabel(at: inner.lower, upper: inner.upper, in: view), kind.end == inner.upper {
      return nil
    }
    return labels.matches(at: inner, in: view).first { $0.end == inner.upper }?.meaning
  }

  /// Reads a line as label and value; nil for other lines.
  ///
  /// Without a colon only a date may follow ("Published 14 October 2024"), or names after "By".
  static func parse(_ line: ByteSpan, in view: TextView) -> Labelled? {
    guard line.count <= 400 else { return nil }
    return view.reading(.isLabelled, of: line) { labelled(line, view) }
  }

  private static func labelled(_ line: ByteSpan, _ view: TextView) -> Labelled? {
    let span = unwrapped(line, in: view)
    // "**Date:** 5 March 2024"
    let isBold = span.count > 6 && view.starts(with: "**", at: span.lower)
    let inner = isBold ? ByteSpan(span.lower + 2, span.upper) : span
    for label in labels.matches(at: inner, in: view) {
      let role = label.meaning
      if isBold {
        guard let start = behindBold(label.end, span.upper, in: view) else { continue }
        let value = view.trimmed(ByteSpan(start, span.upper))
        return Labelled(role: role == .reference ? .other : role, value: value, hasColon: true)
      }
      var offset = view.skipSpace(from: label.end, to: span.upper)
      guard offset < span.upper else { continue }
      if role == .reference, view.bytes[offset] == UInt8(ascii: ".") {
        offset = view.skipSpace(from: offset + 1, to: span.upper)
      }
      guard offset < span.upper else { continue }
      let hasSpace = offset > label.end
      if view.bytes[offset] == UInt8(ascii: ":") {
        offset = view.skipSpace(from: offset + 1, to: span.upper)
        let value = view.trimmed(ByteSpan(offset, span.upper))
        return Labelled(role: role == .reference ? .other : role, value: value, hasColon: true)
      }
      let isLarge = Characters.isUpper(view.scalar(at: span.lower).value)
      guard hasSpace,
        role == .byline || isLarge || role == .published && dateLine(ByteSpan(offset, span.upper), in: view) != nil
      else { continue }
      let value = view.trimmed(ByteSpan(offset, span.upper))
      switch role {
      case .published, .delivered, .updated, .embargo:
        // A time may stand before the date: "Embargoed until 00:01 Tuesday 5 March 2024".
        // "Issued at 0600 local time Sunday 4 March 2024"
        let timed = view.starts(with: "at ", at: value.lower) ? WrittenDate.first(in: value, in: view, within: 30) : nil
        let start = timed?.span.lower ?? afterTime(value, in: view)
        if let date = WrittenDate.parse(at: start, upper: value.upper, in: view), span.upper - date.span.upper <= 36 {
          return Labelled(role: role, value: value, hasColon: false)
        }
      case .issuer:
        if view.starts(with: "from ", at: span.lower), Organisations.isName(value, in: view) {
          return Labelled(role: role, value: value, hasColon: false)
        }
      case .reference:
        let number = view.words(in: value, limit: 6)
        if number.count <= 5, number.contains(where: \.hasDigit), !view.bytes[value.range].contains(0x20) {
          return Labelled(role: .other, value: value, hasColon: false)
        }
      case .byline:
        if view.starts(with: "posted by", at: span.lower), WrittenDate.first(in: value, in: view, within: 60) != nil {
          return Labelled(role: role, value: value, hasColon: false)
        }
        if isNames(namesOnly(value, in: view), in: view, mostWords: 14) {
          return Labelled(role: role, value: value, hasColon: false)
        }
      default: break
      }
    }
    return ownLabel(span, in: view)
  }

  /// Behind the colon and the asterisks that close a label in bold letters, in either order.
  private static func behindBold(_ end: Int, _ upper: Int, in view: TextView) -> Int? {
    for close in [":**", "**:"] where view.starts(with: close, at: end) && end + close.utf8.count <= upper {
      return end + close.utf8.count
    }
    return nil
  }

  /// A label in words of its own that ends as labels of dates do: `Outcome published: 17 November 2023`, `Recall date: …`.
  private static func ownLabel(_ span: ByteSpan, in view: TextView) -> Labelled? {
    guard let colon = view.first(UInt8(ascii: ":"), in: ByteSpan(span.lower, min(span.upper, span.lower + 34))),
      colon + 1 < span.upper, Characters.isUpper(view.scalar(at: span.lower).value),
      view.holdsDigit(ByteSpan(colon, span.upper))
    else { return nil }
    let label = view.words(in: ByteSpan(span.lower, colon), limit: 5).map { view.lowercased($0.span) }
    guard (2...4).contains(label.count), let last = label.last,
      datingWords.contains(last) || label[0] == "date" && label[1] == "of", !label.contains(where: happenings.contains)
    else { return nil }
    let value = view.trimmed(ByteSpan(colon + 1, span.upper))
    guard WrittenDate.parse(at: afterTime(value, in: view), upper: value.upper, in: view) != nil else { return nil }
    return Labelled(role: .delivered, value: value, hasColon: true)
  }

  /// The names of a byline without the date after them: `Media Team on 7 November 2024`.
  private static func namesOnly(_ value: ByteSpan, in view: TextView) -> ByteSpan {
    guard let date = WrittenDate.first(in: value, in: view, within: 60, shortYears: true), date.span.lower > value.lower
    else { return value }
    // A time may stand before the date.
    let digit = value.range.first { Characters.isDigit(UInt32(view.bytes[$0])) } ?? date.span.lower
    var end = min(digit, date.span.lower)
    while end > value.lower, case (let sign, let width) = view.scalar(before: end),
      Characters.isSpace(sign) || Characters.isDash(sign) || [0x2C, 0x7C, 0xB7, 0x2022].contains(sign)
    {
      end -= width
    }
    if end - 3 > value.lower, view.starts(with: " on", at: end - 3) { end -= 3 }
    return view.trimmed(ByteSpan(value.lower, end))
  }

  /// Where a date may start in a value: after a time of day, and after "on".
  private static func afterTime(_ value: ByteSpan, in view: TextView) -> Int {
    var start = value.lower
    if let end = ClockTime.end(at: start, upper: value.upper, in: view) { start = end }
    while start < value.upper, case let byte = view.bytes[start],
      byte == 0x20 || byte == 0x2C || byte == 0x7C || byte == 0x2D
    {
      start += 1
    }
    for words in leads where view.starts(with: words, at: start) {
      start = view.skipSpace(from: start + words.utf8.count, to: value.upper)
    }
    return start
  }

  private static let leads = ["on ", "of ", "dated ", "this ", "the "]

  /// One to eight capitalised words, small ones such as "of" and "and" between them; the line ends without a stop.
  static func isNames(_ span: ByteSpan, in view: TextView, mostWords: Int = 8) -> Bool {
    let words = view.words(in: span, limit: mostWords + 1)
    guard !words.isEmpty, words.count <= mostWords, span.count <= 12 * mostWords,
      let last = view.bytes[span.range].last,
      last != UInt8(ascii: "."), last != UInt8(ascii: "?")
    else { return false }
    var capitals = 0
    for word in words {
      if Characters.isUpper(view.scalar(at: word.span.lower).value) {
        capitals += 1
      } else if word.hasDigit || !small.contains(word) {
        return false
      }
    }
    return capitals > 0 && Characters.isUpper(view.scalar(at: words[0].span.lower).value)
  }

  /// A date alone, with or without a place or a time before it: `12 August 2024`, `Brussels, 5 March 2024`, `13:45 25/03/2024`.
  static func dateLine(_ line: ByteSpan, in view: TextView) -> PublishedDate? {
    guard line.count <= 80 else { return nil }
    return view.reading(.isDateLine, of: line) { view.holdsDigit(line) ? dateAlone(line, view) : nil }
  }

  private static func dateAlone(_ line: ByteSpan, _ view: TextView) -> PublishedDate? {
    let span = unwrapped(line, in: view)
    if let date = date(at: span.lower, endingLine: span, in: view) { return date }
    // "11.07.24" begins like a time of day, too.
    let start = afterTime(span, in: view)
    if start > span.lower, let date = date(at: start, endingLine: span, in: view) { return date }
    for offset in span.range where view.bytes[offset] == UInt8(ascii: ",") {
      let start = afterLeadIn(from: offset + 1, to: span.upper, view)
      if let date = WrittenDate.parse(at: start, upper: span.upper, in: view), endsLine(date.span.upper, span, view),
        isNames(withoutNumber(ByteSpan(span.lower, offset), in: view), in: view)
      {
        return date
      }
    }
    return nil
  }

  private static func date(at start: Int, endingLine span: ByteSpan, in view: TextView) -> PublishedDate? {
    WrittenDate.parse(at: start, upper: span.upper, in: view, shortYears: true).flatMap {
      endsLine($0.span.upper, span, view) ? $0 : nil
    }
  }

  /// Without brackets or signs of emphasis around the whole, and without a bar before it.
  private static func unwrapped(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    var inner = span
    while inner.count > 2 {
      switch (view.bytes[inner.lower], view.bytes[inner.upper - 1]) {
      case (0x28, 0x29), (0x5B, 0x5D), (0x2A, 0x2A), (0x5F, 0x5F):
        inner = view.trimmed(ByteSpan(inner.lower + 1, inner.upper - 1))
      case (0x7C, _): inner = view.trimmed(ByteSpan(inner.lower + 1, inner.upper))
      default: return inner
      }
    }
    return inner.isEmpty ? span : inner
  }

  /// Without the number at the end of `Issue 12` and `Episode No. 3`.
  private static func withoutNumber(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    let words = view.words(in: span, limit: 4)
    guard (2...3).contains(words.count), let last = words.last, last.hasDigit, last.span.count <= 4 else { return span }
    return ByteSpan(span.lower, words[words.count - 2].span.upper)
  }

  /// After white space and words that lead to a date: "dated the 5th March", "den 5. März", "le 5 mars".
  private static func afterLeadIn(from offset: Int, to upper: Int, _ view: TextView) -> Int {
    var start = view.skipSpace(from: offset, to: upper)
    for words in dayLeads where view.starts(with: words, at: start) {
      start = view.skipSpace(from: start + words.utf8.count, to: upper)
    }
    return start
  }

  private static let dayLeads = ["dated ", "the ", "den ", "le ", "on "]

  /// Nothing after the date but a stop, a time of day, or the same day in brackets or by another calendar.
  private static func endsLine(_ end: Int, _ span: ByteSpan, _ view: TextView) -> Bool {
    var rest = view.trimmed(ByteSpan(end, span.upper))
    if rest.count <= 1 { return true }
    if view.bytes[rest.lower] == UInt8(ascii: "("), view.bytes[rest.upper - 1] == UInt8(ascii: ")") {
      let inner = ByteSpan(rest.lower + 1, rest.upper - 1)
      return rest.count <= 24 && (view.holdsDigit(inner) || WrittenDate.isWeekday(view.lowercased(inner)))
    }
    if view.bytes[rest.lower] == UInt8(ascii: "/") { return rest.count <= 32 && rest.lower > end }
    while !rest.isEmpty,
      case let value = view.scalar(at: rest.lower).value,
      value == 0x2C || value == 0x2D || value == 0x7C || value == 0x40 || value == 0xB7 || Characters.isDash(value)
    {
      rest = view.trimmed(ByteSpan(rest.lower + view.scalar(at: rest.lower).width, rest.upper))
    }
    let last = view.words(in: rest, limit: 3)
    if last.count == 2, last[1].hasDigit, view.isWord(last[0], "page") || view.isWord(last[0], "p") { return true }
    for word in ["at ", "um ", "à "] where view.starts(with: word, at: rest.lower) {
      rest = view.trimmed(ByteSpan(rest.lower + word.utf8.count, rest.upper))
    }
    guard let time = ClockTime.end(at: rest.lower, upper: rest.upper, in: view) else { return false }
    return rest.upper - time <= 1
  }

  /// Small words inside names.
  static let small: WordHashes = [
    "of", "and", "the", "for", "in", "de", "la", "von", "van", "der", "den", "di", "da", "del", "le", "al", "bin", "s",
    "on", "to",
    "at", "with", "für", "und", "des", "du", "et", "y",
  ]
}
