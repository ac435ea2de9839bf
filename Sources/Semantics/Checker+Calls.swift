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
    let errors = silent.mistakes
    let row = silent.check(expression, in: scope)
    guard silent.mistakes == errors else { return nil }
    let key = ExpressionKey.key(row)
    guard let index = collector.keys.firstIndex(where: { ExpressionKey.key($0) == key }) else { return nil }
    return PlanExpression(.column(index), collector.keys[index].type, at: expression.span)
  }

  mutating func check(_ call: Call, at span: ByteSpan, in scope: Scope, _ collector: AggregateCollector?)
    -> PlanExpression
  {
    if let receiver = call.receiver {
      switch tableReceiver(receiver, of: call, at: span, in: scope) {
      case .related(let table, let column, let reference):
        // A value in every row, as a column has.
        if let collector, !collector.isInside {
          return fail(.notAggregated(Self.invalid(at: span), name: source.string(span)))
        }
        return related(call, table: table, column: column, reference: reference, at: span)
      case .plan(let plan): return aggregated(call, over: plan, at: span)
      case .failed: return Self.invalid(at: span)
      case .value: break
      }
    }
    if let mistake = tableArgument(call, at: span, in: scope) { return fail(mistake) }
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
      return fail(definedBelow(call.name, as: call.name.text + "(") ?? unknownFunction(call, at: span))
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
    /// Which arguments are regular expressions; texts look the same in a plan.
    var patterns: Set<Int> = []
    if let receiver = call.receiver { arguments.append(check(receiver, in: scope, collecting: collector)) }
    for argument in call.arguments {
      if let label = argument.label { report(.labelledArgument(label)) }
      if case .regex(let regex) = argument.value.kind {
        guard entries.contains(where: { $0.parameter(at: arguments.count)?.pattern == .pattern }) else {
          return fail(.regexOutsidePlace(at: regex.span))
        }
        patterns.insert(arguments.count)
        arguments.append(
          PlanExpression(.constant(.text((regex.ignoresCase ? "(?i)" : "") + regex.pattern)), .text, at: regex.span))
      } else {
        arguments.append(check(argument.value, in: scope, collecting: collector))
      }
    }
    if arguments.contains(where: { $0.type.base == .invalid }) { return Self.invalid(at: span) }
    let scalars = entries.filter(\.isScalar)
    if let first = arguments.first, case .list(let element) = first.type.base, call.filter == nil, scalars.isEmpty,
      let entry = entries.first(where: \.isAggregate), case .aggregate(let function) = entry.implementation
    {
      return listAggregate(function, entry, arguments, element: element, at: span)
    }
    guard !scalars.isEmpty else {
      return fail(.aggregateInRow(call, written: source.string(span), of: scope.rows?.wholeTable, at: span))
    }
    if let filter = call.filter { return fail(.filterInScalarCall(call.name, at: filter.span)) }
    if !call.sort.isEmpty { return fail(.clausesInScalarCall(call.name, at: span)) }
    return scalarCall(scalars, call.name, arguments, patterns: patterns, at: span)
  }
}
