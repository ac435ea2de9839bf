import IbidColumns

/// Stable sorting of row numbers by columns of unsigned keys.
///
/// Keys are packed into as few words as hold them. Each word is sorted with its row beside it: dealt out by its upper bits, by
/// all threads, so that what has the same ones fits into the cache, and there again by the next ones until few are left. The
/// row numbers of a sort by several words are those of the last word, sorted again by the one before.
enum RadixSort {
  /// Below so many rows comparing is faster than counting.
  private static let fewRows = 1 << 10
  /// So many records and their copy stay in the cache.
  private static let rowsInCache = 1 << 15
  /// So many records are sorted by insertion.
  private static let fewRecords = 24
  private static let digitBits = 11

  /// The rows ascending by the first key, ties by the next, then by their number. O(rows × words), by all threads.
  static func order(_ keys: [[UInt64]], rows: Int) -> [Int32] {
    let all = [Int32](morsels: rows, filler: 0) { range, output in
      for row in range { output[row] = Int32(truncatingIfNeeded: row) }
    }
    if rows < fewRows {
      return all.sorted { a, b in
        for key in keys where key[Int(a)] != key[Int(b)] { return key[Int(a)] < key[Int(b)] }
        return a < b
      }
    }
    var order: [Int32]?
    for key in PackedKeys(keys).words.reversed() { order = sorted(key, from: order) ?? order }
    return order ?? all
  }

  /// The first `count` of that order.
  static func first(_ count: Int, _ keys: [[UInt64]], rows: Int) -> [Int32] {
    guard count < rows / 8, let key = PackedKeys(keys).words.first else {
      return Array(order(keys, rows: rows).prefix(count))
    }
    if count == 0 { return [] }
    // What lies behind the greatest of the first `count` by the first word alone cannot be among them.
    let parallel = Parallel.current
    let stretches = parallel.stretches(of: rows, keeping: count)
    let parts = parallel.parts(stretches.count) { index in
      var least = LeastKeys(count)
      let key = key.span
      for row in stretches[index] { least.insert(key[row]) }
      return least
    }
    var least = LeastKeys(count)
    for part in parts { for key in part.keys { least.insert(key) } }
    let limit = least.limit
    let candidates = Bitmap(count: rows) { range, words in
      let key = key.span
      for word in range {
        words[word] = key.bits(word) { $0 <= limit }
      }
    }.trueIndices
    let sorted = order(keys.map { $0.gathered(candidates, filler: 0) }, rows: candidates.count)
    return Array(sorted.prefix(count)).map { candidates[Int($0)] }
  }

  /// The rows of `order` (all, if nil) sorted by a key, equal ones as they were; nil if all keys are equal.
  private static func sorted(_ key: [UInt64], from order: [Int32]?) -> [Int32]? {
    guard let range = Extent.of(key, nil), range.least < range.most else { return nil }
    let bits = 64 - (range.most - range.least).leadingZeroBitCount
    let positions: [Int32]? =
      bits <= 32
      ? positions(key, order, less: range.least, bits: bits, NarrowRecord.self)
      : positions(key, order, less: range.least, bits: bits, WideRecord.self)
    guard let positions else { return nil }
    return order.map { $0.gathered(positions, filler: 0) } ?? positions
  }

  /// Where the rows stand before, in the order in which they stand behind; nil if the run was stopped.
  private static func positions<Record: SortRecord>(
    _ key: [UInt64], _ order: [Int32]?, less least: UInt64, bits: Int, _: Record.Type
  ) -> [Int32]? {
    var records = [Record](morsels: key.count, filler: Record(key: 0, position: 0)) { range, records in
      let key = key.span
      if let order {
        let order = order.span
        for position in range {
          records[position] = Record(
            key: key[Int(order[position])] &- least, position: Int32(truncatingIfNeeded: position))
        }
      } else {
        for row in range { records[row] = Record(key: key[row] &- least, position: Int32(truncatingIfNeeded: row)) }
      }
    }
    var copy = [Record](apart: key.count, filler: Record(key: 0, position: 0)) { _ in }
    records.withApart { records in
      copy.withApart { copy in
        sort(records, copy, 0..<key.count, bits: bits, intoCopy: false, Parallel.current)
      }
    }
    if Parallel.current.isStopped { return nil }
    return [Int32](morsels: key.count, filler: 0) { range, output in
      let records = records.span
      for position in range { output[position] = records[position].position }
    }
  }

  // MARK: Records

  /// Sorts a range of `records` by the lowest `bits` of their keys; the result is in `copy` if `intoCopy`.
  private static func sort<Record: SortRecord>(
    _ records: Apart<Record>, _ copy: Apart<Record>, _ range: Range<Int>, bits: Int, intoCopy: Bool,
    _ parallel: Parallel
  ) {
    if range.count <= rowsInCache || bits == 0 {
      return sortAlone(records, copy, range, bits: bits, intoCopy: intoCopy)
    }
    let digit = min(bits, digitBits)
    let starts = deal(records, into: copy, range, shift: UInt64(bits - digit), size: 1 << digit, parallel)
    guard starts.count == 1 << digit + 1, !parallel.isStopped else { return }
    // Long parts are dealt out again by all threads, the others are sorted by one thread each.
    let isLong = { (part: Int) in starts[part + 1] - starts[part] > max(range.count / 8, rowsInCache) }
    for part in 0..<1 << digit where isLong(part) {
      sort(copy, records, starts[part]..<starts[part + 1], bits: bits - digit, intoCopy: !intoCopy, parallel)
    }
    parallel.forEach(1 << digit) { part in
      if isLong(part) || starts[part] == starts[part + 1] { return }
      sortAlone(copy, records, starts[part]..<starts[part + 1], bits: bits - digit, intoCopy: !intoCopy)
    }
  }

