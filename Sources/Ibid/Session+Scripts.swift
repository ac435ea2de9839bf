import IbidColumns
import IbidEngine
import IbidFormats
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// A script that was read, its loads done, and checked as a whole; run it statement by statement.
public struct Script: Sendable {
  /// One statement of it.
  public struct Statement: Sendable {
    let checked: CheckedStatement
    let span: ByteSpan
    /// Its text.
    public let text: String
    /// Line of its first character, from 1.
    public let line: Int
    /// The query before it in the program had mistakes.
    let followsMistake: Bool
    /// False if it had errors; running it throws nothing and does nothing.
    public var isValid: Bool { if case .invalid = checked { false } else { true } }
    /// What it runs, if it is a query.
    var plan: Plan? { if case .query(let plan, _) = checked { plan } else { nil } }
  }

  /// In the order of the text.
  public let statements: [Statement]
  /// What was wrong; nil if nothing was.
  public let error: QueryError?
  /// A line for each `load`.
  public let loads: [LoadSummary]
  /// Names and types of the parameters it declares.
  public let parameters: [ResultColumn]
  let source: SourceText

  /// What is wrong with values given to parameters that neither it nor a script that it uses declares
  /// (`unknown-parameter`); nil if all are declared.
  public func error(givenParameters names: [String]) -> QueryError? {
    var declared = parameters.map(\.name)
    for case .use(let definitions) in statements.map(\.checked) { declared += definitions.parameters.keys.sorted() }
    let problems = names.filter { !declared.contains($0) }.map { name in
      Diagnostic(
        "unknown-parameter", "no parameter `$\(name)` is declared", at: ByteSpan(0, 0),
        why: declared.isEmpty
          ? "the script declares none" : "there are " + declared.map { "`\($0)`" }.joined(separator: ", "),
        try: NearestName.matches(name, among: declared).map { .init("--param \($0)=…") }
          + (declared.isEmpty ? [.init("declare it in the script: param \(name): text")] : []))
    }
    return problems.isEmpty ? nil : QueryError(problems, in: source)
  }
}

/// What a statement gave.
public enum Outcome: Sendable {
  case result(QueryResult)
  /// Text to print as it is: help, a plan, an explanation.
  case text(String)
  case explanation(Explanation)
  /// How results are to be printed from here on.
  case settings(Settings)
  /// A name was bound or a file loaded; the words say so.
  case done(String)
  case nothing
}

extension Session {
  /// Whether a text typed so far is whole; false asks for another line.
  public nonisolated static func isComplete(_ text: String) -> Bool { Parser.isComplete(Array(text.utf8)) }

  /// Reads a script, does its loads, checks it whole.
  ///
  /// `interactive`: a leading `|` goes on from the last result, and a name may be bound again. Errors are in the result,
  /// not thrown, so that the statements that are right can still be run; loads that fail are among them.
  public func prepare(script text: String, name: String = "query", interactive: Bool = false) async -> Script {
    await prepare(SourceText(name: name, text), interactive: interactive)
  }

  /// Reads a script from the bytes of a file; if they are not UTF-8, that is its only error (input/output).
  public func prepare(script bytes: [UInt8], name: String) async -> Script {
    let source = SourceText(name: name, bytes: bytes)
    if let mistake = Parser.encodingMistake(in: source) {
      let error = QueryError([mistake], in: source, kind: .inputOutput)
      return Script(statements: [], error: error, loads: [], parameters: [], source: source)
    }
    return await prepare(source, interactive: false)
  }

  private func prepare(_ source: SourceText, interactive: Bool) async -> Script {
    failed = FailedResults()
    let parsed = Parser.parse(source, mode: interactive ? .repl : .script)
    let malformed = parsed.diagnostics.filter { $0.severity == .error }
    let lost = parsed.lost + malformed.map(\.span)
    let unread = SpanSet(lost)
    var loaded = await load(parsed.script, except: unread, interactive: interactive, in: source)
    activateDomain(for: source)
    let dictionaries = readDictionaries(of: parsed.script, in: source, except: unread)
    loaded.failures += dictionaries.failures
    var catalog = catalog
    for name in loaded.unknown { catalog.defineUnknown(name) }
    // What the parser reported is not reported again in other words.
    var checker = Checker(
      catalog: catalog, source: source, allowsRebinding: interactive, lastResult: lastPlan,
      used: loaded.used.definitions,
      dictionaryFiles: dictionaries.entries, lost: lost, unread: parsed.lost)
    let checked = checker.check(parsed.script)
    let diagnostics = checker.joined(with: parsed.diagnostics)
    let errors = (diagnostics.isEmpty ? [] : [QueryError(diagnostics, in: source)]) + loaded.failures
    var followsMistake = false
    let statements = zip(parsed.script.statements, checked).map { statement, checked in
      // The parser guesses what was meant in order to go on; a guess is not run.
      let isGuess =
        unread.touches(statement.span) || loaded.failed.contains(statement.span)
      let result = Script.Statement(
        checked: isGuess ? .invalid : checked, span: statement.span, text: source.string(statement.span),
        line: source.line(of: statement.span.lower), followsMistake: followsMistake)
      switch statement.kind {
      case .pipeline, .continuation: followsMistake = !result.isValid
      default: break
      }
      return result
    }
    let declared = checked.compactMap { statement -> ResultColumn? in
      if case .parameter(let name, let type, _) = statement {
        ResultColumn(name: name, type: type.description)
      } else {
        nil
      }
    }
    let isCancelled = loaded.failures.contains { $0.kind == .cancelled }
    let error =
      isCancelled
      ? QueryError.cancelled
      : errors.contains { $0.messages.contains(where: \.isError) } ? QueryError(joining: errors) : nil
    return Script(
      statements: isCancelled ? [] : statements, error: error,
      loads: loaded.summaries, parameters: declared, source: source)
  }

