import IbidTypes

/// A stretch of the calendar that marks of time are apart.
enum CalendarStep: Sendable, CaseIterable {
  case days(Int)
  case months(Int)

  static let allCases: [CalendarStep] =
    [.days(1), .days(2), .days(7), .days(14)]
    + [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000].map { .months($0) }

  /// Those that a histogram of dates has: each is a day, month, quarter, year, decade or century.
  static let whole: [CalendarStep] = [.days(1), .months(1), .months(3), .months(12), .months(120), .months(1200)]

  /// About how long it is.
  var seconds: Double {
    switch self {
    case .days(let count): Double(count) * 86_400
    case .months(let count): Double(count) * 2_629_746
    }
  }

  /// Start of the stretch that a second lies in; days are counted from Monday 1970-01-05.
  func start(_ second: Double) -> Double {
    let day = Calendar.day(ofSecond: Int64(second))
    switch self {
    case .days(let count): return Double((Self.floored(day - 4, by: count) + 4) * 86_400)
    case .months(let count):
      let (year, month, _) = Calendar.civil(fromDays: day)
      return Self.start(ofMonth: Self.floored(year * 12 + month - 1, by: count))
    }
  }

  /// Start of the next stretch.
  func next(after start: Double) -> Double {
    let day = Calendar.day(ofSecond: Int64(start))
    switch self {
    case .days(let count): return Double((day + count) * 86_400)
    case .months(let count):
      let (year, month, _) = Calendar.civil(fromDays: day)
      return Self.start(ofMonth: year * 12 + month - 1 + count)
    }
  }

  /// Marks in a stretch of time; not more than a hundred are made.
  func ticks(from least: Double, to most: Double) -> [PlotScale.Tick] {
    var ticks: [PlotScale.Tick] = []
    var mark = start(least)
    while mark <= most, ticks.count < 100 {
      if mark >= least { ticks.append(.init(value: mark, label: label(mark))) }
      mark = next(after: mark)
    }
    return ticks
  }

  /// The stretch that begins there: `2024-03-05`, `2024-03`, `2024-Q1`, `2024`, `2020s`.
  func label(_ second: Double) -> String {
    let day = Calendar.day(ofSecond: Int64(second))
    let (year, month, _) = Calendar.civil(fromDays: day)
    return switch self {
    case .days: Calendar.iso(day: day)
    case .months(3) where (month - 1) % 3 == 0: Calendar.pad(year, 4) + "-Q\((month - 1) / 3 + 1)"
    case .months(120): Calendar.pad(year, 4) + "s"
    case .months(let count) where count % 12 == 0: Calendar.pad(year, 4)
    case .months: Calendar.pad(year, 4) + "-" + Calendar.pad(month, 2)
    }
  }

  private static func floored(_ value: Int, by step: Int) -> Int { value - ((value % step) + step) % step }

  private static func start(ofMonth index: Int) -> Double {
    let year = floored(index, by: 12) / 12
    return Double(Calendar.days(year: year, month: index - year * 12 + 1, day: 1) * 86_400)
  }
}
