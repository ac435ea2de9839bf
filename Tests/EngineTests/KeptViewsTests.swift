import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes
import Testing

@testable import IbidEngine

/// Views that come with the program are made once for the tables that they read, and never served for other tables.
@Suite struct KeptViewsTests {
  private static let money = ValueType(.money("GBP"), optional: true)

  private static func measure(_ number: Int, hedged: Bool = false) -> Measure {
    let number = ExactNumber(number)
    return Measure(low: number, high: number, isHedged: hedged, unit: "GBP")
  }

  private static func pounds(_ number: Int, hedged: Bool = false) -> Value {
    .measure(measure(number, hedged: hedged), .money)
  }

  /// Amounts above £95, as a view with an id of those that come with the program, or of a user's.
  private func view(over evaluation: Evaluation, id: Int = Plan.firstShippedView + 7) -> Plan {
    let limit = constant(.measure(Self.measure(95), .money), Self.money)
    let filtered = evaluation.plan.filter(compare(.greater, column(0, Self.money), limit))
    return Plan(.view(name: "v", id: id, filtered), schema: filtered.schema, at: nowhere)
  }

  private let first = Evaluation([money], [[pounds(94)], [pounds(100, hedged: true)], [pounds(120)], [.none]])
  private let second = Evaluation([money], [[pounds(97)], [pounds(96)], [pounds(98)]])

  private func counts(_ plan: Plan, _ snapshot: Snapshot) throws -> (rows: Int, notes: [ExecutionNote]) {
    let result = try Executor(snapshot: snapshot, threads: 2).run(plan)
    return (result.table.rowCount, result.notes)
  }

  @Test func rowsAndNotesAreThoseOfTheFirstTime() throws {
    let plan = view(over: first)
    let one = try counts(plan, first.snapshot)
    let kept = try #require(first.snapshot.views?.rows(of: Plan.firstShippedView + 7))
    #expect(kept.relation.rowCount == one.rows)
    let again = try counts(plan, first.snapshot)
    #expect(again.rows == 2)
    #expect(again.notes == one.notes)
    #expect(one.notes.count == 1)
  }

  /// Their plans are rewritten further than those of queries, which the oracle checks: the rows and notes are the same.
  @Test func randomPlansAgreeAsViews() throws {
    var rewritten = 0
    for number in 0..<400 {
      var maker = RandomPlan(seed: 77_000 + UInt64(number), number: number)
      let plan = maker.plan()
      let prepared = PreparedView(of: plan)
      if prepared.sharing != prepared.planned { rewritten += 1 }
      let view = Plan(.view(name: "v", id: Plan.firstShippedView + 1, plan), schema: plan.schema, at: nowhere)
      let results = [plan, view].map { plan in
        try? Executor(snapshot: maker.snapshot, threads: 2).run(plan)
      }
      let cells = results.map(Self.cells)
      #expect(cells[0] == cells[1], "plan \(number)")
      #expect(results[0]?.notes == results[1]?.notes, "plan \(number)")
    }
    #expect(rewritten > 0)
  }

  private static func cells(_ result: ExecutionResult?) -> [[Value]]? {
    result.map { result in
      result.table.columns.map { column in (0..<result.table.rowCount).map { column.value(at: $0) } }
    }
  }

  @Test func viewsOfUsersAndTracesAreNotKept() throws {
    _ = try counts(view(over: first, id: 3), first.snapshot)
    _ = try Executor(snapshot: first.snapshot, tracing: true).run(view(over: first))
    _ = try Executor(snapshot: first.snapshot, measuring: true).run(view(over: first))
    for id in [3, Plan.firstShippedView + 7] { #expect(first.snapshot.views?.rows(of: id) == nil) }
  }

  @Test func anotherTableGivesOtherRows() throws {
    var snapshot = first.snapshot
    let plan = view(over: first)
    #expect(try counts(plan, snapshot).rows == 2)
    let before = snapshot
    var other = try #require(second.snapshot.tables.values.first)
    other = Table(
      name: try #require(snapshot.tables.keys.first), schema: other.schema, columns: other.columns, rowCount: 3)
    snapshot.define(Table(name: "beside", schema: other.schema, columns: other.columns, rowCount: 3))
    #expect(snapshot.views?.rows(of: Plan.firstShippedView + 7) != nil)
    snapshot.define(other)
    #expect(snapshot.views?.rows(of: Plan.firstShippedView + 7) == nil)
    #expect(try counts(plan, snapshot).rows == 3)
    #expect(try counts(plan, before).rows == 2)
  }

  @Test func anotherToleranceGivesOtherRows() throws {
    var snapshot = first.snapshot
    let plan = view(over: first)
    #expect(try counts(plan, snapshot).rows == 2)
    snapshot.hedge = ExactNumber(1, over: 10)
    #expect(try counts(plan, snapshot).rows == 1)
    snapshot.hedge = nil
    #expect(try counts(plan, snapshot).rows == 2)
  }
}
