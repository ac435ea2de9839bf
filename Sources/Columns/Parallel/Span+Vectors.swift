public import CVectors

// Tests of sixty-four elements at once: a bit for each, lowest first. See `CVectors`.

extension Span where Element: BitwiseCopyable {
  /// Calls `body` with the place of the elements from `64 * word` on, all of which lie within the span.
  @inlinable @inline(__always)
  func sixtyFour(_ first: Int, _ body: (UnsafePointer<Element>) -> UInt64) -> UInt64 {
    precondition(first >= 0 && first &+ 64 <= count, "sixty-four elements within the span")
    return unsafe withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return 0 }
      // Safe: checked above.
      return unsafe body(start + first)
    }
  }
}

extension Span where Element: BitwiseCopyable {
  /// The same for two words of bits, which `body` sets.
  @inlinable @inline(__always)
  func sixtyFour(
    _ first: Int, _ body: (UnsafePointer<Element>, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt64>) -> Void
  ) -> (equal: UInt64, greater: UInt64) {
    var greater: UInt64 = 0
    let equal = unsafe sixtyFour(first) { elements in
      var equal: UInt64 = 0
      unsafe body(elements, &equal, &greater)
      return equal
    }
    return (equal, greater)
  }
}

/// Numbers of which sixty-four are compared with the ends of a range at once.
@usableFromInline
package protocol NumberOfVectors: FixedWidthInteger, BitwiseCopyable {
  /// Which of the elements from a place on are in the range.
  static func bits(of numbers: borrowing Span<Self>, _ first: Int, within range: ClosedRange<Self>) -> UInt64
  /// Which of them are equal to a limit, and which are greater.
  static func beside(_ limit: Self, of numbers: borrowing Span<Self>, _ first: Int) -> (equal: UInt64, greater: UInt64)
  /// The sum of those of the elements from a place on whose bit is set; none is negative.
  static func sum(of numbers: borrowing Span<Self>, _ first: Int, where bits: UInt64) -> UInt64
}

extension UInt8: NumberOfVectors {
  @inlinable @inline(__always)
  package static func bits(of numbers: borrowing Span<UInt8>, _ first: Int, within range: ClosedRange<UInt8>) -> UInt64
  {
    unsafe numbers.sixtyFour(first) { unsafe ibid_bytes_within($0, range.lowerBound, range.upperBound) }
  }

  @inlinable @inline(__always)
  package static func beside(_ limit: UInt8, of numbers: borrowing Span<UInt8>, _ first: Int) -> (
    equal: UInt64, greater: UInt64
  ) {
    unsafe numbers.sixtyFour(first) { unsafe ibid_bytes_beside($0, limit, $1, $2) }
  }

  @inlinable @inline(__always)
  package static func sum(of numbers: borrowing Span<UInt8>, _ first: Int, where bits: UInt64) -> UInt64 {
    unsafe numbers.sixtyFour(first) { unsafe ibid_sum_of_bytes($0, bits) }
  }
}

extension UInt16: NumberOfVectors {
  @inlinable @inline(__always)
  package static func bits(of numbers: borrowing Span<UInt16>, _ first: Int, within range: ClosedRange<UInt16>)
    -> UInt64
  {
    unsafe numbers.sixtyFour(first) { unsafe ibid_shorts_within($0, range.lowerBound, range.upperBound) }
  }

  @inlinable @inline(__always)
  package static func beside(_ limit: UInt16, of numbers: borrowing Span<UInt16>, _ first: Int) -> (
    equal: UInt64, greater: UInt64
  ) {
    unsafe numbers.sixtyFour(first) { unsafe ibid_shorts_beside($0, limit, $1, $2) }
  }

  @inlinable @inline(__always)
  package static func sum(of numbers: borrowing Span<UInt16>, _ first: Int, where bits: UInt64) -> UInt64 {
    unsafe numbers.sixtyFour(first) { unsafe ibid_sum_of_shorts($0, bits) }
  }
}

extension Int32: NumberOfVectors {
  @inlinable @inline(__always)
  package static func bits(of numbers: borrowing Span<Int32>, _ first: Int, within range: ClosedRange<Int32>) -> UInt64
  {
    unsafe numbers.sixtyFour(first) { unsafe ibid_words_within($0, range.lowerBound, range.upperBound) }
  }

