package import IbidSource
package import IbidTypes

/// A value per row made of other rows of the same table.
///
/// Rows of identical `per` values are a partition (all rows without `per`); `sort` orders it, stably, as the step `sort`
/// does; without it rows stand as they are. What a row sees of its partition is its frame.
package struct Window: Sendable, Hashable {
  package enum Function: Sendable, Hashable {
    /// 1 for the first row of the partition, and so on.
    case rowNumber
    /// 1 and the number of ranked rows before the first that ties with it in all keys; a row one of whose sort keys is
    /// missing or has no place in the order has no rank and is not counted.
    case rank
    /// 1 and the number of different keys of ranked rows before it.
    case denseRank
    /// The argument `offset` rows before, in the partition's order; missing before its first.
    case lag
    /// The argument `offset` rows after.
    case lead
    /// The last argument that is there, up to this row.
    case carry
    /// Over the frame: the last `rows` rows up to this one; up to this one where only `sort` is given; else the partition.
    case aggregate(AggregateFunction)
  }

  package var function: Function
  package var argument: PlanExpression?
  /// The second argument of an aggregate.
  package var second: PlanExpression?
  /// Rows between, of `lag` and `lead`.
  package var offset: Int
  /// Rows of the frame that count, for aggregates.
  package var filter: PlanExpression?
  package var per: [PlanExpression]
  package var sort: [SortOrder]
  /// Length of the frame; nil: from the partition's first row.
  package var rows: Int?
  package var type: ValueType
  package var span: ByteSpan

  package init(
    function: Function, argument: PlanExpression?, second: PlanExpression? = nil, offset: Int = 1,
    filter: PlanExpression? = nil, per: [PlanExpression] = [], sort: [SortOrder] = [], rows: Int? = nil,
    type: ValueType, span: ByteSpan
  ) {
    self.function = function
    self.argument = argument
    self.second = second
    self.offset = offset
    self.filter = filter
    self.per = per
    self.sort = sort
    self.rows = rows
    self.type = type
    self.span = span
  }
}

extension Window {
  package var operands: [PlanExpression] {
    [argument, second, filter].compactMap { $0 } + per + sort.map(\.value)
  }

  /// The same window over changed expressions.
  package func mapping(_ change: (PlanExpression) -> PlanExpression) -> Window {
    var copy = self
    copy.argument = argument.map(change)
    copy.second = second.map(change)
    copy.filter = filter.map(change)
    copy.per = per.map(change)
    copy.sort = sort.map { SortOrder(change($0.value), isDescending: $0.isDescending) }
    return copy
  }

  /// As it is called in the language.
  package var name: String { function.name }
}

extension Window.Function {
  package var name: String {
    switch self {
    case .rowNumber: "row_number"
    case .rank: "rank"
    case .denseRank: "dense_rank"
    case .lag: "lag"
    case .lead: "lead"
    case .carry: "carry"
    case .aggregate(let function): function.rawValue
    }
  }

  /// Whether it makes no sense without an order.
  package var needsSort: Bool { self == .rank || self == .denseRank }
}
