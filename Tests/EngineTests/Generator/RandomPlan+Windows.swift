import IbidPlan
import IbidTypes

/// Values that rows take from each other.
extension RandomPlan {
  mutating func window(_ schema: Schema) -> PlanExpression {
    window(schema, random.oneIn(2) ? goals.window : random.pick(Goals.windows))
  }

  mutating func window(_ schema: Schema, _ function: Window.Function) -> PlanExpression {
    let per = random.oneIn(2) ? [] : [column(schema) { $0.base != .source }].compactMap { $0 }
    var sort = random.oneIn(3) ? [] : [sortOrder(schema), random.oneIn(3) ? sortOrder(schema) : nil].compactMap { $0 }
    switch function {
    case .rowNumber: return window(function, per: per, sort: sort, .int)
    case .rank, .denseRank:
      if sort.isEmpty { sort = [sortOrder(schema)].compactMap { $0 } }
      return window(sort.isEmpty ? .rowNumber : function, per: per, sort: sort, .int.optional)
    case .lag, .lead, .carry:
      let value = column(schema) { _ in true } ?? constant(.int(1), .int)
      return window(function, value, per: per, sort: sort, value.type.optional)
    case .aggregate(let wanted):
      let entries = Goals.aggregates.filter { $0.name == wanted.rawValue }
      let aggregate = aggregate(schema, goal: random.pick(entries))
      var expression = window(
        .aggregate(aggregate.function), aggregate.argument, aggregate.second, filter: aggregate.filter, per: per,
        sort: sort, aggregate.type)
      if case .window(var window) = expression.kind, !sort.isEmpty, random.oneIn(2) {
        window.rows = 1 + random.below(3)
        expression.kind = .window(window)
      }
      return expression
    }
  }

  private mutating func window(
    _ function: Window.Function, _ argument: PlanExpression? = nil, _ second: PlanExpression? = nil,
    filter: PlanExpression? = nil, per: [PlanExpression], sort: [SortOrder], _ type: ValueType
  ) -> PlanExpression {
    let place = place()
    return PlanExpression(
      .window(
        Window(
          function: function, argument: argument, second: second,
          offset: function == .lag || function == .lead ? 1 + random.below(2) : 1, filter: filter, per: per, sort: sort,
          type: type, span: place)), type, at: place)
  }
}