  @inlinable @inline(__always)
  package static func beside(_ limit: Int32, of numbers: borrowing Span<Int32>, _ first: Int) -> (
    equal: UInt64, greater: UInt64
  ) {
    unsafe numbers.sixtyFour(first) { unsafe ibid_words_beside($0, limit, $1, $2) }
  }

  @inlinable @inline(__always)
  package static func sum(of numbers: borrowing Span<Int32>, _ first: Int, where bits: UInt64) -> UInt64 {
    var bits = bits
    return unsafe numbers.sixtyFour(first) { unsafe ibid_sum_of_members($0, &bits, 1) }
  }
}

extension Span where Element: NumberOfVectors {
  /// Which of the elements from `64 * word` on are in a range; bits past the end are 0.
  @inlinable @inline(__always)
  package func bits(_ word: Int, within range: ClosedRange<Element>) -> UInt64 {
    if word &* 64 &+ 64 <= count { return Element.bits(of: self, word &* 64, within: range) }
    return bits(word) { $0 >= range.lowerBound && $0 <= range.upperBound }
  }

  /// Which of the elements from `64 * word` on are equal to a limit, and which are greater; bits past the end are 0.
  @inlinable @inline(__always)
  package func beside(_ limit: Element, _ word: Int) -> (equal: UInt64, greater: UInt64) {
    if word &* 64 &+ 64 <= count { return Element.beside(limit, of: self, word &* 64) }
    return (bits(word) { $0 == limit }, bits(word) { $0 > limit })
  }

  /// The sum of those elements from `64 * word` on whose bit is set; none is negative.
  @inlinable @inline(__always)
  package func sum(_ word: Int, where bits: UInt64) -> UInt64 {
    if word &* 64 &+ 64 <= count { return Element.sum(of: self, word &* 64, where: bits) }
    var (sum, bits): (UInt64, UInt64) = (0, bits)
    while bits != 0 {
      sum &+= UInt64(truncatingIfNeeded: self[word &* 64 &+ bits.trailingZeroBitCount])
      bits &= bits &- 1
    }
    return sum
  }
}

extension Span<Double> {
  /// Which of the floats from `64 * word` on are less than a limit; bits past the end are 0.
  @inlinable @inline(__always)
  package func bits(_ word: Int, lessThan limit: Double) -> UInt64 {
    if word &* 64 &+ 64 > count { return bits(word) { $0 < limit } }
    return unsafe sixtyFour(word &* 64) { unsafe ibid_floats_less($0, limit) }
  }

  @inlinable @inline(__always)
  package func bits(_ word: Int, atMost limit: Double) -> UInt64 {
    if word &* 64 &+ 64 > count { return bits(word) { $0 <= limit } }
    return unsafe sixtyFour(word &* 64) { unsafe ibid_floats_less_or_equal($0, limit) }
  }

  @inlinable @inline(__always)
  package func bits(_ word: Int, equalTo limit: Double) -> UInt64 {
    if word &* 64 &+ 64 > count { return bits(word) { $0 == limit } }
    return unsafe sixtyFour(word &* 64) { unsafe ibid_floats_equal($0, limit) }
  }

  @inlinable @inline(__always)
  package func bits(_ word: Int, atLeast limit: Double) -> UInt64 {
    if word &* 64 &+ 64 > count { return bits(word) { $0 >= limit } }
    return unsafe sixtyFour(word &* 64) { unsafe ibid_floats_greater_or_equal($0, limit) }
  }

  @inlinable @inline(__always)
  package func bits(_ word: Int, greaterThan limit: Double) -> UInt64 {
    if word &* 64 &+ 64 > count { return bits(word) { $0 > limit } }
    return unsafe sixtyFour(word &* 64) { unsafe ibid_floats_greater($0, limit) }
  }
}

extension Span<Double> {
  /// Adds to eight sums in turn the floats of whole words of bits whose bit is set; the bits begin with those of word `first`.
  @inlinable @inline(__always)
  package func add(
    where bits: borrowing Span<UInt64>, from first: Int, _ words: Range<Int>, to sums: inout SIMD8<Double>
  ) {
    precondition(
      first >= 0 && words.lowerBound >= first && words.upperBound &- first <= bits.count
        && words.upperBound &* 64 <= count, "floats for all bits")
    // Safe: checked above; eight floats lie one behind the other.
    unsafe withUnsafeBufferPointer { floats in
      unsafe bits.withUnsafeBufferPointer { bits in
        guard let floats = floats.baseAddress, let bits = bits.baseAddress else { return }
        unsafe withUnsafeMutableBytes(of: &sums) { sums in
          guard let sums = unsafe sums.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
          unsafe ibid_add_members(floats + words.lowerBound * 64, bits + (words.lowerBound - first), words.count, sums)
        }
      }
    }
  }
}

