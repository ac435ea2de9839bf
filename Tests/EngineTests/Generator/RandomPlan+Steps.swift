import IbidPlan
import IbidTypes

/// One more step over a plan; nil where its columns do not have what the step needs.
extension RandomPlan {
  mutating func step(_ kind: RandomStep, over plan: Plan) -> Plan? {
    let schema = plan.schema
    switch kind {
    case .filter: return plan.filter(marked(condition(schema, depth: 3)))
    case .derive:
      return derive(
        (0..<(1 + random.below(3))).map { _ in random.oneIn(5) ? rounded(window(schema)) : expression(schema, depth: 2) },
        over: plan)
    case .project: return project(plan, (0..<(2 + random.below(8))).map { _ in expression(schema, depth: 2) })
    case .sort:
      let orders = (0..<(1 + random.below(2))).compactMap { _ in order(schema) }
      return orders.isEmpty ? nil : node(.sort(plan, orders), schema)
    case .slice:
      return node(.slice(plan, skip: random.below(3), take: random.oneIn(3) ? nil : 1 + random.below(8)), schema)
    case .sample: return node(.sample(plan, count: random.below(8), seed: UInt64(random.below(5))), schema)
    case .top:
      let orders = (0..<(1 + random.below(2))).compactMap { _ in order(schema) }
      let top = Plan.Node.top(
        plan, count: 1 + random.below(3), by: orders, per: random.oneIn(2) ? [] : keys(schema))
      return orders.isEmpty ? nil : Plan(top, schema: schema, at: place())
    case .distinct: return node(.distinct(plan, random.oneIn(4) ? [] : keys(schema)), schema)
    case .aggregate:
      let by = random.oneIn(4) ? [] : keys(schema)
      return withRoundedFloats(plan.aggregate(by: by, (0..<(1 + random.below(3))).map { _ in aggregate(schema) }))
    case .join: return join(plan)
    case .union: return union(plan)
    case .unnest: return unnest(plan)
    case .unpivot: return unpivot(plan)
    case .fill: return fill(plan)
    case .search: return search(plan)
    case .describe: return describe(plan)
    case .conflicts: return conflicts(plan)
    case .cite:
      return node(.cite(plan), Schema(schema.fields + [Field("sources", ValueType(.list(ValueType(.source))))]))
    case .pivot: return pivot(plan)
    case .pairs: return pairs(plan)
    case .components, .reach, .paths, .without: return network(kind, over: plan)
    case .output:
      return node(.output(plan, random.oneIn(2) ? .save(path: "out.csv") : .plot(.bars, columns: [0])), schema)
    }
  }

  /// The functions and the window that this plan goes for, each in a column of its own; nil where no column suits any.
  mutating func deriveCalls(over plan: Plan) -> Plan? {
    var calls = goals.functions.compactMap { entry in call(plan.schema) { _ in entry } }
    if random.oneIn(2) { calls.append(rounded(window(plan.schema, goals.window))) }
    return calls.isEmpty ? nil : derive(calls, over: plan)
  }

  /// A float without the last digits, in which two right sums may differ: steps above ask whether values are the same.
  func rounded(_ value: PlanExpression) -> PlanExpression {
    guard value.type.base == .float else { return value }
    return EngineTests.call(.round, [value, constant(.int(6), .int)], value.type)
  }

  /// The rows of a `summarize`, its floats rounded.
  private func withRoundedFloats(_ plan: Plan) -> Plan {
    guard plan.schema.fields.contains(where: { $0.type.base == .float }) else { return plan }
    let columns = plan.schema.fields.enumerated().map { rounded(EngineTests.column($0.offset, $0.element.type)) }
    return project(plan, columns, names: plan.schema.names)
  }

  private func derive(_ more: [PlanExpression], over plan: Plan) -> Plan {
    let own = plan.schema.fields.enumerated().map { EngineTests.column($0.offset, $0.element.type) }
    return project(plan, own + more, names: plan.schema.names)
  }

