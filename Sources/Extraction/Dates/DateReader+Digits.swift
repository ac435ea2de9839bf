import IbidTypes

/// Dates of digits only, and times of the day.
extension DateReader {
  /// `2024-03-05`, `05/03/2024`, `5.3.2024`, `2023/24`, `1990s`.
  func digits(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    guard let numeral = tokens.numeral(i) else { return nil }
    if numeral.hasDecimals { return dotted(at: i, limit: limit) }
    guard let first = numeral.plain, i + 1 < limit else { return nil }
    // 1990s
    if tokens.kinds[i + 1] != .number, !tokens.isSpaced(i + 1), tokens.isKey(i + 1, .s) {
      if numeral.digits == 4, first % 10 == 0, Self.years.contains(first) {
        return DatePoint(tokens: i..<i + 2, form: .decade(first))
      }
      return nil
    }
    guard tokens.isHyphen(i + 1) || isSlash(i + 1), let second = tokens.numeral(i + 2), i + 2 < limit,
      !tokens.isSpaced(i + 2),
      let middle = second.plain
    else { return nil }
    let hasThird =
      i + 4 < limit && tokens.details[i + 3] == tokens.details[i + 1] && tokens.kinds[i + 3] == .symbol
      && tokens.numeral(i + 4) != nil
      && !tokens.isSpaced(i + 3) && !tokens.isSpaced(i + 4)
    if hasThird, let third = tokens.numeral(i + 4)?.plain {
      if numeral.digits == 4 {
        guard Calendar.isValid(year: first, month: middle, day: third) else { return nil }
        return DatePoint(tokens: i..<i + 5, form: .day(year: first, month: middle, day: third, weekday: nil))
      }
      if tokens.numeral(i + 4)?.digits == 2, isSlash(i + 1), let year = shortYear(i + 4, limit: limit) {
        return numeric(first, middle, year, i..<i + 5)
      }
      guard tokens.numeral(i + 4)?.digits == 4 else { return nil }
      return numeric(first, middle, third, i..<i + 5)
    }
    guard numeral.digits == 4, Self.years.contains(first) else { return nil }
    if second.digits == 2, isSlash(i + 1) || tokens.isHyphen(i + 1) {
      // 2023/24, 2023-24; 2024-03 only where no year could follow.
      if middle == (first + 1) % 100 { return DatePoint(tokens: i..<i + 3, form: .years(first, first + 1)) }
      // "Report 2025-07": its number in a year.
      if i > sentence.lowerBound, tokens.isAny(i - 1, Self.series), tokens.isCapital(i - 1) { return nil }
      if (1...12).contains(middle), tokens.isHyphen(i + 1) {
        return DatePoint(tokens: i..<i + 3, form: .month(year: first, month: middle))
      }
      if middle > first % 100, tokens.isHyphen(i + 1) {
        return DatePoint(tokens: i..<i + 3, form: .years(first, first / 100 * 100 + middle))
      }
    }
    if second.digits == 4, isSlash(i + 1), middle == first + 1 {
      return DatePoint(tokens: i..<i + 3, form: .years(first, middle))
    }
    return nil
  }

  /// Papers that are numbered within a year.
  static let series = WordList(seriesWords.split(separator: " ").map(String.init))
  static let seriesWords =
    "report audit bulletin circular notice release order decision resolution memorandum advisory paper ordinance opinion"

  func isSlash(_ i: Int) -> Bool { tokens.isSymbol(i, "/") && !tokens.isSpaced(i) }

  /// Day and month in either order, as far as the numbers tell.
  private func numeric(_ a: Int, _ b: Int, _ year: Int, _ range: Range<Int>) -> DatePoint? {
    let dayFirst = Calendar.isValid(year: year, month: b, day: a)
    let monthFirst = Calendar.isValid(year: year, month: a, day: b)
    if dayFirst, monthFirst, a != b, dayOrder == nil { return DatePoint(tokens: range, form: .ambiguousDay) }
    if dayFirst, !(monthFirst && dayOrder == .monthFirst) {
      return DatePoint(tokens: range, form: .day(year: year, month: b, day: a, weekday: nil))
    }
    if monthFirst { return DatePoint(tokens: range, form: .day(year: year, month: a, day: b, weekday: nil)) }
    return nil
  }

