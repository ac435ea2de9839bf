import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Every comparison of many random pairs, against trying out the values that they allow; with the footer's counts.
@Suite struct ComparisonTests {
  private static let pairs = 300

  /// The engine's truth of each row, and the counts of a `where` by cause.
  private func check(
    _ aType: ValueType, _ bType: ValueType, seed: UInt64,
    _ condition: (PlanExpression, PlanExpression) -> PlanExpression,
    _ expected: (Value, Value) throws -> Truth
  ) throws {
    var random = Random(seed: seed)
    let rows = (0..<Self.pairs).map { _ in [random.value(aType), random.value(bType)] }
    let table = Evaluation([aType, bType], rows)
    let test = condition(column(0, aType), column(1, bType))
    let found = try table.values(test)
    var causes: [UnknownCause: Int] = [:]
    for (row, truth) in zip(rows, found) {
      let wanted = try expected(row[0], row[1])
      #expect(Oracle.Cell(wanted).value == truth, "\(row[0]) with \(row[1])")
      if case .unknown(let cause) = wanted { causes[cause, default: 0] += 1 }
    }
    let kept = try table.run(table.plan.filter(test))
    #expect(kept.table.rowCount == found.count { $0 == .bool(true) })
    let count = causes.values.reduce(0, +)
    #expect(
      kept.notes
        == (count == 0
          ? [] : [.possible(count, causes: causes, isMoney: test.comparesMoney(over: table.plan), at: nowhere)]))
    // A constant on either side is the same as a column of it.
    for row in [0, 1, 2] {
      guard case .measure(let value, let kind) = rows[row][1] else { continue }
      let withConstant = try table.values(condition(column(0, aType), constant(.measure(value, kind), bType)))
      for (other, truth) in zip(rows, withConstant) {
        #expect(Oracle.Cell(try expected(other[0], rows[row][1])).value == truth)
      }
    }
  }

  @Test(
    arguments: Comparison.allCases,
    [
      ValueType(.money(nil), optional: true), ValueType(.quantity(nil), optional: true),
      ValueType(.quantity("percent")),
    ])
  func measures(_ op: Comparison, _ type: ValueType) throws {
    try check(type, type, seed: 11, { compare(op, $0, $1) }) { try Oracle.compare(op, $0, type.base, $1, type.base) }
  }

  @Test(arguments: [ValueType(.money(nil), optional: true), ValueType(.quantity(nil), optional: true)])
  func measuresInMeasures(_ type: ValueType) throws {
    try check(type, type, seed: 12, isIn) { try Oracle.isIn($0, type.base, $1) }
  }

  @Test(arguments: Comparison.allCases, [true, false])
  func dates(_ op: Comparison, _ againstPeriods: Bool) throws {
    let other = againstPeriods ? ValueType.period.optional : ValueType.date.optional
    try check(.date.optional, other, seed: 13, { compare(op, $0, $1) }) {
      try Oracle.compare(op, $0, .date, $1, other.base)
    }
    try check(other, .date.optional, seed: 14, { compare(op, $0, $1) }) {
      try Oracle.compare(op, $0, other.base, $1, .date)
    }
  }

  @Test(arguments: Comparison.allCases)
  func periods(_ op: Comparison) throws {
    try check(.period.optional, .period.optional, seed: 15, { compare(op, $0, $1) }) {
      try Oracle.compare(op, $0, .period, $1, .period)
    }
  }

  @Test(arguments: [(ValueType.date, ValueType.period), (.period, .period), (.date, .date)])
  func momentsInMoments(_ a: ValueType, _ b: ValueType) throws {
    try check(a.optional, b.optional, seed: 16, isIn) { try Oracle.isIn($0, a.base, $1) }
  }

  /// Random trees of `and`, `or` and `not` over three truth columns that may be unknown.
  @Test func kleene() throws {
    var random = Random(seed: 17)
    let types = [ValueType](repeating: .bool.optional, count: 3)
    let rows = [Value.bool(true), .bool(false), .none].flatMap { a in
      [Value.bool(true), .bool(false), .none].flatMap { b in
        [Value.bool(true), .bool(false), .none].map { [a, b, $0] }
      }
    }
    let table = Evaluation(types, rows)
    let oracle = Oracle(snapshot: table.snapshot)
    func tree(_ depth: Int) -> PlanExpression {
      let bool = ValueType.bool.optional
      if depth == 0 { return column(random.below(3), bool) }
      switch random.below(3) {
      case 0: return PlanExpression(.and(tree(depth - 1), tree(depth - 1)), bool, at: nowhere)
      case 1: return PlanExpression(.or(tree(depth - 1), tree(depth - 1)), bool, at: nowhere)
      default: return PlanExpression(.not(tree(depth - 1)), bool, at: nowhere)
      }
    }
    for _ in 0..<300 {
      let tree = tree(1 + random.below(4))
      for (row, truth) in zip(rows, try table.values(tree)) {
        #expect(truth == (try oracle.cell(tree, Oracle.Row(cells: row.map { Oracle.Cell($0) }, sources: [])).value))
      }
    }
  }

  /// `certainly(c)` implies `c` in every world, `possibly(c)` holds wherever `c` may.
  @Test func certainIsRightAndPossibleAnUpperBound() throws {
    var random = Random(seed: 18)
    let type = ValueType(.money("GBP"))
    let rows = (0..<500).map { _ in [random.value(type), random.value(type)] }
    let table = Evaluation([type, type], rows)
    for op in Comparison.allCases {
      let truths = try table.values(compare(op, column(0, type), column(1, type)))
      for (row, truth) in zip(rows, truths) {
        guard case .measure(let a, _) = row[0], case .measure(let b, _) = row[1], !a.isHedged, !b.isHedged else {
          continue
        }
        let candidates = Oracle.grid([a.low, a.high, b.low, b.high].compactMap { $0 })
        for x in candidates where Oracle.isMember(x, a) {
          for y in candidates where Oracle.isMember(y, b) {
            if Oracle.holds(op, x, y) { #expect(truth != .bool(false)) } else { #expect(truth != .bool(true)) }
          }
        }
      }
    }
  }
}
