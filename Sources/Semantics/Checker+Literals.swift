import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func check(_ literal: Literal, at span: ByteSpan) -> PlanExpression {
    func constant(_ constant: Constant, _ type: ValueType) -> PlanExpression {
      PlanExpression(.constant(constant), type, at: span)
    }
    switch literal {
    case .none: return constant(.none, ValueType(.none, optional: true))
    case .bool(let value): return constant(.bool(value), .bool)
    case .string(let text): return constant(.text(text), .text)
    case .date(let text):
      guard let moment = Moment(literal: text) else { return fail(.badDate(text, at: span)) }
      return constant(.moment(moment), moment.grain <= .day ? .date : .period)
    case .number(let digits, let scale):
      guard let number = ExactNumber(digits: digits, exponent: scale?.exponent ?? 0) else {
        return fail(.numberTooLarge(at: span))
      }
      let isInteger = !digits.contains(".") || (scale != nil && number.isWhole)
      if isInteger {
        guard let value = Int64(exactly: number.numerator) else { return fail(.numberTooLarge(at: span)) }
        return constant(.int(value), .int)
      }
      return constant(.float(number.double), .float)
    case .quantity(let digits, let scale, let unit):
      guard let number = ExactNumber(digits: digits, exponent: scale?.exponent ?? 0) else {
        return fail(.numberTooLarge(at: span))
      }
      let name = Unit.canonical(unit.text)
      let measure = Measure(number, unit: name)
      if Unit.isTime(name) { return constant(.measure(measure, .duration), ValueType(.duration)) }
      return constant(.measure(measure, .quantity), ValueType(.quantity(name)))
    case .money(let digits, let scale, let currency):
      guard let number = ExactNumber(digits: digits, exponent: scale?.exponent ?? 0) else {
        return fail(.numberTooLarge(at: span))
      }
      guard let code = Currency.code(for: currency) else { return fail(.unknownCurrency(currency, at: span)) }
      return constant(.measure(Measure(number, unit: code), .money), ValueType(.money(code)))
    }
  }
}
