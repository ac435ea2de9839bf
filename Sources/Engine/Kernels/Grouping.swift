import IbidColumns

/// Rows put into groups of identical keys: ids in order of first appearance.
struct Grouping {
  /// Group of each row.
  var ids: [Int32]
  /// First row of each group.
  var firstRows: [Int32]
  var count: Int { firstRows.count }

  /// All rows in one group; that group exists also without rows.
  static func single(rows: Int) -> Grouping { Grouping(ids: [Int32](repeating: 0, count: rows), firstRows: [0]) }

  /// Groups by the identity of several columns.
  ///
  /// Codes of the columns are combined into one number a row; small domains are addressed directly, large ones hashed.
  init(_ columns: [Column], rows: Int) {
    var codes = Codes(rows: rows)
    for column in columns { codes.combine(with: Codes(identityOf: column)) }
    (ids, firstRows) = codes.grouped()
  }

  private init(ids: [Int32], firstRows: [Int32]) {
    self.ids = ids
    self.firstRows = firstRows
  }
}

/// A number per row, equal where values are identical; `0..<domain`.
struct Codes {
  var values: [Int64]
  var domain: Int64

  /// The largest domain that is addressed directly: a table of so many `Int32`.
  static let directLimit: Int64 = 1 << 22

  /// The largest domain that gets a bit for every code: 8 MB of them.
  static let bitmapLimit: Int64 = 1 << 26

  init(rows: Int) {
    values = [Int64](repeating: 0, count: rows)
    domain = 1
  }

  init(values: [Int64], domain: Int64) {
    self.values = values
    self.domain = domain
  }

  /// Missing values share the last code.
  init(identityOf column: Column) {
    switch column {
    case .bool(let bools):
      self.init(values: (0..<bools.count).map { bools[$0].map { $0 ? 1 : 0 } ?? 2 }, domain: 3)
    case .int(let ints): self.init(integers: ints.values, validity: ints.validity)
    case .float(let floats):
      // -0 is 0; NaN never enters a column.
      self.init(hashing: floats.values.map { $0 == 0 ? 0 : $0.bitPattern }, validity: floats.validity)
    case .text(let texts):
      let missing = Int64(texts.dictionary.count)
      self.init(codes: texts.codes, missing: missing, validity: texts.validity)
    case .reference(let references):
      self.init(integers: references.rows.map(Int64.init), validity: references.validity)
    case .moment(let moments): self.init(moments)
    case .measure(let measures): self.init(measures)
    case .list(let lists): self.init(lists)
    case .source(let sources):
      var codes = Codes(
        codes: sources.file.codes, missing: Int64(sources.file.dictionary.count), validity: sources.validity)
      codes.combine(with: Codes(integers: sources.lower, validity: nil))
      codes.combine(with: Codes(integers: sources.upper, validity: nil))
      self = codes
    }
  }

  private init(codes: [Int32], missing: Int64, validity: Bitmap?) {
    domain = missing + 1
    values = [Int64](capacity: codes.count) { output in
      if let validity {
        for row in codes.indices { output.append(validity[row] ? Int64(codes[row]) : missing) }
      } else {
        for code in codes { output.append(Int64(code)) }
      }
    }
  }

  /// Direct from the smallest value where the range is small, else hashed.
  private init(integers: [Int64], validity: Bitmap?) {
    var least = Int64.max
    var most = Int64.min
    for row in integers.indices where validity?[row] ?? true {
      least = min(least, integers[row])
      most = max(most, integers[row])
    }
    if least > most { (least, most) = (0, 0) }
    let (span, overflow) = most.subtractingReportingOverflow(least)
    guard !overflow, span < Self.directLimit else {
      self.init(hashing: integers.map { UInt64(bitPattern: $0) }, validity: validity)
      return
    }
    let missing = span + 1
    let offsets = [Int64](capacity: integers.count) { output in
      if let validity {
        for row in integers.indices { output.append(validity[row] ? integers[row] - least : missing) }
      } else {
        for value in integers { output.append(value - least) }
      }
    }
    self.init(values: offsets, domain: span + 2)
  }

  private init(hashing keys: [UInt64], validity: Bitmap?) {
    var table = KeyTable(capacity: keys.count)
    values = [Int64](capacity: keys.count) { output in
      for row in keys.indices { output.append(validity.map { $0[row] } ?? true ? Int64(table.id(for: keys[row])) : -1) }
    }
    let missing = Int64(table.count)
    if validity != nil { for row in values.indices where values[row] < 0 { values[row] = missing } }
    domain = missing + 1
  }

  /// Same stretch is the same; unresolved values by their words and the part that is known.
  private init(_ moments: MomentColumn) {
    self.init(integers: moments.low, validity: moments.validity)
    combine(with: Codes(integers: moments.high, validity: moments.validity))
    if moments.low.indices.contains(where: { !moments.isResolved($0) && moments.isValid($0) }) {
      for words in [moments.text, moments.partial] {
        guard let words else { continue }
        let none = Int64(words.dictionary.count)
        let ofUnresolved = (0..<moments.count).map {
          !moments.isResolved($0) && words.isValid($0) ? Int64(words.codes[$0]) : none
        }
        combine(with: Codes(values: ofUnresolved, domain: none + 1))
      }
    }
    joinMissing(moments.validity)
  }

