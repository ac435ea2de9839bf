import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// What stands before the dot of a call: rows that refer to this row, a whole table, or a value.

extension Checker {
  enum TableReceiver {
    case related(Catalog.TableDefinition, column: Int, reference: PlanExpression)
    case plan(Plan)
    /// No table: an ordinary value.
    case value
    /// Reported.
    case failed
  }

  /// What stands before the dot of `quotes.count()`: rows that refer to this row, a whole table, or a value.
  mutating func tableReceiver(_ receiver: Expression, in scope: Scope) -> TableReceiver {
    switch receiver.kind {
    case .name(let name):
      if scope.index(of: name.text) != nil { return .value }
      if let row = scope.rowReference, let table = catalog.table(named: name.text) {
        let reference = PlanExpression(.column(row.index), scope.columns[row.index].field.type, at: name.span)
        let columns = catalog.references(from: table, to: row.table)
        if !columns.isEmpty {
          return relatedReceiver(table, columns, via: nil, reference, target: row.table, at: name.span)
        }
      }
      if let lost = lostRow(of: name, in: scope) {
        report(lost)
        return .failed
      }
      if let plan = tablePlan(receiver, in: scope, isSilent: true) { return .plan(plan) }
      return .value
    case .member(let inner, let name):
      var silent = self
      let errors = silent.mistakes
      let reference = silent.check(inner, in: scope)
      guard silent.mistakes == errors, case .reference(let target) = reference.type.base,
        catalog.table(named: target)?.schema.index(of: name.text) == nil, let table = catalog.table(named: name.text)
      else { return .value }
      let columns = catalog.references(from: table, to: target)
      return columns.isEmpty
        ? .value : relatedReceiver(table, columns, via: nil, reference, target: target, at: name.span)
    case .index(let inner, let key):
      guard case .name(let tableName) = inner.kind, case .name(let column) = key.kind, let row = scope.rowReference,
        let table = catalog.table(named: tableName.text)
      else {
        report(.indexOutsidePath(at: receiver.span))
        return .failed
      }
      let reference = PlanExpression(.column(row.index), scope.columns[row.index].field.type, at: tableName.span)
      return relatedReceiver(
        table, catalog.references(from: table, to: row.table), via: column, reference, target: row.table,
        at: receiver.span)
    case .pipeline, .withCopies:
      let errors = mistakes
      if let plan = tablePlan(receiver, in: scope, isSilent: true) {
        return mistakes > errors ? .failed : .plan(plan)
      }
      return mistakes > errors ? .failed : .value
    default: return .value
    }
  }

  /// The mistake of a path back from a row that is no longer there, or stands on the right of a join: `quotes.count()`
  /// behind `documents | count by kind` would silently be of the whole table.
  private func lostRow(of name: Name, in scope: Scope) -> Diagnostic? {
    guard let table = catalog.table(named: name.text), let plan = scope.rows else { return nil }
    let isJoined = scope.rowReference != nil
    let columns = scope.visible.map { scope.columns[$0].field }
    func isTarget(_ name: String) -> Bool { !catalog.references(from: table, to: name).isEmpty }
    for column in columns {
      guard case .reference(let target) = column.type.base, isTarget(target) else { continue }
      if !isJoined || plan.tables.contains(target) {
        return .lostRow(name, of: target, isJoined: isJoined, path: column.name)
      }
    }
    return plan.tables.first(where: isTarget).map { .lostRow(name, of: $0, isJoined: isJoined, path: nil) }
  }

  private mutating func relatedReceiver(
    _ table: Catalog.TableDefinition, _ columns: [Int], via column: Name?, _ reference: PlanExpression, target: String,
    at span: ByteSpan
  ) -> TableReceiver {
    if let column {
      guard let index = table.schema.index(of: column.text), columns.contains(index) else {
        report(
          .notAReference(column, table: table, target: target, available: columns.map { table.schema.fields[$0].name }))
        return .failed
      }
      return .related(table, column: index, reference: reference)
    }
    guard columns.count == 1 else {
      report(.ambiguousReference(table, columns.map { table.schema.fields[$0].name }, at: span))
      return .failed
    }
    return .related(table, column: columns[0], reference: reference)
  }

  /// `quotes.count()` and `quotes.empty()`: one value of the rows of another table that refer to this one.
  mutating func related(
    _ call: Call, table: Catalog.TableDefinition, column: Int, reference: PlanExpression, at span: ByteSpan
  ) -> PlanExpression {
    let isEmptyTest = call.name.text == "empty"
    let name = isEmptyTest ? "count" : call.name.text
    guard let entry = FunctionCatalog.entries(named: name).first(where: \.isAggregate) else {
      return fail(.needsAggregate(call.name, of: table.name))
    }
    let scope = Scope(schema: scan(table, copies: false, at: span).schema)
    guard let aggregate = aggregate(call, entry, in: scope, heldConstant: [], at: span) else {
      return Self.invalid(at: span)
    }
    let type = aggregate.type.optional(if: aggregate.type.isOptional || reference.type.isOptional)
    let value = PlanExpression(
      .related(RelatedAggregate(table: table.name, column: column, reference: reference, aggregate: aggregate)), type,
      at: span)
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
