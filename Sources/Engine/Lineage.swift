import IbidColumns

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

  /// A row after the other: `append` puts a row's entries behind those that are there. Once the run was stopped the rows come
  /// from nowhere, which nobody will see.
  init(rows: Int, _ append: (_ row: Int, _ entries: inout [Entry]) -> Void) {
    offsets.reserveCapacity(rows + 1)
    if !Parallel.isCurrentStopped() {
      for row in (0..<rows).untilStopped {
        append(row, &entries)
        offsets.append(Int32(entries.count))
      }
    }
    if rowCount < rows { self = .none(rows: rows) }
  }

  package var rowCount: Int { offsets.count - 1 }

  package func entries(ofRow row: Int) -> ArraySlice<Entry> { entries[Int(offsets[row])..<Int(offsets[row + 1])] }

  mutating func appendRow(_ entries: some Sequence<Entry>) {
    self.entries.append(contentsOf: entries)
    offsets.append(Int32(self.entries.count))
  }

  /// The same rows of tables that have other numbers: `tables[i]` for what was `i`.
  func renumbered(_ tables: [Int32]) -> Lineage {
    Lineage(rows: rowCount) { row, result in
      for entry in entries(ofRow: row) { result.append(Entry(table: tables[Int(entry.table)], row: entry.row)) }
    }
  }

  /// The rows at `rows`; a negative row comes from nowhere, or from `remark` alone.
  func gathered(_ rows: [Int32], orElse remark: Entry? = nil) -> Lineage {
    Lineage(rows: rows.count) { index, result in
      if rows[index] >= 0 {
        result.append(contentsOf: entries(ofRow: Int(rows[index])))
      } else if let remark {
        result.append(remark)
      }
    }
  }

  /// Row by row, this one's entries and then the other's.
  func zipped(with other: Lineage) -> Lineage {
    Lineage(rows: rowCount) { row, result in
      result.append(contentsOf: entries(ofRow: row))
      result.append(contentsOf: other.entries(ofRow: row))
    }
  }

  /// Each row's entries and one more, which a row that has it already does not get twice.
  func remarked(_ entry: Entry) -> Lineage {
    Lineage(rows: rowCount) { row, result in
      let own = entries(ofRow: row)
      result.append(contentsOf: own)
      if !own.contains(entry) { result.append(entry) }
    }
  }

  /// Rows of tables alone.
  func withoutRemarks() -> Lineage {
    Lineage(rows: rowCount) { row, result in result.append(contentsOf: entries(ofRow: row).lazy.filter { !$0.isRemark })
    }
  }

  /// The same without what a row names more than once.
  func merged(with other: Lineage) -> Lineage {
    Lineage(rows: rowCount) { row, result in
      var seen: Set<Entry> = []
      result.append(contentsOf: (entries(ofRow: row) + other.entries(ofRow: row)).filter { seen.insert($0).inserted })
    }
  }

  /// This one's rows, then the other's.
  func followed(by other: Lineage) -> Lineage {
    Lineage(rows: rowCount + other.rowCount) { row, result in
      result.append(contentsOf: row < rowCount ? entries(ofRow: row) : other.entries(ofRow: row - rowCount))
    }
  }

  /// One row per group: the entries of its members in order, each once.
  func grouped(ids: some Collection<Int32>, count: Int, where isMember: (Int) -> Bool = { _ in true }) -> Lineage {
    var members = [[Entry]](repeating: [], count: count)
    var seen = [Set<Entry>](repeating: [], count: count)
    var looks = Looks()
    for (row, id) in ids.enumerated() {
      if looks.seeStop() { return .none(rows: count) }
      guard id >= 0, isMember(row) else { continue }
      for entry in entries(ofRow: row) where seen[Int(id)].insert(entry).inserted { members[Int(id)].append(entry) }
    }
    return Lineage(rows: count) { group, result in result.append(contentsOf: members[group]) }
  }
}
