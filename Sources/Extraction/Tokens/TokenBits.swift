/// A bit for each token, to go from one that has it to the next without a look at those between.
///
///     var i = tokens.capitals.next(from: range.lowerBound, to: range.upperBound)
package struct TokenBits: Sendable {
  /// 64 tokens each, the first one lowest.
  private let words: [UInt64]

  fileprivate init(words: [UInt64]) { self.words = words }

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

/// Which tokens are of some sorts that rules look for; read off all tokens at once.
struct TokenSorts {
  private(set) var capitals: TokenBits
  private(set) var nameStarts: TokenBits
  private(set) var timeUnits: TokenBits
  private(set) var symbols: TokenBits

  /// All arrays are of one length.
  init(kinds: [TokenKind], flags: [TokenFlags], classes: [WordClass]) {
    let (kinds, flags, classes) = (kinds.span, flags.span, classes.span)
    var (capitals, starts, units, signs): ([UInt64], [UInt64], [UInt64], [UInt64]) = ([], [], [], [])
    capitals.reserveCapacity(kinds.count / 64 + 1)
    starts.reserveCapacity(kinds.count / 64 + 1)
    units.reserveCapacity(kinds.count / 64 + 1)
    signs.reserveCapacity(kinds.count / 64 + 1)
    var first = 0
    while first < kinds.count {
      var (capital, start, unit, sign): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
      for i in first..<min(first + 64, kinds.count) {
        let bit: UInt64 = 1 << UInt64(i & 63)
        switch kinds[i] {
        case .word:
          if flags[i].contains(.capital) { capital |= bit }
          if classes[i].contains(.timeUnit) { unit |= bit }
        case .number: start |= bit
        case .symbol: sign |= bit
        case .clitic: break
        }
      }
      capitals.append(capital)
      starts.append(start | capital)
      units.append(unit)
      signs.append(sign)
      first += 64
    }
    self.capitals = TokenBits(words: capitals)
    nameStarts = TokenBits(words: starts)
    timeUnits = TokenBits(words: units)
    symbols = TokenBits(words: signs)
  }
}
