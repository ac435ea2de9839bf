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
  private static let rowsPerStart = 64
  /// Numerators of the ends, and flags, by place in `rows`. An end that is not there is missing, and holds zero.
  package let lows: FixedColumn<Int64>
  package let highs: FixedColumn<Int64>
  package let flags: [UInt8]
  /// The magnitudes of all ends, or-ed.
  package let magnitudes: UInt64
  /// The flags of all, or-ed.
  package let anyFlags: UInt8

  /// `lows`, `highs` and `flags` are those of the column; without odd rows, `flags` may be empty.
  init(rows: [Int32], _ lows: [Int64], _ highs: [Int64], _ flags: [UInt8]) {
    self.rows = rows
    starts = Self.starts(of: rows)
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
  }

  package var count: Int { rows.count }
  package var isEmpty: Bool { rows.isEmpty }

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
  private func place(of row: Int) -> Int {
    let start = row / Self.rowsPerStart
    guard start + 1 < starts.count else { return rows.count }
    var (low, high) = (Int(starts[start]), Int(starts[start + 1]))
    if row == start * Self.rowsPerStart { return low }
    while low < high {
      let middle = low + (high - low) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
