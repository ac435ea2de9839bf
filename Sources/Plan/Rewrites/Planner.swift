import IbidSource
import IbidTypes

/// Rewrites a plan into one with less work that gives the same rows, notes and sources.
///
/// Each rule is a type of its own. They are applied from the data up, at each operator until none of them applies, and what
/// they lead to is what `explain` prints and what runs. A rule may move or leave out only what cannot fail and what no note
/// counts: a query that overflows still does, and the footer's numbers stay as they were.
package struct Planner {
  /// In the order in which they are tried.
  static let rules: [any PlanRule.Type] = [
    FoldConstants.self, DropTrueFilters.self, FilterBelowProject.self, FilterBelowSort.self, FilterBelowJoin.self,
    SliceBelowProject.self, RanksAmongFirst.self,
  ]

  /// A rule that leads round in a circle would stop here; none is known to.
  private static let mostRewrites = 64

  package static func planned(_ plan: Plan) -> Plan {
    PruneColumns.pruned(rewritten(plan))
  }

  /// Depth is bounded by `Plan.maximalDepth`. A view is rewritten once, for all queries that use it.
  static func rewritten(_ plan: Plan) -> Plan {
    if case .view(let name, let id, _, let prepared) = plan.node {
      return plan.with(.view(name: name, id: id, prepared.planned, prepared), schema: plan.schema)
    }
    var plan = plan.mappingInputs(rewritten)
    for _ in 0..<mostRewrites {
      var next: Plan?
      for rule in rules {
        next = rule.apply(to: plan)
        if next != nil { break }
      }
      guard let next else { break }
      // What was put below meets operators that it did not know.
      plan = next.mappingInputs { settled($0, depth: 0) }
    }
    return plan
  }

  /// Applies the rules to an operator whose inputs may have been made by a rule.
  private static func settled(_ plan: Plan, depth: Int) -> Plan {
    guard depth < Plan.maximalDepth, let next = rules.lazy.compactMap({ $0.apply(to: plan) }).first else { return plan }
    return settled(next.mappingInputs { settled($0, depth: depth + 1) }, depth: depth + 1)
  }
}

/// A way to rewrite the operator at the top of a plan.
protocol PlanRule: SendableMetatype {
  /// The plan with its top rewritten; nil where the rule does not apply.
  static func apply(to plan: Plan) -> Plan?
}
