import IbidColumns
import IbidPlan

/// The rows that may be among the first of a sort, found in the twin of its first column before any key is made.
///
/// Some rows, spread over the column, tell a limit that enough of all rows do not exceed; whatever does is never looked at again.
struct FirstRows {
  private let numbers: PackedNumbers
  private let odd: OddMeasures?
  private let isDescending: Bool

  /// nil for columns without a twin.
  init?(_ column: Column, isDescending: Bool) {
    self.isDescending = isDescending
    switch column {
    case .int(let ints):
      guard let packed = ints.packed else { return nil }
      (numbers, odd) = (packed, nil)
    case .moment(let moments):
      guard let packed = moments.packed else { return nil }
      (numbers, odd) = (packed, nil)
    case .measure(let measures):
      guard let packed = measures.packed else { return nil }
      (numbers, odd) = (packed.points, packed.odd)
    default: return nil
    }
  }

  /// One word of bits of so many is looked at for the limit, and as many of the odd rows.
  private static let wordsPerSample = 16
  /// For more rows sorting is as good.
  private static let rowsPerWanted = 1 << 7
  private static let rowsPerCandidate = 8

  /// Those whose number does not lie behind the limit, ascending: all of the first `count`, and what ties with them. nil where
  /// these are many, or what is missing may be among them.
  func candidates(_ count: Int) -> [Int32]? {
    let rows = numbers.count
    guard count > 0, count <= rows / Self.rowsPerWanted, let limit = limit(count) else { return nil }
    var words = points(within: limit, rows: rows)
    if let odd, !odd.isEmpty {
      let oddRows = odd.rows
      let places = oddPlaces(odd, within: limit)
      words.withApart { words in
        for place in places {
          let row = Int(oddRows[Int(place)])
          words[row >> 6] |= 1 << UInt64(row & 63)
        }
      }
    }
    let members = Bitmap(words: words, count: rows)
    return members.trueCount <= rows / Self.rowsPerCandidate ? members.trueIndices : nil
  }

  /// A key that as many rows as are wanted do not exceed; nil if those that were looked at are fewer.
  private func limit(_ count: Int) -> UInt64? {
    var least = LeastKeys(count)
    switch numbers.distances {
    case .bytes(let distances): sample(distances, into: &least)
    case .shorts(let distances): sample(distances, into: &least)
    case .words(let distances): sample(distances, into: &least)
    }
    if let odd {
      let (lows, highs, flags) = (odd.lows.values, odd.highs.values, odd.flags)
      // Some that stand side by side share their lines of memory.
      for first in stride(from: 0, to: odd.count, by: Self.wordsPerSample * 64) {
        for place in first..<min(first + 64, odd.count) {
          if let key = key(lows[place], highs[place], flags[place]) { least.insert(key) }
        }
      }
    }
    return least.keys.count == count ? least.limit : nil
  }

  /// Those with an end that does not lie behind the limit: the one that sorts them first may be the other one.
  private func oddPlaces(_ odd: OddMeasures, within limit: UInt64) -> [Int32] {
    let comparison = isDescending ? Comparison.greaterOrEqual : .lessOrEqual
    let ends = [odd.lows, odd.highs].map {
      RowTest(comparison, ends: $0, number(of: limit)).bitmap(rows: odd.count)
    }
    return (ends[0] | ends[1]).trueIndices
  }

  private func sample<Distance: NumberOfVectors>(_ distances: [Distance], into least: inout LeastKeys) {
    let distances = distances.span
    for word in stride(from: 0, to: (distances.count + 63) / 64, by: Self.wordsPerSample) {
      guard let range: ClosedRange<Distance> = range(within: least.limit) else { continue }
      var bits = distances.bits(word, within: range)
      while bits != 0 {
        least.insert(key(Int64(distances[word &* 64 &+ bits.trailingZeroBitCount]) &+ numbers.least))
        bits &= bits &- 1
      }
    }
  }

  private func points(within limit: UInt64, rows: Int) -> [UInt64] {
    switch numbers.distances {
    case .bytes(let distances): points(distances, within: limit)
    case .shorts(let distances): points(distances, within: limit)
    case .words(let distances): points(distances, within: limit)
    }
  }

  private func points<Distance: NumberOfVectors>(_ distances: [Distance], within limit: UInt64) -> [UInt64] {
    let range: ClosedRange<Distance>? = range(within: limit)
    return [UInt64](apart: (distances.count + 63) / 64, filler: 0) { words in
      Parallel.current.forEachMorsel(of: distances.count) { rows in
        let distances = distances.span
        for word in rows.lowerBound / 64..<(rows.upperBound + 63) / 64 {
          words[word] = range.map { distances.bits(word, within: $0) } ?? 0
        }
      }
    }
  }

  // MARK: Keys

  @inline(__always)
  private func key(_ number: Int64) -> UInt64 { SortKeys.ascending(number) ^ (isDescending ? .max : 0) }

  private func number(of key: UInt64) -> Int64 { Int64(bitPattern: (key ^ (isDescending ? .max : 0)) ^ 1 << 63) }

  /// The key of the number that sorts an amount first of all; nil without ends.
  @inline(__always)
  private func key(_ low: Int64, _ high: Int64, _ flags: UInt8) -> UInt64? {
    if flags & MeasureColumn.Flags.hasLow != 0 { return key(low) }
    return flags & MeasureColumn.Flags.hasHigh != 0 ? key(high) : nil
  }

  /// Distances of numbers whose key does not exceed a limit; nil if there are none.
  private func range<Distance: FixedWidthInteger>(within limit: UInt64) -> ClosedRange<Distance>? {
    let number = number(of: limit)
    let (least, most) = (numbers.least, numbers.most)
    let first = isDescending ? max(number, least) : least
    let last = isDescending ? most : min(number, most)
    guard first <= last else { return nil }
    return Distance(truncatingIfNeeded: first &- least)...Distance(truncatingIfNeeded: last &- least)
  }
}
extension RowTest {
  /// Which of the ends that are there compare so.
  fileprivate init(_ comparison: Comparison, ends: FixedColumn<Int64>, _ limit: Int64) {
    if let twin = ends.packed {
      // What stands for a missing end lies in no range.
      self.init(comparison, twin, limit)
    } else if let isThere = ends.validity, !isThere.hasTrue {
      self = .always(false)
    } else {
      let truth = CompareNumbers.compare(comparison, ends.values, limit, validity: ends.validity).truth
      self = .members(ends.validity.map { truth & $0 } ?? truth)
    }
  }
}
