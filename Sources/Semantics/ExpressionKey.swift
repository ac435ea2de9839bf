import IbidPlan

/// What an expression is, whatever its place in the text: two expressions of one key have one value in every row.
enum ExpressionKey {
  /// `#3`, `#3.published`, `#3/currency`; nil for anything but a column or a path.
  static func path(_ expression: PlanExpression) -> String? {
    switch expression.kind {
    case .column(let index): "#\(index)"
    case .follow(let inner, let table, let column): path(inner).map { "\($0).\(table):\(column)" }
    case .part(let inner, let part): path(inner).map { "\($0)/\(part.rawValue)" }
    case .widen(let inner): path(inner)
    default: nil
    }
  }

  /// Of any expression: its structure without places.
  static func key(_ expression: PlanExpression) -> String {
    if let path = path(expression) { return path }
    if case .widen(let inner) = expression.kind { return key(inner) }
    return label(expression) + "(" + expression.operands.map(key).joined(separator: ", ") + ")"
  }

  /// What it is apart from its operands. Values of other tables are told apart by where they are written, as two of
  /// them may differ in ways that are not looked into; views by their ids.
  private static func label(_ expression: PlanExpression) -> String {
    switch expression.kind {
    case .column, .widen: ""
    case .constant(let constant): "\(constant)"
    case .parameter(let name): "$" + name
    case .follow(_, let table, let column): ".\(table):\(column)"
    case .part(_, let part): "/" + part.rawValue
    case .negate: "-"
    case .arithmetic(let operation, _, _): operation.rawValue
    case .compare(let comparison, _, _): comparison.rawValue
    case .isIn: "in"
    case .not: "not"
    case .and: "and"
    case .or: "or"
    case .test(_, let test): "is " + test.rawValue
    case .coalesce: "??"
    case .conditional: "if"
    case .call(let function, _): function.rawValue
    case .matches(_, let pattern, let ignoresCase): "matches /\(pattern)/\(ignoresCase)"
    case .list: "list"
    case .range: ".."
    case .listAggregate(let function, _, _): "list." + function.rawValue
    case .scalar(let plan):
      if case .view(_, let id, _, _) = plan.node { "view \(id)" } else { "scalar \(expression.span)" }
    case .related(let related): "related \(related.name) \(expression.span)"
    case .window(let window): "window \(window.name) \(expression.span)"
    }
  }
}
