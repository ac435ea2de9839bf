package import IbidColumns
package import IbidTypes

/// The tables that a query sees: immutable, shared, the same for the whole run.
package struct Snapshot: Sendable {
  package private(set) var tables: [String: Table] = [:]
  /// Rows that are no copies, ascending, for tables that hold copies.
  package private(set) var originals: [String: [Int32]] = [:]
  /// What became of a result that was given a name: where its rows come from.
  package private(set) var kept: [String: KeptResult] = [:]
  /// Changes with a table's rows, so that rows of a table as it was are not taken for those of what it is now.
  private var versions: [String: Int] = [:]
  private var lastVersion = 0

  /// How far a hedged value may be from its point, as a share of it; nil: nobody knows, which decides no comparison.
  package var hedge: ExactNumber? {
    didSet { if hedge != oldValue { views = views?.without(readersOf: nil) } }
  }

  /// Nil where nothing is to be kept.
  private(set) var views: KeptViews? = KeptViews()

  package init() {}

  /// Adds or replaces a table, of which short twins of long columns are made. `originals` are the rows that do not stand in repeats; nil means all of them.
  package mutating func define(_ table: Table, originals rows: [Int32]? = nil) {
    tables[table.name] = table.packed
    originals[table.name] = rows
    kept[table.name] = nil
    lastVersion += 1
    versions[table.name] = lastVersion
    views = views?.without(readersOf: table.name)
  }

  /// Adds the rows of a result as a table; `result` traces them, nil where that would take too long.
  package mutating func define(_ table: Table, keptFrom result: KeptResult?) {
    define(table)
    kept[table.name] = result
  }

  package mutating func remove(_ name: String) {
    tables[name] = nil
    originals[name] = nil
    kept[name] = nil
    versions[name] = nil
    views = views?.without(readersOf: name)
  }

  func version(of table: String) -> Int? { versions[table] }

  /// The same without those kept tables that are not read.
  func keeping(_ read: Set<String>) -> Snapshot {
    var result = self
    for name in kept.keys where !read.contains(name) { result.remove(name) }
    return result
  }

  /// The same for a run that keeps no rows of views.
  var withoutViews: Snapshot {
    var result = self
    result.views = nil
    return result
  }

  /// The same with kept tables as tables like others, whose rows stand for themselves.
  package var withoutKept: Snapshot {
    var result = self
    result.kept = [:]
    return result
  }
}
