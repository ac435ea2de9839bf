import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import IbidTypes

/// Random plans over two random tables: `a` with a column of each type, `b` with some to join by.
struct RandomPlan {
  var random: Random
  var snapshot = Snapshot()
  private var schemas: [String: Schema] = [:]
  private var places = 0

  private static let types: [String: [ValueType]] = [
    "a": [
      .int, .int.optional, .float.optional, .bool.optional, .text.optional, .text, .date.optional, .date,
      .period.optional,
      ValueType(.money(nil), optional: true), ValueType(.money("GBP")), ValueType(.quantity(nil), optional: true),
      ValueType(.quantity("percent"), optional: true), ValueType(.quantity("people")),
      ValueType(.list(.text), optional: true),
    ],
    "b": [
      .int.optional, .text, .date.optional, .period, ValueType(.money(nil), optional: true), ValueType(.quantity(nil)),
      .bool.optional,
    ],
  ]

  init(seed: UInt64) {
    random = Random(seed: seed)
    for name in ["a", "b"] {
      let isLarge = random.oneIn(name == "a" ? 25 : 100)
      let rows = isLarge ? 200 : random.pick([0, 1, 2, 3, 5, 8, 12])
      let types = Self.types[name] ?? []
      let schema = Schema(types.enumerated().map { Field("\(name)\($0.offset)", $0.element) })
      let columns = types.map { type in
        Column((0..<rows).map { _ in random.value(type) }, type: type.base, junk: &random)
      }
      let originals: [Int32]? = random.oneIn(3) ? (0..<Int32(rows)).filter { _ in !random.oneIn(4) } : nil
      snapshot.define(Table(name: name, schema: schema, columns: columns, rowCount: rows), originals: originals)
      schemas[name] = schema
    }
  }

  mutating func plan() -> Plan {
    var plan = scan("a")
    var hasJoined = false
    for _ in 0..<(1 + random.below(5)) {
      switch random.below(10) {
      case 0, 1, 2: plan = plan.filter(marked(condition(plan.schema, depth: 3)))
      case 3:
        let orders = (0..<(1 + random.below(2))).compactMap { _ in sortOrder(plan.schema) }
        if !orders.isEmpty { plan = Plan(.sort(plan, orders), schema: plan.schema, at: nowhere) }
      case 4:
        plan = Plan(
          .slice(plan, skip: random.below(4), take: random.oneIn(3) ? nil : random.below(8)), schema: plan.schema,
          at: nowhere)
      case 5: plan = plan.project((0..<(1 + random.below(6))).map { _ in expression(plan.schema, depth: 2) })
      case 6: plan = Plan(.distinct(plan, random.oneIn(4) ? [] : keys(plan.schema)), schema: plan.schema, at: nowhere)
      case 7:
        plan = plan.aggregate(
          by: random.oneIn(4) ? [] : keys(plan.schema), (0..<(1 + random.below(3))).map { _ in aggregate(plan.schema) })
      default:
        if !hasJoined, let joined = join(plan) { plan = joined }
        hasJoined = true
      }
    }
    return plan
  }

  private mutating func scan(_ name: String) -> Plan {
    .scan(name, schemas[name] ?? Schema([]), copies: random.oneIn(2))
  }

  // MARK: Steps

  /// A place of its own, so that notes can be told apart.
  private mutating func place() -> ByteSpan {
    places += 1
    return ByteSpan(places, places)
  }

  private mutating func marked(_ condition: PlanExpression) -> PlanExpression {
    var copy = condition
    copy.span = place()
    return copy
  }

  private mutating func sortOrder(_ schema: Schema) -> SortOrder? {
    column(schema) { type in
      switch type.base {
      case .list, .reference: false
      default: true
      }
    }.map { SortOrder($0, isDescending: random.oneIn(2)) }
  }

  private mutating func keys(_ schema: Schema) -> [PlanExpression] {
    (0..<(1 + random.below(2))).map { _ in
      random.oneIn(3) ? expression(schema, depth: 1) : column(schema) { _ in true } ?? constant(.int(1), .int)
    }
  }

