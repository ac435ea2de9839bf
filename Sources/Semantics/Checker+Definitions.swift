package import IbidPlan
import IbidSource
package import IbidSyntax
import IbidTypes

// Statements that define or demand: `fn`, `use`, `set`, `assert`.

extension Checker {
  // MARK: fn

  /// The body is checked once, over the parameters as its only columns.
  mutating func function(_ name: Name, _ fields: [IbidSyntax.Field], _ body: Expression) -> CheckedStatement {
    let errors = mistakes
    if !FunctionCatalog.entries(named: name.text).isEmpty {
      report(.nameTaken(name, by: "a function of the language"))
    } else if !allowsRebinding, catalog.functions[name.text] != nil {
      report(.nameTaken(name, by: "an earlier `fn`"))
    }
    var parameters: [IbidTypes.Field] = []
    for field in fields {
      if parameters.contains(where: { $0.name == field.name.text }) {
        report(.repeatedParameter(field.name))
      }
      parameters.append(IbidTypes.Field(field.name.text, resolve(field.type)))
    }
    let outer = defining
    defining = name
    let value = check(body, in: Scope(schema: Schema(parameters)))
    defining = outer
    if value.hasWindow { report(.windowWithoutRows(name, at: value.span)) }
    var definition = FunctionDefinition(name: name.text, parameters: parameters, body: value)
    definition.origin = origin(
      name, .function(fields, body), at: statementSpan ?? body.span, reading: value.asPlan)
    let isFine = mistakes == errors && value.type.base != .invalid
    // The name is known from here on, so that its uses are not reported too.
    if isFine || catalog.functions[name.text] == nil { catalog.functions[name.text] = definition }
    return isFine ? .function(definition) : .invalid
  }

  /// A call of a function of the user's: its body with the arguments in the parameters' places.
  mutating func call(
    _ definition: FunctionDefinition, _ call: Call, _ arguments: [PlanExpression], at span: ByteSpan
  ) -> PlanExpression {
    if let outdated = definition.outdated { return fail(.outdated(call.name, outdated)) }
    if let filter = call.filter { return fail(.filterInScalarCall(call.name, at: filter.span)) }
    if !call.per.isEmpty || !call.sort.isEmpty || call.rows != nil {
      return fail(.clausesInScalarCall(call.name, at: span))
    }
    if definition.parameters.contains(where: { $0.type.base == .invalid }) { return fail(.consequence(at: span)) }
    guard arguments.count == definition.parameters.count else {
      return fail(.wrongCount(definition, found: arguments.count, at: span))
    }
    var values: [PlanExpression] = []
    for (argument, parameter) in zip(arguments, definition.parameters) {
      let value = adapt(argument, to: parameter.type)
      guard fits(value.type, parameter.type) else { return fail(.wrongValue(definition, parameter, argument)) }
      values.append(value)
    }
    if definition.body.type.base == .invalid { return fail(.consequence(at: span)) }
    guard let result = definition.body.replacingColumns(by: values, at: span, limit: FunctionDefinition.maximalSize)
    else { return fail(.functionTooLarge(call.name, at: span)) }
    return result
  }

  // MARK: use

  /// The script was read before; here its names become known.
  mutating func use(_ path: StringLiteral, at span: ByteSpan) -> CheckedStatement {
    guard let definitions = used[path.value] else {
      namesAreUncertain = true
      return .invalid
    }
    let errors = mistakes
    if !allowsRebinding {
      let known = Set(catalog.bindings.keys).subtracting(catalog.shipped).union(catalog.functions.keys)
        .union(catalog.tables.map(\.name))
      let names = Array(definitions.bindings.keys) + definitions.functions.keys + definitions.rules.keys
      // What two scripts both take from a third is one definition.
      for name in names.sorted() where known.contains(name) && definitions.files[name] != definingFiles[name] ?? "" {
        report(.usedNameTaken(name, path: path.value, at: path.span))
      }
    }
    guard mistakes == errors else { return .invalid }
    definingFiles.merge(definitions.files) { _, new in new }
    catalog.bindings.merge(definitions.bindings) { _, new in new }
    catalog.functions.merge(definitions.functions) { _, new in new }
    catalog.parameters.merge(definitions.parameters) { _, new in new }
    catalog.dictionaries.merge(definitions.dictionaries) { _, new in new }
    catalog.shipped.subtract(definitions.bindings.keys)
    for name in definitions.rules.keys.sorted() { definitions.rules[name].map { catalog.define($0) } }
    // What was loaded since the script was read may have given its tables other columns.
    catalog.refresh()
    return .use(definitions.refreshed(from: catalog))
  }

