import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

/// Conditions and computed columns.
extension RandomPlan {
  /// A column of a comparable type, or a constant.
  mutating func like(_ other: PlanExpression, _ schema: Schema) -> PlanExpression {
    if random.oneIn(2), let found = column(schema, { Self.areComparable($0.base, other.type.base) }) { return found }
    return literal(other.type)
  }

  mutating func literal(_ type: ValueType) -> PlanExpression {
    let value: Constant
    switch random.value(random.oneIn(10) ? type.optional : type.required) {
    case .bool(let x): value = .bool(x)
    case .int(let x): value = .int(x)
    case .float(let x): value = .float(x)
    case .text(let x): value = .text(x)
    case .measure(let x, let kind): value = .measure(x, kind)
    case .moment(let x): value = .moment(x)
    default: value = .none
    }
    return constant(value, type)
  }

  static func areComparable(_ a: DataType, _ b: DataType) -> Bool {
    switch (a, b) {
    case (.money, .money), (.quantity, .quantity), (.duration, .duration): true
    case (.list, _), (_, .list), (.source, _), (_, .source): false
    default: a == b
    }
  }

  mutating func condition(_ schema: Schema, depth: Int) -> PlanExpression {
    let bool = ValueType(.bool, optional: true)
    if depth > 1, random.oneIn(2) {
      switch random.below(6) {
      case 0, 1:
        return PlanExpression(
          .and(condition(schema, depth: depth - 1), condition(schema, depth: depth - 1)), bool, at: nowhere)
      case 2, 3:
        return PlanExpression(
          .or(condition(schema, depth: depth - 1), condition(schema, depth: depth - 1)), bool, at: nowhere)
      case 4: return PlanExpression(.not(condition(schema, depth: depth - 1)), bool, at: nowhere)
      default:
        return EngineTests.call(random.oneIn(2) ? .possibly : .certainly, [condition(schema, depth: depth - 1)], .bool)
      }
    }
    switch random.below(9) {
    case 0:
      if let found = column(schema, { $0.base == .bool }) { return found }
    case 1:
      if let value = column(schema, { _ in true }) {
        let tests: [ValueTest] =
          value.type.base == .date ? [.exact, .resolved] : value.type.base.isMeasure ? [.exact] : []
        return PlanExpression(.test(value, random.pick(tests + [.none, .known])), .bool, at: nowhere)
      }
    case 2:
      if let value = column(schema, { $0.base.hasOrder }) {
        switch value.type.base {
        case .money where random.oneIn(2), .quantity where random.oneIn(2): return isIn(value, like(value, schema))
        case .date where random.oneIn(2): return isIn(value, literal(.period))
        case .period where random.oneIn(2): return isIn(value, literal(.period))
        default:
          return isIn(
            value,
            PlanExpression(
              .list((0..<(1 + random.below(2))).map { _ in like(value, schema) }), ValueType(.list(value.type)),
              at: nowhere))
        }
      }
    case 3:
      if let list = column(schema, { $0.base == .list(.text) || $0.base == .list(.int) }),
        case .list(let element) = list.type.base
      {
        return isIn(literal(element), list)
      }
    case 4:
      if let value = column(schema, { $0.base != .source && $0.base != .bool }),
        let other = column(schema, { $0.base == value.type.base })
      {
        return EngineTests.call(.same, [value, other], .bool)
      }
    case 5:
      if let date = column(schema, { $0.base == .date }) {
        let op = random.pick([Comparison.less, .lessOrEqual, .greater, .greaterOrEqual])
        return random.oneIn(2) ? compare(op, date, literal(.period)) : compare(op, literal(.period), date)
      }
    default: break
    }
    guard let value = column(schema, { $0.base.hasOrder }) else { return constant(.bool(random.oneIn(2)), .bool) }
    let ops = value.type.base == .bool ? [Comparison.equal, .notEqual] : Comparison.allCases
    let (left, right) = (random.oneIn(12) ? literal(value.type) : value, like(value, schema))
    return random.oneIn(2) ? compare(random.pick(ops), left, right) : compare(random.pick(ops), right, left)
  }

