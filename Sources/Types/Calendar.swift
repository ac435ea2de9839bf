/// The proleptic Gregorian calendar in whole seconds since 1970-01-01T00:00:00, without time zones.
///
/// Documents say "5 March 2024", not an instant: all dates are local to the document. Day arithmetic follows
/// H. Hinnant, "chrono-compatible low-level date algorithms" (public domain).
package enum Calendar {
  package static let secondsPerDay: Int64 = 86_400
  /// Years that a date may have; keeps every sum of seconds inside 64 bits.
  package static let years = -9999...9999

  /// Days since 1970-01-01 of a civil date; months past 1…12 are the caller's mistake.
  package static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether such a day exists.
  package static func isValid(year: Int, month: Int, day: Int) -> Bool {
    years.contains(year) && (1...12).contains(month) && day >= 1 && day <= length(ofMonth: month, year: year)
  }

  /// 1 is Monday, 7 Sunday (ISO 8601).
  package static func weekday(ofDay days: Int) -> Int { ((days + 3) % 7 + 7) % 7 + 1 }

  /// Day number of a second, rounding down.
  package static func day(ofSecond second: Int64) -> Int {
    Int(second >= 0 ? second / secondsPerDay : (second + 1) / secondsPerDay - 1)
  }

  /// Adds months to a day, keeping the day of month where the month has it, else its last day; nil outside `years`.
  package static func adding(months: Int, toDay days: Int) -> Int? {
    let (year, month, day) = civil(fromDays: days)
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow { return nil }
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    guard years.contains(newYear) else { return nil }
    let newMonth = index - newYear * 12 + 1
    return self.days(year: newYear, month: newMonth, day: min(day, length(ofMonth: newMonth, year: newYear)))
  }

  /// `2024-03-05`
  package static func iso(day days: Int) -> String {
    let (year, month, day) = civil(fromDays: days)
    return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
  }

  package static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
