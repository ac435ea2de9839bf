import IbidColumns
import IbidPlan

/// A condition on one column, of which each row can be told: for sixty-four rows at a time.
enum RowTest {
  case floats(FloatTest)
  /// Distances from the least number of a column, which lie in a range, or do not.
  case distances(PackedNumbers.Distances, ClosedRange<Int64>, isNegated: Bool)
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
    case .members(let members):
      let members = members.words.span
      for word in words { kept[word &- offset] &= members[word] }
    case .amounts(let points, let odd):
      odd.prefetch(words)
      withScratch(words.count, filler: UInt64.max) { own in
        points.narrow(words, own, words.lowerBound)
        odd.put(words, into: own, words.lowerBound)
        for word in words { kept[word &- offset] &= own[word &- words.lowerBound] }
      }
    case .always(true): return
    case .always(false): for word in words { kept[word &- offset] = 0 }
    }
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

/// Conditions that must all hold, made for a block of rows at a time: what one leaves is in the cache when the next one comes,
/// and no column is waited for twice.
struct RowTests {
  /// Those of further conditions, which were made before.
  var members: Bitmap?
  var tests: [RowTest] = []
  /// The last one, whose floats are added up in the same loop.
  var summed: FloatTest?
  /// How many rows stay unknown.
  var unknown: [UnknownCause: Int] = [:]

  /// Leaves the first test of floats that are summed for the last.
  mutating func sumLast(_ isSummed: (borrowing Span<Double>) -> Bool) {
    for (index, test) in tests.enumerated() {
      guard case .floats(let test) = test, isSummed(test.values.span) else { continue }
      summed = test
      tests.remove(at: index)
      return
    }
  }

  /// Bits of the rows that are kept, which begin with a word, `offset` words further down; of `summed`, the floats of these are
  /// added to eight sums in turn.
  func write(_ rows: Range<Int>, to kept: Apart<UInt64>, offset: Int, adding sums: inout SIMD8<Double>) {
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
    summed?.narrow(words, kept, offset, adding: &sums)
  }

  /// O(rows × tests), by all threads.
  func bitmap(rows: Int) -> Bitmap {
    Bitmap(
      words: [UInt64](apart: (rows + 63) / 64, filler: 0) { words in
        Parallel.current.forEachMorsel(of: rows) { morsel in
          var sums = SIMD8<Double>()
          for first in stride(from: morsel.lowerBound, to: morsel.upperBound, by: Self.blockRows) {
            write(first..<min(first + Self.blockRows, morsel.upperBound), to: words, offset: 0, adding: &sums)
          }
        }
      }, count: rows)
  }

  static let blockRows = 1 << 13
}
