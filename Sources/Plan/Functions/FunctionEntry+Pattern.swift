extension FunctionEntry {
  /// What an argument may be; the raw value is how a signature says it.
  package enum Pattern: String, Sendable, CaseIterable {
    case any, bool, int, number, text
    case textOrList = "text or list"
    case list
    case lists = "list of lists"
    case orderedList = "list with an order"
    case date
    case moment = "date or period"
    case period
    case duration
    case money
    case quantity
    case measure = "money or quantity"
    case counted = "number or quantity"
    case numeric = "number, money or quantity"
    case ordered = "anything with an order"
    /// A text that is written out, such as a unit.
    case word = "text literal"
    case unit
    case timeUnit = "unit of time"
    case pattern = "regular expression"
    /// Decimal places, written out.
    case places = "0 to 18"
    /// A number of rows, written out.
    case rows = "whole number"
    /// Written out.
    case share = "share between 0 and 1"

    /// As the end of "the 1st argument must be …".
    package var phrase: String {
      switch self {
      case .any, .text, .money, .measure, .ordered, .textOrList: rawValue
      case .int: "an int"
      case .orderedList: "a list whose elements have an order"
      case .word: "a text literal"
      case .unit: "a unit, written out, and not one of time: that makes a `duration`"
      case .timeUnit: "a unit of time, written out"
      case .places: "a whole number from 0 to 18, written out"
      case .rows: "a whole number of zero or more, written out"
      case .share: "a share between 0 and 1, written out"
      case .pattern: "a regular expression, `/…/`"
      default: "a " + rawValue
      }
    }
  }
}
