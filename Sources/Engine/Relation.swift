import IbidColumns
import IbidTypes

/// What flows between operators: columns that are gathered only when somebody looks.
///
/// A filter or sort makes one list of row numbers and hands on the untouched columns beneath it; a column is gathered
/// the first time an expression reads it, and columns that nobody reads are never touched. Rows of both sides of a join
/// have a list each; a negative row number is a missing row.
struct Relation {
  enum Base {
    case column(Column)
    /// The row's own number in its table, as a reference.
    case identity(table: String)
  }

  struct Deferred {
    var base: Base
    /// Index into `selections`; nil: the column as it is.
    var selection: Int?
  }

  /// Row numbers; a negative one is a missing row.
  struct Selection {
    var rows: [Int32]
    /// Whether some are missing, where that is known.
    var hasMissing: Bool?
  }

  var rowCount: Int
  var columns: [Deferred]
  var selections: [Selection]
  /// The last columns where only the data tells which there are: those of a `pivot`.
  var foundFields: [Field] = []
  /// Where each row comes from; kept only while tracing.
  var lineage: Lineage?

  init(rowCount: Int, columns: [Column], lineage: Lineage? = nil) {
    self.rowCount = rowCount
    self.columns = columns.map { Deferred(base: .column($0), selection: nil) }
    selections = []
    self.lineage = lineage
  }

  /// The rows at `rows`, in that order. O(rows) for each list of row numbers, nothing per column. `hasMissing`: whether one of
  /// them is negative, where that is known.
  func selecting(_ rows: [Int32], hasMissing: Bool? = nil) -> Relation {
    var result = self
    result.rowCount = rows.count
    result.selections = selections.map { selection in
      let isWhole = selection.hasMissing == false && hasMissing == false
      return Selection(rows: selection.rows.gathered(rows, filler: -1), hasMissing: isWhole ? false : nil)
    }
    if columns.contains(where: { $0.selection == nil }) {
      for index in result.columns.indices where result.columns[index].selection == nil {
        result.columns[index].selection = result.selections.count
      }
      result.selections.append(Selection(rows: rows, hasMissing: hasMissing))
    }
    result.lineage = lineage?.gathered(rows)
    return result
  }

  /// This relation's columns, then the other's; both have the same number of rows.
  func pasted(beside other: Relation) -> Relation {
    var result = self
    let offset = selections.count
    result.selections += other.selections
    result.columns += other.columns.map { Deferred(base: $0.base, selection: $0.selection.map { $0 + offset }) }
    return result
  }

  /// Some columns. Whether a list has missing rows is asked once for all columns that go by it.
  func columns(_ indices: Range<Int>) -> [Column] {
    var haveMissing: [Int: Bool] = [:]
    return indices.map { index in
      guard case .column(let column) = columns[index].base, let selection = columns[index].selection else {
        return self.column(index)
      }
      let rows = selections[selection].rows
      let hasMissing = selections[selection].hasMissing ?? haveMissing[selection] ?? rows.haveMissing
      haveMissing[selection] = hasMissing
      return column.gathered(rows, hasMissing: hasMissing)
    }
  }

  func column(_ index: Int) -> Column {
    let deferred = columns[index]
    switch (deferred.base, deferred.selection) {
    case (.column(let column), nil): return column
    case (.column(let column), let selection?):
      return column.gathered(selections[selection].rows, hasMissing: selections[selection].hasMissing)
    case (.identity(let table), nil):
      let rows = [Int32](morsels: rowCount, filler: 0) { range, rows in
        for row in range { rows[row] = Int32(truncatingIfNeeded: row) }
      }
      return .reference(ReferenceColumn(table: table, rows: rows))
    case (.identity(let table), let selection?):
      let rows = selections[selection].rows
      let hasMissing = selections[selection].hasMissing ?? rows.haveMissing
      return .reference(
        ReferenceColumn(
          table: table, rows: hasMissing ? rows.map { max($0, 0) } : rows,
          validity: hasMissing ? rows.present : nil))
    }
  }
}
