import Foundation

/// `g1`: three text keys, three numeric keys, three values, all uniform.
///
/// The shape is that of the group-by task of the h2o.ai benchmark: two keys of each kind have 100 values, the third has
/// one for every hundred rows.
enum GroupTable {
  static func write(rows: Int, to folder: URL) throws {
    var draw = Draw(seed: 1)
    let many = max(rows / 100, 1)
    var file = try RowFile(
      folder, "g1.csv", columns: ["id1", "id2", "id3", "id4", "id5", "id6", "v1", "v2", "v3"])
    for _ in 0..<rows {
      file.id(1 + draw.below(100), width: 3)
      file.id(1 + draw.below(100), width: 3)
      file.id(1 + draw.below(many), width: 10)
      file.number(1 + draw.below(100))
      file.number(1 + draw.below(100))
      file.number(1 + draw.below(many))
      file.number(1 + draw.below(5))
      file.number(1 + draw.below(15))
      file.decimal(draw.below(100_000_000), places: 6)
      try file.endRow()
    }
    try file.close()
  }
}
