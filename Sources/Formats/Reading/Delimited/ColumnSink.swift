import IbidTypes

/// Takes the cells of one column, a piece of the file at a time.
///
/// The usual form of each type is read by `PieceReader` from the bytes as it finds the cell's end, and put into `slots`;
/// every other cell comes through `add`.
@safe struct ColumnSink {
  let plan: ColumnPlan
  /// Whether the plan's type was declared.
  let isDeclared: Bool
  /// Eight bytes for each row of the piece, of a kind that the mode says.
  private(set) var slots: UnsafeMutablePointer<UInt64>
  private var capacity = 0
  var piece = ColumnPiece()
  var words: WordTable
  /// Decimal places of all measures in `slots`.
  private var places = 0
  /// A whole number beyond those that floats have all of.
  var isBeyondFloats = false
  var days = DayCache()
  /// Rows of the piece whose texts are numbers already.
  private var numbered = 0
  private var sawWhole = false
  private var sawFraction = false
  private var sawMoments = false
  private var sawTruths = false
  /// Texts that do not stand in the file as they are.
  private var otherTexts: [UInt8] = []
  /// Cells that are kept as they stand, and their bytes.
  private var cells: [Cell] = []
  private var cellBytes: [UInt8] = []

  init(_ plan: ColumnPlan, seed: UInt64) {
    self.plan = plan
    isDeclared = plan.declared != nil
    words = WordTable(seed: seed)
    unsafe slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    unsafe slots.initialize(to: 0)
    capacity = 1
  }

  /// To be called once, when nothing more is to be read.
  func deallocate() { unsafe slots.deallocate() }

  mutating func begin(capacity rows: Int) {
    if rows > capacity {
      unsafe slots.deallocate()
      // Not initialised, as far fewer rows may come: each that does sets its own.
      unsafe slots = UnsafeMutablePointer<UInt64>.allocate(capacity: rows)
      capacity = rows
    }
    piece = ColumnPiece()
    otherTexts.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    cellBytes.removeAll(keepingCapacity: true)
    (places, numbered) = (0, 0)
    (isBeyondFloats, sawWhole, sawFraction, sawMoments, sawTruths) = (false, false, false, false, false)
  }

  // MARK: The usual cells

  @inline(__always)
  mutating func sawNumber(isFractional: Bool) {
    if isFractional { sawFraction = true } else { sawWhole = true }
  }

  @inline(__always)
  mutating func sawMoment() { sawMoments = true }

  @inline(__always)
  mutating func setTruth(_ truth: Bool, row: Int) {
    unsafe slots[row] = truth ? 1 : 0
    sawTruths = true
  }

  /// Puts in a decimal of a measure; false if it has too many digits to stand beside the others.
  @inline(__always)
  mutating func setDecimal(_ digits: Int64, _ places: Int, _ isNegative: Bool, row: Int) -> Bool {
    var digits = isNegative ? 0 &- digits : digits
    if places != self.places {
      if places > self.places, !rescale(to: places, rows: row) { return false }
      let (scaled, overflow) = digits.multipliedReportingOverflow(by: Self.powersOfTen[self.places - places])
      if overflow { return false }
      digits = scaled
    }
    unsafe slots[row] = UInt64(bitPattern: digits)
    return true
  }

  /// Gives the decimals so far more places; false if one does not fit then.
  private mutating func rescale(to places: Int, rows: Int) -> Bool {
    let factor = Self.powersOfTen[places - self.places]
    for row in 0..<rows where unsafe Int64(bitPattern: slots[row]).multipliedReportingOverflow(by: factor).overflow {
      return false
    }
    for row in 0..<rows {
      unsafe slots[row] = UInt64(bitPattern: Int64(bitPattern: slots[row]) &* factor)
    }
    self.places = places
    return true
  }

