import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func plot(_ kind: Name, _ items: [Item], at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }

  mutating func save(_ path: StringLiteral, at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }
}
