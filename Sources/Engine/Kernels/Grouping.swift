import IbidColumns

/// The group of each row; negative for rows that take no part.
enum GroupIds: RandomAccessCollection {
  /// So many rows, all in group 0.
  case one(rows: Int)
  /// The rows of the bitmap in group 0, the others in none.
  case some(Bitmap)
  case each([Int32])
  /// None negative.
  case combined(CombinedCodes)

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch self {
    case .one(let rows): rows
    case .some(let members): members.count
    case .each(let ids): ids.count
    case .combined(let codes): codes.count
    }
  }

  @inline(__always)
  subscript(row: Int) -> Int32 {
    switch self {
    case .one: 0
    case .some(let members): members[row] ? 0 : -1
    case .each(let ids): ids[row]
    case .combined(let codes): codes[row]
    }
  }

  /// The groups of some rows, by all threads.
  func gathered(_ rows: [Int32]) -> [Int32] {
    if case .each(let ids) = self { return ids.gathered(rows, filler: -1) }
    if case .combined(let codes) = self { return codes.gathered(rows) }
    return [Int32](morsels: rows.count, filler: -1) { range, ids in
      for place in range { ids[place] = self[Int(rows[place])] }
    }
  }

  /// A number for each row.
  var array: [Int32] {
    switch self {
    case .one(let rows): [Int32](morsels: rows, filler: 0) { range, ids in for row in range { ids[row] = 0 } }
    case .some(let members):
      [Int32](morsels: members.count, filler: -1) { range, ids in
        for row in range { ids[row] = members[row] ? 0 : -1 }
      }
    case .each(let ids): ids
    case .combined(let codes): codes.array
    }
  }
}

extension GroupIds {
  /// The same groups, without the rows that `kept` leaves out.
  func keeping(_ kept: Bitmap) -> GroupIds {
    switch self {
    case .one: .some(kept)
    case .some(let members): .some(members & kept)
    case .each, .combined:
      .each(Self.keeping(kept, of: array))
    }
  }

  private static func keeping(_ kept: Bitmap, of ids: [Int32]) -> [Int32] {
    [Int32](morsels: ids.count, filler: -1) { range, output in
      let ids = ids.span
      for row in range { output[row] = kept[row] ? ids[row] : -1 }
    }
  }

  /// A bit for each row that is in a group; for a bitmap that is made word by word.
  func memberWords(_ range: Range<Int>, _ words: Apart<UInt64>) {
    switch self {
    case .one, .combined:
      // A bitmap clears what lies past its end.
      for word in range { words[word] = .max }
    case .some(let members):
      for word in range { words[word] = members.words[word] }
    case .each(let ids):
      let ids = ids.span
      for word in range { words[word] = ids.bits(word) { $0 >= 0 } }
    }
  }
}

/// Rows put into groups of identical keys: ids in order of first appearance.
struct Grouping {
  /// Group of each row.
  var ids: GroupIds
  /// First row of each group.
  var firstRows: [Int32]
  var count: Int { firstRows.count }

  /// All rows in one group; that group exists also without rows.
  static func single(rows: Int) -> Grouping { Grouping(ids: .one(rows: rows), firstRows: [0]) }

  /// Groups by the identity of several columns.
  init(_ columns: [Column], rows: Int) {
    let codes = Codes(combining: columns.map(Codes.init(identityOf:)), rows: rows)
    let (ids, firstRows) = codes.grouped()
    self.init(ids: .each(ids), firstRows: firstRows)
  }

  fileprivate init(ids: GroupIds, firstRows: [Int32]) {
    self.ids = ids
    self.firstRows = firstRows
  }
}

/// Groups for aggregates, which do not mind in which order they are computed.
///
/// Where codes are few they are the numbers of the groups as they stand, with gaps, and nothing is written for each row;
/// `order` says which of them occur, by first appearance.
struct SlotGrouping {
  var ids: GroupIds
  /// Numbers are below it.
  var slotCount: Int
  /// The slot of each group; nil: a group is its slot.
  var order: [Int32]?
  var firstRows: [Int32]
  /// Whether every row is in a group, and every group has a row.
  private(set) var isComplete = true

