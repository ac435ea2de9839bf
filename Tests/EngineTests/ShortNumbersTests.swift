import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// Aggregates by the short twins of numbers, several sums in a word, against the oracle and against plain loops.
@Suite struct ShortNumbersTests {
  private static let schema = Schema([
    Field("few", .int), Field("some", .text.optional), Field("byte", .int), Field("short", .int.optional),
    Field("part", .float.optional), Field("below", .int.optional),
  ])

  /// `groups`: nil gives each row one of its own.
  private func table(rows: Int, groups: Int?, seed: UInt64) -> Evaluation {
    let isUnique = groups == nil
    let groups = groups ?? rows
    var random = Random(seed: seed)
    func missing(_ value: Value) -> Value { random.oneIn(10) ? .none : value }
    return Evaluation(
      Self.schema.fields.map(\.type),
      (0..<rows).map { row in
        [
          .int(Int64(isUnique ? row * 7 % rows : random.below(groups)) - 3), missing(.text("t\(random.below(groups))")),
          .int(Int64(random.below(15)) + 1), missing(.int(Int64(random.below(40_000)) - 20_000)),
          missing(.float(Double(random.below(1000)) / 8)), missing(.int(Int64(random.below(200)) - 150)),
        ]
      })
  }

  private static func aggregates() -> [Aggregate] {
    func type(_ index: Int) -> ValueType { schema.fields[index].type }
    var all = [Aggregate(function: .count, argument: nil, type: .int, span: nowhere)]
    for index in [2, 3, 4, 5] {
      for function in [AggregateFunction.count, .sum, .avg, .min, .max, .stddev, .variance] {
        all.append(
          Aggregate(
            function: function, argument: column(index, type(index)),
            type: RandomPlan.result(function, type(index).base), span: nowhere))
      }
      for other in [2, 3, 4, 5] {
        for function in [AggregateFunction.covariance, .corr] {
          var pair = Aggregate(
            function: function, argument: column(index, type(index)), type: .float.optional, span: nowhere)
          pair.second = column(other, type(other))
          all.append(pair)
        }
      }
    }
    return all
  }

  @Test(arguments: [(200, 1), (600, 4), (600, 30), (200, 150)])
  func aggregatesAgreeWithTheOracle(_ rows: Int, _ groups: Int) async throws {
    let table = table(rows: rows, groups: groups, seed: UInt64(groups))
    let keys = [[column(0, .int)], [column(1, .text.optional)], [column(0, .int), column(1, .text.optional)]]
    for keys in keys {
      for aggregates in [Self.aggregates(), Array(Self.aggregates()[2...4]), Array(Self.aggregates().suffix(2))] {
        let outcome = await Difference.outcomeOfThreads(
          of: table.plan.aggregate(by: keys, aggregates), table.snapshot, focus: nil)
        if let difference = outcome.difference {
          Issue.record("\(aggregates.count) aggregates of \(rows) rows by \(keys.count) keys: \(difference)")
          return
        }
      }
    }
  }

  @Test func aGroupForEachRowAgreesWithTheOracle() async throws {
    // Seven divides none of the sizes, so that no key comes twice.
    for rows in [1, 5, 200] {
      let table = table(rows: rows, groups: nil, seed: 5)
      for keys in [[column(0, .int)], [column(0, .int), column(1, .text.optional)]] {
        let outcome = await Difference.outcomeOfThreads(
          of: table.plan.aggregate(by: keys, Self.aggregates()), table.snapshot, focus: nil)
        #expect(outcome.difference == nil, "\(rows) rows by \(keys.count) keys")
      }
    }
  }

  @Test(arguments: [1 << 7, 1 << 13, 1 << 20]) func codesThatAreAllDifferentAreTheirOwnGroups(_ domain: Int) {
    var random = Random(seed: UInt64(domain))
    for hasTwice in [false, true] {
      for count in [1, 100, min(domain / 2, 5000)] {
        var codes = (0..<count).map { Int32(($0 * 77 + 5) % domain) }
        if hasTwice, count > 1 { codes[random.below(count - 1)] = codes[count - 1] }
        let found = onThreads { Codes(codes, domain: Int64(domain)).grouped().firstRows }
        var seen: Set<Int32> = []
        #expect(found == codes.indices.filter { seen.insert(codes[$0]).inserted }.map { Int32($0) })
      }
    }
  }

  @Test func comparisonsWithOneNumberAgreeWithTheOracle() async throws {
    let table = table(rows: 140, groups: 4, seed: 8)
    for op in [Comparison.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual] {
      for limit in [Int64.min, -20_000, -151, -150, 0, 7, 49, 50, 1 << 40, .max] {
        for index in [2, 3, 5] {
          let type = Self.schema.fields[index].type
          for condition in [
            compare(op, column(index, type), constant(.int(limit), .int)),
            compare(op, constant(.int(limit), .int), column(index, type)),
          ] {
            let outcome = await Difference.outcomeOfThreads(
              of: table.plan.filter(condition), table.snapshot, focus: nil)
            #expect(outcome.difference == nil, "\(op) \(limit) of column \(index)")
          }
        }
      }
    }
  }

  // MARK: Kernels

  private static func twin(_ values: [Int64], _ validity: Bitmap?) -> PackedNumbers? {
    guard case .int(let column) = Column.int(FixedColumn(values, validity: validity)).packed else { return nil }
    return column.packed
  }

  private func onThreads<Result: Equatable>(_ work: () -> Result) -> Result {
    let one = Parallel.$current.withValue(Parallel(threads: 1, morselRows: 64)) { work() }
    let two = Parallel.$current.withValue(Parallel(threads: 2, morselRows: 64)) { work() }
    #expect(one == two)
    return two
  }

