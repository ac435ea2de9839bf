import IbidColumns
import IbidPlan
import IbidSemantics
import IbidTypes

/// The tables about what there is to query: `tables`, `columns` and `functions`.
///
/// Ordinary tables, made anew whenever another one changes; each of them has its own rows in the first two.
struct CatalogTables {
  static let names = ["tables", "columns", "functions"]

  /// In the order of `names`.
  let entries: [Table]

  /// A row of `tables`; the rows of a table of the domain are not counted, as its rules would have to run.
  typealias Entry = (name: String, kind: String, rows: Int64?, fields: [Field])

  /// `documentTables` are those made of documents, `rules` those of rules, `domain` those that come with Ibid as rules; the
  /// others are data.
  init(
    of definitions: [Catalog.TableDefinition], documentTables: Set<String>, rules: Set<String>, domain: [Entry],
    rows: (String) -> Int
  ) {
    let functions = Self.functions
    let known: [Entry] = definitions.filter { !Self.names.contains($0.name) }.map { table in
      let kind = documentTables.contains(table.name) ? "documents" : rules.contains(table.name) ? "rule" : "data"
      return (table.name, kind, Int64(rows(table.name)), Self.visible(table.schema))
    }
    let about = [Self.tablesSchema, Self.columnsSchema, functions.schema]
    let counts = known + domain
    let rowCounts = [
      counts.count + about.count, (counts.map(\.fields) + about.map(\.fields)).reduce(0) { $0 + $1.count },
      functions.rowCount,
    ]
    let all: [Entry] =
      counts + Self.names.indices.map { (Self.names[$0], "about", Int64(rowCounts[$0]), about[$0].fields) }
    let tables = Table(
      name: "tables", schema: Self.tablesSchema,
      columns: [
        .text(TextColumn(all.map { $0.name })), .text(TextColumn(all.map { $0.kind })),
        .int(FixedColumn(all.map { $0.rows ?? 0 }, validity: Bitmap(all.map { $0.rows != nil }))),
        .int(FixedColumn(all.map { Int64($0.fields.count) })),
      ], rowCount: all.count)
    let places = all.flatMap { table in table.fields.indices.map { (table.name, $0 + 1, table.fields[$0]) } }
    let columns = Table(
      name: "columns", schema: Self.columnsSchema,
      columns: [
        .text(TextColumn(places.map { $0.0 })), .text(TextColumn(places.map { $0.2.name })),
        .text(TextColumn(places.map { $0.2.type.required.description })),
        .bool(BoolColumn(Bitmap(places.map { $0.2.type.isOptional }))),
        .int(FixedColumn(places.map { Int64($0.1) })),
      ], rowCount: places.count)
    entries = [tables, columns, functions]
  }

  private static func visible(_ schema: Schema) -> [Field] {
    schema.fields.filter { !QueryResult.isHidden($0.name) }
  }

  private static let tablesSchema = Schema([
    Field("name", .text, unique: true),
    Field("kind", ValueType(.word(WordSet("table_kind", ["documents", "domain", "rule", "data", "about"])))),
    Field("rows", ValueType(.int, optional: true)),
    Field("columns", .int),
  ])

  private static let columnsSchema = Schema([
    Field("table", .text), Field("name", .text), Field("type", .text), Field("optional", .bool), Field("index", .int),
  ])

  /// The same for every session: every function of the catalog, in its order.
  private static let functions: Table = {
    let entries = FunctionCatalog.entries
    var examples: [String] = []
    var offsets: [Int32] = [0]
    for entry in entries {
      examples += entry.examples.map { "\($0.query) → \($0.result)" }
      offsets.append(Int32(examples.count))
    }
    let groups = WordSet("function_group", FunctionGroup.allCases.map { "\($0)" })
    return Table(
      name: "functions",
      schema: Schema([
        Field("name", .text), Field("group", ValueType(.word(groups))), Field("signature", .text),
        Field("summary", .text), Field("examples", ValueType(.list(.text))),
      ]),
      columns: [
        .text(TextColumn(entries.map { $0.name })), .text(TextColumn(entries.map { "\($0.group)" })),
        .text(TextColumn(entries.map { $0.signature })), .text(TextColumn(entries.map { $0.summary })),
        .list(ListColumn(offsets: offsets, elements: .text(TextColumn(examples)))),
      ], rowCount: entries.count)
  }()
}
