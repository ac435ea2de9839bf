import IbidColumns
import IbidEngine
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// How a plan is run, and which values its parameters have.
extension Session {
  /// `question`: where the query stands in `source`, for results that are printed with it.
  nonisolated func execute(
    _ plan: Plan, isScalar: Bool, store: Store, parameters: [String: Value], source: SourceText,
    question: ByteSpan? = nil
  ) throws(QueryError) -> QueryResult {
    cancellation.reset()
    activity.begin(.running, steps: plan.operatorCount)
    defer { activity.end() }
    let limits = Limits(cancellation: cancellation, threads: threads, memory: memoryLimit)
    let executor = limits.executor(store.snapshot, parameters, meter: activity.meter)
    let clock = ContinuousClock()
    let start = clock.now
    let result: QueryResult
    do {
      let execution = try executor.run(plan)
      result = QueryResult(
        plan: plan, execution: execution, store: store, parameters: parameters, isScalar: isScalar,
        duration: clock.now - start, limits: limits, question: question.map { Self.words(of: plan, $0, in: source) })
    } catch {
      switch error {
      case .failed(let diagnostic): throw QueryError([diagnostic], in: source)
      case .cancelled: throw QueryError.cancelled
      }
    }
    try result.save(in: source)
    return result
  }

  /// A query as it was written, without a `save` at its end.
  private static func words(of plan: Plan, _ span: ByteSpan, in source: SourceText) -> String {
    let isSaved = if case .save? = plan.outputs.first { true } else { false }
    let end = isSaved && span.lower < plan.span.lower ? plan.span.lower : span.upper
    let text = source.string(ByteSpan(span.lower, end))
    let kept = text.reversed().drop { $0.isWhitespace || (isSaved && $0 == "|") }
    return String(kept.reversed().drop { $0.isWhitespace })
  }

  /// Values set by the caller, else defaults.
  func values(for parameters: [String: Catalog.ParameterDefinition]) -> [String: Value] {
    var all = values
    for (name, parameter) in parameters where all[name] == nil {
      if let value = parameter.defaultValue { all[name] = Self.evaluate(value, store) }
    }
    return all
  }

  static func evaluate(_ expression: PlanExpression, _ store: Store, _ parameters: [String: Value] = [:]) -> Value? {
    let plan = Plan(
      .project(Plan(.unit, schema: Schema([]), at: expression.span), [expression]),
      schema: Schema([Field("value", expression.type)]), at: expression.span)
    return (try? Executor(snapshot: store.snapshot, parameters: parameters).run(plan))?.table.columns.first?.value(
      at: 0)
  }

  /// Reads a parameter given as text: as the language writes a literal of the type.
  func parse(_ raw: String, as type: ValueType, name: String) throws(QueryError) -> Value {
    if type.base.isTextParameter { return .text(raw) }
    let isDate = type.base == .date || type.base == .period
    let literal = isDate && !raw.hasPrefix("@") ? "@" + raw : raw
    let source = SourceText(name: "--param \(name)", literal)
    let parsed = Parser.parse(source, mode: .script)
    var checker = Checker(catalog: Catalog(), source: source)
    let checked = checker.check(parsed.script)
    if !parsed.diagnostics.isEmpty { throw QueryError(parsed.diagnostics, in: source) }
    guard checker.diagnostics.isEmpty, checked.count == 1, case .query(let plan, true) = checked[0],
      let field = plan.schema.fields.first, Self.fits(field.type.base, type.base),
      let result = try? Executor(snapshot: store.snapshot).run(plan),
      var value = result.table.columns.first?.value(at: 0)
    else {
      throw QueryError(
        [
          Diagnostic(
            "bad-parameter", "`\(raw)` is not of type \(type)", at: ByteSpan(0, source.bytes.count),
            label: "given for `$\(name)`",
            try: [.init("a value as the language writes it: 2024-03-05, 10, GBP 3 million")])
        ], in: source)
    }
    if type.base == .float, case .int(let whole) = value { value = .float(Double(whole)) }
    return value
  }

  private static func fits(_ found: DataType, _ wanted: DataType) -> Bool {
    switch (found, wanted) {
    case (.int, .float), (.money, .money(nil)), (.quantity, .quantity(nil)), (.date, .period): true
    default: found == wanted
    }
  }
}

extension DataType {
  fileprivate var isTextParameter: Bool {
    switch self {
    case .text, .word: true
    default: false
    }
  }
}

extension Duration {
  /// `0.17 ms`
  var formattedMilliseconds: String {
    let hundredths = components.seconds * 100_000 + components.attoseconds / 10_000_000_000_000
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) ms"
  }
}
