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
    let values = numbers.values
    guard let first = values.first else { return true }
    // Where values are repeated, some are among the first.
    if numbers.validity == nil, Set(values.prefix(1000)).count < min(1000, values.count) { return false }
    if numbers.validity == nil, zip(values, values.dropFirst()).allSatisfy(<) { return true }
    // Rows without a value count too: at worst they make the range larger than it is.
    var (least, greatest) = (first, first)
    for value in values {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    let (range, overflow) = greatest.subtractingReportingOverflow(least)
    if !overflow, range < 64 * values.count {
      var seen = [UInt64](repeating: 0, count: Int(range) / 64 + 1)
      for row in values.indices where numbers.isValid(row) {
        let offset = Int(values[row] - least)
        let bit: UInt64 = 1 << UInt64(offset & 63)
        if seen[offset >> 6] & bit != 0 { return false }
        seen[offset >> 6] |= bit
      }
      return true
    }
    var seen: Set<Int64> = []
    for row in values.indices where numbers.isValid(row) {
      if !seen.insert(values[row]).inserted { return false }
    }
    return true
  }
}
