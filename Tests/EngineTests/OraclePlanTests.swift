import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Random plans, run by the engine and by the oracle: same rows, same notes, same sources.
@Suite struct OraclePlanTests {
  @Test func randomPlansAgree() throws {
    print("oracle: seed \(Seed.base), \(Seed.plans) plans")
    for number in 0..<UInt64(Seed.plans) {
      let seed = Seed.base &* 1_000_003 &+ number
      var maker = RandomPlan(seed: seed)
      let plan = maker.plan()
      if let difference = Difference.between(plan, maker.snapshot) {
        Issue.record(
          "plan of seed \(seed) (IBID_ORACLE_SEED=\(Seed.base)): \(difference)\n\(PlanPrinter.print(plan) { _ in nil })"
        )
        return
      }
    }
  }
}

enum Difference {
  /// What differs between the engine's run of a plan and the oracle's; nil if nothing does.
  static func between(_ plan: Plan, _ snapshot: Snapshot) -> String? {
    var oracle = Oracle(snapshot: snapshot)
    let expected = Result { try oracle.rows(plan) }
    let traced = Result { () throws(EngineError) in try Executor(snapshot: snapshot, tracing: true).run(plan) }
    let untraced = Result { () throws(EngineError) in try Executor(snapshot: snapshot).run(plan) }
    switch (expected, traced, untraced) {
    case (.failure, .failure, .failure): return nil
    case (.failure, _, _): return "the oracle overflows, the engine does not"
    case (_, .failure(let error), _), (_, _, .failure(let error)): return "the engine fails: \(error)"
    case (.success(let rows), .success(let first), .success(let second)):
      return table(rows, first.table, "traced") ?? table(rows, second.table, "untraced") ?? lineage(rows, first)
        ?? (first.notes == oracle.notes && second.notes == oracle.notes
          ? nil : "notes \(second.notes), not \(oracle.notes)")
    }
  }

  private static func table(_ rows: [Oracle.Row], _ table: Table, _ run: String) -> String? {
    if rows.count != table.rowCount { return "\(run): \(table.rowCount) rows, not \(rows.count)" }
    for (index, column) in table.columns.enumerated() {
      for (number, row) in rows.enumerated() {
        let (found, wanted) = (column.value(at: number), row.cells[index].value)
        if !areEqual(found, wanted) { return "\(run), row \(number), column \(index): \(found), not \(wanted)" }
      }
    }
    return nil
  }

  /// As `same`, but of one type and with the words; sums of floats may differ in the last digits.
  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.float(let x), .float(let y)): x == y || abs(x - y) <= 1e-9 * max(abs(x), abs(y))
    case (.measure(let x, let kind), .measure(let y, let other)):
      kind == other && x.text == y.text && Oracle.areSame(a, b)
    case (.list(let x), .list(let y)): x.count == y.count && zip(x, y).allSatisfy { areEqual($0, $1) }
    default: Oracle.areSame(a, b)
    }
  }

  private static func lineage(_ rows: [Oracle.Row], _ result: ExecutionResult) -> String? {
    guard let lineage = result.lineage else { return "a traced run without lineage" }
    for (number, row) in rows.enumerated() {
      let found = lineage.entries(ofRow: number).map {
        Oracle.Source(table: result.lineageTables[Int($0.table)], row: Int($0.row))
      }
      if found != row.sources { return "row \(number) comes from \(found), not \(row.sources)" }
    }
    return nil
  }
}
