import IbidColumns
import IbidPlan
import IbidTypes

extension Evaluator {
  /// What a function makes of dates that are days, read as numbers; nil for other functions, and for days whose months or weeks
  /// the calendar may not have.
  static func dateOfDays(_ function: ScalarFunction, _ moments: MomentColumn) -> Column? {
    let validity = moments.validity
    guard let days = moments.singleDays, let (first, last) = Extent.of(days, validity),
      Calendar.civil(fromDays: Int(first)).year > Calendar.years.lowerBound,
      Calendar.civil(fromDays: Int(last)).year < Calendar.years.upperBound
    else { return nil }
    // Missing rows hold anything, so that they are taken for the first day.
    func day(_ row: Int) -> Int { Int(min(max(days[row], first), last)) }
    func unit(_ grain: Grain, _ stretch: (_ day: Int) -> ClosedRange<Int>) -> Column {
      var (low, high) = ([Int32](repeating: 0, count: days.count), [Int32](repeating: 0, count: days.count))
      for row in days.indices {
        let stretch = stretch(day(row))
        (low[row], high[row]) = (Int32(stretch.lowerBound), Int32(stretch.upperBound))
      }
      return .moment(
        MomentColumn(
          low: .days(low, last: false), high: .days(high, last: true),
          grains: [UInt8](repeating: grain.rawValue, count: days.count), validity: validity))
    }
    func months(_ grain: Grain, _ count: Int) -> Column {
      unit(grain) { day in
        let (year, month, _) = Calendar.civil(fromDays: day)
        let start = (month - 1) / count * count + 1
        let next = start + count > 12 ? (year + 1, start + count - 12) : (year, start + count)
        return Calendar.days(year: year, month: start, day: 1)...Calendar.days(year: next.0, month: next.1, day: 1) - 1
      }
    }
    func number(_ number: (_ day: Int) -> Int) -> Column {
      .int(FixedColumn(days.indices.map { Int64(number(day($0))) }, validity: validity))
    }
    switch function {
    case .year: return months(.year, 12)
    case .half: return months(.half, 6)
    case .quarter: return months(.quarter, 3)
    case .month: return months(.month, 1)
    case .week:
      return unit(.week) { day in
        let monday = day - Calendar.weekday(ofDay: day) + 1
        return monday...monday + 6
      }
    case .day: return unit(.day) { $0...$0 }
    case .yearNumber: return number { Calendar.civil(fromDays: $0).year }
    case .quarterOfYear: return number { (Calendar.civil(fromDays: $0).month - 1) / 3 + 1 }
    case .monthOfYear: return number { Calendar.civil(fromDays: $0).month }
    case .weekOfYear: return number { Calendar.week(ofDay: $0) }
    case .dayOfYear: return number { Calendar.dayOfYear(ofDay: $0) }
    case .dayOfMonth: return number { Calendar.civil(fromDays: $0).day }
    case .dayOfWeek: return number { Calendar.weekday(ofDay: $0) }
    default: return nil
    }
  }
}
