import IbidColumns
import IbidPlan
import IbidTypes

// Functions of dates and periods. Null rule: missing for a missing argument, and for a stretch that has no such part.

extension Evaluator {
  func date(_ function: ScalarFunction, _ at: (Int) -> Column, _ rows: Int) -> Column {
    guard case .moment(let moments) = at(0) else { return .missing(.date, count: rows) }
    func map(_ change: (Moment) -> Moment?) -> Column {
      .moment(MomentColumn((0..<rows).map { row in moments[row].flatMap(change) }))
    }
    func number(_ change: (Moment) -> Int?) -> Column {
      let values = (0..<rows).map { row in moments[row].flatMap(change) }
      let valid = Bitmap(values.lazy.map { $0 != nil })
      return .int(FixedColumn(values.map { Int64($0 ?? 0) }, validity: valid.isAllTrue ? nil : valid))
    }
    switch function {
    case .year: return map { $0.unit(.year) }
    case .quarter: return map { $0.unit(.quarter) }
    case .month: return map { $0.unit(.month) }
    case .day: return map { $0.unit(.day) }
    case .yearNumber:
      return number { $0.unit(.year)?.low.map { Calendar.civil(fromDays: Calendar.day(ofSecond: $0)).year } }
    case .monthOfYear:
      return number { $0.unit(.month)?.low.map { Calendar.civil(fromDays: Calendar.day(ofSecond: $0)).month } }
    case .dayOfWeek: return number { $0.unit(.day)?.low.map { Calendar.weekday(ofDay: Calendar.day(ofSecond: $0)) } }
    case .since: return map { $0.low == nil ? nil : Moment(low: $0.low, high: nil, grain: $0.grain) }
    case .until: return map { $0.high == nil ? nil : Moment(low: nil, high: $0.high, grain: $0.grain) }
    case .start:
      return map {
        $0.low.map { Moment(firstDay: Calendar.day(ofSecond: $0), lastDay: Calendar.day(ofSecond: $0), grain: .day) }
      }
    case .end:
      return map {
        $0.high.map { Moment(firstDay: Calendar.day(ofSecond: $0), lastDay: Calendar.day(ofSecond: $0), grain: .day) }
      }
    default:
      guard case .moment(let others) = at(1) else { return .missing(.int, count: rows) }
      let values = (0..<rows).map { row -> Int64? in
        guard let a = moments[row]?.unit(.day)?.low, let b = others[row]?.unit(.day)?.low else { return nil }
        return Int64(Calendar.day(ofSecond: b) - Calendar.day(ofSecond: a))
      }
      let valid = Bitmap(values.lazy.map { $0 != nil })
      return .int(FixedColumn(values.map { $0 ?? 0 }, validity: valid.isAllTrue ? nil : valid))
    }
  }
}

extension Moment {
  /// The year, month … that it lies in whole; nil if it lies in several or has an open end.
  func unit(_ grain: Grain) -> Moment? {
    guard let low, let high else { return nil }
    let first = Calendar.civil(fromDays: Calendar.day(ofSecond: low))
    let whole: Moment? =
      switch grain {
      case .year: Moment(year: first.year)
      case .quarter: Moment(literal: Calendar.pad(first.year, 4) + "-Q\((first.month - 1) / 3 + 1)")
      case .month: Moment(year: first.year, month: first.month)
      default: Moment(year: first.year, month: first.month, day: first.day)
      }
    guard let whole, let end = whole.high, high <= end else { return nil }
    return whole
  }
}
