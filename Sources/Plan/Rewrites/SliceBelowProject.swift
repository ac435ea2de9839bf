import IbidSource
import IbidTypes

/// Rows are cut off before columns are chosen, so that a sort below is told how many of its rows are wanted.
enum SliceBelowProject: PlanRule {
  static func apply(to plan: Plan) -> Plan? {
    guard case .slice(let projection, let skip, let take) = plan.node,
      case .project(let input, let values) = projection.node,
      values.allSatisfy({ $0.isColumn || $0.isTotal && $0.isOfOneRow })
    else { return nil }
    return projection.with(
      .project(plan.with(.slice(input, skip: skip, take: take), schema: input.schema), values),
      schema: projection.schema)
  }
}
