import IbidColumns
import IbidEngine
import IbidExtraction
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

// Running rules: their tables are made when a query first reads them, and again after a load.

extension Session {
  /// Makes the tables of the rules that plans read, unless they are there.
  ///
  /// Where some are missing, those that `others` read are made with them: a text is taken apart once for all rules that
  /// run over it together.
  func readRules(for plans: [Plan], besides others: [Plan] = []) async throws(QueryError) {
    var wanted = plans.reduce(into: Set<String>()) { $0.formUnion($1.allTables) }
    if !wanted.isDisjoint(with: CatalogTables.names) { wanted.formUnion(rules.keys) }
    let known = catalog.rules
    guard wanted.contains(where: { known[$0] != nil && !store.hasRows(ofRule: $0) }) else { return }
    try await readRules(others.reduce(into: wanted) { $0.formUnion($1.allTables) })
  }

  func readRules(_ wanted: Set<String>) async throws(QueryError) {
    let known = catalog.rules
    // A load that happens meanwhile asks for another go.
    while wanted.contains(where: { known[$0] != nil && !store.hasRows(ofRule: $0) }) {
      var copy = store
      try await readRules(wanted, among: known, in: &copy)
      if store.loadCount == copy.loadCount { store = copy }
    }
  }

  /// Makes the tables of rules in a store, unless they are there.
  nonisolated func readRules(_ wanted: Set<String>, among known: [String: RuleDefinition], in store: inout Store)
    async throws(QueryError)
  {
    let missing = wanted.filter { known[$0] != nil && !store.hasRows(ofRule: $0) }
    guard !missing.isEmpty else { return }
    cancellation.reset()
    let set = RuleSet(Self.withDependencies(missing, among: known))
    guard let tables = await tables(of: set, in: store.corpus) else { throw QueryError.cancelled }
    store.define(ruleTables: tables)
  }

  /// The rules of some tables and those that they read, each behind the ones it reads.
  static func withDependencies(_ wanted: Set<String>, among known: [String: RuleDefinition]) -> [RuleDefinition] {
    var ordered: [RuleDefinition] = []
    var seen: Set<String> = []
    var stack: [(table: String, isDone: Bool)] = wanted.sorted(by: >).map { ($0, false) }
    while let (table, isDone) = stack.popLast() {
      guard let rule = known[table] else { continue }
      if isDone {
        ordered.append(rule)
      } else if seen.insert(table).inserted {
        stack.append((table, true))
        stack += rule.readsTables.sorted(by: >).map { ($0, false) }
      }
    }
    return ordered
  }

  /// Runs rules over all files in parallel; rows in the order of the files. Nil where the session was told to stop.
  private nonisolated func tables(of rules: RuleSet, in corpus: CorpusTables) async -> [CorpusTables.Entry]? {
    let (cancellation, meter) = (cancellation, activity.meter)
    activity.begin(.rules, steps: corpus.fileCount)
    defer { activity.end() }
    let run = RuleRun(rules)
    let matches = await Workers.map(corpus.fileCount, threads: threads, isStopped: { cancellation.isCancelled }) {
      file in
      defer { meter.addStep() }
      return corpus.matches(of: run, inFile: file) { cancellation.isCancelled }
    }
    return matches.map { corpus.tables(of: rules, $0) }
  }

  // MARK: Statements

  func define(_ rule: RuleDefinition) -> Outcome {
    let isBound = bindings.removeValue(forKey: rule.name) != nil
    let replaced = rules.updateValue(rule, forKey: rule.table) != nil || isBound
    store.define(rule)
    noteOtherColumns()
    return .done(replaced ? "\(rule.name) now means this instead" : "")
  }

  func define(dictionary name: String, _ entries: [String], _ binding: Catalog.Binding) -> Outcome {
    let replaced = dictionaries.updateValue(entries, forKey: name) != nil
    bindings[name] = binding
    lastBindingID = max(lastBindingID, binding.id)
    return .done(replaced ? "\(name) now means this instead" : "")
  }

  /// What `explain rule` prints.
  func explanation(of rule: RuleDefinition) -> String {
    let set = RuleSet(Self.withDependencies([rule.table], among: catalog.rules))
    return set.explanation(of: rule.table)
  }

  // MARK: Files of words

  /// The entries of the files that `dict` statements name, by path as written; files that cannot be read give failures.
  ///
  /// A text file has an entry a line; of a csv or tsv file the first column counts, its head aside.
  func readDictionaries(of script: IbidSyntax.Script, in source: SourceText, except unread: SpanSet = SpanSet())
    -> (entries: [String: [String]], failures: [QueryError])
  {
    var entries: [String: [String]] = [:]
    var failures: [QueryError] = []
    for statement in script.statements {
      guard case .dictionary(_, let value) = statement.kind, case .literal(.string(let path)) = value.kind,
        !unread.touches(statement.span), entries[path] == nil
      else { continue }
      do {
        entries[path] = try Self.entries(ofFile: path, in: source, at: value.span)
      } catch {
        failures.append(error)
      }
    }
    return (entries, failures)
  }
}
