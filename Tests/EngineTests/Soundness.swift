import IbidColumns
import IbidPlan
import IbidTypes

/// What the checker promised of a result: every value is of its column's type, and none is missing where none may be.
enum Soundness {
  /// The first broken promise; nil if there is none.
  static func problem(_ table: Table) -> String? {
    for (field, column) in zip(table.schema.fields, table.columns) {
      for row in 0..<table.rowCount {
        let value = column.value(at: row)
        if !isOf(field.type, value) { return "row \(row): `\(field.name)` is a \(field.type) and holds \(value)" }
      }
    }
    return nil
  }

  private static func isOf(_ type: ValueType, _ value: Value) -> Bool {
    switch (type.base, value) {
    case (_, .none): type.isOptional
    case (.bool, .bool), (.int, .int), (.float, .float), (.text, .text), (.date, .moment), (.period, .moment): true
    case (.word(let set), .text(let word)): set.words.contains(word)
    case (.duration, .measure(_, let kind)): kind == .duration
    case (.money(let currency), .measure(let measure, let kind)):
      kind == .money && (currency == nil || currency == measure.unit)
    case (.quantity(let unit), .measure(let measure, let kind)):
      kind == .quantity && (unit == nil || unit == measure.unit)
    case (.list(let element), .list(let values)): values.allSatisfy { isOf(element, $0) }
    case (.reference(let table), .reference(let other, _)): table == other
    case (.source, .source): true
    default: false
    }
  }
}
