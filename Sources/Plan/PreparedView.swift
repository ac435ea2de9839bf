import Synchronization

/// What follows from the plan of a view, found when it is first asked for and kept for the other queries that use the view.
///
/// A view may be some hundreds of operators. All that is told of it here is the same wherever it is used, so that a query pays
/// for the operators that it has of its own. It says nothing that the plan does not: all are equal.
package final class PreparedView: Sendable, Hashable {
  private let plan: Plan
  private let found = Mutex(Found())

  private struct Found {
    var names: Plan.Names?
    var planned: Plan?
    var sharing: Plan?
  }

  package init(of plan: Plan) { self.plan = plan }

  /// Finds all of it now, in time that no query waits for.
  package func prepare() { _ = (names, sharing) }

  /// Tables and parameters that a run of it looks at.
  var names: Plan.Names { found.withLock { $0.names.made { plan.allNames } } }

  package var tables: Set<String> { names.tables }

  /// As the planner rewrites it; all its columns are there.
  package var planned: Plan { found.withLock { $0.planned.made { Planner.rewritten(plan) } } }

  /// As planned, and what several columns of an operator have in common is a column below.
  ///
  /// A trace of one column would lose there what only that column is made of.
  package var sharing: Plan {
    let planned = planned
    return found.withLock {
      $0.sharing.made {
        // The expressions that shared nothing were trees too large to be looked through again and again.
        let sharing = PruneColumns.pruned(planned.sharingCommonParts)
        return sharing.depth <= Plan.maximalDepth ? sharing : planned
      }
    }
  }

  package static func == (left: PreparedView, right: PreparedView) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}

extension Plan.Node {
  /// Nothing is known yet of a plan that has just got its name.
  package static func view(name: String, id: Int, _ plan: Plan) -> Plan.Node {
    .view(name: name, id: id, plan, PreparedView(of: plan))
  }
}

extension Optional {
  /// What is there, else what `make` makes, from now on.
  fileprivate mutating func made(_ make: () -> Wrapped) -> Wrapped {
    if let self { return self }
    let made = make()
    self = made
    return made
  }
}
