import IbidColumns
import IbidFormats
import IbidTypes

extension QueryResult {
  /// The cells of a row (from 0) as people write them, none cut, with their columns' names; at the end where the row
  /// stands, if it is still a row of a table. Empty if there is no such row.
  public func texts(ofRow row: Int) -> [(name: String, text: String)] {
    let table = shownTable
    guard row >= 0, row < table.rowCount else { return [] }
    let store = store
    return zip(table.schema.fields, table.columns).map { field, column in
      (
        name: field.name,
        text: TerminalText.escaped(column.value(at: row).displayText(references: { store.reference($0, $1) }))
      )
    }
  }
}
