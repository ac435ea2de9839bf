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
  /// Whether the flags of a point say that it is one, and no more.
  let arePlain: Bool

  /// Of so many rows one may be odd.
  private static let rowsPerOdd = 4

  /// nil where the points lie too far apart, where more than a quarter of the rows are odd, and for several units.
  init?(_ column: MeasureColumn) {
    guard column.unitCodes.isEmpty, case .narrow(let lows) = column.low, case .narrow(let highs) = column.high else {
      return nil
    }
    var validity = column.validity
    var odd: [Int32] = []
    var marks: [UInt8] = []
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
      marks = Parallel.current.mapMorsels(of: flags.count) { rows in
        let flags = flags.span
        var marks: UInt8 = 0
        for row in rows { marks |= flags[row] }
        return marks
      }
    }
    guard let points = PackedNumbers(lows, validity) else { return nil }
    self.points = points
    arePlain = marks.allSatisfy { $0 & ~MeasureColumn.Flags.identity == 0 }
    self.odd = OddMeasures(rows: odd, lows, highs, column.flags)
  }
}

extension PackedMeasures {
  private static let rowsAtOnce = 1 << 10

  /// Both ends and the flags of some rows of a column, of which this is the twin; a row that is negative, or misses its value, has zeros
  /// and the flags of a point. By all threads.
  func gathered(_ rows: [Int32]) -> (low: [Int64], high: [Int64], flags: [UInt8]) {
    switch points.distances {
    case .bytes(let distances): gathered(distances, rows)
    case .shorts(let distances): gathered(distances, rows)
    case .words(let distances): gathered(distances, rows)
    }
  }

  @inline(__always)
  private func gathered<Distance: FixedWidthInteger & BitwiseCopyable>(_ distances: [Distance], _ rows: [Int32])
    -> (low: [Int64], high: [Int64], flags: [UInt8])
  {
    let (gap, least) = (Distance(truncatingIfNeeded: points.span), points.least)
    var (low, high): ([Int64], [Int64]) = ([], [])
    let marks = [UInt8](apart: rows.count, filler: MeasureColumn.Flags.point) { newFlags in
      high = [Int64](apart: rows.count, filler: 0) { newHigh in
        low = [Int64](morsels: rows.count, filler: 0) { range, newLow in
          let (distances, rows) = (distances.span, rows.span)
          // All as if they were points, then the others: nobody could foresee which these are.
          for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.rowsAtOnce) {
            let block = first..<min(first &+ Self.rowsAtOnce, range.upperBound)
            withScratch(block.count, filler: Int32(0)) { others in
              let count = newLow.gather(block, from: distances, at: rows, adding: least, listing: gap, in: others)
              newHigh.copy(block, of: newLow)
              newFlags.fill(block, with: MeasureColumn.Flags.point)
              odd.put(others, count, of: rows, into: newLow, newHigh, newFlags)
            }
          }
        }
      }
    }
    return (low, high, marks)
  }
}
