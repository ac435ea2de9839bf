/// Bits packed into 64-bit words, lowest first: Arrow's validity layout.
///
/// Invariant: bits past `count` in the last word are 0, so that whole-word operations and counts need no mask.
@frozen
@usableFromInline
package struct Bitmap: Sendable, Equatable {
  @usableFromInline var storage: [UInt64]
  package private(set) var count: Int

  /// 64 bits each, lowest first.
  @inlinable package var words: [UInt64] { storage }

  package init(repeating bit: Bool, count: Int) {
    self.count = count
    storage = [UInt64](repeating: bit ? .max : 0, count: (count + 63) / 64)
    clearTail()
  }

  /// Takes words as they are and clears what lies past `count`.
  @usableFromInline
  package init(words: [UInt64], count: Int) {
    precondition(words.count == (count + 63) / 64, "a bitmap of \(count) bits has one word per 64")
    storage = words
    self.count = count
    clearTail()
  }

  /// Words made morsel by morsel by all threads of the run; `fill` sets each word of its range.
  package init(count: Int, wordsOf fill: (Range<Int>, Apart<UInt64>) -> Void) {
    let rows = count
    self.init(
      words: [UInt64](apart: (count + 63) / 64, filler: 0) { words in
        Parallel.current.forEachMorsel(of: rows) { fill($0.lowerBound / 64..<($0.upperBound + 63) / 64, words) }
      }, count: count)
  }

  /// A bit for each position. Allocates once; use it where the number of rows is large.
  @inlinable
  package init(count: Int, where isSet: (Int) -> Bool) {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for index in 0..<count where isSet(index) { words[index >> 6] |= 1 << UInt64(index & 63) }
    self.init(words: words, count: count)
  }

  @inlinable
  package init(_ bits: [Bool]) { self.init(count: bits.count) { bits[$0] } }

  @inlinable
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

  @inlinable
  package subscript(index: Int) -> Bool {
    @inline(__always) get { storage[index >> 6] &>> UInt64(index & 63) & 1 != 0 }
    @inline(__always) set {
      let mask: UInt64 = 1 &<< UInt64(index & 63)
      if newValue { storage[index >> 6] |= mask } else { storage[index >> 6] &= ~mask }
    }
  }

  package mutating func append(_ bit: Bool) {
    if count & 63 == 0 { storage.append(0) }
    count += 1
    if bit { self[count - 1] = true }
  }

  package var trueCount: Int { storage.reduce(0) { $0 &+ $1.nonzeroBitCount } }

  /// Looks no further than the first bit that is not set.
  package var isAllTrue: Bool {
    guard let last = storage.last else { return true }
    let spare = UInt64(storage.count &* 64 &- count)
    return last == .max &>> spare && storage.dropLast().allSatisfy { $0 == .max }
  }

  /// Looks no further than the first bit that is set.
  package var hasTrue: Bool { storage.contains { $0 != 0 } }

  package static func & (a: Bitmap, b: Bitmap) -> Bitmap { a.combined(b) { $0 & $1 } }
  package static func | (a: Bitmap, b: Bitmap) -> Bitmap { a.combined(b) { $0 | $1 } }
  package static prefix func ~ (a: Bitmap) -> Bitmap { Bitmap(words: a.words.map { ~$0 }, count: a.count) }

  /// Word by word; inlined, so the closure costs nothing per row.
  @inline(__always)
  private func combined(_ other: Bitmap, _ operation: (UInt64, UInt64) -> UInt64) -> Bitmap {
    precondition(count == other.count, "bitmaps of one table have one length")
    let (a, b) = (storage, other.storage)
    return Bitmap(
      words: [UInt64](apart: a.count, filler: 0) { words in
        let (a, b) = (a.span, b.span)
        for index in 0..<a.count { words[index] = operation(a[index], b[index]) }
      }, count: count)
  }

  /// These bits, then the other's. O(words).
  package func followed(by other: Bitmap) -> Bitmap {
    let shift = UInt64(count & 63)
    if shift == 0 { return Bitmap(words: storage + other.storage, count: count + other.count) }
    var words = storage
    words.reserveCapacity((count + other.count + 63) / 64 + 1)
    for word in other.storage {
      // Bits past the end of the last word are 0.
      words[words.count - 1] |= word &<< shift
      words.append(word &>> (64 &- shift))
    }
    words.removeLast(words.count - (count + other.count + 63) / 64)
    return Bitmap(words: words, count: count + other.count)
  }

  /// Positions of the set bits, ascending. One allocation.
  package var trueIndices: [Int32] {
    let parallel = Parallel.current
    let words = storage
    func range(_ morsel: Int) -> Range<Int> {
      let rows = parallel.morsel(morsel, of: count)
      return rows.lowerBound / 64..<(rows.upperBound + 63) / 64
    }
    let counts = parallel.parts(parallel.morsels(of: count)) { morsel in
      range(morsel).reduce(0) { $0 &+ words[$1].nonzeroBitCount }
    }
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    return [Int32](apart: starts[counts.count], filler: 0) { output in
      parallel.forEach(counts.count) { morsel in
        var position = starts[morsel]
        for index in range(morsel) {
          var word = words[index]
          let base = Int32(truncatingIfNeeded: index &* 64)
          while word != 0 {
            output[position] = base &+ Int32(truncatingIfNeeded: word.trailingZeroBitCount)
            position &+= 1
            word &= word &- 1
          }
        }
      }
    }
  }

  /// The bits at `rows`; a negative row gives `missing`.
  package func gathered(_ rows: [Int32], missing: Bool = false) -> Bitmap {
    let words = storage
    return Bitmap(count: rows.count) { range, result in
      let (rows, words) = (rows.span, words.span)
      for index in range {
        var word: UInt64 = 0
        for row in index &* 64..<min(index &* 64 &+ 64, rows.count) {
          let number = Int(rows[row])
          let bit = number < 0 ? (missing ? 1 : 0) : words[number &>> 6] &>> UInt64(number & 63) & 1
          word |= bit &<< UInt64(row & 63)
        }
        result[index] = word
      }
    }
  }

  package func checkInvariants() {
    assert(words.count == (count + 63) / 64)
    if count & 63 != 0, let last = words.last { assert(last >> UInt64(count & 63) == 0, "bits past the end are 0") }
  }

  private mutating func clearTail() {
    if count & 63 != 0 { storage[storage.count - 1] &= (1 << UInt64(count & 63)) - 1 }
  }
}

/// Validity of two columns that must both be present; nil means that every row is.
package func bothValid(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
  switch (a, b) {
  case (nil, let only), (let only, nil): only
  case (let a?, let b?): a & b
  }
}
