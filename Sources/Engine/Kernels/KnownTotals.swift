import IbidColumns
import IbidPlan

/// What a `TotalsPass` found for one aggregate, which then needs no loop of its own.
struct KnownTotals {
  /// Rows of each group that have a value.
  var counts: [Int64]?
  /// Sums that wrap, and the magnitudes or-ed.
  var wholeSums: (totals: [Int64], bits: UInt64)?
  /// Sums of floats, or of whole numbers as floats.
  var floatSums: [Double]?
  /// Of the upper ends, where these are not those of `wholeSums`.
  var highSums: (totals: [Int64], bits: UInt64)?
  /// What the flags of amounts have in common: see `MeasureEnds`.
  var flags: [UInt8]?
  /// The least or greatest values, whichever the aggregate asks for, of the column's own type.
  var extremes: (any Sendable)?
  /// The least or greatest upper ends.
  var highExtremes: [Int64]?
  /// Sums of short numbers and of their products, for variance and correlation.
  var moments: PackedMoments?
  /// Whether no group is without a row that has a value.
  var areAllInhabited = false

  /// Whether no sum of so many rows can have wrapped.
  func sumsFit(rows: Int) -> Bool {
    [wholeSums, highSums].allSatisfy { sums in
      sums.map { $0.bits.leadingZeroBitCount > UInt64.bitWidth - UInt64(rows).leadingZeroBitCount } ?? true
    }
  }
}
