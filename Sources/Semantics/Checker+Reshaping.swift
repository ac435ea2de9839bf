import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// Steps that make rows of parts of rows, or add rows: `unnest`, `unpivot`, `fill`, `describe`.
extension Checker {
  /// `unnest aliases` puts each element in the list's place; a list at the end of a path becomes a column first.
  mutating func unnest(_ path: [Name], at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    guard let name = path.last, let expression = Self.expression(path) else { return }
    let span = expression.span
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
    let list = scope.columns[index].field
    scope.columns[index].field = Field(list.name, element, repeatedBy: list.repetition)
    scope.narrowed = scope.narrowed.filter { !$0.key.hasPrefix("#\(index).") && $0.key != "#\(index)" }
    plan = Plan(.unnest(plan, column: index), schema: scope.schema, at: step.span)
  }

  /// The names of a path as an expression; nil if there are none.
  static func expression(_ path: [Name]) -> Expression? {
    guard let first = path.first else { return nil }
    return path.dropFirst().reduce(Expression(.name(first), at: first.span)) { inner, member in
      Expression(.member(inner, member), at: first.span.joined(with: member.span))
    }
  }

  /// `unpivot planned, done into status, amount`: the columns become rows of one type.
  mutating func unpivot(
    _ columns: [Name], into name: Name, _ value: Name, at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    var indices: [Int] = []
    for column in columns {
      if let index = scope.index(of: column.text) {
        if indices.contains(index) {
          report(.repeatedName(column.text, at: column.span))
        } else {
          indices.append(index)
        }
      } else {
        report(.unknownColumn(column, scope: scope, catalog: catalog))
      }
    }
    guard indices.count == columns.count, let first = indices.first else { return }
    let rest = scope.columns.indices.filter { !indices.contains($0) }
    let taken = Set(rest.map { scope.columns[$0].field.name })
    for new in [name, value] where taken.contains(new.text) { report(.repeatedName(new.text, at: new.span)) }
    guard reportRepeats([(name.text, name.span), (value.text, value.span)]), !taken.contains(name.text),
      !taken.contains(value.text)
    else { return }
    var type = scope.columns[first].field.type
    for (column, index) in zip(columns, indices) {
      guard let wider = commonReadingNumbers(type, scope.columns[index].field.type) else {
        report(.unpivotTypesDiffer(columns[0], type, column, scope.columns[index].field.type))
        return
      }
      type = wider
    }
    let values = scope.columns.indices.map { index in
      converted(
        index, scope.columns[index].field.type, to: indices.contains(index) ? type : scope.columns[index].field.type,
        at: step.span)
    }
    let input = arranged(
      plan, values, Schema(zip(scope.columns, values).map { Field($0.field.name, $1.type) }), at: step.span)
    var result = Scope(columns: [])
    for index in rest {
      result.columns.append(scope.columns[index])
      result.repeat(result.columns.count - 1, by: .step("unpivot"))
    }
    let words = WordSet(name.text, indices.map { scope.columns[$0].field.name })
    result.columns.append(.init(field: Field(name.text, ValueType(.word(words)))))
    result.columns.append(.init(field: Field(value.text, type)))
    plan = Plan(.unpivot(input, columns: indices), schema: result.schema, at: step.span)
    scope = result
  }

  /// `fill day = @2024-01..@2024-03 by country`: a row for each bucket, whose other columns may be missing.
  mutating func fill(
    _ column: Name, _ range: Expression, by: [Expression], at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    guard let index = scope.index(of: column.text) else {
      report(.unknownColumn(column, scope: scope, catalog: catalog))
      return
    }
    let type = scope.columns[index].field.type
    var buckets = check(range, in: .empty)
    var groups: [Int] = []
    for expression in by {
      let key = check(expression, in: scope)
      if case .column(let group) = key.kind, group != index {
        groups.append(group)
      } else if key.type.base != .invalid {
        report(.fillBy(key, words(key), isFilled: key.kind == .column(index)))
      }
    }
    let isRange: Bool
    switch type.base {
    case .int:
      isRange = buckets.type.base == .quantity("")
    case .date, .period:
      buckets = adapt(buckets, to: .period)
      isRange = buckets.type.base == .period || buckets.type.base == .date
    case .invalid: return
    default:
      let fillable = scope.visible.map { scope.columns[$0].field }.filter { $0.type.base.hasBuckets }
      report(.cannotFill(column, type, others: fillable.map(\.name)))
      return
    }
    if buckets.type.base == .invalid { return }
    guard isRange else {
      report(.fillRange(buckets, column, type))
      return
    }
    guard groups.count == by.count else { return }
    for other in scope.columns.indices where other != index && !groups.contains(other) {
      scope.columns[other].field.type.isOptional = true
    }
    for group in groups { scope.columns[group].field.isUnique = false }
    if !groups.isEmpty { scope.columns[index].field.isUnique = false }
    for column in scope.columns.indices { scope.columns[column].field.keyPart = nil }
    // A new row leads nowhere, whatever was known of the paths of the others.
    scope.narrowed = [:]
    plan = Plan(.fill(plan, column: index, range: buckets, by: groups), schema: scope.schema, at: step.span)
  }

  mutating func describe(at step: Step, _ plan: inout Plan, _ scope: inout Scope) {
    let schema = Schema([
      Field("column", .text, unique: true), Field("type", .text), Field("rows", .int), Field("missing", .int),
      Field("distinct", .int), Field("least", .text.optional), Field("greatest", .text.optional),
      Field("spread", .text.optional), Field("examples", ValueType(.list(.text))),
    ])
    plan = Plan(.describe(plan, columns: scope.visible), schema: schema, at: step.span)
    scope = Scope(schema: schema)
  }
}

extension DataType {
  /// Whether its values can be counted through.
  fileprivate var hasBuckets: Bool {
    switch self {
    case .int, .date, .period: true
    default: false
    }
  }
}
