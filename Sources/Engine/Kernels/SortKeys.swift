import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: missing values come last in either direction, values without a place in the order just before them.

/// Columns as numbers whose order is the sort order.
enum SortKeys {
  /// Fewer floats are sorted as they are.
  private static let fewValues = 1 << 14

  /// A number for each row, its bits flipped where `turned` has them, by all threads.
  @inline(__always)
  private static func made(_ count: Int, turned: UInt64 = 0, _ key: (Int) -> UInt64) -> [UInt64] {
    [UInt64](morsels: count, filler: 0) { range, output in for row in range { output[row] = key(row) ^ turned } }
  }

  /// The first `count` rows of the sorted order.
  static func first(_ count: Int, _ columns: [(column: Column, isDescending: Bool)], rows: Int) -> [Int32] {
    if let first = columns.first,
      let candidates = FirstRows(first.column, isDescending: first.isDescending)?.candidates(count)
    {
      let gathered = columns.map { ($0.column.gathered(candidates, hasMissing: false), $0.isDescending) }
      return order(gathered, rows: candidates.count).prefix(count).map { candidates[Int($0)] }
    }
    return RadixSort.first(count, columns.flatMap { keys($0.column, isDescending: $0.isDescending) }, rows: rows)
  }

  /// The rows in sorted order: by the first column, ties by the next, stable.
  static func order(_ columns: [(column: Column, isDescending: Bool)], rows: Int) -> [Int32] {
    RadixSort.order(columns.flatMap { keys($0.column, isDescending: $0.isDescending) }, rows: rows)
  }

  /// Numbers per row that ascend in the wanted direction: where it is needed, whether the row has a place in the order (0),
  /// none (1) or no value (2); then the column's own, most significant first.
  static func keys(_ column: Column, isDescending: Bool) -> [[UInt64]] {
    if let whole = wholeKey(column, isDescending: isDescending) { return [whole] }
    let keys = keysOfValues(column, turned: isDescending ? .max : 0)
    let (validity, unplaced) = (column.validity, unplaced(column))
    if validity == nil, unplaced == nil { return keys }
    if keys.count == 1, unplaced == nil, let validity, let joined = joined(keys[0], validity) { return [joined] }
    func isLast(_ row: Int) -> UInt64 { !(validity?[row] ?? true) ? 2 : unplaced?[row] ?? false ? 1 : 0 }
    let standing = made(column.count, isLast)
    if keys.count == 1, let joined = joined(keys[0], standing) { return [joined] }
    return [standing] + keys.map { key in made(key.count) { standing[$0] == 0 ? key[$0] : 0 } }
  }

  /// One key a row that tells all, made from the column's twin, or of amounts that are more than points; nil for other columns.
  private static func wholeKey(_ column: Column, isDescending: Bool) -> [UInt64]? {
    switch column {
    case .int(let ints): return ints.packed?.keys(isDescending: isDescending)
    case .moment(let moments): return moments.packed?.keys(isDescending: isDescending)
    case .measure(let measures):
      if measures.isExact { return measures.packed?.points.keys(isDescending: isDescending) }
      return AlignedMeasures.normalized(measures).flatMap { AmountKeys.keys($0, isDescending: isDescending) }
    default: return nil
    }
  }

  /// The same where all that is there has a place.
  private static func joined(_ key: [UInt64], _ validity: Bitmap) -> [UInt64]? {
    let range = Extent.of(key, validity) ?? (0, 0)
    let length = range.most - range.least
    guard length < .max - 2 else { return nil }
    let words = validity.words
    return [UInt64](morsels: key.count, filler: 0) { rows, output in
      let (key, words) = (key.span, words.span)
      for row in rows {
        let isThere = words[row &>> 6] &>> UInt64(row & 63) & 1 != 0
        output[row] = isThere ? key[row] &- range.least : length &+ 2
      }
    }
  }

  /// Standing and value as one number: what has no place stands behind all values. nil if these leave no room.
  private static func joined(_ key: [UInt64], _ standing: [UInt64]) -> [UInt64]? {
    let isPlaced = Bitmap(count: standing.count) { range, words in
      let standing = standing.span
      for word in range { words[word] = standing.bits(word) { $0 == 0 } }
    }
    guard let range = Extent.of(key, isPlaced) else { return standing }
    let length = range.most - range.least
    guard length < .max - 2 else { return nil }
    return made(key.count) { standing[$0] == 0 ? key[$0] &- range.least : length &+ standing[$0] }
  }

  /// Of the keys of a column, the one that its values alone are compared by first.
  static func value(_ keys: [[UInt64]], hasMissing: Bool) -> [UInt64]? {
    hasMissing && keys.count > 1 ? keys[1] : keys.first
  }

  /// Rows whose value is stated but has no place in the order: unresolved moments, measures without ends; nil if none.
  static func unplaced(_ column: Column) -> Bitmap? {
    let rows: Bitmap
    switch column {
    case .moment(let moments):
      if moments.singleDays != nil { return nil }
      rows = Bitmap((0..<moments.count).lazy.map { !moments.isResolved($0) })
    case .measure(let measures):
      if measures.isExact { return nil }
      if let odd = measures.packed?.odd, odd.flags.allSatisfy({ $0 & MeasureColumn.Flags.point != 0 }) { return nil }
      let flags = measures.flags
      rows = Bitmap(count: flags.count) { range, words in
        let flags = flags.span
        for word in range { words[word] = flags.bits(word) { $0 & MeasureColumn.Flags.point == 0 } }
      }
    default: return nil
    }
    return rows.hasTrue ? rows : nil
  }

