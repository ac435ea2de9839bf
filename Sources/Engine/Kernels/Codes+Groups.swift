import IbidColumns

extension Codes {
  /// Ids by first appearance, and the first row of each.
  ///
  /// A small domain is addressed directly, a larger one hashed. O(rows), by all threads.
  func grouped() -> (ids: [Int32], firstRows: [Int32]) {
    guard isDirect else {
      switch values {
      case .narrow(let codes): return HashGroups.grouped(codes)
      case .wide(let codes): return HashGroups.grouped(codes)
      }
    }
    let found = appearances()
    var idOf = [Int32](repeating: 0, count: Int(domain))
    for (id, code) in found.codes.enumerated() { idOf[Int(code)] = Int32(truncatingIfNeeded: id) }
    let ids =
      switch values {
      case .narrow(let codes): Self.lookedUp(codes, in: idOf)
      case .wide(let codes): Self.lookedUp(codes, in: idOf)
      }
    return (ids, found.rows)
  }

  /// The code that a table has for each of these codes.
  func mapped(by table: [Int32], domain: Int64) -> Codes {
    switch values {
    case .narrow(let codes): Codes(Self.lookedUp(codes, in: table), domain: domain)
    case .wide(let codes): Codes(Self.lookedUp(codes, in: table), domain: domain)
    }
  }

  private static func lookedUp<Code: FixedWidthInteger & BitwiseCopyable>(_ codes: [Code], in table: [Int32]) -> [Int32]
  {
    [Int32](morsels: codes.count, filler: 0) { range, output in
      let (codes, table) = (codes.span, table.span)
      for row in range { output[row] = table[Int(truncatingIfNeeded: codes[row])] }
    }
  }

  /// The codes that occur, in order of first appearance, and the first row of each; of a domain that is bits' size.
  func appearances() -> (codes: [Int32], rows: [Int32]) {
    switch values {
    case .narrow(let codes): appearances(codes)
    case .wide(let codes): appearances(codes)
    }
  }

  private func appearances<Code: FixedWidthInteger & BitwiseCopyable>(_ codes: [Code]) -> (
    codes: [Int32], rows: [Int32]
  ) {
    let size = Int(domain)
    let parallel = Parallel.current
    let stretches = parallel.stretches(of: codes.count, keeping: size / 32)
    // Of each stretch, what occurs in it.
    let parts = parallel.parts(stretches.count) { index in
      var seen = [UInt64](repeating: 0, count: size / 64 + 1)
      return Self.newcomers(codes, stretches[index], &seen, all: size)
    }
    if parts.count == 1 { return parts[0] }
    var seen = [UInt64](repeating: 0, count: size / 64 + 1)
    var found: (codes: [Int32], rows: [Int32]) = ([], [])
    for part in parts {
      for (code, row) in zip(part.codes, part.rows) where !Self.insert(Int(code), into: &seen) {
        found.codes.append(code)
        found.rows.append(row)
      }
    }
    return found
  }

  private static func newcomers<Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: [Code], _ rows: Range<Int>, _ seen: inout [UInt64], all: Int
  ) -> (codes: [Int32], rows: [Int32]) {
    let codes = codes.span
    var found: (codes: [Int32], rows: [Int32]) = ([], [])
    for row in rows {
      let code = Int(truncatingIfNeeded: codes[row])
      if !insert(code, into: &seen) {
        found.codes.append(Int32(truncatingIfNeeded: code))
        found.rows.append(Int32(truncatingIfNeeded: row))
        // Nothing new can come.
        if found.codes.count == all { break }
      }
    }
    return found
  }

  /// Sets a bit; true if it was set.
  @inline(__always)
  private static func insert(_ index: Int, into bits: inout [UInt64]) -> Bool {
    let bit: UInt64 = 1 &<< UInt64(index & 63)
    let word = bits[index &>> 6]
    if word & bit != 0 { return true }
    bits[index &>> 6] = word | bit
    return false
  }

  /// The first row of each code, ascending. Where a bit per code is affordable, nothing is hashed or numbered.
  func firstRows() -> [Int32] {
    domain <= Self.bitmapLimit && domain <= max(Int64(values.count) * 64, 1 << 16)
      ? appearances().rows : grouped().firstRows
  }
}
