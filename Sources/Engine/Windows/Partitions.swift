import IbidColumns
import IbidPlan

/// The rows of a relation, partition by partition, each in its order.
///
///     rows    [4, 0, 2, | 1, 3]     row numbers, partitions in order of first appearance
///     starts  [0, 3, 5]             partition `p` is `rows[starts[p]..<starts[p + 1]]`
struct Partitions {
  let rows: [Int32]
  let starts: [Int32]
  /// Partition of each row.
  let ids: [Int32]

  var count: Int { starts.count - 1 }

  /// `keys`: the columns to sort by; without any, rows stay as they are.
  init(per: Grouping, sortedBy keys: [(column: Column, isDescending: Bool)]) {
    self.init(ids: per.ids.array, count: per.count, sortedBy: keys)
  }

  /// `ids`: the partition of each row, below `count`.
  init(ids: [Int32], count: Int, sortedBy keys: [(column: Column, isDescending: Bool)]) {
    self.ids = ids
    let order = keys.isEmpty ? [] : SortKeys.order(keys, rows: ids.count)
    var starts = [Int32](repeating: 0, count: count + 1)
    for row in ids.indices.untilStopped { starts[Int(ids[row]) + 1] += 1 }
    for partition in 0..<count { starts[partition + 1] += starts[partition] }
    var next = starts
    var rows = [Int32](repeating: 0, count: ids.count)
    for place in ids.indices.untilStopped {
      let row = keys.isEmpty ? Int32(place) : order[place]
      let id = Int(ids[Int(row)])
      rows[Int(next[id])] = row
      next[id] += 1
    }
    self.rows = rows
    self.starts = starts
  }

  func range(_ partition: Int) -> Range<Int> { Int(starts[partition])..<Int(starts[partition + 1]) }

  /// What each row sees of its partition, by position in `rows`.
  func frame(ofPosition position: Int, _ extent: Extent) -> Range<Int> {
    let range = range(Int(ids[Int(rows[position])]))
    return switch extent {
    case .partition: range
    case .upToRow: range.lowerBound..<position + 1
    case .last(let count): max(range.lowerBound, position + 1 - min(count, position + 1))..<position + 1
    }
  }

  enum Extent {
    case partition, upToRow
    case last(Int)

    /// Whether each frame of a partition holds all of the one before.
    var onlyGrows: Bool {
      if case .upToRow = self { true } else { false }
    }

    init(_ window: Window) {
      if let rows = window.rows { self = .last(rows) } else { self = window.sort.isEmpty ? .partition : .upToRow }
    }
  }

  /// Values by position put back into the order of rows.
  func scattered<Element>(_ values: [Element]) -> [Element] {
    var result = values
    for position in rows.indices.untilStopped { result[Int(rows[position])] = values[position] }
    return result
  }
}
