import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// The order, the identity and the texts of amounts of which some are more than a point, against loops over their values.
@Suite struct AmountOrderTests {
  private static let type = ValueType(.money("GBP"), optional: true)

  /// Bounds, ranges and hedges among points; of `rowsPerOdd` up to four there are too many of them for a twin.
  private func table(_ count: Int, rowsPerOdd: Int, spread: Int, kinds: Int = 9, isOptional: Bool) -> Evaluation {
    var random = Random(seed: UInt64(count + rowsPerOdd + spread))
    let rows: [[Value]] = (0..<count).map { row in
      func number() -> ExactNumber { ExactNumber(Int128(random.below(spread)) - 3, over: 4) ?? .zero }
      let (one, other) = (number(), number())
      if isOptional, row > 0, random.oneIn(7) { return [.none] }
      guard random.oneIn(rowsPerOdd) else { return [.measure(Measure(one, unit: "GBP"), .money)] }
      let odd =
        switch random.below(kinds) {
        case 0: Measure(low: one, high: nil, isLowOpen: true, unit: "GBP")
        case 1: Measure(low: nil, high: one, unit: "GBP")
        case 2: Measure(low: one, high: nil, unit: "GBP")
        case 3: Measure(low: nil, high: one, isHighOpen: true, unit: "GBP")
        case 4: Measure(low: one, high: one, isHedged: true, unit: "GBP")
        case 5: Measure(low: min(one, other), high: max(one, other), isHighOpen: one != other, unit: "GBP")
        case 6: Measure(low: nil, high: nil, unit: "GBP", text: "some money")
        default: Measure(low: min(one, other), high: max(one, other), unit: "GBP")
        }
      return [.measure(odd, .money)]
    }
    return Evaluation([Self.type], rows)
  }

  private static let shapes = [(1, 5, 9), (70, 5, 9), (300, 5, 9), (300, 6, 1_000_000), (300, 2, 30), (400, 1_000, 30)]

  @Test(arguments: shapes, [false, true])
  func sortsAndFirstRows(_ shape: (count: Int, rowsPerOdd: Int, spread: Int), _ isOptional: Bool) async {
    for kinds in [1, 9] {
      let table = table(
        shape.count, rowsPerOdd: shape.rowsPerOdd, spread: shape.spread, kinds: kinds, isOptional: isOptional)
      for isDescending in [false, true] {
        let sorted = table.plan.sort(SortOrder(column(0, Self.type), isDescending: isDescending))
        for plan in [sorted]
          + [1, 2, 40].map({ Plan(.slice(sorted, skip: 0, take: $0), schema: sorted.schema, at: nowhere) })
        {
          let outcome = await Difference.outcomeOfThreads(of: plan, table.snapshot, focus: nil)
          #expect(outcome.difference == nil, "\(shape), descending: \(isDescending)")
        }
      }
    }
  }

  @Test(arguments: shapes, [false, true])
  func identity(_ shape: (count: Int, rowsPerOdd: Int, spread: Int), _ isOptional: Bool) async {
    for kinds in [1, 9] {
      let table = table(
        shape.count, rowsPerOdd: shape.rowsPerOdd, spread: shape.spread, kinds: kinds, isOptional: isOptional)
      let amount = column(0, Self.type)
      let count = Aggregate(function: .countDistinct, argument: amount, type: .int, span: nowhere)
      for plan in [
        table.plan.aggregate(by: [], [count]), table.plan.aggregate(by: [amount], [count]),
        Plan(.distinct(table.plan, [amount]), schema: table.plan.schema, at: nowhere),
      ] {
        let outcome = await Difference.outcomeOfThreads(of: plan, table.snapshot, focus: nil)
        #expect(outcome.difference == nil, "\(shape)")
      }
    }
  }

  /// The rows of a column through its twin are those of the column itself.
  @Test func rowsAreGatheredThroughTheTwin() throws {
    for (rowsPerOdd, isOptional) in [(5, true), (9, false), (1_000_000, true), (1_000_000, false)] {
      let table = table(400, rowsPerOdd: rowsPerOdd, spread: 70_000, isOptional: isOptional)
      guard case .measure(let twin)? = table.snapshot.tables["t"]?.columns[0] else { return }
      #expect(twin.packed != nil)
      var plain = twin
      plain.validity = twin.validity
      #expect(plain.packed == nil)
      var random = Random(seed: 4)
      let rows = (0..<900).map { _ in Int32(random.below(401)) - 1 }
      let (found, expected) = (twin.gathered(rows, hasMissing: true), plain.gathered(rows, hasMissing: true))
      for place in rows.indices { #expect(found[place] == expected[place]) }
    }
  }

  /// Many rows at once, in an order that nobody can get wrong.
  @Test(arguments: [false, true]) func manyRowsAreSorted(_ isDescending: Bool) {
    let table = table(30_000, rowsPerOdd: 6, spread: 500, isOptional: true)
    guard let column = table.snapshot.tables["t"]?.columns[0] else { return }
    let values = (0..<column.count).map { column.value(at: $0) }
    let expected = (0..<Int32(values.count)).sorted { a, b in
      let order = Oracle.order(values[Int(a)], values[Int(b)], descending: isDescending)
      return order < 0 || order == 0 && a < b
    }
    for threads in [1, 2] {
      Parallel.$current.withValue(Parallel(threads: threads, morselRows: 64)) {
        #expect(SortKeys.order([(column, isDescending)], rows: values.count) == expected)
        for count in [1, 3, 100, 200] {
          #expect(SortKeys.first(count, [(column, isDescending)], rows: values.count) == Array(expected.prefix(count)))
        }
        #expect(FirstRows(column, isDescending: isDescending)?.candidates(3) != nil)
      }
    }
  }
}
