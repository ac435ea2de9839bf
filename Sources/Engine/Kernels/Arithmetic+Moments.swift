import IbidColumns
import IbidTypes

// Null rule: a missing or unresolved side makes the result missing.

enum MomentArithmetic {
  /// `date ± duration`: months and years move by the calendar, the rest by seconds.
  static func add(_ dates: MomentColumn, _ durations: MeasureColumn, subtracting: Bool, count: Int) -> MomentColumn {
    if let days = addToDays(dates, durations, subtracting: subtracting, count: count) { return days }
    return MomentColumn(
      [Moment?](rows: count, filler: nil) { row in
        let i = dates.count == 1 ? 0 : row
        let j = durations.count == 1 ? 0 : row
        guard let date = dates[i], let low = date.low, let high = date.high, let duration = durations[j],
          let unit = Unit.named(duration.unit),
          var first = duration.low?.multiplied(by: unit.factor), var last = duration.high?.multiplied(by: unit.factor)
        else { return nil }
        if subtracting { (first, last) = (last.negated, first.negated) }
        guard let newLow = move(low, by: first, unit.kind), let newHigh = move(high, by: last, unit.kind) else {
          return nil
        }
        return Moment(low: newLow, high: newHigh, grain: date.grain)
      })
  }

  private static func move(_ second: Int64, by amount: ExactNumber, _ kind: Unit.Kind) -> Int64? {
    guard amount.isWhole, let steps = Int64(exactly: amount.numerator) else { return nil }
    if kind == .months {
      let day = Calendar.day(ofSecond: second)
      guard let months = Int(exactly: steps), let moved = Calendar.adding(months: months, toDay: day) else {
        return nil
      }
      return second + Int64(moved - day) * Calendar.secondsPerDay
    }
    let (result, overflow) = second.addingReportingOverflow(steps)
    let limit = Int64(Calendar.days(year: Calendar.years.upperBound, month: 12, day: 31)) * Calendar.secondsPerDay
    return overflow || result.magnitude > limit.magnitude ? nil : result
  }

  /// `a - b`: exact between two days or two times of day, an interval where either is imprecise.
  ///
  /// Counted in the coarser of their grains, at most in days: in hours between two times, in days else.
  static func difference(_ a: MomentColumn, _ b: MomentColumn, count: Int) throws(NumberOverflow) -> MeasureColumn {
    if let days = differenceOfDays(a, b, count: count) { return days }
    let values = [Measure?](rows: count, filler: nil) { row in
      let i = a.count == 1 ? 0 : row
      let j = b.count == 1 ? 0 : row
      guard let x = a[i], let y = b[j], let xLow = x.low, let xHigh = x.high, let yLow = y.low, let yHigh = y.high
      else { return nil }
      let step = max(x.grain, y.grain).secondsUpToDay
      // Rounded down before the year 1970, too.
      func steps(_ second: Int64) -> Int { Int(second >= 0 ? second / step : (second + 1) / step - 1) }
      let isTime = step < Calendar.secondsPerDay
      let hours = ExactNumber(Int(step)).divided(by: ExactNumber(3600))
      func distance(_ steps: Int) -> ExactNumber? {
        isTime ? hours.flatMap { ExactNumber(steps).multiplied(by: $0) } : ExactNumber(steps)
      }
      guard let least = distance(steps(xLow) - steps(yHigh)), let most = distance(steps(xHigh) - steps(yLow)) else {
        return nil
      }
      return Measure(low: least, high: most, unit: isTime ? "hour" : "day")
    }
    return try MeasureColumnBuilder(kind: .duration, values).finish()
  }
}

extension Grain {
  /// How long a moment of this grain is, in seconds; a day for all that are longer.
  fileprivate var secondsUpToDay: Int64 {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    default: Calendar.secondsPerDay
    }
  }
}
