package import IbidColumns
package import IbidPlan

/// What a result was made from, held beside the table that it was kept as: a trace of that table goes on into its query.
///
/// Nothing is traced before somebody asks. The plan runs again on the tables as they were, so that what was loaded since
/// changes none of its rows.
package struct KeptResult: Sendable {
  let plan: Plan
  let snapshot: Snapshot
  let parameters: [String: Value]
  /// Which columns of the query those of the kept table are, from the left.
  let columns: [Int]
  /// How many kept tables stand behind each other in it, this one counted.
  let depth: Int

  /// Longer chains of kept tables are not traced to their end: the row of the kept table is the source then.
  private static let deepest = 32

  /// Nil where too many kept tables stand behind each other.
  package init?(_ plan: Plan, columns: [Int], snapshot: Snapshot, parameters: [String: Value]) {
    let read = plan.allTables
    depth = 1 + (read.compactMap { snapshot.kept[$0]?.depth }.max() ?? 0)
    guard depth <= Self.deepest else { return nil }
    self.plan = plan
    self.snapshot = snapshot.keeping(read)
    self.parameters = parameters
    self.columns = columns
  }
}

extension Executor {
  /// The lineage of a kept table's rows, by the query that it came from; nil where it has other rows than that gives.
  func lineage(of kept: KeptResult, named name: String, rows: Int, focus: Int?) throws(EngineError) -> Lineage? {
    if focus == nil, let known = recorder.kept[name] { return known }
    let tracer = Executor(snapshot: kept.snapshot, parameters: kept.parameters, tracing: true, parallel: parallel)
    let column = focus.flatMap { $0 < kept.columns.count ? kept.columns[$0] : nil }
    let traced = try tracer.relation(Planner.planned(kept.plan), focus: column)
    guard let lineage = traced.lineage, lineage.rowCount == rows else { return nil }
    let result = lineage.renumbered(recorder.indices(of: tracer.recorder, on: kept.snapshot, now: snapshot))
    if focus == nil { recorder.kept[name] = result }
    return result
  }
}
