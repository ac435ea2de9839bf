import CAllocationCounter
import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import IbidTypes
import Testing

#if DEBUG
  private let isOptimised = false
#else
  private let isOptimised = true
#endif

/// Kernels allocate per column, never per row: ten times the rows, the same number of allocations.
///
/// A promise of optimised code (`make soak`): unoptimised generics box what they pass around.
@Suite(.enabled(if: isOptimised && allocation_counts() != 0)) struct AllocationTests {
  private static let nowhere = ByteSpan(0, 0)
  private static let amount = PlanExpression(.column(1), ValueType(.money("GBP")), at: nowhere)
  private static let figures = Plan(
    .scan(table: "figures", copies: true),
    schema: Schema([
      Field("score", .float), Field("amount", amount.type), Field("issuer", .text), Field("topic", .text),
      Field("@figures", ValueType(.reference("figures"))),
    ]),
    at: nowhere)

  /// Growing a buffer may take a few more steps where there are more rows.
  private static let allowance = 24

  @Test func theCounterCounts() {
    let before = allocation_count()
    let arrays = (0..<100).map { [Int](repeating: $0, count: 100) }
    #expect(arrays.count == 100 && allocation_count() - before >= 100)
  }

  @Test func filterAndSum() throws {
    let score = PlanExpression(.column(0), .float, at: Self.nowhere)
    let half = PlanExpression(.constant(.float(50)), .float, at: Self.nowhere)
    let kept = Plan(
      .filter(Self.figures, PlanExpression(.compare(.greater, score, half), .bool, at: Self.nowhere)),
      schema: Self.figures.schema, at: Self.nowhere)
    try check(total(kept, by: []))
  }

  @Test func sumOfAHundredGroups() throws {
    try check(total(Self.figures, by: [PlanExpression(.column(2), .text, at: Self.nowhere)]))
  }

  @Test func sumOfManyGroups() throws {
    try check(total(Self.figures, by: [PlanExpression(.column(3), .text, at: Self.nowhere)]))
  }

  private func total(_ plan: Plan, by keys: [PlanExpression]) -> Plan {
    let sum = Aggregate(function: .sum, argument: Self.amount, type: Self.amount.type, span: Self.nowhere)
    return Plan(
      .aggregate(plan, keys: keys, [sum]),
      schema: Schema(keys.map { Field("key", $0.type) } + [Field("sum", Self.amount.type)]), at: Self.nowhere)
  }

  private func check(_ plan: Plan) throws {
    let (few, many) = (Self.snapshot(rows: 10_000), Self.snapshot(rows: 100_000))
    // What is made once per process is made by the first run.
    _ = try allocations(plan, few)
    let (atFew, atMany) = (try allocations(plan, few), try allocations(plan, many))
    #expect(atMany <= atFew + Self.allowance, "\(atFew) allocations for 10,000 rows, \(atMany) for 100,000")
  }

  private func allocations(_ plan: Plan, _ snapshot: Snapshot) throws -> Int {
    let executor = Executor(snapshot: snapshot)
    let before = allocation_count()
    let result = try executor.run(plan)
    let after = allocation_count()
    #expect(result.table.rowCount > 0)
    return Int(after - before)
  }

  /// 100 issuers, a tenth as many topics as rows.
  private static func snapshot(rows: Int) -> Snapshot {
    let pence = (0..<rows).map { Int128($0 * 7919 % 1_000_003) }
    func dictionary(_ count: Int) -> TextDictionary {
      var builder = TextDictionaryBuilder()
      for number in 0..<count { _ = builder.code(for: "text \(number)") }
      return builder.finish()
    }
    let columns: [Column] = [
      .float(FixedColumn((0..<rows).map { Double($0 % 100) })),
      .measure(
        MeasureColumn(kind: .money, denominator: 100, low: Numerators(pence), high: Numerators(pence), units: ["GBP"])),
      .text(TextColumn(codes: (0..<rows).map { Int32($0 % 100) }, dictionary: dictionary(100))),
      .text(TextColumn(codes: (0..<rows).map { Int32($0 * 31 % (rows / 10)) }, dictionary: dictionary(rows / 10))),
    ]
    var snapshot = Snapshot()
    snapshot.define(
      Table(name: "figures", schema: Schema(Array(figures.schema.fields.dropLast())), columns: columns, rowCount: rows))
    return snapshot
  }
}
