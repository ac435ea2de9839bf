package import IbidColumns
package import IbidTypes

/// The tables that a query sees: immutable, shared, the same for the whole run.
package struct Snapshot: Sendable {
  package private(set) var tables: [String: Table] = [:]
  /// Rows that are no copies, ascending, for tables that hold copies.
  package private(set) var originals: [String: [Int32]] = [:]

  /// How far a hedged value may be from its point, as a share of it; nil: nobody knows, which decides no comparison.
  package var hedge: ExactNumber?

  package init() {}

  /// Adds or replaces a table, of which short twins of long columns are made. `originals` are the rows that do not stand in repeats; nil means all of them.
  package mutating func define(_ table: Table, originals rows: [Int32]? = nil) {
    tables[table.name] = table.packed
    originals[table.name] = rows
  }

  package mutating func remove(_ name: String) {
    tables[name] = nil
    originals[name] = nil
  }
}
