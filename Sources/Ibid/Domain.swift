import IbidExtraction
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// The tables that come with Ibid as scripts: rules and views that a user can read, copy and change.
///
/// They are checked once, when a session first meets one of their names. The rules' tables have names of their own
/// (`ibid/…`), so that a copy of a rule under its old name is another rule. What a user binds to a name takes its place for
/// the user, not for the views that come with Ibid.
struct Domain: Sendable {
  /// A script as it stands in the sources.
  struct File: Sendable {
    /// The table that it is about.
    let name: String
    let text: SourceText
    /// Every name that it defines.
    let names: [String]
  }

  static let files: [File] = DomainData.files.map { file in
    let text = SourceText(name: "\(file.name).ibid", bytes: file.bytes)
    return File(name: file.name, text: text, names: definedNames(in: text))
  }

  static let names: Set<String> = Set(files.flatMap(\.names))

  /// The names of files that define what they are called: those of the tables that users see.
  static let tableNames: Set<String> = Set(files.filter { $0.names.contains($0.name) }.map(\.name))

  static let shared = Domain()

  private let definitions: Definitions
  /// The bindings that are tables.
  let tables: [String]
  /// What the checker says about the scripts: nothing, as a test demands.
  let mistakes: [QueryError]

  private init() {
    let empty = Store.empty.catalog
    var catalog = empty
    catalog.tablePrefix = Catalog.shippedPrefix
    catalog.firstBindingID = Plan.firstShippedView
    var mistakes: [QueryError] = []
    for file in Self.files {
      let parsed = Parser.parse(file.text, mode: .script)
      var checker = Checker(catalog: catalog, source: file.text)
      _ = checker.check(parsed.script)
      let found = parsed.diagnostics + checker.diagnostics
      if !found.isEmpty { mistakes.append(QueryError(found, in: file.text)) }
      catalog = checker.catalog
    }
    definitions = Definitions(of: catalog, beyond: empty)
    let bindings = definitions.bindings
    tables = Self.files.map(\.name).filter { bindings[$0].map { !$0.isScalar } ?? false }
    self.mistakes = mistakes
  }

  /// Finds how the tables are best made, so that the first query of one need not.
  func prepare() {
    for table in tables { definitions.bindings[table]?.prepared.prepare() }
  }

  /// Makes its names known; each may be given another meaning.
  func add(to catalog: inout Catalog) {
    let taken = Set(catalog.tables.map(\.name))
    for (name, binding) in definitions.bindings where !taken.contains(name) {
      catalog.bindings[name] = binding
      catalog.shipped.insert(name)
    }
    catalog.dictionaries.merge(definitions.dictionaries) { old, _ in old }
    for rule in definitions.rules.values { catalog.define(rule) }
  }

  /// The columns of a table that users see.
  func schema(of table: String) -> Schema? {
    guard tables.contains(table), let fields = definitions.bindings[table]?.plan.schema.fields else { return nil }
    return Schema(fields.filter { !QueryResult.isHidden($0.name) })
  }

  /// What `help` says of a table: its columns with their words, and where to read how they are filled.
  func help(_ table: String) -> String? {
    guard let fields = schema(of: table)?.fields else { return nil }
    let width = fields.map(\.name.count).max() ?? 0
    let columns = fields.map { field in
      let line =
        "  " + field.name + String(repeating: " ", count: width + 2 - field.name.count) + field.type.description
      guard case .word(let set) = field.type.base else { return line }
      return line + ": " + set.words.joined(separator: ", ")
    }
    return "\(table), by rules (`ibid source \(table)`)\n" + columns.joined(separator: "\n") + "\n"
  }

  /// A line of `help tables`.
  func summary(_ table: String) -> String? {
    schema(of: table).map { "\(table) (by rules): " + $0.names.joined(separator: ", ") + "\n" }
  }

  /// The rules in the order of their texts.
  var rules: [RuleDefinition] {
    Self.files.flatMap(\.names).compactMap { definitions.rules[Catalog.shippedPrefix + $0] }
  }

  /// Names behind a `let`, `rule` or `dict` at the start of a line.
  private static func definedNames(in text: SourceText) -> [String] {
    let openings = ["let ", "rule ", "dict "]
    return text.bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let word = openings.first(where: { line.starts(with: $0.utf8) }) else { return nil }
      return String(decoding: line.dropFirst(word.utf8.count).prefix(while: Self.isOfName), as: UTF8.self)
    }
  }

  /// A letter or digit of ASCII, as the names of these scripts are, or `_`.
  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}

extension Session {
  /// Makes the tables that come with Ibid known once a text has one of their names.
  func activateDomain(for source: SourceText) {
    guard !usesDomain || !store.listsDomain else { return }
    let names = Lexer.names(in: source)
    let isListed = names.contains { $0 == "tables" || $0 == "columns" }
    if isListed || names.contains(where: Domain.names.contains) { usesDomain = true }
    if isListed { store.listDomain() }
  }

  /// The names of the tables that come with Ibid as scripts.
  public nonisolated static var domainTables: [String] { DomainData.files.map(\.name) }

  /// The text that defines a name: a statement of this session's, else the script that comes with Ibid; nil for others.
  public func definition(of name: String) -> String? {
    if let text = texts[name] { return text }
    guard
      let file = Domain.files.first(where: { $0.name == name })
        ?? Domain.files.first(where: { $0.names.contains(name) })
    else { return nil }
    return file.text.string(ByteSpan(0, file.text.bytes.count))
  }
}
