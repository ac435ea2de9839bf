import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// What stands before the dot of a call: rows that refer to this row, a whole table, or a value.

extension Checker {
  /// A table or a `let` whose rows may refer to other rows.
  struct ReferringTable {
    let name: String
    let plan: Plan

    /// The columns that refer to rows of `target`, hidden ones (`@copy_of`) aside.
    func references(to target: String) -> [Int] {
      plan.schema.fields.indices.filter {
        let field = plan.schema.fields[$0]
        return field.type.base == .reference(target) && !field.name.hasPrefix("@")
      }
    }
  }

  enum TableReceiver {
    case related(ReferringTable, column: Int, reference: PlanExpression)
    case plan(Plan)
    /// No table: an ordinary value.
    case value
    /// Reported.
    case failed
  }

  /// What stands before the dot of `quotes.count()`: rows that refer to this row, a whole table, or a value.
  mutating func tableReceiver(_ receiver: Expression, of call: Call, at span: ByteSpan, in scope: Scope)
    -> TableReceiver
  {
    switch receiver.kind {
    case .name(let name):
      if scope.index(of: name.text) != nil { return .value }
      return tableReceiver(name, of: call, at: span, in: scope)
    case .member(let inner, let name):
      var silent = self
      let errors = silent.mistakes
      let reference = silent.check(inner, in: scope)
      guard silent.mistakes == errors, case .reference(let target) = reference.type.base,
        catalog.table(named: target)?.schema.index(of: name.text) == nil, let table = referringTable(name)
      else { return .value }
      let columns = table.references(to: target)
      return columns.isEmpty
        ? .value : relatedReceiver(table, columns, via: nil, reference, target: target, at: name.span)
    case .index(let inner, let key):
      if let found = tableReceiver(inner, via: key, at: receiver.span, in: scope) { return found }
      guard case .name(let tableName) = inner.kind, let column = columnName(key), let row = scope.rowReference,
        let table = referringTable(tableName)
      else {
        report(.indexOutsidePath(at: receiver.span))
        return .failed
      }
      let reference = PlanExpression(.column(row.index), scope.columns[row.index].field.type, at: tableName.span)
      return relatedReceiver(
        table, table.references(to: row.table), via: column, reference, target: row.table, at: receiver.span)
    case .pipeline, .withCopies:
      let errors = mistakes
      if let plan = tablePlan(receiver, in: scope, isSilent: true) {
        return mistakes > errors ? .failed : .plan(plan)
      }
      return mistakes > errors ? .failed : .value
    default: return .value
    }
  }

  /// `speaker.roles[person]`: the rows that refer to the one at the end of a path, by one of several references; nil for
  /// what is no such path.
  private mutating func tableReceiver(_ inner: Expression, via key: Expression, at span: ByteSpan, in scope: Scope)
    -> TableReceiver?
  {
    guard case .member(let path, let name) = inner.kind, let column = columnName(key) else { return nil }
    var silent = self
    let errors = silent.mistakes
    let reference = silent.check(path, in: scope)
    guard silent.mistakes == errors, case .reference(let target) = reference.type.base,
      catalog.table(named: target)?.schema.index(of: name.text) == nil, let table = referringTable(name)
    else { return nil }
    return relatedReceiver(
      table, table.references(to: target), via: column, reference, target: target, at: span)
  }

  /// A bare name: in a row, the rows that refer to it. The whole table is meant outside of rows, and in rows of its own:
  /// `documents | where words > documents.avg(words)`.
  private mutating func tableReceiver(_ name: Name, of call: Call, at span: ByteSpan, in scope: Scope)
    -> TableReceiver
  {
    guard let table = referringTable(name) else {
      return tablePlan(Expression(.name(name), at: name.span), in: scope, isSilent: true).map { .plan($0) } ?? .value
    }
    if let row = scope.rowReference {
      let columns = table.references(to: row.table)
      if !columns.isEmpty {
        let reference = PlanExpression(.column(row.index), scope.columns[row.index].field.type, at: name.span)
        return relatedReceiver(table, columns, via: nil, reference, target: row.table, at: name.span)
      }
    }
    if let lost = lostRow(of: table, name, in: scope) {
      report(lost)
      return .failed
    }
    noteUse(of: table.plan)
    guard let rows = scope.rows, !rows.isBroken, !table.plan.isBroken, !rows.isMade(of: name.text) else {
      return .plan(table.plan)
    }
    let paths = scope.visible.map { scope.columns[$0].field }.filter {
      guard case .reference(let target) = $0.type.base else { return false }
      return !table.references(to: target).isEmpty
    }
    let written = source.string(ByteSpan(call.name.span.lower, span.upper))
    report(
      .noPathBack(
        name, to: scope.rowReference.map(\.table), paths: paths.map(\.name),
        whole: (call.name.text, written), at: span))
    return .failed
  }