extension Span<Double> {
  /// Adds to eight sums in turn the floats from `64 * word` on whose bit is set.
  @inlinable @inline(__always)
  package func add(where bits: UInt64, _ word: Int, to sums: inout SIMD8<Double>) {
    let first = word &* 64
    precondition(first >= 0 && first < count, "floats for the bits")
    if first &+ 64 > count {
      for place in first..<count where bits &>> UInt64(place &- first) & 1 != 0 { sums[place & 7] += self[place] }
      return
    }
    // Safe: checked above; eight floats lie one behind the other.
    unsafe withUnsafeBufferPointer { floats in
      guard let floats = floats.baseAddress else { return }
      unsafe withUnsafeMutableBytes(of: &sums) { sums in
        guard let sums = unsafe sums.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
        var bits = bits
        unsafe ibid_add_members(floats + first, &bits, 1, sums)
      }
    }
  }
}

extension Span<Int32> {
  /// The sum of the numbers of some rows whose bit is set, none of which is negative; rows and bits begin with a word, the bits with
  /// that of row `first`.
  @inlinable @inline(__always)
  package func sum(where bits: borrowing Span<UInt64>, from first: Int, _ rows: Range<Int>) -> UInt64 {
    precondition(
      first >= 0 && first & 63 == 0 && rows.lowerBound & 63 == 0 && rows.lowerBound >= first
        && rows.upperBound <= count && (rows.upperBound &- first &+ 63) / 64 <= bits.count, "a bit for each number")
    let (start, whole) = ((rows.lowerBound &- first) / 64, rows.count / 64)
    // Safe: checked above.
    var sum = unsafe withUnsafeBufferPointer { numbers in
      unsafe bits.withUnsafeBufferPointer { bits -> UInt64 in
        guard let numbers = numbers.baseAddress, let bits = bits.baseAddress else { return 0 }
        return unsafe ibid_sum_of_members(numbers + rows.lowerBound, bits + start, whole)
      }
    }
    for row in rows.lowerBound &+ whole &* 64..<rows.upperBound
    where bits[(row &- first) &>> 6] &>> UInt64(row & 63) & 1 != 0 {
      sum &+= UInt64(truncatingIfNeeded: self[row])
    }
    return sum
  }
}

extension Span where Element: BitwiseCopyable {
  /// Asks for some elements that are read soon.
  @inlinable @inline(__always)
  package func prefetch(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of the span")
    // Safe: checked above; nothing is read.
    unsafe withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      let line = 64 / MemoryLayout<Element>.stride
      for place in stride(from: range.lowerBound, to: range.upperBound, by: line) {
        unsafe ibid_prefetch(start + place)
      }
    }
  }
}

extension Apart where Element: BitwiseCopyable {
  /// Asks for an element that is used soon.
  @inlinable @inline(__always)
  package func prefetch(_ index: Int) {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index within the array")
    // Safe: checked above; nothing is read.
    unsafe ibid_prefetch(base.unsafelyUnwrapped + index)
  }
}

extension Apart<UInt64> {
  /// The bits, side by side, that have the numbers at some places of a list, the numbers ascending and at most sixty-four. The bits of
  /// the array begin with that of number `first`.
  @inlinable @inline(__always)
  package func bits(at numbers: borrowing Span<Int32>, _ places: Range<Int>, from first: Int) -> UInt64 {
    precondition(
      places.lowerBound >= 0 && places.upperBound <= numbers.count && places.count <= 64, "places of the list")
    guard let base = unsafe base, !places.isEmpty else { return 0 }
    precondition(
      Int(numbers[places.lowerBound]) >= first && (Int(numbers[places.upperBound - 1]) &- first) &>> 6 < count,
      "bits of the array")
    var bits: UInt64 = 0
    // Safe: places are checked above, and as numbers ascend, the first and the last of them tell of all.
    for place in places {
      let number = unsafe Int(numbers[unchecked: place]) &- first
      bits |= unsafe (base[number &>> 6] &>> UInt64(number & 63) & 1) &<< UInt64(place &- places.lowerBound)
    }
    return bits
  }
}

extension Apart<Double> {
  /// So many floats at most are few.
  @inlinable package static var fewFloats: Int { Int(IBID_FEW_FLOATS) }

