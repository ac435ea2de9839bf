import IbidColumns

extension Column {
  /// The rows of `a`, then those of `b`; nil if they are not of one physical type and both have values.
  ///
  /// Dictionaries, units and denominators are brought together, so that equal values have equal codes.
  static func concatenated(_ a: Column, _ b: Column) -> Column? {
    let validity = concatenatedValidity(a, b)
    switch (a, b) {
    case (.bool(let x), .bool(let y)):
      let causes = x.causes.isEmpty && y.causes.isEmpty ? [] : x.paddedCauses + y.paddedCauses
      return .bool(
        BoolColumn(
          Bitmap((0..<x.count).lazy.map { x.truth[$0] } + (0..<y.count).lazy.map { y.truth[$0] }), validity: validity,
          causes: causes))
    case (.int(let x), .int(let y)): return .int(FixedColumn(x.values + y.values, validity: validity))
    case (.float(let x), .float(let y)): return .float(FixedColumn(x.values + y.values, validity: validity))
    case (.int(let x), .float(let y)):
      return .float(FixedColumn(x.values.map(Double.init) + y.values, validity: validity))
    case (.float(let x), .int(let y)):
      return .float(FixedColumn(x.values + y.values.map(Double.init), validity: validity))
    case (.text(let x), .text(let y)): return .text(x.concatenated(with: y, validity: validity))
    case (.measure(let x), .measure(let y)):
      guard x.kind == y.kind else { return nil }
      if let column = x.concatenated(with: y, validity: validity) { return .measure(column) }
      // Over one denominator for both it does not fit; the values alone may.
      var builder = MeasureColumnBuilder(kind: x.kind)
      for row in (0..<x.count).untilStopped { builder.append(x[row]) }
      for row in (0..<y.count).untilStopped { builder.append(y[row]) }
      if Parallel.isCurrentStopped() { return nil }
      return (try? builder.finish()).map { .measure($0) }
    case (.moment(let x), .moment(let y)):
      let first = x.low + y.low
      var last: Seconds?
      if x.singleDays != nil, y.singleDays != nil, case .days(let days, _) = first { last = .days(days, last: true) }
      return .moment(
        MomentColumn(
          low: first, high: last ?? x.high + y.high, grains: x.grains + y.grains,
          text: TextColumn.concatenated(x.text, x.count, y.text, y.count),
          partial: TextColumn.concatenated(x.partial, x.count, y.partial, y.count), validity: validity))
    case (.reference(let x), .reference(let y)) where x.table == y.table:
      return .reference(ReferenceColumn(table: x.table, rows: x.rows + y.rows, validity: validity))
    case (.list(let x), .list(let y)):
      guard let elements = concatenated(x.elements, y.elements) else { return nil }
      let shift = x.offsets.last ?? 0
      return .list(
        ListColumn(
          offsets: x.offsets + y.offsets.dropFirst().map { $0 + shift }, elements: elements, validity: validity))
    case (.source(let x), .source(let y)):
      return .source(
        SourceColumn(
          file: x.file.concatenated(with: y.file, validity: validity), line: x.line + y.line, lower: x.lower + y.lower,
          upper: x.upper + y.upper, validity: validity))
    // A `none` in a list literal has no type of its own.
    case _ where b.isAllMissing: return concatenated(a, a.gathered([Int32](repeating: -1, count: b.count)))
    case _ where a.isAllMissing: return concatenated(b.gathered([Int32](repeating: -1, count: a.count)), b)
    default: return nil
    }
  }

  private var isAllMissing: Bool {
    validity.map { validity in (0..<count).allSatisfy { !validity[$0] } } ?? (count == 0)
  }

  /// The rows of several columns, one after the other; nil if they are not of one physical type. There is at least one.
  static func concatenated(_ columns: ArraySlice<Column>) -> Column? {
    guard columns.count > 1 else { return columns.first }
    // By halves, so that no row is copied more than a few times.
    let middle = columns.startIndex + columns.count / 2
    guard let left = concatenated(columns[..<middle]), let right = concatenated(columns[middle...]) else { return nil }
    return concatenated(left, right)
  }

  fileprivate static func concatenatedValidity(_ a: Column, _ b: Column) -> Bitmap? {
    guard a.validity != nil || b.validity != nil else { return nil }
    let left = a.validity ?? Bitmap(repeating: true, count: a.count)
    let right = b.validity ?? Bitmap(repeating: true, count: b.count)
    return Bitmap((0..<a.count).lazy.map { left[$0] } + (0..<b.count).lazy.map { right[$0] })
  }
}

extension BoolColumn {
  var paddedCauses: [UInt8] {
    causes.isEmpty ? [UInt8](repeating: UnknownCause.missing.rawValue, count: count) : causes
  }
}

extension TextColumn {
  /// Words that either column may do without; nil where both do.
  static func concatenated(_ a: TextColumn?, _ aCount: Int, _ b: TextColumn?, _ bCount: Int) -> TextColumn? {
    if a == nil, b == nil { return nil }
    func filled(_ column: TextColumn?, _ count: Int) -> TextColumn {
      column
        ?? TextColumn(
          codes: [Int32](repeating: 0, count: count), dictionary: .empty,
          validity: Bitmap(repeating: false, count: count))
    }
    let (left, right) = (filled(a, aCount), filled(b, bCount))
    return left.concatenated(with: right, validity: Column.concatenatedValidity(.text(left), .text(right)))
  }

  func concatenated(with other: TextColumn, validity: Bitmap?) -> TextColumn {
    if dictionary === other.dictionary {
      return TextColumn(codes: codes + other.codes, dictionary: dictionary, validity: validity)
    }
    var builder = TextDictionaryBuilder()
    builder.reserve(byteCount: dictionary.bytes.count + other.dictionary.bytes.count)
    func entered(_ dictionary: TextDictionary, into builder: inout TextDictionaryBuilder) -> [Int32] {
      [Int32](rows: dictionary.count, filler: 0) { entry in
        // An entry is plain already, as its dictionary has it.
        builder.code(ofWritten: {
          $0.append(contentsOf: dictionary.bytes[dictionary.range(entry)])
          return true
        })
      }
    }
    let left = entered(dictionary, into: &builder)
    let right = entered(other.dictionary, into: &builder)
    let count = codes.count
    let joined = [Int32](morsels: count + other.codes.count, filler: 0) { range, joined in
      for row in range {
        if row < count {
          joined[row] = left.isEmpty ? 0 : left[Int(codes[row])]
        } else {
          joined[row] = right.isEmpty ? 0 : right[Int(other.codes[row - count])]
        }
      }
    }
    return TextColumn(codes: joined, dictionary: builder.finish(), validity: validity)
  }
}