  private static let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
  }

  /// Takes back what a row has left that is to be read again, with more of the file at hand.
  mutating func takeBack(row: Int) {
    while let last = piece.missing.last, last >= row { piece.missing.removeLast() }
    while let last = piece.oddMoments.last, last.row >= row { piece.oddMoments.removeLast() }
    while let last = piece.oddMeasures.last, last.row >= row { piece.oddMeasures.removeLast() }
    if cells.count > row { cells.removeLast(cells.count - row) }
  }

  // MARK: Cells

  @inline(__always)
  mutating func addMissing(row: Int, line: Int) {
    if plan.mode == .skip { return }
    if plan.mode == .other {
      cells.append(.missing)
      return
    }
    piece.votes.hasMissing = true
    setMissing(row, line)
  }

  private mutating func setMissing(_ row: Int, _ line: Int) {
    unsafe slots[row] = plan.mode == .text ? TextPlace.none : 0
    piece.missing.append(Int32(truncatingIfNeeded: row))
    if let type = plan.declared, !type.isOptional, piece.firstMissing == nil {
      piece.firstMissing = .init(line: line, error: CellRules.noValue(type, column: plan.name))
    }
  }

  /// Takes a cell that is not missing, whatever its form; it stands at an offset of the buffer.
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, _ kind: Cell.Kind, at offset: Int, row: Int, line: Int) {
    unsafe slots[row] = 0
    switch plan.mode {
    case .skip: return
    case .text:
      if kind != .escaped {
        unsafe slots[row] = TextPlace(offset: offset, length: cell.count, isOther: false).slot
        return
      }
      let text = unsafe Self.undoubled(cell)
      unsafe slots[row] = TextPlace(offset: otherTexts.count, length: text.count, isOther: true).slot
      otherTexts += text
    case .other:
      let start = cellBytes.count
      unsafe cellBytes.append(contentsOf: cell)
      cells.append(Cell(start..<cellBytes.count, kind))
    default:
      let bytes = unsafe Array(cell)
      let range = CellNumber.trimmed(bytes, 0..<bytes.count)
      if range.isEmpty {
        piece.votes.hasBlank = true
        setMissing(row, line)
      } else if plan.declared != nil {
        addDeclared(bytes, range, kind, row, line)
      } else {
        addInferred(bytes, range, kind, row, line)
      }
    }
  }

  /// Takes a text that does not stand in the file as it is.
  mutating func addText(_ text: String, row: Int) {
    let bytes = Array(text.utf8)
    unsafe slots[row] = TextPlace(offset: otherTexts.count, length: bytes.count, isOther: true).slot
    otherTexts += bytes
  }

  private mutating func addInferred(
    _ bytes: [UInt8], _ range: Range<Int>, _ kind: Cell.Kind, _ row: Int, _ line: Int
  ) {
    piece.votes.hasValue = true
    if kind != .escaped, CellNumber.isSpecial(bytes, range) {
      piece.votes.specials += 1
      piece.votes.candidates.formIntersection(.float)
      setMissing(row, line)
      if plan.mode != .float, plan.mode != .vote { piece.isMisread = true }
      return
    }
    piece.votes.hasRegular = true
    let candidates = kind == .escaped ? TypeCandidates.day(bytes, range) : TypeCandidates.scalar(bytes, range)
    piece.votes.candidates.formIntersection(candidates)
    if plan.mode == .vote { return }
    if !set(bytes, range, kind, row, allowsLeadingZeros: false) { piece.isMisread = true }
  }

  private mutating func addDeclared(
    _ bytes: [UInt8], _ range: Range<Int>, _ kind: Cell.Kind, _ row: Int, _ line: Int
  ) {
    if plan.mode == .float, plan.declared?.isOptional == true, kind != .escaped, CellNumber.isSpecial(bytes, range) {
      piece.votes.specials += 1
      return setMissing(row, line)
    }
    guard piece.firstBad == nil, let type = plan.declared else { return }
    do throws(FormatError) {
      if plan.mode == .measure {
        let measure = try CellRules.measure(Self.text(bytes, kind), type, column: plan.name)
        piece.oddMeasures.append((Int32(truncatingIfNeeded: row), measure))
      } else if !set(bytes, range, kind, row, allowsLeadingZeros: true) {
        throw CellRules.bad(Self.text(bytes, kind), type, column: plan.name)
      }
    } catch {
      piece.firstBad = .init(line: line, error: error)
    }
  }

  /// Reads the cell as the mode says; false if it is nothing of that type.
  private mutating func set(
    _ bytes: [UInt8], _ range: Range<Int>, _ kind: Cell.Kind, _ row: Int, allowsLeadingZeros: Bool
  ) -> Bool {
    switch plan.mode {
    case .moment:
      if let moment = CellMoment.isoDate(bytes, range) {
        unsafe slots[row] = Self.slot(of: moment)
        return true
      }
      guard plan.declared != nil, let moment = CellMoment.parse(Self.text(bytes, kind).trimmed) else { return false }
      piece.oddMoments.append((Int32(truncatingIfNeeded: row), moment))
      return true
    default: break
    }
    if kind == .escaped { return false }
    switch plan.mode {
    case .bool:
      guard let truth = CellNumber.bool(bytes, range) else { return false }
      unsafe slots[row] = truth ? 1 : 0
    case .int:
      guard let number = CellNumber.int(bytes, range, allowsLeadingZeros: allowsLeadingZeros) else { return false }
      if number.magnitude > TypeCandidates.largestWholeFloat { isBeyondFloats = true }
      unsafe slots[row] = UInt64(bitPattern: number)
    case .float:
      guard let number = CellNumber.float(bytes, range, allowsLeadingZeros: allowsLeadingZeros) else { return false }
      unsafe slots[row] = number.bitPattern
    default: return false
    }
    return true
  }

  /// First second times 16, and the grain.
  static func slot(of moment: Moment) -> UInt64 {
    UInt64(bitPattern: (moment.low ?? 0) << 4 | Int64(moment.grain.rawValue))
  }

  // MARK: The end of a piece

  /// What the piece has of the column; the sink is ready for the next one after `begin`.
  mutating func finish(rows: Int) -> ColumnPiece {
    if sawWhole { vote(isBeyondFloats ? .int : [.int, .float]) }
    if sawFraction { vote(.float) }
    if sawMoments { vote(.date) }
    if sawTruths { vote(.bool) }
    // A column is read as text if it is declared as one, or if some cell is nothing else.
    if plan.mode == .text { piece.votes.candidates = [] }
    if !piece.isMisread { piece.values = values(rows) }
    return piece
  }

  private mutating func vote(_ candidates: TypeCandidates) {
    piece.votes.candidates.formIntersection(candidates)
    piece.votes.hasValue = true
    piece.votes.hasRegular = true
  }

  /// Looks up the texts of the rows that were read since the last time, as long as their bytes are at hand.
  mutating func numberTexts(rows: Int, piece: Int, bytes: UnsafePointer<UInt8>) {
    if plan.mode != .text || rows == numbered { return }
    otherTexts += repeatElement(0, count: 16)
    unsafe otherTexts.withUnsafeBufferPointer { others in
      guard let others = others.baseAddress else { return }
      unsafe words.number(slots, numbered..<rows, in: bytes, others: others, piece: piece)
    }
    otherTexts.removeAll(keepingCapacity: true)
    numbered = rows
  }

  private func values(_ rows: Int) -> ColumnPiece.Values {
    switch plan.mode {
    case .skip, .vote: return .none
    case .bool: return .bools(kept(rows) { $0 != 0 })
    case .float: return .floats(kept(rows) { Double(bitPattern: $0) })
    case .moment: return .moments(kept(rows) { Int64(bitPattern: $0) })
    case .measure: return .measures(kept(rows) { Int64(bitPattern: $0) }, scale: Self.powersOfTen[places])
    case .other: return .cells(cells, bytes: cellBytes)
    case .int, .text:
      // Bits in which a number differs from its sign: none of them set means that the narrower type holds all.
      var used: UInt64 = 0
      for row in 0..<rows {
        let slot = unsafe slots[row]
        used |= slot ^ UInt64(bitPattern: Int64(bitPattern: slot) >> 63)
      }
      if used < 1 << 7 { return .int8(kept(rows) { Int8(truncatingIfNeeded: $0) }) }
      if used < 1 << 15 { return .int16(kept(rows) { Int16(truncatingIfNeeded: $0) }) }
      if used < 1 << 31 { return .int32(kept(rows) { Int32(truncatingIfNeeded: $0) }) }
      return .int64(kept(rows) { Int64(bitPattern: $0) })
    }
  }

  /// What the slots of the rows hold.
  @inline(__always)
  private func kept<Value: BitwiseCopyable>(_ rows: Int, _ value: (UInt64) -> Value) -> [Value] {
    // Safe: the array has room for the rows, each of which has its slot.
    unsafe [Value](unsafeUninitializedCapacity: rows) { output, count in
      for row in 0..<rows { unsafe output[row] = value(slots[row]) }
      count = rows
    }
  }

  // MARK: Texts

  private static func text(_ bytes: [UInt8], _ kind: Cell.Kind) -> String {
    let cell = kind == .escaped ? unsafe bytes.withUnsafeBufferPointer { unsafe undoubled($0) } : bytes
    return String(decoding: cell, as: UTF8.self)
  }

  /// Doubled quotes written once.
  private static func undoubled(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var skipsQuote = false
    for index in 0..<cell.count {
      let byte = unsafe cell[index]
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuote, skipsQuote {
        skipsQuote = false
        continue
      }
      skipsQuote = isQuote
      result.append(byte)
    }
    return result
  }
}

/// Where a text of a piece stands, in eight bytes.
struct TextPlace {
  let slot: UInt64

  /// No text.
  static let none = UInt64.max

  init(_ slot: UInt64) { self.slot = slot }

  /// `isOther`: among the texts that do not stand in the file as they are.
  @inline(__always)
  init(offset: Int, length: Int, isOther: Bool) {
    slot = UInt64(truncatingIfNeeded: offset) << 1 | (isOther ? 1 : 0) | UInt64(truncatingIfNeeded: length) << 32
  }

  @inline(__always)
  var isOther: Bool { slot & 1 != 0 }
  @inline(__always)
  var offset: Int { Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) >> 1 }
  @inline(__always)
  var length: Int { Int(truncatingIfNeeded: slot >> 32) }
}
