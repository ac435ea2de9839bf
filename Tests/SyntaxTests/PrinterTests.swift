import IbidSource
import IbidSyntax
import Testing

struct PrinterTests {
  static let texts: [(String, String)] = [
    ("money|where amount>£1m", "money | where amount > £1m\n"),
    ("money|where a|take 3", "money\n| where a\n| take 3\n"),
    ("let x=(((money)))|where (a)|take 3", "let x = money\n  | where a\n  | take 3\n"),
    ("((a+b))*c-(d-e)", "(a + b) * c - (d - e)\n"),
    ("a+(b*c)", "a + b * c\n"),
    ("(a ?? b) ?? c", "(a ?? b) ?? c\n"),
    ("not (a and b) == c", "not (a and b) == c\n"),
    ("(a == b) == c", "(a == b) == c\n"),
    ("-(-a)", "-(-a)\n"),
    ("(if a then b else c) + 1", "(if a then b else c) + 1\n"),
    ("24000 people + 1999", "24_000 people + 1999\n"),
    ("£10 million + GBP 2500000", "£10m + GBP 2_500_000\n"),
    ("f(x  where y per z sort w desc rows 3)", "f(x where y per z sort w desc rows 3)\n"),
    ("`sort` + `plain`", "`sort` + plain\n"),
    ("a;b", "a\nb\n"),
  ]

  @Test(arguments: texts)
  func prints(_ text: String, expected: String) {
    #expect(Printer.print(Parser.parse(SourceText(name: "query", text), mode: .script).script) == expected)
  }

  /// Printing and reading again changes nothing, for all examples of the other tests.
  @Test(
    arguments: (TreeTests.expressions + TreeTests.literals + TreeTests.steps + TreeTests.statements).map(\.text)
      + ParserAcceptsTests.queries)
  func readsBack(_ text: String) {
    let printed = Printer.print(Parser.parse(SourceText(name: "query", text), mode: .script).script)
    #expect(tree(printed) == tree(text), "\(printed)")
    #expect(diagnostics(printed).isEmpty, "\(printed)")
  }

  /// … and for trees that nobody would write.
  @Test(arguments: 0..<10)
  func randomTreesReadBack(_ seed: Int) {
    var trees = RandomTree(seed: UInt64(seed))
    for _ in 0..<200 {
      let expression = trees.expression(depth: 5)
      let text = Printer.expression(expression)
      #expect(diagnostics(text).isEmpty, "\(text)")
      #expect(tree(text) == TreeDump.expression(expression), "\(text)")
    }
  }
}

/// Makes expressions of every kind.
private struct RandomTree {
  var generator: SeededGenerator
  let span = ByteSpan(0, 0)
  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
  mutating func name() -> Name {
    Name(
      ["a", "b", "sort", "from", "open", "by", "odd one", "take", "é", "all", "null"].randomElement(using: &generator)!,
      at: span)
  }

  mutating func expression(depth: Int) -> Expression { Expression(kind(depth), at: span) }

  private mutating func kind(_ depth: Int) -> Expression.Kind {
    guard depth > 0 else { return leaf() }
    let next = depth - 1
    switch number(13) {
    case 0, 1, 2:
      let name = BinaryOperator.allCases.randomElement(using: &generator)!
      return .binary(name, span, expression(depth: next), expression(depth: next))
    case 3: return .negate(expression(depth: next))
    case 4: return .not(expression(depth: next))
    case 5: return .test(expression(depth: next), Expression.Test.allCases.randomElement(using: &generator)!, span)
    case 6:
      return .matches(
        expression(depth: next), Regex(pattern: "a|b", ignoresCase: number(2) == 0, span: span),
        isNegated: number(2) == 0)
    case 7:
      return .conditional(if: expression(depth: next), then: expression(depth: next), else: expression(depth: next))
    case 8: return .member(expression(depth: next), name())
    case 9: return .index(expression(depth: next), expression(depth: next))
    case 10: return .list((0..<number(3)).map { _ in expression(depth: next) })
    case 11: return .call(call(next))
    default:
      let steps = (0...number(2)).map { _ in Step(.filter(expression(depth: next)), keyword: span, span: span) }
      return .pipeline(Pipeline(source: expression(depth: next), steps: steps, span: span))
    }
  }

  private mutating func call(_ depth: Int) -> Call {
    let sort = (0..<number(2)).map { _ in SortKey(expression(depth: depth), isDescending: number(2) == 0, span: span) }
    return Call(
      receiver: number(3) == 0 ? expression(depth: depth) : nil, name: name(),
      arguments: (0..<number(3)).map { _ in .init(label: number(4) == 0 ? name() : nil, value: expression(depth: depth))
      },
      filter: number(3) == 0 ? expression(depth: depth) : nil,
      per: (0..<number(2)).map { _ in expression(depth: depth) }, sort: sort,
      rows: sort.isEmpty || number(2) == 0 ? nil : IntegerLiteral(3, at: span))
  }

  private mutating func leaf() -> Expression.Kind {
    switch number(10) {
    case 0: .literal(.number("12345.5", number(2) == 0 ? .million : nil))
    case 1: .literal(.quantity("3", number(2) == 0 ? .thousand : nil, unit: name()))
    case 2: .literal(.quantity("36", nil, unit: Name("%", at: span)))
    case 3: .literal(.money("10", number(2) == 0 ? .billion : nil, currency: number(2) == 0 ? "£" : "GBP"))
    case 4: .literal(.date("2024-Q1"))
    case 5: .literal(.string("a\"\\\n\u{202E}é"))
    case 6: .literal(.bool(number(2) == 0))
    case 7: .parameter(Name("p", at: span))
    case 8: .withCopies(name())
    default: .name(name())
    }
  }
}
