/// How many cells a column could do with.
struct WidthClaim {
  /// Below this the column is better left out.
  let least: Int
  /// What it takes before free text is served.
  let fair: Int
  /// All its cells and its header, uncut.
  let content: Int
  /// Its type as well.
  let full: Int
  let isFlexible: Bool

  init(_ column: DisplayColumn, _ rows: [Range<Int>], showsTypes: Bool) {
    var width = max(1, DisplayWidth.of(column.header))
    for range in rows {
      for row in range { width = max(width, DisplayWidth.of(column.text(row))) }
    }
    content = width
    full = showsTypes ? max(width, DisplayWidth.of(column.type)) : width
    isFlexible = column.isFlexible
    switch (isFlexible, column.isWhole) {
    case (true, _): (least, fair) = (min(width, 8), min(width, 8))
    case (false, true): (least, fair) = (width, width)
    case (false, false): (least, fair) = (min(width, 20), min(width, 32))
    }
  }

  /// The widths of columns that have `available` cells together, at least as much as their least claims.
  static func shared(_ claims: [WidthClaim], available: Int) -> [Int] {
    if claims.count == 1 { return [max(1, min(claims[0].full, available))] }
    var widths = claims.map(\.least)
    var free = available - widths.reduce(0, +)
    let stages: [[Int]] = [
      claims.map(\.fair), claims.map { $0.isFlexible ? $0.content : $0.fair }, claims.map(\.content),
      claims.map(\.full),
    ]
    for wanted in stages { grow(&widths, to: wanted, free: &free) }
    return widths
  }

  /// Narrowest first, each column takes what it wants or an equal share of what the others still hold, if that is less.
  private static func grow(_ widths: inout [Int], to wanted: [Int], free: inout Int) {
    let wanting = widths.indices.filter { widths[$0] < wanted[$0] }.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    for (served, column) in wanting.enumerated() where free > 0 {
      let rest = wanting[served...]
      let pool = free + rest.reduce(0) { $0 + widths[$1] }
      let width = min(wanted[column], max(widths[column], pool / rest.count), widths[column] + free)
      free -= width - widths[column]
      widths[column] = width
    }
  }
}
