import IbidColumns
import IbidTypes

/// Rows that may be among the first of their group, found without sorting.
enum TopRows {
  /// For more rows a group, or more groups, sorting is as good.
  private static let mostKept = 1 << 22

  /// The rows whose first key is not behind that of the last one to be kept of their group, those that tie with it
  /// included, ascending; rows without a key are left out.
  ///
  /// nil where it must be known of every row whether it may belong among the first: keys that are no exact numbers or texts.
  static func candidates(_ count: Int, _ column: Column, isDescending: Bool, _ grouping: Grouping) -> [Int32]? {
    let (size, overflow) = grouping.count.multipliedReportingOverflow(by: count)
    guard count > 0, !overflow, size <= mostKept, size < grouping.ids.count / 2 else { return nil }
    let turned: UInt64 = isDescending ? .max : 0
    let ids = grouping.ids.array
    let groups = (count: grouping.count, kept: count)
    switch column {
    case .float(let floats):
      let values = floats.values
      return candidates(ids, groups, floats.validity) { SortKeys.ascending(values[$0]) ^ turned }
    case .int(let ints):
      let values = ints.values
      return candidates(ids, groups, ints.validity) { SortKeys.ascending(values[$0]) ^ turned }
    case .text, .bool: break
    case .measure(let measures) where measures.isExact && measures.unitCodes.isEmpty: break
    default: return nil
    }
    let keys = SortKeys.keys(column, isDescending: isDescending)
    guard let key = SortKeys.value(keys, hasMissing: column.validity != nil) else { return nil }
    return candidates(ids, groups, column.validity) { key[$0] }
  }

  /// Each stretch of rows notes those that were among the first when it came to them, which are few, and what it keeps; of
  /// these rows the ones are left that are among the first of all.
  @inline(__always)
  private static func candidates(
    _ ids: [Int32], _ groups: (count: Int, kept: Int), _ validity: Bitmap?, _ key: (Int) -> UInt64
  ) -> [Int32] {
    let parallel = Parallel.current
    let count = groups.kept
    // What is found does not depend on the cut: the longer a stretch, the sooner a group has what it keeps.
    let length = (ids.count / min(parallel.threads, max(1, ids.count / max(1, groups.count * count))) + 63) / 64 * 64
    let stretches = stride(from: 0, to: ids.count, by: max(length, 64)).map {
      $0..<min($0 + max(length, 64), ids.count)
    }
    let parts = parallel.parts(stretches.count) { index -> (least: [UInt64], rows: [Int32]) in
      var least = [UInt64](repeating: .max, count: groups.count * count)
      var rows: [Int32] = []
      least.withApart { least in
        let ids = ids.span
        var first = stretches[index].lowerBound
        while first < stretches[index].upperBound, !parallel.isStopped {
          let block = first..<min(first + parallel.morselRows, stretches[index].upperBound)
          first = block.upperBound
          for row in block where validity?[row] ?? true {
            let key = key(row)
            let start = Int(ids[row]) &* count
            if key > least[start &+ count &- 1] { continue }
            insert(key, into: least, at: start, count)
            rows.append(Int32(truncatingIfNeeded: row))
          }
        }
      }
      return (least, rows)
    }
    var least = parts.first?.least ?? []
    least.withApart { least in
      for part in parts.dropFirst() {
        for group in 0..<groups.count {
          for place in group * count..<(group + 1) * count where part.least[place] < .max {
            insert(part.least[place], into: least, at: group * count, count)
          }
        }
      }
    }
    let limits = least
    return parallel.parts(parts.count) { index in
      parts[index].rows.filter { row in
        key(Int(row)) <= limits[Int(ids[Int(row)]) &* count &+ count &- 1]
      }
    }.flatMap { $0 }
  }

  /// Into ascending keys that begin at `start`, of which the greatest falls off.
  @inline(__always)
  private static func insert(_ key: UInt64, into least: Apart<UInt64>, at start: Int, _ count: Int) {
    var place = start &+ count &- 1
    if key >= least[place] { return }
    while place > start, least[place &- 1] > key {
      least[place] = least[place &- 1]
      place &-= 1
    }
    least[place] = key
  }
}
