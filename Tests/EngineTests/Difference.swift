import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// What the engine makes of a plan against what the oracle makes of it.
enum Difference {
  enum Outcome {
    /// Rows of the result; nil where both fail.
    case agrees(rows: Int?)
    case differs(String)

    var difference: String? { if case .differs(let words) = self { words } else { nil } }
  }

  private typealias Run = Result<ExecutionResult, EngineError>

  /// Rows, notes and sources of a traced and of an untraced run. `focus` names the column that is traced.
  static func outcome(
    of plan: Plan, _ snapshot: Snapshot, focus: Int? = nil, parameters: [String: Value] = [:]
  ) -> Outcome {
    outcome(of: plan, snapshot, focus: focus, parameters, untraced: run(plan, snapshot, parameters))
  }

  /// The same with two untraced runs at once, one of them on two threads, which must be the same to the last bit.
  ///
  /// Morsels are as small as they get, so that tables of a few hundred rows are split.
  static func outcomeOfThreads(of plan: Plan, _ snapshot: Snapshot, focus: Int?) async -> Outcome {
    async let one = runApart(plan, snapshot, threads: 1)
    async let two = runApart(plan, snapshot, threads: 2)
    let (first, second) = await (one, two)
    switch (first, second) {
    case (.success(let a), .success(let b)):
      if !areIdentical(a.table, b.table) { return .differs("one thread and two differ") }
    case (.failure, .failure): break
    default: return .differs("one thread and two differ in whether they fail")
    }
    return outcome(of: plan, snapshot, focus: focus, [:], untraced: first)
  }

  /// For plans of few words in other suites.
  static func between(_ plan: Plan, _ snapshot: Snapshot) -> String? { outcome(of: plan, snapshot).difference }

  private static func run(_ plan: Plan, _ snapshot: Snapshot, _ parameters: [String: Value] = [:]) -> Run {
    Result { () throws(EngineError) in try Executor(snapshot: snapshot, parameters: parameters).run(plan) }
  }

  @concurrent private static func runApart(_ plan: Plan, _ snapshot: Snapshot, threads: Int) async -> Run {
    Result { () throws(EngineError) in
      try Executor(snapshot: snapshot, threads: threads, morselRows: 64).run(plan)
    }
  }

  private static func outcome(
    of plan: Plan, _ snapshot: Snapshot, focus: Int?, _ parameters: [String: Value], untraced: Run
  ) -> Outcome {
    let oracle = Oracle(snapshot: snapshot, parameters: parameters)
    let expected = Result { try oracle.rows(plan, focus: focus) }
    let traced = Result { () throws(EngineError) in
      try Executor(snapshot: snapshot, parameters: parameters, tracing: true).run(plan, focus: focus)
    }
    switch (expected, traced, untraced) {
    case (.failure(let gap as Oracle.NotCovered), _, _): return .differs("\(gap)")
    case (.failure, .failure, .failure): return .agrees(rows: nil)
    case (.failure, _, _): return .differs("the oracle overflows, the engine does not")
    case (_, .failure(let error), _), (_, _, .failure(let error)): return .differs("the engine fails: \(error)")
    case (.success(let rows), .success(let first), .success(let second)):
      let difference =
        table(rows, first.table, "traced") ?? table(rows, second.table, "untraced") ?? lineage(rows, first)
        ?? notes(oracle.notes, first.notes) ?? notes(oracle.notes, second.notes)
      return difference.map { .differs($0) } ?? .agrees(rows: rows.count)
    }
  }

  private static func areIdentical(_ a: Table, _ b: Table) -> Bool {
    a.rowCount == b.rowCount && a.columns.count == b.columns.count
      && zip(a.columns, b.columns).allSatisfy { x, y in
        (0..<a.rowCount).allSatisfy { areIdentical(x.value(at: $0), y.value(at: $0)) }
      }
  }

  private static func areIdentical(_ a: Value, _ b: Value) -> Bool {
    if case .float(let x) = a, case .float(let y) = b { return x.bitPattern == y.bitPattern }
    return a == b
  }

  private static func table(_ rows: [Oracle.Row], _ table: Table, _ run: String) -> String? {
    if rows.count != table.rowCount { return "\(run): \(table.rowCount) rows, not \(rows.count)" }
    if let first = rows.first, first.cells.count != table.columns.count {
      return "\(run): \(table.columns.count) columns, not \(first.cells.count)"
    }
    for (index, column) in table.columns.enumerated() {
      for (number, row) in rows.enumerated() {
        let (found, wanted) = (column.value(at: number), row.cells[index].value)
        if !areEqual(found, wanted) { return "\(run), row \(number), column \(index): \(found), not \(wanted)" }
      }
    }
    return nil
  }

  /// As `same`, but of one type and with the words; sums of floats may differ in the last digits, also where `describe`
  /// or `text` has made words of them.
  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.float(let x), .float(let y)): areClose(x, y)
    case (.text(let x), .text(let y)):
      if x == y { true } else if let x = Double(x), let y = Double(y) { areClose(x, y) } else { false }
    case (.measure(let x, let kind), .measure(let y, let other)):
      kind == other && x.text == y.text && Oracle.areSame(a, b)
    case (.list(let x), .list(let y)): x.count == y.count && zip(x, y).allSatisfy { areEqual($0, $1) }
    default: Oracle.areSame(a, b)
    }
  }

  private static func areClose(_ x: Double, _ y: Double) -> Bool {
    x == y || abs(x - y) <= 1e-9 * max(1, abs(x), abs(y))
  }

  private static func notes(_ expected: [ExecutionNote], _ found: [ExecutionNote]) -> String? {
    // What a misspelt word may have meant is advice, and not the oracle's matter.
    let found = found.filter {
      switch $0 {
      case .unmatched, .afterPeriods: false
      default: true
      }
    }
    return found == expected ? nil : "notes \(found), not \(expected)"
  }

  private static func lineage(_ rows: [Oracle.Row], _ result: ExecutionResult) -> String? {
    guard let lineage = result.lineage else { return "a traced run without lineage" }
    for (number, row) in rows.enumerated() {
      let found = lineage.entries(ofRow: number).map { entry in
        entry.isRemark
          ? Oracle.Source.remark
          : Oracle.Source(table: result.lineageTables[Int(entry.table)], row: Int(entry.row))
      }
      if remarkedOnce(found) != remarkedOnce(row.sources) {
        return "row \(number) comes from \(found), not \(row.sources)"
      }
    }
    return nil
  }

  /// Each row once; the oracle knows that something is remarked, not in how many words.
  private static func remarkedOnce(_ sources: [Oracle.Source]) -> [Oracle.Source] {
    Oracle.Group.once(sources.filter { !$0.isRemark }) + (sources.contains(where: \.isRemark) ? [.remark] : [])
  }
}
