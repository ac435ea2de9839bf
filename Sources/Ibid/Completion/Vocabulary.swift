import IbidColumns
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// What a session knows at one moment, for editors: tables, names, the last result, and the values in them.
///
/// A value that can be asked from any thread while the session goes on; it shares the session's tables and copies nothing.
public struct Vocabulary: Sendable {
  public let tables: [Session.TableInfo]
  /// Names bound by `let`, in alphabetical order.
  public let boundNames: [String]
  /// Columns of the last result.
  public let lastColumns: [ResultColumn]

  let catalog: Catalog
  let store: Store
  let lastPlan: Plan?
  let parameters: [String: Value]

  /// Of a session in which nothing has happened.
  public init() { self.init(store: .empty) }

  init(
    tables: [Session.TableInfo] = [], boundNames: [String] = [], lastColumns: [ResultColumn] = [],
    catalog: Catalog? = nil, store: Store, lastPlan: Plan? = nil, parameters: [String: Value] = [:]
  ) {
    self.tables = tables
    self.boundNames = boundNames
    self.lastColumns = lastColumns
    self.catalog = catalog ?? store.catalog
    self.store = store
    self.lastPlan = lastPlan
    self.parameters = parameters
  }
}

extension Session {
  /// Tables, bound names and columns of the last result, as they are now.
  public var vocabulary: Vocabulary {
    Vocabulary(
      tables: knownTables + tablesAboutTables, boundNames: boundNames, lastColumns: lastColumns, catalog: catalog,
      store: store, lastPlan: lastPlan, parameters: values(for: parameters))
  }
}

extension Vocabulary {
  /// A checker for a text that is being written, at the prompt: names may be bound again, nothing is loaded.
  ///
  /// Tables that the text itself would load are known by name only.
  func checker(for source: SourceText, _ parsed: ParsedScript) -> Checker {
    var catalog = catalog
    if Lexer.names(in: source).contains(where: Domain.names.contains) { Domain.shared.add(to: &catalog) }
    for statement in parsed.script.statements {
      if case .load(let load) = statement.kind, let name = load.name { catalog.defineUnknown(name.text) }
    }
    return Checker(
      catalog: catalog, source: source, allowsRebinding: true, lastResult: lastPlan,
      lost: parsed.lost + parsed.diagnostics.filter { $0.severity == .error }.map(\.span), unread: parsed.lost)
  }

  /// The columns behind a text that ends a table, hidden ones included; nil if it ends none.
  func schema(behind text: String) -> Schema? {
    let source = SourceText(name: "input", text)
    let parsed = Parser.parse(source, mode: .repl)
    var checker = checker(for: source, parsed)
    return checker.columns(behind: parsed.script)
  }

  /// The type that a value has where a step behind `text` is written.
  func type(of value: String, behind text: String) -> ValueType? {
    let type = schema(behind: "\(text)\n| select completion_value = \(value)")?["completion_value"]?.type
    return type?.base == .invalid ? nil : type
  }
}
