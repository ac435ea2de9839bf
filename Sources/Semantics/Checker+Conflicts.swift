import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  /// `conflicts of value by keys [all]`: the columns twice, the second time behind `other`, and `certain`.
  mutating func conflicts(
    of path: [Name], by keyExpressions: [Expression], includesPossible: Bool, at step: Step, _ plan: inout Plan,
    _ scope: inout Scope
  ) {
    let errorsBefore = mistakes
    let value = path.first.map { check(expression(of: path, from: $0), in: scope) }
    if let value, !value.type.base.canConflict { report(.cannotConflict(value, words(value))) }
    let keys = keyExpressions.map { check($0, in: scope) }
    for key in keys where !key.type.base.canBeKey { report(.cannotBeKey(key)) }
    for name in ["other", "certain"] where scope.index(of: name) != nil {
      report(.columnInTheWay(name, of: "conflicts", at: step.keyword))
    }
    if scope.hasQualifier("other") { report(.otherInTheWay(at: step.keyword)) }
    let isWhole = value.map { $0.type.base != .invalid } ?? false && !keys.contains { $0.type.base == .invalid }
    let count = scope.columns.count
    scope.columns += scope.columns.map { column in
      var column = column
      column.field.name = "other." + column.field.name
      return column
    }
    for index in scope.columns.indices { scope.repeat(index, by: .step("conflicts"), isRightSide: index >= count) }
    scope.columns.append(.init(field: Field("certain", .bool)))
    for (key, type) in scope.narrowed { scope.narrowed[Scope.shifted(key, by: count)] = type }
    if let value, isWhole, mistakes == errorsBefore {
      plan = Plan(
        .conflicts(plan, of: value, keys: keys, includesPossible: includesPossible), schema: scope.schema, at: step.span
      )
    } else {
      plan = Plan(.unit, schema: scope.schema, at: step.span)
    }
  }

  private func expression(of path: [Name], from first: Name) -> Expression {
    path.dropFirst().reduce(Expression(.name(first), at: first.span)) { receiver, name in
      Expression(.member(receiver, name), at: first.span.joined(with: name.span))
    }
  }
}

extension Scope {
  /// The key of the same path from a column that stands `offset` places further: `#3.published` → `#12.published`.
  fileprivate static func shifted(_ key: String, by offset: Int) -> String {
    let digits = key.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let index = Int(digits) else { return key }
    return "#\(index + offset)" + key.dropFirst(1 + digits.count)
  }
}

extension DataType {
  /// Two values of the type can contradict each other.
  fileprivate var canConflict: Bool {
    switch self {
    case .bool, .int, .float, .text, .word, .date, .period, .duration, .money, .quantity, .invalid: true
    case .list, .reference, .source, .none: false
    }
  }

  /// As the key of a join.
  fileprivate var canBeKey: Bool {
    if case .reference = self { true } else { canConflict }
  }
}
