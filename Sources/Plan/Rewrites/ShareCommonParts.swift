import IbidSource
import IbidTypes

extension Plan {
  /// The same rows, with the common parts of each projection as columns of projections below it, views inside included.
  ///
  /// A part that is made of another stands in a projection above that other's. So the columns of one projection do not wait for
  /// each other.
  var sharingCommonParts: Plan {
    if case .view(let name, let id, _, let prepared) = node {
      return with(.view(name: name, id: id, prepared.sharing, prepared), schema: schema)
    }
    let plan = mappingInputs(\.sharingCommonParts)
    guard case .project(let input, let values) = plan.node,
      let common = CommonParts(of: values, firstColumn: input.schema.count)
    else { return plan }
    let levels = common.levels(over: input.schema.count)
    // The place of each part in the columns of the topmost of the new projections.
    var places = Array(0..<input.schema.count) + [Int](repeating: 0, count: common.parts.count)
    var below = input
    for level in 0...(levels.max() ?? 0) {
      var fields = below.schema.fields
      var columns = fields.enumerated().map { PlanExpression(.column($0), $1.type, at: plan.span) }
      for (part, expression) in common.parts.enumerated() where levels[part] == level {
        places[input.schema.count + part] = columns.count
        columns.append(expression.mappingColumns { places[$0] })
        fields.append(Field("", expression.type))
      }
      below = Plan(.project(below, columns), schema: Schema(fields), at: plan.span)
    }
    return plan.with(.project(below, common.expressions.map { $0.mappingColumns { places[$0] } }), schema: schema)
  }
}

extension CommonParts {
  /// Of each part, how many parts stand on top of each other below it.
  fileprivate func levels(over firstColumn: Int) -> [Int] {
    var levels: [Int] = []
    for part in parts {
      let below = part.columnsRead.filter { $0 >= firstColumn }.map { levels[$0 - firstColumn] }
      levels.append((below.max() ?? -1) + 1)
    }
    return levels
  }
}
