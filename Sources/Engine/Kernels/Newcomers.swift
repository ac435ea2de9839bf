import IbidColumns

/// The codes that occur in a column, in order of first appearance, and the first row of each.
///
/// The first rows usually have nearly all of them. So these are looked through by one thread; the others then look for what is
/// new in the rest, each in stretches of its own.
struct Newcomers {
  /// Codes are below it.
  let domain: Int
  let rows: Int

  /// What a loop over rows has seen.
  struct Seen {
    private var bits: [UInt64]
    private let domain: Int
    private let known: Int
    private(set) var codes: [Int32] = []
    private(set) var rows: [Int32] = []

    fileprivate init(domain: Int) {
      bits = [UInt64](repeating: 0, count: domain / 64 + 1)
      self.domain = domain
      known = 0
    }

    /// Knows what another has seen, and lists what is new.
    fileprivate init(after other: Seen) {
      bits = other.bits
      domain = other.domain
      known = other.known + other.codes.count
    }

    var isFull: Bool { known &+ codes.count == domain }

    /// Whether the code is new.
    @inline(__always)
    @discardableResult
    mutating func see(_ code: Int, _ row: Int) -> Bool {
      let bit: UInt64 = 1 &<< UInt64(code & 63)
      let word = bits[code &>> 6]
      if word & bit != 0 { return false }
      bits[code &>> 6] = word | bit
      codes.append(Int32(truncatingIfNeeded: code))
      rows.append(Int32(truncatingIfNeeded: row))
      return true
    }
  }

  /// So many rows for each code, and at least so many, are looked through at first.
  private static let firstRowsPerCode = 4
  private static let fewestFirstRows = 1 << 14
  /// But not more than one of so many rows.
  private static let firstShare = 8

  /// `look` shows rows to what has been seen, in order, and may end once that is full.
  func found(_ look: (Range<Int>, inout Seen) -> Void) -> (codes: [Int32], rows: [Int32]) {
    let parallel = Parallel.current
    var all = Seen(domain: domain)
    let wanted = max(min(domain * Self.firstRowsPerCode, rows / Self.firstShare), Self.fewestFirstRows)
    let first = min(rows, wanted / 64 * 64)
    look(0..<first, &all)
    if first == rows || all.isFull { return (all.codes, all.rows) }
    let beginning = all
    let stretches = parallel.stretches(of: rows - first, keeping: domain / 32)
    let parts = parallel.parts(stretches.count) { index in
      var seen = Seen(after: beginning)
      look(first + stretches[index].lowerBound..<first + stretches[index].upperBound, &seen)
      return seen
    }
    for part in parts {
      for (code, row) in zip(part.codes, part.rows) { all.see(Int(code), Int(row)) }
    }
    return (all.codes, all.rows)
  }
}
