import IbidColumns
import IbidPlan

extension Executor {
  /// The rows, beside its own, that each row's value of an expression was made of: those that a path back gathered, and
  /// those of a whole table that one value was taken from. Nil if there are none. Only for tracing runs.
  func contributions(to expression: PlanExpression, _ relation: Relation) throws(EngineError) -> Lineage? {
    var result: Lineage?
    switch expression.kind {
    case .scalar(let plan):
      guard let whole = try self.relation(plan, focus: 0).lineage, whole.rowCount == 1 else { return nil }
      return whole.gathered([Int32](repeating: 0, count: relation.rowCount))
    case .related(let related): result = try contributions(to: related, relation)
    case .window(let window): return try contributions(to: window, relation)
    default: break
    }
    for operand in expression.operands {
      guard let more = try contributions(to: operand, relation) else { continue }
      result = result.map { $0.zipped(with: more) } ?? more
    }
    return result
  }

  /// The rows of the other table that lead to each row's reference and that the aggregate used.
  private func contributions(to related: RelatedAggregate, _ relation: Relation) throws(EngineError) -> Lineage? {
    var evaluator = Evaluator(relation, self)
    let child = try self.relation(related.rows)
    guard case .reference(let wanted) = try evaluator.column(related.reference),
      case .reference(let owners) = child.column(related.column),
      let lineage = child.lineage, let target = snapshot.tables[wanted.table]
    else { return nil }
    var childEvaluator = Evaluator(child, self)
    var ids = owners.rowsOrMissing
    if let filter = related.aggregate.filter {
      let truth = try childEvaluator.truth(filter)
      for row in ids.indices.untilStopped where truth[row] != true { ids[row] = -1 }
    }
    func column(_ operand: PlanExpression?) throws(EngineError) -> Column? {
      guard let operand else { return nil }
      return try childEvaluator.column(operand)
    }
    let (argument, second) = (try column(related.aggregate.argument), try column(related.aggregate.second))
    return try contributors(to: related.aggregate, .each(ids), target.rowCount, argument, second, &childEvaluator)
      .lineage(lineage, count: target.rowCount).gathered(wanted.rowsOrMissing)
  }

  /// The rows that each row's window looked at: the one that `lag`, `lead` or `carry` took, those up to the row of a rank
  /// or row number, the frame of an aggregate without what its `where` or a missing value left out.
  private func contributions(to window: Window, _ relation: Relation) throws(EngineError) -> Lineage? {
    guard let lineage = relation.lineage else { return nil }
    var evaluator = Evaluator(relation, self)
    let partitions = try evaluator.partitions(of: window)
    let argument = try window.argument.map { (argument: PlanExpression) throws(EngineError) -> Column in
      try evaluator.column(argument)
    }
    let counts = try window.filter.map { (filter: PlanExpression) throws(EngineError) -> Bitmap in
      try evaluator.truth(filter).truth
    }
    switch window.function {
    case .lag, .lead, .carry:
      guard let argument else { return nil }
      return lineage.gathered(evaluator.takenRows(window, partitions, argument))
    default:
      let isAggregate = if case .aggregate = window.function { true } else { false }
      let extent = isAggregate ? Partitions.Extent(window) : .upToRow
      let validity = isAggregate ? argument?.validity : nil
      var members = [[Lineage.Entry]](repeating: [], count: relation.rowCount)
      var looks = Looks()
      for (position, row) in partitions.rows.enumerated() {
        var seen: Set<Lineage.Entry> = []
        for other in partitions.frame(ofPosition: position, extent) {
          if looks.seeStop() { throw .cancelled }
          let member = Int(partitions.rows[other])
          guard counts?[member] ?? true, validity?[member] ?? true else { continue }
          for entry in lineage.entries(ofRow: member) where seen.insert(entry).inserted {
            members[Int(row)].append(entry)
          }
        }
      }
      return Lineage(rows: members.count) { row, entries in entries.append(contentsOf: members[row]) }
    }
  }
}
