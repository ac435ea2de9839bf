import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func join(
    _ kind: Step.JoinKind, _ name: Name, _ tableExpression: Expression, _ conditions: [Expression], at step: Step,
    _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    guard kind == .inner || kind == .left else {
      report(.notYet("the step `\(source.string(step.keyword))`", at: step.keyword))
      return
    }
    guard let right = tablePlan(tableExpression, in: nil, isSilent: false) else { return }
    if scope.index(of: name.text) != nil || scope.hasQualifier(name.text) {
      report(.joinNameTaken(name))
      return
    }
    let rightScope = Scope(schema: right.schema)
    var combined = scope
    for column in rightScope.columns where !column.field.name.contains(".") {
      var column = column
      column.field.name = name.text + "." + column.field.name
      combined.columns.append(column)
    }
    let leftCount = scope.columns.count
    let rightIndices = rightScope.columns.indices.filter { !rightScope.columns[$0].field.name.contains(".") }
    var keys: [JoinKey] = []
    var rest: PlanExpression?
    for condition in conditions {
      guard let test = joinCondition(condition, name, combined, scope) else {
        return abandon(combined, at: step.span, &plan, &scope)
      }
      if case .compare(.equal, let a, let b) = test.kind, let key = key(a, b, leftCount) ?? key(b, a, leftCount) {
        keys.append(key)
      } else {
        rest = rest.map { PlanExpression(.and($0, test), ValueType(.bool, optional: true), at: test.span) } ?? test
      }
    }
    guard !keys.isEmpty else {
      report(.joinNeedsEquality(name, at: step.span))
      return abandon(combined, at: step.span, &plan, &scope)
    }
    // A side is repeated unless a key of the other side is unique.
    let rightIsUnique = keys.contains {
      if case .column(let index) = $0.right.kind {
        rightScope.columns[rightIndices[index]].field.isUnique
      } else {
        false
      }
    }
    let leftIsUnique = keys.contains {
      if case .column(let index) = $0.left.kind { scope.columns[index].field.isUnique } else { false }
    }
    for index in combined.columns.indices {
      let isRight = index >= leftCount
      if isRight ? !leftIsUnique : !rightIsUnique {
        combined.columns[index].repeatedBy = combined.columns[index].repeatedBy ?? .join(name.text)
        combined.columns[index].field.isUnique = false
      }
      if isRight && kind == .left { combined.columns[index].field.type.isOptional = true }
    }
    var rightPlan = right
    if rightIndices.count != right.schema.count {
      let fields = rightIndices.map { right.schema.fields[$0] }
      rightPlan = Plan(
        .project(right, rightIndices.map { PlanExpression(.column($0), right.schema.fields[$0].type, at: right.span) }),
        schema: Schema(fields), at: right.span)
    }
    scope = combined
    plan = Plan(
      .join(kind == .left ? .left : .inner, plan, rightPlan, keys: keys, condition: rest, name: name.text),
      schema: scope.schema,
      at: step.span)
  }

  /// Goes on with the columns that a broken join would have given, so that their uses are not reported too.
  private func abandon(_ combined: Scope, at span: ByteSpan, _ plan: inout Plan, _ scope: inout Scope) {
    scope = combined
    plan = Plan(.unit, schema: scope.schema, at: span)
  }

  /// One condition of `on`; a bare name means that both sides have it and are equal.
  private mutating func joinCondition(_ condition: Expression, _ name: Name, _ combined: Scope, _ left: Scope)
    -> PlanExpression?
  {
    if case .name(let column) = condition.kind {
      let other = Expression(.member(Expression(.name(name), at: column.span), column), at: column.span)
      let equality = Expression(.binary(.equal, column.span, condition, other), at: column.span)
      guard left.index(of: column.text) != nil, combined.index(of: name.text + "." + column.text) != nil else {
        report(
          .joinColumnMissing(
            column, join: name.text, isLeft: left.index(of: column.text) == nil, left: left, combined: combined))
        return nil
      }
      let test = check(equality, in: combined)
      return test.type.base == .invalid ? nil : test
    }
    let test = self.condition(condition, role: "`on`", in: combined)
    return test.type.base == .invalid ? nil : test
  }

  /// An equality between the two sides, the right side's columns counted from its own first.
  private func key(_ a: PlanExpression, _ b: PlanExpression, _ leftCount: Int) -> JoinKey? {
    var left: Set<Int> = []
    var right: Set<Int> = []
    Scope.columnsRead(by: a, into: &left)
    Scope.columnsRead(by: b, into: &right)
    guard left.allSatisfy({ $0 < leftCount }), !right.isEmpty, right.allSatisfy({ $0 >= leftCount }) else { return nil }
    return JoinKey(left: a, right: b.shiftingColumns(by: -leftCount))
  }
}
