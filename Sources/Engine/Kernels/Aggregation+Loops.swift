import IbidColumns

/// What a loop over groups does with each row: a type, not a closure, so that its loop is compiled for it.
protocol Accumulator {
  associatedtype Total: BitwiseCopyable
  /// The total of a group without rows.
  var start: Total { get }
  /// Takes a row in. `bits` is free to note something about the values seen; what all noted is or-ed.
  func add(_ row: Int, to total: inout Total, _ bits: inout UInt64)
  /// Puts the total of later rows to that of earlier ones.
  func merge(_ later: Total, into total: inout Total)
}

extension Aggregation {
  /// A total for each group, by all threads.
  ///
  /// Rows are cut into stretches by their number alone; each has totals of its own, which are put together in order.
  /// O(rows + groups).
  func totals<Kind: Accumulator>(_ kind: Kind, _ validity: Bitmap?) -> (totals: [Kind.Total], bits: UInt64) {
    let parallel = Parallel.current
    var ids = ids
    if case .combined(let codes) = ids { ids = .each(codes.array) }
    let groups = ids
    let stretches = parallel.stretches(of: ids.count, keeping: groupCount)
    let parts = parallel.parts(stretches.count) { index -> (totals: [Kind.Total], bits: UInt64) in
      // The last total is of rows that take no part: a store that nobody reads is cheaper than a branch.
      var totals = [Kind.Total](repeating: kind.start, count: groupCount + 1)
      var bits: UInt64 = 0
      var first = stretches[index].lowerBound
      while first < stretches[index].upperBound, !parallel.isStopped {
        let rows = first..<min(first + parallel.morselRows, stretches[index].upperBound)
        first = rows.upperBound
        totals.withApart { add(rows, groups, kind, validity, to: $0, &bits) }
      }
      return (totals, bits)
    }
    guard var result = parts.first else { return ([Kind.Total](repeating: kind.start, count: groupCount), 0) }
    for part in parts.dropFirst() {
      for group in 0..<groupCount { kind.merge(part.totals[group], into: &result.totals[group]) }
      result.bits |= part.bits
    }
    result.totals.removeLast()
    return result
  }

  private func add<Kind: Accumulator>(
    _ rows: Range<Int>, _ ids: GroupIds, _ kind: Kind, _ validity: Bitmap?, to totals: Apart<Kind.Total>,
    _ bits: inout UInt64
  ) {
    let last = groupCount
    switch (ids, validity) {
    case (.some(let members), let validity):
      let members = validity.map { members & $0 } ?? members
      var total = totals[0]
      for row in rows where members[row] { kind.add(row, to: &total, &bits) }
      totals[0] = total
    case (.one, nil):
      var total = totals[0]
      for row in rows { kind.add(row, to: &total, &bits) }
      totals[0] = total
    case (.one, let validity?):
      var total = totals[0]
      for row in rows where validity[row] { kind.add(row, to: &total, &bits) }
      totals[0] = total
    // Written out before.
    case (.combined, _): break
    case (.each(let ids), nil):
      let ids = ids.span
      for row in rows {
        let id = Int(ids[row])
        kind.add(row, to: &totals[id < 0 ? last : id], &bits)
      }
    case (.each(let ids), let validity?):
      let ids = ids.span
      for row in rows where validity[row] {
        let id = Int(ids[row])
        kind.add(row, to: &totals[id < 0 ? last : id], &bits)
      }
    }
  }

  // MARK: Counts and sums

  /// Rows of each group that have a value.
  func counts(_ validity: Bitmap? = nil) -> [Int64] { known.counts ?? totals(Counting(), validity).totals }

  /// Sums of whole numbers; throws where one, taken in order, grows too large on its way.
  func sums(_ values: [Int64], _ validity: Bitmap?) throws(Failure) -> [Int64] {
    // Magnitudes or-ed bound them all.
    let (sums, bits) = known.wholeSums ?? totals(WholeSum(values: values), validity)
    if bits.leadingZeroBitCount > UInt64.bitWidth - UInt64(ids.count).leadingZeroBitCount { return sums }
    return try carefulSums(values, validity)
  }

  /// One row after the other, as the order decides whether a sum fits.
  func carefulSums<Number: FixedWidthInteger>(_ values: some RandomAccessCollection<Number>, _ validity: Bitmap?)
    throws(Failure) -> [Number]
  {
    var sums = [Number](repeating: 0, count: groupCount)
    var overflowed = false
    var row = 0
    for value in values {
      let id = ids[row]
      if id >= 0, validity?[row] ?? true {
        let (sum, overflow) = sums[Int(id)].addingReportingOverflow(value)
        sums[Int(id)] = sum
        overflowed = overflowed || overflow
      }
      row += 1
    }
    if overflowed { throw .overflow }
    return sums
  }

  func floatSums(_ values: [Double], _ validity: Bitmap?) -> [Double] {
    known.floatSums ?? totals(FloatSum(values: values), validity).totals
  }