  /// A computed column of any type.
  mutating func expression(_ schema: Schema, depth: Int) -> PlanExpression {
    guard depth > 0, let value = column(schema, { _ in true }) else {
      return column(schema, { _ in true }) ?? constant(.int(1), .int)
    }
    switch random.below(12) {
    case 0: return condition(schema, depth: 2)
    case 1:
      let other = column(schema) { $0.base == value.type.base } ?? value
      return PlanExpression(.coalesce(value, other), value.type.optional, at: nowhere)
    case 2:
      let other = column(schema) { $0.base == value.type.base } ?? value
      return PlanExpression(.conditional(condition(schema, depth: 1), value, other), value.type.optional, at: nowhere)
    case 3, 4: return changed(value, schema)
    case 5: return part(of: value, schema)
    case 6, 7, 8:
      return call(schema) { $0.random.pick($0.random.oneIn(2) ? $0.goals.functions : Goals.functions) }
        ?? value
    case 9: return gathered(value, schema)
    case 10: return rounded(window(schema))
    default: return value
    }
  }

  /// A call of a function of the catalog, as the checker reads it; nil where it refuses eight of them.
  mutating func call(_ schema: Schema, of entry: (inout Self) -> FunctionEntry) -> PlanExpression? {
    for _ in 0..<8 {
      let text = random.call(entry(&self), over: TextExpressions.fields(schema))
      if let found = texts.expression(text, over: schema) { return found }
    }
    return nil
  }

  /// Arithmetic, lists and paths by the column's type.
  private mutating func changed(_ value: PlanExpression, _ schema: Schema) -> PlanExpression {
    switch value.type.base {
    case .int where !Self.isProduct(value):
      return arithmetic(random.pick([.add, .subtract, .multiply, .divide]), value, literal(.int), .int.optional)
        .typedByOperator
    case .float:
      return arithmetic(
        random.pick([.add, .subtract, .multiply, .divide]), value, like(value, schema), .float.optional)
    case .money, .quantity, .duration: return computed(value, schema)
    case .date:
      if random.oneIn(2) {
        let other = column(schema) { $0.base == .date } ?? value
        return arithmetic(.subtract, value, other, ValueType(.duration, optional: true))
      }
      return arithmetic(random.pick([.add, .subtract]), value, literal(ValueType(.duration)), .date.optional)
    case .list(let element):
      let function = random.pick([AggregateFunction.count, .countDistinct, .first, .set])
      let type: ValueType =
        switch function {
        case .first: element.optional
        case .set: ValueType(.list(element))
        default: .int
        }
      return PlanExpression(.listAggregate(function, value, second: nil), type, at: nowhere)
    case .reference(let table): return followed(value, table)
    default: return value
    }
  }

  private mutating func computed(_ value: PlanExpression, _ schema: Schema) -> PlanExpression {
    let isOfOneUnit = value.type.base == .money("GBP") || value.type.base == .quantity("people")
    switch random.below(4) {
    case 0: return PlanExpression(.negate(value), value.type, at: nowhere)
    case 1 where isOfOneUnit:
      return arithmetic(
        random.pick([.add, .subtract]), value, like(value, schema).orSelf(value), value.type.optional)
    case 2 where isOfOneUnit && !Self.isProduct(value):
      let other = like(value, schema).orSelf(value)
      return arithmetic(.divide, value, other, ValueType(.quantity(""), optional: true))
    default:
      if Self.isProduct(value) || value.type.base == .duration { return value }
      let factor = literal(random.oneIn(2) ? .int : .float)
      return arithmetic(random.pick([.multiply, .divide]), value, factor, value.type.optional)
    }
  }

  private mutating func part(of value: PlanExpression, _ schema: Schema) -> PlanExpression {
    let wanted = column(schema) { $0.base.isMeasure || $0.base == .date || $0.base == .period || $0.base == .source }
    guard let wanted else { return value }
    let parts: [(Part, ValueType)] =
      switch wanted.type.base {
      case .date, .period: [(.low, .date), (.high, .date), (.grain, .text), (.text, .text), (.partial, .text)]
      case .source: [(.file, .text), (.line, .int), (.start, .int), (.end, .int)]
      default:
        [
          (.number, .float), (.low, .float), (.high, .float), (.unit, .text), (.hedge, .text), (.text, .text),
          (.worded, .text),
        ]
      }
    let (part, type) = random.pick(parts)
    return PlanExpression(.part(wanted, part), type.optional, at: nowhere)
  }

