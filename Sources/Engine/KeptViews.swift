import IbidColumns
import IbidPlan
import Synchronization

/// The rows of the tables that come with Ibid as scripts, made when a query first reads one and kept for the next.
///
/// They belong to one set of tables, which copies of a snapshot share: whoever changes a table goes on with `without`.
final class KeptViews: Sendable {
  /// What a view gave, and what there was to note of it.
  struct Rows: Sendable {
    let relation: Relation
    let notes: [ExecutionNote]
    /// The tables that it read.
    let tables: Set<String>
  }

  private let rows: Mutex<[Int: Rows]>

  init(_ rows: [Int: Rows] = [:]) { self.rows = Mutex(rows) }

  func rows(of id: Int) -> Rows? { rows.withLock { $0[id] } }

  func keep(_ new: Rows, of id: Int) { rows.withLock { $0[id] = new } }

  /// For a snapshot in which that table is another one; nil: in which all may be read differently.
  func without(readersOf table: String?) -> KeptViews {
    guard let table else { return KeptViews() }
    return KeptViews(rows.withLock { $0.filter { !$1.tables.contains(table) } })
  }
}
