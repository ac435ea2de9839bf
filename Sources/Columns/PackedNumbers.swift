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

  /// How many bytes a distance takes.
  package enum Width { case byte, short, word }

  /// The width that distances between two ends take, one for missing values among them; nil where they lie so far apart that four
  /// bytes do not hold them.
  package static func width(from least: Int64, to most: Int64, hasMissing: Bool) -> Width? {
    let (span, overflow) = most.subtractingReportingOverflow(least)
    guard !overflow, span < Int64(Int32.max) - 1 else { return nil }
    switch span + (hasMissing ? 2 : 1) {
    case ...(1 << 8): return .byte
    case ...(1 << 16): return .short
    default: return .word
    }
  }

  /// Distances of a width that holds them: none beyond `most`, but the next one for a missing value.
  package init(_ distances: Distances, from least: Int64, to most: Int64, hasMissing: Bool) {
    self.distances = distances
    self.least = least
    self.hasMissing = hasMissing
    span = Int(most - least) + 1
  }

  /// nil where the numbers lie so far apart that they would not become shorter, or are missing throughout.
  init?<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable>(
    _ numbers: [Number], _ validity: Bitmap?
  ) {
    guard let (least, most) = Extent.of(numbers, validity) else { return nil }
    let hasMissing = validity.map { !$0.isAllTrue } ?? false
    let gaps = hasMissing ? validity : nil
    func distances<Distance: FixedWidthInteger & BitwiseCopyable>() -> [Distance] {
      let gap = Distance(truncatingIfNeeded: Int64(most) &- Int64(least) &+ 1)
      return Self.distances(numbers, from: least, missing: gap, gaps)
    }
    let made: Distances
    switch Self.width(from: Int64(least), to: Int64(most), hasMissing: hasMissing) {
    case .byte: made = .bytes(distances())
    case .short: made = .shorts(distances())
    case .word where Number.bitWidth > Int32.bitWidth: made = .words(distances())
    default: return nil
    }
    self.init(made, from: Int64(least), to: Int64(most), hasMissing: hasMissing)
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

  /// The numbers themselves, by all threads. Those of missing rows are not specified.
  package var numbers: [Int64] {
    func numbers(_ distances: [some FixedWidthInteger & BitwiseCopyable]) -> [Int64] {
      let least = least
      return [Int64](morsels: distances.count, filler: 0) { rows, output in
        output.set(rows, to: distances.span, adding: least)
      }
    }
    return switch distances {
    case .bytes(let distances): numbers(distances)
    case .shorts(let distances): numbers(distances)
    case .words(let distances): numbers(distances)
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

  /// The same with a number of one's own for missing ones.
  func gathered(_ rows: [Int32], filler: Int64, missing: Int64) -> [Int64] {
    if !hasMissing { return gathered(rows, filler: filler) }
    return switch distances {
    case .bytes(let distances): gathered(distances, rows, filler, missing)
    case .shorts(let distances): gathered(distances, rows, filler, missing)
    case .words(let distances): gathered(distances, rows, filler, missing)
    }
  }

  @inline(__always)
  private func gathered<Distance: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ distances: [Distance], _ rows: [Int32], _ filler: Int64, _ missing: Int64
  ) -> [Int64] {
    let (least, gap) = (least, Distance(truncatingIfNeeded: span))
    return [Int64](morsels: rows.count, filler: filler) { range, output in
      output.gather(range, from: distances.span, at: rows.span, filler: filler) { distance in
        distance == gap ? missing : Int64(truncatingIfNeeded: distance) &+ least
      }
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
