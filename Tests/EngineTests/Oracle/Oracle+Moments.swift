import IbidColumns
import IbidPlan
import IbidTypes

/// Comparison of dates (one moment somewhere in a stretch) and periods (all of the stretch).
extension Oracle {
  static func compare(_ op: Comparison, _ a: Moment, isDate aIsDate: Bool, _ b: Moment, isDate bIsDate: Bool) -> Truth {
    guard a.isResolved, b.isResolved else { return .unknown(.unresolved) }
    switch (aIsDate, bIsDate) {
    case (true, true): return dates(op, a, b)
    case (true, false): return date(op, a, b)
    case (false, true): return date(op.flipped, b, a)
    case (false, false): return periods(op, a, b)
    }
  }

  /// `a in b`: a date as any of its moments, a period as all of them.
  static func isIn(_ a: Moment, isDate: Bool, _ b: Moment) -> Truth {
    guard a.isResolved, b.isResolved else { return .unknown(.unresolved) }
    let inside = seconds(a, b).filter { isMember($0, a) }.map { isMember($0, b) }
    return isDate ? .all(inside, otherwise: .range) : Truth(inside.allSatisfy { $0 })
  }

  private static func dates(_ op: Comparison, _ a: Moment, _ b: Moment) -> Truth {
    // Dates are stated by the day: the same day twice is the same date.
    if let low = a.low, let high = a.high, low == b.low, high == b.high,
      Calendar.day(ofSecond: low) == Calendar.day(ofSecond: high)
    {
      return Truth(holds(op, 0, 0))
    }
    let all = seconds(a, b)
    let right = all.filter { isMember($0, b) }
    return .all(
      all.lazy.filter { isMember($0, a) }.flatMap { x in right.lazy.map { y in holds(op, x, y) } }, otherwise: .range)
  }

  /// `<` before the period's start, `>` after its end, `>=` not before its start, `<=` not after its end.
  private static func date(_ op: Comparison, _ date: Moment, _ period: Moment) -> Truth {
    .all(
      seconds(date, period).filter { isMember($0, date) }.map { second in
        let isBefore = period.low.map { second < $0 } ?? false
        let isAfter = period.high.map { second > $0 } ?? false
        switch op {
        case .less: return isBefore
        case .greaterOrEqual: return !isBefore
        case .greater: return isAfter
        case .lessOrEqual: return !isAfter
        case .equal: return !isBefore && !isAfter
        case .notEqual: return isBefore || isAfter
        }
      }, otherwise: .range)
  }

  private static func periods(_ op: Comparison, _ a: Moment, _ b: Moment) -> Truth {
    let (aLow, aHigh) = (a.low ?? .min, a.high ?? .max)
    let (bLow, bHigh) = (b.low ?? .min, b.high ?? .max)
    switch op {
    case .equal: return Truth(aLow == bLow && aHigh == bHigh)
    case .notEqual: return Truth(aLow != bLow || aHigh != bHigh)
    case .less: return Truth(aHigh < bLow)
    case .greater: return Truth(aLow > bHigh)
    case .lessOrEqual: return Truth(aHigh <= bHigh)
    case .greaterOrEqual: return Truth(aLow >= bLow)
    }
  }

  private static func isMember(_ second: Int64, _ moment: Moment) -> Bool {
    second >= moment.low ?? .min && second <= moment.high ?? .max
  }

  /// Every end, the seconds around it, and moments far before and after.
  private static func seconds(_ a: Moment, _ b: Moment) -> [Int64] {
    let ends = [a.low, a.high, b.low, b.high].compactMap { $0 }
    let far: Int64 = 1 << 40
    return Set(ends.flatMap { end in (-3...3).map { end + $0 } } + [far, far + 1, -far, -far - 1]).sorted()
  }
}