  /// Same bounds, hedge and unit.
  private init(_ measures: MeasureColumn) {
    if measures.isExact {
      self.init(wide: measures.low, validity: measures.validity)
    } else {
      // What stands in for an end that is not there means nothing.
      func ends(_ values: [Int128], _ flag: UInt8) -> [Int128] {
        [Int128](capacity: values.count) { output in
          for row in values.indices { output.append(measures.flags[row] & flag != 0 ? values[row] : 0) }
        }
      }
      self.init(wide: ends(measures.low, MeasureColumn.Flags.hasLow), validity: measures.validity)
      combine(with: Codes(wide: ends(measures.high, MeasureColumn.Flags.hasHigh), validity: measures.validity))
      combine(with: Codes(values: measures.flags.map { Int64($0 & MeasureColumn.Flags.identity) }, domain: 32))
    }
    if !measures.unitCodes.isEmpty {
      combine(with: Codes(values: measures.unitCodes.map(Int64.init), domain: Int64(measures.units.count)))
    }
    joinMissing(measures.validity)
  }

  /// Gives all missing rows one code of their own, whatever their buffers hold.
  private mutating func joinMissing(_ validity: Bitmap?) {
    guard let validity, !validity.isAllTrue else { return }
    if domain == .max { compact() }
    for row in values.indices where !validity[row] { values[row] = domain }
    domain += 1
  }

  private init(wide: [Int128], validity: Bitmap?) {
    let lowest = wide.map { Int64(truncatingIfNeeded: $0) }
    self.init(integers: lowest, validity: validity)
    if wide.indices.contains(where: { Int128(lowest[$0]) != wide[$0] }) {
      combine(with: Codes(integers: wide.map { Int64(truncatingIfNeeded: $0 >> 64) }, validity: validity))
    }
  }

  private init(_ lists: ListColumn) {
    let elements = Codes(identityOf: lists.elements)
    var ids: [[Int64]: Int64] = [:]
    values = []
    for row in 0..<lists.count {
      let key = lists.isValid(row) ? Array(elements.values[lists.range(row)]) : [-1]
      let id = ids[key] ?? Int64(ids.count)
      ids[key] = id
      values.append(id)
    }
    domain = Int64(ids.count) + 1
  }

  /// Pairs of codes as one code; made dense by hashing when the product of the domains does not fit.
  mutating func combine(with other: Codes) {
    if other.domain == 1 { return }
    if domain == 1 {
      self = other
      return
    }
    let (product, overflow) = domain.multipliedReportingOverflow(by: other.domain)
    if overflow || product >= 1 << 62 {
      compact()
      var dense = other
      dense.compact()
      // Both have at most 2^31 values now.
      combineUnchecked(dense)
    } else {
      combineUnchecked(other)
    }
  }

  private mutating func combineUnchecked(_ other: Codes) {
    let width = other.domain
    for row in values.indices { values[row] = values[row] &* width &+ other.values[row] }
    domain = domain &* width
  }

  /// Renumbers by first appearance.
  mutating func compact() {
    var table = KeyTable(capacity: values.count)
    for row in values.indices { values[row] = Int64(table.id(for: UInt64(bitPattern: values[row]))) }
    domain = Int64(max(table.count, 1))
  }

  /// The first row of each code. Where a bit per code is affordable, nothing is hashed or numbered.
  func firstRows() -> [Int32] {
    if domain > Self.bitmapLimit { return grouped().firstRows }
    var seen = [UInt64](repeating: 0, count: Int(domain + 63) / 64)
    var rows: [Int32] = []
    for row in values.indices {
      let code = Int(values[row])
      let bit: UInt64 = 1 << UInt64(code & 63)
      if seen[code >> 6] & bit == 0 {
        seen[code >> 6] |= bit
        rows.append(Int32(row))
      }
    }
    return rows
  }

  /// Ids by first appearance, and the first row of each.
  func grouped() -> (ids: [Int32], firstRows: [Int32]) {
    var firstRows: [Int32] = []
    if domain <= Self.directLimit {
      var idOf = [Int32](repeating: -1, count: Int(domain))
      let ids = [Int32](capacity: values.count) { output in
        for row in values.indices {
          let code = Int(values[row])
          var id = idOf[code]
          if id < 0 {
            id = Int32(firstRows.count)
            idOf[code] = id
            firstRows.append(Int32(row))
          }
          output.append(id)
        }
      }
      return (ids, firstRows)
    }
    var table = KeyTable(capacity: values.count)
    let ids = [Int32](capacity: values.count) { output in
      for row in values.indices {
        let id = table.id(for: UInt64(bitPattern: values[row]))
        if Int(id) == firstRows.count { firstRows.append(Int32(row)) }
        output.append(id)
      }
    }
    return (ids, firstRows)
  }
}

/// Numbers distinct 64-bit keys in order of first appearance: an open-addressing table with linear probing.
struct KeyTable {
  private var keys: [UInt64] = []
  /// Slot → id, -1 where free.
  private var slots: [Int32]
  private var mask: Int

  private(set) var count = 0

  /// Grows as needed; `capacity` is what to expect at most.
  init(capacity: Int) {
    var size = 64
    while size < min(capacity, 1 << 16) * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  mutating func id(for key: UInt64) -> Int32 {
    var slot = Self.hash(key) & mask
    while true {
      let id = slots[slot]
      if id < 0 { break }
      if keys[Int(id)] == key { return id }
      slot = (slot &+ 1) & mask
    }
    if (count + 1) * 2 > slots.count {
      grow()
      return insert(key)
    }
    slots[slot] = Int32(count)
    keys.append(key)
    count += 1
    return Int32(count - 1)
  }

  private mutating func insert(_ key: UInt64) -> Int32 {
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
    slots[slot] = Int32(count)
    keys.append(key)
    count += 1
    return Int32(count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for (id, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(id)
    }
  }

  /// The finaliser of MurmurHash3 (A. Appleby, public domain).
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    var x = key
    x ^= x >> 33
    x = x &* 0xFF51_AFD7_ED55_8CCD
    x ^= x >> 33
    return Int(truncatingIfNeeded: x)
  }
}
