import IbidColumns
import IbidDocuments
import IbidEngine
import IbidExtraction
import IbidPlan
import IbidSemantics
import IbidSource
import IbidTypes

/// Everything loaded, as one immutable value: what a query runs on while the session goes on.
struct Store: Sendable {
  private(set) var files: [DocumentFile] = []
  private(set) var findings: [Findings] = []
  private(set) var corpus = CorpusTables.empty
  /// Who makes the tables.
  var threads = 1
  /// The tables of users' rules.
  private var rules: Set<String> = []
  /// Tables of rules that were run on the documents that are loaded now.
  private var ruleTables: Set<String> = []
  /// Changes whenever tables of rules have to be made anew.
  private(set) var loadCount = 0
  private(set) var snapshot = Snapshot()
  private(set) var catalog = Catalog()
  /// Tables that have other columns than before, until somebody asks.
  private var reshaped: Set<String> = []
  /// Texts by name, to show what stands at a source.
  private var texts: [String: SourceText] = [:]
  /// Data files that are too large to keep their text beside their table; it is read again when somebody asks.
  private var largeFiles: Set<String> = []

  private static let largestKeptBytes = 8_000_000

  /// The document tables are there and have no rows. Made once: sessions begin with a copy, which shares all of it.
  static let empty = Store()

  private init() {
    catalog.closedTables = Domain.tableNames
    rebuild()
  }

  /// Adds files and makes the document tables anew; a file loaded before is not loaded twice.
  mutating func add(_ newFiles: [DocumentFile], _ newFindings: [Findings]) {
    for (file, found) in zip(newFiles, newFindings) where texts[file.source.name] == nil {
      files.append(file)
      findings.append(found)
      texts[file.source.name] = file.source
    }
    rebuild()
  }

  /// Puts files in the place of those of the same name, takes others out, and makes the document tables anew.
  mutating func replace(_ changed: [(file: DocumentFile, findings: Findings)], removing gone: Set<String>) {
    let new = Dictionary(changed.map { ($0.file.source.name, $0) }) { first, _ in first }
    var keptFiles: [DocumentFile] = []
    var keptFindings: [Findings] = []
    for (file, found) in zip(files, findings) {
      let name = file.source.name
      if gone.contains(name) {
        texts[name] = nil
        continue
      }
      keptFiles.append(new[name]?.file ?? file)
      keptFindings.append(new[name]?.findings ?? found)
      if let source = new[name]?.file.source { texts[name] = source }
    }
    (files, findings) = (keptFiles, keptFindings)
    rebuild()
  }

  func contains(_ file: String) -> Bool { texts[file] != nil }

  /// The text of a file that was loaded, as it stands now if it is a large data file.
  func text(of file: String) -> SourceText? {
    texts[file] ?? (largeFiles.contains(file) ? DocumentLoader.plainFile(file) : nil)
  }

  /// Adds or replaces a table of data.
  mutating func define(_ table: Table) {
    noteColumns(of: table.name, table.schema)
    snapshot.define(table)
    catalog.define(.init(name: table.name, schema: table.schema))
    describe()
  }

  private mutating func noteColumns(of table: String, _ schema: Schema) {
    if let known = catalog.table(named: table), known.schema != schema { reshaped.insert(table) }
  }

  /// The tables that got other columns since it was asked last.
  mutating func takeReshaped() -> Set<String> {
    defer { reshaped = [] }
    return reshaped
  }

  /// Adds the rows of a result as a table.
  mutating func define(_ table: Table, keptFrom result: KeptResult?) {
    define(table)
    snapshot.define(table, keptFrom: result)
  }

  /// This store with the tables of another time, to show where rows of those stand.
  func with(_ past: Snapshot) -> Store {
    var copy = self
    copy.snapshot = past
    return copy
  }

  /// Adds or replaces the table of a data file.
  mutating func define(_ table: Table, file: String, sizeBytes: Int) {
    texts[file] = sizeBytes <= Self.largestKeptBytes ? DocumentLoader.plainFile(file) : nil
    if texts[file] == nil { largeFiles.insert(file) } else { largeFiles.remove(file) }
    define(table)
  }

