import IbidColumns
import IbidEngine
import IbidFormats
import IbidPlan
import IbidSemantics
import IbidSource
import IbidTypes

// Running `use`, `set` and `assert`.

extension Session {
  func use(_ definitions: Definitions) -> Outcome {
    let replaced = definitions.names.filter { isDefined($0) && !isKnown($0, from: definitions) }
    bindings.merge(definitions.bindings) { _, new in new }
    functions.merge(definitions.functions) { _, new in new }
    parameters.merge(definitions.parameters) { _, new in new }
    dictionaries.merge(definitions.dictionaries) { _, new in new }
    for rule in definitions.rules.values.sorted(by: { $0.table < $1.table }) { _ = define(rule) }
    noteBindings(definitions)
    noteOtherColumns()
    return .done(
      replaced.isEmpty
        ? "" : replaced.joined(separator: ", ") + " now mean\(replaced.count == 1 ? "s" : "") this instead")
  }

  /// Whether this session has given a name a meaning; names of data are not among them.
  private func isDefined(_ name: String) -> Bool {
    bindings[name] != nil || functions[name] != nil || dictionaries[name] != nil || rules[name] != nil
  }

  /// Whether a name has this meaning already, as where two scripts use a third.
  private func isKnown(_ name: String, from definitions: Definitions) -> Bool {
    if let new = definitions.bindings[name] { return bindings[name]?.id == new.id }
    if let new = definitions.functions[name] {
      return functions[name].map { $0.body == new.body && $0.parameters == new.parameters } ?? false
    }
    if let new = definitions.rules.values.first(where: { $0.name == name }) { return rules[name] == new }
    return definitions.dictionaries[name] == dictionaries[name]
  }

  /// No binding that is made from here on has the number of one of these.
  func noteBindings(_ definitions: Definitions) {
    lastBindingID = definitions.bindings.values.reduce(lastBindingID) { max($0, $1.id) }
  }

  /// A table takes the place of what a name was bound to; in words, if it was.
  func unbind(_ name: String) -> String {
    dictionaries[name] = nil
    texts[name] = nil
    return bindings.removeValue(forKey: name) == nil ? "" : "; \(name) now means this instead"
  }

  /// Checks again what was defined over tables that have other columns now. To be called when tables were replaced.
  /// The same of what asks for a parameter that has another type now.
  func noteOtherColumns(parameter: String? = nil) {
    let changes = store.takeReshaped().union(parameter.map { ["$" + $0] } ?? [])
    guard !changes.isEmpty else { return }
    var catalog = catalog
    catalog.refresh()
    bindings = bindings.merging(catalog.bindings) { _, new in new }.filter { bindings[$0.key] != nil }
    functions = catalog.functions
    if let read = lastPlan?.reads(changes), !read.isEmpty {
      lastPlan = nil
      outdatedResult = read
    }
  }

  /// Throws `wrong-setting` for what only the value shows: a share below nothing, or one that is no single number.
  func set(_ setting: Setting, to expression: PlanExpression, in source: SourceText) throws(QueryError) -> Outcome {
    let value = Self.evaluate(expression, store, values(for: parameters)) ?? .none
    func wrong() -> QueryError {
      QueryError(
        [.wrongSetting(setting, value.displayText(references: { _, _ in ("", "") }), at: expression.span)], in: source)
    }
    switch (setting, value) {
    case (.hedge, .measure(let share, _)):
      guard let low = share.low, low >= .zero, share.isExact,
        let tolerance = Unit.factor(from: share.unit, to: "fraction").flatMap({ low.multiplied(by: $0) })
      else { throw wrong() }
      store.setHedge(tolerance)
    case (.rows, .int(let rows)) where rows < 0: throw wrong()
    case (.hedge, _): store.setHedge(nil)
    case (.rows, .int(let rows)):
      settings.rows = Int(clamping: max(rows, 0))
      return .settings(settings)
    case (.rows, _):
      settings.rows = .max
      return .settings(settings)
    case (.format, .text(let word)):
      settings.format = ResultFormat(rawValue: word)
      return .settings(settings)
    case (.safeCSV, .bool(let isSafe)): store.writesSafeCells = isSafe
    default: break
    }
    return .nothing
  }

  /// Keeps csv and tsv that this session writes from now on free of what a spreadsheet takes for a formula, as
  /// `set safe_csv = true` does.
  public func setSafeCSV(_ isSafe: Bool) { store.writesSafeCells = isSafe }

  /// Throws `assertion-failed`, with the rows that broke it where it asked whether a table is empty.
  func assert(_ plan: Plan, rows: Plan?, _ message: String?, in source: SourceText, at span: ByteSpan)
    async throws(QueryError) -> Outcome
  {
    try await readRules(for: [plan] + (rows.map { [$0] } ?? []))
    let all = values(for: parameters)
    let result = try execute(plan, isScalar: true, store: store, parameters: all, source: source)
    let truth = result.execution.table.columns.first?.value(at: 0)
    if truth == .bool(true) { return .nothing }
    var found: String?
    if let rows {
      let broken = try execute(rows, isScalar: false, store: store, parameters: all, source: source)
      found = broken.text(.box, options: .init(maxRows: 20))
    }
    throw QueryError(
      [
        Diagnostic(
          "assertion-failed", message ?? "this does not hold", at: plan.span,
          label: truth == .bool(false) ? "false" : "unknown, and an assertion has to be certain",
          why: found == nil ? nil : "these rows broke it",
          try: [.init("correct what the rows show, or the condition if they are right")])
      ], in: source, rows: found)
  }
}
