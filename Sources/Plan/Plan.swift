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
  /// The step as it was written, on one line; nil for what no step made. It says nothing that the node does not.
  package var words: String?
  /// Operators above the deepest leaf; the checker keeps it under `Plan.maximalDepth`, so that walking is safe.
  package let depth: Int

  package static let maximalDepth = 250

  /// Views that come with Ibid have this `id` or a higher one, those of users lower ones.
  package static let firstShippedView = 1_000_000

  /// The most shortest paths that `paths` gives.
  package static let maximalPaths = 1000

  package init(_ node: Node, schema: Schema, at span: ByteSpan) {
    self.node = node
    self.schema = schema
    self.span = span
    depth = node.inputs.reduce(-1) { max($0, $1.depth) } + 1
  }

  /// The same computation made at the same place; the words may differ.
  package static func == (left: Plan, right: Plan) -> Bool {
    left.depth == right.depth && left.span == right.span && left.schema == right.schema && left.node == right.node
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(span)
    hasher.combine(depth)
    hasher.combine(node)
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
    /// `count` rows drawn without replacement, in the order of the input.
    ///
    /// SplitMix64 started with `seed` gives each row its next number; the rows with the smallest numbers are kept, of
    /// equal numbers the earlier row.
    case sample(Plan, count: Int, seed: UInt64)
    /// The first `count` rows, in the order of `orders`, of each group of the same `per` (of all rows without `per`).
    ///
    /// Groups in order of the first appearance of any of their rows, rows sorted within. A row whose first key is missing
    /// or has no place in the order (unresolved, without ends) is never kept. The note counts both kinds; of the others
    /// that are not kept, the rows that tie with the last one kept of their group in all keys; and of the rest those of
    /// which it is unknown whether their first key lies before that of the last one kept.
    case top(Plan, count: Int, by: [SortOrder], per: [PlanExpression])
    /// Rows that may be among the first `count` of their group by one key, ties included, in the order that they have; it
    /// may keep others, too. The planner puts it below a rank; no step makes it.
    case leading(Plan, count: Int, by: SortOrder, per: [PlanExpression])
    /// First row of each group of the same keys; no keys means all columns.
    case distinct(Plan, [PlanExpression])
    /// Group columns first, then aggregates. Without keys: one row, also for no input.
    case aggregate(Plan, keys: [PlanExpression], [Aggregate])
    /// Left columns, then the right's (`semi`, `anti`: left columns alone). See `JoinKind`.
    ///
    /// Rows match that are certainly equal in all keys, certainly compare so in `nearest`, and certainly meet `condition`,
    /// which reads the left's columns, then the right's. `name` is what the query calls the right side.
    case join(
      JoinKind, Plan, Plan, keys: [JoinKey], nearest: NearestKey? = nil, condition: PlanExpression?, name: String = "")
    /// The rows of both, which have the same columns: the left's, then the right's.
    case union(Plan, Plan)
    /// A row for each element of the list in `column`, which the element replaces; rows without elements give none.
    case unnest(Plan, column: Int)
    /// Groups by `keys`, and for each value of `column` an aggregate over the group's rows with that value.
    ///
    /// The columns beyond the keys are known only when the data is: one for each value in order of first appearance, a
    /// missing one last, called as the value is printed (`none`; a number behind a name that is taken). Without keys all
    /// rows are one group; no rows give no group. The plan's schema has the keys alone, and nothing but output may stand
    /// above. Where the values are listed in the query, the checker makes an `aggregate` with filters instead.
    case pivot(Plan, keys: [PlanExpression], Aggregate, for: PlanExpression)
    /// A row for each row and each of `columns`, in their order: the other columns, the column's name, its value.
    case unpivot(Plan, columns: [Int])
    /// Adds a row for each bucket of `range` that a group has no row for.
    ///
    /// Groups of the same values in the columns `by`, in order of first appearance; within a group its buckets in
    /// ascending order, each with the rows of that value or one new row, then the rows of other values. A new row has the
    /// bucket, the group's values, and nothing else. Buckets are the whole numbers in the range for an int column; for
    /// dates and periods the stretches that the range touches (see `GrainScale`) of the grain of the column's first
    /// resolved value, of the range's own where there is none. Values are the same as groups have it. Without `by` all
    /// rows are one group, also where there are none.
    case fill(Plan, column: Int, range: PlanExpression, by: [Int])
    /// Rows that have one of the words in one of `columns`, best first, with a column for the score (float) at the end.
    ///
    /// Words are runs of letters, marks, digits and `_`, folded as `has` does; a word that is asked for twice counts once.
    /// A row's text is its columns one after the other, a missing one has no words. Rows with all words come first, then
    /// by BM25: the sum over the words, in the order of the query, of idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length /
    /// average length)), where k1 = 1.2, b = 0.75, idf = ln(1 + (N - n + 0.5) / (n + 0.5)), lengths in words, N, n and the
    /// average over all rows of the input (S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework, 2009). Equal
    /// scores stay in order.
    case search(Plan, words: String, columns: [Int])
    /// A row for each of `columns`: name, type, rows, missing, distinct values, least, greatest, spread,
    /// examples.
    ///
    /// Distinct values and examples, the first five of them, are those that are there. Least and greatest are the first
    /// of `sort` and `sort desc` that have a place in the order; none for lists, references and sources, and where the
    /// values are of several currencies or kinds of unit. These are text as printed. The
    /// spread is a `Sparkline` of numbers, of measures of one unit, and of dates and periods.
    case describe(Plan, columns: [Int])
    /// Pairs of rows, the earlier one first, whose keys are certainly equal and whose values cannot both hold (`==` is
    /// false): left columns, right columns, and whether the conflict is certain. In order of the left row, then the right.
    ///
    /// `includesPossible` adds, with `false`, pairs whose values are not the same but may be equal: `==` is unknown because
    /// of a bound, a hedge, a range or an unresolved date, not because of a missing value or another unit.
    case conflicts(Plan, of: PlanExpression, keys: [PlanExpression], includesPossible: Bool)
    /// A row for each pair of different elements of a list, in its order: the row's columns, then the two elements. A list
    /// of one element (repeats and missing ones aside) gives a row with that one and nothing: a node without a link.
    case pairs(Plan, of: PlanExpression)
    /// A row for each node of a network: its value, the number of its component from 1, how many other nodes it is linked
    /// to, and whether its component falls apart without it. Components and nodes in order of first appearance; the
    /// direction of links does not matter.
    case components(Plan, NetworkEnds)
    /// A row for each node that links lead to from one of the nodes `from`, those aside: its value, the least number of
    /// links, and the node before it, the first of several. By that number, then in order of first appearance.
    case reach(Plan, NetworkEnds, from: PlanExpression, within: Int?)
    /// The shortest paths between the nodes of two values: for each step the row that links its nodes, the first of
    /// several, then the number of the path and of the step, both from 1, and the two nodes. Paths are in the order in
    /// which their nodes first appear, compared node by node; at most `Plan.maximalPaths` of them.
    case paths(Plan, NetworkEnds, from: PlanExpression, to: PlanExpression, within: Int?)
    /// The links whose ends are both other nodes; for a node that has no other row, its first link with the taken end
    /// missing. In the order of the rows.
    case without(Plan, NetworkEnds, PlanExpression)
    /// Adds a list of the sources of each row.
    case cite(Plan)
    /// A named pipeline or value. Uses of one `id` have the same rows, which are made once a run; mistakes that only its
    /// data shows are reported where it is used, at the span of this node.
    case view(name: String, id: Int, Plan, PreparedView)
    /// The same rows, for the caller to draw or write.
    case output(Plan, Output)
  }

  /// Which rows a join gives.
  package enum JoinKind: String, Sendable, Hashable, CaseIterable {
    /// Every pair that matches, in left order, then right order.
    case inner
    /// The same, and each left row without a match in its place.
    case left
    /// The same, and at the end the right rows without a match.
    case full
    /// Left rows that match some right row, once.
    case semi
    /// Left rows that match none.
    case anti
    /// Each left row with the one matching right row whose `nearest` value is closest, the first of equals, or with none.
    case asof
  }

  /// What becomes of a result besides being a table.
  package enum Output: Sendable, Hashable {
    /// Columns of the input: labels and values (bars, lines), or values (histogram).
    case plot(PlotKind, columns: [Int])
    /// `network` has the ends of the links, where the file holds a network.
    case save(path: String, network: NetworkEnds? = nil)
  }

  package enum PlotKind: String, Sendable, Hashable, CaseIterable { case bars, lines, histogram }
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

