import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  /// `unnest aliases` puts each element in the list's place; a list at the end of a path becomes a column first.
  mutating func unnest(_ path: [Name], at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    guard let name = path.last, let first = path.first else { return }
    let span = first.span.joined(with: name.span)
    var expression = Expression(.name(first), at: first.span)
    for member in path.dropFirst() {
      expression = Expression(.member(expression, member), at: first.span.joined(with: member.span))
    }
    let value = check(expression, in: scope)
    if value.type.base == .invalid { return }
    guard case .list(let element) = value.type.base else {
      let lists = scope.visible.filter { if case .list = scope.columns[$0].field.type.base { true } else { false } }
      report(.unnestNeedsList(value, span, words(value), lists: lists.map { scope.columns[$0].field.name }))
      return
    }
    let index: Int
    if case .column(let column) = value.kind {
      index = column
    } else {
      var columns = scope.visible.map { passed($0, scope, at: step.span) }
      index = columns.count
      columns.append(NamedColumn(name: name.text, span: name.span, value: value))
      guard reportRepeats(columns.map { ($0.name, $0.span) }) else { return }
      project(columns, at: step.span, &plan, &scope)
    }
    for other in scope.columns.indices where other != index { scope.repeat(other, by: .step("unnest \(name.text)")) }
    scope.columns[index].field = Field(scope.columns[index].field.name, element)
    scope.narrowed = scope.narrowed.filter { !$0.key.hasPrefix("#\(index).") && $0.key != "#\(index)" }
    plan = Plan(.unnest(plan, column: index), schema: scope.schema, at: step.span)
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
