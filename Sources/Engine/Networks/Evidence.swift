import IbidColumns

/// The sources of rows that are explained by several links each.
struct Evidence {
  /// The sources of the rows that are the links.
  private let links: Lineage
  private let remark: Lineage.Entry?
  private var looks = Looks()
  private(set) var lineage = Lineage()

  /// Links that a row shows at most: with many rows fewer, so that all together stay within memory.
  let limit: Int

  /// Nil unless the run is a traced one. `rows` is how many there will be.
  init?(_ relation: Relation, rows: Int, _ executor: Executor) {
    guard let lineage = relation.lineage else { return nil }
    links = lineage
    limit = min(1_000, max(8, 8_000_000 / max(rows, 1)))
    remark = executor.recorder.remark("only \(limit) of its links are shown")
  }

  /// One more row, explained by links; what several of them were made from counts once.
  mutating func append(_ rows: [Int32], isWhole: Bool = true) throws(EngineError) {
    if looks.seeStop(after: 1 + min(rows.count, limit)) { throw .cancelled }
    var entries: [Lineage.Entry] = []
    var seen: Set<Lineage.Entry> = []
    for row in rows.prefix(limit) {
      for entry in links.entries(ofRow: Int(row)) where seen.insert(entry).inserted { entries.append(entry) }
    }
    if let remark, !isWhole || rows.count > limit { entries.append(remark) }
    lineage.appendRow(entries)
  }
}
