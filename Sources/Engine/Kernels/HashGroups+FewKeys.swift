import IbidColumns

// Many rows of few keys, as a condition or a bucket makes them: a small table for each stretch of rows, and no dealing out.

extension HashGroups {
  /// Rows that are looked at to tell whether keys are few, and how many of them may be different.
  private static let looks = (rows: 1 << 10, keys: 1 << 8)

  /// Nil where keys are not few, which may be seen late.
  static func ofFewKeys<Key: FixedWidthInteger & BitwiseCopyable>(_ keys: [Key]) -> (ids: [Int32], firstRows: [Int32])?
  {
    guard seemFew(keys) else { return nil }
    let parallel = Parallel.current
    let stretches = parallel.stretches(of: keys.count, keeping: FewKeys.most)
    var found: [FewKeys] = []
    var ids = [Int32](apart: keys.count, filler: 0) { ids in
      found = parallel.parts(stretches.count) { index in
        var table = FewKeys()
        let keys = keys.span
        for row in stretches[index] {
          let id = table.id(of: UInt64(truncatingIfNeeded: keys[row]), row)
          if id < 0 { break }
          ids[row] = id
        }
        return table
      }
    }
    guard found.count == stretches.count, !found.contains(where: \.isFull) else { return nil }
    // Rows of earlier stretches come first, and so do their groups.
    var all = KeyTable(capacity: FewKeys.most)
    var firstRows: [Int32] = []
    let numbers = found.map { table in
      zip(table.keys, table.firstRows).map { key, row in
        let id = all.id(for: key)
        if Int(id) == firstRows.count { firstRows.append(row) }
        return id
      }
    }
    ids.withApart { ids in
      parallel.forEach(stretches.count) { index in
        let new = numbers[index]
        if new.indices.allSatisfy({ new[$0] == Int32(truncatingIfNeeded: $0) }) { return }
        let numbers = new.span
        for row in stretches[index] { ids[row] = numbers[Int(ids[row])] }
      }
    }
    return (ids, firstRows)
  }

  /// Whether rows that lie apart have few keys among them.
  private static func seemFew<Key: FixedWidthInteger & BitwiseCopyable>(_ keys: [Key]) -> Bool {
    let step = max(keys.count / looks.rows, 1)
    var table = KeyTable(capacity: looks.keys)
    for row in stride(from: 0, to: keys.count, by: step) {
      _ = table.id(for: UInt64(truncatingIfNeeded: keys[row]))
      if table.count > looks.keys { return false }
    }
    return true
  }
}

/// Numbers keys in order of first appearance, as long as there are not too many: a table of fixed size with the keys in their slots.
private struct FewKeys {
  /// Twice as many slots of twelve bytes stay in the second cache.
  static let most = 1 << 12

  private static let mask = most * 2 - 1

  private(set) var keys: [UInt64] = []
  private(set) var firstRows: [Int32] = []
  private(set) var isFull = false
  private var slotKeys = [UInt64](repeating: 0, count: mask + 1)
  /// -1 where a slot is free.
  private var slotIds = [Int32](repeating: -1, count: mask + 1)

  /// -1 where there is no room for another.
  @inline(__always)
  mutating func id(of key: UInt64, _ row: Int) -> Int32 {
    var slot = Int(truncatingIfNeeded: KeyTable.hash(key)) & Self.mask
    while true {
      let id = slotIds[slot]
      if id < 0 { return enter(key, row, at: slot) }
      if slotKeys[slot] == key { return id }
      slot = (slot &+ 1) & Self.mask
    }
  }

  private mutating func enter(_ key: UInt64, _ row: Int, at slot: Int) -> Int32 {
    if keys.count == Self.most {
      isFull = true
      return -1
    }
    let id = Int32(truncatingIfNeeded: keys.count)
    slotKeys[slot] = key
    slotIds[slot] = id
    keys.append(key)
    firstRows.append(Int32(truncatingIfNeeded: row))
    return id
  }
}
