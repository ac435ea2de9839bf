import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  /// One pass over the rows for each word: texts were split and folded when their dictionary was indexed.
  func search(_ relation: Relation, _ words: String, _ columns: [Int]) throws(EngineError) -> Relation {
    let words = SearchTerms.distinct(words)
    var texts: [(column: TextColumn, index: TermIndex)] = []
    for column in columns {
      // A dictionary without entries belongs to a column without values.
      guard case .text(let column) = relation.column(column), column.dictionary.count > 0 else { continue }
      texts.append((column, try SearchTerms.index(column.dictionary, parallel)))
    }
    let rows = relation.rowCount
    var lengths = [Int](repeating: 0, count: rows)
    for (column, index) in texts {
      for row in (0..<rows).untilStopped where column.isValid(row) {
        lengths[row] += Int(index.lengths[Int(column.codes[row])])
      }
    }
    let ranking = BM25(lengths: lengths)
    var scores = [Double](repeating: 0, count: rows)
    var wordsFound = [Int](repeating: 0, count: rows)
    var occurrences: [[Int32]] = []
    for word in words {
      if parallel.isStopped { throw .cancelled }
      var found = [Int32](repeating: 0, count: rows)
      for (column, index) in texts {
        guard let counts = index.occurrences(of: word) else { continue }
        for row in (0..<rows).untilStopped where column.isValid(row) { found[row] += counts[Int(column.codes[row])] }
      }
      ranking.add(occurrences: found, to: &scores)
      for row in (0..<rows).untilStopped where found[row] > 0 { wordsFound[row] += 1 }
      if isTracing { occurrences.append(found) }
    }
    let kept = (0..<Int32(rows)).filter { wordsFound[Int($0)] > 0 }
    let hasAll = Bitmap(kept.lazy.map { wordsFound[Int($0)] == words.count })
    let order = SortKeys.order(
      [(.bool(BoolColumn(hasAll)), true), (.float(FixedColumn(kept.map { scores[Int($0)] })), true)], rows: kept.count
    ).map { kept[Int($0)] }
    if parallel.isStopped { throw .cancelled }
    var result = relation.selecting(order)
    result.columns.append(.init(base: .column(.float(FixedColumn(order.map { scores[Int($0)] }))), selection: nil))
    if isTracing {
      let remarks = Lineage(rows: order.count) { index, entries in
        let found = words.indices.filter { occurrences[$0][Int(order[index])] > 0 }.map { words[$0] }
        entries.append(recorder.remark("words: " + found.joined(separator: ", ")))
      }
      result.lineage = result.lineage?.zipped(with: remarks)
    }
    return result
  }
}
