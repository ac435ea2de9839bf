import IbidColumns

/// Numbers of groups that are made of the codes of their keys when a loop needs them, a block of rows at a time.
struct CombinedCodes {
  /// The product of their domains is that of the numbers, and fits into 31 bits.
  let parts: [Codes]
  let count: Int

  /// Rows of a block that stay in the nearest cache, beside what else a loop makes of them.
  static let blockRows = 1024

  /// The numbers of some rows, into the first elements.
  func write(_ rows: Range<Int>, to numbers: Apart<Int32>) {
    for (index, part) in parts.enumerated() {
      let width = Int32(truncatingIfNeeded: part.domain)
      switch part.values {
      case .bytes(let codes): Self.write(codes.span, rows, isFirst: index == 0, width, to: numbers)
      case .shorts(let codes): Self.write(codes.span, rows, isFirst: index == 0, width, to: numbers)
      case .narrow(let codes): Self.write(codes.span, rows, isFirst: index == 0, width, to: numbers)
      case .wide(let codes): Self.write(codes.span, rows, isFirst: index == 0, width, to: numbers)
      }
    }
  }

  @inline(__always)
  private static func write(
    _ codes: borrowing Span<some FixedWidthInteger>, _ rows: Range<Int>, isFirst: Bool, _ width: Int32,
    to numbers: Apart<Int32>
  ) {
    if isFirst { numbers.set(to: codes, rows) } else { numbers.widen(by: width, adding: codes, rows) }
  }

  @inline(__always)
  subscript(row: Int) -> Int32 {
    var number: Int64 = 0
    for part in parts { number = number &* part.domain &+ part.values[row] }
    return Int32(truncatingIfNeeded: number)
  }

  /// Those of some rows, none of which is negative; by all threads.
  func gathered(_ rows: [Int32]) -> [Int32] {
    [Int32](morsels: rows.count, filler: 0) { range, output in
      let rows = rows.span
      for place in range { output[place] = 0 }
      for part in parts {
        let width = Int32(truncatingIfNeeded: part.domain)
        switch part.values {
        case .bytes(let codes): Self.add(codes.span, at: rows, range, width, to: output)
        case .shorts(let codes): Self.add(codes.span, at: rows, range, width, to: output)
        case .narrow(let codes): Self.add(codes.span, at: rows, range, width, to: output)
        case .wide(let codes): Self.add(codes.span, at: rows, range, width, to: output)
        }
      }
    }
  }

  @inline(__always)
  private static func add(
    _ codes: borrowing Span<some FixedWidthInteger>, at rows: borrowing Span<Int32>, _ range: Range<Int>,
    _ width: Int32,
    to numbers: Apart<Int32>
  ) {
    for place in range {
      numbers[place] = numbers[place] &* width &+ Int32(truncatingIfNeeded: codes[Int(rows[place])])
    }
  }

  /// All of them.
  var array: [Int32] {
    [Int32](morsels: count, filler: 0) { rows, output in
      var block = [Int32](repeating: 0, count: Self.blockRows)
      block.withApart { block in
        forEachBlock(of: rows) { rows in
          write(rows, to: block)
          for row in rows { output[row] = block[row &- rows.lowerBound] }
        }
      }
    }
  }

  /// The numbers that occur, in order of first appearance, and the first row of each.
  func appearances(domain: Int) -> (codes: [Int32], rows: [Int32]) {
    Newcomers(domain: domain, rows: count).found { rows, seen in
      var block = [Int32](repeating: 0, count: Self.blockRows)
      var first = rows.lowerBound
      while first < rows.upperBound, !seen.isFull {
        let part = first..<min(first + Self.blockRows, rows.upperBound)
        block.withApart { write(part, to: $0) }
        let numbers = block.span
        for row in part { seen.see(Int(numbers[row &- first]), row) }
        first = part.upperBound
      }
    }
  }

  private func forEachBlock(of rows: Range<Int>, _ body: (Range<Int>) -> Void) {
    var first = rows.lowerBound
    while first < rows.upperBound {
      let block = first..<min(first + Self.blockRows, rows.upperBound)
      body(block)
      first = block.upperBound
    }
  }
}
