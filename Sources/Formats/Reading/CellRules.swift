import IbidColumns
import IbidTypes

/// What a cell must be for its column's declared type, and what is said where it is not.
enum CellRules {
  static func bad(_ text: String, _ type: ValueType, column: String, line: Int? = nil) -> FormatError {
    let article = "\(type.base)".first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    return FormatError(
      "\(excerpt(text)) is not \(article) \(type.base) in column \(excerpt(column))", line: line, column: column)
  }

  static func noValue(_ type: ValueType, column: String, line: Int? = nil) -> FormatError {
    FormatError(
      "column \(excerpt(column)) has no value here; declare it \(type.base)? to allow that", line: line, column: column)
  }

  /// What is told of values that are left out.
  static func notNumbers(_ count: Int, column: String) -> String {
    let what = count == 1 ? "1 value is no number" : "\(count) values are no numbers"
    return "\(what) in column \(excerpt(column)) (NaN or infinity): missing"
  }

  static func tooLarge(column: String) -> FormatError {
    FormatError(
      "the numbers of column \(excerpt(column)) are too large or too finely divided to be exact together",
      column: column)
  }

  static func measureKind(of type: ValueType) -> MeasureKind {
    switch type.base {
    case .money: .money
    case .duration: .duration
    default: .quantity
    }
  }

  /// The unit that a column of the type has where its cells name none; nil if there is none.
  static func unit(of type: ValueType) -> String? {
    switch type.base {
    case .money(let currency): currency
    case .quantity(let unit): unit.map(Unit.canonical)
    default: nil
    }
  }

  /// Reads money, a quantity or a duration in any of the forms that Ibid writes.
  static func measure(_ text: String, _ type: ValueType, column: String, line: Int? = nil) throws(FormatError)
    -> Measure
  {
    guard let found = CellMeasure.parse(text, as: measureKind(of: type)) else {
      throw bad(text, type, column: column, line: line)
    }
    return try checked(found, text, type, column: column, line: line)
  }

  /// The value in its declared unit; a cell without a unit has that one.
  static func checked(
    _ found: Measure, _ text: String, _ type: ValueType, column: String, line: Int? = nil
  ) throws(FormatError) -> Measure {
    let kind = measureKind(of: type)
    let unit = unit(of: type)
    var measure = found
    if measure.unit.isEmpty {
      measure.unit = unit ?? ""
      let way = kind == .money ? "has no currency; declare it money<GBP>, or what it is in" : "has no unit of time"
      if kind != .quantity, measure.unit.isEmpty {
        throw FormatError("\(excerpt(text)) in column \(excerpt(column)) \(way)", line: line, column: column)
      }
    } else if let unit, measure.unit != unit {
      throw FormatError(
        "\(excerpt(text)) is in \(measure.unit), but column \(excerpt(column)) is declared \(type)", line: line,
        column: column)
    } else if kind == .duration, !Unit.isTime(measure.unit) {
      throw bad(text, type, column: column, line: line)
    }
    return measure
  }
}
