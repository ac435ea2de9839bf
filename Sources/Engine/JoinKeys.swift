import IbidColumns
import IbidPlan
import IbidSource

/// The keys of both sides of a join as numbers: equal where two rows certainly match.
///
/// Shape: a code for each row of either side, `0..<domain`, or -1 where the row can match nothing because its key is missing,
/// not exact, or of no value on the other side.
struct JoinKeys {
  let left: [Int32]
  let right: [Int32]
  let domain: Int

  /// `areDates`: the keys that are dates, of which only those known to the day can be certainly equal.
  init(
    left leftKeys: [KeyColumn], right rightKeys: [KeyColumn], areDates: [Bool], leftCount: Int, rightCount: Int,
    at span: ByteSpan
  ) throws(EngineError) {
    if leftKeys.count == 1, let keys = Self.twins(leftKeys[0], rightKeys[0]) {
      self = keys
      return
    }
    let columns = zip(leftKeys, rightKeys).map { (left: $0.column, right: $1.column) }
    if columns.count == 1, let direct = Self.direct(columns[0].left, columns[0].right) {
      self = direct
      return
    }
    var codes = Codes(rows: leftCount + rightCount)
    var usable = Bitmap(repeating: true, count: leftCount + rightCount)
    for (index, pair) in columns.enumerated() {
      let aligned = try Join.aligned(pair.left, pair.right, at: span)
      codes.combine(with: Codes(identityOf: aligned))
      usable = usable & Join.certain(aligned, isDate: areDates[index])
    }
    if !codes.isDirect || codes.domain > Int64(Int32.max) { codes.compact() }
    let values = codes.values
    func side(_ count: Int, from start: Int) -> [Int32] {
      [Int32](morsels: count, filler: -1) { range, output in
        for row in range {
          output[row] = usable[start &+ row] ? Int32(truncatingIfNeeded: values[start &+ row]) : -1
        }
      }
    }
    left = side(leftCount, from: 0)
    right = side(rightCount, from: leftCount)
    domain = Int(codes.domain)
  }

  private init(left: [Int32], right: [Int32], domain: Int) {
    self.left = left
    self.right = right
    self.domain = domain
  }

  // MARK: One key

  /// A table of so many codes is worth its room beside so many rows.
  private static func isAffordable(_ domain: Int64, rows: Int) -> Bool { domain <= max(1 << 12, Int64(rows) * 4) }

  /// Keys that are numbers already; nil where they must be coded together.
  private static func direct(_ left: Column, _ right: Column) -> JoinKeys? {
    switch (left, right) {
    case (.int(let a), .int(let b)): numbers(a.values, a.validity, b.values, b.validity)
    case (.reference(let a), .reference(let b)) where a.table == b.table:
      numbers(a.rows, a.validity, b.rows, b.validity)
    case (.text(let a), .text(let b)): texts(a, b)
    default: nil
    }
  }

  /// The distance from the least key of the right side; left keys outside of its range match nothing.
  private static func numbers<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable>(
    _ left: [Number], _ leftValidity: Bitmap?, _ right: [Number], _ rightValidity: Bitmap?
  ) -> JoinKeys? {
    guard let range = Extent.of(right, rightValidity) else {
      return JoinKeys(
        left: [Int32](all: -1, count: left.count), right: [Int32](all: -1, count: right.count), domain: 1)
    }
    let (span, overflow) = Int64(range.most).subtractingReportingOverflow(Int64(range.least))
    guard !overflow, span < Int64(Int32.max), isAffordable(span + 1, rows: left.count + right.count) else { return nil }
    func codes(_ numbers: [Number], _ validity: Bitmap?) -> [Int32] {
      [Int32](morsels: numbers.count, filler: -1) { rows, output in
        let numbers = numbers.span
        for row in rows {
          let number = numbers[row]
          let isThere = number >= range.least && number <= range.most && (validity?[row] ?? true)
          output[row] = isThere ? Int32(truncatingIfNeeded: number &- range.least) : -1
        }
      }
    }
    return JoinKeys(left: codes(left, leftValidity), right: codes(right, rightValidity), domain: Int(span) + 1)
  }

  /// The same of one key of whole numbers that have twins on both sides, which are read where they stand.
  private static func twins(_ left: KeyColumn, _ right: KeyColumn) -> JoinKeys? {
    guard let a = left.twin, let b = right.twin else { return nil }
    let (shift, overflow) = a.least.subtractingReportingOverflow(b.least)
    guard !overflow, shift.magnitude < 1 << 40, isAffordable(Int64(b.span), rows: left.count + right.count) else {
      return nil
    }
    return JoinKeys(
      left: codes(a, left.rows, shift: Int(shift), span: b.span), right: codes(b, right.rows, shift: 0, span: b.span),
      domain: b.span)
  }

