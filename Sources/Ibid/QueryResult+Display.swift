import IbidColumns
import IbidEngine
import IbidFormats
import IbidPlan
import IbidTypes

extension QueryResult {
  /// How `box` and `plain` are to look.
  func display(_ options: Options) -> DisplayOptions {
    var display = DisplayOptions(
      width: options.width, maxRows: options.maxRows, showsTypes: options.showsTypes, numbersRows: options.numbersRows,
      usesColour: options.usesColour, footer: notes)
    display.usesUnicode = options.usesUnicode
    if options.width != nil { display.focus = focus }
    if options.showsCount {
      if let limit = options.maxRows, rowCount > limit {
        display.hint = duration.formattedMilliseconds
      } else {
        display.footer.insert("\(rowCount) row\(rowCount == 1 ? "" : "s"), \(duration.formattedMilliseconds)", at: 0)
      }
    }
    return display
  }

  /// What each row was found for, kept in view where a long text has to be cut: the words that the query looked for, then
  /// the row's own words, which stand in its sentence.
  private var focus: (@Sendable (Int) -> [String])? {
    let sought = plan.soughtWords
    var own: (words: TextColumn, rows: ReferenceColumn)?
    if let index = schema.index(of: "@row"), case .reference(let rows) = execution.table.columns[index],
      let table = store.snapshot.tables[rows.table], table.schema.index(of: "sentence") != nil,
      case .text(let words)? = table.column("text")
    {
      own = (words, rows)
    }
    if sought.isEmpty, own == nil { return nil }
    return { [own] row in
      guard let own, row < own.rows.count, own.rows.isValid(row) else { return sought }
      return sought + [own.words[Int(own.rows.rows[row])] ?? ""]
    }
  }
}
