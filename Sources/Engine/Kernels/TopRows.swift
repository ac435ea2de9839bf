import IbidColumns
import IbidTypes

/// Rows that may be among the first of their group, found without sorting.
enum TopRows {
  /// For more rows a group, or more groups, sorting is as good.
  private static let mostKept = 1 << 22

  /// The rows whose first key is not behind that of the last one to be kept of their group, those that tie with it
  /// included, ascending; rows without a key are left out.
  ///
  /// nil where it must be known of every row whether it may belong among the first: keys that are no exact numbers or
  /// texts. `keys` are the sort keys of `column`.
  static func candidates(_ count: Int, _ column: Column, _ keys: [[UInt64]], _ grouping: Grouping) -> [Int32]? {
    switch column {
    case .int, .float, .text, .bool: break
    case .measure(let measures) where measures.isExact && measures.unitCodes.isEmpty: break
    default: return nil
    }
    let (size, overflow) = grouping.count.multipliedReportingOverflow(by: count)
    let validity = column.validity
    guard count > 0, !overflow, size <= mostKept, size < grouping.ids.count / 2,
      let key = SortKeys.value(keys, hasMissing: validity != nil)
    else { return nil }
    let ids = grouping.ids.array
    let limits = limits(count, key, ids, groups: grouping.count, validity)
    return Bitmap(count: key.count) { range, words in
      let (key, limits) = (key.span, limits.span)
      for word in range {
        var bits: UInt64 = 0
        for row in word &* 64..<min(word &* 64 &+ 64, key.count) where validity?[row] ?? true {
          bits |= (key[row] <= limits[Int(ids[row])] ? 1 : 0) &<< UInt64(row & 63)
        }
        words[word] = bits
      }
    }.trueIndices
  }

  /// The key of the last row to be kept of each group; the greatest number where all are.
  private static func limits(_ count: Int, _ key: [UInt64], _ ids: [Int32], groups: Int, _ validity: Bitmap?)
    -> [UInt64]
  {
    let parallel = Parallel.current
    // What is found does not depend on the cut: the longer a stretch, the sooner a group has what it keeps.
    let length = (key.count / min(parallel.threads, max(1, key.count / max(1, groups * count))) + 63) / 64 * 64
    let stretches = stride(from: 0, to: key.count, by: max(length, 64)).map {
      $0..<min($0 + max(length, 64), key.count)
    }
    let parts = parallel.parts(stretches.count) { index in
      var least = [UInt64](repeating: .max, count: groups * count)
      least.withApart { least in
        let key = key.span
        for row in stretches[index] where validity?[row] ?? true {
          insert(key[row], into: least, at: Int(ids[row]) &* count, count)
        }
      }
      return least
    }
    guard var least = parts.first else { return [UInt64](repeating: .max, count: groups) }
    least.withApart { least in
      for part in parts.dropFirst() {
        for group in 0..<groups {
          for place in group * count..<(group + 1) * count where part[place] < .max {
            insert(part[place], into: least, at: group * count, count)
          }
        }
      }
    }
    return (0..<groups).map { least[($0 + 1) * count - 1] }
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
