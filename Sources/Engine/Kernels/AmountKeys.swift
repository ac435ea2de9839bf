import IbidColumns

// Null rule: as `SortKeys`: what has no end comes behind all amounts, what is missing behind that.

/// Amounts as one number each, in the sort order: by the stated number, then below < up to < exact = about < at least < above;
/// ranges at their low end, then by the high.
///
///     amounts   less than £7 | £7 | £7 to £9 | more than £7 | £8
///     keys                 0 |  1 |        3 |            4 |  6     places of £7: 5
///
/// As many places belong to a stated number as the widest range needs, and one for each kind of bound that there is.
struct AmountKeys {
  private typealias Flags = MeasureColumn.Flags

  /// The least stated number.
  private let least: Int64
  /// How many places there are for a stated number.
  private let places: UInt64
  /// Where among these each kind is; of those with both ends, the exact ones.
  private let (below, upTo, exact, atLeast, above): (UInt64, UInt64, UInt64, UInt64, UInt64)
  /// Keys of what has a place are below it.
  private let end: UInt64
  private let isDescending: Bool

  /// What the keys of a column depend on.
  private struct Extent {
    var least = Int64.max
    var most = Int64.min
    /// Which kinds with one end there are, a bit each: as `flags` say which end it is, and whether it is open.
    var kinds: UInt16 = 0
    /// From the low to the high end.
    var widest: UInt64 = 0

    @inline(__always)
    mutating func take(_ low: Int64, _ high: Int64, _ flags: UInt8) {
      switch flags & Flags.point {
      case 0: return
      case Flags.hasHigh:
        kinds |= 1 &<< UInt16(flags & (Flags.point | Flags.highOpen))
        takeNumber(high)
      case Flags.hasLow:
        kinds |= 1 &<< UInt16(flags & (Flags.point | Flags.lowOpen))
        takeNumber(low)
      default:
        takeNumber(low)
        // The low end above the high one counts as far as can be.
        widest = max(widest, low <= high ? UInt64(bitPattern: high &- low) : .max)
      }
    }

    @inline(__always)
    mutating func takeNumber(_ number: Int64) {
      least = min(least, number)
      most = max(most, number)
    }

    mutating func take(_ other: Extent) {
      (least, most) = (min(least, other.least), max(most, other.most))
      (kinds, widest) = (kinds | other.kinds, max(widest, other.widest))
    }
  }

  /// nil where 64 bits do not hold the keys.
  private init?(_ extent: Extent, isDescending: Bool) {
    func size(_ flags: UInt8) -> UInt64 { UInt64(extent.kinds >> UInt16(flags) & 1) }
    self.isDescending = isDescending
    least = extent.least <= extent.most ? extent.least : 0
    let most = extent.least <= extent.most ? extent.most : 0
    guard extent.widest < 1 << 62 else { return nil }
    below = 0
    upTo = below + size(Flags.hasHigh | Flags.highOpen)
    exact = upTo + size(Flags.hasHigh)
    atLeast = exact + extent.widest + 1
    above = atLeast + size(Flags.hasLow)
    places = above + size(Flags.hasLow | Flags.lowOpen)
    let (end, overflow) = UInt64(bitPattern: most &- least).addingReportingOverflow(1)
    let (keys, overflow2) = end.multipliedReportingOverflow(by: places)
    guard !overflow, !overflow2, keys < 1 << 63 else { return nil }
    self.end = keys
  }

  /// Keys of amounts that need no more than 64 bits; nil where the keys do. O(rows), by all threads.
  static func keys(_ column: AlignedMeasures.Side, isDescending: Bool) -> [UInt64]? {
    guard case .narrow(let lows) = column.low, case .narrow(let highs) = column.high, !column.isExact else {
      return nil
    }
    if let packed = column.packed { return keys(packed, isDescending: isDescending) }
    let (flags, validity) = (column.flags, column.validity)
    let extents = Parallel.current.mapMorsels(of: lows.count) { rows in
      let (lows, highs, flags) = (lows.span, highs.span, flags.span)
      var extent = Extent()
      for row in rows where validity?[row] ?? true { extent.take(lows[row], highs[row], flags[row]) }
      return extent
    }
    var extent = Extent()
    for part in extents { extent.take(part) }
    guard let keys = AmountKeys(extent, isDescending: isDescending) else { return nil }
    return [UInt64](morsels: lows.count, filler: 0) { rows, output in
      let (lows, highs, flags) = (lows.span, highs.span, flags.span)
      for row in rows {
        output[row] = validity?[row] ?? true ? keys.key(lows[row], highs[row], flags[row]) : keys.missing
      }
    }
  }

