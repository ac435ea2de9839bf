/// Whole numbers of a column of measures: 64 bits each where all of them fit, else 128.
///
/// Nearly every column fits; its loops then run over plain 64-bit integers. Whoever does not care about the width reads
/// `Int128` by index.
@frozen
@usableFromInline
package enum Numerators: Sendable {
  case narrow([Int64])
  case wide([Int128])

  /// Narrow if all values fit, whatever rows they belong to.
  package init(_ values: [Int128]) {
    var overflow: Int128 = 0
    for value in values { overflow |= Int128(Int64(truncatingIfNeeded: value)) ^ value }
    if overflow != 0 {
      self = .wide(values)
    } else {
      self = .narrow(
        [Int64](morsels: values.count, filler: 0) { range, output in
          for row in range { output[row] = Int64(truncatingIfNeeded: values[row]) }
        })
    }
  }

  package init(repeating value: Int64, count: Int) { self = .narrow([Int64](repeating: value, count: count)) }

  /// All of them in 128 bits.
  package var widened: [Int128] {
    switch self {
    case .wide(let values): values
    case .narrow(let values):
      [Int128](morsels: values.count, filler: 0) { range, output in
        for row in range { output[row] = Int128(values[row]) }
      }
    }
  }

  /// The numbers at `rows`; a negative row gives zero.
  package func gathered(_ rows: [Int32]) -> Numerators {
    switch self {
    case .narrow(let values): .narrow(values.gathered(rows, filler: 0))
    case .wide(let values): .wide(values.gathered(rows, filler: 0))
    }
  }

  package static func + (a: Numerators, b: Numerators) -> Numerators {
    if case .narrow(let x) = a, case .narrow(let y) = b { return .narrow(x + y) }
    return .wide(a.widened + b.widened)
  }
}

extension Numerators: RandomAccessCollection, Equatable, ExpressibleByArrayLiteral {
  @usableFromInline package init(arrayLiteral elements: Int128...) { self.init(elements) }

  @inlinable package var startIndex: Int { 0 }

  @inlinable package var endIndex: Int {
    switch self {
    case .narrow(let values): values.count
    case .wide(let values): values.count
    }
  }

  @inlinable
  package subscript(row: Int) -> Int128 {
    switch self {
    case .narrow(let values): Int128(values[row])
    case .wide(let values): values[row]
    }
  }

  @usableFromInline package static func == (a: Numerators, b: Numerators) -> Bool { a.elementsEqual(b) }
}
