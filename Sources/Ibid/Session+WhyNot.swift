import IbidColumns
import IbidEngine
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

extension Session {
  /// What became of the rows that meet a condition: in the result, or dropped by which step, and why.
  ///
  /// The condition is about the columns of the table that the last query began with, or of the first step that has all the
  /// columns it names. Runs the query again with tracing on, once for each step above that.
  func whyNot(_ condition: Expression, in source: SourceText, at span: ByteSpan) throws(QueryError) -> String {
    guard let lastResult else {
      throw QueryError(
        [
          Diagnostic(
            "no-last-result", "there is no result yet to ask about", at: span,
            try: [.init("run a query first, then: why not …")])
        ], in: source)
    }
    cancellation.reset()
    let stages = lastResult.plan.stages
    var mistakes: [Diagnostic] = []
    for (index, stage) in stages.enumerated() {
      var checker = Checker(catalog: catalog, source: source)
      let test = checker.condition(condition, over: stage)
      let found = checker.diagnostics.filter { $0.severity == .error }
      if found.isEmpty, let test {
        do {
          return try WhyNot(result: lastResult, stages: stages, first: index, test: test).report()
        } catch .failed(let diagnostic) {
          throw QueryError([diagnostic], in: source)
        } catch {
          throw QueryError.cancelled
        }
      }
      if mistakes.isEmpty { mistakes = found }
    }
    throw QueryError(mistakes, in: source)
  }
}

/// Follows the rows that meet a condition through the steps of a query.
private struct WhyNot {
  let result: QueryResult
  /// The query's operators, the one that reads the data first.
  let stages: [Plan]
  /// The stage whose columns the condition names.
  let first: Int
  let test: PlanExpression

  /// Rows that are told of one by one.
  private static let shownRows = 20

  /// A kept table's rows are looked for as such: several may have been made from the same places.
  private var snapshot: Snapshot { result.store.snapshot.withoutKept }

  /// A row under way: what it was made from, and where it stands in the stage reached.
  private struct Candidate {
    var entries: Set<Lineage.Entry>
    var row: Int
    var fate: String?
  }

  func report() throws(EngineError) -> String {
    let start = stages[first]
    let begun = try traced(start)
    let met = try truth(of: test, over: start).truth.trueIndices
    guard !met.isEmpty else { return "no row meets this before the first step\n" }
    var candidates = met.prefix(Self.shownRows).map { row in
      Candidate(entries: begun.keys(ofRow: Int(row)), row: Int(row))
    }
    var below = start
    for (place, stage) in stages.enumerated().dropFirst(first + 1) {
      let reached = try traced(stage)
      for index in candidates.indices where candidates[index].fate == nil {
        if let row = reached.row(holding: candidates[index].entries) {
          candidates[index].row = row
        } else {
          candidates[index].fate = try "dropped by `\(step(place))`" + reason(stage, below, candidates[index].row)
        }
      }
      // What the first table of a union dropped may stand in the second.
      if case .union = stage.node {
        for index in candidates.indices where candidates[index].fate != nil {
          guard let row = reached.row(holding: candidates[index].entries) else { continue }
          (candidates[index].row, candidates[index].fate) = (row, nil)
        }
      }
      below = stage
    }
    return text(candidates, of: met.count, begun)
  }

  private func text(_ candidates: [Candidate], of count: Int, _ begun: Traced) -> String {
    var text = "\(count) row\(count == 1 ? " meets" : "s meet") this\n"
    for candidate in candidates {
      text += "\n"
      if let entry = told(candidate.entries, begun), !entry.isRemark {
        let table = begun.tables[Int(entry.table)]
        let place = snapshot.place(table: table, row: Int(entry.row))
        text += place.map { "\($0.file):\($0.line)  " } ?? ""
        text += (stages.first?.shippedView ?? table) + words(table, Int(entry.row)) + "\n"
      }
      text += "  " + (candidate.fate ?? "in the result: row \(candidate.row + 1)") + "\n"
    }
    if count > candidates.count { text += "\nand \(count - candidates.count) more\n" }
    return text
  }

  /// Of what a row was made of, the row to tell of: of a table that comes with Ibid the one that a rule found, not those
  /// that it is about.
  private func told(_ entries: Set<Lineage.Entry>, _ begun: Traced) -> Lineage.Entry? {
    let isShipped = stages.first?.shippedView != nil
    func rank(_ entry: Lineage.Entry) -> Int {
      isShipped && begun.tables[Int(entry.table)].hasPrefix(Catalog.shippedPrefix) ? 0 : 1
    }
    return entries.min { (rank($0), $0.table, $0.row) < (rank($1), $1.table, $1.row) }
  }

