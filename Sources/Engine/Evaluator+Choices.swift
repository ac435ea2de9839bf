import IbidColumns
import IbidPlan

// `if … then … else …` and `??`: each row has the value of one of two columns.

extension Evaluator {
  mutating func conditional(
    _ test: PlanExpression, _ then: PlanExpression, _ otherwise: PlanExpression, _ expression: PlanExpression
  ) throws(EngineError) -> Operand {
    let truth = try truth(test)
    let (first, second) = try (evaluate(then), evaluate(otherwise))
    return try chosen(Choice(takesFirst: truth.truth, isKnown: truth.validity), first, second, expression)
  }

  mutating func coalesced(_ a: PlanExpression, _ b: PlanExpression, _ expression: PlanExpression) throws(EngineError)
    -> Operand
  {
    let (first, second) = try (column(a), evaluate(b))
    guard let valid = first.validity else { return Operand(first) }
    return try chosen(Choice(takesFirst: valid, isKnown: nil), Operand(first), second, expression)
  }

  private func chosen(_ choice: Choice, _ a: Operand, _ b: Operand, _ expression: PlanExpression) throws(EngineError)
    -> Operand
  {
    if let column = choice.column(a, b) { return Operand(column) }
    guard let column = Column.chosen(choice.rows, a.expanded(to: count), b.expanded(to: count)) else {
      throw .failed(.overflow("a value of this column", at: expression.span))
    }
    return Operand(column)
  }
}
