import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// Amounts of which most are exact, by their short twins, and floats with gaps that hold zero, against the oracle.
@Suite struct AmountTwinsTests {
  private static let amount = ValueType(.money("GBP"), optional: true)
  private static let types = [ValueType.int, amount, ValueType(.money("GBP")), .float.optional]

  /// One amount of so many is more than a point. The first row has one: a column that begins without has a second unit.
  private func rows(_ count: Int, groups: Int, rowsPerOdd: Int, spread: Int, seed: UInt64) -> [[Value]] {
    var random = Random(seed: seed)
    return (0..<count).map { row in
      func amount() -> Value {
        let number = ExactNumber(Int128(random.below(spread)) - 3, over: 2) ?? .zero
        guard random.oneIn(rowsPerOdd) else { return .measure(Measure(number, unit: "GBP"), .money) }
        var odd = random.measure(unit: "GBP")
        odd.text = nil
        return .measure(odd, .money)
      }
      return [
        .int(Int64(random.below(groups))), row > 0 && random.oneIn(9) ? .none : amount(), amount(),
        random.oneIn(9) ? .none : .float(Double(random.below(100)) / 8 - 3),
      ]
    }
  }

  /// Of five hundred rows more are odd than a word has bits.
  @Test(arguments: [(100, 12, 40), (100, 12, 300_000), (100, 1_000_000, 40), (100, 3, 40), (500, 7, 40)])
  func comparisonsWithOneAmount(_ count: Int, _ rowsPerOdd: Int, _ spread: Int) async throws {
    let rows = rows(count, groups: 4, rowsPerOdd: rowsPerOdd, spread: spread, seed: UInt64(rowsPerOdd + spread))
    let table = Evaluation(Self.types, rows)
    if rowsPerOdd > 4 { hasTwin(table, 1) }
    var limits = [Measure(.zero, unit: "GBP"), Measure(ExactNumber(7), unit: "GBP"), Measure(.zero, unit: "EUR")]
    limits.append(Measure(low: .zero, high: nil, unit: "GBP"))
    for row in rows.prefix(3) { if case .measure(let value, _) = row[2] { limits.append(value) } }
    for op in Comparison.allCases {
      for limit in limits {
        let constant = constant(.measure(limit, .money), ValueType(.money(nil)))
        for index in [1, 2] {
          for condition in [
            compare(op, column(index, Self.types[index]), constant),
            compare(op, constant, column(index, Self.types[index])),
          ] {
            let outcome = await Difference.outcomeOfThreads(
              of: table.plan.filter(condition), table.snapshot, focus: nil)
            #expect(outcome.difference == nil, "\(op) \(limit) of column \(index)")
          }
        }
      }
    }
  }

  /// Ranges whose ends are amounts of the column or lie beside them, one behind the other or none, and hedged ones.
  @Test(arguments: [(100, 12, 40), (100, 3, 40), (500, 7, 40), (300, 9, 300_000)])
  func rangesOfAmounts(_ count: Int, _ rowsPerOdd: Int, _ spread: Int) async throws {
    let rows = rows(count, groups: 20, rowsPerOdd: rowsPerOdd, spread: spread, seed: UInt64(rowsPerOdd + spread))
    let table = Evaluation(Self.types, rows)
    var random = Random(seed: UInt64(count))
    for _ in 0..<12 {
      let ends = [random.below(spread), random.below(spread)].map { ExactNumber(Int128($0) - 3, over: 2) ?? .zero }
      let isHedged = random.oneIn(6)
      let amounts = ends.map { end in
        var amount = Measure(end, unit: "GBP")
        amount.isHedged = isHedged
        return constant(.measure(amount, .money), ValueType(.money("GBP")))
      }
      for index in [1, 2] {
        try await agrees(table, column(index, Self.types[index]), amounts)
      }
      let numbers = [random.below(20), random.below(20)].map { constant(.int(Int64($0)), .int) }
      try await agrees(table, column(0, .int), numbers)
      let floats = [random.below(100), random.below(100)].map { constant(.float(Double($0) / 8 - 3), .float) }
      try await agrees(table, column(3, Self.types[3]), floats)
    }
  }

