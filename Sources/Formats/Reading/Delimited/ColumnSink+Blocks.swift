/// The cells of one column of a block, in one loop for each type: where they end is known, so that numbers are read without a loop
/// over their digits.
extension ColumnSink {
  mutating func read(_ block: CellBlock, _ column: Int, _ usual: PieceBytes) {
    switch plan.mode {
    case .skip: return
    case .int: readInts(block, column, usual)
    case .float: readFloats(block, column, usual)
    case .text: readTexts(block, column, usual)
    case .moment: readDays(block, column, usual)
    case .bool, .measure, .vote, .other:
      for row in 0..<block.rows { readCell(block, column, row, usual) }
    }
  }

  /// A cell of any look.
  @inline(never)
  private mutating func readCell(_ block: CellBlock, _ column: Int, _ row: Int, _ usual: PieceBytes) {
    let place = row &* block.width &+ column
    let (start, end) = (block.start(of: place), block.end(of: place))
    var found = end
    let known = block.row &+ row
    if usual.read(from: start, into: &self, row: known, &found) { return }
    let line = block.line(of: row)
    if start == end { return addMissing(row: known, line: line) }
    guard unsafe block.hasQuotes && block.bytes[start] == DelimitedText.quote else {
      return unsafe add(
        UnsafeBufferPointer(start: block.bytes + start, count: end - start), .plain, at: start, row: known, line: line)
    }
    let cell = unsafe UnsafeBufferPointer(start: block.bytes + start + 1, count: end - start - 2)
    let isEscaped = unsafe block.hasEscapes && cell.contains(DelimitedText.quote)
    unsafe add(cell, isEscaped ? .escaped : .quoted, at: start + 1, row: known, line: line)
  }

  /// Up to sixteen digits with or without a minus.
  private mutating func readInts(_ block: CellBlock, _ column: Int, _ usual: PieceBytes) {
    let (bytes, slots) = unsafe (block.bytes, slots + block.row)
    var place = column
    var isBeyond = false
    var seen = 0
    for row in 0..<block.rows {
      let (start, end) = (block.start(of: place), block.end(of: place))
      place &+= block.width
      let word = unsafe WordTable.word(bytes + start)
      let sign = word & 0xFF == 0x2D ? 1 : 0
      let digits = word &>> UInt64(truncatingIfNeeded: sign &* 8)
      let length = end &- start &- sign
      let hasZero = !isDeclared && length > 1 && digits & 0xFF == 0x30
      // Most whole numbers are short.
      if length > 0, length &+ sign <= 8, !hasZero,
        let value = length <= 4 ? EightDigits.fourDigits(digits, length) : EightDigits.value(digits, length)
      {
        let number = (Int64(truncatingIfNeeded: value) ^ Int64(0 &- sign)) &+ Int64(sign)
        unsafe slots[row] = UInt64(bitPattern: number)
        seen &+= 1
        continue
      }
      if length > 8, length <= 16, sign == 0, !hasZero, let high = EightDigits.value(word, length &- 8),
        let low = EightDigits.value(unsafe WordTable.word(bytes + end - 8), 8)
      {
        let value = high &* 100_000_000 &+ low
        if value > TypeCandidates.largestWholeFloat { isBeyond = true }
        unsafe slots[row] = value
        seen &+= 1
        continue
      }
      readCell(block, column, row, usual)
    }
    if isBeyond { isBeyondFloats = true }
    if seen > 0 { sawNumber(isFractional: false) }
  }

  /// Up to seven digits before a point, and up to eight behind it.
  private mutating func readFloats(_ block: CellBlock, _ column: Int, _ usual: PieceBytes) {
    let (bytes, slots) = unsafe (block.bytes, slots + block.row)
    let isDeclared = isDeclared
    var place = column
    var (whole, fractional) = (0, 0)
    // Safe: no more than eight places are asked for.
    unsafe EightDigits.powers.withUnsafeBufferPointer { powers in
      for row in 0..<block.rows {
        let (start, end) = (block.start(of: place), block.end(of: place))
        place &+= block.width
        let word = unsafe WordTable.word(bytes + start)
        let sign = word & 0xFF == 0x2D ? 1 : 0
        let digits = word &>> UInt64(truncatingIfNeeded: sign &* 8)
        let length = end &- start &- sign
        let point = PieceBytes.zeros(digits ^ 0x2E2E_2E2E_2E2E_2E2E).trailingZeroBitCount / 8
        let hasZero = !isDeclared && digits & 0xFF == 0x30 && min(point, length) > 1
        if point < min(length, 8), !hasZero {
          let places = length &- point &- 1
          if places <= 8, length > 1, let high = EightDigits.value(digits, point),
            let low = EightDigits.value(unsafe WordTable.word(bytes + end - places), places)
          {
            // Exact: both are floats without rounding, so one operation rounds once (Clinger 1990).
            let number =
              unsafe Double(Int64(truncatingIfNeeded: high &* powers[places].whole &+ low)) / powers[places].float
            unsafe slots[row] = number.bitPattern | UInt64(truncatingIfNeeded: sign) << 63
            fractional &+= 1
            continue
          }
        } else if length > 0, length &+ sign <= 8, !hasZero, let value = EightDigits.value(digits, length) {
          let number = Double(Int64(truncatingIfNeeded: value))
          unsafe slots[row] = number.bitPattern | UInt64(truncatingIfNeeded: sign) << 63
          whole &+= 1
          continue
        }
        readCell(block, column, row, usual)
      }
    }
    if whole > 0 { sawNumber(isFractional: false) }
    if fractional > 0 { sawNumber(isFractional: true) }
  }

