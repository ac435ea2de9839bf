import IbidColumns
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// The text of a query. An interpolated Swift value is bound as a parameter, never spliced into the text.
///
///     let least = 30_000_000
///     let query = try await session.prepare("money | where amount.number >= \(least)")
///
/// `String`, `Int`, `Double`, `Bool` and `ParameterValue` bind; the value's type is checked like that of any other value.
/// A value can stand where a value can, never a name or a step.
public struct QueryText: Sendable, ExpressibleByStringInterpolation {
  let text: String
  let bound: [String: ParameterValue]

  /// A text made at run time. Nothing is bound; never build it from what others typed.
  public init(_ text: String) {
    self.text = text
    bound = [:]
  }

  /// A literal without values.
  public init(stringLiteral value: String) { self.init(value) }

  /// A literal with values to bind.
  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    bound = stringInterpolation.bound
  }

  /// Collects the literal's text and its values.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var bound: [String: ParameterValue] = [:]

    /// An empty text with room for the literal.
    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
    /// Adds a part of the query's own text.
    public mutating func appendLiteral(_ literal: String) { text += literal }
    /// Binds a `text`.
    public mutating func appendInterpolation(_ value: String) { bind(.text(value)) }
    /// Binds an `int`.
    public mutating func appendInterpolation(_ value: Int) { bind(.int(value)) }
    /// Binds a `float`.
    public mutating func appendInterpolation(_ value: Double) { bind(.float(value)) }
    /// Binds a `bool`.
    public mutating func appendInterpolation(_ value: Bool) { bind(.bool(value)) }
    /// Binds a value of any type that a parameter can have: `\(ParameterValue.money(3, "GBP"))`.
    public mutating func appendInterpolation(_ value: ParameterValue) { bind(value) }

    private mutating func bind(_ value: ParameterValue) {
      let name = "bound_\(bound.count + 1)"
      bound[name] = value
      text += "$" + name
    }
  }
}

/// A query that was checked: columns and parameters are known, it can be run any number of times, on any thread.
public struct Query: Sendable {
  let plan: Plan
  let isScalar: Bool
  let store: Store
  /// Values of the text's interpolations.
  let bound: [String: Value]
  /// Values that the session had for its own parameters.
  let preset: [String: Value]
  let definitions: [String: Catalog.ParameterDefinition]
  let session: Session
  let source: SourceText

  /// Columns of the result with their types, known before anything runs; those that a `pivot` without a list of values
  /// finds in the data are in `QueryResult.columns` only.
  public var schema: [ResultColumn] {
    plan.schema.fields.filter { !QueryResult.isHidden($0.name) }.map {
      ResultColumn(name: $0.name, type: $0.type.description)
    }
  }

  /// Declared parameters with their types, in alphabetical order; the values of interpolations are not among them.
  public var parameters: [ResultColumn] {
    definitions.filter { bound[$0.key] == nil }.map { ResultColumn(name: $0.key, type: $0.value.type.description) }
      .sorted { $0.name < $1.name }
  }

  /// Runs it outside the session's actor, on the tables as they were when it was prepared. Cancelling the task ends it.
  ///
  /// A text for a parameter of another type is read as the language writes such a value: `.text("GBP 2.5 million")`.
  ///
  /// Throws `QueryError`: `unknown-parameter`, `missing-parameter` and `bad-parameter` before anything runs, what only
  /// the data shows (an overflow), and kind `.cancelled` once the task or the session was cancelled.
  @concurrent
  public func run(_ values: [String: ParameterValue] = [:]) async throws(QueryError) -> QueryResult {
    let all = try await self.values(given: values)
    return try session.execute(
      plan, isScalar: isScalar, store: store, parameters: all, source: source,
      question: ByteSpan(0, source.bytes.count))
  }
}

extension Session {
  /// Checks a query: `param` and `let` statements, then one pipeline.
  ///
  /// Names that the session has bound are known to it; names that the query binds stay its own.
  ///
  ///     let query = try await session.prepare("param min: money<GBP>\nmoney | where amount >= $min")
  ///     let result = try await query.run(["min": .money(10_000_000, "GBP")])
  ///
  /// Throws `QueryError` with every mistake found; nothing has run then.
  public func prepare(_ query: QueryText) async throws(QueryError) -> Query {
    let source = SourceText(name: "query", query.text)
    let parsed = Parser.parse(source, mode: .script)
    activateDomain(for: source)
    let dictionaries = readDictionaries(of: parsed.script, in: source)
    if let failure = dictionaries.failures.first { throw failure }
    var catalog = catalog
    for (name, value) in query.bound {
      let type = value.type ?? ValueType(.none, optional: true)
      if let problem = value.problem(name: name, as: type, at: ByteSpan(0, 0)) {
        throw QueryError([problem], in: source)
      }
      catalog.parameters[name] = .init(type: type, defaultValue: nil)
    }
    // What the parser reported is not reported again in other words.
    let lost = parsed.lost + parsed.diagnostics.map(\.span)
    var checker = Checker(
      catalog: catalog, source: source, lastResult: lastPlan, dictionaryFiles: dictionaries.entries, lost: lost,
      unread: parsed.lost)
    let statements = checker.check(parsed.script)
    let diagnostics = checker.joined(with: parsed.diagnostics).sorted { $0.span < $1.span }
    if diagnostics.contains(where: { $0.severity == .error }) { throw QueryError(diagnostics, in: source) }
    if let load = parsed.script.statements.first(where: { if case .load = $0.kind { true } else { false } }) {
      throw QueryError(
        [
          Diagnostic(
            "load-in-query", "a prepared query loads nothing", at: load.span,
            why: "it can be run many times, on the tables as they were",
            try: [.init("load(documents:) or load(data:as:) of the session, or a script")])
        ],
        in: source)
    }
    guard case .query(let plan, let isScalar)? = statements.last else {
      throw QueryError(
        [
          Diagnostic(
            "no-query", "there is nothing to run", at: ByteSpan(0, source.bytes.count),
            why: "a query ends with a pipeline or a value", try: [.init("documents | take 10")])
        ], in: source)
    }
    var store = store
    let own = checker.catalog.rules.filter { self.catalog.rules[$0.key] != $0.value }
    if own.isEmpty {
      try await readRules(for: [plan])
      store = self.store
    } else {
      for rule in own.values { store.define(rule) }
      try await readRules(plan.allTables, among: checker.catalog.rules, in: &store)
    }
    return Query(
      plan: plan, isScalar: isScalar, store: store, bound: query.bound.mapValues(\.value),
      preset: values.filter { parameters[$0.key] != nil }, definitions: checker.catalog.parameters, session: self,
      source: source)
  }
}
