import IbidSource
import IbidTypes

extension Plan {
  /// The same operator over other inputs, which have the same columns.
  package func mappingInputs(_ change: (Plan) -> Plan) -> Plan {
    inputs.isEmpty ? self : with(node.mappingInputs(change), schema: schema)
  }

  /// Another operator at the same place.
  func with(_ node: Node, schema: Schema) -> Plan {
    var plan = Plan(node, schema: schema, at: span)
    plan.words = words
    return plan
  }
}

extension Plan.Node {
  package func mappingInputs(_ map: (Plan) -> Plan) -> Plan.Node {
    switch self {
    case .scan, .unit: self
    case .filter(let input, let condition): .filter(map(input), condition)
    case .project(let input, let values): .project(map(input), values)
    case .sort(let input, let orders): .sort(map(input), orders)
    case .slice(let input, let skip, let take): .slice(map(input), skip: skip, take: take)
    case .sample(let input, let count, let seed): .sample(map(input), count: count, seed: seed)
    case .leading(let input, let count, let order, let per): .leading(map(input), count: count, by: order, per: per)
    case .top(let input, let count, let orders, let per): .top(map(input), count: count, by: orders, per: per)
    case .distinct(let input, let keys): .distinct(map(input), keys)
    case .aggregate(let input, let keys, let aggregates): .aggregate(map(input), keys: keys, aggregates)
    case .join(let kind, let left, let right, let keys, let nearest, let condition, let name):
      .join(kind, map(left), map(right), keys: keys, nearest: nearest, condition: condition, name: name)
    case .union(let left, let right): .union(map(left), map(right))
    case .unnest(let input, let column): .unnest(map(input), column: column)
    case .pivot(let input, let keys, let aggregate, let column):
      .pivot(map(input), keys: keys, aggregate, for: column)
    case .unpivot(let input, let columns): .unpivot(map(input), columns: columns)
    case .fill(let input, let column, let range, let by): .fill(map(input), column: column, range: range, by: by)
    case .search(let input, let words, let columns): .search(map(input), words: words, columns: columns)
    case .describe(let input, let columns): .describe(map(input), columns: columns)
    case .conflicts(let input, let value, let keys, let all):
      .conflicts(map(input), of: value, keys: keys, includesPossible: all)
    case .pairs(let input, let list): .pairs(map(input), of: list)
    case .components(let input, let ends): .components(map(input), ends)
    case .reach(let input, let ends, let start, let limit): .reach(map(input), ends, from: start, within: limit)
    case .paths(let input, let ends, let start, let goal, let limit):
      .paths(map(input), ends, from: start, to: goal, within: limit)
    case .without(let input, let ends, let node): .without(map(input), ends, node)
    case .cite(let input): .cite(map(input))
    case .view(let name, let id, let input, _): .view(name: name, id: id, map(input))
    case .output(let input, let output): .output(map(input), output)
    }
  }
}
