import FoundationEssentials
import IbidColumns
import IbidDocuments
import IbidEngine
import IbidExtraction
import IbidFormats
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// The door to everything: documents and data in, typed queries, answers that cite their sources.
///
///     let session = Session()
///     try await session.load(documents: ["press"])
///     let query = try await session.prepare("money | where amount >= GBP 30 million")
///     let result = try await query.run()
///     print(result.text())
///     print(try result.explanation(ofRow: 0).rendered())
///
/// A session owns what changes: loaded tables, names bound by `let`, declared parameters, the last result. A prepared
/// query runs on the tables as they were when it was prepared, so loading more never changes it under way.
///
/// # Questions
///
/// Prepare a query once and run it often, on any thread: it is checked as a whole, and columns, types and parameters are
/// known before anything runs. A value of the program comes in as a parameter or as `"\(value)"`; both are bound with
/// their type, neither becomes part of the text.
///
///     let query = try await session.prepare("param min: money<GBP>\nmoney | where amount >= $min | select amount")
///     let result = try await query.run(["min": .money(10_000_000, "GBP")])
///
/// # Answers
///
///     struct Announcement: Decodable { let amount: Amount }
///     let rows = try result.decode(Announcement.self)      // typed, checked before the first row
///     for batch in result.batches(ofRows: 1000) { … }       // cells, when the columns are not known beforehand
///     try result.sources(ofRow: 0)                          // files, lines and bytes
///
/// # The program's own tables
///
///     try await session.register(table: "offices", rows: offices)     // any Encodable
///     try await session.load(data: "rates.csv", as: "rates")
///
/// # Errors and cancelling
///
/// Everything throws `QueryError`, whose messages have stable ids, places and suggestions; nothing that a user types or
/// loads traps. Cancelling a task ends the query that it runs, within a twentieth of a second and with kind `.cancelled`;
/// `cancel()` does so for all queries of the session, and for those that look for the sources of a row. `examples/embed` is a
/// whole program.
public actor Session {
  var store = Store.empty
  /// Names bound in this session; tables come from the store.
  var bindings: [String: Catalog.Binding] = [:]
  var parameters: [String: Catalog.ParameterDefinition] = [:]
  var functions: [String: FunctionDefinition] = [:]
  /// By the tables of their rows.
  var rules: [String: RuleDefinition] = [:]
  var dictionaries: [String: [String]] = [:]
  /// The statements that define names, as written.
  var texts: [String: String] = [:]
  /// The tables that come with Ibid as rules were asked for.
  var usesDomain = false
  var values: [String: Value] = [:]
  var lastPlan: Plan?
  /// Tables (and `$NAME`, parameters) that the last result was made of, where it is no good to go on from since they have
  /// other columns.
  var outdatedResult: Set<String> = []
  /// The highest number that a binding had so far.
  var lastBindingID = 0
  /// The last result that was a table, of `lastPlan`: what `keep` names.
  var lastTable: QueryResult?
  /// Of the program that runs.
  var failed = FailedResults()
  /// What was loaded, for `reload()`.
  var loads = LoadHistory()

  /// The result printed last, which `why` and `open` ask about.
  public internal(set) var lastResult: QueryResult?

  /// What `set rows` and `set format` ask of those who print results.
  public internal(set) var settings = Settings()

  /// Ends the running query of this session with `QueryError.Kind.cancelled`; safe to call from a signal handler's thread.
  nonisolated let cancellation = Cancellation()

  /// What is going on, for `progress`.
  nonisolated let activity = Activity()

  /// How many threads a query may use.
  nonisolated let threads: Int

  /// Bytes that a query may allocate; nil: as many as there are.
  nonisolated let memoryLimit: Int?

  /// An empty session: the document tables are there and have no rows.
  ///
  /// A query, and the reading of a data file, use up to `threads` threads, one for each core unless told; what it answers
  /// does not depend on it. A query that would hold more than `memoryLimit` bytes beside the loaded tables ends with the
  /// error `memory-limit`.
  public init(threads: Int? = nil, memoryLimit: Int? = nil) {
    self.threads = max(threads ?? ProcessInfo.processInfo.activeProcessorCount, 1)
    self.memoryLimit = memoryLimit
    store.threads = self.threads
  }

  /// Reads the scripts of the domain beside what goes on, such as the reading of documents: all of them take some 50 ms, which
  /// the first query of `events`, `agreements` and the like would wait for.
  ///
  /// Does nothing for a program that names none of them; without a program the prompt is meant, where any may be asked for.
  public nonisolated static func readAhead(for program: [UInt8]? = nil) {
    if let program, !Lexer.names(in: SourceText(name: "query", bytes: program)).contains(where: Domain.names.contains) {
      return
    }
    Task.detached(priority: .utility) { Domain.shared.prepare() }
  }

  /// Ends what this session runs at the moment; safe to call from any thread.
  public nonisolated func cancel() { cancellation.cancel() }

  var catalog: Catalog { catalog(except: []) }

  /// Without what users have given these names.
  func catalog(except names: Set<String>) -> Catalog {
    var catalog = store.catalog
    catalog.forget(rules: names)
    if usesDomain { Domain.shared.add(to: &catalog) }
    let bindings = bindings.filter { !names.contains($0.key) }
    catalog.bindings.merge(bindings) { _, new in new }
    catalog.shipped.subtract(bindings.keys)
    for rule in rules.values where !names.contains(rule.name) {
      catalog.define(rule)
      if bindings[rule.name] == nil { catalog.bindings[rule.name] = nil }
    }
    catalog.dictionaries.merge(dictionaries.filter { !names.contains($0.key) }) { _, new in new }
    catalog.parameters = parameters.filter { !names.contains($0.key) }
    catalog.functions = functions.filter { !names.contains($0.key) }
    catalog.firstBindingID = lastBindingID + 1
    catalog.outdatedResult = outdatedResult
    return catalog
  }

  // MARK: Tables

  /// A table that queries may use.
  public struct TableInfo: Sendable, Hashable {
    /// As a query uses it.
    public let name: String
    /// Rows that a query sees; those that stand in repeats are not counted.
    public let rowCount: Int
    /// Columns in order, with their types.
    public let columns: [ResultColumn]
  }

  /// All tables, the document tables first.
  ///
  /// Without `tables`, `columns` and `functions`, which a query may use too.
  public var tables: [TableInfo] {
    get async {
      try? await readRules(Set(rules.keys))
      return knownTables
    }
  }

  /// The same; a rule's table that no query has read yet has no rows.
  var knownTables: [TableInfo] { store.catalog.ownTables.map(info) }

  /// The tables about tables: `tables`, `columns`, `functions`.
  var tablesAboutTables: [TableInfo] { store.catalog.tables.filter(\.isAboutTables).map(info) }

  private func info(_ definition: Catalog.TableDefinition) -> TableInfo {
    let columns = definition.schema.fields.filter { !QueryResult.isHidden($0.name) }.map {
      ResultColumn(name: $0.name, type: $0.type.description)
    }
    return TableInfo(name: definition.name, rowCount: store.rowCount(of: definition.name), columns: columns)
  }

  /// Names bound by `let`, in alphabetical order.
  public var boundNames: [String] { bindings.keys.sorted() }

  /// Columns of the last result, for completion and `.schema _`.
  public var lastColumns: [ResultColumn] { lastResult?.columns ?? [] }
}
