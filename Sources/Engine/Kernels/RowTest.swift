import IbidColumns
import IbidPlan

/// A condition on one column, of which each row can be told: for sixty-four rows at a time.
enum RowTest {
  case floats(FloatTest)
  /// Distances from the least number of a column, which lie in a range, or do not.
  case distances(PackedNumbers.Distances, ClosedRange<Int64>, isNegated: Bool)
  /// Distances that are marked in a table of all distances of the column.
  case among(PackedNumbers.Distances, [Bool])
  case always(Bool)
  case members(Bitmap)
  /// Amounts beside one: those that are a point, and what came of the others. Rows may be unknown.
  indirect case amounts(points: RowTest, OddOutcomes)

  /// Numbers in a range, or not in it; what stands for missing ones lies in no range.
  init(_ range: ClosedRange<Int64>, of numbers: PackedNumbers, isNegated: Bool) {
    let (first, last) = (max(range.lowerBound, numbers.least), min(range.upperBound, numbers.most))
    self =
      first <= last
      ? .distances(numbers.distances, first &- numbers.least...last &- numbers.least, isNegated: isNegated)
      : .always(isNegated)
  }

  /// Numbers beside one.
  init(_ comparison: Comparison, _ numbers: PackedNumbers, _ limit: Int64) {
    switch comparison {
    case .equal: self.init(limit...limit, of: numbers, isNegated: false)
    case .notEqual: self.init(limit...limit, of: numbers, isNegated: true)
    case .less where limit == .min, .greater where limit == .max: self = .always(false)
    case .less: self.init(Int64.min...limit - 1, of: numbers, isNegated: false)
    case .lessOrEqual: self.init(Int64.min...limit, of: numbers, isNegated: false)
    case .greater: self.init(limit + 1...Int64.max, of: numbers, isNegated: false)
    case .greaterOrEqual: self.init(limit...Int64.max, of: numbers, isNegated: false)
    }
  }

  /// Numbers that are one of some; nil where a table of all that there may be is too large.
  init?(among wanted: [Int64], of numbers: PackedNumbers) {
    let near = wanted.filter { $0 >= numbers.least && $0 <= numbers.most }
    if let first = near.first, near.allSatisfy({ $0 == first }) {
      self.init(first...first, of: numbers, isNegated: false)
      return
    }
    guard !near.isEmpty else {
      self = .always(false)
      return
    }
    guard numbers.domain <= Self.longestTable else { return nil }
    // What stands for missing ones is none of them.
    var table = [Bool](repeating: false, count: numbers.domain)
    for number in near { table[Int(number &- numbers.least)] = true }
    self = .among(numbers.distances, table)
  }

  private static let longestTable = 1 << 17

  /// Whether it holds for no row that misses its value, whatever stands there.
  var deniesMissing: Bool {
    switch self {
    case .distances(_, _, isNegated: false), .among: true
    default: false
    }
  }

  /// Which rows it holds for, of so many. O(rows), by all threads.
  func bitmap(rows: Int) -> Bitmap { RowTests(tests: [self]).bitmap(rows: rows) }

  /// Clears the bits of rows that it does not hold for: those of `words`, each `offset` places further down in `kept`.
  func narrow(_ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int) {
    switch self {
    case .floats(let test): test.narrow(words, kept, offset)
    case .distances(.bytes(let bytes), let range, let isNegated):
      let range = UInt8(range.lowerBound)...UInt8(range.upperBound)
      Self.narrow(words, kept, offset, bytes, isNegated) { $0.bits($1, within: range) }
    case .distances(.shorts(let shorts), let range, let isNegated):
      let range = UInt16(range.lowerBound)...UInt16(range.upperBound)
      Self.narrow(words, kept, offset, shorts, isNegated) { $0.bits($1, within: range) }
    case .distances(.words(let numbers), let range, let isNegated):
      let range = Int32(range.lowerBound)...Int32(range.upperBound)
      Self.narrow(words, kept, offset, numbers, isNegated) { $0.bits($1, within: range) }
    case .among(.bytes(let bytes), let table): Self.narrow(words, kept, offset, bytes, table)
    case .among(.shorts(let shorts), let table): Self.narrow(words, kept, offset, shorts, table)
    case .among(.words(let numbers), let table): Self.narrow(words, kept, offset, numbers, table)
    case .members(let members):
      let members = members.words.span
      for word in words { kept[word &- offset] &= members[word] }
    case .amounts:
      withScratch(words.count, filler: UInt64.max) { own in
        decide(words, own, words.lowerBound)
        for word in words { kept[word &- offset] &= own[word &- words.lowerBound] }
      }
    case .always(true): return
    case .always(false): for word in words { kept[word &- offset] = 0 }
    }
  }

