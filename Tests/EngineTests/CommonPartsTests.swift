import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes
import Testing

@testable import IbidEngine

/// Expressions that have parts in common, which are evaluated once, against the oracle, which knows nothing of it.
@Suite struct CommonPartsTests {
  @Test(arguments: FunctionOracleTests.entries.indices)
  func agreeWithTheOracle(_ index: Int) throws {
    let entry = FunctionOracleTests.entries[index]
    var calls = 0
    for seed in 0..<400 as Range<UInt64> where calls < 12 {
      var random = Random(seed: 11_000 + seed)
      let table = FunctionOracleTests.table(&random)
      let texts = TextExpressions(tables: [:])
      let call = random.call(entry, over: TextExpressions.fields(table.schema))
      // Written in two places.
      guard let first = texts.expression(call, over: table.schema),
        let second = texts.expression("   " + call, over: table.schema)
      else { continue }
      calls += 1
      let optional = first.type.optional
      let isKnown = PlanExpression(.test(second, .known), .bool, at: nowhere)
      let either = PlanExpression(.coalesce(second, first), optional, at: nowhere)
      let both = PlanExpression(.conditional(isKnown, either, second), optional, at: nowhere)
      var snapshot = Snapshot()
      snapshot.define(table)
      let scan = Plan.scan("t", table.schema)
      for (id, plan) in [
        scan.project([first, both, either, second, first]), scan.filter(isKnown).project([both, first]),
      ].enumerated() {
        // As it stands, and as a table that comes with the program, whose common parts are columns of projections below.
        let view = Plan(
          .view(name: "v", id: Plan.firstShippedView + id, plan), schema: plan.schema, at: nowhere)
        for plan in [plan, view] {
          if let difference = Difference.between(plan, snapshot) {
            Issue.record("\(call), seed \(seed): \(difference)")
            return
          }
        }
      }
      guard case .call = first.kind else { continue }
      let common = try #require(CommonParts(of: [both, first], firstColumn: 100))
      #expect(common.parts.count >= 1 && common.expressions.count == 2)
      #expect(common.expressions[1].kind == .column(100 + common.parts.count - 1) || common.parts.count > 1)
    }
    #expect(calls > 0, "\(entry.signature)")
  }

  /// Arguments of arguments: each a part of its own, in the order in which they are needed.
  @Test func partsOfParts() throws {
    let text = column(0, .text)
    func lower(_ inner: PlanExpression) -> PlanExpression { call(.lower, [inner], .text) }
    func twice(_ inner: PlanExpression) -> PlanExpression { arithmetic(.add, inner, inner, .text) }
    let whole = twice(twice(twice(lower(text))))
    let common = try #require(CommonParts(of: [whole], firstColumn: 3))
    #expect(common.parts == [lower(text), twice(column(3, .text)), twice(column(4, .text))])
    #expect(common.expressions == [twice(column(5, .text))])
    #expect(CommonParts(of: [lower(text), twice(text)], firstColumn: 3) == nil)
  }

  /// An aggregate over a list is one where it stands in one place, wherever its list was written, and another in a second place.
  @Test func whatIsToldByItsPlace() throws {
    let names = ValueType(.list(.text))
    func counted(at place: Int, of listPlace: Int) -> PlanExpression {
      let list = PlanExpression(.column(0), names, at: ByteSpan(listPlace, listPlace + 1))
      let count = PlanExpression(.listAggregate(.count, list, second: nil), .int, at: ByteSpan(place, place + 1))
      return call(.abs, [count], .int)
    }
    let common = try #require(CommonParts(of: [counted(at: 9, of: 1), counted(at: 9, of: 5)], firstColumn: 3))
    #expect(common.parts.count == 1)
    #expect(CommonParts(of: [counted(at: 9, of: 1), counted(at: 12, of: 1)], firstColumn: 3) == nil)
  }
}
