extension Array where Element: BitwiseCopyable {
  /// The elements at `rows`; a negative row gives `filler`. One allocation.
  @inlinable
  package func gathered(_ rows: [Int32], filler: Element) -> [Element] {
    [Element](morsels: rows.count, filler: filler) { range, output in
      output.gather(range, from: self.span, at: rows.span, filler: filler)
    }
  }
}

extension [Int32] {
  /// Whether a row number is negative. By all threads.
  package var haveMissing: Bool {
    Parallel.current.mapMorsels(of: count) { range in
      let rows = self.span
      var bits: Int32 = 0
      for index in range { bits |= rows[index] }
      return bits < 0
    }.contains(true)
  }

  /// The rows that are not.
  package var present: Bitmap {
    Bitmap(count: count) { range, words in
      let rows = self.span
      for word in range { words[word] = rows.bits(word) { $0 >= 0 } }
    }
  }
}

// Twins are read where there are any: their rows lie closer together.

/// Validity after gathering: nil only if nothing was missing and no row is negative.
private func gatheredValidity(_ validity: Bitmap?, _ rows: [Int32], hasMissing: Bool) -> Bitmap? {
  if let validity { return validity.gathered(rows) }
  return hasMissing ? rows.present : nil
}

extension TextColumn {
  package func gathered(_ rows: [Int32], hasMissing: Bool = false) -> TextColumn {
    // The twin's code of a missing text is one behind the dictionary.
    let twin = packed.flatMap { $0.hasMissing ? nil : $0 }
    return TextColumn(
      codes: twin?.gathered(rows, filler: 0) ?? codes.gathered(rows, filler: 0), dictionary: dictionary,
      validity: gatheredValidity(validity, rows, hasMissing: hasMissing))
  }
}

extension MeasureColumn {
  package func gathered(_ rows: [Int32], hasMissing: Bool = false) -> MeasureColumn {
    let ends = gatheredEnds(rows)
    return MeasureColumn(
      kind: kind, denominator: denominator, low: ends.low, high: ends.high, flags: ends.flags, units: units,
      unitCodes: unitCodes.isEmpty ? [] : unitCodes.gathered(rows, filler: 0),
      text: text?.gathered(rows, hasMissing: hasMissing), worded: worded?.gathered(rows, hasMissing: hasMissing),
      validity: gatheredValidity(validity, rows, hasMissing: hasMissing))
  }
}

extension MeasureColumn {
  private func gatheredEnds(_ rows: [Int32]) -> (low: Numerators, high: Numerators, flags: [UInt8]) {
    if let packed, !isExact, packed.arePlain {
      let ends = packed.gathered(rows)
      return (.narrow(ends.low), .narrow(ends.high), ends.flags)
    }
    if isExact {
      let newLow = packed.map { .narrow($0.points.gathered(rows, filler: 0, missing: 0)) } ?? low.gathered(rows)
      return (newLow, newLow, [])
    }
    return (low.gathered(rows), high.gathered(rows), flags.gathered(rows, filler: Flags.point))
  }
}

extension MomentColumn {
  package func gathered(_ rows: [Int32], hasMissing: Bool = false) -> MomentColumn {
    let first = low.gathered(rows, filler: Self.noLow)
    var last: Seconds?
    if singleDays != nil, case .days(let days, _) = first { last = .days(days, last: true) }
    return MomentColumn(
      low: first, high: last ?? high.gathered(rows, filler: Self.noHigh),
      grains: grains.gathered(rows, filler: 0), text: text?.gathered(rows, hasMissing: hasMissing),
      partial: partial?.gathered(rows, hasMissing: hasMissing),
      validity: gatheredValidity(validity, rows, hasMissing: hasMissing))
  }
}

extension Column {
  /// The rows at `rows`, in that order; a negative row gives a missing value.
  ///
  /// O(rows), a fixed number of allocations per buffer. `hasMissing`: whether a row is negative, where that is known.
  package func gathered(_ rows: [Int32], hasMissing known: Bool? = nil) -> Column {
    let hasMissing = known ?? rows.haveMissing
    switch self {
    case .bool(let column):
      let validity = gatheredValidity(column.validity, rows, hasMissing: hasMissing)
      return .bool(
        BoolColumn(
          column.truth.gathered(rows), validity: validity,
          causes: column.causes.gathered(rows, hasMissing: hasMissing)))
    case .int(let column):
      return .int(
        FixedColumn(
          column.packed?.gathered(rows, filler: 0) ?? column.values.gathered(rows, filler: 0),
          validity: gatheredValidity(column.validity, rows, hasMissing: hasMissing)))
    case .float(let column):
      return .float(
        FixedColumn(
          column.values.gathered(rows, filler: 0),
          validity: gatheredValidity(column.validity, rows, hasMissing: hasMissing)))
    case .text(let column): return .text(column.gathered(rows, hasMissing: hasMissing))
    case .measure(let column): return .measure(column.gathered(rows, hasMissing: hasMissing))
    case .moment(let column): return .moment(column.gathered(rows, hasMissing: hasMissing))
    case .list(let column):
      return .list(
        ListColumn(
          column.elements, validity: gatheredValidity(column.validity, rows, hasMissing: hasMissing), rows: rows.count
        ) { index, elements in
          let row = rows[index]
          if row >= 0 { elements.append(contentsOf: column.range(Int(row)).lazy.map { Int32($0) }) }
        })
    case .reference(let column):
      return .reference(
        ReferenceColumn(
          table: column.table, rows: column.rows.gathered(rows, filler: 0),
          validity: gatheredValidity(column.validity, rows, hasMissing: hasMissing)))
    case .source(let column):
      return .source(
        SourceColumn(
          file: column.file.gathered(rows, hasMissing: hasMissing), line: column.line.gathered(rows, filler: 0),
          lower: column.lower.gathered(rows, filler: 0), upper: column.upper.gathered(rows, filler: 0),
          validity: gatheredValidity(column.validity, rows, hasMissing: hasMissing)))
    }
  }
}
