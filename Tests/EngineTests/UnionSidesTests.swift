import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes
import Testing

@testable import IbidEngine

/// The sides of a union are shared out among threads, and nobody notices: rows, notes and mistakes are those of one thread.
@Suite struct UnionSidesTests {
  private static let type = ValueType.int.optional
  private let table = Evaluation(
    [type], (0..<40).map { row -> [Value] in [row % 3 == 0 ? .none : .int(Int64(row))] })

  /// Rows above a number; rows that miss theirs are noted at a place of its own.
  private func side(_ number: Int, of plan: Plan) -> Plan {
    let above = PlanExpression(
      .compare(.greater, column(0, Self.type), constant(.int(Int64(number)), .int)), .bool.optional,
      at: ByteSpan(number, number + 1))
    return Plan(.filter(plan, above), schema: plan.schema, at: ByteSpan(number, number + 1))
  }

  private func union(_ sides: [Plan]) -> Plan {
    sides.dropFirst().reduce(sides[0]) { Plan(.union($0, $1), schema: $0.schema, at: nowhere) }
  }

  private func run(_ plan: Plan, threads: Int) -> Result<ExecutionResult, EngineError> {
    Result { () throws(EngineError) in try Executor(snapshot: table.snapshot, threads: threads).run(plan) }
  }

  private func rowsAndNotes(_ plan: Plan, threads: Int) throws -> (rows: [Value], notes: [ExecutionNote]) {
    let result = try run(plan, threads: threads).get()
    return ((0..<result.table.rowCount).map { result.table.columns[0].value(at: $0) }, result.notes)
  }

  @Test func rowsAndNotesStandInOrder() throws {
    func view(_ id: Int, above number: Int?) -> Plan {
      let inner = number.map { side($0, of: table.plan) } ?? table.plan
      return Plan(.view(name: "v\(id)", id: id, inner), schema: table.plan.schema, at: nowhere)
    }
    // Views that several sides name, with something to note and without, and one inside of another.
    let inside = Plan(
      .view(name: "w", id: 3, side(22, of: view(1, above: nil))), schema: table.plan.schema, at: nowhere)
    for views in [
      [view(1, above: nil), view(1, above: nil)], [view(2, above: 20), view(2, above: 20)], [inside, inside],
    ] {
      let sides = [30, 5, 9, 30].map { side($0, of: table.plan) }
      let plan = union([sides[0], views[0], sides[1], side(12, of: views[1]), sides[2], sides[3]])
      let (one, two) = (try rowsAndNotes(plan, threads: 1), try rowsAndNotes(plan, threads: 2))
      #expect(one.rows == two.rows)
      #expect(one.notes == two.notes)
      #expect(one.notes.count >= 3)
    }
  }

  @Test func theFirstMistakeIsTold() {
    let schema = table.plan.schema
    func overflowing(_ place: Int) -> Plan {
      let span = ByteSpan(place, place + 1)
      let sum = PlanExpression(
        .arithmetic(.multiply, column(0, Self.type), constant(.int(.max), .int)), Self.type, at: span)
      return Plan(.project(table.plan, [sum]), schema: schema, at: span)
    }
    let plan = union([table.plan, side(3, of: table.plan), overflowing(50), overflowing(60), table.plan])
    let places = [1, 2].map { threads -> ByteSpan? in
      guard case .failure(.failed(let diagnostic)) = run(plan, threads: threads) else { return nil }
      return diagnostic.span
    }
    #expect(places == [ByteSpan(50, 51), ByteSpan(50, 51)])
  }
}