  /// So many slots and their accumulators stay in the cache.
  private static let fewSlots: Int64 = 1 << 16
  /// Nor do many slots that are few beside the rows.
  private static let rowsPerSlot: Int64 = 32

  init(_ grouping: Grouping, keeping kept: Bitmap? = nil) {
    ids = kept.map { grouping.ids.keeping($0) } ?? grouping.ids
    slotCount = grouping.count
    firstRows = grouping.firstRows
    isComplete = kept == nil
  }

  /// `keys`: the codes of each key column.
  init(_ keys: [Codes], rows: Int) {
    // A key that is the same everywhere tells nothing.
    let parts = keys.filter { $0.domain > 1 }
    if parts.isEmpty, rows > 0 {
      ids = .one(rows: rows)
      slotCount = 1
      firstRows = [0]
      return
    }
    if let domain = Self.slots(parts), domain <= max(Self.fewSlots, Int64(rows) / Self.rowsPerSlot),
      Codes.isDirect(domain, rows: rows)
    {
      let slots = CombinedCodes(parts: parts, count: rows)
      let found = slots.appearances(domain: Int(domain))
      if parts.count == 1, case .narrow(let codes) = parts[0].values {
        ids = .each(codes)
      } else {
        ids = .combined(slots)
      }
      slotCount = Int(domain)
      order = found.codes
      firstRows = found.rows
    } else {
      let (dense, firstRows) = Codes(combining: parts, rows: rows).grouped()
      ids = .each(dense)
      slotCount = firstRows.count
      self.firstRows = firstRows
    }
  }

  /// The product of the domains; nil if it is large.
  private static func slots(_ parts: [Codes]) -> Int64? {
    var domain: Int64 = 1
    for part in parts {
      let (product, overflow) = domain.multipliedReportingOverflow(by: part.domain)
      if overflow || product > Int64(Int32.max) { return nil }
      domain = product
    }
    return domain
  }

  var count: Int { firstRows.count }

  /// Whether each row is a group, in the order of the rows.
  var isRowByRow: Bool { firstRows.count == ids.count }

  /// Slots as the numbers of the groups in order of first appearance.
  func numbered(_ slots: GroupIds) -> GroupIds {
    guard let order else { return slots }
    var groupOf = [Int32](repeating: -1, count: slotCount)
    for (group, slot) in order.enumerated() { groupOf[Int(slot)] = Int32(truncatingIfNeeded: group) }
    let groups = groupOf
    return .each(
      [Int32](morsels: slots.count, filler: -1) { range, ids in
        for row in range { ids[row] = slots[row] < 0 ? -1 : groups[Int(slots[row])] }
      })
  }

  func numbered(_ contributors: Contributors) -> Contributors {
    guard let order else { return contributors }
    return Contributors(
      ids: numbered(contributors.ids), used: contributors.used,
      chosen: contributors.chosen?.gathered(order, filler: -1))
  }

  /// A value for each slot as one for each group.
  func ordered(_ column: Column) -> Column { order.map { column.gathered($0).withoutFullValidity } ?? column }
}

extension Column {
  /// The same column, without a bitmap that has no gap.
  fileprivate var withoutFullValidity: Column {
    guard let validity, validity.isAllTrue else { return self }
    switch self {
    case .bool(let column): return .bool(BoolColumn(column.truth))
    case .int(let column): return .int(FixedColumn(column.values))
    case .float(let column): return .float(FixedColumn(column.values))
    case .text(let column): return .text(TextColumn(codes: column.codes, dictionary: column.dictionary))
    case .measure(var column):
      column.validity = nil
      return .measure(column)
    case .moment(var column):
      column.validity = nil
      return .moment(column)
    default: return self
    }
  }
}
