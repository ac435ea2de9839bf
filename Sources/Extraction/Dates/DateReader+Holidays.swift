/// Holidays by name, where they stand for a day: `on Christmas Eve 2022`, `before Thanksgiving`, not "Christmas cards".
extension DateReader {
  /// What makes a weekday behind it a name: `Black Friday`.
  static let namedDays = WordList(namedDayWords.split(separator: " ").map(String.init))
  static let namedDayWords = "black bloody cyber super ash palm shrove maundy ruby sheffield good easter whit"

  func holiday(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard tokens.isAny(i, .holiday), tokens.isCapital(i), let (holiday, end, isWhole) = holiday(i) else { return nil }
    let limit = sentence.upperBound
    let (year, upper) = self.year(after: end, limit: limit)
    if year != nil { return DatePoint(tokens: i..<upper, form: .holiday(holiday, year: year)) }
    if end < limit, tokens.isWord(end) {
      // "the Christmas Day match", "over Easter weekend"
      if tokens.isCapital(end), tokens.isSpaced(end) { return nil }
      if !isWhole, !tokens.isAny(end, WordClass.phraseEnd) { return nil }
    }
    if end < limit, tokens.kinds[end] == .clitic || tokens.isHyphen(end) { return nil }
    let isLedIn = i > sentence.lowerBound && tokens.isAny(i - 1, .preposition)
    return isWhole || isLedIn ? DatePoint(tokens: i..<end, form: .holiday(holiday, year: nil)) : nil
  }

  /// `last Easter`, `next Christmas`
  func nearHoliday(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let direction = tokens.isKey(i, .last) ? -1 : tokens.isKey(i, .this) || tokens.isKey(i, .next) ? 1 : 0
    guard direction != 0, i + 1 < sentence.upperBound, tokens.isAny(i + 1, .holiday), tokens.isCapital(i + 1),
      let (holiday, end, _) = holiday(i + 1),
      end >= sentence.upperBound
        || !tokens.isHyphen(end) && tokens.kinds[end] != .clitic
          && !(tokens.isWord(end) && !tokens.isAny(end, WordClass.phraseEnd))
    else { return nil }
    if tokens.isKey(i, .this) { return DatePoint(tokens: i..<end, form: .holiday(holiday, year: nil)) }
    return DatePoint(tokens: i..<end, form: .nearHoliday(holiday, direction: direction))
  }

  /// The holiday, the token after it, and whether its name is nothing else (two words).
  private func holiday(_ i: Int) -> (Holiday, Int, Bool)? {
    func isNext(_ word: String, _ at: Int) -> Bool { tokens.isWord(at) && tokens.text(at) == word }
    let isDay = isNext("Day", i + 1)
    switch tokens.entry(i).spelling {
    case "christmas":
      if isNext("Eve", i + 1) { return (.fixed(month: 12, day: 24), i + 2, true) }
      return (.fixed(month: 12, day: 25), isDay ? i + 2 : i + 1, isDay)
    case "valentine", "patrick":
      guard tokens.kinds.indices.contains(i + 2), tokens.kinds[i + 1] == .clitic, isNext("Day", i + 2) else {
        return nil
      }
      let isPatrick = tokens.entry(i).spelling == "patrick"
      return (.fixed(month: isPatrick ? 3 : 2, day: isPatrick ? 17 : 14), i + 3, true)
    case "australia": return isDay ? (.fixed(month: 1, day: 26), i + 2, true) : nil
    case "canada": return isDay ? (.fixed(month: 7, day: 1), i + 2, true) : nil
    case "waitangi": return isDay ? (.fixed(month: 2, day: 6), i + 2, true) : nil
    case "bastille": return isDay ? (.fixed(month: 7, day: 14), i + 2, true) : nil
    case "veterans", "armistice", "remembrance": return isDay ? (.fixed(month: 11, day: 11), i + 2, true) : nil
    case "heritage": return isDay ? (.fixed(month: 9, day: 24), i + 2, true) : nil
    case "youth": return isDay ? (.fixed(month: 6, day: 16), i + 2, true) : nil
    case "juneteenth": return (.fixed(month: 6, day: 19), i + 1, true)
    case "boxing": return isDay ? (.fixed(month: 12, day: 26), i + 2, true) : nil
    case "hogmanay": return (.fixed(month: 12, day: 31), i + 1, false)
    case "halloween": return (.fixed(month: 10, day: 31), i + 1, false)
    case "anzac": return isDay ? (.fixed(month: 4, day: 25), i + 2, true) : nil
    case "thanksgiving": return (.weekday(4, number: 4, month: 11), isDay ? i + 2 : i + 1, isDay)
    case "memorial": return isDay ? (.weekday(1, number: -1, month: 5), i + 2, true) : nil
    case "whit", "pentecost":
      if tokens.entry(i).spelling == "pentecost" { return (.easter(49), i + 1, false) }
      return isNext("Monday", i + 1)
        ? (.easter(50), i + 2, true) : isNext("Sunday", i + 1) ? (.easter(49), i + 2, true) : nil
    case "ascension": return isDay ? (.easter(39), i + 2, true) : nil
    case "epiphany": return (.fixed(month: 1, day: 6), i + 1, false)
    case "assumption": return isDay ? (.fixed(month: 8, day: 15), i + 2, true) : nil
    case "michaelmas": return (.fixed(month: 9, day: 29), i + 1, false)
    // Labour Day of Canada; those who spell it so and keep it on other days name their country's day rarely.
    case "labour": return isDay ? (.weekday(1, number: 1, month: 9), i + 2, true) : nil
    case "labor": return isDay ? (.weekday(1, number: 1, month: 9), i + 2, true) : nil
    case "good": return isNext("Friday", i + 1) ? (.easter(-2), i + 2, true) : nil
    case "easter":
      if isNext("Monday", i + 1) { return (.easter(1), i + 2, true) }
      return isNext("Sunday", i + 1) ? (.easter(0), i + 2, true) : (.easter(0), i + 1, false)
    case "new":
      // "New Year’s Day": the clitic is a token.
      guard isNext("Year", i + 1), tokens.kinds.indices.contains(i + 3), tokens.kinds[i + 2] == .clitic else {
        return nil
      }
      if isNext("Eve", i + 3) { return (.fixed(month: 12, day: 31), i + 4, true) }
      return isNext("Day", i + 3) ? (.fixed(month: 1, day: 1), i + 4, true) : nil
    default: return nil
    }
  }
}
