import IbidColumns
import IbidPlan
import IbidSource

/// Finds the rows of two relations whose keys are certainly equal.
///
/// Both sides' keys are coded together, so that equal values have equal codes; the right side is indexed by code
/// (counting sort), the left one probes in order. Rows whose key is missing or not exact match nothing. Without keys
/// every row matches every other.
struct Join {
  /// Row numbers of each pair, in left order, then right order; -1 stands for no row.
  struct Pairs {
    var left: [Int32] = []
    var right: [Int32] = []

    mutating func append(_ leftRow: Int32, _ rightRow: Int32) {
      left.append(leftRow)
      right.append(rightRow)
    }

    func selecting(_ kept: [Int32]) -> Pairs {
      Pairs(left: left.gathered(kept, filler: -1), right: right.gathered(kept, filler: -1))
    }
  }

  let leftCount: Int
  let rightCount: Int
  /// Code of each left row, -1 where it can match nothing.
  private let leftCodes: [Int32]
  /// Right rows by code: those of code `c` are `rows[starts[c]..<starts[c + 1]]`, ascending.
  private let starts: [Int32]
  private let rows: [Int32]

  /// `areDates`: the keys that are dates, of which only those known to the day can be certainly equal.
  init(
    left leftKeys: [Column], right rightKeys: [Column], areDates: [Bool], leftCount: Int, rightCount: Int,
    at span: ByteSpan
  ) throws(EngineError) {
    self.leftCount = leftCount
    self.rightCount = rightCount
    var codes = Codes(rows: leftCount + rightCount)
    var usable = Bitmap(repeating: true, count: leftCount + rightCount)
    for (index, (a, b)) in zip(leftKeys, rightKeys).enumerated() {
      let aligned = try Self.aligned(a, b, at: span)
      codes.combine(with: Codes(identityOf: aligned))
      usable = usable & Self.certain(aligned, isDate: areDates[index])
    }
    if codes.domain > Codes.directLimit { codes.compact() }
    let domain = Int(codes.domain)
    var starts = [Int32](repeating: 0, count: domain + 1)
    for row in 0..<rightCount where usable[leftCount + row] { starts[Int(codes.values[leftCount + row]) + 1] += 1 }
    for code in 0..<domain { starts[code + 1] += starts[code] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[domain]))
    for row in 0..<rightCount where usable[leftCount + row] {
      let code = Int(codes.values[leftCount + row])
      rows[Int(next[code])] = Int32(row)
      next[code] += 1
    }
    self.starts = starts
    self.rows = rows
    leftCodes = [Int32](capacity: leftCount) { output in
      for row in 0..<leftCount { output.append(usable[row] ? Int32(truncatingIfNeeded: codes.values[row]) : -1) }
    }
  }

  /// Right rows whose keys are certainly those of a left row, ascending.
  func matches(of leftRow: Int) -> ArraySlice<Int32> {
    let code = Int(leftCodes[leftRow])
    return code < 0 ? [] : rows[Int(starts[code])..<Int(starts[code + 1])]
  }

  /// The number of pairs of all left rows.
  var pairCount: Int { (0..<leftCount).reduce(0) { $0 + matches(of: $1).count } }

  /// The left rows cut into stretches that have at most about `limit` pairs each, a row's pairs never apart.
  func blocks(limit: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var first = 0
    var count = 0
    for row in 0..<leftCount {
      let more = matches(of: row).count
      if count > 0, count + more > limit {
        blocks.append(first..<row)
        first = row
        count = 0
      }
      count += more
    }
    if first < leftCount { blocks.append(first..<leftCount) }
    return blocks
  }

  func pairs(of leftRows: Range<Int>) -> Pairs {
    var pairs = Pairs()
    let total = leftRows.reduce(0) { $0 + matches(of: $1).count }
    pairs.left.reserveCapacity(total)
    pairs.right.reserveCapacity(total)
    for row in leftRows { for match in matches(of: row) { pairs.append(Int32(row), match) } }
    return pairs
  }

  // MARK: Keys

  /// Both key columns one after the other; measures in one scale, so that 1 km and 1000 metres meet.
  static func aligned(_ a: Column, _ b: Column, at span: ByteSpan) throws(EngineError) -> Column {
    guard let both = Column.concatenated(a, b) else { throw .failed(.overflow("a key of this join", at: span)) }
    return inOneScale(both)
  }

  /// Measures in the base units of their kinds, so that equal ones are identical; other columns as they are.
  static func inOneScale(_ keys: Column) -> Column {
    guard case .measure(let column) = keys, let side = AlignedMeasures.normalized(column) else { return keys }
    let classes = side.classes.isEmpty ? [] : side.classes
    let classCount = Int(classes.max() ?? 0) + 1
    return .measure(
      MeasureColumn(
        kind: column.kind, denominator: 1, low: side.low, high: side.high, flags: column.flags,
        units: (0..<max(classCount, 1)).map(String.init), unitCodes: classes, validity: column.validity))
  }

  /// Rows whose value can be certainly equal to another: there, exact, resolved.
  static func certain(_ column: Column, isDate: Bool) -> Bitmap {
    let valid = column.validity ?? Bitmap(repeating: true, count: column.count)
    switch column {
    case .measure(let measures):
      if measures.isExact { return valid }
      return valid
        & Bitmap(
          (0..<column.count).lazy.map {
            measures.flags[$0] & MeasureColumn.Flags.identity == MeasureColumn.Flags.point
              && measures.low[$0] == measures.high[$0]
          })
    case .moment(let moments):
      return valid
        & Bitmap(
          (0..<column.count).lazy.map { row in
            isDate
              ? CompareMoments.Stretch(low: moments.low[row], high: moments.high[row]).isPrecise
              : moments.isResolved(row)
          })
    default: return valid
    }
  }
}

extension Join.Pairs {
  /// The same pairs, and each left row of `0..<leftCount` that has none with -1, in left order.
  func keepingUnmatched(leftCount: Int) -> Join.Pairs {
    var result = Join.Pairs()
    var pair = 0
    for row in 0..<Int32(leftCount) {
      if pair == left.count || left[pair] != row { result.append(row, -1) }
      while pair < left.count, left[pair] == row {
        result.append(row, right[pair])
        pair += 1
      }
    }
    return result
  }
}