  /// What is made of several values or rows: lists, ranges, windows, other tables.
  private mutating func gathered(_ value: PlanExpression, _ schema: Schema) -> PlanExpression {
    switch random.below(10) {
    case 0 where value.type.base.hasOrder && !value.type.base.isMeasure:
      return PlanExpression(.list([value, like(value, schema)]), ValueType(.list(value.type.optional)), at: nowhere)
    case 1:
      if let low = column(schema, { $0.base == .money("GBP") || $0.base == .quantity("people") || $0.base == .date }) {
        let type = low.type.base == .date ? ValueType(.period, optional: true) : low.type.optional
        return PlanExpression(.range(low, like(low, schema).orSelf(low)), type, at: nowhere)
      }
    case 2:
      if let text = column(schema, { $0.base == .text }) {
        let pattern = random.pick(["[a-d]+", "^Do", "o(a|v)", "s$"])
        return PlanExpression(
          .matches(text, pattern: pattern, ignoresCase: random.oneIn(3)), .bool.optional, at: nowhere)
      }
    case 3: return related(schema) ?? ofWholeTable()
    case 4: return ofWholeTable()
    case 5, 6:
      if let whole = column(schema, { $0.base == .int }) {
        return PlanExpression(.widen(whole), .float.optional, at: nowhere)
      }
    default: break
    }
    return rounded(window(schema))
  }

  /// An aggregate over the rows of `a`, or of a view of them, that lead to a row of `b`.
  private mutating func related(_ schema: Schema) -> PlanExpression? {
    guard let reference = column(schema, { $0.base == .reference("b") }) else { return nil }
    let rows = random.oneIn(2) ? scan("a") : view(of: scan("a"))
    guard let index = rows.schema.fields.firstIndex(where: { $0.type.base == .reference("b") }) else { return nil }
    let aggregate = aggregate(rows.schema)
    return rounded(
      PlanExpression(
        .related(RelatedAggregate(of: "a", rows: rows, column: index, reference: reference, aggregate: aggregate)),
        aggregate.type.optional, at: nowhere))
  }

  /// Some rows of a table, or all in another order, as a `let` would have them.
  private mutating func view(of table: Plan) -> Plan {
    var rows = table
    if random.oneIn(2), let column = column(table.schema, { $0.isOptional }) {
      rows = node(.filter(rows, PlanExpression(.test(column, .known), .bool, at: nowhere)), table.schema)
    }
    if random.oneIn(2), let order = sortOrder(table.schema) { rows = node(.sort(rows, [order]), table.schema) }
    if random.oneIn(3) { rows = node(.slice(rows, skip: random.below(3), take: nil), table.schema) }
    return node(.view(name: "v", id: place().lower, rows), table.schema)
  }

  /// One value of another plan.
  private mutating func ofWholeTable() -> PlanExpression {
    let table = scan("b")
    let aggregate = aggregate(table.schema)
    let plan = table.aggregate(by: [], [aggregate])
    return rounded(PlanExpression(.scalar(plan), aggregate.type.optional, at: nowhere))
  }

  private mutating func followed(_ reference: PlanExpression, _ table: String) -> PlanExpression {
    let fields = schemas[table]?.fields ?? []
    let index = random.below(fields.count)
    return PlanExpression(.follow(reference, table: table, column: index), fields[index].type.optional, at: nowhere)
  }

  private static func isProduct(_ value: PlanExpression) -> Bool {
    if case .arithmetic = value.kind { true } else { false }
  }
}

extension PlanExpression {
  /// `int / int` is a float.
  fileprivate var typedByOperator: PlanExpression {
    var copy = self
    if case .arithmetic(.divide, _, _) = kind { copy.type = .float.optional }
    return copy
  }

  /// The other operand if it is of this unit too, else this one.
  fileprivate func orSelf(_ value: PlanExpression) -> PlanExpression {
    if type.base == value.type.base, case .column = kind { return self }
    if case .constant(.measure) = kind, type.base == value.type.base { return self }
    return value
  }
}
