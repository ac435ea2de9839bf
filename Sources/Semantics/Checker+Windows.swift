import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Windows: `lag(value per measure sort published)`, `sum(amount per issuer)`. They stand in steps that have one row at a
// time; in `summarize` the groups are what `per` would make.

extension Checker {
  /// The window that a call stands for; reports and gives an invalid expression if it is wrong.
  mutating func window(
    _ call: Call, _ entry: FunctionEntry, in scope: Scope, _ collector: AggregateCollector?, at span: ByteSpan
  ) -> PlanExpression {
    if let receiver = call.receiver { return fail(.windowOfReceiver(call.name, at: receiver.span)) }
    if let collector, !collector.isInside { return fail(.windowInSummarize(call.name, at: span)) }
    if scope.columns.isEmpty { return fail(.windowWithoutRows(call.name, at: span)) }
    let per = call.per.map { check($0, in: scope) }
    let sort = call.sort.compactMap { order($0, in: scope) }
    guard sort.count == call.sort.count, !per.contains(where: { $0.type.base == .invalid }) else {
      return Self.invalid(at: span)
    }
    if let rows = call.rows, rows.value < 1 { return fail(.emptyFrame(at: rows.span)) }
    let held = Set(per.map(ExpressionKey.key))
    switch entry.implementation {
    case .aggregate(let function):
      var plain = call
      (plain.per, plain.sort, plain.rows) = ([], [], nil)
      guard let aggregate = aggregate(plain, entry, in: scope, heldConstant: held, isWindow: true, at: span) else {
        return Self.invalid(at: span)
      }
      return expression(
        Window(
          function: .aggregate(function), argument: aggregate.argument, second: aggregate.second,
          filter: aggregate.filter, per: per, sort: sort, rows: call.rows?.value, type: aggregate.type, span: span))
    case .window(let function):
      return ownWindow(function, call, entry, in: scope, per: per, sort: sort, heldConstant: held, at: span)
    case .scalar: return fail(.clausesInScalarCall(call.name, at: span))
    }
  }

  /// `rank`, `lag` and the others that are nothing but windows.
  private mutating func ownWindow(
    _ function: Window.Function, _ call: Call, _ entry: FunctionEntry, in scope: Scope, per: [PlanExpression],
    sort: [SortOrder], heldConstant: Set<String>, at span: ByteSpan
  ) -> PlanExpression {
    if let filter = call.filter { return fail(.filterInScalarCall(call.name, at: filter.span)) }
    if let rows = call.rows { return fail(.frameWithoutAggregate(call.name, at: rows.span)) }
    if function.needsSort, sort.isEmpty {
      let value = call.arguments.count == 1 && call.per.isEmpty ? source.string(call.arguments[0].value.span) : nil
      return fail(.windowNeedsSort(call.name, by: value, at: span))
    }
    for argument in call.arguments { if let label = argument.label { report(.labelledArgument(label)) } }
    let arguments = call.arguments.map { check($0.value, in: scope) }
    if arguments.contains(where: { $0.type.base == .invalid }) { return Self.invalid(at: span) }
    guard entry.takes(arguments.count) else {
      return fail(.wrongArgumentCount([entry], found: arguments.count, at: span))
    }
    for (index, argument) in arguments.enumerated() where !Self.matches(argument, entry.parameters[index].pattern) {
      return fail(.wrongArgument([entry], index, argument))
    }
    // A rank compares; a layout may mix currencies, a claim may not.
    if function.needsSort {
      for order in sort {
        if let problem = mixedUnits(
          .max, order.value, heldConstant: heldConstant, in: .rank, called: call.name.text)
        {
          return fail(problem)
        }
      }
    }
    var offset = 1
    if arguments.count > 1, case .constant(.int(let rows)) = arguments[1].kind { offset = Int(rows) }
    let type: ValueType =
      switch function {
      case .rowNumber: .int
      case .rank, .denseRank: ValueType(.int, optional: sort.contains { Self.mayHaveNoPlace($0.value.type) })
      default: (arguments.first?.type ?? .invalid).optional
      }
    return expression(
      Window(
        function: function, argument: arguments.first, offset: offset, per: per, sort: sort, type: type, span: span))
  }

  private func expression(_ window: Window) -> PlanExpression {
    PlanExpression(.window(window), window.type, at: window.span)
  }

  /// Whether a value of the type may stand outside of every order: missing, unresolved, without ends.
  private static func mayHaveNoPlace(_ type: ValueType) -> Bool {
    switch type.base {
    case .money, .quantity, .duration, .date, .period: true
    default: type.isOptional
    }
  }
}

extension PlanExpression {
  /// Whether a value of it is made of other rows.
  var hasWindow: Bool {
    if case .window = kind { return true }
    return operands.contains(where: \.hasWindow)
  }
}
