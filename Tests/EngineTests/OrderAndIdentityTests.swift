import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

@Suite struct OrderAndIdentityTests {
  private static let types: [ValueType] = [
    .bool.optional, .int.optional, .float.optional, .text.optional, .date.optional, .period.optional,
    ValueType(.money(nil), optional: true),
    ValueType(.quantity(nil), optional: true), ValueType(.duration, optional: true),
  ]

  @Test(arguments: types, [false, true])
  func sortIsStableAndMissingComesLast(_ type: ValueType, _ isDescending: Bool) throws {
    for rows in [0, 1, 7, 65] {
      var random = Random(seed: 51 + UInt64(rows))
      let table = Evaluation(
        [type, .int.optional], (0..<rows).map { _ in [random.value(type), random.value(.int.optional)] })
      let one = table.plan.sort(SortOrder(column(0, type), isDescending: isDescending))
      let two = table.plan.sort(
        SortOrder(column(1, .int.optional), isDescending: true), SortOrder(column(0, type), isDescending: isDescending))
      for plan in [one, two] { #expect(Difference.between(plan, table.snapshot) == nil) }
    }
  }

  /// Enough rows for the other way of sorting; checked by its promises, not by the slow oracle.
  @Test(arguments: types, [false, true])
  func largeSortsAreSortedAndStable(_ type: ValueType, _ isDescending: Bool) throws {
    var random = Random(seed: 52)
    let values = (0..<3000).map { _ in type.base == .int ? .int(Int64(bitPattern: random.next())) : random.value(type) }
    let table = Evaluation([type], values.map { [$0] })
    let sorted = try table.run(table.plan.sort(SortOrder(column(0, type), isDescending: isDescending))).table
    var rows: [Int] = []
    for row in 0..<sorted.rowCount {
      if case .reference(_, let number) = sorted.columns[1].value(at: row) { rows.append(Int(number)) }
    }
    #expect(Set(rows).count == values.count)
    for (a, b) in zip(rows, rows.dropFirst()) {
      let order = Oracle.order(values[a], values[b], descending: isDescending)
      #expect(order < 0 || (order == 0 && a < b))
    }
  }

  /// The greatest and least numbers are values like others: what is missing still comes after them.
  @Test(arguments: [false, true])
  func extremesAreNotMissing(_ isDescending: Bool) throws {
    let rows: [[Value]] = [[.none], [.int(.max)], [.int(.min)], [.none], [.int(0)]]
    let table = Evaluation([.int.optional], rows)
    #expect(
      Difference.between(
        table.plan.sort(SortOrder(column(0, .int.optional), isDescending: isDescending)), table.snapshot) == nil)
  }

  @Test func boundsSortByTheirNumberThenByWhatTheySay() throws {
    func bound(_ low: Int?, _ high: Int?, open: Bool = false, hedged: Bool = false) -> Value {
      .measure(
        Measure(
          low: low.map { ExactNumber($0) }, high: high.map { ExactNumber($0) }, isLowOpen: open, isHighOpen: open,
          isHedged: hedged, unit: "GBP"), .money)
    }
    let inOrder: [Value] = [
      bound(4, 4), bound(nil, 5, open: true), bound(nil, 5), bound(5, 5, hedged: true), bound(5, 5), bound(5, 9),
      bound(5, nil), bound(5, nil, open: true),
      bound(6, 6), bound(nil, nil), .none,
    ]
    let type = ValueType(.money("GBP"), optional: true)
    let shuffled = [7, 3, 10, 4, 0, 9, 8, 2, 6, 5, 1].map { inOrder[$0] }
    let table = Evaluation([type], shuffled.map { [$0] })
    let sorted = try table.run(table.plan.sort(SortOrder(column(0, type), isDescending: false))).table.columns[0]
    #expect((0..<inOrder.count).map { sorted.value(at: $0) } == inOrder)
    let falling = try table.run(table.plan.sort(SortOrder(column(0, type), isDescending: true))).table.columns[0]
    #expect(
      falling.value(at: 0) == bound(6, 6) && falling.value(at: 9) == bound(nil, nil) && falling.value(at: 10) == .none)
  }

  @Test(arguments: types)
  func identityGroupsAndCounts(_ type: ValueType) throws {
    for seed in 0..<10 as Range<UInt64> {
      var random = Random(seed: 61 + seed)
      let table = Evaluation([type, type], (0..<60).map { _ in [random.value(type), random.value(type)] })
      let (a, b) = (column(0, type), column(1, type))
      let count = Aggregate(function: .countDistinct, argument: b, type: .int, span: nowhere)
      let plans = [
        table.plan.aggregate(by: [a], [count]), table.plan.aggregate(by: [a, b], []),
        Plan(.distinct(table.plan, [b]), schema: table.plan.schema, at: nowhere),
        table.plan.project([call(.same, [a, b], .bool)]),
      ]
      for plan in plans {
        if let difference = Difference.between(plan, table.snapshot) {
          Issue.record("\(type), seed \(seed): \(difference)")
        }
      }
    }
  }

  /// Computed values are the same as stated ones, whatever lies where an end or a value is not.
  @Test func computedValuesAreTheSameAsStatedOnes() throws {
    let type = ValueType(.money("GBP"), optional: true)
    func above(_ number: Int) -> Value {
      .measure(Measure(low: ExactNumber(number), high: nil, isLowOpen: true, unit: "GBP"), .money)
    }
    func exact(_ number: Int) -> Value { .measure(Measure(ExactNumber(number), unit: "GBP"), .money) }
    let table = Evaluation(
      [type, type],
      [[above(5), exact(3)], [above(6), exact(2)], [.none, exact(1)], [exact(1), .none], [.none, .none]])
    let sum = arithmetic(.add, column(0, type), column(1, type), type)
    let groups = try table.run(table.plan.aggregate(by: [sum], []))
    #expect(groups.table.rowCount == 2, "above £8, and missing")
  }

  @Test func distinctWithoutKeysIsByAllColumns() throws {
    let table = Evaluation([.int, .text], [[.int(1), .text("a")], [.int(1), .text("b")], [.int(1), .text("a")]])
    let two = table.plan.project([column(0, .int), column(1, .text)])
    #expect(try table.run(Plan(.distinct(two, []), schema: two.schema, at: nowhere)).table.rowCount == 2)
  }
}
