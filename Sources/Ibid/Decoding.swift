import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import IbidTypes

extension QueryResult {
  /// Reads every row into a Swift type; the columns are checked against it before the first row, also if there are none.
  ///
  ///     struct Announcement: Decodable { let title: String; let amount: Amount; let publishedOn: TimeSpan? }
  ///     let announcements = try result.decode(Announcement.self)
  ///
  /// A property takes the column of its name; `publishedOn` also finds `published_on`. Columns nobody asks for are left
  /// out. What fits what:
  ///
  /// | column | Swift |
  /// |---|---|
  /// | `bool` · `int` · `float` | `Bool` · any integer, `Double`, `Float` · `Double`, `Float` |
  /// | `text`, sets of words | `String`, enums over `String` |
  /// | `money`, `quantity`, `duration` | `Amount`, or a struct with some of its properties |
  /// | `date`, `period` | `TimeSpan`, or a struct with some of its properties |
  /// | `list<T>` | `[T]` |
  /// | `ref<table>` | `RowReference`, or `String`: the name |
  /// | `source` | `Source` |
  /// | `T?` | an optional; nothing else can hold a missing value |
  ///
  /// A result of one column also reads as that column's values: `result.decode(Int.self)`.
  ///
  /// Throws `QueryError`: `decode-missing-column` and `decode-type-mismatch`, all of them at once, before any row;
  /// `decode-failed` with row and column for what only the data shows, such as 300 for an `Int8` or an initialiser that
  /// throws; cancelled with the task. An initialiser that refuses the values it is checked with is no error by itself.
  public func decode<Row: Decodable>(_ type: Row.Type = Row.self) throws(QueryError) -> [Row] {
    try decode(type, from: decodingColumns, asking: "decode(\(type).self)")
  }

  /// Reads one column into an array: `result.values(of: "amount", as: Amount.self)`.
  ///
  /// Types and errors are those of `decode`.
  public func values<Element: Decodable>(of column: String, as type: Element.Type = Element.self) throws(QueryError)
    -> [Element]
  {
    let asking = "values(of: \"\(column)\", as: \(type).self)"
    let all = decodingColumns
    guard let index = all.position(of: column) else {
      throw QueryError.undecodable([all.missing(column, within: nil, askedBy: nil)], asking: asking)
    }
    return try decode(type, from: DecodingColumns([all.columns[index]]), asking: asking)
  }

  private var decodingColumns: DecodingColumns {
    DecodingColumns(
      visible.map {
        DecodingColumn(
          name: schema.fields[$0].name, type: schema.fields[$0].type, values: execution.table.columns[$0])
      })
  }

  private func decode<Row: Decodable>(_ type: Row.Type, from columns: DecodingColumns, asking: String)
    throws(QueryError) -> [Row]
  {
    let problems = columns.problems(decoding: type)
    if !problems.isEmpty { throw QueryError.undecodable(problems, asking: asking) }
    let context = DecodingContext(isProbing: false, references: store.reference)
    var rows: [Row] = []
    rows.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      if row & 1023 == 0, Task.isCancelled { throw QueryError.cancelled }
      do {
        rows.append(try RowDecoder(columns, row: row, context).decode(type))
      } catch {
        throw QueryError.undecodable([DecodingProblem(error, row: row)], asking: asking)
      }
    }
    return rows
  }
}

extension QueryError {
  /// Problems of decoding, shown at the call that asked for it.
  static func undecodable(_ problems: [DecodingProblem], asking: String) -> QueryError {
    let source = SourceText(name: "decode", asking)
    let span = ByteSpan(0, source.bytes.count)
    let diagnostics = problems.map {
      Diagnostic($0.id, $0.message, at: span, why: $0.reason, try: $0.suggestions.map { Diagnostic.Suggestion($0) })
    }
    return QueryError(diagnostics, in: source)
  }
}

/// A row of another table, as a reference to it decodes: the row's id and its name or title.
public struct RowReference: Sendable, Hashable, Codable {
  /// The row's `id`, or its number from 1 in a table without ids.
  public var id: String
  /// Its name, title or text.
  public var name: String

  /// A reference to no table in particular, for tests and for encoding.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
