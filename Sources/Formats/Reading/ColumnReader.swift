import IbidColumns
import IbidTypes

/// Reads the cells of one column as a type.
struct ColumnReader {
  let grid: CellGrid
  let cells: CellColumn
  /// Line of each cell, for errors.
  let lines: [Int32]

  /// How many values of a column of floats, or of lists of them, are left out because they are no numbers.
  func specials(in type: ValueType) -> Int {
    switch type.base {
    case .float: return (0..<cells.count).reduce(0) { $0 + (cells[$1].kind == .special ? 1 : 0) }
    case .list(let element):
      guard grid.notation == .json, let (elements, _, lines) = try? listElements() else { return 0 }
      return ColumnReader(grid: grid, cells: elements, lines: lines).specials(in: element)
    default: return 0
    }
  }

  /// The narrowest type that every cell has, and the column of it.
  func inferred() throws(FormatError) -> (ValueType, Column) {
    let type = TypeGuess(grid: grid, cells: cells).type
    guard case .list = type.base else { return (type, try column(as: type)) }
    // The elements are a column of their own, down to any depth.
    let (elements, offsets, elementLines) = try listElements()
    let (elementType, column) = try ColumnReader(grid: grid, cells: elements, lines: elementLines).inferred()
    let lists = ListColumn(offsets: offsets, elements: column, validity: try validity(as: type))
    return (ValueType(.list(elementType), optional: type.isOptional), .list(lists))
  }

  /// Throws at the first cell that is not of the type, and at a missing one if the type is required.
  func column(as type: ValueType) throws(FormatError) -> Column {
    let validity = try validity(as: type)
    switch type.base {
    case .bool:
      var truth = Bitmap(repeating: false, count: 0)
      try each(validity, type) { range in
        guard let range else { return truth.append(false) }
        return CellNumber.bool(grid.bytes, range).map { truth.append($0) }
      }
      return .bool(BoolColumn(truth, validity: validity))
    case .int:
      return .int(
        FixedColumn(
          try numbers(validity, type, filler: Int64(0)) { CellNumber.int(grid.bytes, $0, allowsLeadingZeros: true) },
          validity: validity))
    case .float:
      return .float(
        FixedColumn(
          try numbers(validity, type, filler: 0.0) { CellNumber.float(grid.bytes, $0, allowsLeadingZeros: true) },
          validity: validity))
    case .text, .word: return .text(try texts(validity, type))
    case .date, .period: return .moment(try moments(validity, type))
    case .money, .quantity, .duration: return try measures(validity, type)
    case .list(let element): return .list(try lists(validity, element))
    default:
      let known = "bool, int, float, text, date, period, duration, money, quantity or a list of them"
      throw FormatError("a column of a file cannot be declared as \(type); it can be \(known)", column: cells.name)
    }
  }

  // MARK: Missing values

  /// Whether the cell holds no value of this type: spaces and `""` are texts, but no numbers.
  private func isMissing(_ cell: Cell, _ type: ValueType) -> Bool {
    switch cell.kind {
    case .missing: return true
    case .array, .object: return false
    // What is no number is missing where a number may be.
    case .special: return type.base == .float && type.isOptional
    case .plain, .quoted, .escaped:
      if case .text = type.base { return false }
      return grid.notation == .delimited && CellNumber.trimmed(grid.bytes, cell.range).isEmpty
    }
  }

  private func validity(as type: ValueType) throws(FormatError) -> Bitmap? {
    var valid = Bitmap(repeating: true, count: cells.count)
    var isComplete = true
    for row in 0..<cells.count where isMissing(cells[row], type) {
      if !type.isOptional { throw CellRules.noValue(type, column: cells.name, line: line(row)) }
      valid[row] = false
      isComplete = false
    }
    return isComplete ? nil : valid
  }

  // MARK: Types

  /// Calls the body for each row with the trimmed place of its value, nil where there is none; nil back is an error.
  private func each(
    _ validity: Bitmap?, _ type: ValueType, _ body: (Range<Int>?) -> Void?
  ) throws(FormatError) {
    for row in 0..<cells.count {
      guard validity?[row] ?? true else {
        _ = body(nil)
        continue
      }
      let cell = cells[row]
      let isReadable = cell.kind == .plain || (grid.notation == .delimited && cell.kind == .quoted)
      guard isReadable, body(CellNumber.trimmed(grid.bytes, cell.range)) != nil else { throw bad(row, type) }
    }
  }

