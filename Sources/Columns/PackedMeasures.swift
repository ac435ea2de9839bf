/// The points of a column of measures in fewer bytes, and which rows are more than a point.
///
/// A twin for loops over columns of one unit, in which most amounts are exact: those are whole numbers that are compared and
/// added many at once, and the few others are looked at one by one.
///
///     values   [£5, more than £7, —, £9]
///     points   [ 5,            —, —,  9]     odd [1]
package struct PackedMeasures: Sendable {
  /// Numerators of the points; all other rows count as missing.
  package let points: PackedNumbers
  /// Rows that have a value which is no point.
  package let odd: OddMeasures

  /// Of so many rows one may be odd.
  private static let rowsPerOdd = 4

  /// nil where the points lie too far apart, where more than a quarter of the rows are odd, and for several units.
  init?(_ column: MeasureColumn) {
    guard column.unitCodes.isEmpty, case .narrow(let lows) = column.low, case .narrow(let highs) = column.high else {
      return nil
    }
    var validity = column.validity
    var odd: [Int32] = []
    if !column.isExact {
      let flags = column.flags
      let arePoints = Bitmap(count: lows.count) { range, words in
        for word in range {
          var bits: UInt64 = 0
          for row in word &* 64..<min(word &* 64 &+ 64, lows.count) {
            let isPoint =
              flags[row] & MeasureColumn.Flags.identity == MeasureColumn.Flags.point && lows[row] == highs[row]
            bits |= (isPoint ? 1 : 0) &<< UInt64(row & 63)
          }
          words[word] = bits
        }
      }
      odd = (column.validity.map { $0 & ~arePoints } ?? ~arePoints).trueIndices
      if odd.count > lows.count / Self.rowsPerOdd { return nil }
      validity = bothValid(validity, arePoints)
    }
    guard let points = PackedNumbers(lows, validity) else { return nil }
    self.points = points
    self.odd = OddMeasures(rows: odd, lows, highs, column.flags)
  }
}
