import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// The aggregates of one `summarize`, as they are met in its expressions.
///
/// An item such as `sum(a) / count()` becomes two aggregates and an expression over their columns; the columns are the
/// group keys first, then the aggregates in this order.
final class AggregateCollector {
  let keys: [PlanExpression]
  let keyNames: [String]
  private(set) var aggregates: [Aggregate] = []
  /// True while an aggregate's own arguments are checked: there, columns are the rows'.
  var isInside = false

  init(keys: [PlanExpression], keyNames: [String]) {
    self.keys = keys
    self.keyNames = keyNames
  }

  func add(_ aggregate: Aggregate) -> PlanExpression {
    aggregates.append(aggregate)
    return PlanExpression(.column(keys.count + aggregates.count - 1), aggregate.type, at: aggregate.span)
  }
}

extension Checker {
  /// The group key that an expression of a `summarize` item stands for, if it is one.
  mutating func groupKey(for expression: Expression, in scope: Scope, _ collector: AggregateCollector) -> PlanExpression? {
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

  mutating func check(_ call: Call, at span: ByteSpan, in scope: Scope, _ collector: AggregateCollector?) -> PlanExpression {
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
    guard !entries.isEmpty else {
      return fail(Self.laterFunctions.contains(call.name.text) ? .notYet("the function `\(call.name.text)`", at: call.name.span) : .unknownFunction(call.name))
    }
    guard call.per.isEmpty, call.sort.isEmpty, call.rows == nil else { return fail(.notYet("windows (`per`, `sort` and `rows` in a call)", at: span)) }

    if let aggregateEntry = entries.first(where: \.isAggregate), call.receiver == nil, let collector, !collector.isInside {
      // In `summarize`, a name that is both (first, last, …) is the aggregate, unless its argument is a list.
      guard let aggregate = aggregate(call, aggregateEntry, in: scope, heldConstant: Set(collector.keys.map(ExpressionKey.key)), at: span) else {
        return Self.invalid(at: span)
      }
      return collector.add(aggregate)
    }
    var arguments: [PlanExpression] = []
    if let receiver = call.receiver { arguments.append(check(receiver, in: scope, collecting: collector)) }
    for argument in call.arguments {
      if let label = argument.label { report(.labelledArgument(label)) }
      if case .regex(let regex) = argument.value.kind {
        let takesPattern = entries.contains { arguments.count < $0.parameters.count && $0.parameters[arguments.count].pattern == .pattern }
        guard takesPattern else { return fail(.regexOutsidePlace(at: regex.span)) }
        arguments.append(PlanExpression(.constant(.text((regex.ignoresCase ? "(?i)" : "") + regex.pattern)), .text, at: regex.span))
      } else {
        arguments.append(check(argument.value, in: scope, collecting: collector))
      }
    }
    if arguments.contains(where: { $0.type.base == .invalid }) { return Self.invalid(at: span) }
    if let first = arguments.first, case .list(let element) = first.type.base, arguments.count == 1, call.filter == nil,
      let entry = entries.first(where: \.isAggregate), case .aggregate(let function) = entry.implementation,
      !entries.contains(where: { !$0.isAggregate })
    {
      return listAggregate(function, entry, first, element: element, at: span)
    }
    guard let entry = entries.first(where: { !$0.isAggregate }), case .scalar(let function) = entry.implementation else {
      return fail(.aggregateInRow(call.name, at: span))
    }
    if let filter = call.filter { return fail(.filterInScalarCall(call.name, at: filter.span)) }
    return scalarCall(function, entry, call.name, arguments, at: span)
  }

  /// Functions that the language has and this version does not.
  private static let laterFunctions: Set<String> = [
    "row_number", "rank", "dense_rank", "lag", "lead", "carry", "quantile", "mode", "corr", "similarity",
  ]

  // MARK: Scalar functions

  private mutating func scalarCall(
    _ function: ScalarFunction, _ entry: FunctionEntry, _ name: Name, _ given: [PlanExpression], at span: ByteSpan
  ) -> PlanExpression {
    var arguments = given
    var required = entry.parameters.count { !$0.isOptional }
    // `convert(x, "km")` leaves out the rate in the middle.
    if function == .convert, arguments.count == 2 { arguments.insert(PlanExpression(.constant(.float(1)), .float, at: span), at: 1) }
    if function == .convert { required = 3 }
    guard arguments.count >= required, arguments.count <= entry.parameters.count else {
      return fail(.wrongArgumentCount(entry, found: given.count, at: span))
    }
    for index in arguments.indices {
      let parameter = entry.parameters[index]
      if parameter.pattern == .date || parameter.pattern == .moment { arguments[index] = adapt(arguments[index], to: .date) }
      guard Self.matches(arguments[index], parameter.pattern) else { return fail(.wrongArgument(entry, index, arguments[index])) }
      if parameter.pattern == .pattern, case .constant(.text(let pattern)) = arguments[index].kind, let mistake = Self.mistake(in: pattern, at: arguments[index].span) {
        return fail(mistake)
      }
    }
    let optional = arguments.contains { $0.type.isOptional } || entry.mayBeMissing
    func result(_ type: DataType, optional isOptional: Bool? = nil) -> PlanExpression {
      PlanExpression(.call(function, arguments), ValueType(type, optional: isOptional ?? optional), at: span)
    }
    switch function {
    case .same:
      guard common(arguments[0].type, arguments[1].type) != nil else { return fail(.typesDiffer("`same`", name.span, arguments[0], arguments[1])) }
      return result(.bool, optional: false)
    case .possibly, .certainly: return result(.bool, optional: false)
    case .above, .atLeast, .below, .upTo, .about:
      switch arguments[0].type.base {
      case .int, .float: return result(.quantity(""))
      default: return result(arguments[0].type.base)
      }
    case .asUnit:
      guard case .constant(.text(let unit)) = arguments[1].kind else { return fail(.wrongArgument(entry, 1, arguments[1])) }
      if case .money = arguments[0].type.base { return fail(.wrongArgument(entry, 0, arguments[0])) }
      return result(.quantity(Unit.canonical(unit)))
    case .convert:
      guard case .constant(.text(let unit)) = arguments[2].kind else { return fail(.wrongArgument(entry, 2, arguments[2])) }
      switch arguments[0].type.base {
      case .money:
        if given.count == 2 { return fail(.convertNeedsRate(unit, at: span)) }
        guard Currency.codes.contains(unit) else { return fail(.unknownCurrency(unit, at: arguments[2].span)) }
        return result(.money(unit), optional: true)
      case .quantity(let known):
        if let known, !Unit.areComparable(known, unit) { return fail(.unitsDiffer(name.span, arguments[0], known, arguments[2], unit)) }
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
    case .number0: if case .constant(.int(let value)) = argument.kind { return value >= 0 && value <= 18 } else { return false }
    }
  }

  private mutating func listAggregate(_ function: AggregateFunction, _ entry: FunctionEntry, _ list: PlanExpression, element: ValueType, at span: ByteSpan) -> PlanExpression {
    guard entry.parameters.count(where: { !$0.isOptional }) <= 1 else { return fail(.wrongArgumentCount(entry, found: 1, at: span)) }
    let sample = PlanExpression(.constant(.none), element, at: list.span)
    if let parameter = entry.parameters.first, function != .count, !Self.matches(sample, parameter.pattern) { return fail(.wrongArgument(entry, 0, list)) }
    if function.needsOneUnit, let problem = mixedUnits(function, sample, heldConstant: []) { return fail(problem) }
    return PlanExpression(.listAggregate(function, list), aggregateType(function, entry, element), at: span)
  }

  // MARK: Aggregates

  func aggregateType(_ function: AggregateFunction, _ entry: FunctionEntry, _ argument: ValueType?) -> ValueType {
    switch entry.result {
    case .type(let type): return ValueType(type, optional: entry.mayBeMissing || (function == .any || function == .all))
    case .argument:
      guard let argument else { return .invalid }
      let unitUnknown = argument.base == .money(nil) || argument.base == .quantity(nil)
      return ValueType(argument.base, optional: function != .sum || unitUnknown)
    case .mean:
      guard let argument else { return .invalid }
      return ValueType(argument.base == .int ? .float : argument.base, optional: true)
    case .listOf: return ValueType(.list((argument ?? .invalid).required))
    case .elementOf, .special: return .invalid
    }
  }

  /// Types one aggregate call; its columns are those of `scope`. Reports and gives nil if it is wrong.
  mutating func aggregate(
    _ call: Call, _ entry: FunctionEntry, in scope: Scope, heldConstant: Set<String>, at span: ByteSpan
  ) -> Aggregate? {
    guard case .aggregate(let function) = entry.implementation else { return nil }
    guard call.per.isEmpty, call.sort.isEmpty, call.rows == nil else {
      report(.notYet("`per`, `sort` and `rows` in a call", at: span))
      return nil
    }
    let errors = diagnostics.count
    var scope = scope
    var filter: PlanExpression?
    if let filterExpression = call.filter {
      let checked = condition(filterExpression, role: "`where` in `\(entry.name)`", in: scope)
      scope = narrowing(scope, by: checked)
      filter = checked
    }
    for argument in call.arguments { if let label = argument.label { report(.labelledArgument(label)) } }
    let arguments = call.arguments.map { check($0.value, in: scope) }
    guard diagnostics.count == errors, !arguments.contains(where: { $0.type.base == .invalid }) else { return nil }
    let required = entry.parameters.count { !$0.isOptional }
    guard arguments.count >= required, arguments.count <= entry.parameters.count else {
      report(.wrongArgumentCount(entry, found: arguments.count, at: span))
      return nil
    }
    for (index, argument) in arguments.enumerated() where !Self.matches(argument, entry.parameters[index].pattern) {
      report(.wrongArgument(entry, index, argument))
      return nil
    }
    if let argument = arguments.first {
      // `max_by(x, amount)` puts its second argument in order.
      let measured = function.ordersBySecond ? arguments.dropFirst().first : argument
      if function.needsOneUnit, let measured, let problem = mixedUnits(function, measured, heldConstant: heldConstant) {
        report(problem)
        return nil
      }
      if function.isHurtByRepeats {
        var read: Set<Int> = []
        Scope.columnsRead(by: argument, into: &read)
        if let join = read.sorted().compactMap({ scope.columns[$0].repeatedBy }).first {
          report(.repeatedByJoin(function, argument, join: join, at: span))
          return nil
        }
      }
    }
    return Aggregate(
      function: function, argument: arguments.first, second: arguments.count > 1 ? arguments[1] : nil, filter: filter,
      type: aggregateType(function, entry, arguments.first?.type), span: span)
  }

  /// The error of computing over several currencies or units, unless the groups hold it constant.
  private func mixedUnits(_ function: AggregateFunction, _ argument: PlanExpression, heldConstant: Set<String>) -> Diagnostic? {
    let part: Part
    switch argument.type.base {
    case .money(nil): part = .currency
    case .quantity(nil): part = .unit
    default: return nil
    }
    let partKey = ExpressionKey.key(PlanExpression(.part(argument, part), .text, at: argument.span))
    if heldConstant.contains(partKey) || heldConstant.contains(ExpressionKey.key(argument)) { return nil }
    return .mixedUnits(function, argument, words(argument), part)
  }

  // MARK: Tables as receivers

  enum TableReceiver {
    case related(Catalog.TableDefinition, column: Int, reference: PlanExpression)
    case plan(Plan)
    /// No table: an ordinary value.
    case value
    /// Reported.
    case failed
  }

  /// What stands before the dot of `quotes.count()`: rows that refer to this row, a whole table, or a value.
  private mutating func tableReceiver(_ receiver: Expression, in scope: Scope) -> TableReceiver {
    switch receiver.kind {
    case .name(let name):
      if scope.index(of: name.text) != nil { return .value }
      if let row = scope.rowReference, let table = catalog.table(named: name.text) {
        let reference = PlanExpression(.column(row.index), ValueType(.reference(row.table)), at: name.span)
        let columns = catalog.references(from: table, to: row.table)
        if !columns.isEmpty { return relatedReceiver(table, columns, via: nil, reference, target: row.table, at: name.span) }
      }
      if let plan = tablePlan(receiver, in: scope, isSilent: true) { return .plan(plan) }
      return .value
    case .member(let inner, let name):
      var silent = self
      let errors = silent.diagnostics.count
      let reference = silent.check(inner, in: scope)
      guard silent.diagnostics.count == errors, case .reference(let target) = reference.type.base,
        catalog.table(named: target)?.schema.index(of: name.text) == nil, let table = catalog.table(named: name.text)
      else { return .value }
      let columns = catalog.references(from: table, to: target)
      return columns.isEmpty ? .value : relatedReceiver(table, columns, via: nil, reference, target: target, at: name.span)
    case .index(let inner, let key):
      guard case .name(let tableName) = inner.kind, case .name(let column) = key.kind, let row = scope.rowReference,
        let table = catalog.table(named: tableName.text)
      else {
        report(.indexOutsidePath(at: receiver.span))
        return .failed
      }
      let reference = PlanExpression(.column(row.index), ValueType(.reference(row.table)), at: tableName.span)
      return relatedReceiver(table, catalog.references(from: table, to: row.table), via: column, reference, target: row.table, at: receiver.span)
    case .pipeline, .withCopies:
      let errors = diagnostics.count
      if let plan = tablePlan(receiver, in: scope, isSilent: true) { return diagnostics.count > errors ? .failed : .plan(plan) }
      return diagnostics.count > errors ? .failed : .value
    default: return .value
    }
  }

  private mutating func relatedReceiver(
    _ table: Catalog.TableDefinition, _ columns: [Int], via column: Name?, _ reference: PlanExpression, target: String, at span: ByteSpan
  ) -> TableReceiver {
    if let column {
      guard let index = table.schema.index(of: column.text), columns.contains(index) else {
        report(.notAReference(column, table: table, target: target, available: columns.map { table.schema.fields[$0].name }))
        return .failed
      }
      return .related(table, column: index, reference: reference)
    }
    guard columns.count == 1 else {
      report(.ambiguousReference(table, columns.map { table.schema.fields[$0].name }, at: span))
      return .failed
    }
    return .related(table, column: columns[0], reference: reference)
  }

  private mutating func related(
    _ call: Call, table: Catalog.TableDefinition, column: Int, reference: PlanExpression, at span: ByteSpan
  ) -> PlanExpression {
    guard let entry = FunctionCatalog.entries(named: call.name.text).first(where: \.isAggregate) else {
      return fail(.needsAggregate(call.name, of: table.name))
    }
    let scope = Scope(schema: scan(table, copies: false, at: span).schema)
    guard let aggregate = aggregate(call, entry, in: scope, heldConstant: [], at: span) else { return Self.invalid(at: span) }
    return PlanExpression(
      .related(RelatedAggregate(table: table.name, column: column, reference: reference, aggregate: aggregate)), aggregate.type, at: span)
  }

  /// `(pipeline).sum(amount)` and `(pipeline).empty()`: one value of a whole table.
  private mutating func aggregated(_ call: Call, over plan: Plan, at span: ByteSpan) -> PlanExpression {
    let scope = Scope(schema: plan.schema)
    let isEmptyTest = call.name.text == "empty"
    let name = isEmptyTest ? "count" : call.name.text
    guard let entry = FunctionCatalog.entries(named: name).first(where: \.isAggregate) else { return fail(.needsAggregate(call.name, of: nil)) }
    guard let aggregate = aggregate(call, entry, in: scope, heldConstant: [], at: span) else { return Self.invalid(at: span) }
    let schema = Schema([Field(entry.name, aggregate.type)])
    let value = PlanExpression(.scalar(Plan(.aggregate(plan, keys: [], [aggregate]), schema: schema, at: span)), aggregate.type, at: span)
    guard isEmptyTest else { return value }
    return PlanExpression(.compare(.equal, value, PlanExpression(.constant(.int(0)), .int, at: span)), .bool, at: span)
  }
}
