import Foundation

/// `x` and the three tables that it is joined with: `small`, `medium`, `big`.
///
/// The shape is that of the join task of the h2o.ai benchmark: keys of three sizes (a millionth, a thousandth and all
/// of the rows), of which nine in ten stand on both sides, as whole numbers and as texts.
enum JoinTables {
  /// Keys of one size: those of `x` and those of the table on the right, in random order.
  private struct Keys {
    var left: [Int32]
    var right: [Int32]

    init(_ count: Int, _ draw: inout Draw) {
      let count = max(count, 10)
      let all = draw.shuffled(Array(1...Int32(count + count / 10)))
      left = Array(all[..<count])
      right = draw.shuffled(Array(all[..<(count - count / 10)] + all[count...]))
    }
  }

  static func write(rows: Int, to folder: URL) throws {
    var draw = Draw(seed: 2)
    let few = Keys(rows / 1_000_000, &draw)
    let some = Keys(rows / 1000, &draw)
    let all = Keys(rows, &draw)
    func value(_ draw: inout Draw) -> Int { draw.below(100_000_000) }

    var x = try RowFile(folder, "x.csv", columns: ["id1", "id2", "id3", "id4", "id5", "id6", "v1"])
    for row in 0..<rows {
      let keys = [
        few.left[draw.below(few.left.count)], some.left[draw.below(some.left.count)], all.left[row % all.left.count],
      ]
      for key in keys { x.number(Int(key)) }
      for key in keys { x.id(Int(key), width: 1) }
      x.decimal(value(&draw), places: 6)
      try x.endRow()
    }
    try x.close()

    var small = try RowFile(folder, "small.csv", columns: ["id1", "id4", "v2"])
    for key in few.right {
      small.number(Int(key))
      small.id(Int(key), width: 1)
      small.decimal(value(&draw), places: 6)
      try small.endRow()
    }
    try small.close()

    var medium = try RowFile(folder, "medium.csv", columns: ["id1", "id2", "id4", "id5", "v2"])
    for key in some.right {
      let keys = [few.right[draw.below(few.right.count)], key]
      for key in keys { medium.number(Int(key)) }
      for key in keys { medium.id(Int(key), width: 1) }
      medium.decimal(value(&draw), places: 6)
      try medium.endRow()
    }
    try medium.close()

    var big = try RowFile(folder, "big.csv", columns: ["id1", "id2", "id3", "id4", "id5", "id6", "v2"])
    for key in all.right {
      let keys = [few.right[draw.below(few.right.count)], some.right[draw.below(some.right.count)], key]
      for key in keys { big.number(Int(key)) }
      for key in keys { big.id(Int(key), width: 1) }
      big.decimal(value(&draw), places: 6)
      try big.endRow()
    }
    try big.close()
  }
}
