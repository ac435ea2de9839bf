/// A bit for each token, to go from one that has it to the next without a look at those between.
///
///     var i = tokens.capitals.next(from: range.lowerBound, to: range.upperBound)
package struct TokenBits: Sendable {
  /// 64 tokens each, the first one lowest.
  private let words: [UInt64]

  fileprivate init(words: [UInt64]) { self.words = words }

  /// The tokens of a range that have their bit, one after the other.
  struct Places: Sequence, IteratorProtocol {
    fileprivate let bits: TokenBits
    fileprivate var at: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      let place = bits.next(from: at, to: end)
      guard place < end else { return nil }
      at = place + 1
      return place
    }
  }

  func places(in range: Range<Int>) -> Places { Places(bits: self, at: range.lowerBound, end: range.upperBound) }

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
  let capitals: TokenBits
  let nameStarts: TokenBits
  let timeUnits: TokenBits
  let symbols: TokenBits
  let cellEnds: TokenBits
  let dateStarts: TokenBits
  let moneyStarts: TokenBits
  let figureStarts: TokenBits
  let reportStarts: TokenBits

  /// A bit for each of 64 tokens in each of some sorts.
  private struct Sixtyfour {
    var capitals: UInt64 = 0
    var numbers: UInt64 = 0
    var symbols: UInt64 = 0
    var cellEnds: UInt64 = 0
    var timeUnits: UInt64 = 0
    var currencySigns: UInt64 = 0
    var currencyWords: UInt64 = 0
    var numberWords: UInt64 = 0
    var dateWords: UInt64 = 0
    var figureWords: UInt64 = 0
    var reportWords: UInt64 = 0
  }

  /// All arrays are of one length.
  init(kinds: [TokenKind], flags: [TokenFlags], classes: [WordClass], details: [UInt32]) {
    let rows = Self.rows(kinds.span, flags.span, classes.span, details.span)
    func bits(_ row: (Int) -> UInt64) -> TokenBits { TokenBits(words: rows.indices.map(row)) }
    /// The bits of a sort moved to the tokens so many before.
    func before(_ row: Int, by distance: UInt64, _ sort: (Sixtyfour) -> UInt64) -> UInt64 {
      let carried = row + 1 < rows.count ? sort(rows[row + 1]) << (64 - distance) : 0
      return sort(rows[row]) >> distance | carried
    }
    capitals = bits { rows[$0].capitals }
    nameStarts = bits { rows[$0].capitals | rows[$0].numbers }
    timeUnits = bits { rows[$0].timeUnits }
    symbols = bits { rows[$0].symbols }
    cellEnds = bits { rows[$0].cellEnds }
    dateStarts = bits { rows[$0].numbers | rows[$0].dateWords }
    figureStarts = bits { rows[$0].numbers | rows[$0].numberWords | rows[$0].figureWords }
    reportStarts = bits { rows[$0].reportWords }
    moneyStarts = bits { row in
      // A word is a currency before a number, before the name of a currency, or before a sign and a number.
      let isBefore =
        before(row, by: 1) { $0.numbers | $0.currencyWords }
        | before(row, by: 1) { $0.symbols } & before(row, by: 2) { $0.numbers }
      return rows[row].numbers | rows[row].currencySigns | rows[row].numberWords | isBefore
    }
  }

  private static func rows(
    _ kinds: Span<TokenKind>, _ flags: Span<TokenFlags>, _ classes: Span<WordClass>, _ details: Span<UInt32>
  ) -> [Sixtyfour] {
    var rows: [Sixtyfour] = []
    rows.reserveCapacity(kinds.count / 64 + 1)
    let (numberStarts, dateStarts, reportStarts) = (NumberReader.starts, DateAnnotator.starts, CueReader.starts)
    let any: WordClass = [
      numberStarts, dateStarts, reportStarts, .timeUnit, .currencyWord, .figureStart,
    ]
    var first = 0
    while first < kinds.count {
      var row = Sixtyfour()
      for i in first..<min(first + 64, kinds.count) {
        let bit: UInt64 = 1 << UInt64(i & 63)
        if flags[i].contains(.isApart) { row.cellEnds |= bit }
        switch kinds[i] {
        case .word:
          if flags[i].contains(.capital) { row.capitals |= bit }
          if flags[i].contains(.hasDigit) { row.dateWords |= bit }
          let sorts = classes[i]
          // Most words are of no sort.
          guard !sorts.isDisjoint(with: any) else { continue }
          if sorts.contains(.timeUnit) { row.timeUnits |= bit }
          if sorts.contains(.currencyWord) { row.currencyWords |= bit }
          if !sorts.isDisjoint(with: numberStarts) { row.numberWords |= bit }
          if !sorts.isDisjoint(with: dateStarts) { row.dateWords |= bit }
          if sorts.contains(.figureStart) { row.figureWords |= bit }
          if !sorts.isDisjoint(with: reportStarts) { row.reportWords |= bit }
        case .number: row.numbers |= bit
        case .symbol:
          row.symbols |= bit
          if details[i] == 0x7C { row.cellEnds |= bit }  // |
          // Of the signs of ASCII the dollar alone is one of money.
          if details[i] == 0x24 || details[i] > 0x7F && CurrencyWords.family(ofSymbol: details[i]) != nil {
            row.currencySigns |= bit
          }
        case .clitic: break
        }
      }
      rows.append(row)
      first += 64
    }
    return rows
  }
}