  /// What the loads of a script gave.
  private struct Loads {
    var summaries: [LoadSummary] = []
    var failures: [QueryError] = []
    /// Statements that failed.
    var failed: Set<ByteSpan> = []
    /// Names of tables that could not be made.
    var unknown: [String] = []
    /// What the scripts define that it uses.
    var used = UsedScripts()
  }

  /// Does the loads of a script and those of the scripts that it uses, in the order of the text.
  ///
  /// Also where other statements have mistakes: only then can their names be looked up.
  private func load(
    _ script: IbidSyntax.Script, except unread: SpanSet, interactive: Bool, in source: SourceText
  ) async -> Loads {
    var loads = Loads()
    for statement in script.statements {
      switch statement.kind {
      case .load(let load):
        do {
          if unread.touches(statement.span) {
            loads.unknown += load.name.map { [$0.text] } ?? []
          } else {
            loads.summaries.append(try await run(load, in: source))
          }
        } catch {
          loads.failures.append(error)
          loads.failed.insert(statement.span)
          loads.unknown += load.name.map { [$0.text] } ?? []
        }
      case .use(let path) where loads.used.definitions[path.value] == nil && !unread.touches(statement.span):
        do {
          let files = loads.used.files
          let read = try await undoneIfItFails { session throws(QueryError) in
            try await session.readUsed(
              path, in: source, within: [source.name], files: files, replacing: interactive)
          }
          loads.used.definitions[path.value] = read.definitions
          loads.used.files = read.files
          loads.summaries += read.loads
        } catch {
          loads.failures.append(error)
          loads.failed.insert(statement.span)
        }
      default: continue
      }
    }
    return loads
  }

  /// Gives a parameter its value for the statements that run from now on.
  public func set(parameter name: String, to value: ParameterValue) { values[name] = value.value }

  /// Gives a parameter its value from text, as the language writes a literal of its type.
  ///
  /// Throws `bad-parameter` if the parameter is declared already and the text is no value of its type.
  public func set(parameter name: String, toText text: String) throws(QueryError) {
    values[name] = if let type = parameters[name]?.type { try parse(text, as: type, name: name) } else { .text(text) }
  }

  /// Runs one statement of a prepared script.
  ///
  /// `citing` adds a `sources` column to tables: a list of the places that each row was made from.
  public func run(
    _ statement: Script.Statement, of script: Script, citing: Bool = false
  ) async throws(QueryError) -> Outcome {
    do throws(QueryError) {
      if let refusal = failed.refusal(of: statement, hasOlder: lastResult != nil) {
        throw QueryError([refusal], in: script.source)
      }
      let outcome = try await outcome(of: statement, of: script, citing: citing)
      failed.note(statement.checked, hasFailed: false)
      return outcome
    } catch {
      failed.note(statement.checked, hasFailed: true)
      throw error
    }
  }

