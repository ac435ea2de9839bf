/// Bits packed into 64-bit words, lowest first: Arrow's validity layout.
///
/// Invariant: bits past `count` in the last word are 0, so that whole-word operations and counts need no mask.
package struct Bitmap: Sendable, Equatable {
  package private(set) var words: [UInt64]
  package private(set) var count: Int

  package init(repeating bit: Bool, count: Int) {
    self.count = count
    words = [UInt64](repeating: bit ? .max : 0, count: (count + 63) / 64)
    clearTail()
  }

  /// Takes words as they are and clears what lies past `count`.
  package init(words: [UInt64], count: Int) {
    precondition(words.count == (count + 63) / 64, "a bitmap of \(count) bits has one word per 64")
    self.words = words
    self.count = count
    clearTail()
  }

  /// A bit for each position. Allocates once; use it where the number of rows is large.
  package init(count: Int, where isSet: (Int) -> Bool) {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for index in 0..<count where isSet(index) { words[index >> 6] |= 1 << UInt64(index & 63) }
    self.init(words: words, count: count)
  }

  package init(_ bits: [Bool]) { self.init(count: bits.count) { bits[$0] } }

  package init(_ bits: some Sequence<Bool>) {
    var words: [UInt64] = []
    words.reserveCapacity((bits.underestimatedCount + 63) / 64)
    var count = 0
    var word: UInt64 = 0
    for bit in bits {
      if bit { word |= 1 << UInt64(count & 63) }
      count += 1
      if count & 63 == 0 {
        words.append(word)
        word = 0
      }
    }
    if count & 63 != 0 { words.append(word) }
    self.init(words: words, count: count)
  }

  package subscript(index: Int) -> Bool {
    get { words[index >> 6] >> UInt64(index & 63) & 1 != 0 }
    set {
      let mask: UInt64 = 1 << UInt64(index & 63)
      if newValue { words[index >> 6] |= mask } else { words[index >> 6] &= ~mask }
    }
  }

  package mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    count += 1
    if bit { self[count - 1] = true }
  }

  package var trueCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  package var isAllTrue: Bool { trueCount == count }

  package static func & (a: Bitmap, b: Bitmap) -> Bitmap { a.combined(b) { $0 & $1 } }
  package static func | (a: Bitmap, b: Bitmap) -> Bitmap { a.combined(b) { $0 | $1 } }
  package static prefix func ~ (a: Bitmap) -> Bitmap { Bitmap(words: a.words.map { ~$0 }, count: a.count) }

  /// Word by word; inlined, so the closure costs nothing per row.
  @inline(__always)
  private func combined(_ other: Bitmap, _ operation: (UInt64, UInt64) -> UInt64) -> Bitmap {
    precondition(count == other.count, "bitmaps of one table have one length")
    var result = words
    for index in result.indices { result[index] = operation(result[index], other.words[index]) }
    return Bitmap(words: result, count: count)
  }

  /// Positions of the set bits, ascending. One allocation.
  package var trueIndices: [Int32] {
    let total = trueCount
    return [Int32](capacity: total) { output in
      for wordIndex in words.indices {
        var word = words[wordIndex]
        let base = Int32(truncatingIfNeeded: wordIndex &* 64)
        while word != 0 {
          output.append(base &+ Int32(truncatingIfNeeded: word.trailingZeroBitCount))
          word &= word &- 1
        }
      }
    }
  }

  /// The bits at `rows`; a negative row gives `missing`.
  package func gathered(_ rows: [Int32], missing: Bool = false) -> Bitmap {
    var result = [UInt64](repeating: 0, count: (rows.count + 63) / 64)
    for (index, row) in rows.enumerated() {
      let bit = row < 0 ? missing : self[Int(row)]
      if bit { result[index >> 6] |= 1 << UInt64(index & 63) }
    }
    return Bitmap(words: result, count: rows.count)
  }

  package func checkInvariants() {
    assert(words.count == (count + 63) / 64)
    if count & 63 != 0, let last = words.last { assert(last >> UInt64(count & 63) == 0, "bits past the end are 0") }
  }

  private mutating func clearTail() {
    if count & 63 != 0 { words[words.count - 1] &= (1 << UInt64(count & 63)) - 1 }
  }
}

/// Validity of two columns that must both be present; nil means that every row is.
package func bothValid(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
  switch (a, b) {
  case (nil, let only), (let only, nil): only
  case (let a?, let b?): a & b
  }
}
