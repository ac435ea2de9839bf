import IbidColumns

extension Codes {
  /// Ids by first appearance, and the first row of each.
  ///
  /// A small domain is addressed directly, a larger one hashed. O(rows), by all threads.
  func grouped() -> (ids: [Int32], firstRows: [Int32]) {
    if areAllDifferent {
      let all = [Int32](morsels: values.count, filler: 0) { rows, output in
        for row in rows { output[row] = Int32(truncatingIfNeeded: row) }
      }
      return (all, all)
    }
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
    return (lookedUp(in: idOf), found.rows)
  }

  /// Whether no code occurs twice, where a bit for each is affordable; ends with the first one that does, which comes soon
  /// if there are any. O(rows), by all threads.
  private var areAllDifferent: Bool {
    guard domain >= Int64(values.count), domain == Int64(values.count) || Self.affordsBits(domain, rows: values.count)
    else { return false }
    return switch values {
    case .bytes(let codes): Self.areDifferent(codes, domain: Int(domain))
    case .shorts(let codes): Self.areDifferent(codes, domain: Int(domain))
    case .narrow(let codes): Self.areDifferent(codes, domain: Int(domain))
    case .wide(let codes): Self.areDifferent(codes, domain: Int(domain))
    }
  }

  /// Whether a bit for each code is worth its room: of a few rows, clearing the bits would cost more than the rows.
  private static func affordsBits(_ domain: Int64, rows: Int) -> Bool {
    domain <= bitmapLimit && domain <= max(Int64(rows) * 64, 1 << 16)
  }

  private static let codesListed = 1 << 10

  /// Each thread looks at the codes of a range of its own.
  private static func areDifferent<Code: FixedWidthInteger & BitwiseCopyable>(_ codes: [Code], domain: Int) -> Bool {
    let parallel = Parallel.current
    let owners = min(parallel.threads, 8)
    let width = (domain / owners / 64 + 1) * 64
    var bits = [UInt64](repeating: 0, count: width * owners / 64)
    let areDifferent = bits.withApart { bits in
      parallel.parts(owners) { owner in
        let codes = codes.span
        let first = owner * width
        // One's own codes are listed without a branch, which nobody could foresee, then marked.
        var list = [Int](repeating: 0, count: codesListed)
        return list.withApart { list in
          var begin = 0
          while begin < codes.count, !parallel.isStopped {
            let end = min(begin + codesListed, codes.count)
            var count = 0
            for row in begin..<end {
              let code = Int(truncatingIfNeeded: codes[row])
              list[count] = code
              count &+= UInt(bitPattern: code &- first) < UInt(width) ? 1 : 0
            }
            for place in 0..<count {
              let bit: UInt64 = 1 &<< UInt64(list[place] & 63)
              let word = bits[list[place] &>> 6]
              if word & bit != 0 { return false }
              bits[list[place] &>> 6] = word | bit
            }
            begin = end
          }
          return true
        }
      }
    }
    return !parallel.isStopped && areDifferent.allSatisfy { $0 }
  }

  /// The code that a table has for each of these codes; a byte each where there are few.
  func mapped(by table: [Int32], domain: Int64) -> Codes {
    guard domain <= 1 << 8 else { return Codes(lookedUp(in: table), domain: domain) }
    return Codes(values: .bytes(lookedUp(in: table.map { UInt8(truncatingIfNeeded: $0) })), domain: domain)
  }

  private func lookedUp<Entry: FixedWidthInteger & BitwiseCopyable & Sendable>(in table: [Entry]) -> [Entry] {
    switch values {
    case .bytes(let codes): Self.lookedUp(codes, in: table)
    case .shorts(let codes): Self.lookedUp(codes, in: table)
    case .narrow(let codes): Self.lookedUp(codes, in: table)
    case .wide(let codes): Self.lookedUp(codes, in: table)
    }
  }

  private static func lookedUp<
    Code: FixedWidthInteger & BitwiseCopyable, Entry: FixedWidthInteger & BitwiseCopyable & Sendable
  >(_ codes: [Code], in table: [Entry]) -> [Entry] {
    [Entry](morsels: codes.count, filler: 0) { range, output in
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
    Self.affordsBits(domain, rows: values.count)
      ? appearances().rows : grouped().firstRows
  }
}