  /// Whether a name belongs to a table that is always there.
  static func isReserved(_ name: String) -> Bool { documentTables.contains(name) || CatalogTables.names.contains(name) }

  private static let documentTables = Set(CorpusTables.empty.entries.map(\.table.name))

  /// How far a hedged value may be from its point, as a share of it; nil for no tolerance.
  mutating func setHedge(_ tolerance: ExactNumber?) { snapshot.hedge = tolerance }

  /// Whether csv and tsv are written without anything that a spreadsheet takes for a formula.
  var writesSafeCells = false

  // MARK: Rules

  /// Makes a rule known; its table has no rows until `define(ruleTables:)`.
  mutating func define(_ rule: RuleDefinition) {
    rules.insert(rule.table)
    noteColumns(of: rule.table, rule.schema)
    catalog.define(rule)
    forgetRows(ofRule: rule.table)
    describe()
  }

  func hasRows(ofRule table: String) -> Bool { ruleTables.contains(table) }

  mutating func define(ruleTables tables: [CorpusTables.Entry]) {
    for entry in tables {
      snapshot.define(entry.table, originals: entry.originals)
      ruleTables.insert(entry.table.name)
    }
    describe()
  }

  /// Drops the rows of a rule and of those that read it, however many rules are between; others keep theirs.
  private mutating func forgetRows(ofRule table: String) {
    var stale: Set<String> = []
    var reached = [table]
    while let next = reached.popLast() {
      guard stale.insert(next).inserted else { continue }
      reached += catalog.rules.values.filter { $0.readsTables.contains(next) }.map(\.table)
    }
    forgetRows(ofRules: stale)
  }

  private mutating func forgetRows(ofRules stale: Set<String>) {
    for table in ruleTables.intersection(stale) { snapshot.remove(table) }
    ruleTables.subtract(stale)
    loadCount += 1
  }

  private mutating func rebuild() {
    forgetRows(ofRules: ruleTables)
    corpus = CorpusTables(files: files, findings: findings, parallel: Parallel(threads: threads))
    for entry in corpus.entries {
      snapshot.define(entry.table, originals: entry.originals)
      catalog.define(
        .init(
          name: entry.table.name, schema: entry.table.schema, hasCopies: entry.table.schema.index(of: "@copy") != nil))
    }
    describe()
  }

  /// Rows that a query of a table sees; those that stand in repeats are not counted.
  func rowCount(of table: String) -> Int {
    snapshot.originals[table]?.count ?? snapshot.tables[table]?.rowCount ?? 0
  }

  /// Whether the tables about tables have those of the domain. They are checked first, so only when somebody asks.
  private(set) var listsDomain = false

  mutating func listDomain() {
    guard !listsDomain else { return }
    listsDomain = true
    describe()
  }

  /// Brings the tables about tables up to date.
  private mutating func describe() {
    let domain: [CatalogTables.Entry] =
      listsDomain
      ? Domain.shared.tables.compactMap { name in
        guard catalog.ownTables.allSatisfy({ $0.name != name }), let schema = Domain.shared.schema(of: name) else {
          return nil
        }
        return (name, "domain", nil, schema.fields)
      } : []
    let about = CatalogTables(
      of: catalog.tables, documentTables: Self.documentTables, rules: rules, domain: domain, rows: rowCount)
    for table in about.entries {
      snapshot.define(table)
      catalog.define(.init(name: table.name, schema: table.schema, isAboutTables: true))
    }
  }

  /// Id and name of a row, to print a reference.
  func reference(_ table: String, _ row: Int32) -> (id: String, name: String) {
    guard let target = snapshot.tables[table], row >= 0, Int(row) < target.rowCount else { return ("", "") }
    func text(_ column: String) -> String? {
      if case .text(let value)? = target.column(column)?.value(at: Int(row)) { value } else { nil }
    }
    return (text("id") ?? "\(Int(row) + 1)", snapshot.name(ofRow: row, in: table))
  }
}
