import IbidColumns

extension Codes {
  /// Ids by first appearance, and the first row of each.
  ///
  /// A small domain is addressed directly, a larger one hashed. O(rows), by all threads.
  func grouped() -> (ids: [Int32], firstRows: [Int32]) {
    guard isDirect else {
      switch values {
      case .bytes(let codes): return HashGroups.grouped(codes)
      case .shorts(let codes): return HashGroups.grouped(codes)
      case .narrow(let codes): return HashGroups.grouped(codes)
      case .wide(let codes): return HashGroups.grouped(codes)
      }
    }
    let found = appearances()
    // Each row is a group: it has its own number.
    if found.rows.count == values.count { return (found.rows, found.rows) }
    var idOf = [Int32](repeating: 0, count: Int(domain))
    for (id, code) in found.codes.enumerated() { idOf[Int(code)] = Int32(truncatingIfNeeded: id) }
    let ids =
      switch values {
      case .bytes(let codes): Self.lookedUp(codes, in: idOf)
      case .shorts(let codes): Self.lookedUp(codes, in: idOf)
      case .narrow(let codes): Self.lookedUp(codes, in: idOf)
      case .wide(let codes): Self.lookedUp(codes, in: idOf)
      }
    return (ids, found.rows)
  }

  /// The code that a table has for each of these codes.
  func mapped(by table: [Int32], domain: Int64) -> Codes {
    switch values {
    case .bytes(let codes): Codes(Self.lookedUp(codes, in: table), domain: domain)
    case .shorts(let codes): Codes(Self.lookedUp(codes, in: table), domain: domain)
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
    case .bytes(let codes): appearances(codes)
    case .shorts(let codes): appearances(codes)
    case .narrow(let codes): appearances(codes)
    case .wide(let codes): appearances(codes)
    }
  }

  private func appearances<Code: FixedWidthInteger & BitwiseCopyable>(_ codes: [Code]) -> (
    codes: [Int32], rows: [Int32]
  ) {
    Newcomers(domain: Int(domain), rows: codes.count).found { rows, seen in
      let codes = codes.span
      for row in rows {
        // Nothing new can come once all are there.
        if seen.see(Int(truncatingIfNeeded: codes[row]), row), seen.isFull { break }
      }
    }
  }

  /// The first row of each code, ascending. Where a bit per code is affordable, nothing is hashed or numbered.
  func firstRows() -> [Int32] {
    domain <= Self.bitmapLimit && domain <= max(Int64(values.count) * 64, 1 << 16)
      ? appearances().rows : grouped().firstRows
  }
}