  private func project(_ plan: Plan, _ expressions: [PlanExpression], names: [String] = []) -> Plan {
    let fields = expressions.enumerated().map { index, expression in
      Field(index < names.count ? names[index] : "c\(plan.depth)_\(index)", expression.type)
    }
    return node(.project(plan, expressions), Schema(fields))
  }

  private mutating func order(_ schema: Schema) -> SortOrder? {
    guard random.oneIn(3) else { return sortOrder(schema) }
    let value = expression(schema, depth: 1)
    return value.type.base.hasOrder ? SortOrder(value, isDescending: random.oneIn(2)) : sortOrder(schema)
  }

  // MARK: Two tables

  private mutating func join(_ left: Plan) -> Plan? {
    // The product of three tables is more than the nested loops of the oracle can take.
    guard left.depth < 8, !left.hasJoin else { return nil }
    let kind = random.oneIn(2) ? goals.joinKind : random.pick(Plan.JoinKind.allCases)
    var right = scan(random.oneIn(3) ? "a" : "b")
    if random.oneIn(4) { right = right.filter(marked(condition(right.schema, depth: 1))) }
    var joinKeys: [JoinKey] = []
    for _ in 0..<(random.oneIn(3) ? 2 : 1) {
      if let pair = pair(left.schema, right.schema, \.joins) { joinKeys.append(JoinKey(left: pair.0, right: pair.1)) }
    }
    var nearest: NearestKey?
    if kind == .asof {
      if random.oneIn(2) { joinKeys = [] }
      guard let pair = pair(left.schema, right.schema, { $0.hasOrder && $0 != .bool }) else { return nil }
      nearest = NearestKey(
        left: pair.0, random.pick([.less, .lessOrEqual, .greater, .greaterOrEqual]), right: pair.1)
    } else if joinKeys.isEmpty {
      return nil
    }
    let both = left.schema.fields + right.schema.fields
    let residual = random.oneIn(3) ? condition(Schema(both), depth: 1) : nil
    let fields: [Field] =
      switch kind {
      case .semi, .anti: left.schema.fields
      case .inner: both
      default: both.map { Field($0.name, $0.type.optional) }
      }
    return node(
      .join(kind, left, right, keys: joinKeys, nearest: nearest, condition: residual, name: "r"), Schema(fields))
  }

  /// Two columns, one of each side, that compare.
  private mutating func pair(_ left: Schema, _ right: Schema, _ isWanted: (DataType) -> Bool)
    -> (PlanExpression, PlanExpression)?
  {
    guard let theirs = column(right, { isWanted($0.base) }),
      let ours = column(left, { Self.areComparable($0.base, theirs.type.base) })
    else { return nil }
    return (ours, theirs)
  }

  /// With some of its own rows, or with those of the copies.
  private mutating func union(_ plan: Plan) -> Plan? {
    if hasUnion { return nil }
    hasUnion = true
    var other = plan
    if case .scan(let table, let copies) = plan.node { other.node = .scan(table: table, copies: !copies) }
    if random.oneIn(2) { other = other.filter(marked(condition(plan.schema, depth: 2))) }
    return node(random.oneIn(2) ? .union(plan, other) : .union(other, plan), plan.schema)
  }

  private mutating func conflicts(_ plan: Plan) -> Plan? {
    guard let value = column(plan.schema, { $0.base.hasOrder }) else { return nil }
    let keys = (0..<(random.oneIn(3) ? 2 : 1)).compactMap { _ in column(plan.schema) { $0.base.hasOrder } }
    let fields = plan.schema.fields + plan.schema.fields.map { Field("other." + $0.name, $0.type) }
    return Plan(
      .conflicts(plan, of: value, keys: keys, includesPossible: random.oneIn(2)),
      schema: Schema(fields + [Field("certain", .bool)]), at: place())
  }
}

extension DataType {
  /// Whether `==` of a join takes it.
  fileprivate var joins: Bool {
    switch self {
    case .list, .source: false
    default: true
    }
  }
}

extension Plan {
  var hasJoin: Bool {
    switch node {
    case .join, .conflicts, .pairs, .paths: true
    default: inputs.contains(where: \.hasJoin)
    }
  }
}
