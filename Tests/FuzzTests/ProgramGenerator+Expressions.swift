import IbidSource
import IbidSyntax

extension ProgramGenerator {
  mutating func expression(depth: Int = 3) -> Expression {
    Expression(depth > 0 ? kind(depth) : leaf(), at: Self.span)
  }

  private mutating func kind(_ depth: Int) -> Expression.Kind {
    let next = depth - 1
    switch number(18) {
    case 0, 1, 2: return binary(next)
    case 3: return chain(next)
    case 4: return .negate(expression(depth: next))
    case 5: return .not(expression(depth: next))
    case 6: return .test(expression(depth: next), one(Expression.Test.allCases), Self.span)
    case 7: return .matches(expression(depth: next), regex(), isNegated: chance(2))
    case 8:
      return .conditional(if: expression(depth: next), then: expression(depth: next), else: expression(depth: next))
    case 9: return .member(expression(depth: next), name())
    case 10: return .index(expression(depth: next), expression(depth: next))
    case 11: return .list(expressions(0...4, next))
    case 12: return .record(many(0...3) { Label($0.name(), $0.expression(depth: next)) })
    case 13, 14: return .call(call(next))
    case 15:
      let inner = pipeline(depth: next)
      return inner.steps.isEmpty ? inner.source.kind : .pipeline(inner)
    default: return leaf()
    }
  }

  private mutating func binary(_ depth: Int) -> Expression.Kind {
    let name = one(BinaryOperator.allCases)
    let (left, right) = (expression(depth: depth), expression(depth: depth))
    // Nothing is equal to `none`, says the parser.
    let isNone = left.kind == .literal(.none) || right.kind == .literal(.none)
    return .binary(isNone && (name == .equal || name == .notEqual) ? .less : name, Self.span, left, right)
  }

  /// Long enough to be broken.
  private mutating func chain(_ depth: Int) -> Expression.Kind {
    let names: [BinaryOperator] = chance(2) ? [.and] : chance(2) ? [.or] : [.add, .subtract]
    var chain = expression(depth: depth)
    for _ in 0..<number(6) {
      chain = Expression(.binary(one(names), Self.span, chain, expression(depth: depth)), at: Self.span)
    }
    return chain.kind
  }

  private mutating func call(_ depth: Int) -> Call {
    let sort = chance(4) ? keys(1...2, depth) : []
    return Call(
      receiver: chance(3) ? expression(depth: depth) : nil, name: name(),
      arguments: many(0...4) { generator in
        if generator.chance(12) {
          return .init(label: nil, value: Expression(.regex(generator.regex()), at: Self.span))
        }
        return .init(
          label: generator.chance(4) ? generator.name() : nil, value: generator.expression(depth: depth))
      },
      filter: chance(4) ? expression(depth: depth) : nil, per: chance(4) ? expressions(1...2, depth) : [], sort: sort,
      rows: sort.isEmpty ? nil : perhaps { $0.integer() })
  }

  private mutating func regex() -> Regex {
    Regex(pattern: one(["a|b", "\\/", "[/#]", "a b"]), ignoresCase: chance(2), span: Self.span)
  }

  private mutating func leaf() -> Expression.Kind {
    switch number(18) {
    case 0: .literal(.number(digits(), scale()))
    case 1: .literal(.quantity(digits(), scale(), unit: unit()))
    case 2: .literal(.quantity("36", nil, unit: Name("%", at: Self.span)))
    case 3: .literal(.money(digits(), scale(), currency: one(["£", "$", "€", "¥", "₹", "GBP", "CHF"])))
    case 4:
      .literal(
        .date(one(["2024", "2024-Q1", "2024-H2", "1990s", "2024-03", "2024-02-29", "2024-03-05T10:30:00"])))
    case 5: .literal(.string(text().value))
    case 6: .literal(.bool(chance(2)))
    case 7: .literal(.none)
    case 8: .parameter(Name(one(["p", "least", "from", "é"]), at: Self.span))
    case 9: .withCopies(name())
    default: .name(name())
    }
  }

  private mutating func digits() -> String { one(["0", "3", "1999", "24000", "1234567.25", "0.000001"]) }
  /// No currency: it stands before its number.
  private mutating func unit() -> Name {
    let name = name()
    return name.text == "GBP" ? Name("people", at: Self.span) : name
  }

  private mutating func scale() -> Scale? { chance(3) ? one(Scale.allCases) : nil }
}