  private mutating func join(_ left: Plan) -> Plan? {
    var right = scan("b")
    if random.oneIn(3) { right = right.filter(marked(condition(right.schema, depth: 1))) }
    var joinKeys: [JoinKey] = []
    for _ in 0..<(1 + random.below(2)) {
      let theirs = right.schema.fields.indices.dropLast().randomElement(using: &random)!
      let type = right.schema.fields[theirs].type
      guard let ours = column(left.schema, { Self.areComparable($0.base, type.base) }) else { continue }
      joinKeys.append(JoinKey(left: ours, right: EngineTests.column(theirs, type)))
    }
    if joinKeys.isEmpty { return nil }
    let schema = Schema(left.schema.fields + right.schema.fields.map { Field($0.name, $0.type.optional) })
    let residual = random.oneIn(3) ? condition(schema, depth: 1) : nil
    return Plan(
      .join(random.oneIn(2) ? .inner : .left, left, right, keys: joinKeys, condition: residual), schema: schema,
      at: nowhere)
  }

  private mutating func aggregate(_ schema: Schema) -> Aggregate {
    let filter = random.oneIn(4) ? condition(schema, depth: 1) : nil
    while true {
      let function = random.pick(AggregateFunction.allCases)
      let argument = column(schema) { Self.takes(function, $0.base) }
      if function != .count, argument == nil { continue }
      var second: PlanExpression?
      if function == .minBy || function == .maxBy {
        guard let order = sortOrder(schema) else { continue }
        second = order.value
      }
      return Aggregate(
        function: function, argument: function == .count && random.oneIn(2) ? nil : argument, second: second,
        filter: filter,
        type: Self.result(function, argument?.type.base ?? .int), span: place())
    }
  }

  private static func takes(_ function: AggregateFunction, _ type: DataType) -> Bool {
    let isNumber = type == .int || type == .float
    let isMeasure: Bool
    switch type {
    case .money, .quantity, .duration: isMeasure = true
    default: isMeasure = false
    }
    switch function {
    case .sum, .avg, .median: return isNumber || isMeasure
    case .stddev, .variance: return isNumber
    case .min, .max:
      switch type {
      case .list, .reference: return false
      default: return true
      }
    case .any, .all: return type == .bool
    default: return true
    }
  }

  private static func result(_ function: AggregateFunction, _ argument: DataType) -> ValueType {
    switch function {
    case .count, .countDistinct: return .int
    case .list, .set: return ValueType(.list(ValueType(argument)))
    case .any, .all: return .bool.optional
    case .stddev, .variance: return .float.optional
    case .avg, .median: return ValueType(argument == .int ? .float : argument, optional: true)
    default: return ValueType(argument, optional: true)
    }
  }

  // MARK: Expressions

  private mutating func column(_ schema: Schema, _ isWanted: (ValueType) -> Bool) -> PlanExpression? {
    let choices = schema.fields.indices.filter { isWanted(schema.fields[$0].type) }
    return choices.randomElement(using: &random).map { EngineTests.column($0, schema.fields[$0].type) }
  }

  /// A column of a comparable type, or a constant.
  private mutating func like(_ other: PlanExpression, _ schema: Schema) -> PlanExpression {
    if random.oneIn(2), let found = column(schema, { Self.areComparable($0.base, other.type.base) }) { return found }
    return literal(other.type)
  }

