import Foundation

/// `plain` and tables that differ from it in one thing: `skewed`, `missing`, `bounded`; `sizes` to join them with.
///
/// All have as many rows and about as many groups. In `skewed` the keys follow Zipf's law, in `missing` a tenth of every
/// column is missing, in `bounded` a tenth of the sums of money is "more than".
enum TwinTables {
  private enum Shape: String, CaseIterable { case plain, skewed, missing, bounded }

  static func write(rows: Int, to folder: URL) throws {
    let groups = max(rows / 100, 1)
    for shape in Shape.allCases { try write(shape, rows: rows, groups: groups, to: folder) }
    var draw = Draw(seed: 5)
    var sizes = try RowFile(folder, "sizes.csv", columns: ["id", "size"])
    for id in 1...groups {
      sizes.number(id)
      sizes.decimal(draw.below(100_000), places: 2)
      try sizes.endRow()
    }
    try sizes.close()
  }

  private static func write(_ shape: Shape, rows: Int, groups: Int, to folder: URL) throws {
    var draw = Draw(seed: 4)
    let zipf = Zipf(groups)
    let isPlain = shape == .plain
    let unique = isPlain ? draw.shuffled(Array(1...Int32(rows))) : []
    var file = try RowFile(
      folder, "\(shape).csv", columns: ["key", "id", "value", "spent"] + (isPlain ? ["one", "ten", "each"] : []))
    func isMissing(_ draw: inout Draw) -> Bool { shape == .missing && draw.below(10) == 0 }
    func group(_ draw: inout Draw) -> Int { 1 + (shape == .skewed ? zipf.draw(&draw) : draw.below(groups)) }
    for row in 0..<rows {
      if isMissing(&draw) { file.missing() } else { file.id(group(&draw), width: 8) }
      if isMissing(&draw) { file.missing() } else { file.number(group(&draw)) }
      if isMissing(&draw) { file.missing() } else { file.decimal(draw.below(100_000_000), places: 6) }
      let isBounded = shape == .bounded && draw.below(10) == 0
      if isMissing(&draw) {
        file.missing()
      } else {
        file.decimal(draw.below(1_000_000), places: 2, prefix: isBounded ? Array("more than ".utf8) : [])
      }
      if isPlain {
        file.number(1)
        file.number(1 + draw.below(10))
        file.number(Int(unique[row]))
      }
      try file.endRow()
    }
    try file.close()
  }
}
