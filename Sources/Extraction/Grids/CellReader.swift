import IbidTypes

/// The value of a cell that holds a number and nothing else but signs and its unit.
struct CellValue {
  /// From the sign or bracket to the unit.
  var tokens: Range<Int>
  var number: ExactNumber
  /// `-`, `−` or brackets around it.
  var isNegative = false
  /// `+`
  var hasPlus = false
  var isPercent = false
  /// Written in the cell itself.
  var currency: String?
  /// Scale words or letters in the cell: a scale of the heading comes on top of none.
  var isScaled = false
  var isYear = false

  var isSigned: Bool { isNegative || hasPlus }
}

/// Reads what single cells hold.
struct CellReader {
  let tokens: Tokens
  let money: MoneyReader

  /// `312.4`, `(22.7)`, `−0.9%`, `(12)%`, `$3,400m`, `1.2M`; nil where the cell holds words or several numbers.
  func value(of cell: Range<Int>) -> CellValue? {
    var i = cell.lowerBound
    var end = cell.upperBound
    // A footnote's mark after the number: "48.1 [1]", "12*".
    if end - i > 3, tokens.isSymbol(end - 1, "]"), tokens.isSymbol(end - 3, "[") { end -= 3 }
    if end - i > 1, tokens.isSymbol(end - 1, "*") || tokens.isSymbol(end - 1, "†") { end -= 1 }
    var value = CellValue(tokens: i..<end, number: .one)
    let isBracketed = tokens.isSymbol(i, "(")
    if isBracketed { i += 1 }
    if i < end, tokens.isDash(i) {
      value.isNegative = true
      i += 1
    } else if i < end, tokens.isSymbol(i, "+") {
      value.hasPlus = true
      i += 1
    }
    if i < end, tokens.kinds[i] != .number, let prefix = money.prefix(at: i, limit: end) {
      value.currency = prefix.code
      i = prefix.number
    }
    guard i < end, let numeral = tokens.numeral(i), !numeral.hasLeadingZero,
      let reading = money.numbers.number(at: i, limit: end)
    else { return nil }
    value.isScaled = reading.letterPower != nil || reading.power > 0
    let scaled = reading.scaledByLetter()
    guard let number = scaled.value else { return nil }
    value.number = number
    value.isYear =
      numeral.plain.map { (1900...2099).contains($0) } ?? false && scaled.tokens.count == 1 && value.currency == nil
    var next = scaled.tokens.upperBound
    if isBracketed {
      let inner = percent(at: next, end)
      next = inner ?? next
      value.isPercent = inner != nil
      guard next < end, tokens.isSymbol(next, ")") else { return nil }
      value.isNegative = !value.hasPlus
      next += 1
    }
    if let upper = percent(at: next, end) {
      value.isPercent = true
      next = upper
    } else if next < end, value.currency == nil,
      let (code, upper, isHundredth) = money.suffix(after: scaled, limit: end),
      !isBracketed, !isHundredth
    {
      value.currency = code
      next = upper
    }
    return next == end ? value : nil
  }

  private func percent(at i: Int, _ end: Int) -> Int? {
    if i < end, tokens.isSymbol(i, "%") || tokens.isKey(i, .percent) { return i + 1 }
    return i + 1 < end && tokens.isKey(i, .per) && tokens.isKey(i + 1, .cent) ? i + 2 : nil
  }
}
