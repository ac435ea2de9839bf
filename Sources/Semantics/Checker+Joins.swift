import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func join(
    _ kind: Step.JoinKind, _ name: Name, _ tableExpression: Expression, _ conditions: [Expression], at step: Step,
    _ plan: inout Plan, _ scope: inout Scope
  ) {
    guard let right = tablePlan(tableExpression, in: nil, isSilent: false),
      hasKnownColumns(right, for: "a join", at: tableExpression.span)
    else { return }
    if scope.index(of: name.text) != nil || scope.hasQualifier(name.text) {
      report(.joinNameTaken(name))
      return
    }
    let rightScope = Scope(schema: right.schema)
    let rightIndices = rightScope.columns.indices.filter { !rightScope.columns[$0].field.name.contains(".") }
    var combined = scope
    for index in rightIndices {
      var column = rightScope.columns[index]
      column.field.name = name.text + "." + column.field.name
      combined.columns.append(column)
    }
    let result = Self.hasRightColumns(kind) ? combined : scope
    guard let parts = joinParts(conditions, kind, name, combined, scope, at: step.span) else {
      return abandon(result, at: step.span, &plan, &scope)
    }
    var rightPlan = right
    if rightIndices.count != right.schema.count {
      let fields = rightIndices.map { right.schema.fields[$0] }
      rightPlan = Plan(
        .project(right, rightIndices.map { PlanExpression(.column($0), right.schema.fields[$0].type, at: right.span) }),
        schema: Schema(fields), at: right.span)
    }
    scope = marked(result, kind, name, parts.keys, left: scope, right: rightPlan.schema)
    plan = Plan(
      .join(
        Self.plan(kind), plan, rightPlan, keys: parts.keys, nearest: parts.nearest, condition: parts.rest,
        name: name.text), schema: scope.schema, at: step.span)
  }

  private static func hasRightColumns(_ kind: Step.JoinKind) -> Bool { kind != .semi && kind != .anti }

  private static func plan(_ kind: Step.JoinKind) -> Plan.JoinKind {
    switch kind {
    case .inner: .inner
    case .left: .left
    case .full: .full
    case .semi: .semi
    case .anti: .anti
    case .asof: .asof
    }
  }

  /// The columns of a join's result: which may be missing now, and whose values may stand in several rows.
  ///
  /// A side is repeated unless a key of the other side is unique; `semi`, `anti` and `asof` never repeat a left row.
  private func marked(
    _ columns: Scope, _ kind: Step.JoinKind, _ name: Name, _ keys: [JoinKey], left: Scope, right: Schema
  ) -> Scope {
    guard Self.hasRightColumns(kind) else { return columns }
    func isUnique(_ key: PlanExpression, _ isUnique: (Int) -> Bool) -> Bool {
      if case .column(let index) = key.kind { isUnique(index) } else { false }
    }
    func part(_ key: PlanExpression, _ part: (Int) -> KeyPart?) -> KeyPart? {
      if case .column(let index) = key.kind { part(index) } else { nil }
    }
    let rightIsUnique =
      kind == .asof || keys.contains { isUnique($0.right) { right.fields[$0].isUnique } }
      || KeyPart.isWhole(keys.compactMap { part($0.right) { right.fields[$0].keyPart } })
    let leftIsUnique =
      kind != .asof
      && (keys.contains { isUnique($0.left) { left.columns[$0].field.isUnique } }
        || KeyPart.isWhole(keys.compactMap { part($0.left) { left.columns[$0].field.keyPart } }))
    var columns = columns
    for index in columns.columns.indices {
      let isRight = index >= left.columns.count
      if isRight { columns.columns[index].field.keyPart = nil }
      if isRight ? !leftIsUnique : !rightIsUnique {
        columns.repeat(index, by: .join(name.text), isRightSide: isRight)
      }
      if kind == .full || (isRight && kind != .inner) { columns.columns[index].field.type.isOptional = true }
    }
    if kind == .full { columns.narrowed = [:] }
    return columns
  }

  private struct JoinParts {
    var keys: [JoinKey] = []
    var nearest: NearestKey?
    var rest: PlanExpression?
  }

  /// The conditions of `on` by what they are for; nil if one is wrong or one is missing.
  private mutating func joinParts(
    _ conditions: [Expression], _ kind: Step.JoinKind, _ name: Name, _ combined: Scope, _ left: Scope,
    at span: ByteSpan
  ) -> JoinParts? {
    let leftCount = left.columns.count
    var parts = JoinParts()
    for condition in conditions.flatMap(Self.terms) {
      guard let test = joinCondition(condition, name, combined, left) else { return nil }
      if test.hasWindow {
        report(.windowInJoin(test))
        return nil
      }
      if case .compare(.equal, let a, let b) = test.kind,
        let (ours, theirs) = sides(a, b, leftCount) ?? sides(b, a, leftCount)
      {
        parts.keys.append(JoinKey(left: ours, right: theirs))
      } else if kind == .asof, parts.nearest == nil, let nearest = nearest(test, leftCount) {
        parts.nearest = nearest
      } else {
        parts.rest =
          parts.rest.map { PlanExpression(.and($0, test), ValueType(.bool, optional: true), at: test.span) } ?? test
      }
    }
    if kind == .asof, parts.nearest == nil {
      report(.asofNeedsOrder(name, at: span))
      return nil
    }
    if kind != .asof, parts.keys.isEmpty {
      report(.joinNeedsEquality(name, at: span))
      return nil
    }
    return parts
  }

  /// The conditions that `and` joins in one; a comma between them says the same.
  private static func terms(_ condition: Expression) -> [Expression] {
    guard case .binary(.and, _, let left, let right) = condition.kind else { return [condition] }
    return terms(left) + terms(right)
  }

  /// An inequality between the two sides, the left one's value first.
  private func nearest(_ test: PlanExpression, _ leftCount: Int) -> NearestKey? {
    guard case .compare(let comparison, let a, let b) = test.kind, comparison != .equal, comparison != .notEqual else {
      return nil
    }
    if let (ours, theirs) = sides(a, b, leftCount) { return NearestKey(left: ours, comparison, right: theirs) }
    if let (ours, theirs) = sides(b, a, leftCount) { return NearestKey(left: ours, comparison.flipped, right: theirs) }
    return nil
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

  /// `a` as a value of the left side and `b` as one of the right, whose columns are counted from its own first.
  private func sides(_ a: PlanExpression, _ b: PlanExpression, _ leftCount: Int) -> (PlanExpression, PlanExpression)? {
    var left: Set<Int> = []
    var right: Set<Int> = []
    Scope.columnsRead(by: a, into: &left)
    Scope.columnsRead(by: b, into: &right)
    guard left.allSatisfy({ $0 < leftCount }), !right.isEmpty, right.allSatisfy({ $0 >= leftCount }) else { return nil }
    return (a, b.shiftingColumns(by: -leftCount))
  }
}
