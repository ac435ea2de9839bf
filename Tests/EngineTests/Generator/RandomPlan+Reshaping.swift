import IbidPlan
import IbidTypes

/// Steps that change which columns and rows there are.
extension RandomPlan {
  mutating func unnest(_ plan: Plan) -> Plan? {
    guard let list = column(plan.schema, { if case .list = $0.base { true } else { false } }),
      case .column(let index) = list.kind, case .list(let element) = list.type.base
    else { return nil }
    var fields = plan.schema.fields
    fields[index].type = element
    return Plan(.unnest(plan, column: index), schema: Schema(fields), at: place())
  }

  /// Mostly columns of one type; the last one may be the first again.
  mutating func unpivot(_ plan: Plan) -> Plan? {
    guard case .column(let first)? = column(plan.schema, { $0.base != .source })?.kind else { return nil }
    let type = plan.schema.fields[first].type.base
    let columns = plan.schema.fields.indices.filter { plan.schema.fields[$0].type.base == type }.prefix(3)
    let others = plan.schema.fields.indices.filter { !columns.contains($0) }.map { plan.schema.fields[$0] }
    let fields = others + [Field("name", .text), Field("value", ValueType(type, optional: true))]
    return node(.unpivot(plan, columns: Array(columns)), Schema(fields))
  }

  mutating func pivot(_ plan: Plan) -> Plan? {
    guard let column = column(plan.schema, { $0.base.hasOrder }) else { return nil }
    let keys = random.oneIn(5) ? [] : keys(plan.schema)
    let schema = Schema(keys.enumerated().map { Field("k\($0.offset)", $0.element.type) })
    return Plan(.pivot(plan, keys: keys, aggregate(plan.schema), for: column), schema: schema, at: place())
  }

  /// Whole numbers, or stretches of time: short ones, since a column of minutes is filled minute by minute.
  mutating func fill(_ plan: Plan) -> Plan? {
    var plan = plan
    if random.oneIn(2), let date = column(plan.schema, { $0.base == .date || $0.base == .period }) {
      // A column of one grain, with a longer range.
      let unit = random.pick([
        ("month", "@2023-12..@2024-03"), ("day", "@2024-02-27..@2024-03-02"), ("year", "@2023..@2025"),
        ("quarter", "@2024-Q1"),
      ])
      guard case .column(let index) = date.kind, let range = texts.expression(unit.1, over: plan.schema),
        let value = texts.expression("\(unit.0)(\(TextExpressions.name(index)))", over: plan.schema)
      else { return nil }
      let own = plan.schema.fields.enumerated().map { EngineTests.column($0.offset, $0.element.type) }
      let fields = plan.schema.fields + [Field("c\(plan.depth)_unit", value.type)]
      plan = node(.project(plan, own + [value]), Schema(fields))
      return filled(plan, column: fields.count - 1, range)
    }
    guard let value = column(plan.schema, { $0.base == .int || $0.base == .date || $0.base == .period }),
      case .column(let index) = value.kind
    else { return nil }
    let text =
      value.type.base == .int
      ? random.pick(["0..3", "-2..1", "2..2", "3..1"])
      : random.pick(["@2024-02-01T07:30..@2024-02-01T07:31", "@2024-03-01T00:00:00..@2024-03-01T00:00:02"])
    return texts.expression(text, over: plan.schema).map { filled(plan, column: index, $0) }
  }

  private mutating func filled(_ plan: Plan, column: Int, _ range: PlanExpression) -> Plan {
    let by = plan.schema.fields.indices.filter {
      $0 != column && plan.schema.fields[$0].type.base != .source && random.oneIn(12)
    }
    let fields = plan.schema.fields.enumerated().map { index, field in
      index == column || by.contains(index) ? field : Field(field.name, field.type.optional)
    }
    return Plan(.fill(plan, column: column, range: range, by: by), schema: Schema(fields), at: place())
  }

  mutating func search(_ plan: Plan) -> Plan? {
    let texts = plan.schema.fields.indices.filter { plan.schema.fields[$0].type.base == .text }
    guard let first = texts.randomElement(using: &random) else { return nil }
    let columns = texts.filter { $0 == first || random.oneIn(2) }
    let words = random.pick(["calais", "boats", "Dover Calais", "boats boats dover", "a zurich", "at the, boats"])
    return node(
      .search(plan, words: words, columns: columns), Schema(plan.schema.fields + [Field("score", .float)]))
  }

  func describe(_ plan: Plan) -> Plan {
    let fields = [
      Field("name", .text), Field("type", .text), Field("rows", .int), Field("missing", .int), Field("distinct", .int),
      Field("least", .text.optional), Field("greatest", .text.optional), Field("spread", .text.optional),
      Field("examples", ValueType(.list(.text))),
    ]
    return node(.describe(plan, columns: Array(plan.schema.fields.indices)), Schema(fields))
  }
}
