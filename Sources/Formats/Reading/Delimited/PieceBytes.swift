/// The bytes of a piece, and the reading of cells that look as those of their type mostly do.
///
/// Behind the last byte stand a line end and zeros, so that no loop must look for the end of the buffer. A cell of another
/// look, in quotes, with blanks, at the end of the buffer or missing, is left to `PieceReader.locate`.
@safe struct PieceBytes {
  let start: UnsafePointer<UInt8>
  let count: Int
  let delimiter: UInt8

  /// The next quote or line end, a word at a time; `count` if there is none.
  func quoteOrLineEnd(from start: Int) -> Int {
    var index = start
    while index < count {
      let word = unsafe WordTable.word(self.start + index)
      let hit = Self.zeros(word ^ Self.quotes) | Self.zeros(word ^ Self.lineFeeds) | Self.zeros(word ^ Self.returns)
      if hit != 0 { return min(index &+ hit.trailingZeroBitCount / 8, count) }
      index &+= 8
    }
    return count
  }

  private static let quotes: UInt64 = 0x2222_2222_2222_2222
  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let returns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

  /// The high bit of each byte that is zero; bits above the lowest of them may be wrong.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || DelimitedText.isLineEnd(byte) }

  /// Reads a cell that has the usual form of its column's type and is not the last of the buffer; false for any other.
  @inline(__always)
  func read(
    from index: Int, into sink: inout ColumnSink, row: Int, _ end: inout Int
  ) -> Bool {
    switch sink.plan.mode {
    case .int: readInt(index, &sink, row, &end)
    case .float: readFloat(index, &sink, row, &end)
    case .text: readText(index, &sink, row, &end)
    case .moment: readDay(index, &sink, row, &end)
    case .measure: sink.plan.takesPlainDecimals && readDecimal(index, &sink, row, &end)
    case .skip: passPlain(index, &end)
    case .bool, .vote, .other: false
    }
  }

  /// Up to 18 digits with or without a minus.
  @inline(__always)
  private func readInt(
    _ index: Int, _ sink: inout ColumnSink, _ row: Int, _ end: inout Int
  ) -> Bool {
    let isNegative = unsafe start[index] == UInt8(ascii: "-")
    let first = isNegative ? index &+ 1 : index
    var at = first
    var value: UInt64 = 0
    while true {
      let digit = unsafe start[at] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      at &+= 1
    }
    let digits = at &- first
    guard digits > 0, digits <= 18, at < count, unsafe isEnd(start[at]),
      unsafe digits == 1 || start[first] != 0x30 || sink.isDeclared
    else { return false }
    if value > TypeCandidates.largestWholeFloat { sink.isBeyondFloats = true }
    let number = Int64(truncatingIfNeeded: value)
    unsafe sink.slots[row] = UInt64(bitPattern: isNegative ? 0 &- number : number)
    sink.sawNumber(isFractional: false)
    end = at
    return true
  }

  /// Up to 15 digits, a point among them or not.
  @inline(__always)
  private func readFloat(
    _ index: Int, _ sink: inout ColumnSink, _ row: Int, _ end: inout Int
  ) -> Bool {
    guard let (decimal, at) = decimal(index, sink.isDeclared), decimal.digits <= 15 else {
      return false
    }
    // Exact: both are floats without rounding, so one operation rounds once (Clinger 1990).
    let value = Double(Int64(decimal.digitsValue)) / Self.power(decimal.places)
    unsafe sink.slots[row] = (decimal.isNegative ? -value : value).bitPattern
    sink.sawNumber(isFractional: decimal.hasPoint)
    end = at
    return true
  }

  /// Up to 18 digits; the column's scale follows the most places of the piece.
  @inline(__always)
  private func readDecimal(
    _ index: Int, _ sink: inout ColumnSink, _ row: Int, _ end: inout Int
  ) -> Bool {
    guard let (decimal, at) = decimal(index, true), decimal.digits > decimal.places,
      sink.setDecimal(Int64(decimal.digitsValue), decimal.places, decimal.isNegative, row: row)
    else { return false }
    end = at
    return true
  }

  private struct Decimal {
    var digitsValue: UInt64
    var digits: Int
    var places: Int
    var hasPoint: Bool
    var isNegative: Bool
  }

  /// Digits with at most one point, a minus or none, up to the end of the cell, at most 18 of them.
  @inline(__always)
  private func decimal(
    _ index: Int, _ allowsLeadingZeros: Bool
  ) -> (Decimal, Int)? {
    let isNegative = unsafe start[index] == UInt8(ascii: "-")
    let first = isNegative ? index &+ 1 : index
    var at = first
    var value: UInt64 = 0
    while true {
      let digit = unsafe start[at] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      at &+= 1
    }
    let whole = at &- first
    if !allowsLeadingZeros, whole > 1, unsafe start[first] == 0x30 { return nil }
    var places = 0
    let hasPoint = unsafe start[at] == UInt8(ascii: ".")
    if hasPoint {
      at &+= 1
      let point = at
      while true {
        let digit = unsafe start[at] &- 0x30
        if digit > 9 { break }
        value = value &* 10 &+ UInt64(digit)
        at &+= 1
      }
      places = at &- point
    }
    let digits = whole &+ places
    guard digits > 0, digits <= 18, at < count, unsafe isEnd(start[at]) else { return nil }
    return (Decimal(digitsValue: value, digits: digits, places: places, hasPoint: hasPoint, isNegative: isNegative), at)
  }

  @inline(__always)
  private static func power(_ places: Int) -> Double { CellNumber.powersOfTen[places] }

  /// `2024-03-05`.
  @inline(__always)
  private func readDay(
    _ index: Int, _ sink: inout ColumnSink, _ row: Int, _ end: inout Int
  ) -> Bool {
    guard index &+ 10 < count, unsafe isEnd(start[index &+ 10]),
      let slot = unsafe sink.days.slot(WordTable.word(start + index), start[index &+ 8], start[index &+ 9])
    else { return false }
    unsafe sink.slots[row] = slot
    sink.sawMoment()
    end = index &+ 10
    return true
  }

  /// A text without quotes.
  @inline(__always)
  private func readText(
    _ index: Int, _ sink: inout ColumnSink, _ row: Int, _ end: inout Int
  ) -> Bool {
    guard unsafe start[index] != DelimitedText.quote, passPlain(index, &end), end > index else {
      return false
    }
    unsafe sink.slots[row] = TextPlace(offset: index, length: end &- index, isOther: false).slot
    return true
  }

  /// Finds the end of a cell without quotes, a word at a time.
  @inline(__always)
  private func passPlain(_ index: Int, _ end: inout Int) -> Bool {
    if unsafe start[index] == DelimitedText.quote { return false }
    let delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    var at = index
    while true {
      let word = unsafe WordTable.word(start + at)
      let hit = Self.zeros(word ^ delimiters) | Self.zeros(word ^ Self.lineFeeds) | Self.zeros(word ^ Self.returns)
      if hit != 0 {
        at &+= hit.trailingZeroBitCount / 8
        break
      }
      at &+= 8
    }
    guard at < count else { return false }
    end = at
    return true
  }
}
