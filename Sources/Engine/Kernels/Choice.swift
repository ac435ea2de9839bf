import IbidColumns

/// Which of two columns each row has its value of.
struct Choice {
  let takesFirst: Bitmap
  /// Where it is not known, the value is missing; nil: it is known everywhere.
  let isKnown: Bitmap?

  private var count: Int { takesFirst.count }

  /// The values of columns that are arrays of numbers, bits or codes; nil for all others.
  func column(_ a: Operand, _ b: Operand) -> Column? {
    switch (a.column, b.column) {
    case (.int(let x), .int(let y)):
      .int(FixedColumn(values(x.values, a.isConstant, y.values, b.isConstant), validity: validity(a, b)))
    case (.float(let x), .float(let y)):
      .float(FixedColumn(values(x.values, a.isConstant, y.values, b.isConstant), validity: validity(a, b)))
    case (.bool(let x), .bool(let y)):
      .bool(BoolColumn(bits(x.truth, a.isConstant, y.truth, b.isConstant), validity: validity(a, b)))
    case (.text(let x), .text(let y)): texts(x, y, a, b)
    default: nil
    }
  }

  /// Rows of the two columns, numbered as if one stood behind the other; -1 for a missing one.
  var rows: [Int32] {
    let (count, isKnown, takesFirst) = (count, isKnown, takesFirst)
    return [Int32](morsels: count, filler: 0) { range, rows in
      for row in range { rows[row] = isKnown?[row] ?? true ? Int32(takesFirst[row] ? row : row + count) : -1 }
    }
  }

  /// Nil where no row is missing.
  private func validity(_ a: Operand, _ b: Operand) -> Bitmap? {
    if a.column.validity == nil, b.column.validity == nil { return isKnown }
    func full(_ operand: Operand) -> Bitmap {
      guard let valid = operand.column.validity else { return Bitmap(repeating: true, count: count) }
      return operand.isConstant ? Bitmap(repeating: valid[0], count: count) : valid
    }
    let valid = bits(full(a), false, full(b), false)
    let known = isKnown.map { valid & $0 } ?? valid
    return known.isAllTrue ? nil : known
  }

  private func bits(_ a: Bitmap, _ aIsConstant: Bool, _ b: Bitmap, _ bIsConstant: Bool) -> Bitmap {
    let first = aIsConstant ? Bitmap(repeating: a[0], count: count) : a
    let second = bIsConstant ? Bitmap(repeating: b[0], count: count) : b
    return (takesFirst & first) | (~takesFirst & second)
  }

  /// A constant has one value, which stands for all rows.
  private func values<Element: BitwiseCopyable & Sendable>(
    _ a: [Element], _ aIsConstant: Bool, _ b: [Element], _ bIsConstant: Bool
  ) -> [Element] {
    guard let filler = a.first ?? b.first else { return [] }
    let words = takesFirst.words
    // Of a constant every row number leads to the one value.
    let (aMask, bMask) = (aIsConstant ? 0 : Int.max, bIsConstant ? 0 : Int.max)
    return [Element](morsels: count, filler: filler) { range, output in
      let (a, b, words) = (a.span, b.span, words.span)
      for row in range {
        let isFirst = words[row &>> 6] &>> UInt64(row & 63) & 1 != 0
        let (x, y) = (a[row & aMask], b[row & bMask])
        output[row] = isFirst ? x : y
      }
    }
  }

  /// Nil where the dictionaries have more texts than there are rows: not all of them are worth a look then.
  private func texts(_ x: TextColumn, _ y: TextColumn, _ a: Operand, _ b: Operand) -> Column? {
    let validity = validity(a, b)
    if x.dictionary === y.dictionary {
      let codes = values(x.codes, a.isConstant, y.codes, b.isConstant)
      return .text(TextColumn(codes: codes, dictionary: x.dictionary, validity: validity))
    }
    guard x.dictionary.count + y.dictionary.count <= max(count, 2) else { return nil }
    var merger = TextMerger([x.dictionary, y.dictionary])
    let (first, second) = (merger.allCodes(of: 0), merger.allCodes(of: 1))
    let codes = values(
      TextColumn.translated(x.codes, by: first), a.isConstant, TextColumn.translated(y.codes, by: second), b.isConstant)
    return .text(TextColumn(codes: codes, dictionary: merger.finish(), validity: validity))
  }
}
