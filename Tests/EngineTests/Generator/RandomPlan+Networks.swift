import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Steps over networks, along any two columns of one type.
extension RandomPlan {
  /// Of a list's column, or of one that a path makes.
  mutating func pairs(_ plan: Plan) -> Plan? {
    guard !plan.hasJoin, let list = column(plan.schema, { Self.element($0.base) != nil }),
      let element = Self.element(list.type.base)
    else { return nil }
    let fields = plan.schema.fields + [Field("a", element.required), Field("b", element.optional)]
    return Plan(.pairs(plan, of: list), schema: Schema(fields), at: place())
  }

  /// The type of a list's elements, if they can be nodes.
  private static func element(_ type: DataType) -> ValueType? {
    guard case .list(let element) = type, isNode(element.base) else { return nil }
    return element
  }

  private static func isNode(_ type: DataType) -> Bool {
    switch type {
    case .list, .source, .none, .invalid: false
    default: true
    }
  }

  mutating func network(_ kind: RandomStep, over plan: Plan) -> Plan? {
    let fields = plan.schema.fields
    guard case .column(let from)? = column(plan.schema, { Self.isNode($0.base) })?.kind,
      case .column(let to)? = column(plan.schema, { $0.base == fields[from].type.base })?.kind, from != to
    else { return nil }
    let ends = NetworkEnds(from: from, to: to, isDirected: random.oneIn(2))
    let node = fields[from].type.required
    let limit = random.oneIn(3) ? 1 + random.below(3) : nil
    switch kind {
    case .components:
      let schema = Schema([
        Field("node", node), Field("component", .int), Field("degree", .int), Field("cut_point", .bool),
      ])
      return Plan(.components(plan, ends), schema: schema, at: place())
    case .reach:
      guard let start = self.node(of: plan, ends) else { return nil }
      let schema = Schema([Field("node", node), Field("distance", .int), Field("via", node)])
      return Plan(.reach(plan, ends, from: start, within: limit), schema: schema, at: place())
    case .paths:
      guard !plan.hasJoin, let start = self.node(of: plan, ends), let goal = self.node(of: plan, ends) else {
        return nil
      }
      let more = [Field("path", .int), Field("step", .int), Field("node", node), Field("next", node)]
      return Plan(
        .paths(plan, ends, from: start, to: goal, within: limit), schema: Schema(fields + more), at: place())
    default:
      guard let taken = self.node(of: plan, ends) else { return nil }
      var schema = plan.schema
      for end in [from, to] { schema.fields[end].type.isOptional = true }
      return Plan(.without(plan, ends, taken), schema: schema, at: place())
    }
  }

  /// A node that is there, by its value or its name, or two of them; now and then one that is not.
  private mutating func node(of plan: Plan, _ ends: NetworkEnds) -> PlanExpression? {
    guard let table = try? Executor(snapshot: snapshot).run(plan).table, table.rowCount > 0 else { return nil }
    let type = plan.schema.fields[ends.from].type.required
    guard let first = end(of: table, ends, type) else { return nil }
    if random.oneIn(30) {
      if case .reference = type.base { return placed(EngineTests.constant(.text("nobody"), .text)) }
      return placed(literal(type))
    }
    guard random.oneIn(4), let second = end(of: table, ends, type) else { return placed(first) }
    return placed(PlanExpression(.list([first, second]), ValueType(.list(first.type)), at: nowhere))
  }

  private mutating func end(of table: Table, _ ends: NetworkEnds, _ type: ValueType) -> PlanExpression? {
    let column = random.oneIn(2) ? ends.from : ends.to
    return constant(table.columns[column].value(at: random.below(table.rowCount)), type)
  }

  /// A row of a table by its name.
  private func constant(_ value: Value, _ type: ValueType) -> PlanExpression? {
    switch value {
    case .bool(let x): EngineTests.constant(.bool(x), type)
    case .int(let x): EngineTests.constant(.int(x), type)
    case .float(let x): EngineTests.constant(.float(x), type)
    case .text(let x): EngineTests.constant(.text(x), type)
    case .measure(let x, let kind): EngineTests.constant(.measure(x, kind), type)
    case .moment(let x): EngineTests.constant(.moment(x), type)
    case .reference(let table, let row): named(table, Int(row))
    case .none, .list, .source: nil
    }
  }

  private func named(_ table: String, _ row: Int) -> PlanExpression? {
    guard case .text(let name)? = snapshot.tables[table]?.column("name")?.value(at: row) else { return nil }
    return EngineTests.constant(.text(name), .text)
  }

  private mutating func placed(_ expression: PlanExpression) -> PlanExpression {
    var copy = expression
    copy.span = place()
    return copy
  }
}
