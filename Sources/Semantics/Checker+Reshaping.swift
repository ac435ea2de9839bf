import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func unnest(_ path: [Name], at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }

  mutating func pivot(
    _ item: Item, for column: [Name], in values: [Expression]?, by keys: [Item], at step: Step, _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }

  mutating func unpivot(
    _ columns: [Name], into name: Name, _ value: Name, at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }

  mutating func fill(
    _ column: Name, _ range: Expression, by: [Expression], at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }

  mutating func describe(at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
  }
}