  /// `5.3.2024`, which the tokenizer reads as `5.3`, `.`, `2024`. Dots mean that the day comes first.
  private func dotted(at i: Int, limit: Int) -> DatePoint? {
    guard tokens.isSymbol(i + 1, "."), !tokens.isSpaced(i + 1), i + 2 < limit, !tokens.isSpaced(i + 2),
      let year = yearNumber(i + 2, limit: limit) ?? shortYear(i + 2, limit: limit)
    else { return nil }
    var parts = [0, 0]
    var part = 0
    for byte in tokens.bytes[tokens.lower(i)..<tokens.upper(i)] {
      if byte == UInt8(ascii: ".") {
        part += 1
      } else if part < 2, parts[part] < 100 {
        parts[part] = parts[part] * 10 + Int(byte &- 0x30)
      }
    }
    guard Calendar.isValid(year: year, month: parts[1], day: parts[0]) else { return nil }
    return DatePoint(tokens: i..<i + 3, form: .day(year: year, month: parts[1], day: parts[0], weekday: nil))
  }

  /// The 17 of `28.11.17`: two digits that end a date, of this century up to 49.
  private func shortYear(_ i: Int, limit: Int) -> Int? {
    guard let numeral = tokens.numeral(i), numeral.digits == 2, let year = numeral.value, !numeral.hasDecimals,
      !numeral.isGrouped,
      year.isWhole,
      i + 1 >= limit || tokens.isSpaced(i + 1) || tokens.kinds[i + 1] == .symbol && !tokens.isSymbol(i + 1, "-")
    else { return nil }
    let short = Int(year.numerator)
    return short < 50 ? 2000 + short : 1900 + short
  }

  /// `7:30 a.m.`, `14:30`, `9.30pm`, `10 pm`.
  func clock(at i: Int, limit: Int) -> DatePoint? {
    if let four = fourDigitClock(at: i, limit: limit) { return four }
    guard let numeral = tokens.numeral(i), numeral.digits <= 2,
      // "2:16:49" is a time that something took, "Chapter 19:01" a place in a book.
      !(tokens.isSymbol(i - 1, ":") && !tokens.isSpaced(i)), !tokens.isAny(i - 1, .numbered)
    else { return nil }
    var (hour, minute) = (0, 0)
    var end = i + 1
    var hasMinutes = false
    if numeral.hasDecimals {
      guard let value = numeral.value?.multiplied(by: ExactNumber(100)), value.isWhole, value < ExactNumber(2400) else {
        return nil
      }
      (hour, minute) = (Int(value.numerator) / 100, Int(value.numerator) % 100)
    } else {
      guard let plain = numeral.plain else { return nil }
      hour = plain
      if tokens.isSymbol(end, ":"), !tokens.isSpaced(end), end + 1 < limit, !tokens.isSpaced(end + 1),
        let second = tokens.numeral(end + 1),
        second.digits == 2, let value = second.plain
      {
        minute = value
        hasMinutes = true
        end += 2
      }
    }
    guard hour < 24, minute < 60 else { return nil }
    if end < limit, let half = halfDay(end) {
      guard (1...12).contains(hour) else { return nil }
      return DatePoint(tokens: i..<end + 1, form: .time(hour: hour % 12 + half, minute: minute))
    }
    // "No. 5:24-cr-00061"
    return hasMinutes && !tokens.isSymbol(end, ":") && !(tokens.isHyphen(end) && tokens.isWord(end + 1))
      ? DatePoint(tokens: i..<end, form: .time(hour: hour, minute: minute)) : nil
  }

  /// `1216 GMT`, `0630 UTC`
  private func fourDigitClock(at i: Int, limit: Int) -> DatePoint? {
    guard i + 1 < limit, let numeral = tokens.numeral(i), !numeral.isGrouped, !numeral.hasDecimals,
      tokens.upper(i) - tokens.lower(i) == 4, tokens.isAny(i + 1, Self.zones),
      tokens.flags[i + 1].contains(.allCapitals), let value = numeral.value, value.isWhole
    else { return nil }
    let (hour, minute) = (Int(value.numerator) / 100, Int(value.numerator) % 100)
    guard hour < 24, minute < 60 else { return nil }
    return DatePoint(tokens: i..<i + 1, form: .time(hour: hour, minute: minute))
  }

  static let zones: WordList = ["gmt", "bst", "utc", "edt", "cet", "cest", "est"]

  /// 0 for a.m., 12 for p.m.
  private func halfDay(_ i: Int) -> Int? {
    tokens.value(i, in: Self.halfDays)
  }

  private static let halfDays: WordTable<Int> = ["am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12]
}
