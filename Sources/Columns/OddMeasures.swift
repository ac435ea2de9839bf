/// The rows of a column of measures that are more than a point, one beside the other: an end that is open or not there, two
/// different ends, a hedge.
///
/// One row of ten is of this kind, or fewer: to find their values among those of the other rows, nearly all of the column would
/// be read.
package struct OddMeasures: Sendable {
  /// Ascending.
  package let rows: [Int32]
  /// For each word of a bitmap of the rows, the place of the first that is not before it; none where there are no odd rows.
  private let starts: [Int32]
  /// The bitmap, as far as there are odd rows.
  private let bits: [UInt64]
  private static let rowsPerStart = 64
  /// Numerators of the ends, and flags, by place in `rows`. An end that is not there is missing, and holds zero.
  package let lows: FixedColumn<Int64>
  package let highs: FixedColumn<Int64>
  package let flags: [UInt8]
  /// The magnitudes of all ends, or-ed.
  package let magnitudes: UInt64
  /// The flags of all, or-ed.
  package let anyFlags: UInt8
  /// In what the flags of all differ from those of a point.
  package let lacks: UInt8

  /// `lows`, `highs` and `flags` are those of the column; without odd rows, `flags` may be empty.
  init(rows: [Int32], _ lows: [Int64], _ highs: [Int64], _ flags: [UInt8]) {
    self.rows = rows
    starts = Self.starts(of: rows)
    var bits = [UInt64](repeating: 0, count: starts.count)
    for row in rows { bits[Int(row) / Self.rowsPerStart] |= 1 << UInt64(Int(row) % Self.rowsPerStart) }
    self.bits = bits
    let own = rows.map { flags[Int($0)] }
    func ends(_ all: [Int64], _ isThere: UInt8) -> FixedColumn<Int64> {
      var ends = FixedColumn(
        rows.map { all[Int($0)] }, validity: Bitmap(count: own.count) { own[$0] & isThere != 0 })
      ends.packed = PackedNumbers(ends.values, ends.validity)
      return ends
    }
    self.flags = own
    self.lows = ends(lows, MeasureColumn.Flags.hasLow)
    self.highs = ends(highs, MeasureColumn.Flags.hasHigh)
    func magnitude(_ bits: UInt64, _ end: Int64) -> UInt64 { bits | UInt64(bitPattern: end ^ (end >> 63)) }
    magnitudes = self.highs.values.reduce(self.lows.values.reduce(0, magnitude), magnitude)
    anyFlags = self.flags.reduce(0, |)
    lacks = self.flags.reduce(0) { $0 | $1 & MeasureColumn.Flags.identity ^ MeasureColumn.Flags.point }
  }

  package var count: Int { rows.count }
  package var isEmpty: Bool { rows.isEmpty }

  /// Whether they are those of the same column. O(1).
  package func isSame(as other: OddMeasures) -> Bool {
    let (rows, others) = (rows, other.rows)
    return rows.span.isIdentical(to: others.span)
  }

  /// The places of those that are among some rows.
  package func places(in range: Range<Int>) -> Range<Int> { place(of: range.lowerBound)..<place(of: range.upperBound) }

  private static func starts(of rows: [Int32]) -> [Int32] {
    guard let last = rows.last else { return [] }
    var starts: [Int32] = []
    for (place, row) in rows.enumerated() {
      while starts.count * rowsPerStart <= Int(row) { starts.append(Int32(place)) }
    }
    while starts.count * rowsPerStart <= Int(last) + rowsPerStart { starts.append(Int32(rows.count)) }
    return starts
  }

  /// The place of the first that is not before a row.
  @inline(__always)
  private func place(of row: Int) -> Int {
    let word = row / Self.rowsPerStart
    guard word < starts.count else { return rows.count }
    return Int(starts[word]) &+ (bits[word] & ((1 &<< UInt64(row & 63)) &- 1)).nonzeroBitCount
  }
}

extension OddMeasures {
  /// Puts the ends and flags of some rows where they stand in a list, in place of those of a point: of the places that are listed, the first
  /// `count`. What is no odd row becomes a zero.
  func put(
    _ places: Apart<Int32>, _ count: Int, of list: borrowing Span<Int32>, into low: Apart<Int64>, _ high: Apart<Int64>,
    _ newFlags: Apart<UInt8>
  ) {
    let (starts, bits) = (starts.span, bits.span)
    let (lowValues, highValues) = (lows.values, highs.values)
    let (lows, highs, flags) = (lowValues.span, highValues.span, flags.span)
    for index in 0..<count {
      let place = Int(places[index])
      let row = Int(list[place])
      let word = row &>> 6
      // A number that is negative lies behind all words, too.
      guard UInt(bitPattern: word) < UInt(bitPattern: bits.count), bits[word] &>> UInt64(row & 63) & 1 != 0 else {
        (low[place], high[place]) = (0, 0)
        continue
      }
      let odd = Int(starts[word]) &+ (bits[word] & ((1 &<< UInt64(row & 63)) &- 1)).nonzeroBitCount
      (low[place], high[place], newFlags[place]) = (lows[odd], highs[odd], flags[odd])
    }
  }
}
