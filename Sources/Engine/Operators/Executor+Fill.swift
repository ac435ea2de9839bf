import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: rows without a value keep their place behind the buckets; a new row has no values but its bucket and group.

extension Executor {
  static let fillRemark = "filled in; in no document"

  /// Puts the rows of each group in the order of their buckets, and a new row where a bucket has none.
  func fill(_ relation: Relation, _ column: Int, _ range: PlanExpression, _ by: [Int], at span: ByteSpan)
    throws(EngineError) -> Relation
  {
    let values = relation.column(column)
    let buckets = try buckets(for: values, range)
    let groups =
      by.isEmpty
      ? Grouping.single(rows: relation.rowCount)
      : try grouping(by.map { relation.column($0) }, rows: relation.rowCount)
    guard groups.count * buckets.count + relation.rowCount < Int(Int32.max) else {
      throw .failed(.tooManyRows(at: span, why: "every group gets every bucket", fix: "a shorter range"))
    }
    let places = buckets.places(of: values)
    let order = RadixSort.order(
      [groups.ids.map { UInt64($0) }, places.map { UInt64($0) }], rows: relation.rowCount)
    if parallel.isStopped { throw .cancelled }
    /// Rows of the input, -1 for new ones; rows of the values with the buckets behind them; a row of the same group.
    var (rows, filled, members): ([Int32], [Int32], [Int32]) = ([], [], [])
    var position = 0
    func isNext(_ group: Int, _ place: Int) -> Bool {
      guard position < order.count else { return false }
      let row = Int(order[position])
      return groups.ids[row] == group && places[row] == place
    }
    var looks = Looks()
    for group in 0..<groups.count {
      for bucket in 0...buckets.count {
        if looks.seeStop() { throw .cancelled }
        // Behind the last bucket come the rows of other values.
        if bucket < buckets.count, !isNext(group, bucket) {
          rows.append(-1)
          filled.append(Int32(relation.rowCount + bucket))
          members.append(groups.firstRows[group])
        }
        while isNext(group, bucket) {
          if looks.seeStop() { throw .cancelled }
          rows.append(order[position])
          filled.append(order[position])
          members.append(order[position])
          position += 1
        }
      }
    }
    guard let all = Column.concatenated(values, buckets.column) else {
      throw .failed(.overflow("a bucket of this range", at: range.span))
    }
    var result = relation.selecting(rows)
    result.columns[column] = .init(base: .column(all.gathered(filled)), selection: nil)
    for key in by {
      result.columns[key] = .init(base: .column(relation.column(key).gathered(members)), selection: nil)
    }
    if let lineage = relation.lineage {
      result.lineage = lineage.gathered(rows, orElse: recorder.remark(Self.fillRemark))
    }
    return result
  }

  /// The buckets of a range, which is one value for the whole table.
  private func buckets(for values: Column, _ range: PlanExpression) throws(EngineError) -> Buckets {
    var evaluator = Evaluator(Relation(rowCount: 1, columns: []), self)
    let found = try evaluator.column(range).value(at: 0)
    do throws(Buckets.Failure) {
      switch found {
      case .measure(let measure, _): return try Buckets(numbersIn: measure)
      case .moment(let moment): return try Buckets(grain(of: values) ?? moment.grain, in: moment)
      default: throw .endless
      }
    } catch {
      throw .failed(error == .endless ? .fillWithoutEnd(at: range.span) : .tooManyBuckets(at: range.span))
    }
  }

  /// Of the first value that has a place in time.
  private func grain(of values: Column) -> Grain? {
    guard case .moment(let moments) = values,
      let row = (0..<moments.count).first(where: { moments.isValid($0) && moments.isResolved($0) })
    else { return nil }
    return Grain(rawValue: moments.grains[row])
  }
}
