import IbidSource
import IbidTypes

/// Computes what does not depend on the data: `2 * 500`, `not false`, the `x` of `x and true`.
///
/// Only what is exact either way: whole numbers that do not overflow, truth, comparisons of numbers and texts.
enum FoldConstants: PlanRule {
  static func apply(to plan: Plan) -> Plan? {
    switch plan.node {
    case .filter(let input, let condition):
      folded(condition).map { plan.with(.filter(input, $0), schema: plan.schema) }
    case .project(let input, let values):
      folded(values).map { plan.with(.project(input, $0), schema: plan.schema) }
    default: nil
    }
  }

  private static func folded(_ values: [PlanExpression]) -> [PlanExpression]? {
    let changed = values.map(folded)
    return changed.contains { $0 != nil } ? zip(changed, values).map { $0 ?? $1 } : nil
  }

  /// nil where nothing changes. An expression is as deep as the parser lets it be.
  private static func folded(_ expression: PlanExpression) -> PlanExpression? {
    var hasChanged = false
    var result = expression.mappingOperands { operand in
      guard let folded = folded(operand) else { return operand }
      hasChanged = true
      return folded
    }
    if let kind = simplified(result) {
      result.kind = kind
      hasChanged = true
    }
    return hasChanged ? result : nil
  }

  private static func simplified(_ expression: PlanExpression) -> PlanExpression.Kind? {
    switch expression.kind {
    case .not(let a): a.bool.map { .constant(.bool(!$0)) }
    case .and(let a, let b): meet(a, b, neutral: true)
    case .or(let a, let b): meet(a, b, neutral: false)
    case .conditional(let test, let then, let otherwise):
      test.bool.flatMap { truth in
        let chosen = truth ? then : otherwise
        return chosen.type == expression.type ? chosen.kind : nil
      }
    case .arithmetic(let operation, let a, let b): expression.type.base == .int ? computed(operation, a, b) : nil
    case .compare(let comparison, let a, let b): compared(comparison, a, b)
    default: nil
    }
  }

  /// `x and true` is `x`; `x and false` is false, if `x` cannot fail.
  private static func meet(_ a: PlanExpression, _ b: PlanExpression, neutral: Bool) -> PlanExpression.Kind? {
    for (constant, other) in [(a.bool, b), (b.bool, a)] {
      if constant == neutral { return other.kind }
      if constant == !neutral, other.isTotal { return .constant(.bool(!neutral)) }
    }
    return nil
  }

  private static func computed(_ operation: Arithmetic, _ a: PlanExpression, _ b: PlanExpression)
    -> PlanExpression.Kind?
  {
    guard case .constant(.int(let x)) = a.kind, case .constant(.int(let y)) = b.kind else { return nil }
    let (value, overflow) =
      switch operation {
      case .add: x.addingReportingOverflow(y)
      case .subtract: x.subtractingReportingOverflow(y)
      case .multiply: x.multipliedReportingOverflow(by: y)
      case .divide: (Int64(0), true)
      }
    // What overflows is left for the run to report.
    return overflow ? nil : .constant(.int(value))
  }

  private static func compared(_ comparison: Comparison, _ a: PlanExpression, _ b: PlanExpression)
    -> PlanExpression.Kind?
  {
    guard case .constant(let x) = a.kind, case .constant(let y) = b.kind else { return nil }
    func holds<Value: Comparable>(_ x: Value, _ y: Value) -> PlanExpression.Kind {
      let truth =
        switch comparison {
        case .equal: x == y
        case .notEqual: x != y
        case .less: x < y
        case .lessOrEqual: x <= y
        case .greater: x > y
        case .greaterOrEqual: x >= y
        }
      return .constant(.bool(truth))
    }
    return switch (x, y) {
    case (.int(let x), .int(let y)): holds(x, y)
    case (.float(let x), .float(let y)): holds(x, y)
    default: nil
    }
  }
}

/// A `where` that keeps every row is none.
enum DropTrueFilters: PlanRule {
  static func apply(to plan: Plan) -> Plan? {
    if case .filter(let input, let condition) = plan.node, condition.bool == true { input } else { nil }
  }
}

extension PlanExpression {
  fileprivate var bool: Bool? { if case .constant(.bool(let value)) = kind { value } else { nil } }
}
