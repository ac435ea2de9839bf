import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  /// Groups rows by their keys as a join does, then compares each with the later ones of its group.
  func conflicts(
    _ relation: Relation, _ value: PlanExpression, _ keys: [PlanExpression], includesPossible: Bool, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    let rows = relation.rowCount
    var evaluator = Evaluator(relation, self)
    let values = try evaluator.column(value)
    var codes = Codes(rows: rows)
    var hasKey = Bitmap(repeating: true, count: rows)
    for key in keys {
      let column = Join.inOneScale(try evaluator.column(key))
      codes.combine(with: Codes(identityOf: column))
      hasKey = hasKey & Join.certain(column, isDate: key.type.base == .date)
    }
    let hasValue = values.validity ?? Bitmap(repeating: true, count: rows)
    let members = hasKey & hasValue
    if !members.isAllTrue {
      recorder.note(
        .incomparable(
          withoutValue: rows - hasValue.trueCount, withoutKey: hasValue.trueCount - members.trueCount, at: span))
    }
    var pairs = try ConflictPairs(keys: codes, members: members)
    try pairs.compare(
      evaluator.tolerant(Operand(values), at: value.span).column, identity: Codes(identityOf: values),
      isPeriod: value.type.base == .period, includesPossible: includesPossible, parallel, at: span)
    let (left, right) = (relation.selecting(pairs.left), relation.selecting(pairs.right))
    var result = left.pasted(beside: right)
    result.columns.append(.init(base: .column(.bool(BoolColumn(Bitmap(pairs.isCertain)))), selection: nil))
    if let a = left.lineage, let b = right.lineage { result.lineage = a.zipped(with: b) }
    return result
  }
}
