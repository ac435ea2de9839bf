import IbidColumns
import Testing

@testable import IbidEngine

/// Kernels against loops that nobody can get wrong, on inputs that are large enough to be split, dealt out and hashed.
@Suite struct KernelTests {
  static let sizes = [0, 1, 23, 1_023, 1_500, 70_000, 150_000]

  /// Keys of many kinds: spread, few, all equal, with outliers, of all 64 bits.
  private static func keys(_ count: Int, _ random: inout Random) -> [[UInt64]] {
    [
      (0..<count).map { _ in random.next() }, (0..<count).map { _ in random.next() >> 40 },
      (0..<count).map { _ in UInt64(random.below(5)) }, [UInt64](repeating: 7, count: count),
      (0..<count).map { $0 % 1_000 == 0 ? random.next() : UInt64(random.below(100)) },
      (0..<count).map { UInt64($0) }, (0..<count).map { .max - UInt64($0) },
      // Few where a look at some rows falls, many between.
      (0..<count).map { $0 % 4 == 1 ? random.next() : 7 << 60 },
    ]
  }

  /// The same work by one thread and by two, in small morsels.
  private func onThreads<Result: Equatable>(_ work: () -> Result) -> Result {
    let one = Parallel.$current.withValue(Parallel(threads: 1, morselRows: 64)) { work() }
    let two = Parallel.$current.withValue(Parallel(threads: 2, morselRows: 64)) { work() }
    #expect(one == two)
    return two
  }

  @Test(arguments: sizes) func sortsByOneKey(_ count: Int) {
    var random = Random(seed: UInt64(count))
    for key in Self.keys(count, &random) {
      let order = onThreads { RadixSort.order([key], rows: count) }
      #expect(order == (0..<Int32(count)).sorted { (key[Int($0)], $0) < (key[Int($1)], $1) })
      for wanted in [0, 1, 10, count / 9] {
        #expect(onThreads { RadixSort.first(wanted, [key], rows: count) } == Array(order.prefix(wanted)))
      }
    }
  }

  /// Of keys that differ in all of their bits the lowest have no room beside the row.
  @Test(arguments: [5_000, 12_000]) func sortsByBitsThatFoundNoRoom(_ count: Int) {
    var random = Random(seed: UInt64(count))
    let outlier: [UInt64] = [1 << 63]
    let keys: [[UInt64]] = [
      // One key far away, and all others in the bits without room: a single run of equal words.
      outlier + (1..<count).map { _ in random.next() >> 55 },
      // Runs of a few, of many and of one.
      (0..<count).map { _ in UInt64(random.below(count / 3)) << 50 | UInt64(random.below(4)) },
      (0..<count).map { _ in UInt64(random.below(3)) << 62 | random.next() >> 54 },
      (0..<count).map { _ in random.next() },
    ]
    for key in keys {
      let order = onThreads { RadixSort.order([key], rows: count) }
      #expect(order == (0..<Int32(count)).sorted { (key[Int($0)], $0) < (key[Int($1)], $1) })
      let other = (0..<count).map { _ in UInt64(random.below(5)) << 61 | 7 }
      let both = onThreads { RadixSort.order([other, key], rows: count) }
      let expected = (0..<Int32(count)).sorted { a, b in
        (other[Int(a)], key[Int(a)], a) < (other[Int(b)], key[Int(b)], b)
      }
      #expect(both == expected)
    }
  }

  /// Sums of money are sorted as whole numbers, other floats as they are, both in the order of the floats.
  @Test(arguments: [0, 2, 7]) func sortsDecimals(_ places: Int) {
    var random = Random(seed: UInt64(places))
    let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let decimals = (0..<20_000).map { _ in Double(random.below(1 << 30) - (1 << 29)) / power }
    let odd: [[Double]] = [
      [], [-0.0, 0.0], [1e300, -1e300], [Double(1 << 46), -Double(1 << 46)], [Double(1 << 47), Double(1 << 47) + 0.5],
      [0.123456789], [.leastNonzeroMagnitude],
    ]
    for floats in odd.map({ decimals + $0 + decimals.prefix(9) }) {
      for isDescending in [false, true] {
        let column = Column.float(FixedColumn(floats))
        let order = onThreads { SortKeys.order([(column, isDescending)], rows: floats.count) }
        let expected = (0..<Int32(floats.count)).sorted { one, other in
          let (a, b) = (floats[Int(one)], floats[Int(other)])
          return a == b ? one < other : (a < b) != isDescending
        }
        #expect(order == expected)
      }
    }
    #expect(Decimals(decimals)?.keys(turned: 0) != nil || places > 4)
  }

  @Test(arguments: [900, 1_500, 80_000]) func sortsByManyKeys(_ count: Int) {
    var random = Random(seed: 5)
    let keys = [
      (0..<count).map { _ in UInt64(random.below(3)) }, [UInt64](repeating: 1, count: count),
      (0..<count).map { _ in UInt64(random.below(9)) << 60 }, (0..<count).map { _ in random.next() >> 30 },
    ]
    let order = onThreads { RadixSort.order(keys, rows: count) }
    let expected = (0..<Int32(count)).sorted { a, b in
      for key in keys where key[Int(a)] != key[Int(b)] { return key[Int(a)] < key[Int(b)] }
      return a < b
    }
    #expect(order == expected)
    #expect(onThreads { RadixSort.first(20, keys, rows: count) } == Array(expected.prefix(20)))
  }

