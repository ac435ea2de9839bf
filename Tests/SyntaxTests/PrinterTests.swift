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
}
