import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  /// The group key that an expression of a `summarize` item stands for, if it is one.
  mutating func groupKey(for expression: Expression, in scope: Scope, _ collector: AggregateCollector)
    -> PlanExpression?
  {
    guard !collector.isInside, !collector.keys.isEmpty else { return nil }
    switch expression.kind {
    case .name, .member, .call: break
    default: return nil
    }
    if case .name(let name) = expression.kind, let index = collector.keyNames.firstIndex(of: name.text) {
      return PlanExpression(.column(index), collector.keys[index].type, at: expression.span)
    }
    // A copy checks it, so that its messages, if any, are not heard twice.
    var silent = self
    let errors = silent.diagnostics.count
    let row = silent.check(expression, in: scope)
    guard silent.diagnostics.count == errors else { return nil }
    let key = ExpressionKey.key(row)
    guard let index = collector.keys.firstIndex(where: { ExpressionKey.key($0) == key }) else { return nil }
    return PlanExpression(.column(index), collector.keys[index].type, at: expression.span)
  }

  mutating func check(_ call: Call, at span: ByteSpan, in scope: Scope, _ collector: AggregateCollector?)
    -> PlanExpression
  {
    if let receiver = call.receiver {
      switch tableReceiver(receiver, in: scope) {
      case .related(let table, let column, let reference):
        return related(call, table: table, column: column, reference: reference, at: span)
      case .plan(let plan): return aggregated(call, over: plan, at: span)
      case .failed: return Self.invalid(at: span)
      case .value: break
      }
    }
    let entries = FunctionCatalog.entries(named: call.name.text)
    if entries.isEmpty, let definition = catalog.functions[call.name.text], defining?.text != call.name.text {
      let given = (call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)
      for argument in call.arguments { if let label = argument.label { report(.labelledArgument(label)) } }
      let arguments = given.map { check($0, in: scope, collecting: collector) }
      if arguments.contains(where: { $0.type.base == .invalid }) { return Self.invalid(at: span) }
      return self.call(definition, call, arguments, at: span)
    }
    guard !entries.isEmpty else {
      if let defining, defining.text == call.name.text { return fail(.recursiveFunction(call.name)) }
      return fail(
        Self.laterFunctions.contains(call.name.text)
          ? .notYet("the function `\(call.name.text)`", at: call.name.span)
          : .unknownFunction(call.name, catalog: catalog))
    }
    // A window is known by its name, or by a clause that only a window has.
    let isSummarizing = collector.map { !$0.isInside } ?? false
    if let entry = entries.first(where: { if case .window = $0.implementation { true } else { false } }) {
      return window(call, entry, in: scope, collector, at: span)
    }
    if !call.per.isEmpty || call.rows != nil || (!call.sort.isEmpty && !isSummarizing) {
      return window(call, entries.first(where: \.isAggregate) ?? entries[0], in: scope, collector, at: span)
    }

    if let aggregateEntry = entries.first(where: \.isAggregate), call.receiver == nil, let collector,
      !collector.isInside
    {
      // In `summarize`, a name that is both (first, last, …) is the aggregate, unless its argument is a list.
      guard
        let aggregate = aggregate(
          call, aggregateEntry, in: scope, heldConstant: Set(collector.keys.map(ExpressionKey.key)), at: span)
      else {
        return Self.invalid(at: span)
      }
      return collector.add(aggregate)
    }
    var arguments: [PlanExpression] = []
    if let receiver = call.receiver { arguments.append(check(receiver, in: scope, collecting: collector)) }
    for argument in call.arguments {
      if let label = argument.label { report(.labelledArgument(label)) }
      if case .regex(let regex) = argument.value.kind {
        let takesPattern = entries.contains {
          arguments.count < $0.parameters.count && $0.parameters[arguments.count].pattern == .pattern
        }
        guard takesPattern else { return fail(.regexOutsidePlace(at: regex.span)) }
        arguments.append(
          PlanExpression(.constant(.text((regex.ignoresCase ? "(?i)" : "") + regex.pattern)), .text, at: regex.span))
      } else {
        arguments.append(check(argument.value, in: scope, collecting: collector))
      }
    }
    if arguments.contains(where: { $0.type.base == .invalid }) { return Self.invalid(at: span) }
    if let first = arguments.first, case .list(let element) = first.type.base, arguments.count == 1, call.filter == nil,
      let entry = entries.first(where: \.isAggregate), case .aggregate(let function) = entry.implementation,
      !entries.contains(where: \.isScalar)
    {
      return listAggregate(function, entry, first, element: element, at: span)
    }
    guard let entry = entries.first(where: \.isScalar), case .scalar(let function) = entry.implementation
    else {
      return fail(.aggregateInRow(call.name, at: span))
    }
    if let filter = call.filter { return fail(.filterInScalarCall(call.name, at: filter.span)) }
    if !call.sort.isEmpty { return fail(.clausesInScalarCall(call.name, at: span)) }
    return scalarCall(function, entry, call.name, arguments, at: span)
  }

  /// Functions that the language has and this version does not.
  private static let laterFunctions: Set<String> = [
    "quantile", "mode", "corr", "similarity",
  ]

  // MARK: Scalar functions

  private mutating func scalarCall(
    _ function: ScalarFunction, _ entry: FunctionEntry, _ name: Name, _ given: [PlanExpression], at span: ByteSpan
  ) -> PlanExpression {
    var arguments = given
    var required = entry.parameters.count { !$0.isOptional }
    // `convert(x, "km")` leaves out the rate in the middle.
    if function == .convert, arguments.count == 2 {
      arguments.insert(PlanExpression(.constant(.float(1)), .float, at: span), at: 1)
    }
    if function == .convert { required = 3 }
    guard arguments.count >= required, arguments.count <= entry.parameters.count else {
      return fail(.wrongArgumentCount(entry, found: given.count, at: span))
    }
    for index in arguments.indices {
      let parameter = entry.parameters[index]
      if parameter.pattern == .date || parameter.pattern == .moment {
        arguments[index] = adapt(arguments[index], to: .date)
      }
      guard Self.matches(arguments[index], parameter.pattern) else {
        return fail(.wrongArgument(entry, index, arguments[index]))
      }
      if parameter.pattern == .pattern, case .constant(.text(let pattern)) = arguments[index].kind,
        let mistake = Self.mistake(in: pattern, at: arguments[index].span)
      {
        return fail(mistake)
      }
    }
    let optional = arguments.contains { $0.type.isOptional } || entry.mayBeMissing
    func result(_ type: DataType, optional isOptional: Bool? = nil) -> PlanExpression {
      PlanExpression(.call(function, arguments), ValueType(type, optional: isOptional ?? optional), at: span)
    }
    switch function {
    case .same:
      guard common(arguments[0].type, arguments[1].type) != nil else {
        return fail(.typesDiffer("`same`", name.span, arguments[0], arguments[1]))
      }
      return result(.bool, optional: false)
    case .possibly, .certainly: return result(.bool, optional: false)
    case .above, .atLeast, .below, .upTo, .about:
      switch arguments[0].type.base {
      case .int, .float: return result(.quantity(""))
      default: return result(arguments[0].type.base)
      }
    case .asUnit:
      guard case .constant(.text(let unit)) = arguments[1].kind else {
        return fail(.wrongArgument(entry, 1, arguments[1]))
      }
      if case .money = arguments[0].type.base { return fail(.wrongArgument(entry, 0, arguments[0])) }
      return result(.quantity(Unit.canonical(unit)))
    case .convert:
      guard case .constant(.text(let unit)) = arguments[2].kind else {
        return fail(.wrongArgument(entry, 2, arguments[2]))
      }
      switch arguments[0].type.base {
      case .money:
        if given.count == 2 { return fail(.convertNeedsRate(unit, at: span)) }
        guard Currency.codes.contains(unit) else { return fail(.unknownCurrency(unit, at: arguments[2].span)) }
        return result(.money(unit), optional: true)
      case .quantity(let known):
        if let known, !Unit.areComparable(known, unit) {
          return fail(.unitsDiffer(name.span, arguments[0], known, arguments[2], unit))
        }
        return result(.quantity(Unit.canonical(unit)), optional: true)
      default: return fail(.wrongArgument(entry, 0, arguments[0]))
      }
    default: break
    }
    switch entry.result {
    case .type(let type): return result(type)
    case .argument(let index): return result(arguments[index].type.base)
    case .mean(let index): return result(arguments[index].type.base == .int ? .float : arguments[index].type.base)
    case .listOf(let index): return result(.list(arguments[index].type))
    case .elementOf(let index):
      guard case .list(let element) = arguments[index].type.base else { return Self.invalid(at: span) }
      return result(element.base)
    case .special: return result(.invalid)
    }
  }

  static func matches(_ argument: PlanExpression, _ pattern: FunctionEntry.Pattern) -> Bool {
    let type = argument.type.base
    if type == .invalid { return true }
    switch pattern {
    case .any: return true
    case .bool: return type == .bool
    case .int: return type == .int
    case .number: return type == .int || type == .float
    case .text: return type.isTextual
    case .textOrList: if case .list = type { return true } else { return type.isTextual }
    case .list: if case .list = type { return true } else { return false }
    case .date: return type == .date
    case .period: return type == .period
    case .moment: return type == .date || type == .period
    case .duration: return type == .duration
    case .money: if case .money = type { return true } else { return false }
    case .measure: return type.isMeasure
    case .numeric: return type.isMeasure || type == .int || type == .float
    case .ordered:
      switch type {
      case .list, .reference, .source, .none: return false
      default: return true
      }
    case .word, .pattern: if case .constant(.text) = argument.kind { return true } else { return false }
    case .number0:
      if case .constant(.int(let value)) = argument.kind { return value >= 0 && value <= 18 } else { return false }
    }
  }
}
