import IbidColumns
import IbidPlan
import IbidSource

/// Pairs rows of two relations whose keys are certainly equal.
///
/// Both sides' keys are coded together, so that equal values have equal codes; the right side is indexed by code
/// (counting sort), the left one probes in order. Rows whose key is missing or not exact pair with nothing.
struct Join {
  /// Left and right row of each pair, in left order, then right order; a right row of -1 stands for no match.
  var left: [Int32]
  var right: [Int32]

  /// `areDates`: the keys that are dates, of which only those known to the day can be certainly equal.
  init(
    left leftKeys: [Column], right rightKeys: [Column], areDates: [Bool], leftCount: Int, rightCount: Int,
    at span: ByteSpan
  ) throws(EngineError) {
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
    var total = 0
    for row in 0..<leftCount where usable[row] {
      let code = Int(codes.values[row])
      total += Int(starts[code + 1] - starts[code])
    }
    guard total < Int(Int32.max) else { throw .failed(.tooManyRows(at: span)) }
    left = []
    right = []
    left.reserveCapacity(total)
    right.reserveCapacity(total)
    for row in 0..<leftCount where usable[row] {
      let code = Int(codes.values[row])
      for index in Int(starts[code])..<Int(starts[code + 1]) {
        left.append(Int32(row))
        right.append(rows[index])
      }
    }
  }

  /// Adds a pair with -1 for each left row that has none, in left order.
  mutating func keepUnmatched(leftCount: Int) {
    var newLeft: [Int32] = []
    var newRight: [Int32] = []
    var pair = 0
    for row in 0..<Int32(leftCount) {
      if pair == left.count || left[pair] != row {
        newLeft.append(row)
        newRight.append(-1)
      }
      while pair < left.count, left[pair] == row {
        newLeft.append(row)
        newRight.append(right[pair])
        pair += 1
      }
    }
    left = newLeft
    right = newRight
  }

  /// Both key columns one after the other; measures in one scale, so that 1 km and 1000 metres meet.
  private static func aligned(_ a: Column, _ b: Column, at span: ByteSpan) throws(EngineError) -> Column {
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
