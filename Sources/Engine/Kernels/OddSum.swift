import IbidColumns

/// What the rows of a column of amounts that are more than a point come to, of those that tests keep.
struct OddSum {
  var count: Int64 = 0
  var low: Int64 = 0
  var high: Int64 = 0
  /// See `MeasureEnds`.
  var lacks: UInt8 = 0

  /// Takes in the odd rows whose bit is set: of `words`, which stand `offset` places further down.
  mutating func add(_ odd: OddMeasures, _ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int) {
    let (rows, lows, highs, flags) = (odd.rows, odd.lows.values, odd.highs.values, odd.flags)
    var sum = self
    for place in odd.places(in: words.lowerBound &* 64..<words.upperBound &* 64) {
      let row = Int(rows[place])
      // All bits of it set or none: which way a row goes nobody could foresee, so there is no branch.
      let isKept = 0 &- Int64(truncatingIfNeeded: kept[row &>> 6 &- offset] &>> UInt64(row & 63) & 1)
      sum.count &-= isKept
      sum.low &+= lows[place] & isKept
      sum.high &+= highs[place] & isKept
      sum.lacks |=
        (flags[place] & MeasureColumn.Flags.identity ^ MeasureColumn.Flags.point) & UInt8(truncatingIfNeeded: isKept)
    }
    self = sum
  }

  mutating func take(_ other: OddSum) {
    count &+= other.count
    low &+= other.low
    high &+= other.high
    lacks |= other.lacks
  }
}
