import IbidSource
import IbidTypes

/// Rows are chosen before columns are computed for them.
///
///     where size > 3                     derive loud = lower(title)
///       derive loud = lower(title)   →     where size > 3
enum FilterBelowProject: PlanRule {
  static func apply(to plan: Plan) -> Plan? {
    guard case .filter(let projection, let condition) = plan.node,
      case .project(let input, let values) = projection.node,
      condition.isOfOneRow, values.allSatisfy({ $0.isTotal && $0.isOfOneRow }),
      values.contains(where: { !$0.isColumn }),
      condition.columnsRead.allSatisfy({ $0 < values.count && values[$0].isColumn })
    else { return nil }
    let below = condition.mappingColumns { index in
      if case .column(let column) = values[index].kind { column } else { index }
    }
    return projection.with(
      .project(plan.with(.filter(input, below), schema: input.schema), values), schema: plan.schema)
  }
}