  private mutating func literal(_ type: ValueType) -> PlanExpression {
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
    case (.list, _), (_, .list): false
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
      default: return call(random.oneIn(2) ? .possibly : .certainly, [condition(schema, depth: depth - 1)], .bool)
      }
    }
    switch random.below(9) {
    case 0:
      if let found = column(schema, { $0.base == .bool }) { return found }
    case 1:
      if let value = column(schema, { _ in true }) {
        let isMeasure = if case .measure = random.value(value.type.required) { true } else { false }
        let tests: [ValueTest] = value.type.base == .date ? [.exact, .resolved] : isMeasure ? [.exact] : []
        return PlanExpression(.test(value, random.pick(tests + [.none, .known])), .bool, at: nowhere)
      }
    case 2:
      if let value = column(schema, { if case .list = $0.base { false } else { true } }),
        case let type = value.type.base
      {
        switch type {
        case .reference: break
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
      if let list = column(schema, { $0.base == .list(.text) }) { return isIn(literal(.text), list) }
    case 4:
      if let value = column(schema, { if case .list = $0.base { false } else { true } }), value.type.base != .bool,
        let other = column(schema, { $0.base == value.type.base })
      {
        return call(.same, [value, other], .bool)
      }
    case 5:
      if let date = column(schema, { $0.base == .date }) {
        let op = random.pick([Comparison.less, .lessOrEqual, .greater, .greaterOrEqual])
        return random.oneIn(2) ? compare(op, date, literal(.period)) : compare(op, literal(.period), date)
      }
    default: break
    }
    guard
      let value = column(
        schema,
        { type in
          switch type.base {
          case .list, .reference: false
          default: true
          }
        })
    else { return constant(.bool(random.oneIn(2)), .bool) }
    let ops = value.type.base == .bool ? [Comparison.equal, .notEqual] : Comparison.allCases
    let (left, right) = (random.oneIn(12) ? literal(value.type) : value, like(value, schema))
    return random.oneIn(2) ? compare(random.pick(ops), left, right) : compare(random.pick(ops), right, left)
  }

  /// A computed column of any type.
  mutating func expression(_ schema: Schema, depth: Int) -> PlanExpression {
    guard depth > 0, let value = column(schema, { _ in true }) else {
      return column(schema, { _ in true }) ?? constant(.int(1), .int)
    }
    switch random.below(8) {
    case 0: return condition(schema, depth: 2)
    case 1:
      let type = value.type
      let other = column(schema) { $0.base == type.base } ?? value
      return PlanExpression(.coalesce(value, other), ValueType(type.base, optional: true), at: nowhere)
    case 2:
      let type = value.type
      let other = column(schema) { $0.base == type.base } ?? value
      return PlanExpression(
        .conditional(condition(schema, depth: 1), value, other), ValueType(type.base, optional: true), at: nowhere)
    case 3, 4:
      switch value.type.base {
      case .int where !Self.isProduct(value):
        return arithmetic(random.pick([.add, .subtract, .multiply, .divide]), value, literal(.int), .int.optional)
          .typedByOperator
      case .float:
        return arithmetic(
          random.pick([.add, .subtract, .multiply, .divide]), value, like(value, schema), .float.optional)
      case .money("GBP"), .quantity("people"):
        return arithmetic(
          random.pick([.add, .subtract]), value, like(value, schema).orSelf(value), value.type.optional)
      case .money, .quantity: return PlanExpression(.negate(value), value.type, at: nowhere)
      case .date: return PlanExpression(.part(value, .grain), .text.optional, at: nowhere)
      case .list:
        return PlanExpression(
          .listAggregate(random.pick([.count, .countDistinct, .first, .set]), value), .int, at: nowhere
        ).typedByList(value)
      case .reference(let table): return followed(value, table)
      default: return value
      }
    case 5:
      if let measure = column(
        schema, { if case .money = $0.base { true } else if case .quantity = $0.base { true } else { false } })
      {
        let part = random.pick([Part.number, .low, .high, .unit, .hedge])
        return PlanExpression(
          .part(measure, part), part == .unit || part == .hedge ? .text.optional : .float.optional, at: nowhere)
      }
    default: break
    }
    return value
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

  fileprivate func typedByList(_ list: PlanExpression) -> PlanExpression {
    guard case .listAggregate(let function, _) = kind, case .list(let element) = list.type.base else { return self }
    var copy = self
    switch function {
    case .first: copy.type = element.optional
    case .set: copy.type = ValueType(.list(element))
    default: copy.type = .int
    }
    return copy
  }
}
