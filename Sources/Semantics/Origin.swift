import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// The text of a definition with what its names meant, to check it again once a table that it reads has other columns.
///
/// A plan reads columns by their place, so it is good for the columns that it was made for and no others.
package struct Origin: Sendable {
  enum Body: Sendable {
    case pipeline(Pipeline)
    case function([IbidSyntax.Field], Expression)
  }

  var name: Name
  var body: Body
  var source: SourceText
  /// Of the names in its text alone, as they were.
  var bindings: [String: Catalog.Binding]
  var functions: [String: FunctionDefinition]
  /// What `_` was, where the text goes on from it.
  var lastResult: Plan?
  /// The columns, as they were, of every table that a run would look at.
  var schemas: [String: Schema]
  /// The types, as they were, of every parameter that a run would ask for.
  var types: [String: ValueType]

  /// The tables whose columns, and as `$NAME` the parameters whose types are not what they were.
  func changes(in catalog: Catalog) -> Set<String> {
    let tables = schemas.keys.filter { catalog.table(named: $0)?.schema != schemas[$0] }
    return Set(tables + types.keys.filter { catalog.parameters[$0]?.type != types[$0] }.map { "$" + $0 })
  }

  /// Notes what it reads as it is now.
  mutating func note(_ plan: Plan, in catalog: Catalog) {
    for name in plan.allTables.union(schemas.keys) { schemas[name] = catalog.table(named: name)?.schema }
    for name in plan.allParameters.union(types.keys) { types[name] = catalog.parameters[name]?.type }
  }
}

extension Checker {
  /// Nil for what nothing can change, and for what comes with Ibid: the tables that it reads stay as they are.
  func origin(_ name: Name, _ body: Origin.Body, at span: ByteSpan, reading plan: Plan) -> Origin? {
    guard catalog.tablePrefix.isEmpty else { return nil }
    let words = Set(Lexer.names(in: SourceText(name: "definition", source.string(span))))
    var origin = Origin(
      name: name, body: body, source: source, bindings: catalog.bindings.filter { words.contains($0.key) },
      functions: catalog.functions.filter { words.contains($0.key) },
      lastResult: words.contains("_") ? lastResult : nil, schemas: [:], types: [:])
    origin.note(plan, in: catalog)
    return origin.schemas.isEmpty && origin.types.isEmpty ? nil : origin
  }
}

extension Checker {
  /// Views, functions and the last result are not what they were once a table has other columns, or a parameter (`$NAME`)
  /// another type.
  mutating func noteChanges(_ changes: Set<String>) {
    catalog.refresh()
    guard let read = lastResult?.reads(changes), !read.isEmpty else { return }
    lastResult = nil
    catalog.outdatedResult = read
  }
}

extension Plan {
  /// Those tables of some, and as `$NAME` those parameters, that it reads.
  package func reads(_ names: Set<String>) -> Set<String> {
    allTables.union(allParameters.map { "$" + $0 }).intersection(names)
  }
}

extension Catalog {
  /// Checks again what was defined over tables that have other columns now, and parameters of another type: views, values
  /// and functions.
  ///
  /// What does not fit any more keeps its name, and says so where it is used.
  package mutating func refresh() {
    var refresher = Refresher(catalog: self)
    bindings = bindings.mapValues { refresher.refreshed($0) }
    functions = functions.mapValues { refresher.refreshed($0) }
  }
}

/// Each definition is checked once, however many others use it.
private struct Refresher {
  let catalog: Catalog
  private var known: [Int: Catalog.Binding] = [:]

  init(catalog: Catalog) { self.catalog = catalog }

  /// As deep as views use each other, which the depth of plans limits.
  mutating func refreshed(_ binding: Catalog.Binding) -> Catalog.Binding {
    if let known = known[binding.id] { return known }
    guard var origin = binding.origin else { return binding }
    let changed = origin.changes(in: catalog)
    guard !changed.isEmpty, case .pipeline(let pipeline) = origin.body else { return binding }
    var checker = checker(for: origin, changed)
    let (whole, isScalar) = checker.check(pipeline)
    var binding = binding
    binding.outdated = mistake(in: checker, origin, changed)
    if binding.outdated == nil, whole.isBroken || isScalar != binding.isScalar { binding.outdated = "" }
    let isClosed = !isScalar && catalog.closedTables.contains(origin.name.text)
    binding.plan =
      binding.outdated != nil
      ? .unknown(at: binding.plan.span) : isClosed ? whole.closingWords(ofTable: origin.name.text) : whole
    origin.note(binding.plan, in: catalog)
    binding.origin = origin
    known[binding.id] = binding
    return binding
  }

  mutating func refreshed(_ function: FunctionDefinition) -> FunctionDefinition {
    guard var origin = function.origin else { return function }
    let changed = origin.changes(in: catalog)
    guard !changed.isEmpty, case .function(let fields, let body) = origin.body else { return function }
    var checker = checker(for: origin, changed)
    let checked = checker.function(origin.name, fields, body)
    var function = function
    function.outdated = mistake(in: checker, origin, changed)
    if case .function(let definition) = checked {
      function.body = definition.body
    } else {
      function.outdated = function.outdated ?? ""
    }
    origin.note(function.body.asPlan, in: catalog)
    function.origin = origin
    return function
  }

  /// The names of a text as they were, over the tables as they are.
  private mutating func checker(for origin: Origin, _ changed: Set<String>) -> Checker {
    var context = catalog
    context.bindings = origin.bindings.mapValues { refreshed($0) }
    context.functions = origin.functions.mapValues { refreshed($0) }
    return Checker(
      catalog: context, source: origin.source, allowsRebinding: true,
      lastResult: origin.lastResult.flatMap { $0.reads(changed).isEmpty ? $0 : nil })
  }

  /// What does not fit, in words; nil if all of it does.
  private func mistake(in checker: Checker, _ origin: Origin, _ changed: Set<String>) -> String? {
    let errors = checker.diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else { return nil }
    let what = Diagnostic.changes(changed)
    let line = origin.source.line(of: first.span.lower)
    let place = origin.source.lineStarts.count > 1 ? ", line \(line) of \(origin.source.name)" : ""
    if first.id == "no-last-result" {
      return "\(what), and it goes on from a result of before\(place)"
    }
    let isOfAnother = first.id == "outdated-definition"
    let label = isOfAnother ? "" : first.labels.first.map { $0.text.isEmpty ? "" : " (\($0.text))" } ?? ""
    return "\(what): \(first.message)\(label)\(place)"
  }
}

extension PlanExpression {
  /// A plan that makes its value, to ask what it reads.
  var asPlan: Plan {
    Plan(.project(Plan(.unit, schema: Schema([]), at: span), [self]), schema: Schema([]), at: span)
  }
}
