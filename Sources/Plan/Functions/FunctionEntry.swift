package import IbidTypes

/// A function as users know it: what it takes, what it gives, what it is for.
///
/// The checker types calls by this table, `help` prints it, the reference is made from it, and the tests run its
/// examples. One entry per function and one place to look.
package struct FunctionEntry: Sendable {
  package enum Implementation: Sendable, Hashable {
    case scalar(ScalarFunction)
    case aggregate(AggregateFunction)
    case window(Window.Function)
  }

  package struct Parameter: Sendable {
    package let name: String
    package let pattern: Pattern
    package let isOptional: Bool
    package init(_ name: String, _ pattern: Pattern, optional: Bool = false) {
      self.name = name
      self.pattern = pattern
      isOptional = optional
    }
  }

  /// What an argument may be.
  package enum Pattern: String, Sendable {
    case any, bool, int, number, text
    case textOrList = "text or list"
    case list
    case date
    case period
    case moment = "date or period"
    case duration
    case money
    case measure = "money or quantity"
    case numeric = "number, money or quantity"
    case ordered = "anything with an order"
    case word = "text literal"
    case pattern = "regular expression"
    case number0 = "whole number literal"

    /// As the end of "the 1st argument must be …".
    package var phrase: String {
      switch self {
      case .any, .text, .money, .measure, .ordered, .textOrList: rawValue
      case .int: "an int"
      default: "a " + rawValue
      }
    }
  }

  package enum Result: Sendable {
    case type(DataType)
    /// Of the argument's type.
    case argument(Int)
    /// A list of the argument's type.
    case listOf(Int)
    /// An element of the list argument.
    case elementOf(Int)
    /// The argument's type as a mean: int becomes float.
    case mean(Int)
    /// Known to the checker alone.
    case special
  }

  package let implementation: Implementation
  /// Where `help functions` and the reference list it.
  package let group: FunctionGroup
  package let parameters: [Parameter]
  package let result: Result
  /// The result may be missing even if no argument is.
  package let mayBeMissing: Bool
  /// One sentence.
  package let summary: String
  /// Snippets and what they print, over `examples/corpus` where they read a table; every one is run by the tests.
  package let examples: [(query: String, result: String)]

  package var name: String {
    switch implementation {
    case .scalar(let function): function.rawValue
    case .aggregate(let function): function.rawValue
    case .window(let function): function.name
    }
  }

  package var isAggregate: Bool { if case .aggregate = implementation { true } else { false } }
  package var isScalar: Bool { if case .scalar = implementation { true } else { false } }

  /// `round(x: number, places?: whole number literal) -> number`
  package var signature: String {
    let list = parameters.map { "\($0.name)\($0.isOptional ? "?" : ""): \($0.pattern.rawValue)" }.joined(
      separator: ", ")
    return "\(name)(\(list))"
  }
}
