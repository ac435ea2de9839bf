import IbidPlan
import IbidSource
import IbidSyntax
package import IbidTypes

extension Checker {
  /// The type that a type name means.
  mutating func resolve(_ name: TypeName) -> ValueType {
    let base: DataType
    switch name.name.text {
    case "bool": base = .bool
    case "int": base = .int
    case "float": base = .float
    case "text": base = .text
    case "date": base = .date
    case "period": base = .period
    case "duration": base = .duration
    case "money":
      switch name.argument {
      case nil: base = .money(nil)
      case .word(let word):
        if Currency.codes.contains(word.text) {
          base = .money(word.text)
        } else {
          report(.unknownCurrency(word.text, at: word.span))
          base = .invalid
        }
      case .type(let type):
        report(.unknownCurrency(type.name.text, at: type.span))
        base = .invalid
      }
    case "quantity":
      switch name.argument {
      case nil: base = .quantity(nil)
      case .word(let word): base = .quantity(Unit.canonical(word.text))
      case .type(let type): base = .quantity(Unit.canonical(type.name.text))
      }
    case "list":
      switch name.argument {
      case .type(let element): base = .list(resolve(element))
      default:
        report(.unknownType(name))
        base = .invalid
      }
    case "ref":
      switch name.argument {
      case .word(let table) where catalog.table(named: table.text) != nil: base = .reference(table.text)
      default:
        report(.unknownType(name))
        base = .invalid
      }
    default:
      report(.unknownType(name))
      base = .invalid
    }
    return ValueType(base, optional: name.isOptional)
  }

  /// Whether a value of `type` may stand where `wanted` is asked for.
  func fits(_ type: ValueType, _ wanted: ValueType) -> Bool {
    if type.base == .invalid || wanted.base == .invalid { return true }
    if type.isOptional && !wanted.isOptional { return false }
    if type.base == .none { return wanted.isOptional }
    return fits(type.base, wanted.base)
  }

  func fits(_ type: DataType, _ wanted: DataType) -> Bool {
    switch (type, wanted) {
    case (.invalid, _), (_, .invalid): true
    case (.int, .float), (.word, .text): true
    case (.money, .money(nil)), (.quantity, .quantity(nil)): true
    case (.list(let a), .list(let b)): fits(a.base, b.base)
    default: type == wanted
    }
  }

  /// The same where a number beside a quantity without a unit becomes one, as `adapt` reads it.
  func commonReadingNumbers(_ a: ValueType, _ b: ValueType) -> ValueType? {
    if a.base.isNumber && b.base.isPlainQuantity || a.base.isPlainQuantity && b.base.isNumber {
      return ValueType(.quantity(""), optional: a.isOptional || b.isOptional)
    }
    return common(a, b)
  }

  /// The type that holds values of both; nil if there is none.
  func common(_ a: ValueType, _ b: ValueType) -> ValueType? {
    let optional = a.isOptional || b.isOptional
    if a.base == .none { return b.optional }
    if b.base == .none { return a.optional }
    if a.base == .invalid || b.base == .invalid { return .invalid }
    switch (a.base, b.base) {
    case (let x, let y) where x == y: return ValueType(x, optional: optional)
    case (.int, .float), (.float, .int): return ValueType(.float, optional: optional)
    case (.word, .text), (.text, .word), (.word, .word): return ValueType(.text, optional: optional)
    case (.money, .money): return ValueType(.money(nil), optional: optional)
    case (.quantity, .quantity): return ValueType(.quantity(nil), optional: optional)
    case (.list(let x), .list(let y)): return common(x, y).map { ValueType(.list($0), optional: optional) }
    default: return nil
    }
  }

  /// Makes the value one of `type` where that is a matter of reading it: a literal parsed, an int as a float, a number as a
  /// quantity without a unit.
  mutating func adapt(_ expression: PlanExpression, to type: ValueType) -> PlanExpression {
    if expression.type.base == type.base || expression.type.base == .invalid { return expression }
    if expression.type.base == .none { return PlanExpression(expression.kind, type.optional, at: expression.span) }
    if case .constant(.text(let text)) = expression.kind, let constant = Self.read(text, as: type.base) {
      return PlanExpression(.constant(constant), Self.type(of: constant, near: type.base), at: expression.span)
    }
    switch (expression.type.base, type.base) {
    case (.int, .float):
      if case .constant(.int(let value)) = expression.kind {
        return PlanExpression(.constant(.float(Double(value))), .float, at: expression.span)
      }
      return PlanExpression(
        .widen(expression), ValueType(.float, optional: expression.type.isOptional), at: expression.span)
    case (.word, .text):
      return PlanExpression(
        .widen(expression), ValueType(.text, optional: expression.type.isOptional), at: expression.span)
    case (let number, let quantity) where number.isNumber && quantity.isPlainQuantity:
      if let number = Self.number(expression) {
        return PlanExpression(
          .constant(.measure(Measure(number, unit: ""), .quantity)), ValueType(.quantity("")), at: expression.span)
      }
      let unit = PlanExpression(.constant(.text("")), .text, at: expression.span)
      return PlanExpression(
        .call(.asUnit, [expression, unit]), ValueType(.quantity(""), optional: expression.type.isOptional),
        at: expression.span)
    default: return expression
    }
  }

  /// A text literal read as a value of another type: `"2024-03-05"` as a date, `"£5m"` as money.
  static func read(_ text: String, as type: DataType) -> Constant? {
    switch type {
    case .date, .period: return Moment(literal: text).map { .moment($0) }
    default: return nil
    }
  }

  static func type(of constant: Constant, near wanted: DataType) -> ValueType {
    switch constant {
    case .none: ValueType(.none, optional: true)
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .text: .text
    case .measure(let value, .money): ValueType(.money(value.unit))
    case .measure(let value, .quantity): ValueType(.quantity(value.unit))
    case .measure(_, .duration): ValueType(.duration)
    case .moment(let moment): ValueType(moment.grain <= .day ? .date : .period)
    }
  }

  /// The exact value of a number literal, also behind a minus.
  static func number(_ expression: PlanExpression) -> ExactNumber? {
    switch expression.kind {
    case .constant(.int(let value)): ExactNumber(Int(value))
    case .constant(.float(let value)): ExactNumber(shortestDecimalOf: value)
    case .negate(let inner): number(inner)?.negated
    default: nil
    }
  }
}

extension Checker {
  /// Whether a value of a type may be bound to a parameter of another.
  package func accepts(_ type: ValueType, as wanted: ValueType) -> Bool { fits(type, wanted) }
}

extension DataType {
  /// An int or a float.
  var isNumber: Bool { self == .int || self == .float }
  /// A quantity without a unit, as a quotient or a range of numbers is.
  var isPlainQuantity: Bool { self == .quantity("") }
}
