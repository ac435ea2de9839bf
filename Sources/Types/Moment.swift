/// How finely a date or period was stated.
package enum Grain: UInt8, Sendable, CaseIterable, Comparable {
  case second, minute, hour, day, week, month, quarter, half, season, year, decade, century

  package var name: String { "\(self)" }
  package static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  /// The grain with this name, as `.grain` prints it.
  package init?(named name: String) {
    guard let grain = Grain.allCases.first(where: { $0.name == name }) else { return nil }
    self = grain
  }
}

/// A date (one moment, perhaps known imprecisely) or a period (a stretch of time).
///
/// Both are the seconds from `low` to `high`, ends included; whether the value lies somewhere in it (date) or fills it
/// (period) is a matter of its type. An end that is missing is open (`since 2015`). A value without ends is unresolved:
/// stated, but not to be placed ("last month" in an undated document); it keeps its words and what part is known.
package struct Moment: Hashable, Sendable {
  /// First and last second, counted from 1970-01-01T00:00:00.
  package var low: Int64?
  package var high: Int64?
  package var grain: Grain
  /// Words as written.
  package var text: String?
  /// The known part of an unresolved date: `--07`, `--07-14`, `T07:30`.
  package var partial: String?

  package init(low: Int64?, high: Int64?, grain: Grain, text: String? = nil, partial: String? = nil) {
    self.low = low
    self.high = high
    self.grain = grain
    self.text = text
    self.partial = partial
  }

  package var isResolved: Bool { low != nil || high != nil }

  /// Whole days, ends included.
  package init(firstDay: Int, lastDay: Int, grain: Grain, text: String? = nil) {
    self.init(
      low: Int64(firstDay) * Calendar.secondsPerDay, high: Int64(lastDay + 1) * Calendar.secondsPerDay - 1,
      grain: grain,
      text: text)
  }

  /// A day, or nil if there is no such day.
  package init?(year: Int, month: Int, day: Int, text: String? = nil) {
    guard Calendar.isValid(year: year, month: month, day: day) else { return nil }
    let number = Calendar.days(year: year, month: month, day: day)
    self.init(firstDay: number, lastDay: number, grain: .day, text: text)
  }

  package init?(year: Int, month: Int, text: String? = nil) {
    guard Calendar.years.contains(year), (1...12).contains(month) else { return nil }
    let first = Calendar.days(year: year, month: month, day: 1)
    self.init(
      firstDay: first, lastDay: first + Calendar.length(ofMonth: month, year: year) - 1, grain: .month, text: text)
  }

  package init?(year: Int, text: String? = nil) {
    guard Calendar.years.contains(year) else { return nil }
    self.init(
      firstDay: Calendar.days(year: year, month: 1, day: 1), lastDay: Calendar.days(year: year, month: 12, day: 31),
      grain: .year, text: text)
  }

  package static func unresolved(_ text: String, grain: Grain, partial: String? = nil) -> Moment {
    Moment(low: nil, high: nil, grain: grain, text: text, partial: partial)
  }

  /// From the first second of `a` to the last of `b`; the coarser grain.
  package func joined(to other: Moment) -> Moment {
    Moment(low: low, high: other.high, grain: max(grain, other.grain))
  }

  /// Same stretch, for group keys and `same`; unresolved values are the same if their words are.
  package func isSame(as other: Moment) -> Bool {
    guard isResolved || other.isResolved else { return text == other.text && partial == other.partial }
    return low == other.low && high == other.high
  }
}

extension Moment {
  /// Reads the literal after `@`: `2024`, `2024-Q1`, `2024-H2`, `2024-W10`, `2024-03`, `2024-03-05`, `2024-03-05T07:30`, `1990s`.
  ///
  /// nil if it is not of that form or no such day exists.
  package init?(literal: some StringProtocol) {
    let bytes = Array(literal.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 4, let year = number(0..<4) else { return nil }
    if bytes.count == 4 {
      self.init(year: year)
      return
    }
    if bytes.count == 5, bytes[4] == UInt8(ascii: "s"), year % 10 == 0 {
      self.init(
        firstDay: Calendar.days(year: year, month: 1, day: 1),
        lastDay: Calendar.days(year: year + 9, month: 12, day: 31),
        grain: .decade)
      return
    }
    guard bytes[4] == UInt8(ascii: "-") else { return nil }
    if bytes.count == 7, bytes[5] == UInt8(ascii: "Q") || bytes[5] == UInt8(ascii: "H") {
      let isQuarter = bytes[5] == UInt8(ascii: "Q")
      guard let part = number(6..<7), part >= 1, part <= (isQuarter ? 4 : 2) else { return nil }
      let months = isQuarter ? 3 : 6
      self.init(year: year, firstMonth: (part - 1) * months + 1, months: months, grain: isQuarter ? .quarter : .half)
      return
    }
    if bytes.count == 8, bytes[5] == UInt8(ascii: "W") {
      guard let week = number(6..<8) else { return nil }
      self.init(week: week, of: year)
      return
    }
    guard let month = number(5..<7), (1...12).contains(month) else { return nil }
    if bytes.count == 7 {
      self.init(year: year, month: month)
      return
    }
    guard bytes.count >= 10, bytes[7] == UInt8(ascii: "-"), let day = number(8..<10),
      Calendar.isValid(year: year, month: month, day: day)
    else { return nil }
    if bytes.count == 10 {
      self.init(year: year, month: month, day: day)
      return
    }
    guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60
    else { return nil }
    let start =
      Int64(Calendar.days(year: year, month: month, day: day)) * Calendar.secondsPerDay
      + Int64(hour * 3600 + minute * 60)
    if bytes.count == 16 {
      self.init(low: start, high: start + 59, grain: .minute)
      return
    }
    guard bytes[16] == UInt8(ascii: ":"), let second = number(17..<19), second < 60 else { return nil }
    self.init(low: start + Int64(second), high: start + Int64(second), grain: .second)
  }

  /// So many months from the first of one on; they stay within the year.
  init(year: Int, firstMonth: Int, months: Int, grain: Grain) {
    let last = firstMonth + months - 1
    self.init(
      firstDay: Calendar.days(year: year, month: firstMonth, day: 1),
      lastDay: Calendar.days(year: year, month: last, day: Calendar.length(ofMonth: last, year: year)), grain: grain)
  }
}
