import IbidPlan
import IbidTypes

/// Aggregates with filters and orders.
extension RandomPlan {
  /// By the checker's rules or, where no rule of types is asked, by our own.
  /// `goal` is the one to try first.
  mutating func aggregate(_ schema: Schema, goal: FunctionEntry? = nil) -> Aggregate {
    let filter = random.oneIn(4) ? condition(schema, depth: 1) : nil
    let entry = goal ?? (random.oneIn(2) ? goals.aggregate : random.pick(Goals.aggregates))
    let order = random.oneIn(3) ? [sortOrder(schema)].compactMap { $0 } : []
    for _ in 0..<4 where random.oneIn(2) || !Self.direct.contains(entry.name) {
      let text = random.call(entry, over: TextExpressions.fields(schema))
      guard var found = texts.aggregate(text, over: schema) else { continue }
      found.filter = filter
      found.order = order
      found.span = place()
      return found
    }
    var wanted = Self.directFunctions.first { $0.rawValue == entry.name }
    while true {
      let function = wanted ?? random.pick(Self.directFunctions)
      wanted = nil
      let argument = column(schema) { Self.takes(function, $0.base) }
      if function != .count, argument == nil { continue }
      var second: PlanExpression?
      if function == .minBy || function == .maxBy {
        guard let order = sortOrder(schema) else { continue }
        second = order.value
      }
      if function == .quantile {
        second = constant(.float(random.pick([0, 0.25, 0.5, 0.75, 0.9, 1])), .float)
      }
      if function.takesPairs {
        guard let other = column(schema, { Self.takes(function, $0.base) }) else { continue }
        second = other
      }
      return Aggregate(
        function: function, argument: function == .count && random.oneIn(2) ? nil : argument, second: second,
        filter: filter, order: order, type: Self.result(function, argument?.type.base ?? .int), span: place())
    }
  }

  /// Those whose argument and result are known here.
  private static let directFunctions: [AggregateFunction] = [
    .count, .sum, .avg, .min, .max, .median, .countDistinct, .list, .set, .first, .last, .any, .all, .one, .minBy,
    .maxBy, .stddev, .variance, .covariance, .corr, .quantile, .mode, .product,
  ]
  private static let direct = Set(directFunctions.map(\.rawValue))

  static func takes(_ function: AggregateFunction, _ type: DataType) -> Bool {
    let isNumber = type == .int || type == .float
    switch function {
    case .sum, .avg, .median, .quantile: return isNumber || type.isMeasure
    case .stddev, .variance, .covariance, .corr, .product: return isNumber
    case .min, .max: return type.hasOrder
    case .any, .all: return type == .bool
    default: return true
    }
  }

  static func result(_ function: AggregateFunction, _ argument: DataType) -> ValueType {
    switch function {
    case .count, .countDistinct: return .int
    case .list, .set: return ValueType(.list(ValueType(argument)))
    case .any, .all: return .bool.optional
    case .stddev, .variance, .covariance, .corr: return .float.optional
    case .avg, .median, .quantile: return ValueType(argument == .int ? .float : argument, optional: true)
    default: return ValueType(argument, optional: true)
    }
  }
}
