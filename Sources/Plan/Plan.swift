package import IbidSource
package import IbidTypes

/// What to compute: a tree of table operators with their types and places.
///
/// The boundary between language and engine. The checker makes plans from syntax, a program may make them from Swift,
/// the engine runs them against a snapshot of tables. A plan says nothing of threads, batches or buffers.
package struct Plan: Sendable, Hashable {
  package var node: Node
  package var schema: Schema
  /// The step that made this node.
  package var span: ByteSpan
  /// Operators above the deepest leaf; the checker keeps it under `Plan.maximalDepth`, so that walking is safe.
  package let depth: Int

  package static let maximalDepth = 250

  package init(_ node: Node, schema: Schema, at span: ByteSpan) {
    self.node = node
    self.schema = schema
    self.span = span
    switch node {
    case .scan, .unit: depth = 0
    case .filter(let input, _), .project(let input, _), .sort(let input, _), .slice(let input, _, _),
      .distinct(let input, _), .aggregate(let input, _, _), .cite(let input):
      depth = input.depth + 1
    case .join(_, let left, let right, _, _): depth = max(left.depth, right.depth) + 1
    }
  }

  package indirect enum Node: Sendable, Hashable {
    /// A table of the snapshot; `copies` includes rows that stand in repeats.
    case scan(table: String, copies: Bool)
    /// One row without columns: what a scalar statement runs over.
    case unit
    /// Keeps rows that are certainly true, counts those that may be.
    case filter(Plan, PlanExpression)
    /// New columns from the input's: select, derive, drop and rename.
    case project(Plan, [PlanExpression])
    case sort(Plan, [SortOrder])
    case slice(Plan, skip: Int, take: Int?)
    /// First row of each group of the same keys; no keys means all columns.
    case distinct(Plan, [PlanExpression])
    /// Group columns first, then aggregates. Without keys: one row, also for no input.
    case aggregate(Plan, keys: [PlanExpression], [Aggregate])
    /// Left columns, then the right's. Pairs that are certainly equal in all keys and certainly meet `condition`.
    case join(JoinKind, Plan, Plan, keys: [JoinKey], condition: PlanExpression?)
    /// Adds a list of the sources of each row.
    case cite(Plan)
  }

  package enum JoinKind: String, Sendable, Hashable { case inner, left }
}

/// One equality of a join: an expression over the left input, one over the right.
package struct JoinKey: Sendable, Hashable {
  package var left: PlanExpression
  package var right: PlanExpression
  package init(left: PlanExpression, right: PlanExpression) {
    self.left = left
    self.right = right
  }
}

package struct SortOrder: Sendable, Hashable {
  package var value: PlanExpression
  package var isDescending: Bool
  package init(_ value: PlanExpression, isDescending: Bool) {
    self.value = value
    self.isDescending = isDescending
  }
}

extension Plan {
  /// The plans a node reads, in order.
  package var inputs: [Plan] {
    switch node {
    case .scan, .unit: []
    case .filter(let input, _), .project(let input, _), .sort(let input, _), .slice(let input, _, _),
      .distinct(let input, _), .aggregate(let input, _, _), .cite(let input):
      [input]
    case .join(_, let left, let right, _, _): [left, right]
    }
  }
}
