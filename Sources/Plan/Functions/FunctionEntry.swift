package import IbidTypes

/// A function as users know it: what it takes, what it gives, what it is for.
///
/// The checker types calls by this table, `help` prints it, the reference is made from it, and the tests run its
/// examples. One entry per signature and one place to look; entries of one name are tried in their order.
package struct FunctionEntry: Sendable {
  package enum Implementation: Sendable, Hashable {
    case scalar(ScalarFunction)
    case aggregate(AggregateFunction)
    case window(Window.Function)
  }

  package struct Parameter: Sendable {
    package enum Presence: Sendable {
      case required, optional
      /// Any number of arguments, also none; only the last parameter.
      case repeated
    }

    package let name: String
    package let pattern: Pattern
    package let presence: Presence

    package init(_ name: String, _ pattern: Pattern, _ presence: Presence = .required) {
      self.name = name
      self.pattern = pattern
      self.presence = presence
    }

    /// `x`, `places?`, `more…`
    package var spelling: String {
      switch presence {
      case .required: name
      case .optional: name + "?"
      case .repeated: name + "…"
      }
    }
  }

  package enum Result: Sendable {
    case type(DataType)
    /// Of the argument's type.
    case argument(Int)
    /// The type that all arguments have in common.
    case common
    /// A list of the argument's type.
    case listOf(Int)
    /// An element of the list argument.
    case elementOf(Int)
    /// The argument's type as a mean: int becomes float.
    case mean(Int)
    /// Known to the checker alone; the words say it to users.
    case special(String)
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
    case .scalar(let function): function.name
    case .aggregate(let function): function.rawValue
    case .window(let function): function.name
    }
  }

  package var isAggregate: Bool { if case .aggregate = implementation { true } else { false } }
  package var isScalar: Bool { if case .scalar = implementation { true } else { false } }

  /// Whether so many arguments may be given.
  package func takes(_ count: Int) -> Bool {
    let isOpen = parameters.last?.presence == .repeated
    return count >= parameters.count { $0.presence == .required } && (isOpen || count <= parameters.count)
  }

  /// The parameter that an argument is for; nil past the last one.
  package func parameter(at index: Int) -> Parameter? {
    if index < parameters.count { return parameters[index] }
    return parameters.last.flatMap { $0.presence == .repeated ? $0 : nil }
  }

  /// `round(x: number, money or quantity, places?: whole number literal) → like x`
  package var signature: String {
    let list = parameters.map { "\($0.spelling): \($0.pattern.rawValue)" }.joined(separator: ", ")
    return "\(name)(\(list)) → \(resultWords)"
  }

  /// The result's type; a question mark where it may be missing although every argument is there.
  private var resultWords: String {
    let mark = mayBeMissing ? "?" : ""
    func named(_ index: Int) -> String { index < parameters.count ? parameters[index].name : "x" }
    return switch result {
    case .type(let type): "\(type)\(mark)"
    case .argument(let index): "like \(named(index))\(mark)"
    case .common: "like all of them\(mark)"
    case .listOf(let index): "list of \(named(index))\(mark)"
    case .elementOf(let index): "element of \(named(index))\(mark)"
    case .mean(let index): "like \(named(index)), of int float\(mark)"
    case .special(let words): words + mark
    }
  }
}
