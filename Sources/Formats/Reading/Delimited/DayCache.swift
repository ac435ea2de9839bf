import IbidTypes

/// The days of one month after the other, as `ColumnSink` keeps them.
///
/// Files mostly have runs of days in one month; for another one the calendar is asked.
struct DayCache {
  /// `2024-03-`, the first byte the lowest.
  private var month: UInt64 = 0
  private var firstDay: Int64 = 0
  /// 0 if `month` is none.
  private var length: UInt8 = 0

  /// The slot of the day whose first eight bytes are `month` and whose last two are digits; nil if there is no such day.
  @inline(__always)
  mutating func slot(_ month: UInt64, _ tens: UInt8, _ ones: UInt8) -> UInt64? {
    if month != self.month { turn(to: month) }
    let (high, low) = (tens &- 0x30, ones &- 0x30)
    guard high <= 9, low <= 9 else { return nil }
    let day = high &* 10 &+ low
    guard day >= 1, day <= length else { return nil }
    let second = (firstDay &+ Int64(day) &- 1) &* Calendar.secondsPerDay
    return UInt64(bitPattern: second << 4 | Int64(Grain.day.rawValue))
  }

  private mutating func turn(to month: UInt64) {
    self.month = month
    length = 0
    func digit(_ index: UInt64) -> Int? {
      let value = UInt8(truncatingIfNeeded: month >> (index * 8)) &- 0x30
      return value <= 9 ? Int(value) : nil
    }
    func isDash(_ index: UInt64) -> Bool { UInt8(truncatingIfNeeded: month >> (index * 8)) == UInt8(ascii: "-") }
    guard let a = digit(0), let b = digit(1), let c = digit(2), let d = digit(3), let e = digit(5), let f = digit(6),
      isDash(4), isDash(7)
    else { return }
    let (year, number) = (a * 1000 + b * 100 + c * 10 + d, e * 10 + f)
    guard Calendar.isValid(year: year, month: number, day: 1) else { return }
    firstDay = Int64(Calendar.days(year: year, month: number, day: 1))
    length = UInt8(Calendar.length(ofMonth: number, year: year))
  }
}
