import IbidColumns

/// The rows of a column of amounts that are more than a point, taken into totals of groups that have only the points so far.
///
/// They are few, so each is looked at by itself. Parts are put together in order.
struct OddMeasures {
  private typealias Flags = MeasureColumn.Flags

  let low: [Int64]
  let high: [Int64]
  let flags: [UInt8]
  let rows: [Int32]
  let ids: GroupIds
  let groupCount: Int

  /// None of `ids` is negative.
  init(_ measures: MeasureColumn, _ packed: PackedMeasures, _ ids: GroupIds, groupCount: Int) {
    if case .narrow(let low) = measures.low, case .narrow(let high) = measures.high {
      (self.low, self.high, rows) = (low, high, packed.odd)
    } else {
      // No such column has a twin.
      (low, high, rows) = ([], [], [])
    }
    flags = measures.flags
    self.ids = ids
    self.groupCount = groupCount
  }

  /// Totals of one group.
  private struct Record: BitwiseCopyable {
    var count: Int64 = 0
    /// Sums, or keys of ends.
    var low: Int64
    var high: Int64
    var lacks: UInt8 = 0
  }

  /// A record for each group, made by all threads.
  @inline(__always)
  private func records(
    from start: Record, _ add: (Int, inout Record) -> Void, _ merge: (Record, inout Record) -> Void
  ) -> [Record] {
    let parallel = Parallel.current
    let stretches = parallel.stretches(of: rows.count, keeping: groupCount, rowsPerKept: 2)
    let parts = parallel.parts(stretches.count) { index -> [Record] in
      var records = [Record](repeating: start, count: groupCount)
      records.withApart { records in
        for place in stretches[index] {
          let row = Int(rows[place])
          let id = Int(ids[row])
          var record = records[id]
          record.count &+= 1
          add(row, &record)
          records[id] = record
        }
      }
      return records
    }
    guard var all = parts.first else { return [Record](repeating: start, count: groupCount) }
    for part in parts.dropFirst() {
      for group in 0..<groupCount {
        all[group].count &+= part[group].count
        merge(part[group], &all[group])
      }
    }
    return all
  }

  // MARK: Sums

  /// Makes sums of points those of both ends.
  func addSums(to known: inout KnownTotals) {
    guard var (sums, bits) = known.wholeSums, var counts = known.counts else { return }
    for row in rows {
      let (low, high) = (low[Int(row)], high[Int(row)])
      bits |= UInt64(bitPattern: low ^ (low >> 63)) | UInt64(bitPattern: high ^ (high >> 63))
    }
    let records = records(from: Record(low: 0, high: 0)) { row, record in
      record.low &+= low[row]
      record.high &+= high[row]
      record.lacks |= flags[row] & Flags.identity ^ Flags.point
    } _: { later, record in
      record.low &+= later.low
      record.high &+= later.high
      record.lacks |= later.lacks
    }
    var highSums = sums
    var lacks = [UInt8](repeating: 0, count: groupCount)
    for (group, record) in records.enumerated() {
      sums[group] &+= record.low
      highSums[group] &+= record.high
      lacks[group] = record.lacks
      counts[group] &+= record.count
    }
    known.wholeSums = (sums, bits)
    known.highSums = (highSums, bits)
    known.flags = lacks
    known.counts = counts
  }

  // MARK: Least and greatest

  /// Whether all ends can be told by keys of 64 bits.
  static func canOrder(_ measures: MeasureColumn, _ packed: PackedMeasures) -> Bool {
    guard case .narrow(let low) = measures.low, case .narrow(let high) = measures.high else { return false }
    let largest = MeasureEnds.largest
    return packed.points.least.magnitude < largest && packed.points.most.magnitude < largest
      && packed.odd.allSatisfy { low[Int($0)].magnitude < largest && high[Int($0)].magnitude < largest }
  }

  /// Makes the least or greatest points the keys of the least or greatest ends: see `MeasureEnds`.
  func addExtremes(to known: inout KnownTotals, largest: Bool) {
    guard let points = known.extremes as? [Int64] else { return }
    let start = largest ? Int64.min : Int64.max
    let records = records(from: Record(low: start, high: start)) { row, record in
      let (low, high) = (MeasureEnds.lowKey(low[row], flags[row]), MeasureEnds.highKey(high[row], flags[row]))
      Self.take(low, high, into: &record, largest)
    } _: { later, record in
      Self.take(later.low, later.high, into: &record, largest)
    }
    var (lows, highs) = (points, points)
    for (group, record) in records.enumerated() {
      var record = record
      if known.counts?[group] != 0 {
        let point = points[group]
        Self.take(
          MeasureEnds.lowKey(point, Flags.point), MeasureEnds.highKey(point, Flags.point), into: &record, largest)
      }
      (lows[group], highs[group]) = (record.low, record.high)
      known.counts?[group] &+= record.count
    }
    known.extremes = lows
    known.highExtremes = highs
  }

  @inline(__always)
  private static func take(_ low: Int64, _ high: Int64, into record: inout Record, _ largest: Bool) {
    record.low = largest ? max(record.low, low) : min(record.low, low)
    record.high = largest ? max(record.high, high) : min(record.high, high)
  }
}
