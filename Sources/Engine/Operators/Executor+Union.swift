import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  /// What a row's lineage says of the side that it came from.
  static let unionRemarks = (left: "from the table before `union`", right: "from the table that `union` added")

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