  /// Clears the bits of rows that it does not hold for, as `narrow` does, where they are set before, and those of unknown rows in `known`,
  /// too. Rows that miss their value may come to anything.
  func decide(_ words: Range<Int>, _ truth: Apart<UInt64>, _ offset: Int, known: Apart<UInt64>? = nil) {
    guard case .amounts(let points, let odd) = self else { return narrow(words, truth, offset) }
    odd.prefetch(words)
    points.narrow(words, truth, offset)
    odd.put(words, into: truth, offset, known: known)
  }

  /// How many rows it holds for, of which none misses its value; nil where counting is no quicker than finding them.
  func count(rows: Int) -> Int? {
    switch self {
    case .always(let holds): return holds ? rows : 0
    case .distances(let distances, let range, let isNegated):
      let count =
        switch distances {
        case .bytes(let bytes): Self.count(bytes, UInt8(range.lowerBound)...UInt8(range.upperBound))
        case .shorts(let shorts): Self.count(shorts, UInt16(range.lowerBound)...UInt16(range.upperBound))
        case .words(let words): Self.count(words, Int32(range.lowerBound)...Int32(range.upperBound))
        }
      return isNegated ? rows - count : count
    case .amounts(let points, let odd):
      // Of `!=`, the points' test holds for the others, too.
      guard case .distances(_, _, let isNegated) = points else { return nil }
      return points.count(rows: rows).map { $0 - (isNegated ? odd.count : 0) + odd.trueCount }
    case .floats, .members, .among: return nil
    }
  }

  private static func count<Number: NumberOfVectors & Sendable>(_ numbers: [Number], _ range: ClosedRange<Number>)
    -> Int
  {
    Parallel.current.mapMorsels(of: numbers.count) { rows in
      let numbers = numbers.span
      var count = 0
      for word in rows.lowerBound / 64..<(rows.upperBound + 63) / 64 {
        count &+= numbers.bits(word, within: range).nonzeroBitCount
      }
      return count
    }.reduce(0, +)
  }

  @inline(__always)
  private static func narrow<Number>(
    _ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int, _ numbers: [Number], _ isNegated: Bool,
    _ bits: (borrowing Span<Number>, Int) -> UInt64
  ) {
    let numbers = numbers.span
    let turned: UInt64 = isNegated ? .max : 0
    for word in words { kept[word &- offset] &= bits(numbers, word) ^ turned }
  }
}

extension RowTest {
  private static func narrow<Number: FixedWidthInteger & BitwiseCopyable>(
    _ words: Range<Int>, _ kept: Apart<UInt64>, _ offset: Int, _ numbers: [Number], _ table: [Bool]
  ) {
    let (numbers, table) = (numbers.span, table.span)
    for word in words where kept[word &- offset] != 0 {
      var bits: UInt64 = 0
      for row in word &* 64..<min(word &* 64 &+ 64, numbers.count) {
        bits |= (table[Int(numbers[row])] ? 1 : 0) &<< UInt64(row & 63)
      }
      kept[word &- offset] &= bits
    }
  }
}

/// Conditions that must all hold, made for a block of rows at a time: what one leaves is in the cache when the next one comes,
/// and no column is waited for twice.
struct RowTests {
  /// Those of further conditions, which were made before.
  var members: Bitmap?
  var tests: [RowTest] = []
  /// Others, that leave some rows unknown.
  var open: OpenTests?
  /// The last one, whose floats are added up in the same loop.
  var summed: FloatTest?
  /// How many rows stay unknown, as far as was known before.
  var unknownBefore: [UnknownCause: Int] = [:]
  /// What is more than a point, of amounts that are added up.
  var oddSums: [OddMeasures] = []
  /// What came of the rows that are more than a point, where the tests keep none of them.
  private(set) var apart: OddOutcomes?

