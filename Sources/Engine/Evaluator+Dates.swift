import IbidColumns
import IbidPlan
import IbidTypes

// Functions of dates and periods. Null rule: missing for a missing argument, and for a stretch that has no such part.

extension Evaluator {
  /// Codes of a date function's values, made from those of the few different dates; nil for other expressions.
  mutating func codes(of expression: PlanExpression) throws(EngineError) -> Codes? {
    guard case .call(let function, let arguments) = expression.kind, Self.ofOneDate.contains(function),
      arguments.count == 1,
      case .column = arguments[0].kind, case .moment(let moments) = try column(arguments[0])
    else { return nil }
    let dates = Codes(statedBy: moments)
    guard dates.isDirect, dates.domain < Int64(count) else { return nil }
    let found = dates.appearances()
    // Numbered without gaps: twelve months a year, and not as many numbers as there are days.
    let values = Codes(identityOf: date(function, .moment(moments.gathered(found.rows)))).grouped()
    var table = [Int32](repeating: 0, count: Int(dates.domain))
    for (code, value) in zip(found.codes, values.ids) { table[Int(code)] = value }
    return dates.mapped(by: table, domain: Int64(values.firstRows.count))
  }

  /// Once for each different date where they repeat.
  func date(_ function: ScalarFunction, _ column: Column) -> Column {
    guard case .moment(let moments) = column, moments.count >= Self.manyDates else {
      return dateOfEach(function, column)
    }
    let codes = Codes(statedBy: moments)
    guard codes.isDirect, codes.domain < Int64(moments.count / 2) else { return dateOfEach(function, column) }
    let (ids, firstRows) = codes.grouped()
    return dateOfEach(function, .moment(moments.gathered(firstRows))).gathered(ids)
  }

  private static let manyDates = 1 << 8

  private static let ofOneDate: Set<ScalarFunction> = [
    .decade, .year, .half, .quarter, .month, .week, .day, .yearNumber, .quarterOfYear, .monthOfYear, .weekOfYear,
    .dayOfYear, .dayOfMonth, .dayOfWeek, .hourOfDay, .since, .until, .start, .end, .lengthInDays,
  ]

  private func dateOfEach(_ function: ScalarFunction, _ column: Column) -> Column {
    guard case .moment(let moments) = column else { return .missing(.date, count: column.count) }
    if let found = Self.dateOfDays(function, moments) { return found }
    func unit(_ grain: Grain) -> Column { Self.moments(moments) { $0.unit(grain) } }
    func number(of grain: Grain, _ number: (_ day: Int) -> Int) -> Column {
      Self.numbers(moments) { $0.unit(grain)?.low.map { number(Calendar.day(ofSecond: $0)) } }
    }
    func oneDay(_ second: Int64) -> Moment {
      Moment(firstDay: Calendar.day(ofSecond: second), lastDay: Calendar.day(ofSecond: second), grain: .day)
    }
    switch function {
    case .decade: return unit(.decade)
    case .year: return unit(.year)
    case .half: return unit(.half)
    case .quarter: return unit(.quarter)
    case .month: return unit(.month)
    case .week: return unit(.week)
    case .day: return unit(.day)
    case .yearNumber: return number(of: .year) { Calendar.civil(fromDays: $0).year }
    case .quarterOfYear: return number(of: .quarter) { (Calendar.civil(fromDays: $0).month - 1) / 3 + 1 }
    case .monthOfYear: return number(of: .month) { Calendar.civil(fromDays: $0).month }
    case .weekOfYear: return number(of: .week) { Calendar.week(ofDay: $0) }
    case .dayOfYear: return number(of: .day) { Calendar.dayOfYear(ofDay: $0) }
    case .dayOfMonth: return number(of: .day) { Calendar.civil(fromDays: $0).day }
    case .dayOfWeek: return number(of: .day) { Calendar.weekday(ofDay: $0) }
    case .hourOfDay: return Self.numbers(moments) { $0.hour }
    case .since:
      return Self.moments(moments) { $0.low == nil ? nil : Moment(low: $0.low, high: nil, grain: $0.grain) }
    case .until:
      return Self.moments(moments) { $0.high == nil ? nil : Moment(low: nil, high: $0.high, grain: $0.grain) }
    case .start: return Self.moments(moments) { $0.low.map(oneDay) }
    case .end: return Self.moments(moments) { $0.high.map(oneDay) }
    default:
      return Self.numbers(moments) { moment in
        guard let low = moment.low, let high = moment.high else { return nil }
        return Calendar.day(ofSecond: high) - Calendar.day(ofSecond: low) + 1
      }
    }
  }

  /// What lies between two dates, where both are days.
  func dates(_ function: ScalarFunction, _ a: Column, _ b: Column) -> Column {
    guard case .moment(let first) = a, case .moment(let second) = b else { return .missing(.int, count: a.count) }
    if function == .daysBetween, let days = MomentArithmetic.differenceOfDays(second, first, count: first.count),
      case .narrow(let numbers) = days.low
    {
      return .int(FixedColumn(numbers, validity: days.validity))
    }
    func day(_ moment: Moment?) -> Int? { moment?.unit(.day)?.low.map { Calendar.day(ofSecond: $0) } }
    return Self.ints(
      [Int?](rows: first.count, filler: nil) { row in
        guard let from = day(first[row]), let to = day(second[row]) else { return nil }
        return switch function {
        case .daysBetween: to - from
        case .monthsBetween: Calendar.months(fromDay: from, to: to)
        // Towards zero, as months are counted.
        default: Calendar.months(fromDay: from, to: to) / 12
        }
      })
  }

  private static func moments(_ moments: MomentColumn, _ change: (Moment) -> Moment?) -> Column {
    .moment(MomentColumn([Moment?](rows: moments.count, filler: nil) { moments[$0].flatMap(change) }))
  }

  private static func numbers(_ moments: MomentColumn, _ change: (Moment) -> Int?) -> Column {
    ints([Int?](rows: moments.count, filler: nil) { moments[$0].flatMap(change) })
  }

  private static func ints(_ values: [Int?]) -> Column {
    let valid = Bitmap(values.lazy.map { $0 != nil })
    return .int(FixedColumn(values.map { Int64($0 ?? 0) }, validity: valid.isAllTrue ? nil : valid))
  }
}
