package import IbidSource

/// A whole text of the language: statements in order.
package struct Script: Sendable, Equatable {
  package var statements: [Statement]
  package init(statements: [Statement]) { self.statements = statements }
}

/// A name as it was written; a missing one has empty text and marks where it should stand.
package struct Name: Sendable, Equatable, Hashable {
  /// Without backticks.
  package var text: String
  package var span: ByteSpan
  package init(_ text: String, at span: ByteSpan) {
    self.text = text
    self.span = span
  }
  package var isMissing: Bool { text.isEmpty }
}

package struct Statement: Sendable, Equatable {
  package var kind: Kind
  package var span: ByteSpan
  package init(_ kind: Kind, at span: ByteSpan) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable, Equatable {
    /// `money | where …` or a scalar such as `2 + 2`.
    case pipeline(Pipeline)
    /// `| take 3`: goes on from the last result; REPL only.
    case continuation([Step])
    case load(Load)
    case letBinding(Name, Pipeline)
    /// `param since: date = @2024-01-01`
    case parameter(Name, TypeName, default: Expression?)
    case function(Name, [Field], Expression)
    case rule(Rule)
    /// `dict gangs = ["crew", "ring"]` · `dict gangs = "gangs.txt"`
    case dictionary(Name, Expression)
    case use(StringLiteral)
    case set(Name, Expression)
    case assert(Expression, message: StringLiteral?)
    case explain(Pipeline, analyze: Bool)
    case explainRule(Name)
    case help(Name?)
    /// `why 3` · `why 3 total`
    case why(row: IntegerLiteral, column: Name?)
    case whyNot(Expression)
    case open(IntegerLiteral)
    case keep(Name)
    /// Could not be read; the parser has said why.
    case malformed
  }
}

/// `load "press/*.txt"` · `load "rates.csv" as rates (valid_on: date)` · `load "a.txt" with issuer: "Home Office"`
package struct Load: Sendable, Equatable {
  package var path: StringLiteral
  package var name: Name?
  package var fields: [Field]
  package var given: [Label]
  package init(path: StringLiteral, name: Name?, fields: [Field], given: [Label]) {
    self.path = path
    self.name = name
    self.fields = fields
    self.given = given
  }
}

/// `name: type`
package struct Field: Sendable, Equatable {
  package var name: Name
  package var type: TypeName
  package init(_ name: Name, _ type: TypeName) {
    self.name = name
    self.type = type
  }
}

/// `name: expression`, in records and in `load … with`.
package struct Label: Sendable, Equatable {
  package var name: Name
  package var value: Expression
  package init(_ name: Name, _ value: Expression) {
    self.name = name
    self.value = value
  }
}

/// `money<GBP>?`, as written; the checker gives it its meaning.
package struct TypeName: Sendable, Equatable {
  package var name: Name
  /// What stands between `<` and `>`: a type, a name, a currency code or a quoted unit.
  package var argument: Argument?
  package var isOptional: Bool
  package var span: ByteSpan

  package indirect enum Argument: Sendable, Equatable {
    case type(TypeName)
    case word(Name)
  }

  package init(name: Name, argument: Argument?, isOptional: Bool, span: ByteSpan) {
    self.name = name
    self.argument = argument
    self.isOptional = isOptional
    self.span = span
  }
}

package struct StringLiteral: Sendable, Equatable {
  /// Escapes resolved.
  package var value: String
  package var span: ByteSpan
  package init(_ value: String, at span: ByteSpan) {
    self.value = value
    self.span = span
  }
}

/// A count or row number; one too large for `Int` is diagnosed by the parser and reads as 0.
package struct IntegerLiteral: Sendable, Equatable {
  package var value: Int
  package var span: ByteSpan
  package init(_ value: Int, at span: ByteSpan) {
    self.value = value
    self.span = span
  }
}
