import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func conflicts(
    of value: [Name], by keys: [Expression], includesPossible: Bool, at step: Step, _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }
}
