/// A bit for each token, to go from one that has it to the next without a look at those between.
///
///     var i = tokens.capitals.next(from: range.lowerBound, to: range.upperBound)
package struct TokenBits: Sendable {
  /// 64 tokens each, the first one lowest.
  private let words: [UInt64]

  @inline(__always)
  init(count: Int, where isSet: (Int) -> Bool) {
    words = [UInt64](capacity: (count + 63) / 64) { output in
      var start = 0
      while start < count {
        var word: UInt64 = 0
        for i in start..<min(start + 64, count) where isSet(i) { word |= 1 << UInt64(i & 63) }
        output.append(word)
        start += 64
      }
    }
  }

  /// The first token from one on that has its bit, or `limit` where none before that does.
  func next(from i: Int, to limit: Int) -> Int {
    guard i < limit else { return limit }
    var place = i >> 6
    var word = words[place] & (UInt64.max << UInt64(i & 63))
    while word == 0 {
      place += 1
      guard place << 6 < limit else { return limit }
      word = words[place]
    }
    return min(place << 6 + word.trailingZeroBitCount, limit)
  }
}
