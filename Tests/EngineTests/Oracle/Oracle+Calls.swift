import Foundation
import IbidColumns
import IbidPlan
import IbidTypes

/// Functions of one row's values.
extension Oracle {
  /// `types` are the arguments', `type` the result's.
  static func call(_ function: ScalarFunction, _ values: [Value], _ types: [DataType], _ type: DataType) throws -> Value
  {
    if function == .same { return .bool(areSame(values[0], values[1])) }
    if values.contains(.none) { return .none }
    switch (function, values[0]) {
    case (.length, .list(let elements)): return .int(Int64(elements.count))
    case (.replaceMatches, .text(let text)), (.splitMatches, .text(let text)), (.countMatches, .text(let text)),
      (.extract, .text(let text)), (.extractAll, .text(let text)):
      return try pattern(function, text, values)
    case (.least, _): return try extreme(.min, values, type)
    case (.greatest, _): return try extreme(.max, values, type)
    case (.clamp, _): return try extreme(.max, [values[1], try extreme(.min, [values[0], values[2]], type)], type)
    case (.bucket, _): return bucket(values[0], values[1])
    case (.int, _), (.float, _), (.date, .text), (.period, _), (.money, _), (.quantity, _), (.duration, _):
      return conversion(function, values, type)
    case (.date, _): return day(values)
    case (_, .moment(let moment)): return date(function, moment, values)
    case (_, .measure), (.above, _), (.atLeast, _), (.below, _), (.upTo, _), (.about, _), (.asUnit, _):
      return try measure(function, values, type)
    case (_, .list(let elements)): return try list(function, elements, values)
    case (.range, .int(let from)):
      guard case .int(let to) = values[1] else { return .none }
      return .list(from > to ? [] : (from...to).map { .int($0) })
    case (_, .text(let text)): return try self.text(function, text, values)
    case (_, .int), (_, .float): return try number(function, values)
    default: throw NotCovered(what: "the function \(function.rawValue) of \(values)")
    }
  }

  static func int(_ value: Value) -> Int { if case .int(let number) = value { Int(number) } else { 0 } }
  static func string(_ value: Value) -> String { if case .text(let text) = value { text } else { "" } }

  /// A number that a float can be; else nothing.
  static func finite(_ number: Double) -> Value { number.isFinite ? .float(number) : .none }

  /// As `min` and `max` of rows, but nothing where one is missing.
  private static func extreme(_ function: AggregateFunction, _ values: [Value], _ type: DataType) throws -> Value {
    values.contains(.none) ? .none : try aggregate(function, values.map { (Cell($0), .none) }, type).value
  }

  /// Indices from 0 of so many places from a position on, counted from 1, or from the end.
  static func places(from position: Int, count: Int?, of length: Int) -> [Int] {
    let first = position < 0 ? length + position : position - 1
    return (0..<length).filter { place in place >= first && (count.map { place - first < $0 } ?? true) }
  }
}
