import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// `pivot sum(amount) for kind in ["grant", "loan"] by issuer`: a column for each value.
extension Checker {
  mutating func pivot(
    _ item: Item, for path: [Name], in values: [Expression]?, by keys: [Item], at step: Step, _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    let errors = mistakes
    if let name = item.name { report(.pivotNamed(name, upTo: item.value.span)) }
    guard let expression = Self.expression(path) else { return }
    let column = check(expression, in: scope)
    guard case .call(let call) = item.value.kind, call.receiver == nil,
      let entry = FunctionCatalog.entries(named: call.name.text).first(where: \.isAggregate)
    else {
      report(.pivotNeedsAggregate(item.value.span))
      return
    }
    if let values {
      listed(call, at: item.value.span, expression, column, values, by: keys, errors, in: step, &plan, &scope)
      return
    }
    let groups = named(keys, in: scope)
    guard groups.count == keys.count, reportRepeats(groups.map { ($0.name, $0.span) }),
      column.type.base != .invalid, !groups.contains(where: { $0.value.type.base == .invalid })
    else { return }
    let held = Set((groups.map(\.value) + [column]).map(ExpressionKey.key))
    guard let aggregate = aggregate(call, entry, in: scope, heldConstant: held, at: item.value.span) else { return }
    let schema = Schema(
      groups.enumerated().map { place, group in
        Field(group.name, group.value.type, unique: groups.count == 1, part: KeyPart(place, of: groups.count))
      })
    plan = Plan(.pivot(plan, keys: groups.map(\.value), aggregate, for: column), schema: schema, at: step.span)
    scope = Scope(schema: schema)
  }

  /// With the values listed the columns are known: the step is a `summarize` with a filter for each value.
  private mutating func listed(
    _ call: Call, at span: ByteSpan, _ expression: Expression, _ column: PlanExpression, _ values: [Expression],
    by keys: [Item], _ errorsBefore: Int, in step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    var items: [Item] = []
    if values.isEmpty { report(.pivotValue(step.span, isEmpty: true)) }
    for value in values where column.type.base != .invalid {
      let constant = check(value, in: .empty)
      guard let name = Self.columnName(constant) else {
        if constant.type.base != .invalid { report(.pivotValue(value.span, isEmpty: false)) }
        continue
      }
      let test = Self.test(expression, column.type.base, constant, value)
      _ = condition(test, role: "`pivot`", in: scope)
      var filtered = call
      filtered.filter = call.filter.map { Expression(.binary(.and, $0.span, test, $0), at: $0.span) } ?? test
      items.append(Item(name: Name(name, at: value.span), value: Expression(.call(filtered), at: span)))
    }
    if mistakes == errorsBefore, let first = items.first {
      // What is wrong with the aggregate or the keys is wrong for every value, and is said once.
      var (once, onePlan, oneScope) = (self, plan, scope)
      once.summarize([first], by: keys, at: step.span, &onePlan, &oneScope)
      if once.mistakes > errorsBefore {
        self = once
      } else {
        summarize(items, by: keys, at: step.span, &plan, &scope)
      }
    }
    guard mistakes > errorsBefore else { return }
    // The names stay known, so that later steps are checked against them.
    let names = keys.compactMap { $0.name?.text ?? resultName(of: $0.value) } + items.compactMap { $0.name?.text }
    scope = Scope(columns: names.map { Scope.Column(field: Field($0, .invalid)) })
    plan = Plan(.unit, schema: scope.schema, at: step.span)
  }

  /// The condition that a row belongs to a value's column: the same value, as groups have it.
  private static func test(_ column: Expression, _ type: DataType, _ constant: PlanExpression, _ value: Expression)
    -> Expression
  {
    if constant.type.base == .none { return Expression(.test(column, .none, value.span), at: value.span) }
    switch type {
    case .date, .period, .money, .quantity, .duration:
      let arguments = [column, value].map { Call.Argument(label: nil, value: $0) }
      let call = Call(receiver: nil, name: Name("same", at: value.span), arguments: arguments)
      return Expression(.call(call), at: value.span)
    default: return Expression(.binary(.equal, value.span, column, value), at: value.span)
    }
  }

  /// What the column of a value is called; nil if it is no literal.
  private static func columnName(_ value: PlanExpression) -> String? {
    guard case .constant(let constant) = value.kind, value.type.base != .invalid else { return nil }
    return switch constant {
    case .none: "none"
    case .bool(let truth): truth ? "true" : "false"
    case .int(let number): String(number)
    case .float(let number): "\(number)"
    case .text(let text): text
    case .measure(let measure, let kind): measure.description(as: kind)
    case .moment(let moment): moment.description
    }
  }

  /// Whether a plan's columns are known before it runs; says that nothing may go on from it if not.
  mutating func hasKnownColumns(_ plan: Plan, for what: String, at span: ByteSpan) -> Bool {
    if plan.hasFoundColumns { report(.pivotNotLast(before: what, at: span)) }
    return !plan.hasFoundColumns
  }
}

extension Plan {
  /// Whether the data decides which columns it has.
  var hasFoundColumns: Bool {
    switch node {
    case .pivot: true
    case .output(let input, _), .cite(let input), .view(_, _, let input, _): input.hasFoundColumns
    default: false
    }
  }
}
