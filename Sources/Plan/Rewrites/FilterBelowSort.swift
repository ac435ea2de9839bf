import IbidSource
import IbidTypes

/// Rows are chosen before they are sorted. Sorting is stable, so that those chosen come in the same order.
enum FilterBelowSort: PlanRule {
  static func apply(to plan: Plan) -> Plan? {
    guard case .filter(let sort, let condition) = plan.node, case .sort(let input, let orders) = sort.node,
      condition.isOfOneRow, orders.allSatisfy({ $0.value.isTotal && $0.value.isOfOneRow })
    else { return nil }
    return sort.with(.sort(plan.with(.filter(input, condition), schema: input.schema), orders), schema: plan.schema)
  }
}
