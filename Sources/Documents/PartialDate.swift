/// A calendar date as far as it is written: `2024`, `March 2024`, `5 March 2024`.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  package var year: Int
  /// 1...12; nil where only the year is written.
  package var month: Int?
  /// 1...31; nil where no day is written. Never present without a month.
  package var day: Int?

  /// Nil for a date that no calendar has, such as 30 February or month 13.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), day == nil || month != nil else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// ISO 8601 as far as it goes: `2024-03-05`, `2024-03`, `2024`.
  package var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  /// Days of a month of the Gregorian calendar.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 0 for Monday to 6 for Sunday; nil where no day is written. By Sakamoto's rule for the Gregorian calendar.
  package var weekday: Int? {
    guard let month, let day else { return nil }
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let past = month < 3 ? year - 1 : year
    return (past + past / 4 - past / 100 + past / 400 + shifts[month - 1] + day + 6) % 7
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
