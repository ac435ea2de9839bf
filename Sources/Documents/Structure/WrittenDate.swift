import IbidSource

/// Reads a date as press offices write it: `5 March 2024`, `March 5, 2024`, `05/03/2024`, `18.4.2024`, `2024-03-05`,
/// `5th of March 2024`, `Mar. 5, 2024`, `March 2024`, each with or without a weekday before it.
enum WrittenDate {
  /// The date that starts at an offset; nil when none does. A bare year is no date here.
  ///
  /// Of `05/03/2024` only the year is certain, unless a weekday before it or other signs in the text show which number is
  /// the month (`DayOrder`); `25/03/2024` is clear. With full stops the day comes first. Names of months may be those of other languages,
  /// too.
  ///
  /// `shortYears` lets `5/3/24` be one, for places where a date is to be expected.
  static func parse(at offset: Int, upper: Int, in view: TextView, shortYears: Bool = false) -> PublishedDate? {
    guard offset < upper, mayStart(at: offset, in: view) else { return nil }
    var cursor = Cursor(view: view, offset: offset, upper: upper)
    var weekday: Int?
    if let word = cursor.letters()?.lowercased(), word.count >= 3,
      isWeekday(word) || MonthNames.foreignWeekdays.contains(word)
    {
      weekday = weekdays.firstIndex(of: String(word.prefix(3)))
      cursor.skip(", \u{A0}.")
    } else {
      cursor.offset = offset
    }
    let start = cursor.offset
    if let number = cursor.number() { return numbered(number, cursor, start: start, weekday: weekday, shortYears) }
    guard let name = cursor.letters(), let month = month(name) else { return nil }
    // "March, 5 2024" as well.
    cursor.skip("., \u{A0}")
    let beforeDay = cursor.offset
    if let day = cursor.number(), day.digits <= 2 {
      cursor.ordinal()
      let hasGap = cursor.skip(", \u{A0}")
      if hasGap, let year = cursor.year(), let date = PartialDate(year: year, month: month, day: day.value) {
        return PublishedDate(date: date, span: ByteSpan(start, cursor.offset))
      }
    }
    cursor.offset = beforeDay
    cursor.skip(", \u{A0}")
    guard let year = cursor.year(), let date = PartialDate(year: year, month: month) else { return nil }
    return PublishedDate(date: date, span: ByteSpan(start, cursor.offset))
  }

  private static func numbered(_ first: Cursor.Number, _ from: Cursor, start: Int, weekday: Int?, _ shortYears: Bool)
    -> PublishedDate?
  {
    var cursor = from
    func made(_ date: PartialDate?) -> PublishedDate? {
      date.map { PublishedDate(date: $0, span: ByteSpan(start, cursor.offset)) }
    }
    if first.digits == 4 {
      guard cursor.take(Cursor.hyphen) || cursor.take(Cursor.slash), let month = cursor.number(), month.digits == 2
      else { return nil }
      let end = cursor.offset
      if cursor.take(Cursor.hyphen) || cursor.take(Cursor.slash), let day = cursor.number(), day.digits == 2 {
        return made(PartialDate(year: first.value, month: month.value, day: day.value))
      }
      cursor.offset = end
      return made(PartialDate(year: first.value, month: month.value))
    }
    guard first.digits <= 2 else { return nil }
    let afterFirst = cursor
    if let sign = cursor.takeSeparator() {
      if let second = cursor.number(), second.digits <= 2, cursor.take(sign),
        let year = cursor.year() ?? (shortYears && sign != Cursor.hyphen ? cursor.shortYear() : nil)
      {
        // Hyphens are no American custom.
        let written = cursor.view.dayOrder
        let order = sign == Cursor.stop || sign == Cursor.hyphen && written == .unknown ? .dayFirst : written
        return made(dayOf(weekday, first.value, second.value, year) ?? clear(first.value, second.value, year, order))
      }
      if sign == Cursor.slash { return nil }
      // "5-March-2024" and "5. March 2024" go on with a name.
      if sign == Cursor.hyphen { cursor = afterFirst }
    }
    cursor.ordinal()
    cursor.skip(" \u{A0}-")
    // Most numbers are none of a date: what follows begins like no month, "of", "de" or "day".
    guard cursor.offset < cursor.upper,
      mayStart(at: cursor.offset, in: cursor.view) || [0x6F, 0x64].contains(cursor.view.bytes[cursor.offset])
    else { return nil }
    var name = cursor.letters()
    for word in ["day", "of", "de"] where name == word {
      cursor.skip(" \u{A0}")
      name = cursor.letters()
    }
    // "5 november 2024", as Dutch and Swedish pages write it; a year must follow.
    guard let name, let month = month(name) ?? MonthNames.foreign[name.lowercased()] ?? smallMonth(name) else {
      return nil
    }
    cursor.skip("., \u{A0}-")
    let afterMonth = cursor.offset
    if cursor.letters() == "de" { cursor.skip(" ") } else { cursor.offset = afterMonth }
    guard let year = cursor.year() else { return nil }
    return made(PartialDate(year: year, month: month, day: first.value))
  }

