package import IbidTypes

/// Columns of equal length under a schema: an immutable snapshot.
package struct Table: Sendable {
  package let name: String
  package let schema: Schema
  package let columns: [Column]
  package let rowCount: Int

  package init(name: String, schema: Schema, columns: [Column], rowCount: Int) {
    precondition(schema.count == columns.count, "one column per field of \(name)")
    precondition(columns.allSatisfy { $0.count == rowCount }, "every column of \(name) has \(rowCount) rows")
    self.name = name
    self.schema = schema
    self.columns = columns
    self.rowCount = rowCount
  }

  package func column(_ name: String) -> Column? { schema.index(of: name).map { columns[$0] } }
}