  /// What stands at two places of a few floats in ascending order, counted from the first of them. There are no NaNs.
  @inlinable @inline(__always)
  package func few(_ range: Range<Int>, at lower: Int, _ upper: Int) -> (lower: Double, upper: Double) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count && range.count <= Self.fewFloats, "a few floats")
    var found = SIMD2<Double>()
    guard let base = unsafe base else { return (0, 0) }
    // Safe: checked above; two floats lie one behind the other.
    unsafe withUnsafeMutableBytes(of: &found) { found in
      guard let found = unsafe found.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
      unsafe ibid_at_places(
        base + range.lowerBound, Int32(truncatingIfNeeded: range.count), Int32(truncatingIfNeeded: lower),
        Int32(truncatingIfNeeded: upper), found)
    }
    return (found[0], found[1])
  }
}

extension Apart<UInt8> {
  /// Puts bytes where their numbers, less `first`, say: those at some places of two lists, the numbers ascending.
  @inlinable @inline(__always)
  package func put(
    _ bytes: borrowing Span<UInt8>, at numbers: borrowing Span<Int32>, _ places: Range<Int>, from first: Int32
  ) {
    precondition(places.lowerBound >= 0 && places.upperBound <= min(bytes.count, numbers.count), "places of the lists")
    guard let base = unsafe base, !places.isEmpty else { return }
    precondition(
      numbers[places.lowerBound] >= first && Int(numbers[places.upperBound - 1]) - Int(first) < count,
      "places of the array")
    // Safe: places are checked above, and as numbers ascend, the first and the last of them tell of all.
    for place in places { unsafe base[Int(numbers[unchecked: place] &- first)] = bytes[unchecked: place] }
  }

  /// Which of sixty-four bytes lie in a range.
  @inlinable @inline(__always)
  package func bits(_ word: Int, within range: ClosedRange<UInt8>) -> UInt64 {
    precondition(word >= 0 && word &* 64 &+ 64 <= count, "sixty-four bytes of the array")
    guard let base = unsafe base else { return 0 }
    // Safe: checked above.
    return unsafe ibid_bytes_within(base + word &* 64, range.lowerBound, range.upperBound)
  }

  /// Which of sixty-four bytes are a code, and which lie above it; none is above 127.
  @inlinable @inline(__always)
  package func codes(_ word: Int, equalTo code: UInt8) -> (equal: UInt64, above: UInt64) {
    precondition(word >= 0 && word &* 64 &+ 64 <= count, "sixty-four bytes of the array")
    guard let base = unsafe base else { return (0, 0) }
    var (equal, above): (UInt64, UInt64) = (0, 0)
    // Safe: checked above.
    unsafe ibid_codes(base + word &* 64, code, &equal, &above)
    return (equal, above)
  }

  /// Sets sixty-four bytes: to one code where a bit of its word is set, to the other one where one of the other word is, else to
  /// zero. No bit is set in both.
  @inlinable @inline(__always)
  package func spread(_ bits: UInt64, _ code: UInt8, _ others: UInt64, _ other: UInt8, at place: Int) {
    precondition(place >= 0 && place <= count - 64, "sixty-four bytes of the array")
    guard let base = unsafe base else { return }
    // Safe: checked above.
    unsafe ibid_spread(bits, code, others, other, base + place)
  }
}

extension Span<UInt8> {
  /// At which of the 64 places from `index` on the pair stands. All of its bytes lie within the span.
  @inlinable @inline(__always)
  package func places(of pair: BytePair, from index: Int) -> UInt64 {
    unsafe sixtyFour(index) { unsafe ibid_places_of($0, pair.first, pair.firstCase) }
      & sixtyFour(index &+ pair.distance) { unsafe ibid_places_of($0, pair.second, pair.secondCase) }
  }

  /// At which of the 64 places from `index` on one of four bytes stands.
  @inlinable @inline(__always)
  package func places(ofAny bytes: SIMD4<UInt8>, from index: Int) -> UInt64 {
    unsafe sixtyFour(index) { unsafe ibid_places_of_any($0, bytes[0], bytes[1], bytes[2], bytes[3]) }
  }

  /// At which of the 64 places from `index` on something stands that is not ASCII.
  @inlinable @inline(__always)
  package func placesBeyondASCII(from index: Int) -> UInt64 {
    unsafe sixtyFour(index) { unsafe ibid_places_beyond_ascii($0) }
  }
}
