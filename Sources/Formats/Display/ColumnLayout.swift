import IbidColumns
import IbidTypes

/// Which rows and columns of a table are shown, and how wide.
///
/// Numbers, dates, ids, closed words and places get their natural width first (up to a cap, so that one unresolved date
/// in many words cannot push the rest away); free text shares what remains, each column up to its own natural width;
/// long type names get what is left then. If even the least widths don't fit, columns are left out from the right, the
/// place of the row last of all.
struct ColumnLayout {
  let columns: [DisplayColumn]
  let widths: [Int]
  /// Names of columns that did not fit.
  let hidden: [String]
  /// Rows shown from the start and from the end; the second is empty if nothing is left out.
  let head: Range<Int>
  let tail: Range<Int>

  /// `separator`: cells between two columns; `edges`: cells at both ends of a line together.
  init(
    _ table: Table, _ options: DisplayOptions, references: @escaping ReferenceResolver, separator: Int, edges: Int
  ) {
    (head, tail) = Self.shownRows(of: table.rowCount, atMost: options.maxRows)
    var all = Self.ordered(table, references)
    if options.numbersRows { all.insert(.rowNumbers, at: 0) }
    let rows = [head, tail]
    let claims = all.map { WidthClaim($0, rows, showsTypes: options.showsTypes) }
    guard let width = options.width else {
      (columns, widths, hidden) = (all, claims.map(\.full), [])
      return
    }
    var kept = Array(all.indices)
    var left: [String] = []
    func needed() -> Int { edges + separator * max(0, kept.count - 1) + kept.reduce(0) { $0 + claims[$1].least } }
    while kept.count > 1, needed() > width {
      let last = kept.count - 1
      let place = all[kept[last]].keepsEnd && kept.count > 2 ? last - 1 : last
      left.append(all[kept.remove(at: place)].header)
    }
    columns = kept.map { all[$0] }
    hidden = left.reversed()
    widths = WidthClaim.shared(kept.map { claims[$0] }, available: width - edges - separator * max(0, kept.count - 1))
  }

  /// The table's columns, places (`source`) moved to the end.
  private static func ordered(_ table: Table, _ references: @escaping ReferenceResolver) -> [DisplayColumn] {
    let columns = zip(table.schema.fields, table.columns).map { DisplayColumn($0, $1, references: references) }
    return columns.filter { !$0.keepsEnd } + columns.filter(\.keepsEnd)
  }

  private static func shownRows(of count: Int, atMost limit: Int?) -> (head: Range<Int>, tail: Range<Int>) {
    guard let limit, limit >= 0, count > limit else { return (0..<count, count..<count) }
    return (0..<(limit + 1) / 2, count - limit / 2..<count)
  }
}
