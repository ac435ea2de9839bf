import IbidColumns
import IbidPlan
import IbidTypes

// Sums, differences and products of numbers that lean on each other, such as `v1 * 2 + v2`, in one loop.

extension Evaluator {
  /// A formula of whole numbers or floats by blocks.
  ///
  /// Nil where it is none, where a number overflows or is not finite, and where the run was stopped: operator after operator
  /// then tells what is missing, or why and where it fails.
  mutating func formula(_ expression: PlanExpression) throws(EngineError) -> Column? {
    guard Self.isWorthBlocks(expression) else { return nil }
    switch expression.type.base {
    case .int:
      guard let formula = try formula(expression, of: .int, Formula<Int64>.self),
        formula.hasColumns, let values = formula.values(rows: count)
      else { return nil }
      return .int(FixedColumn(values, validity: formula.validity))
    case .float:
      guard let formula = try formula(expression, of: .float, Formula<Double>.self),
        formula.hasColumns, let values = formula.values(rows: count)
      else { return nil }
      return .float(FixedColumn(values, validity: formula.validity))
    default: return nil
    }
  }

  /// One operator on two columns takes as long by itself.
  private static func isWorthBlocks(_ expression: PlanExpression) -> Bool {
    guard case .arithmetic(let operation, let a, let b) = expression.kind, operation != .divide else { return false }
    return [a, b].contains { side in
      switch side.kind {
      case .constant, .widen: true
      case .arithmetic(let inner, _, _): inner != .divide && side.type.base == expression.type.base
      default: false
      }
    }
  }

  private mutating func formula<Number: FormulaNumber>(
    _ expression: PlanExpression, of type: DataType, _: Formula<Number>.Type
  ) throws(EngineError) -> Formula<Number>? {
    var formula = Formula<Number>()
    return try add(expression, of: type, to: &formula) ? formula : nil
  }

  /// As deep as the expression, which the checker bounds. False where something is no number of the type.
  private mutating func add<Number: FormulaNumber>(
    _ expression: PlanExpression, of type: DataType, to formula: inout Formula<Number>
  ) throws(EngineError) -> Bool {
    if case .arithmetic(let operation, let a, let b) = expression.kind, operation != .divide,
      expression.type.base == type, a.type.base == type, b.type.base == type
    {
      guard try add(a, of: type, to: &formula), try add(b, of: type, to: &formula) else { return false }
      formula.apply(operation)
      return true
    }
    var (inner, isWidened) = (expression, false)
    if case .widen(let whole) = expression.kind, type == .float, whole.type.base == .int {
      (inner, isWidened) = (whole, true)
    }
    let operand = try evaluate(inner)
    return formula.load(operand, isWidened: isWidened)
  }
}
