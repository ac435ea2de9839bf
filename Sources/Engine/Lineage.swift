/// For each row, the rows of base tables that it was made from: lists of (table, row), in reading order.
///
/// Shape: row `i` has the entries `offsets[i]..<offsets[i + 1]`. Made only while tracing.
package struct Lineage: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Index into the tracer's list of tables.
    package var table: Int32
    /// Row of that table; `remark` where the entry is no row but words (`no row of r matches`), listed among the tables.
    package var row: Int32

    package static let remark: Int32 = -1
    package var isRemark: Bool { row == Self.remark }

    package init(table: Int32, row: Int32) {
      self.table = table
      self.row = row
    }
  }

  package private(set) var offsets: [Int32] = [0]
  package private(set) var entries: [Entry] = []

  package init() {}

  /// Rows that come from nowhere.
  static func none(rows: Int) -> Lineage {
    var result = Lineage()
    result.offsets = [Int32](repeating: 0, count: rows + 1)
    return result
  }

  package var rowCount: Int { offsets.count - 1 }

  package func entries(ofRow row: Int) -> ArraySlice<Entry> { entries[Int(offsets[row])..<Int(offsets[row + 1])] }

  mutating func appendRow(_ entries: some Sequence<Entry>) {
    self.entries.append(contentsOf: entries)
    offsets.append(Int32(self.entries.count))
  }

  /// The same rows of tables that have other numbers: `tables[i]` for what was `i`.
  func renumbered(_ tables: [Int32]) -> Lineage {
    var result = self
    result.entries = entries.map { Entry(table: tables[Int($0.table)], row: $0.row) }
    return result
  }

  /// The rows at `rows`; a negative row comes from nowhere, or from `remark` alone.
  func gathered(_ rows: [Int32], orElse remark: Entry? = nil) -> Lineage {
    var result = Lineage()
    let nowhere = (remark.map { [$0] } ?? [])[...]
    for row in rows { result.appendRow(row < 0 ? nowhere : entries(ofRow: Int(row))) }
    return result
  }

  /// Row by row, this one's entries and then the other's.
  func zipped(with other: Lineage) -> Lineage {
    var result = Lineage()
    for row in 0..<rowCount {
      var both = Array(entries(ofRow: row))
      both.append(contentsOf: other.entries(ofRow: row))
      result.appendRow(both)
    }
    return result
  }

  /// Each row's entries and one more, which a row that has it already does not get twice.
  func remarked(_ entry: Entry) -> Lineage {
    var result = Lineage()
    for row in 0..<rowCount {
      let own = entries(ofRow: row)
      result.appendRow(own.contains(entry) ? Array(own) : own + [entry])
    }
    return result
  }

  /// The same without what a row names more than once.
  func merged(with other: Lineage) -> Lineage {
    var result = Lineage()
    for row in 0..<rowCount {
      var seen: Set<Entry> = []
      result.appendRow((entries(ofRow: row) + other.entries(ofRow: row)).filter { seen.insert($0).inserted })
    }
    return result
  }

  /// This one's rows, then the other's.
  func followed(by other: Lineage) -> Lineage {
    var result = self
    let shift = Int32(entries.count)
    result.entries += other.entries
    result.offsets += other.offsets.dropFirst().map { $0 + shift }
    return result
  }

  /// One row per group: the entries of its members in order, each once.
  func grouped(ids: some Collection<Int32>, count: Int, where isMember: (Int) -> Bool = { _ in true }) -> Lineage {
    var members = [[Entry]](repeating: [], count: count)
    var seen = [Set<Entry>](repeating: [], count: count)
    for (row, id) in ids.enumerated() where id >= 0 && isMember(row) {
      for entry in entries(ofRow: row) where seen[Int(id)].insert(entry).inserted { members[Int(id)].append(entry) }
    }
    var result = Lineage()
    for entries in members { result.appendRow(entries) }
    return result
  }
}