  /// Kept, told of beside other conditions, denied, and counted.
  private func agrees(_ table: Evaluation, _ column: PlanExpression, _ ends: [PlanExpression]) async throws {
    let type = ValueType(column.type.base == .int || column.type.base == .float ? .quantity("") : column.type.base)
    let range = PlanExpression(.range(ends[0], ends[1]), type, at: nowhere)
    let isWithin = PlanExpression(.isIn(column, range), .bool, at: nowhere)
    let first = PlanExpression(.column(0), .int, at: nowhere)
    let other = compare(.greater, first, constant(.int(4), .int))
    let count = Aggregate(function: .count, argument: nil, type: .int, span: nowhere)
    for condition in [
      isWithin, PlanExpression(.not(isWithin), .bool, at: nowhere),
      PlanExpression(.and(isWithin, other), .bool, at: nowhere),
      PlanExpression(.or(isWithin, other), .bool, at: nowhere),
    ] {
      for plan in [table.plan.filter(condition), table.plan.filter(condition).aggregate(by: [], [count])] {
        let outcome = await Difference.outcomeOfThreads(of: plan, table.snapshot, focus: nil)
        #expect(outcome.difference == nil, "\(column.type.base) \(ends.map(\.kind))")
      }
    }
  }

  @Test(arguments: [(150, 1, 12), (200, 4, 12), (200, 30, 6), (150, 110, 12), (150, 4, 1_000_000), (150, 4, 3)])
  func aggregatesOfGroups(_ count: Int, _ groups: Int, _ rowsPerOdd: Int) async throws {
    for spread in [40, 300_000] {
      let seed = UInt64(count + groups + rowsPerOdd + spread)
      let table = Evaluation(
        Self.types, rows(count, groups: groups, rowsPerOdd: rowsPerOdd, spread: spread, seed: seed), hasJunk: false)
      if rowsPerOdd > 4 { hasTwin(table, 1) }
      var all = [Aggregate(function: .count, argument: nil, type: .int, span: nowhere)]
      for index in [1, 2, 3] {
        for function in [AggregateFunction.count, .sum, .avg, .min, .max] {
          all.append(
            Aggregate(
              function: function, argument: column(index, Self.types[index]),
              type: RandomPlan.result(function, Self.types[index].base), span: nowhere))
        }
      }
      for aggregates in [all, [all[2]], [all[4], all[5]], [all[7], all[10]]] {
        for keys in [[column(0, .int)], []] {
          let outcome = await Difference.outcomeOfThreads(
            of: table.plan.aggregate(by: keys, aggregates), table.snapshot, focus: nil)
          #expect(outcome.difference == nil, "\(aggregates.count) aggregates, spread \(spread), \(keys.count) keys")
        }
      }
    }
  }

  /// Of filtered rows floats are added up under a mask.
  @Test func sumsOfFloatsWithGaps() async throws {
    let sum = Aggregate(function: .sum, argument: column(3, Self.types[3]), type: .float, span: nowhere)
    for hasJunk in [true, false] {
      let table = Evaluation(Self.types, rows(500, groups: 5, rowsPerOdd: 9, spread: 40, seed: 3), hasJunk: hasJunk)
      guard case .float(let floats)? = table.snapshot.tables["t"]?.columns[3] else { return }
      #expect(floats.gapsAreZero != hasJunk)
      for plan in [
        table.plan.filter(compare(.greater, column(3, Self.types[3]), constant(.float(-2), .float))), table.plan,
      ] {
        for keys in [[column(0, .int)], []] {
          let outcome = await Difference.outcomeOfThreads(
            of: plan.aggregate(by: keys, [sum]), table.snapshot, focus: nil)
          #expect(outcome.difference == nil)
        }
      }
    }
  }

