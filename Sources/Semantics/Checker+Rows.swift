import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// Steps that choose rows or put rows of two tables together: `sample`, `top`, `union`.
extension Checker {
  mutating func sample(
    _ count: IntegerLiteral, seed: IntegerLiteral?, at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    plan = Plan(
      .sample(plan, count: count.value, seed: UInt64(bitPattern: Int64(seed?.value ?? 0))), schema: scope.schema,
      at: step.span)
  }

  /// `top 3 by amount per document`. The first key of each group needs one currency or unit.
  mutating func top(
    _ count: IntegerLiteral, by keys: [SortKey], per: [Expression], at step: Step, _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    let groups = per.map { check($0, in: scope) }
    let orders = keys.compactMap { order($0, in: scope) }
    guard orders.count == keys.count, let first = orders.first?.value,
      !groups.contains(where: { $0.type.base == .invalid })
    else { return }
    if let part = varyingPart(of: first, heldConstant: Set(groups.map(ExpressionKey.key))) {
      report(.topOfSeveralUnits(first, words(first), part, hasGroups: !groups.isEmpty, in: step))
      return
    }
    if count.value <= 1, groups.count == 1, case .column(let index) = groups[0].kind {
      scope.keepOne(of: [index])
    }
    plan = Plan(.top(plan, count: count.value, by: orders, per: groups), schema: scope.schema, at: step.span)
  }

  /// `union other`: by name, in the left's order, each column in the type that both sides have in common.
  mutating func union(_ table: Expression, at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    guard let right = tablePlan(table, in: nil, isSilent: false),
      hasKnownColumns(right, for: "`union`", at: table.span)
    else { return }
    let other = Scope(schema: right.schema)
    let onlyLeft = scope.visibleNames.filter { other.index(of: $0) == nil }
    let onlyRight = other.visibleNames.filter { [scope] in scope.index(of: $0) == nil }
    guard onlyLeft.isEmpty, onlyRight.isEmpty else {
      report(
        .unionColumnsDiffer(
          onlyLeft: onlyLeft, onlyRight: onlyRight, common: scope.visibleNames.filter { !onlyLeft.contains($0) },
          source.string(table.span), table.span, in: step))
      return
    }
    var result = Scope(columns: [])
    var sides: (left: [PlanExpression], right: [PlanExpression]) = ([], [])
    for index in scope.columns.indices {
      let column = scope.columns[index]
      guard let match = other.columns.firstIndex(where: { $0.field.name == column.field.name }) else { continue }
      let theirs = other.columns[match].field
      // What is hidden, such as the row's own place, stays only where it means the same on both sides.
      if column.isHidden, column.field.type.base != theirs.type.base { continue }
      guard let type = commonReadingNumbers(column.field.type, theirs.type) else {
        report(.unionTypesDiffer(column.field.name, column.field.type, theirs.type, at: table.span))
        continue
      }
      sides.left.append(converted(index, column.field.type, to: type, at: step.span))
      sides.right.append(converted(match, theirs.type, to: type, at: table.span))
      result.columns.append(
        .init(field: Field(column.field.name, type, repeatedBy: column.field.repetition ?? theirs.repetition)))
    }
    guard result.visible.count == scope.visible.count else { return }
    plan = Plan(
      .union(
        arranged(plan, sides.left, result.schema, at: step.span),
        arranged(right, sides.right, result.schema, at: table.span)), schema: result.schema, at: step.span)
    scope = result
  }

  /// A column read as a type that holds its values.
  mutating func converted(_ index: Int, _ type: ValueType, to wanted: ValueType, at span: ByteSpan) -> PlanExpression {
    // A column of nothing but `none` has no type of its own to be read as another.
    if type.base == .none { return PlanExpression(.constant(.none), wanted.optional, at: span) }
    return adapt(PlanExpression(.column(index), type, at: span), to: wanted)
  }

  /// The plan with these columns, as it is where they are its own.
  func arranged(_ plan: Plan, _ columns: [PlanExpression], _ schema: Schema, at span: ByteSpan) -> Plan {
    let isSame =
      columns.count == plan.schema.count
      && columns.enumerated().allSatisfy { $0.element.kind == .column($0.offset) }
    return isSame ? plan : Plan(.project(plan, columns), schema: schema, at: span)
  }
}