  @Test(arguments: sizes) func groupsByFirstAppearance(_ count: Int) {
    var random = Random(seed: UInt64(count))
    for key in Self.keys(count, &random) {
      let numbers = key.map { Int64(truncatingIfNeeded: $0) }
      var known: [Int64: Int32] = [:]
      var (ids, firstRows): ([Int32], [Int32]) = ([], [])
      for (row, number) in numbers.enumerated() {
        let id = known[number] ?? Int32(known.count)
        if known.updateValue(id, forKey: number) == nil { firstRows.append(Int32(row)) }
        ids.append(id)
      }
      let found = onThreads { Grouping([.int(FixedColumn(numbers))], rows: count).ids.array }
      #expect(found == ids)
      #expect(onThreads { Codes(identityOf: .int(FixedColumn(numbers))).firstRows() } == firstRows)
      #expect(onThreads { HashGroups.grouped(numbers).ids } == ids)
    }
  }

  @Test func groupsMissingValuesTogether() {
    var random = Random(seed: 3)
    let count = 5_000
    let numbers = (0..<count).map { _ in Int64(random.below(40)) &* (random.oneIn(2) ? 1 : Int64.max / 41) }
    let valid = Bitmap((0..<count).map { _ in !random.oneIn(10) })
    var known: [Int64?: Int32] = [:]
    let ids = numbers.indices.map { row -> Int32 in
      let key: Int64? = valid[row] ? numbers[row] : nil
      let id = known[key] ?? Int32(known.count)
      known[key] = id
      return id
    }
    #expect(onThreads { Grouping([.int(FixedColumn(numbers, validity: valid))], rows: count).ids.array } == ids)
  }

  @Test func aggregatesAreThoseOfALoop() throws {
    var random = Random(seed: 8)
    let (count, groups) = (20_000, 7)
    let ids = (0..<count).map { _ in Int32(random.below(groups + 1)) - 1 }
    let numbers = (0..<count).map { _ in Int64(random.below(1 << 30)) - 1 << 29 }
    let floats = numbers.map { Double($0) / 7 }
    let valid = Bitmap((0..<count).map { _ in !random.oneIn(10) })
    let members = (0..<groups).map { group in (0..<count).filter { Int(ids[$0]) == group && valid[$0] } }
    let aggregation = Aggregation(ids: ids, groupCount: groups)
    #expect(onThreads { aggregation.counts(valid) } == members.map { Int64($0.count) })
    #expect(onThreads { try? aggregation.sums(numbers, valid) } == members.map { $0.reduce(0) { $0 + numbers[$1] } })
    #expect(
      onThreads { aggregation.least(numbers, valid, above: .max) } == members.map { $0.map { numbers[$0] }.min() ?? 0 })
    #expect(
      onThreads { aggregation.greatest(floats, valid, below: -.infinity) }
        == members.map { $0.map { floats[$0] }.max() ?? 0 })
    let medians = onThreads { aggregation.quantile(floats, valid, .half).values }
    for (median, rows) in zip(medians, members) {
      let sorted = rows.map { floats[$0] }.sorted()
      let expected = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      #expect(abs(median - expected) <= 1e-9 * abs(expected))
    }
  }

  /// A sum that grows too large on its way is refused, wherever the rows are cut.
  @Test func sumsThatDoNotFitAreRefused() {
    let numbers = [Int64.max, 1, -2] + [Int64](repeating: 0, count: 500)
    let aggregation = Aggregation(ids: .one(rows: numbers.count), groupCount: 1)
    #expect(onThreads { try? aggregation.sums(numbers, nil) } == nil)
    #expect(onThreads { try? aggregation.sums([Int64.max, -1, 0] + numbers.dropFirst(3), nil) } == [Int64.max - 1])
  }

  @Test func literalsAreFoundWhereverTheyStand() {
    var random = Random(seed: 9)
    let letters = Array("ab sStT é’x".unicodeScalars)
    let texts = (0..<3_000).map { number in
      String(String.UnicodeScalarView((0..<random.below(60)).map { _ in random.pick(letters) })) + " \(number)"
    }
    let column = TextColumn(texts)
    for literal in ["st", "a", "ts a", "x’s", "", "b st", "no such words"] {
      let exact = onThreads { TextKernels.search(column, for: Array(literal.utf8), isFolded: false).truth.words }
      let wanted = Array(literal.utf8)
      let holding = texts.map { text in
        let bytes = Array(text.utf8)
        return (0...max(bytes.count - wanted.count, 0)).contains { bytes[$0...].starts(with: wanted) }
      }
      #expect(exact == Bitmap(holding).words)
      let folded = TextFold.fold(literal)
      let found = onThreads { TextKernels.search(column, for: folded, isFolded: true).truth.words }
      let having = texts.map { text in
        folded.isEmpty || TextFold.find(folded, in: TextFold.fold(text)[...], from: 0, wholeWords: true) != nil
      }
      #expect(found == Bitmap(having).words)
    }
  }
}
