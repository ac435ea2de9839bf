package import IbidSource

package struct Expression: Sendable, Equatable {
  package var kind: Kind
  package var span: ByteSpan
  package init(_ kind: Kind, at span: ByteSpan) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable, Equatable {
    case literal(Literal)
    case name(Name)
    /// `$since`
    case parameter(Name)
    /// `document.title`
    case member(Expression, Name)
    case call(Call)
    /// `quotes[speaker]`
    case index(Expression, Expression)
    case negate(Expression)
    case not(Expression)
    /// The operator's own place, then both sides.
    case binary(BinaryOperator, ByteSpan, Expression, Expression)
    /// `x is none`; `is not` is not in the language.
    case test(Expression, Test, ByteSpan)
    /// `x not? matches /re/`
    case matches(Expression, Regex, isNegated: Bool)
    case conditional(if: Expression, then: Expression, else: Expression)
    case list([Expression])
    case record([Label])
    /// `( … )`: a parenthesised expression is a pipeline without steps.
    case pipeline(Pipeline)
    /// A regular expression as a call argument.
    case regex(Regex)
    /// `money with copies`
    case withCopies(Name)
    /// Nothing stood where an expression should; the parser has said so.
    case missing
  }

  package enum Test: String, Sendable, Equatable, CaseIterable { case none, known, exact, resolved }
}

package enum BinaryOperator: String, Sendable, Equatable, CaseIterable {
  case multiply = "*"
  case divide = "/"
  case add = "+"
  case subtract = "-"
  case range = ".."
  case coalesce = "??"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case notIn = "not in"
  case has = "has"
  case notHas = "not has"
  case contains = "contains"
  case notContains = "not contains"
  case and = "and"
  case or = "or"
}

/// `/re/i`; `pattern` is what stands between the slashes, escapes as written.
package struct Regex: Sendable, Equatable {
  package var pattern: String
  package var ignoresCase: Bool
  package var span: ByteSpan
  package init(pattern: String, ignoresCase: Bool, span: ByteSpan) {
    self.pattern = pattern
    self.ignoresCase = ignoresCase
    self.span = span
  }
}

/// `sum(amount where kind == "grant" per issuer sort published rows 3)`; `x.f(y)` has `x` as its receiver.
package struct Call: Sendable, Equatable {
  package struct Argument: Sendable, Equatable {
    /// `name: value`
    package var label: Name?
    package var value: Expression
    package init(label: Name?, value: Expression) {
      self.label = label
      self.value = value
    }
  }

  package var receiver: Expression?
  package var name: Name
  package var arguments: [Argument]
  package var filter: Expression?
  package var per: [Expression]
  package var sort: [SortKey]
  package var rows: IntegerLiteral?

  package init(
    receiver: Expression?, name: Name, arguments: [Argument], filter: Expression? = nil, per: [Expression] = [],
    sort: [SortKey] = [], rows: IntegerLiteral? = nil
  ) {
    self.receiver = receiver
    self.name = name
    self.arguments = arguments
    self.filter = filter
    self.per = per
    self.sort = sort
    self.rows = rows
  }
}

/// A literal as written; numbers keep their digits so that no precision is lost before the type is known.
package enum Literal: Sendable, Equatable {
  /// `24_000`, `1.5 million`: digits without `_`, and the scale word.
  case number(String, Scale?)
  /// `36%`, `160 miles`, `3 days`, `2 million people`
  case quantity(String, Scale?, unit: Name)
  /// `£10m`, `GBP 10 million`. `currency` is the symbol or the three letters as written.
  case money(String, Scale?, currency: String)
  /// What stands after `@`: `2024-03-05`, `2024-Q1`, `1990s`
  case date(String)
  case string(String)
  case bool(Bool)
  case none
}

package enum Scale: String, Sendable, Equatable, CaseIterable {
  case thousand, million, billion, trillion
  /// The power of ten.
  package var exponent: Int {
    switch self {
    case .thousand: 3
    case .million: 6
    case .billion: 9
    case .trillion: 12
    }
  }
}