  /// The reading of two numbers that falls on the weekday written before them, if only one does.
  private static func dayOf(_ weekday: Int?, _ first: Int, _ second: Int, _ year: Int) -> PartialDate? {
    guard let weekday else { return nil }
    let readings = [
      PartialDate(year: year, month: second, day: first), PartialDate(year: year, month: first, day: second),
    ].compactMap { $0 }.filter { $0.weekday == weekday }
    return readings.count == 1 || readings.first == readings.last ? readings.first : nil
  }

  private static func clear(_ first: Int, _ second: Int, _ year: Int, _ order: DayOrder) -> PartialDate? {
    if order == .monthFirst, first <= 12 { return PartialDate(year: year, month: first, day: second) }
    // "03-14-2024" has no fourteenth month.
    if order == .dayFirst, first <= 12, second > 12 { return PartialDate(year: year, month: first, day: second) }
    if order == .dayFirst || first > 12 || first == second { return PartialDate(year: year, month: second, day: first) }
    if second > 12 { return PartialDate(year: year, month: first, day: second) }
    return PartialDate(year: year)
  }

  /// The first date in a span that starts at most `within` bytes after the span does.
  static func first(in span: ByteSpan, in view: TextView, within limit: Int, shortYears: Bool = false) -> PublishedDate?
  {
    var offset = span.lower
    while offset < min(span.upper, span.lower + limit + 1) {
      let (value, width) = view.scalar(at: offset)
      let isStart = offset == span.lower || !Characters.isWord(view.scalar(before: offset).value)
      if isStart, Characters.isWord(value),
        let date = parse(at: offset, upper: span.upper, in: view, shortYears: shortYears)
      {
        return date
      }
      offset += width
    }
    return nil
  }

  /// Whether a digit stands at an offset, or the first three letters of the name of a month or weekday.
  private static func mayStart(at offset: Int, in view: TextView) -> Bool {
    if Characters.isDigit(UInt32(view.bytes[offset])) { return true }
    guard offset + 2 < view.count else { return false }
    let (first, second, third) = (view.bytes[offset], view.bytes[offset + 1], view.bytes[offset + 2])
    // A letter beyond ASCII may become one of ASCII in lower case.
    if (first | second | third) >= 0x80 { return true }
    let place = place(first, second, third)
    return beginnings[place / 64] & 1 << UInt64(place % 64) != 0
  }

  /// A bit for every three letters that such names begin with.
  private static let beginnings: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 32 * 32 * 32 / 64)
    for name in MonthNames.english + weekdays + MonthNames.foreignWeekdays + MonthNames.foreign.keys {
      let letters = Array(name.utf8.prefix(3))
      let place = place(letters[0], letters[1], letters[2])
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
    return bits
  }()

  /// Five bits of each of three letters, whatever their case.
  private static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 31) << 10 | Int(second & 31) << 5 | Int(third & 31)
  }

  // MARK: Names

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// 1...12 for an English month, whole or shortened to three or four letters, beginning large or all large.
  static func month(_ name: String) -> Int? {
    guard let first = name.utf8.first, first >= 0x41, first <= 0x5A else { return nil }
    let folded = name.lowercased()
    guard folded.utf8.count >= 3 else { return nil }
    for (index, month) in MonthNames.english.enumerated() where month.utf8.first == folded.utf8.first {
      if folded == month || (folded.utf8.count <= 4 && month.hasPrefix(folded)) { return index + 1 }
    }
    return nil
  }

  private static func smallMonth(_ name: String) -> Int? {
    MonthNames.english.firstIndex(of: name).map { $0 + 1 }
  }

  private static let weekdayNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// 0 for `monday` to 6, written out.
  static func weekdayNumber(_ folded: String) -> Int? { weekdayNames.firstIndex(of: folded) }

  static func isWeekday(_ folded: String) -> Bool {
    weekdayNames.contains { $0 == folded || (folded.utf8.count <= 5 && $0.hasPrefix(folded)) }
  }
}

