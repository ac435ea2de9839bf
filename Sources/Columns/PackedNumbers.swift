/// Whole numbers as their distances from the least of them, in as few bytes as hold those.
///
/// A twin of a buffer of longer numbers, for loops that would otherwise wait for memory: ages, days of the month and codes of
/// few texts take a byte each, days of a century two, ids of documents four. Tables have twins from the moment they are defined; columns that are
/// computed have none.
///
///     values      [1990, —, 1993, 1990]
///     distances   [   0, 4,    3,    0]   least 1990, span 4: a distance of `span` stands for a missing value
package struct PackedNumbers: Sendable {
  @frozen
  @usableFromInline
  package enum Distances: Sendable {
    case bytes([UInt8])
    case shorts([UInt16])
    /// None negative.
    case words([Int32])
  }

  package let least: Int64
  /// Distances of values are below it. At least 1.
  package let span: Int
  package let hasMissing: Bool
  package let distances: Distances

  /// How many different distances there may be, that of missing values included.
  package var domain: Int { hasMissing ? span + 1 : span }
  package var most: Int64 { least + Int64(span - 1) }

  package var count: Int {
    switch distances {
    case .bytes(let distances): distances.count
    case .shorts(let distances): distances.count
    case .words(let distances): distances.count
    }
  }

  /// Whether they have two bytes at most.
  package var areShort: Bool { if case .words = distances { false } else { true } }

  /// nil where the numbers lie so far apart that they would not become shorter, or are missing throughout.
  init?<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable>(
    _ numbers: [Number], _ validity: Bitmap?
  ) {
    guard let (least, most) = Extent.of(numbers, validity) else { return nil }
    let (width, overflow) = Int(most).subtractingReportingOverflow(Int(least))
    hasMissing = validity.map { !$0.isAllTrue } ?? false
    guard !overflow, width < Int(Int32.max) - 1 else { return nil }
    self.least = Int64(least)
    span = width + 1
    let gaps = hasMissing ? validity : nil
    switch span + (hasMissing ? 1 : 0) {
    case ...(1 << 8):
      distances = .bytes(Self.distances(numbers, from: least, missing: UInt8(truncatingIfNeeded: span), gaps))
    case ...(1 << 16):
      distances = .shorts(Self.distances(numbers, from: least, missing: UInt16(truncatingIfNeeded: span), gaps))
    case _ where Number.bitWidth > Int32.bitWidth:
      distances = .words(Self.distances(numbers, from: least, missing: Int32(truncatingIfNeeded: span), gaps))
    default: return nil
    }
  }

  private static func distances<
    Number: FixedWidthInteger & BitwiseCopyable, Distance: FixedWidthInteger & BitwiseCopyable
  >(
    _ numbers: [Number], from least: Number, missing: Distance, _ validity: Bitmap?
  ) -> [Distance] {
    [Distance](morsels: numbers.count, filler: 0) { rows, output in
      let numbers = numbers.span
      for row in rows { output[row] = Distance(truncatingIfNeeded: numbers[row] &- least) }
      guard let words = validity?.words else { return }
      for index in rows.lowerBound / 64..<(rows.upperBound + 63) / 64 {
        var gaps = ~words[index]
        // Bits past the end are 0 in the bitmap.
        while gaps != 0, index &* 64 &+ gaps.trailingZeroBitCount < rows.upperBound {
          output[index &* 64 &+ gaps.trailingZeroBitCount] = missing
          gaps &= gaps &- 1
        }
      }
    }
  }
}

extension PackedNumbers {
  /// The numbers at `rows`; a negative row gives `filler`, a missing number the one behind the greatest. By all threads.
  func gathered<Number: FixedWidthInteger & BitwiseCopyable>(_ rows: [Int32], filler: Number) -> [Number] {
    switch distances {
    case .bytes(let distances): gathered(distances, rows, filler)
    case .shorts(let distances): gathered(distances, rows, filler)
    case .words(let distances): gathered(distances, rows, filler)
    }
  }

  @inline(__always)
  private func gathered<
    Number: FixedWidthInteger & BitwiseCopyable, Distance: FixedWidthInteger & BitwiseCopyable & Sendable
  >(
    _ distances: [Distance], _ rows: [Int32], _ filler: Number
  ) -> [Number] {
    let least = least
    return [Number](morsels: rows.count, filler: filler) { range, output in
      output.gather(range, from: distances.span, at: rows.span, filler: filler) { distance in
        Number(truncatingIfNeeded: Int64(truncatingIfNeeded: distance) &+ least)
      }
    }
  }
}

extension Column {
  /// The same column with a twin of its numbers, codes, days or amounts, where these fit into fewer bytes and it has none
  /// yet; of floats it is noted whether their gaps are zero. By all threads of the run; one that was stopped makes none.
  package var packed: Column {
    var result = self
    switch self {
    case .int(var column) where column.packed == nil:
      column.packed = PackedNumbers(column.values, column.validity)
      result = .int(column)
    case .text(var column) where column.packed == nil:
      column.packed = PackedNumbers(column.codes, column.validity)
      result = .text(column)
    case .moment(var column) where column.packed == nil:
      column.packed = column.singleDays.flatMap { PackedNumbers($0, column.validity) }
      result = .moment(column)
    case .measure(var column) where column.packed == nil:
      column.packed = PackedMeasures(column)
      result = .measure(column)
    case .float(var column) where !column.gapsAreZero:
      column.gapsAreZero = column.zeroGaps
      result = .float(column)
    default: return self
    }
    return Parallel.current.isStopped ? self : result
  }
}

extension Table {
  /// The same table, its columns with twins.
  package var packed: Table {
    Table(name: name, schema: schema, columns: columns.map(\.packed), rowCount: rowCount)
  }
}
