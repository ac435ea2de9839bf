import IbidColumns
import IbidPlan

// The sides of a long union over small tables: each side has too few rows to be shared out among threads, so the sides are.

extension Executor {
  /// The rows of several plans, in their order; what one after the other would give, notes included.
  func relations(_ plans: [Plan], focus: Int?) throws(EngineError) -> [Relation] {
    if plans.count > 2, focus == nil, parallel.threads > 1, !isTracing, !isMeasuring, areTablesSmall {
      if let relations = try relationsByAllThreads(plans) { return relations }
    }
    var relations: [Relation] = []
    for plan in plans { relations.append(try relation(plan, focus: focus)) }
    return relations
  }

  /// nil where one cannot be done: one after the other they tell which is the first.
  private func relationsByAllThreads(_ plans: [Plan]) throws(EngineError) -> [Relation]? {
    // What several of them name is run once, before they part. If it has something to note, its place among the notes is not known.
    let shared = Executor(snapshot: snapshot, parameters: parameters, parallel: parallel)
    shared.recorder.views = recorder.views
    var seen: Set<Int> = []
    for plan in plans {
      var own: Set<Int> = []
      for (id, view) in plan.namedViews where own.insert(id).inserted && !seen.insert(id).inserted {
        guard (try? shared.relation(view)) != nil, shared.recorder.notes.isEmpty else { return nil }
      }
    }
    let views = shared.recorder.views
    let relations = try valuesByAllThreads(plans.count, knowing: views) { index, own throws(EngineError) in
      try own.relation(plans[index])
    }
    for _ in relations ?? [] { parallel.meter?.addStep() }
    return relations
  }

  /// Whether no table has more rows than one thread takes at once.
  private var areTablesSmall: Bool { snapshot.tables.values.allSatisfy { $0.rowCount <= parallel.morselRows } }
}

extension Plan {
  /// The named pipelines that its operators read, those inside of others behind these.
  fileprivate var namedViews: [(id: Int, plan: Plan)] {
    var found: [(id: Int, plan: Plan)] = []
    var plans = [self]
    while let plan = plans.popLast() {
      if case .view(_, let id, _, _) = plan.node { found.append((id, plan)) }
      plans += plan.inputs
    }
    return found
  }
}