  /// What some rows came to.
  struct Found {
    /// Of the floats that are added up, in turn.
    var sums = SIMD8<Double>()
    /// How many are unknown, by the raw value of the cause.
    fileprivate(set) var unknown = SIMD8<Int>()
    fileprivate(set) var odd: [OddSum] = []

    init(_ tests: RowTests) { odd = tests.oddSums.map { _ in OddSum() } }

    /// Takes in what other rows came to, but for their floats.
    mutating func take(_ other: Found) {
      unknown &+= other.unknown
      for index in odd.indices { odd[index].take(other.odd[index]) }
    }
  }

  /// How many rows stay unknown, of all that were tested.
  func unknown(_ found: Found) -> [UnknownCause: Int] {
    if open == nil { return unknownBefore }
    var counts: [UnknownCause: Int] = [:]
    for cause in UnknownCause.allCases where found.unknown[Int(cause.rawValue)] > 0 {
      counts[cause] = found.unknown[Int(cause.rawValue)]
    }
    return counts
  }

  /// Leaves the first test of floats that are summed for the last.
  mutating func sumLast(_ isSummed: (borrowing Span<Double>) -> Bool) {
    // What stays unknown is known when all other tests were made.
    if open != nil { return }
    for (index, test) in tests.enumerated() {
      guard case .floats(let test) = test, isSummed(test.values.span) else { continue }
      summed = test
      tests.remove(at: index)
      return
    }
  }

  /// Leaves the rows that are more than a point out of the one test, if it is on the amounts that are added up: they are added up by
  /// themselves, and need not be found among all rows.
  mutating func takeApart() {
    guard members == nil, open == nil, tests.count == 1, case .amounts(let points, let odd) = tests[0],
      points.deniesMissing, oddSums.allSatisfy(odd.isOf)
    else { return }
    tests = [points]
    oddSums = []
    apart = odd
  }

  /// How many rows are kept; nil where counting is no quicker than finding them.
  func count(rows: Int) -> Int? {
    members == nil && open == nil && tests.count == 1 ? tests[0].count(rows: rows) : nil
  }

  /// Bits of the rows that are kept, which begin with a word, `offset` words further down; adds to `found` what they come to.
  func write(_ rows: Range<Int>, to kept: Apart<UInt64>, offset: Int, adding found: inout Found) {
    let words = rows.lowerBound / 64..<(rows.upperBound + 63) / 64
    if words.isEmpty { return }
    if let members = members?.words {
      for word in words { kept[word &- offset] = members[word] }
    } else {
      for word in words { kept[word &- offset] = .max }
    }
    let spare = words.upperBound &* 64 &- rows.upperBound
    kept[words.upperBound - 1 - offset] &= .max &>> UInt64(spare)
    for test in tests { test.narrow(words, kept, offset) }
    open?.narrow(words, kept, offset, to: &found.unknown)
    summed?.narrow(words, kept, offset, adding: &found.sums)
    for index in oddSums.indices { found.odd[index].add(oddSums[index], words, kept, offset) }
  }

  /// Which rows are kept. O(rows × tests), by all threads.
  func bitmap(rows: Int) -> Bitmap { kept(rows: rows).bits }

  /// The same, and how many stay unknown.
  func kept(rows: Int) -> (bits: Bitmap, unknown: [UnknownCause: Int]) {
    var all = Found(self)
    let words = [UInt64](apart: (rows + 63) / 64, filler: 0) { words in
      for part in Parallel.current.mapMorsels(
        of: rows,
        { morsel in
          var found = Found(self)
          for first in stride(from: morsel.lowerBound, to: morsel.upperBound, by: Self.blockRows) {
            write(first..<min(first + Self.blockRows, morsel.upperBound), to: words, offset: 0, adding: &found)
          }
          return found
        })
      {
        all.take(part)
      }
    }
    return (Bitmap(words: words, count: rows), unknown(all))
  }

  static let blockRows = 1 << 13
}
