import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// Conditions tested for blocks of rows, and sums made in the same loop: against plain loops and against the oracle.
@Suite struct RowTestsTests {
  private static let comparisons: [Comparison] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]

  private func holds<Number: Comparable>(_ op: Comparison, _ a: Number, _ b: Number) -> Bool {
    switch op {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  private func twin(_ values: [Int64]) throws -> PackedNumbers {
    guard case .int(let column) = Column.int(FixedColumn(values)).packed else { throw CancellationError() }
    return try #require(column.packed)
  }

  /// Numbers of one, two and four bytes, negative ones among them, each with the limits where something changes.
  @Test(arguments: [1, 63, 64, 65, 1000, 8_192, 8_193, 20_001])
  func keepsWhatLoopsKeep(_ rows: Int) throws {
    var random = Random(seed: UInt64(rows))
    for width in [1, 200, 50_000, 1 << 30] {
      let values = (0..<rows).map { _ in Int64(random.below(width)) - 90 }
      let numbers = try twin(values)
      for op in Self.comparisons {
        for limit in [Int64.min, -91, -90, numbers.most - 1, numbers.most, numbers.most + 1, .max] {
          let found = RowTest(op, numbers, limit).bitmap(rows: rows)
          #expect(found == Bitmap(values.map { holds(op, $0, limit) }), "\(op) \(limit) of \(width)")
        }
      }
    }
  }

  @Test(arguments: [1, 64, 130, 8_200, 20_001])
  func keepsAndAddsWhatLoopsDo(_ rows: Int) throws {
    var random = Random(seed: UInt64(rows) + 1)
    let few = (0..<rows).map { _ in Int64(random.below(5)) }
    let many = (0..<rows).map { _ in Int64(random.below(3_000)) }
    // Eighths, of which all sums are exact in any order.
    let floats = (0..<rows).map { _ in random.oneIn(20) ? -0.0 : Double(random.below(800)) / 8 - 50 }
    let isMember = (0..<rows).map { _ in !random.oneIn(3) }
    for op in Self.comparisons {
      for limit in [-0.0, 12.5, .greatestFiniteMagnitude, -.greatestFiniteMagnitude] {
        for hasMembers in [false, true] {
          var tests = RowTests(
            members: hasMembers ? Bitmap(isMember) : nil,
            tests: [
              RowTest(.notEqual, try twin(few), 3), .floats(FloatTest(values: floats, comparison: op, limit: limit)),
              RowTest(.less, try twin(many), 2_000),
            ])
          let kept = (0..<rows).map { row in
            few[row] != 3 && holds(op, floats[row], limit) && many[row] < 2_000 && (!hasMembers || isMember[row])
          }
          #expect(tests.bitmap(rows: rows) == Bitmap(kept))
          tests.sumLast { $0.isIdentical(to: floats.span) }
          #expect(tests.summed != nil && tests.tests.count == 2)
          let pass = TotalsPass(
            terms: [
              .count(nil), .floatSum(FloatSum(values: floats), nil),
              .floatSum(FloatSum(values: many.map(Double.init)), nil),
            ],
            ids: .one(rows: rows), groupCount: 1, tests: tests)
          for threads in [1, 2] {
            let found = Parallel.$current.withValue(Parallel(threads: threads, morselRows: 64)) { pass.run().terms }
            func sum(_ value: (Int) -> Double) -> Double { kept.indices.reduce(0) { kept[$1] ? $0 + value($1) : $0 } }
            #expect(found[0].wholes() == [Int64(kept.count { $0 })])
            #expect(found[1].floats() == [sum { floats[$0] }])
            #expect(found[2].floats() == [sum { Double(many[$0]) }])
          }
        }
      }
    }
  }

  // MARK: Through plans

  private static let schema = Schema([
    Field("kind", .text), Field("day", .date), Field("id", .int), Field("amount", .float),
    Field("other", .float.optional), Field("spent", ValueType(.money("GBP"))),
    Field("paid", ValueType(.money("GBP")).optional),
  ])

  private static func day(_ day: Int) -> Moment { Moment(firstDay: day, lastDay: day, grain: .day) }

  private func table(rows: Int) -> Evaluation {
    var random = Random(seed: UInt64(rows) + 2)
    /// One amount of twelve is more than a point, of each kind there is.
    func amount() -> Value {
      let low = ExactNumber(random.below(9))
      let high = ExactNumber(9 + random.below(4))
      let measure: Measure =
        switch random.below(60) {
        case 0: Measure(low: low, high: nil, isLowOpen: true, unit: "GBP")
        case 1: Measure(low: nil, high: low, unit: "GBP")
        case 2: Measure(low: low, high: high, unit: "GBP")
        case 3: Measure(low: low, high: low, isHedged: true, unit: "GBP")
        case 4: Measure(low: low, high: nil, unit: "GBP")
        default: Measure(low, unit: "GBP")
        }
      return .measure(measure, .money)
    }
    let values = (0..<rows).map { _ -> [Value] in
      let other = random.oneIn(8) ? Value.none : .float(Double(random.below(9)))
      let (spent, paid) = (amount(), random.oneIn(8) ? Value.none : amount())
      return [
        .text(random.pick(["a", "b", "c"])), .moment(Self.day(19_000 + random.below(40))),
        .int(Int64(random.below(300))),
        .float(Double(random.below(80)) / 8), other, spent, paid,
      ]
    }
    return Evaluation(Self.schema.fields.map(\.type), values)
  }

  private func condition(_ random: inout Random) -> PlanExpression {
    func with(_ index: Int, _ value: Constant) -> PlanExpression {
      let type = Self.schema.fields[index].type
      let (a, b) = (column(index, type), constant(value, type))
      let op = index == 0 ? random.pick([.equal, .notEqual]) : random.pick(Self.comparisons)
      return random.oneIn(4) ? compare(op, b, a) : compare(op, a, b)
    }
    switch random.below(7) {
    case 0: return with(0, .text(random.pick(["a", "c", "z"])))
    case 1: return with(1, .moment(Self.day(18_998 + random.below(44))))
    case 2: return with(2, .int(Int64(random.below(320)) - 10))
    case 3: return with(3, .float(Double(random.below(80)) / 8))
    case 4: return with(4, .float(Double(random.below(9))))
    default:
      return with(5 + random.below(2), .measure(Measure(ExactNumber(random.below(14) - 1), unit: "GBP"), .money))
    }
  }

  /// Filters and totals of several conditions in any order, some of which leave rows unknown.
  @Test func conjunctionsAgreeWithTheOracle() async throws {
    let table = table(rows: 150)
    var random = Random(seed: 31)
    let aggregates = [
      Aggregate(function: .count, argument: nil, type: .int, span: nowhere),
      Aggregate(function: .sum, argument: column(3, .float), type: .float, span: nowhere),
      Aggregate(function: .max, argument: column(2, .int), type: .int.optional, span: nowhere),
      Aggregate(function: .avg, argument: column(3, .float), type: .float.optional, span: nowhere),
      Aggregate(function: .sum, argument: column(4, .float.optional), type: .float, span: nowhere),
      Aggregate(function: .min, argument: column(4, .float.optional), type: .float.optional, span: nowhere),
      Aggregate(
        function: .sum, argument: column(5, Self.schema.fields[5].type), type: Self.schema.fields[5].type.optional,
        span: nowhere),
    ]
    for _ in 0..<120 {
      let conditions = (0...max(random.below(6) - 2, 0)).map { _ in condition(&random) }
      let whole = try #require(PlanExpression.all(conditions, like: conditions[0]))
      let filtered = table.plan.filter(whole)
      for plan in [filtered, filtered.aggregate(by: [], aggregates.filter { $0.argument == nil || random.oneIn(2) })] {
        let outcome = await Difference.outcomeOfThreads(of: plan, table.snapshot, focus: nil)
        if let difference = outcome.difference {
          Issue.record("\(conditions.count) conditions: \(difference)")
          return
        }
      }
    }
  }
}