  /// The points all at once, then what is more than a point.
  private static func keys(_ packed: PackedMeasures, isDescending: Bool) -> [UInt64]? {
    let (points, odd) = (packed.points, packed.odd)
    var extent = Extent()
    extent.take(points.least, points.least, Flags.point)
    extent.take(points.most, points.most, Flags.point)
    let (lows, highs, flags) = (odd.lows.values, odd.highs.values, odd.flags)
    for part in Parallel.current.mapMorsels(
      of: odd.count,
      { places in
        var extent = Extent()
        for place in places { extent.take(lows[place], highs[place], flags[place]) }
        return extent
      })
    {
      extent.take(part)
    }
    guard let keys = AmountKeys(extent, isDescending: isDescending) else { return nil }
    let step = isDescending ? 0 &- keys.places : keys.places
    let first = keys.key(points.least, points.least, Flags.point)
    let oddRows = odd.rows
    return points.keys(first: first, step: step, missing: keys.missing) { rows, output in
      let (lows, highs, flags, oddRows) = (lows.span, highs.span, flags.span, oddRows.span)
      for place in odd.places(in: rows) {
        output[Int(oddRows[place])] = keys.key(lows[place], highs[place], flags[place])
      }
    }
  }

  private var missing: UInt64 { end + 1 }

  /// The key of an amount with these ends and flags.
  @inline(__always)
  private func key(_ low: Int64, _ high: Int64, _ flags: UInt8) -> UInt64 {
    let key: UInt64
    switch flags & Flags.point {
    case Flags.point: key = number(low) &+ exact &+ UInt64(bitPattern: high &- low)
    case Flags.hasLow: key = number(low) &+ (flags & Flags.lowOpen != 0 ? above : atLeast)
    case Flags.hasHigh: key = number(high) &+ (flags & Flags.highOpen != 0 ? below : upTo)
    default: return end
    }
    return isDescending ? end &- 1 &- key : key
  }

  @inline(__always)
  private func number(_ stated: Int64) -> UInt64 { UInt64(bitPattern: stated &- least) &* places }
}

extension PackedNumbers {
  /// Keys that begin with that of the least number, and change by a step from one number to the next; `more` sets those of other rows of
  /// a morsel. By all threads.
  func keys(
    first: UInt64, step: UInt64, missing: UInt64, more: (Range<Int>, Apart<UInt64>) -> Void = { _, _ in }
  ) -> [UInt64] {
    switch distances {
    case .bytes(let distances): keys(distances, first, step, missing, more)
    case .shorts(let distances): keys(distances, first, step, missing, more)
    case .words(let distances): keys(distances, first, step, missing, more)
    }
  }

  @inline(__always)
  private func keys<Distance: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ distances: [Distance], _ first: UInt64, _ step: UInt64, _ missing: UInt64,
    _ more: (Range<Int>, Apart<UInt64>) -> Void
  ) -> [UInt64] {
    let gap = Distance(truncatingIfNeeded: span)
    return [UInt64](morsels: distances.count, filler: 0) { rows, output in
      let distances = distances.span
      if hasMissing {
        for row in rows {
          let distance = distances[row]
          output[row] = distance == gap ? missing : first &+ UInt64(truncatingIfNeeded: distance) &* step
        }
      } else {
        for row in rows { output[row] = first &+ UInt64(truncatingIfNeeded: distances[row]) &* step }
      }
      more(rows, output)
    }
  }

  /// Sort keys of the numbers, missing ones behind the others. By all threads.
  func keys(isDescending: Bool) -> [UInt64] {
    let last = UInt64(span - 1)
    return keys(first: isDescending ? last : 0, step: isDescending ? .max : 1, missing: last + 1)
  }
}
