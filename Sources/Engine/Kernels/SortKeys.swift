import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: missing values come last in either direction, values without a place in the order just before them.

/// Columns as numbers whose order is the sort order.
enum SortKeys {
  /// The rows in sorted order: by the first column, ties by the next, stable.
  static func order(_ columns: [(column: Column, isDescending: Bool)], rows: Int) -> [Int32] {
    let keys = columns.flatMap { Self.keys($0.column, isDescending: $0.isDescending) }
    var order = [Int32](capacity: rows) { output in
      for row in 0..<rows { output.append(Int32(row)) }
    }
    if keys.count == 1 {
      let key = keys[0]
      order.sort { key[Int($0)] != key[Int($1)] ? key[Int($0)] < key[Int($1)] : $0 < $1 }
    } else {
      order.sort { a, b in
        for key in keys where key[Int(a)] != key[Int(b)] { return key[Int(a)] < key[Int(b)] }
        return a < b
      }
    }
    return order
  }

  /// Numbers per row that ascend in the wanted direction: where it is needed, whether the row has a place in the order (0),
  /// none (1) or no value (2); then the rank.
  private static func keys(_ column: Column, isDescending: Bool) -> [[UInt64]] {
    let ranks = ranks(column)
    let (validity, unplaced) = (column.validity, unplaced(column))
    let ascending = isDescending ? ranks.map { ~$0 } : ranks
    if validity == nil, unplaced == nil { return [ascending] }
    func isLast(_ row: Int) -> UInt64 { !(validity?[row] ?? true) ? 2 : unplaced?[row] ?? false ? 1 : 0 }
    let standing = ranks.indices.map(isLast)
    return [standing, ranks.indices.map { standing[$0] == 0 ? ascending[$0] : 0 }]
  }

  /// Rows whose value is stated but has no place in the order: unresolved moments, measures without ends; nil if none.
  static func unplaced(_ column: Column) -> Bitmap? {
    let rows: Bitmap
    switch column {
    case .moment(let moments): rows = Bitmap((0..<moments.count).lazy.map { !moments.isResolved($0) })
    case .measure(let measures):
      if measures.isExact { return nil }
      rows = Bitmap(measures.flags.lazy.map { $0 & MeasureColumn.Flags.point == 0 })
    default: return nil
    }
    return rows.trueCount == 0 ? nil : rows
  }

  /// A number per row, ascending with the values; ranks of missing and unplaced rows mean nothing.
  static func ranks(_ column: Column) -> [UInt64] {
    switch column {
    case .bool(let bools): return (0..<bools.count).map { bools.truth[$0] ? 1 : 0 }
    case .int(let ints): return ints.values.map { UInt64(bitPattern: $0) ^ (1 << 63) }
    case .float(let floats):
      return floats.values.map { value in
        // IEEE 754 bits in value order: flip all of negatives, the sign of the rest.
        let bits = value == 0 ? 0 : value.bitPattern
        return bits >> 63 != 0 ? ~bits : bits | (1 << 63)
      }
    case .text(let texts):
      let ranks = TextKernels.ranks(texts.dictionary)
      return ranks.isEmpty ? [UInt64](repeating: 0, count: texts.count) : texts.codes.map { UInt64(ranks[Int($0)]) }
    case .moment(let moments):
      return dense(moments.count) { a, b in
        let (x, y) = (moments.isResolved(a), moments.isResolved(b))
        if x != y { return x }
        if moments.low[a] != moments.low[b] { return moments.low[a] < moments.low[b] }
        return moments.high[a] < moments.high[b]
      }
    case .measure(let measures): return self.measures(measures)
    case .reference(let references): return references.rows.map { UInt64($0) }
    case .source(let sources): return sources.lower.map { UInt64(bitPattern: $0) }
    case .list(let lists): return (0..<lists.count).map { UInt64(lists.range($0).count) }
    }
  }

  /// By the stated number, then below < up to < exact = about < at least < above; values without ends last.
  private static func measures(_ column: MeasureColumn) -> [UInt64] {
    let side = AlignedMeasures.normalized(column)
    let (low, high) = side.map { ($0.low, $0.high) } ?? (column.low, column.high)
    let classes: [UInt8] = (0..<column.count).map { row in
      let flags = column.flags(row)
      switch (flags & MeasureColumn.Flags.hasLow != 0, flags & MeasureColumn.Flags.hasHigh != 0) {
      case (false, false): return 9
      case (false, true): return flags & MeasureColumn.Flags.highOpen != 0 ? 0 : 1
      case (true, false): return flags & MeasureColumn.Flags.lowOpen != 0 ? 4 : 3
      case (true, true): return 2
      }
    }
    return dense(column.count) { a, b in
      if (classes[a] == 9) != (classes[b] == 9) { return classes[b] == 9 }
      let x = classes[a] < 2 ? high[a] : low[a]
      let y = classes[b] < 2 ? high[b] : low[b]
      if x != y { return x < y }
      if classes[a] != classes[b] { return classes[a] < classes[b] }
      return classes[a] == 2 && high[a] < high[b]
    }
  }

  /// Position of each row's value among the distinct values.
  private static func dense(_ count: Int, _ isBefore: (Int, Int) -> Bool) -> [UInt64] {
    let order = (0..<count).sorted(by: isBefore)
    var ranks = [UInt64](repeating: 0, count: count)
    var rank: UInt64 = 0
    for (position, row) in order.enumerated() {
      if position > 0, isBefore(order[position - 1], row) { rank += 1 }
      ranks[row] = rank
    }
    return ranks
  }
}