/// The inequality of an as-of join: `left >= right` picks the greatest right value that is not above the left one.
package struct NearestKey: Sendable, Hashable {
  package var left: PlanExpression
  package var comparison: Comparison
  package var right: PlanExpression
  package init(left: PlanExpression, _ comparison: Comparison, right: PlanExpression) {
    self.left = left
    self.comparison = comparison
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
  /// The plans it reads, in order.
  package var inputs: [Plan] { node.inputs }

  /// The tables that it reads anywhere, the leftmost first.
  package var tables: [String] {
    var found: [String] = []
    var views: Set<Int> = []
    var rest = [self]
    while let plan = rest.popLast() {
      if case .scan(let table, _) = plan.node, !found.contains(table) { found.append(table) }
      // A view that is used twice is looked at once, so that views of views take no more time than they have nodes.
      if case .view(_, let id, _, _) = plan.node, !views.insert(id).inserted { continue }
      rest += plan.inputs.reversed()
    }
    return found
  }

  /// The plan without what becomes of its rows at the end: what a later query goes on from.
  package var rows: Plan {
    var plan = self
    while case .output(let input, _) = plan.node { plan = input }
    return plan
  }

  /// What becomes of the rows at the end, the last first.
  package var outputs: [Output] {
    var outputs: [Output] = []
    var plan = self
    while case .output(let input, let output) = plan.node {
      outputs.append(output)
      plan = input
    }
    return outputs
  }
}

extension Plan.Output {
  /// The step that asks for it.
  package var step: String {
    switch self {
    case .plot: "plot"
    case .save: "save"
    }
  }
}

extension Plan.Node {
  package var inputs: [Plan] {
    switch self {
    case .scan, .unit: []
    case .filter(let input, _), .project(let input, _), .sort(let input, _), .slice(let input, _, _),
      .sample(let input, _, _), .leading(let input, _, _, _), .top(let input, _, _, _), .distinct(let input, _),
      .aggregate(let input, _, _),
      .unnest(let input, _), .pivot(let input, _, _, _), .unpivot(let input, _), .fill(let input, _, _, _),
      .search(let input, _, _), .describe(let input, _), .conflicts(let input, _, _, _), .cite(let input),
      .pairs(let input, _), .components(let input, _), .reach(let input, _, _, _), .paths(let input, _, _, _, _),
      .without(let input, _, _),
      .view(_, _, let input, _), .output(let input, _):
      [input]
    case .join(_, let left, let right, _, _, _, _), .union(let left, let right): [left, right]
    }
  }
}