  private func numbers<Number: BitwiseCopyable & Sendable>(
    _ validity: Bitmap?, _ type: ValueType, filler: Number, _ parse: (Range<Int>) -> Number?
  ) throws(FormatError) -> [Number] {
    var values: [Number] = []
    values.reserveCapacity(cells.count)
    try each(validity, type) { range in
      guard let range else { return values.append(filler) }
      return parse(range).map { values.append($0) }
    }
    return values
  }

  private func texts(_ validity: Bitmap?, _ type: ValueType) throws(FormatError) -> TextColumn {
    let known: Set<String>? = if case .word(let set) = type.base { Set(set.words) } else { nil }
    var words = WordTable(seed: .random(in: .min ... .max))
    var numbers: [Int32] = []
    numbers.reserveCapacity(cells.count)
    for row in 0..<cells.count {
      guard validity?[row] ?? true else {
        numbers.append(-1)
        continue
      }
      let cell = cells[row]
      if cell.kind == .escaped || known != nil {
        let text = grid.text(cell)
        if let known, !known.contains(text) { throw bad(row, type) }
        let bytes = Array(text.utf8)
        numbers.append(words.number(of: bytes, 0..<bytes.count))
      } else {
        numbers.append(words.number(of: grid.bytes, cell.range))
      }
    }
    let merge = WordMerge([words])
    let codes = merge.codes[0]
    return TextColumn(
      codes: numbers.map { $0 < 0 ? 0 : codes.isEmpty ? $0 : codes[Int($0)] }, dictionary: merge.dictionary,
      validity: validity)
  }

  private func moments(_ validity: Bitmap?, _ type: ValueType) throws(FormatError) -> MomentColumn {
    var values: [Moment?] = []
    values.reserveCapacity(cells.count)
    for row in 0..<cells.count {
      guard validity?[row] ?? true else {
        values.append(nil)
        continue
      }
      guard let moment = moment(cells[row]) else { throw bad(row, type) }
      values.append(moment)
    }
    return MomentColumn(values)
  }

  private func moment(_ cell: Cell) -> Moment? {
    switch cell.kind {
    case .object: return JSONValueObject(cell, grid.bytes).flatMap { $0.kind == .moment ? $0.moment : nil }
    case .array, .missing, .special: return nil
    case .plain, .quoted, .escaped:
      return CellMoment.isoDate(grid.bytes, CellNumber.trimmed(grid.bytes, cell.range))
        ?? CellMoment.parse(grid.text(cell).trimmed)
    }
  }

  private func measures(_ validity: Bitmap?, _ type: ValueType) throws(FormatError) -> Column {
    var builder = MeasureColumnBuilder(kind: CellRules.measureKind(of: type))
    for row in 0..<cells.count {
      guard validity?[row] ?? true else {
        builder.append(nil)
        continue
      }
      builder.append(try measure(row, type))
    }
    do throws(NumberOverflow) {
      return .measure(try builder.finish())
    } catch {
      throw CellRules.tooLarge(column: cells.name)
    }
  }

  private func measure(_ row: Int, _ type: ValueType) throws(FormatError) -> Measure {
    let cell = cells[row]
    let text = grid.text(cell)
    switch cell.kind {
    case .object:
      let wanted: JSONValueObject.Kind = CellRules.measureKind(of: type) == .money ? .money : .quantity
      guard let object = JSONValueObject(cell, grid.bytes), object.kind == wanted, let measure = object.measure else {
        throw bad(row, type)
      }
      return try CellRules.checked(measure, text, type, column: cells.name, line: line(row))
    case .array, .missing, .special: throw bad(row, type)
    case .plain, .quoted, .escaped: return try CellRules.measure(text, type, column: cells.name, line: line(row))
    }
  }

  // MARK: Errors

  func line(_ row: Int) -> Int? { row < lines.count ? Int(lines[row]) : nil }

  func bad(_ row: Int, _ type: ValueType) -> FormatError {
    CellRules.bad(grid.text(cells[row]), type, column: cells.name, line: line(row))
  }
}
