import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import IbidTypes

extension Session {
  /// The plan that runs, the first operator at the bottom; with `analyze` it does run, and each operator has its rows and its
  /// own time.
  func explained(_ plan: Plan, analyze: Bool, in source: SourceText) throws(QueryError) -> String {
    let tables: PlanPrinter.Tables = { [store] name in
      store.snapshot.tables[name].map { ($0.rowCount, $0.schema.names) }
    }
    guard analyze else { return PlanPrinter.print(Planner.planned(plan), tables: tables) }
    cancellation.reset()
    let limits = Limits(cancellation: cancellation, threads: threads, memory: memoryLimit)
    let executor = limits.executor(store.snapshot, values(for: parameters), measuring: true)
    let start = ContinuousClock.now
    let execution: ExecutionResult
    do {
      // Looked at, not carried out: no file is written.
      execution = try executor.run(plan.rows)
    } catch {
      throw QueryError(error, in: source)
    }
    let duration = ContinuousClock.now - start
    let text = PlanPrinter.print(execution.plan, tables: tables) { plan in
      execution.times?[plan].map { "\(Self.words(rows: $0.rows)), \($0.duration.formattedMilliseconds)" }
    }
    return text + "\(Self.words(rows: execution.table.rowCount)) in \(duration.formattedMilliseconds)\n"
  }

  private static func words(rows: Int) -> String { "\(rows) row\(rows == 1 ? "" : "s")" }
}

extension QueryError {
  init(_ error: EngineError, in source: SourceText) {
    switch error {
    case .failed(let diagnostic): self.init([diagnostic], in: source)
    case .cancelled: self = .cancelled
    }
  }
}
