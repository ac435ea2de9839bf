import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  func join(
    _ kind: Plan.JoinKind, _ left: Relation, _ right: Relation, _ keys: [JoinKey], _ nearest: NearestKey?,
    _ condition: PlanExpression?, _ name: String, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    var leftEvaluator = Evaluator(left, self)
    var rightEvaluator = Evaluator(right, self)
    var leftKeys: [Column] = []
    var rightKeys: [Column] = []
    for key in keys {
      leftKeys.append(try leftEvaluator.column(key.left))
      rightKeys.append(try rightEvaluator.column(key.right))
    }
    var pairs = try Join(
      left: leftKeys, right: rightKeys, areDates: keys.map { $0.left.type.base == .date }, leftCount: left.rowCount,
      rightCount: right.rowCount, at: span)
    if let condition {
      let candidates = left.selecting(pairs.left).pasted(beside: right.selecting(pairs.right))
      var evaluator = Evaluator(candidates, self)
      let kept = try evaluator.truth(condition).truth.trueIndices
      pairs.left = pairs.left.gathered(kept, filler: -1)
      pairs.right = pairs.right.gathered(kept, filler: -1)
    }
    if kind == .left { pairs.keepUnmatched(leftCount: left.rowCount) }
    let (leftSide, rightSide) = (left.selecting(pairs.left), right.selecting(pairs.right))
    var result = leftSide.pasted(beside: rightSide)
    if let a = leftSide.lineage, let b = rightSide.lineage { result.lineage = a.zipped(with: b) }
    return result
  }
}
