import IbidPlan
import IbidTypes

/// How often each thing that a plan can be made of occurred in a plan with a result.
struct Coverage {
  struct Feature: Hashable, Comparable {
    var group: String
    var name: String
    static func < (a: Feature, b: Feature) -> Bool { (a.group, a.name) < (b.group, b.name) }
  }

  private(set) var counts: [Feature: Int] = [:]

  /// All features of a plan, once each.
  mutating func count(_ plan: Plan) {
    var found: Set<Feature> = [Feature(group: "depths", name: "\(min(plan.spine, 8))")]
    Self.collect(plan, &found)
    for field in plan.schema.fields { found.insert(Feature(group: "types", name: Self.name(field.type.base))) }
    for feature in found { counts[feature, default: 0] += 1 }
  }

  /// Adds what another has counted.
  mutating func add(_ other: Coverage) { counts.merge(other.counts, uniquingKeysWith: +) }

  /// Those of `expected` that occurred fewer than `least` times.
  func missing(from expected: [Feature], least: Int) -> [String] {
    expected.filter { counts[$0, default: 0] < least }.map { "\($0.group): \($0.name) (\(counts[$0, default: 0]))" }
  }

  /// A line a group.
  func lines(_ title: String) -> [String] {
    Dictionary(grouping: counts.keys, by: \.group).sorted { $0.key < $1.key }.map { group, features in
      "\(title) \(group): " + features.sorted().map { "\($0.name) \(counts[$0, default: 0])" }.joined(separator: ", ")
    }
  }

  // MARK: What there is

  static func features(_ group: String, _ names: [String]) -> [Feature] {
    names.map { Feature(group: group, name: $0) }
  }

  /// Every step, join, function, aggregate, window, expression and type of plans.
  static let all: [Feature] =
    features("depths", (1...8).map(String.init))
    + features("steps", RandomStep.planNames)
    + features("joins", Plan.JoinKind.allCases.map(\.rawValue))
    + features("functions", functions)
    + features("aggregates", Array(Set(Goals.aggregates.map(\.name))))
    + features("windows", Array(Set(Goals.windows.map { windowName($0) })))
    + features("expressions", expressionNames)
    + features("types", typeNames)

  private static let functions = Array(
    Set(
      Goals.functions.compactMap {
        if case .scalar(let function) = $0.implementation { function.rawValue } else { nil }
      }))

  static let expressionNames = [
    "column", "constant", "follow", "part", "negate", "arithmetic", "compare", "isIn", "not", "and", "or", "test",
    "coalesce", "conditional", "call", "matches", "list", "range", "related", "window", "listAggregate", "scalar",
    "widen",
  ]

  static let typeNames = [
    "bool", "int", "float", "text", "date", "period", "duration", "money", "money<…>", "quantity", "quantity<…>",
    "word",
    "list", "ref", "source",
  ]

  // MARK: What a plan has

  private static func collect(_ plan: Plan, _ found: inout Set<Feature>) {
    found.insert(Feature(group: "steps", name: name(plan.node)))
    if case .join(let kind, _, _, _, _, _, _) = plan.node { found.insert(Feature(group: "joins", name: kind.rawValue)) }
    for aggregate in plan.aggregates {
      found.insert(Feature(group: "aggregates", name: aggregate.function.rawValue))
      for operand in aggregate.operands { collect(operand, &found) }
    }
    for expression in plan.expressions { collect(expression, &found) }
    for input in plan.inputs { collect(input, &found) }
  }

  private static func collect(_ expression: PlanExpression, _ found: inout Set<Feature>) {
    found.insert(Feature(group: "expressions", name: name(expression.kind)))
    found.insert(Feature(group: "types", name: name(expression.type.base)))
    switch expression.kind {
    case .call(let function, _): found.insert(Feature(group: "functions", name: function.rawValue))
    case .window(let window): found.insert(Feature(group: "windows", name: windowName(window.function)))
    case .scalar(let plan): collect(plan, &found)
    case .related(let related):
      found.insert(Feature(group: "aggregates", name: related.aggregate.function.rawValue))
      for operand in related.aggregate.operands { collect(operand, &found) }
    case .listAggregate(let function, _, _): found.insert(Feature(group: "aggregates", name: function.rawValue))
    default: break
    }
    for operand in expression.operands { collect(operand, &found) }
  }

  private static func windowName(_ function: Window.Function) -> String {
    switch function {
    case .aggregate(let aggregate): aggregate.rawValue
    default: "\(function)"
    }
  }

  /// The case's name; what it carries may be a whole plan and is not looked at.
  private static func name(_ value: some Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }

  private static func name(_ type: DataType) -> String {
    switch type {
    case .money(_?): "money<…>"
    case .quantity(_?): "quantity<…>"
    case .reference: "ref"
    case .word: "word"
    case .list: "list"
    default: type.description
    }
  }
}

extension RandomStep {
  /// What the steps are called in plans.
  static let planNames = [
    "scan", "filter", "project", "sort", "slice", "sample", "top", "distinct", "aggregate", "join", "union", "unnest",
    "pivot", "unpivot", "fill", "search", "describe", "conflicts", "pairs", "components", "reach", "paths", "without",
    "cite", "output",
  ]
}

extension Plan {
  /// Steps from the first table to the result.
  var spine: Int { inputs.first.map { $0.spine + 1 } ?? 0 }

  /// The expressions of this node alone; those of its aggregates are theirs.
  var expressions: [PlanExpression] {
    switch node {
    case .filter(_, let condition): [condition]
    case .project(_, let values), .distinct(_, let values), .aggregate(_, let values, _): values
    case .sort(_, let orders): orders.map(\.value)
    case .top(_, _, let orders, let per): orders.map(\.value) + per
    case .join(_, _, _, let keys, let nearest, let condition, _):
      keys.flatMap { [$0.left, $0.right] } + [nearest?.left, nearest?.right, condition].compactMap { $0 }
    case .pivot(_, let keys, _, let column): keys + [column]
    case .fill(_, _, let range, _): [range]
    case .conflicts(_, let value, let keys, _): [value] + keys
    case .pairs(_, let value), .reach(_, _, let value, _), .without(_, _, let value): [value]
    case .paths(_, _, let start, let goal, _): [start, goal]
    default: []
    }
  }

  var aggregates: [Aggregate] {
    switch node {
    case .aggregate(_, _, let aggregates): aggregates
    case .pivot(_, _, let aggregate, _): [aggregate]
    default: []
    }
  }
}
