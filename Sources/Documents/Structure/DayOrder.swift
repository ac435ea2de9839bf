import IbidSource

/// Whether the writer of a text puts the day or the month first in dates of numbers such as `05/03/2024`.
enum DayOrder: Sendable {
  case dayFirst, monthFirst, unknown

  /// Reads the order off the dates in a text that leave no doubt: `25/03/2024` and `5 March 2024` against `03/25/2024`
  /// and `March 5, 2024`; where they disagree, the numbers decide, then the more frequent form. Without any, signs of the
  /// country decide (`PlaceSigns`). Texts that hold no doubtful date are not looked at further.
  static func of(_ view: TextView) -> DayOrder {
    var dayFirst = 0
    var monthFirst = 0
    var doubtful = 0
    let bytes = view.bytes.span
    var next = 0
    while next < bytes.count {
      // Few stretches of a text hold a slash or a dash.
      next = view.known?.next(with: [.bar, .dash], from: next) ?? next
      guard next < bytes.count else { break }
      next = bytes.next(from: next, to: bytes.count) {
        $0.equal(to: UInt8(ascii: "/")) | $0.equal(to: UInt8(ascii: "-"))
      }
      guard next < bytes.count else { break }
      let slash = next
      next += 1
      guard bytes[slash] == UInt8(ascii: "/") || bytes[slash] == UInt8(ascii: "-") else { continue }
      guard let (first, second) = numbers(around: slash, view) else { continue }
      if first > 12, second <= 12 {
        dayFirst += 1
      } else if second > 12, first <= 12 {
        monthFirst += 1
      } else if first != second {
        doubtful += 1
      }
    }
    guard doubtful > 0 else { return .unknown }
    if dayFirst != monthFirst { return dayFirst > monthFirst ? .dayFirst : .monthFirst }
    let order = ofWords(view)
    return order == .unknown ? PlaceSigns.order(in: view) : order
  }

  /// The numbers of `5/3/2024`, `5/3/24` or `5-3-2024` around its first sign.
  private static func numbers(around slash: Int, _ view: TextView) -> (Int, Int)? {
    func digit(_ offset: Int) -> Int? {
      guard view.bytes.indices.contains(offset), Characters.isDigit(UInt32(view.bytes[offset])) else { return nil }
      return Int(view.bytes[offset] - 0x30)
    }
    guard let ones = digit(slash - 1), let next = digit(slash + 1) else { return nil }
    let first = (digit(slash - 2) ?? 0) * 10 + ones
    if digit(slash - 2) != nil, digit(slash - 3) != nil { return nil }
    var second = next
    var end = slash + 2
    if let more = digit(end) {
      second = second * 10 + more
      end += 1
    }
    guard end < view.count, view.bytes[end] == view.bytes[slash] else { return nil }
    let year = (1...5).prefix { digit(end + $0) != nil }.count
    guard year == 4 || year == 2 && view.bytes[slash] == UInt8(ascii: "/") else { return nil }
    return (first, second)
  }

  /// Which side of a month's name the day stands on, most of the time.
  private static func ofWords(_ view: TextView) -> DayOrder {
    let words = view.words(in: ByteSpan(0, view.count))
    var before = 0
    var after = 0
    for (place, word) in words.enumerated() where months.contains(word) {
      let isAfterDay = place > 0 && isDay(words[place - 1], view)
      let isBeforeDay = place + 1 < words.count && isDay(words[place + 1], view)
      if isAfterDay, !isBeforeDay { before += 1 }
      if isBeforeDay, !isAfterDay { after += 1 }
    }
    return before == after ? .unknown : before > after ? .dayFirst : .monthFirst
  }

  private static func isDay(_ word: Word, _ view: TextView) -> Bool {
    word.hasDigit && word.span.count <= 4 && word.span.count > 0
      && Characters.isDigit(UInt32(view.bytes[word.span.lower]))
      && (word.span.count <= 2 || !Characters.isDigit(UInt32(view.bytes[word.span.upper - 1])))
  }

  private static let months = WordHashes(MonthNames.english + MonthNames.foreign.keys)
}
