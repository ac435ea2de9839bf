import Foundation

/// Queries and the tables that they need, as `queries.json` has them for Ibid and for the peers.
struct Suite: Decodable {
  struct Query: Decodable {
    var id: String
    var title: String
    /// nil for the reading of files.
    var ibid: String?
    /// Tables that stand for `TABLE` in turn, beside `plain`.
    var on: [String]?
    /// The column that must fall from row to row.
    var order: String?
    var file: String?
  }

  /// Types of the columns of each table.
  var tables: [String: [String: String]]
  var queries: [Query]

  /// Each query on each of its tables; one on a table other than `plain` is called `t1/skewed`.
  var runs: [(id: String, query: Query)] {
    queries.flatMap { query in
      guard let others = query.on else { return [(query.id, query)] }
      return (["plain"] + others).map { table in
        var query = query
        query.ibid = query.ibid?.replacingOccurrences(of: "TABLE", with: table)
        return ("\(query.id)/\(table)", query)
      }
    }
  }

  static func named(_ name: String, in file: URL) throws -> Suite? {
    try JSONDecoder().decode([String: Suite].self, from: Data(contentsOf: file))[name]
  }
}
