import IbidColumns

/// Stable sorting of row numbers by columns of unsigned keys.
///
/// Keys are packed into as few words as hold them. Of each the upper bits and the number of its row share a word, so that the
/// order of such words is the stable order of the keys. They are dealt out by their upper bits, by all threads, so that what
/// has the same ones fits into the cache, and there again by the next ones until few are left. Bits of a key that found no
/// room are looked up at last, where the others are equal. The row numbers of a sort by several keys are those of the last
/// one, sorted again by the one before.
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
    let all = {
      [Int32](morsels: rows, filler: 0) { range, output in
        for row in range { output[row] = Int32(truncatingIfNeeded: row) }
      }
    }
    if rows < fewRows {
      return all().sorted { a, b in
        for key in keys where key[Int(a)] != key[Int(b)] { return key[Int(a)] < key[Int(b)] }
        return a < b
      }
    }
    var order: [Int32]?
    for key in PackedKeys(keys).words.reversed() { order = sorted(key, from: order) ?? order }
    return order ?? all()
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
    let parallel = Parallel.current
    let keyBits = 64 - (range.most - range.least).leadingZeroBitCount
    let layout = Layout(rows: key.count, keyBits: keyBits)
    var words = [UInt64](morsels: key.count, filler: 0) { positions, words in
      let key = key.span
      if let order {
        let order = order.span
        for position in positions {
          words[position] = layout.word(of: key[Int(order[position])] &- range.least, at: position)
        }
      } else {
        for row in positions { words[row] = layout.word(of: key[row] &- range.least, at: row) }
      }
    }
    sort(&words, layout, parallel)
    if parallel.isStopped { return nil }
    guard layout.hiddenBits > 0 else {
      return [Int32](morsels: key.count, filler: 0) { positions, output in
        let words = words.span
        if let order {
          let order = order.span
          for position in positions { output[position] = order[layout.position(words[position])] }
        } else {
          for position in positions { output[position] = Int32(truncatingIfNeeded: layout.position(words[position])) }
        }
      }
    }
    return Ties(words, layout, key, least: range.least, order).settled(parallel)
  }

  /// How a key, less the least one, shares a word with the place of its row.
  struct Layout {
    /// Bits for the place, the lowest ones of the word.
    let placeBits: UInt64
    /// Bits of the key in the word, above those.
    let shownBits: Int
    /// Lowest bits of the key, which have no room in the word. Never more than for the place.
    let hiddenBits: UInt64

    init(rows: Int, keyBits: Int) {
      let place = max(1, Int.bitWidth - max(rows - 1, 0).leadingZeroBitCount)
      shownBits = min(keyBits, 64 - place)
      (placeBits, hiddenBits) = (UInt64(place), UInt64(keyBits - shownBits))
    }

    @inline(__always) func word(of key: UInt64, at position: Int) -> UInt64 {
      (key &>> hiddenBits) &<< placeBits | UInt64(truncatingIfNeeded: position)
    }

    @inline(__always) func position(_ word: UInt64) -> Int {
      Int(truncatingIfNeeded: word & ((1 &<< placeBits) &- 1))
    }

    @inline(__always) func hidden(_ key: UInt64) -> UInt64 { key & ((1 &<< hiddenBits) &- 1) }

    /// The words of rows whose shown bits are equal: the hidden ones instead.
    var ofTies: Layout { Layout(placeBits: placeBits, shownBits: Int(hiddenBits), hiddenBits: 0) }

    private init(placeBits: UInt64, shownBits: Int, hiddenBits: UInt64) {
      (self.placeBits, self.shownBits, self.hiddenBits) = (placeBits, shownBits, hiddenBits)
    }
  }

  // MARK: Words

  /// Sorts words by all of their bits. They stand in the order of their places.
  static func sort(_ words: inout [UInt64], _ layout: Layout, _ parallel: Parallel) {
    let count = words.count
    var copy = [UInt64](apart: count, filler: 0) { _ in }
    words.withApart { words in
      copy.withApart { copy in
        sort(words, copy, 0..<count, layout.placeBits, bits: layout.shownBits, intoCopy: false, parallel)
      }
    }
  }

  /// Sorts a range of `words` by the lowest `bits` of their keys; the result is in `copy` if `intoCopy`.
  private static func sort(
    _ words: Apart<UInt64>, _ copy: Apart<UInt64>, _ range: Range<Int>, _ placeBits: UInt64, bits: Int, intoCopy: Bool,
    _ parallel: Parallel
  ) {
    if range.count <= rowsInCache || bits == 0 {
      return sortAlone(words, copy, range, placeBits, bits: bits, intoCopy: intoCopy)
    }
    let digit = min(bits, digitBits)
    let starts = deal(words, into: copy, range, shift: placeBits + UInt64(bits - digit), size: 1 << digit, parallel)
    guard starts.count == 1 << digit + 1, !parallel.isStopped else { return }
    // Long parts are dealt out again by all threads, the others are sorted by one thread each.
    let isLong = { (part: Int) in starts[part + 1] - starts[part] > max(range.count / 8, rowsInCache) }
    for part in 0..<1 << digit where isLong(part) {
      sort(copy, words, starts[part]..<starts[part + 1], placeBits, bits: bits - digit, intoCopy: !intoCopy, parallel)
    }
    parallel.forEach(1 << digit) { part in
      if isLong(part) || starts[part] == starts[part + 1] { return }
      sortAlone(copy, words, starts[part]..<starts[part + 1], placeBits, bits: bits - digit, intoCopy: !intoCopy)
    }
  }

  /// The same on one thread: deals out until few are left, which are sorted by insertion.
  static func sortAlone(
    _ words: Apart<UInt64>, _ copy: Apart<UInt64>, _ range: Range<Int>, _ placeBits: UInt64, bits: Int, intoCopy: Bool
  ) {
    if range.count <= fewRecords || bits == 0 {
      if bits > 0 { insertionSort(words, range) }
      if intoCopy { for position in range { copy[position] = words[position] } }
      return
    }
    // Parts of a few records each, if the keys are spread evenly.
    let spread = Int.bitWidth - range.count.leadingZeroBitCount - 3
    let digit = min(bits, digitBits, max(spread, 4))
    let (shift, mask) = (placeBits + UInt64(bits - digit), UInt64(1 << digit - 1))
    var starts = [Int](repeating: 0, count: 1 << digit + 1)
    starts.withApart { starts in
      for position in range { starts[Int(truncatingIfNeeded: words[position] &>> shift & mask) &+ 1] &+= 1 }
      starts[0] = range.lowerBound
      for part in 0..<1 << digit { starts[part &+ 1] &+= starts[part] }
    }
    var next = starts
    next.withApart { next in
      for position in range {
        let word = words[position]
        let part = Int(truncatingIfNeeded: word &>> shift & mask)
        copy[next[part]] = word
        next[part] &+= 1
      }
    }
    for part in 0..<1 << digit where starts[part] < starts[part + 1] {
      sortAlone(copy, words, starts[part]..<starts[part + 1], placeBits, bits: bits - digit, intoCopy: !intoCopy)
    }
  }

  private static func insertionSort(_ words: Apart<UInt64>, _ range: Range<Int>) {
    for position in range.dropFirst() {
      let word = words[position]
      var place = position
      while place > range.lowerBound, words[place &- 1] > word {
        words[place] = words[place &- 1]
        place &-= 1
      }
      words[place] = word
    }
  }

  /// Puts words into parts by a digit of theirs, in order within each; where the parts start, and the end.
  private static func deal(
    _ words: Apart<UInt64>, into copy: Apart<UInt64>, _ range: Range<Int>, shift: UInt64, size: Int,
    _ parallel: Parallel
  ) -> [Int] {
    let mask = UInt64(size - 1)
    let stretches = parallel.stretches(of: range.count, keeping: size)
    let counts = parallel.parts(stretches.count) { index in
      var counts = [Int](repeating: 0, count: size)
      for position in stretches[index] {
        counts[Int(truncatingIfNeeded: words[range.lowerBound &+ position] &>> shift & mask)] &+= 1
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
        let word = words[range.lowerBound &+ position]
        let part = Int(truncatingIfNeeded: word &>> shift & mask)
        copy[next[part]] = word
        next[part] &+= 1
      }
    }
    return starts
  }
}
