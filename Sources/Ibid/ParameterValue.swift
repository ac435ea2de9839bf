import IbidColumns
import IbidTypes

/// A value for a query's parameter.
public enum ParameterValue: Sendable, Hashable {
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// Text, or for a parameter of another type a literal as the language writes it: `2024-03-05`, `GBP 3 million`.
  case text(String)
  /// Whole units of a currency: `.money(10_000_000, "GBP")`.
  case money(Int, String)
  case quantity(Int, String)
  /// A day.
  case date(year: Int, month: Int, day: Int)
  case none

  var value: Value {
    switch self {
    case .bool(let value): .bool(value)
    case .int(let value): .int(Int64(value))
    case .float(let value): value.isFinite ? .float(value) : .none
    case .text(let value): .text(value)
    case .money(let number, let currency): .measure(Measure(ExactNumber(number), unit: currency), .money)
    case .quantity(let number, let unit): .measure(Measure(ExactNumber(number), unit: Unit.canonical(unit)), .quantity)
    case .date(let year, let month, let day): Moment(year: year, month: month, day: day).map { .moment($0) } ?? .none
    case .none: .none
    }
  }

  /// The type it has in a query; nil for text, which takes the parameter's.
  var type: ValueType? {
    switch self {
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .text: .text
    case .money(_, let currency): ValueType(.money(currency))
    case .quantity(_, let unit): ValueType(.quantity(Unit.canonical(unit)))
    case .date: .date
    case .none: nil
    }
  }
}
