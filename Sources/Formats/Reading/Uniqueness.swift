import IbidColumns

/// Whether no two rows of a column have the same value: found for numbers and texts, where it may be a key.
enum Uniqueness {
  static func holds(_ column: Column) -> Bool {
    switch column {
    case .int(let numbers): holds(numbers)
    case .text(let texts): texts.dictionary.count == texts.validity?.trueCount ?? texts.count
    default: false
    }
  }

  private static func holds(_ numbers: FixedColumn<Int64>) -> Bool {
    guard let packed = numbers.packed else { return holds(numbers.values, where: numbers.validity) }
    // More rows than numbers between the ends.
    if !packed.hasMissing, packed.span < packed.count { return false }
    return switch packed.distances {
    case .bytes(let distances): holds(distances, where: numbers.validity)
    case .shorts(let distances): holds(distances, where: numbers.validity)
    case .words(let distances): holds(distances, where: numbers.validity)
    }
  }

  private static func holds<Number: FixedWidthInteger>(_ values: [Number], where validity: Bitmap?) -> Bool {
    guard let first = values.first else { return true }
    func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
    // Where values are repeated, some are among the first.
    if validity == nil, Set(values.prefix(1000)).count < min(1000, values.count) { return false }
    if validity == nil, zip(values, values.dropFirst()).allSatisfy(<) { return true }
    // Rows without a value count too: at worst they make the range larger than it is.
    var (least, greatest) = (first, first)
    for value in values {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    let (range, overflow) = Int(greatest).subtractingReportingOverflow(Int(least))
    if !overflow, range < 64 * values.count {
      var seen = [UInt64](repeating: 0, count: range / 64 + 1)
      for row in values.indices where isValid(row) {
        let offset = Int(values[row]) - Int(least)
        let bit: UInt64 = 1 << UInt64(offset & 63)
        if seen[offset >> 6] & bit != 0 { return false }
        seen[offset >> 6] |= bit
      }
      return true
    }
    var seen: Set<Number> = []
    for row in values.indices where isValid(row) {
      if !seen.insert(values[row]).inserted { return false }
    }
    return true
  }
}