  /// A number per row, ascending with the values, equal where they tie; ranks of missing and unplaced rows mean nothing.
  static func ranks(_ column: Column) -> [UInt64] {
    let keys = keysOfValues(column, turned: 0)
    if keys.count == 1 { return keys[0] }
    var ranks = [UInt64](repeating: 0, count: column.count)
    var rank: UInt64 = 0
    var last: Int?
    for row in RadixSort.order(keys, rows: column.count) {
      if let last, keys.contains(where: { $0[last] != $0[Int(row)] }) { rank += 1 }
      ranks[Int(row)] = rank
      last = Int(row)
    }
    return ranks
  }

  /// Numbers that ascend with the values, most significant first; they descend if all bits are `turned`.
  private static func keysOfValues(_ column: Column, turned: UInt64) -> [[UInt64]] {
    switch column {
    case .bool(let bools): return [made(bools.count, turned: turned) { bools.truth[$0] ? 1 : 0 }]
    case .int(let ints): return [words(ints.values, turned)]
    case .float(let floats):
      let values = floats.values
      if values.count >= fewValues, let decimals = Decimals(values, mostPlaces: 4)?.keys(turned: turned) {
        return [decimals]
      }
      return [
        [UInt64](morsels: values.count, filler: 0) { range, output in
          let values = values.span
          for row in range { output[row] = ascending(values[row]) ^ turned }
        }
      ]
    case .text(let texts):
      let ranks = TextKernels.ranks(texts.dictionary)
      let codes = texts.codes
      if ranks.isEmpty { return [[UInt64](repeating: 0, count: codes.count)] }
      return [
        [UInt64](morsels: codes.count, filler: 0) { range, output in
          let (ranks, codes) = (ranks.span, codes.span)
          for row in range { output[row] = UInt64(truncatingIfNeeded: ranks[Int(codes[row])]) ^ turned }
        }
      ]
    case .moment(let moments):
      guard let days = moments.singleDays else {
        return [words(Array(moments.low), turned), words(Array(moments.high), turned)]
      }
      return [made(days.count, turned: turned) { UInt64(bitPattern: Int64(days[$0])) ^ (1 << 63) }]
    case .measure(let measures): return self.measures(measures, turned)
    case .reference(let references): return [made(references.count, turned: turned) { UInt64(references.rows[$0]) }]
    case .source(let sources): return [words(sources.lower, turned)]
    case .list(let lists): return [made(lists.count, turned: turned) { UInt64(lists.range($0).count) }]
    }
  }

  /// By the stated number, then below < up to < exact = about < at least < above; ranges at their low end, then by the high.
  private static func measures(_ column: MeasureColumn, _ turned: UInt64) -> [[UInt64]] {
    let side = AlignedMeasures.normalized(column)
    let (low, high) = side.map { ($0.low, $0.high) } ?? (column.low, column.high)
    if column.isExact { return words(low, turned) }
    if let side, let keys = AmountKeys.keys(side, isDescending: turned != 0) { return [keys] }
    let classes: [UInt64] = column.flags.map { flags in
      switch (flags & MeasureColumn.Flags.hasLow != 0, flags & MeasureColumn.Flags.hasHigh != 0) {
      case (false, false): 5
      case (false, true): flags & MeasureColumn.Flags.highOpen != 0 ? 0 : 1
      case (true, false): flags & MeasureColumn.Flags.lowOpen != 0 ? 4 : 3
      case (true, true): 2
      }
    }
    let stated = classes.indices.map { classes[$0] < 2 ? high[$0] : low[$0] }
    let ends = classes.indices.map { classes[$0] == 2 ? high[$0] : 0 }
    return words(stated, turned) + [classes.map { $0 ^ turned }] + words(ends, turned)
  }

  /// One word a number where all fit, else the upper and the lower.
  private static func words(_ numbers: Numerators, _ turned: UInt64) -> [[UInt64]] {
    switch numbers {
    case .narrow(let values): [words(values, turned)]
    case .wide(let values): words(values, turned)
    }
  }

  private static func words(_ values: [Int128], _ turned: UInt64) -> [[UInt64]] {
    var overflow: Int128 = 0
    let lower = [UInt64](capacity: values.count) { output in
      for value in values {
        let word = Int64(truncatingIfNeeded: value)
        overflow |= Int128(word) ^ value
        output.append(ascending(word) ^ turned)
      }
    }
    if overflow == 0 { return [lower] }
    return [
      values.map { ascending(Int64(truncatingIfNeeded: $0 >> 64)) ^ turned },
      values.map { UInt64(truncatingIfNeeded: $0) ^ turned },
    ]
  }

  private static func words(_ values: [Int64], _ turned: UInt64) -> [UInt64] {
    [UInt64](morsels: values.count, filler: 0) { range, output in
      let values = values.span
      for row in range { output[row] = ascending(values[row]) ^ turned }
    }
  }

  /// In the order of the floats; both zeros are one.
  @inline(__always)
  static func ascending(_ value: Double) -> UInt64 {
    // IEEE 754 bits in value order: flip all of negatives, the sign of the rest.
    let bits = value == 0 ? 0 : value.bitPattern
    return bits >> 63 != 0 ? ~bits : bits | (1 << 63)
  }

  /// In the order of the numbers, from zero.
  @inline(__always)
  static func ascending(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) ^ (1 << 63) }
}
