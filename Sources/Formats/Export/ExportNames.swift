/// Names for what a column becomes in a data file, distinct from each other and from the table's own columns.
///
/// The table's columns keep their names; a made name that is taken (`x_low` beside a column `x` with a low end) gets the
/// column's name before it, and if that is taken too, a number.
struct ExportNames {
  private var taken: Set<String>

  init(_ columns: [String]) { taken = Set(columns) }

  mutating func make(_ wanted: String, of column: String) -> String {
    var name = wanted
    if taken.contains(name) { name = column + "_" + wanted }
    var number = 2
    while taken.contains(name) {
      name = "\(wanted)_\(number)"
      number += 1
    }
    taken.insert(name)
    return name
  }
}
