extension Plan {
  /// Every table that a run of the plan looks at: those it scans, and those that its expressions lead to.
  package var allTables: Set<String> { allNames.tables }

  /// Every parameter that a run of the plan asks for.
  package var allParameters: Set<String> { allNames.parameters }

  /// What a run of a plan has to be given.
  struct Names {
    var tables: Set<String> = []
    var parameters: Set<String> = []
  }

  var allNames: Names {
    var found = Names()
    var views: Set<Int> = []
    var plans = [self]
    var expressions: [PlanExpression] = []
    while !plans.isEmpty || !expressions.isEmpty {
      if let plan = plans.popLast() {
        if case .view(_, let id, _, let prepared) = plan.node {
          if views.insert(id).inserted {
            found.tables.formUnion(prepared.names.tables)
            found.parameters.formUnion(prepared.names.parameters)
          }
          continue
        }
        if case .scan(let table, _) = plan.node { found.tables.insert(table) }
        plans += plan.inputs
        expressions += plan.node.expressions
      } else if let expression = expressions.popLast() {
        switch expression.kind {
        case .follow(_, let table, _): found.tables.insert(table)
        case .related(let related):
          plans.append(related.rows)
          expressions += related.aggregate.expressions
        case .scalar(let plan): plans.append(plan)
        case .parameter(let name): found.parameters.insert(name)
        default: break
        }
        expressions += expression.operands
      }
    }
    return found
  }
}

extension Plan.Node {
  /// The expressions of the node itself.
  var expressions: [PlanExpression] {
    switch self {
    case .scan, .unit, .slice, .sample, .union, .unnest, .unpivot, .search, .describe, .cite, .view, .output,
      .components:
      []
    case .filter(_, let condition): [condition]
    case .project(_, let values), .distinct(_, let values): values
    case .sort(_, let orders): orders.map(\.value)
    case .leading(_, _, let order, let per): [order.value] + per
    case .top(_, _, let orders, let per): orders.map(\.value) + per
    case .aggregate(_, let keys, let aggregates): keys + aggregates.flatMap(\.expressions)
    case .join(_, _, _, let keys, let nearest, let condition, _):
      keys.flatMap { [$0.left, $0.right] } + (nearest.map { [$0.left, $0.right] } ?? [])
        + (condition.map { [$0] } ?? [])
    case .pivot(_, let keys, let aggregate, let column): keys + aggregate.expressions + [column]
    case .fill(_, _, let range, _): [range]
    case .conflicts(_, let value, let keys, _): [value] + keys
    case .pairs(_, let list): [list]
    case .reach(_, _, let start, _): [start]
    case .paths(_, _, let start, let goal, _): [start, goal]
    case .without(_, _, let node): [node]
    }
  }
}

extension Aggregate {
  /// Argument, second argument, filter, order, and what each value is per.
  var expressions: [PlanExpression] {
    [argument, second, filter, rate].compactMap { $0 } + order.map(\.value)
  }
}