/// A place in a text that moves over numbers, words and signs.
private struct Cursor {
  struct Number {
    var value: Int
    var digits: Int
  }

  let view: TextView
  var offset: Int
  let upper: Int

  /// Up to four digits; nil (and no move) where none or more stand.
  mutating func number() -> Number? {
    var value = 0
    var end = offset
    while end < upper, end - offset < 5, Characters.isDigit(UInt32(view.bytes[end])) {
      value = value * 10 + Int(view.bytes[end] - 0x30)
      end += 1
    }
    guard end > offset, end - offset <= 4 else { return nil }
    defer { offset = end }
    return Number(value: value, digits: end - offset)
  }

  /// Four digits from 1800 to 2199 that no letter or digit follows.
  mutating func year() -> Int? {
    let start = offset
    guard let number = number(), number.digits == 4, (1800...2199).contains(number.value),
      offset >= upper || !Characters.isWord(view.scalar(at: offset).value) || startsGluedWord
    else {
      offset = start
      return nil
    }
    return number.value
  }

  /// A capital with a small letter behind it: pages that lost the space between two fields, `May 5, 2024Dover`.
  private var startsGluedWord: Bool {
    Characters.isUpper(UInt32(view.bytes[offset])) && offset + 1 < upper
      && Characters.isLower(UInt32(view.bytes[offset + 1]))
  }

  /// Two digits of this century that no letter, digit or sign of a longer number follows.
  mutating func shortYear() -> Int? {
    let start = offset
    guard let number = number(), number.digits == 2,
      offset >= upper
        || !Characters.isWord(view.scalar(at: offset).value) && ![0x2E, 0x2F].contains(view.bytes[offset])
    else {
      offset = start
      return nil
    }
    return 2000 + number.value
  }

  /// A run of letters, at most fourteen bytes.
  mutating func letters() -> String? {
    var end = offset
    while end < upper, end - offset < 15 {
      let (value, width) = view.scalar(at: end)
      guard Characters.isLetter(value), value < 0x180, end + width <= upper else { break }
      end += width
    }
    guard end > offset, end - offset <= 14 else { return nil }
    defer { offset = end }
    return view.string(ByteSpan(offset, end))
  }

  mutating func ordinal() {
    guard offset + 2 <= upper else { return }
    switch (view.bytes[offset] | 0x20, view.bytes[offset + 1] | 0x20) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68), (0x65, 0x72): offset += 2  // st, nd, rd, th, er
    default: break
    }
  }

  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let stop = UInt8(ascii: ".")

  mutating func take(_ sign: UInt8) -> Bool {
    guard offset < upper, view.bytes[offset] == sign else { return false }
    offset += 1
    return true
  }

  /// Moves over one of the signs that part the numbers of a date.
  mutating func takeSeparator() -> UInt8? {
    guard offset < upper, case let sign = view.bytes[offset],
      sign == Self.slash || sign == Self.stop || sign == Self.hyphen
    else {
      return nil
    }
    offset += 1
    return sign
  }

  /// Moves over any of the signs; whether there were some.
  @discardableResult mutating func skip(_ signs: String) -> Bool {
    let start = offset
    while offset < upper {
      let (value, width) = view.scalar(at: offset)
      guard signs.unicodeScalars.contains(where: { $0.value == value }) || (value == 0x0A && signs.contains(" ")) else {
        break
      }
      offset = min(offset + width, upper)
    }
    return offset > start
  }
}
