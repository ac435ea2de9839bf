/// The first or the last seconds of a column of moments: as days where each of them is that of a day, else one by one.
///
/// Nearly every date of a table is a day, which four bytes hold.
@frozen
@usableFromInline
package enum Seconds: Sendable {
  case each([Int64])
  /// Days since 1970, of which these are the first seconds, or the last.
  case days([Int32], last: Bool)

  @usableFromInline package static let perDay: Int64 = 86_400

  /// As days if all rows that are there allow it. `validity`: rows that are there; the others become anything.
  package init(_ seconds: [Int64], last: Bool, _ validity: Bitmap?) {
    let offset = last ? Self.perDay - 1 : 0
    let areDays = Parallel.current.mapMorsels(of: seconds.count) { range in
      let seconds = seconds.span
      var areDays = true
      for row in range {
        // Far enough from the ends that stand for none.
        let (difference, overflow) = seconds[row].subtractingReportingOverflow(offset)
        let day = difference / Self.perDay
        let isDay = !overflow && difference % Self.perDay == 0 && day == Int64(Int32(truncatingIfNeeded: day))
        areDays = areDays && (isDay || !(validity?[row] ?? true))
      }
      return areDays
    }.allSatisfy { $0 }
    guard areDays else {
      self = .each(seconds)
      return
    }
    self = .days(
      [Int32](morsels: seconds.count, filler: 0) { range, days in
        let seconds = seconds.span
        for row in range {
          let isThere = validity?[row] ?? true
          days[row] = isThere ? Int32(truncatingIfNeeded: (seconds[row] &- offset) / Self.perDay) : 0
        }
      }, last: last)
  }

  /// The seconds at `rows`; for a negative row, which is missing, anything.
  package func gathered(_ rows: [Int32], filler: Int64) -> Seconds {
    switch self {
    case .each(let seconds): .each(seconds.gathered(rows, filler: filler))
    case .days(let days, let last): .days(days.gathered(rows, filler: 0), last: last)
    }
  }

  package static func + (a: Seconds, b: Seconds) -> Seconds {
    if case .days(let x, let isLast) = a, case .days(let y, isLast) = b { return .days(x + y, last: isLast) }
    return .each(Array(a) + Array(b))
  }
}

extension Seconds: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }

  @inlinable package var endIndex: Int {
    switch self {
    case .each(let seconds): seconds.count
    case .days(let days, _): days.count
    }
  }

  @inlinable
  package subscript(row: Int) -> Int64 {
    switch self {
    case .each(let seconds): seconds[row]
    case .days(let days, let last): Int64(days[row]) &* Self.perDay &+ (last ? Self.perDay &- 1 : 0)
    }
  }
}
