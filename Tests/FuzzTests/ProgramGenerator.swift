import IbidSource
import IbidSyntax
import TestSupport

/// Random syntax trees of programs that are right: every statement, step, kind of expression and literal.
///
/// Right for the parser, that is: no name or type in them means anything. Spans are empty.
struct ProgramGenerator {
  var random: SeededGenerator
  static let span = ByteSpan(0, 0)

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func program() -> IbidSyntax.Script { IbidSyntax.Script(statements: many(1...3) { $0.statement() }) }

  // MARK: Statements

  private mutating func statement() -> Statement {
    let kind: Statement.Kind =
      switch number(15) {
      case 0, 1, 2, 3: .pipeline(pipeline())
      case 4: .load(load())
      case 5, 6: .letBinding(name(), pipeline())
      case 7: .parameter(name(), type(), default: perhaps { $0.expression() })
      case 8: .function(name(), many(0...3) { $0.field() }, expression())
      case 9: .use(text())
      case 10: .set(name(), expression())
      case 11: .assert(expression(), message: perhaps { $0.text() })
      case 12: .explain(pipeline(), analyze: chance(2))
      case 13: .help(perhaps { Name($0.one(["where", "and", "type-mismatch", "sum"]), at: Self.span) })
      default: question()
      }
    return Statement(kind, at: Self.span)
  }

  private mutating func question() -> Statement.Kind {
    switch number(4) {
    case 0: .why(row: integer(), column: perhaps { $0.name() })
    case 1: .whyNot(expression())
    case 2: .open(integer())
    default: .keep(name())
    }
  }

  private mutating func load() -> Load {
    let isData = chance(2)
    return Load(
      path: text(), name: isData ? name() : nil, fields: isData ? many(0...3) { $0.field() } : [],
      given: isData ? [] : many(0...3) { $0.label() })
  }

  private mutating func field() -> Field { Field(name(), type()) }

  mutating func type(depth: Int = 2) -> TypeName {
    let argument: TypeName.Argument?
    let word: String
    switch number(depth > 0 ? 5 : 1) {
    case 1:
      word = "money"
      argument = .word(Name(one(["GBP", "EUR"]), at: Self.span))
    case 2:
      word = "quantity"
      argument = .word(Name(one(["people", "per cent", "in", "text"]), at: Self.span))
    case 3:
      word = "ref"
      argument = .word(Name(one(["money", "documents"]), at: Self.span))
    case 4:
      word = "list"
      argument = .type(type(depth: depth - 1))
    default:
      word = one(Words.types)
      argument = nil
    }
    return TypeName(name: Name(word, at: Self.span), argument: argument, isOptional: chance(3), span: Self.span)
  }

  // MARK: Parts

  mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
  mutating func chance(_ of: Int) -> Bool { number(of) == 0 }
  mutating func one<Element>(_ choices: [Element]) -> Element { choices[number(choices.count)] }

  mutating func many<Part>(_ counts: ClosedRange<Int>, _ part: (inout Self) -> Part) -> [Part] {
    (0..<Int.random(in: counts, using: &random)).map { _ in part(&self) }
  }

  mutating func perhaps<Part>(_ part: (inout Self) -> Part) -> Part? { chance(2) ? part(&self) : nil }

  /// Every third one means something else in another place.
  mutating func name() -> Name {
    let plain = ["a", "b", "amount", "document", "é", "a_name_that_is_rather_long_for_a_column", "source", "exact"]
    let odd =
      Words.reserved + Words.soft + Words.joinKinds + Words.types + Words.statements.map(\.word)
      + Words.steps.map(\.word) + Words.foreign.map(\.word) + Words.foreignStatements.map(\.word)
      + Words.foreignOperatorWords.map(\.word) + ["odd name", "NOT", "And", "null", "GBP", "1st", "a-b", "#", "'"]
    return Name(chance(3) ? one(odd) : one(plain), at: Self.span)
  }

  mutating func text() -> StringLiteral {
    StringLiteral(
      one(["", "a b", "# no comment", "\"\\\n\u{202E}é", "a text of some length, so that lines get long"]),
      at: Self.span)
  }

  mutating func integer() -> IntegerLiteral { IntegerLiteral(one([0, 3, 2024, 1_000_000]), at: Self.span) }

  mutating func label() -> Label { Label(name(), expression()) }
}
