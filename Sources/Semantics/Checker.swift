package import IbidPlan
package import IbidSource
package import IbidSyntax
package import IbidTypes

/// A statement that passed, or what is left of one that did not.
package enum CheckedStatement: Sendable {
  /// Runs and prints; a scalar prints as one value.
  case query(Plan, isScalar: Bool)
  case bind(name: String, Catalog.Binding)
  case parameter(name: String, ValueType, defaultValue: PlanExpression?)
  case explain(Plan, analyze: Bool)
  case why(row: Int, column: String?, at: ByteSpan)
  case keep(name: String)
  case open(row: Int, at: ByteSpan)
  case help(String?)
  /// Defined for the statements that follow.
  case function(FunctionDefinition)
  case rule(RuleDefinition)
  case dictionary(name: String, [String], Catalog.Binding)
  case explainRule(RuleDefinition)
  case use(Definitions)
  case set(Setting, PlanExpression)
  /// `rows`: the table that `.empty()` was asked of.
  case assert(Plan, rows: Plan?, message: String?)
  case whyNot(Expression, at: ByteSpan)
  /// Done before checking.
  case load
  /// Had errors; they are in the diagnostics.
  case invalid
}

/// Resolves names, finds types, lowers syntax to plans.
///
/// Everything that can be wrong before the data is looked at is found here, several mistakes in one go: an expression
/// that failed has the type `invalid`, which fits everything, so one mistake gives one message. The rules are written
/// down in `docs/types.md` and `docs/types-of-tables.md`.
package struct Checker {
  package var catalog: Catalog
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Mistakes that follow from others and were not reported.
  var consequences = 0
  /// A condition failed that may have chosen one currency or unit.
  var narrowingIsUncertain = false
  /// A script that was to be used could not be read: it may have defined any name.
  var namesAreUncertain = false
  /// In scripts a name is bound once; in the REPL a new binding replaces the old.
  let allowsRebinding: Bool
  /// What `_` and a leading `|` mean: the plan of the last result.
  var lastResult: Plan?
  /// The function whose body is being checked, which may not call itself.
  var defining: Name?
  /// What the scripts define that `use` names, by path as written; read before this one is checked.
  let used: [String: Definitions]
  /// The file that defines each name that came with a script that is used.
  var definingFiles: [String: String] = [:]
  /// Names that statements after the one that is being checked give a meaning, with the first that does.
  var definitionsBelow: [String: ByteSpan] = [:]
  /// The statement that is being checked.
  private(set) var statementSpan: ByteSpan?
  /// The entries of the files that a `dict` names, by path as written; read before this one is checked.
  let dictionaryFiles: [String: [String]]
  /// The checked text, for messages that quote it.
  let source: SourceText
  /// Stretches that the parser could not read; what seems wrong there follows from that.
  let lost: SpanSet
  /// Those of them after which the parser did not know where it was, so that the tree has not all of the text.
  let unread: SpanSet
  /// Where a message of the checker says what the parser's messages inside say.
  package private(set) var absorbed: [ByteSpan] = []

  /// `lost` are the places of the parser's messages, `unread` the stretches that it left out.
  package init(
    catalog: Catalog, source: SourceText, allowsRebinding: Bool = false, lastResult: Plan? = nil,
    used: [String: Definitions] = [:], dictionaryFiles: [String: [String]] = [:], lost: [ByteSpan] = [],
    unread: [ByteSpan] = []
  ) {
    self.used = used
    self.dictionaryFiles = dictionaryFiles
    self.catalog = catalog
    self.source = source
    self.allowsRebinding = allowsRebinding
    self.lastResult = lastResult
    self.lost = SpanSet(lost)
    self.unread = SpanSet(unread)
  }

  /// Checks every statement in order; names bound by one are known to the next.
  package mutating func check(_ script: Script) -> [CheckedStatement] {
    noteDefinitions(of: script)
    return script.statements.map { check($0) }
  }

  /// Reports and gives an expression that fits everything.
  mutating func fail(_ diagnostic: Diagnostic) -> PlanExpression {
    report(diagnostic)
    return Self.invalid(at: diagnostic.span)
  }

  /// An expression in the user's own words.
  func words(_ expression: PlanExpression) -> String { source.string(expression.span) }

  static func invalid(at span: ByteSpan) -> PlanExpression { PlanExpression(.constant(.none), .invalid, at: span) }

  // MARK: Statements

  mutating func check(_ statement: Statement) -> CheckedStatement {
    // What the parser guessed is not run, so that nothing below may go on from it.
    let isGuess = lost.touches(statement.span)
    let errorsBefore = mistakes
    statementSpan = statement.span
    for name in statement.definedNames { definitionsBelow[name] = nil }
    switch statement.kind {
    case .pipeline(let pipeline):
      let (plan, isScalar) = check(pipeline)
      // A type may be invalid without a message where the parser has given one.
      if mistakes > errorsBefore || plan.isBroken || isGuess {
        if !isScalar { lastResult = plan.rows.broken() }
        return .invalid
      }
      if !isScalar { lastResult = plan.rows }
      return .query(plan, isScalar: isScalar)
    case .continuation(let steps):
      guard let lastResult else {
        report(.noLastResult(at: statement.span, outdated: catalog.outdatedResult))
        return .invalid
      }
      noteUse(of: lastResult)
      let plan = check(steps, over: lastResult)
      if mistakes > errorsBefore || plan.isBroken || isGuess {
        self.lastResult = plan.rows.broken()
        return .invalid
      }
      self.lastResult = plan.rows
      return .query(plan, isScalar: false)
    case .letBinding(let name, let pipeline):
      let (whole, isScalar) = check(pipeline)
      let plan = rows(of: whole, for: .letBinding)
      guard isFree(name), mistakes == errorsBefore, !plan.isBroken, !isGuess else {
        // The name is known from here on, so that its uses are not reported too.
        if catalog.table(named: name.text) == nil {
          catalog.bindings[name.text] =
            catalog.bindings[name.text] ?? .init(plan: plan.broken(), isScalar: isScalar, id: catalog.nextBindingID)
        }
        return .invalid
      }
      let isClosed = !isScalar && catalog.closedTables.contains(name.text)
      var binding = Catalog.Binding(
        plan: isClosed ? plan.closingWords(ofTable: name.text) : plan, isScalar: isScalar, id: catalog.nextBindingID)
      binding.origin = origin(name, .pipeline(pipeline), at: statement.span, reading: plan)
      catalog.bindings[name.text] = binding
      catalog.shipped.remove(name.text)
      return .bind(name: name.text, binding)
    case .parameter(let name, let typeName, let defaultExpression):
      let type = resolve(typeName)
      var value: PlanExpression?
      if let defaultExpression {
        let checked = adapt(check(defaultExpression, in: .empty), to: type)
        if !fits(checked.type, type) { report(.parameterDefault(name, expected: type, found: checked)) }
        value = checked
      }
      let hasOtherType = catalog.parameters[name.text].map { $0.type != type } ?? false
      catalog.parameters[name.text] = .init(type: type, defaultValue: value)
      if hasOtherType { noteChanges(["$" + name.text]) }
      return mistakes > errorsBefore ? .invalid : .parameter(name: name.text, type, defaultValue: value)
    case .explain(let pipeline, let analyze):
      let (plan, _) = check(pipeline)
      return mistakes > errorsBefore || plan.isBroken ? .invalid : .explain(plan, analyze: analyze)
    case .why(let row, let column): return .why(row: row.value, column: column?.text, at: statement.span)
    case .keep(let name): return keep(name)
    case .open(let row): return .open(row: row.value, at: statement.span)
    case .help(let name): return .help(name?.text)
    case .load: return .load
    case .function(let name, let fields, let body): return function(name, fields, body)
    case .rule(let rule): return self.rule(rule, at: statement.span)
    case .dictionary(let name, let value): return dictionary(name, value)
    case .explainRule(let name):
      guard let rule = catalog.rule(named: name.text) else {
        report(.unknownRule(name, among: catalog.rules.values.map(\.name).sorted()))
        return .invalid
      }
      return .explainRule(rule)
    case .use(let path): return use(path, at: statement.span)
    case .set(let name, let value): return set(name, value)
    case .assert(let expression, let message): return assert(expression, message)
    case .whyNot(let expression): return .whyNot(expression, at: statement.span)
    case .malformed: return .invalid
    }
  }

  /// The kept table is known to the statements that follow: the result's columns and where its rows stand.
  private mutating func keep(_ name: Name) -> CheckedStatement {
    guard isFree(name) else { return .invalid }
    guard let lastResult else {
      report(.noLastResult(at: name.span, outdated: catalog.outdatedResult))
      return .invalid
    }
    if lastResult.isBroken {
      noteUse(of: lastResult)
      catalog.defineUnknown(name.text)
      return .invalid
    }
    // A kept table takes the place of a view.
    catalog.bindings[name.text] = nil
    guard hasKnownColumns(lastResult, for: "`keep`", at: name.span) else { return .invalid }
    var fields = lastResult.schema.fields.filter { !($0.name.split(separator: ".").last?.hasPrefix("@") ?? false) }
    if !fields.contains(where: { $0.type.base == .source }), let row = Scope(schema: lastResult.schema).rowReference,
      catalog.table(named: row.table)?.schema.fields.contains(where: { $0.type.base == .source }) ?? false
    {
      fields.append(Field("source", ValueType(.source, optional: true)))
    }
    catalog.define(.init(name: name.text, schema: Schema(fields)))
    return .keep(name: name.text)
  }

  mutating func isFree(_ name: Name) -> Bool {
    if catalog.ownTable(named: name.text) != nil {
      let isRule = catalog.rules[name.text] != nil
      if isRule && allowsRebinding { return true }
      report(.nameTaken(name, by: isRule ? "an earlier `rule`" : "a table"))
      return false
    }
    if !allowsRebinding, catalog.bindings[name.text] != nil, !catalog.shipped.contains(name.text) {
      report(.nameTaken(name, by: catalog.dictionaries[name.text] == nil ? "an earlier `let`" : "an earlier `dict`"))
      return false
    }
    return true
  }

  // MARK: Pipelines

  /// A pipeline, or a scalar when it has no steps and its source is no table.
  mutating func check(_ pipeline: Pipeline) -> (plan: Plan, isScalar: Bool) {
    if let plan = tablePlan(pipeline.source, in: nil, isSilent: true) {
      return (check(pipeline.steps, over: plan), false)
    }
    if !unread.touches(pipeline.span), let mistake = tableChain(pipeline.source) {
      // It says all that is foreign about the chain, which the parser has reported bit by bit.
      diagnostics.append(mistake)
      absorbed.append(pipeline.source.span)
      return (check(pipeline.steps, over: .unknown(at: pipeline.span)), false)
    }
    if isLost(pipeline.source.span) || pipeline.source.kind == .missing {
      return (check(pipeline.steps, over: .unknown(at: pipeline.span)), false)
    }
    if pipeline.steps.isEmpty {
      let value = check(pipeline.source, in: .empty)
      let name = resultName(of: pipeline.source) ?? "value"
      let schema = Schema([Field(name, value.type)])
      return (
        Plan(.project(Plan(.unit, schema: Schema([]), at: pipeline.span), [value]), schema: schema, at: pipeline.span),
        true
      )
    }
    if let plan = tablePlan(pipeline.source, in: nil, isSilent: false) {
      return (check(pipeline.steps, over: plan), false)
    }
    return (check(pipeline.steps, over: .unknown(at: pipeline.span)), false)
  }

  /// The plan of an expression that stands for a table, nil if it stands for none.
  ///
  /// `isSilent` leaves it to the caller to say what is wrong.
  mutating func tablePlan(_ expression: Expression, in scope: Scope?, isSilent: Bool) -> Plan? {
    switch expression.kind {
    case .name(let name):
      if scope?.index(of: name.text) != nil { return nil }
      if name.text == "_" {
        if let lastResult {
          noteUse(of: lastResult)
          return lastResult
        }
        if !isSilent { report(.noLastResult(at: name.span, outdated: catalog.outdatedResult)) }
        return nil
      }
      if let binding = catalog.bindings[name.text] {
        guard !binding.isScalar else { return nil }
        if let outdated = binding.outdated {
          report(.outdated(name, outdated))
          return .unknown(at: name.span)
        }
        noteUse(of: binding.plan)
        return binding.used(as: name.text, at: name.span)
      }
      if let table = catalog.table(named: name.text) { return scan(table, copies: false, at: name.span) }
      if !isSilent { report(definedBelow(name) ?? .unknownTable(name, catalog: catalog)) }
      return nil
    case .withCopies(let name):
      guard let table = catalog.table(named: name.text) else {
        report(definedBelow(name) ?? .unknownTable(name, catalog: catalog))
        return .unknown(at: name.span)
      }
      if !table.hasCopies { report(.noCopies(name)) }
      return scan(table, copies: true, at: expression.span)
    case .pipeline(let pipeline):
      let (plan, isScalar) = check(pipeline)
      return isScalar ? nil : rows(of: plan, for: .brackets)
    default:
      if !isSilent {
        let checked = check(expression, in: .empty)
        if checked.type.base != .invalid { report(.notATable(checked)) }
      }
      return nil
    }
  }

  /// A table's columns and the row's own place. What a row repeats (`copy_of`, `copy`) shows only `with copies`.
  mutating func scan(_ table: Catalog.TableDefinition, copies: Bool, at span: ByteSpan) -> Plan {
    var fields = table.schema.fields
    if table.isUnknown {
      consequences += 1
      return .unknown(at: span)
    }
    if copies {
      for index in fields.indices where fields[index].name.hasPrefix("@") { fields[index].name.removeFirst() }
    }
    fields.append(Field(Scope.rowName, ValueType(.reference(table.name)), unique: true))
    return Plan(.scan(table: table.name, copies: copies), schema: Schema(fields), at: span)
  }
}
