/// Time cut into stretches of one grain, numbered in order: months, ISO weeks, decades.
///
/// Weeks start on Monday; seasons are the meteorological ones, of which winter starts in December; decades and
/// centuries start in years divisible by 10 and 100.
package struct GrainScale: Sendable {
  package let grain: Grain

  package init(_ grain: Grain) { self.grain = grain }

  /// The number of the stretch that a second lies in.
  package func number(ofSecond second: Int64) -> Int64 {
    if let seconds { return Self.floor(second, seconds) }
    let day = Calendar.day(ofSecond: second)
    if grain == .week { return Self.floor(Int64(day) + 3, 7) }
    let (year, month, _) = Calendar.civil(fromDays: day)
    return Self.floor(Int64(year) * 12 + Int64(month) - 1 + shift, months)
  }

  /// A stretch by its number, as a date or period of the grain.
  package func stretch(_ number: Int64) -> Moment {
    Moment(low: start(number), high: start(number + 1) - 1, grain: grain)
  }

  /// The first second of a stretch.
  package func start(_ number: Int64) -> Int64 {
    if let seconds { return number * seconds }
    if grain == .week { return (number * 7 - 3) * Calendar.secondsPerDay }
    let month = number * months - shift
    let year = Self.floor(month, 12)
    return Int64(Calendar.days(year: Int(year), month: Int(month - year * 12) + 1, day: 1)) * Calendar.secondsPerDay
  }

  /// Length in seconds, for grains of a fixed one that start at the epoch.
  private var seconds: Int64? {
    switch grain {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: Calendar.secondsPerDay
    default: nil
    }
  }

  private var months: Int64 {
    switch grain {
    case .quarter, .season: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .century: 1200
    default: 1
    }
  }

  /// Months by which the first stretch starts before January.
  private var shift: Int64 { grain == .season ? 1 : 0 }

  private static func floor(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : (a + 1) / b - 1 }
}
