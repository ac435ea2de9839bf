import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: a row whose first key is missing or has no place in the order is never kept; further keys sort it last.

extension Executor {
  /// Sorts what may be among the first, then takes the first rows of each group from the front.
  func top(_ relation: Relation, _ count: Int, _ orders: [SortOrder], _ per: [PlanExpression], at span: ByteSpan)
    throws(EngineError) -> Relation
  {
    guard let order = orders.first else { return relation.selecting([]) }
    var evaluator = Evaluator(relation, self)
    let first = try evaluator.column(order.value)
    let grouping = per.isEmpty ? Grouping.single(rows: relation.rowCount) : try group(relation, per)
    let (validity, unplaced) = (first.validity, SortKeys.unplaced(first))
    var room = [Int](repeating: count, count: grouping.count)
    var last = [Int32](repeating: -1, count: grouping.count)
    var kept: [Int32] = []
    /// Rows behind the last one kept of their group that do not tie with it, and that one.
    var behind: (rows: [Int32], kept: [Int32]) = ([], [])
    var (tied, missing, withoutPlace) = (0, 0, 0)
    let rows = TopRows.candidates(count, first, isDescending: order.isDescending, grouping)
    if parallel.isStopped { throw .cancelled }
    if rows != nil { missing = validity.map { relation.rowCount - $0.trueCount } ?? 0 }
    var keys: [[UInt64]] = []
    for order in orders {
      let column = try evaluator.column(order.value)
      let candidates = rows.map { column.gathered($0, hasMissing: false) } ?? column
      keys += SortKeys.keys(candidates, isDescending: order.isDescending)
    }
    let sorted = RadixSort.order(keys, rows: rows?.count ?? relation.rowCount)
    if parallel.isStopped { throw .cancelled }
    var looks = Looks()
    for place in sorted {
      if looks.seeStop() { throw .cancelled }
      let row = rows.map { $0[Int(place)] } ?? place
      let index = Int(row)
      if let validity, !validity[index] {
        missing += 1
        continue
      }
      if let unplaced, unplaced[index] {
        withoutPlace += 1
        continue
      }
      let group = Int(grouping.ids[index])
      if room[group] > 0 {
        room[group] -= 1
        last[group] = place
        kept.append(row)
      } else if last[group] >= 0 {
        let end = Int(last[group])
        if keys.allSatisfy({ $0[Int(place)] == $0[end] }) {
          tied += 1
        } else {
          behind.rows.append(row)
          behind.kept.append(rows.map { $0[end] } ?? last[group])
        }
      }
    }
    let possible = try undecided(first, order, behind.rows, behind.kept, at: span)
    if tied + possible + missing + withoutPlace > 0 {
      recorder.note(.left(tied: tied, possible: possible, missing: missing, unplaced: withoutPlace, at: span))
    }
    if per.isEmpty { return relation.selecting(kept) }
    let byGroup = RadixSort.order([kept.map { UInt64(grouping.ids[Int($0)]) }], rows: kept.count)
    return relation.selecting(kept.gathered(byGroup, filler: -1))
  }

  /// What a rank needs to look at; all rows where the key may be missing or is more than a number or a text.
  func leading(_ relation: Relation, _ count: Int, _ order: SortOrder, _ per: [PlanExpression]) throws(EngineError)
    -> Relation
  {
    var evaluator = Evaluator(relation, self)
    let key = try evaluator.column(order.value)
    guard key.validity == nil else { return relation }
    let grouping = per.isEmpty ? Grouping.single(rows: relation.rowCount) : try group(relation, per)
    guard let rows = TopRows.candidates(count, key, isDescending: order.isDescending, grouping) else { return relation }
    return relation.selecting(rows)
  }

  /// Of how many rows it is unknown whether their key lies before that of the row beside them.
  private func undecided(
    _ key: Column, _ order: SortOrder, _ rows: [Int32], _ others: [Int32], at span: ByteSpan
  ) throws(EngineError) -> Int {
    switch key {
    case .moment: break
    case .measure(let measures) where !measures.isExact || !measures.unitCodes.isEmpty: break
    // Between exact values of one unit nothing is unknown.
    default: return 0
    }
    if parallel.isStopped { throw .cancelled }
    let type = order.value.type
    var evaluator = Evaluator(
      Relation(rowCount: rows.count, columns: [key.gathered(rows), key.gathered(others)]), self)
    let isBefore = PlanExpression(
      .compare(
        order.isDescending ? .greater : .less, PlanExpression(.column(0), type, at: span),
        PlanExpression(.column(1), type, at: span)), ValueType(.bool, optional: true), at: span)
    let truth = try evaluator.truth(isBefore)
    return truth.validity.map { truth.count - $0.trueCount } ?? 0
  }
}
