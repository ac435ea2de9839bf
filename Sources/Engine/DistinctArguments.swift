import IbidColumns

/// The arguments of a call, every combination of values once.
///
/// Texts are coded by dictionaries, so a column of a million rows may hold a hundred of them. Functions of text work on
/// these combinations and spread the result over the rows: nothing is folded, searched or built once a row.
///
/// Shape: `columns` have `count` rows each, constants included.
struct DistinctArguments {
  let columns: [Column]
  let count: Int
  /// Rows where no argument is missing; nil if that is all of them.
  let validity: Bitmap?
  /// The combination of each row of the call; nil where every argument is a constant.
  private let combinations: [Int32]?

  init(_ operands: [Operand], rows: Int) {
    if operands.allSatisfy(\.isConstant) {
      columns = operands.map(\.column)
      count = 1
      combinations = nil
    } else {
      var codes = Codes(rows: rows)
      for operand in operands where !operand.isConstant { codes.combine(with: Codes(identityOf: operand.column)) }
      let (ids, firstRows) = codes.grouped()
      columns = operands.map { operand in
        operand.isConstant ? operand.expanded(to: firstRows.count) : operand.column.gathered(firstRows)
      }
      count = firstRows.count
      combinations = ids
    }
    validity = columns.reduce(nil) { bothValid($0, $1.validity) }
  }

  /// A result for each combination as one for each row.
  func spread(_ result: Column) -> Column { combinations.map { result.gathered($0) } ?? result }

  // MARK: Values

  func isValid(_ row: Int) -> Bool { validity?[row] ?? true }

  func has(_ argument: Int) -> Bool { argument < columns.count }

  /// UTF-8 of a text argument; only of valid rows.
  func bytes(_ argument: Int, _ row: Int) -> ArraySlice<UInt8> {
    guard case .text(let texts) = columns[argument] else { return [] }
    return texts.dictionary.bytes[texts.dictionary.range(Int(texts.codes[row]))]
  }

  func string(_ argument: Int, _ row: Int) -> String { String(decoding: bytes(argument, row), as: UTF8.self) }

  /// A whole number; only of valid rows.
  func int(_ argument: Int, _ row: Int) -> Int {
    guard case .int(let ints) = columns[argument] else { return 0 }
    return Int(ints.values[row])
  }

  /// The one text of an argument that is a constant, such as a regular expression.
  func constant(_ argument: Int) -> String? {
    guard case .text(let texts) = columns[argument], count > 0 else { return nil }
    return texts[0]
  }

  /// Something made once from each different text of an argument, by row; nil for rows that are not valid.
  func prepared<Made>(_ argument: Int, _ make: (ArraySlice<UInt8>) -> Made) -> (Int) -> Made? {
    guard case .text(let texts) = columns[argument] else { return { _ in nil } }
    var made = [Made?](repeating: nil, count: texts.dictionary.count)
    for row in (0..<count).untilStopped where isValid(row) && made[Int(texts.codes[row])] == nil {
      made[Int(texts.codes[row])] = make(bytes(argument, row))
    }
    return { row in isValid(row) ? made[Int(texts.codes[row])] : nil }
  }

  // MARK: Results

  func bools(_ test: (Int) -> Bool) -> Column {
    .bool(Kleene.column(count: count, validity: validity) { isValid($0) && test($0) })
  }

  /// nil is missing. By all threads.
  func ints(_ measure: (Int) -> Int?) -> Column {
    var missing: [[Int]] = []
    let values = [Int64](apart: count, filler: 0) { values in
      missing = Parallel.current.mapMorsels(of: count) { rows in
        var missing: [Int] = []
        for row in rows.untilStopped {
          if isValid(row), let measured = measure(row) {
            values[row] = Int64(measured)
          } else {
            values[row] = 0
            missing.append(row)
          }
        }
        return missing
      }
    }
    if missing.allSatisfy(\.isEmpty) { return .int(FixedColumn(values)) }
    var valid = Bitmap(repeating: true, count: count)
    for row in missing.joined() { valid[row] = false }
    return .int(FixedColumn(values, validity: valid))
  }

  func floats(_ measure: (Int) -> Double) -> Column {
    .float(FixedColumn([Double](rows: count, filler: 0) { isValid($0) ? measure($0) : 0 }, validity: validity))
  }

  /// nil is missing. Throws `TooLarge` past `Limit.columnBytes`.
  func texts(_ make: (Int) throws(TooLarge) -> String?) throws(TooLarge) -> Column {
    var size = 0
    var values: [String?] = []
    values.reserveCapacity(count)
    var looks = Looks()
    var isStopped = false
    for row in 0..<count {
      isStopped = isStopped || looks.seeStop()
      let text = isValid(row) && !isStopped ? try make(row) : nil
      size += text?.utf8.count ?? 0
      if size > Limit.columnBytes { throw TooLarge() }
      values.append(text)
    }
    return .text(TextColumn(values))
  }

  /// The texts of all arguments behind each other, none of them a `String` on the way.
  func concatenated() -> Column {
    let texts = columns.map { if case .text(let texts) = $0 { texts } else { TextColumn([]) } }
    let column = WrittenTexts.column(count: count, validity: validity) { row, output in
      for text in texts {
        let dictionary = text.dictionary
        output.append(contentsOf: dictionary.bytes[dictionary.range(Int(text.codes[row]))])
      }
    }
    if let column { return .text(column) }
    var builder = TextColumnBuilder()
    var looks = Looks()
    var isStopped = false
    for row in 0..<count {
      isStopped = isStopped || looks.seeStop()
      guard isValid(row), !isStopped else {
        builder.append(nil)
        continue
      }
      builder.append(written: { output in
        for argument in columns.indices { output.append(contentsOf: bytes(argument, row)) }
        return false
      })
    }
    return .text(builder.finish())
  }

  /// Texts that `write` puts behind the bytes it is given, so that none is a `String` on the way; it answers false for missing.
  /// Throws `TooLarge` past `Limit.columnBytes`.
  func written(_ write: (_ row: Int, _ text: inout [UInt8]) throws(TooLarge) -> Bool) throws(TooLarge) -> Column {
    var builder = TextColumnBuilder()
    builder.reserve(rowCount: count)
    var text: [UInt8] = []
    var size = 0
    var looks = Looks()
    var isStopped = false
    for row in 0..<count {
      isStopped = isStopped || looks.seeStop()
      text.removeAll(keepingCapacity: true)
      guard isValid(row), !isStopped, try write(row, &text) else {
        builder.append(nil)
        continue
      }
      size += text.count
      if size > Limit.columnBytes { throw TooLarge() }
      builder.append(bytes: text[...])
    }
    return .text(builder.finish())
  }

  /// Lists of the texts that `append` adds to the column of all elements.
  func textLists(_ append: (_ row: Int, _ elements: inout TextColumnBuilder) -> Void) -> Column {
    var elements = TextColumnBuilder()
    let ends = [Int32](rows: count, filler: 0) { row in
      if isValid(row) { append(row, &elements) }
      return Int32(elements.count)
    }
    let isWhole = !Parallel.isCurrentStopped()
    return .list(
      ListColumn(
        offsets: [0] + (isWhole ? ends : [Int32](repeating: 0, count: count)), elements: .text(elements.finish()),
        validity: validity))
  }

  /// A result that is larger than a call may make.
  struct TooLarge: Error {}

  /// How much one call may make: no query may fill the memory by a slip of a number.
  enum Limit {
    static let cellBytes = 1 << 20
    static let columnBytes = 1 << 28
    static let listElements = 10_000_000
  }
}
