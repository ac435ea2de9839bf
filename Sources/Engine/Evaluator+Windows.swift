import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Evaluator {
  mutating func window(_ window: Window, _ expression: PlanExpression) throws(EngineError) -> Operand {
    throw .failed(.overflow("not written yet", at: window.span))
  }
}