  /// The same on one thread: deals out until few are left, which are sorted by insertion.
  private static func sortAlone<Record: SortRecord>(
    _ records: Apart<Record>, _ copy: Apart<Record>, _ range: Range<Int>, bits: Int, intoCopy: Bool
  ) {
    if range.count <= fewRecords || bits == 0 {
      if bits > 0 { insertionSort(records, range) }
      if intoCopy { for position in range { copy[position] = records[position] } }
      return
    }
    // Parts of a few records each, if the keys are spread evenly.
    let spread = Int.bitWidth - range.count.leadingZeroBitCount - 3
    let digit = min(bits, digitBits, max(spread, 4))
    let (shift, mask) = (UInt64(bits - digit), UInt64(1 << digit - 1))
    var starts = [Int](repeating: 0, count: 1 << digit + 1)
    for position in range { starts[Int(truncatingIfNeeded: records[position].key &>> shift & mask) &+ 1] &+= 1 }
    starts[0] = range.lowerBound
    for part in 0..<1 << digit { starts[part + 1] &+= starts[part] }
    var next = starts
    for position in range {
      let record = records[position]
      let part = Int(truncatingIfNeeded: record.key &>> shift & mask)
      copy[next[part]] = record
      next[part] &+= 1
    }
    for part in 0..<1 << digit where starts[part] < starts[part + 1] {
      sortAlone(copy, records, starts[part]..<starts[part + 1], bits: bits - digit, intoCopy: !intoCopy)
    }
  }

  private static func insertionSort<Record: SortRecord>(_ records: Apart<Record>, _ range: Range<Int>) {
    for position in range.dropFirst() {
      let record = records[position]
      var place = position
      while place > range.lowerBound, records[place &- 1].key > record.key {
        records[place] = records[place &- 1]
        place &-= 1
      }
      records[place] = record
    }
  }

  /// Puts records into parts by a digit of their keys, in order within each; where the parts start, and the end.
  private static func deal<Record: SortRecord>(
    _ records: Apart<Record>, into copy: Apart<Record>, _ range: Range<Int>, shift: UInt64, size: Int,
    _ parallel: Parallel
  ) -> [Int] {
    let mask = UInt64(size - 1)
    let stretches = parallel.stretches(of: range.count, keeping: size)
    let counts = parallel.parts(stretches.count) { index in
      var counts = [Int](repeating: 0, count: size)
      for position in stretches[index] {
        counts[Int(truncatingIfNeeded: records[range.lowerBound &+ position].key &>> shift & mask)] &+= 1
      }
      return counts
    }
    var places = counts
    var starts: [Int] = []
    var place = range.lowerBound
    for part in 0..<size {
      starts.append(place)
      for stretch in counts.indices {
        places[stretch][part] = place
        place += counts[stretch][part]
      }
    }
    starts.append(place)
    let begins = places
    parallel.forEach(begins.count) { index in
      var next = begins[index]
      for position in stretches[index] {
        let record = records[range.lowerBound &+ position]
        let part = Int(truncatingIfNeeded: record.key &>> shift & mask)
        copy[next[part]] = record
        next[part] &+= 1
      }
    }
    return starts
  }
}

/// A key with the place of its row.
private protocol SortRecord: BitwiseCopyable {
  init(key: UInt64, position: Int32)
  var key: UInt64 { get }
  var position: Int32 { get }
}

/// Keys of at most 32 bits: one word.
private struct NarrowRecord: SortRecord {
  private let word: UInt64

  @inline(__always) init(key: UInt64, position: Int32) { word = key &<< 32 | UInt64(UInt32(bitPattern: position)) }

  @inline(__always) var key: UInt64 { word &>> 32 }
  @inline(__always) var position: Int32 { Int32(truncatingIfNeeded: word) }
}

private struct WideRecord: SortRecord {
  let key: UInt64
  let position: Int32

  @inline(__always) init(key: UInt64, position: Int32) { (self.key, self.position) = (key, position) }
}

/// The `count` least keys of those inserted: a heap with the greatest of them on top.
struct LeastKeys {
  private(set) var keys: [UInt64] = []
  private let count: Int

  init(_ count: Int) {
    self.count = count
    keys.reserveCapacity(count)
  }

  /// No key above it is among them.
  var limit: UInt64 { keys.count < count ? .max : keys[0] }

  @inline(__always)
  mutating func insert(_ key: UInt64) {
    if keys.count == count {
      if key >= keys[0] { return }
      keys[0] = key
      sink()
    } else {
      keys.append(key)
      rise()
    }
  }

  private mutating func rise() {
    var child = keys.count - 1
    while child > 0, keys[(child - 1) / 2] < keys[child] {
      keys.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < keys.count else { return }
      if child + 1 < keys.count, keys[child] < keys[child + 1] { child += 1 }
      if keys[parent] >= keys[child] { return }
      keys.swapAt(parent, child)
      parent = child
    }
  }
}
