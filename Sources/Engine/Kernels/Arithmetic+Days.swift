import IbidColumns
import IbidTypes

// Null rule: a missing side makes the result missing; what a missing row holds may be anything.

/// Dates that are single days, as the whole numbers that they are kept as. nil for all others. By all threads.
extension MomentArithmetic {
  /// Days, or one that stands for all rows.
  private struct Days {
    let days: [Int32]
    let step: Int
    let validity: Bitmap?

    init?(_ column: MomentColumn, count: Int) {
      guard let days = column.singleDays, column.count == count || column.isValid(0),
        column.grains.allSatisfy({ $0 >= Grain.day.rawValue })
      else { return nil }
      self.days = days
      step = column.count == count ? 1 : 0
      validity = step == 1 ? column.validity : nil
    }
  }

  /// `a - b`, in days.
  static func differenceOfDays(_ a: MomentColumn, _ b: MomentColumn, count: Int) -> MeasureColumn? {
    guard let x = Days(a, count: count), let y = Days(b, count: count) else { return nil }
    let (first, second, firstStep, secondStep) = (x.days, y.days, x.step, y.step)
    let days = Numerators.narrow(
      [Int64](morsels: count, filler: 0) { rows, output in
        for row in rows { output[row] = Int64(first[row &* firstStep]) &- Int64(second[row &* secondStep]) }
      })
    return MeasureColumn(
      kind: .duration, denominator: 1, low: days, high: days, units: ["day"],
      validity: bothValid(x.validity, y.validity))
  }

  /// `date ± duration`, of durations of one unit that are whole days, or months.
  static func addToDays(_ dates: MomentColumn, _ durations: MeasureColumn, subtracting: Bool, count: Int)
    -> MomentColumn?
  {
    guard let start = Days(dates, count: count), durations.isExact, durations.unitCodes.isEmpty,
      durations.count == count || durations.isValid(0), durations.denominator == 1,
      case .narrow(let lengths) = durations.low, let unit = Unit.named(durations.units[0]), unit.factor.isWhole
    else { return nil }
    let isMonths = unit.kind == .months
    let perStep = isMonths ? 1 : Int128(Calendar.secondsPerDay)
    guard unit.factor.numerator % perStep == 0, let factor = Int64(exactly: unit.factor.numerator / perStep) else {
      return nil
    }
    let (days, step, lengthStep, sign) = (
      start.days, start.step, durations.count == count ? 1 : 0, subtracting ? -factor : factor
    )
    let validity = bothValid(start.validity, lengthStep == 1 ? durations.validity : nil)
    // A day short of where seconds end that a moment may have.
    let most = Int64(Calendar.days(year: Calendar.years.upperBound, month: 12, day: 31)) - 1
    let moved = Numerators.each(of: count, filler: Int32(0)) { row in
      let day = Int64(days[row &* step])
      let (steps, overflow) = lengths[row &* lengthStep].multipliedReportingOverflow(by: sign)
      // What is missing may lie anywhere.
      if !(validity?[row] ?? true) { return (0, false) }
      if overflow { return (0, true) }
      if isMonths {
        guard let moved = Calendar.adding(months: Int(steps), toDay: Int(day)), let day = Int32(exactly: moved) else {
          return (0, true)
        }
        return (day, false)
      }
      let (sum, isFar) = day.addingReportingOverflow(steps)
      return (Int32(truncatingIfNeeded: sum), isFar || sum.magnitude > most.magnitude)
    }
    guard let moved else { return nil }
    return MomentColumn(
      low: .days(moved, last: false), high: .days(moved, last: true),
      grains: step == 1 ? dates.grains : [UInt8](all: dates.grains[0], count: count), validity: validity)
  }
}
