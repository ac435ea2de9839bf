import IbidColumns

/// Totals of groups that have only the points of a column of amounts so far, and take in what is more than a point.
///
/// Parts are put together in order.
final class OddTotals {
  private typealias Flags = MeasureColumn.Flags

  private let odd: OddMeasures
  /// The group of each, by place.
  private let ids: [Int32]
  private let groupCount: Int
  /// Made for the least and the greatest together.
  private lazy var ends = endsOfGroups()

  /// None of `ids` is negative.
  init(_ packed: PackedMeasures, _ ids: GroupIds, groupCount: Int) {
    odd = packed.odd
    self.ids = ids.gathered(packed.odd.rows)
    self.groupCount = groupCount
  }

  /// Whether they are the totals of these rows.
  func isOf(_ others: OddMeasures) -> Bool { odd.isSame(as: others) }

  /// Sums of one group.
  private struct Sums: BitwiseCopyable {
    var count: Int64 = 0
    var low: Int64 = 0
    var high: Int64 = 0
    var lacks: UInt8 = 0
  }

  /// The least and greatest keys of the ends of one group.
  private struct Ends: BitwiseCopyable {
    var leastLow = Int64.max
    var leastHigh = Int64.max
    var greatestLow = Int64.min
    var greatestHigh = Int64.min

    @inline(__always)
    mutating func take(_ low: Int64, _ high: Int64) {
      (leastLow, leastHigh) = (min(leastLow, low), min(leastHigh, high))
      (greatestLow, greatestHigh) = (max(greatestLow, low), max(greatestHigh, high))
    }

    @inline(__always)
    mutating func take(_ other: Ends) {
      (leastLow, leastHigh) = (min(leastLow, other.leastLow), min(leastHigh, other.leastHigh))
      (greatestLow, greatestHigh) = (max(greatestLow, other.greatestLow), max(greatestHigh, other.greatestHigh))
    }

    /// Keys of low ends are never the greatest number.
    var isEmpty: Bool { leastLow == .max }
  }

  /// Odd rows that one thread takes in before it looks for more work.
  private static let rowsAtOnce = 1 << 14

  private static let placesAhead = 16

  /// A record for each group, made by all threads; `add` takes the place of an odd row.
  @inline(__always)
  private func records<Record: BitwiseCopyable>(
    from start: Record, _ add: (Int, inout Record) -> Void, _ merge: (Record, inout Record) -> Void
  ) -> [Record] {
    let (ids, count) = (ids, ids.count)
    // Records are merged one group after the other, so there are no more of them than threads. Whole numbers add up to the same
    // in any order.
    let parallel = Parallel.current
    let size = max(Self.rowsAtOnce, groupCount * 2, (count + parallel.threads - 1) / parallel.threads)
    let parts = parallel.parts((count + size - 1) / size) { part -> [Record] in
      var records = [Record](repeating: start, count: groupCount)
      records.withApart { records in
        let ids = ids.span
        let end = min((part + 1) * size, count)
        for place in part * size..<end {
          // Groups come in any order: their records are asked for before they are wanted.
          records.prefetch(Int(ids[min(place &+ Self.placesAhead, end &- 1)]))
          add(place, &records[Int(ids[place])])
        }
      }
      return records
    }
    guard var all = parts.first else { return [Record](repeating: start, count: groupCount) }
    all.withApart { all in
      for part in parts.dropFirst() {
        parallel.forEachMorsel(of: groupCount) { groups in for group in groups { merge(part[group], &all[group]) } }
      }
    }
    return all
  }

  // MARK: Sums

  /// Makes sums of points those of both ends.
  func addSums(to known: inout KnownTotals) {
    guard let points = known.wholeSums, var counts = known.counts else { return }
    var (sums, bits) = (points.totals, points.bits)
    bits |= odd.magnitudes
    let (low, high, flags) = (odd.lows.values, odd.highs.values, odd.flags)
    let records = records(from: Sums()) { place, record in
      record.count &+= 1
      record.low &+= low[place]
      record.high &+= high[place]
      record.lacks |= flags[place] & Flags.identity ^ Flags.point
    } _: { later, record in
      record.count &+= later.count
      record.low &+= later.low
      record.high &+= later.high
      record.lacks |= later.lacks
    }
    var highSums = sums
    let lacks = sums.withApart { sums in
      highSums.withApart { highSums in
        counts.withApart { counts in
          [UInt8](morsels: groupCount, filler: 0) { groups, lacks in
            for group in groups {
              let record = records[group]
              sums[group] &+= record.low
              highSums[group] &+= record.high
              lacks[group] = record.lacks
              counts[group] &+= record.count
            }
          }
        }
      }
    }
    known.wholeSums = (sums, bits)
    known.highSums = (highSums, bits)
    known.flags = lacks
    known.counts = counts
  }

  // MARK: Least and greatest

  /// Whether all ends can be told by keys of 64 bits.
  static func canOrder(_ packed: PackedMeasures) -> Bool {
    let largest = MeasureEnds.largest
    return packed.points.least.magnitude < largest && packed.points.most.magnitude < largest
      && packed.odd.magnitudes < largest
  }

  /// Makes the least or greatest points the keys of the least or greatest ends: see `MeasureEnds`.
  func addExtremes(to known: inout KnownTotals, largest: Bool) {
    guard let points = known.extremes as? [Int64] else { return }
    // Where no points are missing, every group has one.
    var counts = known.counts ?? [Int64](repeating: 1, count: groupCount)
    let records = ends
    var greatest = points
    let least = counts.withApart { counts in
      greatest.withApart { greatest in
        [Int64](morsels: groupCount, filler: 0) { groups, least in
          let (points, records) = (points.span, records.span)
          for group in groups {
            var record = records[group]
            let hasOdd = !record.isEmpty
            if counts[group] != 0 {
              let point = points[group]
              record.take(MeasureEnds.lowKey(point, Flags.point), MeasureEnds.highKey(point, Flags.point))
            }
            least[group] = largest ? record.greatestLow : record.leastLow
            greatest[group] = largest ? record.greatestHigh : record.leastHigh
            if hasOdd { counts[group] &+= 1 }
          }
        }
      }
    }
    known.extremes = least
    known.highExtremes = greatest
    known.counts = counts
  }

  private func endsOfGroups() -> [Ends] {
    let (lows, highs, flags) = (odd.lows.values, odd.highs.values, odd.flags)
    return records(from: Ends()) { place, record in
      let flags = flags[place]
      record.take(MeasureEnds.lowKey(lows[place], flags), MeasureEnds.highKey(highs[place], flags))
    } _: { later, record in
      record.take(later)
    }
  }
}
