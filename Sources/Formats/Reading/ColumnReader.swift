import IbidColumns
import IbidTypes

/// Reads the cells of one column as a type.
struct ColumnReader {
  let grid: CellGrid
  let cells: CellColumn
  /// Line of each cell, for errors.
  let lines: [Int32]

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
    case .money(let currency): return try measures(validity, type, .money, unit: currency)
    case .quantity(let unit): return try measures(validity, type, .quantity, unit: unit)
    case .duration: return try measures(validity, type, .duration, unit: nil)
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
    case .plain, .quoted, .escaped:
      if case .text = type.base { return false }
      return grid.notation == .delimited && CellNumber.trimmed(grid.bytes, cell.range).isEmpty
    }
  }

  private func validity(as type: ValueType) throws(FormatError) -> Bitmap? {
    var valid = Bitmap(repeating: true, count: cells.count)
    var isComplete = true
    for row in 0..<cells.count where isMissing(cells[row], type) {
      if !type.isOptional {
        let way = "declare it \(type.base)? to allow that"
        throw FormatError(
          "column \(excerpt(cells.name)) has no value here; \(way)", line: line(row), column: cells.name)
      }
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
    let words: Set<String>? = if case .word(let set) = type.base { Set(set.words) } else { nil }
    var dictionary = TextDictionaryBuilder()
    var codes: [Int32] = []
    codes.reserveCapacity(cells.count)
    for row in 0..<cells.count {
      guard validity?[row] ?? true else {
        codes.append(0)
        continue
      }
      let text = grid.text(cells[row])
      if let words, !words.contains(text) { throw bad(row, type) }
      codes.append(dictionary.code(for: text))
    }
    return TextColumn(codes: codes, dictionary: dictionary.finish(), validity: validity)
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
    case .array, .missing: return nil
    case .plain, .quoted, .escaped:
      return CellMoment.isoDate(grid.bytes, CellNumber.trimmed(grid.bytes, cell.range))
        ?? CellMoment.parse(grid.text(cell).trimmed)
    }
  }

  private func measures(
    _ validity: Bitmap?, _ type: ValueType, _ kind: MeasureKind, unit: String?
  ) throws(FormatError) -> Column {
    var builder = MeasureColumnBuilder(kind: kind)
    for row in 0..<cells.count {
      guard validity?[row] ?? true else {
        builder.append(nil)
        continue
      }
      guard let found = measure(cells[row], kind) else { throw bad(row, type) }
      builder.append(try checked(found, row, type, kind, unit: unit))
    }
    do throws(NumberOverflow) {
      return .measure(try builder.finish())
    } catch {
      let message =
        "the numbers of column \(excerpt(cells.name)) are too large or too finely divided to be exact together"
      throw FormatError(message, column: cells.name)
    }
  }

  private func measure(_ cell: Cell, _ kind: MeasureKind) -> Measure? {
    switch cell.kind {
    case .object:
      let wanted: JSONValueObject.Kind = kind == .money ? .money : .quantity
      return JSONValueObject(cell, grid.bytes).flatMap { $0.kind == wanted ? $0.measure : nil }
    case .array, .missing: return nil
    case .plain, .quoted, .escaped: return CellMeasure.parse(grid.text(cell), as: kind)
    }
  }

  /// The value in its declared unit; a cell without a unit has that one.
  private func checked(
    _ found: Measure, _ row: Int, _ type: ValueType, _ kind: MeasureKind, unit: String?
  ) throws(FormatError) -> Measure {
    var measure = found
    if measure.unit.isEmpty {
      measure.unit = unit.map { kind == .money ? $0 : Unit.canonical($0) } ?? ""
      let way = kind == .money ? "has no currency; declare it money<GBP>, or what it is in" : "has no unit of time"
      if kind != .quantity, measure.unit.isEmpty {
        throw FormatError(
          "\(excerpt(grid.text(cells[row]))) in column \(excerpt(cells.name)) \(way)", line: line(row),
          column: cells.name)
      }
    } else if let unit, measure.unit != (kind == .money ? unit : Unit.canonical(unit)) {
      throw FormatError(
        "\(excerpt(grid.text(cells[row]))) is in \(measure.unit), but column \(excerpt(cells.name)) is declared \(type)",
        line: line(row), column: cells.name)
    } else if kind == .duration, !Unit.isTime(measure.unit) {
      throw bad(row, type)
    }
    return measure
  }

  // MARK: Errors

  func line(_ row: Int) -> Int? { row < lines.count ? Int(lines[row]) : nil }

  func bad(_ row: Int, _ type: ValueType) -> FormatError {
    let article = "\(type.base)".first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    return FormatError(
      "\(excerpt(grid.text(cells[row]))) is not \(article) \(type.base) in column \(excerpt(cells.name))",
      line: line(row),
      column: cells.name)
  }
}
