import IbidTypes
import Testing

@Suite struct CalendarTests {
  /// Counts days from 1600 to 2400 one by one, months by their lengths, weekdays by sevens.
  @Test func everyDayFrom1600To2400ComesBack() {
    var day = Calendar.days(year: 1600, month: 1, day: 1)
    // 1 January 1600 was a Saturday.
    var weekday = 6
    var mistakes = 0
    for year in 1600...2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for dayOfMonth in 1...length {
          if Calendar.days(year: year, month: month + 1, day: dayOfMonth) != day { mistakes += 1 }
          if Calendar.civil(fromDays: day) != (year, month + 1, dayOfMonth) { mistakes += 1 }
          if Calendar.weekday(ofDay: day) != weekday { mistakes += 1 }
          if !Calendar.isValid(year: year, month: month + 1, day: dayOfMonth) { mistakes += 1 }
          day += 1
          weekday = weekday % 7 + 1
        }
        if Calendar.isValid(year: year, month: month + 1, day: length + 1) { mistakes += 1 }
      }
    }
    #expect(mistakes == 0)
  }

  @Test func theEpochIsAThursday() {
    #expect(Calendar.days(year: 1970, month: 1, day: 1) == 0 && Calendar.weekday(ofDay: 0) == 4)
    #expect(Calendar.civil(fromDays: -1) == (1969, 12, 31))
  }

  @Test func secondsRoundDownToDays() {
    for (second, day) in [(0, 0), (86_399, 0), (86_400, 1), (-1, -1), (-86_400, -1), (-86_401, -2)] {
      #expect(Calendar.day(ofSecond: Int64(second)) == day)
    }
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", -48, "2020-02-29"), ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -1, "2023-12-15"),
    ("2024-05-05", 0, "2024-05-05"),
    ("0001-01-15", -12, "0000-01-15"),
  ])
  func monthsKeepTheDayWhereTheyHaveIt(_ from: String, _ months: Int, _ to: String) throws {
    let day = Calendar.day(ofSecond: try #require(Moment(literal: from)?.low))
    #expect(Calendar.adding(months: months, toDay: day).map(Calendar.iso) == to)
  }

  @Test func monthsPastTheCalendarAreNil() {
    #expect(Calendar.adding(months: 1, toDay: Calendar.days(year: 9999, month: 12, day: 1)) == nil)
    #expect(Calendar.adding(months: -1, toDay: Calendar.days(year: -9999, month: 1, day: 1)) == nil)
    #expect(Calendar.adding(months: .max, toDay: 0) == nil)
  }
}
