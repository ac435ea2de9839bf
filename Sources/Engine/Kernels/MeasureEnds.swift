import IbidColumns

/// The ends of intervals as whole numbers whose least or greatest is that of the ends, open or closed, there or not.
///
/// An end is its numerator doubled, and one more where it is open or closed: of equal ends one wins (see
/// `MeasureAggregation.end`). An end that is not there lies behind all others, or before them: of maxima a missing high end wins
/// and a missing low end loses.
struct MeasureEnds {
  private typealias Flags = MeasureColumn.Flags

  let low: [Int64]
  let high: [Int64]

  /// nil where a numerator is too large to be doubled.
  init?(_ lows: [Int64], _ highs: [Int64], _ flags: [UInt8]) {
    // Of equal low ends of maxima the open one is the greater, of minima the closed one the less; of high ends the other way.
    guard let low = Self.keys(lows, flags, Flags.hasLow, Flags.lowOpen, missing: .min, addsOpen: true),
      let high = Self.keys(highs, flags, Flags.hasHigh, Flags.highOpen, missing: .max, addsOpen: false)
    else { return nil }
    (self.low, self.high) = (low, high)
  }

  private static func keys(
    _ values: [Int64], _ flags: [UInt8], _ has: UInt8, _ open: UInt8, missing: Int64, addsOpen: Bool
  ) -> [Int64]? {
    let fits = Parallel.current.mapMorsels(of: values.count) { range in
      let (values, flags) = (values.span, flags.span)
      var fits = true
      for row in range {
        let isThere = flags[row] & has != 0
        fits = fits && (!isThere || values[row].magnitude < largest)
      }
      return fits
    }.allSatisfy { $0 }
    guard fits else { return nil }
    return [Int64](morsels: values.count, filler: 0) { range, keys in
      let (values, flags) = (values.span, flags.span)
      for row in range {
        keys[row] = key(values[row], flags[row], has, open, missing: missing, addsOpen: addsOpen)
      }
    }
  }

  /// Numerators that can be doubled are less.
  static let largest = UInt64(Int64.max / 4)

  @inline(__always)
  static func lowKey(_ value: Int64, _ flags: UInt8) -> Int64 {
    key(value, flags, Flags.hasLow, Flags.lowOpen, missing: .min, addsOpen: true)
  }

  @inline(__always)
  static func highKey(_ value: Int64, _ flags: UInt8) -> Int64 {
    key(value, flags, Flags.hasHigh, Flags.highOpen, missing: .max, addsOpen: false)
  }

  @inline(__always)
  private static func key(
    _ value: Int64, _ flags: UInt8, _ has: UInt8, _ open: UInt8, missing: Int64, addsOpen: Bool
  ) -> Int64 {
    let isOpen = flags & open != 0
    return flags & has != 0 ? value &* 2 &+ (isOpen == addsOpen ? 1 : 0) : missing
  }

  /// The ends and flags of groups from the least or greatest keys of each; zero where an end is not there.
  static func decoded(low: [Int64], high: [Int64]) -> (low: [Int64], high: [Int64], flags: [UInt8]) {
    var flags = [UInt8](repeating: 0, count: low.count)
    var ends = (low: low, high: high)
    for group in low.indices {
      if low[group] == .min {
        ends.low[group] = 0
      } else {
        ends.low[group] = low[group] >> 1
        flags[group] |= Flags.hasLow | (low[group] & 1 != 0 ? Flags.lowOpen : 0)
      }
      if high[group] == .max {
        ends.high[group] = 0
      } else {
        ends.high[group] = high[group] >> 1
        flags[group] |= Flags.hasHigh | (high[group] & 1 == 0 ? Flags.highOpen : 0)
      }
    }
    return (ends.low, ends.high, flags)
  }

  /// The bits of flags that a sum takes over if one value has them: ends that are not there, open ends, hedges.
  static func lacks(_ flags: [UInt8]) -> [UInt8] {
    [UInt8](morsels: flags.count, filler: 0) { range, output in
      let flags = flags.span
      for row in range { output[row] = flags[row] & Flags.identity ^ Flags.point }
    }
  }

  /// The flags of sums.
  static func combined(_ lacks: UInt8) -> UInt8 {
    let has = ~lacks & Flags.point
    let opens = (has & Flags.hasLow != 0 ? Flags.lowOpen : 0) | (has & Flags.hasHigh != 0 ? Flags.highOpen : 0)
    return has | lacks & opens | lacks & Flags.hedged
  }
}
