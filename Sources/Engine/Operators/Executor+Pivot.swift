import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: missing values of the column are one value, whose column comes last.

extension Executor {
  /// More columns than this are no table that anybody reads.
  static let maximalFoundColumns = 1000

  /// Group columns, then a column for each value: one aggregation over the pairs of group and value.
  ///
  /// `taken` are the names of the group columns. Throws `too-many-columns` where the data has too many values.
  func pivot(
    _ relation: Relation, _ keys: [PlanExpression], _ aggregate: Aggregate, _ column: PlanExpression, taken: [String],
    focus: Int?, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    var evaluator = Evaluator(relation, self)
    var keyColumns: [Column] = []
    for key in keys { keyColumns.append(try evaluator.column(key)) }
    let groups = try grouping(keyColumns, rows: relation.rowCount)
    let values = try evaluator.column(column)
    let found = try grouping([values], rows: relation.rowCount)
    let width = found.count
    guard width <= Self.maximalFoundColumns else { throw .failed(.tooManyColumns(width, at: column.span)) }
    guard groups.count * width < Int(Int32.max) else {
      throw .failed(.tooManyRows(at: span, why: "there are so many groups and values", fix: "fewer keys behind `by`"))
    }
    let missing = found.firstRows.firstIndex { !values.isValid(Int($0)) }
    let order = found.firstRows.indices.filter { $0 != missing } + (missing.map { [$0] } ?? [])
    var place = [Int32](repeating: 0, count: width)
    for (position, value) in order.enumerated() { place[value] = Int32(position) }
    let places = place
    let ids = [Int32](morsels: relation.rowCount, filler: -1) { range, ids in
      for row in range { ids[row] = groups.ids[row] &* Int32(width) &+ places[Int(found.ids[row])] }
    }
    var cells = try aggregated(aggregate, ids: .each(ids), groupCount: groups.count * width, &evaluator)
    var columns = keyColumns.map { $0.gathered(groups.firstRows) }
    for position in 0..<width {
      if parallel.isStopped { throw .cancelled }
      columns.append(cells.column.gathered((0..<groups.count).map { Int32($0 * width + position) }))
    }
    var result = Relation(rowCount: groups.count, columns: columns)
    result.foundFields = columnNames(
      order.map { values.value(at: Int(found.firstRows[$0])) }, taken: Set(taken)
    ).map { Field($0, aggregate.type) }
    if let traced = relation.lineage {
      if let focus, focus >= keys.count, focus < keys.count + width {
        let position = Int32(focus - keys.count)
        cells.contributors.ids = .each(
          cells.contributors.ids.map { $0 >= 0 && $0 % Int32(width) == position ? $0 / Int32(width) : -1 })
        result.lineage = cells.contributors.lineage(traced, count: groups.count)
      } else {
        result.lineage = traced.grouped(ids: groups.ids, count: groups.count)
      }
    }
    return result
  }

  /// A name for the column of each value: the value as printed, a number behind it where it is taken.
  private func columnNames(_ values: [Value], taken: Set<String>) -> [String] {
    var taken = taken
    return values.map { value in
      var words = value == .none ? "none" : value.printed(in: snapshot)
      // A name that starts with `@`, also behind a dot, is a hidden column's.
      if words.contains("@") {
        words = words.split(separator: "@", omittingEmptySubsequences: false).joined(separator: "_@")
      }
      var (name, number) = (words, 2)
      while !taken.insert(name).inserted {
        name = "\(words)_\(number)"
        number += 1
      }
      return name
    }
  }
}
