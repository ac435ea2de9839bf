/// The type of a value that is there.
package indirect enum DataType: Hashable, Sendable {
  case bool, int, float, text
  /// One moment, perhaps imprecise.
  case date
  /// A stretch of time.
  case period
  case duration
  /// The currency where it is known.
  case money(String?)
  /// The unit where it is known; "" is a plain number.
  case quantity(String?)
  /// Text from a closed set of words.
  case word(WordSet)
  case list(ValueType)
  /// A row of a table.
  case reference(String)
  /// Where in the documents a row stands: file and byte range.
  case source
  /// Only `none` has it.
  case none
  /// A mistake that has been reported; every use of it is silent, so that one mistake gives one message.
  case invalid
}

/// A type and whether the value may be missing: `money<GBP>?`.
package struct ValueType: Hashable, Sendable {
  package var base: DataType
  package var isOptional: Bool

  package init(_ base: DataType, optional: Bool = false) {
    self.base = base
    isOptional = optional
  }

  package static let bool = ValueType(.bool)
  package static let int = ValueType(.int)
  package static let float = ValueType(.float)
  package static let text = ValueType(.text)
  package static let date = ValueType(.date)
  package static let period = ValueType(.period)
  package static let invalid = ValueType(.invalid)

  package var optional: ValueType { ValueType(base, optional: true) }
  package var required: ValueType { ValueType(base, optional: false) }
  package func optional(if condition: Bool) -> ValueType { condition ? optional : self }
}

/// A closed set of words, such as the kinds of documents; comparing with any other word is an error.
package struct WordSet: Hashable, Sendable {
  package let name: String
  package let words: [String]
  package init(_ name: String, _ words: [String]) {
    self.name = name
    self.words = words
  }
}

extension DataType: CustomStringConvertible {
  /// As it is written in the language: `money<GBP>`, `list<text>`, `ref<documents>`.
  package var description: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .text: "text"
    case .date: "date"
    case .period: "period"
    case .duration: "duration"
    case .money(let currency): currency.map { "money<\($0)>" } ?? "money"
    case .quantity(let unit):
      switch unit {
      case nil: "quantity"
      case let unit? where unit.allSatisfy { $0.isLetter || $0 == "_" } && !unit.isEmpty: "quantity<\(unit)>"
      case let unit?: "quantity<\"\(unit)\">"
      }
    case .word(let set): set.name
    case .list(let element): "list<\(element)>"
    case .reference(let table): "ref<\(table)>"
    case .source: "source"
    case .none: "none"
    case .invalid: "?"
    }
  }
}

extension ValueType: CustomStringConvertible {
  package var description: String { base.description + (isOptional && base != .none ? "?" : "") }
}