  private func outcome(
    of statement: Script.Statement, of script: Script, citing: Bool
  ) async throws(QueryError) -> Outcome {
    switch statement.checked {
    case .query(let plan, let isScalar):
      try await readRules(for: [plan], besides: script.statements.compactMap(\.plan))
      let result = try execute(
        citing && !isScalar ? plan.cited : plan, isScalar: isScalar, store: store, parameters: values(for: parameters),
        source: script.source, question: statement.span)
      if !isScalar {
        lastPlan = plan.rows
        outdatedResult = []
        lastTable = result
      }
      lastResult = result
      return result.savedWords.map { .done($0) } ?? .result(result)
    case .bind(let name, let binding):
      let replaced = bindings[name] != nil
      bindings[name] = binding
      lastBindingID = max(lastBindingID, binding.id)
      texts[name] = statement.text
      return .done(replaced ? "\(name) now means this instead" : "")
    case .parameter(let name, let type, let defaultValue):
      let hasOtherType = parameters.updateValue(.init(type: type, defaultValue: defaultValue), forKey: name).map {
        $0.type != type
      }
      if hasOtherType ?? false { noteOtherColumns(parameter: name) }
      if case .text(let raw)? = values[name], type.base != .text { values[name] = try parse(raw, as: type, name: name) }
      if values[name] == nil, defaultValue == nil, !type.isOptional {
        throw QueryError(
          [
            Diagnostic(
              "missing-parameter", "the parameter `$\(name)` has no value", at: statement.span,
              why: "it is declared without a default", try: [.init("--param \(name)=…")])
          ], in: script.source)
      }
      return .nothing
    case .explain(let plan, let analyze):
      if analyze { try await readRules(for: [plan]) }
      return .text(try explained(plan, analyze: analyze, in: script.source))
    case .why(let row, let column, let span):
      guard let lastResult else {
        throw QueryError(
          [
            Diagnostic(
              "no-last-result", "there is no result yet to ask about", at: span,
              try: [.init("run a query first, then: why 1")])
          ], in: script.source)
      }
      return .explanation(try lastResult.explanation(ofRow: row - 1, column: column))
    case .keep(let name):
      guard let lastTable else {
        throw QueryError(
          [
            Diagnostic(
              "no-last-result", "there is no result yet to keep", at: statement.span, try: [.init("run a query first")])
          ], in: script.source)
      }
      let data = lastTable.shownTable
      store.define(
        Table(name: name, schema: data.schema, columns: data.columns, rowCount: data.rowCount),
        keptFrom: lastTable.kept)
      let replaced = unbind(name)
      noteOtherColumns()
      return .done("kept \(data.rowCount) row\(data.rowCount == 1 ? "" : "s") as \(name)\(replaced)")
    case .open(let row, let span):
      guard let lastResult else {
        throw QueryError(
          [
            Diagnostic(
              "no-last-result", "there is no result yet to open", at: span,
              try: [.init("run a query first, then: open 1")])
          ], in: script.source)
      }
      return .text(try lastResult.page(aroundRow: row - 1))
    case .function(let definition):
      let replaced = functions.updateValue(definition, forKey: definition.name) != nil
      return .done(replaced ? "\(definition.name) now means this instead" : "")
    case .rule(let definition):
      texts[definition.name] = statement.text
      return define(definition)
    case .dictionary(let name, let entries, let binding):
      texts[name] = statement.text
      return define(dictionary: name, entries, binding)
    case .explainRule(let rule): return .text(explanation(of: rule))
    case .use(let definitions): return use(definitions)
    case .set(let setting, let value): return try set(setting, to: value, in: script.source)
    case .assert(let plan, let rows, let message):
      return try await assert(plan, rows: rows, message, in: script.source, at: statement.span)
    case .whyNot(let condition, let span): return .text(try whyNot(condition, in: script.source, at: span))
    case .help(let topic): return .text(try help(topic, in: script.source, at: statement.span))
    case .load, .invalid: return .nothing
    }
  }

  func run(_ load: Load, in source: SourceText) async throws(QueryError) -> LoadSummary {
    if let name = load.name {
      let fields = load.fields.map { Field($0.name.text, Self.dataType($0.type)) }
      return try self.load(
        data: load.path.value, as: name.text, declared: fields, in: source, at: load.path.span)
    }
    var given = GivenValues()
    for label in load.given {
      switch (label.name.text, label.value.kind) {
      case ("published", .literal(.date(let text))), ("published", .literal(.string(let text))): given.published = text
      case ("issuer", .literal(.string(let text))): given.issuer = text
      case ("dollar", .literal(.string(let text))): given.dollar = text
      default:
        throw QueryError(
          [
            Diagnostic(
              "unknown-given", "`\(label.name.text)` cannot be given like this", at: label.name.span,
              why: "a load takes `published: @2024-03-05`, `issuer: \"…\"` and `dollar: \"AUD\"`",
              try: NearestName.matches(label.name.text, among: ["published", "issuer", "dollar"]).map {
                .init($0, edit: .init(label.name.span, $0))
              })
          ],
          in: source)
      }
    }
    return try await self.load(documents: [load.path.value], given: given, in: source, at: load.path.span)
  }

  /// The type a data column is declared as; anything else is left to the checker to refuse.
  private static func dataType(_ name: TypeName) -> ValueType {
    let base: DataType
    switch (name.name.text, name.argument) {
    case ("bool", _): base = .bool
    case ("int", _): base = .int
    case ("float", _): base = .float
    case ("date", _): base = .date
    case ("period", _): base = .period
    case ("duration", _): base = .duration
    case ("money", .word(let code)?): base = .money(code.text)
    case ("money", _): base = .money(nil)
    case ("quantity", .word(let unit)?): base = .quantity(unit.text)
    case ("quantity", _): base = .quantity(nil)
    default: base = .text
    }
    return ValueType(base, optional: name.isOptional)
  }
}

extension Plan {
  /// With the sources of each row, unless the plan has a column of that name already.
  fileprivate var cited: Plan {
    if case .output(let rows, let output) = node {
      let cited = rows.cited
      return Plan(.output(cited, output), schema: cited.schema, at: span)
    }
    guard schema.index(of: "sources") == nil else { return self }
    return Plan(
      .cite(self), schema: Schema(schema.fields + [Field("sources", ValueType(.list(ValueType(.source))))]), at: span)
  }
}
