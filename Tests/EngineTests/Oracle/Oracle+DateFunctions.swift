import Foundation
import IbidColumns
import IbidPlan
import IbidTypes

/// Functions of dates and periods, by Foundation's calendar.
extension Oracle {
  private static let calendar: Foundation.Calendar = {
    var calendar = Foundation.Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    return calendar
  }()

  private static func instant(_ second: Int64) -> Date { Date(timeIntervalSince1970: TimeInterval(second)) }
  private static func second(_ date: Date) -> Int64 { Int64(date.timeIntervalSince1970) }
  private static func day(_ second: Int64) -> Int64 { Self.second(calendar.startOfDay(for: instant(second))) }

  /// The same days come back every 400 years, weeks included; before 1600 Foundation follows another calendar.
  static func date(_ function: ScalarFunction, _ moment: Moment, _ values: [Value]) -> Value {
    let (cycle, year1600): (Int64, Int64) = (146_097 * 86_400, -11_676_096_000)
    let ends = values.flatMap { value -> [Int64?] in
      if case .moment(let moment) = value { [moment.low, moment.high] } else { [] }
    }
    let earliest: Int64 = ends.compactMap { $0 }.min() ?? 0
    let cycles = earliest < year1600 ? (year1600 - earliest + cycle - 1) / cycle : 0
    if cycles == 0 { return modernDate(function, moment, values) }
    func moved(_ moment: Moment, by cycles: Int64) -> Moment {
      Moment(
        low: moment.low.map { $0 + cycles * cycle }, high: moment.high.map { $0 + cycles * cycle }, grain: moment.grain)
    }
    func moved(_ value: Value, by cycles: Int64) -> Value {
      if case .moment(let moment) = value { .moment(moved(moment, by: cycles)) } else { value }
    }
    let result = modernDate(function, moved(moment, by: cycles), values.map { moved($0, by: cycles) })
    if function == .yearNumber, case .int(let year) = result { return .int(year - 400 * cycles) }
    return moved(result, by: -cycles)
  }

  private static func modernDate(_ function: ScalarFunction, _ moment: Moment, _ values: [Value]) -> Value {
    let (low, high) = (moment.low, moment.high)
    func made(_ moment: Moment?) -> Value { moment.map { .moment($0) } ?? .none }
    func component(_ component: Foundation.Calendar.Component, of grain: Grain) -> Value {
      guard let low, unit(grain, moment) != nil else { return .none }
      return .int(Int64(calendar.component(component, from: instant(low))))
    }
    func oneDay(_ second: Int64) -> Moment { Moment(low: day(second), high: day(second) + 86_399, grain: .day) }
    switch function {
    case .decade: return made(unit(.decade, moment))
    case .year: return made(unit(.year, moment))
    case .half: return made(unit(.half, moment))
    case .quarter: return made(unit(.quarter, moment))
    case .month: return made(unit(.month, moment))
    case .week: return made(unit(.week, moment))
    case .day: return made(unit(.day, moment))
    case .yearNumber: return component(.year, of: .year)
    case .quarterOfYear:
      guard case .int(let month) = component(.month, of: .quarter) else { return .none }
      return .int([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][Int(month) - 1])
    case .monthOfYear: return component(.month, of: .month)
    case .weekOfYear: return component(.weekOfYear, of: .week)
    case .dayOfMonth: return component(.day, of: .day)
    case .hourOfDay: return component(.hour, of: .hour)
    case .dayOfYear:
      guard let low, unit(.day, moment) != nil else { return .none }
      return .int(Int64(calendar.ordinality(of: .day, in: .year, for: instant(low))!))
    case .dayOfWeek:
      guard case .int(let day) = component(.weekday, of: .day) else { return .none }
      // Foundation's 1 is Sunday.
      return .int(day == 1 ? 7 : day - 1)
    case .since: return made(low.map { Moment(low: $0, high: nil, grain: moment.grain) })
    case .until: return made(high.map { Moment(low: nil, high: $0, grain: moment.grain) })
    case .start: return made(low.map(oneDay))
    case .end: return made(high.map(oneDay))
    case .lengthInDays:
      guard let low, let high else { return .none }
      return .int((day(high) - day(low)) / 86_400 + 1)
    default:
      guard case .moment(let other) = values[1], let a = unit(.day, moment)?.low, let b = unit(.day, other)?.low else {
        return .none
      }
      return .int(Int64(between(function, a, b)))
    }
  }

  /// Whole days, months or years, found by adding one after the other.
  private static func between(_ function: ScalarFunction, _ a: Int64, _ b: Int64) -> Int {
    if a > b { return -between(function, b, a) }
    let component: Foundation.Calendar.Component = function == .daysBetween ? .day : .month
    var count = 0
    while let next = calendar.date(byAdding: component, value: count + 1, to: instant(a)), second(next) <= b {
      count += 1
    }
    return function == .yearsBetween ? count / 12 : count
  }

  /// The unit of a grain in which the whole stretch lies.
  private static func unit(_ grain: Grain, _ moment: Moment) -> Moment? {
    guard let low = moment.low, let high = moment.high else { return nil }
    let year = calendar.component(.year, from: instant(low))
    let month = calendar.component(.month, from: instant(low))
    func first(_ year: Int, _ month: Int) -> Int64 {
      second(calendar.date(from: DateComponents(year: year, month: month, day: 1))!)
    }
    let start: Int64
    let next: Int64
    switch grain {
    case .hour: (start, next) = (low - (low % 3600 + 3600) % 3600, low - (low % 3600 + 3600) % 3600 + 3600)
    case .day: (start, next) = (day(low), day(low) + 86_400)
    case .week:
      let week = calendar.dateInterval(of: .weekOfYear, for: instant(low))!
      (start, next) = (second(week.start), second(week.end))
    case .month: (start, next) = (first(year, month), first(year, month + 1))
    case .quarter:
      let begin = month - (month - 1) % 3
      (start, next) = (first(year, begin), first(year, begin + 3))
    case .half: (start, next) = (first(year, month < 7 ? 1 : 7), month < 7 ? first(year, 7) : first(year + 1, 1))
    case .decade: (start, next) = (first(year / 10 * 10, 1), first(year / 10 * 10 + 10, 1))
    default: (start, next) = (first(year, 1), first(year + 1, 1))
    }
    return high < next ? Moment(low: start, high: next - 1, grain: grain) : nil
  }

  /// Day by day from 1 January 1970, over leap years by the rule of the calendar that is used today.
  static func day(_ values: [Value]) -> Value {
    let (year, month, day) = (int(values[0]), int(values[1]), int(values[2]))
    func lengths(_ year: Int) -> [Int] {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    }
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1, day <= lengths(year)[month - 1] else {
      return .none
    }
    var days = day - 1 + lengths(year).prefix(month - 1).reduce(0, +)
    for past in min(year, 1970)..<max(year, 1970) { days += (year < 1970 ? -1 : 1) * lengths(past).reduce(0, +) }
    return .moment(Moment(low: Int64(days) * 86_400, high: Int64(days) * 86_400 + 86_399, grain: .day))
  }
}