  /// `2024-03-05`.
  private mutating func readDays(_ block: CellBlock, _ column: Int, _ usual: PieceBytes) {
    let (bytes, slots) = unsafe (block.bytes, slots + block.row)
    var place = column
    var days = days
    var seen = 0
    for row in 0..<block.rows {
      let (start, end) = (block.start(of: place), block.end(of: place))
      place &+= block.width
      if end &- start == 10,
        let slot = unsafe days.slot(WordTable.word(bytes + start), bytes[start &+ 8], bytes[start &+ 9])
      {
        unsafe slots[row] = slot
        seen &+= 1
      } else {
        readCell(block, column, row, usual)
      }
    }
    self.days = days
    if seen > 0 { sawMoment() }
  }

  private mutating func readTexts(_ block: CellBlock, _ column: Int, _ usual: PieceBytes) {
    let (bytes, slots) = unsafe (block.bytes, slots + block.row)
    let (hasQuotes, hasEscapes) = (block.hasQuotes, block.hasEscapes)
    var place = column
    for row in 0..<block.rows {
      let (start, end) = (block.start(of: place), block.end(of: place))
      place &+= block.width
      if start == end {
        readCell(block, column, row, usual)
      } else if unsafe hasQuotes && bytes[start] == DelimitedText.quote {
        if hasEscapes {
          readCell(block, column, row, usual)
        } else {
          unsafe slots[row] = TextPlace(offset: start &+ 1, length: end &- start &- 2, isOther: false).slot
        }
      } else {
        unsafe slots[row] = TextPlace(offset: start, length: end &- start, isOther: false).slot
      }
    }
  }
}

/// Up to eight digits of a word at once.
enum EightDigits {
  /// The number that the first bytes of a word spell; nil if they are not all digits. No byte is the number 0.
  @inline(__always)
  static func value(_ word: UInt64, _ count: Int) -> UInt64? {
    // The digits move to the last bytes, behind zeros.
    let digits = (word ^ 0x3030_3030_3030_3030) << UInt64(truncatingIfNeeded: 64 &- count &* 8)
    guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Pairs, then fours, then all of them: neighbours are multiplied and added (Lemire).
    let pairs = digits &* 10 &+ digits >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let sum = (pairs & mask) &* 0x000F_4240_0000_0064 &+ ((pairs >> 16) & mask) &* 0x0000_2710_0000_0001
    return sum >> 32
  }

  /// The same of up to four.
  @inline(__always)
  static func fourDigits(_ word: UInt64, _ count: Int) -> UInt64? {
    let digits = (UInt32(truncatingIfNeeded: word) ^ 0x3030_3030) << UInt32(truncatingIfNeeded: 32 &- count &* 8)
    guard ((digits &+ 0x7676_7676) | digits) & 0x8080_8080 == 0 else { return nil }
    let pairs = digits &* 10 &+ digits >> 8
    return UInt64((pairs & 0xFF) &* 100 &+ (pairs >> 16) & 0xFF)
  }

  /// How many of the first bytes of a word are digits.
  @inline(__always)
  static func count(_ word: UInt64) -> Int {
    // The lowest bit that is set tells the first byte that is none; those above it may be wrong.
    let digits = word ^ 0x3030_3030_3030_3030
    return (((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }

  /// Powers of ten from the zeroth to the eighth.
  static let powers: [(whole: UInt64, float: Double)] = [
    (1, 1), (10, 10), (100, 100), (1000, 1e3), (10_000, 1e4), (100_000, 1e5), (1_000_000, 1e6), (10_000_000, 1e7),
    (100_000_000, 1e8),
  ]
}
