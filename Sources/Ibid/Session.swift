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
public actor Session {
  var store = Store()
  /// Names bound in this session; tables come from the store.
  var bindings: [String: Catalog.Binding] = [:]
  var parameters: [String: Catalog.ParameterDefinition] = [:]
  var values: [String: Value] = [:]
  var lastPlan: Plan?

  /// The result printed last, which `why` asks about and a leading `|` goes on from.
  public internal(set) var lastResult: QueryResult?

  /// Ends the running query of this session with `QueryError.Kind.cancelled`; safe to call from a signal handler's thread.
  nonisolated let cancellation = Cancellation()

  public init() {}

  public nonisolated func cancel() { cancellation.cancel() }

  var catalog: Catalog {
    var catalog = store.catalog
    catalog.bindings = bindings
    catalog.parameters = parameters
    return catalog
  }

  // MARK: Tables

  /// A table that queries may use.
  public struct TableInfo: Sendable, Hashable {
    public let name: String
    public let rowCount: Int
    public let columns: [ResultColumn]
  }

  /// All tables, the document tables first.
  public var tables: [TableInfo] {
    store.catalog.tables.map { definition in
      let rows = store.snapshot.originals[definition.name]?.count ?? store.snapshot.tables[definition.name]?.rowCount ?? 0
      let columns = definition.schema.fields.filter { !QueryResult.isHidden($0.name) }.map { ResultColumn(name: $0.name, type: $0.type.description) }
      return TableInfo(name: definition.name, rowCount: rows, columns: columns)
    }
  }

  /// Names bound by `let`, in alphabetical order.
  public var boundNames: [String] { bindings.keys.sorted() }

  /// Columns of the last result, for completion and `.schema _`.
  public var lastColumns: [ResultColumn] { lastResult?.columns ?? [] }
}
