import IbidColumns
import IbidTypes

/// Which rows and columns of a table are shown, and how wide.
///
/// Numbers, dates, ids, closed words and places get their natural width first (up to a cap, so that one unresolved date
/// in many words cannot push the rest away); free text shares what remains, each column up to its own natural width. If
/// even the least widths don't fit, columns are left out from the right, the place of the row last of all.
struct ColumnLayout {
  let columns: [DisplayColumn]
  let widths: [Int]
  /// Names of columns that did not fit.
  let hidden: [String]
  /// Rows shown from the start and from the end; the second is empty if nothing is left out.
  let head: Range<Int>
  let tail: Range<Int>

  private static let rigidCap = 32
  private static let flexibleFloor = 8

  /// `separator`: cells between two columns; `edges`: cells at both ends of a line together.
  init(
    _ table: Table, _ options: DisplayOptions, references: @escaping ReferenceResolver, separator: Int, edges: Int
  ) {
    (head, tail) = Self.shownRows(of: table.rowCount, atMost: options.maxRows)
    var all = Self.ordered(table, references)
    if options.numbersRows { all.insert(.rowNumbers, at: 0) }
    let rows = [head, tail]
    let natural = all.map { Self.naturalWidth($0, rows, showsTypes: options.showsTypes) }
    guard let width = options.width else {
      (columns, widths, hidden) = (all, natural, [])
      return
    }
    var kept = Array(all.indices)
    var left: [String] = []
    let least = zip(all, natural).map { min($1, $0.isFlexible ? Self.flexibleFloor : Self.rigidCap) }
    func needed() -> Int { edges + separator * max(0, kept.count - 1) + kept.reduce(0) { $0 + least[$1] } }
    while kept.count > 1, needed() > width {
      let last = kept.count - 1
      let place = all[kept[last]].keepsEnd && kept.count > 2 ? last - 1 : last
      left.append(all[kept.remove(at: place)].header)
    }
    columns = kept.map { all[$0] }
    hidden = left.reversed()
    widths = Self.shared(
      available: width - edges - separator * max(0, kept.count - 1), natural: kept.map { natural[$0] },
      least: kept.map { least[$0] }, isFlexible: columns.map(\.isFlexible))
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

  private static func naturalWidth(_ column: DisplayColumn, _ rows: [Range<Int>], showsTypes: Bool) -> Int {
    var width = max(1, DisplayWidth.of(column.header))
    if showsTypes { width = max(width, DisplayWidth.of(column.type)) }
    for range in rows {
      for row in range { width = max(width, DisplayWidth.of(column.text(row))) }
    }
    return width
  }

  /// Rigid columns their least, flexible ones an equal share of the rest; what nobody needs goes to those cut short.
  private static func shared(available: Int, natural: [Int], least: [Int], isFlexible: [Bool]) -> [Int] {
    var widths = least
    if widths.count == 1 { return [max(1, min(natural[0], available))] }
    var free = available - widths.reduce(0, +)
    for flexible in [true, false] {
      var wanting = widths.indices.filter { isFlexible[$0] == flexible && widths[$0] < natural[$0] }
      // Narrowest first: each takes its need or an equal share of what is left, whichever is less.
      wanting.sort { (natural[$0] , $0) < (natural[$1], $1) }
      while let column = wanting.first, free > 0 {
        // An equal share of the whole space of the columns that still want some.
        let pool = free + wanting.reduce(0) { $0 + widths[$1] }
        let target = min(natural[column], max(widths[column], pool / wanting.count))
        free -= target - widths[column]
        widths[column] = target
        wanting.removeFirst()
      }
    }
    return widths
  }
}
