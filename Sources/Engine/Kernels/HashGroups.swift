import IbidColumns

/// Groups of equal keys by hashing, in tables that fit into the cache.
///
/// Many rows are first dealt out to partitions by bits of the hash of their key, so that each partition has a small table of
/// its own; a key is in one partition only. Ids are by first appearance: a group's id is the number of groups whose first
/// row lies before its own, which a bit for each first row tells by counting.
enum HashGroups {
  /// Below so many rows one table does.
  private static let fewRows = 1 << 16
  /// Rows that a partition should have: their table has about a megabyte.
  private static let rowsPerPartition = 1 << 15
  private static let maximalPartitionBits = 10

  static func grouped<Key: FixedWidthInteger & BitwiseCopyable>(_ keys: [Key]) -> (ids: [Int32], firstRows: [Int32]) {
    keys.count < fewRows ? inOneTable(keys) : ofFewKeys(keys) ?? partitioned(keys)
  }

  private static func inOneTable<Key: FixedWidthInteger & BitwiseCopyable>(_ keys: [Key])
    -> (ids: [Int32], firstRows: [Int32])
  {
    var table = KeyTable(capacity: keys.count)
    var firstRows: [Int32] = []
    let ids = [Int32](capacity: keys.count) { output in
      for row in keys.indices {
        let id = table.id(for: UInt64(truncatingIfNeeded: keys[row]))
        if Int(id) == firstRows.count { firstRows.append(Int32(row)) }
        output.append(id)
      }
    }
    return (ids, firstRows)
  }

  private static func partitioned<Key: FixedWidthInteger & BitwiseCopyable>(_ keys: [Key])
    -> (ids: [Int32], firstRows: [Int32])
  {
    let parallel = Parallel.current
    var bits = 1
    while bits < maximalPartitionBits, keys.count >> bits > rowsPerPartition { bits += 1 }
    let parts = Partitioned(keys, bits: bits)
    // The first row of each row's group, in the order of the partitions, and which rows are such.
    var marks = [UInt8](repeating: 0, count: keys.count)
    let owners = marks.withApart { marks in
      [Int32](apart: keys.count, filler: 0) { owners in
        parallel.forEach(1 << bits) { enter(parts, $0, owners, marks) }
      }
    }
    let isFirst = Bitmap(count: keys.count) { range, words in
      let marks = marks.span
      for word in range {
        var bits: UInt64 = 0
        for row in word &* 64..<min(word &* 64 &+ 64, marks.count) { bits |= UInt64(marks[row]) &<< UInt64(row & 63) }
        words[word] = bits
      }
    }
    let firstRows = isFirst.trueIndices
    // Each row is a group: it has its own number.
    if firstRows.count == keys.count { return (firstRows, firstRows) }
    // How many groups begin before each word of bits.
    var before: [Int32] = []
    before.reserveCapacity(isFirst.words.count)
    var total: Int32 = 0
    for word in isFirst.words {
      before.append(total)
      total &+= Int32(truncatingIfNeeded: word.nonzeroBitCount)
    }
    let words = isFirst.words
    let ids = [Int32](apart: keys.count, filler: 0) { ids in
      parallel.forEach(1 << bits) { partition in
        let (rows, owners, words, before) = (parts.rows.span, owners.span, words.span, before.span)
        for position in parts.range(partition) {
          let first = Int(owners[position])
          let below = words[first &>> 6] & ((1 &<< UInt64(first & 63)) &- 1)
          ids[Int(rows[position])] = before[first &>> 6] &+ Int32(truncatingIfNeeded: below.nonzeroBitCount)
        }
      }
    }
    return (ids, firstRows)
  }

  /// Writes the first row of each row's group for one partition, and marks those rows.
  ///
  /// A table of its own, without growing and with linear probing: a slot has one more than the position of the first row with
  /// its key, 0 is free.
  private static func enter(
    _ parts: Partitioned, _ partition: Int, _ owners: Apart<Int32>, _ marks: Apart<UInt8>
  ) {
    let range = parts.range(partition)
    let (keys, rows) = (parts.keys.span, parts.rows.span)
    var size = 64
    while size < range.count * 2 { size *= 2 }
    let mask = size - 1
    var table = [Int32](repeating: 0, count: size)
    table.withApart { slots in
      for position in range {
        let key = keys[position]
        var slot = Int(truncatingIfNeeded: KeyTable.hash(key)) & mask
        while true {
          let entry = Int(slots[slot])
          if entry == 0 {
            slots[slot] = Int32(truncatingIfNeeded: position &- range.lowerBound &+ 1)
            let row = rows[position]
            marks[Int(row)] = 1
            owners[position] = row
            break
          }
          let first = range.lowerBound &+ entry &- 1
          if keys[first] == key {
            owners[position] = rows[first]
            break
          }
          slot = (slot &+ 1) & mask
        }
      }
    }
  }
}

/// Keys with their rows, dealt out by the upper bits of their hash; rows ascend within a partition.
struct Partitioned {
  private(set) var keys: [UInt64]
  private(set) var rows: [Int32]
  /// Partition `p` has the positions `starts[p]..<starts[p + 1]`.
  private let starts: [Int]

  func range(_ partition: Int) -> Range<Int> { starts[partition]..<starts[partition + 1] }

  init<Key: FixedWidthInteger & BitwiseCopyable>(_ source: [Key], bits: Int) {
    let parallel = Parallel.current
    let size = 1 << bits
    let shift = UInt64(64 - bits)
    let stretches = parallel.stretches(of: source.count, keeping: size)
    let counts = parallel.parts(stretches.count) { index in
      var counts = [Int](repeating: 0, count: size)
      let source = source.span
      for row in stretches[index] {
        counts[Int(truncatingIfNeeded: KeyTable.hash(UInt64(truncatingIfNeeded: source[row])) &>> shift)] &+= 1
      }
      return counts
    }
    // Where each stretch puts its rows of each partition: partitions one after the other, in each the stretches in order.
    var places = counts
    var starts: [Int] = []
    var position = 0
    for partition in 0..<size {
      starts.append(position)
      for stretch in counts.indices {
        places[stretch][partition] = position
        position += counts[stretch][partition]
      }
    }
    starts.append(position)
    self.starts = starts
    var rows: [Int32] = []
    let begins = places
    keys = [UInt64](apart: source.count, filler: 0) { keys in
      rows = [Int32](apart: source.count, filler: 0) { rows in
        parallel.forEach(begins.count) { stretch in
          var next = begins[stretch]
          let source = source.span
          for row in stretches[stretch] {
            let key = UInt64(truncatingIfNeeded: source[row])
            let partition = Int(truncatingIfNeeded: KeyTable.hash(key) &>> shift)
            let place = next[partition]
            next[partition] = place &+ 1
            keys[place] = key
            rows[place] = Int32(truncatingIfNeeded: row)
          }
        }
      }
    }
    self.rows = rows
  }
}