  /// Sums of whole numbers as floats.
  func floatSums(_ values: [Int64], _ validity: Bitmap?) -> [Double] {
    known.floatSums ?? totals(WholeFloatSum(values: values), validity).totals
  }

  // MARK: Least and greatest

  /// The least value of each group, the first of equals.
  func least<Number: Comparable & BitwiseCopyable>(_ values: [Number], _ validity: Bitmap?, above all: Number)
    -> [Number]
  {
    known.extremes as? [Number] ?? totals(Least(values: values, start: all), validity).totals
  }

  /// The greatest value of each group, the first of equals.
  func greatest<Number: Comparable & BitwiseCopyable>(_ values: [Number], _ validity: Bitmap?, below all: Number)
    -> [Number]
  {
    known.extremes as? [Number] ?? totals(Greatest(values: values, start: all), validity).totals
  }

  /// Groups that have a value; nil if all have.
  func inhabited(_ validity: Bitmap?) -> Bitmap? {
    if known.areAllInhabited { return nil }
    let valid: Bitmap
    if let counts = known.counts {
      valid = Bitmap(count: counts.count) { counts[$0] != 0 }
    } else {
      let seen = totals(Presence(), validity).totals
      valid = Bitmap(count: seen.count) { seen[$0] != 0 }
    }
    return valid.isAllTrue ? nil : valid
  }

  // MARK: Distinct values

  /// The most bits that are spent on which values occur in which group: 64 MB of them.
  private static let pairBits = 1 << 29

  /// How many different values each group has, by a bit for each pair of group and value; nil if those are too many.
  func distinctCounts(of codes: Codes, _ validity: Bitmap?) -> [Int64]? {
    let (width, size) = (Int(codes.domain), groupCount.multipliedReportingOverflow(by: Int(codes.domain)))
    guard !size.overflow, size.partialValue <= Self.pairBits, size.partialValue / 64 <= max(ids.count, 1 << 12)
    else { return nil }
    return switch codes.values {
    case .bytes(let values): distinctCounts(of: values, width, validity)
    case .shorts(let values): distinctCounts(of: values, width, validity)
    case .narrow(let values): distinctCounts(of: values, width, validity)
    case .wide(let values): distinctCounts(of: values, width, validity)
    }
  }

  private func distinctCounts<Code: FixedWidthInteger & BitwiseCopyable>(
    of values: [Code], _ width: Int, _ validity: Bitmap?
  ) -> [Int64] {
    let parallel = Parallel.current
    let words = groupCount * width / 64 + 1
    let stretches = parallel.stretches(of: ids.count, keeping: words)
    var isOneGroup = false
    if case .one = ids { isOneGroup = true }
    let ids = isOneGroup ? [] : ids.array
    let parts = parallel.parts(stretches.count) { index in
      var bits = [UInt64](repeating: 0, count: words)
      bits.withApart { bits in
        let values = values.span
        if isOneGroup {
          for row in stretches[index] {
            let code = Int(truncatingIfNeeded: values[row])
            bits[code &>> 6] |= 1 &<< UInt64(code & 63)
          }
          return
        }
        let ids = ids.span
        for row in stretches[index] {
          let id = Int(ids[row])
          if id < 0 { continue }
          let pair = id &* width &+ Int(truncatingIfNeeded: values[row])
          bits[pair &>> 6] |= 1 &<< UInt64(pair & 63)
        }
      }
      return bits
    }
    guard var all = parts.first else { return [Int64](repeating: 0, count: groupCount) }
    all.withApart { all in
      for part in parts.dropFirst() {
        let part = part.span
        for word in 0..<words { all[word] |= part[word] }
      }
      // Missing values share a code, which does not count.
      guard let gap = validity.flatMap(Self.firstGap) else { return }
      let missing = Int(truncatingIfNeeded: values[gap])
      for group in 0..<groupCount {
        let pair = group &* width &+ missing
        all[pair &>> 6] &= ~(1 &<< UInt64(pair & 63))
      }
    }
    return (0..<groupCount).map { Int64(Self.setBits(of: all, in: $0 * width..<($0 + 1) * width)) }
  }

  /// The first row that is missing.
  private static func firstGap(in validity: Bitmap) -> Int? {
    guard let word = validity.words.firstIndex(where: { $0 != .max }) else { return nil }
    let row = word * 64 + (~validity.words[word]).trailingZeroBitCount
    return row < validity.count ? row : nil
  }

  private static func setBits(of words: [UInt64], in range: Range<Int>) -> Int {
    var (position, count) = (range.lowerBound, 0)
    while position < range.upperBound {
      let end = min((position | 63) + 1, range.upperBound)
      let mask: UInt64 = end - position == 64 ? .max : ((1 << UInt64(end - position)) - 1) << UInt64(position & 63)
      count += (words[position >> 6] & mask).nonzeroBitCount
      position = end
    }
    return count
  }
}
