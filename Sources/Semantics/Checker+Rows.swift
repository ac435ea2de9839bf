import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func sample(
    _ count: IntegerLiteral, seed: IntegerLiteral?, at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }

  mutating func top(
    _ count: IntegerLiteral, by keys: [SortKey], per: [Expression], at step: Step, _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }

  mutating func union(_ table: Expression, at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }
}
