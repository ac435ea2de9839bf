import IbidTypes

/// A minus before a currency: `a balance of −£8m`, `-$1.2 billion`, "minus £5m".
extension MoneyReader {
  func signed(_ amount: MoneyReading, in sentence: Range<Int>) -> MoneyReading {
    let (first, sign) = (amount.tokens.lowerBound, amount.tokens.lowerBound - 1)
    // A dash at the begin of a line may be the mark of a list.
    guard sign > sentence.lowerBound, !amount.currency.isEmpty, isMinus(sign, before: first) else { return amount }
    var below = amount
    below.tokens = sign..<amount.tokens.upperBound
    below.lower = min(amount.lower, sign)
    below.ends = amount.ends.negated()
    return below
  }

  private func isMinus(_ sign: Int, before first: Int) -> Bool {
    if tokens.kinds[sign] == .word {
      return tokens.upper(sign) - tokens.lower(sign) == 5 && tokens.entry(sign).spelling == "minus"
    }
    // "2019–£3m" and "pre-£5m" have no room before it, "– £3m" has some behind it.
    guard tokens.isDash(sign), !tokens.isSpaced(first), [0x2D, 0x2212].contains(tokens.details[sign]) else {
      return false
    }
    if tokens.isSymbol(sign - 1, "(") { return true }
    // "compared to -178 million euro"
    return tokens.isSpaced(sign)
      && (tokens.kinds[first] != .number || tokens.isAny(sign - 1, [.preposition, .auxiliary, .conjunction]))
  }
}
