import IbidSource
import IbidTypes

/// Of a rank that is at most a number, only the rows that may be among the first of their group are ranked.
///
///     where r <= 3                                 where r <= 3
///       derive r = rank(per g sort x desc)   →       derive r = rank(per g sort x desc)
///                                                      leading 3 by x desc per g
///
/// Rows before one that is kept are kept, too, so that its rank stays the same.
enum RanksAmongFirst: PlanRule {
  static func apply(to plan: Plan) -> Plan? {
    guard case .filter(let projection, let condition) = plan.node,
      case .project(let input, let values) = projection.node,
      !input.isLeading, condition.isOfOneRow
    else { return nil }
    for part in condition.conjuncts {
      guard let (column, most) = limit(part), column < values.count, case .window(let window) = values[column].kind,
        window.function == .rank || window.function == .rowNumber, let order = window.sort.first, most > 0,
        // A row without one of the further keys has no rank, and does not count among the first.
        window.sort.dropFirst().allSatisfy({ !$0.value.type.isOptional && $0.value.type.base.isPlain }),
        window.operands.allSatisfy({ $0.isTotal && $0.isOfOneRow }),
        values.indices.allSatisfy({ $0 == column || values[$0].isTotal && values[$0].isOfOneRow })
      else { continue }
      let leading = Plan(
        .leading(input, count: most, by: order, per: window.per), schema: input.schema, at: projection.span)
      return plan.with(
        .filter(projection.with(.project(leading, values), schema: projection.schema), condition), schema: plan.schema)
    }
    return nil
  }

  /// The column and the number of `r <= 3`, `r < 4`, `r == 1`, either way round.
  private static func limit(_ condition: PlanExpression) -> (column: Int, most: Int)? {
    guard case .compare(let comparison, let a, let b) = condition.kind else { return nil }
    switch (a.kind, b.kind) {
    case (.column(let column), .constant(.int(let number))): return limit(column, comparison, number)
    case (.constant(.int(let number)), .column(let column)): return limit(column, comparison.flipped, number)
    default: return nil
    }
  }

  private static func limit(_ column: Int, _ comparison: Comparison, _ number: Int64) -> (column: Int, most: Int)? {
    guard number > 0, number < 1 << 20 else { return nil }
    switch comparison {
    case .lessOrEqual, .equal: return (column, Int(number))
    case .less: return (column, Int(number) - 1)
    default: return nil
    }
  }
}

extension Plan {
  fileprivate var isLeading: Bool { if case .leading = node { true } else { false } }
}