  /// The row's own words, cut.
  private func words(_ table: String, _ row: Int) -> String {
    for column in ["text", "title", "name"] {
      guard case .text(let words)? = snapshot.tables[table]?.column(column)?.value(at: row) else { continue }
      let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return " · " + (line.count > 70 ? line.prefix(69) + "…" : line)
    }
    return ""
  }

  // MARK: Stages

  private struct Traced {
    let lineage: Lineage
    let tables: [String]

    /// Rows of tables by this run's own numbers of tables, which are the same for every stage: they share their beginning.
    func keys(ofRow row: Int) -> Set<Lineage.Entry> { Set(lineage.entries(ofRow: row).filter { !$0.isRemark }) }

    func row(holding entries: Set<Lineage.Entry>) -> Int? {
      (0..<lineage.rowCount).first { entries.isSubset(of: lineage.entries(ofRow: $0)) }
    }
  }

  private func traced(_ plan: Plan) throws(EngineError) -> Traced {
    let run = try result.limits.executor(snapshot, result.parameters, tracing: true).run(plan)
    return Traced(lineage: run.lineage ?? Lineage(), tables: run.lineageTables)
  }

  private func truth(of test: PlanExpression, over plan: Plan) throws(EngineError) -> BoolColumn {
    let asked = Plan(.project(plan, [test]), schema: Schema([Field("test", test.type)]), at: test.span)
    let run = try result.limits.executor(snapshot, result.parameters).run(asked)
    if case .bool(let column)? = run.table.columns.first { return column }
    return BoolColumn(Bitmap(repeating: false, count: run.table.rowCount))
  }

  /// In the words of the query; a step that became several operators has them at the last.
  private func step(_ place: Int) -> String {
    let plan = stages[place]
    if let words = stages[place...].first(where: { $0.words != nil })?.words { return words }
    return PlanPrinter.step(plan) { name in snapshot.tables[name].map { ($0.rowCount, $0.schema.names) } }
  }

  /// Why a step did not hand on a row of the stage below it.
  private func reason(_ stage: Plan, _ below: Plan, _ row: Int) throws(EngineError) -> String {
    switch stage.node {
    case .filter(_, let predicate):
      let truth = try truth(of: predicate, over: below)
      guard row < truth.count, truth[row] == nil else { return ": false" }
      return ": unknown, " + truth.causes[row].reason
    case .slice(_, let skip, let take):
      return ": row \(row + 1), " + (row < skip ? "among the first \(skip)" : "behind the first \(skip + (take ?? 0))")
    case .join(.anti, _, _, _, _, _, let name): return ": a row of \(name) matches"
    case .join(_, _, _, _, _, _, let name): return ": no row of \(name) matches"
    case .sample: return ": not drawn"
    case .top(_, let count, _, _): return ": not among the first \(count)"
    case .search: return ": none of the words"
    case .unnest: return ": no elements"
    case .conflicts: return ": in conflict with no other row"
    case .pairs: return ": no elements"
    case .reach: return ": on no way to a node that is reached"
    case .paths: return ": on no shortest path"
    case .without: return ": a link of what was taken out"
    default: return ""
    }
  }
}

extension UnknownCause {
  /// Behind "unknown, ".
  fileprivate var reason: String {
    switch self {
    case .missing: "a value is missing"
    case .unresolved: "a date could not be resolved"
    case .otherUnit: "another currency or unit"
    case .openBound: "an open bound"
    case .hedged: "only said to be about"
    case .range: "only a range is known"
    }
  }
}

extension Plan {
  /// The name of the table that comes with Ibid as a script, if that is what this is.
  fileprivate var shippedView: String? {
    if case .view(let name, let id, _, _) = node, id >= Plan.firstShippedView { name } else { nil }
  }

  /// The operators from the data up, along the left inputs; a user's view is its plan, one that comes with Ibid is data.
  fileprivate var stages: [Plan] {
    var plan = self
    var stages: [Plan] = []
    while true {
      switch plan.node {
      case .view, .output: break
      default: stages.append(plan)
      }
      if plan.shippedView != nil {
        stages.append(plan)
        break
      }
      guard let input = plan.inputs.first else { break }
      plan = input
    }
    return stages.reversed()
  }
}
