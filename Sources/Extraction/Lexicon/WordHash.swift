import IbidSource

/// The hash of a word's letters in lower case, by which the lexicon finds it: eight letters go in as one number.
///
///     var hash = WordHash()
///     for letter in "harbour".utf8 { hash.append(letter) }
///     lexicon.id(of: bytes, lower, upper, hash: hash.value)
package struct WordHash {
  /// Of all whole eights.
  private var mixed: UInt64 = 0
  /// The letters behind them, the first one lowest.
  private var rest: UInt64 = 0
  private var count = 0

  @inline(__always) package init() {}

  @inline(__always) package mutating func append(_ letter: UInt8) {
    rest |= UInt64(letter) << UInt64((count & 7) * 8)
    count += 1
    if count & 7 == 0 { turn() }
  }

  /// Adds the first of eight letters; all before them must have been whole eights.
  @inline(__always) mutating func append(_ letters: UInt64, count: Int) {
    guard count < 8 else {
      rest = letters
      self.count += 8
      return turn()
    }
    rest = letters & ~(UInt64.max << UInt64(count * 8))
    self.count += count
  }

  @inline(__always) package var value: UInt32 {
    let all = Self.mix(mixed ^ rest)
    return UInt32(truncatingIfNeeded: all ^ all >> 32)
  }

  /// The hash of up to seven letters, the first one lowest.
  @inline(__always) static func value(ofShort letters: UInt64) -> UInt32 {
    let all = mix(letters)
    return UInt32(truncatingIfNeeded: all ^ all >> 32)
  }

  @inline(__always) private mutating func turn() {
    mixed = Self.mix(mixed ^ rest)
    rest = 0
  }

  /// Multiplies by the golden ratio, as Fibonacci hashing does; wraps on purpose.
  @inline(__always) private static func mix(_ number: UInt64) -> UInt64 {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}

extension EightBytes {
  /// How many of them are letters of ASCII before the first that is none.
  @inline(__always) var lettersInFront: Int { (~letters & 0x8080_8080_8080_8080).trailingZeroBitCount / 8 }

  /// The capitals among the first of them, which all must be letters of ASCII.
  @inline(__always) func capitals(among count: Int) -> Int {
    let first = count < 8 ? ~(UInt64.max << UInt64(count * 8)) : UInt64.max
    return (~bytes & 0x2020_2020_2020_2020 & first).nonzeroBitCount
  }
}
