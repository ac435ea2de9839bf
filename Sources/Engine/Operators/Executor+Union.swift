import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  /// What a row's lineage says of the side that it came from.
  static let unionRemarks = (left: "from the table before `union`", right: "from the table that `union` added")

  /// A union, and all those that its left side is made of, at once: each row is copied once, however many they are.
  func unions(_ plan: Plan, focus: Int?) throws(EngineError) -> Relation {
    var (first, others, spans) = (plan, [Plan](), [ByteSpan]())
    while case .union(let left, let right) = first.node {
      others.append(right)
      spans.append(first.span)
      first = left
    }
    others.reverse()
    spans.reverse()
    let sides = try relations([first] + others, focus: focus)
    for _ in others.dropFirst() { parallel.meter?.addStep() }
    if let all = concatenated(sides) { return all }
    // One after the other they tell which of them cannot be done.
    var result = sides[0]
    for (side, span) in zip(sides.dropFirst(), spans) { result = try union(result, side, at: span) }
    return result
  }

  /// All rows; nil where that cannot be done, or a run was stopped.
  private func concatenated(_ sides: [Relation]) -> Relation? {
    let rows = sides.reduce(0) { $0 + $1.rowCount }
    guard sides.count > 2, rows < Int(Int32.max) else { return nil }
    var columns: [Column] = []
    for index in sides[0].columns.indices {
      guard !parallel.isStopped, let column = Column.concatenated(sides.map { $0.column(index) }[...]) else {
        return nil
      }
      columns.append(column)
    }
    return Relation(rowCount: rows, columns: columns)
  }

  /// The left's rows, then the right's, column by column.
  func union(_ left: Relation, _ right: Relation, at span: ByteSpan) throws(EngineError) -> Relation {
    guard left.rowCount + right.rowCount < Int(Int32.max) else {
      throw .failed(.tooManyRows(at: span, why: "both sides are large", fix: "`where` or `summarize` before `union`"))
    }
    var columns: [Column] = []
    for index in left.columns.indices {
      if parallel.isStopped { throw .cancelled }
      guard let column = Column.concatenated(left.column(index), right.column(index)) else {
        throw .failed(.overflow("a value of this union", at: span))
      }
      columns.append(column)
    }
    var lineage: Lineage?
    if let a = left.lineage, let b = right.lineage {
      lineage = a.remarked(recorder.remark(Self.unionRemarks.left)).followed(
        by: b.remarked(recorder.remark(Self.unionRemarks.right)))
    }
    return Relation(rowCount: left.rowCount + right.rowCount, columns: columns, lineage: lineage)
  }
}
