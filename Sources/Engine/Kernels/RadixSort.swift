/// Stable sorting of row numbers by columns of unsigned keys.
enum RadixSort {
  /// Below so many rows comparing is faster than counting.
  private static let fewRows = 1 << 10

  private static let digitBits: UInt64 = 11

  /// The rows ascending by the first key, ties by the next, then by their number.
  static func order(_ keys: [[UInt64]], rows: Int) -> [Int32] {
    var order = [Int32](capacity: rows) { output in
      for row in 0..<rows { output.append(Int32(row)) }
    }
    if rows < fewRows {
      order.sort { a, b in
        for key in keys where key[Int(a)] != key[Int(b)] { return key[Int(a)] < key[Int(b)] }
        return a < b
      }
      return order
    }
    // From the least significant on: each pass keeps the order of the one before among equals.
    for key in keys.reversed() { sort(&order, by: key) }
    return order
  }

  private static func sort(_ order: inout [Int32], by key: [UInt64]) {
    guard let least = key.min(), let most = key.max(), least < most else { return }
    var packed = [UInt64](repeating: 0, count: order.count)
    var other = packed
    // Thirty-two bits of the key at a time stand above the row number, in one word.
    var shift: UInt64 = 0
    while shift < 64, (most - least) >> shift != 0 {
      for position in order.indices {
        let row = order[position]
        packed[position] = ((key[Int(row)] - least) >> shift & 0xFFFF_FFFF) << 32 | UInt64(UInt32(bitPattern: row))
      }
      let bits = UInt64(64 - min((most - least) >> shift, 0xFFFF_FFFF).leadingZeroBitCount)
      var digit: UInt64 = 32
      while digit < 32 + bits {
        scatter(packed, into: &other, digit: digit)
        swap(&packed, &other)
        digit += digitBits
      }
      for position in order.indices { order[position] = Int32(truncatingIfNeeded: packed[position]) }
      shift += 32
    }
  }

  /// One pass of counting sort by the bits from `digit` on.
  private static func scatter(_ source: [UInt64], into target: inout [UInt64], digit: UInt64) {
    let mask: UInt64 = (1 << digitBits) - 1
    var starts = [Int](repeating: 0, count: Int(mask) + 2)
    for word in source { starts[Int(word >> digit & mask) + 1] += 1 }
    for value in 1..<starts.count { starts[value] += starts[value - 1] }
    for word in source {
      let value = Int(word >> digit & mask)
      target[starts[value]] = word
      starts[value] += 1
    }
  }
}