  /// The distances of some rows from another least number, -1 for those beyond a span.
  private static func codes(_ twin: PackedNumbers, _ rows: [Int32]?, shift: Int, span: Int) -> [Int32] {
    let missing = twin.hasMissing ? twin.span : -1
    return switch twin.distances {
    case .bytes(let distances): codes(distances, rows, shift, UInt(span), missing)
    case .shorts(let distances): codes(distances, rows, shift, UInt(span), missing)
    case .words(let distances): codes(distances, rows, shift, UInt(span), missing)
    }
  }

  private static func codes(
    _ distances: [some FixedWidthInteger & BitwiseCopyable & Sendable], _ rows: [Int32]?, _ shift: Int, _ span: UInt,
    _ missing: Int
  ) -> [Int32] {
    @inline(__always) func code(_ distance: Int) -> Int32 {
      let code = distance &+ shift
      return UInt(bitPattern: code) < span && distance != missing ? Int32(truncatingIfNeeded: code) : -1
    }
    return [Int32](morsels: rows?.count ?? distances.count, filler: -1) { range, output in
      let distances = distances.span
      if let rows {
        output.gather(range, from: distances, at: rows.span, filler: -1) { code(Int(truncatingIfNeeded: $0)) }
      } else {
        for row in range { output[row] = code(Int(truncatingIfNeeded: distances[row])) }
      }
    }
  }

  /// Codes of the right side's dictionary; the left side's entries are looked up in it once.
  private static func texts(_ left: TextColumn, _ right: TextColumn) -> JoinKeys? {
    let size = right.dictionary.count
    guard size > 0, isAffordable(Int64(size), rows: left.count + right.count) else { return nil }
    let places: [Int32]? = left.dictionary === right.dictionary ? nil : right.dictionary.places(of: left.dictionary)
    func codes(_ texts: TextColumn, _ places: [Int32]?) -> [Int32] {
      let (codes, validity) = (texts.codes, texts.validity)
      if texts.dictionary.count == 0 { return [Int32](all: -1, count: texts.count) }
      if places == nil, validity == nil { return codes }
      let entries = places ?? (0..<Int32(size)).map { $0 }
      return [Int32](morsels: codes.count, filler: -1) { rows, output in
        let (codes, entries) = (codes.span, entries.span)
        for row in rows { output[row] = validity?[row] ?? true ? entries[Int(codes[row])] : -1 }
      }
    }
    return JoinKeys(left: codes(left, places), right: codes(right, nil), domain: size)
  }
}

/// A key of one side: a column, or some of its rows, which are gathered only if they have to be.
struct KeyColumn {
  private let base: Column
  /// None is negative; nil: all.
  let rows: [Int32]?

  init(_ column: Column, rows: [Int32]? = nil) { (base, self.rows) = (column, rows) }

  var count: Int { rows?.count ?? base.count }
  /// The rows, gathered anew each time.
  var column: Column { rows.map { base.gathered($0, hasMissing: false) } ?? base }

  /// Of the column before rows were chosen; whole numbers of tables may have it.
  var twin: PackedNumbers? { if case .int(let numbers) = base { numbers.packed } else { nil } }
}

extension Evaluator {
  /// A key of a join.
  mutating func key(_ expression: PlanExpression) throws(EngineError) -> KeyColumn {
    if case .column(let index) = expression.kind, relation.columns.indices.contains(index),
      case .column(let base) = relation.columns[index].base, let selection = relation.columns[index].selection,
      relation.selections[selection].hasMissing == false
    {
      return KeyColumn(base, rows: relation.selections[selection].rows)
    }
    return KeyColumn(try column(expression))
  }
}

extension TextDictionary {
  /// For each entry of another dictionary the entry with the same bytes here, or -1. O(bytes of both).
  fileprivate func places(of other: TextDictionary) -> [Int32] {
    var size = 64
    while size < count * 2 { size *= 2 }
    var slots = [Int32](all: -1, count: size)
    for entry in (0..<count).untilStopped {
      var slot = Self.hash(bytes[range(entry)]) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(entry)
    }
    let table = slots
    return [Int32](morsels: other.count, filler: -1) { entries, places in
      for entry in entries {
        let wanted = other.bytes[other.range(entry)]
        var slot = Self.hash(wanted) & (size - 1)
        while table[slot] >= 0, !bytes[range(Int(table[slot]))].elementsEqual(wanted) { slot = (slot + 1) & (size - 1) }
        places[entry] = table[slot]
      }
    }
  }

  /// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), finished so that the lower bits depend on all of it.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: KeyTable.hash(hash) >> 1)
  }
}