  @Test(arguments: [(400_000, 3), (30_000, 700), (600, 400)])
  func lanesAddUpAsLoopsDo(_ rows: Int, _ groups: Int) throws {
    var random = Random(seed: UInt64(rows))
    let isThere = (0..<rows).map { _ in !random.oneIn(9) }
    let values = (0..<rows).map { _ in Int64(random.below(10_000)) }
    let others = (0..<rows).map { _ in Int64(random.below(250)) + 1_000 }
    let ids = (0..<rows).map { _ in Int32(random.below(groups)) }
    let (x, y) = (try #require(Self.twin(values, Bitmap(isThere))), try #require(Self.twin(others, nil)))
    // Two columns of bytes are taken in together.
    let z = try #require(Self.twin(others.map { $0 % 7 }, nil))
    var lanes = PackedLanes()
    let (a, b) = (lanes.column(x, key: 1), lanes.column(y, key: 2))
    let wanted: [(lane: Int, value: (Int) -> Int64?)] = [
      (lanes.lane(), { _ in 1 }), (lanes.lane(among: [a, b]), { isThere[$0] ? 1 : nil }),
      (lanes.lane([a]), { isThere[$0] ? values[$0] - x.least : nil }), (lanes.lane([b]), { others[$0] - y.least }),
      (lanes.lane([b], among: [a]), { isThere[$0] ? others[$0] - y.least : nil }),
      (lanes.lane([a, b]), { isThere[$0] ? (values[$0] - x.least) * (others[$0] - y.least) : nil }),
      (lanes.lane([b, b]), { (others[$0] - y.least) * (others[$0] - y.least) }),
      (lanes.lane([lanes.column(z, key: 3)]), { others[$0] % 7 }),
    ]
    let pass = TotalsPass(terms: [], lanes: lanes, ids: .each(ids), groupCount: groups)
    let found = onThreads { pass.run().lanes.map { $0.wholes() } }
    for (lane, value) in wanted {
      var sums = [Int64](repeating: 0, count: groups)
      for row in 0..<rows { sums[Int(ids[row])] += value(row) ?? 0 }
      #expect(found[lane] == sums)
    }
    // Three of the sums fit into one word if they are emptied on the way, as they are in a long stretch.
    var few = PackedLanes()
    let places = [few.lane(), few.lane([few.column(x, key: 1)]), few.lane([few.column(y, key: 2)])]
    #expect(rows < 400_000 || few.layout(rows: rows, groups: groups).rows < rows)
    let inOneStretch = Parallel(threads: 2, morselRows: 1 << 20)
    let emptied = Parallel.$current.withValue(inOneStretch) {
      TotalsPass(terms: [], lanes: few, ids: .each(ids), groupCount: groups).run().lanes.map { $0.wholes() }
    }
    #expect(places.map { emptied[$0] } == [found[wanted[0].lane], found[wanted[2].lane], found[wanted[3].lane]])
  }

  /// Groups that lie one behind the other are added up by all threads into the same records.
  @Test(arguments: [1, 4]) func sortedGroupsAddUpAsLoopsDo(_ rowsOfGroup: Int) throws {
    let rows = 5_000
    var random = Random(seed: 2)
    let ids = (0..<rows).map { Int32($0 / rowsOfGroup) }
    let groups = Int(ids[rows - 1]) + 1
    let floats = (0..<rows).map { _ in Double(random.below(100)) / 3 }
    let shorts = (0..<rows).map { _ in Int64(random.below(300)) }
    let packed = try #require(Self.twin(shorts, nil))
    var lanes = PackedLanes()
    let lane = lanes.lane([lanes.column(packed, key: nil)])
    let pass = TotalsPass(
      terms: [.floatSum(FloatSum(values: floats), nil), .leastFloat(Least(values: floats, start: .infinity), nil)],
      lanes: lanes, ids: .each(ids), groupCount: groups)
    let found = onThreads {
      let found = pass.run()
      return found.terms.map { $0.floats() } + [found.lanes[lane].wholes().map { Double($0) }]
    }
    var (sums, least, wholes) = (
      [Double](repeating: 0, count: groups), [Double](repeating: .infinity, count: groups),
      [Double](repeating: 0, count: groups)
    )
    for row in 0..<rows {
      sums[Int(ids[row])] += floats[row]
      least[Int(ids[row])] = min(least[Int(ids[row])], floats[row])
      wholes[Int(ids[row])] += Double(shorts[row] - packed.least)
    }
    #expect(found == [sums, least, wholes])
  }

  @Test(arguments: [10, 5_000, 60_000]) func codesAreCombinedBlockByBlock(_ rows: Int) {
    var random = Random(seed: 4)
    let parts = [
      Codes(values: .bytes((0..<rows).map { _ in UInt8(random.below(7)) }), domain: 7),
      Codes(values: .shorts((0..<rows).map { _ in UInt16(random.below(300)) }), domain: 300),
      Codes((0..<rows).map { _ in Int32(random.below(3)) }, domain: 3),
    ]
    let combined = CombinedCodes(parts: parts, count: rows)
    let expected = (0..<rows).map { row in
      Int32((parts[0].values[row] * 300 + parts[1].values[row]) * 3 + parts[2].values[row])
    }
    #expect(onThreads { combined.array } == expected)
    #expect((0..<rows).map { combined[$0] } == expected)
    var firsts: [Int32: Int32] = [:]
    for row in expected.indices where firsts[expected[row]] == nil { firsts[expected[row]] = Int32(row) }
    let order = firsts.sorted { $0.value < $1.value }
    let found = onThreads { combined.appearances(domain: 7 * 300 * 3).codes }
    #expect(found == order.map(\.key))
    #expect(combined.appearances(domain: 7 * 300 * 3).rows == order.map(\.value))
  }
}