  /// The table or `let` of a name; nil for a value and for names of nothing.
  private mutating func referringTable(_ name: Name) -> ReferringTable? {
    if let binding = catalog.bindings[name.text] {
      if let outdated = binding.outdated { report(.outdated(name, outdated)) }
      return binding.isScalar ? nil : ReferringTable(name: name.text, plan: binding.used(as: name.text, at: name.span))
    }
    return catalog.table(named: name.text).map {
      ReferringTable(name: name.text, plan: scan($0, copies: false, at: name.span))
    }
  }

  /// The column that square brackets name, which may be one of a join's right side: `r.document`.
  private func columnName(_ key: Expression) -> Name? {
    switch key.kind {
    case .name(let name): return name
    case .member(let inner, let name):
      guard case .name(let side) = inner.kind else { return nil }
      return Name("\(side.text).\(name.text)", at: key.span)
    default: return nil
    }
  }

  /// The mistake of a path back from a row that is no longer there, or stands on the right of a join: `quotes.count()`
  /// behind `documents | count by kind` would silently be of the whole table.
  private func lostRow(of table: ReferringTable, _ name: Name, in scope: Scope) -> Diagnostic? {
    guard let plan = scope.rows, !table.plan.isBroken else { return nil }
    let (isJoined, tables) = (scope.rowReference != nil, plan.namedTables)
    let columns = scope.visible.map { scope.columns[$0].field }
    func isTarget(_ name: String) -> Bool { !table.references(to: name).isEmpty }
    for column in columns {
      guard case .reference(let target) = column.type.base, isTarget(target) else { continue }
      if !isJoined || tables.contains(target) {
        return .lostRow(name, of: target, isJoined: isJoined, path: column.name)
      }
    }
    return tables.first(where: isTarget).map { .lostRow(name, of: $0, isJoined: isJoined, path: nil) }
  }

  private mutating func relatedReceiver(
    _ table: ReferringTable, _ columns: [Int], via column: Name?, _ reference: PlanExpression, target: String,
    at span: ByteSpan
  ) -> TableReceiver {
    if let column {
      guard let index = table.plan.schema.index(of: column.text), columns.contains(index) else {
        let available = columns.map { table.plan.schema.fields[$0].name }
        report(.notAReference(column, table: table.name, target: target, available: available))
        return .failed
      }
      return .related(table, column: index, reference: reference)
    }
    guard columns.count == 1 else {
      report(.ambiguousReference(table.name, columns.map { table.plan.schema.fields[$0].name }, at: span))
      return .failed
    }
    return .related(table, column: columns[0], reference: reference)
  }

  /// `quotes.count()` and `quotes.empty()`: one value of the rows of another table that refer to this one.
  mutating func related(
    _ call: Call, table: ReferringTable, column: Int, reference: PlanExpression, at span: ByteSpan
  ) -> PlanExpression {
    let isEmptyTest = call.name.text == "empty"
    let name = isEmptyTest ? "count" : call.name.text
    guard let entry = FunctionCatalog.entries(named: name).first(where: \.isAggregate) else {
      return fail(.needsAggregate(call.name, of: table.name))
    }
    let scope = Scope(schema: table.plan.schema)
    guard
      let aggregate = inside(scope, { $0.aggregate(call, entry, in: scope, heldConstant: [], at: span) }),
      !table.plan.isBroken
    else { return Self.invalid(at: span) }
    let type = aggregate.type.optional(if: aggregate.type.isOptional || reference.type.isOptional)
    let value = PlanExpression(
      .related(
        RelatedAggregate(
          of: table.name, rows: table.plan, column: column, reference: reference, aggregate: aggregate)), type, at: span
    )
    return isEmptyTest ? Self.isZero(value) : value
  }

  /// Whether a number of rows is 0.
  private static func isZero(_ count: PlanExpression) -> PlanExpression {
    let zero = PlanExpression(.constant(.int(0)), .int, at: count.span)
    return PlanExpression(
      .compare(.equal, count, zero), ValueType(.bool, optional: count.type.isOptional), at: count.span)
  }

  /// `(pipeline).sum(amount)` and `(pipeline).empty()`: one value of a whole table.
  mutating func aggregated(_ call: Call, over plan: Plan, at span: ByteSpan) -> PlanExpression {
    guard hasKnownColumns(plan, for: "`\(call.name.text)`", at: call.name.span) else { return Self.invalid(at: span) }
    let scope = Scope(schema: plan.schema)
    if plan.isBroken { consequences += 1 }
    let isEmptyTest = call.name.text == "empty"
    let name = isEmptyTest ? "count" : call.name.text
    guard let entry = FunctionCatalog.entries(named: name).first(where: \.isAggregate) else {
      return fail(.needsAggregate(call.name, of: nil))
    }
    guard
      let aggregate = inside(scope, { $0.aggregate(call, entry, in: scope, heldConstant: [], at: span) }),
      !plan.isBroken
    else { return Self.invalid(at: span) }
    let schema = Schema([Field(entry.name, aggregate.type)])
    let value = PlanExpression(
      .scalar(Plan(.aggregate(plan, keys: [], [aggregate]), schema: schema, at: span)), aggregate.type, at: span)
    return isEmptyTest ? Self.isZero(value) : value
  }
}