  // MARK: set

  mutating func set(_ name: Name, _ expression: Expression) -> CheckedStatement {
    guard let setting = Setting(rawValue: name.text) else {
      report(.unknownSetting(name))
      return .invalid
    }
    let value = check(expression, in: .empty)
    if value.type.base == .invalid { return .invalid }
    let isRight =
      switch (setting, value.type.base) {
      case (.hedge, .none), (.rows, .none): true
      case (.hedge, .quantity(let unit?)): Unit.areComparable(unit, "percent")
      case (.rows, .int), (.safeCSV, .bool): true
      case (.format, .text):
        if case .constant(.text(let word)) = value.kind { Setting.formats.contains(word) } else { false }
      default: false
      }
    guard isRight else {
      report(.wrongSetting(setting, value))
      return .invalid
    }
    return .set(setting, value)
  }

  // MARK: why not

  /// A condition over the columns of a plan, hidden ones aside; nil if it is wrong.
  package mutating func condition(_ expression: Expression, over plan: Plan) -> PlanExpression? {
    let test = condition(expression, role: "`why not`", in: Scope(schema: plan.schema))
    return test.type.base == .invalid ? nil : test
  }

  // MARK: assert

  mutating func assert(_ expression: Expression, _ message: StringLiteral?) -> CheckedStatement {
    let errors = mistakes
    let test = condition(expression, role: "`assert`", in: .empty)
    guard mistakes == errors, test.type.base != .invalid else { return .invalid }
    let plan = Plan(
      .project(Plan(.unit, schema: Schema([]), at: test.span), [test]),
      schema: Schema([IbidTypes.Field("assert", test.type)]), at: test.span)
    return .assert(plan, rows: test.askedEmpty, message: message?.value)
  }
}

extension PlanExpression {
  /// The table of `(…).empty()`, whose rows are what broke an assertion.
  fileprivate var askedEmpty: Plan? {
    guard case .compare(.equal, let count, let zero) = kind, zero.kind == .constant(.int(0)),
      case .scalar(let plan) = count.kind, case .aggregate(let rows, let keys, let aggregates) = plan.node,
      keys.isEmpty, aggregates.first?.function == .count
    else { return nil }
    return rows
  }

  /// Nodes of the expression, plans inside of it not counted.
  var size: Int { operands.reduce(1) { $0 + $1.size } }

  /// Levels of it, plans inside of it not counted.
  var height: Int { (operands.map(\.height).max() ?? 0) + 1 }

  /// Itself with values in place of its columns, all of it at `span`; nil if that would be too large to work with.
  func replacingColumns(by values: [PlanExpression], at span: ByteSpan, limit: Int) -> PlanExpression? {
    let sizes = values.map(\.size)
    func grown(_ expression: PlanExpression) -> Int {
      if case .column(let index) = expression.kind { return index < sizes.count ? sizes[index] : 1 }
      return expression.operands.reduce(1) { $0 + grown($1) }
    }
    guard grown(self) <= limit, height + (values.map(\.height).max() ?? 0) <= Plan.maximalDepth else { return nil }
    return replaced(by: values, at: span)
  }

  private func replaced(by values: [PlanExpression], at span: ByteSpan) -> PlanExpression {
    if case .column(let index) = kind, index < values.count { return values[index] }
    var copy = mappingOperands { $0.replaced(by: values, at: span) }
    copy.span = span
    return copy
  }
}
