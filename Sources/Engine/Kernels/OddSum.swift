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
    let rows = odd.rows
    let places = odd.places(in: words.lowerBound &* 64..<words.upperBound &* 64)
    for word in places.lowerBound / 64..<(places.upperBound + 63) / 64 {
      let own = max(places.lowerBound, word &* 64)..<min(places.upperBound, word &* 64 &+ 64)
      add(odd, word, kept.bits(at: rows.span, own, from: offset &* 64) &<< UInt64(own.lowerBound & 63))
    }
  }

  /// Takes in those of the odd rows from place `64 * word` on whose bit is set.
  @inline(__always)
  mutating func add(_ odd: OddMeasures, _ word: Int, _ bits: UInt64) {
    if bits == 0 { return }
    count &+= Int64(bits.nonzeroBitCount)
    low &+= odd.lows.sum(word, where: bits)
    high &+= odd.highs.sum(word, where: bits)
    // Soon there is nothing more to be told.
    if lacks == odd.lacks { return }
    let flags = odd.flags.span
    var bits = bits
    while bits != 0 {
      lacks |= flags[word &* 64 &+ bits.trailingZeroBitCount] & MeasureColumn.Flags.identity ^ MeasureColumn.Flags.point
      bits &= bits &- 1
    }
  }

  mutating func take(_ other: OddSum) {
    count &+= other.count
    low &+= other.low
    high &+= other.high
    lacks |= other.lacks
  }
}

extension FixedColumn<Int64> {
  /// The sum of those rows from `64 * word` on that have a value and whose bit is set, by their twin if there is one. Wraps.
  @inline(__always)
  fileprivate func sum(_ word: Int, where bits: UInt64) -> Int64 {
    var bits = validity.map { bits & $0.words[word] } ?? bits
    if let packed {
      let distances =
        switch packed.distances {
        case .bytes(let bytes): bytes.span.sum(word, where: bits)
        case .shorts(let shorts): shorts.span.sum(word, where: bits)
        case .words(let words): words.span.sum(word, where: bits)
        }
      return Int64(bitPattern: distances) &+ Int64(bits.nonzeroBitCount) &* packed.least
    }
    let values = values
    var sum: Int64 = 0
    while bits != 0 {
      sum &+= values[word &* 64 &+ bits.trailingZeroBitCount]
      bits &= bits &- 1
    }
    return sum
  }
}
