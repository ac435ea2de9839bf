extension PieceReader {
  /// Reads objects, each on a line of its own, until one would begin at `stop` or later.
  func readObjects(
    _ bytes: UnsafePointer<UInt8>, _ form: JSONForm, _ buffer: [UInt8], first: Int, stop: Int, piece: Int
  ) -> Halt {
    defer { unsafe numberTexts(bytes, piece) }
    let limit = min(stop, count)
    while true {
      while position < limit, unsafe Self.isSpace(bytes[position]) {
        if unsafe bytes[position] == 0x0A { line &+= 1 }
        position &+= 1
      }
      if position >= limit { return .end }
      let begin = position
      var end = unsafe object(bytes, form, from: begin)
      if end == nil {
        takeBackObject()
        // Some other way of writing it, or the end of the buffer is near.
        guard unsafe isWhole || lineEnd(bytes, from: begin) != nil else { return .needsMore }
        end = object(buffer, form, from: begin)
      }
      guard var after = end else { return .unusual }
      let close = after
      while after < count, unsafe bytes[after] != 0x0A, unsafe Self.isSpace(bytes[after]) { after &+= 1 }
      if after >= count, !isWhole {
        takeBackObject()
        return .needsMore
      }
      if after < count, unsafe bytes[after] != 0x0A { return .unusual }
      rows.append(from: begin &- first, to: close &- first, line: line)
      rowCount &+= 1
      position = min(after &+ 1, count)
      if after < count { line &+= 1 }
    }
  }

  private func takeBackObject() {
    for column in 0..<width { unsafe sinks[column].takeBack(row: rowCount) }
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private func lineEnd(_ bytes: UnsafePointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < count {
      if unsafe bytes[index] == 0x0A { return index }
      index &+= 1
    }
    return nil
  }

  // MARK: Objects written as usual

  /// Reads the object that begins at an offset; its end, or nil if it is written in some other way.
  @inline(__always)
  private func object(_ bytes: UnsafePointer<UInt8>, _ form: JSONForm, from start: Int) -> Int? {
    let limit = count - JSONForm.room
    return unsafe form.pass(bytes, limit, from: start) { column, index in
      unsafe value(bytes, limit, index, &sinks[column])
    }
  }

  /// Reads a value into its column; its end, or nil if it is not one that the column mostly has.
  @inline(__always)
  private func value(
    _ bytes: UnsafePointer<UInt8>, _ limit: Int, _ start: Int, _ sink: inout ColumnSink
  ) -> Int? {
    let row = rowCount
    switch unsafe bytes[start] {
    case UInt8(ascii: "\""):
      guard let end = unsafe JSONForm.closingQuote(bytes, limit, start &+ 1) else { return nil }
      if sink.plan.mode == .text {
        unsafe sink.slots[row] = TextPlace(offset: start &+ 1, length: end &- start &- 1, isOther: false).slot
        return end &+ 1
      }
      guard sink.plan.mode == .moment, end &- start == 11,
        let slot = unsafe sink.days.slot(WordTable.word(bytes + start + 1), bytes[start &+ 9], bytes[start &+ 10])
      else { return nil }
      unsafe sink.slots[row] = slot
      sink.sawMoment()
      return end &+ 1
    case UInt8(ascii: "-"), 0x30...0x39:
      return unsafe number(bytes, limit, start, &sink)
    case UInt8(ascii: "n"):
      guard unsafe WordTable.word(bytes + start) & 0xFFFF_FFFF == JSONForm.nullWord else { return nil }
      sink.addMissing(row: row, line: line)
      return start &+ 4
    case UInt8(ascii: "t"):
      guard sink.plan.mode == .bool, unsafe WordTable.word(bytes + start) & 0xFFFF_FFFF == JSONForm.trueWord else {
        return nil
      }
      sink.setTruth(true, row: row)
      return start &+ 4
    case UInt8(ascii: "f"):
      guard sink.plan.mode == .bool, unsafe WordTable.word(bytes + start) & 0xFF_FFFF_FFFF == JSONForm.falseWord else {
        return nil
      }
      sink.setTruth(false, row: row)
      return start &+ 5
    default: return nil
    }
  }

  /// A number of up to eight digits, or seven before a point and eight behind it.
  @inline(__always)
  private func number(
    _ bytes: UnsafePointer<UInt8>, _ limit: Int, _ start: Int, _ sink: inout ColumnSink
  ) -> Int? {
    let isInt = sink.plan.mode == .int
    guard isInt || sink.plan.mode == .float else { return nil }
    let isNegative = unsafe bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start &+ 1 : start
    let word = unsafe WordTable.word(bytes + first)
    let whole = EightDigits.count(word)
    let after = first &+ whole
    if whole > 0, whole < 8, whole == 1 || word & 0xFF != 0x30, let value = EightDigits.value(word, whole) {
      let next = unsafe bytes[after]
      if next == UInt8(ascii: ",") || next == UInt8(ascii: "}") {
        sink.sawNumber(isFractional: false)
        if isInt {
          let number = Int64(truncatingIfNeeded: value)
          unsafe sink.slots[rowCount] = UInt64(bitPattern: isNegative ? 0 &- number : number)
        } else {
          let number = Double(Int64(truncatingIfNeeded: value))
          unsafe sink.slots[rowCount] = (isNegative ? -number : number).bitPattern
        }
        return after
      }
      if !isInt, next == UInt8(ascii: ".") {
        let fraction = unsafe WordTable.word(bytes + after + 1)
        let places = EightDigits.count(fraction)
        let end = after &+ 1 &+ places
        let last = unsafe bytes[end]
        if places > 0, places < 8, last == UInt8(ascii: ",") || last == UInt8(ascii: "}"),
          let low = EightDigits.value(fraction, places)
        {
          // Exact: both are floats without rounding, so one operation rounds once (Clinger 1990).
          let (scale, power) = EightDigits.powers[places]
          let number = Double(Int64(truncatingIfNeeded: value &* scale &+ low)) / power
          unsafe sink.slots[rowCount] = (isNegative ? -number : number).bitPattern
          sink.sawNumber(isFractional: true)
          return end
        }
      }
    }
    guard let end = unsafe JSONForm.number(bytes, limit, start), end < limit else { return nil }
    let cell = unsafe UnsafeBufferPointer(start: bytes + start, count: end - start)
    unsafe sink.add(cell, .plain, at: start, row: rowCount, line: line)
    return end
  }

  // MARK: Others

  /// Reads an object of the form however it is written; nil if it has a mistake or values that its columns do not have.
  private func object(_ buffer: [UInt8], _ form: JSONForm, from start: Int) -> Int? {
    var parser = JSONParser(buffer, at: start)
    guard let members = try? parser.object(), parser.position <= count, parser.line == 1, form.fits(members, buffer)
    else { return nil }
    for (column, member) in members.enumerated() {
      guard unsafe add(member.value, buffer, &sinks[column]) else { return nil }
    }
    return parser.position
  }

  private func add(_ cell: Cell, _ buffer: [UInt8], _ sink: inout ColumnSink) -> Bool {
    let isText = sink.plan.mode == .text
    switch cell.kind {
    case .missing:
      sink.addMissing(row: rowCount, line: line)
      return true
    case .escaped:
      if isText { sink.addText(JSONText.unescaped(buffer[cell.range]), row: rowCount) }
      return isText
    case .quoted where sink.plan.mode == .moment:
      if CellMoment.isoDate(buffer, CellNumber.trimmed(buffer, cell.range)) == nil { return false }
    case .quoted: if !isText { return false }
    case .plain:
      let isTruth = buffer[cell.range.lowerBound] | 0x20 >= UInt8(ascii: "a")
      switch sink.plan.mode {
      case .text: break
      case .bool: if !isTruth { return false }
      case .int, .float: if isTruth { return false }
      default: return false
      }
    case .array, .object, .special: return false
    }
    unsafe buffer.withUnsafeBufferPointer { bytes in
      let part = unsafe UnsafeBufferPointer(rebasing: bytes[cell.range])
      unsafe sink.add(part, cell.kind, at: cell.range.lowerBound, row: rowCount, line: line)
    }
    return true
  }
}
