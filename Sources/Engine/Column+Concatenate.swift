import IbidColumns

extension Column {
  /// The rows of `a`, then those of `b`; nil if they are not of one physical type and both have values.
  ///
  /// Dictionaries, units and denominators are brought together, so that equal values have equal codes.
  static func concatenated(_ a: Column, _ b: Column) -> Column? {
    let validity = concatenatedValidity(a, b)
    switch (a, b) {
    case (.bool(let x), .bool(let y)):
      let causes = x.causes.followed(x.count, by: y.causes, y.count)
      return .bool(BoolColumn(x.truth.followed(by: y.truth), validity: validity, causes: causes))
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
    let texts = columns.compactMap { if case .text(let texts) = $0 { texts } else { nil } }
    if texts.count == columns.count {
      let isWhole = columns.allSatisfy { $0.validity == nil }
      let validity = columns.reduce(Bitmap(repeating: true, count: 0)) {
        isWhole ? $0 : $0.followed(by: $1.validity ?? Bitmap(repeating: true, count: $1.count))
      }
      return .text(TextColumn.concatenated(texts, validity: isWhole ? nil : validity))
    }
    // By halves, so that no row is copied more than a few times.
    let middle = columns.startIndex + columns.count / 2
    guard let left = concatenated(columns[..<middle]), let right = concatenated(columns[middle...]) else { return nil }
    return concatenated(left, right)
  }

  /// The rows at `rows` of two columns of one type, numbered as if `b` stood behind `a`; a negative one gives a missing value.
  ///
  /// nil where `concatenated` is.
  static func chosen(_ rows: [Int32], _ a: Column, _ b: Column) -> Column? {
    guard case (.text(let x), .text(let y)) = (a, b) else { return concatenated(a, b)?.gathered(rows) }
    let validity = concatenatedValidity(a, b)?.gathered(rows) ?? (rows.haveMissing ? rows.present : nil)
    return .text(TextColumn.chosen(rows, x, y, validity: validity))
  }

  fileprivate static func concatenatedValidity(_ a: Column, _ b: Column) -> Bitmap? {
    guard a.validity != nil || b.validity != nil else { return nil }
    let left = a.validity ?? Bitmap(repeating: true, count: a.count)
    return left.followed(by: b.validity ?? Bitmap(repeating: true, count: b.count))
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
    TextColumn.concatenated([self, other], validity: validity)
  }
}