  /// A test of a column that is added up is made by the pass that adds it up, also where other conditions stand beside it, where
  /// nothing passes, and where something is unknown.
  @Test(arguments: [(1, 90), (70, 90), (300, 3)])
  func testsOfWhatIsAddedUp(_ count: Int, _ spread: Int) async throws {
    let types = [ValueType.int, .float, .int.optional]
    var random = Random(seed: UInt64(count + spread))
    let rows: [[Value]] = (0..<count).map { _ in
      let number: Value = .float(random.oneIn(20) ? -0.0 : Double(random.below(spread)) / 4 - 3)
      return [.int(Int64(random.below(9))), number, random.oneIn(9) ? .none : .int(Int64(random.below(4)))]
    }
    let table = Evaluation(types, rows)
    let aggregates = [
      Aggregate(function: .count, argument: nil, type: .int, span: nowhere),
      Aggregate(function: .sum, argument: column(1, .float), type: .float, span: nowhere),
      Aggregate(function: .avg, argument: column(1, .float), type: .float.optional, span: nowhere),
      Aggregate(function: .min, argument: column(1, .float), type: .float.optional, span: nowhere),
      Aggregate(function: .max, argument: column(0, .int), type: .int.optional, span: nowhere),
      Aggregate(function: .sum, argument: column(0, .int), type: .int, span: nowhere),
    ]
    let others = [
      nil, compare(.less, column(0, .int), constant(.int(7), .int)),
      compare(.less, column(2, .int.optional), constant(.int(3), .int)),
    ]
    for op in Comparison.allCases {
      for limit in [0, 100] as [Double] {
        let one = constant(.float(limit), .float)
        for test in [compare(op, column(1, .float), one), compare(op, one, column(1, .float))] {
          for other in others {
            let condition = other.map { PlanExpression(.and(test, $0), .bool.optional, at: nowhere) } ?? test
            let outcome = await Difference.outcomeOfThreads(
              of: table.plan.filter(condition).aggregate(by: [], aggregates), table.snapshot, focus: nil)
            #expect(outcome.difference == nil, "\(op) \(limit), \(count) rows")
          }
        }
      }
    }
  }

  /// Amounts that are compared and added up: what is more than a point is added up by itself, where nothing else is asked of the rows.
  @Test(arguments: [(1, 40), (70, 40), (200, 40), (200, 300_000), (200, 1 << 40)])
  func sumsOfComparedAmounts(_ count: Int, _ spread: Int) async throws {
    let rows = rows(count, groups: 9, rowsPerOdd: 8, spread: spread, seed: UInt64(count + spread)).map { row in
      row.map { (value: Value) -> Value in
        guard case .measure(var amount, let kind) = value else { return value }
        amount.isHedged = false
        return .measure(amount, kind)
      }
    }
    let table = Evaluation(Self.types, rows, hasJunk: false)
    func aggregate(_ function: AggregateFunction, _ index: Int?) -> Aggregate {
      let argument = index.map { column($0, Self.types[$0]) }
      let type = argument.map { RandomPlan.result(function, $0.type.base) } ?? .int
      return Aggregate(function: function, argument: argument, type: type, span: nowhere)
    }
    var limits: [Measure] = [-9, 0, 7, 1_000].map { Measure(ExactNumber($0), unit: "GBP") }
    for row in rows.prefix(4) { if case .measure(let value, _) = row[2] { limits.append(value) } }
    let other = compare(.greater, column(0, .int), constant(.int(4), .int))
    var random = Random(seed: UInt64(count))
    for op in Comparison.allCases {
      for _ in 0..<3 {
        let (limit, index) = (random.pick(limits), random.pick([1, 2]))
        let one = constant(.measure(limit, .money), ValueType(.money("GBP")))
        let test = compare(op, column(index, Self.types[index]), one)
        for aggregates in [
          [aggregate(.sum, index), aggregate(.count, nil)], [aggregate(.avg, index), aggregate(.sum, index)],
          [aggregate(.count, index), aggregate(.sum, 2)], [aggregate(.sum, 2), aggregate(.sum, 0)],
          [aggregate(.sum, index), aggregate(.max, index)],
        ] {
          let condition =
            random.oneIn(4) ? PlanExpression(.and(test, other), .bool.optional, at: nowhere) : test
          let outcome = await Difference.outcomeOfThreads(
            of: table.plan.filter(condition).aggregate(by: [], aggregates), table.snapshot, focus: nil)
          #expect(outcome.difference == nil, "\(op) \(limit) of column \(index), \(aggregates.map(\.function))")
        }
      }
    }
  }

  private func hasTwin(_ table: Evaluation, _ index: Int) {
    guard case .measure(let column)? = table.snapshot.tables["t"]?.columns[index] else { return }
    guard let packed = column.packed else {
      Issue.record("no twin")
      return
    }
    let odd = (0..<column.count).filter { row in
      guard let value = column[row] else { return false }
      return MeasureColumnBuilder.flags(of: value) & MeasureColumn.Flags.identity != MeasureColumn.Flags.point
        || value.low != value.high
    }
    #expect(packed.odd.rows == odd.map { Int32($0) })
    #expect(packed.odd.places(in: 64..<130).map { Int(packed.odd.rows[$0]) } == odd.filter { (64..<130).contains($0) })
  }
}
