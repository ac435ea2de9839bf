import IbidPatterns
import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// What a condition tells of the rows that it keeps.
extension Checker {
  /// What is known in rows where `condition` is certainly true.
  ///
  /// From the `and` terms: `x is known`, any comparison of `x`, `x.currency == "…"`, `x.unit == "…"`, a comparison with
  /// money of known currency or a quantity of a unit that is a kind of its own (miles compare with km, people only with
  /// people). Only columns and paths are narrowed.
  func narrowing(_ scope: Scope, by condition: PlanExpression) -> Scope {
    var scope = scope
    narrow(&scope, by: condition)
    return scope
  }

  private func narrow(_ scope: inout Scope, by condition: PlanExpression) {
    switch condition.kind {
    case .and(let a, let b):
      narrow(&scope, by: a)
      narrow(&scope, by: b)
    case .test(let value, .known), .test(let value, .exact), .test(let value, .resolved): setKnown(value, &scope)
    case .compare(let op, let a, let b):
      for (value, other) in [(a, b), (b, a)] {
        setKnown(value, &scope)
        if case .part(let whole, let part) = value.kind, op == .equal, case .constant(.text(let word)) = other.kind {
          if part == .currency { set(whole, to: .money(word), &scope) }
          if part == .unit { set(whole, to: .quantity(word), &scope) }
        }
        switch (value.type.base, other.type.base) {
        case (.money(nil), .money(let currency?)): set(value, to: .money(currency), &scope)
        case (.quantity(nil), .quantity(let unit?)) where Unit.isOwnKind(unit):
          set(value, to: .quantity(unit), &scope)
        default: break
        }
      }
    case .isIn(let value, let container):
      setKnown(value, &scope)
      if case .money(nil) = value.type.base, case .money(let currency?) = container.type.base {
        set(value, to: .money(currency), &scope)
      }
      if case .quantity(nil) = value.type.base, case .quantity(let unit?) = container.type.base, Unit.isOwnKind(unit) {
        set(value, to: .quantity(unit), &scope)
      }
    case .call(.has, let arguments), .call(.contains, let arguments):
      if let first = arguments.first { setKnown(first, &scope) }
    case .matches(let value, _, _): setKnown(value, &scope)
    default: break
    }
  }

  private func setKnown(_ value: PlanExpression, _ scope: inout Scope) {
    switch value.kind {
    case .column, .follow: update(value, &scope) { $0.required }
    case .part(let whole, _): setKnown(whole, &scope)
    case .widen(let inner): setKnown(inner, &scope)
    // A number that was read as a quantity.
    case .call(.asUnit, let arguments): if let first = arguments.first { setKnown(first, &scope) }
    default: break
    }
  }

  private func set(_ value: PlanExpression, to base: DataType, _ scope: inout Scope) {
    update(value, &scope) { _ in ValueType(base) }
  }

  private func update(_ value: PlanExpression, _ scope: inout Scope, _ change: (ValueType) -> ValueType) {
    switch value.kind {
    case .column(let index): scope.columns[index].field.type = change(scope.columns[index].field.type)
    case .follow:
      if let key = ExpressionKey.path(value) { scope.narrowed[key] = change(scope.narrowed[key] ?? value.type) }
    default: break
    }
  }
}
