import IbidColumns

/// Totals of groups that have only the points of a column of amounts so far, and take in what is more than a point.
///
/// Parts are put together in order.
struct OddTotals {
  private typealias Flags = MeasureColumn.Flags

  private let odd: OddMeasures
  /// The group of each, by place.
  private let ids: [Int32]
  private let groupCount: Int

  /// None of `ids` is negative.
  init(_ packed: PackedMeasures, _ ids: GroupIds, groupCount: Int) {
    odd = packed.odd
    self.ids = ids.gathered(packed.odd.rows)
    self.groupCount = groupCount
  }

  /// Whether they are the totals of these rows.
  func isOf(_ others: OddMeasures) -> Bool { odd.rows.span.isIdentical(to: others.rows.span) }

  /// Totals of one group.
  private struct Record: BitwiseCopyable {
    var count: Int64 = 0
    /// Sums, or keys of ends.
    var low: Int64
    var high: Int64
    var lacks: UInt8 = 0
  }

  /// Odd rows that one thread takes in before it looks for more work.
  private static let rowsAtOnce = 1 << 14

  private static let placesAhead = 16

  /// A record for each group, made by all threads; `add` takes the place of an odd row.
  @inline(__always)
  private func records(
    from start: Record, _ add: (Int, inout Record) -> Void, _ merge: (Record, inout Record) -> Void
  ) -> [Record] {
    let count = ids.count
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
          let id = Int(ids[place])
          var record = records[id]
          record.count &+= 1
          add(place, &record)
          records[id] = record
        }
      }
      return records
    }
    guard var all = parts.first else { return [Record](repeating: start, count: groupCount) }
    all.withApart { all in
      for part in parts.dropFirst() {
        parallel.forEachMorsel(of: groupCount) { groups in
          for group in groups {
            var record = all[group]
            record.count &+= part[group].count
            merge(part[group], &record)
            all[group] = record
          }
        }
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
    let records = records(from: Record(low: 0, high: 0)) { place, record in
      record.low &+= low[place]
      record.high &+= high[place]
      record.lacks |= flags[place] & Flags.identity ^ Flags.point
    } _: { later, record in
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
    let start = largest ? Int64.min : Int64.max
    let (lows, highs, flags) = (odd.lows.values, odd.highs.values, odd.flags)
    let records = records(from: Record(low: start, high: start)) { place, record in
      let flags = flags[place]
      let (low, high) = (MeasureEnds.lowKey(lows[place], flags), MeasureEnds.highKey(highs[place], flags))
      Self.take(low, high, into: &record, largest)
    } _: { later, record in
      Self.take(later.low, later.high, into: &record, largest)
    }
    var (least, greatest) = (points, points)
    for (group, record) in records.enumerated() {
      var record = record
      if known.counts?[group] != 0 {
        let point = points[group]
        Self.take(
          MeasureEnds.lowKey(point, Flags.point), MeasureEnds.highKey(point, Flags.point), into: &record, largest)
      }
      (least[group], greatest[group]) = (record.low, record.high)
      known.counts?[group] &+= record.count
    }
    known.extremes = least
    known.highExtremes = greatest
  }

  @inline(__always)
  private static func take(_ low: Int64, _ high: Int64, into record: inout Record, _ largest: Bool) {
    record.low = largest ? max(record.low, low) : min(record.low, low)
    record.high = largest ? max(record.high, high) : min(record.high, high)
  }
}
